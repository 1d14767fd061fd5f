//! Whether a text is news or a narrative, told by its dates.

use jiff::civil::Date;

use crate::annotators::date::DateCandidate;
use crate::annotators::date::expr::{Base, Expr, Part, Unit, Year};
use crate::options::Genre;

/// A narrative has at least so many dates of the calendar,
const ENOUGH: usize = 15;
/// and so many for each word that points at the day of speaking.
const FOR_EACH_DEICTIC: usize = 7;

/// Judges by the years named and the words that point at the day of speaking.
pub fn genre(candidates: &[DateCandidate], now: Option<Date>) -> Genre {
    let recent = now.map_or(i16::MAX, |now| now.year() - 1);
    let (mut old, mut new, mut undated, mut deictic) = (0, 0, 0, 0);
    for candidate in candidates {
        match &candidate.expr {
            Expr::Calendar(fields) => match (fields.year, fields.part) {
                (Some(Year::Full(year)), _) if year < recent => old += 1,
                (Some(_), _) => new += 1,
                (None, Part::Weekday(_)) => deictic += 1,
                (None, Part::Month(_) | Part::Day { .. }) => undated += 1,
                _ => {}
            },
            Expr::Shifted { from: Base::Now, unit, .. } if *unit <= Unit::Year => deictic += 1,
            _ => {}
        }
    }
    let dated = old + new + undated;
    let told = dated >= ENOUGH && dated > FOR_EACH_DEICTIC * deictic && old > new;
    if told { Genre::Narrative } else { Genre::News }
}
