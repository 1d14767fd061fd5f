//! Checks dictionary files and compiles them into the bytes that [`Index`](super::index::Index)
//! reads in place. Shared with `build.rs`; at run time it compiles the user's own dictionaries.
//!
//! The index is a hash table of word sequences. Every prefix of every surface has a slot, so that
//! the longest name at a word is found by one probe a word, however many names there are.

use std::collections::BTreeMap;

use unicode_normalization::is_nfc;

use super::class::{
    Class, Context, EventKind, Gender, Order, PlaceKind, Position, SURNAME_FIRST,
    SURNAME_FIRST_CULTURES, TitleKind, WORD_EVEN,
};
use super::files::{Code, File, LABELS};
use super::fold::{hash_next, hash_word};
use super::layout::{
    ACRONYM, CAPITALS, Header, LAST_POSTING, LONGER_NAMES, MARK_STEP, MAX_WORDS, POSTING_SIZE,
    SLOT_SIZE,
};
use super::time::{Bound, DayPart, Nearby, Pick, Season, Stage, Tense, Unit};
use crate::tokenize::token::{Case, Token, TokenKind};
use crate::tokenize::words;

/// A dictionary file with its text.
pub struct Source {
    /// What it is.
    pub file: File,
    /// What is printed for it in errors and explanations.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The columns, if the text has no line that names them. It is then free in order, and its
    /// empty lines are counted and hold no row.
    pub columns: Option<&'static str>,
}

/// What is wrong with a dictionary, as `FILE:LINE: message`.
#[derive(Debug)]
pub struct Problem(pub String);

/// Compiles `sources`; all problems are collected before it fails.
pub fn compile(sources: &[Source]) -> Result<Vec<u8>, Vec<Problem>> {
    let mut compiler = Compiler::default();
    for source in sources {
        compiler.add_file(source);
    }
    if compiler.problems.is_empty() { Ok(compiler.finish()) } else { Err(compiler.problems) }
}

/// One reading of a surface, before it is packed.
struct Posting {
    row: u32,
    class: Class,
    code: u8,
    case: u16,
}

/// What is known of a word sequence: whether longer names begin with it, and its readings.
#[derive(Default)]
struct Node {
    longer: bool,
    postings: Vec<Posting>,
}

/// What the index says of a file.
struct FileEntry {
    first_row: usize,
    header_lines: usize,
    /// The name, a tab, the columns.
    text: String,
}

impl FileEntry {
    fn new(first_row: usize, header_lines: usize, name: &str, columns: &str) -> Self {
        Self { first_row, header_lines, text: format!("{name}\t{columns}") }
    }

    /// Its numbers, as the table of files holds them.
    fn pack(&self) -> impl Iterator<Item = u8> {
        let numbers = [self.first_row, self.header_lines, self.text.len()];
        numbers.into_iter().flat_map(|number| (number as u32).to_le_bytes())
    }
}

#[derive(Default)]
struct Compiler {
    rows: Vec<u8>,
    files: Vec<FileEntry>,
    nodes: BTreeMap<u64, Node>,
    problems: Vec<Problem>,
}

impl Compiler {
    fn add_file(&mut self, source: &Source) {
        match source.columns {
            Some(columns) => self.add_list(source, columns),
            None => self.add_dictionary(source),
        }
    }

    /// Adds a text that [`user`](super::user) made of a user's list.
    fn add_list(&mut self, source: &Source, columns: &str) {
        let names: Vec<&str> = columns.split('\t').collect();
        let first_row = self.rows.len();
        for (number, line) in (1..).zip(source.text.lines()) {
            if line.is_empty() {
                self.rows.push(b'\n');
            } else if let Err(message) = self.add_row(source, &names, number - 1, line) {
                self.problems.push(Problem(format!("{}:{number}: {message}", source.name)));
            }
        }
        self.files.push(FileEntry::new(first_row, 0, &source.name, columns));
    }

    fn add_dictionary(&mut self, source: &Source) {
        let mut columns: Vec<&str> = Vec::new();
        let mut previous = "";
        let first_row = self.rows.len();
        let mut lines = 0;
        for (number, line) in (1..).zip(source.text.lines()) {
            if let Some(header) = line.strip_prefix('#') {
                columns = header.trim_start_matches(' ').split('\t').collect();
                lines = number;
                continue;
            }
            let checked = check_line(line, previous, columns.len())
                .and_then(|()| self.add_row(source, &columns, number - lines - 1, line));
            if let Err(message) = checked {
                self.problems.push(Problem(format!("{}:{number}: {message}", source.name)));
            }
            previous = line;
        }
        self.files.push(FileEntry::new(first_row, lines, &source.name, &columns.join("\t")));
    }

