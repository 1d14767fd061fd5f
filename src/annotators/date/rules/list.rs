//! Days and years that share what stands once: `Nov. 9-11`, `5-6 April 2016`, `1989-90`,
//! `Monday 20, Tuesday 21 and Sunday 26 April`.

use std::ops::Range;

use super::super::expr::{Expr, Fields, Part, Year};
use super::super::words::*;
use super::numbers;
use crate::pattern::{Cursor, Found, Pattern, any, digits, optional, tight};

/// The dates of a list, each with its tokens.
pub type Items = Vec<(Range<usize>, Expr)>;

/// What stands between the items of a list.
fn joint(at: Cursor<'_>) -> Found<'_, ()> {
    let one = any(&["-", "–", "—", "and", "or", "to", "through", ",", "&", "until", "/"]);
    let (_, rest) = one.read(at)?;
    optional(any(&["and", "or"])).map(|_| ()).read(rest)
}

/// Reads a list of at least two dates.
pub fn list(at: Cursor<'_>) -> Found<'_, Items> {
    // Most numbers are no first item of a list.
    if digits(at).is_some_and(|(_, rest)| joint(rest).is_none()) {
        return None;
    }
    days_before_month(at)
        .or_else(|| days_after_month(at))
        .or_else(|| months(at))
        .or_else(|| years(at))
}

/// A day in a list before its month: `Monday 20`, `the 5th`, `5`.
fn listed_day(at: Cursor<'_>) -> Found<'_, (Option<u8>, u8)> {
    let named = (weekday, optional(comma)).map(|(named, _)| named);
    let (named, rest) = optional(named).read(at)?;
    let (_, rest) = optional(the).read(rest)?;
    let (day, rest) = day_digits(rest)?;
    Some(((named, day), rest))
}

/// `5-6 April 2016`, `Monday 20, Tuesday 21 and Sunday 26 April`.
fn days_before_month(at: Cursor<'_>) -> Found<'_, Items> {
    let mut days = Vec::new();
    let mut from = at;
    if numbers::is_numbered(at) {
        return None;
    }
    loop {
        let ((named, day), rest) = listed_day(from)?;
        let item = (from.index()..rest.index(), named, day);
        let of = optional(any(&["of"])).read(rest)?.1;
        if let Some((number, rest)) = month(of).filter(|_| !days.is_empty()) {
            days.push(item);
            let year = (optional(comma), year).map(|(_, year)| year);
            let (year, rest) = optional(year).read(rest)?;
            return Some((share_month(days, number, year, rest.index())?, rest));
        }
        from = joint(rest)?.1;
        days.push(item);
    }
}

fn share_month(
    days: Vec<(Range<usize>, Option<u8>, u8)>,
    month: u8,
    year: Option<Year>,
    end: usize,
) -> Option<Items> {
    let last = days.len() - 1;
    let items = days.into_iter().enumerate().map(|(i, (tokens, named, day))| {
        let fields = Fields::day(year, month, day);
        let fields = named.map_or(fields, |named| fields.on(named));
        let tokens = if i == last { tokens.start..end } else { tokens };
        (tokens, Expr::Calendar(fields))
    });
    Some(items.collect())
}

/// `Nov. 9-11, 2023`, `May 6, 7 and 8`.
fn days_after_month(at: Cursor<'_>) -> Found<'_, Items> {
    let (number, rest) = month(at)?;
    let (first, mut rest) = day_digits(rest)?;
    joint(rest)?;
    let mut days = vec![(at.index()..rest.index(), None, first)];
    while let Some((_, from)) = joint(rest) {
        let (_, from) = optional(the).read(from)?;
        let Some((day, end)) = day_digits(from).filter(|(_, end)| day_ends(*end)) else { break };
        days.push((from.index()..end.index(), None, day));
        rest = end;
    }
    if days.len() < 2 {
        return None;
    }
    let year = (optional(comma), year).map(|(_, year)| year);
    let (year, rest) = optional(year).read(rest)?;
    Some((share_month(days, number, year, rest.index())?, rest))
}

/// Whether a number that was read as a day ends there.
fn day_ends(at: Cursor<'_>) -> bool {
    let counted = at.token().is_some_and(|token| token.is_word()) && unit(at).is_some();
    let joined =
        at.is_tight() && matches!(at.text(), ":" | "%" | "." | "/") && at.skip(1).is_tight();
    let dated = month(at).is_some();
    let apart = at.is_tight()
        || at.token().is_none()
        || !matches!(at.text(), "people" | "million" | "percent");
    !counted && !joined && !dated && apart
}

/// `June and July 1990`, `April-May 2010`: the months share the year.
fn months(at: Cursor<'_>) -> Found<'_, Items> {
    let mut found = Vec::new();
    let mut from = at;
    loop {
        let (number, rest) = month(from)?;
        let item = (from.index()..rest.index(), number);
        let year = (optional(any(&["of", ","])), year).map(|(_, year)| year);
        if let Some((year, rest)) = year.read(rest).filter(|_| !found.is_empty()) {
            let last = found.len();
            found.push(item);
            let items = found.into_iter().enumerate().map(|(i, (tokens, number))| {
                let tokens = if i == last { tokens.start..rest.index() } else { tokens };
                (tokens, Expr::Calendar(Fields::in_year(Part::Month(number), Some(year))))
            });
            return Some((items.collect(), rest));
        }
        from = joint(rest)?.1;
        found.push(item);
    }
}

/// `1989-90`, `2023-24`, `1939–45`, `1914-1918`, `490-479 BC`, `264 to 241 BC`.
fn years(at: Cursor<'_>) -> Found<'_, Items> {
    if at.is_tight() && !matches!(at.text_before(), "(" | "[" | "\"" | "“" | "—") {
        return None;
    }
    if let Some(found) = years_bc(at) {
        return Some(found);
    }
    let (Year::Full(first), rest) = year(at)? else { return None };
    let short = tight(any(&["-", "–", "/"]));
    let (_, second_at) = short.read(rest)?;
    let second = match tight(year).read(second_at) {
        Some((Year::Full(second), _)) if (first + 1..first + 200).contains(&second) => second,
        Some(_) => return None,
        None => {
            let (text, _) = tight(digits).read(second_at)?;
            let low = i16::from(small_number(text).filter(|_| text.len() == 2)?);
            let second = first - first % 100 + low;
            let next = if second <= first { second + 100 } else { second };
            // `2001-02` is two years; `2023-11` may be a month, and then years do not follow so far.
            if next - first > 60 || (low <= 12 && next != first + 1 && first > 1990) {
                return None;
            }
            next
        }
    };
    let rest = second_at.skip(1);
    if rest.is_tight() && matches!(rest.text(), "-" | "/") && digits(rest.skip(1)).is_some() {
        return None;
    }
    let year = |year| Expr::Calendar(Fields::in_year(Part::Whole, Some(Year::Full(year))));
    let items = vec![
        (at.index()..at.index() + 1, year(first)),
        (second_at.index()..rest.index(), year(second)),
    ];
    Some((items, rest))
}

/// `490-479 BC`: the era is shared.
fn years_bc(at: Cursor<'_>) -> Found<'_, Items> {
    let number = |at| {
        let (text, rest) = digits(at)?;
        let known = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
        known.then(|| text.parse::<i16>().ok()).flatten().map(|number| (number, rest))
    };
    let (first, rest) = number(at)?;
    let (_, second_at) = any(&["-", "–", "to", "and", "or"]).read(rest)?;
    let (second, rest) = number(second_at)?;
    let (is_bc, rest) = era(rest)?;
    let year = |year: i16| {
        let year = Year::Full(if is_bc { -year } else { year });
        Expr::Calendar(Fields::in_year(Part::Whole, Some(year)))
    };
    let items = vec![
        (at.index()..at.index() + 1, year(first)),
        (second_at.index()..rest.index(), year(second)),
    ];
    Some((items, rest))
}
