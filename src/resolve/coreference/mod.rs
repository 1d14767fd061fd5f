//! Which mentions of a document name the same thing. Each type has its own ways to shorten and vary a
//! name; none of them looks at more than a fixed number of earlier names for a mention.

pub mod name;
mod organizations;
mod persons;
mod places;

use std::ops::Range;

use super::Decision;
use crate::annotators::Page;
use crate::gazetteer::{Class, Gazetteer, Reading, Scanned};
use crate::label::Label;

/// How many things of one short name are kept apart; of more, the latest.
const NAMESAKES: usize = 16;

/// The entity of each decision, numbered from 0 in the order of their first mentions.
pub fn link(page: &Page<'_>, gazetteer: &Gazetteer, decisions: &[Decision]) -> Vec<usize> {
    let mentions = Mentions { scanned: page.scanned, gazetteer, decisions };
    let mut first: Vec<usize> = (0..decisions.len()).collect();
    persons::link(&mentions, &mut first);
    organizations::link(&mentions, &mut first);
    places::link(&mentions, &mut first);
    number(&first)
}

/// The decisions of a document, with what tells which are the same.
struct Mentions<'a> {
    scanned: Scanned<'a>,
    gazetteer: &'a Gazetteer,
    decisions: &'a [Decision],
}

impl<'a> Mentions<'a> {
    /// The indices of the decisions of a label.
    fn of(&self, label: Label) -> Vec<usize> {
        (0..self.decisions.len()).filter(|&i| self.decisions[i].label == label).collect()
    }

    fn tokens(&self, i: usize) -> &'a Range<usize> {
        &self.decisions[i].tokens
    }

    /// A key for each dictionary row that holds the whole text of a decision as what it was decided
    /// to be.
    fn rows(&self, i: usize) -> impl Iterator<Item = u64> + use<'a> {
        let Decision { tokens, label, .. } = &self.decisions[i];
        let wanted = class_of(*label);
        let readings = self.scanned.hits.of(tokens.start, tokens.end);
        readings
            .filter(move |reading| matches!(reading.posting.class, class if class == wanted || class == Class::User))
            .map(row_key)
    }

    /// Whether two neighboring decisions are a name and, in brackets behind it, another one.
    fn is_bracketed(&self, i: usize, next: usize) -> bool {
        let (before, inside) = (self.tokens(i), self.tokens(next));
        inside.start == before.end + 1
            && inside.end < self.scanned.tokens.tokens.len()
            && self.scanned.is_mark(before.end, "(")
            && self.scanned.is_mark(inside.end, ")")
    }
}

/// A key for a dictionary row. Spread over all bits, as the map asks of its keys.
fn row_key(reading: &Reading) -> u64 {
    let row = u64::from(reading.posting.row) << 1 | u64::from(reading.is_user);
    (row + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The dictionary class whose rows identify a name of this label.
pub fn class_of(label: Label) -> Class {
    match label {
        Label::Person => Class::Person,
        Label::Place => Class::Place,
        Label::Organization => Class::Organization,
        Label::Date => Class::Date,
    }
}

/// Numbers representatives from 0 in the order in which they first appear.
fn number(representatives: &[usize]) -> Vec<usize> {
    let mut numbers = vec![usize::MAX; representatives.len()];
    let mut next = 0;
    let number_of = |&representative: &usize| {
        if numbers[representative] == usize::MAX {
            numbers[representative] = next;
            next += 1;
        }
        numbers[representative]
    };
    representatives.iter().map(number_of).collect()
}
