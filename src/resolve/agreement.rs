//! [`Agreement`]: the second pass over a document. What the first pass holds likely of a name
//! elsewhere, and of its neighbors in a list, is evidence for each of its mentions.

use std::ops::Range;

use super::lattice::ByLabel;
use crate::annotators::{Candidate, HashedMap};
use crate::evidence::{Evidence as E, EvidenceSet};
use crate::label::Label;

/// More likely than this is taken for decided.
const DECIDED: f64 = 0.5;
/// Less likely than this, of all labels together, is taken for no name.
const NO_NAME: f64 = 0.2;

/// How likely a candidate is each of [`Label::NAMES`].
pub type Likelihoods = ByLabel;

/// What the first pass found in a document.
#[derive(Debug, Default)]
pub struct Agreement {
    /// For each name, the sums over its candidates, and how many there are.
    names: HashedMap<(Likelihoods, usize)>,
    /// For each word, how likely it is the last word of a fuller person's name.
    surnames: HashedMap<f64>,
    /// For each first word, how likely it begins a fuller name of an organization or a place.
    starts: HashedMap<Likelihoods>,
}

impl Agreement {
    /// Gathers the first pass's candidates, each with its likelihoods.
    pub fn gather<'a>(candidates: impl Iterator<Item = (&'a Candidate, &'a Likelihoods)>) -> Self {
        let mut agreement = Agreement::default();
        for (candidate, likelihoods) in candidates {
            let (sums, count) = agreement.names.entry(candidate.name).or_default();
            sums.iter_mut().zip(likelihoods).for_each(|(sum, share)| *sum += share);
            *count += 1;
            if candidate.tokens.len() > 1 {
                let person = likelihoods[Label::Person as usize];
                *agreement.surnames.entry(candidate.last_word).or_default() += person;
                let starts = agreement.starts.entry(candidate.first_word).or_default();
                starts.iter_mut().zip(likelihoods).for_each(|(sum, share)| *sum += share);
            }
        }
        agreement
    }

    /// Adds to the candidates of a sentence what the first pass shows of each and of its neighbors.
    pub fn observe_sentence(&self, candidates: &mut [Candidate], likelihoods: &[Likelihoods]) {
        for (candidate, own) in candidates.iter_mut().zip(likelihoods) {
            let mut evidence = candidate.evidence;
            self.observe(candidate, own, &mut evidence);
            candidate.evidence = evidence;
        }
        observe_lists(candidates, likelihoods);
    }

    /// Adds what was found elsewhere of a candidate's name.
    fn observe(&self, candidate: &Candidate, own: &Likelihoods, set: &mut EvidenceSet) {
        if let Some((sums, count)) = self.names.get(&candidate.name).filter(|(_, count)| *count > 1)
        {
            let elsewhere: Likelihoods = std::array::from_fn(|label| sums[label] - own[label]);
            set.insert_if(elsewhere[Label::Person as usize] > DECIDED, E::PersonElsewhere);
            set.insert_if(elsewhere[Label::Place as usize] > DECIDED, E::PlaceElsewhere);
            set.insert_if(
                elsewhere[Label::Organization as usize] > DECIDED,
                E::OrganizationElsewhere,
            );
            let others = (count - 1) as f64;
            set.insert_if(elsewhere.iter().sum::<f64>() < NO_NAME * others, E::NothingElsewhere);
        }
        if candidate.tokens.len() > 1 {
            return;
        }
        let surname = self.surnames.get(&candidate.name).is_some_and(|&share| share > DECIDED);
        set.insert_if(surname, E::SurnameOfDecided);
        if let Some(starts) = self.starts.get(&candidate.name) {
            set.insert_if(starts[Label::Person as usize] > DECIDED, E::GivenOfDecided);
            let organization = starts[Label::Organization as usize] > DECIDED;
            let listed = candidate.evidence.contains_any(E::PLACES);
            set.insert_if(organization && !listed, E::StartOfOrganization);
            set.insert_if(organization && listed, E::PlaceStartsOrganization);
            set.insert_if(starts[Label::Place as usize] > DECIDED, E::StartOfPlace);
        }
    }
}

/// Adds to the candidates of a sentence what their neighbors in a list were held for.
fn observe_lists(candidates: &mut [Candidate], likelihoods: &[Likelihoods]) {
    let decided = candidates.iter().zip(likelihoods).filter_map(|(candidate, shares)| {
        let label = shares.iter().position(|&share| share > DECIDED)?;
        Some((candidate.tokens.clone(), label))
    });
    let decided: Vec<(Range<usize>, usize)> = decided.collect();
    for candidate in candidates {
        let Range { start, end } = candidate.tokens;
        // A comma or `and`, or both, stand between.
        let before = joins(candidate, E::AfterComma, E::AfterAnd)
            .then(|| with_edge(&decided, |name| name.end, start.saturating_sub(2)..start));
        let behind = joins(candidate, E::BeforeComma, E::BeforeAnd)
            .then(|| with_edge(&decided, |name| name.start, end + 1..end + 3));
        for label in before.into_iter().flatten().chain(behind.into_iter().flatten()) {
            let pieces = [E::ListedWithPerson, E::ListedWithPlace, E::ListedWithOrganization];
            candidate.evidence.insert(pieces[label]);
        }
    }
}

/// The labels of the decided names that have an edge in a range. Decided names do not overlap, so
/// that their starts and their ends are both in order.
fn with_edge(
    decided: &[(Range<usize>, usize)],
    edge: fn(&Range<usize>) -> usize,
    within: Range<usize>,
) -> impl Iterator<Item = usize> {
    let from = decided.partition_point(|(name, _)| edge(name) < within.start);
    let near = decided[from..].iter().take_while(move |(name, _)| edge(name) < within.end);
    near.map(|(_, label)| *label)
}

fn joins(candidate: &Candidate, comma: E, and: E) -> bool {
    candidate.evidence.contains(comma) || candidate.evidence.contains(and)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_an_edge_in_the_range_are_neighbors() {
        let decided = [(0..2, 0), (3..4, 1), (4..5, 2), (9..11, 0)];
        let ending: Vec<usize> = with_edge(&decided, |name| name.end, 4..6).collect();
        assert_eq!(ending, [1, 2]);
        let starting: Vec<usize> = with_edge(&decided, |name| name.start, 4..6).collect();
        assert_eq!(starting, [2]);
        assert_eq!(with_edge(&decided, |name| name.start, 5..9).count(), 0);
    }
}
