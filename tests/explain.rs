//! `--explain`: the reasons printed are those that decided, and the rows are those they rest on.

use serde_json::Value;

use crate::support::{Folder, run};

/// What is found in a text, with these flags and a dictionary of the user's, `own.tsv`, beside it.
fn explained(text: &str, flags: &[&str]) -> Vec<Value> {
    let own: &[u8] = b"surface\ttype\tname\tid\nOslo\torganization\tOslo plc\tx1\n";
    let folder = Folder::with(&[("a.txt", text.as_bytes()), ("own.tsv", own)]);
    let args = [flags, &["--explain", "a.txt"]].concat();
    let records = folder.run(&args).good().records();
    records[0]["annotations"].as_array().expect("annotations").clone()
}

/// The annotation of a surface.
fn of<'a>(found: &'a [Value], surface: &str) -> &'a Value {
    let of_surface = found.iter().find(|annotation| annotation["text"] == surface);
    of_surface.unwrap_or_else(|| panic!("'{surface}' is not found in {found:#?}"))
}

/// The reasons of an annotation, with their weights.
fn reasons(annotation: &Value) -> Vec<(&str, f64)> {
    let evidence = annotation["evidence"].as_array().expect("evidence").iter();
    evidence.filter_map(|e| Some((e["name"].as_str()?, e["weight"].as_f64()?))).collect()
}

fn has_reason(annotation: &Value, name: &str) -> bool {
    reasons(annotation).iter().any(|(reason, _)| *reason == name)
}

/// The rows of an annotation, as `file: name`.
fn rows(annotation: &Value) -> Vec<String> {
    let rows = annotation["rows"].as_array().expect("rows").iter();
    let shown = |row: &Value| Some(format!("{}: {}", row["file"].as_str()?, row["name"].as_str()?));
    rows.filter_map(shown).collect()
}

fn has_row(annotation: &Value, row: &str) -> bool {
    rows(annotation).iter().any(|found| found == row)
}

#[test]
fn every_annotation_has_its_reasons_the_heaviest_first() {
    let records = run(&["--explain", "fixtures/articles"]).records();
    let found: Vec<&Value> =
        records.iter().filter_map(|record| record["annotations"].as_array()).flatten().collect();
    assert!(found.len() > 300, "{}", found.len());
    for annotation in found {
        let reasons = reasons(annotation);
        assert!(reasons.is_sorted_by(|a, b| a.1 >= b.1), "{annotation:#}");
        assert!(reasons.first().is_some_and(|(_, weight)| *weight > 0.0), "{annotation:#}");
        let sum: f64 = reasons.iter().map(|(_, weight)| weight).sum();
        let score = annotation["score"].as_f64().expect("a score");
        // Each weight is rounded.
        let rounding = 0.005 * (reasons.len() + 1) as f64;
        assert!((sum - score).abs() <= rounding, "{sum}: {annotation:#}");
        let is_date = annotation["type"] == "date";
        assert_eq!(annotation.get("value_from").is_some(), is_date, "{annotation:#}");
    }
}

#[test]
fn the_row_of_the_heaviest_reason_comes_first() {
    let found = explained("Storms hit Mexico. Rain fell in Zurich.", &[]);
    let country = of(&found, "Mexico");
    assert_eq!(reasons(country)[0].0, "the name of a country");
    assert_eq!(rows(country)[0], "place/countries.tsv: Mexico");
    // Towns of the name are known too, and stand behind.
    assert!(has_row(country, "place/cities.tsv: Mexico"), "{country:#}");
    let city = of(&found, "Zurich");
    assert!(has_row(city, "trigger/context.tsv: in"), "{city:#}");
    assert!(!has_row(country, "trigger/context.tsv: in"), "{country:#}");
}

#[test]
fn names_made_of_parts_have_the_rows_of_their_parts() {
    let found = explained("Prime Minister Marek Nowak spoke. Later came Ilse Brandt.", &[]);
    let titled = of(&found, "Marek Nowak");
    assert!(has_row(titled, "person/given_names_world.tsv: Marek"), "{titled:#}");
    assert!(has_row(titled, "person/surnames_world.tsv: Nowak"), "{titled:#}");
    let is_title = |row: &String| row.starts_with("trigger/titles.tsv");
    assert!(rows(titled).iter().any(is_title), "{titled:#}");
    assert!(has_reason(titled, "after a title"), "{titled:#}");
    let plain = of(&found, "Ilse Brandt");
    assert!(!rows(plain).iter().any(is_title), "{plain:#}");
    assert!(!has_reason(plain, "after a title"), "{plain:#}");
    let found = explained("The Wexlow Valley Trust paid.", &[]);
    let head = of(&found, "Wexlow Valley Trust");
    assert!(has_row(head, "trigger/organization_heads.tsv: Trust"), "{head:#}");
}

