//! Where each place lies: which row of its name is meant, decided for the whole document at once.
//!
//! `units` groups the mentions that mean one place, `readings` are the rows of their names, `stated`
//! is what the words beside them say, `context` what the rest of the document does, `decide` sums it
//! up. `parts` reads places inside longer names, and `lend` gives places that no dictionary has the
//! position of their town.

mod context;
mod decide;
mod divisions;
mod evidence;
mod home;
mod lend;
mod parts;
mod readings;
mod stated;
mod units;

use std::collections::HashMap;

use crate::annotators::Page;
use crate::entity::{Place, PlaceReading};
use crate::gazetteer::{Entry, Gazetteer, surface_hash};
use crate::label::Label;
use crate::options::Options;
use crate::resolve::Decision;

use context::Named;
use decide::Decider;
use divisions::Divisions;
use lend::{Lender, Loan};
use readings::Spot;
use units::Unit;

pub use evidence::PlaceEvidence;
pub use readings::distance_km;

/// How many readings of a name are explained.
const EXPLAINED: usize = 5;

/// The places of a document.
#[derive(Debug, Default)]
pub struct Places {
    /// The entity of each decision: as coreference linked them, but that a name of two places is two
    /// entities, and two names of one place are one. Numbered in the order of the text.
    pub links: Vec<usize>,
    /// The place of each entity that has one, with its canonical name, if a dictionary gives it.
    pub located: HashMap<usize, (Place, Option<String>)>,
}

/// Resolves the places among the decisions, which coreference linked.
pub fn resolve(
    page: &Page<'_>,
    gazetteer: &Gazetteer,
    decisions: &[Decision],
    links: &[usize],
    options: &Options,
) -> Places {
    let has_place = decisions.iter().any(|decision| decision.label == Label::Place);
    // The roles of persons name places too.
    let is_asked =
        [Label::Place, Label::Person].iter().any(|&label| options.labels.contains(label));
    if !has_place || !is_asked {
        return Places { links: links.to_vec(), ..Places::default() };
    }
    let units = units::gather(page, gazetteer, decisions, links);
    let named = Named::gather(page, gazetteer, decisions);
    let decider = Decider::new(&units, &named, options.home.as_ref());
    let around = options.explain.then(|| decider.surroundings());
    let (chosen, middle) = decider.choose();
    let lender = Lender::new(page, gazetteer, decisions, &units, &chosen, middle);
    let mut divisions = Divisions::new(gazetteer);
    let own: Vec<Option<Spot<'_>>> = (0..units.len())
        .map(|i| {
            let (best, _) = chosen[i].filter(|_| !units[i].is_part)?;
            Some(divisions.whole(units[i].spots[best]))
        })
        .collect();
    let found = units.iter().enumerate().map(|(i, unit)| {
        let confidence = chosen[i].map_or(0.0, |(_, confidence)| confidence);
        let mut place = match &own[i] {
            Some(spot) => Some(place(&mut divisions, spot, confidence)),
            None => lender.lend(i).map(|loan| lent(&mut divisions, &loan)),
        };
        if let (Some(place), Some(around)) = (&mut place, &around) {
            let explained = decider.explain(around, i, EXPLAINED).into_iter();
            place.readings = explained.map(|(i, sum)| reading(&unit.spots[i], sum)).collect();
        }
        (place, own[i].map(|spot| spot.name.to_owned()))
    });
    let found: Vec<_> = found.collect();
    let groups = group(page, decisions, &units, &own);
    number(links, &units, &groups, found)
}

/// Puts the places among the readings of a name in the order of what the dictionaries alone say for
/// each; the other readings stay where they are.
pub fn sort_by_prior(gazetteer: &Gazetteer, entries: &mut [Entry<'_>]) {
    let is_place = |entry: &Entry<'_>| entry.label() == Some(Label::Place);
    let first = entries.iter().position(is_place).unwrap_or(entries.len());
    let count = entries[first..].iter().take_while(|entry| is_place(entry)).count();
    let prior = |entry: &Entry<'_>| {
        let spots = readings::spots(gazetteer, std::iter::once(entry.reading()));
        let mut sum = evidence::Sum::default();
        spots.for_each(|spot| decide::add_prior(&spot, &mut sum));
        sum.total
    };
    entries[first..first + count].sort_by(|a, b| prior(b).total_cmp(&prior(a)));
}

