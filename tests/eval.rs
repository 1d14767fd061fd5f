//! Scores, by hand-made cases and against the reference scorer.

use std::path::{Path, PathBuf};
use std::process::Command;

use dateline::eval::{
    GoldDocument, GoldSpan, Optional, Predictions, ScoreOptions, Scores, errors, read_gold,
    read_predictions, reliability, score,
};
use serde_json::Value;

use crate::support::{Folder, ROOT, run_with};

const TEXT: &str = "Ann Lee of Acme flew to Rome on Friday, 5 May.";
const TYPES: [&str; 4] = ["person", "place", "organization", "date"];

fn span(surface: &str, kind: &str) -> GoldSpan {
    let start = TEXT.find(surface).expect("it is in the text");
    GoldSpan { start, end: start + surface.len(), r#type: kind.into(), ..GoldSpan::default() }
}

fn date(surface: &str, value: &str) -> GoldSpan {
    GoldSpan { value: Some(value.into()), timex_type: Some("DATE".into()), ..span(surface, "date") }
}

fn place(surface: &str, latitude: f64, longitude: f64) -> GoldSpan {
    GoldSpan { coordinates: Some((latitude, longitude)), ..span(surface, "place") }
}

fn gold(entities: &[GoldSpan]) -> GoldDocument {
    GoldDocument {
        id: "d".into(),
        text: TEXT.into(),
        types: TYPES.map(String::from).to_vec(),
        entities: entities.to_vec(),
        ..GoldDocument::default()
    }
}

fn scored(doc: &GoldDocument, predicted: &[GoldSpan], options: &ScoreOptions) -> Scores {
    let predicted = Predictions::from([("d".to_owned(), predicted.to_vec())]);
    score(std::slice::from_ref(doc), &predicted, options).expect("there is something to score")
}

/// Gold, predicted and matched of a type, strictly and by overlap.
fn counts(wanted: &[GoldSpan], predicted: &[GoldSpan], kind: &str) -> [(usize, usize, usize); 2] {
    let scores = scored(&gold(wanted), predicted, &ScoreOptions::default());
    let ways = scores.types.get(kind).unwrap_or(&scores.micro);
    [ways.strict, ways.overlap].map(|c| (c.gold, c.predicted, c.matched))
}

fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
}

#[test]
fn spans_match_one_to_one() {
    let (ann_lee, ann, lee) =
        (span("Ann Lee", "person"), span("Ann", "person"), span("Lee", "person"));
    let one = std::slice::from_ref(&ann_lee);
    assert_eq!(counts(one, one, "person"), [(1, 1, 1); 2]);
    assert_eq!(counts(one, std::slice::from_ref(&lee), "person"), [(1, 1, 0), (1, 1, 1)]);
    assert_eq!(counts(one, &[ann.clone(), lee.clone()], "person")[1], (1, 2, 1));
    assert_eq!(counts(one, &[ann_lee.clone(), ann_lee.clone()], "person")[0], (1, 2, 1));
    // The exact pair goes first, which leaves the longer prediction to the other name.
    let offered = [ann_lee.clone(), ann.clone()];
    assert_eq!(counts(&[ann, lee], &offered, "person"), [(2, 2, 1), (2, 2, 2)]);
}

#[test]
fn types_must_agree() {
    let (place, organization) = (span("Rome", "place"), span("Rome", "organization"));
    let (wanted, offered) = (std::slice::from_ref(&place), std::slice::from_ref(&organization));
    assert_eq!(counts(wanted, offered, "place")[1], (1, 0, 0));
    assert_eq!(counts(wanted, offered, "organization")[1], (0, 1, 0));
    assert_eq!(counts(wanted, offered, "micro")[1], (1, 1, 0));
}

#[test]
fn touching_is_no_overlap() {
    let at = |start, end| GoldSpan { start, end, ..span("Ann", "person") };
    assert_eq!(counts(&[at(0, 3)], &[at(3, 7)], "person")[1], (1, 1, 0));
}