    fn add_row(
        &mut self,
        source: &Source,
        columns: &[&str],
        number: usize,
        line: &str,
    ) -> Result<(), String> {
        let fields: Vec<&str> = line.split('\t').collect();
        let field = |name: &str| columns.iter().position(|&c| c == name).map(|i| fields[i]);
        let code = read_code(source.file, number, &field)?;
        let row = u32::try_from(self.rows.len()).map_err(|_| "the dictionaries pass 4 GB")?;
        self.rows.extend_from_slice(line.as_bytes());
        self.rows.push(b'\n');
        let aliases = field("aliases").unwrap_or_default().split('|').filter(|a| !a.is_empty());
        for surface in std::iter::once(fields[0]).chain(aliases) {
            self.add_surface(surface, row, source.file.class, code)?;
        }
        Ok(())
    }

    fn add_surface(
        &mut self,
        surface: &str,
        row: u32,
        class: Class,
        code: u8,
    ) -> Result<(), String> {
        let words = surface_words(surface);
        if words.is_empty() {
            return Err(format!("'{surface}' has no word in it"));
        }
        if words.len() > MAX_WORDS {
            return Err(format!("'{surface}' has more than {MAX_WORDS} words"));
        }
        self.add_words(&words, row, class, code);
        let determined = surface.starts_with("The ") || surface.starts_with("the ");
        if determined && words.len() > 2 {
            self.add_words(&words[1..], row, class, code);
        }
        Ok(())
    }

    fn add_words(&mut self, words: &[(u64, Case)], row: u32, class: Class, code: u8) {
        let mut hash = 0;
        for (i, &(word, _)) in words.iter().enumerate() {
            hash = hash_next(hash, word);
            let node = self.nodes.entry(hash).or_default();
            if i + 1 < words.len() {
                node.longer = true;
            } else if node.postings.last().is_none_or(|p| (p.row, p.class) != (row, class)) {
                node.postings.push(Posting { row, class, code, case: case_policy(words) });
            }
        }
    }

    /// Packs header, file list, rows, slots and postings.
    fn finish(self) -> Vec<u8> {
        let slots = (self.nodes.len() * 5 / 4 + 1).next_power_of_two();
        let mut table = vec![0u8; slots * SLOT_SIZE];
        let mut postings = Vec::new();
        for (hash, node) in &self.nodes {
            let first =
                if node.postings.is_empty() { 0 } else { postings.len() / POSTING_SIZE + 1 };
            let payload = first as u32 | if node.longer { LONGER_NAMES } else { 0 };
            for (i, posting) in node.postings.iter().enumerate() {
                let last = if i + 1 == node.postings.len() { LAST_POSTING } else { 0 };
                postings.extend_from_slice(&posting.row.to_le_bytes());
                postings.extend_from_slice(&[posting.class as u8, posting.code]);
                postings.extend_from_slice(&(posting.case | last).to_le_bytes());
            }
            let mut slot = (hash >> 1) as usize & (slots - 1);
            while table[slot * SLOT_SIZE + 4..][..4] != [0; 4] {
                slot = (slot + 1) & (slots - 1);
            }
            let fingerprint = (hash >> 32) as u32;
            table[slot * SLOT_SIZE..][..4].copy_from_slice(&fingerprint.to_le_bytes());
            table[slot * SLOT_SIZE + 4..][..4].copy_from_slice(&payload.to_le_bytes());
        }
        let mut files: Vec<u8> = self.files.iter().flat_map(FileEntry::pack).collect();
        self.files.iter().for_each(|file| files.extend_from_slice(file.text.as_bytes()));
        let header = Header {
            file_count: self.files.len(),
            files: files.len(),
            rows: self.rows.len(),
            slots,
            postings: postings.len(),
        };
        header.pack(&[&files, &self.rows, &marks(&self.rows), &table, &postings])
    }
}

/// For each step of the rows, how many lines end before it.
fn marks(rows: &[u8]) -> Vec<u8> {
    let mut lines = 0u32;
    let mut marks = Vec::new();
    for step in 0..=rows.len() / MARK_STEP {
        marks.extend_from_slice(&lines.to_le_bytes());
        let bytes = &rows[step * MARK_STEP..rows.len().min((step + 1) * MARK_STEP)];
        lines += bytes.iter().filter(|&&b| b == b'\n').count() as u32;
    }
    marks
}

/// Checks order, form and the number of columns of a row.
fn check_line(line: &str, previous: &str, columns: usize) -> Result<(), String> {
    let first = |line: &str| line.split('\t').next().unwrap_or_default().to_owned();
    let found = line.split('\t').count();
    if columns == 0 {
        return Err("a row stands before the '#' line that names the columns".into());
    }
    if found != columns {
        return Err(format!("'{}' has {found} columns; the header names {columns}", first(line)));
    }
    if first(line).is_empty() {
        return Err("the first column is empty".into());
    }
    if line.split('\t').any(|field| field.trim() != field) {
        return Err(format!("'{}' has a space at the edge of a column", first(line)));
    }
    if !is_nfc(line) {
        return Err(format!("'{}' is not in Unicode's form NFC", first(line)));
    }
    if line == previous {
        return Err(format!("'{}' stands twice", first(line)));
    }
    if line < previous {
        return Err(format!("'{}' must sort before '{}'", first(line), first(previous)));
    }
    Ok(())
}

