//! Stage 2: tells what of a document is article text, and which part of the article it is.
//!
//! The text is never rewritten: boilerplate is left out of the [`Layout`], whose sections are what
//! later stages see.

mod boilerplate;
mod sections;

use crate::document::Document;
use crate::span::Span;

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// The title line.
    Headline,
    /// Who wrote it: `By Jane Roe`.
    Byline,
    /// Where and when it was filed: `TROY, N.C. (AP) --`.
    Dateline,
    /// Everything else.
    Body,
}

/// A visible part of the text.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Where it stands.
    pub span: Span,
    /// What part of the article it is.
    pub kind: SectionKind,
}

/// The visible sections of a document, in the order of the text; they do not overlap.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// What is left when boilerplate is masked.
    pub sections: Vec<Section>,
}

impl Layout {
    /// The article's headline, if it has one.
    pub fn headline(&self, text: &str) -> Option<String> {
        let headline = self.sections.iter().find(|s| s.kind == SectionKind::Headline)?;
        Some(text[headline.span.range()].to_owned())
    }
}

/// Finds the sections of `doc`, without its boilerplate unless that is to be kept.
pub fn clean(doc: &Document, keep_boilerplate: bool) -> Layout {
    let lines = lines(&doc.text);
    let masked = if keep_boilerplate {
        vec![false; lines.len()]
    } else {
        boilerplate::find(&doc.text, &lines)
    };
    sections::find(&doc.text, &lines, &masked)
}

/// The lines that hold more than white space, without it at their edges.
fn lines(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let left = start + line.len() - line.trim_start().len();
        let right = start + line.trim_end().len();
        if left < right {
            lines.push(Span::new(left, right));
        }
        start += line.len();
    }
    lines
}
