//! The words of dates, as patterns: months, days, years, numbers, units.

use crate::gazetteer::{Bound, Class, DayPart, Pick, Season, Stage, Unit};
use crate::pattern::{Cursor, Found, Pattern, any, digits, entry, tight, word};
use crate::tokenize::Case;

use super::expr::{Part, Year};

/// A dictionary word of `class` whose code names a variant.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident, $class:ident, $kind:ident) => {
        $(#[$doc])*
        pub fn $name(at: Cursor<'_>) -> Found<'_, $kind> {
            entry(Class::$class).try_map($kind::from_code).read(at)
        }
    };
}

coded!(
    /// `summer`.
    season, Season, Season);
coded!(
    /// `morning`.
    day_part, DayPart, DayPart);
coded!(
    /// `weeks`.
    unit, Unit, Unit);
coded!(
    /// `last`.
    pick, Pick, Pick);
coded!(
    /// `early`.
    stage, Stage, Stage);
coded!(
    /// `more than`.
    bound, Bound, Bound);

/// `November`, `Nov.`; also at the end of a sentence, where the dot is apart.
pub fn month(at: Cursor<'_>) -> Found<'_, u8> {
    entry(Class::Month).read(at)
}

/// `Tuesday`, `Tue.`, but not `Tuesdays`.
pub fn weekday(at: Cursor<'_>) -> Found<'_, u8> {
    let (code, rest) = entry(Class::Weekday).read(at)?;
    let text = at.text();
    let plural = text.len() > 6 && text.ends_with(['s', 'S']);
    (!plural).then_some((code, rest))
}

/// `Tuesdays`.
pub fn weekdays(at: Cursor<'_>) -> Found<'_, u8> {
    let (code, rest) = entry(Class::Weekday).read(at)?;
    let text = at.text();
    (text.len() > 6 && text.ends_with(['s', 'S'])).then_some((code, rest))
}

/// `9`, `09`, `9th`, `ninth`: a day of the month.
pub fn day_number(at: Cursor<'_>) -> Found<'_, u8> {
    plain_day(at).or_else(|| day_ordinal(at))
}

/// `9`, `09`, `9th`.
pub fn day_digits(at: Cursor<'_>) -> Found<'_, u8> {
    digits(at)?;
    day_number(at)
}

/// `9`, `09`.
pub fn plain_day(at: Cursor<'_>) -> Found<'_, u8> {
    let (text, rest) = digits(at)?;
    let day = small_number(text)?;
    (1..=31).contains(&day).then_some((day, rest))
}

/// `9th`, `ninth`: a day of the month.
pub fn day_ordinal(at: Cursor<'_>) -> Found<'_, u8> {
    let (day, rest) = ordinal(at)?;
    (1..=31).contains(&day).then_some((day, rest))
}

/// `9th`, `ninth`.
pub fn ordinal(at: Cursor<'_>) -> Found<'_, u8> {
    if let Some(found) = entry(Class::Ordinal).read(at) {
        return Some(found);
    }
    let (text, rest) = digits(at)?;
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &text[number.len()..];
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|e| ending.eq_ignore_ascii_case(e));
    if is_ordinal { Some((number.parse().ok()?, rest)) } else { None }
}

/// A number of one or two digits.
pub fn small_number(text: &str) -> Option<u8> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// `1989`: four digits that can be a year.
pub fn year(at: Cursor<'_>) -> Found<'_, Year> {
    let (text, rest) = digits(at)?;
    let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let year: i16 = if plain { text.parse().ok()? } else { return None };
    (1000..=2199).contains(&year).then_some((Year::Full(year), rest))
}

/// `'89`, `’89`.
pub fn short_year(at: Cursor<'_>) -> Found<'_, Year> {
    let (_, rest) = any(&["'", "’", "‘"]).read(at)?;
    let (text, rest) = tight(digits).read(rest)?;
    if text.len() != 2 {
        return None;
    }
    Some((Year::Short(small_number(text)?), rest))
}

/// `300 BC`, `A.D. 79`, `79 CE`.
pub fn era_year(at: Cursor<'_>) -> Found<'_, Year> {
    if let Some((_, rest)) = any(&["a.d.", "ad", "a.d"]).read(at) {
        let (text, rest) = digits(rest)?;
        return Some((Year::Full(era_number(text)?), rest));
    }
    let (text, rest) = digits(at)?;
    let number = era_number(text)?;
    let (is_bc, rest) = era(rest)?;
    Some((Year::Full(if is_bc { -number } else { number }), rest))
}

/// `BC`, `B.C.E.`, `AD`: whether it is before Christ.
pub fn era(at: Cursor<'_>) -> Found<'_, bool> {
    if at.token()?.case != Case::Upper {
        return None;
    }
    let (index, rest) =
        any(&["bc", "b.c.", "b.c", "bce", "b.c.e.", "ad", "a.d.", "ce", "c.e."]).read(at)?;
    Some((index < 5, rest))
}

fn era_number(text: &str) -> Option<i16> {
    let plain = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let number = if plain { text.parse().ok()? } else { return None };
    (number > 0).then_some(number)
}

/// `1990s`, `'90s`, `90s`, `1990's`.
pub fn decade(at: Cursor<'_>) -> Found<'_, (Part, Option<Year>)> {
    let (apostrophe, rest) = match any(&["'", "’", "‘"]).read(at) {
        Some((_, rest)) if rest.is_tight() => (true, rest),
        _ => (false, at),
    };
    let (text, rest) = digits(rest)?;
    let (number, rest) = match text.strip_suffix(['s', 'S']) {
        Some(number) => (number.trim_end_matches(['\'', '’']), rest),
        None => (text, (tight(any(&["'", "’"])), tight(word("s"))).read(rest)?.1),
    };
    if !number.ends_with('0') || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match (number.len(), apostrophe) {
        (4, false) => {
            let year: i16 = number.parse().ok()?;
            let known = (1000..=2190).contains(&year);
            known.then_some(((Part::Decade, Some(Year::Full(year))), rest))
        }
        (2, _) => Some(((Part::ShortDecade(number.parse().ok()?), None), rest)),
        _ => None,
    }
}

/// `the`.
pub fn the(at: Cursor<'_>) -> Found<'_, ()> {
    word("the").read(at)
}

/// A hyphen or dash of any length.
pub fn dash(at: Cursor<'_>) -> Found<'_, ()> {
    any(&["-", "‐", "‑", "–", "—"]).map(|_| ()).read(at)
}

/// A comma.
pub fn comma(at: Cursor<'_>) -> Found<'_, ()> {
    word(",").read(at)
}

/// `GMT`, `local time`, `ET`; gives its row.
pub fn zone(at: Cursor<'_>) -> Found<'_, u8> {
    entry(Class::Zone).read(at)
}

/// `Thanksgiving Day`; gives its row.
pub fn holiday(at: Cursor<'_>) -> Found<'_, u8> {
    entry(Class::Holiday).read(at)
}
