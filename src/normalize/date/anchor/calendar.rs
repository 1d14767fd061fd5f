//! Which year, week or day the words mean when they leave it open: the nearest one that fits.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::super::holiday::{Holiday, day_in, holiday};
use super::super::is_ahead;
use super::super::point::{Point, Stretch, week_day, weekday};
use super::Anchor;
use crate::annotators::date::expr::{Base, Fields, Part, Pick, Unit, Year};
use crate::gazetteer::Tense;
use crate::options::{DateOrder, Genre};

/// So many sentences after a day was spoken of, a bare time of day is still on it.
const TIME_REACH: usize = 2;
/// Months of a series lie at most so many days apart.
const SERIES_DAYS: i32 = 130;
/// A date on the side that the tense speaks against is as good as one so many days farther.
const AGAINST_TENSE: i32 = 330;

impl Anchor {
    /// A point that its own words describe, in the year that the anchor tells if they don't.
    pub(super) fn calendar(&mut self, fields: &Fields) -> Option<Point> {
        let year = fields.year.map(|year| self.full_year(year));
        let mut point = match fields.part {
            Part::Whole => match (year, fields.time) {
                (Some(year), _) => Point::new(Some(year), Stretch::Year),
                (None, Some(_)) => self.day_of_time(),
                (None, None) => return None,
            },
            Part::Decade => Point::new(year, Stretch::Decade),
            Part::ShortDecade(decade) => {
                let year = self.full_year(Year::Short(decade));
                Point::new(Some(year), Stretch::Decade)
            }
            Part::Century(number) => {
                let number = i16::from(number);
                let first = if number > 0 { (number - 1) * 100 + 1 } else { number * 100 + 1 + 99 };
                Point::new(Some(first.max(if number > 0 { 1 } else { i16::MIN })), Stretch::Century)
            }
            Part::Numeric(first, second) => {
                let (month, day) = match (self.order, first > 12, second > 12) {
                    (_, true, _) | (DateOrder::DayFirst, _, false) => (second, first),
                    _ => (first, second),
                };
                Point::new(year, Stretch::Day(Some(month), day))
            }
            Part::Weekday(day) => self.weekday(day),
            Part::Weekend => self.weekend(),
            Part::Day { month: None, day, weekday } => self.day_of_month(day, weekday),
            _ => self.in_year(fields, year),
        };
        point.time = fields.time;
        Some(point)
    }

    /// A year in full.
    fn full_year(&self, year: Year) -> i16 {
        match year {
            Year::Full(year) if year < 0 => year + 1,
            Year::Full(year) => year,
            Year::Short(low) => {
                let low = i16::from(low);
                let spoken = self.spoken.and_then(|(point, _)| point.year);
                match (self.genre, spoken, self.now) {
                    (Genre::Narrative, Some(spoken), _) => spoken - spoken.rem_euclid(100) + low,
                    (_, _, Some(now)) => {
                        let century = now.year() - now.year().rem_euclid(100);
                        let ahead = century + low > now.year() + 15;
                        if ahead { century - 100 + low } else { century + low }
                    }
                    _ if low < 50 => 2000 + low,
                    _ => 1900 + low,
                }
            }
        }
    }

    /// A month, day, season, quarter, half or holiday of a year, or of the year that fits best.
    fn in_year(&self, fields: &Fields, year: Option<i16>) -> Point {
        let point_in = |year| part_in(fields.part, year);
        if let Some(point) = year.and_then(|year| point_in(Some(year))) {
            return point;
        }
        if year.is_some() {
            return Point::new(year, Stretch::Year);
        }
        let named = match fields.part {
            Part::Day { weekday: named, .. } => named.and_then(weekday),
            _ => None,
        };
        let chosen = self.nearest_year(fields, named);
        point_in(chosen).or_else(|| point_in(None)).unwrap_or(Point::new(chosen, Stretch::Year))
    }

