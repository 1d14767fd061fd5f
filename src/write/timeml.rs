//! Dates as TimeML: the text with its TIMEX3 tags, as the tools of TempEval read it.
//!
//! Events and relations, which TimeML also has, are not written.

use std::fmt::Write as _;

use crate::document::DocumentDate;
use crate::mention::Mention;
use crate::value::Timex;

/// The id of the document's own date, which `t0` is by custom.
const CREATION_TIME: &str = "t0";

/// A document as TimeML. `mentions` are in the order of the text and do not overlap; those that are
/// no dates are passed over.
pub fn timeml<'a>(
    id: &str,
    text: &str,
    date: Option<&DocumentDate>,
    mentions: impl IntoIterator<Item = &'a Mention>,
) -> String {
    let mut xml = String::with_capacity(text.len() * 5 / 4 + 512);
    xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>");
    push_escaped(&mut xml, id);
    xml.push_str("</DOCID>\n");
    if let Some(date) = date {
        let value = date.value;
        let _ = writeln!(
            xml,
            "<DCT><TIMEX3 tid=\"{CREATION_TIME}\" type=\"DATE\" value=\"{value}\" \
             temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{value}</TIMEX3></DCT>"
        );
    }
    xml.push_str("<TEXT>");
    let mut written = 0;
    let dates = mentions.into_iter().filter_map(|mention| Some((mention, mention.timex.as_ref()?)));
    for (number, (mention, timex)) in (1..).zip(dates) {
        push_escaped(&mut xml, &text[written..mention.span.start]);
        open_tag(&mut xml, number, timex);
        push_escaped(&mut xml, &text[mention.span.range()]);
        xml.push_str("</TIMEX3>");
        written = mention.span.end;
    }
    push_escaped(&mut xml, &text[written..]);
    xml.push_str("</TEXT>\n</TimeML>\n");
    xml
}

fn open_tag(xml: &mut String, number: usize, timex: &Timex) {
    let kind = timex.kind.name().to_ascii_uppercase();
    let _ = write!(xml, "<TIMEX3 tid=\"t{number}\" type=\"{kind}\" value=\"");
    push_escaped(xml, &timex.value);
    xml.push('"');
    if let Some(modifier) = timex.modifier {
        let _ = write!(xml, " mod=\"{}\"", modifier.name());
    }
    xml.push('>');
}

/// Adds text with the marks of XML escaped, and without the control characters that it forbids.
fn push_escaped(xml: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' | '\r' => xml.push(c),
            '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            c if c < ' ' => xml.push('\u{fffd}'),
            c => xml.push(c),
        }
    }
}
