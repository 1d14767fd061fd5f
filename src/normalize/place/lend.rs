//! [`Lender`]: the position of a town for what lies in it and has none of its own: a street, a hall,
//! a hamlet.

use std::collections::HashMap;

use crate::annotators::Page;
use crate::clean::SectionKind;
use crate::entity::Precision;
use crate::gazetteer::{Class, Gazetteer};
use crate::resolve::Decision;

use super::readings::Spot;
use super::units::Unit;

/// A lent position is less sure than the place that lends it.
const LENT: f64 = 0.8;
/// A position lent by a city in the sentence is less sure than that.
const LENT_BESIDE: f64 = 0.6;
/// A position lent for want of anything nearer is the least sure.
const LENT_BY_HOME: f64 = 0.4;
/// The kind of a place that no word tells.
const UNKNOWN_KIND: &str = "place";

/// A position that a place is lent.
pub struct Loan<'a, 'b> {
    /// The place that lends it.
    pub spot: Spot<'a>,
    /// The kind of the place that is lent it.
    pub kind: &'b str,
    /// How sure it is that the place lies there.
    pub confidence: f64,
    /// How near it lies.
    pub precision: Precision,
}

/// Finds the places that lend their positions.
pub struct Lender<'a, 'b> {
    page: &'b Page<'b>,
    gazetteer: &'b Gazetteer,
    decisions: &'b [Decision],
    units: &'b [Unit<'a>],
    chosen: &'b [Option<(usize, f64)>],
    /// The unit of the dateline's city.
    dateline: Option<usize>,
    /// The unit of the city that the document is about.
    middle: Option<usize>,
    /// The units of cities in each sentence, in the order of the text.
    cities: HashMap<usize, Vec<usize>>,
}

impl<'a, 'b> Lender<'a, 'b> {
    /// For units of which these readings were chosen, each with its confidence; `middle` is the unit
    /// of the city that the document is about.
    pub fn new(
        page: &'b Page<'b>,
        gazetteer: &'b Gazetteer,
        decisions: &'b [Decision],
        units: &'b [Unit<'a>],
        chosen: &'b [Option<(usize, f64)>],
        middle: Option<usize>,
    ) -> Self {
        let (dateline, cities) = (None, HashMap::new());
        let mut lender =
            Self { page, gazetteer, decisions, units, chosen, dateline, middle, cities };
        let sentences = &page.scanned.tokens.sentences;
        let found: Vec<usize> = (0..units.len()).filter(|&i| lender.city(i).is_some()).collect();
        for unit in found {
            for &sentence in &units[unit].sentences {
                lender.cities.entry(sentence).or_default().push(unit);
                if sentences[sentence].section == SectionKind::Dateline {
                    lender.dateline = lender.dateline.or(Some(unit));
                }
            }
        }
        lender
    }

    /// Where the places of a unit without rows of its own lie.
    pub fn lend(&self, unit: usize) -> Option<Loan<'a, 'b>> {
        let kind = self.kind(unit);
        let of = |(spot, sure): (Spot<'a>, f64), share: f64, precision: Precision| {
            let precision = if spot.is_region() { Precision::Region } else { precision };
            Loan { spot, kind, confidence: sure * share, precision }
        };
        let is_in_town = matches!(kind, "facility" | "district");
        let precision = if is_in_town { Precision::City } else { Precision::Region };
        if self.units[unit].is_part
            && let Some(found) = self.spot(unit)
        {
            return Some(of(found, LENT, Precision::City));
        }
        if let Some(found) = self.stated(unit) {
            return Some(of(found, LENT, Precision::City));
        }
        let sentences = self.units[unit].sentences.iter();
        let beside = sentences.filter_map(|sentence| self.cities.get(sentence)).flatten().next();
        if let Some(found) = beside.and_then(|&city| self.city(city)) {
            return Some(of(found, LENT_BESIDE, precision));
        }
        let dateline = self.dateline.filter(|_| is_in_town);
        let home = dateline.or(self.middle).filter(|_| kind != "feature")?;
        Some(of(self.city(home)?, LENT_BY_HOME, precision))
    }

    /// The place that is named behind a unit's, or near it.
    fn stated(&self, unit: usize) -> Option<(Spot<'a>, f64)> {
        let unit = &self.units[unit];
        let decided = unit.beside.iter().filter_map(|&other| self.spot(other));
        let is_named = |spot: &Spot<'a>| {
            unit.stated
                .iter()
                .chain(&unit.near)
                .flatten()
                .any(|named| named.reading == spot.reading)
        };
        let mut holders = decided.filter(|(spot, _)| is_named(spot));
        let rows = unit.stated.iter().chain(&unit.near).find_map(|spots| sole(spots));
        holders.next().or_else(|| rows.map(|spot| (spot, LENT)))
    }

    fn spot(&self, unit: usize) -> Option<(Spot<'a>, f64)> {
        self.chosen[unit].map(|(best, confidence)| (self.units[unit].spots[best], confidence))
    }

    fn city(&self, unit: usize) -> Option<(Spot<'a>, f64)> {
        self.spot(unit).filter(|(spot, _)| spot.is_city() && !self.units[unit].mentions.is_empty())
    }

    /// The kind that the last word of the first mention tells, or the first.
    fn kind(&self, unit: usize) -> &'b str {
        let Some(&mention) = self.units[unit].mentions.first() else { return UNKNOWN_KIND };
        let tokens = &self.decisions[mention].tokens;
        let hits = self.page.scanned.hits;
        let heads = [tokens.end - 1, tokens.start].into_iter().flat_map(|i| hits.word(i));
        let mut heads = heads.filter(|reading| reading.posting.class == Class::PlaceHead);
        match heads.find_map(|reading| self.gazetteer.fields(reading).nth(2)) {
            Some("street") => "facility",
            Some(kind) => kind,
            None => UNKNOWN_KIND,
        }
    }
}

/// The division or country that a name is, if it is one only.
fn sole<'a>(spots: &[Spot<'a>]) -> Option<Spot<'a>> {
    let mut holders = spots.iter().filter(|spot| spot.is_division() || spot.is_country());
    holders.next().filter(|_| holders.next().is_none()).copied()
}
