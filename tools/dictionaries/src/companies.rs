//! Listed companies, named as news prints them: without the legal form, in their usual case.
//!
//! Funds, trusts and blank-check companies are left out; so are obscure companies whose short
//! name is a word, a person's name or a place.

use crate::surface::Readings;
use crate::table::{self, Table, alias_field};
use crate::{
    archive, columns, countries::Countries, fetch::Cache, fold, lists, python, words::Words,
};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const FROM_TRUST: &[&str] =
    &["bank", "northern trust", "real estate", "realty", "property", "properties"];
/// Companies up to this rank by market value may have a name that is also something else.
const PROMINENT: usize = 400;
/// The same for names that are ordinary words.
const BEST_KNOWN: usize = 60;
/// How usual a word of every text is in lower case.
const EVERYDAY: f32 = -11.5;

/// Stock indices and the country of most of their companies.
const HOMES: &[(&str, &str)] = &[
    ("AEX", "NL"),
    ("BEL", "BE"),
    ("CAC", "FR"),
    ("DAX", "DE"),
    ("DOW", "US"),
    ("FTSE", "GB"),
    ("IBEX", "ES"),
    ("MDAX", "DE"),
    ("NASDAQ", "US"),
    ("NIKKEI", "JP"),
    ("OMX Helsinki", "FI"),
    ("OMX Stockholm", "SE"),
    ("S&P", "US"),
    ("SDAX", "DE"),
    ("Switzerland", "CH"),
    ("TecDAX", "DE"),
];

struct Company {
    name: String,
    aliases: BTreeSet<String>,
    kind: &'static str,
    country: String,
}

/// Writes `organization/listed.tsv`.
pub fn write(
    out: &Path,
    cache: &Cache,
    countries: &Countries,
    words: &Words,
    readings: &Readings,
) -> Result<()> {
    let mut companies = indexed(cache, countries)?;
    add_registered(&mut companies, cache, words, readings)?;
    let about = "companies listed on stock exchanges, without and with their legal form";
    let path = out.join("organization/listed.tsv");
    let source = cache.cite(&["edgartools", "pytickersymbols"])?;
    let mut table = Table::new(path, about, &source, &table::ORGANIZATION);
    for company in companies.values() {
        let names = std::iter::once(&company.name).chain(&company.aliases);
        let names: Vec<&str> =
            names.map(String::as_str).filter(|name| !is_everyday(name, words)).collect();
        let Some(name) = names.first() else { continue };
        let aliases = alias_field(name, names.iter().copied());
        table.add(&[name, &aliases, company.kind, &company.country, ""])?;
    }
    table.write()
}

/// Whether a short name is a word that every text holds: `Next`, `Pool`. The table by hand has the
/// few such names that news prints alone.
fn is_everyday(name: &str, words: &Words) -> bool {
    let is_title = !name.chars().skip(1).any(char::is_uppercase);
    let is_usual = words.lower(name).is_some_and(|log| log > EVERYDAY);
    is_title && is_usual && words.is_ordinary(name)
}

/// Adds the companies of the SEC's file, short name first if it can stand alone.
fn add_registered(
    companies: &mut BTreeMap<String, Company>,
    cache: &Cache,
    words: &Words,
    readings: &Readings,
) -> Result<()> {
    let cased: BTreeMap<String, String> =
        companies.iter().map(|(key, company)| (key.clone(), company.name.clone())).collect();
    let mut seen = BTreeSet::new();
    for name in registered(cache)? {
        if !seen.insert(name.clone()) {
            continue;
        }
        let full = recase(&name, words);
        let short = cased
            .get(&fold::caseless(&strip_legal(&full)))
            .cloned()
            .unwrap_or_else(|| strip_legal(&full));
        let known = cased.contains_key(&fold::caseless(&short));
        let limit = if words.is_all_ordinary(&short) { BEST_KNOWN } else { PROMINENT };
        let stands_alone = known || seen.len() <= limit || !readings.is_risky(&short);
        let name = if stands_alone { short } else { full.clone() };
        if !name.contains(' ') && !stands_alone || name.chars().count() < 2 {
            continue;
        }
        let company = companies.entry(fold::caseless(&name)).or_insert_with(|| Company {
            kind: kind(&name),
            name,
            aliases: BTreeSet::new(),
            country: String::new(),
        });
        company.aliases.extend(shorter(&company.name, readings));
        company.aliases.insert(full);
    }
    Ok(())
}

