//! Brands, banks, operators and transit networks with Wikidata items, and technology brands.
//!
//! Councils and districts that run schools and bins are left out, and so are names of one word
//! that are likelier a word, a person or a place.

use crate::companies::strip_legal;
use crate::surface::Readings;
use crate::table::{self, Table, alias_field};
use crate::{archive, fetch::Cache, fold, lists};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const SKIPPED: &[&str] = &[
    "operators/amenity/school",
    "operators/amenity/kindergarten",
    "flags/",
    "transit/highway/bus_stop",
    "operators/amenity/waste_disposal",
    "operators/amenity/recycling",
];
/// Categories to kinds, the first that fits; the rest are brands.
const KINDS: &[(&str, &str)] = &[
    ("brands/amenity/bank", "bank"),
    ("brands/amenity/atm", "bank"),
    ("brands/office/insurance", "insurer"),
    ("operators/amenity/hospital", "hospital"),
    ("operators/amenity/clinic", "hospital"),
    ("operators/amenity/police", "police"),
    ("operators/office/government", "agency"),
    ("operators/boundary/", "agency"),
    ("operators/amenity/prison", "agency"),
    ("operators/amenity/fire_station", "agency"),
    ("operators/emergency/", "agency"),
    ("operators/amenity/library", "library"),
    ("transit/", "transit"),
    ("brands/", "brand"),
    ("operators/", "company"),
];

/// Tags that hold names.
const TAGS: &[&str] = &[
    "name",
    "name:en",
    "brand",
    "brand:en",
    "operator",
    "operator:en",
    "network",
    "network:en",
    "short_name",
    "official_name",
    "alt_name",
];

#[derive(Deserialize)]
struct Index {
    nsi: BTreeMap<String, Category>,
}

#[derive(Deserialize)]
struct Category {
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    display_name: String,
    location_set: Value,
    tags: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Labels {
    wikidata: BTreeMap<String, Label>,
}

#[derive(Deserialize)]
struct Label {
    label: Option<String>,
    description: Option<String>,
}

#[derive(Default)]
struct Brand {
    names: BTreeSet<String>,
    categories: BTreeSet<String>,
    countries: BTreeSet<String>,
}

/// Writes `organization/brands.tsv`.
pub fn write(out: &Path, cache: &Cache, readings: &Readings) -> Result<()> {
    let archive = cache.archive("name-suggestion-index")?;
    let index: Index =
        serde_json::from_slice(&archive::member(&archive, "package/dist/json/nsi.json")?)
            .context("nsi.json")?;
    let labels: Labels =
        serde_json::from_slice(&archive::member(&archive, "package/dist/wikidata/wikidata.json")?)
            .context("wikidata.json")?;
    let about = "brands, banks, operators and transit networks with their Wikidata items; kind technology marks names of firms and of their products alike";
    let mut table = Table::new(
        out.join("organization/brands.tsv"),
        about,
        &cache.cite(&["name-suggestion-index", "simple-icons"])?,
        &table::ORGANIZATION,
    );
    let mut seen = BTreeSet::new();
    for (item, brand) in by_item(index) {
        let label = labels.wikidata.get(&item);
        let description = label.and_then(|label| label.description.as_deref()).unwrap_or_default();
        if is_place(description) {
            continue;
        }
        let label = label.and_then(|label| label.label.as_deref());
        let names = names(label, &brand, readings);
        let Some(name) = names.first() else { continue };
        if !seen.insert(name.clone()) {
            continue;
        }
        let country = brand.countries.first().filter(|_| brand.countries.len() == 1);
        table.add(&[
            name,
            &alias_field(name, names.iter().map(String::as_str)),
            kind(&names, &brand.categories),
            country.map_or("", String::as_str),
            &item,
        ])?;
    }
    let taken: BTreeSet<String> = seen.iter().map(|name| fold::caseless(name)).collect();
    for name in icons(cache)?
        .iter()
        .filter(|name| is_name(name, readings) && !taken.contains(&fold::caseless(name)))
    {
        table.add(&[name, "", "technology", "", ""])?;
    }
    table.write()
}

/// The label without and with its legal form, then the names the index gives.
fn names(label: Option<&str>, brand: &Brand, readings: &Readings) -> Vec<String> {
    let label = label.map(clean).into_iter().flat_map(|label| [strip_legal(&label), label]);
    let names = label.chain(brand.names.iter().map(|name| clean(name)));
    names.filter(|name| is_name(name, readings)).collect()
}

fn by_item(index: Index) -> BTreeMap<String, Brand> {
    let mut brands: BTreeMap<String, Brand> = BTreeMap::new();
    for (path, category) in index.nsi {
        if SKIPPED.iter().any(|skipped| path.starts_with(skipped)) {
            continue;
        }
        for item in category.items {
            let Some(id) = ["brand:wikidata", "operator:wikidata", "network:wikidata"]
                .iter()
                .find_map(|tag| item.tags.get(*tag))
            else {
                continue;
            };
            let brand = brands.entry(id.clone()).or_default();
            brand.names.insert(item.display_name);
            for tag in TAGS {
                brand.names.extend(
                    item.tags
                        .get(*tag)
                        .into_iter()
                        .flat_map(|value| value.split(';'))
                        .map(|name| name.trim().to_owned()),
                );
            }
            brand.categories.insert(path.clone());
            brand.countries.extend(countries(&item.location_set));
        }
    }
    brands
}

/// The countries of a location set; `*` for anything wider.
fn countries(locations: &Value) -> Vec<String> {
    let code = |place: &Value| match place.as_str() {
        Some("fx") => "FR".to_owned(),
        Some("ic" | "ea") => "ES".to_owned(),
        Some(place) if place.len() == 2 && place.chars().all(char::is_alphabetic) => {
            place.to_uppercase()
        }
        Some(place) if place.ends_with(".geojson") && place.as_bytes().get(2) == Some(&b'-') => {
            place[..2].to_uppercase()
        }
        _ => "*".to_owned(),
    };
    let codes: Vec<String> =
        locations["include"].as_array().into_iter().flatten().map(code).collect();
    if codes.iter().any(|code| code == "*") { vec!["*".to_owned(), "**".to_owned()] } else { codes }
}

fn clean(name: &str) -> String {
    let name = name.split(" (").next().unwrap_or(name);
    fold::tidy(&name.replace(['’', '‘'], "'").replace(['®', '™', '|', '"'], "").replace('｜', " "))
}

fn is_name(name: &str, readings: &Readings) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let starts = name.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
        || name.chars().nth(1).is_some_and(char::is_uppercase);
    letters >= 2
        && starts
        && fold::is_latin_name(name)
        && name.chars().count() <= 70
        && !name.starts_with("City of")
        && !readings.is_risky(name)
        && (letters >= 3 || name.contains('&'))
}

