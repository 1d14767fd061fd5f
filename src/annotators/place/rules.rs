//! The patterns of places' names, the most telling first.

use crate::annotators::Rule;
use crate::evidence::Evidence as E;

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
