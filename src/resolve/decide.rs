//! Which candidates are mentions, and of what type.

use std::ops::Range;

use super::agreement::{Agreement, Likelihoods};
use super::lattice::{self, Arc, ByLabel};
use super::weights::Weights;
use crate::annotators::date::{Certainty, DateCandidate};
use crate::annotators::{self, Candidate, Page, organization, person, place};
use crate::evidence::EvidenceSet;
use crate::gazetteer::{Class, Posting};
use crate::label::Label;

/// A user's own entry counts more than all evidence together.
pub const USER_ENTRY: f64 = 1000.0;

/// What speaks for every candidate: gold has holes, from which the weights learn to hold back.
pub const MENTION_OFFSET: f64 = 0.3;

/// The score of a label that a date cannot have.
const BARRED: f64 = f64::NEG_INFINITY;

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
    /// What was observed of it; nothing of a date.
    pub evidence: EvidenceSet,
    /// The index of the date candidate, of a date.
    pub date: Option<usize>,
}

/// Decides a document in two passes: each sentence by itself, then with what the first pass found
/// in the others. `dates` compete with the names. The decisions are in the order of the text.
pub fn decide(page: &Page<'_>, dates: &[DateCandidate], weights: &Weights) -> Vec<Decision> {
    let mut next_date = 0;
    let mut lattices: Vec<Lattice<'_>> = Vec::new();
    for sent in &page.scanned.tokens.sentences {
        let first_date = next_date;
        let of_sent = dates[first_date..].iter().take_while(|d| d.tokens.start < sent.tokens.end);
        next_date += of_sent.count();
        let names = annotators::propose(page, sent);
        if !names.is_empty() || next_date > first_date {
            let dates = &dates[first_date..next_date];
            lattices.push(Lattice::new(page, sent.tokens.clone(), names, dates, first_date));
        }
    }
    lattices.iter_mut().for_each(|lattice| lattice.weigh(weights));
    let likelihoods: Vec<_> = lattices.iter().map(Lattice::likelihoods).collect();
    let sentences = lattices.iter().zip(&likelihoods);
    let pairs = sentences.flat_map(|(lattice, likelihoods)| lattice.names.iter().zip(likelihoods));
    let agreement = Agreement::gather(pairs);
    for (lattice, likelihoods) in lattices.iter_mut().zip(&likelihoods) {
        agreement.observe_sentence(&mut lattice.names, likelihoods);
        lattice.weigh(weights);
    }
    lattices.iter().flat_map(|lattice| lattice.best(page)).collect()
}

/// The score of a date that is as sure as this. Weights of names are seldom above 5, and the sum of
/// all evidence for a plain name is about 4.
pub fn date_score(certainty: Certainty) -> f64 {
    match certainty {
        Certainty::Sure => 12.0,
        Certainty::Likely => 4.0,
        Certainty::Weak => 2.0,
    }
}

/// What an arc of a lattice stands for.
#[derive(Clone, Copy)]
enum Choice {
    /// The index of a name's candidate.
    Name(usize),
    /// The index of a date's candidate.
    Date(usize),
}

/// The candidates of a sentence with their scores.
struct Lattice<'a> {
    sent: Range<usize>,
    names: Vec<Candidate>,
    dates: &'a [DateCandidate],
    /// The index of the first of `dates` in the document.
    first_date: usize,
    /// In the order of their starts.
    arcs: Vec<Arc>,
    /// What each arc stands for.
    choices: Vec<Choice>,
    /// The evidence of each name that is in its scores.
    weighed: Vec<EvidenceSet>,
    /// The likelihood of each arc as each label; a date's as the first. Empty before the first pass.
    shares: Vec<ByLabel>,
}

