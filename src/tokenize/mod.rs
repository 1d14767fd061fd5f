//! Stage 3: cuts the visible text into [`Token`]s and [`Sentence`]s.
//!
//! Words are those of Unicode's UAX 29 (`unicode-segmentation`) with what news needs on top:
//! abbreviations and initials keep their dot (`U.S.`, `Jan.`, `J.`), the possessive `'s` stands
//! apart, and hyphens always separate. Nothing here knows a name.

pub(crate) mod pieces;
mod sentences;
pub(crate) mod token;
pub(crate) mod words;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::clean::{Layout, SectionKind};

pub use token::{Case, Gap, Token, TokenKind};

/// A run of tokens that ends with a full stop, a line or a block.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The indices of its tokens; never empty.
    pub tokens: Range<usize>,
    /// The part of the article in which it stands.
    pub section: SectionKind,
    /// Whether it is set in capitals, so that capitals say nothing about names.
    pub all_caps: bool,
}

/// The tokens and sentences of a document.
#[derive(Debug, Default)]
pub struct Tokens {
    /// In the order of the text.
    pub tokens: Vec<Token>,
    /// In the order of the text; together they hold every token once.
    pub sentences: Vec<Sentence>,
}

/// Cuts the text that `layout` leaves visible.
pub fn tokenize(text: &str, layout: &Layout) -> Tokens {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut sentences = Vec::new();
    for section in &layout.sections {
        let first = tokens.len();
        let visible = &text[section.span.range()];
        words::cut(visible, section.span.start, |word| ABBREVIATIONS.contains(word), &mut tokens);
        if let Some(token) = tokens.get_mut(first) {
            token.gap = Gap::Block;
        }
        sentences::cut(text, &tokens, first, section.kind, &mut sentences);
    }
    Tokens { tokens, sentences }
}

/// Abbreviations as printed, without their dot.
static ABBREVIATIONS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| rows(include_str!("../../dictionaries/trigger/abbreviations.tsv")).collect());

/// Words that start a sentence though an abbreviation stands before them, in lower case.
static STARTERS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    rows(include_str!("../../dictionaries/trigger/sentence_starters.tsv")).collect()
});

/// The first column of a dictionary's rows.
fn rows(tsv: &'static str) -> impl Iterator<Item = &'static str> {
    tsv.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').next())
}