#[test]
fn only_annotated_types_count() {
    let places = GoldDocument { types: vec!["place".into()], ..gold(&[span("Rome", "place")]) };
    let offered = [span("Rome", "place"), span("Ann Lee", "person")];
    let scores = scored(&places, &offered, &ScoreOptions::default());
    assert_eq!(scores.types.keys().collect::<Vec<_>>(), ["place"]);
    assert_eq!((scores.micro.strict.predicted, scores.micro.strict.f1), (1, 1.0));
    let nothing = ScoreOptions { types: ["person".to_owned()].into(), ..ScoreOptions::default() };
    let error = score(&[places], &Predictions::new(), &nothing).expect_err("no persons");
    assert!(error.to_string().starts_with("nothing to score"));
}

#[test]
fn optional_spans_are_neither_missed_nor_wrong() {
    let doc = GoldDocument {
        optional: vec![span("Acme", "organization")],
        ..gold(&[span("Ann Lee", "person")])
    };
    let offered = [span("Ann Lee", "person"), span("Acme", "organization")];
    let excused = [span("Ann Lee", "person"), span("Acme", "place")];
    for (offered, optional, wanted) in [
        (&offered, Optional::Ignore, (1, 1, 1)),
        (&offered, Optional::Wrong, (1, 2, 1)),
        (&offered, Optional::Required, (2, 2, 2)),
        // It excuses its own type only, and nobody misses it.
        (&excused, Optional::Ignore, (1, 2, 1)),
    ] {
        let options = ScoreOptions { optional, ..ScoreOptions::default() };
        let strict = scored(&doc, offered, &options).micro.strict;
        assert_eq!((strict.gold, strict.predicted, strict.matched), wanted, "{optional:?}");
    }
}

#[test]
fn values_are_judged_on_matched_pairs() {
    let wanted = gold(&[date("Friday", "2000-05-05"), date("5 May", "2000-05-05")]);
    let offered = [date("on Friday", "2000-05-05"), date("5 May", "2000-05")];
    let timex = scored(&wanted, &offered, &ScoreOptions::default()).timex.expect("dates");
    near(timex.strict_f1, 0.5);
    near(timex.relaxed_f1, 1.0);
    near(timex.value_f1.expect("judged"), 0.5);
    near(timex.type_f1.expect("judged"), 1.0);

    let one = [date("Friday", " 2000-05-05 ")];
    let timex = scored(&wanted, &one, &ScoreOptions::default()).timex.expect("dates");
    near(timex.value_f1.expect("judged"), 2.0 / 3.0);

    let wanted = gold(&[span("Friday", "date"), date("5 May", "2000-05-05")]);
    let offered = [date("Friday", "x"), span("5 May", "date")];
    let timex = scored(&wanted, &offered, &ScoreOptions::default()).timex.expect("dates");
    assert_eq!((timex.value_judged, timex.value_accuracy), (1, Some(0.0)));
}

#[test]
fn timex_types_not_asked_for_are_optional() {
    let duration = GoldSpan { timex_type: Some("DURATION".into()), ..span("5 May", "date") };
    let doc = gold(&[span("Friday", "date"), duration]);
    let options =
        ScoreOptions { timex_types: ["DATE".to_owned()].into(), ..ScoreOptions::default() };
    let offered = [span("Friday", "date"), span("5 May", "date")];
    let strict = scored(&doc, &offered, &options).types["date"].strict;
    assert_eq!((strict.gold, strict.predicted, strict.matched, strict.ignored), (1, 1, 1, 1));
}

#[test]
fn places_are_judged_by_distance() {
    let wanted = gold(&[
        place("Rome", 41.9, 12.5),
        place("Acme", 0.0, 0.0),
        place("Lee", 10.0, 10.0),
        span("May", "place"),
    ]);
    let offered = [place("Rome", 41.9, 12.5), place("Acme", 0.0, 2.0), place("May", 1.0, 1.0)];
    let geo = scored(&wanted, &offered, &ScoreOptions::default()).geo.expect("places");
    assert_eq!((geo.gold, geo.matched, geo.resolved), (3, 2, 2));
    near(geo.accuracy161_matched, 0.5);
    near(geo.accuracy161_all, 1.0 / 3.0);
    assert!((geo.median_km.expect("resolved") - 111.2).abs() < 0.1);

    let missed = scored(&wanted, &[span("Rome", "place")], &ScoreOptions::default());
    let geo = missed.geo.expect("places");
    assert_eq!((geo.matched, geo.resolved, geo.median_km), (1, 0, None));
    let unlocated = gold(&[span("Rome", "place")]);
    assert_eq!(scored(&unlocated, &offered, &ScoreOptions::default()).geo, None);
}

