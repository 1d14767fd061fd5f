//! Values of dates: every one parses as TIMEX3, an absolute date is the same in every printed form,
//! and relative dates move with their anchor.

use dateline::Document;
use dateline::annotators::date;
use dateline::clean::clean;
use dateline::gazetteer::{Gazetteer, Scanned};
use dateline::normalize::date::{Settings, normalize};
use dateline::tokenize::tokenize;
use jiff::ToSpan;
use jiff::civil::{Date, date as day};
use regex::Regex;

/// Finds the dates of texts.
struct Finder(Gazetteer);

impl Finder {
    fn new() -> Self {
        Self(Gazetteer::new(Vec::new()))
    }

    /// The text and value of each date.
    fn dates(&self, text: &str, date: Option<Date>) -> Vec<(String, String)> {
        let doc = Document::from_text(text);
        let tokens = tokenize(&doc.text, &clean(&doc, true));
        let hits = self.0.scan(&doc.text, &tokens);
        let scanned = Scanned { text: &doc.text, tokens: &tokens, hits: &hits };
        let candidates = date::propose(&scanned);
        let values = normalize(&scanned, &candidates, &Settings { date, ..Settings::default() });
        let found = candidates.iter().zip(values).filter_map(|(candidate, value)| {
            let start = tokens.tokens[candidate.tokens.start].span.start;
            let end = tokens.tokens[candidate.tokens.end - 1].span.end;
            Some((doc.text[start..end].to_owned(), value?.timex.value))
        });
        found.collect()
    }

    /// The value of the one date in a text.
    fn value(&self, text: &str, date: Option<Date>) -> String {
        let found = self.dates(text, date);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        found[0].1.clone()
    }
}

/// The values of TIMEX3: ISO 8601 with parts of days, seasons, quarters, BC and unknown fields.
fn timex3() -> Regex {
    let year = r"(?:\d{4}|BC\d{4}|XXXX)";
    let day = r"(?:\d\d|XX)-(?:\d\d|XX)";
    let time = r"T(?:MO|MI|AF|EV|NI|DT|XX|\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?)";
    let week = r"W(?:\d\d|XX)(?:-WE|-[1-7])?";
    let point =
        format!("{year}(?:-(?:{day}|{week}|\\d\\d|XX|Q[1-4]|H[12]|SP|SU|FA|WI))?(?:{time})?");
    let years = r"(?:BC)?(?:\d{1,3}|X{1,3})";
    let number = r"(?:\d+(?:\.\d+)?|X)";
    let length = format!("P(?:{number}(?:D|NI|WE|W|M|Q|Y|DE|CE|ML))*(?:T(?:{number}[HMS])+)?");
    let vague = "PAST_REF|PRESENT_REF|FUTURE_REF";
    Regex::new(&format!("^(?:{point}|{years}|{length}|{vague})$")).expect("a regex")
}

#[test]
fn every_value_is_one_of_timex3() {
    let (finder, form) = (Finder::new(), timex3());
    let examples = include_str!("../fixtures/examples/date.txt");
    let mut checked = 0;
    for anchor in [None, Some(day(2023, 11, 9)), Some(day(2024, 2, 29)), Some(day(1, 1, 1))] {
        for line in examples.lines().filter(|line| !line.starts_with('#')) {
            for (text, value) in finder.dates(line, anchor) {
                assert!(form.is_match(&value), "{text}: {value}");
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
