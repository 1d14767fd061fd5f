//! A document for a person at a terminal: the text with its entities marked, and a table of them.
//! Where there are no colors, mentions are marked as in the examples: `[Osan](place)`.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::{WriteOptions, safe};
use crate::document::Document;
use crate::entity::{Annotations, Entity};
use crate::label::Label;
use crate::mention::ValueFrom;

/// The widest that a name's column gets, in characters.
const WIDEST_NAME: usize = 40;

/// Renders `doc`, in which `found` was found.
pub fn view(doc: &Document, found: &Annotations, options: &WriteOptions, color: bool) -> String {
    let mut out = String::with_capacity(doc.text.len() * 2);
    write_text(&mut out, &doc.text, found, color);
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out.push('\n');
    if let Some(date) = found.date {
        let (value, source) = (date.value, date.source.name());
        put(&mut out, format_args!("dated {value} ({source})\n\n"));
    }
    write_table(&mut out, doc, found, color);
    if options.explain {
        write_reasons(&mut out, doc, found);
        write_readings(&mut out, found);
    }
    out
}

/// The text with its mentions marked.
fn write_text(out: &mut String, text: &str, found: &Annotations, color: bool) {
    let mut end = 0;
    for mention in &found.mentions {
        out.push_str(&safe(&text[end..mention.span.start]));
        let surface = safe(&text[mention.span.range()]);
        if color {
            let style = style(mention.label);
            put(out, format_args!("{style}{surface}{style:#}"));
        } else {
            put(out, format_args!("[{surface}]({})", mention.label));
        }
        end = mention.span.end;
    }
    out.push_str(&safe(&text[end..]));
}

