//! [`Listed`]: which spans lie inside a longer name that a dictionary holds: the `Ireland` of
//! `Northern Ireland`.

use std::ops::Range;

use crate::gazetteer::Scanned;

/// The listed names of several words in a document.
#[derive(Debug)]
pub struct Listed {
    /// For each token, the farthest end of a name that starts with it, or 0.
    from: Vec<usize>,
    /// For each token, the farthest end of a name that starts before it, or 0.
    before: Vec<usize>,
}

impl Listed {
    /// Goes over the names of persons, places and organizations.
    pub fn find(scanned: &Scanned<'_>) -> Self {
        let count = scanned.tokens.tokens.len();
        let farthest = |first| {
            let names = scanned.hits.starting_at(first).iter().rev().filter(|hit| {
                let mut readings = scanned.hits.readings(hit).iter();
                readings.any(|reading| reading.posting.class.is_name())
            });
            names.map(|hit| hit.end).find(|&end| end > first + 1).unwrap_or(0)
        };
        let from: Vec<usize> = (0..count).map(farthest).collect();
        let before = from.iter().scan(0, |reach, &end| {
            let before = *reach;
            *reach = end.max(before);
            Some(before)
        });
        let before = before.collect();
        Self { from, before }
    }

    /// Whether a longer name covers the span.
    pub fn covers(&self, tokens: &Range<usize>) -> bool {
        self.from[tokens.start] > tokens.end || self.before[tokens.start] >= tokens.end
    }
}