/// The words of a surface as the tokenizer cuts it, hashed; hyphens and dots fall away.
pub fn surface_words(surface: &str) -> Vec<(u64, Case)> {
    let mut tokens: Vec<Token> = Vec::new();
    words::cut(surface, 0, |_| false, &mut tokens);
    let text = |token: &Token| &surface[token.span.range()];
    tokens
        .iter()
        .filter(|token| {
            token.kind != TokenKind::Mark || !matches!(text(token), "-" | "‐" | "‑" | ".")
        })
        .map(|token| (hash_word(text(token)), token.case))
        .collect()
}

/// The hash that a text's tokens with this surface have, as `Hits::hash_of` tells it.
pub fn surface_hash(surface: &str) -> u64 {
    surface_words(surface).iter().fold(0, |hash, &(word, _)| hash_next(hash, word))
}

/// Which words of the text need capitals for the surface to match.
fn case_policy(words: &[(u64, Case)]) -> u16 {
    if let [(_, Case::Upper)] = words {
        return ACRONYM | 1;
    }
    let needs = |&(_, case): &(u64, Case)| matches!(case, Case::Title | Case::Upper | Case::Mixed);
    let bits = words.iter().enumerate().filter(|(_, word)| needs(word));
    bits.fold(0, |bits, (i, _)| bits | 1 << i) & CAPITALS
}

/// Reads the code of a file's row number `row` with `field`, which gives a column by its name.
fn read_code<'a>(
    file: File,
    row: usize,
    field: &impl Fn(&str) -> Option<&'a str>,
) -> Result<u8, String> {
    let get = |name: &str| field(name).ok_or_else(|| format!("the file has no column '{name}'"));
    match file.code {
        Code::None => Ok(0),
        Code::Fixed(code) => Ok(code),
        Code::Row => u8::try_from(row).map_err(|_| "the file has more than 256 rows".into()),
        Code::Number(name) => get(name)?
            .parse()
            .map_err(|_| format!("'{}' is not a number from 0 to 255", get(name).unwrap_or(""))),
        Code::Weight(name) => match get(name)?.parse() {
            Ok(weight @ 1..=9) => {
                let culture = field("culture").unwrap_or_default();
                let first = SURNAME_FIRST_CULTURES.contains(&culture);
                Ok(if first { weight | SURNAME_FIRST } else { weight })
            }
            _ => Err(format!("'{}' is not a weight from 1 to 9", get(name)?)),
        },
        Code::Name(name) => {
            let text = get(name)?;
            let code = match file.class {
                Class::Person => Order::from_name(text).map(|code| code as u8),
                Class::Title => TitleKind::from_name(text).map(|code| code as u8),
                Class::Honorific | Class::Relation => {
                    Gender::from_name(text).map(|code| code as u8)
                }
                Class::EventHead => EventKind::from_name(text).map(|code| code as u8),
                Class::Context => Context::from_name(text).map(|code| code as u8),
                Class::Season => Season::from_name(text).map(|code| code as u8),
                Class::DayPart => DayPart::from_name(text).map(|code| code as u8),
                Class::Unit => Unit::from_name(text).map(|code| code as u8),
                Class::Pick => Pick::from_name(text).map(|code| code as u8),
                Class::Stage => Stage::from_name(text).map(|code| code as u8),
                Class::Nearby => Nearby::from_name(text).map(|code| code as u8),
                Class::Tense => Tense::from_name(text).map(|code| code as u8),
                Class::Bound => Bound::from_name(text).map(|code| code as u8),
                _ => Position::from_name(text).map(|code| code as u8),
            };
            code.ok_or_else(|| format!("'{text}' is not a {name} of a {}", file.class.name()))
        }
        Code::Label(name) => {
            let text = get(name)?;
            let index = LABELS.iter().position(|&label| label == text);
            index
                .map(|index| index as u8)
                .ok_or_else(|| format!("'{text}' is not a type of name: {}", LABELS.join(", ")))
        }
        Code::Place => {
            let (kind, population) = (get("kind")?, get("population")?);
            let people = if population.is_empty() { Ok(0) } else { population.parse() };
            let people = people.map_err(|_| format!("'{population}' is not a population"))?;
            PlaceKind::of_row(kind, people)
                .map(|kind| kind as u8)
                .ok_or_else(|| format!("'{kind}' is not a kind of place"))
        }
        Code::Case => {
            let log =
                |name| get(name)?.parse::<i32>().map_err(|_| format!("'{name}' is no number"));
            let even = i32::from(WORD_EVEN);
            Ok((even + log("lower")? - log("capitalized")?).clamp(0, 255) as u8)
        }
    }
}
