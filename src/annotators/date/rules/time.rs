//! Times of day: `8:04 p.m. local time`, `Monday evening`, `noon GMT`, `the morning of April 19`.

use super::super::expr::{Base, Expr, Fields, Part, Time, Unit};
use super::super::words::*;
use super::{context, explicit, points};
use crate::gazetteer::{Class, DayPart};
use crate::pattern::{
    Cursor, Found, Pattern, ahead, any, digits, entry, optional, phrase, tight, unless, word,
};

/// What it finds: `8:04 p.m.`, `8 a.m. EST`, `20:04`, `0842 GMT`, `noon`, `8 o'clock`.
/// What it leaves: `2:1`, scores, ratios.
pub fn clock(at: Cursor<'_>) -> Found<'_, Time> {
    if at.is_tight() && matches!(at.text_before(), ":" | "$" | "£" | "€" | "." | "/") {
        return None;
    }
    noon(at).or_else(|| faced(at)).or_else(|| military(at))
}

/// A time by hours and minutes, of the half or the whole day.
fn faced(at: Cursor<'_>) -> Found<'_, Time> {
    let (face, rest) = clock_face(at)?;
    half_day_clock(face, rest).or_else(|| full_day_clock(at, face, rest))
}

fn time(hour: u8, minute: u8, second: Option<u8>, zone: Option<u8>) -> Option<Time> {
    let known = hour <= 24 && minute < 60 && second.is_none_or(|second| second < 60);
    known.then_some(Time::Clock { hour, minute, second, zone })
}

/// `noon`, `midnight`, `12 noon`, `noon GMT`.
fn noon(at: Cursor<'_>) -> Found<'_, Time> {
    let (_, start) = optional(any(&["12", "twelve"])).read(at)?;
    let (index, rest) = any(&["noon", "midnight", "noontime"]).read(start)?;
    let (zone, rest) = optional(zone).read(rest)?;
    let hour = if index == 1 { 0 } else { 12 };
    Some((time(hour, 0, None, zone)?, rest))
}

/// `8 p.m.`, `8:04 p.m.`, `8.30pm`, `8 o'clock in the morning`.
fn half_day_clock((hour, minute, second, glued): Face, rest: Cursor<'_>) -> Found<'_, Time> {
    let (afternoon, rest) = match glued {
        Some(afternoon) => (Some(afternoon), rest),
        None => match meridiem(rest) {
            Some((afternoon, rest)) => (Some(afternoon), rest),
            None => {
                let (_, rest) = oclock(rest)?;
                optional(in_the_part).read(rest)?
            }
        },
    };
    if !(1..=12).contains(&hour) {
        return if hour <= 23 && afternoon == Some(true) {
            Some((time(hour, minute, second, None)?, rest))
        } else {
            None
        };
    }
    let hour = match afternoon {
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    let (zone, rest) = optional(zone_after).read(rest)?;
    Some((time(hour, minute, second, zone)?, rest))
}

/// `GMT`, `, local time`, `(ET)` is left.
fn zone_after(at: Cursor<'_>) -> Found<'_, u8> {
    let (_, rest) = optional(comma).read(at)?;
    zone(rest)
}

/// Hour, minute, second, and whether `am` or `pm` is glued to the number.
type Face = (u8, u8, Option<u8>, Option<bool>);

fn clock_face(at: Cursor<'_>) -> Found<'_, Face> {
    let in_words = (entry(Class::Cardinal), ahead(oclock)).map(|(hour, ())| (hour, 0, None, None));
    if let Some(found) = in_words.read(at) {
        return Some(found);
    }
    let (text, rest) = digits(at)?;
    let (number, glued) = split_half(text);
    if let Some((hour, minute)) = number.split_once('.') {
        let two = minute.len() == 2;
        let face = (small_number(hour)?, small_number(minute)?, None, glued);
        return two.then_some((face, rest));
    }
    let hour = small_number(number)?;
    if glued.is_some() {
        return Some(((hour, 0, None, glued), rest));
    }
    match minutes(rest) {
        Some(((minute, glued), rest)) => {
            let second = minutes(rest).filter(|_| glued.is_none());
            let (second, rest) = match second {
                Some(((second, _), rest)) => (Some(second), rest),
                None => (None, rest),
            };
            Some(((hour, minute, second, glued), rest))
        }
        None => Some(((hour, 0, None, None), rest)),
    }
}

/// A number, and whether `am` or `pm` is glued to it: after noon or not.
fn split_half(text: &str) -> (&str, Option<bool>) {
    match (strip_end(text, "am"), strip_end(text, "pm")) {
        (Some(number), _) => (number, Some(false)),
        (_, Some(number)) => (number, Some(true)),
        _ => (text, None),
    }
}

/// The text without this ending in any case.
fn strip_end<'a>(text: &'a str, ending: &str) -> Option<&'a str> {
    let (start, end) = text.split_at_checked(text.len().checked_sub(ending.len())?)?;
    end.eq_ignore_ascii_case(ending).then_some(start)
}

/// `:04`, `:04pm`.
fn minutes(at: Cursor<'_>) -> Found<'_, (u8, Option<bool>)> {
    let (_, rest) = tight(word(":")).read(at)?;
    let (text, rest) = tight(digits).read(rest)?;
    let (number, glued) = match split_half(text) {
        (number, None) => (strip_end(number, "hrs").unwrap_or(number), None),
        split => split,
    };
    let minute = small_number(number).filter(|_| number.len() == 2)?;
    Some(((minute, glued), rest))
}

/// `a.m.`, `pm`: whether it is after noon.
fn meridiem(at: Cursor<'_>) -> Found<'_, bool> {
    let (index, rest) = any(&["a.m.", "am", "a.m", "p.m.", "pm", "p.m"]).read(at)?;
    Some((index >= 3, rest))
}

fn oclock(at: Cursor<'_>) -> Found<'_, ()> {
    any(&["o'clock", "o’clock"]).map(|_| ()).read(at)
}

/// `in the morning`, `at night`: whether it is after noon.
fn in_the_part(at: Cursor<'_>) -> Found<'_, bool> {
    if let Some((_, rest)) = phrase(&["at", "night"]).read(at) {
        return Some((true, rest));
    }
    let (part, rest) = (phrase(&["in", "the"]), day_part).map(|(_, part)| part).read(at)?;
    Some((part != DayPart::Morning, rest))
}

/// `20:04`, `20:04 GMT`, `08:04:30`, `15:00hrs`. Without a zone or a preposition it may be a score.
fn full_day_clock<'a>(at: Cursor<'a>, face: Face, rest: Cursor<'a>) -> Found<'a, Time> {
    let (hour, minute, second, _) = face;
    if rest.index() == at.index() + 1 {
        return None;
    }
    let (hours, rest) = optional(any(&["hrs", "hours", "h"])).read(rest)?;
    let (zone, rest) = optional(zone_after).read(rest)?;
    let marked = zone.is_some() || hours.is_some() || at.skip(2).text().ends_with("hrs");
    let known = marked || context::clock_stands(at, rest);
    known.then(|| time(hour, minute, second, zone)).flatten().map(|time| (time, rest))
}

/// `0842 GMT`, `2100 local time`, `0900 hours`.
fn military(at: Cursor<'_>) -> Found<'_, Time> {
    let (text, rest) = digits(at)?;
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hour, minute) = (small_number(&text[..2])?, small_number(&text[2..])?);
    let (hours, rest) = optional(any(&["hours", "hrs"])).read(rest)?;
    let (zone, rest) = optional(zone).read(rest)?;
    let marked =
        zone.is_some() || (hours.is_some() && (text.starts_with('0') || context::at_before(at)));
    marked.then(|| time(hour, minute, None, zone)).flatten().map(|time| (time, rest))
}

/// What it finds: `8 a.m. Sunday`, `9:34 p.m., March 19`, `noon today`, `8:04 p.m.`.
pub fn clock_and_day(at: Cursor<'_>) -> Found<'_, Expr> {
    let (found, rest) = clock(at)?;
    let (_, day_at) = optional(comma).read(rest)?;
    let day = points::longest(
        day_at,
        &[
            explicit::month_day,
            explicit::day_month,
            explicit::weekday_alone,
            super::vague::day_word,
            super::relative::picked_point,
        ],
    );
    match day {
        Some((day, end)) if day.is_day() && !day.has_time() => {
            let (zone, end) = optional(zone).read(end)?;
            Some((Expr::At(with_zone(found, zone), Box::new(day)), end))
        }
        _ => {
            let fields = Fields { time: Some(found), ..Fields::default() };
            Some((Expr::Calendar(fields), rest))
        }
    }
}

fn with_zone(time: Time, row: Option<u8>) -> Time {
    match time {
        Time::Clock { hour, minute, second, zone: None } => {
            Time::Clock { hour, minute, second, zone: row }
        }
        time => time,
    }
}

/// What it finds: `midday Tuesday`, `dawn Sunday`, `lunchtime today`: a part that needs no article.
pub fn part_and_day(at: Cursor<'_>) -> Found<'_, Expr> {
    let parts = any(&["midday", "dawn", "daybreak", "dusk", "lunchtime", "sunrise", "sunset"]);
    parts.read(at)?;
    let (part, rest) = day_part(at)?;
    let (day, end) = points::longest(
        rest,
        &[
            explicit::month_day,
            explicit::day_month,
            explicit::weekday_alone,
            super::vague::day_word,
        ],
    )?;
    let expr = Expr::At(Time::Part(part), Box::new(day));
    Some((expr, end))
}

/// What it finds: `Friday night`, `early Friday morning`, `May 4 evening`, `Christmas night`,
/// `yesterday afternoon`, `tomorrow night`.
pub fn day_with_part(at: Cursor<'_>) -> Found<'_, Expr> {
    let (day, rest) = points::longest(
        at,
        &[
            explicit::weekday_any,
            explicit::month_day,
            explicit::day_month,
            explicit::holiday_alone,
            super::vague::day_word,
        ],
    )?;
    let (_, rest) = optional(any(&["early", "late"])).read(rest)?;
    if context::is_title(rest) {
        return None;
    }
    let (part, rest) = day_part(rest)?;
    let (date, rest) =
        match (optional(any(&["of", ","])), explicit::month_day.or(explicit::day_month)).read(rest)
        {
            Some(((_, date), rest)) => (date, rest),
            None => (day, rest),
        };
    Some((Expr::At(Time::Part(part), Box::new(date)), rest))
}

/// What it finds: `the morning of April 19`, `the night of Feb. 8, 1904`,
/// `the early hours of Sunday`, `the evening of the 9th`.
pub fn part_of_day(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the).read(at)?;
    let (early, start) = optional(any(&["early", "late"])).read(start)?;
    let hours = optional(word("hours")).map(|_| ());
    let (part, rest) = match (day_part, hours).read(start) {
        Some(((part, ()), rest)) => (part, rest),
        None if early == Some(0) => (DayPart::Morning, word("hours").read(start)?.1),
        None => return None,
    };
    let (_, rest) = word("of").read(rest)?;
    let (day, end) = points::point(rest).filter(|(day, _)| day.is_day() && !day.has_time())?;
    Some((Expr::At(Time::Part(part), Box::new(day)), end))
}

/// What it finds: `early in the morning of 31 January`, `early the next morning`,
/// `late in the evening`.
pub fn early_in_part(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, rest) = any(&["early", "late", "later"]).read(at)?;
    let (_, rest) = optional(any(&["in", "on"])).read(rest)?;
    part_of_day.or(super::relative::picked_point).when(Expr::has_time).read(rest)
}

/// What it finds: `morning`, `the night` after a preposition of time: `in the morning`, `at night`.
/// What it leaves: `night` inside a name or as a length.
pub fn part_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let (the, start) = optional(the).read(at)?;
    let (part, rest) = day_part(start)?;
    let is_before = |words: &[&str]| context::is_in(at.text_before(), words);
    let stands = if the.is_some() {
        is_before(&["in", "during", "into", "through", "throughout"])
    } else {
        is_before(&["in", "early", "late", "-"]) && context::is_session(rest)
            || is_before(&["at", "by", "until", "before", "after", "since"])
                && !start.text().bytes().any(|b| b.is_ascii_uppercase())
    };
    if !stands || unless(word("of")).read(rest).is_none() || rest.text() == "-" {
        return None;
    }
    let day = Expr::Shifted { unit: Unit::Day, by: 0, from: Base::Context };
    let generic = the.is_none() && part == DayPart::Night;
    if generic {
        let fields = Fields { year: None, part: Part::Whole, time: Some(Time::Part(part)) };
        return Some((Expr::Every(fields), rest));
    }
    Some((Expr::At(Time::Part(part), Box::new(day)), rest))
}
