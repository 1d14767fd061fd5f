//! Measures how many of the names marked in gold files the dictionaries hold, after folding.

use crate::{fold, readme, table};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Columns that hold surfaces, besides `aliases`.
const NAME_TABLES: &[&str] =
    &["given_names", "given_names_world", "surnames", "surnames_world", "variants"];

#[derive(Deserialize)]
struct Document {
    text: String,
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    label: String,
}

/// Surfaces by folded form, each with the table that gave it first.
#[derive(Default)]
struct Surfaces {
    exact: HashMap<String, usize>,
    caseless: HashMap<String, usize>,
    lower: HashSet<String>,
}

impl Surfaces {
    fn add(&mut self, surface: &str, table: usize) {
        let key = fold::key(surface);
        if !surface.contains(char::is_uppercase) {
            self.lower.insert(key.to_lowercase());
        }
        self.caseless.entry(key.to_lowercase()).or_insert(table);
        self.exact.entry(key).or_insert(table);
    }

    /// The table that holds a mention: in its own case, or in any if the mention is all caps.
    fn find(&self, mention: &str) -> Option<usize> {
        let key = fold::key(mention);
        if let Some(table) = self.exact.get(&key) {
            return Some(*table);
        }
        let shouted = key.chars().filter(|letter| letter.is_alphabetic()).count() > 1
            && !key.contains(char::is_lowercase);
        let lower = key.to_lowercase();
        (shouted || self.lower.contains(&lower))
            .then(|| self.caseless.get(&lower).copied())
            .flatten()
    }
}

/// Everything the dictionaries hold, as coverage asks for it.
struct Holdings {
    tables: Vec<String>,
    by_label: BTreeMap<&'static str, Surfaces>,
    given: Surfaces,
    surnames: Surfaces,
}

#[derive(Default)]
struct Count {
    mentions: usize,
    found: usize,
    by_table: BTreeMap<usize, usize>,
    missed: BTreeMap<String, usize>,
}

/// Reports the share of mentions found, per gold file and type; `missed` lists that many of the
/// most frequent misses.
pub fn report(dictionaries: &Path, gold: &[PathBuf], missed: usize) -> Result<()> {
    let holdings = Holdings::read(dictionaries)?;
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "| gold | type | mentions | found | % | tables |\n| --- | --- | --: | --: | --: | --- |"
    )?;
    for path in gold {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (label, count) in holdings.count(path)? {
            let share = percent(count.found, count.mentions);
            writeln!(
                out,
                "| {name} | {label} | {} | {} | {share} | {} |",
                count.mentions,
                count.found,
                holdings.shares(&count)
            )?;
            let mut misses: Vec<(&String, &usize)> = count.missed.iter().collect();
            misses.sort_by_key(|(surface, times)| (usize::MAX - **times, (*surface).clone()));
            for (surface, times) in misses.into_iter().take(missed) {
                writeln!(out, "  missed {times} x {surface}")?;
            }
        }
    }
    Ok(())
}

impl Holdings {
    fn read(folder: &Path) -> Result<Self> {
        let mut holdings = Self {
            tables: Vec::new(),
            by_label: BTreeMap::new(),
            given: Surfaces::default(),
            surnames: Surfaces::default(),
        };
        for path in readme::tables(folder)? {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let label = path
                .parent()
                .and_then(Path::file_name)
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let rows = table::read(&path)?;
            let number = holdings.tables.len();
            holdings.tables.push(stem.clone());
            let aliases = rows.column("aliases");
            for row in &rows.rows {
                let surfaces = std::iter::once(row[0].as_str())
                    .chain(aliases.iter().flat_map(|place| row[*place].split('|')))
                    .filter(|surface| !surface.is_empty());
                for surface in surfaces {
                    holdings.add(&label, &stem, surface, number);
                }
            }
        }
        Ok(holdings)
    }

    fn add(&mut self, label: &str, stem: &str, surface: &str, table: usize) {
        match label {
            "person" if NAME_TABLES.contains(&stem) => {
                if !stem.starts_with("surnames") {
                    self.given.add(surface, table);
                }
                if !stem.starts_with("given") {
                    self.surnames.add(surface, table);
                }
            }
            "person" if stem == "particles" => {}
            "person" => self.by_label.entry("person").or_default().add(surface, table),
            "place" => self.by_label.entry("place").or_default().add(surface, table),
            "organization" => self.by_label.entry("organization").or_default().add(surface, table),
            _ => {}
        }
    }

