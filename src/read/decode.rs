//! Bytes to text: by byte order mark, then the charset that the page declares, then UTF-8, then
//! Windows-1252. What can't be decoded becomes U+FFFD and a warning, never an error.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a page its charset may be declared, in bytes.
const DECLARED_WITHIN: usize = 2048;

/// The text of `bytes`, without its byte order mark, and what was guessed on the way.
pub fn decode(bytes: Vec<u8>, is_page: bool) -> (String, Option<String>) {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let (text, bad) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text.into_owned(), bad.then(|| malformed(encoding)));
    }
    let declared = is_page.then(|| declared(&bytes)).flatten();
    match declared {
        Some(encoding) if encoding != UTF_8 => {
            let (text, bad) = encoding.decode_without_bom_handling(&bytes);
            (text.into_owned(), bad.then(|| malformed(encoding)))
        }
        _ => match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let (text, _) = WINDOWS_1252.decode_without_bom_handling(error.as_bytes());
                let at = error.utf8_error().valid_up_to();
                let warning =
                    format!("not UTF-8 (at byte {at}) and no charset given; read as windows-1252");
                (text.into_owned(), Some(warning))
            }
        },
    }
}

/// The text of a JSON Lines record, which is UTF-8 by definition; what is not becomes U+FFFD.
pub fn decode_line(bytes: &[u8]) -> (Cow<'_, str>, Option<String>) {
    let text = String::from_utf8_lossy(bytes);
    let bad = matches!(text, Cow::Owned(_));
    (text, bad.then(|| malformed(UTF_8)))
}

/// The charset of `<meta charset="…">`, `<meta … content="text/html; charset=…">` or
/// `<?xml … encoding="…">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let head: String = head.iter().map(|b| char::from(b.to_ascii_lowercase())).collect();
    let mut tags = head.split('<').filter_map(|tag| tag.split('>').next());
    tags.find_map(|tag| {
        let key = match tag {
            _ if tag.starts_with("meta") => "charset",
            _ if tag.starts_with("?xml") => "encoding",
            _ => return None,
        };
        let (_, value) = tag.split_once(key)?;
        let value = value.trim_start().strip_prefix('=')?;
        let value = value.trim_start_matches([' ', '"', '\'']);
        let end = value.find([' ', '"', '\'', ';', '/', '?']).unwrap_or(value.len());
        Encoding::for_label(&value.as_bytes()[..end])
    })
}

fn malformed(encoding: &'static Encoding) -> String {
    format!("bytes that are not {} were replaced by U+FFFD", encoding.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_by_mark_then_declaration_then_utf8_then_windows() {
        let page = b"<html><meta charset=iso-8859-2><p>\xa3\xf3d\xbc".to_vec();
        for (bytes, is_page, text, warns) in [
            (b"\xef\xbb\xbfOslo".to_vec(), false, "Oslo", false),
            (b"\xff\xfeO\0s\0".to_vec(), false, "Os", false),
            (b"\xfe\xff\0O\0s".to_vec(), false, "Os", false),
            (b"caf\xe9 \x93x\x94".to_vec(), false, "café “x”", true),
            ("Zürich".into(), false, "Zürich", false),
            (
                b"<?xml version='1.0' encoding='latin1'?>\xe9".to_vec(),
                true,
                "<?xml version='1.0' encoding='latin1'?>é",
                false,
            ),
            (
                b"<meta content=\"text/html; charset=cp1252\">\x93".to_vec(),
                true,
                "<meta content=\"text/html; charset=cp1252\">“",
                false,
            ),
            (b"<p>charset=latin1</p>\xc3\xa9".to_vec(), true, "<p>charset=latin1</p>é", false),
            (page, true, "<html><meta charset=iso-8859-2><p>Łódź", false),
            (b"\xff\xfeO\0s".to_vec(), false, "O\u{fffd}", true),
        ] {
            let (found, warning) = decode(bytes, is_page);
            assert_eq!((found.as_str(), warning.is_some()), (text, warns));
        }
    }
}
