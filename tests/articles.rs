//! The articles in `fixtures/`: their snapshots, and floors for their scores.

use std::fs;
use std::path::Path;

use dateline::document::Document;
use dateline::eval::{MarkedText, Predictions, ScoreOptions, entities, score, table};
use dateline::write::{DocumentRecord, WriteOptions};
use dateline::{Options, Pipeline};

use crate::support::{ROOT, articles, assert_above_floors, read};

/// Set to write the snapshots anew instead of comparing with them.
const UPDATE: &str = "UPDATE_SNAPSHOTS";

/// An article with its gold.
fn load(name: &str) -> (Document, MarkedText) {
    let text = read(&format!("fixtures/articles/{name}.txt"));
    let path = format!("fixtures/articles/{name}.marked");
    let marked = MarkedText::read_file(&path, &read(&path)).expect("its header is a date");
    assert_eq!(marked.text, text, "{name}.marked without its marks is not {name}.txt");
    let doc = Document { id: format!("{name}.txt"), ..Document::from_text(text) };
    (doc, marked)
}

fn pipeline(marked: &MarkedText) -> Pipeline {
    let options = Options { date: marked.date, ..Options::default() };
    Pipeline::new(options).expect("there are no dictionaries of the user's")
}

#[test]
fn snapshots_hold() {
    let update = std::env::var_os(UPDATE).is_some();
    let mut differing = Vec::new();
    for name in articles() {
        let (doc, marked) = load(&name);
        let found = pipeline(&marked).annotate(&doc);
        let record = DocumentRecord::new(&doc, &found, &WriteOptions::default());
        let mut json = serde_json::to_string_pretty(&record).expect("a record");
        json.push('\n');
        let path = format!("fixtures/articles/{name}.json");
        if update {
            fs::write(Path::new(ROOT).join(&path), json).expect("fixtures/ is writable");
        } else if let Some(line) = first_difference(&path, &json) {
            differing.push(line);
        }
    }
    let all = differing.join("\n");
    assert!(
        differing.is_empty(),
        "{all}\nIf this is what should be found, run {UPDATE}=1 cargo test and review the change."
    );
}

/// Where a snapshot and what is found now part.
fn first_difference(path: &str, now: &str) -> Option<String> {
    let Ok(then) = fs::read_to_string(Path::new(ROOT).join(path)) else {
        return Some(format!("{path} is missing"));
    };
    if then == now {
        return None;
    }
    let mut lines = (1..).zip(then.lines().zip(now.lines()));
    Some(match lines.find(|(_, (then, now))| then != now) {
        Some((number, (then, now))) => {
            format!("{path}:{number}: {} is now {}", then.trim(), now.trim())
        }
        None => format!("{path}: one is longer than the other"),
    })
}

#[test]
fn scores_stay_above_their_floors() {
    let (mut gold, mut predicted) = (Vec::new(), Predictions::new());
    for name in articles() {
        let (doc, marked) = load(&name);
        let found = pipeline(&marked).annotate(&doc);
        predicted.insert(doc.id.clone(), entities(&doc.text, &found));
        gold.push(marked.to_gold(&doc.id));
    }
    let scores = score(&gold, &predicted, &ScoreOptions::default()).expect("there are articles");
    eprintln!("{}", table(&scores));
    assert_above_floors("floors", &scores);
}
