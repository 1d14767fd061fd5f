//! `dateline lookup`: what the dictionaries know of names.

use std::io::{self, BufRead, IsTerminal, Write};

use dateline::gazetteer::{Gazetteer, user};
use dateline::normalize::place::sort_by_prior;
use dateline::write::{LookupRecord, lookup_table};

use super::args::{Lookup, LookupFormat, read_lists};
use super::exit::Exit;
use super::messages;

/// How many near misses are named.
const NEAR: usize = 5;

/// Runs the command.
pub fn run(args: &Lookup) -> anyhow::Result<Exit> {
    let dictionaries = read_lists("--dictionary", &args.dictionary)?;
    let gazetteer = Gazetteer::new(user::compile(&dictionaries, &[])?);
    let is_table = match args.format {
        LookupFormat::Auto => io::stdout().is_terminal(),
        LookupFormat::Table => true,
        LookupFormat::Jsonl => false,
    };
    let mut exit = Exit::Written;
    let mut look_up = |name: &str| {
        if !write(&gazetteer, name, is_table)? {
            exit = Exit::Failed;
        }
        io::Result::Ok(())
    };
    for name in &args.names {
        if name == "-" {
            for line in io::stdin().lock().split(b'\n') {
                let line = line?;
                let name = String::from_utf8_lossy(&line);
                if !name.trim().is_empty() {
                    look_up(name.trim())?;
                }
            }
        } else {
            look_up(name)?;
        }
    }
    Ok(exit)
}

/// Writes what is known of a name; whether there is anything.
fn write(gazetteer: &Gazetteer, name: &str, is_table: bool) -> io::Result<bool> {
    let mut entries = gazetteer.lookup(name);
    sort_by_prior(gazetteer, &mut entries);
    let near = if entries.is_empty() { gazetteer.near(name, NEAR) } else { Vec::new() };
    let mut text = if !is_table {
        let record = LookupRecord::new(name, &entries, &near);
        serde_json::to_string(&record).expect("records have string keys and finite numbers") + "\n"
    } else if entries.is_empty() {
        String::new()
    } else {
        lookup_table(name, &entries)
    };
    if is_table && entries.is_empty() {
        messages::say(&unknown(name, &near));
        text.clear();
    }
    io::stdout().write_all(text.as_bytes())?;
    Ok(!entries.is_empty())
}

fn unknown(name: &str, near: &[&str]) -> String {
    let near: Vec<String> = near.iter().map(|name| format!("'{name}'")).collect();
    match near.as_slice() {
        [] => format!("'{name}' is in no dictionary"),
        near => format!("'{name}' is in no dictionary; near it are {}", near.join(", ")),
    }
}
