//! [`Point`]: a stretch of the calendar from a part of a day to a century, and how TIMEX3 writes it.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::zone;
use crate::annotators::date::expr::{Season, Time, Unit};

/// A stretch of the calendar, with a time of day if one is known. Unknown fields are written `X`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The year; 0 is 1 BC. For a week, the year of ISO 8601.
    pub year: Option<i16>,
    /// The stretch of the year, or of years from it on.
    pub stretch: Stretch,
    /// The time of the day.
    pub time: Option<Time>,
}

/// What a [`Point`] takes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// The year.
    Year,
    /// The decade that holds the year.
    Decade,
    /// The century that holds the year.
    Century,
    /// The millennium that holds the year.
    Millennium,
    /// A half of the year.
    Half(u8),
    /// A quarter of the year.
    Quarter(u8),
    /// A season of the year.
    Season(Season),
    /// A month.
    Month(u8),
    /// A week; its number is unknown without an anchor.
    Week(Option<u8>),
    /// A weekend.
    Weekend(Option<u8>),
    /// A day; the month is unknown without an anchor.
    Day(Option<u8>, u8),
    /// A day of some week.
    Weekday(u8),
    /// Some day.
    AnyDay,
    /// Some month.
    AnyMonth,
}

impl Point {
    /// A stretch of a year.
    pub fn new(year: Option<i16>, stretch: Stretch) -> Self {
        Self { year, stretch, time: None }
    }

    /// A day.
    pub fn day(date: Date) -> Self {
        let stretch = Stretch::Day(Some(date.month() as u8), date.day() as u8);
        Self::new(Some(date.year()), stretch)
    }

