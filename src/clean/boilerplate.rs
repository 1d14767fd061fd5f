//! Which lines are the page's and not the article's: `- Advertisement -`, `Share This Post`.
//! The phrases are data, in `dictionaries/boilerplate.tsv`.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

use crate::span::Span;

/// Longer lines are prose, never boilerplate.
const LONGEST_LINE: usize = 160;

/// What follows from a line that matches a phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// The line is boilerplate if the phrase is all of it.
    Line,
    /// The line is boilerplate if it starts with the phrase.
    Start,
    /// As `Line`, and so is the rest of the document if it stands in its second half.
    Rest,
}

struct Phrases {
    automaton: AhoCorasick,
    scopes: Vec<Scope>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let rows = include_str!("../../dictionaries/boilerplate.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let (phrases, scopes): (Vec<&str>, Vec<Scope>) = rows
        .map(|(phrase, rest)| match rest.split('\t').next() {
            Some("start") => (phrase, Scope::Start),
            Some("rest") => (phrase, Scope::Rest),
            _ => (phrase, Scope::Line),
        })
        .unzip();
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .start_kind(StartKind::Anchored)
        .build(phrases)
        .expect("a few hundred phrases make an automaton");
    Phrases { automaton, scopes }
});

/// For each line, whether it is boilerplate.
pub fn find(text: &str, lines: &[Span]) -> Vec<bool> {
    let mut masked = vec![false; lines.len()];
    for (i, line) in lines.iter().enumerate() {
        match scope(&text[line.range()]) {
            Some(Scope::Rest) if line.start > text.len() / 2 => {
                masked[i..].fill(true);
                break;
            }
            Some(_) => masked[i] = true,
            None => {}
        }
    }
    masked
}

/// The scope of the phrase that a line matches, if any.
fn scope(line: &str) -> Option<Scope> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let ornament = |c: char| c.is_whitespace() || "-–—*•|:.!…>»«<+=_#[]".contains(c);
    let bare = line.trim_matches(ornament);
    let found = PHRASES.automaton.find(Input::new(bare).anchored(Anchored::Yes))?;
    let scope = PHRASES.scopes[found.pattern().as_usize()];
    (found.end() == bare.len() || scope == Scope::Start).then_some(scope)
}
