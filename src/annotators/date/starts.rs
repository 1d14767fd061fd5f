//! What each token can start, so that only rules that can match are tried.

use super::rules::{RULES, Rule};
use crate::gazetteer::{Class, Classes, Scanned};
use crate::tokenize::{Case, TokenKind};

/// What a token can start: the classes of date words that begin there, and its shape, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Starts(u64);

impl Starts {
    const NONE: Starts = Starts(0);
    pub const NUMBER: Starts = Starts::shape(0);
    pub const MONTH: Starts = Starts::class(Class::Month);
    pub const WEEKDAY: Starts = Starts::class(Class::Weekday);
    pub const SEASON: Starts = Starts::class(Class::Season);
    pub const PART: Starts = Starts::class(Class::DayPart);
    pub const UNIT: Starts = Starts::class(Class::Unit);
    pub const COUNT: Starts = Starts::class(Class::Cardinal).or(Starts::class(Class::Ordinal));
    pub const PICK: Starts = Starts::class(Class::Pick);
    pub const STAGE: Starts = Starts::class(Class::Stage);
    pub const BOUND: Starts = Starts::class(Class::Bound);
    pub const HOLIDAY: Starts = Starts::class(Class::Holiday);
    pub const DATE: Starts = Starts::class(Class::Date);
    /// `the`.
    pub const THE: Starts = Starts::shape(1);
    /// `half`.
    pub const HALF: Starts = Starts::shape(2);
    /// `every`, `last`, an apostrophe: other words of `openers.tsv` and marks.
    pub const WORD: Starts = Starts::shape(3);
    /// `noon`, `Q3`: words of `openers.tsv` that can be all of a date.
    pub const ALONE: Starts = Starts::shape(4);
    /// What a point of the calendar can start with.
    pub const DATED: Starts =
        Starts::MONTH.or(Starts::WEEKDAY).or(Starts::NUMBER).or(Starts::SEASON).or(Starts::HOLIDAY);
    pub const LENGTH: Starts = Starts::NUMBER
        .or(Starts::COUNT)
        .or(Starts::BOUND)
        .or(Starts::UNIT)
        .or(Starts::HALF)
        .or(Starts::WORD);
    pub const ANY: Starts = Starts(u64::MAX);
    /// Words that start a date only if another word of dates follows.
    const LEADING: Starts = Starts::COUNT
        .or(Starts::BOUND)
        .or(Starts::PICK)
        .or(Starts::STAGE)
        .or(Starts::THE)
        .or(Starts::HALF)
        .or(Starts::WORD);
    /// What the dictionaries tell by the class alone.
    const LISTED: Starts =
        Starts::DATED.or(Starts::LENGTH).or(Starts::LEADING).or(Starts::PART).or(Starts::DATE);

    const fn class(class: Class) -> Starts {
        Starts(Classes::of(class).bits())
    }

    /// Shapes are the bits above all classes.
    const fn shape(number: usize) -> Starts {
        assert!(Class::ALL.len() + number < u64::BITS as usize);
        Starts(1 << (Class::ALL.len() + number))
    }

    /// What starts either.
    pub const fn or(self, other: Starts) -> Starts {
        Starts(self.0 | other.0)
    }

    /// Whether something starts both.
    pub fn meets(self, other: Starts) -> bool {
        self.0 & other.0 != 0
    }

    fn is_leading(self) -> bool {
        self.or(Starts::LEADING) == Starts::LEADING
    }

    /// The rules that one of these starts, as bits, the first rule the lowest.
    fn rules(self) -> u64 {
        let (mut starts, mut rules) = (self.0, 0);
        while starts != 0 {
            rules |= RULES_OF[starts.trailing_zeros() as usize];
            starts &= starts - 1;
        }
        rules
    }
}

/// For each bit of [`Starts`], the rules that it starts.
static RULES_OF: [u64; u64::BITS as usize] = {
    assert!(RULES.len() < u64::BITS as usize);
    let mut rules_of = [0; u64::BITS as usize];
    let (mut bit, mut rule) = (0, 0);
    while bit < rules_of.len() {
        while rule < RULES.len() {
            if RULES[rule].starts.0 & 1 << bit != 0 {
                rules_of[bit] |= 1 << rule;
            }
            rule += 1;
        }
        (bit, rule) = (bit + 1, 0);
    }
    rules_of
};

