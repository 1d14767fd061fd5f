//! The choice among spans that must not overlap, exactly: which set has the highest sum of scores,
//! and how likely each span is over all sets.
//!
//! This is a zero-order semi-Markov model (Sarawagi and Cohen 2004): a set's weight is the
//! exponential of its sum, and tokens outside every span weigh nothing. Tuning and use share it.

use std::ops::Range;

use crate::label::Label;

/// The exponential of a lower score, of which most candidates have one, is less than a millionth.
const NEGLIGIBLE: f64 = -14.0;

/// One number for each of [`Label::NAMES`].
pub type ByLabel = [f64; Label::NAMES.len()];

/// A span that may be chosen, as one of the labels.
#[derive(Clone, Debug)]
pub struct Arc {
    /// The positions it covers, counted from the start of the lattice.
    pub span: Range<usize>,
    /// What it adds to a set's sum as each label; negative infinity bars a label.
    pub scores: ByLabel,
}

/// The likelihoods over all sets of arcs that do not overlap.
#[derive(Debug)]
pub struct Marginals {
    /// For each arc and label, the share of sets that hold it, by weight.
    pub arcs: Vec<ByLabel>,
    /// The logarithm of the sum of all sets' weights.
    pub log_total: f64,
}

/// The arcs of the best set, by their indices, in the order of the text, each with the index of its
/// label.
///
/// `arcs` must be sorted by their start; `positions` is the length of the lattice.
pub fn best(arcs: &[Arc], positions: usize) -> Vec<(usize, usize)> {
    let mut sums = vec![0.0; positions + 1];
    let mut chosen = vec![None; positions + 1];
    let mut next = arcs.len();
    for position in (0..positions).rev() {
        sums[position] = sums[position + 1];
        while next > 0 && arcs[next - 1].span.start == position {
            next -= 1;
            let rest = sums[arcs[next].span.end];
            for (label, score) in arcs[next].scores.into_iter().enumerate().rev() {
                if score + rest > sums[position] {
                    sums[position] = score + rest;
                    chosen[position] = Some((next, label));
                }
            }
        }
    }
    let mut path = Vec::new();
    let mut position = 0;
    while position < positions {
        match chosen[position] {
            Some((arc, label)) => {
                path.push((arc, label));
                position = arcs[arc].span.end;
            }
            None => position += 1,
        }
    }
    path
}

/// How likely each arc is. `arcs` must be sorted by their start; `positions` is the length of the
/// lattice.
///
/// Going left, the logarithm of the weight of all sets to the right of a position is summed up, and
/// with it each arc's share of the sets that reach its start; going right, the shares are multiplied
/// by how likely that start is reached. So a label of an arc costs one exponential.
pub fn marginals(arcs: &[Arc], positions: usize) -> Marginals {
    let mut right = vec![0.0; positions + 1];
    let mut shares = vec![ByLabel::default(); arcs.len()];
    let mut next = arcs.len();
    for position in (0..positions).rev() {
        let end = next;
        while next > 0 && arcs[next - 1].span.start == position {
            next -= 1;
        }
        right[position] = right[position + 1];
        if next < end {
            right[position] = share(&arcs[next..end], &mut shares[next..end], &right, position);
        }
    }
    let mut reached = vec![0.0; positions + 1];
    reached[0] = 1.0;
    let mut next = 0;
    for position in 0..positions {
        let here = reached[position];
        let mut left = here;
        while let Some(arc) = arcs.get(next).filter(|arc| arc.span.start == position) {
            for share in &mut shares[next] {
                *share *= here;
                left -= *share;
                reached[arc.span.end] += *share;
            }
            next += 1;
        }
        reached[position + 1] += left.max(0.0);
    }
    Marginals { arcs: shares, log_total: right[0] }
}

/// The shares of the arcs that start at one position, of the sets that reach it. Gives the logarithm
/// of the weight of all sets to the right of it.
fn share(arcs: &[Arc], shares: &mut [ByLabel], right: &[f64], position: usize) -> f64 {
    let skipped = right[position + 1];
    let mut highest = skipped;
    for (share, arc) in shares.iter_mut().zip(arcs) {
        *share = arc.scores.map(|score| score + right[arc.span.end]);
        highest = share.iter().copied().fold(highest, f64::max);
    }
    let mut sum = weight(skipped - highest);
    for share in shares.as_flattened_mut() {
        *share = weight(*share - highest);
        sum += *share;
    }
    shares.as_flattened_mut().iter_mut().for_each(|share| *share /= sum);
    highest + sum.ln()
}

/// The exponential of a score, 0 if it hardly counts beside 1.
fn weight(score: f64) -> f64 {
    if score < NEGLIGIBLE { 0.0 } else { score.exp() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An arc with one label.
    fn arc(span: Range<usize>, score: f64) -> Arc {
        Arc { span, scores: [score, f64::NEG_INFINITY, f64::NEG_INFINITY] }
    }

    #[test]
    fn two_short_spans_beat_a_long_one_of_lower_score() {
        let arcs = [arc(0..1, 1.0), arc(0..3, 1.5), arc(1..3, 1.0)];
        assert_eq!(best(&arcs, 3), [(0, 0), (2, 0)]);
    }

    #[test]
    fn the_best_label_is_taken() {
        let arcs = [Arc { span: 0..1, scores: [0.5, 2.0, 1.0] }];
        assert_eq!(best(&arcs, 1), [(0, 1)]);
    }

    #[test]
    fn a_span_that_counts_against_is_left_out() {
        assert_eq!(best(&[arc(0..1, -0.1)], 1), []);
    }

    #[test]
    fn marginals_are_shares_of_all_sets() {
        // The sets: none, first, second, both; overlapping: the long one alone, as either label.
        let (x, y, z, w) = (2.0_f64, 3.0_f64, 5.0_f64, 7.0_f64);
        let long = Arc { span: 0..2, scores: [z.ln(), f64::NEG_INFINITY, w.ln()] };
        let arcs = [arc(0..1, x.ln()), long, arc(1..2, y.ln())];
        let total = 1.0 + x + y + x * y + z + w;
        let found = marginals(&arcs, 2);
        let expected = [[x + x * y, 0.0, 0.0], [z, 0.0, w], [y + x * y, 0.0, 0.0]];
        for (found, expected) in found.arcs.as_flattened().iter().zip(expected.as_flattened()) {
            assert!((found - expected / total).abs() < 1e-12, "{found} is not {expected}/{total}");
        }
        assert!((found.log_total - total.ln()).abs() < 1e-12);
    }
}
