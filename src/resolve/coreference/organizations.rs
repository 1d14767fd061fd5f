//! Organizations: the same name with or without its legal form, the same dictionary row, an acronym
//! and what it stands for, and the beginning or the end of a longer name.

use std::cmp::Reverse;
use std::ops::Range;

use super::Mentions;
use crate::annotators::HashedMap;
use crate::gazetteer::class::WORD_EVEN;
use crate::gazetteer::{Class, PlaceKind, Posting, surface_hash};
use crate::label::Label;
use crate::tokenize::Case;

/// The shortest acronym that is linked to a name elsewhere in the document.
const ACRONYM_LETTERS: usize = 3;

/// The longest name of a country or people before a name, in tokens.
const LONGEST_COUNTRY: usize = 3;

/// Links the organizations of a document: writes the first mention of each into `first`.
pub fn link(mentions: &Mentions<'_>, first: &mut [usize]) {
    let indices = mentions.of(Label::Organization);
    let mut linker = Linker::new(mentions, indices);
    let mut order: Vec<usize> = (0..linker.indices.len()).collect();
    order.sort_by_key(|&n| Reverse(linker.bases[n].len()));
    for n in order {
        let i = linker.indices[n];
        first[i] = linker.known(n).map_or(i, |known| first[linker.indices[known]]);
        linker.register(n);
    }
}

struct Linker<'a> {
    mentions: &'a Mentions<'a>,
    /// The decisions that are organizations.
    indices: Vec<usize>,
    /// Their tokens without legal forms.
    bases: Vec<Range<usize>>,
    /// Of general names (`Foreign Ministry`), which country's they are.
    nations: Vec<Option<Nation>>,
    has_acronyms: bool,
    /// What acronyms in brackets stand for, by their hash.
    defined: HashedMap<usize>,
    by_text: HashedMap<usize>,
    by_row: HashedMap<usize>,
    /// Long names by the hash of their first letters.
    by_letters: HashedMap<usize>,
    /// Longer names by the texts of the document that begin or end them, in the order of the text.
    longer: HashedMap<Vec<Longer>>,
}

/// A longer name, and whether it ends with the shorter one.
#[derive(Clone, Copy)]
struct Longer {
    mention: usize,
    is_end: bool,
}

impl<'a> Linker<'a> {
    fn new(mentions: &'a Mentions<'a>, indices: Vec<usize>) -> Self {
        let base = |&i: &usize| base(mentions, mentions.tokens(i).clone());
        let bases: Vec<Range<usize>> = indices.iter().map(base).collect();
        let nation = |(&i, base): (&usize, &Range<usize>)| nation(mentions, i, base.clone());
        let nations = indices.iter().zip(&bases).map(nation).collect();
        let mut linker = Self {
            mentions,
            indices,
            bases,
            nations,
            has_acronyms: false,
            defined: HashedMap::default(),
            by_text: HashedMap::default(),
            by_row: HashedMap::default(),
            by_letters: HashedMap::default(),
            longer: HashedMap::default(),
        };
        linker.has_acronyms = (0..linker.bases.len()).any(|n| linker.is_acronym(n));
        linker.find_definitions();
        linker.find_longer();
        linker
    }

    fn hash(&self, tokens: Range<usize>) -> u64 {
        self.mentions.scanned.hits.hash_of(tokens)
    }

    /// Whether a mention is one word in capitals.
    fn is_acronym(&self, n: usize) -> bool {
        let base = &self.bases[n];
        base.len() == 1 && self.mentions.scanned.token(base.start).case == Case::Upper
    }

    /// Finds acronyms in brackets behind a name, and names in brackets behind their acronym.
    fn find_definitions(&mut self) {
        for n in 1..self.indices.len() {
            let (i, next) = (self.indices[n - 1], self.indices[n]);
            if next != i + 1 || !self.mentions.is_bracketed(i, next) {
                continue;
            }
            let (short, long) = match (self.is_acronym(n - 1), self.is_acronym(n)) {
                (false, true) => (n, n - 1),
                (true, false) => (n - 1, n),
                _ => continue,
            };
            if self.bases[long].len() > 1 && self.may_stand_for(short, long) {
                let hash = self.hash(self.bases[short].clone());
                self.defined.entry(hash).or_insert(long);
            }
        }
    }

