//! Reads documents as JSON Lines (`{"id", "text", "date"}`) and writes their dates with values.

use std::io::{self, BufRead, Write};

use dateline::Document;
use dateline::annotators::date;
use dateline::clean::clean;
use dateline::gazetteer::{Gazetteer, Scanned};
use dateline::normalize::date::{Settings, document_date, normalize};
use dateline::tokenize::tokenize;
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let gazetteer = Gazetteer::new(Vec::new());
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let doc = Document::from_text(record["text"].as_str().unwrap_or_default());
        let published = record["date"].as_str().and_then(|date| date.parse().ok());
        let layout = clean(&doc, false);
        let tokens = tokenize(&doc.text, &layout);
        let hits = gazetteer.scan(&doc.text, &tokens);
        let scanned = Scanned { text: &doc.text, tokens: &tokens, hits: &hits };

        let candidates = date::propose(&scanned);
        let published = published.or(document_date(&scanned, &candidates).map(|found| found.value));
        let settings = Settings { date: published, ..Settings::default() };
        let values = normalize(&scanned, &candidates, &settings);

        let dates = candidates.iter().zip(values).filter_map(|(candidate, value)| {
            let timex = value?.timex;
            let start = tokens.tokens[candidate.tokens.start].span.start;
            let end = tokens.tokens[candidate.tokens.end - 1].span.end;
            let count = |byte: usize| doc.text[..byte].chars().count();
            Some(json!({
                "start": count(start), "end": count(end), "type": "date", "rule": candidate.rule,
                "text": &doc.text[start..end], "value": timex.value, "timex_type": timex.kind.name().to_uppercase(),
            }))
        });
        writeln!(out, "{}", json!({"id": record["id"], "entities": dates.collect::<Vec<_>>()}))?;
    }
    Ok(())
}
