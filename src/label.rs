//! [`Label`]: the four types of mention, and [`Labels`], a choice of them.

use std::fmt;
use std::str::FromStr;

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// A person, real or fictional, by full or partial name.
    Person,
    /// A country, region, city, natural feature, street or building.
    Place,
    /// A company, public body, party, armed group, medium, school or team.
    Organization,
    /// A calendar date, time of day, duration or set of times, as in TIMEX3.
    Date,
}

impl Label {
    /// Every label, in the order in which tables show them.
    pub const ALL: [Label; 4] = [Label::Person, Label::Place, Label::Organization, Label::Date];

    /// The labels that a name can have: all but dates.
    pub const NAMES: [Label; 3] = [Label::Person, Label::Place, Label::Organization];

    /// The name as it is written in output and in options.
    pub fn name(self) -> &'static str {
        match self {
            Label::Person => "person",
            Label::Place => "place",
            Label::Organization => "organization",
            Label::Date => "date",
        }
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Label {
    type Err = UnknownLabel;

    fn from_str(text: &str) -> Result<Self, UnknownLabel> {
        let found = Label::ALL.into_iter().find(|label| label.name() == text);
        found.ok_or_else(|| UnknownLabel(text.to_owned()))
    }
}

/// The text that was given for a label and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLabel(String);

impl fmt::Display for UnknownLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}' is not a type; the types are person, place, organization, date", self.0)
    }
}

impl std::error::Error for UnknownLabel {}

/// A set of labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels(u8);

impl Labels {
    /// All four labels.
    pub const ALL: Labels = Labels(0b1111);

    /// Whether the set holds `label`.
    pub fn contains(self, label: Label) -> bool {
        self.0 & (1 << label as u8) != 0
    }
}

impl FromIterator<Label> for Labels {
    fn from_iter<I: IntoIterator<Item = Label>>(labels: I) -> Self {
        Labels(labels.into_iter().fold(0, |bits, label| bits | 1 << label as u8))
    }
}
