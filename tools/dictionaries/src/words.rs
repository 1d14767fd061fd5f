//! The case table: how often a word stands in lower case and how often capitalized.
//!
//! It also answers, for the other tables, whether a name is usually an ordinary word, whether
//! English text knows it at all, and how an all-caps name is usually cased.

use crate::{archive, fetch::Cache, fold, table::Table};
use anyhow::{Context, Result};
use std::collections::HashMap;
use std::path::Path;

const PACKAGE: &str = "spacy-lookups-data";
const MEMBER: &str = "spacy_lookups_data/data/en_lexeme_prob.json.gz";
/// Below this log-probability a lower-case word is too rare to stand in a name's way.
const ORDINARY: f32 = -15.0;
/// Words rarer than this in both forms are left out of the table.
const RARE: f32 = -18.0;
/// Words never seen capitalized are left out below this.
const SEEN: f32 = -16.5;

#[derive(Clone, Copy, Default)]
struct Cases {
    lower: Option<f32>,
    capitalized: Option<f32>,
    all_caps: Option<f32>,
}

/// The case table in memory.
pub struct Words {
    cases: HashMap<String, Cases>,
    forms: HashMap<String, (f32, String)>,
}

impl Words {
    /// Reads the log-probabilities out of the package.
    pub fn read(cache: &Cache) -> Result<Self> {
        let packed = archive::member(&cache.archive(PACKAGE)?, MEMBER)?;
        let json = archive::gunzip(&packed)?;
        let probabilities: HashMap<String, f32> = serde_json::from_str(&json).context(MEMBER)?;
        Ok(Self::from_probabilities(probabilities))
    }

    fn from_probabilities(probabilities: HashMap<String, f32>) -> Self {
        let mut words = Self { cases: HashMap::new(), forms: HashMap::new() };
        for (form, log) in probabilities {
            if form.chars().any(|letter| letter.is_alphabetic())
                && form
                    .chars()
                    .all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-'))
            {
                words.take(form, log);
            }
        }
        words
    }

    fn take(&mut self, form: String, log: f32) {
        let cases = self.cases.entry(form.to_lowercase()).or_default();
        let starts_upper = form.starts_with(char::is_uppercase);
        let has_lower = form.contains(char::is_lowercase);
        let case = match (starts_upper, has_lower) {
            (false, _) => &mut cases.lower,
            (true, true) => &mut cases.capitalized,
            (true, false) if form.chars().count() == 1 => &mut cases.capitalized,
            (true, false) => &mut cases.all_caps,
        };
        *case = Some(case.map_or(log, |old| old.max(log)));
        if starts_upper {
            let bare: String =
                form.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
            let best = self.forms.entry(bare).or_insert((f32::MIN, String::new()));
            let penalty = if has_lower { 0.0 } else { 1.0 };
            if (log - penalty, &form) > (best.0, &best.1) {
                *best = (log - penalty, form);
            }
        }
    }

    /// Whether a one-word name usually stands in lower case: `Reading`, `Hope`.
    pub fn is_ordinary(&self, name: &str) -> bool {
        let Some(cases) = self.cases.get(&name.to_lowercase()) else { return false };
        match (cases.lower, cases.capitalized) {
            (Some(lower), Some(capitalized)) => lower > capitalized && lower > ORDINARY,
            (Some(lower), None) => lower > ORDINARY,
            _ => false,
        }
    }

    /// Whether every word of a name is usually an ordinary word: `Best Buy`.
    pub fn is_all_ordinary(&self, name: &str) -> bool {
        name.split([' ', '-']).filter(|word| !word.is_empty()).all(|word| self.is_ordinary(word))
    }

    /// How usual a word is with its first letter capitalized; `None` if never seen so.
    pub fn capitalized(&self, word: &str) -> Option<f32> {
        let found = self.cases.get(&word.to_lowercase()).and_then(|cases| cases.capitalized);
        found.or_else(|| {
            self.cases.get(&fold::plain(word).to_lowercase()).and_then(|cases| cases.capitalized)
        })
    }

    /// How usual a word is in lower case; `None` if never seen so.
    pub fn lower(&self, word: &str) -> Option<f32> {
        self.cases.get(&word.to_lowercase()).and_then(|cases| cases.lower)
    }

    /// How usual a word is in capitals; `None` if never seen so.
    pub fn all_caps(&self, word: &str) -> Option<f32> {
        self.cases.get(&word.to_lowercase()).and_then(|cases| cases.all_caps)
    }

    /// The usual case of an all-caps name without its marks: `OBRIEN` is `O'Brien`.
    pub fn usual_form(&self, name: &str) -> Option<&str> {
        let bare: String =
            name.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
        self.forms.get(&bare).map(|(_, form)| form.as_str())
    }

    /// Writes `words.tsv`.
    pub fn write(&self, out: &Path, cache: &Cache) -> Result<()> {
        let about = "how often words stand in lower case and capitalized; each number is 10 x (20 + natural log of the share among all words), 0 is never seen; 10 more is e times as often";
        let mut table = Table::new(
            out.join("words.tsv"),
            about,
            &cache.cite(&[PACKAGE])?,
            &["word", "lower", "capitalized"],
        );
        for (word, cases) in &self.cases {
            let usual = cases.lower.unwrap_or(f32::MIN).max(cases.capitalized.unwrap_or(f32::MIN));
            let useful = cases.capitalized.is_some() || usual > SEEN;
            if usual > RARE
                && useful
                && word.chars().all(char::is_alphabetic)
                && fold::is_latin_name(word)
            {
                table.add(&[word, &score(cases.lower), &score(cases.capitalized)])?;
            }
        }
        table.write()
    }

    #[cfg(test)]
    pub fn sample(pairs: &[(&str, f32)]) -> Self {
        Self::from_probabilities(
            pairs.iter().map(|(form, log)| ((*form).to_owned(), *log)).collect(),
        )
    }
}

#[expect(clippy::cast_possible_truncation, reason = "log-probabilities lie between -20 and 0")]
fn score(log: Option<f32>) -> String {
    log.map_or(0, |log| ((10.0 * (20.0 + log)).round() as i64).max(1)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_ordinary_words() {
        let words = Words::sample(&[
            ("reading", -8.8),
            ("Reading", -11.5),
            ("Paris", -11.0),
            ("paris", -14.0),
        ]);
        assert!(words.is_ordinary("Reading"));
        assert!(!words.is_ordinary("Paris"));
        assert!(!words.is_ordinary("Zzyzx"));
    }

    #[test]
    fn finds_the_usual_form() {
        let words = Words::sample(&[
            ("O'Brien", -12.0),
            ("OBrien", -16.0),
            ("NVIDIA", -13.5),
            ("Nvidia", -12.8),
        ]);
        assert_eq!(words.usual_form("OBRIEN"), Some("O'Brien"));
        assert_eq!(words.usual_form("NVIDIA"), Some("Nvidia"));
    }

    #[test]
    fn scores_are_small_integers() {
        assert_eq!(score(Some(-8.81)), "112");
        assert_eq!(score(None), "0");
    }
}
