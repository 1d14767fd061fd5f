//! Where sentences end: at full stops that are not part of an abbreviation, at blank lines, and at
//! line breaks unless the text is wrapped to a width.

use super::token::{Case, Gap, Token, TokenKind};
use super::{STARTERS, Sentence};
use crate::clean::SectionKind;

/// The width in bytes of lines that an editor or a mail program wrapped.
const WRAPPED_LINE: std::ops::RangeInclusive<usize> = 45..=100;

/// Appends the sentences of `tokens[first..]`, which all stand in one section.
pub fn cut(
    text: &str,
    tokens: &[Token],
    first: usize,
    section: SectionKind,
    sentences: &mut Vec<Sentence>,
) {
    let mut block_start = first;
    while block_start < tokens.len() {
        let block_end = (block_start + 1..tokens.len())
            .find(|&i| tokens[i].gap == Gap::Block)
            .unwrap_or(tokens.len());
        let block = &tokens[block_start..block_end];
        let wrapped = is_wrapped(block);
        let mut start = block_start;
        for i in block_start + 1..=block_end {
            if i == block_end || ends_before(text, tokens, i, wrapped) {
                let range = start..i;
                let all_caps = is_all_caps(&tokens[range.clone()]);
                sentences.push(Sentence { tokens: range, section, all_caps });
                start = i;
            }
        }
        block_start = block_end;
    }
}

/// Whether the block's line breaks come from wrapping: every line but the last is about full.
fn is_wrapped(block: &[Token]) -> bool {
    let mut line_start = block[0].span.start;
    let mut line_end = block[0].span.end;
    let mut lines = 0;
    for token in &block[1..] {
        if token.gap == Gap::Line {
            if !WRAPPED_LINE.contains(&(line_end - line_start)) {
                return false;
            }
            lines += 1;
            line_start = token.span.start;
        }
        line_end = token.span.end;
    }
    lines > 0
}

/// Whether a sentence ends between token `i - 1` and token `i` of one block.
fn ends_before(text: &str, tokens: &[Token], i: usize, wrapped: bool) -> bool {
    let token = &tokens[i];
    if token.gap == Gap::Line && !wrapped {
        return true;
    }
    if token.gap == Gap::None || matches!(token.case, Case::Lower | Case::Mixed) {
        return false;
    }
    let closing =
        |token: &Token| matches!(&text[token.span.range()], "\"" | "”" | "’" | "'" | ")" | "]");
    let Some(last) = (0..i).rev().find(|&j| !closing(&tokens[j])) else {
        return false;
    };
    let end = &text[tokens[last].span.range()];
    match end {
        "." | "!" | "?" | "…" => tokens[last].kind == TokenKind::Mark,
        _ if end.ends_with('.') && last == i - 1 => starts_sentence(text, token),
        _ => false,
    }
}

/// Whether a word that stands after an abbreviation's dot is one that starts sentences.
fn starts_sentence(text: &str, token: &Token) -> bool {
    token.case == Case::Title && STARTERS.contains(text[token.span.range()].to_lowercase().as_str())
}

/// Whether capitals say nothing here: two words of four letters or more, and no letter in lower case
/// but for short words; or three words with one such, and none in lower case.
fn is_all_caps(tokens: &[Token]) -> bool {
    let long = |token: &&Token| token.is_word() && token.span.len() >= 4;
    let upper = tokens.iter().filter(long).filter(|t| t.case == Case::Upper).count();
    let other = tokens.iter().filter(long).filter(|t| t.case != Case::Upper).count();
    let words = || tokens.iter().filter(|token| token.is_word());
    let short = upper == 1 && words().count() >= 3 && words().all(|t| t.case == Case::Upper);
    short || upper >= 2 && upper >= 4 * other
}
