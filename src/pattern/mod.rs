//! Stage 4b: patterns over tokens, read as sentences.
//!
//! A [`Pattern`] reads tokens at a [`Cursor`] and gives what they mean with the cursor past them. A
//! function from a cursor is a pattern, a tuple of patterns is their sequence, and the combinators
//! below do the rest: `(month, day, optional(comma_year))`. Patterns never leave a sentence.
//! What stands inside a token (`9th`, `1990s`) is for the caller's own lexing.

use crate::gazetteer::{Class, Classes, Posting, Scanned};
use crate::tokenize::{Gap, Token, TokenKind};

/// What a pattern found, and where it ends.
pub type Found<'a, T> = Option<(T, Cursor<'a>)>;

/// A place between two tokens of a sentence.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    scanned: &'a Scanned<'a>,
    start: u32,
    at: u32,
    end: u32,
}

impl<'a> Cursor<'a> {
    /// The place before token `at` in the sentence with tokens `start..end`.
    pub fn new(scanned: &'a Scanned<'a>, start: usize, at: usize, end: usize) -> Self {
        Self { scanned, start: start as u32, at: at as u32, end: end as u32 }
    }

    /// The index of the token after the cursor.
    pub fn index(self) -> usize {
        self.at as usize
    }

    /// The document.
    pub fn scanned(self) -> Scanned<'a> {
        *self.scanned
    }

    /// The token after the cursor, unless the sentence ends.
    pub fn token(self) -> Option<&'a Token> {
        (self.at < self.end).then(|| self.scanned.token(self.index()))
    }

    /// The text of the token after the cursor; empty at the end of the sentence.
    pub fn text(self) -> &'a str {
        if self.at < self.end { self.scanned.word(self.index()) } else { "" }
    }

    /// The cursor `count` tokens on, at most at the end of the sentence.
    pub fn skip(self, count: usize) -> Self {
        let at = (self.at + count as u32).min(self.end);
        Self { at, ..self }
    }

    /// The cursor `count` tokens back, unless the sentence starts later.
    pub fn back(self, count: usize) -> Option<Self> {
        let at = self.at.checked_sub(count as u32)?;
        (at >= self.start).then_some(Self { at, ..self })
    }

    /// The text of the token before the cursor; empty at the start of the sentence.
    pub fn text_before(self) -> &'a str {
        self.back(1).map_or("", Cursor::text)
    }

    /// Whether the token after the cursor follows the one before it without a space.
    pub fn is_tight(self) -> bool {
        self.token().is_some_and(|token| token.gap == Gap::None)
    }
}

/// Something that can be read at a cursor.
pub trait Pattern<'a> {
    /// What it means.
    type Value;

    /// Reads it at `at`.
    fn read(&self, at: Cursor<'a>) -> Found<'a, Self::Value>;

    /// The pattern with another meaning.
    fn map<T>(self, to: impl Fn(Self::Value) -> T) -> impl Pattern<'a, Value = T>
    where
        Self: Sized,
    {
        move |at| self.read(at).map(|(value, rest)| (to(value), rest))
    }

    /// The pattern where its meaning can be made another one.
    fn try_map<T>(self, to: impl Fn(Self::Value) -> Option<T>) -> impl Pattern<'a, Value = T>
    where
        Self: Sized,
    {
        move |at| {
            let (value, rest) = self.read(at)?;
            Some((to(value)?, rest))
        }
    }

    /// The pattern where its meaning passes a test.
    fn when(self, test: impl Fn(&Self::Value) -> bool) -> impl Pattern<'a, Value = Self::Value>
    where
        Self: Sized,
    {
        move |at| self.read(at).filter(|(value, _)| test(value))
    }

    /// This pattern or else the other.
    fn or(
        self,
        other: impl Pattern<'a, Value = Self::Value>,
    ) -> impl Pattern<'a, Value = Self::Value>
    where
        Self: Sized,
    {
        move |at| self.read(at).or_else(|| other.read(at))
    }
}

