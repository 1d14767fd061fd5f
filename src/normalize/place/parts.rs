//! Places inside longer names: in those of organizations, which count as context (`Boston Globe`), and
//! in those of places that no dictionary has (`Seoul City Hall`).

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use crate::annotators::Page;
use crate::gazetteer::{Class, Gazetteer, PlaceKind, Reading};
use crate::label::Label;
use crate::resolve::Decision;

use super::readings::{Spot, spots};
use super::stated::kind_of_word;
use super::units::Unit;

/// No more places inside names of organizations are looked at.
const MOST_INSIDE: usize = 64;
/// What a place inside the name of an organization counts as context.
const INSIDE_WEIGHT: f64 = 0.4;
/// The readings of a name without the word for its kind, as `Hebei Province`, or else of the longest
/// place inside it, as `Seoul City Hall`; and whether it is such a part.
pub fn part_of_name<'a>(
    page: &Page<'_>,
    gazetteer: &'a Gazetteer,
    tokens: &Range<usize>,
) -> (Vec<Spot<'a>>, bool) {
    let hits = page.scanned.hits;
    let read = |first: usize, end: usize| {
        spots(gazetteer, hits.of(first, end).copied()).collect::<Vec<_>>()
    };
    let last = tokens.end - 1;
    let is_feature = [tokens.start, last].iter().any(|&i| is_feature_head(page, gazetteer, i));
    if tokens.len() < 2 || is_feature {
        return (Vec::new(), false);
    }
    if let Some(kind) = kind_of_word(&page.scanned.word(last).to_lowercase()) {
        let mut whole = read(tokens.start, last);
        whole.retain(|spot| kind.fits(spot) == Some(true));
        if !whole.is_empty() {
            return (whole, false);
        }
    }
    let starts = tokens.clone().flat_map(|first| hits.starting_at(first));
    let inside = starts.filter(|hit| {
        let is_word = (hit.first..hit.end)
            .filter(|&i| page.scanned.token(i).is_word())
            .all(|i| hits.word(i).any(is_generic));
        hit.end <= tokens.end && !is_word && hits.readings(hit).iter().any(is_known)
    });
    let longest = inside.max_by_key(|hit| (hit.end - hit.first, Reverse(hit.first)));
    let mut part = longest.map_or(Vec::new(), |hit| read(hit.first, hit.end));
    // `South Vienna` is a town of its own, `South London` a part of London.
    let is_half = page.scanned.token(last).is_word() && longest.is_some_and(|hit| hit.end > last);
    part.retain(|spot| {
        !is_half || matches!(spot.size, Some(PlaceKind::Metropolis | PlaceKind::City))
    });
    let is_part = !part.is_empty();
    (part, is_part)
}

/// The places inside the names of organizations, one each at the most.
pub fn inside_organizations<'a>(
    page: &Page<'_>,
    gazetteer: &'a Gazetteer,
    decisions: &[Decision],
) -> Vec<Unit<'a>> {
    let hits = page.scanned.hits;
    let mut seen = HashSet::new();
    let organizations = decisions.iter().filter(|d| d.label == Label::Organization);
    let inside = organizations.filter(|d| d.tokens.len() > 1).filter_map(|decision| {
        let mut starts = decision.tokens.clone();
        let hit = starts.find_map(|first| {
            let found = hits.starting_at(first).iter().rev();
            found.into_iter().find(|hit| {
                let is_part = hit.end < decision.tokens.end || first > decision.tokens.start;
                hit.end <= decision.tokens.end && is_part && hits.readings(hit).iter().any(is_known)
            })
        })?;
        seen.insert(hits.hash_of(hit.first..hit.end)).then_some(hit)
    });
    let units = inside.take(MOST_INSIDE).map(|hit| {
        let found = hits.of(hit.first, hit.end).copied();
        let spots: Vec<Spot<'a>> = spots(gazetteer, found).collect();
        Unit { link: usize::MAX, spots, weight: INSIDE_WEIGHT, ..Unit::default() }
    });
    units.collect()
}

/// Whether a token makes a name that of a natural feature: `Mount`, `River`.
fn is_feature_head(page: &Page<'_>, gazetteer: &Gazetteer, i: usize) -> bool {
    let mut heads = page.scanned.hits.word(i).filter(|r| r.posting.class == Class::PlaceHead);
    heads.any(|reading| gazetteer.fields(reading).nth(2) == Some("feature"))
}

/// Whether a reading makes a word one of those that names are made of: `Village`, `Western`.
fn is_generic(reading: &Reading) -> bool {
    use Class::{Context, EventHead, OrganizationHead, PlaceHead, Title};
    matches!(reading.posting.class, Context | EventHead | OrganizationHead | PlaceHead | Title)
}

/// Whether a reading is a place that an organization may be named after.
fn is_known(reading: &Reading) -> bool {
    let kind = PlaceKind::from_code(reading.posting.code);
    let named_after = kind.is_some_and(|kind| kind <= PlaceKind::Town);
    reading.is_place() && !reading.is_user && named_after
}