impl<'a> Lattice<'a> {
    fn new(
        page: &Page<'_>,
        sent: Range<usize>,
        names: Vec<Candidate>,
        dates: &'a [DateCandidate],
        first_date: usize,
    ) -> Self {
        let mut choices: Vec<Choice> = (0..names.len()).map(Choice::Name).collect();
        choices.extend((0..dates.len()).map(Choice::Date));
        let tokens = |choice: &Choice| match choice {
            Choice::Name(i) => &names[*i].tokens,
            Choice::Date(i) => &dates[*i].tokens,
        };
        choices.sort_by_key(|choice| tokens(choice).start);
        let arc = |choice| {
            let Range { start, end } = tokens(choice);
            let scores = match choice {
                Choice::Name(_) => prior(page, tokens(choice)),
                Choice::Date(i) => [date_score(dates[*i].certainty), BARRED, BARRED],
            };
            Arc { span: start - sent.start..end - sent.start, scores }
        };
        let arcs = choices.iter().map(arc).collect();
        let weighed = vec![EvidenceSet::default(); names.len()];
        Self { sent, names, dates, first_date, arcs, choices, weighed, shares: Vec::new() }
    }

    /// The likelihoods of each name, whose arcs stand in the order of the names.
    fn likelihoods(&self) -> Vec<Likelihoods> {
        let shares = self.choices.iter().zip(&self.shares);
        let of_name = |(choice, shares): (&Choice, &ByLabel)| match choice {
            Choice::Name(_) => Some(*shares),
            Choice::Date(_) => None,
        };
        shares.filter_map(of_name).collect()
    }

    /// Adds the evidence that is not yet weighed to the scores.
    fn weigh(&mut self, weights: &Weights) {
        let mut is_changed = self.shares.is_empty();
        for (arc, choice) in self.arcs.iter_mut().zip(&self.choices) {
            let Choice::Name(i) = *choice else { continue };
            let fresh = self.names[i].evidence.without(&self.weighed[i]);
            if !fresh.is_empty() {
                let added = weights.scores(&fresh);
                arc.scores.iter_mut().zip(added).for_each(|(score, added)| *score += added);
                self.weighed[i] = self.names[i].evidence;
                is_changed = true;
            }
        }
        if is_changed {
            self.shares = lattice::marginals(&self.arcs, self.sent.len()).arcs;
        }
    }

    /// The best set of candidates.
    fn best(&self, page: &Page<'_>) -> Vec<Decision> {
        let best = lattice::best(&self.arcs, self.sent.len()).into_iter();
        best.map(|(arc, label)| self.decision(page, arc, label)).collect()
    }

    fn decision(&self, page: &Page<'_>, arc: usize, label: usize) -> Decision {
        let confidence = self.shares[arc][label];
        match self.choices[arc] {
            Choice::Name(i) => Decision {
                tokens: self.names[i].tokens.clone(),
                label: Label::NAMES[label],
                confidence,
                rule: rule_of(page, &self.names[i], Label::NAMES[label]),
                evidence: self.names[i].evidence,
                date: None,
            },
            Choice::Date(i) => Decision {
                tokens: self.dates[i].tokens.clone(),
                label: Label::Date,
                confidence,
                rule: self.dates[i].rule,
                evidence: EvidenceSet::default(),
                date: Some(self.first_date + i),
            },
        }
    }
}

/// The scores of a name before its evidence is weighed.
fn prior(page: &Page<'_>, tokens: &Range<usize>) -> ByLabel {
    match page.scanned.hits.user(tokens.start, tokens.end) {
        Some(posting) => Label::NAMES.map(|label| user_score(posting, label)),
        None => [MENTION_OFFSET; _],
    }
}

/// The score that a posting of the user's gives a label.
fn user_score(posting: Posting, label: Label) -> f64 {
    let is_this = posting.class == Class::User && posting.code == label as u8;
    if is_this { USER_ENTRY } else { -USER_ENTRY }
}

/// The id of the rule that a decided candidate answers to.
fn rule_of(page: &Page<'_>, candidate: &Candidate, label: Label) -> &'static str {
    let Range { start, end } = candidate.tokens;
    if page.scanned.hits.user(start, end).is_some() {
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
