//! Places: the same text, the same dictionary row, and a state's abbreviation with its name.

use std::ops::Range;

use super::{Map, Mentions, row_key};
use crate::gazetteer::{Class, PlaceKind, Reading, surface_hash};
use crate::label::Label;
use crate::tokenize::Case;

/// Links the places of a document: writes the first mention of each into `first`.
pub fn link(mentions: &Mentions<'_>, first: &mut [usize]) {
    let mut known: Map<usize> = Map::default();
    for i in mentions.of(Label::Place) {
        let tokens = mentions.tokens(i);
        let reading = likeliest(mentions, i);
        let text = mentions.scanned.hits.hash_of(tokens.clone());
        let row = reading.map(row_key);
        let same_row = || {
            let same = *known.get(&row?)?;
            let other = mentions.scanned.hits.hash_of(mentions.tokens(same).clone());
            (!are_halves(mentions, reading?, [text, other])).then_some(same)
        };
        let region = region(mentions, i);
        let found = known.get(&text).copied().or_else(same_row);
        let found = found.or_else(|| known.get(&region?).copied());
        first[i] = found.unwrap_or(i);
        for key in [Some(text), row, region].into_iter().flatten() {
            known.entry(key).or_insert(first[i]);
        }
    }
}

/// Whether two texts are the halves of a row's name: `Trinidad`, `Tobago`.
fn are_halves(mentions: &Mentions<'_>, reading: &Reading, texts: [u64; 2]) -> bool {
    let halves = mentions.gazetteer.row(reading).name().split_once(" and ");
    let halves = halves.map(|(one, other)| [one, other].map(surface_hash));
    halves.is_some_and(|halves| texts.iter().all(|text| halves.contains(text)))
}

/// The reading of a place's name that is meant if nothing else is known: `Holland` is the country.
fn likeliest<'a>(mentions: &Mentions<'a>, i: usize) -> Option<&'a Reading> {
    let tokens = mentions.tokens(i);
    let readings = mentions.scanned.hits.of(tokens.start, tokens.end);
    let places = readings.filter(|r| matches!(r.posting.class, Class::Place | Class::User));
    // Of equals the first: `max_by_key` would take the last.
    places.reduce(|best, reading| if rank(reading) > rank(best) { reading } else { best })
}

fn rank(reading: &Reading) -> (bool, u8) {
    (reading.is_user, kind(reading).map_or(0, PlaceKind::prominence))
}

/// A key for a region: an abbreviation (`N.C.`) and the region's name share it. `New York` is a city
/// too, and so not what `N.Y.` stands for.
fn region(mentions: &Mentions<'_>, i: usize) -> Option<u64> {
    let tokens = mentions.tokens(i);
    let hits = mentions.scanned.hits;
    let kinds = || hits.of(tokens.start, tokens.end).filter_map(kind);
    if !kinds().any(|kind| kind == PlaceKind::Region)
        || kinds().any(|kind| matches!(kind, PlaceKind::Metropolis | PlaceKind::City))
    {
        return None;
    }
    let name = if is_short(mentions, tokens) {
        let mut readings = hits.of(tokens.start, tokens.end);
        let region = readings.find(|reading| kind(reading) == Some(PlaceKind::Region))?;
        surface_hash(mentions.gazetteer.row(region).get("admin1"))
    } else {
        hits.hash_of(tokens.clone())
    };
    // Apart from the keys of texts.
    Some(name.rotate_left(32))
}

/// Whether a name looks like an abbreviation.
fn is_short(mentions: &Mentions<'_>, tokens: &Range<usize>) -> bool {
    let (case, word) =
        (mentions.scanned.token(tokens.start).case, mentions.scanned.word(tokens.start));
    tokens.len() == 1 && (case == Case::Upper || word.ends_with('.'))
}

fn kind(reading: &Reading) -> Option<PlaceKind> {
    PlaceKind::from_code(reading.posting.code).filter(|_| reading.is_place())
}
