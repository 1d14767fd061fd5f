//! The user's own dictionaries: that they are read, and that errors in them are told.

use serde_json::Value;

use crate::support::Folder;

#[test]
fn errors_name_file_and_line() {
    let folder = Folder::with(&[
        ("a.txt", b"Zorblax left."),
        ("bad.tsv", b"# mine\nZorblax\tperson\nFoo\tpersn\n"),
        ("bad.jsonl", b"{\"surface\":\"Zorblax\",\"type\":\"person\"}\n{\"type\":\"person\"}\n"),
        ("good.tsv", b"surface\ttype\tname\tid\nZorblax\tperson\tZed Orblax\tx1\n"),
        ("ignore.txt", b"# not these\nOslo\nPark Jin\n"),
    ]);
    for (file, message) in [
        ("bad.tsv", "bad.tsv:3: 'persn' is not a type of name: person, place, organization"),
        ("bad.jsonl", "bad.jsonl:2: '' is no surface: it has no letter or digit"),
    ] {
        let done = folder.run(&["--dictionary", file, "a.txt"]);
        assert_eq!(done.stderr, format!("dateline: {message}\n"));
        assert_eq!((done.code, done.stdout.as_str()), (Some(2), ""));
    }
    folder.run(&["--dictionary", "good.tsv", "--ignore", "ignore.txt", "a.txt"]).good();
}

/// The text, the type and the user's id of each annotation of "a.txt".
fn found(folder: &Folder, args: &[&str]) -> Vec<(String, String, Option<String>)> {
    let record = &folder.run(&[args, &["a.txt"]].concat()).good().records()[0];
    let entities = record["entities"].as_array().expect("a list");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let annotations = record["annotations"].as_array().expect("a list").iter();
    annotations
        .map(|a| {
            let entity = entities.iter().find(|entity| entity["id"] == a["entity"]);
            let id = entity.and_then(|entity| text(&entity["user_id"]));
            (text(&a["text"]).expect("a text"), text(&a["type"]).expect("a type"), id)
        })
        .collect()
}

#[test]
fn entries_win_and_ignored_surfaces_are_left_out() {
    let folder = Folder::with(&[
        ("a.txt", b"Ministers met in Paris on Tuesday, where Zorblax spoke of Oslo Widgets."),
        ("mine.tsv", b"Zorblax\tperson\tZed Orblax\tx1\nOslo Widgets\torganization\t\tx2\nParis\torganization\t\tx3\n"),
        ("ignore.txt", b"Paris\n"),
    ]);
    let named =
        |surface: &str, label: &str, id: &str| (surface.into(), label.into(), Some(id.into()));
    let with =
        found(&folder, &["--types", "person,place,organization", "--dictionary", "mine.tsv"]);
    assert_eq!(
        with,
        [
            named("Paris", "organization", "x3"),
            named("Zorblax", "person", "x1"),
            named("Oslo Widgets", "organization", "x2"),
        ]
    );
    let without = found(&folder, &["--ignore", "ignore.txt"]);
    assert!(without.iter().all(|(surface, _, _)| surface != "Paris"), "{without:?}");
}
