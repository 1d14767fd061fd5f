//! Values of dates: every one parses as TIMEX3, an absolute date is the same in every printed form,
//! and relative dates move with their anchor.

use dateline::gazetteer::Gazetteer;
use dateline::{Document, Options, Pipeline};
use jiff::ToSpan;
use jiff::civil::{Date, date as day};

use crate::support;

/// Finds the dates of texts.
struct Finder(Gazetteer);

impl Finder {
    fn new() -> Self {
        Self(Gazetteer::new(Vec::new()))
    }

    /// The text and value of each date.
    fn dates(&self, text: &str, date: Option<Date>) -> Vec<(String, String)> {
        let found = support::dates(&self.0, text, date).into_iter();
        found.map(|date| (date.text, date.value)).collect()
    }

    /// The value of the one date in a text.
    fn value(&self, text: &str, date: Option<Date>) -> String {
        let found = self.dates(text, date);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        found[0].1.clone()
    }
}

/// Whether every character is one that `known` allows or an `X`.
fn all(text: &str, known: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(|c| c == 'X' || known(c))
}

/// Whether a value is one of TIMEX3: ISO 8601 with parts of days, seasons, quarters, BC and unknown
/// fields; a length; or a vague time.
fn is_timex3(value: &str) -> bool {
    if let Some(length) = value.strip_prefix('P').filter(|_| !value.ends_with("_REF")) {
        return is_length(length);
    }
    let (point, time) = match value.split_once('T') {
        Some((point, time)) if !value.ends_with("_REF") => (point, Some(time)),
        _ => (value, None),
    };
    matches!(value, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF")
        || is_point(point) && time.is_none_or(is_time)
}

/// `2023-11-09`, `2023-W45-WE`, `1955-SU`, `199`, `BC0490`.
fn is_point(point: &str) -> bool {
    let point = point.strip_prefix("BC").unwrap_or(point);
    let parts: Vec<&str> = point.split('-').collect();
    let digits = |text: &str| all(text, |c| c.is_ascii_digit());
    let week = |text: &str| text.len() == 3 && text.starts_with('W') && digits(&text[1..]);
    let named = ["Q1", "Q2", "Q3", "Q4", "H1", "H2", "SP", "SU", "FA", "WI"];
    let two = |text: &str| text.len() == 2 && digits(text);
    match parts[..] {
        [year] => (1..=4).contains(&year.len()) && digits(year),
        [year, part] => is_point(year) && (two(part) || week(part) || named.contains(&part)),
        [year, part, day] if week(part) => is_point(year) && (day == "WE" || digits(day)),
        [year, month, day] => year.len() == 4 && digits(year) && two(month) && two(day),
        _ => false,
    }
}

/// `MO`, `20:04`, `08:42Z`, `08:42-05`, `XX`.
fn is_time(time: &str) -> bool {
    let clock = time.strip_suffix('Z').unwrap_or(time);
    let clock = clock.split(['+', '-']).next().unwrap_or_default();
    let parts = ["MO", "MI", "AF", "EV", "NI", "DT", "XX"];
    parts.contains(&time)
        || clock.split(':').all(|part| part.len() == 2 && all(part, |c| c.is_ascii_digit()))
}

/// `2Y`, `T6H`, `1YT2H`, `XD`, `0.5CE`, after the `P`.
fn is_length(length: &str) -> bool {
    let units = ["NI", "WE", "DE", "CE", "ML", "D", "W", "M", "Q", "Y", "H", "S"];
    let mut rest = length;
    while !rest.is_empty() {
        let part = rest.strip_prefix('T').unwrap_or(rest);
        let after = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == 'X');
        let unit = units.iter().find_map(|unit| after.strip_prefix(unit));
        let Some(next) = unit.filter(|_| after.len() < part.len()) else { return false };
        rest = next;
    }
    !length.is_empty()
}

