//! `dateline lookup`: what the dictionaries know of names.

use std::path::Path;

use serde_json::Value;

use crate::support::{Folder, ROOT, run, run_with};

fn types(record: &Value) -> Vec<&str> {
    let readings = record["readings"].as_array().expect("readings");
    readings.iter().filter_map(|reading| reading["type"].as_str()).collect()
}

#[test]
fn readings_have_ids_and_rows() {
    let records = run(&["lookup", "France", "bbc"]).good().records();
    let france = &records[0]["readings"][0];
    assert_eq!(records[0]["surface"], "France");
    assert_eq!(
        [&france["type"], &france["name"], &france["kind"], &france["country"]],
        ["place", "France", "country", "FR"]
    );
    assert_eq!((&france["geonames"], &france["as_written"]), (&3017382.into(), &true.into()));
    assert!(france["latitude"].is_number() && france["longitude"].is_number());
    let line = france["line"].as_u64().expect("a line") as usize;
    let file = Path::new(ROOT).join("dictionaries").join(france["file"].as_str().expect("a file"));
    let text = std::fs::read_to_string(file).expect("the file is there");
    assert!(text.lines().nth(line - 1).is_some_and(|row| row.starts_with("France\t")));
    let bbc = &records[1]["readings"][0];
    assert_eq!([&bbc["name"], &bbc["kind"], &bbc["capitals"]], ["BBC", "broadcaster", "all"]);
    assert_eq!(bbc["as_written"], false);
}

#[test]
fn standard_input_has_a_name_a_line() {
    let here = Path::new(".");
    let done = run_with(here, &["lookup", "-"], "Oslo\r\n\n  the European Union \n".as_bytes());
    let records = done.good().records();
    assert_eq!(records.len(), 2);
    assert_eq!((&records[0]["surface"], types(&records[0])[0]), (&"Oslo".into(), "place"));
    assert_eq!(records[1]["surface"], "the European Union");
    assert_eq!(types(&records[1])[0], "organization");
}

#[test]
fn unknown_names_have_near_ones() {
    let done = run(&["lookup", "Goldman Sacks", "Oslo"]);
    assert_eq!((done.code, done.stderr.as_str()), (Some(1), ""));
    let records = done.records();
    assert_eq!(types(&records[0]), Vec::<&str>::new());
    assert_eq!(records[0]["near"][0], "Goldman Sachs");
    assert_eq!(records[1].get("near"), None);
    let done = run(&["lookup", "--format", "table", "Goldman Sacks", "!"]);
    assert_eq!((done.code, done.stdout.as_str()), (Some(1), ""));
    assert_eq!(
        done.stderr,
        "dateline: 'Goldman Sacks' is in no dictionary; near it are 'Goldman Sachs'\n\
         dateline: '!' is in no dictionary\n"
    );
}

#[test]
fn tables_have_a_line_a_reading() {
    let table = run(&["lookup", "--format", "table", "Georgia"]).good().stdout;
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "Georgia");
    assert!(lines[1].starts_with("  place   Georgia  country        GE "), "{table}");
    assert!(lines[1].contains("geonames 614540") && lines[1].contains("place/countries.tsv:"));
    assert!(lines[2].contains("US"), "{table}");
}

#[test]
fn the_users_names_come_first() {
    let folder = Folder::with(&[("mine.tsv", b"Oslo\torganization\tOslo Ltd\tx1\n")]);
    let done = folder.run(&["lookup", "--dictionary", "mine.tsv", "Oslo"]).good();
    let reading = &done.records()[0]["readings"][0];
    assert_eq!(
        [&reading["type"], &reading["name"], &reading["user_id"], &reading["file"]],
        ["organization", "Oslo Ltd", "x1", "mine.tsv"]
    );
    let done = folder.run(&["lookup"]);
    assert_eq!(
        (done.code, done.stderr),
        (Some(2), "dateline: <NAME>... is missing; see dateline --help\n".into())
    );
}
