//! [`reliability`]: whether predictions of a confidence are right as often as it says.

use super::matching::overlap;
use super::{GoldDocument, Predictions, ScoreOptions};

/// How many equal steps of confidence are told apart.
const STEPS: usize = 10;

/// What became of the predictions of one step of confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Step {
    /// How many predictions there were.
    pub predicted: usize,
    /// How many had the span and the type of a gold entity.
    pub right: usize,
    /// The sum of their confidence.
    pub confidence: f64,
}

/// The steps of confidence from 0 to 1. Predictions without a confidence, and those that overlap what
/// is optional, are passed over.
pub fn reliability(
    gold: &[GoldDocument],
    predicted: &Predictions,
    options: &ScoreOptions,
) -> [Step; STEPS] {
    let mut steps = [Step::default(); STEPS];
    for doc in gold {
        for found in predicted.get(&doc.id).into_iter().flatten() {
            let Some(confidence) = found.confidence else { continue };
            let optional = doc.optional.iter().any(|optional| overlap(optional, found));
            if !doc.types.contains(&found.r#type) || !options.asks(&found.r#type) || optional {
                continue;
            }
            let key = (found.start, found.end, &found.r#type);
            let right = doc.entities.iter().any(|g| (g.start, g.end, &g.r#type) == key);
            let step = &mut steps[((confidence * STEPS as f64) as usize).min(STEPS - 1)];
            step.predicted += 1;
            step.right += usize::from(right);
            step.confidence += confidence;
        }
    }
    steps
}
