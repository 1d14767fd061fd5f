//! [`Listed`]: which spans lie inside a longer name that a dictionary holds: the `Ireland` of
//! `Northern Ireland`.

use std::ops::Range;

use crate::gazetteer::{Class, Scanned};

/// The fewest words of a long organization's name.
const LONG: usize = 4;

/// The listed names of several words in a document.
#[derive(Debug)]
pub struct Listed {
    names: Reach,
    long_organizations: Reach,
}

/// How far the names of a kind reach.
#[derive(Debug)]
struct Reach {
    /// For each token, the farthest end of a name that starts with it, or 0.
    from: Vec<usize>,
    /// For each token, the farthest end of a name that starts before it, or 0.
    before: Vec<usize>,
}

impl Listed {
    /// Goes over the names of persons, places and organizations.
    pub fn find(scanned: &Scanned<'_>) -> Self {
        let organization = |class| matches!(class, Class::Organization | Class::Registered);
        Self {
            names: Reach::find(scanned, 2, Class::is_name),
            long_organizations: Reach::find(scanned, LONG, organization),
        }
    }

    /// Whether a longer name covers the span.
    pub fn covers(&self, tokens: &Range<usize>) -> bool {
        self.names.covers(tokens)
    }

    /// Whether a longer name of an organization, of [`LONG`] words or more, covers the span.
    pub fn organization_covers(&self, tokens: &Range<usize>) -> bool {
        self.long_organizations.covers(tokens)
    }
}

impl Reach {
    /// Goes over the names of `least` tokens or more whose class is one `wanted`.
    fn find(scanned: &Scanned<'_>, least: usize, wanted: impl Fn(Class) -> bool) -> Self {
        let count = scanned.tokens.tokens.len();
        let farthest = |first| {
            let longest = scanned.hits.starting_at(first).iter().rev().find(|hit| {
                let mut readings = scanned.hits.readings(hit).iter();
                hit.end >= first + least && readings.any(|r| wanted(r.posting.class))
            });
            longest.map_or(0, |hit| hit.end)
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

    fn covers(&self, tokens: &Range<usize>) -> bool {
        self.from[tokens.start] > tokens.end || self.before[tokens.start] >= tokens.end
    }
}
