//! Measures annotations against gold: precision, recall and F1 by type, date values, places.
//!
//! - *strict*: same start, end and type.
//! - *overlap*: same type and at least one character in common; each gold entity and each
//!   prediction counts once, pairs with the most in common first.
//! - *timex*: as in TempEval-3. Strict F1, relaxed F1 (overlap), and for values and types the
//!   relaxed F1 times the share of matched pairs that agree; gold without a value is not judged.
//! - *geo*: of the gold places with coordinates, how many matched pairs lie within 161 km (100
//!   miles), and the median error. A prediction without coordinates is a miss.
//!
//! A document is scored on the types that it says it annotates. Its `optional` spans are neither
//! missed nor wrong, unless [`ScoreOptions`] say otherwise. Offsets are code points.

mod errors;
mod gold;
mod marked;
mod matching;
mod open;
mod predict;
mod reliability;
mod score;
mod table;
mod values;

pub use errors::errors;
pub use gold::{GoldDocument, GoldSpan, Predictions, read_gold, read_predictions};
pub use marked::{MarkedMention, MarkedText};
pub use matching::{Counts, Ways};
pub use open::open_gold;
pub use predict::{entities, predict};
pub use reliability::{Step, reliability};
pub use score::{Optional, ScoreOptions, Scores, score};
pub use table::{errors_table, reliability_table, table};
pub use values::{GeoScores, TimexScores, plain_value};
