//! Which reading of each unit is meant: the one with the largest sum of evidence, in three rounds,
//! each with what the round before found of the other places.

use crate::gazetteer::PlaceKind;
use crate::options::Home;

use super::context::{Named, Own, Surroundings};
use super::evidence::{PlaceEvidence as E, Sum};
use super::readings::{Spot, distance_km};
use super::units::Unit;

/// How often the readings are weighed with what is known of the others.
const ROUNDS: usize = 2;
/// What a sea, a continent or a region of several countries is taken to have.
const PEOPLE_OF_BORDERLESS: f64 = 1e8;
/// What a place is taken to have that is in a list written for news.
const PEOPLE_OF_LISTED: f64 = 200_000.0;
/// What a place from a large table is taken to have.
const PEOPLE_OF_UNCOUNTED: f64 = 20_000.0;
/// A city of so many people is known far away.
const LARGE_TOWN: u64 = 50_000;
/// A reading of this share is sure enough to be the middle of a document.
const SURE: f64 = 0.7;
/// The share of a document that lies in the region that it speaks of.
const REGION_OF_MOST: f64 = 0.4;
/// How much the places of a document's region count at the least.
const FEWEST_OTHERS: f64 = 3.0;
/// What the smallest village is taken to have.
const FEWEST_PEOPLE: f64 = 100.0;
/// From so many kilometers on, nearness to a sure place fades by e.
const NEAR_KM: f64 = 60.0;
/// From so many kilometers on, nearness to home fades by e.
const HOME_KM: f64 = 150.0;
/// What a place named elsewhere says if another was named before it.
const SECOND_SENSE: f64 = 0.3;
/// What a longer form of the name says: not all that is called so is meant by the short form.
const FULL_NAME: f64 = 0.5;
/// What a place named elsewhere says of mentions before it.
const BEFORE_STATED: f64 = 0.4;

/// The readings of each unit weighed.
pub struct Decider<'a, 'b> {
    units: &'b [Unit<'a>],
    named: &'b Named,
    home: Option<&'b Home>,
    /// For each unit, the share of each reading.
    shares: Vec<Vec<f64>>,
    /// For each unit and reading, what does not change from round to round.
    fixed: Vec<Vec<f64>>,
}

