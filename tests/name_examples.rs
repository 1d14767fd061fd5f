//! `fixtures/examples/{person,place,organization}.txt`: every line is a test of which names are
//! found, where they end and what they are.
//!
//! A line marks its persons, places and organizations, whichever file it stands in; dates are left
//! out. A line without marks holds no name.

use std::collections::BTreeMap;

use dateline::annotators::{Rule, organization, person, place};
use dateline::eval::MarkedText;
use dateline::span::Span;
use dateline::{Annotations, Document, Label, Options, Pipeline};

use crate::support::read;

/// The files, each with the rules that it shows at work.
const FILES: [(&str, &[Rule]); 3] = [
    ("fixtures/examples/person.txt", person::RULES),
    ("fixtures/examples/place.txt", place::RULES),
    ("fixtures/examples/organization.txt", organization::RULES),
];

/// How many lines show a rule at the least.
const LINES_OF_RULE: usize = 2;

/// The lines of a file with their numbers.
fn lines(path: &str) -> Vec<(usize, MarkedText)> {
    MarkedText::read_lines(path, &read(path)).expect("headers are dates")
}

/// Finds the names, and no dates, in a line.
fn finder() -> impl Fn(&MarkedText) -> Annotations {
    let options = Options { labels: Label::NAMES.into_iter().collect(), ..Options::default() };
    let pipeline = Pipeline::new(options).expect("there are no dictionaries of the user's");
    move |marked| pipeline.annotate(&Document::from_text(marked.text.as_str()))
}

/// A text with its mentions marked.
fn shown(text: &str, mentions: &[(Span, Label)]) -> String {
    let (mut shown, mut end) = (String::new(), 0);
    for (span, label) in mentions {
        shown += &format!("{}[{}]({label})", &text[end..span.start], &text[span.range()]);
        end = span.end;
    }
    shown + &text[end..]
}

#[test]
fn names_are_found() {
    let find = finder();
    let mut differing = Vec::new();
    for (path, _) in FILES {
        for (number, marked) in lines(path) {
            let named = marked.mentions.iter().filter(|mention| mention.label != Label::Date);
            let expected: Vec<_> = named.map(|mention| (mention.span, mention.label)).collect();
            let found = find(&marked).mentions;
            let found: Vec<_> = found.iter().map(|mention| (mention.span, mention.label)).collect();
            if expected != found {
                let [expected, found] = [expected, found].map(|names| shown(&marked.text, &names));
                differing
                    .push(format!("{path}:{number}:\n  expected {expected}\n  found    {found}"));
            }
        }
    }
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
}

#[test]
fn every_rule_has_examples() {
    let find = finder();
    let mut lacking = Vec::new();
    for (path, rules) in FILES {
        let mut lines_of: BTreeMap<&str, usize> = rules.iter().map(|rule| (rule.id, 0)).collect();
        for (_, marked) in lines(path) {
            let mut answered: Vec<_> = find(&marked).mentions.iter().map(|m| m.rule).collect();
            answered.sort_unstable();
            answered.dedup();
            for rule in answered {
                lines_of.entry(rule).and_modify(|lines| *lines += 1);
            }
        }
        let few = lines_of.into_iter().filter(|(_, lines)| *lines < LINES_OF_RULE);
        lacking.extend(few.map(|(rule, lines)| format!("{path}: {lines} lines of {rule}")));
    }
    assert!(lacking.is_empty(), "at least {LINES_OF_RULE} lines each:\n{}", lacking.join("\n"));
}
