//! Which lines are the page's and not the article's: `- Advertisement -`, `Share This Post`.
//! The phrases are data, in `dictionaries/boilerplate.tsv`.

use std::sync::LazyLock;

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

/// The phrases in the order of their bytes, which is that of the file.
static PHRASES: LazyLock<Vec<(&str, Scope)>> = LazyLock::new(|| {
    let rows = include_str!("../../dictionaries/boilerplate.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let phrases = rows.map(|(phrase, rest)| match rest.split('\t').next() {
        Some("start") => (phrase, Scope::Start),
        Some("rest") => (phrase, Scope::Rest),
        _ => (phrase, Scope::Line),
    });
    phrases.collect()
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
    let (phrase, scope) = longest_start(bare)?;
    (phrase.len() == bare.len() || scope == Scope::Start).then_some(scope)
}

/// The longest phrase that a line starts with, whatever its capitals.
fn longest_start(line: &str) -> Option<(&'static str, Scope)> {
    let first = line.as_bytes().first()?.to_ascii_lowercase();
    let first_of = |(phrase, _): &(&str, Scope)| phrase.as_bytes()[0];
    let from = PHRASES.partition_point(|phrase| first_of(phrase) < first);
    let alike = PHRASES[from..].iter().take_while(|phrase| first_of(phrase) == first);
    let starts = |(phrase, _): &&(&str, Scope)| {
        let start = line.get(..phrase.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(phrase))
    };
    // Of phrases that begin alike, the longer stand behind.
    alike.filter(starts).last().copied()
}
