//! Where an article's headline, byline and dateline stand. Judged by form alone, line by line.

use std::sync::LazyLock;

use regex::Regex;

use super::{Layout, Section, SectionKind};
use crate::span::Span;

/// A headline is no longer than this, in bytes.
const LONGEST_HEADLINE: usize = 160;
/// A dateline is no longer than this, in bytes.
const LONGEST_DATELINE: usize = 100;
/// Headline, byline and dateline stand among so many visible lines at the top.
const TOP_LINES: usize = 8;

/// `By Jane Roe`, `By Jane Roe and John Doe, Associated Press`.
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:By|BY|Written by|Reporting by|From) \p{Lu}[^.!?:;]{2,80}$").expect("a regex")
});

/// `TROY, N.C. (AP) -- `, `SEOUL, Nov. 14 — `, `LONDON/PARIS (Agency) - `, `Kyiv, Ukraine (AP) — `.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    let capitals = r"\p{Lu}[\p{Lu}'’.\- ]+(?:/\p{Lu}[\p{Lu}'’.\- ]+)?";
    let rest = r"(?:, [\p{Lu}\d][\p{L}\d. ]+){0,3}";
    let agency = r"(?: ?\([\p{L}\d /.,&-]+\))";
    let dash = r" ?(?:--|—|–|-) ?";
    let cities = format!("^(?:{capitals}{rest}{agency}?{dash}");
    Regex::new(&format!(r"{cities}|\p{{Lu}}[\p{{L}}'’. -]+{rest}{agency}{dash})")).expect("a regex")
});

/// Cuts the lines that are not masked into sections; neighbors of one kind are one section.
pub fn find(text: &str, lines: &[Span], masked: &[bool]) -> Layout {
    let mut layout = Layout::default();
    let visible = lines.iter().zip(masked).filter(|(_, masked)| !**masked).map(|(line, _)| *line);
    let mut visible = visible.enumerate().peekable();
    let mut seen_body = false;
    let mut break_before = true;
    let mut previous_end = 0;
    while let Some((i, line)) = visible.next() {
        break_before |= has_masked_line(lines, masked, previous_end, line.start);
        previous_end = line.end;
        let line_text = &text[line.range()];
        let (head, kind) = match seen_body {
            false if i < TOP_LINES => opening(line_text, i == 0 && visible.peek().is_some()),
            _ => (0, SectionKind::Body),
        };
        if head > 0 {
            layout.sections.push(Section { span: Span::new(line.start, line.start + head), kind });
            break_before = true;
        }
        if head < line.len() {
            push_body(&mut layout, Span::new(line.start + head, line.end), break_before);
            seen_body |= kind == SectionKind::Dateline || line.len() > LONGEST_HEADLINE;
            break_before = false;
        }
    }
    layout
}

/// The length of the headline, byline or dateline at the start of a line, and which it is.
fn opening(line: &str, first: bool) -> (usize, SectionKind) {
    // The length is bounded here: counted repetition of letters makes an automaton of megabytes.
    if let Some(found) = DATELINE.find(line).filter(|found| found.len() <= LONGEST_DATELINE) {
        return (found.end(), SectionKind::Dateline);
    }
    if BYLINE.is_match(line) {
        return (line.len(), SectionKind::Byline);
    }
    let is_headline =
        first && line.len() <= LONGEST_HEADLINE && !line.ends_with(['.', ':', ';', ',']);
    (if is_headline { line.len() } else { 0 }, SectionKind::Headline)
}

/// Adds a line of the body to the last section, or starts a new one.
fn push_body(layout: &mut Layout, span: Span, starts_section: bool) {
    match layout.sections.last_mut() {
        Some(section) if !starts_section => section.span.end = span.end,
        _ => layout.sections.push(Section { span, kind: SectionKind::Body }),
    }
}

/// Whether a masked line stands between two byte offsets.
fn has_masked_line(lines: &[Span], masked: &[bool], from: usize, to: usize) -> bool {
    let first = lines.partition_point(|line| line.start < from);
    let between =
        lines[first..].iter().zip(&masked[first..]).take_while(|(line, _)| line.start < to);
    between.into_iter().any(|(_, &masked)| masked)
}
