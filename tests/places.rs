//! Where places lie: the examples in `fixtures/examples/place_resolution.txt`, the local news in
//! `fixtures/gold/local/`, and what the options about places do.

use std::path::Path;

use dateline::Document;
use dateline::entity::Place;
use dateline::eval::{MarkedText, Predictions, ScoreOptions, open_gold, predict, score, table};
use dateline::normalize::place::distance_km;
use dateline::{Annotations, Home, Options, Pipeline};
use serde_json::Value;

use crate::support::{Folder, ROOT, assert_above_floor, read, run};

const EXAMPLES: &str = "fixtures/examples/place_resolution.txt";
/// A city must lie no further from the position in an example.
const NEAR_KM: f64 = 25.0;
/// A country or region: each source puts its middle elsewhere.
const NEAR_REGION_KM: f64 = 300.0;

fn pipeline() -> Pipeline {
    Pipeline::new(Options::default()).expect("there are no dictionaries of the user's")
}

/// The place of the mention that covers a span.
fn place_at(found: &Annotations, start: usize) -> Option<&Place> {
    let mention = found.mentions.iter().find(|mention| mention.span.range().contains(&start))?;
    found.entities[mention.entity].place.as_ref()
}

/// What is wrong with where a marked mention was found to lie.
fn complaint(place: Option<&Place>, wanted: (f64, f64)) -> Option<String> {
    let Some(place) = place else { return Some("is not found".into()) };
    let Some(point) = place.coordinates else { return Some("has no position".into()) };
    let near = match place.kind.as_str() {
        "country" | "region" => NEAR_REGION_KM,
        _ => NEAR_KM,
    };
    let distance = distance_km(point, wanted);
    let Place { kind, country, admin1, .. } = place;
    (distance > near).then(|| format!("is {distance:.0} km off: {kind} {country:?} {admin1:?}"))
}