/// Members of stock indices, in their own case and with a country.
fn indexed(cache: &Cache, countries: &Countries) -> Result<BTreeMap<String, Company>> {
    let source =
        archive::text(&cache.archive("pytickersymbols")?, "pytickersymbols/indices_data.py")?;
    let found = python::assignments(&source, |name| name == "INDICES");
    let (_, indices) =
        found.first().context("pytickersymbols: indices_data.py holds no INDICES")?;
    let mut companies = BTreeMap::new();
    for (title, index) in indices.as_object().into_iter().flatten() {
        for record in index["companies"].as_array().into_iter().flatten() {
            let Some(full) = record["name"].as_str().map(fold::tidy) else { continue };
            let name = strip_legal(full.split(" (").next().unwrap_or(&full));
            if !fold::is_latin_name(&name) || name.chars().count() < 2 {
                continue;
            }
            let country = record["country"].as_str().map_or("", |country| {
                home(title, country.rsplit(", ").next().unwrap_or(country), countries)
            });
            let company = companies.entry(fold::caseless(&name)).or_insert_with(|| Company {
                kind: kind(&name),
                name,
                aliases: BTreeSet::new(),
                country: country.to_owned(),
            });
            company.aliases.insert(full);
        }
    }
    Ok(companies)
}

/// The country of a company, if what the record says fits the home of its index; American
/// indices give a state, or another country.
fn home<'a>(index: &str, country: &'a str, countries: &'a Countries) -> &'a str {
    let code = if country == "Georgia" { "US" } else { countries.code(country).unwrap_or("US") };
    match HOMES.iter().find(|(prefix, _)| index.starts_with(prefix)) {
        Some((_, "US")) => code,
        Some((_, home)) if *home == code => code,
        _ => "",
    }
}

/// The names in the SEC's file, in order of market value.
fn registered(cache: &Cache) -> Result<Vec<String>> {
    let bytes = archive::member(
        &cache.archive("edgartools")?,
        "edgar/reference/data/company_tickers.parquet",
    )?;
    let mut names = Vec::new();
    columns::each_row(bytes, &["name"], |row| {
        let name = row[0].replace('.', " ");
        let name = name.split(['/', '\\', '(']).next().unwrap_or(&name);
        let name = fold::tidy(&name.replace(" ,", ","))
            .replace(" ,", ",")
            .trim_matches([',', ' '])
            .to_owned();
        if is_company(&name) && fold::is_latin_name(&name) {
            names.push(name);
        }
    })?;
    Ok(names)
}

fn is_company(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split([' ', ',']).collect();
    let excused = FROM_TRUST.iter().any(|word| lower.contains(word)) && !words.contains(&"fund");
    excused || !words.iter().any(|word| lists::has("not_company", word))
}

/// The name without its legal forms.
pub fn strip_legal(name: &str) -> String {
    let mut name = name.trim().trim_end_matches([',', '.']).to_owned();
    loop {
        let lower = name.to_lowercase().replace(['.', ','], "");
        let Some(form) = lists::of("legal_form")
            .iter()
            .filter(|form| lower.ends_with(&format!(" {form}")))
            .max_by_key(|form| form.len())
        else {
            return name;
        };
        let words = form.split(' ').count();
        let mut kept: Vec<&str> = name.split(' ').collect();
        kept.truncate(kept.len().saturating_sub(words));
        let rest = kept.join(" ").trim_end_matches([',', '&', ' ']).to_owned();
        if rest.chars().filter(|letter| letter.is_alphabetic()).count() < 2 {
            return name;
        }
        name = rest;
    }
}

