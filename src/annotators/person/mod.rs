//! Persons: how their names are put together.

pub(super) mod inverted;
mod rules;

use std::ops::Range;

pub use rules::RULES;

use super::{Facts, Page};
use crate::evidence::{Evidence as E, EvidenceSet};

/// Adds the evidence of given names, surnames, initials, particles and suffixes.
pub fn observe(page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
    if tokens.len() == 1 {
        return;
    }
    let first = tokens.start;
    let has_suffix = page.is(tokens.end - 1, Facts::SUFFIX);
    let last = tokens.end - 1 - usize::from(has_suffix && tokens.len() > 2);
    set.insert_if(has_suffix, E::HasSuffix);
    set.insert_if(page.is(first, Facts::INITIAL), E::FirstIsInitial);
    set.insert_if(page.is(first, Facts::HONORIFIC), E::FirstIsHonorific);
    set.insert_if(page.is(first, Facts::TITLE_STARTS), E::FirstIsTitle);
    set.insert_if(page.is(last, Facts::TITLE_ENDS), E::LastIsTitle);
    let inside = first + 1..last;
    set.insert_if(inside.clone().any(|i| page.is(i, Facts::INITIAL)), E::HasInitial);
    set.insert_if(inside.clone().any(|i| page.is(i, Facts::PARTICLE)), E::HasParticle);
    set.insert_if(page.is(first, Facts::PARTICLE), E::FirstIsParticle);
    set.insert_if(page.scanned.is_mark(first + 1, ","), E::SurnameCommaGiven);
    observe_parts(page, first, last, set);
    observe_eastern_order(page, tokens, set);
    observe_double_name(page, tokens, set);
}

/// The first and the last word as given name and surname.
fn observe_parts(page: &Page<'_>, first: usize, last: usize, set: &mut EvidenceSet) {
    let given = page.is(first, Facts::GIVEN);
    let surname = page.is(last, Facts::SURNAME);
    let known = page.is(last, Facts::KNOWN_WORD);
    set.insert_if(page.is(first, Facts::GIVEN_SURE), E::FirstIsGivenSure);
    set.insert_if(page.is(first, Facts::GIVEN_LIKELY), E::FirstIsGivenLikely);
    set.insert_if(page.is(first, Facts::GIVEN_WEAK), E::FirstIsGivenWeak);
    set.insert_if(!given && !page.is(first, Facts::INITIAL), E::FirstIsNoGiven);
    set.insert_if(page.is(last, Facts::SURNAME_SURE), E::LastIsSurnameSure);
    set.insert_if(page.is(last, Facts::SURNAME_LIKELY), E::LastIsSurnameLikely);
    set.insert_if(page.is(last, Facts::SURNAME_WEAK), E::LastIsSurnameWeak);
    set.insert_if(!surname, E::LastIsNoSurname);
    set.insert_if(page.is(last, Facts::GIVEN), E::LastIsGiven);
    set.insert_if(given && surname, E::GivenThenSurname);
    set.insert_if(given && !surname && !known, E::GivenThenUnknown);
    set.insert_if(given && !surname && known, E::GivenThenWord);
    let unknown_first = !given && !page.is(first, Facts::KNOWN_WORD);
    set.insert_if(unknown_first && surname, E::UnknownThenSurname);
}

/// `Penny Smith-Crowell`
fn observe_double_name(page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
    let given = page.is(tokens.start, Facts::GIVEN);
    let hyphen = tokens.len() > 3 && page.is(tokens.end - 2, Facts::HYPHEN);
    set.insert_if(
        given && hyphen && page.is(tokens.end - 1, Facts::NAMELIKE),
        E::GivenThenHyphened,
    );
}

/// `Park Jin`, `Kim Jong Un`, `Cho Tae-yong`, `Xi Jinping`.
fn observe_eastern_order(page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
    let words = page.words(tokens).count();
    // `Juan Manuel Santos`, `Luc Bellanger-Roy`: a given name of the west is first.
    let western = Facts::GOOD_GIVEN;
    let eastern = page.is(tokens.start, Facts::SURNAME_FIRST)
        && (!page.is(tokens.start, western) || page.is(tokens.end - 1, Facts::LOWER));
    if !eastern || !(2..=3).contains(&words) {
        return;
    }
    let hyphened = words == 3 && tokens.len() == 4 && page.is(tokens.start + 2, Facts::HYPHEN);
    set.insert_if(hyphened, E::SurnameThenHyphened);
    let given =
        page.is(tokens.end - 1, Facts::GIVEN_LAST) || page.is(tokens.start + 1, Facts::GIVEN_LAST);
    set.insert_if(given && tokens.len() == words, E::SurnameThenGiven);
}
