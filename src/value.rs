//! [`Timex`]: the value of a date, as TIMEX3 has it.

/// What a date mention stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Date, time, duration or set.
    pub kind: TimexKind,
    /// The TIMEX3 value: `2023-11-09`, `2023-11-09TAF`, `P2Y`, `XXXX-WXX-2`, `PAST_REF`.
    pub value: String,
    /// The TIMEX3 modifier: `early next week` has `START`.
    pub modifier: Option<Modifier>,
}

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexKind {
    /// A day or something longer on the calendar.
    Date,
    /// A time of day.
    Time,
    /// A stretch of time.
    Duration,
    /// A repeated time.
    Set,
}

impl TimexKind {
    /// The name as it is written in output.
    pub fn name(self) -> &'static str {
        match self {
            TimexKind::Date => "date",
            TimexKind::Time => "time",
            TimexKind::Duration => "duration",
            TimexKind::Set => "set",
        }
    }
}

/// The modifiers of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modifier {
    /// `before June`.
    Before,
    /// `after June`.
    After,
    /// `no later than June`.
    OnOrBefore,
    /// `no earlier than June`.
    OnOrAfter,
    /// `less than a year`.
    LessThan,
    /// `more than a year`.
    MoreThan,
    /// `at most a year`.
    EqualOrLess,
    /// `at least a year`.
    EqualOrMore,
    /// `early June`.
    Start,
    /// `mid-June`.
    Mid,
    /// `late June`.
    End,
    /// `about a year`.
    Approx,
}

impl Modifier {
    /// The name that TIMEX3 gives it.
    pub fn name(self) -> &'static str {
        match self {
            Modifier::Before => "BEFORE",
            Modifier::After => "AFTER",
            Modifier::OnOrBefore => "ON_OR_BEFORE",
            Modifier::OnOrAfter => "ON_OR_AFTER",
            Modifier::LessThan => "LESS_THAN",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::EqualOrLess => "EQUAL_OR_LESS",
            Modifier::EqualOrMore => "EQUAL_OR_MORE",
            Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::End => "END",
            Modifier::Approx => "APPROX",
        }
    }
}
