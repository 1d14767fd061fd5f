//! What the words beside a place say of where it lies and what it is.

use std::ops::Range;

use crate::gazetteer::{Class, Context, PlaceKind, Scanned};
use crate::tokenize::Case;

use super::readings::Spot;

/// How many words may stand between a place and the one named near it.
const WORDS_BETWEEN: usize = 4;

/// What a word says that the place beside it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindWord {
    /// A settlement.
    City,
    /// A region or first-order division.
    Region,
    /// A second-order division.
    District,
    /// A state.
    Country,
}

/// The words in lower case that tell a kind: before `of` and the place, or after the place.
const KIND_WORDS: [(&str, KindWord); 18] = [
    ("capital", KindWord::City),
    ("city", KindWord::City),
    ("country", KindWord::Country),
    ("county", KindWord::District),
    ("department", KindWord::Region),
    ("district", KindWord::District),
    ("governorate", KindWord::Region),
    ("nation", KindWord::Country),
    ("oblast", KindWord::Region),
    ("port", KindWord::City),
    ("prefecture", KindWord::Region),
    ("province", KindWord::Region),
    ("region", KindWord::Region),
    ("republic", KindWord::Country),
    ("state", KindWord::Region),
    ("suburb", KindWord::City),
    ("town", KindWord::City),
    ("village", KindWord::City),
];
/// What a division has and a city has not, right behind its name.
const OF_DIVISIONS: [&str; 4] = ["Gov.", "Gov", "Governor", "governor"];

/// What the text says of one mention.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    /// The tokens of the place named right behind it.
    pub behind: Option<Range<usize>>,
    /// Whether a list of places goes on behind that.
    pub goes_on: bool,
    /// The tokens of a place named near it that it may lie in.
    pub near: Option<Range<usize>>,
    /// What the words beside it say that it is.
    pub kind: Option<KindWord>,
    /// Whether a point of the compass stands before it.
    pub compass: bool,
}

impl KindWord {
    /// Whether a place may be called so; none if the word leaves it open.
    pub fn fits(self, spot: &Spot<'_>) -> Option<bool> {
        let size = spot.size.filter(|size| *size != PlaceKind::Feature)?;
        Some(match self {
            KindWord::City => spot.is_city() || size == PlaceKind::District,
            KindWord::Region => spot.is_region() || size == PlaceKind::District,
            KindWord::District => size == PlaceKind::District,
            KindWord::Country => spot.is_country(),
        })
    }
}

impl Stated {
    /// Reads what stands beside the place at `tokens`.
    pub fn read(scanned: &Scanned<'_>, tokens: &Range<usize>) -> Self {
        let behind = behind(scanned, tokens.end);
        let near = match behind {
            Some(_) => None,
            None => after(scanned, tokens.end).or_else(|| before(scanned, tokens.start)),
        };
        let goes_on = behind.as_ref().is_some_and(|behind| goes_on(scanned, behind.end));
        Self {
            behind,
            goes_on,
            near,
            kind: kind(scanned, tokens),
            compass: compass(scanned, tokens.start),
        }
    }
}

/// The word at `i`, or nothing past the ends of the text.
fn word<'a>(scanned: &Scanned<'a>, i: usize) -> &'a str {
    if i < scanned.tokens.tokens.len() { scanned.word(i) } else { "" }
}

/// `Troy, N.C.`, `Georgia (U.S.)`, `Paris Texas`.
fn behind(scanned: &Scanned<'_>, end: usize) -> Option<Range<usize>> {
    match word(scanned, end) {
        "," => place_at(scanned, end + 1),
        "(" | "[" => {
            let found = place_at(scanned, end + 1)?;
            matches!(word(scanned, found.end), ")" | "]" | ",").then_some(found)
        }
        _ => place_at(scanned, end).filter(|found| {
            let mut readings = scanned.hits.of(found.start, found.end);
            readings.any(|r| r.is_kind(PlaceKind::Region))
        }),
    }
}

/// `…, Utah and Nevada`, `…, Utah, Nevada`.
fn goes_on(scanned: &Scanned<'_>, end: usize) -> bool {
    let comma = usize::from(word(scanned, end) == ",");
    let joined = usize::from(matches!(word(scanned, end + comma), "and" | "or" | "&"));
    comma + joined > 0 && place_at(scanned, end + comma + joined).is_some()
}

/// `Troy in Ohio`, `Columbus, the capital of Ohio`.
fn after(scanned: &Scanned<'_>, end: usize) -> Option<Range<usize>> {
    let mut at = end + usize::from(word(scanned, end) == ",");
    for _ in 0..WORDS_BETWEEN {
        match word(scanned, at) {
            "in" | "of" => {
                at += 1;
                while word(scanned, at) == "the" || is_compass(scanned, at) {
                    at += 1;
                }
                return place_at(scanned, at);
            }
            "and" | "or" | "but" => return None,
            _ if is_lower(scanned, at) => at += 1,
            _ => return None,
        }
    }
    None
}

/// `Ohio's capital, Columbus`.
fn before(scanned: &Scanned<'_>, start: usize) -> Option<Range<usize>> {
    let first = start.saturating_sub(WORDS_BETWEEN);
    let possessive = (first..start).rev().find(|&i| scanned.is_possessive_mark(i))?;
    let mut between = possessive + 1..start;
    if !between.all(|i| is_lower(scanned, i) || scanned.is_mark(i, ",")) {
        return None;
    }
    let first = possessive.saturating_sub(WORDS_BETWEEN);
    (first..possessive)
        .find_map(|from| place_at(scanned, from).filter(|found| found.end == possessive))
}

