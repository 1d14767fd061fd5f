//! The patterns of persons' names, the most telling first.

use crate::annotators::Rule;
use crate::evidence::Evidence as E;

/// Tried in this order. Each has an example in `fixtures/examples/person.txt`.
pub const RULES: &[Rule] = &[
    Rule { id: "person.known", any: &[E::IsKnownPerson] },
    Rule { id: "person.surname_first", any: &[E::SurnameThenHyphened, E::SurnameThenGiven] },
    Rule { id: "person.full_name", any: &[E::GivenThenSurname, E::GivenThenUnknown] },
    Rule { id: "person.initials", any: &[E::FirstIsInitial, E::HasInitial] },
    Rule { id: "person.titled", any: &[E::AfterTitle, E::AfterHonorific, E::AfterLowerTitle] },
    Rule { id: "person.later_surname", any: &[E::SurnameElsewhere] },
    Rule { id: "person.given_name", any: &[E::IsGivenSure, E::IsGivenLikely, E::GivenElsewhere] },
    Rule { id: "person.single_name", any: &[E::IsMononym] },
    Rule { id: "person.evidence", any: &[] },
];