#[test]
fn every_value_is_one_of_timex3() {
    let finder = Finder::new();
    let examples = include_str!("../fixtures/examples/date.txt");
    let mut checked = 0;
    for anchor in [None, Some(day(2023, 11, 9)), Some(day(2024, 2, 29)), Some(day(1, 1, 1))] {
        for line in examples.lines().filter(|line| !line.starts_with('#')) {
            for (text, value) in finder.dates(line, anchor) {
                assert!(is_timex3(&value), "{text}: {value}");
                checked += 1;
            }
        }
    }
    assert!(checked > 2000, "{checked}");
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[test]
fn an_absolute_date_is_the_same_in_every_form() {
    let finder = Finder::new();
    let days = (0..120).map(|i| day(1903, 1, 31).saturating_add((i * 397).days()));
    for date in days {
        let (year, number) = (date.year(), date.day());
        let month = MONTHS[date.month() as usize - 1];
        let short = if month.len() > 4 { format!("{}.", &month[..3]) } else { month.to_owned() };
        let forms = [
            format!("{month} {number}, {year}"),
            format!("{short} {number}, {year}"),
            format!("{month} {number} {year}"),
            format!("{number} {month} {year}"),
            format!("{number} {month}, {year}"),
            format!("{} of {month} {year}", ordinal(number)),
            format!("the {} of {month}, {year}", ordinal(number)),
            format!("{month} {}, {year}", ordinal(number)),
            format!("{number}-{}-{year}", &month[..3]),
            format!("{year}-{:02}-{number:02}", date.month()),
            format!("{year}/{:02}/{number:02}", date.month()),
        ];
        for form in forms {
            let text = format!("It was signed on {form} in Oslo.");
            assert_eq!(finder.value(&text, None), date.to_string(), "{form}");
        }
    }
}

fn ordinal(number: i8) -> String {
    let ending = match (number, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[test]
fn relative_days_move_with_their_anchor() {
    let finder = Finder::new();
    let phrases = [
        ("It rained yesterday.", -1),
        ("It rains today.", 0),
        ("It will rain tomorrow.", 1),
        ("It rained the day before yesterday.", -2),
        ("It rained three days ago.", -3),
        ("It rained 40 days ago.", -40),
        ("He had come the previous day.", -1),
        ("It will rain five days from now.", 5),
    ];
    for anchor in (0..400).map(|i| day(2023, 1, 1).saturating_add((i * 3).days())) {
        for (text, by) in phrases {
            let expected = anchor.saturating_add(by.days()).to_string();
            assert_eq!(finder.value(text, Some(anchor)), expected, "{text} on {anchor}");
        }
    }
}

#[test]
fn a_weekday_lies_within_a_week_of_its_anchor() {
    let finder = Finder::new();
    for anchor in (0..28).map(|i| day(2024, 2, 20).saturating_add(i.days())) {
        let past: Date = finder
            .value("He said on Tuesday that it was over.", Some(anchor))
            .parse()
            .expect("a day");
        let ahead: Date =
            finder.value("They will meet on Tuesday.", Some(anchor)).parse().expect("a day");
        let days = |from: Date, to: Date| to.since(from).expect("near").get_days();
        assert!((0..7).contains(&days(past, anchor)), "{past} from {anchor}");
        assert!((0..7).contains(&days(anchor, ahead)), "{ahead} from {anchor}");
    }
}

#[test]
fn impossible_dates_are_none() {
    let finder = Finder::new();
    for text in ["It ended on February 30, 2023.", "It ended on 31 April 2020.", "Due 2023-02-29."]
    {
        let found = finder.dates(text, None);
        assert!(found.iter().all(|(_, value)| value.len() < 10), "{text}: {found:?}");
    }
}

#[test]
fn a_date_behind_the_place_that_opens_the_text_is_its_own() {
    let pipeline =
        Pipeline::new(Options::default()).expect("there are no dictionaries of the user's");
    let date = |text: &str| pipeline.annotate(&Document::from_text(text)).date.map(|d| d.value);
    let opened = "Bhubaneswar, October 24, 2024: Trains were cancelled till Friday morning, the railway said.";
    assert_eq!(date(opened), Some("2024-10-24".parse().expect("a date")));
    let told =
        "The storm of October 24, 2024: a history. Trains were cancelled for a day, they said.";
    assert_eq!(date(told), None);
}