impl<'a, T, F> Pattern<'a> for F
where
    F: Fn(Cursor<'a>) -> Found<'a, T>,
{
    type Value = T;

    fn read(&self, at: Cursor<'a>) -> Found<'a, T> {
        self(at)
    }
}

/// A tuple of patterns is their sequence.
macro_rules! sequence {
    ($($part:ident $value:ident $index:tt),+) => {
        impl<'a, $($part: Pattern<'a>),+> Pattern<'a> for ($($part,)+) {
            type Value = ($($part::Value,)+);

            fn read(&self, at: Cursor<'a>) -> Found<'a, Self::Value> {
                let rest = at;
                $(let ($value, rest) = self.$index.read(rest)?;)+
                Some((($($value,)+), rest))
            }
        }
    };
}

sequence!(A a 0, B b 1);
sequence!(A a 0, B b 1, C c 2);
sequence!(A a 0, B b 1, C c 2, D d 3);
sequence!(A a 0, B b 1, C c 2, D d 3, E e 4);
sequence!(A a 0, B b 1, C c 2, D d 3, E e 4, F f 5);

/// The pattern, or nothing in its place.
pub fn optional<'a, P: Pattern<'a>>(pattern: P) -> impl Pattern<'a, Value = Option<P::Value>> {
    move |at| match pattern.read(at) {
        Some((value, rest)) => Some((Some(value), rest)),
        None => Some((None, at)),
    }
}

/// A word or mark in any case of its letters; `word` is in lower case.
pub fn word<'a>(word: &'static str) -> impl Pattern<'a, Value = ()> {
    move |at: Cursor<'a>| {
        let found = at.token()?;
        (found.span.len() == word.len() && at.text().eq_ignore_ascii_case(word))
            .then(|| ((), at.skip(1)))
    }
}

/// One of several words or marks, in any case; gives its index.
pub fn any<'a>(words: &'static [&'static str]) -> impl Pattern<'a, Value = usize> {
    move |at: Cursor<'a>| {
        at.token()?;
        let found = at.text();
        let index = words.iter().position(|word| found.eq_ignore_ascii_case(word))?;
        Some((index, at.skip(1)))
    }
}

/// Words that stand one after the other, in any case.
pub fn phrase<'a>(words: &'static [&'static str]) -> impl Pattern<'a, Value = ()> {
    move |at: Cursor<'a>| {
        let mut rest = at;
        for part in words {
            rest.token()?;
            if !rest.text().eq_ignore_ascii_case(part) {
                return None;
            }
            rest = rest.skip(1);
        }
        Some(((), rest))
    }
}

/// A dictionary surface of a class; gives the code of the longest.
pub fn entry<'a>(class: Class) -> impl Pattern<'a, Value = u8> {
    move |at: Cursor<'a>| {
        at.token()?;
        let (hit, posting) = at.scanned.hits.longest(at.index(), class)?;
        (hit.end <= at.end as usize).then(|| (posting.code, at.skip(hit.end - hit.first)))
    }
}

/// Whether the token after the cursor is a dictionary word of a class, with this code.
pub fn is_entry(at: Cursor<'_>, class: Class, code: u8) -> bool {
    let is = |posting: Posting| posting.class == class && posting.code == code;
    may_be(at, class) && at.scanned.hits.word(at.index()).any(|reading| is(reading.posting))
}

/// Whether some surface of a class starts at the token after the cursor.
fn may_be(at: Cursor<'_>, class: Class) -> bool {
    at.at < at.end && at.scanned.hits.classes(at.index()).meets(Classes::of(class))
}

/// A token that starts with a digit; gives its text.
pub fn digits<'a>(at: Cursor<'a>) -> Found<'a, &'a str> {
    let token = at.token()?;
    (token.kind == TokenKind::Number).then(|| (at.text(), at.skip(1)))
}

/// The pattern where nothing stands between it and the token before.
pub fn tight<'a, P: Pattern<'a>>(pattern: P) -> impl Pattern<'a, Value = P::Value> {
    move |at: Cursor<'a>| if at.is_tight() { pattern.read(at) } else { None }
}

/// Nothing, where the pattern follows.
pub fn ahead<'a, P: Pattern<'a>>(pattern: P) -> impl Pattern<'a, Value = ()> {
    move |at| pattern.read(at).map(|_| ((), at))
}

/// Nothing, where the pattern does not follow.
pub fn unless<'a, P: Pattern<'a>>(pattern: P) -> impl Pattern<'a, Value = ()> {
    move |at| match pattern.read(at) {
        Some(_) => None,
        None => Some(((), at)),
    }
}
