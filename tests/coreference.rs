//! `fixtures/examples/coreference.txt`: every line is a test of which mentions name the same thing.

use std::collections::BTreeMap;

use dateline::eval::{MarkedMention, MarkedText};
use dateline::{Annotations, Document, Label, Options, Pipeline};

use crate::support::read;

const PATH: &str = "fixtures/examples/coreference.txt";

/// The entity that was found for a mark; none if no mention has its span and type.
fn found(found: &Annotations, marked: &MarkedMention) -> Option<usize> {
    let same = |span, label| (span, label) == (marked.span, marked.label);
    let mention = found.mentions.iter().find(|mention| same(mention.span, mention.label))?;
    Some(mention.entity)
}

/// The marks of a text in groups, each surface with its offset.
fn groups<K: Ord>(text: &MarkedText, key: impl Fn(&MarkedMention) -> K) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<K, Vec<String>> = BTreeMap::new();
    for mention in &text.mentions {
        let surface = &text.text[mention.span.range()];
        let shown = format!("{surface}@{}", mention.span.start);
        groups.entry(key(mention)).or_default().push(shown);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort();
    groups
}

#[test]
fn mentions_of_one_thing_are_one_entity() {
    let options = Options { labels: Label::NAMES.into_iter().collect(), ..Options::default() };
    let pipeline = Pipeline::new(options).expect("there are no dictionaries of the user's");
    let texts = MarkedText::read_lines(PATH, &read(PATH)).expect("there are no dates");
    assert!(texts.len() >= 40, "{} documents", texts.len());
    let mut differing = Vec::new();
    for (number, text) in texts {
        let annotations = pipeline.annotate(&Document::from_text(text.text.as_str()));
        let numbered = text.mentions.iter().all(|mention| mention.value.is_some());
        assert!(numbered && !text.text.contains("]("), "{PATH}:{number}: a mark is no mark");
        let wanted = groups(&text, |mention| (mention.label, mention.value.clone()));
        let found = groups(&text, |mention| found(&annotations, mention).ok_or(mention.span));
        if wanted != found {
            differing.push(format!("{PATH}:{number}:\n  wants {wanted:?}\n  finds {found:?}"));
        }
    }
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
}
