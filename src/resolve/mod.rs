//! Stage 5: weighs the evidence, takes the best set of candidates that do not overlap, and tells
//! which mentions of a document name the same thing.

pub mod agreement;
pub mod coreference;
mod decide;
pub mod lattice;
mod weights;

pub use decide::{Decision, decide};
pub(crate) use decide::{MENTION_OFFSET, USER_ENTRY, date_score};
pub use weights::Weights;
