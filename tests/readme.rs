//! The commands that README.md shows: each block marked `sh run` is run in the package's root.

use std::path::Path;
use std::process::Command;

use crate::support::{ROOT, read};

/// The blocks to run, each with the number of its first line.
fn blocks(text: &str) -> Vec<(usize, String)> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    for (number, line) in (1..).zip(text.lines()) {
        if line.starts_with("```") {
            inside = line == "```sh run";
            if inside {
                blocks.push((number + 1, String::new()));
            }
        } else if inside && let Some((_, block)) = blocks.last_mut() {
            block.push_str(line);
            block.push('\n');
        }
    }
    blocks
}

#[test]
fn commands_run() {
    let program = Path::new(env!("CARGO_BIN_EXE_dateline"));
    let folder = program.parent().expect("it is in a directory").display().to_string();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let has_jq = Command::new("jq").arg("--version").output().is_ok();
    // The commands keep their files in target/, which another target directory leaves unmade.
    std::fs::create_dir_all(Path::new(ROOT).join("target")).expect("the checkout is writable");
    let blocks = blocks(&read("README.md"));
    assert!(blocks.len() >= 4, "README.md has few blocks marked 'sh run'");
    for (number, block) in blocks {
        if block.contains("jq ") && !has_jq {
            eprintln!("not tested: README.md:{number} needs jq");
            continue;
        }
        let done = Command::new("sh")
            .args(["-euc", &block])
            .current_dir(ROOT)
            .env("PATH", &path)
            .output()
            .expect("there is a shell");
        let messages = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "README.md:{number}:\n{block}{messages}");
        assert_eq!(messages, "", "README.md:{number}:\n{block}");
        assert!(!done.stdout.is_empty(), "README.md:{number} prints nothing:\n{block}");
    }
}
