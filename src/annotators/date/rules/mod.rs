//! The rules for dates: one table, a file a noun.

mod context;
mod explicit;
mod length;
mod list;
mod numbers;
mod relative;
mod set;
mod time;
mod vague;

use super::Certainty;
use super::expr::{Base, Expr, Unit};
use super::starts::Starts;
use super::words::{the, unit};
use crate::pattern::{Cursor, Found, Pattern, optional};

pub use list::list;

/// A rule: what it is called, where it can start, how it reads, and how sure it is.
pub struct Rule {
    /// Its id, as mentions carry it.
    pub id: &'static str,
    /// What its first token can be.
    pub starts: Starts,
    /// One of these starts among its first few tokens.
    pub near: Starts,
    /// One of these starts at its first token or not long after.
    pub ahead: Starts,
    /// Reads it.
    pub read: Reader,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A pattern for a date.
pub type Reader = for<'a> fn(Cursor<'a>) -> Found<'a, Expr>;

impl Rule {
    /// The rule, which reads nothing unless one of these starts among its first few tokens.
    const fn near(self, near: Starts) -> Self {
        Self { near, ..self }
    }

    /// The rule, which reads nothing unless one of these starts not long after its first token.
    const fn ahead(self, ahead: Starts) -> Self {
        Self { ahead, ..self }
    }
}

const fn rule(id: &'static str, starts: Starts, read: Reader) -> Rule {
    let (near, ahead) = (Starts::ANY, Starts::ANY);
    Rule { id, starts, near, ahead, read, certainty: Certainty::Sure }
}

const fn likely(id: &'static str, starts: Starts, read: Reader) -> Rule {
    Rule { certainty: Certainty::Likely, ..rule(id, starts, read) }
}

const fn weak(id: &'static str, starts: Starts, read: Reader) -> Rule {
    Rule { certainty: Certainty::Weak, ..rule(id, starts, read) }
}

