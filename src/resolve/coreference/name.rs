//! [`Name`]: the parts of a person's name, and whether two names can be one person's.

use std::ops::Range;

use crate::evidence::Evidence as E;
use crate::gazetteer::{Class, Gender, Order, Position, Scanned};
use crate::resolve::Decision;
use crate::tokenize::Case;

/// A given name of at least this weight is more likely that than an honorific or a particle.
const LIKELY_GIVEN: u8 = 5;

/// A person's name in the text.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its parts, each a word or words joined by hyphens; particles, honorifics and `Jr.` are none.
    pub parts: Vec<Range<usize>>,
    /// The hash of its `Jr.` or `III`.
    pub suffix: Option<u64>,
    /// Whom the honorific before it, or inside its span, can stand for.
    pub gender: Option<Gender>,
    /// Whether the surname stands first.
    pub surname_first: bool,
    /// The index of the first token that belongs to the name itself.
    pub start: usize,
}

impl Name {
    /// Takes the name of a decision apart.
    pub fn parse(scanned: &Scanned<'_>, decision: &Decision) -> Self {
        let Range { mut start, mut end } = decision.tokens;
        let mut gender = start.checked_sub(1).and_then(|i| gender_of(scanned, i));
        while start + 1 < end && is_honorific(scanned, start) {
            gender = gender_of(scanned, start).or(gender);
            start += 1;
        }
        let mut suffix = None;
        while end > start + 1 && (is_suffix(scanned, end - 1) || scanned.is_mark(end - 1, ",")) {
            if !scanned.is_mark(end - 1, ",") {
                suffix = Some(scanned.hits.hash(end - 1));
            }
            end -= 1;
        }
        let parts = parts(scanned, start..end);
        let surname_first = parts.len() > 1 && is_surname_first(scanned, decision);
        Self { parts, suffix, gender, surname_first, start }
    }

    /// Whether it has a given name and a surname, as far as its form tells.
    pub fn is_full(&self) -> bool {
        self.parts.len() > 1
    }

    /// How many of its parts are more than initials.
    pub fn spelled_parts(&self, scanned: &Scanned<'_>) -> usize {
        self.parts.iter().filter(|part| !is_initials(scanned.word(part.start))).count()
    }

    /// The index past the last token of its parts.
    pub fn end(&self) -> usize {
        self.parts.last().map_or(self.start + 1, |part| part.end)
    }

    /// The hash of the parts with these indices and what stands between them.
    pub fn hash_of(&self, scanned: &Scanned<'_>, parts: Range<usize>) -> u64 {
        scanned.hits.hash_of(self.parts[parts.start].start..self.parts[parts.end - 1].end)
    }

    /// The hash of the surname, of a full name.
    pub fn surname(&self, scanned: &Scanned<'_>) -> u64 {
        let surname = if self.surname_first { 0 } else { self.parts.len() - 1 };
        self.hash_of(scanned, surname..surname + 1)
    }

    /// Whether two full names of the same surname can be one person's: the given names agree as far
    /// as both go, or are initials of each other. `George W. Bush` is not `George H. W. Bush`.
    pub fn agrees(&self, other: &Name, scanned: &Scanned<'_>) -> bool {
        if self.surname_first || other.surname_first || !self.may_have_suffix(other.suffix) {
            return false;
        }
        let (own, others) = (self.given(scanned), other.given(scanned));
        own.iter().zip(&others).all(|(own, other)| own.agrees(other))
    }

    /// Whether the name of a person with this suffix, if any, can be this one.
    pub fn may_have_suffix(&self, suffix: Option<u64>) -> bool {
        self.suffix.zip(suffix).is_none_or(|(own, other)| own == other)
    }

    fn given(&self, scanned: &Scanned<'_>) -> Vec<Given> {
        let mut given = Vec::new();
        for part in &self.parts[..self.parts.len() - 1] {
            let word = scanned.word(part.start);
            let letters = word.chars().filter(|c| c.is_alphabetic());
            if is_initials(word) {
                given.extend(letters.flat_map(char::to_lowercase).map(Given::Initial));
            } else {
                let first = letters.flat_map(char::to_lowercase).next();
                given.push(Given::Word(scanned.hits.hash_of(part.clone()), first));
            }
        }
        given
    }
}

/// A given name, or the first letter of one.
enum Given {
    Initial(char),
    Word(u64, Option<char>),
}

impl Given {
    fn agrees(&self, other: &Given) -> bool {
        match (self, other) {
            (Given::Initial(own), Given::Initial(other)) => own == other,
            (Given::Word(own, _), Given::Word(other, _)) => own == other,
            (Given::Initial(initial), Given::Word(_, first))
            | (Given::Word(_, first), Given::Initial(initial)) => Some(*initial) == *first,
        }
    }
}

/// The parts of a name that stands on these tokens.
fn parts(scanned: &Scanned<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::with_capacity(tokens.len());
    let mut joined = false;
    for i in tokens.clone() {
        if !scanned.token(i).is_word() {
            continue;
        }
        if i + 1 < tokens.end && is_particle(scanned, i) {
            joined = false;
            continue;
        }
        let part = parts.last_mut().filter(|_| joined);
        match part {
            Some(part) => part.end = i + 1,
            None => parts.push(i..i + 1),
        }
        joined = i + 1 < tokens.end && is_hyphen(scanned, i + 1);
    }
    if parts.is_empty() {
        parts.push(tokens);
    }
    parts
}

/// Whom an honorific can stand for.
fn gender_of(scanned: &Scanned<'_>, i: usize) -> Option<Gender> {
    let code = scanned.hits.code(i, Class::Honorific)?;
    Gender::from_code(code).filter(|&gender| gender != Gender::Any)
}

fn is_honorific(scanned: &Scanned<'_>, i: usize) -> bool {
    scanned.hits.is(i, Class::Honorific) && !is_likely_given(scanned, i)
}

fn is_likely_given(scanned: &Scanned<'_>, i: usize) -> bool {
    let weight = scanned.hits.code(i, Class::GivenName).map(|code| code & 15);
    weight.is_some_and(|weight| weight >= LIKELY_GIVEN)
}

fn is_suffix(scanned: &Scanned<'_>, i: usize) -> bool {
    scanned.hits.code(i, Class::Particle) == Some(Position::Suffix as u8)
}

fn is_particle(scanned: &Scanned<'_>, i: usize) -> bool {
    let token = scanned.token(i);
    let glued = is_hyphen(scanned, i + 1);
    let code = scanned.hits.code(i, Class::Particle);
    code.is_some_and(|code| code != Position::Suffix as u8)
        && (token.case == Case::Lower || glued || !is_likely_given(scanned, i))
}

fn is_hyphen(scanned: &Scanned<'_>, i: usize) -> bool {
    matches!(scanned.word(i), "-" | "‐" | "‑")
}

/// `J.`, `J.R.`, `J`
fn is_initials(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let dots = word.bytes().filter(|&b| b == b'.').count();
    letters > 0 && (letters == dots || letters == 1 && dots == 0)
}

fn is_surname_first(scanned: &Scanned<'_>, decision: &Decision) -> bool {
    let mut readings = scanned.hits.of(decision.tokens.start, decision.tokens.end);
    let known = readings.find(|reading| reading.posting.class == Class::Person);
    match known.and_then(|reading| Order::from_code(reading.posting.code)) {
        Some(order) => order == Order::SurnameFirst,
        None => {
            let evidence = &decision.evidence;
            evidence.contains(E::SurnameThenHyphened) || evidence.contains(E::SurnameThenGiven)
        }
    }
}
