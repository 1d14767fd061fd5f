//! [`Class`]: what kind of dictionary row a surface comes from, and the small codes that go with it.
//!
//! A class and its code are all that recognition needs of a row; the rest is read from the row when
//! a mention is written. Shared with `build.rs`.

codes! {
    /// What a row says of its surface.
    Class {
        /// A given name; the code is its weight, 1 to 9, and [`SURNAME_FIRST`].
        GivenName = "given name",
        /// A surname; the code is its weight, 1 to 9, and [`SURNAME_FIRST`].
        Surname = "surname",
        /// A well-known person; the code is an [`Order`].
        Person = "known person",
        /// A particle or suffix of names (`von`, `Jr.`); the code is a [`Position`].
        Particle = "name particle",
        /// A place; the code is a [`PlaceKind`].
        Place = "place",
        /// A curated organization.
        Organization = "organization",
        /// An organization from a register: listed companies, brands, universities.
        Registered = "registered organization",
        /// A title or role; the code is a [`TitleKind`].
        Title = "title",
        /// `Mr`, `Sheikh`.
        Honorific = "honorific",
        /// The adjective or noun of a place or people.
        Demonym = "demonym",
        /// `wife`, `aide`.
        Relation = "relation",
        /// `Inc`, `GmbH`.
        LegalForm = "legal form",
        /// A word that makes a name an organization's; the code is a [`Position`].
        OrganizationHead = "organization head",
        /// A word that makes a name a place's; the code is a [`Position`].
        PlaceHead = "place head",
        /// A word that makes a name an event's, a law's or a prize's.
        EventHead = "event head",
        /// A word of the context; the code is a [`Context`].
        Context = "context word",
        /// An ordinary word; the code says how often it is capitalized, see [`WORD_EVEN`].
        Word = "ordinary word",
        /// Never a mention by itself.
        Stop = "stop word",
        /// A surface that is several things; the code is the default reading.
        Ambiguous = "ambiguous",
        /// A word of dates; the code is that of its file.
        Date = "date word",
        /// An entry of the user's own; the code is a label's index.
        User = "user entry",
    }
}

codes! {
    /// Where in a name a head, particle or suffix stands.
    Position {
        /// Before the rest.
        First = "first",
        /// After the rest.
        Last = "last",
        /// Either.
        Both = "both",
        /// Between other words of the name.
        Inside = "inside",
        /// Joined before a name.
        Prefix = "prefix",
        /// After the whole name.
        Suffix = "suffix",
    }
}

codes! {
    /// In which order a known person's name is printed.
    Order {
        /// Given name, then surname.
        GivenFirst = "given_first",
        /// Surname, then given name.
        SurnameFirst = "surname_first",
        /// One name.
        Mononym = "mononym",
    }
}

codes! {
    /// What kind of place. Cities come in four sizes, by their population.
    PlaceKind {
        /// A sovereign state.
        Country = "country",
        /// A dependent or disputed territory.
        Territory = "territory",
        /// A state of the past.
        FormerCountry = "former_country",
        /// A first-order division or a region across borders.
        Region = "region",
        /// A second-order division, borough or neighborhood.
        District = "district",
        /// A city of at least 1,000,000 people.
        Metropolis = "metropolis",
        /// A city of at least 100,000 people.
        City = "city",
        /// A town of at least 15,000 people.
        Town = "town",
        /// A smaller settlement.
        Village = "village",
        /// A natural feature.
        Feature = "feature",
        /// A building, base, street or other thing built.
        Facility = "facility",
    }
}

impl PlaceKind {
    /// The kind of a row with this `kind` column and population.
    pub fn of_row(kind: &str, population: u64) -> Option<PlaceKind> {
        match (PlaceKind::from_name(kind)?, population) {
            (PlaceKind::City, 1_000_000..) => Some(PlaceKind::Metropolis),
            (PlaceKind::City, 100_000..) => Some(PlaceKind::City),
            (PlaceKind::City, 15_000..) => Some(PlaceKind::Town),
            (PlaceKind::City, _) => Some(PlaceKind::Village),
            (kind, _) => Some(kind),
        }
    }
}

codes! {
    /// What kind of title.
    TitleKind {
        /// An office of state, party or company.
        Office = "office",
        /// A military rank.
        Military = "military",
        /// A religious office.
        Religious = "religious",
        /// A royal title.
        Royal = "royal",
        /// An occupation.
        Occupation = "occupation",
        /// A police rank.
        Police = "police",
    }
}

codes! {
    /// What a context word is evidence of.
    Context {
        /// `said`, `told`.
        Speech = "speech",
        /// `in`, `near`.
        Locative = "locative",
        /// `arrived`, `flew`.
        Motion = "motion",
        /// `based`, `headquartered`.
        Located = "located",
        /// `beat`, `scored`.
        Sport = "sport",
        /// `shares`, `profit`.
        Market = "market",
        /// `born`, `married`.
        PersonVerb = "person_verb",
        /// `acquired`, `sued`.
        OrganizationVerb = "org_verb",
        /// `northern`, `southeast`.
        Compass = "compass",
    }
}

/// The code of an ordinary word that is capitalized as often as not. Each step is a tenth of a
/// natural logarithm; above it the word is more often in lower case.
pub const WORD_EVEN: u8 = 128;

/// In the code of a name's part: its people put the surname first.
pub const SURNAME_FIRST: u8 = 16;

/// The cultures whose names news prints surname first.
pub const SURNAME_FIRST_CULTURES: [&str; 5] =
    ["burmese", "chinese", "khmer", "korean", "vietnamese"];