/// What makes units one entity.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Identity {
    /// The place that they mean.
    GeoNames(u32),
    /// The row that they mean.
    Row(bool, u32),
    /// The name alone.
    Link(usize),
}

/// The identity of each unit, which means this place or none that a dictionary has.
fn group(
    page: &Page<'_>,
    decisions: &[Decision],
    units: &[Unit<'_>],
    own: &[Option<Spot<'_>>],
) -> Vec<Identity> {
    let identity = |unit: &Unit<'_>, spot: Option<&Spot<'_>>| match spot {
        Some(spot) if !is_half(page, decisions, unit, spot) => {
            let row = Identity::Row(spot.reading.is_user, spot.reading.posting.row);
            spot.geonames.map_or(row, Identity::GeoNames)
        }
        _ => Identity::Link(unit.link),
    };
    units.iter().zip(own).map(|(unit, spot)| identity(unit, spot.as_ref())).collect()
}

/// Whether a unit has half the name of its place, as `Tobago` of Trinidad and Tobago: the other half
/// is no name for it.
fn is_half(page: &Page<'_>, decisions: &[Decision], unit: &Unit<'_>, spot: &Spot<'_>) -> bool {
    let (Some(&mention), Some((one, other))) =
        (unit.mentions.first(), spot.name.split_once(" and "))
    else {
        return false;
    };
    let hash = page.scanned.hits.hash_of(decisions[mention].tokens.clone());
    [one, other].map(surface_hash).contains(&hash)
}

/// Numbers the entities in the order of the text, and gives each the place of its first unit that
/// has one.
fn number(
    links: &[usize],
    units: &[Unit<'_>],
    groups: &[Identity],
    found: Vec<(Option<Place>, Option<String>)>,
) -> Places {
    let mut identities: Vec<Identity> = links.iter().map(|&link| Identity::Link(link)).collect();
    for (unit, &identity) in units.iter().zip(groups) {
        unit.mentions.iter().for_each(|&mention| identities[mention] = identity);
    }
    let mut numbers: HashMap<Identity, usize> = HashMap::new();
    let mut places = Places::default();
    for identity in identities {
        let next = numbers.len();
        places.links.push(*numbers.entry(identity).or_insert(next));
    }
    for ((unit, identity), (place, name)) in units.iter().zip(groups).zip(found) {
        if let (Some(place), false) = (place, unit.mentions.is_empty()) {
            places.located.entry(numbers[identity]).or_insert((place, name));
        }
    }
    places
}

fn place<'a>(divisions: &mut Divisions<'a>, spot: &Spot<'a>, confidence: f64) -> Place {
    let division = divisions.of(spot);
    let code = division
        .and_then(|found| found.flags.split(',').find_map(|flag| flag.strip_prefix("code=")));
    Place {
        kind: spot.kind.to_owned(),
        country: known(spot.country),
        admin1: known(spot.admin1),
        admin1_code: code.map(str::to_owned),
        coordinates: spot.coordinates,
        population: Some(spot.population).filter(|&people| people > 0),
        geonames: spot.geonames,
        confidence,
        precision: None,
        readings: Vec::new(),
    }
}

/// The place of a name that has no row: where the place is that it lies in, or by.
fn lent<'a>(divisions: &mut Divisions<'a>, loan: &Loan<'a, '_>) -> Place {
    // A country says nothing of the spot.
    let is_country = loan.spot.is_country();
    Place {
        kind: loan.kind.to_owned(),
        coordinates: loan.spot.coordinates.filter(|_| !is_country),
        population: None,
        geonames: None,
        precision: Some(loan.precision).filter(|_| !is_country),
        ..place(divisions, &loan.spot, loan.confidence)
    }
}

fn reading(spot: &Spot<'_>, sum: evidence::Sum) -> PlaceReading {
    let mut pieces = sum.pieces.unwrap_or_default();
    pieces.sort_by(|a, b| b.1.total_cmp(&a.1));
    PlaceReading {
        name: spot.name.to_owned(),
        kind: spot.kind.to_owned(),
        country: known(spot.country),
        admin1: known(spot.admin1),
        geonames: spot.geonames,
        score: sum.total,
        evidence: pieces,
    }
}

fn known(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
