//! The canonical name of an entity, and what dictionaries say of organizations.

use super::Normalizer;
use crate::entity::Organization;
use crate::gazetteer::{Class, Row};
use crate::label::Label;
use crate::resolve::coreference::class_of;

/// The name that the dictionary gives; without one, the longest mention, as printed first.
pub fn canonical(normalizer: &Normalizer<'_>, entity: usize) -> String {
    if let Some(row) = row(normalizer, entity) {
        return row.name().to_owned();
    }
    let texts = normalizer.mentions_of(entity).map(|decision| normalizer.text(decision));
    let longest =
        texts.reduce(|longest, text| if text.len() > longest.len() { text } else { longest });
    longest.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Kind and country of an organization.
pub fn organization(normalizer: &Normalizer<'_>, entity: usize) -> Option<Organization> {
    let row = row(normalizer, entity)?;
    let field = |name| Some(row.get(name)).filter(|text| !text.is_empty()).map(str::to_owned);
    Some(Organization { kind: field("kind"), country: field("country") })
}

/// The Wikidata item of an entity.
pub fn wikidata(normalizer: &Normalizer<'_>, entity: usize) -> Option<String> {
    let item = row(normalizer, entity)?.get("wikidata");
    (!item.is_empty()).then(|| item.to_owned())
}

/// The id that the user's own dictionary gives an entity; no built-in dictionary has that column.
pub fn user_id(normalizer: &Normalizer<'_>, entity: usize) -> Option<String> {
    let id = row(normalizer, entity)?.get("id");
    (!id.is_empty()).then(|| id.to_owned())
}

/// The dictionary row of an entity: that of the first mention that has one.
fn row<'a>(normalizer: &'a Normalizer<'_>, entity: usize) -> Option<Row<'a>> {
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
