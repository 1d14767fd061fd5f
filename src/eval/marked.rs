//! [`MarkedText`]: text with its mentions marked, as examples and the gold of articles are written.
//!
//! ```text
//! # date: 2023-11-09
//!
//! He left on [Tuesday](date 2023-11-07) for [Osan](place 37.15,127.07).
//! ```
//!
//! A bracket is a mark only if `](` and a type follow it; all else is text. Behind the type of a
//! date stands its value, behind that of a place may stand where it lies: latitude and longitude in
//! degrees (WGS 84).

use jiff::civil::Date;

use super::{GoldDocument, GoldSpan};
use crate::error::Error;
use crate::label::Label;
use crate::options::Home;
use crate::span::Span;
use crate::write::{Converter, Offsets};

/// A text with the mentions that are marked in it.
#[derive(Clone, Debug, Default)]
pub struct MarkedText {
    /// The text without its marks.
    pub text: String,
    /// The date in its header.
    pub date: Option<Date>,
    /// In the order of the text.
    pub mentions: Vec<MarkedMention>,
}

/// A marked mention.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedMention {
    /// Where it stands in the text without marks.
    pub span: Span,
    /// What it names.
    pub label: Label,
    /// The value of a date.
    pub value: Option<String>,
    /// The latitude and longitude of a place, in degrees.
    pub coordinates: Option<(f64, f64)>,
}

impl MarkedText {
    /// Reads a whole file: a `# date:` line, if any, and a blank line, if any, before the text.
    ///
    /// # Errors
    /// If the header's date is none.
    pub fn read_file(name: &str, content: &str) -> Result<Self, Error> {
        let Some(rest) = content.strip_prefix("# date:") else {
            return Ok(Self::read(content, None));
        };
        let (date, body) = rest.split_once('\n').unwrap_or((rest, ""));
        let date = read_date(date).map_err(|error| Error::new(format!("{name}:1: {error}")))?;
        Ok(Self::read(body.strip_prefix('\n').unwrap_or(body), Some(date)))
    }

    /// Reads a list of examples: each line that is not blank and no `#` comment is a text of its
    /// own, with the number of its line; a `# date:` line holds for those below it.
    ///
    /// # Errors
    /// If a header's date is none.
    pub fn read_lines(name: &str, content: &str) -> Result<Vec<(usize, Self)>, Error> {
        let mut date = None;
        let mut texts = Vec::new();
        for (number, line) in (1..).zip(content.lines()) {
            if let Some(header) = line.strip_prefix("# date:") {
                let header = header.trim();
                let read = (header != "none").then(|| read_date(header)).transpose();
                date = read.map_err(|error| Error::new(format!("{name}:{number}: {error}")))?;
            } else if !line.trim().is_empty() && !line.starts_with("# ") && line != "#" {
                texts.push((number, Self::read(line, date)));
            }
        }
        Ok(texts)
    }

    /// Reads marked text.
    pub fn read(marked: &str, date: Option<Date>) -> Self {
        let mut text = String::with_capacity(marked.len());
        let mut mentions = Vec::new();
        let mut rest = marked;
        while let Some(open) = rest.find('[') {
            text.push_str(&rest[..open]);
            rest = &rest[open..];
            if let Some((mark, len)) = Mark::at_start(rest) {
                let start = text.len();
                text.push_str(mark.surface);
                mentions.push(MarkedMention {
                    span: Span::new(start, text.len()),
                    label: mark.label,
                    value: mark.value.map(str::to_owned),
                    coordinates: mark.coordinates,
                });
                rest = &rest[len..];
            } else {
                text.push('[');
                rest = &rest[1..];
            }
        }
        text.push_str(rest);
        Self { text, date, mentions }
    }

    /// The text as a gold document that annotates every type.
    pub fn to_gold(&self, id: &str) -> GoldDocument {
        let mut converter = Converter::new(&self.text, Offsets::Codepoint);
        let entities = self.mentions.iter().map(|mention| GoldSpan {
            start: converter.at(mention.span.start),
            end: converter.at(mention.span.end),
            r#type: mention.label.name().to_owned(),
            value: mention.value.clone(),
            coordinates: mention.coordinates,
            ..GoldSpan::default()
        });
        GoldDocument {
            id: id.to_owned(),
            entities: entities.collect(),
            text: self.text.clone(),
            date: self.date,
            types: Label::ALL.map(|label| label.name().to_owned()).to_vec(),
            optional: Vec::new(),
        }
    }
}