    fn count(&self, path: &Path) -> Result<BTreeMap<String, Count>> {
        let text =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut counts: BTreeMap<String, Count> = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let document: Document = serde_json::from_str(line).with_context(|| {
                format!("{}:{}: not a gold document", path.display(), number + 1)
            })?;
            let letters: Vec<char> = document.text.chars().collect();
            for entity in &document.entities {
                let mention: String = letters
                    .get(entity.start..entity.end)
                    .with_context(|| {
                        format!("{}:{}: a span lies outside the text", path.display(), number + 1)
                    })?
                    .iter()
                    .collect();
                self.take(&mut counts, &entity.label.to_lowercase(), &fold::tidy(&mention));
            }
        }
        Ok(counts)
    }

    fn take(&self, counts: &mut BTreeMap<String, Count>, label: &str, mention: &str) {
        let label = match label {
            "org" => "organization",
            "per" => "person",
            "loc" => "place",
            other => other,
        };
        let Some(surfaces) = self.by_label.get(label) else { return };
        add(counts.entry(label.to_owned()).or_default(), mention, surfaces.find(mention));
        if label == "person" {
            let words: Vec<&str> =
                mention.split(' ').filter(|word| !is_initial(word) && !is_suffix(word)).collect();
            if let ([first, .., last], true) = (&words[..], mention.contains(' ')) {
                let both =
                    self.knows(&self.given, first).zip(self.knows(&self.surnames, last)).or_else(
                        || self.knows(&self.surnames, first).zip(self.knows(&self.given, last)),
                    );
                add(
                    counts.entry("person: both parts".to_owned()).or_default(),
                    mention,
                    both.map(|(_, table)| table),
                );
                let one = [first, last].iter().find_map(|word| {
                    self.knows(&self.given, word).or_else(|| self.knows(&self.surnames, word))
                });
                add(counts.entry("person: one part".to_owned()).or_default(), mention, one);
            } else if let [word] = words[..] {
                let known =
                    self.knows(&self.surnames, word).or_else(|| self.knows(&self.given, word));
                add(counts.entry("person: single word".to_owned()).or_default(), mention, known);
            }
        }
    }

    /// A part of a name, or each half of a double-barrelled one.
    fn knows(&self, surfaces: &Surfaces, word: &str) -> Option<usize> {
        let word = word.trim_matches([',', '"', '\'', '(', ')']);
        let stem = ["al-", "Al-", "el-", "El-", "d'", "D'", "d’", "D’"]
            .iter()
            .find_map(|prefix| word.strip_prefix(prefix));
        surfaces.find(word).or_else(|| surfaces.find(stem?)).or_else(|| {
            let halves: Option<Vec<usize>> = word.contains('-').then(|| {
                word.split('-')
                    .map(|half| {
                        surfaces.find(&crate::names::title(half)).or_else(|| surfaces.find(half))
                    })
                    .collect()
            })?;
            halves?.first().copied()
        })
    }

    fn shares(&self, count: &Count) -> String {
        let mut tables: Vec<(&usize, &usize)> = count.by_table.iter().collect();
        tables.sort_by_key(|(table, times)| (usize::MAX - **times, **table));
        let shares: Vec<String> = tables
            .into_iter()
            .take(5)
            .map(|(table, times)| format!("{} {times}", self.tables[*table]))
            .collect();
        shares.join(", ")
    }
}

fn add(count: &mut Count, mention: &str, table: Option<usize>) {
    count.mentions += 1;
    match table {
        Some(table) => {
            count.found += 1;
            *count.by_table.entry(table).or_default() += 1;
        }
        None => *count.missed.entry(mention.to_owned()).or_default() += 1,
    }
}

fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    letters <= 1
        || (letters == 2 && !word.contains(char::is_lowercase))
        || (word.ends_with('.') && word.chars().count() <= 4 && word.contains(char::is_uppercase))
}

fn is_suffix(word: &str) -> bool {
    matches!(word.trim_matches(['.', ',']), "Jr" | "Sr" | "II" | "III" | "IV")
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn percent(part: usize, whole: usize) -> String {
    format!("{:.1}", 100.0 * part as f64 / whole.max(1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_decides_what_matches() {
        let mut surfaces = Surfaces::default();
        surfaces.add("Reading", 0);
        surfaces.add("the west", 1);
        assert_eq!(surfaces.find("READING"), Some(0));
        assert_eq!(surfaces.find("reading"), None);
        assert_eq!(surfaces.find("West"), Some(1));
    }
}
