//! [`Inputs`]: every document of a run, handed out one [`Piece`] of work at a time.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::bufread::MultiGzDecoder;

use super::files::{self, Input, Selection, failure};
use super::{Failure, Format, ReadDocument, ReadOptions, STDIN, decode, file_date, html, jsonl};
use crate::document::{DateSource, Document, DocumentDate};
use crate::error::Error;

/// The first two bytes of what gzip writes.
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// The documents of a run, in order: paths as given, directories sorted, JSON Lines line by line.
pub struct Inputs {
    paths: std::vec::IntoIter<PathBuf>,
    selection: Selection,
    options: Arc<ReadOptions>,
    found: files::Found,
    lines: Option<Lines>,
}

/// A document that is yet to be read.
pub struct Piece {
    options: Arc<ReadOptions>,
    content: Content,
}

enum Content {
    Whole(Input, Format),
    Line(jsonl::Line),
    Failed(Failure),
}

impl Inputs {
    /// The documents at `paths`, where `-` is standard input.
    pub fn new(paths: Vec<PathBuf>, selection: Selection, options: ReadOptions) -> Self {
        Self {
            paths: paths.into_iter(),
            selection,
            options: Arc::new(options),
            found: Box::new(std::iter::empty()),
            lines: None,
        }
    }

    /// What is next to be read: a line of the open file, else a file.
    fn next_content(&mut self) -> Option<Content> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(Ok(line)) => return Some(Content::Line(line)),
                    Some(Err(failed)) => {
                        self.lines = None;
                        return Some(Content::Failed(failed));
                    }
                    None => self.lines = None,
                }
            }
            let input = match self.found.next() {
                Some(Ok(input)) => input,
                Some(Err(failed)) => return Some(Content::Failed(failed)),
                None => {
                    self.found = files::find(&self.paths.next()?, &self.selection);
                    continue;
                }
            };
            match self.format(&input) {
                Format::Jsonl => match Lines::open(&input) {
                    Ok(lines) => self.lines = Some(lines),
                    Err(failed) => return Some(Content::Failed(failed)),
                },
                format => return Some(Content::Whole(input, format)),
            }
        }
    }

    fn format(&self, input: &Input) -> Format {
        self.options.format.unwrap_or_else(|| match input {
            Input::Stdin => Format::Text,
            Input::File(path) => Format::of_name(&files::name_of(path)),
        })
    }
}

impl Iterator for Inputs {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let content = self.next_content()?;
        Some(Piece { options: Arc::clone(&self.options), content })
    }
}

impl Piece {
    /// Reads the document.
    ///
    /// # Errors
    /// If it can't be read, or a record holds no text.
    pub fn read(self) -> Result<ReadDocument, Failure> {
        match self.content {
            Content::Failed(failed) => Err(failed),
            Content::Line(line) => jsonl::read(&line, &self.options.fields),
            Content::Whole(input, format) => read_whole(&input, format, &self.options),
        }
    }
}

/// Reads a file or standard input as one document.
fn read_whole(
    input: &Input,
    format: Format,
    options: &ReadOptions,
) -> Result<ReadDocument, Failure> {
    let mut bytes = Vec::new();
    open(input)
        .and_then(|mut reader| reader.read_to_end(&mut bytes))
        .map_err(|error| input_failure(input, &error))?;
    let (text, warning) = decode::decode(bytes, format == Format::Html);
    let (id, path) = names(input);
    let warnings = warning
        .map(|warning| format!("{}: {warning}", path.as_deref().unwrap_or(STDIN)))
        .into_iter()
        .collect();
    let page = match format {
        Format::Html => html::extract(&text, options.keep_boilerplate),
        Format::Text | Format::Jsonl => html::Page { text, ..html::Page::default() },
    };
    let published = page.date.map(|value| (value, DateSource::Metadata));
    let named = || file_date::of_name(&id).map(|value| (value, DateSource::Filename));
    let date = published.or_else(named);
    let doc = Document {
        date: date.map(|(value, source)| DocumentDate { value, source }),
        title: page.title,
        text: page.text,
        id,
        path,
    };
    Ok(ReadDocument { doc, warnings })
}

/// The lines of a JSON Lines input.
struct Lines {
    reader: Box<dyn BufRead + Send>,
    input: Input,
    name: Arc<str>,
    path: Option<Arc<str>>,
    number: usize,
}

impl Lines {
    fn open(input: &Input) -> Result<Self, Failure> {
        let reader = open(input).map_err(|error| input_failure(input, &error))?;
        let (name, path) = names(input);
        Ok(Self {
            reader,
            input: input.clone(),
            name: name.into(),
            path: path.map(Into::into),
            number: 0,
        })
    }

    /// The next line that is not blank.
    fn next(&mut self) -> Option<Result<jsonl::Line, Failure>> {
        loop {
            let mut bytes = Vec::new();
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) => self.number += 1,
                Err(error) => return Some(Err(input_failure(&self.input, &error))),
            }
            if self.number == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
                bytes.drain(..3);
            }
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                return Some(Ok(jsonl::Line {
                    name: Arc::clone(&self.name),
                    path: self.path.clone(),
                    number: self.number,
                    bytes,
                }));
            }
        }
    }
}

/// Opens an input; what gzip wrote is unpacked, whatever its name.
fn open(input: &Input) -> io::Result<Box<dyn BufRead + Send>> {
    let (mut reader, is_gz): (Box<dyn BufRead + Send>, bool) = match input {
        Input::Stdin => (Box::new(BufReader::new(io::stdin())), false),
        Input::File(path) => {
            let is_gz = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("gz"));
            (Box::new(BufReader::new(File::open(path)?)), is_gz)
        }
    };
    if is_gz || reader.fill_buf()?.starts_with(&GZIP_MAGIC) {
        return Ok(Box::new(BufReader::new(MultiGzDecoder::new(reader))));
    }
    Ok(reader)
}

/// The id and the path of the document that an input holds.
fn names(input: &Input) -> (String, Option<String>) {
    match input {
        Input::Stdin => ("stdin".into(), None),
        Input::File(path) => (files::name_of(path), Some(path.display().to_string())),
    }
}

fn input_failure(input: &Input, error: &io::Error) -> Failure {
    let message = match error.kind() {
        io::ErrorKind::NotFound => "no such file or directory".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        io::ErrorKind::UnexpectedEof => "the compressed data is cut short".into(),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            format!("not gzip data, or damaged: {error}")
        }
        _ => error.to_string(),
    };
    let error = Error::new(message);
    match input {
        Input::Stdin => Failure { id: "stdin".into(), path: None, error, line: None },
        Input::File(path) => failure(Path::new(path), error),
    }
}
