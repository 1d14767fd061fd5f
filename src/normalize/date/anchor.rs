//! [`Anchor`]: what dates count from as a text is read, and how each kind of date finds its place.

use jiff::ToSpan;
use jiff::civil::Date;

use super::holiday::{Holiday, day_in, holiday};
use super::point::{Point, Stretch, week_day, weekday};
use super::{
    at_time, bound_modifier, is_ahead, length_value, repeated_value, stage_modifier, timex,
};
use crate::annotators::date::expr::{Amount, Base, Expr, Fields, Part, Pick, Unit, Year};
use crate::gazetteer::Tense;
use crate::options::{DateOrder, Genre};
use crate::value::{Timex, TimexKind};

/// So many sentences after a day was spoken of, a bare time of day is still on it.
const TIME_REACH: usize = 2;
/// So many sentences after a day was spoken of, `the next day` is the one after it.
const DAY_REACH: usize = 3;

/// A date on the side that the tense speaks against is as good as one so many days farther.
const AGAINST_TENSE: i32 = 330;

/// A year so far from the story's is one named in passing.
const FAR_YEARS: u16 = 10;

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
        if amount.count.is_some() && amount.unit >= Unit::Day {
            return None;
        }
        if amount.unit < Unit::Day {
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
                Some(self.apart(*amount, *later, base))
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

    /// A point that its own words describe, in the year that the anchor tells if they don't.
    fn calendar(&mut self, fields: &Fields) -> Option<Point> {
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
            Part::Day { weekday, .. } => weekday.and_then(weekday_of),
            _ => None,
        };
        let chosen = self.nearest_year(fields, named);
        point_in(chosen).or_else(|| point_in(None)).unwrap_or(Point::new(chosen, Stretch::Year))
    }

    /// The year in which a part of a year lies closest to the anchor, on the side of the tense.
    fn nearest_year(&self, fields: &Fields, named: Option<jiff::civil::Weekday>) -> Option<i16> {
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
        let best = [year - 1, year, year + 1].into_iter().filter_map(|year| {
            let point = part_in(fields.part, Some(year))?;
            Some((self.distance(from, &point, narrative)?, year))
        });
        best.min().map(|(_, year)| year)
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
        let named = named.and_then(weekday_of);
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
    fn near_day(&self, reach: usize) -> Option<Point> {
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
    fn picked(&mut self, pick: Pick, fields: &Fields) -> Option<Point> {
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
    fn within(&mut self, fields: &Fields, outer: Point) -> Option<Point> {
        let Some(year) = outer.year else {
            return self.calendar(fields).map(|point| Point { year: None, ..point });
        };
        let mut point = match (fields.part, outer.first_day()) {
            (Part::Weekday(day), Some(first)) => {
                let monday = first.iso_week_date();
                let date =
                    super::point::week_day(monday.year(), monday.week() as u8, weekday(day)?)?;
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

fn weekday_of(number: u8) -> Option<jiff::civil::Weekday> {
    weekday(number)
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
