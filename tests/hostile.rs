//! What no text may break: every input gets one sound record, and the run goes on.

use std::fmt::Write;
use std::time::Duration;

use serde_json::Value;

use crate::support::{Done, Folder, run};

/// Checks that each annotation is the slice of the text that it says it is.
fn check_spans(record: &Value) {
    let text: Vec<char> = record["text"].as_str().expect("--with-text").chars().collect();
    let mut end_before = 0;
    for annotation in record["annotations"].as_array().expect("a list") {
        let offset = |name: &str| annotation[name].as_u64().expect("a number") as usize;
        let (start, end) = (offset("start"), offset("end"));
        assert!(end_before <= start && start < end, "{annotation}");
        let slice: String = text[start..end].iter().collect();
        assert_eq!(annotation["text"], slice);
        end_before = end;
    }
}

fn check(done: &Done) {
    assert!(!done.stderr.contains("panicked"), "{}", done.stderr);
    assert!(!done.stderr.contains("please report"), "{}", done.stderr);
    for record in done.records().iter().filter(|record| record["error"].is_null()) {
        check_spans(record);
    }
}

#[test]
fn every_fixture_gets_a_sound_record() {
    let done = run(&["--with-text", "--explain", "fixtures/hostile"]);
    check(&done);
    assert_eq!(done.code, Some(1), "records.jsonl has lines that fail");
    let texts = done.field("text");
    for text in [
        "Mayor Park Jin flew to Oslo on Tuesday.\n",
        "Zoë Müller flew to Oslo on Tuesday.\n",
        "Zoë Müller’s “café” in Malmö closed on Tuesday.\n",
        "Wałęsa spoke in Łódź.",
    ] {
        assert!(texts.iter().any(|found| found == text), "{text}");
    }
    let failed = done.records().iter().filter(|record| record["error"].is_string()).count();
    assert_eq!(failed, 6, "{}", done.stderr);
}

#[test]
fn guesses_of_an_encoding_are_told() {
    let messages =
        run(&["fixtures/hostile/windows1252.txt", "fixtures/hostile/truncated_utf8.txt"]);
    let messages: Vec<&str> = messages.stderr.lines().collect();
    assert_eq!(
        messages,
        [
            "dateline: fixtures/hostile/windows1252.txt: not UTF-8 (at byte 2) and no charset given; read as windows-1252",
            "dateline: fixtures/hostile/truncated_utf8.txt: not UTF-8 (at byte 17) and no charset given; read as windows-1252",
        ]
    );
}

#[test]
fn messages_are_safe_for_terminals() {
    let done = run(&["no\x1b[31mfile\n\u{202e}.txt"]);
    assert_eq!(done.stderr, "dateline: no␛[31mfile; \u{fffd}.txt: no such file or directory\n");
}

/// Runs a file that a loop made, in a time that only a cost that grows faster than the text passes.
fn run_large(name: &str, content: &str) {
    let folder = Folder::with(&[(name, content.as_bytes())]);
    let limit = Duration::from_secs(20);
    let done = folder.run_within(&["--with-text", name], limit);
    let done =
        done.unwrap_or_else(|| panic!("{name}: {} bytes take over {limit:?}", content.len()));
    check(&done);
    assert_eq!(done.code, Some(0), "{}", done.stderr);
}

#[test]
fn a_line_may_be_long() {
    run_large("no_space.txt", &"a".repeat(2_000_000));
    run_large("digits.txt", &"1".repeat(1_000_000));
    run_large("initials.txt", &"A.".repeat(100_000));
    run_large("hyphens.txt", &"park-".repeat(100_000));
    run_large("lines.txt", &"\n".repeat(1_000_000));
    run_large("short_lines.txt", &"Oslo\n".repeat(10_000));
    run_large("words.txt", &"Park Jin of the UN flew to Oslo on Tuesday ".repeat(2_000));
    run_large("capitals.txt", &"Park ".repeat(500));
}

#[test]
fn a_line_of_names_may_be_long() {
    run_large("capitals.txt", &"Park ".repeat(100_000));
    run_large("words.txt", &"Park Jin of the UN flew to Oslo on Tuesday ".repeat(50_000));
    run_large("short_lines.txt", &"Oslo\n".repeat(200_000));
}

#[test]
fn pages_may_nest() {
    run_large("divs.html", &format!("{}Park Jin flew to Oslo.", "<div>".repeat(10_000)));
    let mut page = String::new();
    for i in 0..10_000 {
        write!(page, "<b><i><a href={i}>x ").expect("to memory");
    }
    run_large("tags.html", &page);
    run_large("table.html", &"<table><tr><td>Oslo".repeat(2_000));
}

#[test]
fn json_may_nest() {
    let record =
        format!("{{\"text\":\"x\",\"more\":{}{}}}\n", "[".repeat(100_000), "]".repeat(100_000));
    let folder = Folder::with(&[("deep.jsonl", record.as_bytes())]);
    let done = folder.run(&["deep.jsonl"]);
    assert_eq!(done.code, Some(1));
    assert!(
        done.stderr.starts_with("dateline: deep.jsonl:1: not JSON: recursion limit exceeded"),
        "{}",
        done.stderr
    );
}
