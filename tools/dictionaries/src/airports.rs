//! Airports with an IATA code: names in full and as news shortens them.

use crate::geo::{self, Place};
use crate::table::{Table, alias_field};
use crate::{archive, fetch::Cache, fold, lists};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::Path;

/// Final words that say what the place is.
const SAYS: &[&str] = &[
    "Airport",
    "Airfield",
    "Air Base",
    "Aerodrome",
    "Heliport",
    "Airstrip",
    "Base",
    "Field",
    "Seaport",
    "Station",
    "Airpark",
    "Strip",
];

/// Kinds of bases, as printed for short and in full.
const BASES: &[(&str, &str)] = &[
    ("AFB", "Air Force Base"),
    ("ARB", "Air Reserve Base"),
    ("MCAS", "Marine Corps Air Station"),
    ("NAS", "Naval Air Station"),
];

#[derive(Deserialize)]
struct Airport {
    iata: String,
    name: String,
    city: String,
    subd: String,
    country: String,
    lat: f64,
    lon: f64,
}

/// Writes `place/airports.tsv`.
pub fn write(out: &Path, cache: &Cache) -> Result<()> {
    let about = "airports with an IATA code, which flag iata= holds; aliases leave out the city or the word International";
    let mut table = Table::new(
        out.join("place/airports.tsv"),
        about,
        &cache.cite(&["airportsdata"])?,
        &geo::COLUMNS,
    );
    let bytes = archive::member(&cache.archive("airportsdata")?, "airportsdata/airports.csv")?;
    for record in csv::Reader::from_reader(bytes.as_slice()).deserialize() {
        let airport: Airport = record.context("airports.csv")?;
        let Some(name) = full_name(&airport.name) else { continue };
        if airport.iata.is_empty() {
            continue;
        }
        let aliases = short_names(&name, &airport.city);
        let place = Place {
            aliases: alias_field(&name, aliases.iter().map(String::as_str)),
            kind: "facility",
            country: airport.country,
            admin1: airport.subd,
            position: Some((airport.lat, airport.lon)),
            flags: vec![format!("iata={}", airport.iata)],
            name,
            ..Place::default()
        };
        place.add_to(&mut table)?;
    }
    table.write()
}

/// The name with a dot after each initial and a final word that says what it is.
fn full_name(name: &str) -> Option<String> {
    let name = fold::tidy(name.split(['/', '(']).next().unwrap_or(name));
    if !fold::is_latin_name(&name) || name.chars().count() < 4 {
        return None;
    }
    let words: Vec<String> = name
        .split(' ')
        .map(|word| match word {
            "Ntl" | "Natl" => "National".to_owned(),
            "Intl" => "International".to_owned(),
            "Muni" => "Municipal".to_owned(),
            "Rgnl" | "Regl" => "Regional".to_owned(),
            word if is_initial(word) => format!("{word}."),
            word => base(word).unwrap_or(word).to_owned(),
        })
        .collect();
    let name = words.join(" ");
    Some(
        if SAYS.iter().any(|word| name.ends_with(word))
            || name.contains("Air ")
            || name.contains("Airport")
        {
            name
        } else {
            format!("{name} Airport")
        },
    )
}

/// The long form of a military abbreviation, whose case the source has lost.
fn base(word: &str) -> Option<&'static str> {
    BASES.iter().find(|(short, _)| short.eq_ignore_ascii_case(word)).map(|(_, long)| *long)
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_uppercase)
}

/// `London Heathrow Airport` is also `Heathrow Airport`; `Hamad International Airport` also
/// `Hamad Airport`; initials are also left out, with and without dots.
fn short_names(name: &str, city: &str) -> Vec<String> {
    let mut names = vec![name.replace(". ", " ")];
    let without_initials: Vec<&str> = name.split(' ').filter(|word| !word.ends_with('.')).collect();
    names.push(without_initials.join(" "));
    let shortened = BASES.iter().filter(|(_, long)| name.contains(long));
    names.extend(shortened.map(|(short, long)| name.replace(long, short)));
    if let Some(rest) = name.strip_prefix(city).map(str::trim)
        && rest.split(' ').count() >= 2
        && !BASES.iter().any(|(_, long)| rest.starts_with(long))
        && !lists::of("airport_generic").iter().any(|word| rest.starts_with(word))
    {
        names.push(rest.trim_start_matches(['-', ' ']).to_owned());
    }
    let international: Vec<String> = names
        .iter()
        .chain([&name.to_owned()])
        .filter(|name| name.contains(" International Airport"))
        .map(|name| name.replace(" International Airport", " Airport"))
        .collect();
    names.extend(international);
    names.retain(|name| name.split(' ').count() >= 2);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn completes_names() {
        assert_eq!(
            full_name("John F Kennedy International").as_deref(),
            Some("John F. Kennedy International Airport")
        );
        assert_eq!(full_name("Tinker Afb").as_deref(), Some("Tinker Air Force Base"));
        assert_eq!(full_name("Ramstein Air Base").as_deref(), Some("Ramstein Air Base"));
    }

    #[test]
    fn shortens_names() {
        assert!(
            short_names("London Heathrow Airport", "London")
                .contains(&"Heathrow Airport".to_owned())
        );
        assert!(
            short_names("Tinker Air Force Base", "Oklahoma City")
                .contains(&"Tinker AFB".to_owned())
        );
        assert!(
            short_names("Hamad International Airport", "Doha")
                .contains(&"Hamad Airport".to_owned())
        );
    }
}
