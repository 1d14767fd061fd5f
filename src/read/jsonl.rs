//! A record of JSON Lines: one object a line, whose fields the user may name.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Failure, Fields, ReadDocument, STDIN, decode, file_date};
use crate::document::{DateSource, Document, DocumentDate};
use crate::error::Error;

/// A line of a JSON Lines input.
pub struct Line {
    /// What its document is called if it has no id of its own, before the line's number.
    pub name: Arc<str>,
    /// The path of the file.
    pub path: Option<Arc<str>>,
    /// From 1.
    pub number: usize,
    /// The line.
    pub bytes: Vec<u8>,
}

/// Reads a record.
pub fn read(line: &Line, fields: &Fields) -> Result<ReadDocument, Failure> {
    let (text, warning) = decode::decode_line(line.bytes.trim_ascii());
    let place = format!("{}:{}", line.path.as_deref().unwrap_or(STDIN), line.number);
    let mut warnings: Vec<String> = warning.map(|w| format!("{place}: {w}")).into_iter().collect();
    let mut id = format!("{}:{}", line.name, line.number);
    let failed = |id: String, message: String| Failure {
        id,
        path: line.path.as_deref().map(str::to_owned),
        error: Error::new(message),
        line: Some(line.number),
    };
    let mut record = match serde_json::from_str(&text) {
        Ok(Value::Object(record)) => record,
        Ok(_) => return Err(failed(id, "not a JSON object".into())),
        Err(error) => return Err(failed(id, not_json(&error))),
    };
    match record.get(&fields.id) {
        Some(Value::String(own)) => id.clone_from(own),
        Some(Value::Number(own)) => id = own.to_string(),
        _ => {}
    }
    let text = match record.remove(&fields.text) {
        Some(Value::String(text)) => text,
        found => return Err(failed(id, no_text(&fields.text, found.as_ref(), &record))),
    };
    let title = match record.remove(&fields.title) {
        Some(Value::String(title)) => Some(title),
        _ => None,
    };
    let date = match date(record.get(&fields.date)) {
        Ok(date) => date,
        Err(given) => {
            let field = &fields.date;
            warnings.push(format!(
                "{place}: field '{field}' is {given}, not a date like 2023-11-09; read without it"
            ));
            None
        }
    };
    let doc = Document { id, path: line.path.as_deref().map(str::to_owned), title, date, text };
    Ok(ReadDocument { doc, warnings })
}

/// The date of a record, or what stands in its place.
fn date(value: Option<&Value>) -> Result<Option<DocumentDate>, &Value> {
    let text = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => return Ok(None),
        Some(Value::String(text)) => text,
        Some(other) => return Err(other),
    };
    let Some(value) = file_date::of_metadata(text) else {
        return value.map_or(Ok(None), Err);
    };
    let source = DateSource::Metadata;
    Ok(Some(DocumentDate { value, source }))
}

fn not_json(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let cause = message.rsplit_once(" at line ").map_or(&*message, |(cause, _)| cause);
    format!("not JSON: {cause} at column {}", error.column())
}

fn no_text(field: &str, found: Option<&Value>, record: &Map<String, Value>) -> String {
    if found.is_some() {
        return format!("field '{field}' is not a string");
    }
    let strings = record.iter().filter(|(_, value)| value.is_string());
    let names: Vec<String> = strings.map(|(name, _)| format!("'{name}'")).take(8).collect();
    if names.is_empty() {
        return format!("no field '{field}', which holds the text");
    }
    let names = names.join(", ");
    format!("no field '{field}', which holds the text; --text-field can name another: {names}")
}
