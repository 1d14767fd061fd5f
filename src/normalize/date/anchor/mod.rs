//! [`Anchor`]: what dates count from as a text is read, and how each kind of date finds its place.

mod calendar;

use jiff::ToSpan;
use jiff::civil::Date;

use super::point::{Point, Stretch, week_day, weekday};

use super::{at_time, bound_modifier, length_value, repeated_value, stage_modifier, timex};
use crate::annotators::date::expr::{Amount, Base, Expr, Fields, Part, Time, Unit};
use crate::gazetteer::Tense;
use crate::options::{DateOrder, Genre};
use crate::value::{Timex, TimexKind};

/// So many sentences after a day was spoken of, `the next day` is the one after it.
const DAY_REACH: usize = 3;

/// A year so far from the story's is one named in passing.
const FAR_YEARS: u16 = 10;

/// So many units lie off the calendar: `66 million years ago`.
const LONG_AGO: f64 = 9000.0;

/// The document's date and the date last spoken of.
pub struct Anchor {
    now: Option<Date>,
    genre: Genre,
    order: DateOrder,
    /// The point last spoken of, and the sentence it stands in.
    spoken: Option<(Point, usize)>,
    /// A year named in passing, far from the story's: it counts for its own sentence.
    aside: Option<(Point, usize)>,
    /// The day that stands just after a time, which it is on.
    ahead: Option<Point>,
    /// The days spoken of, and the sentences they stand in.
    days: Vec<(Point, usize)>,
    sentence: usize,
    tense: Option<Tense>,
}

impl Anchor {
    /// The anchor at the start of a text.
    pub fn new(now: Option<Date>, genre: Genre, order: DateOrder) -> Self {
        Self {
            now,
            genre,
            order,
            spoken: None,
            aside: None,
            ahead: None,
            days: Vec::new(),
            sentence: 0,
            tense: None,
        }
    }

    /// Goes to a date in a sentence, in a clause of this tense.
    pub fn enter(&mut self, sentence: usize, tense: Option<Tense>) {
        self.sentence = sentence;
        self.tense = tense;
    }

    /// Sets the day of an expression that stands just ahead, for a time before it.
    pub fn look_ahead(&mut self, expr: Option<&Expr>) {
        self.ahead = expr.and_then(|expr| self.point(expr));
    }

    /// The value of an expression; it becomes the date last spoken of. None if it can't be.
    pub fn timex(&mut self, expr: &Expr) -> Option<Timex> {
        match expr {
            Expr::Length(amounts) => Some(timex(TimexKind::Duration, length_value(amounts))),
            Expr::Repeated(amount) => Some(timex(TimexKind::Set, length_value(&[*amount]))),
            Expr::Every(fields) => {
                let kind = match fields {
                    Fields { part: Part::Whole, time: Some(_), .. } => TimexKind::Time,
                    _ => TimexKind::Set,
                };
                Some(timex(kind, repeated_value(fields)?))
            }
            Expr::Vague(value) => Some(timex(TimexKind::Date, *value)),
            Expr::Bounded(bound, inner) => {
                let found = self.timex(inner)?;
                let modifier = bound_modifier(*bound).or(found.modifier);
                Some(Timex { modifier, ..found })
            }
            Expr::Staged(stage, inner) => {
                let found = self.timex(inner)?;
                Some(Timex { modifier: Some(stage_modifier(*stage)), ..found })
            }
            Expr::Shifted { unit: Unit::Day, by: 0, from: Base::Now }
                if self.genre == Genre::Narrative =>
            {
                Some(timex(TimexKind::Date, "PRESENT_REF"))
            }
            _ => self.point_timex(expr),
        }
    }

    fn point_timex(&mut self, expr: &Expr) -> Option<Timex> {
        if let Some(found) = self.vague_apart(expr) {
            return Some(found);
        }
        let point = self.point(expr)?;
        if !point.is_possible() {
            return None;
        }
        if point.year.is_some() {
            self.remember(point);
        }
        if matches!(point.stretch, Stretch::Day(..)) {
            self.days.push((point, self.sentence));
        }
        let kind = if point.time.is_some() { TimexKind::Time } else { TimexKind::Date };
        Some(timex(kind, point.value()))
    }

    /// Makes a point the one last spoken of. A bare year far from the story's takes two mentions.
    fn remember(&mut self, point: Point) {
        let far = |other: Option<(Point, usize)>| {
            let years = other.and_then(|(other, _)| other.year).zip(point.year);
            years.is_some_and(|(a, b)| a.abs_diff(b) > FAR_YEARS)
        };
        let long = matches!(point.stretch, Stretch::Year | Stretch::Decade | Stretch::Century);
        let again = self.aside.is_some() && !far(self.aside);
        let found = Some((point, self.sentence));
        if self.genre == Genre::Narrative && long && far(self.spoken) && !again {
            self.aside = found;
        } else {
            (self.spoken, self.aside) = (found, None);
        }
    }

