//! [`Surroundings`]: which countries, regions and spots a document speaks of, so far as it is known.

use std::collections::BTreeMap;

use crate::annotators::{HashedMap, Page};
use crate::gazetteer::{Class, Gazetteer};
use crate::label::Label;
use crate::resolve::Decision;

use super::readings::{Spot, distance_km, key};
use super::units::Unit;

/// What a nationality counts as context.
const DEMONYM_WEIGHT: f64 = 0.5;
/// What an organization with a country counts as context.
const ORGANIZATION_WEIGHT: f64 = 0.3;
/// A reading of this share is sure enough for others to lie near it.
const SURE: f64 = 0.7;
/// No more countries are kept for a sentence.
const MOST_IN_SENTENCE: usize = 64;
/// No more sure spots are kept for a cell of one degree.
const MOST_IN_CELL: usize = 16;

/// The countries that a document names other than by places.
#[derive(Debug, Default)]
pub struct Named {
    /// What each counts as context.
    countries: HashedMap<f64>,
    /// The countries of the nationalities in each sentence.
    sentences: HashedMap<Vec<u64>>,
}

impl Named {
    /// Gathers nationalities and organizations with a country.
    pub fn gather(page: &Page<'_>, gazetteer: &Gazetteer, decisions: &[Decision]) -> Self {
        let mut named = Self::default();
        let mut counts: BTreeMap<(u64, bool), usize> = BTreeMap::new();
        let scanned = &page.scanned;
        for (number, sent) in scanned.tokens.sentences.iter().enumerate() {
            for i in sent.tokens.clone().filter(|&i| scanned.token(i).is_capitalized()) {
                let hits = scanned.hits.starting_at(i).iter();
                let mut readings = hits.flat_map(|hit| scanned.hits.readings(hit));
                let demonym = readings.find(|reading| reading.posting.class == Class::Demonym);
                let country = demonym.and_then(|reading| gazetteer.fields(reading).nth(1));
                if let Some(country) = country.filter(|country| country.len() == 2) {
                    *counts.entry((key(country), true)).or_default() += 1;
                    named.sentences.entry(number as u64).or_default().push(key(country));
                }
            }
        }
        for decision in decisions.iter().filter(|d| d.label == Label::Organization) {
            let mut readings = scanned.hits.of(decision.tokens.start, decision.tokens.end);
            let known = readings.find(|reading| reading.posting.class == Class::Organization);
            let country = known.and_then(|reading| gazetteer.fields(reading).nth(3));
            if let Some(country) = country.filter(|country| country.len() == 2) {
                *counts.entry((key(country), false)).or_default() += 1;
            }
        }
        for ((country, is_demonym), count) in counts {
            let weight = if is_demonym { DEMONYM_WEIGHT } else { ORGANIZATION_WEIGHT };
            *named.countries.entry(country).or_default() += weight * (1.0 + (count as f64).ln());
        }
        named
    }
}

/// What a document speaks of, by the shares that the readings of its places have.
#[derive(Debug, Default)]
pub struct Surroundings {
    countries: HashedMap<f64>,
    regions: HashedMap<f64>,
    total: f64,
    /// Sure spots, in the order of their cells.
    sure: Vec<Sure>,
    /// The countries named in each sentence, each with its unit; none of nationalities.
    sentences: HashedMap<Vec<(u64, Option<usize>)>>,
}

/// A spot that is sure, with the number of its name.
#[derive(Clone, Copy, Debug)]
struct Sure {
    /// The row and column of its cell of one degree.
    cell: (i32, i32),
    point: (f64, f64),
    link: usize,
}

/// How much a unit itself adds to the surroundings: it must not speak for itself.
#[derive(Debug, Default)]
pub struct Own {
    countries: Vec<(u64, f64)>,
    regions: Vec<(u64, f64)>,
    total: f64,
}

/// How much of the surroundings lies in a reading's country and region.
#[derive(Clone, Copy, Debug)]
pub struct Presence {
    /// The mass in its country, and its share of all.
    pub country: (f64, f64),
    /// The mass in its region, and its share of all.
    pub region: (f64, f64),
}

fn add(list: &mut Vec<(u64, f64)>, key: u64, mass: f64) {
    match list.iter_mut().find(|(known, _)| *known == key) {
        Some((_, sum)) => *sum += mass,
        None => list.push((key, mass)),
    }
}

fn mass(list: &[(u64, f64)], key: u64) -> f64 {
    list.iter().find(|(known, _)| *known == key).map_or(0.0, |(_, mass)| *mass)
}

