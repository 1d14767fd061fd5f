//! The patterns of places' names, the most telling first.

use crate::annotators::{Rule, evidence_of_kind};
use crate::evidence::{Evidence as E, EvidenceSet};
use crate::gazetteer::PlaceKind;

/// Tried in this order. Each has an example in `fixtures/examples/place.txt`.
pub const RULES: &[Rule] = &[
    Rule { id: "place.country", any: &[E::IsCountry, E::IsTerritory, E::CodeInBrackets] },
    Rule { id: "place.region", any: &[E::IsRegion, E::IsDistrict] },
    Rule { id: "place.city", any: &[E::IsMetropolis, E::IsCity, E::IsTown, E::IsVillage] },
    Rule { id: "place.listed", any: &[E::IsFeature, E::IsFacility] },
    Rule { id: "place.road", any: &[E::IsRoad] },
    Rule { id: "place.head", any: &[E::PlaceHeadLast, E::PlaceHeadFirst, E::PlaceHeadThenNumber] },
    Rule { id: "place.before_place", any: &[E::BeforeCommaPlace] },
    Rule {
        id: "place.located",
        any: &[E::AfterLocative, E::AfterTo, E::AfterFrom, E::LocatedElsewhere],
    },
    Rule { id: "place.evidence", any: &[] },
];

/// The id of the rule for places of a kind, if a dictionary holds the name as one: `New York` is a
/// region and a city, and which is meant is known only when it is located.
pub fn of_kind(kind: &str, evidence: &EvidenceSet) -> Option<&'static str> {
    let piece = evidence_of_kind(PlaceKind::from_name(kind)? as u8);
    let rule = RULES.iter().find(|rule| rule.any.contains(&piece))?;
    evidence.contains_any(rule.any).then_some(rule.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_that_is_meant_tells_the_rule() {
        let mut evidence = EvidenceSet::default();
        evidence.insert(E::IsRegion);
        evidence.insert(E::IsMetropolis);
        assert_eq!(of_kind("city", &evidence), Some("place.city"));
        assert_eq!(of_kind("region", &evidence), Some("place.region"));
        // No dictionary holds it as one, so that nothing of the kind was weighed.
        assert_eq!(of_kind("country", &evidence), None);
        assert_eq!(of_kind("goat", &evidence), None);
    }
}
