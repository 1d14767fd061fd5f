//! Reads WordNet's noun file: the named instances, their classes and glosses.

use crate::archive;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A noun synset.
pub struct Synset {
    pub words: Vec<String>,
    pub gloss: String,
    classes: Vec<u32>,
    parents: Vec<u32>,
    wholes: Vec<u32>,
}

/// All noun synsets, by offset.
pub struct WordNet {
    synsets: BTreeMap<u32, Synset>,
}

impl WordNet {
    /// Reads the package's noun file.
    pub fn read(archive: &Path) -> Result<Self> {
        let text = archive::text(archive, "package/dict/data.noun")?;
        let mut synsets = BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with("  ")) {
            let (offset, synset) = parse(line).with_context(|| {
                format!("data.noun: bad line '{}'", line.chars().take(60).collect::<String>())
            })?;
            synsets.insert(offset, synset);
        }
        Ok(Self { synsets })
    }

    /// Named instances (people, places, bodies) in file order.
    pub fn instances(&self) -> impl Iterator<Item = &Synset> {
        self.synsets.values().filter(|synset| !synset.classes.is_empty())
    }

    /// Instances that are people, gods left out.
    pub fn people(&self) -> impl Iterator<Item = &Synset> {
        self.instances().filter(|synset| {
            let ancestors = self.ancestors(synset);
            ancestors.contains("person")
                && !ancestors.contains("deity")
                && !ancestors.contains("spiritual being")
        })
    }

    /// Every synset, for those names that WordNet files as classes.
    pub fn all(&self) -> impl Iterator<Item = &Synset> {
        self.synsets.values()
    }

    /// The classes an instance belongs to directly, by their first word.
    pub fn classes(&self, synset: &Synset) -> Vec<String> {
        synset.classes.iter().filter_map(|offset| self.first_word(*offset)).collect()
    }

    /// The places or groups an instance is part of, all their words.
    pub fn wholes(&self, synset: &Synset) -> Vec<String> {
        synset
            .wholes
            .iter()
            .filter_map(|offset| self.synsets.get(offset))
            .flat_map(|whole| whole.words.clone())
            .collect()
    }

    /// The first words of all ancestors.
    pub fn ancestors(&self, synset: &Synset) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<u32> = synset.classes.iter().chain(&synset.parents).copied().collect();
        while let Some(offset) = open.pop() {
            if !seen.insert(offset) {
                continue;
            }
            if let Some(parent) = self.synsets.get(&offset) {
                names.extend(parent.words.first().cloned());
                open.extend(parent.classes.iter().chain(&parent.parents));
            }
        }
        names
    }

    fn first_word(&self, offset: u32) -> Option<String> {
        self.synsets.get(&offset)?.words.first().cloned()
    }
}

fn parse(line: &str) -> Result<(u32, Synset)> {
    let (body, gloss) = line.split_once(" | ").unwrap_or((line, ""));
    let fields: Vec<&str> = body.split_whitespace().collect();
    let field =
        |place: usize| fields.get(place).copied().with_context(|| format!("no field {place}"));
    let offset: u32 = field(0)?.parse()?;
    let count = usize::from_str_radix(field(3)?, 16)?;
    let words = (0..count)
        .map(|place| field(4 + 2 * place).map(|word| word.replace('_', " ")))
        .collect::<Result<_>>()?;
    let start = 4 + 2 * count;
    let pointers: usize = field(start)?.parse()?;
    let mut synset = Synset {
        words,
        gloss: gloss.trim().to_owned(),
        classes: Vec::new(),
        parents: Vec::new(),
        wholes: Vec::new(),
    };
    for place in 0..pointers {
        let at = start + 1 + 4 * place;
        if field(at + 2)? != "n" {
            continue;
        }
        let target: u32 = field(at + 1)?.parse()?;
        match field(at)? {
            "@i" => synset.classes.push(target),
            "@" => synset.parents.push(target),
            "#p" | "#m" => synset.wholes.push(target),
            _ => {}
        }
    }
    Ok((offset, synset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_an_instance() -> Result<()> {
        let (offset, synset) = parse(
            "09201301 17 n 01 Bosporus 0 002 @i 09470550 n 0000 #p 09039411 n 0000 | a strait  ",
        )?;
        assert_eq!(
            (offset, synset.words[0].as_str(), synset.gloss.as_str()),
            (9_201_301, "Bosporus", "a strait")
        );
        assert_eq!((synset.classes.len(), synset.wholes.len()), (1, 1));
        Ok(())
    }
}