    /// Whether an acronym next to a name is its own: its letters are the name's, or no two
    /// dictionary rows say otherwise.
    fn may_stand_for(&self, short: usize, long: usize) -> bool {
        let letters = self.hash(self.bases[short].clone());
        let [all, capitals] = self.letters(long);
        let mut rows = self.mentions.rows(self.indices[short]);
        letters == all
            || letters == capitals
            || self.mentions.rows(self.indices[long]).next().is_none()
            || rows.next().is_none()
    }

    /// The hashes of the first letters of all words of a name, and of those with a capital.
    fn letters(&self, n: usize) -> [u64; 2] {
        let (mut all, mut capitals) = (String::new(), String::new());
        for i in self.bases[n].clone() {
            let (token, word) = (self.mentions.scanned.token(i), self.mentions.scanned.word(i));
            let Some(letter) = word.chars().next().filter(|_| token.is_word()) else { continue };
            if word.starts_with(['\'', '’']) {
                continue;
            }
            all.push(letter);
            if letter.is_uppercase() {
                capitals.push(letter);
            }
        }
        [all, capitals].map(|letters| surface_hash(&letters))
    }

    /// Finds which names of the document begin or end longer ones.
    fn find_longer(&mut self) {
        for base in &self.bases {
            self.longer.entry(self.mentions.scanned.hits.hash_of(base.clone())).or_default();
        }
        for n in 0..self.bases.len() {
            let Range { start, end } = self.bases[n];
            for cut in start + 1..end {
                // `England` is not short for the `Bank of England`.
                let is_name = self.mentions.scanned.token(cut - 1).is_capitalized();
                let parts = [(start..cut, false), (cut..end, true)];
                for (part, is_end) in parts.into_iter().filter(|(_, is_end)| is_name || !is_end) {
                    let hash = self.hash(part);
                    if let Some(longer) = self.longer.get_mut(&hash) {
                        longer.push(Longer { mention: n, is_end });
                    }
                }
            }
        }
    }

    /// The mention, linked already, of the organization that a mention names.
    fn known(&self, n: usize) -> Option<usize> {
        let text = self.hash(self.bases[n].clone());
        if let Some(nation) = &self.nations[n] {
            // `Japan's Foreign Ministry` is not the one that was China's.
            let same_text = self.by_text.get(&nation.rest).copied();
            let unclaimed = same_text.filter(|&known| self.nations[known].is_none());
            return self.by_text.get(&nation.key).copied().or(unclaimed);
        }
        let defined = self.defined.get(&text).copied().filter(|_| self.is_acronym(n));
        defined
            .or_else(|| self.by_text.get(&text).copied())
            .or_else(|| self.rows(n).find_map(|row| self.by_row.get(&row).copied()))
            .or_else(|| self.spelled(n, text))
            .or_else(|| self.shortened(n, text))
    }

