//! Offsets of mentions in bytes, code points and UTF-16 units.

use dateline::entity::Entity;
use dateline::mention::{Explanation, Mention};
use dateline::span::Span;
use dateline::write::{DocumentRecord, Offsets, WriteOptions};
use dateline::{Annotations, Document, Label};
use serde_json::Value;

use crate::support::{ROOT, run_with};

const TEXT: &str = "😀 Zoë met Jürgen 🇰🇷 in Rome.";

/// Annotations that mark these words of [`TEXT`] as places.
fn places(words: &[&str]) -> Annotations {
    let mut found = Annotations::default();
    for (i, word) in words.iter().enumerate() {
        let start = TEXT.find(word).expect("it is in the text");
        found.mentions.push(Mention {
            span: Span::new(start, start + word.len()),
            label: Label::Place,
            entity: i,
            confidence: 0.876,
            rule: "place.dictionary",
            timex: None,
            explanation: Explanation::default(),
        });
        found
            .entities
            .push(Entity { mentions: vec![i], ..Entity::new(Label::Place, (*word).to_owned()) });
    }
    found
}

fn slices(record: &Value, units: &[&str]) -> Vec<String> {
    let annotations = record["annotations"].as_array().expect("a list");
    let slice = |a: &Value| {
        let offset = |name: &str| a[name].as_u64().expect("a number") as usize;
        units[offset("start")..offset("end")].concat()
    };
    annotations.iter().map(slice).collect()
}

#[test]
fn mentions_are_slices_in_every_unit() {
    let doc = Document::from_text(TEXT);
    let words = ["Zoë", "Jürgen", "🇰🇷", "Rome"];
    let found = places(&words);
    let record = |offsets| {
        let options = WriteOptions { offsets, ..WriteOptions::default() };
        serde_json::to_value(DocumentRecord::new(&doc, &found, &options)).expect("a record")
    };
    let points: Vec<String> = TEXT.chars().map(String::from).collect();
    let points: Vec<&str> = points.iter().map(String::as_str).collect();
    assert_eq!(slices(&record(Offsets::Codepoint), &points), words);

    let utf16: Vec<u16> = TEXT.encode_utf16().collect();
    let bytes = record(Offsets::Byte);
    let units = record(Offsets::Utf16);
    for (i, word) in words.iter().enumerate() {
        let range = |record: &Value| {
            let annotation = &record["annotations"][i];
            let offset = |name: &str| annotation[name].as_u64().expect("a number") as usize;
            offset("start")..offset("end")
        };
        assert_eq!(&TEXT[range(&bytes)], *word);
        let unit = String::from_utf16(&utf16[range(&units)]).expect("whole characters");
        assert_eq!(unit, *word);
    }
    assert_eq!(bytes["annotations"][0]["confidence"], 0.88);
}

#[test]
fn the_unit_is_chosen_and_told() {
    for name in ["byte", "codepoint", "utf16"] {
        let done = run_with(ROOT.as_ref(), &["--offsets", name], TEXT.as_bytes()).good();
        assert_eq!(done.field("offsets"), [name]);
    }
}