fn is_place(description: &str) -> bool {
    let text = description.to_lowercase();
    let has = |list: &[&str]| list.iter().any(|word| text.contains(word));
    text.contains("school district")
        || text.contains("disambiguation")
        || (has(lists::of("place_description")) && !has(lists::of("business_description")))
}

/// The kind that the name says, else that of the first category that fits.
fn kind(names: &[String], categories: &BTreeSet<String>) -> &'static str {
    const SAYS: &[(&str, &str)] = &[
        ("Police", "police"),
        ("Department of", "agency"),
        ("Ministry", "agency"),
        ("University", "university"),
        ("Hospital", "hospital"),
        ("Sheriff", "police"),
        ("Fire ", "agency"),
        ("Bank ", "bank"),
        ("Authority", "agency"),
        ("Library", "library"),
    ];
    if let Some((_, kind)) =
        SAYS.iter().find(|(word, _)| names.iter().any(|name| name.contains(word)))
    {
        return kind;
    }
    KINDS
        .iter()
        .find(|(prefix, _)| categories.iter().any(|category| category.starts_with(prefix)))
        .map_or("brand", |(_, kind)| *kind)
}

fn icons(cache: &Cache) -> Result<BTreeSet<String>> {
    let json = archive::member(&cache.archive("simple-icons")?, "package/data/simple-icons.json")?;
    let value: Value = serde_json::from_slice(&json).context("simple-icons.json")?;
    Ok(value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|icon| icon["title"].as_str())
        .map(clean)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_places() {
        assert!(is_place("city in Orange County, California"));
        assert!(is_place("Filipino school district operated by a division office"));
        assert!(!is_place("supermarket chain in the city of Berlin"));
    }

    #[test]
    fn reads_location_sets() {
        assert_eq!(
            countries(&serde_json::json!({"include": ["us-or.geojson", "us-wa.geojson"]})),
            ["US", "US"]
        );
        assert_eq!(countries(&serde_json::json!({"include": ["001"]})).len(), 2);
    }
}