    /// The point last spoken of, and the sentence it stands in.
    fn last_spoken(&self) -> Option<(Point, usize)> {
        self.aside.filter(|(_, sentence)| *sentence == self.sentence).or(self.spoken)
    }

    /// `a few days later`, `many years ago`, `hours later`: no number, so no date.
    fn vague_apart(&self, expr: &Expr) -> Option<Timex> {
        let (amount, later) = match expr {
            Expr::Apart { amount, later, .. } => (amount, *later),
            Expr::ApartFrom(amount, later, _) => (amount, *later),
            _ => return None,
        };
        let counted = amount.count.is_some_and(|count| count < LONG_AGO);
        if counted && amount.unit >= Unit::Day {
            return None;
        }
        if amount.unit < Unit::Day {
            if let Some(found) = self.clock_apart(expr) {
                return Some(found);
            }
            let day = match self.days.last() {
                Some((day, _)) => day.value(),
                None => self.now.map_or("XXXX-XX-XX".to_owned(), |now| Point::day(now).value()),
            };
            let day = day.split('T').next().unwrap_or_default();
            return Some(timex(TimexKind::Time, format!("{day}TXX")));
        }
        let value = if later { "FUTURE_REF" } else { "PAST_REF" };
        Some(timex(TimexKind::Date, value))
    }

    /// `an hour later`, `20 minutes before`, after a time of day was spoken of.
    fn clock_apart(&self, expr: &Expr) -> Option<Timex> {
        let Expr::Apart { amount, later, from: Base::Spoken } = expr else { return None };
        let near = |(_, sentence): &(Point, usize)| self.sentence - sentence <= DAY_REACH;
        let (spoken, _) = self.last_spoken().filter(near)?;
        let Some(Time::Clock { hour, minute, second: None, zone }) = spoken.time else {
            return None;
        };
        let unit = match amount.unit {
            Unit::Hour => 60.0,
            Unit::Minute => 1.0,
            _ => return None,
        };
        let minutes = (amount.count? * unit) as i64;
        let from = spoken.first_day()?.to_datetime(jiff::civil::Time::midnight());
        let from = from.checked_add((i64::from(hour) * 60 + i64::from(minute)).minutes()).ok()?;
        let found = from.checked_add(if *later { minutes } else { -minutes }.minutes()).ok()?;
        let (hour, minute) = (found.hour() as u8, found.minute() as u8);
        let time = Time::Clock { hour, minute, second: None, zone };
        Some(timex(TimexKind::Time, at_time(Point::day(found.date()), time).value()))
    }

    /// The point that an expression means.
    fn point(&mut self, expr: &Expr) -> Option<Point> {
        match expr {
            Expr::Calendar(fields) => self.calendar(fields),
            Expr::Picked(pick, fields) => self.picked(*pick, fields),
            Expr::Shifted { unit, by, from } => Some(self.shifted(*unit, *by, *from)),
            Expr::Apart { amount, later, from } => {
                let now = self.now.filter(|_| self.genre == Genre::News);
                let ahead = |base: &Point| now.is_some() && base.first_day() > now;
                let base = self.base(*from).filter(|base| *later || !ahead(base));
                let base = base.or(now.map(Point::day));
                let compared = base.filter(|_| !later && *from == Base::Spoken && now.is_some());
                let same = compared.and_then(|base| same_part_before(base, *amount));
                Some(same.unwrap_or_else(|| self.apart(*amount, *later, base)))
            }
            Expr::ApartFrom(amount, later, from) => {
                let base = self.point(from)?;
                Some(self.apart(*amount, *later, Some(base)))
            }
            Expr::ToTheDay(amount, named) => Some(self.to_the_day(*amount, *named)),
            Expr::Within(fields, outer) => {
                let outer = self.point(outer)?;
                self.within(fields, outer)
            }
            Expr::NthDay(nth, outer) => {
                let outer = self.point(outer)?;
                Some(nth_day(*nth, outer).unwrap_or(Point::new(outer.year, Stretch::AnyDay)))
            }
            Expr::At(time, day) => {
                let day = self.point(day)?;
                Some(at_time(day, *time))
            }
            Expr::Staged(_, inner) | Expr::Bounded(_, inner) => self.point(inner),
            Expr::Length(_) | Expr::Repeated(_) | Expr::Every(_) | Expr::Vague(_) => None,
        }
    }

