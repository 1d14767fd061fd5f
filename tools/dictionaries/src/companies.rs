//! Listed companies, named as news prints them: without the legal form, in their usual case.
//!
//! Funds, trusts and blank-check companies are left out; so are obscure companies whose short
//! name is a word, a person's name or a place.

use crate::surface::Readings;
use crate::table::{Table, alias_field};
use crate::{archive, columns, countries::Countries, fetch::Cache, fold, python, words::Words};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Legal forms at the end of a name, caseless and without dots or commas.
const LEGAL: &[&str] = &[
    "inc", "incorporated", "corp", "corporation", "co", "company", "companies", "ltd", "limited", "llc", "plc", "lp", "sa", "s a", "ag", "nv", "n v", "se", "ab", "asa", "oyj", "a/s", "as", "spa", "sab de cv", "s a b de c v", "sa de cv",
    "cv", "kgaa", "ag & co", "& co", "bhd", "berhad", "tbk", "adr", "gmbh", "bv", "sarl", "kk", "pty", "pt", "s p a", "sca", "new", "the", "com", "publ",
];
/// Words that mark what is no company: funds, notes, blank-check companies.
const NOT_COMPANIES: &[&str] = &[
    "acquisition", "fund", "funds", "etf", "trust", "merger", "municipal", "portfolio", "notes", "units", "warrants", "ishares", "spdr", "income", "blank", "spac", "royalty", "certificates", "depositor", "preferred", "term", "etn",
];
const FROM_TRUST: &[&str] = &["bank", "northern trust", "real estate", "realty", "property", "properties"];
/// Companies up to this rank by market value may have a name that is also something else.
const PROMINENT: usize = 400;

struct Company {
    name: String,
    aliases: BTreeSet<String>,
    kind: &'static str,
    country: String,
}

/// Writes `organization/listed.tsv`.
pub fn write(out: &Path, cache: &Cache, countries: &Countries, words: &Words, readings: &Readings) -> Result<()> {
    let mut companies = indexed(cache, countries)?;
    let cased: BTreeMap<String, String> = companies.iter().map(|(key, company)| (key.clone(), company.name.clone())).collect();
    let mut seen = BTreeSet::new();
    for name in registered(cache)? {
        if !seen.insert(name.clone()) {
            continue;
        }
        let full = recase(&name, words);
        let short = cased.get(&fold::caseless(&strip_legal(&full))).cloned().unwrap_or_else(|| strip_legal(&full));
        let known = cased.contains_key(&fold::caseless(&short));
        let stands_alone = known || seen.len() <= PROMINENT || !readings.is_risky(&short);
        let name = if stands_alone { short } else { full.clone() };
        if !name.contains(' ') && !stands_alone || name.chars().count() < 2 {
            continue;
        }
        let company = companies.entry(fold::caseless(&name)).or_insert_with(|| Company { kind: kind(&name), name, aliases: BTreeSet::new(), country: String::new() });
        company.aliases.extend(shorter(&company.name, readings));
        company.aliases.insert(full);
    }
    let about = "companies listed on stock exchanges, without and with their legal form";
    let mut table = Table::new(out.join("organization/listed.tsv"), about, &cache.cite(&["edgartools", "pytickersymbols"])?, &["name", "aliases", "kind", "country", "wikidata"]);
    for company in companies.values() {
        let aliases = alias_field(&company.name, company.aliases.iter().map(String::as_str));
        table.add(&[&company.name, &aliases, company.kind, &company.country, ""])?;
    }
    table.write()
}

/// Members of stock indices, in their own case and with a country.
fn indexed(cache: &Cache, countries: &Countries) -> Result<BTreeMap<String, Company>> {
    let source = archive::text(&cache.archive("pytickersymbols")?, "pytickersymbols/indices_data.py")?;
    let found = python::assignments(&source, |name| name == "INDICES");
    let (_, indices) = found.first().context("pytickersymbols: indices_data.py holds no INDICES")?;
    let mut companies = BTreeMap::new();
    for index in indices.as_object().into_iter().flat_map(|map| map.values()) {
        for record in index["companies"].as_array().into_iter().flatten() {
            let Some(full) = record["name"].as_str().map(fold::tidy) else { continue };
            let name = strip_legal(full.split(" (").next().unwrap_or(&full));
            if !fold::is_latin_name(&name) || name.chars().count() < 2 {
                continue;
            }
            let country = record["country"].as_str().and_then(|country| countries.code(country)).unwrap_or_default().to_owned();
            let company = companies.entry(fold::caseless(&name)).or_insert_with(|| Company { kind: kind(&name), name, aliases: BTreeSet::new(), country });
            company.aliases.insert(full);
        }
    }
    Ok(companies)
}

