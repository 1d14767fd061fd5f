//! The word boundaries of Unicode's UAX 29, with a short way through ASCII, of which most news is.
//!
//! The crate `unicode-segmentation` has such a way for texts that hold nothing else; one curly quote
//! bars it. Here each piece takes it by itself. Shared with `build.rs`.

use unicode_segmentation::UnicodeSegmentation;

/// The pieces of a text between its word boundaries, each with the byte at which it starts. White
/// space is cut character by character.
pub struct Pieces<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Pieces<'a> {
    /// The pieces of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = &self.text[start..];
        let len = match ascii_len(rest.as_bytes()) {
            Some(len) => len,
            None => rest.split_word_bounds().next()?.len(),
        };
        self.at += len;
        Some((start, &rest[..len]))
    }
}

/// The length of the first piece, if ASCII alone tells it: what stands behind it may belong to it
/// otherwise, as an accent does.
fn ascii_len(bytes: &[u8]) -> Option<usize> {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    if !is_word(*bytes.first()?) {
        return (bytes[0].is_ascii() && byte(1).is_ascii()).then_some(1);
    }
    let mut len = 0;
    loop {
        len += bytes[len..].iter().take_while(|byte| is_word(**byte)).count();
        let (before, mark, behind) = (bytes[len - 1], byte(len), byte(len + 1));
        let joins = match mark {
            // `U.S`, `don't`
            b'.' | b'\'' | b':' if before.is_ascii_alphabetic() => behind.is_ascii_alphabetic(),
            // `1,000.5`
            b'.' | b'\'' | b',' | b';' if before.is_ascii_digit() => behind.is_ascii_digit(),
            _ => false,
        };
        let is_open = matches!(mark, b'.' | b'\'' | b':' | b',' | b';') && !behind.is_ascii();
        if !mark.is_ascii() || is_open {
            return None;
        }
        if !joins {
            return Some(len);
        }
        len += 1;
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visible<'a>(pieces: impl Iterator<Item = (usize, &'a str)>) -> Vec<(usize, &'a str)> {
        pieces.filter(|(_, piece)| !piece.starts_with(char::is_whitespace)).collect()
    }

    #[test]
    fn the_short_way_cuts_as_the_long_one() {
        let marks = ["a", "B", "7", ".", "'", ":", ",", ";", "_", "-", " ", "\n", "\"", "é", "’"];
        let marks = marks.into_iter().chain(["e\u{301}", "\u{ad}", "א", "。", "😀", "\u{200d}"]);
        let marks: Vec<&str> = marks.collect();
        // Every text of four marks, each before and behind a word.
        for number in 0..marks.len().pow(4) {
            let mark = |place: u32| marks[number / marks.len().pow(place) % marks.len()];
            let text = format!("x{}{}{}{}y", mark(0), mark(1), mark(2), mark(3));
            let long = text.split_word_bound_indices();
            assert_eq!(visible(Pieces::new(&text)), visible(long), "{text:?}");
        }
    }
}
