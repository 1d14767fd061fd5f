//! Looks a single name up: every row that knows it.
//!
//! A name is matched as texts are, but for its capitals: what a row asks of them is told instead.

use super::class::{Class, PlaceKind};
use super::compile::{surface_hash, surface_words};
use super::fold::{hash_next, hash_word};
use super::index::{Capitals, Index, Posting, Row};
use super::{Gazetteer, Reading, user};
use crate::label::Label;
use crate::tokenize::Case;

/// One reading of a name.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// What the index says.
    pub posting: Posting,
    /// The row.
    pub row: Row<'a>,
    /// Whether the name, capitalized as it was given, has this reading in a text.
    pub as_written: bool,
    is_user: bool,
}

impl Gazetteer {
    /// Every reading of a name, the likeliest first: a leading `the` and a possessive aside, and
    /// whatever its capitals.
    pub fn lookup(&self, name: &str) -> Vec<Entry<'_>> {
        let words = surface_words(without_possessive(name));
        let mut entries = Vec::new();
        self.add_entries(&words, &mut entries);
        if words.len() > 1 && words[0].0 == hash_word("the") {
            self.add_entries(&words[1..], &mut entries);
        }
        entries.sort_by_cached_key(Entry::rank);
        entries
    }

    /// The built-in readings of a name, whatever its capitals: quicker than [`Gazetteer::lookup`],
    /// for it reads no row.
    pub fn named(&self, name: &str) -> impl Iterator<Item = Reading> + use<'_> {
        let postings =
            self.built_in.node(surface_hash(name)).map(|node| self.built_in.postings(node));
        postings.into_iter().flatten().map(|posting| Reading { posting, is_user: false })
    }

    /// The rows of a built-in file.
    pub(crate) fn built_in_rows(&self, file: &str) -> impl Iterator<Item = &str> {
        let files = self.built_in.files().filter(move |(name, ..)| *name == file);
        files.flat_map(|(_, _, rows)| rows.lines())
    }

    /// Adds the readings of a word sequence, but for rows that are there already.
    fn add_entries<'a>(&'a self, words: &[(u64, Case)], entries: &mut Vec<Entry<'a>>) {
        let hash = words.iter().fold(0, |hash, &(word, _)| hash_next(hash, word));
        for (is_user, index) in self.indexes() {
            let Some(node) = index.node(hash) else { continue };
            for posting in index.postings(node) {
                let is_known = |entry: &Entry<'_>| {
                    entry.is_user == is_user && entry.posting.row == posting.row
                };
                if !entries.iter().any(is_known) {
                    let as_written = posting.allows(words.iter().map(|&(_, case)| case));
                    entries.push(Entry { posting, row: index.row(&posting), as_written, is_user });
                }
            }
        }
    }

    /// The user's dictionaries, if there are any, and the built-in ones.
    pub(super) fn indexes(&self) -> impl Iterator<Item = (bool, Index<'_>)> {
        let user = (!self.user.is_empty()).then(|| (true, Index::new(&self.user)));
        user.into_iter().chain([(false, self.built_in)])
    }
}

impl Entry<'_> {
    /// The type of the mention that the row makes or is part of; none for the words around names.
    pub fn label(&self) -> Option<Label> {
        match self.posting.class {
            Class::GivenName | Class::Surname | Class::Person | Class::Particle => {
                Some(Label::Person)
            }
            Class::Place | Class::CountryCode => Some(Label::Place),
            Class::Organization | Class::Registered => Some(Label::Organization),
            Class::Month
            | Class::Weekday
            | Class::Season
            | Class::DayPart
            | Class::Holiday
            | Class::Date => Some(Label::Date),
            Class::User => user::label(self.posting.code),
            _ => None,
        }
    }

    /// It as a reading of a text.
    pub fn reading(&self) -> Reading {
        Reading { posting: self.posting, is_user: self.is_user }
    }

    /// What a text has to write in capitals.
    pub fn capitals(&self) -> Capitals {
        self.posting.capitals()
    }

    /// The user's entries first, then whole names by type, parts of personal names, and the words
    /// around names; places by kind and population.
    fn rank(&self) -> (bool, usize, Class, u8, u64, u32) {
        let group = match (self.posting.class, self.label()) {
            (Class::GivenName | Class::Surname | Class::Particle, _) => Label::ALL.len(),
            (_, Some(label)) => label as usize,
            (_, None) => Label::ALL.len() + 1,
        };
        let (mut prominence, mut people) = (0, 0);
        if self.posting.class == Class::Place {
            prominence = PlaceKind::from_code(self.posting.code).map_or(0, PlaceKind::prominence);
            people = self.row.get("population").parse().unwrap_or(0);
        }
        let (prominence, people) = (u8::MAX - prominence, u64::MAX - people);
        (!self.is_user, group, self.posting.class, prominence, people, self.posting.row)
    }
}

/// The name without `'s` or an apostrophe at its end.
fn without_possessive(name: &str) -> &str {
    let name = name.trim_end();
    let apostrophe = |text: &'static str| ["'", "’"].map(move |mark| (mark, text));
    let mut endings = [apostrophe("s"), apostrophe("S"), apostrophe("")].into_iter().flatten();
    let found = endings.find_map(|(mark, letter)| name.strip_suffix(letter)?.strip_suffix(mark));
    found.filter(|name| name.contains(char::is_alphanumeric)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(name: &str) -> Vec<(Option<Label>, bool)> {
        let gazetteer = Gazetteer::new(Vec::new());
        let entries = gazetteer.lookup(name);
        entries.iter().map(|entry| (entry.label(), entry.as_written)).collect()
    }

    #[test]
    fn names_match_as_texts_print_them() {
        for name in [
            "United Nations",
            "the United Nations",
            "UNITED NATIONS",
            "U.N.",
            "UN",
            "the U.N.'s",
            "United\nNations’s",
        ] {
            assert!(labels(name).contains(&(Some(Label::Organization), true)), "{name}");
        }
        assert_eq!(labels("united nations").first(), Some(&(Some(Label::Organization), false)));
        assert_eq!(labels("Zorblaxistan"), []);
        assert_eq!(labels("the").len(), labels("The").len());
        assert_eq!(labels(""), []);
        assert_eq!(labels("O'"), labels("O"));
    }

    #[test]
    fn places_stand_in_the_order_of_their_weight() {
        let gazetteer = Gazetteer::new(Vec::new());
        let kinds = |name: &str| -> Vec<String> {
            let entries = gazetteer.lookup(name);
            let places = entries.iter().filter(|entry| entry.label() == Some(Label::Place));
            places.map(|entry| entry.row.get("country").to_owned()).collect()
        };
        assert_eq!(kinds("Georgia")[..2], ["GE", "US"]);
        assert_eq!(kinds("London")[..2], ["GB", "CA"]);
    }
}
