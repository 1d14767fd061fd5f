//! Whether a text is news or a narrative, told by its dates.

use jiff::civil::Date;

use crate::annotators::date::DateCandidate;
use crate::annotators::date::expr::{Base, Expr, Part, Unit, Year};
use crate::options::Genre;

/// A narrative has at least so many dates with a year.
const ENOUGH_YEARS: usize = 6;

/// Judges by the years named and the words that point at the day of speaking.
pub fn genre(candidates: &[DateCandidate], now: Option<Date>) -> Genre {
    let mut years: Vec<i16> = Vec::new();
    let mut deictic = 0;
    for candidate in candidates {
        match &candidate.expr {
            Expr::Calendar(fields) => match (fields.year, fields.part) {
                (Some(Year::Full(year)), _) => years.push(year),
                (None, Part::Weekday(_)) => deictic += 1,
                _ => {}
            },
            Expr::Shifted { from: Base::Now, unit, .. } if *unit <= Unit::Month => deictic += 1,
            _ => {}
        }
    }
    let recent = now.map_or(i16::MAX, |now| now.year() - 1);
    let recent = years.iter().filter(|year| **year >= recent).count();
    let old = years.len() - recent;
    let told = years.len() >= ENOUGH_YEARS && old > 2 * recent && years.len() > 2 * deictic;
    if told { Genre::Narrative } else { Genre::News }
}
