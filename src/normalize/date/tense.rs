//! Whether a bare weekday or month lies behind or ahead: told by the verbs and cue words around it.

use std::ops::Range;

use crate::gazetteer::{Class, Scanned, Tense};
use crate::tokenize::Case;

/// How many tokens before and after a date are read for its tense.
const BEFORE: usize = 18;
const AFTER: usize = 12;

/// The tense of the clause in which a date stands, if its words tell.
pub fn tense(scanned: &Scanned<'_>, sentence: &Range<usize>, date: &Range<usize>) -> Option<Tense> {
    if date.start == sentence.start {
        return told_around(scanned, sentence, date);
    }
    let before = scanned.word(date.start - 1);
    let is_weekday = scanned.hits.code(date.start, Class::Weekday).is_some();
    match before {
        "until" | "Until" | "UNTIL" | "till" | "is" | "are" => Some(Tense::Future),
        "for" if is_weekday => Some(Tense::Future),
        _ if before.eq_ignore_ascii_case("by") => {
            let had = (sentence.start..date.start).any(|i| scanned.word(i) == "had");
            let told = told_around(scanned, sentence, date);
            // An order given in the past has its term ahead: `ordered him to report by May 31`.
            if had { Some(Tense::Past) } else { told.filter(|tense| *tense == Tense::Future) }
        }
        _ => told_around(scanned, sentence, date),
    }
}

/// What the nearest words before a date say of its tense, else those after it.
fn told_around(
    scanned: &Scanned<'_>,
    sentence: &Range<usize>,
    date: &Range<usize>,
) -> Option<Tense> {
    let before = (sentence.start..date.start).rev().take(BEFORE);
    let after = (date.end..sentence.end).take(AFTER);
    for i in before {
        match cue(scanned, i) {
            None if matches!(scanned.word(i), ";" | ":") => break,
            None => {}
            told => return told,
        }
    }
    after.into_iter().find_map(|i| cue(scanned, i))
}

/// What a word says of the tense. A participle after `be` is one of the future: `to be held`.
fn cue(scanned: &Scanned<'_>, token: usize) -> Option<Tense> {
    let listed = scanned.hits.code(token, Class::Tense).and_then(Tense::from_code);
    let word = scanned.word(token);
    let lower = scanned.token(token).case == Case::Lower;
    let regular = word.len() > 4 && word.ends_with("ed") && lower;
    let before = if token > 0 { scanned.word(token - 1) } else { "" };
    if word == "to" && ["is", "are", "was", "were"].contains(&before) {
        return Some(Tense::Future);
    }
    let found = listed.or(regular.then_some(Tense::Past))?;
    let listed_before = token.checked_sub(1).and_then(|i| scanned.hits.code(i, Class::Tense));
    let after_modal = listed_before == Some(Tense::Future as u8);
    if before == "to" && !regular {
        return None;
    }
    Some(if before == "be" || after_modal && !regular { Tense::Future } else { found })
}
