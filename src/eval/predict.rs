//! What the pipeline finds, in the form in which it is scored.

use super::{GoldDocument, GoldSpan};
use crate::document::{DateSource, Document, DocumentDate};
use crate::entity::Annotations;
use crate::pipeline::Pipeline;
use crate::write::{Converter, Offsets};

/// Annotates the text of a gold document, given its date.
pub fn predict(pipeline: &Pipeline, gold: &GoldDocument) -> Vec<GoldSpan> {
    let source = DateSource::Metadata;
    let doc = Document {
        id: gold.id.clone(),
        date: gold.date.map(|value| DocumentDate { value, source }),
        text: gold.text.clone(),
        ..Document::default()
    };
    entities(&doc.text, &pipeline.annotate(&doc))
}

/// The mentions in `text` as spans of code points.
pub fn entities(text: &str, found: &Annotations) -> Vec<GoldSpan> {
    let mut converter = Converter::new(text, Offsets::Codepoint);
    let mentions = found.mentions.iter().map(|mention| {
        let timex = mention.timex.as_ref();
        let place = found.entities.get(mention.entity).and_then(|e| e.place.as_ref());
        GoldSpan {
            start: converter.at(mention.span.start),
            end: converter.at(mention.span.end),
            r#type: mention.label.name().to_owned(),
            value: timex.map(|timex| timex.value.clone()),
            timex_type: timex.map(|timex| timex.kind.name().to_uppercase()),
            coordinates: place.and_then(|place| place.coordinates),
            text: Some(text[mention.span.range()].to_owned()),
            confidence: Some(mention.confidence),
        }
    });
    mentions.collect()
}
