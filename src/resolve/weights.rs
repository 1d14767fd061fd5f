//! [`Weights`]: how much each piece of evidence speaks for each label, from `dictionaries/evidence.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lattice::ByLabel;
use crate::evidence::{Evidence, EvidenceSet};
use crate::label::Label;

/// A weight for each piece of evidence and each label of names.
#[derive(Clone, Debug)]
pub struct Weights(Vec<ByLabel>);

static BUILT_IN: LazyLock<Weights> = LazyLock::new(|| {
    Weights::parse(include_str!("../../dictionaries/evidence.tsv"))
        .expect("a test reads dictionaries/evidence.tsv")
});

impl Weights {
    /// No evidence counts.
    pub fn zero() -> Self {
        Self(vec![ByLabel::default(); Evidence::ALL.len()])
    }

    /// The weights in `dictionaries/evidence.tsv`.
    pub fn built_in() -> &'static Weights {
        &BUILT_IN
    }

    /// Reads rows of evidence, label and weight.
    ///
    /// # Errors
    /// The number of a line that is no such row, with what is wrong.
    pub fn parse(tsv: &str) -> Result<Self, String> {
        let mut weights = Weights::zero();
        let by_name: HashMap<&str, Evidence> =
            Evidence::ALL.iter().map(|evidence| (evidence.name(), *evidence)).collect();
        for (number, line) in (1..).zip(tsv.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let mut next = || fields.next().unwrap_or_default();
            let (evidence, label, weight) = (next(), next(), next());
            let evidence = *by_name
                .get(evidence)
                .ok_or_else(|| format!("line {number}: '{evidence}' is not a kind of evidence"))?;
            let label: Label = label.parse().map_err(|error| format!("line {number}: {error}"))?;
            let weight =
                weight.parse().map_err(|_| format!("line {number}: '{weight}' is not a number"))?;
            *weights
                .get_mut(label, evidence)
                .ok_or_else(|| format!("line {number}: {label} has no weights"))? = weight;
        }
        Ok(weights)
    }

    /// The weight of a piece of evidence for a label of names; 0 for dates.
    pub fn get(&self, label: Label, evidence: Evidence) -> f64 {
        self.0[evidence as usize].get(label as usize).copied().unwrap_or(0.0)
    }

    /// The place of a weight, if the label has weights.
    pub fn get_mut(&mut self, label: Label, evidence: Evidence) -> Option<&mut f64> {
        self.0[evidence as usize].get_mut(label as usize)
    }

    /// The sums of the weights of a set of evidence, for each of [`Label::NAMES`].
    pub fn scores(&self, evidence: &EvidenceSet) -> ByLabel {
        let mut sums = ByLabel::default();
        for piece in evidence.iter() {
            let weights = self.0[piece as usize];
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_file_is_well_formed() {
        let parsed = Weights::parse(include_str!("../../dictionaries/evidence.tsv"));
        assert_eq!(parsed.map(|_| ()), Ok(()));
    }

    #[test]
    fn errors_name_the_line_and_what_is_wrong() {
        let parsed = Weights::parse("# evidence\tlabel\tweight\nafter a tittle\tperson\t1\n");
        let message = "line 2: 'after a tittle' is not a kind of evidence";
        assert_eq!(parsed.map(|_| ()), Err(message.to_owned()));
    }
}
