//! Checks `dictionaries/` and compiles it into the index that the library embeds.

#![expect(dead_code, reason = "modules shared with the library are used in part")]

use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[macro_use]
#[path = "src/codes.rs"]
mod codes;
#[path = "src/span.rs"]
mod span;
#[path = "src/tokenize"]
mod tokenize {
    pub mod pieces;
    pub mod token;
    pub mod words;
}
#[path = "src/gazetteer"]
mod gazetteer {
    pub mod class;
    pub mod compile;
    pub mod files;
    pub mod fold;
    pub mod layout;
    pub mod time;
}

use gazetteer::compile::{Problem, Source, compile};
use gazetteer::files::{FILES, OTHER_FILES};

/// The files of the library that this program is made of, declared above.
const SHARED: [&str; 11] = [
    "codes.rs",
    "span.rs",
    "tokenize/pieces.rs",
    "tokenize/token.rs",
    "tokenize/words.rs",
    "gazetteer/class.rs",
    "gazetteer/compile.rs",
    "gazetteer/files.rs",
    "gazetteer/fold.rs",
    "gazetteer/layout.rs",
    "gazetteer/time.rs",
];

fn main() {
    println!("cargo::rerun-if-changed=dictionaries");
    for module in SHARED {
        println!("cargo::rerun-if-changed=src/{module}");
    }
    let folder = Path::new("dictionaries");
    let mut problems = unlisted(folder);
    let sources: Vec<Source> = FILES
        .iter()
        .filter_map(|file| match fs::read_to_string(folder.join(file.path)) {
            Ok(text) => Some(Source { file: *file, name: file.path.into(), text, columns: None }),
            Err(error) => {
                problems.push(Problem(format!("{}: {error}", file.path)));
                None
            }
        })
        .collect();
    let compiled = compile(&sources);
    match compiled {
        Ok(index) if problems.is_empty() => {
            let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
            fs::write(out.join("index.bin"), index).expect("OUT_DIR is writable");
        }
        Ok(_) => fail(&problems),
        Err(more) => {
            problems.extend(more);
            fail(&problems)
        }
    }
}

fn fail(problems: &[Problem]) -> ! {
    for Problem(message) in problems {
        println!("cargo::error=dictionaries/{message}");
    }
    process::exit(1)
}

/// A problem for each dictionary that no list names.
fn unlisted(folder: &Path) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder_here) = folders.pop() {
        let entries = fs::read_dir(&folder_here).expect("dictionaries/ is readable");
        for path in entries.map(|entry| entry.expect("dictionaries/ is readable").path()) {
            let name = path.strip_prefix(folder).expect("below the folder").display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".tsv")
                && FILES.iter().all(|file| file.path != name)
                && !OTHER_FILES.contains(&name.as_str())
            {
                found.push(Problem(format!(
                    "{name}: the file is not listed in src/gazetteer/files.rs"
                )));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}