impl Own {
    /// Adds what a unit counts, with a share for each of its readings.
    pub fn add(&mut self, unit: &Unit<'_>, shares: &[f64]) {
        for (spot, share) in unit.spots.iter().zip(shares) {
            let added = share * unit.weight;
            if spot.country_key == 0 || added == 0.0 {
                continue;
            }
            self.total += added;
            add(&mut self.countries, spot.country_key, added);
            if spot.region_key != 0 {
                add(&mut self.regions, spot.region_key, added);
            }
        }
    }
}

impl Surroundings {
    /// Sums over all units, whose readings have these shares, and what is `named` beside them.
    pub fn gather(units: &[Unit<'_>], shares: &[Vec<f64>], named: &Named) -> Self {
        let mut all = Self { countries: named.countries.clone(), ..Self::default() };
        all.total = {
            let mut masses: Vec<f64> = all.countries.values().copied().collect();
            // In one order, for sums of floats depend on it.
            masses.sort_by(f64::total_cmp);
            masses.iter().sum()
        };
        for (&sentence, countries) in &named.sentences {
            let countries = countries.iter().map(|&country| (country, None)).take(MOST_IN_SENTENCE);
            all.sentences.entry(sentence).or_default().extend(countries);
        }
        for (number, (unit, shares)) in units.iter().zip(shares).enumerate() {
            let mut own = Own::default();
            own.add(unit, shares);
            all.total += own.total;
            own.countries.iter().for_each(|(key, m)| *all.countries.entry(*key).or_default() += m);
            own.regions.iter().for_each(|(key, m)| *all.regions.entry(*key).or_default() += m);
            let best = unit.spots.iter().zip(shares).max_by(|a, b| a.1.total_cmp(b.1));
            if let Some((spot, share)) = best
                && *share > SURE
            {
                all.add_sure(number, unit, spot);
            }
        }
        all.sure.sort_by_key(|sure| sure.cell);
        let cells = all.sure.chunk_by(|a, b| a.cell == b.cell);
        all.sure = cells.flat_map(|cell| cell.iter().take(MOST_IN_CELL).copied()).collect();
        all
    }

    fn add_sure(&mut self, number: usize, unit: &Unit<'_>, spot: &Spot<'_>) {
        if (spot.is_country() || spot.is_division()) && spot.country_key != 0 {
            for &sentence in &unit.sentences {
                let named = self.sentences.entry(sentence as u64).or_default();
                if named.len() < MOST_IN_SENTENCE {
                    named.push((spot.country_key, Some(number)));
                }
            }
        } else if let Some(point) = spot.coordinates.filter(|_| !spot.is_region()) {
            self.sure.push(Sure { cell: row_and_column(point), point, link: unit.link });
        }
    }

    /// How much of what the document speaks of, `own` aside, lies where a reading lies.
    pub fn presence(&self, spot: &Spot<'_>, own: &Own) -> Presence {
        let rest = (self.total - own.total).max(f64::EPSILON);
        let of = |all: f64, own: f64| {
            let mass = (all - own).max(0.0);
            (mass, (mass / rest).min(1.0))
        };
        let all = |masses: &HashedMap<f64>, key: u64| masses.get(&key).copied().unwrap_or(0.0);
        let (country, region) = (spot.country_key, spot.region_key);
        Presence {
            country: of(all(&self.countries, country), mass(&own.countries, country)),
            region: of(all(&self.regions, region), mass(&own.regions, region)),
        }
    }

    /// How far the nearest spot of another name is that is sure, if one is near at all.
    pub fn nearest_km(&self, spot: &Spot<'_>, link: usize) -> Option<f64> {
        let point = spot.coordinates?;
        let (row, column) = row_and_column(point);
        let first = self.sure.partition_point(|sure| sure.cell.0 < row - 1);
        let rows = self.sure[first..].iter().take_while(|sure| sure.cell.0 <= row + 1);
        let near = rows.filter(|sure| sure.link != link && sure.cell.1.abs_diff(column) <= 1);
        near.map(|sure| distance_km(point, sure.point)).min_by(f64::total_cmp)
    }

    /// Whether a sentence in which the unit stands names this country otherwise.
    pub fn names_country(&self, unit: &Unit<'_>, number: usize, country: u64) -> bool {
        let named =
            unit.sentences.iter().filter_map(|sentence| self.sentences.get(&(*sentence as u64)));
        let mut named = named.flatten();
        country != 0 && named.any(|(found, by)| *found == country && *by != Some(number))
    }
}

/// The cell of one degree in which a point lies.
fn row_and_column((latitude, longitude): (f64, f64)) -> (i32, i32) {
    (latitude.floor() as i32, longitude.floor() as i32)
}
