//! Dates as TimeML.

use dateline::document::{DateSource, DocumentDate};
use dateline::write::timeml;
use dateline::{Document, Options, Pipeline};

#[test]
fn tags_stand_around_dates_and_the_text_is_escaped() {
    let pipeline = Pipeline::new(Options::default()).expect("no dictionaries of the user's");
    let value = "2023-11-09".parse().expect("a date");
    let text = "Smith & Sons <sons.example> cut jobs early last year.\n\u{1}";
    let date = DocumentDate { value, source: DateSource::Option };
    let doc = Document { date: Some(date), ..Document::from_text(text) };
    let found = pipeline.annotate(&doc);
    let xml = timeml("a&b", text, found.date.as_ref(), &found.mentions);
    let lines: Vec<&str> = xml.lines().collect();
    assert_eq!(lines[2], "<DOCID>a&amp;b</DOCID>");
    assert!(lines[3].contains("value=\"2023-11-09\" temporalFunction=\"false\""), "{xml}");
    let tag = "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2022\" mod=\"START\">";
    assert_eq!(
        lines[4],
        format!(
            "<TEXT>Smith &amp; Sons &lt;sons.example&gt; cut jobs {tag}early last year</TIMEX3>."
        )
    );
    assert_eq!(lines[5], "\u{fffd}</TEXT>");
}

#[test]
fn a_document_without_dates_has_no_tags() {
    let xml = timeml("x", "Nothing happened.", None, &[]);
    assert!(!xml.contains("TIMEX3"), "{xml}");
    assert!(xml.contains("<TEXT>Nothing happened.</TEXT>"), "{xml}");
}
