//! Byte offsets to what other languages count by, in one pass over the text.

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offsets {
    /// Bytes of UTF-8, as Rust and Go slice.
    Byte,
    /// Unicode code points, as Python slices.
    #[default]
    Codepoint,
    /// UTF-16 code units, as JavaScript, Java and C# slice.
    Utf16,
}

impl Offsets {
    /// The name as it is written in output and in options.
    pub fn name(self) -> &'static str {
        match self {
            Offsets::Byte => "byte",
            Offsets::Codepoint => "codepoint",
            Offsets::Utf16 => "utf16",
        }
    }

    /// The length of `text`.
    pub fn count(self, text: &str) -> usize {
        let bytes = text.as_bytes();
        let code_points = || bytes.iter().filter(|&&b| b & 0xc0 != 0x80).count();
        match self {
            Offsets::Byte => bytes.len(),
            Offsets::Codepoint => code_points(),
            Offsets::Utf16 => code_points() + bytes.iter().filter(|&&b| b >= 0xf0).count(),
        }
    }
}

/// Converts the offsets of one text, each from where the last one stood.
pub struct Converter<'a> {
    text: &'a str,
    offsets: Offsets,
    byte: usize,
    converted: usize,
}

impl<'a> Converter<'a> {
    /// A converter at the start of `text`.
    pub fn new(text: &'a str, offsets: Offsets) -> Self {
        Self { text, offsets, byte: 0, converted: 0 }
    }

    /// The offset of a byte that starts a character. Cheap if bytes are asked for in order.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.converted) = (0, 0);
        }
        self.converted += self.offsets.count(&self.text[self.byte..byte]);
        self.byte = byte;
        self.converted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_each_language_does() {
        let text = "😀 Zoë in Rome";
        let rome = text.find("Rome").expect("it is there");
        for (offsets, start) in [(Offsets::Byte, 13), (Offsets::Codepoint, 9), (Offsets::Utf16, 10)]
        {
            let mut convert = Converter::new(text, offsets);
            assert_eq!(convert.at(0), 0);
            assert_eq!(convert.at(rome), start, "{offsets:?}");
            assert_eq!(convert.at(text.len()), start + 4, "{offsets:?}");
            assert_eq!(convert.at(rome), start, "going back");
        }
    }
}