    /// The unit of time that holds `date`.
    pub fn holding(date: Date, unit: Unit) -> Self {
        let year = Some(date.year());
        let month = date.month() as u8;
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => Self::day(date),
            Unit::Week | Unit::Fortnight => {
                let week = date.iso_week_date();
                Self::new(Some(week.year()), Stretch::Week(Some(week.week() as u8)))
            }
            Unit::Weekend => {
                let week = date.iso_week_date();
                Self::new(Some(week.year()), Stretch::Weekend(Some(week.week() as u8)))
            }
            Unit::Month => Self::new(year, Stretch::Month(month)),
            Unit::Quarter => Self::new(year, Stretch::Quarter(month.div_ceil(3))),
            Unit::Year => Self::new(year, Stretch::Year),
            Unit::Decade => Self::new(year, Stretch::Decade),
            Unit::Century => Self::new(year, Stretch::Century),
            Unit::Millennium => Self::new(year, Stretch::Millennium),
        }
    }

    /// Its first day, if known.
    pub fn first_day(&self) -> Option<Date> {
        let year = self.year?;
        let (month, day) = match self.stretch {
            Stretch::Year | Stretch::Decade | Stretch::Century | Stretch::Millennium => (1, 1),
            Stretch::Half(half) => (half * 6 - 5, 1),
            Stretch::Quarter(quarter) => (quarter * 3 - 2, 1),
            Stretch::Season(Season::Winter) => return Date::new(year - 1, 12, 1).ok(),
            Stretch::Season(season) => (season_month(season), 1),
            Stretch::Month(month) => (month, 1),
            Stretch::Day(month, day) => (month?, day),
            Stretch::Week(week) => return week_day(year, week?, Weekday::Monday),
            Stretch::Weekend(week) => return week_day(year, week?, Weekday::Saturday),
            Stretch::Weekday(_) | Stretch::AnyDay | Stretch::AnyMonth => return None,
        };
        Date::new(year, month as i8, day as i8).ok()
    }

    /// Its last day, if known.
    pub fn last_day(&self) -> Option<Date> {
        let first = self.first_day()?;
        let months = match self.stretch {
            Stretch::Day(..) => return Some(first),
            Stretch::Week(_) => return first.checked_add(6.days()).ok(),
            Stretch::Weekend(_) => return first.checked_add(1.day()).ok(),
            Stretch::Month(_) => 1,
            Stretch::Quarter(_) | Stretch::Season(_) => 3,
            Stretch::Half(_) => 6,
            _ => 12,
        };
        first.checked_add(months.months()).ok()?.yesterday().ok()
    }

    /// Whether it is one day, known or not, or a part of one.
    pub fn is_day(&self) -> bool {
        matches!(self.stretch, Stretch::Day(..) | Stretch::Weekday(_) | Stretch::AnyDay)
    }

    /// Whether it can be: `February 30` and times past 24:00 are not.
    pub fn is_possible(&self) -> bool {
        match self.stretch {
            Stretch::Day(Some(month), day) => {
                let year = self.year.unwrap_or(2000);
                Date::new(year, month as i8, day as i8).is_ok()
            }
            _ => true,
        }
    }

    /// The TIMEX3 value.
    pub fn value(&self) -> String {
        let mut value = String::new();
        self.write_stretch(&mut value);
        match self.time {
            Some(Time::Part(part)) => {
                let _ = write!(value, "T{}", part.name());
            }
            Some(Time::Clock { hour, minute, second, zone: row }) => {
                let _ = write!(value, "T{hour:02}:{minute:02}");
                if let Some(second) = second {
                    let _ = write!(value, ":{second:02}");
                }
                value.push_str(row.map_or("", zone::offset));
            }
            None => {}
        }
        value
    }

    fn write_stretch(&self, value: &mut String) {
        let year = match self.year {
            Some(year @ 1..) => format!("{year:04}"),
            Some(year) => format!("BC{:04}", 1 - i32::from(year)),
            None => "XXXX".to_owned(),
        };
        let cut = |digits: usize| &year[..year.len() - digits];
        let _ = match self.stretch {
            Stretch::Year => write!(value, "{year}"),
            Stretch::Decade => write!(value, "{}", cut(1)),
            Stretch::Century => write!(value, "{}", cut(2)),
            Stretch::Millennium => write!(value, "{}", cut(3)),
            Stretch::Half(half) => write!(value, "{year}-H{half}"),
            Stretch::Quarter(quarter) => write!(value, "{year}-Q{quarter}"),
            Stretch::Season(season) => write!(value, "{year}-{}", season.name()),
            Stretch::Month(month) => write!(value, "{year}-{month:02}"),
            Stretch::Week(Some(week)) => write!(value, "{year}-W{week:02}"),
            Stretch::Week(None) => write!(value, "{year}-WXX"),
            Stretch::Weekend(Some(week)) => write!(value, "{year}-W{week:02}-WE"),
            Stretch::Weekend(None) => write!(value, "{year}-WXX-WE"),
            Stretch::Day(Some(month), day) => write!(value, "{year}-{month:02}-{day:02}"),
            Stretch::Day(None, day) => write!(value, "{year}-XX-{day:02}"),
            Stretch::Weekday(day) => write!(value, "{year}-WXX-{day}"),
            Stretch::AnyDay => write!(value, "{year}-XX-XX"),
            Stretch::AnyMonth => write!(value, "{year}-XX"),
        };
    }

    /// The point `by` units of `unit` away, in that unit; unknown if this one is coarser.
    pub fn shifted(&self, by: i32, unit: Unit) -> Option<Point> {
        let year = self.year?;
        let years = |count: i32| {
            let moved = i32::from(year) + by * count;
            i16::try_from(moved).ok().filter(|year| *year > -9000)
        };
        match unit {
            Unit::Year => Some(Point::new(Some(years(1)?), Stretch::Year)),
            Unit::Decade => Some(Point::new(Some(years(10)?), Stretch::Decade)),
            Unit::Century => Some(Point::new(Some(years(100)?), Stretch::Century)),
            Unit::Millennium => Some(Point::new(Some(years(1000)?), Stretch::Millennium)),
            _ if !self.is_finer_than(unit) => None,
            Unit::Month => {
                let first = self.first_day()?.first_of_month();
                Some(Point::holding(first.checked_add(by.months()).ok()?, unit))
            }
            Unit::Quarter => {
                let first = self.first_day()?.first_of_month();
                let moved = first.checked_add((by * 3).months()).ok()?;
                Some(Point::holding(moved, unit))
            }
            Unit::Week | Unit::Weekend => {
                let moved = self.first_day()?.checked_add(by.weeks()).ok()?;
                Some(Point::holding(moved, unit))
            }
            Unit::Fortnight => {
                let moved = self.first_day()?.checked_add((by * 2).weeks()).ok()?;
                Some(Point::holding(moved, unit))
            }
            _ => Some(Point::day(self.first_day()?.checked_add(by.days()).ok()?)),
        }
    }

    /// Whether a unit as long as `unit` can be told from it.
    fn is_finer_than(&self, unit: Unit) -> bool {
        let length = match self.stretch {
            Stretch::Day(..) => Unit::Day,
            Stretch::Weekend(_) => Unit::Weekend,
            Stretch::Week(_) => Unit::Week,
            Stretch::Month(_) => Unit::Month,
            Stretch::Quarter(_) | Stretch::Season(_) => Unit::Quarter,
            _ => Unit::Year,
        };
        length <= unit
    }
}

/// The month in which a season starts, in the north; a winter has the year in which it ends.
fn season_month(season: Season) -> u8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

/// A day of a week of ISO 8601.
pub fn week_day(year: i16, week: u8, day: Weekday) -> Option<Date> {
    let week = ISOWeekDate::new(year, week as i8, day).ok()?;
    Some(week.date())
}

/// The day of the week with this number, 1 for Monday.
pub fn weekday(number: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number as i8).ok()
}
