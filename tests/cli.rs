//! Flags, help, errors, exit codes, pipes.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::{Folder, run, run_with};

#[test]
fn wrong_usage_is_one_line_and_code_2() {
    for (args, message) in [
        (&["--types", "persn"][..], "--types: 'persn' is not a type; did you mean 'person'?"),
        (
            &["--types", "x"],
            "--types: 'x' is not a type; the types are person, place, organization, date",
        ),
        (
            &["--types", ","],
            "--types: ',' holds no type; the types are person, place, organization, date",
        ),
        (&["--date", "9/11/2023"], "--date: '9/11/2023' is not a date like 2023-11-09"),
        (&["--date", "2023-02-30"], "--date: '2023-02-30' is not a date like 2023-11-09"),
        (&["--format", "jsn"], "--format: 'jsn' is not known; did you mean 'json'?"),
        (
            &["--format", "xml"],
            "--format: 'xml' is not known; give one of auto, json, jsonl, geojson, timeml",
        ),
        (&["--jobs", "0"], "--jobs: '0' is not a number of threads, 1 or more"),
        (&["--min-confidence", "2"], "--min-confidence: '2' is not a number from 0 to 1"),
        (&["--min-confidence", "high"], "--min-confidence: 'high' is not a number from 0 to 1"),
        (&["--min-confidence", "NaN"], "--min-confidence: 'NaN' is not a number from 0 to 1"),
        (&["--typs", "person"], "--typs: no such option; did you mean '--types'?"),
        (&["--offsets"], "--offsets: a value is needed"),
        (&["--glob", "a["], "--glob: 'a[': unclosed character class; missing ']'"),
        (&["eval"], "<GOLD> is missing; see dateline --help"),
        (&["eval", "nope.jsonl"], "nope.jsonl: No such file or directory (os error 2)"),
        (
            &["--dictionary", "nope.tsv", "-"],
            "--dictionary: nope.tsv: No such file or directory (os error 2)",
        ),
    ] {
        let done = run(args);
        assert_eq!(done.stderr, format!("dateline: {message}\n"), "{args:?}");
        assert_eq!((done.code, done.stdout.as_str()), (Some(2), ""), "{args:?}");
    }
}

#[test]
fn an_input_that_fails_does_not_stop_the_others() {
    let folder = Folder::with(&[
        ("a.txt", b"Park Jin left."),
        ("empty/readme.rst", b"not read"),
        ("damaged.txt.gz", b"\x1f\x8b\x08damaged"),
    ]);
    let done = folder.run(&["nope.txt", "empty", "damaged.txt.gz", "a.txt"]);
    assert_eq!(done.code, Some(1));
    let messages: Vec<&str> = done.stderr.lines().collect();
    assert_eq!(messages[0], "dateline: nope.txt: no such file or directory");
    assert_eq!(
        messages[1],
        "dateline: empty: no file in this directory is named like *.txt, *.md, *.html, *.htm, \
         *.jsonl; choose others with --glob"
    );
    assert!(messages[2].starts_with("dateline: damaged.txt.gz: "), "{}", messages[2]);
    assert_eq!(messages.len(), 3);
    assert_eq!(done.field("id"), ["nope.txt", "empty", "damaged.txt.gz", "a.txt"]);
    let records = done.records();
    assert_eq!(records[0]["error"], "no such file or directory");
    assert!(records[3]["annotations"].is_array());
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_an_error() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("a.txt", b"x"), ("b.txt", b"y")]);
    let path = folder.path().join("a.txt");
    let closed = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(&path, closed).expect("the file is ours");
    if std::fs::read(&path).is_ok() {
        eprintln!("not tested: this user may read every file");
        return;
    }
    let done = folder.run(&["."]);
    assert_eq!(
        (done.code, done.stderr.as_str()),
        (Some(1), "dateline: ./a.txt: permission denied\n")
    );
    assert_eq!(done.records().len(), 2);
}

#[test]
fn help_names_every_flag_and_version_is_short() {
    let help = run(&["--help"]).good().stdout;
    for flag in [
        "--format",
        "--pretty",
        "--types",
        "--offsets",
        "--with-text",
        "--explain",
        "--color",
        "--jobs",
        "--input-format",
        "--glob",
        "--text-field",
        "--id-field",
        "--date-field",
        "--title-field",
        "--date",
        "--min-confidence",
        "--keep-boilerplate",
        "--dictionary",
        "--ignore",
        "eval",
        "lookup",
        "schema",
    ] {
        assert!(help.contains(flag), "{flag} is not in --help");
    }
    let version = run(&["--version"]).good().stdout;
    assert_eq!(version, format!("dateline {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn paths_and_subcommands_do_not_mix() {
    // Only a first argument is a subcommand; behind an option the same word is a path.
    let done = run(&["--pretty", "eval"]);
    assert_eq!(done.stderr, "dateline: eval: no such file or directory\n");
    assert_eq!(run(&["eval", "--pretty", "gold.jsonl"]).code, Some(2));
    let folder = Folder::with(&[("eval", b"a file of that name")]);
    assert_eq!(folder.run(&["./eval"]).good().field("id"), ["eval"]);
}

#[test]
fn formats_frame_documents() {
    let folder = Folder::with(&[("a.txt", b"One."), ("b.txt", b"Two."), ("c/d.rst", b"")]);
    let lines = folder.run(&["a.txt", "b.txt"]).good();
    assert_eq!(lines.field("id"), ["a.txt", "b.txt"]);
    let json = |args: &[&str]| -> serde_json::Value {
        serde_json::from_str(&folder.run(args).good().stdout).expect("one JSON value")
    };
    assert_eq!(json(&["--format", "json", "a.txt"])["id"], "a.txt");
    assert_eq!(json(&["--format", "json", "a.txt", "b.txt"])[1]["id"], "b.txt");
    assert_eq!(json(&["--format", "json", "--pretty", "."])[0]["id"], "a.txt");
    assert_eq!(json(&["--format", "json", "--glob", "*.rst", "."])[0]["id"], "d.rst");
    let pretty = folder.run(&["--pretty", "a.txt"]).good().stdout;
    assert!(
        pretty.starts_with("{\n  \"schema\": \"dateline/1\",\n  \"id\": \"a.txt\","),
        "{pretty}"
    );
}

#[test]
fn standard_input_is_text_unless_told() {
    let text = br#"{"id":"x","text":"Park Jin left."}"#;
    let here = std::path::Path::new(".");
    let as_text = run_with(here, &["--with-text"], text).good();
    assert_eq!(as_text.field("text"), [std::str::from_utf8(text).expect("it is text")]);
    assert_eq!(
        (as_text.field("id"), as_text.field("path")),
        (vec!["stdin".into()], vec![().into()])
    );
    let as_records = run_with(here, &["--input-format", "jsonl", "-"], text).good();
    assert_eq!(as_records.field("id"), ["x"]);
    assert_eq!(run_with(here, &[], b"").good().records().len(), 1);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let lines = "{\"text\":\"Park Jin left.\"}\n".repeat(20_000);
    let folder = Folder::with(&[("many.jsonl", lines.as_bytes())]);
    for jobs in ["1", "4"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(["--jobs", jobs, "many.jsonl"])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut start = [0; 10];
        let mut stdout = child.stdout.take().expect("it is piped");
        stdout.read_exact(&mut start).expect("it writes");
        drop(stdout);
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}
