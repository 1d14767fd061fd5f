//! [`Repeats`]: what the rest of the document shows of a name: that it is part of a fuller one, that
//! it stands after a title elsewhere, that it is defined as an acronym.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::{Facts, Page};
use crate::evidence::{Evidence as E, EvidenceSet};
use crate::gazetteer::Scanned;
use crate::tokenize::Gap;

/// The longest part of a run of capitalized words that is looked at, in tokens.
const LONGEST: usize = 10;

/// The names of a document by the hash of their folded text.
#[derive(Debug, Default)]
pub struct Repeats {
    names: HashedMap<Name>,
    /// The tokens that are acronyms in brackets, in the order of the text.
    acronyms: Vec<usize>,
    /// The spans that they abbreviate: their first tokens and their ends.
    abbreviated: Vec<(usize, usize)>,
}

/// What a document shows of one name.
#[derive(Debug, Default)]
struct Name {
    /// How often it stands alone, as a whole run of capitalized words.
    alone: u32,
    evidence: EvidenceSet,
}

impl Repeats {
    /// Goes over the runs of capitalized words of a document.
    pub fn find(scanned: &Scanned<'_>, facts: &[Facts]) -> Self {
        let mut repeats = Repeats::default();
        for sent in &scanned.tokens.sentences {
            let mut i = sent.tokens.start;
            while i < sent.tokens.end {
                let end = run_end(scanned, facts, i, sent.tokens.end);
                if end > i {
                    let starts = i == sent.tokens.start;
                    repeats.add_run(scanned, facts, i..end, starts);
                }
                i = end.max(i + 1);
            }
            repeats.find_acronyms(scanned, facts, sent.tokens.clone());
        }
        for i in (0..facts.len()).filter(|&i| facts[i].any(Facts::LOWER)) {
            if let Some(name) = repeats.names.get_mut(&scanned.hits.hash_of(i..i + 1)) {
                name.evidence.insert(E::LowerElsewhere);
            }
        }
        repeats
    }

    /// Adds what the rest of the document shows of a span.
    pub fn observe(&self, page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
        if let Some(name) = self.names.get(&page.scanned.hits.hash_of(tokens.clone())) {
            let mut evidence = name.evidence;
            // `Mrs. Ford`, also beside `Ford Motor Co.`
            if set.contains(E::AfterHonorific) {
                evidence.remove(E::HeadElsewhere);
                evidence.remove(E::FormElsewhere);
            }
            set.extend(&evidence);
            set.insert_if(name.alone > 1, E::Repeated);
        }
        // `United Arab Emirates (UAE)`
        let country = set.contains_any(&[E::IsCountry, E::IsTerritory]);
        let abbreviated = self.abbreviated.binary_search(&(tokens.start, tokens.end)).is_ok();
        set.insert_if(abbreviated && !country, E::BeforeBracketAcronym);
        let acronym = tokens.len() == 1 && self.acronyms.binary_search(&tokens.start).is_ok();
        set.insert_if(acronym && !country, E::IsAcronymOfBefore);
        // A listed name such as `Guinea-Bissau` is one name, wherever its parts stand.
        let joins = |i: usize| page.is(i, Facts::HYPHEN) || page.scanned.word(i) == "and";
        let inside = tokens.start + 1..tokens.end.saturating_sub(1).max(tokens.start + 1);
        let joint = inside.into_iter().find(|&i| joins(i) && !page.is(i, Facts::IN_LISTED_NAME));
        if let Some(joint) = joint {
            let alone = |part| self.is_alone(page, part);
            let apart = alone(tokens.start..joint) && alone(joint + 1..tokens.end);
            set.insert_if(apart, E::PartsElsewhere);
        }
    }

    /// Whether the document shows a name to be the surname of a fuller one.
    pub fn is_surname(&self, scanned: &Scanned<'_>, tokens: Range<usize>) -> bool {
        let name = self.names.get(&scanned.hits.hash_of(tokens));
        name.is_some_and(|name| name.evidence.contains(E::SurnameElsewhere))
    }

    fn is_alone(&self, page: &Page<'_>, tokens: Range<usize>) -> bool {
        let name = self.names.get(&page.scanned.hits.hash_of(tokens));
        name.is_some_and(|name| name.alone > 0 || name.evidence.contains(E::SurnameElsewhere))
    }

    fn name(&mut self, scanned: &Scanned<'_>, tokens: Range<usize>) -> &mut Name {
        self.names.entry(scanned.hits.hash_of(tokens)).or_default()
    }

