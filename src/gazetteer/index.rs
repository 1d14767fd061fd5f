//! [`Index`]: a compiled dictionary, read in place.

use super::class::{Class, PlaceKind};
use super::layout::{
    ACRONYM, CAPITALS, FILE_SIZE, Header, LAST_POSTING, LONGER_NAMES, MARK_STEP, POSTING_SIZE,
    SLOT_SIZE, u32_at,
};
use crate::tokenize::Case;

/// A compiled dictionary over bytes that it does not own or copy.
#[derive(Clone, Copy)]
pub struct Index<'a> {
    files: &'a [u8],
    file_texts: &'a [u8],
    rows: &'a [u8],
    marks: &'a [u8],
    slots: &'a [u8],
    postings: &'a [u8],
}

/// What the index knows of a word sequence.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Whether longer names begin with it.
    pub longer: bool,
    first: u32,
}

/// One reading of a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Where its row stands; for `Index::row`.
    pub row: u32,
    /// What kind of row.
    pub class: Class,
    /// What goes with the class.
    pub code: u8,
    case: u16,
}

/// What a surface asks of the capitals of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capitals {
    /// Nothing.
    Any,
    /// Some of its words begin with a capital.
    Initial,
    /// It stands in capitals, as acronyms do.
    All,
}

/// A dictionary row.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// The name of its file.
    pub file: &'a str,
    columns: &'a str,
    text: &'a str,
    /// The number of lines above the file's first row.
    header: usize,
    /// Where the file's first row and this one stand.
    first_row: usize,
    start: usize,
    index: Index<'a>,
}

impl<'a> Index<'a> {
    /// Reads an index that `compile` made.
    pub fn new(bytes: &'a [u8]) -> Self {
        let [files, file_texts, rows, marks, slots, postings] = Header::unpack(bytes);
        Self { files, file_texts, rows, marks, slots, postings }
    }

    /// Looks a word sequence up by its hash.
    pub fn node(&self, hash: u64) -> Option<Node> {
        let mask = self.slots.len() / SLOT_SIZE - 1;
        let fingerprint = (hash >> 32) as u32;
        let mut slot = (hash >> 1) as usize & mask;
        loop {
            let payload = u32_at(self.slots, slot * SLOT_SIZE + 4);
            if payload == 0 {
                return None;
            }
            if u32_at(self.slots, slot * SLOT_SIZE) == fingerprint {
                return Some(Node {
                    longer: payload & LONGER_NAMES != 0,
                    first: payload & !LONGER_NAMES,
                });
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The readings of a word sequence, whatever its case.
    pub fn postings(&self, node: Node) -> impl Iterator<Item = Posting> + use<'a> {
        let postings = self.postings;
        let mut next = node.first.checked_sub(1).map(|first| first as usize * POSTING_SIZE);
        std::iter::from_fn(move || {
            let at = next?;
            let [class, code, low, high] =
                postings[at + 4..at + POSTING_SIZE].try_into().expect("four bytes");
            let case = u16::from_le_bytes([low, high]);
            next = (case & LAST_POSTING == 0).then_some(at + POSTING_SIZE);
            let class = Class::from_code(class).expect("a class that compile wrote");
            Some(Posting { row: u32_at(postings, at), class, code, case })
        })
    }

    /// The files: the name, the columns and the rows of each.
    pub fn files(&self) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> + use<'a> {
        let index = *self;
        let mut text_start = 0;
        (0..self.file_count()).map(move |file| {
            let (name, columns) = index.file_text(text_start, index.file_number(file, 2));
            text_start += index.file_number(file, 2);
            let next = file + 1;
            let end = if next == index.file_count() {
                index.rows.len()
            } else {
                index.file_number(next, 0)
            };
            (name, columns, text(&index.rows[index.file_number(file, 0)..end]))
        })
    }

    /// The row of a posting.
    pub fn row(&self, posting: &Posting) -> Row<'a> {
        let start = posting.row as usize;
        let (mut file, mut text_start) = (0, 0);
        while file + 1 < self.file_count() && self.file_number(file + 1, 0) <= start {
            text_start += self.file_number(file, 2);
            file += 1;
        }
        let (name, columns) = self.file_text(text_start, self.file_number(file, 2));
        let rest = &self.rows[start..];
        let end = rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
        Row {
            file: name,
            columns,
            text: text(&rest[..end]),
            index: *self,
            header: self.file_number(file, 1),
            first_row: self.file_number(file, 0),
            start,
        }
    }

