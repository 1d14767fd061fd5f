//! Scores weights on a corpus: strict precision, recall and F1 for each label.

use dateline::Label;
use dateline::resolve::lattice;

use crate::corpus::{Corpus, Verdict};
use crate::learn;

/// The head of the table.
pub const HEADER: &str =
    "file                      person          place           organization    micro   unreachable";

#[derive(Clone, Copy, Default)]
struct Tally {
    gold: usize,
    predicted: usize,
    right: usize,
}

impl Tally {
    fn f1(self) -> f64 {
        let total = self.gold + self.predicted;
        if total == 0 { 0.0 } else { 200.0 * self.right as f64 / total as f64 }
    }

    fn shares(self) -> String {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        format!("{:5.1}/{:4.1}", share(self.predicted), share(self.gold))
    }
}

/// The scores of a corpus as a row; with `show`, its errors before it.
pub fn row(corpus: &Corpus, weights: &[f64], show: bool) -> String {
    let mut tallies = [Tally::default(); 3];
    let mut unreachable = 0;
    for sent in corpus.documents.iter().flat_map(|d| learn::observe_again(d, weights)) {
        unreachable += sent.unreachable.len();
        if show {
            sent.unreachable.iter().for_each(|name| println!("unreachable {name}"));
        }
        let arcs = learn::arcs(&sent, weights);
        let chosen = lattice::best(&arcs, sent.positions);
        for (i, candidate) in sent.candidates.iter().enumerate() {
            for (label, tally) in tallies.iter_mut().enumerate() {
                let verdict = candidate.verdicts[label];
                let predicted = chosen.contains(&(i, label));
                tally.gold += usize::from(verdict == Verdict::Right);
                tally.predicted += usize::from(predicted && verdict != Verdict::Free);
                tally.right += usize::from(predicted && verdict == Verdict::Right);
                if show && predicted != (verdict == Verdict::Right) && verdict != Verdict::Free {
                    let kind = if predicted { "invented" } else { "missed" };
                    let text = candidate.text.replace('\n', " ");
                    println!("{kind:9}{:13} {text}", Label::NAMES[label]);
                }
            }
        }
    }
    let mut micro = Tally { gold: unreachable, ..Tally::default() };
    for tally in tallies {
        micro.gold += tally.gold;
        micro.predicted += tally.predicted;
        micro.right += tally.right;
    }
    let labels = tallies.map(|tally| format!("{:5.1} {}", tally.f1(), tally.shares()));
    format!("{:24} {}  {:5.1}  {}", corpus.name, labels.join(" "), micro.f1(), unreachable)
}
