//! Anchors dates: turns what their words mean into TIMEX3 values.
//!
//! Dates are read in the order of the text. In news they count from the document's date; in a
//! narrative, and where the words say so (`the following day`), from the date last spoken of. Without
//! an anchor a value keeps its unknown fields as `X`; an impossible date (`February 30`) is none.

mod anchor;
mod document_date;
mod genre;
mod holiday;
mod point;
mod tense;
mod zone;

use jiff::civil::Date;

use crate::annotators::date::expr::{Amount, Bound, Expr, Fields, Part, Stage, Time, Unit, Year};
use crate::annotators::date::{DateCandidate, RangeEnd};
use crate::gazetteer::{Scanned, Tense};
use crate::mention::ValueFrom;
use crate::options::{DateOrder, Genre};
use crate::value::{Modifier, Timex, TimexKind};

use anchor::Anchor;
use point::{Point, Stretch};

pub use document_date::document_date;

/// What dates are anchored by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// The document's date, if known.
    pub date: Option<Date>,
    /// What relative dates count from; told by the text if not set.
    pub genre: Option<Genre>,
    /// How `11/9/2023` is read; told by the text if not set.
    pub order: Option<DateOrder>,
    /// Whether to tell what gives each date its value.
    pub explain: bool,
}

/// The value of a date, and its part in a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalized {
    /// The value.
    pub timex: Timex,
    /// Whether it begins or ends a range.
    pub range: Option<RangeEnd>,
    /// What gives it its value, if that was asked.
    pub from: Option<ValueFrom>,
}

/// The values of `candidates`, which stand in the order of the text; none for an impossible date.
pub fn normalize(
    scanned: &Scanned<'_>,
    candidates: &[DateCandidate],
    settings: &Settings,
) -> Vec<Option<Normalized>> {
    let genre = settings.genre.unwrap_or_else(|| genre::genre(candidates, settings.date));
    let order = settings.order.unwrap_or_else(|| order(candidates, settings.date));
    let mut anchor = Anchor::new(settings.date, genre, order);
    let mut sentences = scanned.tokens.sentences.iter().enumerate().peekable();
    let mut values = Vec::with_capacity(candidates.len());
    for (i, candidate) in candidates.iter().enumerate() {
        while sentences.next_if(|(_, sent)| sent.tokens.end <= candidate.tokens.start).is_some() {}
        let (number, sentence) = match sentences.peek() {
            Some((number, sent)) => (*number, sent.tokens.clone()),
            None => (0, candidate.tokens.clone()),
        };
        let tense = tense::tense(scanned, &sentence, &candidate.tokens);
        anchor.enter(number, tense);
        anchor.look_ahead(day_after(candidate, candidates.get(i + 1), sentence.end));
        let timex = anchor.timex(&candidate.expr);
        let from = |timex: &Timex| {
            let alone = |now| {
                let mut anchor = Anchor::new(now, genre, order);
                anchor.enter(0, tense);
                anchor.timex(&candidate.expr).as_ref() == Some(timex)
            };
            source(alone(None), alone(settings.date))
        };
        values.push(timex.map(|timex| Normalized {
            from: settings.explain.then(|| from(&timex)),
            range: candidate.range,
            timex,
        }));
    }
    values
}

/// What gives a date a value that it has without any other date, or with the document's alone.
fn source(without: bool, with_document: bool) -> ValueFrom {
    match (without, with_document) {
        (true, _) => ValueFrom::Words,
        (false, true) => ValueFrom::Document,
        (false, false) => ValueFrom::Text,
    }
}

/// The day that stands right after a bare time: `at 5:34 a.m. Baghdad time on March 20`.
fn day_after<'a>(
    time: &DateCandidate,
    next: Option<&'a DateCandidate>,
    end: usize,
) -> Option<&'a Expr> {
    let Expr::Calendar(Fields { part: Part::Whole, year: None, time: Some(_) }) = time.expr else {
        return None;
    };
    let next =
        next.filter(|next| next.tokens.end <= end && next.tokens.start <= time.tokens.end + 4)?;
    (next.expr.is_day() && !next.expr.has_time()).then_some(&next.expr)
}