    /// The year in which a part of a year lies closest to the anchor, on the side of the tense.
    fn nearest_year(&self, fields: &Fields, named: Option<Weekday>) -> Option<i16> {
        let spoken = self.last_spoken().map(|(point, _)| point);
        let narrative =
            self.genre == Genre::Narrative && spoken.is_some_and(|point| point.year.is_some());
        let anchor = if narrative { spoken } else { self.now.map(Point::day) }?;
        let year = anchor.year?;
        if let Some(named) = named {
            let on = |year: &i16| {
                let day = part_in(fields.part, Some(*year)).and_then(|point| point.first_day());
                day.is_some_and(|day| day.weekday() == named)
            };
            let near = [0, 1, -1, 2, -2, 3, -3].map(|by| year + by);
            if let Some(found) = near.iter().find(|year| on(year)) {
                return Some(*found);
            }
        }
        if narrative && matches!(anchor.stretch, Stretch::Year | Stretch::Decade | Stretch::Century)
        {
            return Some(year);
        }
        let from = anchor.first_day()?;
        if let Some(year) = self.year_in_series(fields.part, from) {
            return Some(year);
        }
        let best = [year - 1, year, year + 1].into_iter().filter_map(|year| {
            let point = part_in(fields.part, Some(year))?;
            Some((self.distance(from, &point, narrative)?, year))
        });
        best.min().map(|(_, year)| year)
    }

    /// The year of a month that goes on from one ahead in the same sentence: shows `in December, in
    /// February and in April`.
    fn year_in_series(&self, part: Part, now: Date) -> Option<i16> {
        let (spoken, sentence) = self.spoken?;
        let is_month = |point: &Point| matches!(point.stretch, Stretch::Month(_));
        let ahead = spoken.first_day().filter(|day| *day > now)?;
        if sentence != self.sentence || !is_month(&spoken) || self.genre == Genre::Narrative {
            return None;
        }
        let is_next = |point: &Point| {
            let away = point.first_day().and_then(|day| day.since(ahead).ok());
            is_month(point) && away.is_some_and(|away| (0..=SERIES_DAYS).contains(&away.get_days()))
        };
        let years = [ahead.year(), ahead.year() + 1];
        let mut points = years.into_iter().filter_map(|year| part_in(part, Some(year)));
        points.find(is_next)?.year
    }

    /// How far a point lies from a day, in days; more on the side that the tense speaks against.
    fn distance(&self, from: Date, point: &Point, narrative: bool) -> Option<i32> {
        let (first, last) = (point.first_day()?, point.last_day()?);
        let days = |a: Date, b: Date| b.since(a).map(|span| span.get_days()).ok();
        let (away, is_ahead_of) = if last < from {
            (days(last, from)?, false)
        } else if first > from {
            (days(from, first)?, true)
        } else {
            (0, false)
        };
        if narrative {
            return Some(if is_ahead_of { away } else { away * 3 / 2 });
        }
        let against = match self.tense {
            Some(Tense::Past) => is_ahead_of,
            Some(Tense::Future) => !is_ahead_of && away > 0,
            None => false,
        };
        let leaning = i32::from(is_ahead_of && self.tense.is_none()) * 60;
        Some(away + leaning + if against { AGAINST_TENSE } else { 0 })
    }

    /// A weekday: the last one up to now, or the next one if the tense says so.
    fn weekday(&self, day: u8) -> Point {
        let anchor = match (self.genre, self.days.last()) {
            (Genre::Narrative, Some((spoken, _))) => spoken.first_day(),
            _ => self.now,
        };
        let (Some(anchor), Some(named)) = (anchor, weekday(day)) else {
            return Point::new(None, Stretch::Weekday(day));
        };
        if anchor.weekday() == named {
            return Point::day(anchor);
        }
        let ahead = is_ahead(self.tense) || self.genre == Genre::Narrative;
        let nth = if ahead { 1 } else { -1 };
        let found = anchor.nth_weekday(nth, named);
        found.map_or(Point::new(None, Stretch::Weekday(day)), Point::day)
    }

