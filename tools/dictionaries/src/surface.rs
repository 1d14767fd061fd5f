//! What else a surface may be, asked before a short name of an organization is taken.

use crate::{cities::Cities, countries::Countries, fold, names::People, words::Words};

/// The tables that tell.
pub struct Readings<'a> {
    pub words: &'a Words,
    pub people: &'a People,
    pub countries: &'a Countries,
    pub cities: &'a Cities,
}

impl Readings<'_> {
    /// Whether a name is likelier something else: an ordinary word, a usual name of people, a place.
    pub fn is_risky(&self, name: &str) -> bool {
        if self.is_place(name) {
            return true;
        }
        if name.contains([' ', '&']) {
            return self.is_common_phrase(name, -9.5);
        }
        self.words.is_ordinary(name)
            || self.people.surname_weight(name) >= 6
            || self.people.given_weight(name) >= 5
            || name.chars().count() < 3
    }

    /// Whether a name is a country or a city that matters.
    pub fn is_place(&self, name: &str) -> bool {
        self.countries.holds(name) || self.cities.population(name) >= 50_000
    }

    /// Two everyday words, each more usual than `limit`, which a sentence may hold by chance: `First National` is not one.
    pub fn is_common_phrase(&self, name: &str, limit: f32) -> bool {
        let everyday =
            |word: &str| self.words.lower(&fold::plain(word)).is_some_and(|log| log > limit);
        name.split(' ').count() == 2 && name.split(' ').all(everyday)
    }
}
