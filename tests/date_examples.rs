//! `fixtures/examples/date.txt`: every line is a test of what is a date, where it ends and what it
//! is worth.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use dateline::annotators::date;
use dateline::gazetteer::Gazetteer;
use jiff::civil::Date;

use crate::support::dates;

const EXAMPLES: &str = include_str!("../fixtures/examples/date.txt");

/// A line without its brackets, and the dates that they mark.
fn unmark(line: &str) -> (String, Vec<(usize, String, String)>) {
    let (mut text, mut marked, mut rest) = (String::new(), Vec::new(), line);
    while let Some((before, after)) = rest.split_once('[') {
        let Some((inside, after)) = after.split_once("](date ") else { break };
        let Some((value, after)) = after.split_once(')') else { break };
        text.push_str(before);
        marked.push((text.len(), inside.to_owned(), value.to_owned()));
        text.push_str(inside);
        rest = after;
    }
    text.push_str(rest);
    (text, marked)
}

/// Calls `check` with each line's number, text, marked dates and document date.
fn each_example(mut check: impl FnMut(usize, &str, &[(usize, String, String)], Option<Date>)) {
    let mut date = None;
    for (number, line) in (1..).zip(EXAMPLES.lines()) {
        if let Some(comment) = line.strip_prefix('#') {
            if let Some(value) = comment.trim().strip_prefix("date: ") {
                date = value.parse().ok();
            }
        } else if !line.is_empty() {
            let (text, marked) = unmark(line);
            check(number, &text, &marked, date);
        }
    }
}

#[test]
fn every_line_of_the_examples_holds() {
    let gazetteer = Gazetteer::new(Vec::new());
    let mut failures = String::new();
    each_example(|number, text, marked, date| {
        let found = dates(&gazetteer, text, date);
        let found: Vec<(usize, String, String)> =
            found.into_iter().map(|date| (date.start, date.text, date.value)).collect();
        if found != marked {
            let show = |dates: &[(usize, String, String)]| {
                let dates: Vec<String> =
                    dates.iter().map(|(_, text, value)| format!("[{text}]({value})")).collect();
                dates.join(" ")
            };
            let _ = writeln!(
                failures,
                "date.txt:{number}: {text}\n    expected {}\n    found    {}",
                show(marked),
                show(&found)
            );
        }
    });
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_rule_has_an_example() {
    let gazetteer = Gazetteer::new(Vec::new());
    let mut seen = BTreeSet::new();
    each_example(|_, text, _, date| {
        seen.extend(dates(&gazetteer, text, date).into_iter().map(|date| date.rule));
    });
    let missing: Vec<&str> = date::rule_ids().filter(|id| !seen.contains(id)).collect();
    assert!(missing.is_empty(), "rules without an example in date.txt: {missing:?}");
}
