//! Whether a bare weekday or month lies behind or ahead: told by the verbs and cue words around it.

use std::ops::Range;

use crate::gazetteer::{Class, Scanned, Tense};

/// How many tokens before and after a date are read for its tense.
const BEFORE: usize = 14;
const AFTER: usize = 12;

/// The tense of the clause in which a date stands, if its words tell.
pub fn tense(scanned: &Scanned<'_>, sentence: &Range<usize>, date: &Range<usize>) -> Option<Tense> {
    let before = (sentence.start..date.start).rev().take(BEFORE);
    let after = (date.end..sentence.end).take(AFTER);
    let mut seen_past = false;
    for i in before {
        match cue(scanned, i) {
            Some(Tense::Future) => return Some(Tense::Future),
            Some(Tense::Past) => {
                seen_past = true;
                break;
            }
            None if matches!(scanned.word(i), ";" | ":") => break,
            None => {}
        }
    }
    if seen_past {
        return Some(Tense::Past);
    }
    after.into_iter().find_map(|i| cue(scanned, i))
}

/// What a word says of the tense.
fn cue(scanned: &Scanned<'_>, token: usize) -> Option<Tense> {
    let listed = scanned.hits.code(token, Class::Tense).and_then(Tense::from_code);
    let word = scanned.word(token);
    let regular = word.len() > 4
        && word.ends_with("ed")
        && scanned.token(token).case == crate::tokenize::Case::Lower;
    listed.or(regular.then_some(Tense::Past))
}
