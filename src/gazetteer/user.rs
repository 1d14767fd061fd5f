//! The user's own lists: entries that win over the built-in ones, and surfaces to leave alone.
//!
//! An entry list is TSV or JSON Lines, told by its first character. TSV columns are named by a
//! first line that starts with `#` or with `surface`; without one they are taken in the order of
//! [`COLUMNS`]. An ignore list has one surface a line. Errors name the file and the line.

use serde_json::{Map, Value};

use super::class::Class;
use super::compile::{Source, compile as compile_sources};
use super::files::{Code, File, LABELS};
use crate::error::Error;
use crate::label::Label;
use crate::options::UserList;

/// What a list can say of an entry; the first two columns are needed.
pub const COLUMNS: [&str; 10] = [
    "surface",
    "type",
    "name",
    "id",
    "kind",
    "country",
    "latitude",
    "longitude",
    "geonames",
    "wikidata",
];

/// [`COLUMNS`] as the index keeps them.
const HEADER: &str =
    "surface\ttype\tname\tid\tkind\tcountry\tlatitude\tlongitude\tgeonames\twikidata";

/// An entry, a field for each of [`COLUMNS`].
type Entry = [String; COLUMNS.len()];

/// The label of an entry, from its code.
pub fn label(code: u8) -> Option<Label> {
    Label::NAMES.get(usize::from(code)).copied()
}

/// Compiles the lists into an index; empty if there are none.
///
/// Entries are of [`Class::User`], ignored surfaces of [`Class::Stop`].
///
/// # Errors
/// At the first line that can't be read, as `FILE:LINE: message`.
pub fn compile(dictionaries: &[UserList], ignore: &[UserList]) -> Result<Vec<u8>, Error> {
    let mut sources = Vec::new();
    for list in dictionaries {
        let text = entries(list)?;
        sources.push(source(list, Class::User, Code::Label("type"), HEADER, text));
    }
    for list in ignore {
        let text = surfaces(list);
        sources.push(source(list, Class::Stop, Code::None, "surface", text));
    }
    if sources.is_empty() {
        return Ok(Vec::new());
    }
    compile_sources(&sources).map_err(|problems| {
        let first = problems.into_iter().next();
        Error::new(first.map(|problem| problem.0).unwrap_or_default())
    })
}

fn source(
    list: &UserList,
    class: Class,
    code: Code,
    columns: &'static str,
    text: String,
) -> Source {
    let path = "";
    Source {
        file: File { path, class, code },
        name: list.name.replace(['\t', '\n'], " "),
        text,
        columns: Some(columns),
    }
}

/// The entries of a list in the order of [`COLUMNS`], each on its own line's number.
fn entries(list: &UserList) -> Result<String, Error> {
    let text = list.text.strip_prefix('\u{feff}').unwrap_or(&list.text);
    let is_json = text.trim_start().starts_with('{');
    let mut columns: Vec<&str> = COLUMNS.to_vec();
    let mut out = String::new();
    let mut seen_row = false;
    for (number, line) in (1..).zip(text.lines()) {
        let fail = |message: String| Error::new(format!("{}:{number}: {message}", list.name));
        if !is_json && let Some(header) = header(line, seen_row) {
            if let Some(named) = header {
                columns = read_header(named).map_err(fail)?;
            }
        } else if !line.trim().is_empty() {
            seen_row = true;
            let entry = if is_json { read_json(line) } else { read_row(line, &columns) };
            let entry = entry.and_then(check).map_err(fail)?;
            out.push_str(&entry.join("\t"));
        }
        out.push('\n');
    }
    Ok(out)
}

/// Whether a line is no entry: a comment (`None`) or, before the first entry, the line that names
/// the columns.
fn header(line: &str, seen_row: bool) -> Option<Option<&str>> {
    let bare = line.trim_start_matches(['#', ' ']);
    let names = bare.split('\t').next()?.trim().eq_ignore_ascii_case(COLUMNS[0]);
    match line.starts_with('#') {
        _ if names && !seen_row => Some(Some(bare)),
        true => Some(None),
        false => None,
    }
}

fn read_header(line: &str) -> Result<Vec<&str>, String> {
    let names = line.split('\t').map(str::trim);
    names
        .map(|name| {
            let known = COLUMNS.into_iter().find(|known| known.eq_ignore_ascii_case(name));
            known.ok_or_else(|| format!("no column '{name}'; there are {}", COLUMNS.join(", ")))
        })
        .collect()
}

fn read_row(line: &str, columns: &[&str]) -> Result<Entry, String> {
    let fields: Vec<&str> = line.split('\t').collect();
    if fields.len() > columns.len() {
        let (found, named) = (fields.len(), columns.len());
        return Err(format!("{found} columns where {named} are named"));
    }
    let mut entry = Entry::default();
    for (name, field) in columns.iter().zip(fields) {
        set(&mut entry, name, field);
    }
    Ok(entry)
}

