//! How fast texts are read: the whole pipeline, each stage with those before it, and beside them bare
//! word splitting, which is the least that any program of this kind must do; then the stages of dates
//! by themselves. In bytes a second, over the articles in `fixtures/`.
//!
//!     cargo bench --bench pipeline

use std::fs;
use std::path::Path;

use dateline::annotators::{Page, date};
use dateline::clean::clean;
use dateline::gazetteer::{Gazetteer, Hits, Scanned};
use dateline::normalize::date::{Settings, normalize};
use dateline::resolve::{Weights, decide};
use dateline::tokenize::{Tokens, tokenize};
use dateline::write::{DocumentRecord, WriteOptions};
use dateline::{Annotations, Document, Options, Pipeline};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// The articles, in the order of their names.
fn articles() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let entries = fs::read_dir(folder).expect("fixtures/articles is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it is readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &_| Document::from_text(fs::read_to_string(path).expect("it is text"));
    paths.iter().map(read).collect()
}

/// Measures `work` on every article.
fn each<R>(bencher: Bencher<'_, '_>, docs: &[Document], work: impl Fn(&Document) -> R + Sync) {
    let bytes: usize = docs.iter().map(|doc| doc.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for doc in docs {
            black_box(work(black_box(doc)));
        }
    });
}

fn pipeline() -> Pipeline {
    Pipeline::new(Options::default()).expect("there are no dictionaries of the user's")
}

#[divan::bench]
fn a_word_splitting_alone(bencher: Bencher<'_, '_>) {
    each(bencher, &articles(), |doc| doc.text.split_word_bound_indices().count());
}

#[divan::bench]
fn b_clean(bencher: Bencher<'_, '_>) {
    each(bencher, &articles(), |doc| clean(doc, false));
}

#[divan::bench]
fn c_tokenize(bencher: Bencher<'_, '_>) {
    each(bencher, &articles(), |doc| tokenize(&doc.text, &clean(doc, false)));
}

#[divan::bench]
fn d_scan(bencher: Bencher<'_, '_>) {
    let gazetteer = Gazetteer::new(Vec::new());
    each(bencher, &articles(), |doc| {
        gazetteer.scan(&doc.text, &tokenize(&doc.text, &clean(doc, false)))
    });
}

#[divan::bench]
fn e_dates(bencher: Bencher<'_, '_>) {
    let gazetteer = Gazetteer::new(Vec::new());
    each(bencher, &articles(), |doc| {
        let tokens = tokenize(&doc.text, &clean(doc, false));
        let hits = gazetteer.scan(&doc.text, &tokens);
        date::propose(&Scanned { text: &doc.text, tokens: &tokens, hits: &hits })
    });
}

#[divan::bench]
fn f_decide(bencher: Bencher<'_, '_>) {
    let gazetteer = Gazetteer::new(Vec::new());
    each(bencher, &articles(), |doc| {
        let tokens = tokenize(&doc.text, &clean(doc, false));
        let hits = gazetteer.scan(&doc.text, &tokens);
        let scanned = Scanned { text: &doc.text, tokens: &tokens, hits: &hits };
        let dates = date::propose(&scanned);
        decide(&Page::new(scanned), &dates, Weights::built_in())
    });
}

#[divan::bench]
fn g_pipeline(bencher: Bencher<'_, '_>) {
    let pipeline = pipeline();
    each(bencher, &articles(), |doc| pipeline.annotate(doc));
}

#[divan::bench]
fn h_write(bencher: Bencher<'_, '_>) {
    let pipeline = pipeline();
    let docs = articles();
    let found: Vec<Annotations> = docs.iter().map(|doc| pipeline.annotate(doc)).collect();
    let bytes: usize = docs.iter().map(|doc| doc.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for (doc, found) in docs.iter().zip(&found) {
            let record = DocumentRecord::new(doc, found, &WriteOptions::default());
            black_box(serde_json::to_string(&record).expect("a record"));
        }
    });
}

/// A document with what the stages before recognition find in it.
struct Read {
    doc: Document,
    tokens: Tokens,
    hits: Hits,
}

impl Read {
    fn scanned(&self) -> Scanned<'_> {
        Scanned { text: &self.doc.text, tokens: &self.tokens, hits: &self.hits }
    }
}

fn read(docs: Vec<Document>) -> Vec<Read> {
    let gazetteer = Gazetteer::new(Vec::new());
    let read = |doc: Document| {
        let tokens = tokenize(&doc.text, &clean(&doc, false));
        let hits = gazetteer.scan(&doc.text, &tokens);
        Read { doc, tokens, hits }
    };
    docs.into_iter().map(read).collect()
}

/// The sentences of an article that hold no date, a line each.
fn dateless(article: &Read) -> Document {
    let scanned = article.scanned();
    let dates = date::propose(&scanned);
    let sentences = article.tokens.sentences.iter().map(|sent| &sent.tokens);
    let free = sentences.filter(|sent| !dates.iter().any(|date| sent.contains(&date.tokens.start)));
    let lines = free.filter(|sent| !sent.is_empty()).map(|sent| {
        let (first, last) = (scanned.token(sent.start), scanned.token(sent.end - 1));
        &scanned.text[first.span.start..last.span.end]
    });
    Document::from_text(lines.collect::<Vec<_>>().join("\n\n"))
}

/// Measures `work` on documents that are tokenized and scanned.
fn each_read<R>(bencher: Bencher<'_, '_>, docs: &[Read], work: impl Fn(Scanned<'_>) -> R + Sync) {
    let bytes: usize = docs.iter().map(|read| read.doc.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for read in docs {
            black_box(work(black_box(read.scanned())));
        }
    });
}

#[divan::bench]
fn i_dates_alone(bencher: Bencher<'_, '_>) {
    each_read(bencher, &read(articles()), |scanned| date::propose(&scanned));
}

#[divan::bench]
fn j_dates_alone_where_none_is(bencher: Bencher<'_, '_>) {
    let docs = read(articles()).iter().map(dateless).collect();
    each_read(bencher, &read(docs), |scanned| date::propose(&scanned));
}

#[divan::bench]
fn k_values_alone(bencher: Bencher<'_, '_>) {
    let docs = read(articles());
    let bytes: usize = docs.iter().map(|read| read.doc.text.len()).sum();
    let found: Vec<_> = docs.iter().map(|read| date::propose(&read.scanned())).collect();
    let settings = Settings { date: "2024-05-07".parse().ok(), ..Settings::default() };
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for (read, dates) in docs.iter().zip(&found) {
            black_box(normalize(&read.scanned(), black_box(dates), &settings));
        }
    });
}
