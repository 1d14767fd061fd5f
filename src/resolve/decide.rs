//! Which candidates are mentions, and of what type.

use std::ops::Range;

use super::lattice::{self, Arc};
use super::weights::Weights;
use crate::annotators::{self, Candidate, Page, organization, person, place};
use crate::evidence::EvidenceSet;
use crate::gazetteer::Class;
use crate::label::Label;

/// A user's own entry counts more than all evidence together.
const USER_ENTRY: f64 = 1000.0;

/// A decided mention, in tokens.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The indices of its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub label: Label,
    /// How likely the model holds it, from 0 to 1.
    pub confidence: f64,
    /// The rule that it answers to.
    pub rule: &'static str,
    /// What was observed of it.
    pub evidence: EvidenceSet,
}

/// Decides a document sentence by sentence; the decisions are in the order of the text.
pub fn decide(page: &Page<'_>, weights: &Weights) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for sent in &page.scanned.tokens.sentences {
        let candidates = annotators::propose(page, sent);
        decisions.extend(choose(page, &candidates, sent.tokens.clone(), weights));
    }
    decisions
}

/// The best set of candidates of a sentence.
fn choose(
    page: &Page<'_>,
    candidates: &[Candidate],
    sent: Range<usize>,
    weights: &Weights,
) -> Vec<Decision> {
    if candidates.is_empty() {
        return Vec::new();
    }
    let mut arcs = Vec::with_capacity(candidates.len() * Label::NAMES.len());
    for candidate in candidates {
        let span = candidate.tokens.start - sent.start..candidate.tokens.end - sent.start;
        let scores = weights.scores(&candidate.evidence);
        for (label, score) in Label::NAMES.into_iter().zip(scores) {
            let score = user_score(page, candidate, label).unwrap_or(score);
            arcs.push(Arc {
                span: span.clone(),
                score,
            });
        }
    }
    let marginals = lattice::marginals(&arcs, sent.len());
    let best = lattice::best(&arcs, sent.len());
    best.into_iter()
        .map(|arc| {
            let candidate = &candidates[arc / Label::NAMES.len()];
            let label = Label::NAMES[arc % Label::NAMES.len()];
            Decision {
                tokens: candidate.tokens.clone(),
                label,
                confidence: marginals.arcs[arc],
                rule: rule_of(page, candidate, label),
                evidence: candidate.evidence,
            }
        })
        .collect()
}

/// The score that the user's own dictionaries give a candidate, if they hold it.
fn user_score(page: &Page<'_>, candidate: &Candidate, label: Label) -> Option<f64> {
    let tokens = &candidate.tokens;
    let mut readings = page.scanned.hits.of(tokens.start, tokens.end);
    let posting = readings.find(|reading| reading.is_user)?.posting;
    let is_this = posting.class == Class::User && posting.code == label as u8;
    Some(if is_this { USER_ENTRY } else { -USER_ENTRY })
}

/// The id of the rule that a decided candidate answers to.
fn rule_of(page: &Page<'_>, candidate: &Candidate, label: Label) -> &'static str {
    if user_score(page, candidate, label).is_some() {
        return "user.dictionary";
    }
    let rules = match label {
        Label::Person => person::RULES,
        Label::Place => place::RULES,
        Label::Organization => organization::RULES,
        Label::Date => &[],
    };
    annotators::rule_of(rules, &candidate.evidence)
}