#[test]
fn malformed_files_are_told() {
    let line = format!(r#"{{"id":"d","text":"{TEXT}","types":["place"],"entities":[]}}"#);
    let gold = read_gold("gold", &line).expect("it is gold");
    let span = |fields: &str| format!(r#"{{"id":"d","entities":[{{{fields}}}]}}"#);
    for (lines, message) in [
        (r#"{"id":"x","entities":[]}"#.into(), "pred: no line for 1 of 1 documents: d"),
        (String::new(), "pred: no line for 1 of 1 documents: d"),
        ("{".into(), "pred:1: not JSON"),
        ("[]".into(), "pred:1: needs an object with a string \"id\""),
        (r#"{"id":"d"}"#.into(), "pred:1: entities: not a list"),
        (
            span(r#""start":3,"end":3,"type":"x""#),
            "pred:1: entities: needs integers 0 <= start < end",
        ),
        (
            span(r#""start":0,"end":"3","type":"x""#),
            "pred:1: entities: needs integers 0 <= start < end",
        ),
        (
            span(r#""start":-1,"end":3,"type":"x""#),
            "pred:1: entities: needs integers 0 <= start < end",
        ),
        (
            span(r#""start":true,"end":3,"type":"x""#),
            "pred:1: entities: needs integers 0 <= start < end",
        ),
        (span(r#""start":0,"end":3"#), "pred:1: entities: needs objects with a string \"type\""),
        (span(r#""start":0,"end":999,"type":"x""#), "pred: d: 0..999 is past the end of the text"),
        (
            span(r#""start":0,"end":3,"type":"x","text":"nn ""#),
            "pred: d: 0..3 is 'Ann' in the text (are they code points?)",
        ),
        (
            format!("{0}\n\n{0}", r#"{"id":"d","entities":[]}"#),
            "pred:3: second line with id 'd', after line 1",
        ),
    ] {
        let error = read_predictions("pred", &lines, &gold).expect_err(&lines).to_string();
        assert!(error.starts_with(message), "{error}");
    }
    for (lines, message) in [
        ("", "gold: no documents"),
        (r#"{"id":"d","entities":[]}"#, "gold:1: gold needs \"text\" and \"types\""),
    ] {
        assert_eq!(read_gold("gold", lines).expect_err(lines).to_string(), message);
    }
}

#[test]
fn offsets_are_code_points() {
    let gold = r#"{"id":"d","text":"😀 Zoë in Rome","types":["place"],"entities":[{"start":9,"end":13,"type":"place","text":"Rome"}]}"#;
    let predicted = r#"{"id":"d","entities":[{"start":9,"end":13,"type":"place","text":"Rome"}]}"#;
    let folder = Folder::with(&[("g.jsonl", gold.as_bytes()), ("p.jsonl", predicted.as_bytes())]);
    let done = folder.run(&["eval", "--json", "g.jsonl", "p.jsonl"]).good();
    let scores: Value = serde_json::from_str(&done.stdout).expect("JSON");
    assert_eq!(scores["micro"]["strict"]["matched"], 1);
    let table = folder.run(&["eval", "g.jsonl", "p.jsonl"]).good().stdout;
    assert!(table.starts_with("1 documents\n\n"), "{table}");
    assert!(
        table.contains(
            "place         strict    100.00 100.00 100.00       1       1       1        0\n"
        ),
        "{table}"
    );
}

/// The reference scorer and its gold, which lie beside the project.
fn reference() -> Option<PathBuf> {
    let places = [Path::new(ROOT).join("../shared/gold"), "/work/shared/gold".into()];
    places.into_iter().find(|folder| folder.join("score.py").exists())
}

/// Predictions that are right, wrong in each way, or missing, by turns.
fn spoil(gold: &str) -> String {
    let mut lines = String::new();
    for line in gold.lines() {
        let doc: Value = serde_json::from_str(line).expect("gold is JSON");
        let mut entities = doc["entities"].as_array().cloned().unwrap_or_default();
        entities.extend(doc["optional"].as_array().cloned().unwrap_or_default());
        let mut kept = Vec::new();
        for (i, mut entity) in entities.into_iter().enumerate() {
            let (start, end) = (entity["start"].as_u64(), entity["end"].as_u64());
            let (start, end) = (start.expect("a number"), end.expect("a number"));
            entity.as_object_mut().expect("an object").remove("text");
            match i % 7 {
                0 => continue,
                1 if end - start > 1 => entity["start"] = (start + 1).into(),
                2 => entity["type"] = "person".into(),
                3 => entity["value"] = "2001-W9".into(),
                4 if entity["lat"].is_number() => entity["lat"] = (-12.5).into(),
                5 => kept.push(entity.clone()),
                _ => {}
            }
            kept.push(entity);
        }
        let predicted = serde_json::json!({"id": doc["id"], "entities": kept});
        lines.push_str(&format!("{predicted}\n"));
    }
    lines
}

/// Checks that two JSON values are equal, numbers but for the last digits.
fn check_equal(ours: &Value, theirs: &Value, path: &str) {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>(), "{path}");
            a.iter().for_each(|(key, value)| check_equal(value, &b[key], &format!("{path}.{key}")));
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap_or(0.0), b.as_f64().unwrap_or(0.0));
            assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{path}: {a} is not {b}");
        }
        _ => assert_eq!(ours, theirs, "{path}"),
    }
}

#[test]
fn figures_equal_those_of_the_reference_scorer() {
    let Some(folder) = reference() else {
        eprintln!("not tested: ../shared/gold/score.py is absent");
        return;
    };
    let work = Folder::new();
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("it is readable")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .collect();
    files.sort();
    let predicted = work.path().join("predicted.jsonl");
    let path = predicted.to_str().expect("the target directory's name is text");
    for gold in files {
        let text = std::fs::read_to_string(&gold).expect("it is readable");
        std::fs::write(&predicted, spoil(&text)).expect("it is writable");
        let gold = gold.to_str().expect("the name is text");
        for options in
            [&["--json"][..], &["--json", "--optional", "required", "--timex-types", "DATE"]]
        {
            let ours =
                run_with(work.path(), &[&["eval", gold, path], options].concat(), b"").good();
            let theirs = Command::new("python3")
                .arg(folder.join("score.py"))
                .args([gold, path])
                .args(options)
                .output();
            let Ok(theirs) = theirs else {
                eprintln!("not tested: there is no python3");
                return;
            };
            let read = |json: &[u8]| -> Value { serde_json::from_slice(json).expect("JSON") };
            check_equal(&read(ours.stdout.as_bytes()), &read(&theirs.stdout), gold);
        }
    }
}

#[test]
fn errors_are_counted_by_kind() {
    let wanted = [span("Ann Lee", "person"), span("Acme", "organization"), span("Rome", "place")];
    let found = [span("Lee", "person"), span("Acme", "place"), span("Friday", "place")];
    let predicted = Predictions::from([("d".to_owned(), found.to_vec())]);
    let kinds = |options: &ScoreOptions| {
        let found = errors(&[gold(&wanted)], &predicted, options);
        found.into_iter().map(|(kind, count)| format!("{count} {kind}")).collect::<Vec<_>>()
    };
    assert_eq!(
        kinds(&ScoreOptions::default()),
        ["1 bounds of person", "1 invented place", "1 missed place", "1 place for organization"]
    );
    let places = ScoreOptions { types: ["place".to_owned()].into(), ..ScoreOptions::default() };
    assert_eq!(kinds(&places), ["2 invented place", "1 missed place"]);
}

#[test]
fn reliability_counts_what_is_right_by_confidence() {
    let sure = |surface, kind, confidence| GoldSpan {
        confidence: Some(confidence),
        ..span(surface, kind)
    };
    let wanted = gold(&[span("Rome", "place"), span("Acme", "organization")]);
    let found = vec![
        sure("Rome", "place", 1.0),
        sure("Acme", "place", 0.95),
        sure("Friday", "place", 0.42),
        span("Ann", "person"),
    ];
    let predicted = Predictions::from([("d".to_owned(), found)]);
    let steps = reliability(&[wanted], &predicted, &ScoreOptions::default());
    let counts = steps.map(|step| (step.predicted, step.right));
    assert_eq!((counts[9], counts[4], counts[0]), ((2, 1), (1, 0), (0, 0)));
    assert!((steps[9].confidence - 1.95).abs() < 1e-9);
}
