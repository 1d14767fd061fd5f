//! Stage 4: proposes mentions, one annotator a type, each with evidence and none with a decision.

pub mod date;
