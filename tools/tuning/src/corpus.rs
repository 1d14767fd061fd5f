//! [`Corpus`]: gold texts as lattices of candidates, some of which are right.

use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use dateline::annotators::{self, Candidate, Page};
use dateline::clean::clean;
use dateline::eval::{GoldDocument, GoldSpan, open_gold};
use dateline::gazetteer::{Gazetteer, Scanned};
use dateline::tokenize::{Tokens, tokenize};
use dateline::{Document, Label};

/// A gold file: its name and its documents, each a list of sentences.
pub struct Corpus {
    pub name: String,
    pub documents: Vec<Vec<Sentence>>,
}

/// A sentence's candidates with what is right of them.
#[derive(Clone)]
pub struct Sentence {
    /// The number of its tokens.
    pub positions: usize,
    pub candidates: Vec<Judged>,
    /// Gold names without a candidate.
    pub unreachable: Vec<String>,
}

/// A candidate with what the gold says of it.
#[derive(Clone)]
pub struct Judged {
    pub candidate: Candidate,
    /// Its positions in the sentence.
    pub span: Range<usize>,
    /// For each of [`Label::NAMES`].
    pub verdicts: [Verdict; 3],
    pub text: String,
}

/// What the gold says of a candidate with one label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Wrong,
    /// Neither missed nor wrong.
    Free,
}

impl Corpus {
    /// Reads a gold file, one JSON document a line, or a folder of marked texts.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let gold = open_gold(path)?;
        let gazetteer = Gazetteer::new(Vec::new());
        let documents = gold.iter().map(|gold| read_document(&gazetteer, gold)).collect();
        Ok(Self { name, documents })
    }
}

fn read_document(gazetteer: &Gazetteer, gold: &GoldDocument) -> Vec<Sentence> {
    let doc = Document { id: gold.id.clone(), ..Document::from_text(gold.text.clone()) };
    let layout = clean(&doc, false);
    let tokens = tokenize(&doc.text, &layout);
    let hits = gazetteer.scan(&doc.text, &tokens);
    let page = Page::new(Scanned { text: &doc.text, tokens: &tokens, hits: &hits });
    let spans = |entities: &[GoldSpan]| bytes(&gold.text, entities);
    let (right, free) = (spans(&gold.entities), spans(&gold.optional));
    let scored = Label::NAMES.map(|label| gold.types.iter().any(|name| name == label.name()));
    let read = |sent| read_sentence(&page, &tokens, sent, &right, &free, scored);
    tokens.sentences.iter().map(read).collect()
}

type Labeled = (Range<usize>, Option<Label>);

fn read_sentence(
    page: &Page<'_>,
    tokens: &Tokens,
    sent: &dateline::tokenize::Sentence,
    right: &[Labeled],
    free: &[Labeled],
    scored: [bool; 3],
) -> Sentence {
    let first = sent.tokens.start;
    let span_of = |range: &Range<usize>| {
        tokens.tokens[range.start].span.start..tokens.tokens[range.end - 1].span.end
    };
    let candidates: Vec<Judged> = annotators::propose(page, sent)
        .into_iter()
        .map(|candidate| {
            let bytes = span_of(&candidate.tokens);
            let verdict = |label: Label| {
                if !scored[label as usize] {
                    Verdict::Free
                } else if right.iter().any(|(s, l)| *s == bytes && *l == Some(label)) {
                    Verdict::Right
                } else if free
                    .iter()
                    .any(|(s, l)| s.start < bytes.end && bytes.start < s.end && *l == Some(label))
                {
                    Verdict::Free
                } else {
                    Verdict::Wrong
                }
            };
            Judged {
                text: page.scanned.text[bytes.clone()].to_owned(),
                span: candidate.tokens.start - first..candidate.tokens.end - first,
                verdicts: Label::NAMES.map(verdict),
                candidate,
            }
        })
        .collect();
    let whole = span_of(&sent.tokens);
    let reached = |gold: &Range<usize>| {
        candidates
            .iter()
            .any(|c| span_of(&c.candidate.tokens) == *gold && c.verdicts.contains(&Verdict::Right))
    };
    let is_name = |l: &Option<Label>| l.is_some_and(|l| l != Label::Date && scored[l as usize]);
    let unreachable = right
        .iter()
        .filter(|(gold, label)| whole.contains(&gold.start) && is_name(label) && !reached(gold))
        .map(|(gold, _)| page.scanned.text[gold.clone()].to_owned())
        .collect();
    Sentence { positions: sent.tokens.len(), unreachable, candidates }
}

/// Gold spans in bytes, from code points.
fn bytes(text: &str, entities: &[GoldSpan]) -> Vec<Labeled> {
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let span = |entity: &GoldSpan| offsets[entity.start]..offsets[entity.end];
    entities.iter().map(|entity| (span(entity), entity.r#type.parse().ok())).collect()
}