/// A mark: `[surface](label value)`.
struct Mark<'a> {
    surface: &'a str,
    label: Label,
    value: Option<&'a str>,
    coordinates: Option<(f64, f64)>,
}

impl<'a> Mark<'a> {
    /// The mark that `text`, which starts with a bracket, starts with, and its length.
    fn at_start(text: &'a str) -> Option<(Self, usize)> {
        let inner = 1;
        let surface_end = inner + text[inner..].find(['[', ']'])?;
        let about = text[surface_end..].strip_prefix("](")?;
        let (about, _) = about.split_once(')')?;
        let (label, value) = match about.split_once(' ') {
            Some((label, value)) => (label, Some(value)),
            None => (about, None),
        };
        let surface = &text[inner..surface_end];
        if surface.is_empty() {
            return None;
        }
        let label = label.parse().ok()?;
        let point = value.filter(|value| label == Label::Place && value.contains(','));
        let (value, coordinates) = match point {
            Some(point) => (None, Some(Home::read_point(point).ok()?)),
            None => (value, None),
        };
        let len = surface_end + 2 + about.len() + 1;
        let mark = Mark { surface, label, value, coordinates };
        Some((mark, len))
    }
}

fn read_date(text: &str) -> Result<Date, String> {
    let text = text.trim();
    text.parse().map_err(|_| format!("'{text}' is not a date like 2023-11-09"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_marks_and_leaves_other_brackets() {
        for (marked, text, found) in [
            (
                "He left on [Tuesday](date 2023-11-07) for [Osan](place).",
                "He left on Tuesday for Osan.",
                &["Tuesday=2023-11-07", "Osan"][..],
            ),
            (
                "[Chala](place) [sic](see) [x] [[Oslo](place)",
                "Chala [sic](see) [x] [Oslo",
                &["Chala", "Oslo"],
            ),
            ("It may be ]( a [long march.", "It may be ]( a [long march.", &[]),
            (
                "[](place) [Park Jin](person)-[Zoë](person)",
                "[](place) Park Jin-Zoë",
                &["Park Jin", "Zoë"],
            ),
        ] {
            let read = MarkedText::read(marked, None);
            let mentions = read.mentions.iter().map(|mention| {
                let surface = &read.text[mention.span.range()];
                mention.value.as_ref().map_or(surface.into(), |value| format!("{surface}={value}"))
            });
            let mentions: Vec<String> = mentions.collect();
            assert_eq!(
                (read.text.as_str(), mentions),
                (text, found.iter().map(ToString::to_string).collect())
            );
        }
    }

    #[test]
    fn places_may_say_where_they_lie() {
        let read = MarkedText::read("[Troy](place 35.36,-79.89), [N.C.](place)", None);
        let found: Vec<_> = read.mentions.iter().map(|mention| mention.coordinates).collect();
        assert_eq!((read.text.as_str(), found), ("Troy, N.C.", vec![Some((35.36, -79.89)), None]));
        assert_eq!(read.to_gold("a").entities[0].coordinates, Some((35.36, -79.89)));
        for text in ["[Troy](place 135,-79)", "[Troy](place 35.36,north)", "[Troy](place 35.36,)"] {
            assert_eq!(MarkedText::read(text, None).text, text, "that is no position");
        }
    }

    #[test]
    fn reads_headers() {
        let file = MarkedText::read_file("a", "# date: 2023-11-09\n\nText\n").expect("a date");
        assert_eq!(
            (file.text.as_str(), file.date.map(|d| d.to_string())),
            ("Text\n", Some("2023-11-09".into()))
        );
        let lines = "# person\n# date: 2023-11-09\nOne\n\n# date: none\nTwo [x](place)\n";
        let lines = MarkedText::read_lines("a", lines).expect("dates");
        let seen: Vec<_> =
            lines.iter().map(|(n, text)| (*n, text.text.as_str(), text.date.is_some())).collect();
        assert_eq!(seen, [(3, "One", true), (6, "Two x", false)]);
        let error = MarkedText::read_file("a", "# date: soon\n").expect_err("no date");
        assert_eq!(error.to_string(), "a:1: 'soon' is not a date like 2023-11-09");
    }
}
