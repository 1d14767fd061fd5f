//! Where a place is: which of the rows of its name is meant.

use super::Normalizer;
use crate::entity::Place;
use crate::gazetteer::user::label;
use crate::gazetteer::{Class, PlaceKind, Posting, Row};
use crate::label::Label;

/// The kind of a place whose row, one of the user's, gives none.
const UNKNOWN_KIND: &str = "place";

/// The place that an entity's mentions mean, if a dictionary holds one of them.
pub fn locate(normalizer: &Normalizer<'_>, entity: usize) -> Option<Place> {
    let mut mentions = normalizer.mentions_of(entity);
    mentions.find_map(|decision| {
        let hits = normalizer.page.scanned.hits;
        let readings = hits.of(decision.tokens.start, decision.tokens.end);
        let is_place = |posting: &Posting| match posting.class {
            Class::User => label(posting.code) == Some(Label::Place),
            class => class == Class::Place,
        };
        let rows = readings
            .filter(|reading| is_place(&reading.posting))
            .map(|reading| (reading.posting, normalizer.gazetteer.row(reading)));
        let container = container(normalizer, decision.tokens.end);
        let (_, row) = rows.max_by_key(|(posting, row)| rank(*posting, row, container.as_ref()))?;
        Some(place(&row))
    })
}

/// The place that stands behind a comma: `Paris, Texas`, `Tokyo, Japan`.
fn container<'a>(normalizer: &'a Normalizer<'_>, end: usize) -> Option<Row<'a>> {
    let scanned = &normalizer.page.scanned;
    if end + 1 >= scanned.tokens.tokens.len() || !scanned.is_mark(end, ",") {
        return None;
    }
    let hits = scanned.hits.starting_at(end + 1).iter().rev();
    let mut readings = hits.flat_map(|hit| scanned.hits.readings(hit));
    let is_container = |posting: &Posting| {
        let kind = PlaceKind::from_code(posting.code);
        posting.class == Class::Place && kind.is_some_and(|kind| kind <= PlaceKind::Region)
    };
    let reading = readings.find(|reading| is_container(&reading.posting))?;
    Some(normalizer.gazetteer.row(reading))
}

/// What makes one reading of a place's name likelier than another: that the user gives it, that it lies in the place named
/// behind it, then its kind, then its population.
fn rank(posting: Posting, row: &Row<'_>, container: Option<&Row<'_>>) -> (bool, bool, u8, u64) {
    let inside = container.is_some_and(|container| {
        let country = container.get("country");
        let region = match container.get("kind") {
            "region" if !container.get("admin1").is_empty() => container.get("admin1"),
            "region" => container.name(),
            _ => row.get("admin1"),
        };
        row.get("country") == country && row.get("admin1") == region
    });
    let place = PlaceKind::from_code(posting.code).filter(|_| posting.class == Class::Place);
    let grade = place.map_or(0, PlaceKind::prominence);
    (posting.class == Class::User, inside, grade, row.get("population").parse().unwrap_or(0))
}

fn place(row: &Row<'_>) -> Place {
    let text = |name| Some(row.get(name)).filter(|text| !text.is_empty());
    let degrees = |name| text(name).and_then(|text| text.parse().ok());
    Place {
        kind: text("kind").unwrap_or(UNKNOWN_KIND).to_owned(),
        country: text("country").map(str::to_owned),
        coordinates: degrees("latitude").zip(degrees("longitude")),
        geonames: text("geonames").and_then(|text| text.parse().ok()),
    }
}
