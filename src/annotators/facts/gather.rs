//! Gathers the [`Facts`] of each token: its own shape and readings, and where the surfaces of several
//! words start and end.

use std::ops::Range;

use super::Facts;
use crate::clean::SectionKind;
use crate::gazetteer::class::SURNAME_FIRST;
use crate::gazetteer::{
    Class, Context, EventKind, PlaceKind, Position, Posting, Scanned, TitleKind, is_capital_word,
    is_ordinary_word,
};
use crate::tokenize::{Case, Token, TokenKind};

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
            let last = posting.code & SURNAME_FIRST != 0;
            if last { grade | Facts::GIVEN_LAST } else { grade }
        }
        Class::Surname => {
            let grade = graded(Facts::SURNAME_SURE, Facts::SURNAME_LIKELY, Facts::SURNAME_WEAK);
            let first = posting.code & SURNAME_FIRST != 0;
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
