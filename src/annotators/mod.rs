//! Stage 4: proposes candidates and gathers what speaks for and against them.
//!
//! Nothing is decided here. Every plausible span is a [`Candidate`]; the annotators of persons,
//! places and organizations each add the evidence they know to look for, and `resolve/` weighs it.

pub mod date;
mod facts;
mod formats;
mod listed;
pub mod organization;
pub mod person;
pub mod place;
mod readings;
mod repeats;
mod rules;
mod spans;
mod surroundings;

use std::ops::Range;

use crate::evidence::EvidenceSet;
use crate::gazetteer::Scanned;
use crate::tokenize::Sentence;

pub(crate) use readings::evidence_of_kind;
pub use rules::{Rule, id_of as rule_of};

use facts::Facts;
use formats::Formats;
use listed::Listed;
pub(crate) use repeats::HashedMap;
use repeats::Repeats;

/// A span of tokens that may be a name, with its evidence.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The indices of its tokens.
    pub tokens: Range<usize>,
    /// What speaks for and against it.
    pub evidence: EvidenceSet,
    /// A hash that all candidates with the same folded text share.
    pub name: u64,
    /// The hash of its first word.
    pub first_word: u64,
    /// The hash of its last word.
    pub last_word: u64,
}

/// A document as the annotators see it.
pub struct Page<'a> {
    /// The text with its tokens and dictionary surfaces.
    pub scanned: Scanned<'a>,
    /// What is known of each token.
    facts: Vec<Facts>,
    formats: Formats,
    listed: Listed,
    repeats: Repeats,
}

impl<'a> Page<'a> {
    /// Gathers what is known of each token and of repeated names.
    pub fn new(scanned: Scanned<'a>) -> Self {
        let facts = facts::gather(&scanned);
        let formats = Formats::find(&scanned, &facts);
        let repeats = Repeats::find(&scanned, &facts);
        let listed = Listed::find(&scanned);
        Self { scanned, facts, formats, listed, repeats }
    }

    /// Whether any of `facts` holds of the token with this index.
    fn is(&self, i: usize, facts: Facts) -> bool {
        self.facts[i].any(facts)
    }

    /// Whether a known name ends before a joining token and another starts after it, and the two are
    /// not one listed name, as `Guinea-Bissau` is.
    fn joins_names(&self, i: usize) -> bool {
        let name = Facts::NAME | Facts::GOOD_SURNAME;
        let before = Facts::PLACE_ENDS | name;
        let after = Facts::PLACE_STARTS | Facts::GIVEN_SURE | name;
        let inside = i > 0 && i + 1 < self.facts.len() && !self.is(i, Facts::IN_LISTED_NAME);
        inside
            && (self.is(i - 1, before) || self.is_party(i - 1))
            && self.is(i + 1, after)
            && !self.joins_given(i)
            && !self.joins_surnames(i)
    }

    /// Whether a token is the letter of a party behind a comma or bracket: `Warren, D-Mass.`
    fn is_party(&self, i: usize) -> bool {
        let letter = matches!(self.scanned.word(i), "D" | "R" | "I");
        letter && i > 0 && (self.scanned.is_mark(i - 1, ",") || self.scanned.is_mark(i - 1, "("))
    }

    /// Whether a hyphen stands in a double surname: behind a given name or an initial, as in
    /// `Penny Smith-Crowell`, or where the document has it so elsewhere.
    fn joins_surnames(&self, i: usize) -> bool {
        let given = Facts::GOOD_GIVEN | Facts::INITIAL | Facts::HONORIFIC;
        let pair = self.joins_pair(i) && self.is(i + 1, Facts::PERSON);
        let begun = i > 1 && self.is(i - 2, given) && !self.is(i + 1, Facts::BIG_PLACE) && !pair;
        self.is(i, Facts::HYPHEN)
            && self.is(i + 1, Facts::NAMELIKE)
            && (begun || self.repeats.is_surname(&self.scanned, i - 1..i + 2))
    }

    /// Whether a hyphen joins names between an article and a meeting: `the Trump-Putin summit`, `the
    /// Park Jin-Blinken talks`.
    fn joins_pair(&self, i: usize) -> bool {
        let article = |i: usize| matches!(self.scanned.word(i), "the" | "The" | "a" | "A");
        self.is(i, Facts::HYPHEN)
            && (2..=3).any(|back| i >= back && article(i - back))
            && i + 2 < self.facts.len()
            && self.is(i + 2, Facts::MEETING)
    }

    /// Whether a token is a name that a known person goes by, or a surname, and no large place.
    fn is_surname(&self, i: usize) -> bool {
        let surname = Facts::PERSON | Facts::GOOD_SURNAME;
        self.is(i, surname) && !self.is(i, Facts::BIG_PLACE)
    }

    /// Whether a joining token stands in a double given name: `Mary-Kate`, `Lin-Manuel`.
    fn joins_given(&self, i: usize) -> bool {
        let given = Facts::GOOD_GIVEN;
        self.is(i - 1, given) && self.is(i + 1, given) && !self.is(i - 1, Facts::BIG_PLACE)
    }

    /// The words of a span: its tokens but for hyphens.
    fn words(&self, tokens: &Range<usize>) -> impl Iterator<Item = usize> + use<'_> {
        tokens.clone().filter(|&i| !self.is(i, Facts::HYPHEN))
    }
}

/// The candidates of a sentence, in the order of their first, then of their last tokens.
pub fn propose(page: &Page<'_>, sent: &Sentence) -> Vec<Candidate> {
    let spans = spans::enumerate(page, sent);
    spans.into_iter().map(|tokens| observe(page, sent, tokens)).collect()
}

/// Gathers the evidence about one span.
fn observe(page: &Page<'_>, sent: &Sentence, tokens: Range<usize>) -> Candidate {
    let mut evidence = EvidenceSet::default();
    readings::observe(page, &tokens, &mut evidence);
    person::observe(page, &tokens, &mut evidence);
    organization::observe(page, &tokens, &mut evidence);
    place::observe(page, &tokens, &mut evidence);
    surroundings::observe(page, sent, &tokens, &mut evidence);
    page.formats.observe(page, sent, &tokens, &mut evidence);
    page.repeats.observe(page, &tokens, &mut evidence);
    let hits = page.scanned.hits;
    Candidate {
        name: hits.hash_of(tokens.clone()),
        first_word: hits.hash_of(tokens.start..tokens.start + 1),
        last_word: hits.hash_of(tokens.end - 1..tokens.end),
        tokens,
        evidence,
    }
}