    /// The point that a base stands for.
    fn base(&self, from: Base) -> Option<Point> {
        let now = self.now.map(Point::day);
        let near = |(_, sentence): &(Point, usize)| {
            self.genre == Genre::Narrative || self.sentence - sentence <= DAY_REACH
        };
        let spoken = self.last_spoken().filter(near).map(|(point, _)| point);
        match (from, self.genre) {
            (Base::Now, Genre::News) | (Base::Context, Genre::News) => now,
            (Base::Now, Genre::Narrative) => spoken.or(now),
            (Base::Spoken, _) | (Base::Context, Genre::Narrative) => spoken.or(now),
        }
    }

    /// `by` units from a base.
    fn shifted(&self, unit: Unit, by: i32, from: Base) -> Point {
        let base = match (from, self.genre) {
            (Base::Spoken, Genre::News) if unit <= Unit::Night => {
                self.near_day(DAY_REACH).or(self.now.map(Point::day))
            }
            (Base::Spoken, _) if unit <= Unit::Night => {
                self.near_day(DAY_REACH).or_else(|| self.base(from))
            }
            _ => self.base(from),
        };
        self.moved(base, by, unit)
    }

    /// `by` units from a base, or from now in news if the base is too coarse for the unit.
    fn moved(&self, base: Option<Point>, by: i32, unit: Unit) -> Point {
        let now = self.now.filter(|_| self.genre == Genre::News).map(Point::day);
        let found = base.and_then(|base| base.shifted(by, unit));
        let found = found.or_else(|| now.and_then(|now| now.shifted(by, unit)));
        found.unwrap_or_else(|| unknown(unit))
    }

    fn apart(&self, amount: Amount, later: bool, base: Option<Point>) -> Point {
        let (count, unit) = match (amount.whole(), amount.unit, amount.count) {
            (Some(count), unit, _) => (count, unit),
            (None, Unit::Year, Some(count)) => ((count * 12.0) as i32, Unit::Month),
            (None, Unit::Decade, Some(count)) => ((count * 10.0) as i32, Unit::Year),
            (None, Unit::Century, Some(count)) => ((count * 100.0) as i32, Unit::Year),
            (None, Unit::Month, Some(count)) => ((count * 30.0) as i32, Unit::Day),
            (None, unit, _) => (1, unit),
        };
        let by = if later { count } else { -count };
        self.moved(base, by, unit)
    }

    /// So long ago to the day, or on the day of the week that the words name.
    fn to_the_day(&self, amount: Amount, named: Option<u8>) -> Point {
        let unknown = named.map_or(Stretch::AnyDay, Stretch::Weekday);
        let found = self.base(Base::Now).and_then(|base| base.first_day()).and_then(|now| {
            let count = amount.whole()?;
            let back = match amount.unit {
                Unit::Day => count.days(),
                Unit::Week => count.weeks(),
                Unit::Month => count.months(),
                Unit::Year => count.years(),
                Unit::Decade => (count * 10).years(),
                _ => return None,
            };
            let day = now.checked_sub(back).ok()?;
            match named {
                None => Some(day),
                Some(number) => {
                    let week = day.iso_week_date();
                    week_day(week.year(), week.week() as u8, weekday(number)?)
                }
            }
        });
        found.map_or(Point::new(None, unknown), Point::day)
    }
}

/// The same month, quarter or half so many years before: sales in August `from a year earlier`.
fn same_part_before(base: Point, amount: Amount) -> Option<Point> {
    let years = amount.whole().filter(|_| amount.unit == Unit::Year)?;
    let part = matches!(base.stretch, Stretch::Month(_) | Stretch::Quarter(_) | Stretch::Half(_));
    let year = i16::try_from(i32::from(base.year?) - years).ok()?;
    part.then(|| Point::new(Some(year), base.stretch))
}

/// The first, second or last day of a stretch.
fn nth_day(nth: i8, outer: Point) -> Option<Point> {
    let day = match nth {
        ..0 => outer.last_day()?,
        _ => outer.first_day()?.checked_add((i64::from(nth) - 1).days()).ok()?,
    };
    (Some(day) <= outer.last_day()).then(|| Point::day(day))
}

/// A unit of which nothing is known.
fn unknown(unit: Unit) -> Point {
    let stretch = match unit {
        Unit::Week | Unit::Fortnight => Stretch::Week(None),
        Unit::Weekend => Stretch::Weekend(None),
        Unit::Month | Unit::Quarter => Stretch::AnyMonth,
        Unit::Year => Stretch::Year,
        Unit::Decade => Stretch::Decade,
        Unit::Century => Stretch::Century,
        Unit::Millennium => Stretch::Millennium,
        _ => Stretch::AnyDay,
    };
    Point::new(None, stretch)
}
