//! What is judged beside the spans: the values of dates and the coordinates of places.

use serde::Serialize;

use super::GoldSpan;
use super::matching::{Ways, share};
use crate::normalize::place::distance_km;

/// Pairs closer than this count as the same place: 100 miles, the custom of the field.
const NEAR_KM: f64 = 161.0;

/// A gold span and the prediction that matches it.
pub type Pair<'a> = (&'a GoldSpan, &'a GoldSpan);

/// A TIMEX3 value with differences of mere form removed: case, `:00` seconds, `W9` for `W09`.
pub fn plain_value(value: &str) -> String {
    let mut value = value.trim().to_uppercase();
    let is_time = |bytes: &[u8]| {
        let at = |i: usize, wanted: fn(&u8) -> bool| bytes.get(i).is_some_and(wanted);
        let digit: fn(&u8) -> bool = u8::is_ascii_digit;
        at(0, |b| *b == b'T')
            && at(1, digit)
            && at(2, digit)
            && at(3, |b| *b == b':')
            && at(4, digit)
            && at(5, digit)
    };
    let bytes = value.as_bytes();
    if value.ends_with(":00") && bytes.len() >= 9 && is_time(&bytes[bytes.len() - 9..]) {
        value.truncate(value.len() - 3);
    }
    let Some(week) = value.find("-W") else {
        return value;
    };
    let digits = value[week + 2..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 1 {
        value.insert(week + 2, '0');
    }
    value
}

/// How well dates are found and valued.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TimexScores {
    /// F1 of exact spans.
    pub strict_f1: f64,
    /// F1 of overlapping spans.
    pub relaxed_f1: f64,
    /// The share of matched pairs with the right value.
    pub value_accuracy: Option<f64>,
    /// `relaxed_f1` times that share.
    pub value_f1: Option<f64>,
    /// How many pairs have a gold value.
    pub value_judged: usize,
    /// The share of matched pairs with the right TIMEX3 type.
    pub type_accuracy: Option<f64>,
    /// `relaxed_f1` times that share.
    pub type_f1: Option<f64>,
    /// How many pairs have a gold type.
    pub type_judged: usize,
}

impl TimexScores {
    /// Judges the pairs of the overlap match.
    pub fn new(spans: &Ways, pairs: &[Pair<'_>]) -> Self {
        let relaxed_f1 = spans.overlap.f1;
        let judge = |field: fn(&GoldSpan) -> Option<&str>| {
            let judged = pairs.iter().filter_map(|(g, p)| Some((field(g)?, field(p))));
            let (mut agree, mut all) = (0, 0);
            for (gold, predicted) in judged {
                all += 1;
                agree += usize::from(predicted.map(plain_value) == Some(plain_value(gold)));
            }
            ((all > 0).then(|| share(agree, all)), all)
        };
        let (value_accuracy, value_judged) = judge(|span| span.value.as_deref());
        let (type_accuracy, type_judged) = judge(|span| span.timex_type.as_deref());
        Self {
            strict_f1: spans.strict.f1,
            relaxed_f1,
            value_accuracy,
            value_f1: value_accuracy.map(|accuracy| relaxed_f1 * accuracy),
            value_judged,
            type_accuracy,
            type_f1: type_accuracy.map(|accuracy| relaxed_f1 * accuracy),
            type_judged,
        }
    }
}

/// How well places are located.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GeoScores {
    /// Gold places with coordinates.
    pub gold: usize,
    /// Those that a prediction matches.
    pub matched: usize,
    /// Those whose prediction has coordinates.
    pub resolved: usize,
    /// The share of matched pairs within 161 km.
    pub accuracy161_matched: f64,
    /// The share of gold places within 161 km.
    pub accuracy161_all: f64,
    /// The median error of the resolved ones.
    pub median_km: Option<f64>,
}

impl GeoScores {
    /// Judges the pairs whose gold has coordinates, of `gold` such places in all.
    pub fn new(gold: usize, pairs: &[Pair<'_>]) -> Self {
        let located =
            pairs.iter().filter_map(|(g, p)| Some(distance_km(g.coordinates?, p.coordinates?)));
        let mut errors: Vec<f64> = located.collect();
        errors.sort_by(f64::total_cmp);
        let near = errors.iter().filter(|&&error| error <= NEAR_KM).count();
        Self {
            gold,
            matched: pairs.len(),
            resolved: errors.len(),
            accuracy161_matched: share(near, pairs.len()),
            accuracy161_all: share(near, gold),
            median_km: median(&errors),
        }
    }
}

fn median(sorted: &[f64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    match sorted.len() % 2 {
        _ if sorted.is_empty() => None,
        1 => Some(sorted[middle]),
        _ => Some((sorted[middle - 1] + sorted[middle]) / 2.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_one_meaning_are_one() {
        for (value, plain) in [
            (" 1998-01-08t06:18:00 ", "1998-01-08T06:18"),
            ("1998-W9", "1998-W09"),
            ("1998-W9-WE", "1998-W09-WE"),
            ("1998-W19-WE", "1998-W19-WE"),
            ("XXXX-WXX-2", "XXXX-WXX-2"),
            ("P7D", "P7D"),
            ("T9:00", "T9:00"),
        ] {
            assert_eq!(plain_value(value), plain);
        }
    }

    #[test]
    fn distances_go_round_the_globe() {
        for (a, b, km, within) in [
            ((0.0, 0.0), (0.0, 1.0), 111.195, 0.001),
            ((0.0, -179.5), (0.0, 179.5), 111.195, 0.001),
            ((90.0, 0.0), (-90.0, 0.0), 20_015.0, 1.0),
            ((41.9, 12.5), (41.9, 12.5), 0.0, 0.0),
        ] {
            assert!((distance_km(a, b) - km).abs() <= within, "{a:?} {b:?}");
        }
    }
}
