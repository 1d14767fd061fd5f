//! Lists the surfaces of organizations and people written by hand that are also places or
//! ordinary words, with the reading that a text without other evidence suggests.
//!
//! The list is for people who review the tables; matching keeps every reading of a surface anyway.

use crate::table::{self, Table};
use crate::{fold, readme, words::Words};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// Places of this population and more stand before organizations of the same name.
const LARGE: u64 = 100_000;

/// What a surface is, apart from a word.
#[derive(Default)]
struct Readings {
    /// Types and kinds of the rows by hand, such as `organization party`.
    names: BTreeSet<String>,
    /// Kinds of places.
    places: BTreeSet<String>,
    /// Whether one of them is a country or a division.
    is_division: bool,
    /// The population of the largest.
    population: u64,
}

/// Writes `ambiguous/surfaces.tsv` from the tables under `out`.
pub fn write(out: &Path, words: &Words) -> Result<()> {
    let about = "surfaces of organizations and people by hand that are also places or ordinary words; default is the reading without other evidence";
    let path = out.join("ambiguous/surfaces.tsv");
    let columns = ["surface", "default", "readings", "reason"];
    let mut table = Table::new(path, about, "the other tables", &columns);
    for ((surface, _), readings) in read(out)? {
        let is_word = !surface.contains([' ', '-']) && words.is_ordinary(&surface);
        if readings.places.is_empty() && !is_word {
            continue;
        }
        let (default, reason) = readings.judge(&surface, is_word);
        let all = readings.names.iter().chain(&readings.places).map(String::as_str);
        let all: Vec<&str> = all.chain(is_word.then_some("word")).collect();
        table.add(&[&surface, default, &all.join("|"), &reason])?;
    }
    table.write()
}

/// The surfaces of the tables by hand, with the places of the same name.
fn read(out: &Path) -> Result<BTreeMap<(String, String), Readings>> {
    let mut found: BTreeMap<(String, String), Readings> = BTreeMap::new();
    let mut places = HashMap::new();
    for path in readme::tables(out)? {
        let rows = table::read(&path)?;
        let by_hand = rows.comments.first().is_some_and(|line| line.starts_with("curated"));
        let name = path.strip_prefix(out).unwrap_or(&path).display().to_string();
        let label = match name.split('/').next() {
            Some("place") => "place",
            Some("organization") if by_hand => "organization",
            _ if name == "person/notable.tsv" => "person",
            _ => continue,
        };
        let (aliases, kind) = (rows.column("aliases"), rows.column("kind"));
        let population = rows.column("population");
        for row in &rows.rows {
            let kind = kind.map_or("", |column| row[column].as_str());
            let reading = format!("{label} {kind}").trim_end().to_owned();
            let people = population.and_then(|column| row[column].parse().ok()).unwrap_or(0);
            let others = aliases.iter().flat_map(|column| row[*column].split('|'));
            let surfaces = std::iter::once(row[0].as_str()).chain(others);
            for surface in surfaces.filter(|surface| !surface.is_empty()) {
                if label == "place" {
                    let known: &mut Readings = places.entry(fold::caseless(surface)).or_default();
                    known.places.insert(reading.clone());
                    known.is_division |= matches!(kind, "country" | "territory" | "region");
                    known.population = known.population.max(people);
                } else {
                    let key = (surface.to_owned(), fold::caseless(surface));
                    found.entry(key).or_default().names.insert(reading.clone());
                }
            }
        }
    }
    for ((_, key), readings) in &mut found {
        if let Some(known) = places.get(key) {
            readings.places.clone_from(&known.places);
            readings.is_division = known.is_division;
            readings.population = known.population;
        }
    }
    Ok(found)
}

impl Readings {
    /// The default reading, and why.
    fn judge(&self, surface: &str, is_word: bool) -> (&'static str, String) {
        let is_organization = self.names.iter().any(|name| name.starts_with("organization"));
        let name = if is_organization { "organization" } else { "person" };
        let is_acronym = !surface.contains(char::is_lowercase);
        if is_word && is_acronym {
            return (name, "the word is not in capitals".to_owned());
        }
        if is_word && self.places.is_empty() {
            return ("word", "mostly a word in lower case".to_owned());
        }
        if self.is_division {
            return ("place", "a country or a first-order division".to_owned());
        }
        if self.population >= LARGE && !is_acronym {
            return ("place", format!("a place of {} people", self.population));
        }
        if is_word {
            return ("word", "mostly a word in lower case".to_owned());
        }
        (name, "the places of the name are small or seldom in the news".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(name: &str, place: &str, population: u64) -> Readings {
        let set = |text: &str| BTreeSet::from([text.to_owned()]);
        let places = if place.is_empty() { BTreeSet::new() } else { set(place) };
        Readings { names: set(name), places, is_division: false, population }
    }

    #[test]
    fn the_larger_place_wins() {
        let default = |surface, readings: Readings, is_word| readings.judge(surface, is_word).0;
        let team = "organization team";
        assert_eq!(
            default("Chelsea", readings(team, "place district", 41_000), false),
            "organization"
        );
        assert_eq!(default("Barcelona", readings(team, "place city", 1_621_000), false), "place");
        assert_eq!(default("Target", readings("organization company", "", 0), true), "word");
        assert_eq!(default("ICE", readings("organization police", "", 0), true), "organization");
        assert_eq!(default("Pele", readings("person", "place city", 900), false), "person");
    }
}