impl<'a, 'b> Decider<'a, 'b> {
    /// Weighs the readings of all units.
    pub fn new(units: &'b [Unit<'a>], named: &'b Named, home: Option<&'b Home>) -> Self {
        let mut decider = Self { units, named, home, shares: Vec::new(), fixed: Vec::new() };
        let fixed = units.iter().map(|unit| {
            let sums =
                unit.spots.iter().enumerate().map(|(i, _)| decider.fixed(unit, i, false).total);
            sums.collect()
        });
        decider.fixed = fixed.collect();
        decider.shares = decider.fixed.iter().map(|sums| shares(sums)).collect();
        for _ in 0..ROUNDS {
            let around = decider.surroundings();
            let weighed = units.iter().enumerate().map(|(number, unit)| {
                if unit.spots.len() < 2 {
                    // There is nothing to choose.
                    return vec![1.0; unit.spots.len()];
                }
                let own = decider.own(number);
                let sums: Vec<f64> = (0..unit.spots.len())
                    .map(|i| {
                        let mut sum = Sum::new(false);
                        decider.add_context(&around, number, &own, i, &mut sum);
                        decider.fixed[number][i] + sum.total
                    })
                    .collect();
                shares(&sums)
            });
            decider.shares = weighed.collect();
        }
        decider
    }

    /// The place that each unit means, and how sure that is; none of a unit that more likely names
    /// a place that no dictionary lists, in the region that the document speaks of.
    pub fn choose(&self) -> (Vec<Option<(usize, f64)>>, Option<usize>) {
        let around = self.surroundings();
        let middle = self.middle(&around);
        let chosen = (0..self.units.len()).map(|number| {
            let unit = &self.units[number];
            let best = self.best(number)?;
            let spot = &unit.spots[best.0];
            let far = middle.is_some_and(|middle| {
                let is_small = spot.is_city() && spot.population < LARGE_TOWN;
                is_small && self.sum(&around, number, best.0) < self.unlisted(&around, middle, unit)
            });
            (!far).then_some(best)
        });
        (chosen.collect(), middle)
    }

    /// What a unit adds to its surroundings. `Paris, Texas` does not speak for a `Paris` before it,
    /// nor does the `Texas` there.
    fn own(&self, number: usize) -> Own {
        let mut own = Own::default();
        own.add(&self.units[number], &self.shares[number]);
        for &other in self.units[number].elsewhere.iter().filter(|_| self.units[number].is_early) {
            own.add(&self.units[other], &self.shares[other]);
            for &beside in &self.units[other].beside {
                own.add(&self.units[beside], &self.shares[beside]);
            }
        }
        own
    }

    /// The sum of the evidence for a reading.
    fn sum(&self, around: &Surroundings, number: usize, i: usize) -> f64 {
        let own = self.own(number);
        let mut sum = Sum::new(false);
        self.add_context(around, number, &own, i, &mut sum);
        self.fixed[number][i] + sum.total
    }

    /// What the document speaks of, as far as it is known.
    pub fn surroundings(&self) -> Surroundings {
        Surroundings::gather(self.units, &self.shares, self.named)
    }

    /// The unit of a city in the region that most of the document speaks of, if there is such a
    /// region: the dateline's, else the one that counts most.
    fn middle(&self, around: &Surroundings) -> Option<usize> {
        let sure = (0..self.units.len()).filter(|&i| {
            let (unit, shares) = (&self.units[i], &self.shares[i]);
            let mut spots = unit.spots.iter().zip(shares);
            let is_sure = spots.any(|(spot, &share)| {
                let region = around.presence(spot, &Own::default()).region;
                share > SURE
                    && spot.is_city()
                    && region.1 > REGION_OF_MOST
                    && region.0 > FEWEST_OTHERS
            });
            is_sure && !unit.mentions.is_empty()
        });
        let weight = |i: usize| self.units[i].weight;
        // Of equal units, the first.
        sure.reduce(|best, i| if weight(i) > weight(best) { i } else { best })
    }

    /// The sum of a place of the document's own region that no dictionary lists.
    fn unlisted(&self, around: &Surroundings, middle: usize, unit: &Unit<'a>) -> f64 {
        let Some((best, _)) = self.best(middle) else { return f64::NEG_INFINITY };
        let (spot, mut sum) = (&self.units[middle].spots[best], Sum::new(false));
        sum.add(E::Unlisted, 1.0);
        let own = Own::default();
        self.add_presence(around, spot, &own, &mut sum);
        if unit.stated.is_empty() && unit.near.is_empty() { sum.total } else { f64::NEG_INFINITY }
    }

    /// The index of the reading that a unit means, and how sure that is.
    pub fn best(&self, number: usize) -> Option<(usize, f64)> {
        let (spots, shares) = (&self.units[number].spots, &self.shares[number]);
        // Of equal readings, the first.
        let best =
            (0..spots.len()).reduce(|best, i| if shares[i] > shares[best] { i } else { best })?;
        let same = spots.iter().zip(shares).filter(|(spot, _)| spot.is_same(&spots[best]));
        Some((best, same.map(|(_, share)| share).sum::<f64>().min(1.0)))
    }

    /// The readings of a unit that weigh most, with their evidence; at most `limit`.
    pub fn explain(&self, around: &Surroundings, number: usize, limit: usize) -> Vec<(usize, Sum)> {
        let unit = &self.units[number];
        let own = self.own(number);
        let mut order: Vec<usize> = (0..unit.spots.len()).collect();
        order.sort_by(|&a, &b| self.shares[number][b].total_cmp(&self.shares[number][a]));
        let explained = order.into_iter().take(limit).map(|i| {
            let mut sum = self.fixed(unit, i, true);
            self.add_context(around, number, &own, i, &mut sum);
            (i, sum)
        });
        explained.collect()
    }

    /// What the dictionaries, the words beside it and the user say of a reading.
    fn fixed(&self, unit: &Unit<'a>, i: usize, keeps: bool) -> Sum {
        let spot = &unit.spots[i];
        let mut sum = Sum::new(keeps);
        add_prior(spot, &mut sum);
        self.add_stated(unit, spot, &mut sum);
        if let Some(home) = self.home {
            sum.add_if(home.country.as_deref() == Some(spot.country), E::HomeCountry);
            let region = home.country.as_deref() == Some(spot.country)
                && home.admin1.as_deref() == Some(spot.admin1);
            sum.add_if(region, E::HomeRegion);
            let distance =
                home.near.zip(spot.coordinates).map(|(one, other)| distance_km(one, other));
            sum.add(E::NearHome, distance.map_or(0.0, |km| (-km / HOME_KM).exp()));
        }
        sum
    }

    /// What the words beside the mentions say.
    fn add_stated(&self, unit: &Unit<'a>, spot: &Spot<'a>, sum: &mut Sum) {
        let holds = |containers: &[Vec<Spot<'a>>]| {
            containers.iter().flatten().find(|container| spot.is_inside(container)).copied()
        };
        if let Some(container) = holds(&unit.stated) {
            sum.add(E::Stated, unit.comma(&container));
        }
        sum.add_if(holds(&unit.near).is_some(), E::StatedNear);
        let mut senses = unit.elsewhere.iter().map(|&other| &self.units[other].stated);
        if let Some(sense) = senses.position(|stated| holds(stated).is_some()) {
            let early = if unit.is_early { BEFORE_STATED } else { 1.0 };
            sum.add(E::StatedElsewhere, early * if sense == 0 { 1.0 } else { SECOND_SENSE });
        }
        if unit.full.contains(&spot.reading) {
            sum.add(E::StatedElsewhere, FULL_NAME);
        }
        if !unit.held.is_empty() && self.holds_one(unit, spot) {
            sum.add(E::Holds, if spot.is_city() { BEFORE_STATED } else { 1.0 });
        }
        sum.add_if(self.has_peer(unit, spot), E::BesidePeer);
        if let Some(fits) = unit.kind.and_then(|kind| kind.fits(spot)) {
            sum.add(if fits { E::KindAgrees } else { E::KindDiffers }, 1.0);
        }
        sum.add_if(unit.compass && (spot.is_country() || spot.is_region()), E::Compass);
    }

    /// Whether a place that is named before this one has a reading inside it.
    fn holds_one(&self, unit: &Unit<'a>, spot: &Spot<'a>) -> bool {
        let mut held = unit.held.iter().flat_map(|&other| &self.units[other].spots);
        held.any(|inner| inner.is_inside(spot) && !(inner.is_city() && spot.is_city()))
    }

    /// Whether a country stands beside a country in a list, or a division beside one of its country.
    fn has_peer(&self, unit: &Unit<'a>, spot: &Spot<'a>) -> bool {
        let mut beside = unit.beside.iter().flat_map(|&other| &self.units[other].spots);
        beside.any(|other| {
            spot.is_country() && other.is_country()
                || spot.is_division() && other.is_division() && spot.country == other.country
        })
    }

    /// What the rest of the document says of a reading.
    fn add_context(
        &self,
        around: &Surroundings,
        number: usize,
        own: &Own,
        i: usize,
        sum: &mut Sum,
    ) {
        let unit = &self.units[number];
        let spot = &unit.spots[i];
        if spot.country_key == 0 {
            return;
        }
        self.add_presence(around, spot, own, sum);
        let nearest = around.nearest_km(spot, unit.link);
        sum.add(E::NearSure, nearest.map_or(0.0, |km| (-km / NEAR_KM).exp()));
        sum.add_if(around.names_country(unit, number, spot.country_key), E::SentenceCountry);
    }

    /// How much of the document lies in a reading's country and region.
    fn add_presence(&self, around: &Surroundings, spot: &Spot<'a>, own: &Own, sum: &mut Sum) {
        let presence = around.presence(spot, own);
        let named = |mass: f64| mass / (mass + 1.0);
        sum.add(E::CountryNamed, named(presence.country.0));
        sum.add(E::CountryShare, presence.country.1);
        if !spot.admin1.is_empty() {
            sum.add(E::RegionNamed, named(presence.region.0));
            sum.add(E::RegionShare, presence.region.1);
        }
    }
}

