//! The names of an entity, and what dictionaries say of organizations.

use super::Normalizer;
use crate::entity::Organization;
use crate::gazetteer::{Class, Row};
use crate::label::Label;
use crate::resolve::Decision;
use crate::resolve::coreference::{class_of, name::Name};

/// The name that the dictionary gives; without one, the fullest mention, as printed first.
pub fn canonical(normalizer: &Normalizer<'_>, entity: usize, row: Option<&Row<'_>>) -> String {
    if let Some(row) = row {
        return row.name().to_owned();
    }
    let mentions = normalizer.mentions_of(entity).map(|decision| bare(normalizer, decision));
    let fullest =
        mentions.reduce(|best, (grade, text)| if grade > best.0 { (grade, text) } else { best });
    let text = one_line(fullest.map_or("", |(_, text)| text));
    let label = normalizer.mentions_of(entity).next().map(|decision| decision.label);
    let person = (label == Some(Label::Person)).then(|| given_first(normalizer, &text));
    person.flatten().unwrap_or(text)
}

/// `Brent Whitlock` for the `Whitlock, Brent` of a list.
fn given_first(normalizer: &Normalizer<'_>, text: &str) -> Option<String> {
    let (surname, given) = text.split_once(", ")?;
    let first = given.split(' ').next().unwrap_or_default();
    // Not `Jr.`
    let mut readings = normalizer.gazetteer.named(first);
    let is_given = readings.any(|reading| reading.posting.class == Class::GivenName);
    is_given.then(|| format!("{given} {surname}"))
}

/// How full a mention is, and its text without honorifics.
fn bare<'a>(
    normalizer: &'a Normalizer<'_>,
    decision: &Decision,
) -> ((usize, bool, usize), &'a str) {
    let scanned = &normalizer.page.scanned;
    let span = normalizer.span(decision);
    let (parts, start) = match decision.label {
        Label::Person => {
            let name = Name::parse(scanned, decision);
            (name.spelled_parts(scanned), scanned.token(name.start).span.start)
        }
        _ => (decision.tokens.len(), span.start),
    };
    let text = &scanned.text[start..span.end];
    // Headlines and bylines may be set in capitals.
    ((parts, text.chars().any(char::is_lowercase), text.len()), text)
}

/// The surfaces by which the document names an entity, but for its name, each once.
pub fn aliases(normalizer: &Normalizer<'_>, entity: usize, name: &str) -> Vec<String> {
    let mut aliases: Vec<String> = Vec::new();
    for decision in normalizer.mentions_of(entity) {
        let text = normalizer.text(decision);
        if text != name && !aliases.iter().any(|alias| alias == text) {
            let text = one_line(text);
            if text != name && !aliases.contains(&text) {
                aliases.push(text);
            }
        }
    }
    aliases
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the row of an organization says of it.
pub fn organization(row: &Row<'_>) -> Organization {
    Organization { kind: row.field("kind"), country: row.field("country") }
}

/// The dictionary row of an entity: that of its fullest mention that has one and is full enough to
/// tell. A surname may be many people's and an acronym may stand for something else.
pub fn row<'a>(normalizer: &'a Normalizer<'_>, entity: usize) -> Option<Row<'a>> {
    let scanned = &normalizer.page.scanned;
    let len = |decision: &Decision| decision.tokens.len();
    let longest = |best: usize, decision: &Decision| best.max(len(decision));
    let most = normalizer.mentions_of(entity).fold(0, longest);
    let fullest = normalizer.mentions_of(entity).find(|decision| len(decision) == most)?;
    let is_full = |decision: &Decision| Name::parse(scanned, decision).is_full();
    let tells = |decision: &Decision| match decision.label {
        Label::Person => len(decision) == most || !is_full(fullest) || is_full(decision),
        Label::Organization => {
            let first = |decision: &Decision| scanned.hits.hash(decision.tokens.start);
            first(decision) == first(fullest)
        }
        Label::Place | Label::Date => true,
    };
    let mut best: Option<(usize, Row<'a>)> = None;
    for decision in normalizer.mentions_of(entity).filter(|decision| tells(decision)) {
        if best.as_ref().is_some_and(|(known, _)| len(decision) <= *known) {
            continue;
        }
        let row = row_of(normalizer, decision);
        best = row.map(|row| (len(decision), row)).or(best);
        if best.as_ref().is_some_and(|(known, _)| *known == most) {
            break;
        }
    }
    best.map(|(_, row)| row)
}

/// The first dictionary row that holds a mention as what it was decided to be.
fn row_of<'a>(normalizer: &'a Normalizer<'_>, decision: &Decision) -> Option<Row<'a>> {
    let wanted = class_of(decision.label);
    let mut readings = normalizer.page.scanned.hits.of(decision.tokens.start, decision.tokens.end);
    let reading = readings.find(|reading| {
        let class = reading.posting.class;
        class == wanted
            || class == Class::User
            || class == Class::Registered && decision.label == Label::Organization
    })?;
    Some(normalizer.gazetteer.row(reading))
}
