//! [`Mention`]: a name or date found in a text, and [`Explanation`], why.

use crate::label::Label;
use crate::span::Span;
use crate::value::Timex;

/// A decided mention.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub label: Label,
    /// The index of its entity in [`Annotations::entities`](crate::entity::Annotations).
    pub entity: usize,
    /// How sure the decision is, from 0 to 1.
    pub confidence: f64,
    /// The rule that proposed it, as `label.rule`.
    pub rule: &'static str,
    /// The value, of a date.
    pub timex: Option<Timex>,
    /// Why it was found.
    pub explanation: Explanation,
}

/// What a decision rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// The dictionary rows that know the surface, its words or those beside it; those that the
    /// heaviest reasons rest on first.
    pub rows: Vec<RowSource>,
    /// Each reason with its weight, the heaviest first; positive speaks for the mention.
    pub evidence: Vec<(&'static str, f64)>,
    /// What gives a date its value.
    pub value_from: Option<ValueFrom>,
}

impl Explanation {
    /// The sum of the evidence.
    pub fn score(&self) -> f64 {
        self.evidence.iter().map(|(_, weight)| weight).sum()
    }
}

codes! {
    /// What gives a date its value.
    ValueFrom {
        /// Its own words.
        Words = "words",
        /// Its words, counted from the document's date.
        Document = "document",
        /// Its words, counted from what the text says before it or beside it.
        Text = "text",
    }
}

/// A dictionary row that a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowSource {
    /// The name of the file.
    pub file: String,
    /// The number of the line, from 1.
    pub line: usize,
    /// What the file says the surface is.
    pub class: &'static str,
    /// The canonical surface of the row.
    pub name: String,
}
