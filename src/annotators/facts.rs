//! [`Facts`]: what the dictionaries and its shape say of each token, as bits, so that evidence about
//! many spans is gathered without looking anything up twice.

use std::ops::Range;

use crate::clean::SectionKind;
use crate::gazetteer::{
    Class, Context, EventKind, PlaceKind, Position, Posting, Scanned, TitleKind, is_capital_word,
    is_ordinary_word,
};
use crate::tokenize::{Case, Token, TokenKind};

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
    /// Known to the list of words, whatever its case.
    pub const KNOWN_WORD: Facts = Facts(Self::WORD.0 | Self::WORD_MIXED.0 | Self::WORD_CAPITAL.0);
    /// What makes a word in a line of capitals a possible name although it is an ordinary word.
    const NAME: Facts = Facts(Self::PLACE.0 | Self::ORGANIZATION.0 | Self::PERSON.0);

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

/// A longer word in capitals is seldom an acronym, in bytes.
const LONGEST_ACRONYM: usize = 4;

/// Words that may stand inside a name though they are in lower case.
const CONNECTORS: [&str; 9] = ["of", "and", "the", "for", "in", "on", "at", "to", "&"];

/// The facts of every token of a document.
pub fn gather(scanned: &Scanned<'_>) -> Vec<Facts> {
    let tokens = &scanned.tokens.tokens;
    let mut facts: Vec<Facts> = (0..tokens.len()).map(|i| of_token(scanned, i)).collect();
    for first in 0..tokens.len() {
        for hit in scanned.hits.starting_at(first) {
            let last = hit.end - 1;
            for reading in scanned.hits.readings(hit) {
                mark_edges(&mut facts, first, last, reading.posting);
            }
        }
    }
    for sent in &scanned.tokens.sentences {
        mark_slugs(scanned, &mut facts, sent.tokens.clone());
        let facts = &mut facts[sent.tokens.clone()];
        let title_case = sent.section == SectionKind::Headline && is_title_case(facts);
        if !sent.all_caps {
            facts.iter_mut().zip(&tokens[sent.tokens.clone()]).for_each(forget_word);
        }
        if sent.all_caps || title_case {
            facts.iter_mut().for_each(truecase);
        }
    }
    facts
}

/// Marks the slugs at the start of a sentence, `SOCCER-`, `ICE HOCKEY, HANDBALL -`: they are no names.
fn mark_slugs(scanned: &Scanned<'_>, facts: &mut [Facts], sent: Range<usize>) {
    let mut from = sent.start;
    while from < sent.end {
        let slug = scanned.hits.longest(from, Class::Slug);
        let Some((slug, _)) = slug.filter(|(slug, _)| slug.end < sent.end) else { return };
        let upper = (from..slug.end).all(|i| facts[i].any(Facts::UPPER | Facts::HYPHEN));
        if !upper || !matches!(scanned.word(slug.end), "-" | "–" | "—" | "," | ":" | "/") {
            return;
        }
        for facts in &mut facts[from..slug.end] {
            facts.remove(Facts::NAMELIKE);
            facts.add(Facts::SLUG);
        }
        from = slug.end + 1;
    }
}

/// Whether capitals say nothing in a headline: its ordinary words have them too.
fn is_title_case(facts: &[Facts]) -> bool {
    let ordinary = || facts.iter().skip(1).filter(|facts| facts.any(Facts::WORD));
    let capitalized = ordinary().filter(|facts| facts.any(Facts::NAMELIKE)).count();
    capitalized >= 2 && capitalized * 2 > ordinary().count()
}

/// In a line of capitals, an ordinary word is no name unless a dictionary holds it as one or it is a
/// company's legal form; `IN` is not Indiana.
fn truecase(facts: &mut Facts) {
    let ordinary = facts.any(Facts::WORD) || facts.any(Facts::STOP);
    let named = Facts::NAME | Facts::IN_LISTED_NAME | Facts::LEGAL_FORM;
    if ordinary && !facts.any(named) || facts.any(Facts::FUNCTION) {
        facts.remove(Facts::NAMELIKE);
    }
}

