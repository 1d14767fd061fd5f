//! The examples in `fixtures/examples/`, line by line.
//!
//! A file that is named by a type asserts what is found of that type alone, any other file what is
//! found of all. A line without marks asserts that nothing is found. `coreference.txt` has other
//! marks and a test of its own.

use std::fs;
use std::path::Path;

use dateline::document::{DateSource, Document, DocumentDate};
use dateline::eval::MarkedText;
use dateline::{Label, Options, Pipeline};

use crate::support::ROOT;

/// A mention as a failure shows it.
fn shown(surface: &str, label: Label, value: Option<&str>) -> String {
    match value {
        Some(value) => format!("[{surface}]({label} {value})"),
        None => format!("[{surface}]({label})"),
    }
}

/// The mentions of a line, as marked and as found, if they differ.
fn difference(pipeline: &Pipeline, marked: &MarkedText, only: Option<Label>) -> Option<String> {
    let source = DateSource::Metadata;
    let doc = Document {
        date: marked.date.map(|value| DocumentDate { value, source }),
        ..Document::from_text(marked.text.as_str())
    };
    let found = pipeline.annotate(&doc);
    let asked = |label: Label| only.is_none_or(|only| only == label);
    let wanted: Vec<String> = marked
        .mentions
        .iter()
        .filter(|mention| asked(mention.label))
        .map(|m| shown(&doc.text[m.span.range()], m.label, m.value.as_deref()))
        .collect();
    let found: Vec<String> = found
        .mentions
        .iter()
        .filter(|mention| asked(mention.label))
        .map(|m| {
            let value = m.timex.as_ref().map(|timex| timex.value.as_str());
            shown(&doc.text[m.span.range()], m.label, value)
        })
        .collect();
    (wanted != found).then(|| format!("wants {} but finds {}", wanted.join(" "), found.join(" ")))
}

#[test]
fn examples_are_found() {
    let folder = Path::new(ROOT).join("fixtures/examples");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("not tested: there is no {}", folder.display());
        return;
    };
    let pipeline =
        Pipeline::new(Options::default()).expect("there are no dictionaries of the user's");
    let mut differing = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let content = fs::read_to_string(&path).expect("examples are text");
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        // What these assert has tests of its own: entities, and where places lie.
        if ["coreference", "place_resolution"].contains(&stem) {
            continue;
        }
        let only: Option<Label> = stem.parse().ok();
        let lines = MarkedText::read_lines(stem, &content).expect("headers are dates");
        for (number, marked) in lines {
            if let Some(difference) = difference(&pipeline, &marked, only) {
                differing.push(format!("{stem}:{number}: {difference}"));
            }
        }
    }
    differing.sort();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
