//! Numbered roads: `M25`, `I-95`, `U.S. 68`, `N.C. 24`.

use std::ops::Range;

use super::super::{Facts, Page};
use crate::tokenize::{Gap, TokenKind};

/// The most digits of a road's number.
const MOST_DIGITS: usize = 4;

/// Whether a number ends the name of a road that starts with the token `first`: `I-5`, `U.S. 68`.
pub fn ends_road(page: &Page<'_>, first: usize, number: usize) -> bool {
    let scanned = &page.scanned;
    if scanned.token(number).kind != TokenKind::Number || !is_number(scanned.word(number)) {
        return false;
    }
    let glued = scanned.token(number).gap == Gap::None;
    match number - first {
        // An abbreviated country or state; a count has more than its figures behind it.
        1 => !glued && scanned.word(first).ends_with('.') && page.is(first, Facts::PLACE),
        2 => glued && page.is(first + 1, Facts::HYPHEN) && is_letters(scanned.word(first)),
        _ => false,
    }
}

/// Whether a span has the form of a road's name.
pub fn is_road(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    if tokens.len() > 1 {
        return ends_road(page, tokens.start, tokens.end - 1);
    }
    let word = page.scanned.word(tokens.start);
    let letters = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
    letters == 1 && is_letters(&word[..letters]) && is_number(&word[letters..])
}

/// One or two capitals: `M`, `US`.
fn is_letters(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_number(word: &str) -> bool {
    (1..=MOST_DIGITS).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}
