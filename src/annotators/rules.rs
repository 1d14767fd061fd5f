//! [`Rule`]: the pattern that a mention answers to, told from its evidence.

use crate::evidence::{Evidence, EvidenceSet};

/// A pattern of names, by the evidence that shows it.
#[derive(Debug)]
pub struct Rule {
    /// `label.pattern`, as output shows it.
    pub id: &'static str,
    /// The pattern holds if any of these was observed.
    pub any: &'static [Evidence],
}

/// The id of the first rule that holds; the last rule of a label holds always.
pub fn id_of(rules: &'static [Rule], evidence: &EvidenceSet) -> &'static str {
    let holds = |rule: &&Rule| rule.any.iter().any(|&piece| evidence.contains(piece));
    rules.iter().find(holds).or(rules.last()).map_or("", |rule| rule.id)
}
