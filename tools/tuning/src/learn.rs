//! Learns weights: the likelihood of the gold under the lattice of `dateline::resolve::lattice`,
//! with a quadratic penalty, climbed by Rprop (Riedmiller and Braun 1993).

use dateline::Label;
use dateline::evidence::Evidence;
use dateline::resolve::agreement::{Agreement, Likelihoods};
use dateline::resolve::lattice::{self, Arc};
use rayon::prelude::*;

use crate::caps::Caps;
use crate::corpus::{Judged, Sentence, Verdict};

/// The penalty on the square of a weight.
const PENALTY: f64 = 0.6;
/// Steps up the likelihood.
const STEPS: usize = 160;
/// Forces the right candidates into the lattice of allowed sets.
const FORCE: f64 = 60.0;

const KINDS: usize = Evidence::ALL.len();
const SIZE: usize = KINDS * Label::NAMES.len();

/// Which weights may be other than zero, by [`index`].
pub type Allowed = Vec<bool>;

/// The weights of the first pass.
pub fn first_pass() -> Allowed {
    let mut allowed = vec![true; SIZE];
    second_pass_indices().for_each(|i| allowed[i] = false);
    allowed
}

/// The weights of the second pass.
pub fn second_pass() -> Allowed {
    let mut allowed = vec![false; SIZE];
    second_pass_indices().for_each(|i| allowed[i] = true);
    allowed
}

fn second_pass_indices() -> impl Iterator<Item = usize> {
    let labels = Label::NAMES.into_iter();
    labels.flat_map(|label| Evidence::SECOND_PASS.iter().map(move |&e| index(label, e)))
}

/// Where the weight of a piece of evidence for a label stands.
pub fn index(label: Label, evidence: Evidence) -> usize {
    label as usize * KINDS + evidence as usize
}

/// Learns the allowed weights from sentences, each with the weight of its corpus; the others keep
/// their value of `start`.
pub fn learn(
    sentences: &[(&Sentence, f64)],
    allowed: &Allowed,
    caps: &Caps,
    start: &[f64],
) -> Vec<f64> {
    let mut weights = start.to_vec();
    let mut steps = vec![0.1; SIZE];
    let mut last = vec![0.0_f64; SIZE];
    for _ in 0..STEPS {
        let gradient = gradient(sentences, &weights);
        for i in (0..SIZE).filter(|&i| allowed[i]) {
            let slope = gradient[i] - PENALTY * weights[i];
            let turned = slope * last[i];
            steps[i] = if turned > 0.0 {
                f64::min(steps[i] * 1.2, 0.5)
            } else if turned < 0.0 {
                f64::max(steps[i] * 0.5, 1e-5)
            } else {
                steps[i]
            };
            last[i] = if turned < 0.0 { 0.0 } else { slope };
            weights[i] += last[i].signum() * steps[i] * f64::from(u8::from(last[i] != 0.0));
            if let Some(cap) = caps.get(&i) {
                weights[i] = weights[i].clamp(cap.least, cap.most);
            }
        }
    }
    weights
}

/// No evidence counts.
pub fn zero() -> Vec<f64> {
    vec![0.0; SIZE]
}

/// The number of right candidates with each piece of evidence, for each label.
pub fn counts(sentences: &[(&Sentence, f64)]) -> Vec<usize> {
    let mut counts = vec![0; SIZE];
    for candidate in sentences.iter().flat_map(|(sent, _)| &sent.candidates) {
        for (label, verdict) in Label::NAMES.into_iter().zip(candidate.verdicts) {
            if verdict == Verdict::Right {
                candidate.candidate.evidence.iter().for_each(|e| counts[index(label, e)] += 1);
            }
        }
    }
    counts
}

/// The arcs of a sentence under some weights, one for each candidate.
pub fn arcs(sent: &Sentence, weights: &[f64]) -> Vec<Arc> {
    let score = |judged: &Judged, label| {
        judged.candidate.evidence.iter().map(|e| weights[index(label, e)]).sum()
    };
    let of = |judged: &Judged| {
        let scores = Label::NAMES.map(|label| score(judged, label));
        Arc { span: judged.span.clone(), scores }
    };
    sent.candidates.iter().map(of).collect()
}

fn gradient(sentences: &[(&Sentence, f64)], weights: &[f64]) -> Vec<f64> {
    let add = |mut sum: Vec<f64>, other: Vec<f64>| {
        sum.iter_mut().zip(other).for_each(|(a, b)| *a += b);
        sum
    };
    sentences
        .par_chunks(256)
        .map(|chunk| {
            let mut sum = vec![0.0; SIZE];
            chunk.iter().for_each(|(sent, factor)| add_gradient(sent, *factor, weights, &mut sum));
            sum
        })
        .collect::<Vec<_>>()
        .into_iter()
        .fold(vec![0.0; SIZE], add)
}

/// Adds what a sentence's gold expects of each weight, less what the model expects.
fn add_gradient(sent: &Sentence, factor: f64, weights: &[f64], sum: &mut [f64]) {
    if sent.candidates.is_empty() {
        return;
    }
    let arcs = arcs(sent, weights);
    let model = lattice::marginals(&arcs, sent.positions);
    let mut gold_arcs = arcs.clone();
    for (arc, judged) in gold_arcs.iter_mut().zip(&sent.candidates) {
        for (score, verdict) in arc.scores.iter_mut().zip(judged.verdicts) {
            match verdict {
                Verdict::Right => *score += FORCE,
                Verdict::Free => {}
                Verdict::Wrong => *score = f64::NEG_INFINITY,
            }
        }
    }
    let gold = lattice::marginals(&gold_arcs, sent.positions);
    for (judged, (gold, model)) in sent.candidates.iter().zip(gold.arcs.iter().zip(&model.arcs)) {
        for (label, (gold, model)) in Label::NAMES.into_iter().zip(gold.iter().zip(model)) {
            let push = factor * (gold - model);
            if push.abs() > 1e-9 {
                let pieces = judged.candidate.evidence.iter();
                pieces.for_each(|evidence| sum[index(label, evidence)] += push);
            }
        }
    }
}

/// The sentences of a document with what the second pass observes under some weights.
pub fn observe_again(document: &[Sentence], weights: &[f64]) -> Vec<Sentence> {
    let likelihoods: Vec<Vec<Likelihoods>> = document
        .iter()
        .map(|sent| lattice::marginals(&arcs(sent, weights), sent.positions).arcs)
        .collect();
    let pairs = document.iter().zip(&likelihoods).flat_map(|(sent, likelihoods)| {
        sent.candidates.iter().map(|judged| &judged.candidate).zip(likelihoods)
    });
    let agreement = Agreement::gather(pairs);
    let observe = |(sent, likelihoods): (&Sentence, &Vec<Likelihoods>)| {
        let mut sent = sent.clone();
        let mut candidates: Vec<_> = sent.candidates.iter().map(|j| j.candidate.clone()).collect();
        agreement.observe_sentence(&mut candidates, likelihoods);
        for (judged, candidate) in sent.candidates.iter_mut().zip(candidates) {
            judged.candidate = candidate;
        }
        sent
    };
    document.iter().zip(&likelihoods).map(observe).collect()
}
