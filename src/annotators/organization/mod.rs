//! Organizations: the words that make a name an organization's, and acronyms.

mod rules;

use std::ops::Range;

pub use rules::RULES;

use super::{Facts, Page};
use crate::evidence::{Evidence as E, EvidenceSet};

/// A word that names of organizations start or end with.
const ORGANIZATION_HEAD: Facts = Facts::ORGANIZATION_FIRST.or(Facts::ORGANIZATION_LAST);

/// Adds the evidence of organization words, legal forms, connectors and events.
pub fn observe(page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
    if tokens.len() == 1 {
        return;
    }
    let (first, last) = (tokens.start, tokens.end - 1);
    let inside = first + 1..last;
    set.insert_if(page.is(first, Facts::ORGANIZATION_FIRST), E::OrganizationHeadFirst);
    set.insert_if(page.is(last, Facts::ORGANIZATION_LAST), E::OrganizationHeadLast);
    let head_inside = inside.clone().any(|i| page.is(i, Facts::ORGANIZATION_LAST));
    set.insert_if(
        head_inside || page.is(first, Facts::ORGANIZATION_LAST),
        E::OrganizationHeadInside,
    );
    set.insert_if(page.is(last, Facts::LEGAL_FORM), E::LegalFormLast);
    set.insert_if(page.is(last, Facts::EVENT), E::EventHeadLast);
    set.insert_if(page.is(first, Facts::STORM), E::IsStorm);
    set.insert_if((first..last).any(|i| page.is(i, Facts::EVENT)), E::EventHeadInside);
    set.insert_if(page.is(first, Facts::DEMONYM), E::FirstIsDemonym);
    set.insert_if((first + 1..=last).any(|i| page.is(i, Facts::DEMONYM)), E::HasDemonym);
    set.insert_if(page.is(first, Facts::DATE), E::FirstIsDate);
    set.insert_if((first + 1..=last).any(|i| page.is(i, Facts::DATE)), E::HasDate);
    observe_connectors(page, inside, set);
}

/// The words and marks that join the parts of a name.
fn observe_connectors(page: &Page<'_>, inside: Range<usize>, set: &mut EvidenceSet) {
    let mut headed = false;
    for i in inside {
        if page.is(i, Facts::NUMBER) {
            set.insert(E::HasNumber);
        } else if page.is(i, Facts::HYPHEN) {
            set.insert(E::HasHyphen);
            set.insert_if(page.joins_names(i), E::HyphenJoinsNames);
            set.insert_if(joins_places(page, i), E::HyphenJoinsPlaces);
        } else {
            match page.scanned.word(i) {
                "of" | "for" | "on" => {
                    observe_of(page, i, set);
                    headed |= page.is(i - 1, ORGANIZATION_HEAD);
                }
                "and" => {
                    set.insert(E::HasAnd);
                    set.insert_if(headed, E::AndAfterHead);
                    set.insert_if(page.joins_names(i), E::AndJoinsNames);
                    set.insert_if(joins_places(page, i), E::AndJoinsPlaces);
                }
                "&" => set.insert(E::HasAmpersand),
                _ if page.scanned.is_possessive_mark(i) => {
                    set.insert(E::HasPossessive);
                    set.insert_if(page.is(i - 1, Facts::PLACE_ENDS), E::PossessiveAfterPlace);
                }
                _ => {
                    // A dictionary vouches for the `at` of `University of Illinois at Chicago`.
                    let listed = set.contains_any(&[E::IsOrganization, E::IsRegistered]);
                    set.insert_if(page.is(i, Facts::CONNECTOR) && !listed, E::HasOther);
                }
            }
        }
    }
}

/// An `of`, `for` or `on`, by the word before it.
fn observe_of(page: &Page<'_>, i: usize, set: &mut EvidenceSet) {
    let of = page.scanned.word(i) == "of";
    let of_place = of && page.is(i - 1, Facts::PLACE_LAST | Facts::PLACE_FIRST);
    set.insert(if page.is(i - 1, ORGANIZATION_HEAD) || of_place {
        E::OfAfterHead
    } else if of {
        E::OfAfterOther
    } else {
        E::HasOther
    });
    let event = page.is(i, Facts::EVENT) || page.is(i - 1, Facts::EVENT);
    set.insert_if(event, E::EventOfInside);
}

/// Whether a place's name ends before a joining token and another starts after it.
fn joins_places(page: &Page<'_>, i: usize) -> bool {
    let known_person = page.is(i - 1, Facts::PERSON) || page.is(i + 1, Facts::PERSON);
    page.joins_names(i)
        && page.is(i - 1, Facts::PLACE_ENDS)
        && page.is(i + 1, Facts::PLACE_STARTS)
        && !known_person
}
