//! The same bytes whatever the number of threads.

use std::fmt::Write;

use crate::support::{Folder, articles, read};

#[test]
fn output_does_not_depend_on_jobs() {
    let mut lines = String::new();
    for name in articles() {
        let text = read(&format!("fixtures/articles/{name}.txt"));
        for (i, part) in text.split("\n\n").enumerate() {
            let record = serde_json::json!({"id": format!("{name}-{i}"), "text": part});
            writeln!(lines, "{record}\n{{").expect("to memory");
        }
        let record = serde_json::json!({"id": name, "text": text, "date": "2024-03-01"});
        writeln!(lines, "{record}").expect("to memory");
    }
    let folder = Folder::with(&[("articles.jsonl", lines.as_bytes())]);
    let run = |jobs| folder.run(&["--jobs", jobs, "articles.jsonl", "nope", "."]);
    let one = run("1");
    assert_eq!(one.code, Some(1));
    for jobs in ["2", "3", "16"] {
        let more = run(jobs);
        assert!(more.stdout == one.stdout, "--jobs {jobs} gives other output");
        assert!(more.stderr == one.stderr, "--jobs {jobs} gives other messages");
    }
}