    fn weekend(&self) -> Point {
        let Some(now) = self.base(Base::Context).and_then(|base| base.first_day()) else {
            return Point::new(None, Stretch::Weekend(None));
        };
        let saturday = now.weekday().to_monday_one_offset() >= 6;
        let back = !is_ahead(self.tense) && !saturday;
        let day = if back { now.checked_sub(1.week()).unwrap_or(now) } else { now };
        Point::holding(day, Unit::Weekend)
    }

    /// `the 9th`, `Monday 20`: in the month of the anchor, or the one that the tense or weekday asks.
    fn day_of_month(&self, day: u8, named: Option<u8>) -> Point {
        let narrative = self.genre == Genre::Narrative;
        let base = match self.last_spoken() {
            Some((spoken, _)) if narrative => Some(spoken),
            Some((spoken, sentence)) if sentence == self.sentence && !narrative => {
                Some(spoken).filter(|point| point.is_day()).or(self.now.map(Point::day))
            }
            _ => self.now.map(Point::day),
        };
        let unknown = Point::new(None, Stretch::Day(None, day));
        let Some(first) = base.and_then(|base| base.first_day()) else { return unknown };
        let month = |by: i32| {
            let month = first.first_of_month().checked_add(by.months()).ok()?;
            Date::new(month.year(), month.month(), day as i8).ok()
        };
        let named = named.and_then(weekday);
        let on = |date: &Date| named.is_none_or(|named| date.weekday() == named);
        let this = month(0).filter(on);
        let against = |date: Date| match self.tense {
            _ if self.now != Some(first) => false,
            Some(Tense::Past) => date > first,
            Some(Tense::Future) => date < first,
            None => false,
        };
        let order = match this {
            Some(date) if !against(date) => [0, -1, 1],
            _ if is_ahead(self.tense) => [1, 0, -1],
            _ => [-1, 0, 1],
        };
        order.into_iter().find_map(|by| month(by).filter(on)).map_or(unknown, Point::day)
    }

    /// The day of a bare time: one spoken of shortly before on the side of the tense, or now.
    fn day_of_time(&self) -> Point {
        let near = self.ahead.or_else(|| self.near_day(TIME_REACH));
        let day = near.or(self.now.map(Point::day));
        day.map_or(Point::new(None, Stretch::AnyDay), |day| Point { time: None, ..day })
    }

    /// A day spoken of at most so many sentences before, on the side of now that the tense tells.
    pub(super) fn near_day(&self, reach: usize) -> Option<Point> {
        let narrative = self.genre == Genre::Narrative;
        let fits = |day: &Point| match (self.tense, self.now, day.first_day()) {
            (Some(Tense::Past), Some(now), Some(day)) => day <= now,
            (Some(Tense::Future), Some(now), Some(day)) => day >= now,
            _ => true,
        };
        let mut days = self.days.iter().rev();
        let near = days
            .find(|(day, sentence)| narrative || self.sentence - sentence <= reach && fits(day));
        near.map(|(day, _)| *day)
    }

    /// `last October`, `next Tuesday`, `this summer`.
    pub(super) fn picked(&mut self, pick: Pick, fields: &Fields) -> Option<Point> {
        let base = match pick {
            Pick::Same | Pick::Previous | Pick::Following => self.base(Base::Spoken),
            _ => self.base(Base::Now),
        };
        let first = base.and_then(|base| base.first_day());
        let Some(from) = first else {
            let tense = self.tense;
            let point = self.calendar(fields);
            self.tense = tense;
            return point;
        };
        let mut point = match fields.part {
            Part::Weekday(day) => picked_weekday(pick, day, from, self.tense)?,
            _ => self.picked_part(pick, fields.part, from)?,
        };
        point.time = fields.time;
        Some(point)
    }

