//! The rules for dates: one table, a file a noun.

mod context;
mod explicit;
mod length;
mod list;
mod numbers;
mod points;
mod relative;
mod set;
mod time;
mod vague;

use super::Certainty;
use super::expr::Expr;
use super::starts::Starts;
use crate::pattern::{Cursor, Found};

pub use list::list;

/// A rule: what it is called, where it can start, how it reads, and how sure it is.
pub struct Rule {
    /// Its id, as mentions carry it.
    pub id: &'static str,
    /// What it finds, in words that follow `because it is`.
    pub says: &'static str,
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

const fn rule(id: &'static str, says: &'static str, starts: Starts, read: Reader) -> Rule {
    let (near, ahead) = (Starts::ANY, Starts::ANY);
    Rule { id, says, starts, near, ahead, read, certainty: Certainty::Sure }
}

const fn likely(id: &'static str, says: &'static str, starts: Starts, read: Reader) -> Rule {
    Rule { certainty: Certainty::Likely, ..rule(id, says, starts, read) }
}

const fn weak(id: &'static str, says: &'static str, starts: Starts, read: Reader) -> Rule {
    Rule { certainty: Certainty::Weak, ..rule(id, says, starts, read) }
}

/// Every rule. Of those that read the longest phrase, the first wins.
pub const RULES: &[Rule] = &[
    rule(
        "date.month_day",
        "a month and a day",
        Starts::MONTH.or(Starts::WEEKDAY),
        explicit::month_day,
    )
    .ahead(Starts::NUMBER),
    rule(
        "date.day_month",
        "a day and a month",
        Starts::NUMBER.or(Starts::WEEKDAY).or(Starts::THE).or(Starts::COUNT),
        explicit::day_month,
    )
    .ahead(Starts::MONTH),
    rule("date.iso", "a year, a month and a day in figures", Starts::NUMBER, explicit::iso_day),
    rule("date.numeric", "a date in figures", Starts::NUMBER, explicit::numeric_day),
    rule("date.month_year", "a month and a year", Starts::MONTH, explicit::month_year)
        .ahead(Starts::NUMBER),
    rule(
        "date.century",
        "a century by its number",
        Starts::THE.or(Starts::NUMBER).or(Starts::COUNT),
        explicit::century,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.quarter",
        "a quarter or a half of a year",
        Starts::THE
            .or(Starts::WORD)
            .or(Starts::ALONE)
            .or(Starts::NUMBER)
            .or(Starts::COUNT)
            .or(Starts::PICK),
        explicit::quarter,
    )
    .ahead(Starts::UNIT.or(Starts::ALONE).or(Starts::HALF)),
    rule(
        "date.quarter_of_months",
        "a quarter by its months",
        Starts::MONTH.or(Starts::THE),
        explicit::quarter_of_months,
    )
    .near(Starts::MONTH),
    rule(
        "date.within",
        "a time within a longer one, such as 'May last year'",
        Starts::DATED
            .or(Starts::THE)
            .or(Starts::WORD)
            .or(Starts::ALONE)
            .or(Starts::COUNT)
            .or(Starts::PICK),
        relative::within,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.within_possessive",
        "a time within a longer one, such as 'last year's third quarter'",
        Starts::PICK.or(Starts::NUMBER),
        relative::within_possessive,
    ),
    rule(
        "date.nth_day",
        "a day counted from the start or the end of a longer time",
        Starts::THE,
        relative::nth_day,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.part_of_day",
        "a part of the day, and the day that it is of",
        Starts::THE.or(Starts::STAGE).or(Starts::PART),
        time::part_of_day,
    )
    .near(Starts::PART.or(Starts::UNIT)),
    rule("date.part_and_day", "a part of the day, then the day", Starts::PART, time::part_and_day),
    rule(
        "date.early_in_part",
        "'early' or 'late' in a part of the day",
        Starts::STAGE,
        time::early_in_part,
    )
    .ahead(Starts::PART.or(Starts::UNIT)),
    rule(
        "date.day_with_part",
        "a day, then a part of it",
        Starts::DATED.or(Starts::DATE).or(Starts::THE).or(Starts::WORD),
        time::day_with_part,
    )
    .ahead(Starts::PART),
    rule(
        "date.clock",
        "a time by the clock",
        Starts::NUMBER.or(Starts::COUNT).or(Starts::ALONE),
        time::clock_and_day,
    ),
    rule("date.ago", "a length of time and 'ago'", Starts::LENGTH, relative::ago)
        .ahead(Starts::UNIT),
    rule(
        "date.apart",
        "a length of time before or after another time",
        Starts::LENGTH,
        relative::apart,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.unit_before",
        "a unit of time before or after another time, such as 'the day before'",
        Starts::THE,
        relative::unit_before,
    )
    .near(Starts::PART.or(Starts::UNIT)),
    rule(
        "date.year_ago",
        "'year-ago', 'year-earlier' or the like",
        Starts::THE.or(Starts::COUNT).or(Starts::UNIT),
        relative::year_ago_adjective,
    )
    .near(Starts::UNIT),
    rule(
        "date.picked_point",
        "a named time with 'last', 'this', 'next' or the like",
        Starts::PICK.or(Starts::THE),
        relative::picked_point,
    )
    .near(Starts::PICK),
    rule(
        "date.picked_unit",
        "a unit of time with 'last', 'this', 'next' or the like",
        Starts::PICK.or(Starts::THE),
        relative::picked_unit,
    )
    .near(Starts::PICK)
    .ahead(Starts::UNIT),
    rule("date.weekend", "'the weekend'", Starts::THE, relative::weekend).near(Starts::UNIT),
    rule(
        "date.stage",
        "a time with 'early', 'mid', 'late' or the like",
        Starts::STAGE.or(Starts::THE).or(Starts::WORD),
        relative::staged_by_adverb,
    )
    .near(Starts::STAGE),
    rule(
        "date.stage_of",
        "the beginning, the middle or the end of a time",
        Starts::STAGE.or(Starts::THE),
        relative::staged_by_noun,
    )
    .near(Starts::STAGE),
    rule(
        "date.unit_end",
        "the end of a year, a month or the like",
        Starts::UNIT.or(Starts::THE),
        relative::unit_end,
    )
    .near(Starts::UNIT),
    rule("date.age", "a length of time and 'old' or 'of age'", Starts::LENGTH, length::age)
        .ahead(Starts::UNIT),
    rule(
        "date.part_length",
        "a length of time that is part of a longer one",
        Starts::THE,
        length::part_length,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.vague_plural",
        "a plural such as 'weeks' with 'recent', 'coming' or the like",
        Starts::PICK.or(Starts::THE).or(Starts::WORD),
        length::vague_plural,
    )
    .near(Starts::PICK)
    .ahead(Starts::UNIT),
    rule(
        "date.picked_length",
        "a length of time with 'past', 'next', 'another' or the like",
        Starts::PICK.or(Starts::THE),
        length::picked_length,
    )
    .ahead(Starts::UNIT),
    rule("date.the_length", "'the' and a length of time", Starts::THE, length::the_counted)
        .ahead(Starts::UNIT),
    rule(
        "date.unit_up_to",
        "a unit of time up to a date that follows",
        Starts::THE,
        length::unit_up_to,
    )
    .near(Starts::UNIT),
    rule(
        "date.times_a_unit",
        "how often in a unit of time",
        Starts::NUMBER.or(Starts::COUNT).or(Starts::WORD),
        set::times_a_unit,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.rate",
        "'a' or 'per' and a unit of time, behind an amount",
        Starts::WORD.or(Starts::COUNT),
        set::rate,
    )
    .near(Starts::UNIT),
    rule(
        "date.length_range",
        "a length of time from one number to another",
        Starts::LENGTH,
        length::counted_range,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.length",
        "a length of time: how many of which unit",
        Starts::LENGTH,
        length::counted,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.hyphenated_length",
        "a number and a unit of time with a hyphen",
        Starts::NUMBER.or(Starts::COUNT),
        length::hyphenated,
    )
    .ahead(Starts::UNIT),
    rule(
        "date.unit_long",
        "a unit of time and 'long' or 'old'",
        Starts::UNIT.or(Starts::ALONE),
        length::unit_long,
    ),
    likely(
        "date.plural_unit",
        "a plural such as 'weeks' as a length of time",
        Starts::UNIT,
        length::plural_alone,
    ),
    rule("date.every", "'every' or 'each' and a time", Starts::WORD, set::every)
        .ahead(Starts::DATED.or(Starts::PART).or(Starts::UNIT)),
    rule(
        "date.plural_weekday",
        "weekdays, weekends or the like in the plural",
        Starts::WEEKDAY.or(Starts::UNIT),
        set::plural,
    ),
    rule(
        "date.decade",
        "a decade",
        Starts::NUMBER.or(Starts::THE).or(Starts::WORD),
        explicit::decade_alone,
    )
    .near(Starts::NUMBER),
    likely("date.nth", "'the' and the number of a day", Starts::THE, explicit::the_nth)
        .near(Starts::NUMBER),
    likely("date.season", "a season", Starts::SEASON.or(Starts::THE), explicit::season_alone)
        .near(Starts::SEASON),
    rule("date.holiday", "a listed holiday", Starts::HOLIDAY, explicit::holiday_alone),
    rule("date.weekday", "a day of the week", Starts::WEEKDAY, explicit::weekday_alone),
    weak("date.month", "a month by itself", Starts::MONTH, explicit::month_alone),
    weak(
        "date.year",
        "a year by itself",
        Starts::NUMBER.or(Starts::THE).or(Starts::WORD).or(Starts::ALONE),
        explicit::year_alone,
    )
    .ahead(Starts::NUMBER.or(Starts::ALONE)),
    rule(
        "date.that_time",
        "'that time' or the like",
        Starts::THE.or(Starts::WORD),
        vague::that_time,
    ),
    rule("date.word", "a word that is a time by itself", Starts::DATE, vague::word_alone),
    likely(
        "date.part_alone",
        "a part of the day by itself",
        Starts::PART.or(Starts::THE),
        time::part_alone,
    )
    .near(Starts::PART),
];
