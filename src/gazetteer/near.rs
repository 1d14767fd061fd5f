//! Surfaces that are spelled like a name that no dictionary holds.

use super::class::Class;
use super::fold::fold;
use super::{FILES, Gazetteer};

/// The share of letters that may differ.
const TOLERANCE: f64 = 0.25;

impl Gazetteer {
    /// The surfaces of people, places and organizations that are spelled most like `name` or begin
    /// with it, the nearest first; at most `limit`. Reads every row.
    pub fn near(&self, name: &str, limit: usize) -> Vec<&str> {
        let Some(target) = Target::new(name) else { return Vec::new() };
        let mut found: Vec<(usize, u8, &str)> = Vec::new();
        for (is_user, index) in self.indexes() {
            for (file, columns, rows) in index.files() {
                let Some(standing) = standing(file, is_user) else { continue };
                let aliases = columns.split('\t').position(|column| column == "aliases");
                let surfaces = rows.lines().flat_map(|row| surfaces(row, aliases));
                found.extend(surfaces.filter_map(|surface| {
                    let distance = target.distance(surface)?;
                    Some((distance, standing, surface))
                }));
            }
        }
        found.sort_unstable();
        let mut names: Vec<&str> = Vec::new();
        for (_, _, surface) in found {
            if names.len() == limit {
                break;
            }
            if !names.contains(&surface) {
                names.push(surface);
            }
        }
        names
    }
}

/// In which order files offer surfaces that are equally near; none for words that are no names.
fn standing(file: &str, is_user: bool) -> Option<u8> {
    if is_user {
        return Some(0);
    }
    match FILES.iter().find(|known| known.path == file)?.class {
        Class::Organization | Class::Person => Some(1),
        Class::Place => Some(2),
        Class::Registered => Some(3),
        Class::GivenName | Class::Surname => Some(4),
        _ => None,
    }
}

/// The surfaces of a row: its first column, and its aliases if it has that column.
fn surfaces(row: &str, aliases: Option<usize>) -> impl Iterator<Item = &str> {
    let aliases = aliases.and_then(|column| row.split('\t').nth(column)).unwrap_or_default();
    let aliases = aliases.split('|').filter(|alias| !alias.is_empty());
    row.split('\t').next().into_iter().chain(aliases)
}

/// A name that others are compared with.
struct Target {
    folded: String,
    first: char,
    letters: usize,
    tolerance: usize,
}

impl Target {
    fn new(name: &str) -> Option<Self> {
        let folded = fold(name.trim());
        let first = folded.chars().next()?;
        let letters = folded.chars().count();
        let tolerance = ((letters as f64 * TOLERANCE) as usize).max(1);
        Some(Self { folded, first, letters, tolerance })
    }

    /// How many letters `surface` is away, if it begins alike and is near enough.
    fn distance(&self, surface: &str) -> Option<usize> {
        let first = surface.chars().next()?;
        // Most surfaces end here: folding and comparing them is what takes time.
        if first.is_ascii() && first.to_ascii_lowercase() != self.first
            || surface.len() + self.tolerance < self.letters
        {
            return None;
        }
        let folded = fold(surface);
        let letters = folded.chars().count();
        let rest = folded.strip_prefix(&self.folded);
        if self.letters > 2 && rest.is_some_and(|rest| rest.starts_with(' ')) {
            // A longer name is further away than most misspellings are.
            return Some(self.tolerance + letters - self.letters);
        }
        if letters.abs_diff(self.letters) > self.tolerance {
            return None;
        }
        let distance = strsim::osa_distance(&folded, &self.folded);
        (distance <= self.tolerance).then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_misspellings_and_longer_names() {
        let gazetteer = Gazetteer::new(Vec::new());
        for (name, expected) in [
            ("Sreasi Leone", None),
            ("Sierra Lione", Some("Sierra Leone")),
            ("Hezbolah Brigades", Some("Hezbollah Brigades")),
            ("Goldman Sacks", Some("Goldman Sachs")),
            ("zzzz", None),
            ("", None),
            ("'", None),
        ] {
            assert_eq!(gazetteer.near(name, 3).first().copied(), expected, "{name}");
        }
    }
}
