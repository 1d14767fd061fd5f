//! Gold and prediction files: JSON Lines of `{"id", "entities": [{"start", "end", "type", …}]}`,
//! gold also with `text`, `types`, `date` and `optional`. Checked whole before anything is scored.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::error::Error;

/// A marked stretch of text; offsets are code points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GoldSpan {
    /// Offset of the first code point.
    pub start: usize,
    /// Offset past the last one.
    pub end: usize,
    /// `person`, `place`, `organization`, `date`, or a type that only the gold knows.
    pub r#type: String,
    /// The TIMEX3 value of a date.
    pub value: Option<String>,
    /// The TIMEX3 type of a date, in capitals.
    pub timex_type: Option<String>,
    /// Latitude and longitude of a place, in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// The text, where the file repeats it.
    pub text: Option<String>,
    /// How sure a prediction is, from 0 to 1.
    pub confidence: Option<f64>,
}

/// A document with what should be found in it.
#[derive(Clone, Debug, Default)]
pub struct GoldDocument {
    /// Unique in its file.
    pub id: String,
    /// The text.
    pub text: String,
    /// When it was published.
    pub date: Option<jiff::civil::Date>,
    /// The types that it annotates.
    pub types: Vec<String>,
    /// What should be found.
    pub entities: Vec<GoldSpan>,
    /// What may be found.
    pub optional: Vec<GoldSpan>,
}

/// What was found in each document, by its id.
pub type Predictions = BTreeMap<String, Vec<GoldSpan>>;

/// Reads gold documents from `text`, the content of the file `name`.
///
/// # Errors
/// If it holds none, or a line lacks something; the message names the file and the line.
pub fn read_gold(name: &str, text: &str) -> Result<Vec<GoldDocument>, Error> {
    let mut gold = Vec::new();
    for Line { place, id, fields } in read_lines(name, text)? {
        let (Some(Value::String(text)), Some(Value::Array(types))) =
            (fields.get("text"), fields.get("types"))
        else {
            return Err(Error::new(format!("{place}: gold needs \"text\" and \"types\"")));
        };
        let types = types.iter().filter_map(Value::as_str).map(str::to_owned);
        let date = fields.get("date").and_then(Value::as_str);
        gold.push(GoldDocument {
            text: text.clone(),
            types: types.collect(),
            date: date.and_then(|date| date.parse().ok()),
            entities: read_spans(fields.get("entities"), &format!("{place}: entities"))?,
            optional: match fields.get("optional") {
                Some(spans) => read_spans(Some(spans), &format!("{place}: optional"))?,
                None => Vec::new(),
            },
            id,
        });
    }
    if gold.is_empty() {
        return Err(Error::new(format!("{name}: no documents")));
    }
    Ok(gold)
}

/// Reads predictions for `gold`, and tells how many lines were for other documents.
///
/// # Errors
/// If a document has no line, or offsets or texts do not fit it.
pub fn read_predictions(
    name: &str,
    text: &str,
    gold: &[GoldDocument],
) -> Result<(Predictions, usize), Error> {
    let mut predicted = Predictions::new();
    for Line { place, id, fields } in read_lines(name, text)? {
        let spans = read_spans(fields.get("entities"), &format!("{place}: entities"))?;
        predicted.insert(id, spans);
    }
    let missing: Vec<&str> =
        gold.iter().map(|doc| doc.id.as_str()).filter(|id| !predicted.contains_key(*id)).collect();
    if !missing.is_empty() {
        let (count, all) = (missing.len(), gold.len());
        let more = if count > 5 { ", ..." } else { "" };
        let shown = missing[..count.min(5)].join(", ");
        let message = format!("{name}: no line for {count} of {all} documents: {shown}{more}");
        return Err(Error::new(message));
    }
    for doc in gold {
        check_against(name, doc, &predicted[&doc.id])?;
    }
    let extra = predicted.len() - gold.len();
    Ok((predicted, extra))
}

/// Checks that the spans lie in the document's text and repeat it rightly.
fn check_against(name: &str, doc: &GoldDocument, spans: &[GoldSpan]) -> Result<(), Error> {
    let starts: Vec<usize> = doc.text.char_indices().map(|(i, _)| i).collect();
    let byte = |offset: usize| starts.get(offset).copied().unwrap_or(doc.text.len());
    for span in spans {
        let GoldSpan { start, end, .. } = *span;
        let place = format!("{name}: {}: {start}..{end}", doc.id);
        if end > starts.len() {
            return Err(Error::new(format!("{place} is past the end of the text")));
        }
        let surface = &doc.text[byte(start)..byte(end)];
        if span.text.as_deref().is_some_and(|text| text != surface) {
            let message = format!("{place} is '{surface}' in the text (are they code points?)");
            return Err(Error::new(message));
        }
    }
    Ok(())
}

/// A line of a file, with its id.
struct Line {
    place: String,
    id: String,
    fields: Map<String, Value>,
}

fn read_lines(name: &str, text: &str) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    let mut seen = BTreeMap::new();
    let numbered = (1..).zip(text.split('\n'));
    for (number, line) in numbered.filter(|(_, line)| !line.trim().is_empty()) {
        let place = format!("{name}:{number}");
        let value: Value = serde_json::from_str(line)
            .map_err(|error| Error::new(format!("{place}: not JSON: {error}")))?;
        let (Value::Object(fields), Some(id)) = (&value, value["id"].as_str()) else {
            let message = format!("{place}: needs an object with a string \"id\"");
            return Err(Error::new(message));
        };
        let (fields, id) = (fields.clone(), id.to_owned());
        if let Some(first) = seen.insert(id.clone(), number) {
            let message = format!("{place}: second line with id '{id}', after line {first}");
            return Err(Error::new(message));
        }
        lines.push(Line { place, id, fields });
    }
    Ok(lines)
}

fn read_spans(value: Option<&Value>, place: &str) -> Result<Vec<GoldSpan>, Error> {
    let Some(Value::Array(spans)) = value else {
        return Err(Error::new(format!("{place}: not a list")));
    };
    spans.iter().map(|span| read_span(span, place)).collect()
}

fn read_span(span: &Value, place: &str) -> Result<GoldSpan, Error> {
    let text = |key: &str| span[key].as_str().map(str::to_owned);
    let Some(r#type) = text("type") else {
        let message = format!("{place}: needs objects with a string \"type\": {span}");
        return Err(Error::new(message));
    };
    let offset = |key: &str| span[key].as_u64().and_then(|n| usize::try_from(n).ok());
    let (Some(start), Some(end)) = (offset("start"), offset("end")) else {
        return Err(bad_offsets(span, place));
    };
    if start >= end {
        return Err(bad_offsets(span, place));
    }
    Ok(GoldSpan {
        start,
        end,
        r#type,
        value: match &span["value"] {
            Value::Null => None,
            Value::String(value) => Some(value.clone()),
            other => Some(other.to_string()),
        },
        timex_type: text("timex_type"),
        coordinates: span["lat"].as_f64().zip(span["lon"].as_f64()),
        text: text("text"),
        confidence: span["confidence"].as_f64(),
    })
}

fn bad_offsets(span: &Value, place: &str) -> Error {
    Error::new(format!("{place}: needs integers 0 <= start < end: {span}"))
}
