//! Words, numbers and marks. Shared with `build.rs`, so that dictionary surfaces are cut as texts are.

use super::pieces::Pieces;
use super::token::{Case, Gap, Token, TokenKind};
use crate::span::Span;

/// The possessive ending, with either apostrophe.
pub const POSSESSIVES: [&str; 4] = ["'s", "’s", "'S", "’S"];

/// Appends the tokens of `text`, which stands at byte `base` of its document.
///
/// `is_abbreviation` is asked of a word without its dot whether the dot belongs to it.
pub fn cut(
    text: &str,
    base: usize,
    is_abbreviation: impl Fn(&str) -> bool,
    tokens: &mut Vec<Token>,
) {
    let mut pieces = Pieces::new(text).peekable();
    let mut gap_start = 0;
    while let Some((start, piece)) = pieces.next() {
        let kind = match piece.chars().next() {
            Some(c) if c.is_whitespace() || is_invisible(c) => continue,
            Some(c) if c.is_alphabetic() => TokenKind::Word,
            Some(c) if c.is_numeric() => TokenKind::Number,
            _ => TokenKind::Mark,
        };
        let mut end = start + piece.len();
        if kind == TokenKind::Word
            && pieces.peek().is_some_and(|&(_, next)| next == ".")
            && keeps_dot(piece, &is_abbreviation)
        {
            pieces.next();
            end += 1;
        }
        let gap = Gap::of(&text[gap_start..start]);
        gap_start = end;
        let possessive = if kind == TokenKind::Word { possessive_len(piece) } else { 0 };
        for (from, to, gap) in [(start, end - possessive, gap), (end - possessive, end, Gap::None)]
        {
            if from < to {
                let (span, case) = (Span::new(base + from, base + to), Case::of(&text[from..to]));
                tokens.push(Token { span, kind, case, gap });
            }
        }
    }
}

/// Whether the dot after `word` is part of it: initials, `U.S`, `a.m`, and the listed ones.
fn keeps_dot(word: &str, is_abbreviation: impl Fn(&str) -> bool) -> bool {
    let mut chars = word.chars();
    let initial = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase());
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    initial || dotted || is_abbreviation(word)
}

/// The length in bytes of a possessive `'s` at the end of `word`, with either apostrophe, or 0.
fn possessive_len(word: &str) -> usize {
    if !word.ends_with(['s', 'S']) {
        return 0;
    }
    let found = POSSESSIVES.into_iter().find(|ending| word.ends_with(ending));
    found.filter(|ending| ending.len() < word.len()).map_or(0, str::len)
}

/// Zero-width marks, the byte order mark and soft hyphens: they separate nothing and show nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}
