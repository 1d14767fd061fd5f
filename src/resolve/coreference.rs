//! Which mentions of a document name the same thing: the same text, the same dictionary row, a
//! surname after the full name, an acronym after what it stands for.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::Decision;
use crate::annotators::Page;
use crate::evidence::Evidence;
use crate::gazetteer::Class;
use crate::label::Label;

/// The entity of each decision, numbered from 0 in the order of their first mentions.
pub fn link(page: &Page<'_>, decisions: &[Decision]) -> Vec<usize> {
    let mut linker = Linker::new(page, decisions);
    let mut by_key: HashMap<(Label, Key), usize> = HashMap::new();
    for i in fullest_first(decisions) {
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

/// The indices of the decisions, those of more words first, so that short names find full ones.
fn fullest_first(decisions: &[Decision]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..decisions.len()).collect();
    order.sort_by_key(|&i| Reverse(decisions[i].tokens.len()));
    order
}

/// What mentions of one thing have in common.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    /// The hash of the folded text.
    Text(u64),
    /// A dictionary row: whether it is the user's, and where it stands.
    Row(bool, u32),
}

/// The decisions that have a short form, by its label and hash; each list is in text order.
type ShortForms = HashMap<(Label, u64), Vec<usize>>;

struct Linker<'a> {
    page: &'a Page<'a>,
    decisions: &'a [Decision],
    /// For each decision, the index of the decision that stands for its entity.
    entity: Vec<usize>,
    /// Fuller names by the forms that shorten them.
    fuller: ShortForms,
    /// Persons of one word, by that word.
    single: ShortForms,
}

impl<'a> Linker<'a> {
    fn new(page: &'a Page<'a>, decisions: &'a [Decision]) -> Self {
        let (mut fuller, mut single) = (ShortForms::new(), ShortForms::new());
        for (i, decision) in decisions.iter().enumerate() {
            let hash = |tokens| page.scanned.hits.hash_of(tokens);
            let Range { start, end } = decision.tokens;
            let shorter: Vec<Range<usize>> = match decision.label {
                Label::Person if start + 1 == end => {
                    single.entry((Label::Person, hash(start..end))).or_default().push(i);
                    continue;
                }
                Label::Person => {
                    let first = std::iter::once(start..start + 1);
                    (start + 1..end).map(|from| from..end).chain(first).collect()
                }
                Label::Organization => (start + 1..end).map(|to| start..to).collect(),
                Label::Place | Label::Date => continue,
            };
            for tokens in shorter {
                fuller.entry((decision.label, hash(tokens))).or_default().push(i);
            }
        }
        Self { page, decisions, entity: vec![0; decisions.len()], fuller, single }
    }

    fn keys(&self, i: usize) -> Vec<(Label, Key)> {
        let Decision { tokens, label, .. } = &self.decisions[i];
        let hits = self.page.scanned.hits;
        let wanted = class_of(*label);
        let mut rows = hits.of(tokens.start, tokens.end).filter(|reading| {
            reading.posting.class == wanted || reading.posting.class == Class::User
        });
        // A place's row is not known yet: its name may be that of several.
        let row = rows
            .next()
            .filter(|_| *label != Label::Place)
            .map(|reading| Key::Row(reading.is_user, reading.posting.row));
        // A surname alone may be that of several people: the nearest fuller name tells.
        let is_single_person = *label == Label::Person && tokens.len() == 1;
        let text = (!is_single_person).then(|| Key::Text(hits.hash_of(tokens.clone())));
        text.into_iter().chain(row).map(|key| (*label, key)).collect()
    }

    /// The entity that a short name belongs to: of the fuller names that it shortens and the equal
    /// names, the nearest before it, else the nearest fuller one after it.
    fn fuller(&self, i: usize) -> Option<usize> {
        let short = &self.decisions[i];
        if short.evidence.contains(Evidence::IsAcronymOfBefore) {
            let long = i.checked_sub(1)?;
            let adjacent = self.decisions[long].tokens.end + 1 == short.tokens.start;
            return adjacent.then_some(self.entity[long]);
        }
        if short.label == Label::Organization && !short.evidence.contains(Evidence::PartElsewhere) {
            return None;
        }
        let key = (short.label, self.page.scanned.hits.hash_of(short.tokens.clone()));
        let fuller = self.fuller.get(&key).map_or(&[][..], Vec::as_slice);
        let single = self.single.get(&key).map_or(&[][..], Vec::as_slice);
        let before = |list: &[usize]| list[..list.partition_point(|&j| j < i)].last().copied();
        let after = || fuller[fuller.partition_point(|&j| j <= i)..].first().copied();
        let nearest = before(fuller).max(before(single)).or_else(after)?;
        Some(self.entity[nearest])
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