/// Outside lines of capitals, a short word all in capitals is not the word of the word list: `US`,
/// `WHO`. A longer one may head a table: `PURPOSE:`.
fn forget_word((facts, token): (&mut Facts, &Token)) {
    if facts.any(Facts::UPPER) && token.span.len() <= LONGEST_ACRONYM {
        facts.remove(Facts::KNOWN_WORD | Facts::STOP | Facts::FUNCTION);
    }
}

/// What shape and one-word readings say of a token.
fn of_token(scanned: &Scanned<'_>, i: usize) -> Facts {
    let token = scanned.token(i);
    let word = scanned.word(i);
    let mut facts = Facts::default();
    match token.kind {
        TokenKind::Number => {
            facts.add(Facts::NUMBER);
            facts.add_if(matches!(token.case, Case::Title | Case::Upper), Facts::NAMELIKE);
        }
        TokenKind::Mark => facts.add_if(matches!(word, "-" | "‐" | "‑"), Facts::HYPHEN),
        TokenKind::Word => {
            let possessive = scanned.is_possessive(i);
            facts.add_if(!possessive && token.case != Case::Lower, Facts::NAMELIKE);
            facts.add_if(!possessive && token.case == Case::Upper, Facts::UPPER);
            facts.add_if(token.case == Case::Lower, Facts::LOWER);
            let initial = word.ends_with('.') && token.is_capitalized() && word.len() <= 5;
            facts.add_if(
                initial && word.chars().filter(|&c| c == '.').count() * 2 == word.chars().count(),
                Facts::INITIAL,
            );
        }
    }
    facts.add_if(CONNECTORS.contains(&word), Facts::CONNECTOR);
    // Of several rows for a given name or a surname the first counts: curated files stand before
    // generated ones.
    for reading in scanned.hits.word(i) {
        let graded = match reading.posting.class {
            Class::GivenName => Facts::GIVEN,
            Class::Surname => Facts::SURNAME,
            _ => Facts::default(),
        };
        if !facts.any(graded) {
            facts.add(of_posting(reading.posting));
        }
    }
    if facts.any(Facts::INITIAL) {
        // `A.` of `A. Waller` is not the article.
        facts.remove(Facts::KNOWN_WORD | Facts::STOP | Facts::FUNCTION);
    }
    facts
}

/// What one reading of a word says.
fn of_posting(posting: Posting) -> Facts {
    let graded = |sure: Facts, likely: Facts, weak: Facts| match posting.code & 15 {
        7.. => sure,
        5.. => likely,
        _ => weak,
    };
    match posting.class {
        Class::GivenName => {
            let grade = graded(Facts::GIVEN_SURE, Facts::GIVEN_LIKELY, Facts::GIVEN_WEAK);
            let last = posting.code & crate::gazetteer::class::SURNAME_FIRST != 0;
            if last { grade | Facts::GIVEN_LAST } else { grade }
        }
        Class::Surname => {
            let grade = graded(Facts::SURNAME_SURE, Facts::SURNAME_LIKELY, Facts::SURNAME_WEAK);
            let first = posting.code & crate::gazetteer::class::SURNAME_FIRST != 0;
            if first { grade | Facts::SURNAME_FIRST } else { grade }
        }
        Class::Particle if posting.code == Position::Suffix as u8 => Facts::SUFFIX,
        Class::Particle => Facts::PARTICLE,
        Class::Person => Facts::PERSON,
        Class::Word if is_ordinary_word(posting.code) => Facts::WORD,
        Class::Word if is_capital_word(posting.code) => Facts::WORD_CAPITAL,
        Class::Word => Facts::WORD_MIXED,
        Class::Stop => Facts::STOP,
        Class::Function => Facts::FUNCTION,
        Class::Honorific => Facts::HONORIFIC,
        Class::Demonym => Facts::DEMONYM,
        Class::LegalForm => Facts::LEGAL_FORM,
        Class::OrganizationHead => {
            by_position(posting.code, Facts::ORGANIZATION_FIRST, Facts::ORGANIZATION_LAST)
        }
        Class::PlaceHead => by_position(posting.code, Facts::PLACE_FIRST, Facts::PLACE_LAST),
        Class::EventHead => Facts::EVENT,
        Class::Context => of_context(posting.code),
        Class::Month | Class::Weekday | Class::Holiday | Class::Date => Facts::DATE,
        Class::Place => {
            let big = PlaceKind::from_code(posting.code)
                .is_some_and(|kind| kind <= PlaceKind::Metropolis);
            if big { Facts::PLACE | Facts::BIG_PLACE } else { Facts::PLACE }
        }
        Class::Organization => Facts::ORGANIZATION,
        _ => Facts::default(),
    }
}