/// What news shortens a name to: `Alibaba Group Holding` is `Alibaba Group` and `Alibaba`.
fn shorter(name: &str, readings: &Readings) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = name;
    while let Some((before, last)) = rest.rsplit_once(' ') {
        if ![
            "Group",
            "Holdings",
            "Holding",
            "International",
            "Technologies",
            "Pharmaceuticals",
            "Therapeutics",
            "Bancorp",
            "Bancshares",
        ]
        .contains(&last)
        {
            break;
        }
        rest = before;
        if readings.is_risky(rest)
            || readings.is_common_phrase(rest, -11.5)
            || rest.ends_with(" &")
            || rest.chars().count() < 4
        {
            break;
        }
        found.push(rest.to_owned());
    }
    found
}

/// Gives a name in capitals its usual case, word by word.
fn recase(name: &str, words: &Words) -> String {
    let shouted = |word: &str| {
        word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
            && !word.contains(char::is_lowercase)
    };
    let all = name.split(' ').filter(|word| shouted(word)).count() * 2
        > name.split(' ').filter(|word| word.chars().count() > 1).count();
    let cased: Vec<String> = name
        .split(' ')
        .enumerate()
        .map(|(place, word)| {
            if (all || matches!(word, "INC" | "CORP" | "CO" | "LTD")) && shouted(word) {
                recase_word(word, place, words)
            } else {
                word.to_owned()
            }
        })
        .collect();
    cased.join(" ")
}

fn recase_word(word: &str, place: usize, words: &Words) -> String {
    let lower = word.to_lowercase();
    match lower.trim_matches([',', '.']) {
        "of" | "and" | "the" | "de" | "for" | "in" | "on" if place > 0 => return lower,
        "llc" | "lp" | "nv" | "sa" | "ag" | "se" | "plc" | "ab" | "usa" | "us" | "uk" | "reit"
        | "adr" => return word.to_owned(),
        "inc" | "corp" | "co" | "ltd" | "group" => return crate::names::title(&lower),
        _ => {}
    }
    if word.contains(['&', '-']) && word.chars().count() > 4 {
        return word
            .split('-')
            .map(
                |part| {
                    if part.contains('&') { part.to_owned() } else { recase_word(part, 0, words) }
                },
            )
            .collect::<Vec<_>>()
            .join("-");
    }
    let capitals = words.all_caps(word).unwrap_or(f32::MIN);
    let usual =
        words.capitalized(word).unwrap_or(f32::MIN).max(words.lower(word).unwrap_or(f32::MIN));
    let unspeakable = !lower.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if word.contains('&') || capitals > usual || (unspeakable && word.chars().count() <= 4) {
        return word.to_owned();
    }
    match words.usual_form(word) {
        Some(form) if form.contains(char::is_lowercase) && form.to_lowercase() == lower => {
            form.to_owned()
        }
        _ => crate::names::title(&lower),
    }
}

fn kind(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    if ["bank", "bancorp", "banco", "bancshares", "banque"].iter().any(|word| lower.contains(word))
    {
        "bank"
    } else {
        "company"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_legal_forms() {
        for (name, expected) in [
            ("Apple Inc.", "Apple"),
            ("Toyota Motor Corp", "Toyota Motor"),
            ("JPMorgan Chase & Co", "JPMorgan Chase"),
            ("Fomento Economico SAB DE CV", "Fomento Economico"),
            ("SAP SE", "SAP"),
            ("Inc", "Inc"),
        ] {
            assert_eq!(strip_legal(name), expected);
        }
    }

    #[test]
    fn recases() {
        let words = Words::sample(&[
            ("MICROSOFT", -15.0),
            ("Microsoft", -11.0),
            ("IBM", -12.0),
            ("Ibm", -18.0),
        ]);
        assert_eq!(recase("MICROSOFT CORP", &words), "Microsoft Corp");
        assert_eq!(recase("IBM CORP", &words), "IBM Corp");
    }

    #[test]
    fn refuses_funds() {
        assert!(!is_company("Pono Capital Acquisition Corp"));
        assert!(is_company("Glacier Bank & Trust"));
    }
}
