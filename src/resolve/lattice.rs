//! The choice among spans that must not overlap, exactly: which set has the highest sum of scores,
//! and how likely each span is over all sets.
//!
//! This is a zero-order semi-Markov model (Sarawagi and Cohen 2004): a set's weight is the
//! exponential of its sum, and tokens outside every span weigh nothing. Tuning and use share it.

use std::ops::Range;

use crate::label::Label;

/// A span that may be chosen, with one label's score.
#[derive(Clone, Debug)]
pub struct Arc {
    /// The positions it covers, counted from the start of the lattice.
    pub span: Range<usize>,
    /// What it adds to a set's sum.
    pub score: f64,
}

/// The likelihoods over all sets of arcs that do not overlap.
#[derive(Debug)]
pub struct Marginals {
    /// For each arc, the share of sets that hold it, by weight.
    pub arcs: Vec<f64>,
    /// The logarithm of the sum of all sets' weights.
    pub log_total: f64,
}

/// The indices of the arcs of the best set, in the order of the text.
///
/// `arcs` must be sorted by their start; `positions` is the length of the lattice.
pub fn best(arcs: &[Arc], positions: usize) -> Vec<usize> {
    let mut sums = vec![0.0; positions + 1];
    let mut chosen = vec![None; positions + 1];
    let mut next = arcs.len();
    for position in (0..positions).rev() {
        sums[position] = sums[position + 1];
        while next > 0 && arcs[next - 1].span.start == position {
            next -= 1;
            let sum = arcs[next].score + sums[arcs[next].span.end];
            if sum > sums[position] {
                sums[position] = sum;
                chosen[position] = Some(next);
            }
        }
    }
    let mut path = Vec::new();
    let mut position = 0;
    while position < positions {
        match chosen[position] {
            Some(arc) => {
                path.push(arc);
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
/// by how likely that start is reached. So an arc costs one exponential.
pub fn marginals(arcs: &[Arc], positions: usize) -> Marginals {
    let mut right = vec![0.0; positions + 1];
    let mut shares = vec![0.0; arcs.len()];
    let mut next = arcs.len();
    for position in (0..positions).rev() {
        let end = next;
        while next > 0 && arcs[next - 1].span.start == position {
            next -= 1;
        }
        let skipped = right[position + 1];
        right[position] = skipped;
        if next < end {
            let total = |arc: &Arc| arc.score + right[arc.span.end];
            let highest = arcs[next..end].iter().map(total).fold(skipped, f64::max);
            let mut sum = (skipped - highest).exp();
            for (share, arc) in shares[next..end].iter_mut().zip(&arcs[next..end]) {
                *share = (total(arc) - highest).exp();
                sum += *share;
            }
            shares[next..end].iter_mut().for_each(|share| *share /= sum);
            right[position] = highest + sum.ln();
        }
    }
    let mut reached = vec![0.0; positions + 1];
    reached[0] = 1.0;
    let mut next = 0;
    for position in 0..positions {
        let mut left = reached[position];
        while let Some(arc) = arcs.get(next).filter(|arc| arc.span.start == position) {
            shares[next] *= reached[position];
            left -= shares[next];
            reached[arc.span.end] += shares[next];
            next += 1;
        }
        reached[position + 1] += left.max(0.0);
    }
    Marginals { arcs: shares, log_total: right[0] }
}

/// The marginals of arcs that stand in groups of one for each of [`Label::NAMES`].
pub fn by_candidate(marginals: &Marginals) -> Vec<[f64; Label::NAMES.len()]> {
    let groups = marginals.arcs.as_chunks::<{ Label::NAMES.len() }>();
    groups.0.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(span: Range<usize>, score: f64) -> Arc {
        Arc { span, score }
    }

    #[test]
    fn two_short_spans_beat_a_long_one_of_lower_score() {
        let arcs = [arc(0..1, 1.0), arc(0..3, 1.5), arc(1..3, 1.0)];
        assert_eq!(best(&arcs, 3), [0, 2]);
    }

    #[test]
    fn a_span_that_counts_against_is_left_out() {
        assert_eq!(best(&[arc(0..1, -0.1)], 1), [0; 0]);
    }

    #[test]
    fn marginals_are_shares_of_all_sets() {
        // The sets: none, first, second, both; overlapping: the long one alone.
        let (x, y, z) = (2.0_f64, 3.0_f64, 5.0_f64);
        let arcs = [arc(0..1, x.ln()), arc(0..2, z.ln()), arc(1..2, y.ln())];
        let total = 1.0 + x + y + x * y + z;
        let found = marginals(&arcs, 2);
        let expected = [(x + x * y) / total, z / total, (y + x * y) / total];
        for (found, expected) in found.arcs.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        }
        assert!((found.log_total - total.ln()).abs() < 1e-12);
    }
}