fn by_position(code: u8, first: Facts, last: Facts) -> Facts {
    match Position::from_code(code) {
        Some(Position::First) => first,
        Some(Position::Both) => first | last,
        _ => last,
    }
}

fn of_context(code: u8) -> Facts {
    match Context::from_code(code) {
        Some(Context::Speech) => Facts::SPEECH,
        Some(Context::Locative) => Facts::LOCATIVE,
        Some(Context::Motion) => Facts::MOTION,
        Some(Context::Located) => Facts::LOCATED,
        Some(Context::Sport) => Facts::SPORT,
        Some(Context::Market) => Facts::MARKET,
        Some(Context::PersonVerb) => Facts::PERSON_VERB,
        Some(Context::OrganizationVerb) => Facts::ORGANIZATION_VERB,
        Some(Context::Compass) => Facts::COMPASS,
        Some(Context::Plural) => Facts::PLURAL_VERB,
        Some(Context::OrganizationNoun) => Facts::ORGANIZATION_NOUN,
        Some(Context::Share) => Facts::SHARE,
        Some(Context::Government) => Facts::GOVERNMENT,
        Some(Context::Meeting) => Facts::MEETING,
        None => Facts::default(),
    }
}

/// Marks where surfaces of one or more words start and end.
fn mark_edges(facts: &mut [Facts], first: usize, last: usize, posting: Posting) {
    match posting.class {
        Class::Title => {
            facts[first].add(Facts::TITLE_STARTS);
            let sport = posting.code == TitleKind::Sport as u8;
            facts[first].add_if(sport, Facts::SPORT_TITLE);
            facts[last].add(Facts::TITLE_ENDS);
        }
        // `A/S`, `S.p.A.` of several tokens.
        Class::LegalForm if last > first => facts[last].add(Facts::LEGAL_FORM),
        Class::Relation => facts[last].add(Facts::RELATION_ENDS),
        Class::Place => {
            facts[first].add(Facts::PLACE_STARTS);
            facts[last].add(Facts::PLACE_ENDS);
        }
        Class::Demonym => facts[last].add(Facts::DEMONYM_ENDS),
        Class::OrganizationHead if posting.code == Position::First as u8 => {
            facts[first].add(Facts::ORGANIZATION_FIRST);
            facts[last].add(Facts::ORGANIZATION_HEAD_ENDS);
        }
        Class::OrganizationHead => facts[last].add(Facts::ORGANIZATION_LAST),
        Class::PlaceHead if posting.code == Position::First as u8 => {
            facts[first].add(Facts::PLACE_FIRST);
        }
        // The `White House` of `the Bush White House`.
        Class::Context if last > first => facts[first].add(of_context(posting.code)),
        Class::EventHead => {
            facts[last].add(Facts::EVENT);
            facts[last].add_if(posting.code == EventKind::Storm as u8, Facts::STORM);
            if last > first {
                let inside = facts[first..=last].iter_mut();
                inside.for_each(|facts| facts.add(Facts::IN_EVENT_NAME));
            }
        }
        _ => {}
    }
    if posting.class.is_name() && last > first {
        facts[first..=last].iter_mut().for_each(|facts| facts.add(Facts::IN_LISTED_NAME));
    }
}