    /// Notes a run of capitalized words, its parts, and what stands before it.
    fn add_run(&mut self, scanned: &Scanned<'_>, facts: &[Facts], run: Range<usize>, starts: bool) {
        let titled = !starts && facts[run.start - 1].any(Facts::TITLE_ENDS | Facts::HONORIFIC);
        let located = !starts && facts[run.start - 1].any(Facts::LOCATIVE);
        let name = self.name(scanned, run.clone());
        name.alone += 1;
        name.evidence.insert_if(titled, E::TitledElsewhere);
        name.evidence.insert_if(located, E::LocatedElsewhere);
        if run.len() == 1 {
            return;
        }
        let double = run.len() > 2 && facts[run.end - 2].any(Facts::HYPHEN);
        let (first, last) = (run.start, if double { run.end - 3 } else { run.end - 1 });
        let head = Facts::ORGANIZATION_LAST | Facts::LEGAL_FORM;
        let headed = facts[last].any(head);
        let formed = facts[last].any(Facts::LEGAL_FORM);
        let person = (titled || facts[first].any(Facts::GIVEN | Facts::INITIAL))
            && !headed
            && !facts[last].any(Facts::PLACE_LAST);
        for from in run.clone() {
            for to in from + 1..=run.end.min(from + LONGEST) {
                if (from, to) == (run.start, run.end) {
                    continue;
                }
                let part = &mut self.name(scanned, from..to).evidence;
                part.insert(E::PartElsewhere);
                part.insert_if(person && (from, to) == (last, run.end), E::SurnameElsewhere);
                part.insert_if(person && (from, to) == (first, first + 1), E::GivenElsewhere);
                // `Velnor` of `Velnor Group`, but not the town of `Pekin School Board`; `Meridian` of
                // `Meridian Freight Corp.`, but not the town of `Boston Beer Co.`
                let short = from == first && to <= last;
                let company = formed && (to..last).all(|i| facts[i].any(head));
                let placeless = !facts[first].any(Facts::PLACE_STARTS);
                part.insert_if(headed && short && placeless, E::HeadElsewhere);
                part.insert_if(short && company, E::FormElsewhere);
            }
        }
    }

    /// Finds `(APEC)` behind words whose capitals spell it.
    fn find_acronyms(&mut self, scanned: &Scanned<'_>, facts: &[Facts], sent: Range<usize>) {
        for i in sent.start + 2..sent.end.saturating_sub(1) {
            let bracketed = scanned.is_mark(i - 1, "(") && scanned.is_mark(i + 1, ")");
            if !bracketed || !facts[i].any(Facts::UPPER) {
                continue;
            }
            let letters: Vec<char> =
                scanned.word(i).chars().filter(|c| c.is_alphabetic()).collect();
            if let Some(first) = spelled_from(scanned, facts, sent.start..i - 1, &letters) {
                self.acronyms.push(i);
                self.abbreviated.push((first, i - 1));
                self.name(scanned, i..i + 1).evidence.insert(E::BracketedElsewhere);
            }
        }
    }
}

/// The end of the run of capitalized words at `i`, or `i`. The run leaves out an ordinary word that
/// starts a sentence.
fn run_end(scanned: &Scanned<'_>, facts: &[Facts], i: usize, limit: usize) -> usize {
    // `Next Plc`
    let formed = |j: usize| j + 1 < limit && facts[j + 1].any(Facts::LEGAL_FORM);
    let in_run =
        |j: usize| facts[j].any(Facts::NAMELIKE) && (!facts[j].any(Facts::STOP) || formed(j));
    let glued = |j: usize| scanned.token(j).gap == Gap::None;
    let mut end = i;
    while end < limit && in_run(end) && (end == i || !glued(end)) {
        end += 1;
        // `Lucinda Okoro-Weir`
        let given = Facts::GIVEN | Facts::INITIAL;
        let double = end >= i + 2 && end + 1 < limit && facts[end].any(Facts::HYPHEN);
        if double && glued(end) && in_run(end + 1) && facts[end - 2].any(given) {
            return end + 2;
        }
    }
    end
}

/// The first of the words before a bracket whose capitals spell `letters`.
fn spelled_from(
    scanned: &Scanned<'_>,
    facts: &[Facts],
    before: Range<usize>,
    letters: &[char],
) -> Option<usize> {
    let mut rest = letters;
    for i in before.rev() {
        if facts[i].any(Facts::NAMELIKE) {
            let (last, others) = rest.split_last()?;
            if !scanned.word(i).starts_with(*last) {
                return None;
            }
            rest = others;
            if rest.is_empty() {
                return Some(i);
            }
        } else if !facts[i].any(Facts::CONNECTOR | Facts::HYPHEN) {
            return None;
        }
    }
    None
}

/// A map by hashes.
pub type HashedMap<T> = HashMap<u64, T, BuildHasherDefault<Hashed>>;

/// A hasher of keys that are hashes already.
#[derive(Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
