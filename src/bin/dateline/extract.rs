//! The main job: reads every input, annotates it, and writes it in the order of the input.

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;

use anstream::{AutoStream, ColorChoice};
use dateline::read::{Failure, Format, Inputs, Piece};
use dateline::write::{
    DocumentRecord, ErrorRecord, FeatureCollection, PlaceUse, WriteOptions, place_uses, timeml,
    view,
};
use dateline::{Annotations, Document, Error, Pipeline};
use serde::Serialize;

use super::args::{Color, Extract, OutputFormat};
use super::exit::Exit;
use super::{messages, ordered};

/// Runs the command.
pub fn run(args: &Extract) -> anyhow::Result<Exit> {
    let selection = args.selection()?;
    let pipeline = Pipeline::new(args.options()?)?;
    let is_single = is_single(args);
    let layout = Layout::of(args, is_single);
    let render = Render { pipeline, layout, options: args.write_options() };
    let mut paths = args.paths.clone();
    if paths.is_empty() {
        paths.push("-".into());
    }
    let inputs = Inputs::new(paths, selection, args.read_options());
    let threads = if is_single { 1 } else { threads(args.jobs) };
    let mut output = Output::new(layout);
    let work = |piece: Piece| render.piece(piece);
    ordered::run(threads, inputs, work, |outcome| output.write(outcome))?;
    Ok(output.finish()?)
}

fn threads(jobs: Option<NonZeroUsize>) -> usize {
    let threads = jobs.or_else(|| thread::available_parallelism().ok());
    threads.map_or(1, NonZeroUsize::get)
}

/// Whether the run reads one document, as far as the arguments tell.
fn is_single(args: &Extract) -> bool {
    let format = |path: &Path| {
        let name = path.to_string_lossy();
        args.read_options().format.unwrap_or_else(|| Format::of_name(&name))
    };
    match args.paths.as_slice() {
        [] => format(Path::new("-")) != Format::Jsonl,
        [path] => !path.is_dir() && format(path) != Format::Jsonl,
        _ => false,
    }
}

/// How documents are laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// As text for a person, with or without color.
    View { color: bool },
    /// As JSON, each on its own.
    Json { pretty: bool },
    /// As one JSON array.
    Array { pretty: bool },
    /// As TimeML, each on its own.
    Timeml,
    /// Their places only, as one GeoJSON object.
    Geojson { pretty: bool },
}

impl Layout {
    fn of(args: &Extract, is_single: bool) -> Self {
        let pretty = args.pretty;
        let shows = is_single && !pretty && io::stdout().is_terminal();
        match args.format {
            OutputFormat::Auto if shows => Layout::View {
                color: match args.color {
                    Color::Always => true,
                    Color::Never => false,
                    Color::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
                },
            },
            OutputFormat::Timeml => Layout::Timeml,
            OutputFormat::Geojson => Layout::Geojson { pretty },
            OutputFormat::Json if !is_single => Layout::Array { pretty },
            _ => Layout::Json { pretty },
        }
    }
}

/// What becomes of one input.
#[derive(Default)]
struct Outcome {
    text: String,
    /// Its id and its places, for GeoJSON.
    places: Option<(String, Vec<PlaceUse>)>,
    messages: Vec<String>,
    failed: bool,
}

/// Turns inputs into text, on any thread.
struct Render {
    pipeline: Pipeline,
    layout: Layout,
    options: WriteOptions,
}

impl Render {
    fn piece(&self, piece: Piece) -> Outcome {
        let (doc, messages) = match piece.read() {
            Ok(read) => (read.doc, read.warnings),
            Err(failure) => return self.failure(&failure, Vec::new()),
        };
        match catch_unwind(AssertUnwindSafe(|| self.pipeline.annotate(&doc))) {
            Ok(found) if matches!(self.layout, Layout::Geojson { .. }) => Outcome {
                places: Some((doc.id, place_uses(&found))),
                messages,
                ..Outcome::default()
            },
            Ok(found) => {
                Outcome { text: self.document(&doc, &found), messages, ..Outcome::default() }
            }
            Err(_) => {
                let failure = Failure {
                    error: Error::new("annotating it failed; please report this with the text"),
                    id: doc.id,
                    path: doc.path,
                    line: None,
                };
                self.failure(&failure, messages)
            }
        }
    }

    fn document(&self, doc: &Document, found: &Annotations) -> String {
        match self.layout {
            Layout::View { color } => view(doc, found, &self.options, color),
            Layout::Geojson { .. } => String::new(),
            Layout::Timeml => timeml(&doc.id, &doc.text, found.date.as_ref(), &found.mentions),
            Layout::Json { pretty } | Layout::Array { pretty } => {
                json(&DocumentRecord::new(doc, found, &self.options), pretty)
            }
        }
    }

    fn failure(&self, failure: &Failure, mut messages: Vec<String>) -> Outcome {
        messages.push(failure.to_string());
        let text = match self.layout {
            Layout::View { .. } | Layout::Timeml | Layout::Geojson { .. } => String::new(),
            Layout::Json { pretty } | Layout::Array { pretty } => {
                json(&ErrorRecord::new(failure), pretty)
            }
        };
        Outcome { text, messages, failed: true, ..Outcome::default() }
    }
}

fn json(record: &impl Serialize, pretty: bool) -> String {
    let text =
        if pretty { serde_json::to_string_pretty(record) } else { serde_json::to_string(record) };
    text.expect("records have string keys and finite numbers")
}

/// Standard output, in order, and how the run will end.
struct Output {
    layout: Layout,
    count: usize,
    places: FeatureCollection,
    exit: Exit,
}

impl Output {
    fn new(layout: Layout) -> Self {
        Self { layout, count: 0, places: FeatureCollection::default(), exit: Exit::Written }
    }

    fn write(&mut self, outcome: Outcome) -> io::Result<()> {
        for message in &outcome.messages {
            messages::say(message);
        }
        if outcome.failed {
            self.exit = Exit::Failed;
        }
        self.count += 1;
        if let Some((id, places)) = outcome.places {
            self.places.add(&id, places);
        }
        let mut text = outcome.text;
        match self.layout {
            Layout::View { .. } | Layout::Timeml | Layout::Geojson { .. } => {}
            Layout::Json { .. } => text.push('\n'),
            Layout::Array { .. } => text.insert_str(0, if self.count == 1 { "[\n" } else { ",\n" }),
        }
        // One write a document: standard output is shared with no one, and readers see whole lines.
        io::stdout().write_all(text.as_bytes())
    }

    fn finish(self) -> io::Result<Exit> {
        let mut stdout = io::stdout();
        match self.layout {
            Layout::Array { .. } => {
                stdout.write_all(if self.count == 0 { b"[]\n" } else { b"\n]\n" })?;
            }
            Layout::Geojson { pretty } => {
                stdout.write_all((json(&self.places.to_value(), pretty) + "\n").as_bytes())?;
            }
            _ => {}
        }
        stdout.flush()?;
        Ok(self.exit)
    }
}
