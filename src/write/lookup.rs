//! What the dictionaries know of a name, as JSON and as a table.

use serde::Serialize;

use super::safe;
use crate::gazetteer::{Capitals, Class, Entry};

/// The widest that a column of the table gets, in characters.
const WIDEST: usize = 40;

/// The readings of one name.
#[derive(Debug, Serialize)]
pub struct LookupRecord<'a> {
    surface: &'a str,
    readings: Vec<ReadingRecord<'a>>,
    /// Of a name without readings: surfaces that are spelled like it.
    #[serde(skip_serializing_if = "Option::is_none")]
    near: Option<&'a [&'a str]>,
}

#[derive(Debug, Serialize)]
struct ReadingRecord<'a> {
    r#type: &'static str,
    class: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    kind: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    country: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    admin1: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geonames: Option<u32>,
    #[serde(skip_serializing_if = "str::is_empty")]
    wikidata: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    user_id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    roles: &'a str,
    capitals: &'static str,
    as_written: bool,
    file: &'a str,
    line: usize,
}

impl<'a> LookupRecord<'a> {
    /// The record of `surface`, which has these readings; with none, `near` is like it.
    pub fn new(surface: &'a str, entries: &'a [Entry<'a>], near: &'a [&'a str]) -> Self {
        Self {
            surface,
            readings: entries.iter().map(ReadingRecord::new).collect(),
            near: entries.is_empty().then_some(near),
        }
    }
}

impl<'a> ReadingRecord<'a> {
    fn new(entry: &'a Entry<'a>) -> Self {
        let row = entry.row;
        Self {
            r#type: type_name(entry),
            class: entry.posting.class.name(),
            name: row.name(),
            kind: row.get("kind"),
            country: row.get("country"),
            admin1: row.get("admin1"),
            latitude: row.get("latitude").parse().ok(),
            longitude: row.get("longitude").parse().ok(),
            population: row.get("population").parse().ok(),
            geonames: row.get("geonames").parse().ok(),
            wikidata: row.get("wikidata"),
            user_id: row.get("id"),
            roles: row.get("roles"),
            capitals: entry.capitals().name(),
            as_written: entry.as_written,
            file: row.file,
            line: row.line(),
        }
    }
}

/// The type of mention; `trigger` for words around names and dates, `word` for ordinary ones.
fn type_name(entry: &Entry<'_>) -> &'static str {
    match (entry.label(), entry.posting.class) {
        (Some(label), _) => label.name(),
        (None, Class::Word | Class::Stop) => "word",
        (None, _) => "trigger",
    }
}

/// The readings of `surface` as lines for a person, below the surface.
pub fn lookup_table(surface: &str, entries: &[Entry<'_>]) -> String {
    let rows: Vec<_> = entries.iter().map(cells).collect();
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().clamp(*width, WIDEST.max(*width));
        }
    }
    let mut out = format!("{}\n", safe(surface));
    for row in &rows {
        let padded = widths.iter().zip(row).filter(|(width, _)| **width > 0);
        let cells: Vec<String> = padded.map(|(width, cell)| format!("{cell:<width$}")).collect();
        out.push_str("  ");
        out.push_str(cells.join("  ").trim_end());
        out.push('\n');
    }
    out
}

const COLUMNS: usize = 8;

/// Type, name, kind, country and division, position, ids, what keeps it from matching, row.
fn cells(entry: &Entry<'_>) -> [String; COLUMNS] {
    let row = entry.row;
    let joined = |parts: [&str; 2], by: &str| {
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(by)
    };
    let degrees = |column| row.get(column).parse::<f64>().ok();
    let position = degrees("latitude").zip(degrees("longitude"));
    let id = |name: &str, id: &str| match id {
        "" => String::new(),
        id => format!("{name} {id}"),
    };
    let ids = [id("geonames", row.get("geonames")), id("wikidata", row.get("wikidata"))];
    let kind = match row.get("kind") {
        "" => entry.posting.class.name(),
        kind => kind,
    };
    let needs = match entry.capitals() {
        _ if entry.as_written => "",
        Capitals::All => "if all in capitals",
        Capitals::Initial | Capitals::Any => "if capitalized",
    };
    [
        type_name(entry).to_owned(),
        row.name().to_owned(),
        joined([kind, row.get("roles")], ", "),
        joined([row.get("country"), row.get("admin1")], " "),
        position.map_or_else(String::new, |(lat, lon)| format!("{lat:.2} {lon:.2}")),
        joined([&ids[0], &ids[1]], ", "),
        needs.to_owned(),
        format!("{}:{}", row.file, row.line()),
    ]
    .map(|cell| safe(&cell).into_owned())
}
