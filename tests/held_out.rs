//! The marked texts that no weight was learned from, `fixtures/gold/held_out`: floors for their scores,
//! and whether confidence is what it says.

use std::collections::BTreeMap;
use std::path::Path;

use dateline::eval::{Predictions, ScoreOptions, open_gold, predict, reliability, score};
use dateline::{Options, Pipeline};

use crate::support::ROOT;

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

    let path = Path::new(ROOT).join("fixtures/gold.toml");
    let floors = std::fs::read_to_string(path).expect("gold.toml is there");
    let floors: toml::Table = floors.parse().expect("gold.toml is TOML");
    let floors = floors["held_out"].as_table().expect("[held_out] is a table");
    let mut figures: BTreeMap<&str, f64> =
        scores.types.iter().map(|(kind, ways)| (kind.as_str(), ways.strict.f1)).collect();
    let value = scores.timex.and_then(|timex| timex.value_f1).unwrap_or_default();
    figures.insert("value", value);
    for (kind, figure) in figures {
        let floor = floors.get(kind).and_then(toml::Value::as_float);
        let floor = floor.unwrap_or_else(|| panic!("[held_out] has no floor for {kind}"));
        assert!(figure >= floor, "{kind}: {figure:.4} is below its floor {floor}");
    }

    for step in reliability(&gold, &predicted, &options) {
        let share = |sum: f64| sum / step.predicted as f64;
        let (says, right) = (share(step.confidence), share(step.right as f64));
        let holds = step.predicted < FEWEST || right >= says - SLACK;
        assert!(holds, "of {} at {says:.2}, {right:.2} are right", step.predicted);
    }
}
