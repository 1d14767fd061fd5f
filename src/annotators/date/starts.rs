//! What each token can start, so that only rules that can match are tried.

use super::rules::{RULES, Rule};
use crate::gazetteer::{Class, Classes, Scanned};
use crate::tokenize::TokenKind;

/// What a token can start: the classes of date words that begin there, and its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Starts {
    classes: Classes,
    shape: u8,
}

impl Starts {
    const NONE: Starts = Starts { classes: Classes::NONE, shape: 0 };
    pub const NUMBER: Starts = Starts { shape: 1, ..Starts::NONE };
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
    /// `the`, `every`, `noon`, an apostrophe: words of `openers.tsv` and marks.
    pub const WORD: Starts = Starts { shape: 2, ..Starts::NONE };
    /// `noon`, `Q3`: words of `openers.tsv` that can be all of a date.
    pub const ALONE: Starts = Starts { shape: 4, ..Starts::NONE };
    /// What a point of the calendar can start with.
    pub const DATED: Starts =
        Starts::MONTH.or(Starts::WEEKDAY).or(Starts::NUMBER).or(Starts::SEASON).or(Starts::HOLIDAY);
    pub const LENGTH: Starts =
        Starts::NUMBER.or(Starts::COUNT).or(Starts::BOUND).or(Starts::UNIT).or(Starts::WORD);
    /// Words that start a date only if another word of dates follows.
    const LEADING: Starts =
        Starts::COUNT.or(Starts::BOUND).or(Starts::PICK).or(Starts::STAGE).or(Starts::WORD);
    /// What the dictionaries tell.
    const LISTED: Classes = Starts::DATED
        .or(Starts::LENGTH)
        .or(Starts::LEADING)
        .or(Starts::PART)
        .or(Starts::DATE)
        .classes;

    const fn class(class: Class) -> Starts {
        Starts { classes: Classes::of(class), shape: 0 }
    }

    /// What starts either.
    pub const fn or(self, other: Starts) -> Starts {
        Starts { classes: self.classes.or(other.classes), shape: self.shape | other.shape }
    }

    /// Whether something starts both.
    pub fn meets(self, other: Starts) -> bool {
        self.classes.meets(other.classes) || self.shape & other.shape != 0
    }

    fn is_leading(self) -> bool {
        self.or(Starts::LEADING) == Starts::LEADING
    }
}

/// What the tokens of a document can start.
pub struct StartsOf {
    /// For each token.
    alone: Vec<Starts>,
    /// For each token, with those that follow it.
    ahead: Vec<Starts>,
}

/// How many tokens lie between the first of a date and the one that makes it a date, at most:
/// `a little more than one and a half additional years`.
const REACH: usize = 16;

impl StartsOf {
    /// Reads what the dictionaries and the shapes of the tokens tell.
    pub fn new(scanned: &Scanned<'_>) -> Self {
        let alone: Vec<Starts> =
            (0..scanned.tokens.tokens.len()).map(|token| starts(scanned, token)).collect();
        let mut ahead = alone.clone();
        let mut step = 1;
        while step < REACH {
            for i in step..ahead.len() {
                ahead[i - step] = ahead[i - step].or(ahead[i]);
            }
            step *= 2;
        }
        Self { alone, ahead }
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
        const LISTABLE: Starts =
            Starts::NUMBER.or(Starts::MONTH).or(Starts::WEEKDAY).or(Starts::WORD);
        self.alone[token].meets(LISTABLE) && self.ahead[token].meets(Starts::NUMBER)
    }

    /// The rules that can match at a token, in their order.
    pub fn rules(&self, token: usize) -> impl Iterator<Item = &'static Rule> {
        let (first, ahead) = (self.alone[token], self.ahead[token]);
        RULES.iter().filter(move |rule| rule.starts.meets(first) && rule.needs.meets(ahead))
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
    let listed = Starts { classes: classes.and(Starts::LISTED), shape: 0 };
    let opens = classes.meets(Classes::of(Class::Opener));
    shape.or(listed).or(if opens { opener(scanned, token) } else { Starts::NONE })
}

/// `FY2024`, `FY24`.
fn is_fiscal(scanned: &Scanned<'_>, token: usize) -> bool {
    (4..=6).contains(&scanned.token(token).span.len()) && scanned.word(token).starts_with("FY")
}

/// What the words of `openers.tsv` at a token can start.
fn opener(scanned: &Scanned<'_>, token: usize) -> Starts {
    let hits = scanned.hits.starting_at(token).iter();
    let readings = hits.flat_map(|hit| scanned.hits.readings(hit));
    let openers = readings.filter(|reading| reading.posting.class == Class::Opener);
    let kinds =
        openers.map(|found| if found.posting.code == 1 { Starts::ALONE } else { Starts::WORD });
    kinds.fold(Starts::NONE, Starts::or)
}
