//! The canonical name of an entity, and what dictionaries say of organizations.

use super::Normalizer;
use crate::entity::Organization;
use crate::gazetteer::{Class, Row};
use crate::label::Label;
use crate::resolve::coreference::class_of;

/// The name that the dictionary gives; without one, the longest mention, as printed first.
pub fn canonical(normalizer: &Normalizer<'_>, entity: usize, row: Option<&Row<'_>>) -> String {
    if let Some(row) = row {
        return row.name().to_owned();
    }
    let texts = normalizer.mentions_of(entity).map(|decision| normalizer.text(decision));
    let longest =
        texts.reduce(|longest, text| if text.len() > longest.len() { text } else { longest });
    longest.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the row of an organization says of it.
pub fn organization(row: &Row<'_>) -> Organization {
    Organization { kind: row.field("kind"), country: row.field("country") }
}

/// The dictionary row of an entity: that of the first mention that has one.
pub fn row<'a>(normalizer: &'a Normalizer<'_>, entity: usize) -> Option<Row<'a>> {
    let hits = normalizer.page.scanned.hits;
    let mut mentions = normalizer.mentions_of(entity);
    let reading = mentions.find_map(|decision| {
        let wanted = class_of(decision.label);
        let mut readings = hits.of(decision.tokens.start, decision.tokens.end);
        readings.find(|reading| {
            let class = reading.posting.class;
            class == wanted
                || class == Class::User
                || class == Class::Registered && decision.label == Label::Organization
        })
    })?;
    Some(normalizer.gazetteer.row(reading))
}
