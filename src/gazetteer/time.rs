//! The codes of the words of which dates are made, and of those next to dates. Shared with `build.rs`.

codes! {
    /// A season.
    Season {
        /// March to May in the north.
        Spring = "SP",
        /// June to August.
        Summer = "SU",
        /// September to November.
        Autumn = "FA",
        /// December to February.
        Winter = "WI",
    }
}

codes! {
    /// A part of the day.
    DayPart {
        /// Until noon.
        Morning = "MO",
        /// About noon.
        Midday = "MI",
        /// From noon on.
        Afternoon = "AF",
        /// The end of the day.
        Evening = "EV",
        /// The dark hours.
        Night = "NI",
        /// The light hours.
        Daytime = "DT",
    }
}

codes! {
    /// A unit of time.
    Unit {
        /// A second.
        Second = "second",
        /// A minute.
        Minute = "minute",
        /// An hour.
        Hour = "hour",
        /// A day.
        Day = "day",
        /// A night.
        Night = "night",
        /// Saturday and Sunday.
        Weekend = "weekend",
        /// A week.
        Week = "week",
        /// Two weeks.
        Fortnight = "fortnight",
        /// A month.
        Month = "month",
        /// Three months.
        Quarter = "quarter",
        /// A year.
        Year = "year",
        /// Ten years.
        Decade = "decade",
        /// A hundred years.
        Century = "century",
        /// A thousand years.
        Millennium = "millennium",
    }
}

codes! {
    /// Which one of the times of a kind.
    Pick {
        /// The one that holds now.
        This = "this",
        /// The one spoken of.
        Same = "same",
        /// The one before now.
        Last = "last",
        /// The ones up to now.
        Past = "past",
        /// The one after now.
        Next = "next",
        /// The ones from now on.
        Coming = "coming",
        /// The one before that spoken of.
        Previous = "previous",
        /// The one after that spoken of.
        Following = "following",
        /// Some not long before now.
        Recent = "recent",
        /// The last one that is over.
        Latest = "latest",
    }
}

codes! {
    /// A part of a time.
    Stage {
        /// Its beginning.
        Start = "START",
        /// Its middle.
        Mid = "MID",
        /// Its end.
        End = "END",
    }
}

codes! {
    /// What a word tells of the number, month or length next to it.
    Nearby {
        /// Before it: a time follows, `in`, `since`.
        BeforeTime = "before time",
        /// Before it: a number of something follows, `Room`, `nearly`.
        BeforeNumber = "before number",
        /// After it: it was a number of something, `people`, `percent`.
        Counted = "counted",
        /// Between times.
        Joins = "joins",
        /// After it: the sentence goes on without it, `and`, `when`.
        GoesOn = "goes on",
        /// Before it: a length follows, `for`, `lasted`.
        TakesLength = "takes length",
    }
}

codes! {
    /// On which side of now.
    Tense {
        /// Before.
        Past = "past",
        /// After.
        Future = "future",
    }
}

codes! {
    /// How a length is bounded.
    Bound {
        /// `only`: not at all.
        None = "none",
        /// `about`.
        About = "APPROX",
        /// `more than`.
        More = "MORE_THAN",
        /// `less than`.
        Less = "LESS_THAN",
        /// `at least`.
        AtLeast = "EQUAL_OR_MORE",
        /// `at most`.
        AtMost = "EQUAL_OR_LESS",
    }
}
