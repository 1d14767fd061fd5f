//! Dates: calendar dates, relative dates, times of day, lengths, repeated and vague times.
//!
//! Rules read over tokens and give an [`Expr`], which means the same whatever the document's date;
//! `normalize/date` anchors it. A date is proposed with its [`Certainty`], so that `May`, `April` and
//! a bare `1989` can lose against a name or a number.

pub mod expr;
mod rules;
mod words;

use std::ops::Range;

use crate::gazetteer::{Class, Posting, Scanned};
use crate::pattern::Cursor;
use crate::tokenize::TokenKind;

use expr::Expr;
use rules::{RULES, Rule};

/// A date that may be one.
#[derive(Clone, Debug, PartialEq)]
pub struct DateCandidate {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The rule that proposes it.
    pub rule: &'static str,
    /// What it means.
    pub expr: Expr,
    /// How sure it is.
    pub certainty: Certainty,
    /// Its part in a range: `from the 11th to the 17th`.
    pub range: Option<RangeEnd>,
}

/// How sure a rule is that it read a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A name wins over it: a bare `May`, `1989`.
    Weak,
    /// It can be something else: a bare `summer`.
    Likely,
    /// It can be nothing else.
    Sure,
}

/// The part of a date in a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeEnd {
    /// The range begins with it, and ends with the candidate after it.
    Begin,
    /// The range ends with it.
    End,
}

/// What a token can start: the classes of dictionary words that it is, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Starts(u16);

impl Starts {
    const NONE: Starts = Starts(0);
    const NUMBER: Starts = Starts(1);
    const MONTH: Starts = Starts(1 << 1);
    const WEEKDAY: Starts = Starts(1 << 2);
    const SEASON: Starts = Starts(1 << 3);
    const PART: Starts = Starts(1 << 4);
    const UNIT: Starts = Starts(1 << 5);
    const COUNT: Starts = Starts(1 << 6);
    const PICK: Starts = Starts(1 << 7);
    const STAGE: Starts = Starts(1 << 8);
    const BOUND: Starts = Starts(1 << 9);
    const HOLIDAY: Starts = Starts(1 << 10);
    const DATE: Starts = Starts(1 << 11);
    /// `the`, `every`, `noon`, an apostrophe: words of `openers.tsv` and marks.
    const WORD: Starts = Starts(1 << 12);
    /// `noon`, `Q3`: words of `openers.tsv` that can be all of a date.
    const ALONE: Starts = Starts(1 << 13);
    /// What a point of the calendar can start with.
    const DATED: Starts =
        Starts::MONTH.or(Starts::WEEKDAY).or(Starts::NUMBER).or(Starts::SEASON).or(Starts::HOLIDAY);
    const LENGTH: Starts =
        Starts::NUMBER.or(Starts::COUNT).or(Starts::BOUND).or(Starts::UNIT).or(Starts::WORD);
    /// Words that start a date only if another word of dates follows.
    const LEADING: Starts =
        Starts::COUNT.or(Starts::BOUND).or(Starts::PICK).or(Starts::STAGE).or(Starts::WORD);

    const fn or(self, other: Starts) -> Starts {
        Starts(self.0 | other.0)
    }

    fn meets(self, other: Starts) -> bool {
        self.0 & other.0 != 0
    }

    fn of(posting: Posting) -> Starts {
        match posting.class {
            Class::Month => Starts::MONTH,
            Class::Weekday => Starts::WEEKDAY,
            Class::Season => Starts::SEASON,
            Class::DayPart => Starts::PART,
            Class::Unit => Starts::UNIT,
            Class::Cardinal | Class::Ordinal => Starts::COUNT,
            Class::Pick => Starts::PICK,
            Class::Stage => Starts::STAGE,
            Class::Bound => Starts::BOUND,
            Class::Holiday => Starts::HOLIDAY,
            Class::Date => Starts::DATE,
            Class::Opener if posting.code == 1 => Starts::ALONE,
            Class::Opener => Starts::WORD,
            _ => Starts::NONE,
        }
    }
}

