//! Dates: calendar dates, relative dates, times of day, lengths, repeated and vague times.
//!
//! Rules read over tokens and give an [`Expr`], which means the same whatever the document's date;
//! `normalize/date` anchors it. A date is proposed with its [`Certainty`], so that `May`, `April` and
//! a bare `1989` can lose against a name or a number.

pub mod expr;
mod rules;
mod starts;
mod words;

use std::ops::Range;

use crate::gazetteer::Scanned;
use crate::pattern::Cursor;

use expr::Expr;
use rules::{RULES, Rule};
use starts::StartsOf;

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

/// Finds the dates of a document, in its order; they do not overlap.
pub fn propose(scanned: &Scanned<'_>) -> Vec<DateCandidate> {
    let starts = StartsOf::new(scanned);
    let mut found = Vec::new();
    for sent in &scanned.tokens.sentences {
        let mut at = sent.tokens.start;
        while at < sent.tokens.end {
            if starts.may_start(at, sent.tokens.end) {
                let cursor = Cursor::new(scanned, sent.tokens.start, at, sent.tokens.end);
                at = read(cursor, &starts, &mut found).unwrap_or(at + 1);
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

/// What a rule finds, in words.
pub fn says(rule: &str) -> &'static str {
    RULES.iter().find(|known| known.id == rule).map_or(LIST_SAYS, |known| known.says)
}

const LIST: &str = "date.list";
const LIST_SAYS: &str = "one of the dates of a list or range";

/// Reads the longest date at `at`; gives the token after it.
fn read(at: Cursor<'_>, starts: &StartsOf, found: &mut Vec<DateCandidate>) -> Option<usize> {
    let mut best: Option<(&Rule, Expr, usize)> = None;
    for rule in starts.rules(at.index()) {
        if let Some((expr, rest)) = (rule.read)(at)
            && best.as_ref().is_none_or(|(_, _, end)| rest.index() > *end)
        {
            best = Some((rule, expr, rest.index()));
        }
    }
    if starts.may_list(at.index())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_says_what_it_finds_in_words_of_its_own() {
        let mut said: Vec<&str> = rule_ids().map(says).collect();
        let count = said.len();
        assert!(said.iter().all(|words| !words.is_empty()), "{said:?}");
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), count, "two rules say the same");
    }
}
