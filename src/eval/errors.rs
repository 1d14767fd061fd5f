//! [`errors`]: what kinds of error predictions make, strictly judged, the most frequent first.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::overlap;
use super::{GoldDocument, GoldSpan, Predictions, ScoreOptions};

/// The kinds of error in `predicted`, each with its count, the most frequent first:
///
/// - `missed place`: nothing overlaps it;
/// - `invented place`: it overlaps nothing, nor anything optional;
/// - `place for organization`: the right span of the wrong type;
/// - `bounds of place`: something overlaps it, but no prediction has its span.
pub fn errors(
    gold: &[GoldDocument],
    predicted: &Predictions,
    options: &ScoreOptions,
) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for doc in gold {
        let types = doc.types.iter().map(String::as_str).filter(|kind| options.asks(kind));
        let types: BTreeSet<&str> = types.collect();
        let offered = predicted.get(&doc.id).map_or(&[][..], Vec::as_slice);
        for kind in of_document(doc, offered, &types) {
            *counts.entry(kind).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}

/// The kind of each error in one document.
fn of_document(doc: &GoldDocument, offered: &[GoldSpan], types: &BTreeSet<&str>) -> Vec<String> {
    let of_types = |span: &&GoldSpan| types.contains(span.r#type.as_str());
    let wanted: Vec<&GoldSpan> = doc.entities.iter().filter(of_types).collect();
    let offered: Vec<&GoldSpan> = offered.iter().filter(of_types).collect();
    let missed = wanted.iter().filter_map(|gold| {
        let kind = &gold.r#type;
        match offered.iter().find(|found| same(found, gold)) {
            Some(found) if found.r#type == *kind => None,
            Some(found) => Some(format!("{} for {kind}", found.r#type)),
            None if offered.iter().any(|found| overlap(found, gold)) => {
                Some(format!("bounds of {kind}"))
            }
            None => Some(format!("missed {kind}")),
        }
    });
    let known = |found: &GoldSpan| {
        wanted.iter().any(|gold| overlap(gold, found))
            || doc.optional.iter().any(|gold| overlap(gold, found))
    };
    let invented = offered.iter().filter(|found| !known(found));
    missed.chain(invented.map(|found| format!("invented {}", found.r#type))).collect()
}

fn same(a: &GoldSpan, b: &GoldSpan) -> bool {
    (a.start, a.end) == (b.start, b.end)
}
