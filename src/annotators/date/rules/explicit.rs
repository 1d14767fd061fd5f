//! Dates that name their place on the calendar: days, months, years, seasons, quarters, holidays.

use super::super::expr::{Expr, Fields, Part, Year};
use super::super::words::*;
use super::{context, numbers};
use crate::pattern::{Cursor, Found, Pattern, ahead, any, digits, optional, tight, word};

/// `, 2023`, ` 2023`, `, '23`: the year after a day or month, with an era if there is one.
fn year_after(at: Cursor<'_>) -> Found<'_, Year> {
    let (_, rest) = optional(comma).read(at)?;
    let (year, end) = era_year.or(year).or(short_year).read(rest)?;
    numbers::year_ends(end).then_some((year, end))
}

/// `Tuesday,` before a day.
fn weekday_before(at: Cursor<'_>) -> Found<'_, u8> {
    let (named, rest) = weekday(at)?;
    let (_, rest) = optional(comma).read(rest)?;
    let (_, rest) = optional(word("the")).read(rest)?;
    Some((named, rest))
}

/// The day that `fields` name, if it can be one, on the weekday that stands before it.
fn day_on(named: Option<u8>, fields: Fields) -> Option<Expr> {
    let Part::Day { month: Some(month), day, .. } = fields.part else {
        return None;
    };
    let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::from(month) - 1];
    let fields = named.map_or(fields, |named| fields.on(named));
    (day <= longest).then_some(Expr::Calendar(fields))
}

/// What it finds: `November 9, 2023`, `Nov. 9`, `Tuesday, May 7`, `May the 4th`.
/// What it leaves: `May 300`.
pub fn month_day(at: Cursor<'_>) -> Found<'_, Expr> {
    let (named, rest) = optional(weekday_before).read(at)?;
    let (number, rest) = month(rest)?;
    let (_, rest) = optional(word("the")).read(rest)?;
    let (day, rest) = day_digits(rest)?;
    if decimal_follows(rest) {
        return None;
    }
    let (year, rest) = optional(year_after.or(of_year)).read(rest)?;
    let year = year.or_else(|| numbers::is_attack(number, day, rest).then_some(Year::Full(2001)));
    Some((day_on(named, Fields::day(year, number, day))?, rest))
}

/// ` of 1990`, ` of that year` is another rule's.
fn of_year(at: Cursor<'_>) -> Found<'_, Year> {
    (word("of"), year).map(|(_, year)| year).read(at)
}

/// Whether the number goes on: `9.5`, `9:30`, `9-1`, `9%`.
fn decimal_follows(at: Cursor<'_>) -> bool {
    let clock = at.text() == ":" && at.skip(1).is_tight() && digits(at.skip(1)).is_some();
    at.is_tight() && (clock || matches!(at.text(), "%" | "°"))
}

/// What it finds: `9 November 2023`, `9th of November`, `the 9th of November, 2023`.
/// What it leaves: `9 May Street`.
pub fn day_month(at: Cursor<'_>) -> Found<'_, Expr> {
    let (named, rest) = optional(weekday_before).read(at)?;
    let (_, rest) = optional(the).read(rest)?;
    let (day, rest) = day_number(rest)?;
    let (joint, rest) = optional(any(&["of", "-", "–"])).read(rest)?;
    let (number, rest) = month(rest)?;
    let hyphened = matches!(joint, Some(1 | 2));
    let year = if hyphened { hyphen_year.read(rest) } else { year_after(rest) };
    let (year, rest) = year.map_or((None, rest), |(year, rest)| (Some(year), rest));
    Some((day_on(named, Fields::day(year, number, day))?, rest))
}

/// `-2012` or `-12` of `19-Nov-12`.
fn hyphen_year(at: Cursor<'_>) -> Found<'_, Year> {
    let (_, rest) = tight(dash).read(at)?;
    let short = tight(digits).try_map(|text| small_number(text).map(Year::Short));
    tight(year).or(short).read(rest)
}

/// What it finds: `2023-11-09`, `2023/11/09`, `20231109` it leaves.
pub fn iso_day(at: Cursor<'_>) -> Found<'_, Expr> {
    let (year, rest) = year(at)?;
    let mark = rest.text();
    let (_, rest) = tight(any(&["-", "/", "."])).read(rest)?;
    let (month, rest) = tight(two_digits).read(rest)?;
    if rest.text() != mark {
        return None;
    }
    let (day, rest) = tight(two_digits).read(rest.skip(1))?;
    let known = (1..=12).contains(&month) && (1..=31).contains(&day) && ends_here(rest);
    let fields = Fields::day(Some(year), month, day);
    known.then(|| day_on(None, fields)).flatten().map(|expr| (expr, rest))
}

fn two_digits(at: Cursor<'_>) -> Found<'_, u8> {
    let (text, rest) = digits(at)?;
    Some((small_number(text)?, rest))
}

/// Whether no further number or hyphenated part is joined to the one before.
fn ends_here(at: Cursor<'_>) -> bool {
    let joined = at.is_tight() && matches!(at.text(), "-" | "/" | "–");
    !(joined || (at.is_tight() && digits(at).is_some()))
}

/// What it finds: `11/9/2023`, `9.11.2023`, `11/9/23`.
/// What it leaves: `24/7`, `1/2`.
pub fn numeric_day(at: Cursor<'_>) -> Found<'_, Expr> {
    if at.is_tight() && matches!(at.text_before(), "/" | "." | "-" | "$" | "£" | "€") {
        return None;
    }
    if let Some(found) = dotted_day(at) {
        return Some(found);
    }
    let (first, rest) = two_digits(at)?;
    let mark = rest.text();
    let (_, rest) = tight(any(&["/", "-"])).read(rest)?;
    let (second, rest) = tight(two_digits).read(rest)?;
    if rest.text() != mark {
        return None;
    }
    let short = tight(two_digits).map(Year::Short);
    let (year, rest) = tight(year).or(short).read(rest.skip(1))?;
    if mark == "-" && matches!(year, Year::Short(_)) {
        return None;
    }
    numeric(first, second, year).filter(|_| ends_here(rest)).map(|expr| (expr, rest))
}

/// `9.11.2023`: the tokenizer leaves numbers with dots in one or two tokens.
fn dotted_day(at: Cursor<'_>) -> Found<'_, Expr> {
    let (text, rest) = digits(at)?;
    let mut parts = text.split('.');
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let full = year.parse().ok().filter(|year| (1000..2200).contains(year))?;
    let expr = numeric(small_number(first)?, small_number(second)?, Year::Full(full))?;
    Some((expr, rest))
}

fn numeric(first: u8, second: u8, year: Year) -> Option<Expr> {
    let day = 1..=31;
    let known = day.contains(&first) && day.contains(&second) && (first <= 12 || second <= 12);
    known.then(|| Expr::Calendar(Fields::in_year(Part::Numeric(first, second), Some(year))))
}

/// What it finds: `November 2023`, `Nov. '23`, `November, 2023`, `November of 2023`.
pub fn month_year(at: Cursor<'_>) -> Found<'_, Expr> {
    let (number, rest) = month(at)?;
    let (year, rest) = year_after.or(of_year).read(rest)?;
    Some((Expr::Calendar(Fields::in_year(Part::Month(number), Some(year))), rest))
}

/// What it finds: `November`, `Nov.`. What it leaves to the context: `May`, `March`.
pub fn month_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let (number, rest) = month(at)?;
    let fields = Fields::of(Part::Month(number));
    context::month_stands(at, rest).then_some((Expr::Calendar(fields), rest))
}

/// What it finds: `Tuesday`. What it leaves: `Sun`, `Wed` as words.
pub fn weekday_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let (number, rest) = weekday(at)?;
    if !context::weekday_stands(at, rest) {
        return None;
    }
    let the_nth = (optional(comma), the, day_ordinal).map(|(_, _, day)| day);
    let nth = the_nth.or(plain_day).read(rest).filter(|(_, end)| day_stands(*end));
    let Some((day, rest)) = nth else {
        return Some((Expr::Calendar(Fields::of(Part::Weekday(number))), rest));
    };
    let part = Part::Day { month: None, day, weekday: Some(number) };
    Some((Expr::Calendar(Fields::of(part)), rest))
}

/// Whether a number that was read as a day is one: nothing counted follows it.
fn day_stands(at: Cursor<'_>) -> bool {
    let Some(token) = at.token() else { return true };
    if token.is_word() {
        return matches!(at.text(), "and" | "at" | "to" | "in" | "on" | "or" | "through");
    }
    !matches!(at.text(), ":" | "%" | "." | "/") || !at.is_tight() || at.skip(1).token().is_none()
}

/// What it finds: `the 9th`. What it leaves: `the 9th floor`, `the 9th of May` is longer.
pub fn the_nth(at: Cursor<'_>) -> Found<'_, Expr> {
    let ((_, text), _) = (the, digits).read(at)?;
    let (day, rest) = (the, day_ordinal).map(|(_, day)| day).read(at)?;
    if text.len() > 4 || !context::nth_stands(at, rest) {
        return None;
    }
    let part = Part::Day { month: None, day, weekday: None };
    Some((Expr::Calendar(Fields::of(part)), rest))
}

/// What it finds: `1989`, `490 BC`, `the year 1950`, `'89`, `FY2024`.
/// What it leaves: `1,989`, `Room 1989`, `2000 troops`.
pub fn year_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let named =
        (optional(the), any(&["year", "years"]), year.or(era_year)).map(|(_, _, year)| year);
    let calendar = |year| Expr::Calendar(Fields::in_year(Part::Whole, Some(year)));
    if let Some((year, rest)) = named.read(at) {
        return Some((calendar(year), rest));
    }
    if let Some((year, rest)) = era_year(at).or_else(|| fiscal_year(at)) {
        return Some((calendar(year), rest));
    }
    let (year, rest) = year.or(short_year).read(at)?;
    numbers::year_stands(at, rest).then_some((calendar(year), rest))
}

/// `fiscal 1990`, `fiscal year 1990`, `FY2024`, `FY 24`.
fn fiscal_year(at: Cursor<'_>) -> Found<'_, Year> {
    if let Some(number) = at.text().strip_prefix("FY").filter(|number| !number.is_empty()) {
        let number = number.trim_start_matches(['\'', '’']);
        let year = match number.len() {
            4 => Year::Full(number.parse().ok()?),
            _ => Year::Short(small_number(number)?),
        };
        return Some((year, at.skip(1)));
    }
    let (_, rest) = optional(the).read(at)?;
    let (_, rest) = any(&["fiscal", "fy", "financial"]).read(rest)?;
    let (_, rest) = optional(word("year")).read(rest)?;
    year.or(short_year).read(rest)
}

/// What it finds: `the 1990s`, `the '80s`, `the 470s BC`.
pub fn decade_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the).read(at)?;
    if let Some(found) = decade_bc(start) {
        return Some(found);
    }
    let ((part, year), rest) = decade(start)?;
    let marked = matches!(at.text(), "'" | "’" | "‘");
    let spoken = marked
        || matches!(part, Part::Decade)
        || start.index() > at.index()
        || context::in_stage(at);
    let expr = Expr::Calendar(Fields::in_year(part, year));
    (spoken && !numbers::is_age(at, &expr)).then_some((expr, rest))
}

fn decade_bc(at: Cursor<'_>) -> Found<'_, Expr> {
    let (text, rest) = digits(at)?;
    let number: i16 = text.strip_suffix('s')?.parse().ok()?;
    let (is_bc, rest) = era(rest)?;
    let year = Year::Full(if is_bc { -number } else { number });
    Some((Expr::Calendar(Fields::in_year(Part::Decade, Some(year))), rest))
}

/// What it finds: `the 19th century`, `twenty-first century`, `the 4th century BC`.
pub fn century(at: Cursor<'_>) -> Found<'_, Expr> {
    let parts = (optional(the), ordinal, optional(dash), any(&["century", "centuries"]));
    let ((_, number, _, _), rest) = parts.read(at)?;
    let (is_bc, rest) = optional(era).read(rest)?;
    let number = i8::try_from(number).ok().filter(|number| (1..=30).contains(number))?;
    let number = if is_bc == Some(true) { -number } else { number };
    Some((Expr::Calendar(Fields::of(Part::Century(number))), rest))
}

/// What it finds: `the third quarter`, `Q3 2023`, `first half of 1990`, `the 1989 third quarter`.
pub fn quarter(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the).read(at)?;
    let (before, rest) = optional(year).read(start)?;
    let (_, rest) = optional(any(&["fiscal"])).read(rest)?;
    let (part, rest) = quarter_part(rest)?;
    if context::is_game_part(rest) || (before.is_none() && !context::quarter_stands(rest)) {
        return None;
    }
    if before.is_some() {
        return Some((Expr::Calendar(Fields::in_year(part, before)), rest));
    }
    let fiscal = (word("of"), fiscal_year).map(|(_, year)| year);
    let plain = (optional(word("of")), year).map(|(_, year)| year);
    let (year, rest) = optional(fiscal.or(plain).or(short_year)).read(rest)?;
    Some((Expr::Calendar(Fields::in_year(part, year)), rest))
}

/// What it finds: `the October-December quarter`, `the April to June period of 2001`: a quarter by
/// its months. What it leaves: `the May-July period`, which is none.
pub fn quarter_of_months(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the).read(at)?;
    let joint = dash.or(word("to"));
    let ((first, (), last, _), rest) =
        (month, joint, month, any(&["quarter", "period"])).read(start)?;
    let (year, rest) = optional((optional(word("of")), year).map(|(_, year)| year)).read(rest)?;
    let whole = first % 3 == 1 && last == first + 2;
    let part = Part::Quarter(last / 3);
    whole.then(|| (Expr::Calendar(Fields::in_year(part, year)), rest))
}

/// `third quarter`, `third-quarter`, `Q3`, `second half`, `H2`.
pub fn quarter_part(at: Cursor<'_>) -> Found<'_, Part> {
    let mark = |letter: char| {
        let number = at.text().strip_prefix([letter])?;
        small_number(number).filter(|_| number.len() == 1)
    };
    if let Some(quarter @ 1..=4) = mark('Q') {
        return Some((Part::Quarter(quarter), at.skip(1)));
    }
    if let Some(half @ 1..=2) = mark('H') {
        return Some((Part::Half(half), at.skip(1)));
    }
    let latter = any(&["latter", "final", "closing"]).map(|_| 9);
    let last = (word("last"), ahead((any(&["quarter", "half"]), word("of")))).map(|_| 9);
    let latter = latter.or(last);
    let number = ordinal.or(latter).or(any(&["opening"]).map(|_| 1));
    let parts = (number, optional(dash), any(&["quarter", "half"]));
    match parts.read(at)? {
        ((n @ 1..=4, _, 0), rest) => Some((Part::Quarter(n), rest)),
        ((9, _, 0), rest) => Some((Part::Quarter(4), rest)),
        ((n @ 1..=2, _, 1), rest) => Some((Part::Half(n), rest)),
        ((9, _, 1), rest) => Some((Part::Half(2), rest)),
        _ => None,
    }
}

/// What it finds: `the summer of 1955`, `summer 1955`, `the spring`, `winter`, `the winter months`.
/// What it leaves: `fall` the verb, `the fall of Rome`.
pub fn season_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the).read(at)?;
    let (named, rest) = season(start)?;
    let year =
        (optional(any(&["of", ","])), era_year.or(year).or(short_year)).map(|(_, year)| year);
    if let Some((year, rest)) = year.read(rest) {
        let expr = Expr::Calendar(Fields::in_year(Part::Season(named), Some(year)));
        return Some((expr, rest));
    }
    let expr = Expr::Calendar(Fields::of(Part::Season(named)));
    if let Some((_, rest)) = word("months").read(rest) {
        return Some((expr, rest));
    }
    context::season_stands(at, start, rest)
        .then_some((expr, rest))
        .filter(|_| start.index() == at.index() || !context::describes(rest))
}

/// What it finds: `Thanksgiving`, `Christmas Day 2007`, `Easter`.
pub fn holiday_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let (row, rest) = holiday(at)?;
    if !context::holiday_stands(at, rest) {
        return None;
    }
    let (year, rest) = optional((optional(word("of")), year).map(|(_, year)| year)).read(rest)?;
    Some((Expr::Calendar(Fields::in_year(Part::Holiday(row), year)), rest))
}

/// A month where another phrase says that it is one.
pub fn month_any(at: Cursor<'_>) -> Found<'_, Expr> {
    let (number, rest) = month(at)?;
    let lower = at.token()?.case == crate::tokenize::Case::Lower;
    (!lower).then_some((Expr::Calendar(Fields::of(Part::Month(number))), rest))
}

/// A weekday where another phrase says that it is one.
pub fn weekday_any(at: Cursor<'_>) -> Found<'_, Expr> {
    weekday.map(|number| Expr::Calendar(Fields::of(Part::Weekday(number)))).read(at)
}

/// A season where another phrase says that it is one.
pub fn season_any(at: Cursor<'_>) -> Found<'_, Expr> {
    if let Some(found) = season_alone(at) {
        return Some(found);
    }
    let (_, rest) = optional(the).read(at)?;
    season.map(|named| Expr::Calendar(Fields::of(Part::Season(named)))).read(rest)
}

/// A quarter or half where another phrase says that it is one.
pub fn quarter_any(at: Cursor<'_>) -> Found<'_, Expr> {
    if let Some(found) = quarter(at) {
        return Some(found);
    }
    let (_, rest) = optional(the).read(at)?;
    quarter_part.map(|part| Expr::Calendar(Fields::of(part))).read(rest)
}

/// A year where another phrase says that it is one.
pub fn year_any(at: Cursor<'_>) -> Found<'_, Expr> {
    if let Some(found) = year_alone(at) {
        return Some(found);
    }
    year.map(|year| Expr::Calendar(Fields::in_year(Part::Whole, Some(year)))).read(at)
}