fn read_json(line: &str) -> Result<Entry, String> {
    let record: Map<String, Value> =
        serde_json::from_str(line).map_err(|error| format!("not a JSON object: {error}"))?;
    let mut entry = Entry::default();
    for (name, value) in &record {
        match value {
            Value::String(text) => set(&mut entry, name, text),
            Value::Number(number) => set(&mut entry, name, &number.to_string()),
            _ => {}
        }
    }
    Ok(entry)
}

/// Sets a field; fields that no column is named for are passed over.
fn set(entry: &mut Entry, column: &str, field: &str) {
    if let Some(i) = COLUMNS.iter().position(|&known| known == column) {
        entry[i] = field.split_whitespace().collect::<Vec<_>>().join(" ");
    }
}

fn check(mut entry: Entry) -> Result<Entry, String> {
    if !entry[0].contains(char::is_alphanumeric) {
        return Err(format!("'{}' is no surface: it has no letter or digit", entry[0]));
    }
    entry[1].make_ascii_lowercase();
    if entry[1].is_empty() {
        return Err(format!("'{}' has no type: {}", entry[0], LABELS.join(", ")));
    }
    for (name, limit) in [("latitude", 90.0), ("longitude", 180.0)] {
        let field = &entry[COLUMNS.iter().position(|&c| c == name).unwrap_or_default()];
        let within = |number: f64| number.abs() <= limit;
        if !field.is_empty() && !field.parse().is_ok_and(within) {
            return Err(format!("'{field}' is not a {name}"));
        }
    }
    Ok(entry)
}

/// The surfaces of an ignore list; of several columns the first counts.
fn surfaces(list: &UserList) -> String {
    let text = list.text.strip_prefix('\u{feff}').unwrap_or(&list.text);
    let mut out = String::new();
    for line in text.lines() {
        let is_comment = line.starts_with("# ");
        let first = line.split('\t').next().filter(|_| !is_comment);
        out.push_str(first.unwrap_or_default().trim());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> UserList {
        UserList { name: "my.tsv".into(), text: text.into() }
    }

    #[test]
    fn reads_tsv_and_json() {
        for text in [
            "Zorblax\tperson\tZed Orblax\tx1",
            "# mine\n\nZorblax\tPerson\tZed Orblax\tx1\n",
            "# surface\tid\tname\ttype\nZorblax\tx1\tZed Orblax\tperson",
            "surface\tid\tname\ttype\r\nZorblax\tx1\tZed Orblax\tperson\r\n",
            r#"{"surface":"Zorblax","type":"person","name":"Zed Orblax","id":"x1","note":[]}"#,
        ] {
            let entries = entries(&list(text)).expect("an entry");
            let rows: Vec<&str> = entries.lines().filter(|line| !line.is_empty()).collect();
            assert_eq!(rows, ["Zorblax\tperson\tZed Orblax\tx1\t\t\t\t\t\t"], "{text}");
        }
    }

    #[test]
    fn errors_name_file_and_line() {
        for (text, message) in [
            ("A\tperson\n\nB\tpersn", "my.tsv:3: 'persn' is not a type of name: "),
            ("A", "my.tsv:1: 'A' has no type: person, place, organization"),
            ("\tperson", "my.tsv:1: '' is no surface"),
            ("surface\tsort\nA\tperson", "my.tsv:1: no column 'sort'; there are "),
            ("A\tplace\t\t\t\t\t91", "my.tsv:1: '91' is not a latitude"),
            ("{\"surface\":\"A\",\"type\":\"place\"}\n{", "my.tsv:2: not a JSON object"),
            ("—\tplace", "my.tsv:1: '—' is no surface"),
        ] {
            let error = compile(&[list(text)], &[]).expect_err(text).to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }

    #[test]
    fn rows_keep_their_line_and_name() {
        let bytes = compile(&[list("# mine\n\nZorblax Inc\torganization\tZorblax")], &[]);
        let gazetteer = crate::gazetteer::Gazetteer::new(bytes.expect("an index"));
        let doc = crate::Document::from_text("Shares of Zorblax Inc fell.");
        let layout = crate::clean::clean(&doc, true);
        let tokens = crate::tokenize::tokenize(&doc.text, &layout);
        let hits = gazetteer.scan(&doc.text, &tokens);
        let found = hits.of(2, 4).find(|reading| reading.is_user).expect("a hit");
        assert_eq!(label(found.posting.code), Some(Label::Organization));
        let row = gazetteer.row(found);
        assert_eq!((row.file, row.line(), row.name()), ("my.tsv", 3, "Zorblax"));
    }

    #[test]
    fn labels_have_one_order() {
        assert_eq!(Label::NAMES.map(Label::name), LABELS);
    }
}
