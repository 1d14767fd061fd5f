//! [`Lender`]: the position of a town for what lies in it and has none of its own: a street, a hall,
//! a hamlet.

use crate::annotators::Page;
use crate::clean::SectionKind;
use crate::gazetteer::{Class, Gazetteer};
use crate::resolve::Decision;

use super::readings::Spot;
use super::units::Unit;

/// A lent position is less sure than the place that lends it.
const LENT: f64 = 0.8;
/// A position lent for want of anything nearer is less sure than that.
const LENT_BY_DATELINE: f64 = 0.5;
/// The kind of a place that no word tells.
const UNKNOWN_KIND: &str = "place";

/// Finds the places that lend their positions.
pub struct Lender<'a, 'b> {
    page: &'b Page<'b>,
    gazetteer: &'b Gazetteer,
    decisions: &'b [Decision],
    units: &'b [Unit<'a>],
    chosen: &'b [Option<(usize, f64)>],
    /// The unit of the dateline's city.
    dateline: Option<usize>,
}

impl<'a, 'b> Lender<'a, 'b> {
    /// For units of which these readings were chosen, each with its confidence.
    pub fn new(
        page: &'b Page<'b>,
        gazetteer: &'b Gazetteer,
        decisions: &'b [Decision],
        units: &'b [Unit<'a>],
        chosen: &'b [Option<(usize, f64)>],
    ) -> Self {
        let mut lender = Self { page, gazetteer, decisions, units, chosen, dateline: None };
        let sentences = &page.scanned.tokens.sentences;
        let is_dateline = |&sentence: &usize| sentences[sentence].section == SectionKind::Dateline;
        let mut in_dateline =
            (0..units.len()).filter(|&i| units[i].sentences.iter().any(is_dateline));
        lender.dateline = in_dateline.find(|&i| lender.city(i).is_some());
        lender
    }

    /// Where the places of a unit without rows of its own lie, what kind they are, and how sure
    /// that is.
    pub fn place(&self, unit: usize) -> Option<(Spot<'a>, &'b str, f64)> {
        let kind = self.kind(unit);
        if let Some((spot, confidence)) = self.spot(unit) {
            return Some((spot, kind, confidence * LENT));
        }
        let stated = self.units[unit].stated.iter().chain(&self.units[unit].near);
        // What holds it is a unit too, and decided; the rows alone do not tell which is meant.
        let named: Vec<&Spot<'a>> = stated.flatten().collect();
        let holder = self
            .units
            .iter()
            .enumerate()
            .skip(unit)
            .take(NEXT_UNITS)
            .chain(self.units.iter().enumerate().take(unit).rev().take(NEXT_UNITS));
        let mut holders = holder.filter_map(|(i, _)| self.spot(i).filter(|_| i != unit));
        if let Some((spot, confidence)) =
            holders.find(|(spot, _)| named.iter().any(|named| named.reading == spot.reading))
        {
            return Some((spot, kind, confidence * LENT));
        }
        let is_in_town = matches!(kind, "facility" | "district");
        let (spot, confidence) = self.city(self.dateline.filter(|_| is_in_town)?)?;
        Some((spot, kind, confidence * LENT_BY_DATELINE))
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

/// How many units before and after one are asked whether they hold it.
const NEXT_UNITS: usize = 50;
