//! What around a number says whether it is a year or a day: `in 1989`, `Room 1989`, `2000 troops`.

use super::super::expr::{Expr, Fields, Part};
use super::context::{is_in, name_precedes, tells, told_before};
use crate::gazetteer::Nearby;
use crate::pattern::Cursor;
use crate::tokenize::TokenKind;

/// Whether a number of four digits, or an apostrophe and two, stands as a year.
pub fn year_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let before = at.text_before();
    let timely = told_before(at, Nearby::BeforeTime) || is_in(before, &["mid", ";", "(", ","]);
    let joined = told_before(at, Nearby::Joins) || is_in(before, &["-", "–", "—"]);
    if matches!(at.text(), "'" | "’" | "‘") {
        return timely || joined;
    }
    let glued = at.is_tight()
        && is_in(before, &["/", ".", ",", ":", "$", "£", "€", "+", "_", "@", "#", "="]);
    let numbered = told_before(at, Nearby::BeforeNumber) && !timely
        || is_in(before, &["$", "£", "€", "#", "No."]);
    if glued
        || numbered
        || number_goes_on(rest)
        || tells(rest, Nearby::Counted) && !in_or_since(before)
    {
        return false;
    }
    if at.is_tight() && is_in(before, &["-", "–"]) && !hyphen_leads(at) {
        return false;
    }
    match at.text().parse::<u32>() {
        Ok(1900..=2060) => true,
        Ok(1300..=1899) => timely || joined,
        _ => in_or_since(before),
    }
}

fn in_or_since(before: &str) -> bool {
    is_in(before, &["in", "since", "until", "during", "by"])
}

/// Whether the number before goes on: `1989%`, `12:30`, `2016-kilometer`.
fn number_goes_on(at: Cursor<'_>) -> bool {
    if !at.is_tight() {
        return at.text() == "%";
    }
    let next = at.skip(1);
    let number = next.token().is_some_and(|token| token.kind == TokenKind::Number);
    match at.text() {
        "%" | "°" | "_" => true,
        ":" | "." => number && next.is_tight(),
        "-" | "–" if number => {
            let more = next.skip(1).is_tight() && is_in(next.skip(1).text(), &["-", "/"]);
            more || !matches!(next.text().len(), 2 | 4)
        }
        "-" | "–" => {
            !is_in(next.text(), &["present", "era", "based", "style", "to"]) && next.is_tight()
        }
        _ => false,
    }
}

/// Whether a number after a hyphen is a year: `mid-1989`, `pre-2003`, `1984-1990`, not `Boeing-1900`.
fn hyphen_leads(at: Cursor<'_>) -> bool {
    let Some(first) = at.back(2) else { return true };
    let number = first.token().is_some_and(|token| token.kind == TokenKind::Number);
    number || is_in(first.text(), &["mid", "pre", "post", "late", "early"])
}

/// Whether a year that stands after a month or day ends there: nothing that it counts follows.
pub fn year_ends(rest: Cursor<'_>) -> bool {
    !tells(rest, Nearby::Counted) && rest.text() != "%"
}

/// Whether a number belongs to the name before it: `Operation Dawn 5`.
pub fn is_numbered(at: Cursor<'_>) -> bool {
    at.token().is_some_and(|token| token.kind == TokenKind::Number) && name_precedes(at)
}

/// Whether a day without a year is that of the attacks of Sept. 11, 2001, which the words name.
pub fn is_attack(month: u8, day: u8, rest: Cursor<'_>) -> bool {
    (month, day) == (9, 11) && is_in(rest.text(), &["attacks", "attack", "terrorist", "hijackers"])
}

/// Whether a decade is one of somebody's life: `his early 30s`.
pub fn is_age(at: Cursor<'_>, expr: &Expr) -> bool {
    let short = matches!(expr, Expr::Calendar(Fields { part: Part::ShortDecade(_), .. }));
    let owner = |text| is_in(text, &["his", "her", "their", "my", "your", "our"]);
    let staged = at.back(1).is_some_and(|stage| owner(stage.text_before()));
    short && (owner(at.text_before()) || staged)
}
