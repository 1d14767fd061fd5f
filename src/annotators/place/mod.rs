//! Places: the words that make a name a place's.

pub(super) mod roads;
mod rules;

use std::ops::Range;

pub use rules::{RULES, of_kind as rule_of_kind};

use super::{Facts, Page};
use crate::evidence::{Evidence as E, EvidenceSet};

/// Adds the evidence of place words and of places inside a longer name.
pub fn observe(page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
    set.insert_if(roads::is_road(page, tokens), E::IsRoad);
    if tokens.len() == 1 {
        return;
    }
    let (first, last) = (tokens.start, tokens.end - 1);
    set.insert_if(page.is(last, Facts::PLACE_LAST), E::PlaceHeadLast);
    set.insert_if(page.is(first, Facts::PLACE_FIRST), E::PlaceHeadFirst);
    set.insert_if(page.is(last, Facts::NUMBER), E::PlaceHeadThenNumber);
    set.insert_if(page.is(first, Facts::COMPASS), E::FirstIsCompass);
    let head_inside = (first..last).any(|i| page.is(i, Facts::PLACE_LAST));
    set.insert_if(head_inside, E::PlaceHeadInside);
    set.insert_if(page.is(first, Facts::PLACE_STARTS), E::FirstIsPlace);
    set.insert_if(page.is(last, Facts::PLACE_ENDS), E::LastIsPlace);
    set.insert_if((first + 1..last).any(|i| page.is(i, Facts::PLACE)), E::HasPlace);
}