    fn rows(&self, n: usize) -> impl Iterator<Item = u64> + use<'a> {
        self.mentions.rows(self.indices[n])
    }

    /// The long name whose first letters an acronym is.
    fn spelled(&self, n: usize, text: u64) -> Option<usize> {
        let word = self.mentions.scanned.word(self.bases[n].start);
        let is_long = word.chars().filter(|c| c.is_alphabetic()).count() >= ACRONYM_LETTERS;
        let long = self.by_letters.get(&text).copied();
        long.filter(|&long| self.is_acronym(n) && is_long && !self.differ(n, long))
    }

    /// Whether dictionary rows hold both names, and no row holds both of them.
    fn differ(&self, n: usize, other: usize) -> bool {
        self.rows(n).next().is_some() && self.rows(other).next().is_some()
    }

    /// Of the longer names, the nearest before a short one, else the nearest after it. A name that
    /// has a row of its own is not short for one with more than a common word behind it.
    fn shortened(&self, n: usize, text: u64) -> Option<usize> {
        let longer = self.longer.get(&text)?;
        let has_row = self.rows(n).next().is_some();
        let fits = |longer: &&Longer| {
            let is_plain = || !longer.is_end && self.adds_heads(longer.mention, n);
            !has_row || self.rows(longer.mention).next().is_none() && is_plain()
        };
        let split = longer.partition_point(|longer| longer.mention < n);
        let before = longer[..split].iter().rev().take(super::NAMESAKES).find(fits);
        let after = || longer[split..].iter().take(super::NAMESAKES).find(fits);
        before.or_else(after).map(|longer| longer.mention)
    }

    /// Whether the words that a long name has behind a short one are those of any organization.
    fn adds_heads(&self, long: usize, short: usize) -> bool {
        let base = &self.bases[long];
        let mut added = base.start + self.bases[short].len()..base.end;
        added.all(|i| self.mentions.scanned.hits.is(i, Class::OrganizationHead))
    }

    fn register(&mut self, n: usize) {
        let text = self.hash(self.bases[n].clone());
        let is_defined = self.is_acronym(n) && self.defined.contains_key(&text);
        // Of general names, the latest country's.
        self.by_text.insert(text, n);
        if let Some(nation) = &self.nations[n] {
            self.by_text.insert(nation.rest, n);
            self.by_text.insert(nation.key, n);
        } else if !is_defined {
            for row in self.rows(n) {
                self.by_row.entry(row).or_insert(n);
            }
        }
        if self.has_acronyms && self.bases[n].len() >= ACRONYM_LETTERS {
            for letters in self.letters(n) {
                self.by_letters.entry(letters).or_insert(n);
            }
        }
    }
}

/// Whose a general name is.
struct Nation {
    /// The hash of the name without the people's.
    rest: u64,
    /// A key for that name and the country.
    key: u64,
}

/// The country that stands before a general name (`China's Foreign Ministry`) or begins it (`Chinese
/// Foreign Ministry`, unless a row has that name).
fn nation(mentions: &Mentions<'_>, i: usize, base: Range<usize>) -> Option<Nation> {
    let (scanned, hits) = (&mentions.scanned, mentions.scanned.hits);
    if !hits.is(base.end - 1, Class::OrganizationHead) {
        return None;
    }
    let begins = base.len() > 1 && hits.is(base.start, Class::Demonym);
    if begins && mentions.rows(i).next().is_some() {
        return None;
    }
    let rest = base.start + usize::from(begins)..base.end;
    let ordinary = |i: usize| hits.code(i, Class::Word).is_some_and(|code| code >= WORD_EVEN);
    if !rest.clone().all(ordinary) {
        return None;
    }
    let last = rest.start.checked_sub(1)?;
    let possessive = scanned.is_possessive(last);
    let (end, wanted) =
        if possessive { (last, Class::Place) } else { (rest.start, Class::Demonym) };
    let mut starts = end.saturating_sub(LONGEST_COUNTRY)..end;
    let reading = starts.find_map(|first| {
        let country = Some(PlaceKind::Country as u8);
        hits.of(first, end).find(|reading| {
            let Posting { class, code, .. } = reading.posting;
            class == wanted && (class == Class::Demonym || Some(code) == country)
        })
    })?;
    let country = mentions.gazetteer.row(reading).get("country");
    let rest = hits.hash_of(rest);
    // Apart from the keys of texts.
    let key = rest.rotate_left(32) ^ surface_hash(country);
    (!country.is_empty()).then_some(Nation { rest, key })
}

/// A name without the legal form at its end.
fn base(mentions: &Mentions<'_>, tokens: Range<usize>) -> Range<usize> {
    let scanned = &mentions.scanned;
    let is_form = |i: usize| {
        scanned.hits.is(i, Class::LegalForm) || scanned.is_mark(i, ",") || scanned.is_mark(i, ".")
    };
    let mut end = tokens.end;
    while end > tokens.start + 1 && is_form(end - 1) {
        end -= 1;
    }
    tokens.start..end
}
