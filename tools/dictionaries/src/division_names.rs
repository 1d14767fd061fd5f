//! The proper name of a division, and the generic words around it.

use crate::{fold, lists};

/// Whether a name holds a generic word of another language, which news does not print.
pub fn is_local_phrase(name: &str) -> bool {
    lists::of("division_local").iter().any(|generic| {
        *generic != "Canton"
            && name
                .strip_prefix(generic)
                .or_else(|| name.strip_suffix(generic))
                .is_some_and(|rest| rest.starts_with(' ') || rest.ends_with(' '))
    })
}

/// The name without the generic word: `Penza Oblast` is `Penza`, `Region of Attica` is `Attica`.
pub fn bare(name: &str) -> &str {
    let stripped = |generic: &str| {
        let after = name.strip_suffix(generic).and_then(|rest| rest.strip_suffix(' '));
        let before = name
            .strip_prefix(generic)
            .and_then(|rest| rest.strip_prefix(" of ").or_else(|| rest.strip_prefix(' ')));
        after
            .or(before)
            .filter(|rest| rest.chars().count() > 2 && rest.starts_with(char::is_uppercase))
    };
    let generics = lists::of("division").iter().chain(lists::of("division_local"));
    generics.filter_map(|generic| stripped(generic)).min_by_key(|rest| rest.len()).unwrap_or(name)
}

/// A name without notes in brackets, second names and curly quotes.
pub fn cleaned(name: &str) -> String {
    let name = name.split(", ").next().unwrap_or(name);
    let name = name.split(" (").next().unwrap_or(name).split(" / ").next().unwrap_or(name);
    let name = name.replace(" Districte", " District");
    fold::tidy(&name.replace(['ʼ', '’', '‘', 'ʻ'], "'")).trim_matches('\'').to_owned()
}

/// Whether a name opens with what other languages, or formal English, call a division.
pub fn is_phrase(name: &str) -> bool {
    lists::of("division_phrase").iter().any(|opening| name.starts_with(opening))
        || name.ends_with(" kraj")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_generic_words() {
        for (name, expected) in [
            ("Penza Oblast", "Penza"),
            ("Kabul Province", "Kabul"),
            ("Region of Attica", "Attica"),
            ("North Carolina", "North Carolina"),
            ("Xinjiang Uyghur Autonomous Region", "Xinjiang Uyghur"),
        ] {
            assert_eq!(bare(name), expected);
        }
    }
}