/// The order of day and month: that of the dates where only one order is possible, else of most
/// dates of numbers near the document's date, else the American one.
fn order(candidates: &[DateCandidate], now: Option<Date>) -> DateOrder {
    let mut votes = 0;
    for candidate in candidates {
        let Expr::Calendar(Fields { part: Part::Numeric(first, second), year, .. }) =
            candidate.expr
        else {
            continue;
        };
        votes += match (first > 12, second > 12) {
            (true, false) => 10,
            (false, true) => -10,
            _ => now.map_or(0, |now| {
                let (day, month) = (now.day() as u8, now.month() as u8);
                let this_year = year == Some(Year::Full(now.year()));
                let near = |m: u8, d: u8| this_year && m == month && d.abs_diff(day) < 8;
                i32::from(near(second, first)) - i32::from(near(first, second))
            }),
        };
    }
    if votes > 0 { DateOrder::DayFirst } else { DateOrder::MonthFirst }
}

/// The modifier of a stage.
fn stage_modifier(stage: Stage) -> Modifier {
    match stage {
        Stage::Start => Modifier::Start,
        Stage::Mid => Modifier::Mid,
        Stage::End => Modifier::End,
    }
}

/// The modifier of a bound.
fn bound_modifier(bound: Bound) -> Option<Modifier> {
    match bound {
        Bound::None => None,
        Bound::About => Some(Modifier::Approx),
        Bound::More => Some(Modifier::MoreThan),
        Bound::Less => Some(Modifier::LessThan),
        Bound::AtLeast => Some(Modifier::EqualOrMore),
        Bound::AtMost => Some(Modifier::EqualOrLess),
    }
}

/// `P2Y`, `PT6H`, `P1Y6M`, `PXD`: the value of a length.
fn length_value(amounts: &[Amount]) -> String {
    let mut date = String::new();
    let mut time = String::new();
    for amount in amounts {
        let (count, unit) = match (amount.unit, amount.count) {
            (Unit::Hour, Some(0.5)) => (Some(30.0), Unit::Minute),
            (Unit::Year, Some(0.5)) => (Some(6.0), Unit::Month),
            (Unit::Fortnight, count) => (count.map(|count| count * 2.0), Unit::Week),
            (Unit::Quarter, count) => (count, Unit::Quarter),
            (unit, count) => (count, unit),
        };
        let number = count.map_or("X".to_owned(), |count| format!("{count}"));
        let (part, mark) = match unit {
            Unit::Second => (&mut time, "S"),
            Unit::Minute => (&mut time, "M"),
            Unit::Hour => (&mut time, "H"),
            Unit::Day => (&mut date, "D"),
            Unit::Night => (&mut date, "NI"),
            Unit::Weekend => (&mut date, "WE"),
            Unit::Week | Unit::Fortnight => (&mut date, "W"),
            Unit::Month => (&mut date, "M"),
            Unit::Quarter => (&mut date, "Q"),
            Unit::Year => (&mut date, "Y"),
            Unit::Decade => (&mut date, "DE"),
            Unit::Century => (&mut date, "CE"),
            Unit::Millennium => (&mut date, "ML"),
        };
        part.push_str(&number);
        part.push_str(mark);
    }
    let sign = if time.is_empty() { "" } else { "T" };
    format!("P{date}{sign}{time}")
}

/// The value of a point that comes back: `XXXX-WXX-5`, `XXXX-11`, `XXXX-SP`.
fn repeated_value(fields: &Fields) -> Option<String> {
    let stretch = match fields.part {
        Part::Weekday(day) => Stretch::Weekday(day),
        Part::Weekend => Stretch::Weekend(None),
        Part::Month(month) => Stretch::Month(month),
        Part::Season(season) => Stretch::Season(season),
        Part::Quarter(quarter) => Stretch::Quarter(quarter),
        Part::Day { month, day, .. } => Stretch::Day(month, day),
        Part::Whole => Stretch::AnyDay,
        Part::Holiday(row) => match holiday::holiday(row)? {
            holiday::Holiday::Fixed(month, day) => Stretch::Day(Some(month), day),
            _ => Stretch::Year,
        },
        _ => return None,
    };
    Some(Point { time: fields.time, ..Point::new(None, stretch) }.value())
}

fn timex(kind: TimexKind, value: impl Into<String>) -> Timex {
    Timex { kind, value: value.into(), modifier: None }
}

/// Whether the tense says that a date lies ahead.
fn is_ahead(tense: Option<Tense>) -> bool {
    tense == Some(Tense::Future)
}

/// A time of day that a longer expression gives to a point.
fn at_time(point: Point, time: Time) -> Point {
    Point { time: Some(time), ..point }
}
