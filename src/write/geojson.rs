//! The places of a whole run as one GeoJSON FeatureCollection (RFC 7946): a feature for each place,
//! with how often and in which documents it is mentioned.
//!
//! Documents are not kept: memory grows with the places and with the ids of the documents that name
//! each, and with nothing else.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use super::place::{DivisionRecord, SourceRecord};
use crate::entity::{Annotations, Place};

/// A place that a document names.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceUse {
    name: String,
    place: Option<Place>,
    mentions: usize,
}

/// The places of the documents so far.
#[derive(Debug, Default)]
pub struct FeatureCollection {
    features: Vec<Feature>,
    by_key: HashMap<Key, usize>,
}

/// What makes the places of two documents one feature.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Key {
    GeoNames(u32),
    /// Its name, and where it lies in millionths of a degree.
    Spot(String, Option<(i64, i64)>),
}

#[derive(Debug)]
struct Feature {
    place: PlaceUse,
    documents: Vec<String>,
}

#[derive(Serialize)]
struct CollectionRecord<'a> {
    r#type: &'static str,
    features: Vec<FeatureRecord<'a>>,
}

#[derive(Serialize)]
struct FeatureRecord<'a> {
    r#type: &'static str,
    /// Null if it is not known where the place lies.
    geometry: Option<Geometry>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Geometry {
    r#type: &'static str,
    /// Longitude, then latitude.
    coordinates: [f64; 2],
}

#[derive(Serialize)]
struct Properties<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(flatten)]
    division: Option<DivisionRecord<'a>>,
    #[serde(flatten)]
    source: Option<SourceRecord>,
    mentions: usize,
    documents: &'a [String],
}

/// The places that a document names.
pub fn place_uses(found: &Annotations) -> Vec<PlaceUse> {
    let places = found.entities.iter().filter(|entity| entity.label == crate::Label::Place);
    let uses = places.map(|entity| PlaceUse {
        name: entity.name.clone(),
        place: entity.place.clone(),
        mentions: entity.mentions.len(),
    });
    uses.collect()
}

impl FeatureCollection {
    /// Adds the places of the document `id`.
    pub fn add(&mut self, id: &str, uses: Vec<PlaceUse>) {
        for place in uses {
            let next = self.features.len();
            let at = *self.by_key.entry(place.key()).or_insert(next);
            if at == next {
                self.features.push(Feature { place, documents: vec![id.to_owned()] });
                continue;
            }
            let feature = &mut self.features[at];
            feature.place.mentions += place.mentions;
            if feature.documents.last().is_none_or(|last| last != id) {
                feature.documents.push(id.to_owned());
            }
        }
    }

    /// The collection, its features in the order of their first mentions.
    pub fn to_value(&self) -> Value {
        let features = self.features.iter().map(FeatureRecord::new).collect();
        let record = CollectionRecord { r#type: "FeatureCollection", features };
        serde_json::to_value(record).expect("records have string keys and finite numbers")
    }
}

impl PlaceUse {
    fn key(&self) -> Key {
        let place = self.place.as_ref();
        match place.and_then(|place| place.geonames) {
            Some(id) => Key::GeoNames(id),
            None => {
                let millionths = |degrees: f64| (degrees * 1e6).round() as i64;
                let point = place.and_then(|place| place.coordinates);
                let point = point.map(|(lat, lon)| (millionths(lat), millionths(lon)));
                Key::Spot(self.name.clone(), point)
            }
        }
    }
}

impl<'a> FeatureRecord<'a> {
    fn new(feature: &'a Feature) -> Self {
        let place = feature.place.place.as_ref();
        let point = place.and_then(|place| place.coordinates);
        Self {
            r#type: "Feature",
            geometry: point.map(|(lat, lon)| Geometry { r#type: "Point", coordinates: [lon, lat] }),
            properties: Properties {
                name: &feature.place.name,
                kind: place.map(|place| place.kind.as_str()),
                country: place.and_then(|place| place.country.as_deref()),
                division: place.map(DivisionRecord::new),
                source: place.map(SourceRecord::new),
                mentions: feature.place.mentions,
                documents: &feature.documents,
            },
        }
    }
}
