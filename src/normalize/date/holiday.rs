//! The days of holidays: fixed, by weekday, counted from Easter, or from `holiday_years.tsv`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::point::weekday;

/// When a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same day each year.
    Fixed(u8, u8),
    /// A day that does not come back.
    Once(Date),
    /// Reckoned for each year: see [`day_in`].
    Moving(&'static str),
}

/// The holiday in a row of `holidays.tsv`.
pub fn holiday(row: u8) -> Option<Holiday> {
    let rows = include_str!("../../../dictionaries/date/holidays.tsv").lines();
    let mut rows = rows.filter(|line| !line.starts_with('#'));
    let (_, rule) = rows.nth(usize::from(row))?.split_once('\t')?;
    if let Some(day) = rule.strip_prefix("day ") {
        return day.parse().ok().map(Holiday::Once);
    }
    match rule.split_once('-') {
        Some((month, day)) if rule.len() == 5 => {
            Some(Holiday::Fixed(month.parse().ok()?, day.parse().ok()?))
        }
        _ => Some(Holiday::Moving(rule)),
    }
}

/// The day of a holiday in a year; none if the tables do not reach there.
pub fn day_in(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed(month, day) => Date::new(year, month as i8, day as i8).ok(),
        Holiday::Once(date) => (date.year() == year).then_some(date),
        Holiday::Moving(rule) => reckoned(rule, year),
    }
}

/// The day by a rule: `11 4 4` is the fourth Thursday of November, `easter -2`, `table ramadan`.
fn reckoned(rule: &str, year: i16) -> Option<Date> {
    let mut words = rule.split(' ');
    let first = words.next()?;
    let mut number = || words.next()?.parse::<i32>().ok();
    match first {
        "easter" => easter(year)?.checked_add(number()?.days()).ok(),
        "orthodox" => orthodox_easter(year),
        "thanksgiving" => nth_weekday(year, 11, 4, 4)?.checked_add(number()?.days()).ok(),
        "election" => nth_weekday(year, 11, 1, 1)?.tomorrow().ok(),
        "table" => {
            let mut words = rule.split(' ').skip(1);
            let name = words.next()?;
            let offset: i32 = words.next().unwrap_or("0").parse().ok()?;
            in_table(name, year)?.checked_add(offset.days()).ok()
        }
        month => {
            let month = month.parse().ok()?;
            let (nth, day) = (number()?, number()?);
            nth_weekday(year, month, nth as i8, day as u8)
        }
    }
}

fn nth_weekday(year: i16, month: i8, nth: i8, day: u8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    first.nth_weekday_of_month(nth, weekday(day)?).ok()
}

/// Easter Sunday of the western churches, by the rule of Gauss, Meeus and Butcher.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

/// Easter Sunday of the eastern churches, by the rule of Meeus; of 1900 to 2099.
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let julian =
        Date::new(year, ((d + e + 114) / 31) as i8, ((d + e + 114) % 31 + 1) as i8).ok()?;
    julian.checked_add(13.days()).ok()
}

/// The day of a holiday of a lunar calendar, from `holiday_years.tsv`.
fn in_table(name: &str, year: i16) -> Option<Date> {
    let rows = include_str!("../../../dictionaries/date/holiday_years.tsv").lines();
    let mut days = rows.filter_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    let known = days.find(|day| day.get(..4).and_then(|y| y.parse().ok()) == Some(year))?;
    known.parse().ok()
}
