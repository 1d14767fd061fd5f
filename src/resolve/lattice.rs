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

/// How likely each arc is. `arcs` must be sorted by their start.
pub fn marginals(arcs: &[Arc], positions: usize) -> Marginals {
    // Sums of weights of the sets to the left and to the right of a position, as logarithms.
    let mut left = vec![f64::NEG_INFINITY; positions + 1];
    left[0] = 0.0;
    let mut next = 0;
    for position in 0..positions {
        left[position + 1] = log_add(left[position + 1], left[position]);
        while let Some(arc) = arcs.get(next).filter(|arc| arc.span.start == position) {
            left[arc.span.end] = log_add(left[arc.span.end], left[position] + arc.score);
            next += 1;
        }
    }
    let mut right = vec![0.0; positions + 1];
    for position in (0..positions).rev() {
        right[position] = right[position + 1];
        while next > 0 && arcs[next - 1].span.start == position {
            next -= 1;
            let arc = &arcs[next];
            right[position] = log_add(right[position], arc.score + right[arc.span.end]);
        }
    }
    let log_total = left[positions];
    let share =
        |arc: &Arc| (left[arc.span.start] + arc.score + right[arc.span.end] - log_total).exp();
    Marginals { arcs: arcs.iter().map(share).collect(), log_total }
}

/// The marginals of arcs that stand in groups of one for each of [`Label::NAMES`].
pub fn by_candidate(marginals: &Marginals) -> Vec<[f64; Label::NAMES.len()]> {
    let groups = marginals.arcs.as_chunks::<{ Label::NAMES.len() }>();
    groups.0.to_vec()
}

/// The logarithm of the sum of two numbers given as logarithms.
fn log_add(a: f64, b: f64) -> f64 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
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
