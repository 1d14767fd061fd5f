//! [`score`]: predictions against gold, over all documents and types.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::matching::{Tally, Ways};
use super::values::Pair;
use super::{GeoScores, GoldDocument, GoldSpan, Predictions, TimexScores};
use crate::error::Error;

/// What is scored.
#[derive(Clone, Debug, Default)]
pub struct ScoreOptions {
    /// These types alone; all if empty.
    pub types: BTreeSet<String>,
    /// Dates of these TIMEX3 types; other dates are optional. All if empty.
    pub timex_types: BTreeSet<String>,
    /// What becomes of optional spans.
    pub optional: Optional,
}

impl ScoreOptions {
    /// Whether this type is scored.
    pub fn asks(&self, kind: &str) -> bool {
        self.types.is_empty() || self.types.contains(kind)
    }
}

/// How predictions of optional gold spans count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Optional {
    /// Neither missed nor wrong.
    #[default]
    Ignore,
    /// As errors.
    Wrong,
    /// As all others: the spans are asked for.
    Required,
}

/// The scores of a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    /// The number of documents.
    pub documents: usize,
    /// The scores of each type.
    pub types: BTreeMap<String, Ways>,
    /// The scores over all types.
    pub micro: Ways,
    /// The scores of date values, if dates are scored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timex: Option<TimexScores>,
    /// The scores of coordinates, if the gold has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geo: Option<GeoScores>,
}

/// What is counted of one type.
#[derive(Default)]
struct Counted<'a> {
    strict: Tally,
    overlap: Tally,
    pairs: Vec<Pair<'a>>,
}

impl Counted<'_> {
    fn ways(&self) -> Ways {
        Ways { strict: self.strict.into(), overlap: self.overlap.into() }
    }
}

/// Scores `predicted` against `gold`. A document without predictions has none.
///
/// # Errors
/// If no document annotates any of the types asked for.
pub fn score(
    gold: &[GoldDocument],
    predicted: &Predictions,
    options: &ScoreOptions,
) -> Result<Scores, Error> {
    let mut counted: BTreeMap<&str, Counted<'_>> = BTreeMap::new();
    let mut located = 0;
    for doc in gold {
        let offered = predicted.get(&doc.id).map_or(&[][..], Vec::as_slice);
        for kind in doc.types.iter().filter(|kind| options.asks(kind)) {
            let (wanted, loose) = wanted(doc, kind, options);
            let offered: Vec<&GoldSpan> = offered.iter().filter(|s| s.r#type == *kind).collect();
            let counts = counted.entry(kind).or_default();
            counts.strict.count(&wanted, &loose, &offered, true);
            let pairs = counts.overlap.count(&wanted, &loose, &offered, false);
            counts.pairs.extend(pairs);
            if kind == "place" {
                located += wanted.iter().filter(|g| g.coordinates.is_some()).count();
            }
        }
    }
    if counted.is_empty() {
        let message = "nothing to score: no gold document lists any of the types asked for";
        return Err(Error::new(message));
    }
    Ok(sum_up(gold.len(), &counted, located))
}

/// The spans of one type that are asked for, and those that are optional.
fn wanted<'a>(
    doc: &'a GoldDocument,
    kind: &str,
    options: &ScoreOptions,
) -> (Vec<&'a GoldSpan>, Vec<&'a GoldSpan>) {
    let of_kind = |span: &&GoldSpan| span.r#type == kind;
    let mut wanted: Vec<_> = doc.entities.iter().filter(of_kind).collect();
    let mut loose: Vec<_> = doc.optional.iter().filter(of_kind).collect();
    match options.optional {
        Optional::Ignore => {}
        Optional::Wrong => loose.clear(),
        Optional::Required => wanted.append(&mut loose),
    }
    if kind == "date" && !options.timex_types.is_empty() {
        let timex_type = |span: &GoldSpan| span.timex_type.clone().unwrap_or("DATE".into());
        let is_asked = |span: &&GoldSpan| options.timex_types.contains(&timex_type(span));
        let (asked, others): (Vec<_>, Vec<_>) = wanted.into_iter().partition(is_asked);
        wanted = asked;
        loose.extend(others);
    }
    (wanted, loose)
}

fn sum_up(documents: usize, counted: &BTreeMap<&str, Counted<'_>>, located: usize) -> Scores {
    let mut total = Counted::default();
    for counts in counted.values() {
        total.strict.add(counts.strict);
        total.overlap.add(counts.overlap);
    }
    let timex = counted.get("date").map(|counts| TimexScores::new(&counts.ways(), &counts.pairs));
    let geo = counted.get("place").filter(|_| located > 0).map(|counts| {
        let is_located = |pair: &&Pair<'_>| pair.0.coordinates.is_some();
        let pairs: Vec<Pair<'_>> = counts.pairs.iter().filter(is_located).copied().collect();
        GeoScores::new(located, &pairs)
    });
    Scores {
        documents,
        types: counted.iter().map(|(kind, counts)| (kind.to_string(), counts.ways())).collect(),
        micro: total.ways(),
        timex,
        geo,
    }
}
