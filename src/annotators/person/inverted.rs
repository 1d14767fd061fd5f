//! Lists of persons with the surname first: `Whitlock, Brent, 43`, `Boggs, Warren; Castell, Ines`.

use std::ops::Range;

use super::super::{Facts, Page};
use crate::tokenize::Sentence;

/// The entries of such a list in a sentence.
pub fn inverted_names<'a>(
    page: &'a Page<'_>,
    sent: &'a Sentence,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let commas = sent.tokens.clone().filter(|&i| page.scanned.is_mark(i, ","));
    commas.filter_map(|comma| name_around(page, sent, comma))
}

/// The name around a comma. A line starts with it, or a semicolon stands before it; a line ends with
/// it, or a semicolon, a bracket or an age follows.
fn name_around(page: &Page<'_>, sent: &Sentence, comma: usize) -> Option<Range<usize>> {
    let named = |i: usize| sent.tokens.contains(&i) && page.is(i, Facts::NAMELIKE);
    let start = comma.checked_sub(1).filter(|&start| named(start))?;
    let opens = start == sent.tokens.start || page.scanned.is_mark(start - 1, ";");
    let given = comma + 1;
    if !opens || !named(given) {
        return None;
    }
    let initial = named(given + 1) && page.is(given + 1, Facts::INITIAL);
    let end = given + 1 + usize::from(initial);
    let age = is_age(page, sent, end);
    let closes = age
        || end >= sent.tokens.end
        || matches!(page.scanned.word(end), ";" | "(")
        || end + 1 == sent.tokens.end && page.scanned.is_mark(end, ".");
    // `Paris, Texas` is no person, nor is `Jordan, Israel`.
    let is_person = if age {
        page.is(given, Facts::GIVEN)
    } else {
        page.is(given, Facts::GOOD_GIVEN)
            && !page.is(start, Facts::BIG_PLACE)
            && !page.is(given, Facts::BIG_PLACE)
    };
    (closes && is_person && page.is(start, Facts::SURNAME)).then_some(start..end)
}

/// Whether a comma and a number of at most two digits stand at `i`.
fn is_age(page: &Page<'_>, sent: &Sentence, i: usize) -> bool {
    i + 1 < sent.tokens.end
        && page.scanned.is_mark(i, ",")
        && page.is(i + 1, Facts::NUMBER)
        && page.scanned.word(i + 1).len() <= 2
}
