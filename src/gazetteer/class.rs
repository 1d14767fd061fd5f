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
        /// A nation's three letters in results, `(JAM)`; the code is a [`PlaceKind`].
        CountryCode = "country code",
        /// A curated organization.
        Organization = "organization",
        /// An organization from a register: listed companies, brands, universities.
        Registered = "registered organization",
        /// A title or role; the code is a [`TitleKind`].
        Title = "title",
        /// `Mr`, `Sheikh`; the code is a [`Gender`].
        Honorific = "honorific",
        /// The adjective or noun of a place or people.
        Demonym = "demonym",
        /// `wife`, `aide`; the code is a [`Gender`].
        Relation = "relation",
        /// `Inc`, `GmbH`.
        LegalForm = "legal form",
        /// A word that makes a name an organization's; the code is a [`Position`].
        OrganizationHead = "organization head",
        /// A word that makes a name a place's; the code is a [`Position`].
        PlaceHead = "place head",
        /// A word that makes a name an event's, a law's or a prize's; the code is an [`EventKind`].
        EventHead = "event head",
        /// What stands before the dash of a wire's headline: `SOCCER`.
        Slug = "headline slug",
        /// A word of the context; the code is a [`Context`].
        Context = "context word",
        /// An ordinary word; the code says how often it is capitalized, see [`WORD_EVEN`].
        Word = "ordinary word",
        /// A word that begins sentences and joins words: `the`, `if`, `in`.
        Function = "function word",
        /// Never a mention by itself.
        Stop = "stop word",
        /// A month; the code is its number.
        Month = "month",
        /// A day of the week; the code is its number, Monday is 1.
        Weekday = "weekday",
        /// A season; the code is a [`Season`](super::Season).
        Season = "season",
        /// A part of the day; the code is a [`DayPart`](super::DayPart).
        DayPart = "part of the day",
        /// A unit of time; the code is a [`Unit`](super::Unit).
        Unit = "unit of time",
        /// A number in words; the code is its value.
        Cardinal = "number word",
        /// An ordinal number in words; the code is its value.
        Ordinal = "ordinal word",
        /// `last`, `next`; the code is a [`Pick`](super::Pick).
        Pick = "word that picks a time",
        /// `early`, `end`; the code is a [`Stage`](super::Stage).
        Stage = "part of a time",
        /// `about`, `more than`; the code is a [`Bound`](super::Bound).
        Bound = "bound of a length",
        /// A named holiday; the code is the number of its row.
        Holiday = "holiday",
        /// A time zone; the code is the number of its row.
        Zone = "time zone",
        /// A word next to dates that tells what they are; the code is a [`Nearby`](super::Nearby).
        Nearby = "word next to dates",
        /// A word that a date can start with; the code is 1 if it can be a date by itself.
        Opener = "opener of dates",
        /// A word that tells the tense of a clause; the code is a [`Tense`](super::Tense).
        Tense = "cue of tense",
        /// A word that is a time by itself; the code is the number of its row.
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

impl Class {
    /// Whether its rows are whole names of persons, places or organizations that a person reviewed or
    /// an official list holds.
    pub fn is_name(self) -> bool {
        matches!(self, Class::Person | Class::Place | Class::Organization)
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

    /// Whether it is a country, a region or a city of over 100,000.
    pub fn is_large(self) -> bool {
        self <= PlaceKind::City && self != PlaceKind::District
    }

    /// How likely a name is to mean the place of this kind among others of the name.
    pub fn prominence(self) -> u8 {
        match self {
            PlaceKind::Country => 5,
            PlaceKind::Metropolis => 4,
            PlaceKind::Territory | PlaceKind::FormerCountry | PlaceKind::Region => 3,
            PlaceKind::City | PlaceKind::Feature | PlaceKind::Facility => 2,
            PlaceKind::Town | PlaceKind::District => 1,
            PlaceKind::Village => 0,
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
        /// A part in a team: `coach`, `striker`.
        Sport = "sport",
    }
}

codes! {
    /// What an event head makes of a name.
    EventKind {
        /// A battle, a summit, a festival.
        Event = "event",
        /// An index of prices.
        Index = "index",
        /// A law or treaty.
        Law = "law",
        /// A prize.
        Prize = "prize",
        /// A product.
        Product = "product",
        /// A thing called after a name: `Parkinson's disease`.
        Thing = "thing",
        /// A storm; its own name stands behind the word.
        Storm = "storm",
    }
}

codes! {
    /// Whom a word such as `Mrs` or `brother` can stand for.
    Gender {
        /// The word does not tell.
        Any = "",
        /// Women.
        Female = "female",
        /// Men.
        Male = "male",
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
        /// `are`, `visit`: British news has teams in the plural.
        Plural = "plural",
        /// `retailer`, `newspaper`, `watchdog`.
        OrganizationNoun = "org_noun",
        /// `shares`, `stake`: what one has in a company.
        Share = "share",
        /// `administration`, `cabinet`.
        Government = "government",
        /// `summit`, `talks`: what two persons have together.
        Meeting = "meeting",
    }
}

/// The code of an ordinary word that is capitalized as often as not. Each step is a tenth of a
/// natural logarithm; above it the word is more often in lower case.
pub const WORD_EVEN: u8 = 128;
/// How far from even the share of capitals must be to call a word ordinary, or a name.
const CLEARLY: u8 = 10;

/// Whether the code of a [`Class::Word`] is that of a word usually in lower case.
pub fn is_ordinary_word(code: u8) -> bool {
    code >= WORD_EVEN + CLEARLY
}

/// Whether the code of a [`Class::Word`] is that of a word usually capitalized.
pub fn is_capital_word(code: u8) -> bool {
    code < WORD_EVEN - CLEARLY
}

/// In the code of a name's part: its people put the surname first.
pub const SURNAME_FIRST: u8 = 16;

/// The cultures whose names news prints surname first.
pub const SURNAME_FIRST_CULTURES: [&str; 5] =
    ["burmese", "chinese", "khmer", "korean", "vietnamese"];
