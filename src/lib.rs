//! Finds the people, places, organizations and dates in news text, and says why.
//!
//! ```text
//! read → clean → tokenize → annotate (gazetteer + patterns) → resolve → normalize → write
//! bytes  Document+Layout  Sentence, Token  candidate Mentions   Mentions   + values, links   JSON
//! ```
//!
//! Data flows one way: a stage uses the core types and the stages before it. The library never
//! prints, never reads the clock, and does not panic on input.

#[macro_use]
mod codes;

// Core types: a noun a file.
pub mod document;
pub mod entity;
pub mod evidence;
pub mod label;
pub mod mention;
pub mod span;
pub mod value;

// The stages, in the order in which a text passes them.
pub mod read;
pub mod clean;
pub mod tokenize;
pub mod gazetteer;
pub mod pattern;
pub mod annotators;
pub mod resolve;
pub mod normalize;
pub mod write;

// What measures the stages.
pub mod eval;

mod error;
mod options;
mod pipeline;

pub use document::Document;
pub use entity::Annotations;
pub use error::Error;
pub use label::{Label, Labels};
pub use options::{DateOrder, Genre, Home, Options, UserList};
pub use pipeline::Pipeline;
