//! Runs the program, and keeps files for it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use dateline::Document;
use dateline::annotators::date;
use dateline::clean::clean;
use dateline::eval::Scores;
use dateline::gazetteer::{Gazetteer, Scanned};
use dateline::normalize::date::{Settings, normalize};
use dateline::tokenize::tokenize;
use jiff::civil::Date;
use serde_json::Value;

/// The root of the package.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What the program left behind.
#[derive(Debug)]
pub struct Done {
    pub stdout: String,
    pub stderr: String,
    pub code: Option<i32>,
}

impl Done {
    /// The records on standard output.
    pub fn records(&self) -> Vec<Value> {
        let read = |line| serde_json::from_str(line).expect("a record a line");
        self.stdout.lines().map(read).collect()
    }

    /// The value of a field of each record.
    pub fn field(&self, name: &str) -> Vec<Value> {
        self.records().iter().map(|record| record[name].clone()).collect()
    }

    /// Checks that all went well and nothing was said.
    pub fn good(self) -> Self {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""), "{self:?}");
        self
    }
}

/// Runs the program in the package's root, with nothing on standard input.
pub fn run(args: &[&str]) -> Done {
    run_with(Path::new(ROOT), args, b"")
}

/// Runs the program in a directory with this on standard input.
pub fn run_with(directory: &Path, args: &[&str], stdin: &[u8]) -> Done {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(args)
        .current_dir(directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("it is piped");
    let stdin = stdin.to_vec();
    // On a thread, since the program may write before it has read all. It need not read at all.
    let writer = thread::spawn(move || pipe.write_all(&stdin).ok());
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    Done {
        stdout: String::from_utf8(output.stdout).expect("output is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        code: output.status.code(),
    }
}

/// A directory that is removed when it is dropped.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty directory.
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("folder-{}-{number}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("the target directory is writable");
        Self(path)
    }

    /// A directory with these files.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = Self::new();
        for (name, content) in files {
            let path = folder.0.join(name);
            fs::create_dir_all(path.parent().expect("below the folder")).expect("it is writable");
            fs::write(path, content).expect("it is writable");
        }
        folder
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Runs the program in it, and ends it if it takes longer than `limit`.
    pub fn run_within(&self, args: &[&str], limit: Duration) -> Option<Done> {
        let (out, err) = (self.0.join("stdout"), self.0.join("stderr"));
        let file = |path: &Path| fs::File::create(path).expect("the folder is writable");
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(args)
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .stdout(file(&out))
            .stderr(file(&err))
            .spawn()
            .expect("the program starts");
        let start = Instant::now();
        let status = loop {
            match child.try_wait().expect("the program is ours") {
                Some(status) => break status,
                None if start.elapsed() < limit => thread::sleep(Duration::from_millis(5)),
                None => {
                    child.kill().expect("the program is ours");
                    child.wait().expect("the program is ours");
                    return None;
                }
            }
        };
        let text = |path: &Path| fs::read_to_string(path).expect("output is UTF-8");
        Some(Done { stdout: text(&out), stderr: text(&err), code: status.code() })
    }

    /// Runs the program in it.
    pub fn run(&self, args: &[&str]) -> Done {
        run_with(&self.0, args, b"")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What can't be removed is in the target directory, which `cargo clean` removes.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The articles' names; fails if there are none.
pub fn articles() -> Vec<String> {
    let folder = Path::new(ROOT).join("fixtures/articles");
    let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        name.strip_suffix(".marked").map(str::to_owned)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    assert!(!names.is_empty(), "no NAME.marked in {}", folder.display());
    names
}

/// The content of a file of the package.
pub fn read(path: &str) -> String {
    let path = Path::new(ROOT).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A date as found in a text.
pub struct FoundDate {
    pub rule: &'static str,
    pub start: usize,
    pub text: String,
    pub value: String,
}

/// The dates of a text of this date, without names beside them.
pub fn dates(gazetteer: &Gazetteer, text: &str, date: Option<Date>) -> Vec<FoundDate> {
    let doc = Document::from_text(text);
    let tokens = tokenize(&doc.text, &clean(&doc, true));
    let hits = gazetteer.scan(&doc.text, &tokens);
    let scanned = Scanned { text: &doc.text, tokens: &tokens, hits: &hits };
    let candidates = date::propose(&scanned);
    let values = normalize(&scanned, &candidates, &Settings { date, ..Settings::default() });
    let found = candidates.iter().zip(values).filter_map(|(candidate, value)| {
        let start = tokens.tokens[candidate.tokens.start].span.start;
        let end = tokens.tokens[candidate.tokens.end - 1].span.end;
        let (text, value) = (doc.text[start..end].to_owned(), value?.timex.value);
        Some(FoundDate { rule: candidate.rule, start, text, value })
    });
    found.collect()
}

/// Checks that the strict F1 of each type and the F1 of values reach the floors in this table of
/// `fixtures/gold.toml`.
pub fn assert_above_floors(table: &str, scores: &Scores) {
    let value = scores.timex.as_ref().and_then(|timex| timex.value_f1).unwrap_or_default();
    let types = scores.types.iter().map(|(kind, ways)| (kind.as_str(), ways.strict.f1));
    for (kind, figure) in types.chain([("value", value)]) {
        assert_above_floor(table, kind, figure);
    }
}

/// Checks that a figure reaches its floor in this table of `fixtures/gold.toml`.
pub fn assert_above_floor(table: &str, key: &str, figure: f64) {
    let path = Path::new(ROOT).join("fixtures/gold.toml");
    let floors: toml::Table =
        fs::read_to_string(path).expect("gold.toml is there").parse().expect("gold.toml is TOML");
    let floor = floors[table].get(key).and_then(toml::Value::as_float);
    let floor = floor.unwrap_or_else(|| panic!("[{table}] has no floor for {key}"));
    assert!(figure >= floor, "{key}: {figure:.4} is below its floor {floor}");
}
