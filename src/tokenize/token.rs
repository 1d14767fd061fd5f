//! [`Token`]: a word, number or mark, with its shape. Shared with `build.rs`.

use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Starts with a letter: a word, an abbreviation with its dot, a possessive `'s`.
    Word,
    /// Starts with a digit: `9`, `1,000.5`, `9th`, `1990s`.
    Number,
    /// Anything else: one mark each.
    Mark,
}

/// How a token is capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No letter that has case.
    None,
    /// All letters are lower case.
    Lower,
    /// The first letter is a capital, and it is the only letter or a lower-case one follows.
    Title,
    /// Two letters or more, all capitals.
    Upper,
    /// The first letter is lower case and a later one a capital (`eBay`).
    Mixed,
}

impl Case {
    /// The case of `word`, by all its letters.
    pub fn of(word: &str) -> Case {
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) && !word.is_empty() {
            return Case::Lower;
        }
        let (mut upper, mut lower, mut first_upper) = (0u32, 0u32, false);
        for c in word.chars() {
            if c.is_uppercase() {
                first_upper |= upper + lower == 0;
                upper += 1;
            } else if c.is_lowercase() {
                lower += 1;
            }
        }
        match (upper, lower) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (2.., 0) => Case::Upper,
            _ if first_upper => Case::Title,
            _ => Case::Mixed,
        }
    }
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    None,
    /// Spaces or tabs.
    Space,
    /// One line break.
    Line,
    /// A blank line, masked text, or the start of the document.
    Block,
}

impl Gap {
    /// The gap that a run of white space makes.
    pub fn of(white: &str) -> Gap {
        match white.bytes().filter(|&b| b == b'\n').count() {
            0 if white.is_empty() => Gap::None,
            0 => Gap::Space,
            1 => Gap::Line,
            _ => Gap::Block,
        }
    }
}

/// A word, number or mark of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalized.
    pub case: Case,
    /// What stands before it.
    pub gap: Gap,
}

impl Token {
    /// Whether it is a word that starts with a capital letter.
    pub fn is_capitalized(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}
