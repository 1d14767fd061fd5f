//! The byte layout of a compiled index: what `compile` writes and `index` reads.
//! Shared with `build.rs`.
//!
//! ```text
//! header     six little-endian u32: magic, number of files, then the sizes of files, rows, slots, postings
//! files      for each file u32: offset of its first row, lines of its header, size of its text; then
//!            the texts: name, tab, columns
//! rows       the dictionary lines, as they stand in the files
//! marks      u32 for each MARK_STEP bytes of rows: the lines that end before them
//! slots      a power of two of them: u32 fingerprint, u32 payload (0: the slot is free)
//! postings   u32 row offset, u8 class, u8 code, u16 case policy
//! ```

/// The size of a file's entry in the table of files, in bytes.
pub const FILE_SIZE: usize = 12;
/// The size of a slot in bytes.
pub const SLOT_SIZE: usize = 8;
/// The size of a posting in bytes.
pub const POSTING_SIZE: usize = 8;
/// How many bytes of rows lie between two marks, which make the number of a row's line quick to tell.
pub const MARK_STEP: usize = 4096;
/// The longest surface, in words.
pub const MAX_WORDS: usize = 14;

/// In a slot's payload: longer names begin with this word sequence.
/// The other bits are the index of its first posting plus one, or 0.
pub const LONGER_NAMES: u32 = 1 << 31;

/// In a posting's case policy: the words that need a capital, a bit each.
pub const CAPITALS: u16 = (1 << MAX_WORDS) - 1;
/// In a posting's case policy: one word, all in capitals.
pub const ACRONYM: u16 = 1 << 14;
/// In a posting's case policy: no further posting belongs to this word sequence.
pub const LAST_POSTING: u16 = 1 << 15;

const MAGIC: u32 = u32::from_le_bytes(*b"dlx2");
const HEADER_SIZE: usize = 6 * 4;

/// The sizes of an index's parts: bytes, but `file_count` and `slots` are counts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Header {
    /// Number of files.
    pub file_count: usize,
    /// Bytes of the file list.
    pub files: usize,
    /// Bytes of the rows.
    pub rows: usize,
    /// Number of slots.
    pub slots: usize,
    /// Bytes of the postings.
    pub postings: usize,
}

impl Header {
    /// The header with the parts behind it.
    pub fn pack(self, parts: &[&[u8]]) -> Vec<u8> {
        let mut bytes =
            Vec::with_capacity(HEADER_SIZE + parts.iter().map(|p| p.len()).sum::<usize>());
        let sizes = [self.file_count, self.files, self.rows, self.slots, self.postings];
        bytes.extend_from_slice(&MAGIC.to_le_bytes());
        sizes.into_iter().for_each(|size| bytes.extend_from_slice(&(size as u32).to_le_bytes()));
        parts.iter().for_each(|part| bytes.extend_from_slice(part));
        bytes
    }

    /// Reads the header and splits the parts off: the table of files, their texts, rows, marks, slots,
    /// postings.
    ///
    /// # Panics
    /// If the bytes are not a whole index, which only a broken build can make.
    pub fn unpack(bytes: &[u8]) -> [&[u8]; 6] {
        let number = |i: usize| u32_at(bytes, i * 4) as usize;
        assert_eq!(u32_at(bytes, 0), MAGIC, "the bytes are not a compiled index");
        let (files, rest) = bytes[HEADER_SIZE..].split_at(number(2));
        let (table, texts) = files.split_at(number(1) * FILE_SIZE);
        let (rows, rest) = rest.split_at(number(3));
        let (marks, rest) = rest.split_at(marks_len(rows.len()));
        let (slots, postings) = rest.split_at(number(4) * SLOT_SIZE);
        assert_eq!(postings.len(), number(5), "the index is cut short");
        [table, texts, rows, marks, slots, postings]
    }
}

/// The bytes that the marks of so many bytes of rows take.
fn marks_len(rows: usize) -> usize {
    (rows / MARK_STEP + 1) * size_of::<u32>()
}

/// The little-endian number at a byte offset.
pub fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let four = bytes[at..at + 4].try_into().expect("a slice of four bytes");
    u32::from_le_bytes(four)
}
