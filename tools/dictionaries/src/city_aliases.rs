//! Which of the many names that GeoNames lists for a city English news may print.

use crate::{fold, lists, names::People, words::Words};

/// A word this usual in capitals means something better known than a small city.
const FAMOUS: f32 = -14.0;

/// Whether a listed name is one that English news may print: plain Latin, capitalized, known to
/// English text, neither a code nor a word nor a usual name of people nor a mere misspelling.
pub fn is_alias(alias: &str, name: &str, population: u64, words: &Words, people: &People) -> bool {
    let plain = alias
        .chars()
        .all(|letter| letter.is_ascii_alphabetic() || matches!(letter, ' ' | '-' | '\'' | '.'));
    if !plain
        || alias.chars().count() < 4
        || !alias.starts_with(char::is_uppercase)
        || !alias.contains(char::is_lowercase)
    {
        return false;
    }
    if is_foreign_phrase(alias) || words.is_all_ordinary(alias) {
        return false;
    }
    let parts: Vec<&str> = alias.split([' ', '-']).collect();
    if parts.len() > 1 {
        let own: Vec<String> = name.split([' ', '-']).map(fold::caseless).collect();
        let known = |part: &&str| {
            part.starts_with(char::is_uppercase)
                && part.chars().count() > 2
                && words.capitalized(part).is_some_and(|log| log > -15.5)
        };
        return parts.iter().all(|part| {
            lists::has("connector", part) || known(part) || own.contains(&fold::caseless(part))
        });
    }
    if lists::has("city_part", alias) || lists::has("city_first", alias) {
        return false;
    }
    let usual = words.capitalized(alias).unwrap_or(f32::MIN);
    if usual > FAMOUS && population < 500_000 {
        return false;
    }
    let person = people.surname_weight(alias) >= 3 || people.given_weight(alias) >= 3;
    let close =
        distance(&fold::caseless(alias), &fold::caseless(name)) <= 1 + name.chars().count() / 8;
    let better_known = usual > words.capitalized(name).unwrap_or(-19.0);
    !words.is_ordinary(alias)
        && if person {
            better_known && usual > -15.5
        } else if close {
            usual > -17.5
        } else {
            usual > -16.8
        }
}

/// Words by which a city is called in other languages: `Ciudad de`, `Kota`, `Lungsod ng`.
pub fn is_foreign_phrase(alias: &str) -> bool {
    if alias
        .rsplit([' ', '-'])
        .next()
        .is_some_and(|last| last != alias && lists::has("city_last", last))
    {
        return true;
    }
    let mut parts = alias.split([' ', '-']);
    let first = parts.next().unwrap_or_default();
    parts.next().is_some() && lists::has("city_first", first)
}

/// The number of letters to change between two short words.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, letter) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in right.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[right.len()]
}

/// Whether an alias is a former village, a station or a quarter rather than another name.
pub fn is_local_history(alias: &str, name: &str, population: u64) -> bool {
    let (alias, name) = (fold::caseless(alias), fold::caseless(name));
    let shared = alias.split(' ').any(|word| name.split(' ').any(|other| other == word));
    let longer = alias != name && format!(" {alias} ").contains(&format!(" {name} "));
    alias.contains(' ') && (longer || (!shared && population < 200_000))
}

/// What news makes of a transcribed Arabic name: `Al Hillah` is also `Hillah`, `Hilla` and
/// `Al-Hilla`, `Tall 'Afar` also `Tal Afar`.
pub fn arabic_forms(name: &str) -> Vec<String> {
    let plain =
        fold::plain(name).replace('\'', "").replace("Tall ", "Tal ").replace("Dayr ", "Deir ");
    let article = ["Al ", "Ar ", "As ", "Ash ", "An ", "Ad ", "At ", "Az ", "El "]
        .iter()
        .find_map(|article| plain.strip_prefix(article));
    let mut forms = vec![plain.clone()];
    forms.extend(article.map(str::to_owned));
    for form in forms.clone() {
        forms.extend(form.strip_suffix("ah").map(|stem| format!("{stem}a")));
    }
    forms.extend(article.map(|rest| format!("Al {rest}")));
    forms.retain(|form| {
        form.chars().count() >= 4 && form.starts_with(char::is_uppercase) && !form.contains('(')
    });
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_distance() {
        assert_eq!(
            [distance("berlin", "belin"), distance("kyiv", "kiev"), distance("a", "a")],
            [1, 2, 0]
        );
    }

    #[test]
    fn knows_foreign_phrases() {
        assert!(is_foreign_phrase("Lungsod ng New York"));
        assert!(!is_foreign_phrase("Rio de Janeiro"));
        assert!(is_foreign_phrase("Ikaruga-cho"));
    }

    #[test]
    fn tells_local_history() {
        assert!(is_local_history("Hammond Station", "Hammond", 20_000));
        assert!(is_local_history("Walkers Grove", "Plainfield", 40_000));
        assert!(!is_local_history("La Coruna", "A Coruna", 250_000));
    }

    #[test]
    fn varies_arabic_names() {
        assert_eq!(
            arabic_forms("Al Ḩillah"),
            ["Al Hillah", "Hillah", "Al Hilla", "Hilla", "Al Hillah"]
        );
        assert!(arabic_forms("Tall 'Afar").contains(&"Tal Afar".to_owned()));
    }
}
