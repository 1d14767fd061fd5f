//! Lengths of time: `two years`, `six hours`, `five-year`, `the past three days`, `a decade`.

use super::super::expr::{Amount, Bound, Expr, Pick, Unit};
use super::super::words::*;
use super::{context, points};
use crate::gazetteer::Class;
use crate::pattern::{
    Cursor, Found, Pattern, any, digits, entry, optional, phrase, tight, unless, word,
};

/// A number of units: `two`, `18`, `2.5`, `1,460`, `a few`, `several`; none if it is unsaid.
pub fn count(at: Cursor<'_>) -> Found<'_, Option<f64>> {
    if let Some((value, rest)) = entry(Class::Cardinal).read(at) {
        if value == 0 {
            return optional(word("of")).read(rest).map(|(_, rest)| (None, rest));
        }
        return Some(half_more(Some(f64::from(value)), rest));
    }
    let (text, rest) = digits(at)?;
    let value = number(text)?;
    let more = (dash, any(&["plus", "odd", "some"]));
    let rest = more.read(rest).map_or(rest, |(_, rest)| rest);
    let large = any(&["thousand", "million", "billion"]);
    if let Some((index, rest)) = large.read(rest) {
        return Some((Some(value * 1000_f64.powi(index as i32 + 1)), rest));
    }
    let joined = optional(dash).read(rest)?.1;
    match fraction(joined) {
        Some((part, rest)) => Some((Some(value + part), rest)),
        None => Some(half_more(Some(value), rest)),
    }
}

/// `18`, `2.5`, `1,460`.
fn number(text: &str) -> Option<f64> {
    if !text.contains(',') {
        return text.parse().ok();
    }
    text.replace(',', "").parse().ok()
}

/// `and a half` after a number.
fn half_more(value: Option<f64>, rest: Cursor<'_>) -> (Option<f64>, Cursor<'_>) {
    let half = phrase(&["and", "a", "half"])
        .or(phrase(&["and", "half"]))
        .or(phrase(&["-", "and", "-", "a", "-", "half"]));
    match (value, half.read(rest)) {
        (Some(number), Some((_, rest))) => (Some(number + 0.5), rest),
        _ => (value, rest),
    }
}

/// `1/2`, `½`.
fn fraction(at: Cursor<'_>) -> Found<'_, f64> {
    if let Some((_, rest)) = word("½").read(at) {
        return Some((0.5, rest));
    }
    let parts = (digits, tight(word("/")), tight(digits));
    let ((over, _, under), rest) = parts.read(at)?;
    let (over, under) = (small_number(over)?, small_number(under)?);
    (over < under).then(|| (f64::from(over) / f64::from(under), rest))
}

/// A length of one unit: `two years`, `18 months`, `half an hour`, `a year and a half`.
pub fn amount(at: Cursor<'_>) -> Found<'_, Amount> {
    if let Some(found) = half_amount(at) {
        return Some(found);
    }
    let (count, rest) = count(at)?;
    let (_, rest) = optional(any(&[
        "more",
        "full",
        "long",
        "straight",
        "consecutive",
        "additional",
        "extra",
        "solid",
        "whole",
        "short",
        "calendar",
        "successive",
        "other",
        "further",
        "brutal",
        "business",
        "fiscal",
    ]))
    .read(rest)?;
    let (found, rest) = unit(rest)?;
    let article = any(&["a", "an"]).read(at).is_some();
    if count == Some(1.0)
        && (context::is_noun_of(found, rest) || article && context::unit_is_joined(rest))
    {
        return None;
    }
    let (half, rest) = half_more(count, rest);
    Some((Amount { count: half, unit: found }, rest))
}

/// `half an hour`, `a half hour`, `half a century`, `half-hour`.
fn half_amount(at: Cursor<'_>) -> Found<'_, Amount> {
    let (_, rest) = optional(word("a")).read(at)?;
    let (_, rest) = word("half").read(rest)?;
    let (_, rest) = optional(any(&["a", "an", "-"])).read(rest)?;
    let (unit, rest) = unit(rest)?;
    (unit != Unit::Quarter).then_some((Amount::new(0.5, unit), rest))
}

/// A pattern with a bound before it: `more than`, `about`.
pub fn bounded<'a, T>(
    pattern: impl Fn(Cursor<'a>) -> Found<'a, T>,
) -> impl Pattern<'a, Value = (Option<Bound>, T)> {
    move |at| {
        let mut from = at;
        let mut found = None;
        while let Some((bound, rest)) = bound(from).filter(|_| context::bound_stands(from)) {
            found = found.filter(|old| *old != Bound::None).or(Some(bound));
            from = rest;
        }
        let (value, rest) = pattern(from)?;
        Some(((found, value), rest))
    }
}

fn length(bound: Option<Bound>, amounts: Vec<Amount>) -> Expr {
    let length = Expr::Length(amounts);
    match bound {
        Some(bound) if bound != Bound::None => Expr::Bounded(bound, Box::new(length)),
        _ => length,
    }
}

/// What it finds: `two years`, `more than a decade`, `an hour and 20 minutes`, `a few days`.
/// What it leaves: `a second chance`, `Year 2`.
pub fn counted(at: Cursor<'_>) -> Found<'_, Expr> {
    let another = (word("another"), unless(unit)).map(|_| ());
    let (_, start) = optional(another).read(at)?;
    let ((bound, first), rest) = bounded(amount).read(start)?;
    if !context::length_stands(first, at, rest) {
        return None;
    }
    let (_, joined) = optional(any(&["and", ","])).read(rest)?;
    let smaller = amount.when(|second: &Amount| second.unit < first.unit && second.count.is_some());
    match smaller.read(joined) {
        Some((second, rest)) => Some((length(bound, vec![first, second]), rest)),
        None => Some((length(bound, vec![first]), rest)),
    }
}

/// What it finds: `two or three years`, `two to three weeks`, `10-15 minutes`.
pub fn counted_range(at: Cursor<'_>) -> Found<'_, Expr> {
    let (bound, start) = optional(bound).read(at)?;
    let joint = any(&["or", "to", "-", "–"]);
    let ((low, _, _), rest) = (count, joint, unless(unit)).read(start)?;
    low?;
    let (amount, rest) = amount(rest)?;
    Some((length(bound, vec![Amount { count: None, ..amount }]), rest))
}

/// What it finds: `five-year`, `18-month`, `24-hour`, `two-week-old`, `three-day-long`.
pub fn hyphenated(at: Cursor<'_>) -> Found<'_, Expr> {
    let (count, rest) = count(at)?;
    let (_, rest) = dash(rest)?;
    let (unit, rest) = tight(unit.when(|unit| *unit != Unit::Quarter)).read(rest)?;
    let tail = (dash, any(&["old", "olds", "long"]));
    let (_, rest) = optional(tail).read(rest)?;
    let (_, rest) = optional(phrase(&["-", "and", "-", "a", "-", "half"])).read(rest)?;
    Some((length(None, vec![Amount { count, unit }]), rest))
}

/// What it finds: `month-long`, `yearlong`, `decades-old`, `weeks-long`.
pub fn unit_long(at: Cursor<'_>) -> Found<'_, Expr> {
    let text = at.text();
    let glued = [
        ("yearlong", Unit::Year),
        ("monthlong", Unit::Month),
        ("weeklong", Unit::Week),
        ("daylong", Unit::Day),
        ("hourlong", Unit::Hour),
        ("decadelong", Unit::Decade),
    ];
    if let Some((_, unit)) = glued.iter().find(|(word, _)| text.eq_ignore_ascii_case(word)) {
        return Some((length(None, vec![Amount::new(1.0, *unit)]), at.skip(1)));
    }
    let (unit, rest) = unit(at)?;
    let (_, rest) = (dash, any(&["long", "old"])).read(rest)?;
    let count = if text.ends_with(['s', 'S']) { None } else { Some(1.0) };
    Some((length(None, vec![Amount { count, unit }]), rest))
}

/// What it finds: `54 years old`, `six months of age`.
pub fn age(at: Cursor<'_>) -> Found<'_, Expr> {
    let ((bound, amount), rest) = bounded(amount).read(at)?;
    let (_, rest) = word("old").or(phrase(&["of", "age"])).read(rest)?;
    Some((length(bound, vec![amount]), rest))
}

/// What it finds: `the past three days`, `the next two weeks`, `the last year`,
/// `the first six months`, `another two months`, `these two weeks`.
/// What it leaves: `that two-year gap`, `to last 45 minutes`.
pub fn picked_length(at: Cursor<'_>) -> Found<'_, Expr> {
    let (the, start) = optional(the).read(at)?;
    let first = any(&["first", "final", "opening", "entire", "full"]).map(|_| None);
    let (found, rest) = pick.map(Some).or(first).read(start)?;
    let (bound, rest) = optional(bound).read(rest)?;
    let fits = match found {
        Some(Pick::This | Pick::Same) => the.is_some(),
        Some(Pick::Last) => the.is_some() || context::lasts(at) || context::at_before(at),
        None => the.is_some(),
        _ => true,
    };
    if !fits {
        return None;
    }
    let (amount, end) = match amount(rest) {
        Some(found) => found,
        None => picked_unit_length(found, the.is_some(), at, rest)?,
    };
    let noun = context::is_noun_of(amount.unit, end);
    (!noun).then(|| (length(bound, vec![amount]), end))
}

/// The unit of `the last year`, `the past weeks`, `the first week`: one, or some.
fn picked_unit_length<'a>(
    found: Option<Pick>,
    the: bool,
    at: Cursor<'a>,
    rest: Cursor<'a>,
) -> Found<'a, Amount> {
    let (unit, end) = unit(rest)?;
    let plural = rest.text().ends_with('s');
    let single = match found {
        Some(Pick::Last | Pick::Past) => true,
        Some(Pick::Next) => context::lasts(at),
        None => {
            (Unit::Week..=Unit::Decade).contains(&unit) && end.text().eq_ignore_ascii_case("of")
        }
        _ => false,
    };
    let count = if plural { None } else { Some(1.0) };
    (the && (plural || single) && unit != Unit::Quarter).then_some((Amount { count, unit }, end))
}

/// What it finds: `recent weeks`, `the coming months`, `past years`, `the coming days and weeks`.
pub fn vague_plural(at: Cursor<'_>) -> Found<'_, Expr> {
    let (the, start) = optional(the).read(at)?;
    let (_, start) = optional(any(&["most", "more"])).read(start)?;
    let (found, rest) = pick(start)?;
    let (_, rest) = unit(rest)?;
    if !rest.back(1)?.text().ends_with('s') {
        return None;
    }
    let (_, rest) = optional((any(&["and", "or"]), unit)).read(rest)?;
    let value = match (found, the.is_some()) {
        (Pick::Recent, _) => "PAST_REF",
        (Pick::Past | Pick::Previous, false) => "PAST_REF",
        (Pick::Coming, _) => "FUTURE_REF",
        (Pick::Next | Pick::Following, false) => "FUTURE_REF",
        _ => return None,
    };
    Some((Expr::Vague(value), rest))
}

/// What it finds: `months`, `years`, `weeks` after a word that takes a length, or before `after` and
/// `before`: `for years`, `hours after the vote`. What it leaves: `working hours before the strike`.
pub fn plural_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let (unit, rest) = unit(at)?;
    let measures = context::opens_phrase(at) && any(&["after", "before"]).read(rest).is_some();
    let stands = measures || context::takes_length(at);
    if !at.text().ends_with('s') || !stands || context::is_noun_of(unit, rest) {
        return None;
    }
    Some((length(None, vec![Amount { count: None, unit }]), rest))
}

/// What it finds: `the nine months ended June 30`: only `the nine months`; `the last week of May`,
/// `the first six months of 1990`.
pub fn part_length(at: Cursor<'_>) -> Found<'_, Expr> {
    let last = any(&["last", "final", "closing", "opening"]).map(|_| 0);
    let (_, rest) = (the, last.or(ordinal)).read(at)?;
    let (amount, rest) = match amount(rest) {
        Some(found) => found,
        None => {
            let (unit, rest) = unit.when(|unit| *unit != Unit::Quarter).read(rest)?;
            (Amount::new(1.0, unit), rest)
        }
    };
    let (_, end) = (word("of"), points::whole).read(rest)?;
    Some((length(None, vec![amount]), end))
}

/// What it finds: `the year` of `the year to end-March`, `the quarter ended June 30`: a unit that the
/// words give an end. What it leaves: `the week to come`.
pub fn unit_up_to(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, rest) = the(at)?;
    let (unit, end) = unit.when(|unit| (Unit::Week..=Unit::Year).contains(unit)).read(rest)?;
    let single = !end.back(1)?.text().ends_with('s');
    let ends = any(&["to", "through", "ended", "ending", "up"]);
    let date = super::relative::staged_by_adverb.or(points::point);
    let ends = (ends, optional(any(&["to", "on", "in"])), date).map(|(_, _, date)| date);
    let (date, _) = ends.read(end)?;
    (single && date.is_point()).then(|| (length(None, vec![Amount::new(1.0, unit)]), end))
}

/// What it finds: `the nine months`, `the three years`.
/// What it leaves: the article of `the ten-year struggle`, `the Seven Days Battles`.
pub fn the_counted(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, rest) = the(at)?;
    let (found, end) = amount(rest)?;
    let plural = end.back(1)?.text().ends_with('s');
    let lower = rest.token()?.case != crate::tokenize::Case::Title;
    let fits = plural && lower && context::length_stands(found, rest, end);
    fits.then(|| (length(None, vec![found]), end))
}
