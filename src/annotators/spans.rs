//! Which spans of a sentence may be names: runs of capitalized words with connectors between them,
//! and whatever a dictionary holds.

use std::ops::Range;

use super::person::inverted::inverted_names;
use super::place::roads::ends_road;
use super::{Facts, Page};
use crate::gazetteer::Class;
use crate::tokenize::{Gap, Sentence};

/// The longest candidate, in tokens; dictionary names may be longer.
const LONGEST: usize = 12;

/// Every span that may be a name, by first and then by last token.
pub fn enumerate(page: &Page<'_>, sent: &Sentence) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for first in sent.tokens.clone() {
        if page.is(first, Facts::SLUG) {
            continue;
        }
        // `In Paris` is no name, unless a dictionary has it.
        if page.is(first, Facts::NAMELIKE) && !page.is(first, Facts::FUNCTION)
            || starts_particle(page, sent, first)
            || starts_number(page, sent, first)
        {
            extend(page, sent, first, &mut spans);
        }
        let listed = page.scanned.hits.starting_at(first).iter().filter(|hit| {
            let mut readings = page.scanned.hits.readings(hit).iter();
            readings.any(|reading| is_name(reading.posting.class))
        });
        spans.extend(listed.map(|hit| first..hit.end));
    }
    spans.extend(inverted_names(page, sent));
    spans.sort_by_key(|span| (span.start, span.end));
    spans.dedup();
    spans
}

/// Whether rows of this class are names of their own.
fn is_name(class: Class) -> bool {
    class.is_name() || matches!(class, Class::Registered | Class::User)
}

/// Adds the spans that start with the token `first`, which can start a name.
fn extend(page: &Page<'_>, sent: &Sentence, first: usize, spans: &mut Vec<Range<usize>>) {
    // `Monday` or `Back` is no name by itself, unless a dictionary has one.
    if !page.is(first, Facts::NUMBER | Facts::STOP) {
        spans.push(first..first + 1);
    }
    let limit = sent.tokens.end.min(first + LONGEST);
    let mut between = 0;
    for i in first + 1..limit {
        if let Some(end) = legal_form(page, sent, i) {
            spans.push(first..end);
        }
        if ends_road(page, first, i) {
            spans.push(first..i + 1);
        }
        if page.is(i, Facts::HONORIFIC) && page.is(i - 1, Facts::CONNECTOR) {
            // `Mr. Li and Mrs. Wang`
            break;
        }
        if page.is(i, Facts::NAMELIKE | Facts::SUFFIX) || continues_hyphen(page, i) {
            spans.push(first..i + 1);
            between = 0;
        } else if page.is(i, Facts::NUMBER)
            && page.is(i - 1, Facts::PLACE_FIRST | Facts::PLACE_LAST)
        {
            spans.push(first..i + 1);
            break;
        } else if between < 2 && (may_join(page, i) || precedes_legal_form(page, sent, i)) {
            between += 1;
        } else {
            break;
        }
    }
}

/// Whether a token may stand between the words of a name.
fn may_join(page: &Page<'_>, i: usize) -> bool {
    let glued = page.scanned.token(i).gap == Gap::None;
    page.is(i, Facts::CONNECTOR | Facts::PARTICLE)
        || page.is(i, Facts::NUMBER) && page.formats.row(i).is_none()
        || page.is(i, Facts::HYPHEN) && glued
        || page.scanned.is_possessive(i) && glued
        || page.scanned.is_apostrophe(i) && glued && page.scanned.word(i - 1).ends_with('s')
}

/// Whether a name such as `al-Sadr` or `de Blasio` starts with a particle in lower case.
fn starts_particle(page: &Page<'_>, sent: &Sentence, i: usize) -> bool {
    let next = (i + 1..sent.tokens.end).find(|&j| !page.is(j, Facts::HYPHEN));
    page.is(i, Facts::LOWER)
        && page.is(i, Facts::PARTICLE)
        && next.is_some_and(|next| page.is(next, Facts::NAMELIKE))
}

/// Whether an ordinal starts a name of a unit, a court or a street: `1st Armored Division`, `9th
/// Avenue`.
fn starts_number(page: &Page<'_>, sent: &Sentence, i: usize) -> bool {
    let rest = i + 1..sent.tokens.end.min(i + 5);
    let head = Facts::ORGANIZATION_LAST | Facts::PLACE_LAST;
    page.is(i, Facts::NUMBER)
        && ["st", "nd", "rd", "th"].iter().any(|ending| page.scanned.word(i).ends_with(ending))
        && rest
            .take_while(|&j| page.is(j, Facts::NAMELIKE) && !page.is(j, Facts::NUMBER))
            .any(|j| page.is(j, head))
}

/// The end of a legal form of several tokens at `i`: `A/S`.
fn legal_form(page: &Page<'_>, sent: &Sentence, i: usize) -> Option<usize> {
    let (form, _) = page.scanned.hits.longest(i, Class::LegalForm)?;
    (form.end > i + 1 && form.end <= sent.tokens.end).then_some(form.end)
}

/// Whether a token is a comma with a legal form behind it: `Acme, Inc.`
fn precedes_legal_form(page: &Page<'_>, sent: &Sentence, i: usize) -> bool {
    page.scanned.is_mark(i, ",")
        && i + 1 < sent.tokens.end
        && page.is(i + 1, Facts::LEGAL_FORM)
        && page.is(i + 1, Facts::NAMELIKE)
}

/// Whether a token in lower case is the second half of a name such as `Seok-yeol`.
fn continues_hyphen(page: &Page<'_>, i: usize) -> bool {
    page.is(i, Facts::LOWER)
        && page.scanned.token(i).gap == Gap::None
        && page.is(i - 1, Facts::HYPHEN)
        && page.scanned.token(i - 1).gap == Gap::None
}