#[test]
fn examples_lie_where_they_say() {
    let pipeline = pipeline();
    let lines = MarkedText::read_lines(EXAMPLES, &read(EXAMPLES)).expect("headers are dates");
    assert!(lines.len() > 50, "{} lines", lines.len());
    let mut wrong = Vec::new();
    for (number, marked) in lines {
        let found = pipeline.annotate(&Document::from_text(marked.text.as_str()));
        for mention in &marked.mentions {
            let Some(wanted) = mention.coordinates else { continue };
            if let Some(complaint) = complaint(place_at(&found, mention.span.start), wanted) {
                let surface = &marked.text[mention.span.range()];
                wrong.push(format!("{EXAMPLES}:{number}: {surface} {complaint}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_name_of_two_places_is_two_entities() {
    let text = "Trains from Paris to Lyon were late. A class from Paris, Texas, missed its flight \
                from France. In Paris, Texas, it rained.";
    let found = pipeline().annotate(&Document::from_text(text));
    let entities = found.entities.iter().filter(|entity| entity.name == "Paris");
    let mut counts: Vec<_> = entities
        .map(|e| (e.place.as_ref().and_then(|p| p.country.clone()), e.mentions.len()))
        .collect();
    counts.sort();
    assert_eq!(counts, [(Some("FR".into()), 1), (Some("US".into()), 2)]);
}

#[test]
fn two_names_of_one_place_are_one_entity() {
    let text = "RALEIGH, N.C. - Lawmakers in North Carolina met. N.C. roads are bad.";
    let found = pipeline().annotate(&Document::from_text(text));
    let states: Vec<_> = found.entities.iter().filter(|e| e.name == "North Carolina").collect();
    assert_eq!(states.len(), 1, "{states:#?}");
    let place = states[0].place.as_ref().expect("it is known");
    assert_eq!((states[0].mentions.len(), place.geonames), (3, Some(4_482_348)));
    assert_eq!(place.admin1_code.as_deref(), Some("US.NC"));
}

#[test]
fn what_is_in_no_dictionary_lies_in_its_town_and_says_so() {
    let text =
        "TROY, Ohio - A truck hit a pole on Wexlow Street on Monday. Zorblat Hamlet was dark.";
    let found = pipeline().annotate(&Document::from_text(text));
    let street = found.entities.iter().find(|e| e.name == "Wexlow Street").expect("it is found");
    let place = street.place.as_ref().expect("it is lent a position");
    let distance = distance_km(place.coordinates.expect("a position"), (40.04, -84.20));
    assert!(distance < 10.0, "{distance} km");
    assert_eq!(place.precision.map(|p| p.name()), Some("city"));
    assert!(place.geonames.is_none() && place.confidence < 0.8);
    let found = pipeline().annotate(&Document::from_text("They met on Wexlow Street."));
    let street = found.entities.iter().find(|e| e.name == "Wexlow Street").expect("it is found");
    assert!(street.place.is_none(), "nothing says where it is: {street:?}");
}

/// The country and division of the first entity called `name`.
fn lies_in(name: &str, text: &str, home: Home) -> (Option<String>, Option<String>) {
    let options = Options { home: Some(home), ..Options::default() };
    let pipeline = Pipeline::new(options).expect("there are no dictionaries of the user's");
    let found = pipeline.annotate(&Document::from_text(text));
    let entity = found.entities.into_iter().find(|e| e.name == name).expect("it is found");
    let place = entity.place.expect("it is known");
    (place.country, place.admin1)
}

#[test]
fn home_decides_what_the_text_leaves_open() {
    let text = "The mayor of Springfield spoke.";
    for (home, division) in
        [("US-OH", "Ohio"), ("US-IL", "Illinois"), ("US-Massachusetts", "Massachusetts")]
    {
        let home = Home::read_region(home).expect("a region");
        assert_eq!(lies_in("Springfield", text, home), (Some("US".into()), Some(division.into())));
    }
    let near = Home::read_point("44.05,-123.02").ok();
    let (country, division) = lies_in("Springfield", text, Home { near, ..Home::default() });
    assert_eq!((country.as_deref(), division.as_deref()), (Some("US"), Some("Oregon")));
    // What the text states is above home.
    let home = Home::read_region("US-OH").expect("a region");
    let stated = lies_in("Springfield", "They came from Springfield, Illinois.", home);
    assert_eq!(stated, (Some("US".into()), Some("Illinois".into())));
}

#[test]
fn wrong_homes_are_told() {
    for (args, message) in [
        (["--home", "USA"], "--home: 'USA' is not a country's code; give two letters"),
        (["--home", "US-Bavaria"], "--home: 'Bavaria' is not a region of US; give its name"),
        (["--near", "north"], "--near: 'north' is not a point; give latitude and longitude"),
    ] {
        let done = run(&args);
        assert_eq!((done.code, done.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(done.stderr.starts_with(&format!("dateline: {message}")), "{}", done.stderr);
    }
}

#[test]
fn explained_places_show_what_else_they_may_be() {
    let folder = Folder::with(&[("a.txt", b"Storms crossed Alabama and hit Birmingham.")]);
    let done = folder.run(&["--explain", "a.txt"]).good();
    let record = &done.records()[0];
    let entities = record["entities"].as_array().expect("entities");
    let city = entities.iter().find(|e| e["name"] == "Birmingham").expect("it is found");
    let readings = city["readings"].as_array().expect("readings");
    assert_eq!(readings[0]["admin1"], "Alabama");
    assert!(readings.iter().any(|r| r["country"] == "GB"), "{readings:?}");
    let scores: Vec<f64> = readings.iter().filter_map(|r| r["score"].as_f64()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    let pieces = readings[0]["evidence"].as_array().expect("evidence");
    assert!(pieces.iter().any(|p| p["name"] == "the text names its region, or what is there"));
    let weights: Vec<f64> = pieces.iter().filter_map(|p| p["weight"].as_f64()).collect();
    assert!(weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
    let plain = folder.run(&["a.txt"]).good();
    assert!(!plain.stdout.contains("\"readings\""));
}

#[test]
fn geojson_has_a_feature_for_each_place_of_a_run() {
    let folder = Folder::with(&[
        ("a.txt", b"Oslo is cold. Ann Lee left Oslo for Bergen, Norway."),
        ("b.txt", b"Trains from Oslo were late. They waited on Wexlow Street."),
        ("c.txt", b"Nothing is named here."),
    ]);
    let done = folder.run(&["--format", "geojson", "a.txt", "b.txt", "c.txt"]).good();
    let map: Value = serde_json::from_str(&done.stdout).expect("one object");
    assert_eq!(map["type"], "FeatureCollection");
    let features = map["features"].as_array().expect("features");
    let names: Vec<&str> =
        features.iter().filter_map(|f| f["properties"]["name"].as_str()).collect();
    assert_eq!(names, ["Oslo", "Bergen", "Norway", "Wexlow Street"]);
    let (oslo, point) = (&features[0]["properties"], &features[0]["geometry"]["coordinates"]);
    assert_eq!((&oslo["mentions"], &oslo["geonames"]), (&3.into(), &3_143_244.into()));
    assert_eq!(oslo["documents"], serde_json::json!(["a.txt", "b.txt"]));
    assert!((point[0].as_f64().expect("longitude") - 10.75).abs() < 0.1, "{point}");
    assert!((point[1].as_f64().expect("latitude") - 59.91).abs() < 0.1, "{point}");
    let empty = folder.run(&["--format", "geojson", "c.txt"]).good().stdout;
    assert_eq!(empty, "{\"features\":[],\"type\":\"FeatureCollection\"}\n");
}

#[test]
fn lookup_puts_the_likeliest_place_first() {
    for (name, kind, country) in
        [("Georgia", "country", "GE"), ("New York", "city", "US"), ("Washington", "city", "US")]
    {
        let records = run(&["lookup", name]).good().records();
        let first = &records[0]["readings"][0];
        assert_eq!((&first["kind"], &first["country"]), (&kind.into(), &country.into()), "{name}");
        assert!(first["latitude"].is_number(), "{name}");
    }
}

/// The share of the places of `folder` that lie within 161 km, of those matched.
fn accuracy(folder: &str) -> f64 {
    let pipeline = pipeline();
    let gold = open_gold(&Path::new(ROOT).join(folder)).expect("it is gold");
    let predicted: Predictions =
        gold.iter().map(|doc| (doc.id.clone(), predict(&pipeline, doc))).collect();
    let scores = score(&gold, &predicted, &ScoreOptions::default()).expect("there are articles");
    eprintln!("{folder}\n{}", table(&scores));
    scores.geo.expect("places have positions").accuracy161_matched
}

#[test]
fn local_news_stays_above_its_floors() {
    for (folder, key) in
        [("fixtures/gold/local", "local"), ("fixtures/gold/local/held_out", "local_held_out")]
    {
        assert_above_floor("places", key, accuracy(folder));
    }
}
