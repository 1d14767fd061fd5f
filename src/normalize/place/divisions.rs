//! [`Divisions`]: the rows of the first-order divisions in which the places of a document lie.

use crate::annotators::HashedMap;
use crate::gazetteer::Gazetteer;

use super::readings::{Spot, spots};

/// Looks divisions up, each once.
pub struct Divisions<'a> {
    gazetteer: &'a Gazetteer,
    /// By the key of the region.
    known: HashedMap<Option<Spot<'a>>>,
}

impl<'a> Divisions<'a> {
    /// None is known yet.
    pub fn new(gazetteer: &'a Gazetteer) -> Self {
        Self { gazetteer, known: HashedMap::default() }
    }

    /// The row of the first-order division that a reading lies in or is.
    pub fn of(&mut self, spot: &Spot<'a>) -> Option<Spot<'a>> {
        if spot.admin1.is_empty() {
            return None;
        }
        let gazetteer = self.gazetteer;
        let find = || {
            let mut named = spots(gazetteer, gazetteer.named(spot.admin1));
            named.find(|found| {
                let is_code = found.flags.starts_with("code=");
                found.country == spot.country && found.is_division() && is_code
            })
        };
        match spot.region_key {
            0 => find(),
            key => *self.known.entry(key).or_insert_with(find),
        }
    }

    /// The row of the division that an abbreviation stands for; any other reading as it is.
    pub fn whole(&mut self, spot: Spot<'a>) -> Spot<'a> {
        match spot.is_division() && spot.geonames.is_none() {
            true => self.of(&spot).unwrap_or(spot),
            false => spot,
        }
    }
}
