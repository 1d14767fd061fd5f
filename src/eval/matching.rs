//! Pairs of gold and predicted spans of one type in one document, and counts of them.

use serde::Serialize;

use super::GoldSpan;

/// The one-to-one pairs (index in `gold`, index in `predicted`), the best first.
pub fn pairs(gold: &[&GoldSpan], predicted: &[&GoldSpan], strict: bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in predicted.iter().enumerate() {
            let shared = common(g, p);
            let same = (g.start, g.end) == (p.start, p.end);
            if if strict { same } else { shared > 0 } {
                let union = (g.end - g.start + p.end - p.start) as f64 - shared as f64;
                found.push((-(shared as f64) / union, i, j));
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut used = (vec![false; gold.len()], vec![false; predicted.len()]);
    let mut matched = Vec::new();
    for (_, i, j) in found {
        if !used.0[i] && !used.1[j] {
            (used.0[i], used.1[j]) = (true, true);
            matched.push((i, j));
        }
    }
    matched
}

/// The number of characters that two spans share; negative if they lie apart.
fn common(a: &GoldSpan, b: &GoldSpan) -> i64 {
    a.end.min(b.end) as i64 - a.start.max(b.start) as i64
}

/// Whether two spans share a character.
pub fn overlap(a: &GoldSpan, b: &GoldSpan) -> bool {
    common(a, b) > 0
}

/// Counts under one way of matching.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    gold: usize,
    predicted: usize,
    matched: usize,
    ignored: usize,
}

impl Tally {
    /// Adds one document's spans of one type, and returns the pairs.
    ///
    /// A prediction that matches nothing but overlaps an optional span is passed over.
    pub fn count<'a>(
        &mut self,
        gold: &[&'a GoldSpan],
        optional: &[&GoldSpan],
        predicted: &[&'a GoldSpan],
        strict: bool,
    ) -> Vec<(&'a GoldSpan, &'a GoldSpan)> {
        let matched = pairs(gold, predicted, strict);
        let is_taken = |j: usize| matched.iter().any(|&(_, taken)| taken == j);
        let ignored = predicted
            .iter()
            .enumerate()
            .filter(|&(j, p)| !is_taken(j) && optional.iter().any(|o| overlap(p, o)))
            .count();
        self.add(Tally {
            gold: gold.len(),
            predicted: predicted.len() - ignored,
            matched: matched.len(),
            ignored,
        });
        matched.into_iter().map(|(i, j)| (gold[i], predicted[j])).collect()
    }

    /// Adds the counts of another tally.
    pub fn add(&mut self, other: Tally) {
        self.gold += other.gold;
        self.predicted += other.predicted;
        self.matched += other.matched;
        self.ignored += other.ignored;
    }
}

/// Precision, recall and F1, with the counts that they come from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Counts {
    /// The share of predictions that match.
    pub precision: f64,
    /// The share of gold that is matched.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// How many should be found.
    pub gold: usize,
    /// How many were, optional ones aside.
    pub predicted: usize,
    /// How many of them match.
    pub matched: usize,
    /// How many were optional.
    pub ignored: usize,
}

impl From<Tally> for Counts {
    fn from(tally: Tally) -> Self {
        let Tally { gold, predicted, matched, ignored } = tally;
        Self {
            precision: share(matched, predicted),
            recall: share(matched, gold),
            f1: share(2 * matched, gold + predicted),
            gold,
            predicted,
            matched,
            ignored,
        }
    }
}

/// A part of a whole; 0 of nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64
}

/// The scores by both ways of matching.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Ways {
    /// Same start and end.
    pub strict: Counts,
    /// A character in common.
    pub overlap: Counts,
}
