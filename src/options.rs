//! [`Options`]: what a user can ask of the pipeline.

use jiff::civil::Date;

use crate::label::Labels;

/// What to look for and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The types to return; the others still help to decide.
    pub labels: Labels,
    /// Mentions that are less sure than this, from 0 to 1, are left out.
    pub min_confidence: f64,
    /// The date of every document, over what the documents say.
    pub date: Option<Date>,
    /// Whether page furniture is read as article text.
    pub keep_boilerplate: bool,
    /// Whether mentions carry their [`Explanation`](crate::mention::Explanation).
    pub explain: bool,
    /// How `11/9/2023` is read; told by the document if not set.
    pub date_order: Option<DateOrder>,
    /// What relative dates count from; told by the document if not set.
    pub genre: Option<Genre>,
    /// Where the documents come from, if the user knows.
    pub home: Option<Home>,
    /// The user's own entries, which win over the built-in ones.
    pub dictionaries: Vec<UserList>,
    /// Surfaces that are never a mention.
    pub ignore: Vec<UserList>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            labels: Labels::ALL,
            min_confidence: 0.0,
            date: None,
            keep_boilerplate: false,
            explain: false,
            date_order: None,
            genre: None,
            home: None,
            dictionaries: Vec::new(),
            ignore: Vec::new(),
        }
    }
}

/// A region or a point that a user's texts are about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Home {
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The name of a first-order division.
    pub admin1: Option<String>,
    /// Latitude and longitude in degrees.
    pub near: Option<(f64, f64)>,
}

/// A dictionary or list of surfaces that the user wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserList {
    /// What errors and explanations call it: its path.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The order of day and month in dates of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `11/9/2023` is November 9.
    MonthFirst,
    /// `11/9/2023` is September 11.
    DayFirst,
}

/// What relative dates count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genre {
    /// The document's date: `Tuesday` is the nearest one.
    News,
    /// The date last spoken of: `the following day` is the day after that.
    Narrative,
}
