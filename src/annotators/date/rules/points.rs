//! Points of the calendar, however they are said, on which longer phrases build.

use super::super::expr::{Base, Expr, Unit};
use super::super::words::{the, unit};
use super::{Reader, explicit, relative, time, vague};
use crate::pattern::{Cursor, Found, Pattern, optional, word};

/// The longest reading of several patterns; the first of equals.
pub fn longest<'a>(at: Cursor<'a>, readers: &[Reader]) -> Found<'a, Expr> {
    let mut best: Found<'a, Expr> = None;
    for read in readers {
        let found = read(at);
        if let Some((_, end)) = &found
            && best.as_ref().is_none_or(|(_, old)| end.index() > old.index())
        {
            best = found;
        }
    }
    best
}

/// A point of the calendar, however it is said, that a longer phrase can build on.
pub fn point(at: Cursor<'_>) -> Found<'_, Expr> {
    longest(
        at,
        &[
            explicit::month_day,
            explicit::day_month,
            explicit::iso_day,
            explicit::numeric_day,
            explicit::month_year,
            explicit::century,
            explicit::quarter_any,
            relative::within,
            relative::picked_point,
            relative::picked_unit,
            relative::weekend,
            explicit::decade_alone,
            explicit::the_nth,
            explicit::season_any,
            explicit::holiday_alone,
            time::day_with_part,
            explicit::weekday_any,
            explicit::month_any,
            explicit::year_any,
            vague::day_word,
        ],
    )
}

/// A point, or a unit that the context makes one: `the year` of `the end of the year`.
pub fn whole(at: Cursor<'_>) -> Found<'_, Expr> {
    point(at).or_else(|| the_unit(at))
}

/// A unit that the context makes one, or a picked one: `of the year`, `of last week`.
pub fn whole_unit(at: Cursor<'_>) -> Found<'_, Expr> {
    relative::picked_unit(at).or_else(|| the_unit(at))
}

/// `the year`, `the day`.
fn the_unit(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, rest) = (the, optional(word("current"))).read(at)?;
    let (unit, rest) = unit.when(|unit| *unit >= Unit::Day && *unit != Unit::Night).read(rest)?;
    let singular = !rest.back(1)?.text().ends_with('s');
    let of = rest.text().eq_ignore_ascii_case("of");
    let expr = Expr::Shifted { unit, by: 0, from: Base::Context };
    (singular && !of).then_some((expr, rest))
}
