//! Where an article's headline, byline and dateline stand. Judged by form alone, line by line.

use super::{Layout, Section, SectionKind};
use crate::span::Span;

/// A headline is no longer than this, in bytes.
const LONGEST_HEADLINE: usize = 160;
/// A dateline, with its dash, is no longer than this.
const LONGEST_DATELINE: usize = 90;
/// A dateline without a dash is no longer than this.
const LONGEST_BARE_DATELINE: usize = 48;
/// A byline is no longer than this.
const LONGEST_BYLINE: usize = 90;
/// Headline, byline and dateline stand among so many visible lines at the top.
const TOP_LINES: usize = 8;

/// What bylines start with.
const BYLINES: [&str; 5] = ["By ", "BY ", "Written by ", "Reporting by ", "From "];
/// What months start with.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// What closes a dateline; the first that is found counts.
const DASHES: [&str; 4] = ["--", "—", " – ", " - "];

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
            _ => (dateline_len(line_text), SectionKind::Dateline),
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
    let dateline = dateline_len(line);
    if dateline > 0 {
        return (dateline, SectionKind::Dateline);
    }
    if is_byline(line) {
        return (line.len(), SectionKind::Byline);
    }
    let is_headline =
        first && line.len() <= LONGEST_HEADLINE && !line.ends_with(['.', ':', ';', ',']);
    (if is_headline { line.len() } else { 0 }, SectionKind::Headline)
}

/// Whether a line says who wrote the article: `By Jane Roe and John Doe, Associated Press`.
fn is_byline(line: &str) -> bool {
    let rest = BYLINES.iter().find_map(|start| line.strip_prefix(start));
    line.len() <= LONGEST_BYLINE
        && !line.contains(['?', '!', ':', ';'])
        && !line.ends_with('.')
        && rest.and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
}

/// Whether a line is a city in capitals and a date, with nothing between or behind them:
/// `LONDON 1996-08-30`, `CHAMONIX, France, Jan 12`.
fn is_bare_dateline(line: &str) -> bool {
    if line.len() > LONGEST_BARE_DATELINE {
        return false;
    }
    let city = line.split([' ', ',', '/']).next().unwrap_or_default();
    let capitals = city.len() >= 3 && city.chars().all(|c| c.is_uppercase() || c == '-');
    let formal = line.split([' ', '/']).all(|word| !word.starts_with(char::is_lowercase));
    let mut words = line.rsplit([' ', ',']).filter(|word| !word.is_empty());
    let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let number = last.chars().all(|c| c.is_ascii_digit() || c == '-');
    let year = number && (last.len() == 4 || last.len() == 10);
    let day = number && last.len() <= 2 && MONTHS.iter().any(|month| before.starts_with(month));
    capitals && formal && (year || day)
}

/// The length of a dateline with its dash: `TROY, N.C. (AP) -- `, `SEOUL, Nov. 14 — `; or 0.
///
/// Its words are capitalized or numbers; the city is in capitals, or an agency stands in brackets.
fn dateline_len(line: &str) -> usize {
    if is_bare_dateline(line) {
        return line.len();
    }
    let top = &line[..ceil_char_boundary(line, LONGEST_DATELINE)];
    let closing = DASHES.iter().filter_map(|dash| top.find(dash).map(|at| (at, at + dash.len())));
    let Some((at, end)) = closing.min() else {
        return 0;
    };
    let head = line[..at].trim_end();
    if head.is_empty() {
        return 0;
    }
    let words = || head.split([' ', '/', ',']).filter(|word| !word.is_empty());
    let formal = words().all(|word| !word.starts_with(char::is_lowercase));
    let city = words().next().unwrap_or_default();
    let capitals = city.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !city.contains(char::is_lowercase);
    let agency = head.ends_with(')') && head.contains('(') && words().count() <= 8;
    let white = line[end..].len() - line[end..].trim_start().len();
    if formal && (capitals || agency) { end + white } else { 0 }
}

/// The first offset from `at` on at which a character starts, or the end.
fn ceil_char_boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
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