#[test]
fn what_stands_beside_a_name_has_its_row() {
    let found = explained("The village of Veltra flooded. The Lavrov-Blinken talks ended.", &[]);
    let village = of(&found, "Veltra");
    assert!(has_row(village, "trigger/context.tsv: village"), "{village:#}");
    assert!(!has_row(village, "trigger/context.tsv: talks"), "{village:#}");
    for surface in ["Lavrov", "Blinken"] {
        let person = of(&found, surface);
        assert!(has_row(person, "trigger/context.tsv: talks"), "{person:#}");
    }
}

#[test]
fn a_row_stands_once() {
    for annotation in explained("Angola and Chad signed. Ann Lee left Angola, Indiana.", &[]) {
        let all = annotation["rows"].as_array().expect("rows");
        let twice = all.iter().enumerate().find(|(i, row)| all[..*i].contains(row));
        assert!(twice.is_none(), "{annotation:#}");
    }
}

#[test]
fn the_users_own_entry_is_the_reason() {
    let text = "Trains to Oslo were late.";
    let own = explained(text, &["--dictionary", "own.tsv"]);
    let own = of(&own, "Oslo");
    assert_eq!(own["type"], "organization");
    assert_eq!(reasons(own)[0], ("in your own dictionary", 1000.0));
    assert!(rows(own)[0].ends_with("own.tsv: Oslo plc"), "{own:#}");
    let built_in = explained(text, &[]);
    let built_in = of(&built_in, "Oslo");
    assert_eq!(built_in["type"], "place");
    assert!(!has_reason(built_in, "in your own dictionary"), "{built_in:#}");
}

#[test]
fn the_rule_of_a_place_is_of_the_kind_that_is_meant() {
    // Each of them is two kinds of place by the dictionaries.
    let text = "Markets closed in Australia, New Zealand, Singapore and India. Thousands marched \
                through Madrid. Floods reached Ohio and Indiana.";
    let found = explained(text, &[]);
    for (surface, rule) in [
        ("Singapore", "place.country"),
        ("Madrid", "place.city"),
        ("Ohio", "place.region"),
        ("Indiana", "place.region"),
    ] {
        assert_eq!(of(&found, surface)["rule"], rule, "{surface}");
    }
    // What no dictionary holds is of no kind.
    let found = explained("They hiked in Tarawera Point Forest.", &[]);
    assert_eq!(of(&found, "Tarawera Point Forest")["rule"], "place.head");
}

#[test]
fn a_date_names_its_rule_in_words_and_its_rows() {
    let text = "They met on 4 June 1997. Talks begin on Tuesday, two days later, or in March.";
    let found = explained(text, &["--date", "2024-02-08"]);
    let day = of(&found, "4 June 1997");
    assert_eq!(reasons(day), [("a day and a month", 12.0)]);
    assert_eq!(rows(day), ["date/months.tsv: June"]);
    assert_eq!(reasons(of(&found, "Tuesday")), [("a day of the week", 12.0)]);
    assert_eq!(rows(of(&found, "Tuesday"))[0], "date/weekdays.tsv: Tuesday");
    // A month by itself is less sure.
    assert_eq!(reasons(of(&found, "March")), [("a month by itself", 2.0)]);
}

#[test]
fn a_date_tells_what_its_value_is_counted_from() {
    let text = "They met on 4 June 1997. It rained on Tuesday. Two days later it snowed.";
    let from = |found: &[Value], surface| of(found, surface)["value_from"].clone();
    let found = explained(text, &["--date", "2024-02-08"]);
    assert_eq!(from(&found, "4 June 1997"), "words");
    assert_eq!(from(&found, "Tuesday"), "document");
    assert_eq!(from(&found, "Two days later"), "text");
    // Without a date nothing is counted from it.
    let found = explained("It rained on Tuesday.", &[]);
    assert_eq!(from(&found, "Tuesday"), "words");
}

#[test]
fn nothing_is_explained_unasked() {
    let plain = run(&["fixtures/articles/court.txt"]).good().stdout;
    for field in ["\"evidence\"", "\"rows\"", "\"score\"", "\"value_from\""] {
        assert!(!plain.contains(field), "{field}");
    }
}