/// The longest place name that starts at a token.
fn place_at(scanned: &Scanned<'_>, first: usize) -> Option<Range<usize>> {
    if first >= scanned.tokens.tokens.len() {
        return None;
    }
    let hits = scanned.hits.starting_at(first).iter().rev();
    let mut places = hits.filter(|hit| scanned.hits.readings(hit).iter().any(|r| r.is_place()));
    places.next().map(|hit| hit.first..hit.end)
}

/// The kind that a word in lower case tells.
pub fn kind_of_word(word: &str) -> Option<KindWord> {
    KIND_WORDS.iter().find(|(kind, _)| *kind == word).map(|(_, kind)| *kind)
}

fn kind(scanned: &Scanned<'_>, tokens: &Range<usize>) -> Option<KindWord> {
    let is_of = tokens.start > 1 && scanned.word(tokens.start - 1) == "of";
    let before = is_of.then(|| kind_of_word(scanned.word(tokens.start - 2))).flatten();
    let next = word(scanned, tokens.end);
    let division = OF_DIVISIONS.contains(&next).then_some(KindWord::Region);
    before.or_else(|| kind_of_word(next)).or(division)
}

fn compass(scanned: &Scanned<'_>, start: usize) -> bool {
    start > 0 && is_compass(scanned, start - 1)
}

/// Whether a token is a point of the compass in lower case.
fn is_compass(scanned: &Scanned<'_>, i: usize) -> bool {
    let is_listed = |r: &crate::gazetteer::Reading| {
        r.posting.class == Class::Context && r.posting.code == Context::Compass as u8
    };
    i < scanned.tokens.tokens.len() && scanned.hits.word(i).any(is_listed)
}

fn is_lower(scanned: &Scanned<'_>, i: usize) -> bool {
    scanned.tokens.tokens.get(i).is_some_and(|token| token.is_word() && token.case == Case::Lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::clean;
    use crate::document::Document;
    use crate::gazetteer::Gazetteer;
    use crate::tokenize::tokenize;

    /// What is stated of `name` in `text`: the place behind it, the place near it, the rest.
    fn stated(text: &str, name: &str) -> (String, String, Stated) {
        let doc = Document::from_text(text);
        let tokens = tokenize(&doc.text, &clean(&doc, false));
        let hits = Gazetteer::new(Vec::new()).scan(&doc.text, &tokens);
        let scanned = Scanned { text: &doc.text, tokens: &tokens, hits: &hits };
        let at = (0..tokens.tokens.len()).find(|&i| scanned.word(i) == name).expect("it is there");
        let stated = Stated::read(&scanned, &(at..at + 1));
        let shown = |range: &Option<Range<usize>>| {
            let range = range.clone().unwrap_or(0..0);
            range.map(|i| scanned.word(i)).collect::<Vec<_>>().join(" ")
        };
        (shown(&stated.behind), shown(&stated.near), stated)
    }

    #[test]
    fn containers_stand_behind_and_near() {
        for (text, name, behind, near) in [
            ("He left Troy, North Carolina, for good.", "Troy", "North Carolina", ""),
            ("He left Richmond (Virginia) for good.", "Richmond", "Virginia", ""),
            ("He left Paris Texas for good.", "Paris", "Texas", ""),
            ("He left Troy in southern Ohio for good.", "Troy", "", "Ohio"),
            ("He left Columbus, the capital of Ohio, for good.", "Columbus", "", "Ohio"),
            ("He left Ohio's capital, Columbus, for good.", "Columbus", "", "Ohio"),
            ("Deaths rose in Wales and in England.", "Wales", "", ""),
            ("He left Troy for good, and Ohio too.", "Troy", "", ""),
            ("He left Troy.", "Troy", "", ""),
            ("Ohio's team beat that of Columbus.", "Columbus", "", ""),
        ] {
            let (found_behind, found_near, _) = stated(text, name);
            assert_eq!((found_behind.as_str(), found_near.as_str()), (behind, near), "{text}");
        }
    }

    #[test]
    fn words_tell_the_kind() {
        for (text, name, kind, compass) in [
            ("The city of Washington slept.", "Washington", Some(KindWord::City), false),
            ("A Washington state farm closed.", "Washington", Some(KindWord::Region), false),
            ("Georgia Gov. Brian Lowry signed.", "Georgia", Some(KindWord::Region), false),
            ("The mayor of Washington slept.", "Washington", None, false),
            ("It rained in northern Georgia.", "Georgia", None, true),
            ("It rained in Georgia.", "Georgia", None, false),
        ] {
            let (_, _, found) = stated(text, name);
            assert_eq!((found.kind, found.compass), (kind, compass), "{text}");
        }
    }

    #[test]
    fn lists_go_on() {
        for (text, name, goes_on) in [
            ("They cover Oregon, Utah and Nevada.", "Oregon", true),
            ("They cover Oregon, Utah, Nevada.", "Oregon", true),
            ("They left Paris, Texas, and slept.", "Paris", false),
            ("They left Paris, Texas.", "Paris", false),
        ] {
            assert_eq!(stated(text, name).2.goes_on, goes_on, "{text}");
        }
    }
}
