//! Files, directories, formats, compression, dates of documents.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::{Folder, run_with};

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("to memory");
    encoder.finish().expect("to memory")
}

#[test]
fn directories_are_read_in_order_whatever_gitignore_says() {
    let zipped = gz(b"Zipped.");
    let folder = Folder::with(&[
        (".gitignore", b"*.txt\n"),
        ("news/b.txt", b"b"),
        ("news/a/z.md", b"z"),
        ("news/a/y.HTM", b"y"),
        ("news/c.html.gz", &zipped),
        ("news/d.jsonl", b"{\"id\":\"d1\",\"text\":\"x\"}\n{\"text\":\"y\"}\n"),
        ("news/e.pdf", b"no"),
        ("news/.hidden.txt", b"no"),
        ("news/.git/f.txt", b"no"),
    ]);
    let done = folder.run(&["news"]).good();
    let ids = ["y.HTM", "z.md", "b.txt", "c.html.gz", "d1", "d.jsonl:2"];
    assert_eq!(done.field("id"), ids);
    let paths = [
        "news/a/y.HTM",
        "news/a/z.md",
        "news/b.txt",
        "news/c.html.gz",
        "news/d.jsonl",
        "news/d.jsonl",
    ];
    assert_eq!(done.field("path"), paths);
    let chosen = folder.run(&["--glob", "*.pdf", "--glob", "a/*.md", "news"]).good();
    assert_eq!(chosen.field("id"), ["z.md", "e.pdf"]);
}

#[test]
fn what_gzip_packed_is_unpacked() {
    let two = [gz(b"{\"text\":\"One.\"}\n"), gz(b"{\"text\":\"Two.\"}\n")].concat();
    let page = gz(b"<title>T</title><p>Oslo");
    let folder = Folder::with(&[("a.jsonl.gz", &two), ("b.html.gz", &page)]);
    let done = folder.run(&["--with-text", "a.jsonl.gz", "b.html.gz"]).good();
    assert_eq!(done.field("text"), ["One.", "Two.", "Oslo"]);
    let piped = run_with(Path::new("."), &["--with-text"], &gz(b"From a pipe.")).good();
    assert_eq!(piped.field("text"), ["From a pipe."]);
    let cut = Folder::with(&[("cut.txt.gz", &page[..12])]).run(&["cut.txt.gz"]);
    assert_eq!(cut.stderr, "dateline: cut.txt.gz: the compressed data is cut short\n");
    assert_eq!(cut.code, Some(1));
}

#[test]
fn records_have_fields_of_any_name() {
    let record =
        br#"{"text":"no","key":12,"body":"Yes.","headline":"H","when":"2023-11-09T08:00:00Z"}"#;
    let args = [
        "--input-format",
        "jsonl",
        "--with-text",
        "--text-field",
        "body",
        "--id-field",
        "key",
        "--date-field",
        "when",
        "--title-field",
        "headline",
    ];
    let done = run_with(Path::new("."), &args, record).good();
    let record = &done.records()[0];
    assert_eq!(
        (&record["id"], &record["text"], &record["title"]),
        (&"12".into(), &"Yes.".into(), &"H".into())
    );
    assert_eq!(record["date"].to_string(), r#"{"source":"metadata","value":"2023-11-09"}"#);
}

#[test]
fn records_that_fail_are_told_by_line() {
    let records =
        "{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\"b\",\"body\":\"x\"}\nno\n[]\n{\"text\":1}\n";
    let folder = Folder::with(&[("r.jsonl", records.as_bytes())]);
    let done = folder.run(&["r.jsonl"]);
    assert_eq!(done.code, Some(1));
    assert_eq!(
        done.stderr.lines().collect::<Vec<_>>(),
        [
            "dateline: r.jsonl:3: no field 'text', which holds the text; --text-field can name another: 'body', 'id'",
            "dateline: r.jsonl:4: not JSON: expected ident at column 2",
            "dateline: r.jsonl:5: not a JSON object",
            "dateline: r.jsonl:6: field 'text' is not a string",
        ]
    );
    assert_eq!(done.field("id"), ["a", "b", "r.jsonl:4", "r.jsonl:5", "r.jsonl:6"]);
    assert_eq!(done.records()[2]["line"], 4);
}

#[test]
fn the_first_date_that_is_known_counts() {
    let dated = b"<meta property='article:published_time' content='2023-11-08T23:00:00-05:00'><p>x";
    let folder = Folder::with(&[
        ("2023-11-07-page.html", dated),
        ("2023-11-07-text.txt", b"x"),
        ("text.txt", b"x"),
        ("r.jsonl", b"{\"text\":\"x\",\"date\":\"2023-11-06\"}\n{\"text\":\"x\",\"date\":null}\n"),
    ]);
    let dates = |args: &[&str]| -> Vec<String> {
        let dates = folder.run(args).good().field("date");
        let text = |date: serde_json::Value| match date["value"].as_str() {
            Some(value) => format!("{value} {}", date["source"].as_str().unwrap_or_default()),
            None => "none".into(),
        };
        dates.into_iter().map(text).collect()
    };
    let known =
        ["2023-11-08 metadata", "2023-11-07 filename", "2023-11-06 metadata", "none", "none"];
    assert_eq!(dates(&["."]), known);
    assert_eq!(dates(&["--date", "2020-01-02", "."]), ["2020-01-02 option"; 5]);
}

#[test]
fn a_date_that_is_none_is_told_and_left_out() {
    let folder = Folder::with(&[("r.jsonl", b"{\"text\":\"x\",\"date\":\"soon\"}\n")]);
    let done = folder.run(&["r.jsonl"]);
    let message = "dateline: r.jsonl:1: field 'date' is \"soon\", not a date like 2023-11-09; read without it\n";
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), message));
    assert!(done.records()[0]["date"].is_null());
}

#[test]
fn pages_give_their_visible_text() {
    let page = "<html><head><title>Talks in Seoul</title><script>no</script></head><body>\
        <nav><a href=/>Home</a></nav><h1>Talks</h1><p>Park&nbsp;Jin met <b>Blinken</b>.</p>\
        <footer>About us</footer></body></html>";
    let folder = Folder::with(&[("page.html", page.as_bytes())]);
    let record = &folder.run(&["--with-text", "page.html"]).good().records()[0];
    assert_eq!(record["text"], "Talks\n\nPark\u{a0}Jin met Blinken.");
    assert_eq!(record["title"], "Talks in Seoul");
    let all = folder.run(&["--with-text", "--keep-boilerplate", "page.html"]).good();
    assert_eq!(all.field("text"), ["Home\n\nTalks\n\nPark\u{a0}Jin met Blinken.\n\nAbout us"]);
}
