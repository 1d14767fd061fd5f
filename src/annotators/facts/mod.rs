//! [`Facts`]: what the dictionaries and its shape say of each token, as bits, so that evidence about
//! many spans is gathered without looking anything up twice.

mod gather;

pub use gather::gather;

/// Declares the bits by their names.
macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        #[derive(Clone, Copy)]
        #[repr(u8)]
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Bit { $($name,)* }
        impl Facts { $($(#[$doc])* pub const $name: Facts = Facts(1 << Bit::$name as u64);)* }
    };
}

/// A set of facts about a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts(u64);

facts! {
    /// A word that its capitals make a possible name.
    NAMELIKE,
    /// All in capitals.
    UPPER,
    /// In lower case.
    LOWER,
    /// `J.`
    INITIAL,
    /// A number.
    NUMBER,
    /// A hyphen.
    HYPHEN,
    /// A word or mark that may stand inside a name.
    CONNECTOR,
    /// A particle of persons' names.
    PARTICLE,
    /// `Jr.`
    SUFFIX,
    /// A given name of a people that puts the surname first.
    GIVEN_LAST,
    GIVEN_SURE,
    GIVEN_LIKELY,
    GIVEN_WEAK,
    SURNAME_SURE,
    SURNAME_LIKELY,
    SURNAME_WEAK,
    /// A surname of a people that puts it first.
    SURNAME_FIRST,
    /// Usually in lower case.
    WORD,
    /// As often in lower case as capitalized.
    WORD_MIXED,
    /// Usually capitalized.
    WORD_CAPITAL,
    STOP,
    /// `the`, `if`, `in`, also with a capital.
    FUNCTION,
    HONORIFIC,
    DEMONYM,
    LEGAL_FORM,
    /// An organization word, at the start of a name or at the end.
    ORGANIZATION_FIRST,
    ORGANIZATION_LAST,
    PLACE_FIRST,
    PLACE_LAST,
    EVENT,
    /// A word of storms: the storm's own name may follow.
    STORM,
    SPEECH,
    LOCATIVE,
    MOTION,
    LOCATED,
    SPORT,
    MARKET,
    COMPASS,
    PERSON_VERB,
    ORGANIZATION_VERB,
    PLURAL_VERB,
    /// A common noun for organizations: `retailer`.
    ORGANIZATION_NOUN,
    SHARE,
    /// `administration`, `cabinet`.
    GOVERNMENT,
    /// `summit`, `talks`.
    MEETING,
    DATE,
    PLACE,
    /// A country, region or city of over a million.
    BIG_PLACE,
    ORGANIZATION,
    PERSON,
    /// A title starts, or ends, with this token.
    TITLE_STARTS,
    TITLE_ENDS,
    RELATION_ENDS,
    /// A place's name of one or more words starts, or ends, with this token.
    PLACE_STARTS,
    PLACE_ENDS,
    DEMONYM_ENDS,
    /// `Ministry of` ends with this token.
    ORGANIZATION_HEAD_ENDS,
    /// Inside a dictionary name of several words.
    IN_LISTED_NAME,
    /// Inside an event's, law's or thing's name of several words.
    IN_EVENT_NAME,
    /// A title of sport starts with this token.
    SPORT_TITLE,
    /// In the slug that starts a wire's headline: `SOCCER`.
    SLUG,
}

impl Facts {
    /// Any of the readings as a given name.
    pub const GIVEN: Facts = Facts(Self::GIVEN_SURE.0 | Self::GIVEN_LIKELY.0 | Self::GIVEN_WEAK.0);
    /// Any of the readings as a surname.
    pub const SURNAME: Facts =
        Facts(Self::SURNAME_SURE.0 | Self::SURNAME_LIKELY.0 | Self::SURNAME_WEAK.0);
    /// A given name, surely or likely.
    pub const GOOD_GIVEN: Facts = Facts(Self::GIVEN_SURE.0 | Self::GIVEN_LIKELY.0);
    /// A surname, surely or likely.
    pub const GOOD_SURNAME: Facts = Facts(Self::SURNAME_SURE.0 | Self::SURNAME_LIKELY.0);
    /// Known to the list of words, whatever its case.
    pub const KNOWN_WORD: Facts = Facts(Self::WORD.0 | Self::WORD_MIXED.0 | Self::WORD_CAPITAL.0);
    /// Listed as a name by itself.
    pub const NAME: Facts = Facts(Self::PLACE.0 | Self::ORGANIZATION.0 | Self::PERSON.0);

    /// Both sets together; as `|`, for constants.
    pub const fn or(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }

    /// Whether any of `facts` holds.
    pub fn any(self, facts: Facts) -> bool {
        self.0 & facts.0 != 0
    }

    fn add(&mut self, facts: Facts) {
        self.0 |= facts.0;
    }

    fn remove(&mut self, facts: Facts) {
        self.0 &= !facts.0;
    }

    fn add_if(&mut self, holds: bool, facts: Facts) {
        if holds {
            self.add(facts);
        }
    }
}

impl std::ops::BitOr for Facts {
    type Output = Facts;

    fn bitor(self, other: Facts) -> Facts {
        self.or(other)
    }
}
