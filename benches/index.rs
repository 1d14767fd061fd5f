//! The choice of the index: ours beside an fst, a double array and an Aho-Corasick automaton, at one
//! million surfaces. Prints the time to build, the size, and the time of a look-up, each once and
//! for scale; the look-ups ask for surfaces that are there and that are not, by turns.
//!
//!     cargo bench --bench index

#![expect(clippy::print_stdout, reason = "a bench is there to print")]

use std::hint::black_box;
use std::time::Instant;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use dateline::Document;
use dateline::clean::clean;
use dateline::gazetteer::{Class, Code, File, Gazetteer, Source, compile};
use dateline::tokenize::{Tokens, tokenize};
use fst::Map;
use yada::DoubleArray;
use yada::builder::DoubleArrayBuilder;

/// How many surfaces are compared at.
const SURFACES: usize = 1_000_000;
/// How many of them are looked up.
const LOOK_UPS: usize = 100_000;

fn main() {
    let surfaces = surfaces(SURFACES);
    let asked = asked(&surfaces);
    println!("{SURFACES} surfaces, {LOOK_UPS} look-ups");
    println!("{:14}{:>12}{:>12}{:>16}", "", "build", "size", "a look-up");
    ours(&surfaces, &asked);
    fst(&surfaces, &asked);
    double_array(&surfaces, &asked);
    automaton(&surfaces, &asked);
}

/// Names of two or three made-up words, sorted and unique; the same on every machine.
fn surfaces(count: usize) -> Vec<String> {
    const SYLLABLES: [&str; 24] = [
        "ka", "mo", "ri", "ten", "sha", "vel", "dor", "lin", "bar", "zu", "pe", "ost", "gra",
        "min", "hal", "eck", "ni", "wor", "ley", "ton", "ham", "ster", "vik", "ov",
    ];
    let mut state = 1u64;
    let mut next = |bound: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    let mut surfaces: Vec<String> = Vec::with_capacity(count);
    while surfaces.len() < count {
        for _ in surfaces.len()..count + count / 50 {
            let words: Vec<String> = (0..2 + next(2))
                .map(|_| {
                    let word: String =
                        (0..2 + next(2)).map(|_| SYLLABLES[next(SYLLABLES.len())]).collect();
                    word[..1].to_uppercase() + &word[1..]
                })
                .collect();
            surfaces.push(words.join(" "));
        }
        surfaces.sort_unstable();
        surfaces.dedup();
    }
    surfaces.truncate(count);
    surfaces
}

/// Surfaces that are there, and by turns the same with another last letter.
fn asked(surfaces: &[String]) -> Vec<String> {
    let step = surfaces.len() / LOOK_UPS;
    let there = surfaces.iter().step_by(step.max(1)).take(LOOK_UPS);
    let changed = |(i, surface): (usize, &String)| match i % 2 {
        0 => surface.clone(),
        _ => surface[..surface.len() - 1].to_owned() + "q",
    };
    there.enumerate().map(changed).collect()
}

fn report(name: &str, build: Instant, size: usize, look_up: impl FnOnce() -> usize) {
    let (build, start) = (build.elapsed(), Instant::now());
    let found = black_box(look_up());
    let each = start.elapsed() / LOOK_UPS as u32;
    let megabytes = size as f64 / 1e6;
    println!("{name:14}{build:>12.2?}{megabytes:>9.1} MB{each:>13.0?}   found {found}");
}

/// Ours keeps the rows and their readings too, and finds names in tokens, all case forms at once.
fn ours(surfaces: &[String], asked: &[String]) {
    let documents: Vec<(Document, Tokens)> = asked
        .iter()
        .map(|surface| {
            let doc = Document::from_text(surface.as_str());
            let tokens = tokenize(&doc.text, &clean(&doc, true));
            (doc, tokens)
        })
        .collect();
    let start = Instant::now();
    let source = Source {
        file: File { path: "", class: Class::Organization, code: Code::None },
        name: "surfaces".into(),
        text: format!("# name\n{}\n", surfaces.join("\n")),
        columns: None,
    };
    let bytes = compile(&[source]).unwrap_or_else(|problems| panic!("{}", problems[0].0));
    let size = bytes.len();
    let gazetteer = Gazetteer::new(bytes);
    report("hash of words", start, size, || {
        let found = |(doc, tokens): &(Document, Tokens)| {
            let hits = gazetteer.scan(&doc.text, tokens);
            hits.of(0, tokens.tokens.len()).any(|reading| reading.is_user)
        };
        documents.iter().filter(|document| found(document)).count()
    });
}

fn fst(surfaces: &[String], asked: &[String]) {
    let start = Instant::now();
    let map = Map::from_iter(surfaces.iter().zip(0..)).expect("they are sorted");
    report("fst", start, map.as_fst().size(), || {
        asked.iter().filter(|surface| map.get(surface.as_bytes()).is_some()).count()
    });
}

fn double_array(surfaces: &[String], asked: &[String]) {
    let start = Instant::now();
    let keys: Vec<(&[u8], u32)> = surfaces.iter().map(String::as_bytes).zip(0..).collect();
    let bytes = DoubleArrayBuilder::build(&keys).expect("they are sorted");
    let size = bytes.len();
    let array = DoubleArray::new(bytes).expect("the builder made it");
    report("double array", start, size, || {
        asked
            .iter()
            .filter(|surface| array.exact_match_search(surface.as_bytes()).is_some())
            .count()
    });
}

fn automaton(surfaces: &[String], asked: &[String]) {
    let start = Instant::now();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .start_kind(StartKind::Anchored)
        .build(surfaces)
        .expect("there is memory for it");
    report("aho-corasick", start, automaton.memory_usage(), || {
        let found = |surface: &&String| {
            let found = automaton.find(Input::new(surface.as_str()).anchored(Anchored::Yes));
            found.is_some_and(|found| found.end() == surface.len())
        };
        asked.iter().filter(found).count()
    });
}
