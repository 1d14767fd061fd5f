//! [`Index`]: a compiled dictionary, read in place.

use super::class::Class;
use super::layout::{
    ACRONYM, CAPITALS, Header, LAST_POSTING, LONGER_NAMES, MARK_STEP, POSTING_SIZE, SLOT_SIZE,
    u32_at,
};
use crate::tokenize::Case;

/// A compiled dictionary over bytes that it does not own or copy.
#[derive(Clone, Copy)]
pub struct Index<'a> {
    files: &'a str,
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
        let [files, rows, marks, slots, postings] = Header::unpack(bytes);
        let files = std::str::from_utf8(files).expect("the file list is text");
        Self { files, rows, marks, slots, postings }
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
        let (rows, mut lines) = (self.rows, self.files.lines().peekable());
        std::iter::from_fn(move || {
            let line = lines.next()?;
            let end = lines.peek().map_or(rows.len(), |next| file_start(next));
            let text = std::str::from_utf8(&rows[file_start(line)..end]).expect("rows are text");
            let mut fields = line.splitn(4, '\t').skip(2);
            let mut next = || fields.next().expect("a file line has four fields");
            Some((next(), next(), text))
        })
    }

    /// The row of a posting.
    pub fn row(&self, posting: &Posting) -> Row<'a> {
        let start = posting.row as usize;
        let file = self.files.lines().take_while(|line| file_start(line) <= start).last();
        let mut fields = file.expect("the first file starts at 0").splitn(4, '\t');
        let mut next = || fields.next().expect("a file line has four fields");
        let first_row: usize = next().parse().expect("an offset");
        let header: usize = next().parse().expect("a number of lines");
        let (file, columns) = (next(), next());
        let rest = &self.rows[start..];
        let end = rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
        let text = std::str::from_utf8(&rest[..end]).expect("rows are text");
        Row { file, columns, text, index: *self, header, first_row, start }
    }

    /// The fields of a posting's row, for those who know its columns.
    pub fn fields(&self, posting: &Posting) -> impl Iterator<Item = &'a str> + use<'a> {
        let rest = &self.rows[posting.row as usize..];
        let end = rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
        std::str::from_utf8(&rest[..end]).expect("rows are text").split('\t')
    }

    /// How many lines end before this byte of the rows.
    fn lines_before(&self, at: usize) -> usize {
        let mark = at / MARK_STEP;
        let since = &self.rows[mark * MARK_STEP..at];
        let more = since.iter().filter(|&&b| b == b'\n').count();
        u32_at(self.marks, mark * size_of::<u32>()) as usize + more
    }
}

/// The offset of a file's first row, from its line in the file list.
fn file_start(line: &str) -> usize {
    line.split('\t').next().and_then(|field| field.parse().ok()).expect("an offset")
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
        let fields = self.columns.split('\t').zip(self.text.split('\t'));
        fields.into_iter().find(|(name, _)| *name == column).map_or("", |(_, field)| field)
    }

    /// The canonical surface: the column `name` of a user's list, else the first column.
    pub fn name(&self) -> &'a str {
        match self.get("name") {
            "" => self.text.split('\t').next().unwrap_or_default(),
            name => name,
        }
    }
}
