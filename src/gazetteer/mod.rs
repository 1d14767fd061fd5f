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
mod time;
pub mod user;

use std::ops::Range;

use crate::tokenize::{Case, Token, TokenKind, Tokens, words};

pub use class::{
    Class, Context, EventKind, Gender, Order, PlaceKind, Position, TitleKind, is_capital_word,
    is_ordinary_word,
};
pub use compile::{Problem, Source, compile};
pub use files::{Code, FILES, File, OTHER_FILES};
pub use index::{Capitals, Posting, Row};
pub use lookup::Entry;
pub use time::{Bound, DayPart, Nearby, Pick, Season, Stage, Tense, Unit};

pub(crate) use compile::surface_hash;

pub(crate) use fold::fnv;

use fold::{hash_next, hash_word};
use index::{Index, Node};
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

    /// Whether a dictionary holds the surface as a place of this kind.
    pub fn is_kind(&self, kind: PlaceKind) -> bool {
        self.is_place() && self.posting.code == kind as u8
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

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

const _: () = assert!(Class::ALL.len() <= u64::BITS as usize, "a class is a bit");

impl Classes {
    /// The set of one class.
    pub const fn of(class: Class) -> Self {
        Self(1 << class as u8)
    }

    /// The classes of both sets.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set as bits, that of the first class the lowest.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether the sets have a class in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Every surface found in a document.
#[derive(Debug, Default)]
pub struct Hits {
    hits: Vec<Hit>,
    readings: Vec<Reading>,
    /// For each token, the classes of the surfaces that start there.
    classes: Vec<Classes>,
    /// For each token, the index of the first hit that starts there; one more at the end.
    starts: Vec<u32>,
    /// For each token, the hash of its folded text, or [`SKIPPED`].
    hashes: Vec<u64>,
    /// Whether the user's dictionaries hold any of the surfaces.
    has_user: bool,
}

impl Gazetteer {
    /// The built-in dictionaries with the user's, compiled by [`compile()`], on top; it may be empty.
    pub fn new(user: Vec<u8>) -> Self {
        Self { built_in: Index::new(BUILT_IN), user }
    }

    /// Finds the surfaces in `tokens`, each within one sentence.
    pub fn scan(&self, text: &str, tokens: &Tokens) -> Hits {
        let hashes: Vec<u64> = tokens.tokens.iter().map(|token| hash_token(text, token)).collect();
        let classes = vec![Classes::default(); hashes.len()];
        let mut hits = Hits { hashes, classes, ..Hits::default() };
        let walks: Vec<Walk<'_>> = self
            .indexes()
            .map(|(is_user, index)| Walk::new(index, is_user, tokens, &hits))
            .collect();
        for sent in &tokens.sentences {
            for first in sent.tokens.clone() {
                hits.starts.push(hits.hits.len() as u32);
                walks.iter().for_each(|walk| walk.from(first, sent.tokens.end, &mut hits));
            }
        }
        hits.starts.push(hits.hits.len() as u32);
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

/// A shorter first word in lower case starts no name, in bytes.
const SHORTEST_LOWER_NAME: usize = 4;

/// The hash of a token that stands between words of a name without being one, as hyphens do.
const SKIPPED: u64 = 0;

fn hash_token(text: &str, token: &Token) -> u64 {
    match &text[token.span.range()] {
        "-" | "‐" | "‑" => SKIPPED,
        word => hash_word(word),
    }
}

/// A walk over the tokens of a document with one dictionary.
struct Walk<'a> {
    index: Index<'a>,
    is_user: bool,
    tokens: &'a [Token],
    /// What the index knows of each token by itself. Looked up for all tokens at once, since the
    /// processor then waits for the memory of several at a time.
    alone: Vec<Option<Node>>,
}

impl<'a> Walk<'a> {
    fn new(index: Index<'a>, is_user: bool, tokens: &'a Tokens, hits: &Hits) -> Self {
        let alone = hits.hashes.iter().map(|&hash| index.node(hash_next(0, hash))).collect();
        Self { index, is_user, tokens: &tokens.tokens, alone }
    }

    /// Adds the surfaces that start at the token `first` and end at `end` at the latest, shortest
    /// first.
    fn from(&self, first: usize, end: usize, hits: &mut Hits) {
        if hits.hashes[first] == SKIPPED {
            return;
        }
        let mut cases = [Case::None; MAX_WORDS];
        let (mut hash, mut words) = (0, 0);
        for i in first..end {
            if hits.hashes[i] == SKIPPED {
                continue;
            }
            if words == MAX_WORDS {
                return;
            }
            hash = hash_next(hash, hits.hashes[i]);
            cases[words] = self.tokens[i].case;
            words += 1;
            let node = if i == first { self.alone[i] } else { self.index.node(hash) };
            let Some(node) = node else { return };
            self.add(node, &cases[..words], first..i + 1, hits);
            if !node.longer {
                return;
            }
        }
    }

    /// Whether a word in lower case is hardly ever meant to be: texts of the web write `florida`.
    fn is_name_alone(&self, token: usize) -> bool {
        let mut postings = self.alone[token].into_iter().flat_map(|node| self.index.postings(node));
        self.tokens[token].span.len() >= SHORTEST_LOWER_NAME
            && !postings
                .any(|posting| posting.class == Class::Word && !is_capital_word(posting.code))
    }

    /// Adds the readings of a node that allow these cases of its words, and large places in lower
    /// case.
    fn add(&self, node: Node, cases: &[Case], tokens: Range<usize>, hits: &mut Hits) {
        let first = hits.readings.len();
        let lower = cases.iter().all(|&case| case == Case::Lower);
        for posting in self.index.postings(node) {
            let allowed = posting.allows(cases.iter().copied())
                || lower && posting.is_large_place() && self.is_name_alone(tokens.start);
            if allowed {
                let classes = &mut hits.classes[tokens.start];
                *classes = classes.or(Classes::of(posting.class));
                hits.readings.push(Reading { posting, is_user: self.is_user });
            }
        }
        if hits.readings.len() > first {
            let readings = (first as u32, hits.readings.len() as u32);
            hits.hits.push(Hit { first: tokens.start, end: tokens.end, readings });
            hits.has_user |= self.is_user;
        }
    }
}

impl Hits {
    /// The surfaces that start at this token, shortest first.
    pub fn starting_at(&self, token: usize) -> &[Hit] {
        &self.hits[self.starts[token] as usize..self.starts[token + 1] as usize]
    }

    /// The classes of the surfaces that start at this token, whatever their length.
    pub fn classes(&self, token: usize) -> Classes {
        self.classes[token]
    }

    /// The readings of a surface.
    pub fn readings(&self, hit: &Hit) -> &[Reading] {
        &self.readings[hit.readings.0 as usize..hit.readings.1 as usize]
    }

    /// The longest surface of this class that starts at this token, with its reading.
    pub fn longest(&self, token: usize, class: Class) -> Option<(&Hit, Posting)> {
        if !self.classes(token).meets(Classes::of(class)) {
            return None;
        }
        self.starting_at(token).iter().rev().find_map(|hit| {
            let mut readings = self.readings(hit).iter().map(|reading| reading.posting);
            Some((hit, readings.find(|posting| posting.class == class)?))
        })
    }

    /// The readings of the tokens from `first` to `end` as one surface, the user's first.
    pub fn of(&self, first: usize, end: usize) -> impl Iterator<Item = &Reading> {
        let hits = self.starting_at(first).iter().filter(move |hit| hit.end == end);
        hits.flat_map(|hit| self.readings(hit))
    }

    /// What the user's dictionaries say of the tokens from `first` to `end` as one surface.
    pub fn user(&self, first: usize, end: usize) -> Option<Posting> {
        let mut readings = self.has_user.then(|| self.of(first, end)).into_iter().flatten();
        readings.find(|reading| reading.is_user).map(|reading| reading.posting)
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
        if !self.classes(token).meets(Classes::of(class)) {
            return None;
        }
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

    /// Whether a token is a possessive `'s`.
    pub fn is_possessive(&self, i: usize) -> bool {
        let word = self.word(i);
        // Of most words, the last letter tells.
        word.ends_with(['s', 'S']) && words::POSSESSIVES.contains(&word)
    }

    /// Whether a token is an apostrophe, as behind a plural: `the drivers' union`.
    pub fn is_apostrophe(&self, i: usize) -> bool {
        matches!(self.word(i), "'" | "’")
    }

    /// Whether a token is a possessive `'s` or an apostrophe.
    pub fn is_possessive_mark(&self, i: usize) -> bool {
        self.is_possessive(i) || self.is_apostrophe(i)
    }

    /// Whether a token is this mark.
    pub fn is_mark(&self, i: usize, mark: &str) -> bool {
        self.token(i).kind == TokenKind::Mark && self.word(i) == mark
    }
}
