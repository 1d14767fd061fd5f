//! Stage 4a: finds every dictionary surface in the text, over tokens.
//!
//! All readings of all surfaces are kept: which of them hold is decided in `resolve/`.

pub mod class;
mod compile;
mod files;
mod fold;
mod index;
mod layout;
mod lookup;
mod near;
pub mod user;

use std::ops::Range;

use crate::tokenize::{Case, Token, TokenKind, Tokens};

pub use class::{
    Bound, Class, Context, DayPart, Nearby, Order, Pick, PlaceKind, Position, Season, Stage, Tense,
    TitleKind, Unit,
};
pub use compile::{Problem, Source, compile};
pub use files::{Code, FILES, File, OTHER_FILES};
pub use index::{Capitals, Posting, Row};
pub use lookup::Entry;

use fold::{hash_next, hash_word};
use index::Index;
use layout::MAX_WORDS;

/// The dictionaries that came with the program.
static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));

/// The built-in dictionaries and the user's.
pub struct Gazetteer {
    built_in: Index<'static>,
    user: Vec<u8>,
}

/// One reading of a surface in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What the dictionary says.
    pub posting: Posting,
    /// Whether the dictionary is the user's.
    pub is_user: bool,
}

impl Reading {
    /// Whether a dictionary holds the surface as a place.
    pub fn is_place(&self) -> bool {
        self.posting.class == Class::Place
    }
}

/// A surface in the text.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// Index of its first token.
    pub first: usize,
    /// Index past its last token.
    pub end: usize,
    readings: (u32, u32),
}

/// Every surface found in a document.
#[derive(Debug, Default)]
pub struct Hits {
    hits: Vec<Hit>,
    readings: Vec<Reading>,
    /// For each token, the index of the first hit that starts there; one more at the end.
    starts: Vec<u32>,
    /// For each token, the hash of its folded text, or [`SKIPPED`].
    hashes: Vec<u64>,
}

impl Gazetteer {
    /// The built-in dictionaries with the user's, compiled by [`compile()`], on top; it may be empty.
    pub fn new(user: Vec<u8>) -> Self {
        Self { built_in: Index::new(BUILT_IN), user }
    }

    /// Finds the surfaces in `tokens`, each within one sentence.
    pub fn scan(&self, text: &str, tokens: &Tokens) -> Hits {
        let user = (!self.user.is_empty()).then(|| Index::new(&self.user));
        let hashes: Vec<u64> = tokens.tokens.iter().map(|token| hash_token(text, token)).collect();
        let mut hits = Hits::default();
        for sent in &tokens.sentences {
            for first in sent.tokens.clone() {
                hits.starts.push(hits.hits.len() as u32);
                if hashes[first] == SKIPPED {
                    continue;
                }
                if let Some(user) = user {
                    walk(user, true, &tokens.tokens, &hashes, first..sent.tokens.end, &mut hits);
                }
                walk(
                    self.built_in,
                    false,
                    &tokens.tokens,
                    &hashes,
                    first..sent.tokens.end,
                    &mut hits,
                );
            }
        }
        hits.starts.push(hits.hits.len() as u32);
        hits.hashes = hashes;
        hits
    }

    /// The fields of a built-in reading's row, in the order of its file's columns: quicker than
    /// [`Gazetteer::row`].
    pub fn fields(&self, reading: &Reading) -> impl Iterator<Item = &str> {
        let index = if reading.is_user { Index::new(&self.user) } else { self.built_in };
        index.fields(&reading.posting)
    }

    /// The row of a reading.
    pub fn row(&self, reading: &Reading) -> Row<'_> {
        let index = if reading.is_user { Index::new(&self.user) } else { self.built_in };
        index.row(&reading.posting)
    }
}

/// The hash of a token that stands between words of a name without being one, as hyphens do.
const SKIPPED: u64 = 0;

fn hash_token(text: &str, token: &Token) -> u64 {
    match &text[token.span.range()] {
        "-" | "‐" | "‑" => SKIPPED,
        word => hash_word(word),
    }
}

/// Adds the surfaces that start at the first token of `range` and end within it, shortest first.
fn walk(
    index: Index<'_>,
    is_user: bool,
    tokens: &[Token],
    hashes: &[u64],
    range: Range<usize>,
    hits: &mut Hits,
) {
    let mut cases = [Case::None; MAX_WORDS];
    let (mut hash, mut words) = (0, 0);
    for i in range.clone() {
        if hashes[i] == SKIPPED {
            continue;
        }
        if words == MAX_WORDS {
            return;
        }
        hash = hash_next(hash, hashes[i]);
        cases[words] = tokens[i].case;
        words += 1;
        let Some(node) = index.node(hash) else { return };
        let first = hits.readings.len();
        let allowed = index.postings(node).filter(|p| p.allows(cases[..words].iter().copied()));
        hits.readings.extend(allowed.map(|posting| Reading { posting, is_user }));
        if hits.readings.len() > first {
            let readings = (first as u32, hits.readings.len() as u32);
            hits.hits.push(Hit { first: range.start, end: i + 1, readings });
        }
        if !node.longer {
            return;
        }
    }
}

impl Hits {
    /// The surfaces that start at this token, shortest first.
    pub fn starting_at(&self, token: usize) -> &[Hit] {
        &self.hits[self.starts[token] as usize..self.starts[token + 1] as usize]
    }

    /// The readings of a surface.
    pub fn readings(&self, hit: &Hit) -> &[Reading] {
        &self.readings[hit.readings.0 as usize..hit.readings.1 as usize]
    }

    /// The readings of the tokens from `first` to `end` as one surface, the user's first.
    pub fn of(&self, first: usize, end: usize) -> impl Iterator<Item = &Reading> {
        let hits = self.starting_at(first).iter().filter(move |hit| hit.end == end);
        hits.flat_map(|hit| self.readings(hit))
    }

    /// A hash that all tokens with the same folded text share: case, diacritics and dots aside.
    pub fn hash(&self, token: usize) -> u64 {
        self.hashes[token]
    }

    /// A hash that all runs of tokens with the same folded text share, hyphens aside.
    pub fn hash_of(&self, tokens: Range<usize>) -> u64 {
        let words = tokens.map(|i| self.hashes[i]).filter(|&hash| hash != SKIPPED);
        words.fold(0, hash_next)
    }

    /// The readings of one token.
    pub fn word(&self, token: usize) -> impl Iterator<Item = &Reading> {
        self.of(token, token + 1)
    }

    /// The code of a token's reading in this class, if it has one.
    pub fn code(&self, token: usize, class: Class) -> Option<u8> {
        let mut readings = self.word(token).map(|reading| reading.posting);
        readings.find(|posting| posting.class == class).map(|posting| posting.code)
    }

    /// Whether a token has a reading in this class.
    pub fn is(&self, token: usize, class: Class) -> bool {
        self.code(token, class).is_some()
    }
}

/// A document with all that the stages before recognition know of it.
#[derive(Clone, Copy)]
pub struct Scanned<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens and sentences.
    pub tokens: &'a Tokens,
    /// The dictionary surfaces in it.
    pub hits: &'a Hits,
}

impl<'a> Scanned<'a> {
    /// The token with this index.
    pub fn token(&self, i: usize) -> &'a Token {
        &self.tokens.tokens[i]
    }

    /// The text of a token.
    pub fn word(&self, i: usize) -> &'a str {
        &self.text[self.token(i).span.range()]
    }

    /// Whether a token is this mark.
    pub fn is_mark(&self, i: usize, mark: &str) -> bool {
        self.token(i).kind == TokenKind::Mark && self.word(i) == mark
    }
}