/// The names in the SEC's file, in order of market value.
fn registered(cache: &Cache) -> Result<Vec<String>> {
    let bytes = archive::member(&cache.archive("edgartools")?, "edgar/reference/data/company_tickers.parquet")?;
    let mut names = Vec::new();
    columns::each_row(bytes, &["name"], |row| {
        let name = row[0].split([' ', '.']).collect::<Vec<_>>().join(" ");
        let name = name.split(" /").next().unwrap_or(&name).split(" \\").next().unwrap_or(&name).split('/').next().unwrap_or(&name).to_owned();
        let name = fold::tidy(&name).trim_matches([',', ' ']).to_owned();
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
    excused || !words.iter().any(|word| NOT_COMPANIES.contains(word))
}

/// The name without its legal forms.
fn strip_legal(name: &str) -> String {
    let mut name = name.trim().trim_end_matches([',', '.']).to_owned();
    loop {
        let lower = name.to_lowercase().replace(['.', ','], "");
        let Some(form) = LEGAL.iter().filter(|form| lower.ends_with(&format!(" {form}"))).max_by_key(|form| form.len()) else { return name };
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
        if !["Group", "Holdings", "Holding", "International", "Technologies", "Pharmaceuticals", "Therapeutics", "Bancorp", "Bancshares"].contains(&last) {
            break;
        }
        rest = before;
        if readings.is_risky(rest) || rest.ends_with(" &") || rest.chars().count() < 4 {
            break;
        }
        found.push(rest.to_owned());
    }
    found
}

/// Gives a name in capitals its usual case, word by word.
fn recase(name: &str, words: &Words) -> String {
    let shouted = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1 && !word.contains(char::is_lowercase);
    let all = name.split(' ').filter(|word| shouted(word)).count() * 2 > name.split(' ').filter(|word| word.chars().count() > 1).count();
    let cased: Vec<String> = name.split(' ').enumerate().map(|(place, word)| if all && shouted(word) { recase_word(word, place, words) } else { word.to_owned() }).collect();
    cased.join(" ")
}

fn recase_word(word: &str, place: usize, words: &Words) -> String {
    let lower = word.to_lowercase();
    match lower.trim_matches([',', '.']) {
        "of" | "and" | "the" | "de" | "for" | "in" | "on" if place > 0 => return lower,
        "llc" | "lp" | "nv" | "sa" | "ag" | "se" | "plc" | "ab" | "usa" | "us" | "uk" | "reit" | "adr" => return word.to_owned(),
        "inc" | "corp" | "co" | "ltd" | "group" => return crate::names::title(&lower),
        _ => {}
    }
    if word.contains(['&', '-']) && word.chars().count() > 4 {
        return word.split('-').map(|part| if part.contains('&') { part.to_owned() } else { recase_word(part, 0, words) }).collect::<Vec<_>>().join("-");
    }
    let capitals = words.all_caps(word).unwrap_or(f32::MIN);
    let usual = words.capitalized(word).unwrap_or(f32::MIN).max(words.lower(word).unwrap_or(f32::MIN));
    let unspeakable = !lower.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if word.contains('&') || capitals > usual || (unspeakable && word.chars().count() <= 4) {
        return word.to_owned();
    }
    match words.usual_form(word) {
        Some(form) if form.contains(char::is_lowercase) && form.to_lowercase() == lower => form.to_owned(),
        _ => crate::names::title(&lower),
    }
}

fn kind(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    if ["bank", "bancorp", "banco", "bancshares", "banque"].iter().any(|word| lower.contains(word)) { "bank" } else { "company" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_legal_forms() {
        for (name, expected) in [("Apple Inc.", "Apple"), ("Toyota Motor Corp", "Toyota Motor"), ("JPMorgan Chase & Co", "JPMorgan Chase"), ("Fomento Economico SAB DE CV", "Fomento Economico"), ("SAP SE", "SAP"), ("Inc", "Inc")] {
            assert_eq!(strip_legal(name), expected);
        }
    }

    #[test]
    fn recases() {
        let words = Words::sample(&[("MICROSOFT", -15.0), ("Microsoft", -11.0), ("IBM", -12.0), ("Ibm", -18.0)]);
        assert_eq!(recase("MICROSOFT CORP", &words), "Microsoft Corp");
        assert_eq!(recase("IBM CORP", &words), "IBM Corp");
    }

    #[test]
    fn refuses_funds() {
        assert!(!is_company("Pono Capital Acquisition Corp"));
        assert!(is_company("Glacier Bank & Trust"));
    }
}