/// What the dictionaries say of a reading.
pub fn add_prior(spot: &Spot<'_>, sum: &mut Sum) {
    let is_counted = spot.population > 0 || spot.is_city();
    let people = match spot.population {
        _ if is_counted => (spot.population as f64).max(FEWEST_PEOPLE),
        _ if spot.country.is_empty() && spot.coordinates.is_some() => PEOPLE_OF_BORDERLESS,
        _ if spot.flags.is_empty() && spot.coordinates.is_some() => PEOPLE_OF_LISTED,
        _ => PEOPLE_OF_UNCOUNTED,
    };
    sum.add(E::Population, people.log10());
    sum.add_if(spot.is_country(), E::Country);
    sum.add_if(spot.has("capital"), E::Capital);
    sum.add_if(spot.is_division(), E::Region);
    sum.add_if(spot.size == Some(PlaceKind::District) && spot.population > 0, E::District);
    sum.add_if(spot.has("former"), E::Former);
    sum.add_if(spot.coordinates.is_none(), E::NoPosition);
    sum.add_if(spot.reading.is_user, E::UserEntry);
}

/// The share of each sum, as of the exponents.
fn shares(sums: &[f64]) -> Vec<f64> {
    let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = sums.iter().map(|sum| (sum - most).exp()).collect();
    let total: f64 = powers.iter().sum();
    powers.iter().map(|power| power / total).collect()
}