/// Finds the dates of a document, in its order; they do not overlap.
pub fn propose(scanned: &Scanned<'_>) -> Vec<DateCandidate> {
    let starts = starts(scanned);
    let mut found = Vec::new();
    for sent in &scanned.tokens.sentences {
        let mut at = sent.tokens.start;
        while at < sent.tokens.end {
            if may_start(&starts, at, sent.tokens.end) {
                let cursor = Cursor::new(*scanned, sent.tokens.start, at, sent.tokens.end);
                at = read(cursor, starts[at], &mut found).unwrap_or(at + 1);
            } else {
                at += 1;
            }
        }
    }
    join_ranges(scanned, &mut found);
    found
}

/// The ids of all rules.
pub fn rule_ids() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.id).chain([LIST])
}

const LIST: &str = "date.list";

/// What each token can start.
fn starts(scanned: &Scanned<'_>) -> Vec<Starts> {
    let tokens = scanned.tokens.tokens.iter().enumerate();
    let starts = tokens.map(|(i, token)| match token.kind {
        TokenKind::Number => Starts::NUMBER.or(listed(scanned, i)),
        TokenKind::Word
            if (4..=6).contains(&token.span.len()) && scanned.word(i).starts_with("FY") =>
        {
            Starts::ALONE
        }
        TokenKind::Word => listed(scanned, i),
        TokenKind::Mark => match scanned.word(i) {
            "'" | "’" | "‘" => Starts::WORD,
            _ => Starts::NONE,
        },
    });
    starts.collect()
}

fn listed(scanned: &Scanned<'_>, token: usize) -> Starts {
    let mut starts = Starts::NONE;
    for hit in scanned.hits.starting_at(token) {
        for reading in scanned.hits.readings(hit) {
            starts = starts.or(Starts::of(reading.posting));
        }
    }
    starts
}

/// Whether a date can start at a token, told by it and the one or two after it.
fn may_start(starts: &[Starts], at: usize, end: usize) -> bool {
    let first = starts[at];
    if first == Starts::NONE {
        return false;
    }
    let leads = first.0 & !Starts::LEADING.0 == 0;
    !leads || (at + 1..end.min(at + 3)).any(|next| starts[next] != Starts::NONE)
}

/// Reads the longest date at `at`; gives the token after it.
fn read(at: Cursor<'_>, starts: Starts, found: &mut Vec<DateCandidate>) -> Option<usize> {
    let mut best: Option<(&Rule, Expr, usize)> = None;
    for rule in RULES.iter().filter(|rule| rule.starts.meets(starts)) {
        if let Some((expr, rest)) = (rule.read)(at)
            && best.as_ref().is_none_or(|(_, _, end)| rest.index() > *end)
        {
            best = Some((rule, expr, rest.index()));
        }
    }
    let listable = Starts::NUMBER.or(Starts::MONTH).or(Starts::WEEKDAY).or(Starts::WORD);
    if starts.meets(listable)
        && let Some((items, rest)) = rules::list(at)
        && best.as_ref().is_none_or(|(_, _, end)| rest.index() > *end)
    {
        found.extend(items.into_iter().map(|(tokens, expr)| DateCandidate {
            tokens,
            rule: LIST,
            expr,
            certainty: Certainty::Sure,
            range: None,
        }));
        return Some(rest.index());
    }
    let (rule, expr, end) = best?;
    found.push(DateCandidate {
        tokens: at.index()..end,
        rule: rule.id,
        expr,
        certainty: rule.certainty,
        range: None,
    });
    Some(end)
}

/// Marks the dates that are the two ends of a range: `A to B`, `A-B`, `between A and B`. The first
/// shares the year of the second: `from May 15 to Aug. 16, 1988`.
fn join_ranges(scanned: &Scanned<'_>, found: &mut [DateCandidate]) {
    for i in 1..found.len() {
        let (first, second) = (&found[i - 1], &found[i]);
        let (from, to) = (first.tokens.end, second.tokens.start);
        let points = first.expr.is_point() && second.expr.is_point();
        if !points || to != from + 1 || first.range == Some(RangeEnd::End) {
            continue;
        }
        let joins = match scanned.word(from) {
            "-" | "–" | "—" | "to" | "until" | "till" | "through" => true,
            "and" => {
                first.tokens.start > 0
                    && scanned.word(first.tokens.start - 1).eq_ignore_ascii_case("between")
            }
            _ => false,
        };
        if joins {
            let year = found[i].expr.year();
            found[i - 1].expr.set_year(year);
            found[i - 1].range = Some(RangeEnd::Begin);
            found[i].range = Some(RangeEnd::End);
        }
    }
}
