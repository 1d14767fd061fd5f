//! [`Expr`]: what the words of a date mean before anyone knows which day it is.

pub use crate::gazetteer::{Bound, DayPart, Pick, Season, Stage, Unit};

/// The meaning of a date, unanchored.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A point of the calendar, as far as the words give it: `Nov. 9`, `1989`, `Friday night`.
    Calendar(Fields),
    /// One of the times of a kind: `last October`, `next Tuesday`, `this morning`.
    Picked(Pick, Fields),
    /// Whole units from an anchor: `this year`, `yesterday`, `the previous day`.
    Shifted {
        /// The unit.
        unit: Unit,
        /// How many units on; negative is back.
        by: i32,
        /// What they are counted from.
        from: Base,
    },
    /// A length from an anchor: `two weeks ago`, `three days later`, `two days before Christmas`.
    Apart {
        /// How far.
        amount: Amount,
        /// Whether it lies after the anchor.
        later: bool,
        /// What it is counted from.
        from: Base,
    },
    /// The same, counted from a date that the words name.
    ApartFrom(Amount, bool, Box<Expr>),
    /// A length ago, to the day or on a day of the week: `20 years ago today`, `a year ago Tuesday`.
    ToTheDay(Amount, Option<u8>),
    /// A part of a longer time: `May last year`, `the third quarter of 1989`.
    Within(Fields, Box<Expr>),
    /// A day, counted in a longer time from its start, or from its end if negative.
    NthDay(i8, Box<Expr>),
    /// A time on a day: `the morning of April 19`, `8 a.m. Sunday`.
    At(Time, Box<Expr>),
    /// The beginning, middle or end of a time: `early next week`.
    Staged(Stage, Box<Expr>),
    /// A length of time: `two years`, `six hours`, `the past three days`.
    Length(Vec<Amount>),
    /// A length or point with a bound: `more than two years`.
    Bounded(Bound, Box<Expr>),
    /// A repeated length: `daily`, `twice a year`.
    Repeated(Amount),
    /// A repeated point: `every Friday`.
    Every(Fields),
    /// `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`.
    Vague(&'static str),
}

/// What a relative date is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The day of speaking: the document's date.
    Now,
    /// The date last spoken of.
    Spoken,
    /// The first in news, the second in a narrative.
    Context,
}

/// The fields of a point of the calendar that the words give.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fields {
    /// The year.
    pub year: Option<Year>,
    /// The part of the year.
    pub part: Part,
    /// The time of the day.
    pub time: Option<Time>,
}

/// A year as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// In full; years BC are negative, 1 BC is -1.
    Full(i16),
    /// By its last two digits.
    Short(u8),
}

/// A part of a year, or a stretch of years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    #[default]
    Whole,
    /// The decade that starts with the year.
    Decade,
    /// A decade by its two digits: `the '80s`.
    ShortDecade(u8),
    /// A century by its number; negative is BC.
    Century(i8),
    /// A half, 1 or 2.
    Half(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A season.
    Season(Season),
    /// A month.
    Month(u8),
    /// A week by its number in ISO 8601.
    Week(u8),
    /// A weekend.
    Weekend,
    /// A day of the week.
    Weekday(u8),
    /// A day of a month; the weekday, if printed, helps to find the year.
    Day {
        /// The month, unless the words leave it open.
        month: Option<u8>,
        /// The day of the month.
        day: u8,
        /// The day of the week.
        weekday: Option<u8>,
    },
    /// Two numbers of which one is the month: `11/9`.
    Numeric(u8, u8),
    /// A named holiday, by its row.
    Holiday(u8),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// `morning`.
    Part(DayPart),
    /// `8:04 p.m. GMT`.
    Clock {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// 0 to 59.
        second: Option<u8>,
        /// The row of the time zone.
        zone: Option<u8>,
    },
}

/// A number of units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// How many; none if the words don't say.
    pub count: Option<f64>,
    /// Of what.
    pub unit: Unit,
}

impl Amount {
    /// So many of a unit.
    pub fn new(count: f64, unit: Unit) -> Self {
        Self { count: Some(count), unit }
    }

    /// The number of units if it is a whole one.
    pub fn whole(self) -> Option<i32> {
        self.count
            .filter(|count| count.fract() == 0.0 && *count < 100_000.0)
            .map(|count| count as i32)
    }
}

impl Fields {
    /// A part of no year in particular.
    pub fn of(part: Part) -> Self {
        Self { part, ..Self::default() }
    }

    /// A part of a year, if one is given.
    pub fn in_year(part: Part, year: Option<Year>) -> Self {
        Self { year, part, time: None }
    }

    /// A day of the calendar.
    pub fn day(year: Option<Year>, month: u8, day: u8) -> Self {
        let part = Part::Day { month: Some(month), day, weekday: None };
        Self::in_year(part, year)
    }

    /// With a day of the week, where a day is meant.
    pub fn on(self, named: u8) -> Self {
        match self.part {
            Part::Day { month, day, .. } => {
                Self { part: Part::Day { month, day, weekday: Some(named) }, ..self }
            }
            _ => self,
        }
    }

    /// Whether it is a day or a part of one.
    pub fn is_day(&self) -> bool {
        matches!(
            self.part,
            Part::Day { .. } | Part::Weekday(_) | Part::Numeric(..) | Part::Holiday(_)
        )
    }
}

impl Expr {
    /// Whether it is a point of the calendar, which a longer phrase can build on.
    pub fn is_point(&self) -> bool {
        match self {
            Expr::Length(_) | Expr::Repeated(_) | Expr::Every(_) | Expr::Vague(_) => false,
            Expr::Bounded(_, inner) => inner.is_point(),
            _ => true,
        }
    }

    /// Whether it is a day or a part of one.
    pub fn is_day(&self) -> bool {
        match self {
            Expr::Calendar(fields) | Expr::Picked(_, fields) | Expr::Within(fields, _) => {
                fields.is_day()
            }
            Expr::Shifted { unit, .. } => *unit == Unit::Day,
            Expr::Apart { amount, .. } | Expr::ApartFrom(amount, ..) => amount.unit == Unit::Day,
            Expr::NthDay(..) | Expr::At(..) | Expr::ToTheDay(..) => true,
            Expr::Staged(_, inner) | Expr::Bounded(_, inner) => inner.is_day(),
            _ => false,
        }
    }

    /// The year that it names.
    pub fn year(&self) -> Option<Year> {
        match self {
            Expr::Calendar(fields) => fields.year,
            Expr::At(_, inner) | Expr::Staged(_, inner) => inner.year(),
            _ => None,
        }
    }

    /// Gives a day, month or season without a year this one.
    pub fn set_year(&mut self, year: Option<Year>) {
        match self {
            Expr::Calendar(fields) => {
                let dated = matches!(
                    fields.part,
                    Part::Month(_) | Part::Season(_) | Part::Day { month: Some(_), .. }
                );
                if fields.year.is_none() && dated {
                    fields.year = year;
                }
            }
            Expr::At(_, inner) | Expr::Staged(_, inner) => inner.set_year(year),
            _ => {}
        }
    }

    /// Whether it says a time of day.
    pub fn has_time(&self) -> bool {
        match self {
            Expr::Calendar(fields) | Expr::Picked(_, fields) => fields.time.is_some(),
            Expr::At(..) => true,
            Expr::Staged(_, inner) | Expr::Bounded(_, inner) => inner.has_time(),
            _ => false,
        }
    }
}