/// Every rule. Of those that read the longest phrase, the first wins.
pub const RULES: &[Rule] = &[
    rule("date.month_day", Starts::MONTH.or(Starts::WEEKDAY), explicit::month_day)
        .ahead(Starts::NUMBER),
    rule(
        "date.day_month",
        Starts::NUMBER.or(Starts::WEEKDAY).or(Starts::THE).or(Starts::COUNT),
        explicit::day_month,
    )
    .ahead(Starts::MONTH),
    rule("date.iso", Starts::NUMBER, explicit::iso_day),
    rule("date.numeric", Starts::NUMBER, explicit::numeric_day),
    rule("date.month_year", Starts::MONTH, explicit::month_year).ahead(Starts::NUMBER),
    rule("date.century", Starts::THE.or(Starts::NUMBER).or(Starts::COUNT), explicit::century)
        .ahead(Starts::UNIT),
    rule(
        "date.quarter",
        Starts::THE
            .or(Starts::WORD)
            .or(Starts::ALONE)
            .or(Starts::NUMBER)
            .or(Starts::COUNT)
            .or(Starts::PICK),
        explicit::quarter,
    )
    .ahead(Starts::UNIT.or(Starts::ALONE).or(Starts::HALF)),
    rule("date.quarter_of_months", Starts::MONTH.or(Starts::THE), explicit::quarter_of_months)
        .near(Starts::MONTH),
    rule(
        "date.within",
        Starts::DATED
            .or(Starts::THE)
            .or(Starts::WORD)
            .or(Starts::ALONE)
            .or(Starts::COUNT)
            .or(Starts::PICK),
        relative::within,
    )
    .ahead(Starts::UNIT),
    rule("date.within_possessive", Starts::PICK.or(Starts::NUMBER), relative::within_possessive),
    rule("date.nth_day", Starts::THE, relative::nth_day).ahead(Starts::UNIT),
    rule("date.part_of_day", Starts::THE.or(Starts::STAGE).or(Starts::PART), time::part_of_day)
        .near(Starts::PART.or(Starts::UNIT)),
    rule("date.part_and_day", Starts::PART, time::part_and_day),
    rule("date.early_in_part", Starts::STAGE, time::early_in_part)
        .ahead(Starts::PART.or(Starts::UNIT)),
    rule(
        "date.day_with_part",
        Starts::DATED.or(Starts::DATE).or(Starts::THE).or(Starts::WORD),
        time::day_with_part,
    )
    .ahead(Starts::PART),
    rule("date.clock", Starts::NUMBER.or(Starts::COUNT).or(Starts::ALONE), time::clock_and_day),
    rule("date.ago", Starts::LENGTH, relative::ago).ahead(Starts::UNIT),
    rule("date.apart", Starts::LENGTH, relative::apart).ahead(Starts::UNIT),
    rule("date.unit_before", Starts::THE, relative::unit_before)
        .near(Starts::PART.or(Starts::UNIT)),
    rule(
        "date.year_ago",
        Starts::THE.or(Starts::COUNT).or(Starts::UNIT),
        relative::year_ago_adjective,
    )
    .near(Starts::UNIT),
    rule("date.picked_point", Starts::PICK.or(Starts::THE), relative::picked_point)
        .near(Starts::PICK),
    rule("date.picked_unit", Starts::PICK.or(Starts::THE), relative::picked_unit)
        .near(Starts::PICK)
        .ahead(Starts::UNIT),
    rule("date.weekend", Starts::THE, relative::weekend).near(Starts::UNIT),
    rule("date.stage", Starts::STAGE.or(Starts::THE).or(Starts::WORD), relative::staged_by_adverb)
        .near(Starts::STAGE),
    rule("date.stage_of", Starts::STAGE.or(Starts::THE), relative::staged_by_noun)
        .near(Starts::STAGE),
    rule("date.unit_end", Starts::UNIT.or(Starts::THE), relative::unit_end).near(Starts::UNIT),
    rule("date.age", Starts::LENGTH, length::age).ahead(Starts::UNIT),
    rule("date.part_length", Starts::THE, length::part_length).ahead(Starts::UNIT),
    rule("date.vague_plural", Starts::PICK.or(Starts::THE).or(Starts::WORD), length::vague_plural)
        .near(Starts::PICK)
        .ahead(Starts::UNIT),
    rule("date.picked_length", Starts::PICK.or(Starts::THE), length::picked_length)
        .ahead(Starts::UNIT),
    rule("date.the_length", Starts::THE, length::the_counted).ahead(Starts::UNIT),
    rule("date.unit_up_to", Starts::THE, length::unit_up_to).near(Starts::UNIT),
    rule("date.times_a_unit", Starts::NUMBER.or(Starts::COUNT).or(Starts::WORD), set::times_a_unit)
        .ahead(Starts::UNIT),
    rule("date.rate", Starts::WORD.or(Starts::COUNT), set::rate).near(Starts::UNIT),
    rule("date.length_range", Starts::LENGTH, length::counted_range).ahead(Starts::UNIT),
    rule("date.length", Starts::LENGTH, length::counted).ahead(Starts::UNIT),
    rule("date.hyphenated_length", Starts::NUMBER.or(Starts::COUNT), length::hyphenated)
        .ahead(Starts::UNIT),
    rule("date.unit_long", Starts::UNIT.or(Starts::ALONE), length::unit_long),
    likely("date.plural_unit", Starts::UNIT, length::plural_alone),
    rule("date.every", Starts::WORD, set::every)
        .ahead(Starts::DATED.or(Starts::PART).or(Starts::UNIT)),
    rule("date.plural_weekday", Starts::WEEKDAY.or(Starts::UNIT), set::plural),
    rule("date.decade", Starts::NUMBER.or(Starts::THE).or(Starts::WORD), explicit::decade_alone)
        .near(Starts::NUMBER),
    likely("date.nth", Starts::THE, explicit::the_nth).near(Starts::NUMBER),
    likely("date.season", Starts::SEASON.or(Starts::THE), explicit::season_alone)
        .near(Starts::SEASON),
    rule("date.holiday", Starts::HOLIDAY, explicit::holiday_alone),
    rule("date.weekday", Starts::WEEKDAY, explicit::weekday_alone),
    weak("date.month", Starts::MONTH, explicit::month_alone),
    weak(
        "date.year",
        Starts::NUMBER.or(Starts::THE).or(Starts::WORD).or(Starts::ALONE),
        explicit::year_alone,
    )
    .ahead(Starts::NUMBER.or(Starts::ALONE)),
    rule("date.that_time", Starts::THE.or(Starts::WORD), vague::that_time),
    rule("date.word", Starts::DATE, vague::word_alone),
    likely("date.part_alone", Starts::PART.or(Starts::THE), time::part_alone).near(Starts::PART),
];

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
    let (_, rest) = (the, optional(crate::pattern::word("current"))).read(at)?;
    let (unit, rest) = unit.when(|unit| *unit >= Unit::Day && *unit != Unit::Night).read(rest)?;
    let singular = !rest.back(1)?.text().ends_with('s');
    let of = rest.text().eq_ignore_ascii_case("of");
    let expr = Expr::Shifted { unit, by: 0, from: Base::Context };
    (singular && !of).then_some((expr, rest))
}
