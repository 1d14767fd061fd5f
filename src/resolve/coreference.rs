//! Which mentions of a document name the same thing: the same text, the same dictionary row, a
//! surname after the full name, an acronym after what it stands for.

use std::collections::HashMap;
use std::ops::Range;

use super::Decision;
use crate::annotators::Page;
use crate::evidence::Evidence;
use crate::gazetteer::Class;
use crate::label::Label;

/// The entity of each decision, numbered from 0 in the order of their first mentions.
pub fn link(page: &Page<'_>, decisions: &[Decision]) -> Vec<usize> {
    let mut linker = Linker { page, decisions, entity: vec![usize::MAX; decisions.len()] };
    let mut by_key: HashMap<(Label, Key), usize> = HashMap::new();
    for i in linker.fullest_first() {
        let keys = linker.keys(i);
        let known = keys.iter().find_map(|key| by_key.get(key).copied());
        let entity = known.or_else(|| linker.fuller(i)).unwrap_or(i);
        linker.entity[i] = entity;
        for key in keys {
            by_key.entry(key).or_insert(entity);
        }
    }
    number(&linker.entity)
}

/// What mentions of one thing have in common.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    /// The hash of the folded text.
    Text(u64),
    /// A dictionary row: whether it is the user's, and where it stands.
    Row(bool, u32),
}

struct Linker<'a> {
    page: &'a Page<'a>,
    decisions: &'a [Decision],
    /// For each decision, the index of the decision that stands for its entity.
    entity: Vec<usize>,
}

impl Linker<'_> {
    /// The indices of the decisions, those of more words first, so that short names find full ones.
    fn fullest_first(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.decisions.len()).collect();
        order.sort_by_key(|&i| std::cmp::Reverse(self.decisions[i].tokens.len()));
        order
    }

    fn keys(&self, i: usize) -> Vec<(Label, Key)> {
        let Decision { tokens, label, .. } = &self.decisions[i];
        let hits = self.page.scanned.hits;
        let wanted = class_of(*label);
        let rows = hits.of(tokens.start, tokens.end).filter(|reading| {
            reading.posting.class == wanted || reading.posting.class == Class::User
        });
        let row = rows.map(|reading| Key::Row(reading.is_user, reading.posting.row)).next();
        let is_single_person = *label == Label::Person && tokens.len() == 1;
        let text = (!is_single_person).then(|| Key::Text(hits.hash_of(tokens.clone())));
        text.into_iter().chain(row).map(|key| (*label, key)).collect()
    }

    /// The entity that a short name belongs to: of the fuller names it is part of, the nearest
    /// before it, else the nearest after.
    fn fuller(&self, i: usize) -> Option<usize> {
        let fits = |j: &usize| self.entity[*j] != usize::MAX && *j != i && self.shortens(i, *j);
        let found = (0..i).rev().find(fits).or_else(|| (i + 1..self.decisions.len()).find(fits))?;
        Some(self.entity[found])
    }

    /// Whether decision `i` is a short form of decision `j`.
    fn shortens(&self, i: usize, j: usize) -> bool {
        let (short, full) = (&self.decisions[i], &self.decisions[j]);
        if short.label != full.label {
            return false;
        }
        let hash = |tokens: Range<usize>| self.page.scanned.hits.hash_of(tokens);
        let (length, whole) = (short.tokens.len(), hash(short.tokens.clone()));
        let shorter = length < full.tokens.len();
        let (start, end) = (full.tokens.start, full.tokens.end);
        match short.label {
            Label::Person => {
                let last = end.checked_sub(length).is_some_and(|from| hash(from..end) == whole);
                let first = length == 1 && hash(start..start + 1) == whole;
                (shorter || length == 1) && (last || first)
            }
            Label::Organization if short.evidence.contains(Evidence::IsAcronymOfBefore) => {
                end + 1 == short.tokens.start
            }
            Label::Organization => {
                let first = shorter && hash(start..start + length) == whole;
                first && short.evidence.contains(Evidence::PartElsewhere)
            }
            _ => false,
        }
    }
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
    let mut numbers = HashMap::new();
    representatives
        .iter()
        .map(|representative| {
            let next = numbers.len();
            *numbers.entry(representative).or_insert(next)
        })
        .collect()
}
