//! Stage 1: turns what the user names (files, directories, standard input) into [`Document`]s.
//!
//! Finding inputs and reading them are apart: [`Inputs`] hands out work one piece at a
//! time, and [`Piece::read`] does the costly part (decoding, HTML, JSON) on whichever thread takes
//! it. At most the pieces in flight are in memory. Problems are values; nothing is printed here.

mod decode;
mod file_date;
mod files;
mod html;
mod inputs;
mod jsonl;

use crate::document::Document;
use crate::error::Error;

pub use files::{Input, Selection};
pub use inputs::{Inputs, Piece};

/// How bytes are to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text or Markdown.
    Text,
    /// A web page.
    Html,
    /// A document a line, as JSON objects.
    Jsonl,
}

impl Format {
    /// The format that a file's name tells, `.gz` aside; plain text if it tells none.
    pub fn of_name(name: &str) -> Format {
        let name = name.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("html" | "htm" | "xhtml") => Format::Html,
            Some("jsonl" | "ndjson") => Format::Jsonl,
            _ => Format::Text,
        }
    }
}

/// The names of the fields of a JSON Lines record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// Holds the text; a record must have it.
    pub text: String,
    /// Holds the id, a string or a number.
    pub id: String,
    /// Holds the date of publication.
    pub date: String,
    /// Holds the title.
    pub title: String,
}

impl Default for Fields {
    fn default() -> Self {
        let [text, id, date, title] = ["text", "id", "date", "title"].map(String::from);
        Self { text, id, date, title }
    }
}

/// How inputs are read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The format of every input; told by each file's name if not set.
    pub format: Option<Format>,
    /// The fields of JSON Lines.
    pub fields: Fields,
    /// Whether the navigation, footers and asides of web pages are read.
    pub keep_boilerplate: bool,
}

/// A document as it was read.
#[derive(Clone, Debug)]
pub struct ReadDocument {
    /// The document.
    pub doc: Document,
    /// What the reader had to guess, each with the path at its head.
    pub warnings: Vec<String>,
}

/// An input that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What the output calls it.
    pub id: String,
    /// The path it was to be read from, if any.
    pub path: Option<String>,
    /// What is wrong, without the path.
    pub error: Error,
    /// The line of a JSON Lines input, from 1.
    pub line: Option<usize>,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = self.path.as_deref().unwrap_or(STDIN);
        match self.line {
            Some(line) => write!(f, "{path}:{line}: {}", self.error),
            None => write!(f, "{path}: {}", self.error),
        }
    }
}

impl std::error::Error for Failure {}

/// What messages call standard input.
const STDIN: &str = "standard input";
