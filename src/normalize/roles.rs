//! The roles that a text gives a person: titles right before a name, or behind it and a comma.

use super::Normalizer;
use crate::gazetteer::Class;
use crate::resolve::Decision;

/// How many words may stand between a comma and the title behind it: `, the French president`.
const WORDS_BEFORE_TITLE: usize = 3;

/// The roles of an entity as printed, in the order of the text, each once.
pub fn of(normalizer: &Normalizer<'_>, entity: usize) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    for decision in normalizer.mentions_of(entity) {
        let found = [before(normalizer, decision), behind(normalizer, decision)];
        for role in found.into_iter().flatten() {
            if !roles.iter().any(|known| known.eq_ignore_ascii_case(&role)) {
                roles.push(role);
            }
        }
    }
    roles
}

/// The longest title that ends right before a mention.
fn before(normalizer: &Normalizer<'_>, decision: &Decision) -> Option<String> {
    let end = decision.tokens.start;
    (end.saturating_sub(6)..end).find_map(|first| title(normalizer, first, end))
}

/// The first title behind a mention and a comma.
fn behind(normalizer: &Normalizer<'_>, decision: &Decision) -> Option<String> {
    let scanned = &normalizer.page.scanned;
    let count = scanned.tokens.tokens.len();
    let comma = decision.tokens.end;
    if comma + 1 >= count || !scanned.is_mark(comma, ",") {
        return None;
    }
    let starts = comma + 1..count.min(comma + 2 + WORDS_BEFORE_TITLE);
    let mut starts = starts.take_while(|&i| scanned.token(i).is_word());
    starts.find_map(|first| {
        let hits = scanned.hits.starting_at(first).iter().rev();
        hits.into_iter().find_map(|hit| title(normalizer, first, hit.end))
    })
}

/// The text from `first` to `end` if it is a title.
fn title(normalizer: &Normalizer<'_>, first: usize, end: usize) -> Option<String> {
    let scanned = &normalizer.page.scanned;
    let is_title = scanned.hits.of(first, end).any(|r| r.posting.class == Class::Title);
    is_title.then(|| {
        let span = scanned.token(first).span.cover(scanned.token(end - 1).span);
        scanned.text[span.range()].to_owned()
    })
}
