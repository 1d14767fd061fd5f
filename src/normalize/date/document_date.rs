//! The article's own date: a full date in its headline, byline or dateline, on a line by itself, or
//! behind the place with which a sentence opens.

use std::ops::Range;

use jiff::civil::Date;

use crate::annotators::date::expr::{Expr, Part, Year};
use crate::annotators::date::{Certainty, DateCandidate};
use crate::clean::SectionKind;
use crate::document::{DateSource, DocumentDate};
use crate::gazetteer::Scanned;
use crate::tokenize::Sentence;

/// The date stands in one of the first so many sentences, or in a dateline.
const TOP_SENTENCES: usize = 6;
/// A line that is a date and little else has at most so many tokens besides.
const OTHER_TOKENS: usize = 6;

/// The date that the article gives itself, with its year, if it does.
pub fn document_date(scanned: &Scanned<'_>, candidates: &[DateCandidate]) -> Option<DocumentDate> {
    let top = scanned.tokens.sentences.iter().enumerate();
    for (number, sent) in top.take(TOP_SENTENCES * 2) {
        let marked = matches!(sent.section, SectionKind::Byline | SectionKind::Dateline);
        for candidate in candidates {
            let inside = sent.tokens.start <= candidate.tokens.start
                && candidate.tokens.end <= sent.tokens.end;
            if !inside || candidate.certainty != Certainty::Sure {
                continue;
            }
            let others = sent.tokens.len() - candidate.tokens.len();
            let top = number < TOP_SENTENCES;
            let alone = top && (others <= OTHER_TOKENS || opens(scanned, sent, candidate));
            if !(marked || alone) {
                continue;
            }
            if let Some(value) = full_day(&candidate.expr) {
                return Some(DocumentDate { value, source: DateSource::Dateline });
            }
        }
    }
    None
}

/// Whether a sentence opens with a place and the date, as in `Bhubaneswar, October 24, 2024: Authorities`.
fn opens(scanned: &Scanned<'_>, sent: &Sentence, candidate: &DateCandidate) -> bool {
    let Range { start, end } = candidate.tokens;
    let near = (1..=OTHER_TOKENS).contains(&(start - sent.tokens.start));
    near && end < sent.tokens.end
        && scanned.is_mark(start - 1, ",")
        && matches!(scanned.word(end), ":" | "-" | "–" | "—")
}

/// The day of an expression that names year, month and day.
fn full_day(expr: &Expr) -> Option<Date> {
    let fields = match expr {
        Expr::Calendar(fields) => fields,
        Expr::At(_, day) => return full_day(day),
        _ => return None,
    };
    match (fields.year, fields.part) {
        (Some(Year::Full(year)), Part::Day { month: Some(month), day, .. }) => {
            Date::new(year, month as i8, day as i8).ok()
        }
        _ => None,
    }
}
