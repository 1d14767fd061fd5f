//! The rows of `dictionaries/`: one row for one organization, and the order of files that the build
//! does not compile.

use std::path::Path;

use dateline::gazetteer::{Class, Gazetteer, OTHER_FILES};

use crate::support::{ROOT, read};

/// Names that two organizations of a country share, or of which one has no country of its own.
const SHARED: [&str; 4] =
    ["Iraqiya", "Supreme Electoral Council", "The Citadel", "Universidad de Chile"];

/// The paths of the files of organizations that are written by hand.
fn curated() -> Vec<String> {
    let folder = Path::new(ROOT).join("dictionaries/organization");
    let files = std::fs::read_dir(folder).expect("the folder is there").flatten();
    let names = files.map(|file| format!("organization/{}", file.file_name().to_string_lossy()));
    let is_curated = |name: &String| read(&format!("dictionaries/{name}")).starts_with("# curated");
    let mut names: Vec<String> = names.filter(is_curated).collect();
    names.sort();
    names
}

#[test]
fn an_organization_has_one_row() {
    let gazetteer = Gazetteer::new(Vec::new());
    let files = curated();
    assert!(files.len() > 10, "{files:?}");
    let mut twice = Vec::new();
    for file in &files {
        let text = read(&format!("dictionaries/{file}"));
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let (name, country) = (fields[0], fields[3]);
            for entry in gazetteer.lookup(name) {
                let row = entry.row;
                let is_self = row.file == file && row.line() == number;
                // An acronym may stand for several, and so may a short form.
                let is_full = name.contains(' ') || row.name() == name;
                let other = row.get("country");
                let may_be_same = country == other || country.is_empty() || other.is_empty();
                let is_listed = files.iter().any(|file| file == row.file);
                if entry.posting.class == Class::Organization
                    && is_listed
                    && !is_self
                    && is_full
                    && may_be_same
                    && !SHARED.contains(&name)
                {
                    let (other, line) = (row.file, row.line());
                    twice.push(format!("{file}:{number}: '{name}' is in {other}:{line} too"));
                }
            }
        }
    }
    assert!(twice.is_empty(), "one of two rows is enough:\n{}", twice.join("\n"));
}

#[test]
fn files_that_are_not_compiled_are_sorted_too() {
    let mut unsorted = Vec::new();
    for file in OTHER_FILES {
        let text = read(&format!("dictionaries/{file}"));
        let rows: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 20, "{file} has {} rows", rows.len());
        let out_of_order = rows.windows(2).filter(|pair| pair[0] >= pair[1]);
        unsorted.extend(
            out_of_order.map(|pair| format!("{file}: '{}' stands after '{}'", pair[1], pair[0])),
        );
    }
    assert!(unsorted.is_empty(), "{}", unsorted.join("\n"));
}
