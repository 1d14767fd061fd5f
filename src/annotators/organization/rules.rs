//! The patterns of organizations' names, the most telling first.

use crate::annotators::Rule;
use crate::evidence::Evidence as E;

/// Tried in this order. Each has an example in `fixtures/examples/organization.txt`.
pub const RULES: &[Rule] = &[
    Rule { id: "organization.listed", any: &[E::IsOrganization] },
    Rule { id: "organization.legal_form", any: &[E::LegalFormLast, E::BeforeLegalForm] },
    Rule { id: "organization.head_first", any: &[E::OrganizationHeadFirst] },
    Rule { id: "organization.head_last", any: &[E::OrganizationHeadLast] },
    Rule { id: "organization.registered", any: &[E::IsRegistered] },
    Rule {
        id: "organization.acronym",
        any: &[E::IsAcronymOfBefore, E::BracketedElsewhere, E::IsAcronym],
    },
    Rule { id: "organization.short_name", any: &[E::FormElsewhere, E::HeadElsewhere] },
    Rule { id: "organization.evidence", any: &[] },
];
