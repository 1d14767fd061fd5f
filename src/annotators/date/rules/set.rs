//! Repeated times: `every Friday`, `twice a year`, `daily`, `each spring`, `per day`.

use super::super::expr::{Amount, Expr, Fields, Part, Time, Unit};
use super::super::words::*;
use super::context;
use super::length::amount;
use crate::pattern::{Cursor, Found, Pattern, any, digits, optional, phrase, word};

/// What it finds: `every Friday`, `each November`, `every other day`, `every two years`,
/// `every spring`, `every night`, `each year`.
pub fn every(at: Cursor<'_>) -> Found<'_, Expr> {
    let every = any(&["every", "each"]).map(|_| ()).or(phrase(&["every", "single"]));
    let (_, rest) = every.read(at)?;
    let (other, rest) = optional(any(&["other", "second", "alternate"])).read(rest)?;
    if let Some((unit, rest)) = unit(rest).filter(|(unit, _)| *unit != Unit::Night) {
        if unit == Unit::Weekend {
            return Some((Expr::Every(Fields::of(Part::Weekend)), rest));
        }
        let count = if other.is_some() { 2.0 } else { 1.0 };
        let stands = unit != Unit::Second || rest.token().is_none();
        return stands.then_some((Expr::Repeated(Amount::new(count, unit)), rest));
    }
    if let Some((amount, rest)) = amount(rest) {
        return Some((Expr::Repeated(amount), rest));
    }
    let (part, rest) = repeated_part(rest)?;
    Some((Expr::Every(part), rest))
}

/// A point that comes back: a weekday, month, season, holiday, part of the day.
fn repeated_part(at: Cursor<'_>) -> Found<'_, Fields> {
    if let Some((part, rest)) = day_part(at) {
        let fields = Fields { time: Some(Time::Part(part)), ..Fields::default() };
        return Some((fields, rest));
    }
    if let Some(((month, day), rest)) = (month, day_number).read(at) {
        return Some((Fields::day(None, month, day), rest));
    }
    let part = month.map(Part::Month).or(season.map(Part::Season)).or(holiday.map(Part::Holiday));
    if let Some((part, rest)) = part.read(at) {
        return Some((Fields::of(part), rest));
    }
    let (number, rest) = weekday(at)?;
    let (time, rest) = optional(day_part.map(Time::Part)).read(rest)?;
    Some((Fields { year: None, part: Part::Weekday(number), time }, rest))
}

/// What it finds: `Fridays`, `Sundays` after `on`; `weekends`, `Friday nights`.
pub fn plural(at: Cursor<'_>) -> Found<'_, Expr> {
    if at.back(1).is_some_and(|before| super::length::count(before).is_some()) {
        return None;
    }
    if let Some((number, rest)) = weekdays(at) {
        return Some((Expr::Every(Fields::of(Part::Weekday(number))), rest));
    }
    let (_, rest) = word("weekends").read(at)?;
    Some((Expr::Every(Fields::of(Part::Weekend)), rest))
}

/// What it finds: `once a week`, `twice a year`, `three times a day`, `five days a week`,
/// `once every 53 days`.
pub fn times_a_unit(at: Cursor<'_>) -> Found<'_, Expr> {
    let number = digits.map(|_| ()).or(super::length::count.map(|_| ()));
    let times = (number, any(&["times", "days", "hours", "nights", "months"])).map(|_| ());
    let (_, rest) = any(&["once", "twice", "thrice"]).map(|_| ()).or(times).read(at)?;
    let article = any(&["a", "an", "per", "each", "every"]);
    let (_, rest) = article.read(rest)?;
    let (amount, rest) = unit.map(|unit| Amount::new(1.0, unit)).or(amount).read(rest)?;
    Some((Expr::Repeated(amount), rest))
}

/// What it finds: `per day`, `a year` after a number of something: `$40,000 a year`.
pub fn rate(at: Cursor<'_>) -> Found<'_, Expr> {
    let ((index, unit), rest) = (any(&["per", "a", "an"]), unit).read(at)?;
    let plural = rest.back(1)?.text().ends_with('s');
    let stands = !plural && unit >= Unit::Hour && (index == 0 || context::is_rate(at));
    stands.then_some((Expr::Repeated(Amount::new(1.0, unit)), rest))
}