/// What the tokens of a document can start.
pub struct StartsOf {
    /// For each token.
    alone: Vec<Starts>,
    /// For each token and the [`NEAR`] from it on.
    near: Vec<Starts>,
    /// For each token and the [`AHEAD`] from it on.
    ahead: Vec<Starts>,
}

/// Among how many tokens from the first of a date the words stand that it begins with:
/// `the very early`, `Monday, the 20`.
const NEAR: usize = 4;

/// Among how many tokens from the first of a date the one stands that makes it a date:
/// `a little more than one and a half additional years`.
const AHEAD: usize = 16;

/// What any of `len` tokens from each on can start, told what any of the first `known` can.
fn widen(starts: &[Starts], known: usize, len: usize) -> Vec<Starts> {
    let (mut wide, mut step) = (starts.to_vec(), known);
    while step < len {
        for i in step..wide.len() {
            wide[i - step] = wide[i - step].or(wide[i]);
        }
        step *= 2;
    }
    wide
}

impl StartsOf {
    /// Reads what the dictionaries and the shapes of the tokens tell.
    pub fn new(scanned: &Scanned<'_>) -> Self {
        let alone: Vec<Starts> =
            (0..scanned.tokens.tokens.len()).map(|token| starts(scanned, token)).collect();
        let near = widen(&alone, 1, NEAR);
        let ahead = widen(&near, NEAR, AHEAD);
        Self { alone, near, ahead }
    }

    /// Whether a date can start at a token, told by it and the one or two after it.
    pub fn may_start(&self, token: usize, end: usize) -> bool {
        let first = self.alone[token];
        let follows =
            || self.alone[token + 1..end.min(token + 3)].iter().any(|s| *s != Starts::NONE);
        first != Starts::NONE && (!first.is_leading() || follows())
    }

    /// Whether a list of dates can start at a token.
    pub fn may_list(&self, token: usize) -> bool {
        const NAMED: Starts = Starts::MONTH.or(Starts::WEEKDAY);
        const COUNTED: Starts = Starts::NUMBER.or(Starts::THE);
        let first = self.alone[token];
        first.meets(NAMED) || first.meets(COUNTED) && self.near[token].meets(Starts::NUMBER)
    }

    /// The rules that can match at a token, in their order.
    pub fn rules(&self, token: usize) -> impl Iterator<Item = &'static Rule> {
        let (first, near, ahead) = (self.alone[token], self.near[token], self.ahead[token]);
        let mut untried = first.rules();
        let next = move || {
            let number = untried.trailing_zeros() as usize;
            untried &= untried.wrapping_sub(1);
            RULES.get(number)
        };
        std::iter::from_fn(next)
            .filter(move |rule| rule.near.meets(near) && rule.ahead.meets(ahead))
    }
}

/// What a token can start.
fn starts(scanned: &Scanned<'_>, token: usize) -> Starts {
    let shape = match scanned.token(token).kind {
        TokenKind::Number => Starts::NUMBER,
        TokenKind::Word if is_fiscal(scanned, token) => return Starts::ALONE,
        TokenKind::Word => Starts::NONE,
        TokenKind::Mark => match scanned.word(token) {
            "'" | "’" | "‘" => return Starts::WORD,
            _ => return Starts::NONE,
        },
    };
    let classes = scanned.hits.classes(token);
    let listed = Starts(classes.bits() & Starts::LISTED.0);
    let opens = classes.meets(Classes::of(Class::Opener));
    shape.or(listed).or(if opens { opener(scanned, token) } else { Starts::NONE })
}

/// `FY2024`, `FY24`.
fn is_fiscal(scanned: &Scanned<'_>, token: usize) -> bool {
    let found = scanned.token(token);
    found.case == Case::Upper
        && (4..=6).contains(&found.span.len())
        && scanned.word(token).starts_with("FY")
}

/// What the words of `openers.tsv` at a token can start.
fn opener(scanned: &Scanned<'_>, token: usize) -> Starts {
    let word = scanned.word(token);
    if word.eq_ignore_ascii_case("the") {
        return Starts::THE;
    }
    if word.eq_ignore_ascii_case("half") {
        return Starts::HALF;
    }
    let hits = scanned.hits.starting_at(token).iter();
    let readings = hits.flat_map(|hit| scanned.hits.readings(hit));
    let openers = readings.filter(|reading| reading.posting.class == Class::Opener);
    let kinds =
        openers.map(|found| if found.posting.code == 1 { Starts::ALONE } else { Starts::WORD });
    kinds.fold(Starts::NONE, Starts::or)
}
