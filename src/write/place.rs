//! The wire types of where a place is, shared by the formats that tell of places.

use serde::Serialize;

use super::record::{EvidenceRecord, evidence, round};
use crate::entity::{Place, PlaceReading, Precision};

/// Where a place is.
#[derive(Debug, Serialize)]
pub struct PlaceRecord<'a> {
    #[serde(flatten)]
    division: DivisionRecord<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
    #[serde(flatten)]
    source: SourceRecord,
    confidence: f64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    readings: Vec<PlaceReadingRecord<'a>>,
}

/// The first-order division in which a place lies, in each format that tells of places.
#[derive(Debug, Serialize)]
pub struct DivisionRecord<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    admin1: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    admin1_code: Option<&'a str>,
}

/// What the dictionaries have on a place, in each format that tells of places.
#[derive(Debug, Serialize)]
pub struct SourceRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geonames: Option<u32>,
}

/// A place that a name may mean.
#[derive(Debug, Serialize)]
struct PlaceReadingRecord<'a> {
    name: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    admin1: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geonames: Option<u32>,
    evidence: Vec<EvidenceRecord>,
    score: f64,
}

impl<'a> PlaceRecord<'a> {
    /// The record of `place`, with what else its name may mean if that is to be explained.
    pub fn new(place: &'a Place, explain: bool) -> Self {
        Self {
            division: DivisionRecord::new(place),
            latitude: place.coordinates.map(|(latitude, _)| latitude),
            longitude: place.coordinates.map(|(_, longitude)| longitude),
            source: SourceRecord::new(place),
            confidence: round(place.confidence),
            readings: place
                .readings
                .iter()
                .filter(|_| explain)
                .map(PlaceReadingRecord::new)
                .collect(),
        }
    }
}

impl<'a> DivisionRecord<'a> {
    /// The division of `place`.
    pub fn new(place: &'a Place) -> Self {
        Self { admin1: place.admin1.as_deref(), admin1_code: place.admin1_code.as_deref() }
    }
}

impl SourceRecord {
    /// What is known of `place`.
    pub fn new(place: &Place) -> Self {
        Self {
            precision: place.precision.map(Precision::name),
            population: place.population,
            geonames: place.geonames,
        }
    }
}

impl<'a> PlaceReadingRecord<'a> {
    fn new(reading: &'a PlaceReading) -> Self {
        Self {
            name: &reading.name,
            kind: &reading.kind,
            country: reading.country.as_deref(),
            admin1: reading.admin1.as_deref(),
            geonames: reading.geonames,
            evidence: evidence(&reading.evidence),
            score: round(reading.score),
        }
    }
}