/// A line for each entity, by type, with how often it is named and what is known of it.
fn write_table(out: &mut String, doc: &Document, found: &Annotations, color: bool) {
    if found.entities.is_empty() {
        out.push_str("no people, places, organizations or dates found\n");
        return;
    }
    let names: Vec<String> = found.entities.iter().map(|e| one_line(&e.name)).collect();
    let width = names.iter().map(|name| name.chars().count()).max();
    let width = width.unwrap_or_default().min(WIDEST_NAME);
    for label in Label::ALL {
        let of_label = found.entities.iter().zip(&names);
        for (entity, name) in of_label.filter(|(entity, _)| entity.label == label) {
            let style = if color { style(label) } else { Style::new() };
            let (label, times) = (label.name(), entity.mentions.len());
            let details = details(entity, doc, found);
            let line = format!("{style}{label:<13}{style:#}{name:<width$} {times:>3}  {details}");
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
}

/// What is known of an entity beside its name.
fn details(entity: &Entity, doc: &Document, found: &Annotations) -> String {
    let mut parts: Vec<String> = Vec::new();
    for role in &entity.roles {
        let of = role.body.as_ref().map(|body| format!("{} ", &doc.text[body.span.range()]));
        parts.push(format!("{}{}", of.unwrap_or_default(), &doc.text[role.span.range()]));
    }
    if let Some(place) = &entity.place {
        parts.push(place.kind.clone());
        parts.extend(place.admin1.clone().filter(|admin1| *admin1 != entity.name));
        parts.extend(place.country.clone());
        parts.extend(place.coordinates.map(|(lat, lon)| {
            let of = place.precision.map_or(String::new(), |p| format!(" (of its {})", p.name()));
            format!("{lat:.2} {lon:.2}{of}")
        }));
    }
    if let Some(organization) = &entity.organization {
        parts.extend(organization.kind.clone());
        parts.extend(organization.country.clone());
    }
    if entity.label == Label::Date {
        let spans = entity.mentions.iter().filter_map(|&i| found.mentions.get(i));
        let mut surfaces: Vec<&str> = spans.map(|m| &doc.text[m.span.range()]).collect();
        surfaces.dedup();
        parts.extend(surfaces.into_iter().map(|surface| format!("“{surface}”")));
    }
    one_line(&parts.join(", "))
}

/// The rule, the rows and the evidence of each mention.
fn write_reasons(out: &mut String, doc: &Document, found: &Annotations) {
    for mention in &found.mentions {
        let surface = one_line(&doc.text[mention.span.range()]);
        let (label, rule, confidence) = (mention.label, mention.rule, mention.confidence);
        put(out, format_args!("\n{surface}: {label}, {rule}, confidence {confidence:.2}\n"));
        if let (Some(timex), Some(from)) = (&mention.timex, mention.explanation.value_from) {
            put(out, format_args!("           value {}, {}\n", timex.value, said(from)));
        }
        write_evidence(out, "  ", &mention.explanation.evidence);
        for row in &mention.explanation.rows {
            let (file, line, class, name) = (&row.file, row.line, row.class, one_line(&row.name));
            put(out, format_args!("           {file}:{line}: {name} ({class})\n"));
        }
    }
}

/// The reasons, the heaviest first, and below a line those against.
fn write_evidence(out: &mut String, indent: &str, evidence: &[(&'static str, f64)]) {
    let mut is_for = true;
    for &(name, weight) in evidence {
        if is_for && weight < 0.0 {
            put(out, format_args!("{indent}against it:\n"));
        }
        is_for = weight >= 0.0;
        put(out, format_args!("{indent}{weight:+7.2}  {name}\n"));
    }
}

/// What gives a date its value, in words.
fn said(from: ValueFrom) -> &'static str {
    match from {
        ValueFrom::Words => "as its words say",
        ValueFrom::Document => "counted from the document's date",
        ValueFrom::Text => "counted from a date that the text names",
    }
}

/// What the name of each place may mean, with the evidence.
fn write_readings(out: &mut String, found: &Annotations) {
    let places = found.entities.iter().filter_map(|e| Some((e, e.place.as_ref()?)));
    for (entity, place) in places.filter(|(_, place)| !place.readings.is_empty()) {
        let (name, confidence) = (one_line(&entity.name), place.confidence);
        put(out, format_args!("\n{name}: where it lies, confidence {confidence:.2}\n"));
        for reading in &place.readings {
            let parts = [Some(&reading.name), Some(&reading.kind)];
            let parts =
                parts.into_iter().chain([reading.admin1.as_ref(), reading.country.as_ref()]);
            let about: Vec<&str> = parts.flatten().map(String::as_str).collect();
            put(out, format_args!("  {:7.2}  {}\n", reading.score, one_line(&about.join(", "))));
            write_evidence(out, "           ", &reading.evidence);
        }
    }
}

fn style(label: Label) -> Style {
    let color = match label {
        Label::Person => AnsiColor::Cyan,
        Label::Place => AnsiColor::Green,
        Label::Organization => AnsiColor::Yellow,
        Label::Date => AnsiColor::Magenta,
    };
    color.on_default().bold()
}

/// `text` on one line, safe for a terminal.
fn one_line(text: &str) -> String {
    safe(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes any text");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::{Explanation, Mention};
    use crate::span::Span;
    use crate::value::{Timex, TimexKind};

    fn found() -> (Document, Annotations) {
        let doc = Document::from_text("He left\x1b for Osan.");
        let mention = Mention {
            span: Span::new(13, 17),
            label: Label::Place,
            entity: 0,
            confidence: 0.9,
            rule: "place.dictionary",
            timex: None,
            explanation: Explanation {
                evidence: vec![("follows a preposition", 1.5), ("two words", -0.5), ("long", -0.7)],
                ..Explanation::default()
            },
        };
        let entity = Entity { mentions: vec![0], ..Entity::new(Label::Place, "Osan".into()) };
        let found = Annotations {
            mentions: vec![mention],
            entities: vec![entity],
            ..Annotations::default()
        };
        (doc, found)
    }

    #[test]
    fn marks_by_brackets_or_by_color() {
        let (doc, found) = found();
        let plain = view(&doc, &found, &WriteOptions::default(), false);
        assert_eq!(plain, "He left␛ for [Osan](place).\n\nplace        Osan   1\n");
        let colored = view(&doc, &found, &WriteOptions::default(), true);
        assert!(colored.contains("\x1b[1m\x1b[32mOsan\x1b[0m."), "{colored:?}");
        let explain = WriteOptions { explain: true, ..WriteOptions::default() };
        let explained = view(&doc, &found, &explain, false);
        let reasons = "Osan: place, place.dictionary, confidence 0.90\n    +1.50  follows a preposition\n  \
             against it:\n    -0.50  two words\n    -0.70  long\n";
        assert!(explained.ends_with(reasons), "{explained}");
    }

    #[test]
    fn a_date_shows_its_value_and_nothing_against_it() {
        let (doc, mut found) = found();
        let mention = &mut found.mentions[0];
        mention.timex =
            Some(Timex { kind: TimexKind::Date, value: "2024-02-06".into(), modifier: None });
        mention.explanation.evidence = vec![("a day of the week", 12.0)];
        mention.explanation.value_from = Some(ValueFrom::Document);
        let explain = WriteOptions { explain: true, ..WriteOptions::default() };
        let explained = view(&doc, &found, &explain, false);
        let value =
            "           value 2024-02-06, counted from the document's date\n   +12.00  a day of";
        assert!(explained.contains(value), "{explained}");
        assert!(!explained.contains("against it"), "{explained}");
    }
}
