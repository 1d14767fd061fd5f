//! The last stage: what was found, as JSON for programs and as colored text for people.
//!
//! The types here are the wire format, apart from the inner types, so that a change of one is a
//! decision about the other. `docs/json.md` tells what the fields mean. Nothing is printed here.

mod geojson;
mod lookup;
mod offsets;
mod place;
mod record;
mod safe;
mod terminal;
mod timeml;

pub use geojson::{FeatureCollection, PlaceUse, place_uses};
pub use lookup::{LookupRecord, lookup_table};
pub use offsets::{Converter, Offsets};
pub use record::{DocumentRecord, ErrorRecord};
pub use safe::safe;
pub use terminal::view;
pub use timeml::timeml;

/// The name of the format, which every record starts with.
pub const FORMAT: &str = "dateline/1";

/// The JSON Schema of a record.
pub const SCHEMA: &str = include_str!("../../docs/schema.json");

/// What is written of a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct WriteOptions {
    /// What `start` and `end` count.
    pub offsets: Offsets,
    /// Whether the record holds the text.
    pub with_text: bool,
    /// Whether annotations say why they were made.
    pub explain: bool,
}
