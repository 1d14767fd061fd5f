//! The short word lists that the cleaning goes by, kept as data in `data/lists.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const CURATED: &str = include_str!("../data/lists.tsv");

static LISTS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in CURATED.lines().filter(|line| !line.starts_with('#')) {
        if let Some((list, word)) = line.split_once('\t') {
            lists.entry(list).or_default().push(word);
        }
    }
    lists
});

/// The words of a list; none if there is no such list.
pub fn of(list: &str) -> &'static [&'static str] {
    LISTS.get(list).map_or(&[], Vec::as_slice)
}

/// Whether a list holds a word.
pub fn has(list: &str, word: &str) -> bool {
    of(list).contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_there() {
        for list in [
            "division",
            "division_local",
            "division_phrase",
            "city_first",
            "city_last",
            "connector",
            "arabic_country",
            "legal_form",
            "not_company",
            "place_description",
            "business_description",
            "university",
            "school",
            "remark_opening",
            "remark_word",
            "title",
            "not_organization",
            "not_place",
            "airport_generic",
            "city_part",
            "compass",
        ] {
            assert!(of(list).len() > 5, "{list}");
        }
    }
}
