//! What the place tables share: display names, positions, flags, and reading the GeoNames cuts.

use crate::{archive, fetch::Cache, fold, names::People, table, words::Words};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;

/// The columns of every place table.
pub const COLUMNS: [&str; 10] = [
    "name",
    "aliases",
    "kind",
    "country",
    "admin1",
    "latitude",
    "longitude",
    "population",
    "geonames",
    "flags",
];

/// One row of a place table.
#[derive(Clone, Default)]
pub struct Place {
    pub name: String,
    pub aliases: String,
    pub kind: &'static str,
    pub country: String,
    pub admin1: String,
    pub position: Option<(f64, f64)>,
    pub population: u64,
    pub geonames: String,
    pub flags: Vec<String>,
}

impl Place {
    /// Drops the aliases that `bad` says are something else.
    pub fn drop_aliases(&mut self, bad: impl Fn(&str) -> bool) {
        let kept: Vec<&str> = self.aliases.split('|').filter(|alias| !bad(alias)).collect();
        self.aliases = kept.join("|");
    }

    /// Adds the row to its table.
    pub fn add_to(&self, table: &mut crate::table::Table) -> Result<()> {
        let (latitude, longitude) =
            self.position.map_or((String::new(), String::new()), |(latitude, longitude)| {
                (degrees(latitude), degrees(longitude))
            });
        let population =
            if self.population == 0 { String::new() } else { self.population.to_string() };
        table.add(&[
            &self.name,
            &self.aliases,
            self.kind,
            &self.country,
            &self.admin1,
            &latitude,
            &longitude,
            &population,
            &self.geonames,
            &self.flags.join(","),
        ])
    }
}

/// Degrees with four digits, without trailing zeros.
pub fn degrees(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The flags that say what else a one-word name may be.
pub fn reading_flags(name: &str, words: &Words, people: &People) -> Vec<String> {
    let mut flags = Vec::new();
    if name.contains(' ') {
        return flags;
    }
    if words.is_ordinary(name) {
        flags.push("word".to_owned());
    }
    if people.surname_weight(name) >= 4 {
        flags.push("surname".to_owned());
    }
    if people.given_weight(name) >= 4 {
        flags.push("given".to_owned());
    }
    flags
}

/// The display names of one language: GeoNames id, ISO code or `US.NC` to name.
pub fn display_names(cache: &Cache, language: &str) -> Result<BTreeMap<String, String>> {
    let all = display_names_by_language(cache, |found| found == language)?;
    all.into_iter()
        .next()
        .map(|(_, names)| names)
        .with_context(|| format!("libgeonames-common has no names in '{language}'"))
}

/// The display names of each language that `wanted` accepts.
pub fn display_names_by_language(
    cache: &Cache,
    wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let language = |path: &str| {
        path.strip_prefix("usr/share/locale/")
            .and_then(|rest| rest.strip_suffix("/LC_MESSAGES/geonames.mo"))
            .map(str::to_owned)
    };
    let files = archive::members(&cache.archive("libgeonames-common")?, |path| {
        language(path).is_some_and(|found| wanted(&found))
    })?;
    files
        .into_iter()
        .map(|(path, bytes)| {
            Ok((
                language(&path).unwrap_or_default(),
                catalog(&bytes).with_context(|| path.clone())?,
            ))
        })
        .collect()
}

/// Reads a compiled message catalog (little-endian, as Debian builds them).
fn catalog(bytes: &[u8]) -> Result<BTreeMap<String, String>> {
    let number = |place: usize| -> Result<usize> {
        let four = bytes.get(place..place + 4).context("the catalog ends early")?;
        Ok(u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
    };
    ensure!(number(0)? == 0x9504_12de, "not a little-endian message catalog");
    let text = |table: usize, place: usize| -> Result<String> {
        let (length, start) = (number(table + 8 * place)?, number(table + 8 * place + 4)?);
        let slice = bytes.get(start..start + length).context("the catalog ends early")?;
        Ok(String::from_utf8_lossy(slice).into_owned())
    };
    let (count, originals, translations) = (number(8)?, number(12)?, number(16)?);
    let mut names = BTreeMap::new();
    for place in 0..count {
        let name = fold::tidy(&text(translations, place)?);
        if !name.is_empty() {
            names.insert(text(originals, place)?, name);
        }
    }
    names.remove("");
    Ok(names)
}

/// Places that are gone, from a curated table of name, aliases, country and position.
pub fn former(curated: &str, kind: &'static str) -> Result<Vec<Place>> {
    let place = |row: &[String]| -> Result<Place> {
        let [name, aliases, country, latitude, longitude] = row else {
            anyhow::bail!("five columns are wanted")
        };
        Ok(Place {
            name: name.clone(),
            aliases: table::alias_field(name, aliases.split('|')),
            kind,
            country: country.clone(),
            position: Some((latitude.parse()?, longitude.parse()?)),
            flags: vec!["former".to_owned()],
            ..Place::default()
        })
    };
    table::parse(curated)?
        .rows
        .iter()
        .map(|row| place(row).with_context(|| format!("bad row {row:?}")))
        .collect()
}

/// The positions in a curated table of code, latitude and longitude.
pub fn positions(curated: &str) -> Result<BTreeMap<String, (f64, f64)>> {
    let position = |row: &[String]| -> Result<(String, (f64, f64))> {
        let [code, latitude, longitude] = row else { anyhow::bail!("three columns are wanted") };
        let (latitude, longitude) = (latitude.parse::<f64>()?, longitude.parse::<f64>()?);
        ensure!(latitude.abs() <= 90.0 && longitude.abs() <= 180.0, "that is not on the globe");
        Ok((code.clone(), (latitude, longitude)))
    };
    let rows = table::parse(curated)?.rows;
    rows.iter().map(|row| position(row).with_context(|| format!("bad row {row:?}"))).collect()
}

/// The middle of a set of points, each half-degree cell counted once, so that it nears the
/// middle of the area rather than of its people.
pub fn middle(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
    let cell = |(latitude, longitude): &(f64, f64)| {
        ((latitude * 2.0).floor() as i32, (longitude * 2.0).floor() as i32)
    };
    let mut cells: BTreeMap<(i32, i32), (f64, f64, f64)> = BTreeMap::new();
    for point in points {
        let sum = cells.entry(cell(point)).or_default();
        *sum = (sum.0 + point.0, sum.1 + point.1, sum.2 + 1.0);
    }
    #[expect(clippy::cast_precision_loss, reason = "there are few cells")]
    let count = cells.len() as f64;
    let latitude: f64 = cells.values().map(|(sum, _, number)| sum / number).sum();
    let longitude: f64 = cells.values().map(|(_, sum, number)| sum / number).sum();
    (count > 0.0).then(|| (latitude / count, longitude / count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_short() {
        assert_eq!(
            [degrees(52.524_37), degrees(-0.000_01), degrees(10.5)],
            ["52.5244", "0", "10.5"]
        );
    }

    #[test]
    fn positions_are_on_the_globe() {
        let table = |row: &str| format!("# a\tb\tc\n{row}\n");
        assert!(positions(&table("XX\t-33.5\t151")).is_ok());
        assert!(positions(&table("XX\t151\t-33.5")).is_err());
        assert!(positions(&table("XX\t\t")).is_err());
    }

    #[test]
    fn the_middle_counts_cells() {
        assert_eq!(middle(&[(0.1, 0.1), (0.1, 0.1), (10.1, 10.1)]), Some((5.1, 5.1)));
        assert_eq!(middle(&[]), None);
    }
}
