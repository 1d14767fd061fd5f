//! Untrusted text made safe for terminals.

use std::borrow::Cow;

/// `text` with every character that could move the cursor, change colors or reorder what is shown
/// replaced by a visible one. Line breaks and tabs stay.
pub fn safe(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| shown(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(shown).collect())
}

fn shown(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        // The control pictures stand in the order of the controls.
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        // What sets or ends a direction of writing.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => '\u{fffd}',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_would_act() {
        assert!(matches!(safe("Zoë\tin\nRome"), Cow::Borrowed(_)));
        assert_eq!(safe("\x1b[31mred\r\x07"), "␛[31mred␍␇");
        assert_eq!(safe("a\u{202e}b\u{9b}c\x7f"), "a\u{fffd}b\u{fffd}c␡");
    }
}
