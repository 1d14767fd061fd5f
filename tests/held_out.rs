//! The marked texts that no weight was learned from, `fixtures/gold/held_out`: floors for their scores,
//! and whether confidence is what it says.

use std::path::Path;

use dateline::eval::{Predictions, ScoreOptions, open_gold, predict, reliability, score};
use dateline::{Options, Pipeline};

use crate::support::{ROOT, assert_above_floors};

/// A step of confidence with fewer predictions is not judged.
const FEWEST: usize = 100;
/// How much fewer of a step's predictions than its confidence says may be right.
const SLACK: f64 = 0.06;

#[test]
fn scores_and_confidence_hold_on_texts_left_out() {
    let gold = open_gold(&Path::new(ROOT).join("fixtures/gold/held_out")).expect("it is gold");
    let pipeline =
        Pipeline::new(Options::default()).expect("there are no dictionaries of the user's");
    let predicted: Predictions =
        gold.iter().map(|doc| (doc.id.clone(), predict(&pipeline, doc))).collect();
    let options = ScoreOptions::default();
    let scores = score(&gold, &predicted, &options).expect("there are texts");

    assert_above_floors("held_out", &scores);

    for step in reliability(&gold, &predicted, &options) {
        let share = |sum: f64| sum / step.predicted as f64;
        let (says, right) = (share(step.confidence), share(step.right as f64));
        let holds = step.predicted < FEWEST || right >= says - SLACK;
        assert!(holds, "of {} at {says:.2}, {right:.2} are right", step.predicted);
    }
}