    /// A month, season, holiday or quarter before, at or after a day.
    fn picked_part(&self, pick: Pick, part: Part, from: Date) -> Option<Point> {
        let year = from.year();
        let points =
            [year - 1, year, year + 1].into_iter().filter_map(|year| part_in(part, Some(year)));
        let points: Vec<Point> = points.collect();
        let holds =
            |point: &Point| point.first_day() <= Some(from) && Some(from) <= point.last_day();
        let found = match pick {
            Pick::Last | Pick::Past | Pick::Previous | Pick::Latest | Pick::Recent => {
                points.iter().rev().find(|point| point.last_day() < Some(from))
            }
            Pick::Next | Pick::Coming | Pick::Following => {
                points.iter().find(|point| point.first_day() > Some(from))
            }
            Pick::This | Pick::Same => {
                let this = points.iter().find(|point| holds(point));
                this.or_else(|| points.iter().find(|point| point.year == Some(year)))
            }
        };
        found.copied().or_else(|| part_in(part, None))
    }

    /// A part of a longer time.
    pub(super) fn within(&mut self, fields: &Fields, outer: Point) -> Option<Point> {
        let Some(year) = outer.year else {
            return self.calendar(fields).map(|point| Point { year: None, ..point });
        };
        let mut point = match (fields.part, outer.first_day()) {
            (Part::Weekday(day), Some(first)) => {
                let monday = first.iso_week_date();
                let date = week_day(monday.year(), monday.week() as u8, weekday(day)?)?;
                Point::day(date)
            }
            (Part::Weekend, Some(first)) => Point::holding(first, Unit::Weekend),
            (Part::Day { month: None, day, .. }, Some(first)) => {
                Point::new(Some(first.year()), Stretch::Day(Some(first.month() as u8), day))
            }
            (part, _) => part_in(part, Some(year))?,
        };
        point.time = fields.time;
        Some(point)
    }
}

/// A part of a year as a point.
fn part_in(part: Part, year: Option<i16>) -> Option<Point> {
    let stretch = match part {
        Part::Whole => Stretch::Year,
        Part::Half(half) => Stretch::Half(half),
        Part::Quarter(quarter) => Stretch::Quarter(quarter),
        Part::Season(season) => Stretch::Season(season),
        Part::Month(month) => Stretch::Month(month),
        Part::Week(week) => Stretch::Week(Some(week)),
        Part::Day { month, day, .. } => Stretch::Day(month, day),
        Part::Holiday(row) => return holiday_in(holiday(row)?, year),
        _ => return None,
    };
    let point = Point::new(year, stretch);
    point.is_possible().then_some(point)
}

fn holiday_in(found: Holiday, year: Option<i16>) -> Option<Point> {
    match (found, year) {
        (Holiday::Once(date), _) => Some(Point::day(date)),
        (Holiday::Fixed(month, day), None) => {
            Some(Point::new(None, Stretch::Day(Some(month), day)))
        }
        (Holiday::Moving(_), None) => Some(Point::new(None, Stretch::AnyDay)),
        (found, Some(year)) => day_in(found, year).map(Point::day),
    }
}

/// `last Friday`, `next Tuesday`, `this Thursday`.
fn picked_weekday(pick: Pick, day: u8, from: Date, tense: Option<Tense>) -> Option<Point> {
    let named = weekday(day)?;
    let date = match pick {
        Pick::Last | Pick::Past | Pick::Previous | Pick::Latest | Pick::Recent => {
            from.nth_weekday(-1, named).ok()?
        }
        Pick::Next | Pick::Coming | Pick::Following => from.nth_weekday(1, named).ok()?,
        Pick::This | Pick::Same => {
            if from.weekday() == named {
                from
            } else if tense == Some(Tense::Past) {
                from.nth_weekday(-1, named).ok()?
            } else {
                from.nth_weekday(1, named).ok()?
            }
        }
    };
    Some(Point::day(date))
}
