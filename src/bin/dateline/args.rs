//! Every flag, and what it is turned into for the library. Parsing has no side effects; files that
//! flags name are read when the options are built.

use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::anyhow;
use clap::{Parser, Subcommand, ValueEnum};
use dateline::read::{Fields, Format, ReadOptions, Selection};
use dateline::write::{Offsets, WriteOptions};
use dateline::{DateOrder, Genre, Home, Label, Labels, Options, UserList};
use jiff::civil::Date;

/// Finds the people, places, organizations and dates in news text.
///
/// Reads files, directories or standard input, and writes JSON Lines: a document a line, with each
/// mention, the thing it names, and the rule that found it. At a terminal, one document is shown as
/// text with its mentions in color.
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    override_usage = "dateline [OPTIONS] [PATH]...\n       dateline eval GOLD [PREDICTED]\n       dateline lookup NAME...\n       dateline schema"
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub extract: Extract,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Score annotations against gold: precision, recall and F1 by type
    Eval(Box<Eval>),
    /// Tell what the dictionaries know of names
    Lookup(Lookup),
    /// Print the JSON Schema of the output
    Schema,
}

#[derive(Debug, clap::Args)]
pub struct Extract {
    /// Files and directories to read; - or nothing is standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// What is written: auto shows one document at a terminal, and is jsonl otherwise
    #[arg(long, value_enum, default_value = "auto", help_heading = "Output")]
    pub format: OutputFormat,
    /// Indent the JSON
    #[arg(long, help_heading = "Output")]
    pub pretty: bool,
    /// Keep these types only, separated by commas: person, place, organization, date
    #[arg(long, value_name = "TYPES", value_parser = parse_labels, help_heading = "Output")]
    pub types: Option<Labels>,
    /// What start and end count
    #[arg(long, value_enum, default_value = "codepoint", help_heading = "Output")]
    pub offsets: OffsetsArg,
    /// Add the text that the offsets are into
    #[arg(long, help_heading = "Output")]
    pub with_text: bool,
    /// Say why: the dictionary rows and the evidence of each annotation
    #[arg(long, help_heading = "Output")]
    pub explain: bool,
    /// Color the text that is shown at a terminal
    #[arg(long, value_enum, default_value = "auto", help_heading = "Output")]
    pub color: Color,
    /// Threads; all cores by default
    #[arg(long, short, value_name = "N", value_parser = parse_jobs, help_heading = "Output")]
    pub jobs: Option<NonZeroUsize>,

    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub recognition: Recognition,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Input")]
pub struct Reading {
    /// What the input is; auto goes by the file's extension, and takes standard input for text
    #[arg(long, value_enum, default_value = "auto")]
    pub input_format: InputFormat,
    /// In directories, read files that match this instead of .txt, .md, .html, .htm and .jsonl
    #[arg(long, value_name = "GLOB")]
    pub glob: Vec<String>,
    /// The field of JSON Lines that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_field: String,
    /// The field that holds the id
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_field: String,
    /// The field that holds the date of publication
    #[arg(long, value_name = "NAME", default_value = "date")]
    pub date_field: String,
    /// The field that holds the title
    #[arg(long, value_name = "NAME", default_value = "title")]
    pub title_field: String,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Recognition")]
pub struct Recognition {
    /// The date that relative dates count from, over what the documents say
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub date: Option<Date>,
    /// How dates of numbers are read; told by each text if not given
    #[arg(long, value_enum, value_name = "ORDER")]
    pub date_order: Option<DateOrderArg>,
    /// What relative dates count from; told by each text if not given
    #[arg(long, value_enum)]
    pub genre: Option<GenreArg>,
    /// Leave out annotations that are less sure than this, from 0 to 1
    #[arg(long, value_name = "N", value_parser = parse_confidence)]
    pub min_confidence: Option<f64>,
    /// Where the texts come from: a country, or a region in it, as US-OH
    #[arg(long, value_name = "CC[-REGION]", value_parser = Home::read_region)]
    pub home: Option<Home>,
    /// A point near which the texts' places lie, in degrees
    #[arg(long, value_name = "LAT,LON", value_parser = Home::read_point, allow_hyphen_values = true)]
    pub near: Option<(f64, f64)>,
    /// Read menus, share buttons and other page furniture too
    #[arg(long)]
    pub keep_boilerplate: bool,
    /// Your own names, as TSV (surface, type, name, id) or JSON Lines; they win over built-in ones
    #[arg(long, value_name = "FILE")]
    pub dictionary: Vec<PathBuf>,
    /// Names never to annotate, one a line
    #[arg(long, value_name = "FILE")]
    pub ignore: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Eval {
    /// Gold documents: JSON Lines, a marked text, or a folder of them
    pub gold: PathBuf,
    /// Predictions to score; without them the gold's texts are annotated first
    pub predicted: Option<PathBuf>,
    /// Score these types only, separated by commas
    #[arg(long, value_delimiter = ',')]
    pub types: Vec<String>,
    /// Ask only for dates of these TIMEX3 types, e.g. DATE,TIME
    #[arg(long, value_delimiter = ',')]
    pub timex_types: Vec<String>,
    /// What becomes of optional gold
    #[arg(long, value_enum, default_value = "ignore")]
    pub optional: OptionalArg,
    /// Count the errors by kind
    #[arg(long, conflicts_with = "json")]
    pub errors: bool,
    /// Show how often annotations are right, by their confidence
    #[arg(long, conflicts_with = "json")]
    pub reliability: bool,
    /// Print JSON instead of a table
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub recognition: Recognition,
}

#[derive(Debug, clap::Args)]
pub struct Lookup {
    /// Names to look up; - reads one a line from standard input
    #[arg(value_name = "NAME", required = true)]
    pub names: Vec<String>,
    /// What is written: auto is a table at a terminal, and jsonl otherwise
    #[arg(long, value_enum, default_value = "auto")]
    pub format: LookupFormat,
    /// Your own names, as TSV (surface, type, name, id) or JSON Lines
    #[arg(long, value_name = "FILE")]
    pub dictionary: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    Auto,
    /// An object for one text or page, an array for several
    Json,
    /// An object a line
    Jsonl,
    /// The places of all texts as one GeoJSON FeatureCollection
    Geojson,
    /// Text with its dates as TIMEX3 tags, a TimeML document for each text
    Timeml,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum DateOrderArg {
    /// 11/9/2023 is November 9
    Mdy,
    /// 11/9/2023 is September 11
    Dmy,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum GenreArg {
    /// Dates count from the document's date
    News,
    /// Dates count from the date last spoken of
    Narrative,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LookupFormat {
    Auto,
    /// A line for each reading, for a person
    Table,
    /// An object a line, for each name
    Jsonl,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum InputFormat {
    Auto,
    Text,
    Html,
    Jsonl,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum OffsetsArg {
    Byte,
    Codepoint,
    Utf16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum OptionalArg {
    Ignore,
    Wrong,
    Required,
}

impl Extract {
    /// What the pipeline is asked.
    pub fn options(&self) -> anyhow::Result<Options> {
        Ok(Options {
            labels: self.types.unwrap_or(Labels::ALL),
            explain: self.explain,
            ..self.recognition.options()?
        })
    }

    /// How inputs are read.
    pub fn read_options(&self) -> ReadOptions {
        let reading = &self.reading;
        ReadOptions {
            format: match reading.input_format {
                InputFormat::Auto => None,
                InputFormat::Text => Some(Format::Text),
                InputFormat::Html => Some(Format::Html),
                InputFormat::Jsonl => Some(Format::Jsonl),
            },
            fields: Fields {
                text: reading.text_field.clone(),
                id: reading.id_field.clone(),
                date: reading.date_field.clone(),
                title: reading.title_field.clone(),
            },
            keep_boilerplate: self.recognition.keep_boilerplate,
        }
    }

    /// Which files of directories are read.
    pub fn selection(&self) -> anyhow::Result<Selection> {
        Selection::new(&self.reading.glob).map_err(|error| anyhow!("--glob: {error}"))
    }

    /// What is written.
    pub fn write_options(&self) -> WriteOptions {
        WriteOptions {
            offsets: match self.offsets {
                OffsetsArg::Byte => Offsets::Byte,
                OffsetsArg::Codepoint => Offsets::Codepoint,
                OffsetsArg::Utf16 => Offsets::Utf16,
            },
            with_text: self.with_text,
            explain: self.explain,
        }
    }
}

impl Recognition {
    /// What the pipeline is asked, the user's lists read from their files.
    pub fn options(&self) -> anyhow::Result<Options> {
        Ok(Options {
            date: self.date,
            date_order: self.date_order.map(|order| match order {
                DateOrderArg::Mdy => DateOrder::MonthFirst,
                DateOrderArg::Dmy => DateOrder::DayFirst,
            }),
            genre: self.genre.map(|genre| match genre {
                GenreArg::News => Genre::News,
                GenreArg::Narrative => Genre::Narrative,
            }),
            min_confidence: self.min_confidence.unwrap_or_default(),
            home: match (&self.home, self.near) {
                (None, None) => None,
                (home, near) => Some(Home { near, ..home.clone().unwrap_or_default() }),
            },
            keep_boilerplate: self.keep_boilerplate,
            dictionaries: read_lists("--dictionary", &self.dictionary)?,
            ignore: read_lists("--ignore", &self.ignore)?,
            ..Options::default()
        })
    }
}

/// The user's lists that a flag names, read from their files.
pub fn read_lists(flag: &str, paths: &[PathBuf]) -> anyhow::Result<Vec<UserList>> {
    let lists = paths.iter().map(|path| {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| anyhow!("{flag}: {name}: {error}"))?;
        Ok(UserList { name, text })
    });
    lists.collect()
}

fn parse_labels(text: &str) -> Result<Labels, String> {
    let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
    let labels: Vec<Label> = names.map(parse_label).collect::<Result<_, _>>()?;
    if labels.is_empty() {
        return Err(format!("'{text}' holds no type; {}", all_labels()));
    }
    Ok(labels.into_iter().collect())
}

fn parse_label(name: &str) -> Result<Label, String> {
    name.parse().map_err(|_| {
        let likeness = |label: &Label| strsim::jaro_winkler(name, label.name());
        let near = Label::ALL.into_iter().filter(|label| likeness(label) > 0.75);
        let nearest = near.max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        let hint = nearest.map_or_else(all_labels, |label| format!("did you mean '{label}'?"));
        format!("'{name}' is not a type; {hint}")
    })
}

fn all_labels() -> String {
    format!("the types are {}", Label::ALL.map(Label::name).join(", "))
}

fn parse_date(text: &str) -> Result<Date, String> {
    let is_day = text.len() == "2023-11-09".len();
    let date = is_day.then(|| text.parse().ok()).flatten();
    date.ok_or_else(|| format!("'{text}' is not a date like 2023-11-09"))
}

fn parse_confidence(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| format!("'{text}' is not a number from 0 to 1"))
}

fn parse_jobs(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| format!("'{text}' is not a number of threads, 1 or more"))
}
