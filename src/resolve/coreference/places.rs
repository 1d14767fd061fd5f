//! Places: the same text. Which place a name means is told by the whole document
//! (`normalize/place`), and names of one place are one entity only then.

use super::Mentions;
use crate::annotators::HashedMap;
use crate::label::Label;

/// Links the places of a document: writes the first mention of each into `first`.
pub fn link(mentions: &Mentions<'_>, first: &mut [usize]) {
    let mut known: HashedMap<usize> = HashedMap::default();
    for i in mentions.of(Label::Place) {
        let text = mentions.scanned.hits.hash_of(mentions.tokens(i).clone());
        first[i] = *known.entry(text).or_insert(i);
    }
}
