//! Which candidates are mentions, and of what type.

use std::ops::Range;

use super::agreement::{self, Agreement, Likelihoods};
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

/// Decides a document in two passes: each sentence by itself, then with what the first pass found
/// in the others. The decisions are in the order of the text.
pub fn decide(page: &Page<'_>, weights: &Weights) -> Vec<Decision> {
    let sentences = &page.scanned.tokens.sentences;
    let mut lattices: Vec<Lattice> = sentences
        .iter()
        .map(|sent| Lattice::new(annotators::propose(page, sent), sent.tokens.clone()))
        .filter(|lattice| !lattice.candidates.is_empty())
        .collect();
    lattices.iter_mut().for_each(|lattice| lattice.weigh(page, weights));
    let agreement = Agreement::gather(lattices.iter().flat_map(Lattice::pairs));
    for lattice in &mut lattices {
        for (candidate, own) in lattice.candidates.iter_mut().zip(&lattice.likelihoods) {
            let mut evidence = candidate.evidence;
            agreement.observe(candidate, own, &mut evidence);
            candidate.evidence = evidence;
        }
        agreement::observe_lists(&mut lattice.candidates, &lattice.likelihoods);
        lattice.weigh(page, weights);
    }
    lattices.iter().flat_map(|lattice| lattice.best(page)).collect()
}

/// The candidates of a sentence with their scores.
struct Lattice {
    sent: Range<usize>,
    candidates: Vec<Candidate>,
    /// [`Label::NAMES`] for each candidate.
    arcs: Vec<Arc>,
    likelihoods: Vec<Likelihoods>,
}

impl Lattice {
    fn new(candidates: Vec<Candidate>, sent: Range<usize>) -> Self {
        Self { sent, candidates, arcs: Vec::new(), likelihoods: Vec::new() }
    }

    fn pairs(&self) -> impl Iterator<Item = (&Candidate, &Likelihoods)> {
        self.candidates.iter().zip(&self.likelihoods)
    }

    /// Scores the candidates by their evidence as it is now.
    fn weigh(&mut self, page: &Page<'_>, weights: &Weights) {
        self.arcs.clear();
        for candidate in &self.candidates {
            let tokens = &candidate.tokens;
            let span = tokens.start - self.sent.start..tokens.end - self.sent.start;
            let scores = weights.scores(&candidate.evidence);
            for (label, score) in Label::NAMES.into_iter().zip(scores) {
                let score = user_score(page, candidate, label).unwrap_or(score);
                self.arcs.push(Arc { span: span.clone(), score });
            }
        }
        let marginals = lattice::marginals(&self.arcs, self.sent.len());
        self.likelihoods = lattice::by_candidate(&marginals);
    }

    /// The best set of candidates.
    fn best(&self, page: &Page<'_>) -> Vec<Decision> {
        let best = lattice::best(&self.arcs, self.sent.len());
        let decided = best.into_iter().map(|arc| {
            let (number, label) = (arc / Label::NAMES.len(), arc % Label::NAMES.len());
            let candidate = &self.candidates[number];
            Decision {
                tokens: candidate.tokens.clone(),
                label: Label::NAMES[label],
                confidence: self.likelihoods[number][label],
                rule: rule_of(page, candidate, Label::NAMES[label]),
                evidence: candidate.evidence,
            }
        });
        decided.collect()
    }
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
