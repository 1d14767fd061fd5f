//! [`Document`]: a text to annotate, with what is known about it.

use jiff::civil::Date;

/// A text with its name and date.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What the output calls it: a file's name, or the input's own id.
    pub id: String,
    /// The path it was read from, if any.
    pub path: Option<String>,
    /// Its title, if the input gave one apart from the text.
    pub title: Option<String>,
    /// When it was published, if known before its text is read.
    pub date: Option<DocumentDate>,
    /// The text, which no stage changes.
    pub text: String,
}

impl Document {
    /// A document that is a text and nothing else.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// The date on which a document was published, which relative dates count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentDate {
    /// The day.
    pub value: Date,
    /// Who says so.
    pub source: DateSource,
}

/// Where a document's date comes from; the first that is known counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSource {
    /// The user said so, for all documents.
    Option,
    /// The page's metadata, or the record's own field.
    Metadata,
    /// The file's name.
    Filename,
    /// The article's own dateline or byline.
    Dateline,
}

impl DateSource {
    /// The name as it is written in output.
    pub fn name(self) -> &'static str {
        match self {
            DateSource::Option => "option",
            DateSource::Metadata => "metadata",
            DateSource::Filename => "filename",
            DateSource::Dateline => "dateline",
        }
    }
}