    fn file_count(&self) -> usize {
        self.files.len() / FILE_SIZE
    }

    /// A number of a file's entry: 0 the offset of its first row, 1 the lines of its header, 2 the
    /// size of its text.
    fn file_number(&self, file: usize, field: usize) -> usize {
        u32_at(self.files, file * FILE_SIZE + field * size_of::<u32>()) as usize
    }

    /// The name and the columns of the file whose text stands here.
    fn file_text(&self, start: usize, len: usize) -> (&'a str, &'a str) {
        let text = text(&self.file_texts[start..start + len]);
        text.split_once('\t').expect("a name and columns")
    }

    /// The fields of a posting's row, for those who know its columns.
    pub fn fields(&self, posting: &Posting) -> Fields<'a> {
        Fields(Some(&self.rows[posting.row as usize..]))
    }

    /// How many lines end before this byte of the rows.
    fn lines_before(&self, at: usize) -> usize {
        let mark = at / MARK_STEP;
        let since = &self.rows[mark * MARK_STEP..at];
        let more = since.iter().filter(|&&b| b == b'\n').count();
        u32_at(self.marks, mark * size_of::<u32>()) as usize + more
    }
}

/// The fields of a row, from its bytes and those behind it: found byte by byte, for most are a few
/// letters long.
pub struct Fields<'a>(Option<&'a [u8]>);

impl<'a> Fields<'a> {
    fn next_bytes(&mut self) -> Option<&'a [u8]> {
        let rest = self.0?;
        let end = rest.iter().position(|byte| matches!(byte, b'\t' | b'\n'));
        let end = end.unwrap_or(rest.len());
        self.0 = (rest.get(end) == Some(&b'\t')).then(|| &rest[end + 1..]);
        Some(&rest[..end])
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.next_bytes().map(text)
    }

    // What is passed over need not be read as text.
    fn nth(&mut self, n: usize) -> Option<&'a str> {
        for _ in 0..n {
            self.next_bytes()?;
        }
        self.next()
    }
}

/// Bytes that `compile` took from a text.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the index holds text")
}

impl Capitals {
    /// The name as it is written in output.
    pub fn name(self) -> &'static str {
        match self {
            Capitals::Any => "any",
            Capitals::Initial => "initial",
            Capitals::All => "all",
        }
    }
}

impl Posting {
    /// What the surface asks of the capitals of a text.
    pub fn capitals(&self) -> Capitals {
        if self.case & ACRONYM != 0 {
            Capitals::All
        } else if self.case & CAPITALS != 0 {
            Capitals::Initial
        } else {
            Capitals::Any
        }
    }

    /// Whether it is a country, a region or a city of over 100,000, and no acronym.
    pub fn is_large_place(&self) -> bool {
        let kind = PlaceKind::from_code(self.code).filter(|_| self.class == Class::Place);
        kind.is_some_and(PlaceKind::is_large) && self.case & ACRONYM == 0
    }

    /// Whether words with these cases, one for each word of the surface, are capitalized as it asks.
    pub fn allows(&self, mut cases: impl Iterator<Item = Case>) -> bool {
        if self.case & ACRONYM != 0 {
            return cases.all(|case| case == Case::Upper);
        }
        let capitals = self.case & CAPITALS;
        cases.enumerate().all(|(i, case)| capitals & 1 << i == 0 || case != Case::Lower)
    }
}

impl<'a> Row<'a> {
    /// The number of its line in the file, from 1.
    pub fn line(&self) -> usize {
        let lines = |at| self.index.lines_before(at);
        self.header + lines(self.start) - lines(self.first_row) + 1
    }

    /// The field in this column; empty if the file has no such column.
    pub fn get(&self, column: &str) -> &'a str {
        let position = self.columns.split('\t').position(|name| name == column);
        position.and_then(|position| self.text.split('\t').nth(position)).unwrap_or_default()
    }

    /// The text of the field in this column, if there is any.
    pub fn field(&self, column: &str) -> Option<String> {
        Some(self.get(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The canonical surface: the column `name` of a user's list, else the first column.
    pub fn name(&self) -> &'a str {
        match self.get("name") {
            "" => self.text.split('\t').next().unwrap_or_default(),
            name => name,
        }
    }
}
