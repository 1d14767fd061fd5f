//! What around a word says whether it is a date: `May` the month or the verb, `1989` the year or a
//! count, `fall` the season.

use super::super::expr::Amount;
use super::super::words::*;
use crate::gazetteer::{Class, Unit};
use crate::pattern::{Cursor, Pattern, any};
use crate::tokenize::{Case, Gap, TokenKind};

/// Words after which a bare month, season or year is a time.
const BEFORE_TIME: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "from",
    "before",
    "after",
    "through",
    "last",
    "next",
    "this",
    "every",
    "each",
    "early",
    "late",
    "mid",
    "throughout",
    "between",
];

/// Words that join times, or stand before one when another went before.
const JOINS: &[&str] = &["and", "or", "to", "of", "for", "-", "–", "—", "("];

/// Marks and words before a number that make it no year.
const BEFORE_NUMBER: &[&str] = &[
    "$",
    "£",
    "€",
    "¥",
    "#",
    "no",
    "no.",
    "nos.",
    "number",
    "room",
    "route",
    "highway",
    "flight",
    "us$",
    "page",
    "section",
    "figure",
    "apollo",
    "article",
    "resolution",
    "mi",
    "boeing",
    "model",
    "nearly",
    "about",
    "some",
    "almost",
    "approximately",
    "only",
    "another",
    "over",
    "roughly",
    "than",
    "least",
    "exactly",
    "box",
    "unit",
    "channel",
    "windows",
    "area",
    "interstate",
    "chapter",
    "nasdaq",
    "around",
];

/// Words after a number that make it a count.
const COUNTED: &[&str] = &[
    "%",
    "percent",
    "per",
    "people",
    "troops",
    "soldiers",
    "men",
    "women",
    "km",
    "kilometers",
    "miles",
    "feet",
    "points",
    "votes",
    "dollars",
    "euros",
    "pounds",
    "yen",
    "tons",
    "tonnes",
    "barrels",
    "shares",
    "jobs",
    "workers",
    "copies",
    "acres",
    "hectares",
    "meters",
    "metres",
    "mw",
    "mg",
    "kg",
    "cc",
    "rpm",
    "million",
    "billion",
    "times",
    "homes",
    "houses",
    "deaths",
    "civilians",
    "prisoners",
    "guns",
    "aircraft",
    "tanks",
    "ships",
    "vehicles",
    "children",
    "students",
    "members",
    "employees",
    "years",
    "days",
    "months",
    "hours",
    "minutes",
    "weeks",
    "cases",
    "infantry",
    "cavalry",
    "killed",
    "wounded",
    "dead",
    "fighters",
    "families",
    "refugees",
    "delegates",
    "seats",
    "rubles",
    "francs",
    "kroner",
    "yuan",
    "won",
    "square",
    "cubic",
    "rounds",
    "rifles",
    "horses",
    "villages",
    "towns",
    "square-foot",
    "meter",
    "foot",
    "mile",
    "yards",
    "lb",
    "lbs",
    "hp",
    "strong",
    "officers",
    "casualties",
    "bombs",
    "rockets",
    "missiles",
    "sorties",
    "artillery",
    "regular",
    "regulars",
    "volunteers",
    "militia",
    "militiamen",
    "french",
    "german",
    "british",
    "american",
    "americans",
    "germans",
    "russians",
    "japanese",
    "other",
    "others",
    "more",
    "additional",
];

fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| word.eq_ignore_ascii_case(entry))
}

/// Whether a month stands as one: `May`, `March`, `Jan` and the like need a word of time before
/// them or no name around them.
pub fn month_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let text = at.text().trim_end_matches('.');
    let Some(token) = at.token() else { return false };
    if token.case == Case::Lower {
        return false;
    }
    let before = at.text_before();
    let ambiguous =
        ["may", "march", "april", "june", "august", "jan", "mar", "jun", "dec", "sep", "oct"];
    if !is_in(text, &ambiguous) {
        return !(text.len() == 3
            && token.case == Case::Title
            && at.text().len() == 3
            && !is_in(before, BEFORE_TIME));
    }
    if is_in(before, BEFORE_TIME) {
        return true;
    }
    let next_is_name = rest
        .token()
        .is_some_and(|next| next.is_word() && next.is_capitalized() && next.gap != Gap::None);
    let before_is_name = at
        .back(1)
        .and_then(Cursor::token)
        .is_some_and(|token| token.is_word() && token.is_capitalized());
    if next_is_name || before_is_name || rest.text().starts_with(['\'', '’']) {
        return false;
    }
    match text.to_ascii_lowercase().as_str() {
        "august" | "june" | "april" => !before.is_empty(),
        _ => is_in(before, JOINS) || before == ",",
    }
}

/// Whether a weekday stands as one; abbreviations need more than themselves.
pub fn weekday_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let text = at.text();
    if text.len() >= 6 {
        return true;
    }
    let dotted = text.ends_with('.') || rest.text() == ".";
    (dotted || is_in(at.text_before(), BEFORE_TIME) || at.text_before() == "on")
        && text.len() > 3
        && !text.eq_ignore_ascii_case("weds")
        || (text.ends_with('.') && at.text_before() != "")
}

/// Whether `the 9th` is a day: nothing that it counts follows.
pub fn nth_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let before = at.text_before();
    let Some(next) = rest.token() else { return is_day_preposition(before) };
    let word = rest.text();
    let ends = next.kind == TokenKind::Mark && !matches!(word, "-" | "/" | "'");
    let goes_on = next.is_word()
        && next.case == Case::Lower
        && (is_in(
            word,
            &[
                "to", "and", "until", "through", "at", "in", "by", "with", "for", "when", "after",
                "before", "while", "because", "as", "but", "where", "of",
            ],
        ));
    let digits = at.skip(1).token().is_some_and(|token| token.kind == TokenKind::Number);
    let of = word.eq_ignore_ascii_case("of");
    let joined = is_in(before, &["to", "and", "until", "through", "-"]) && !of;
    digits && (is_day_preposition(before) || joined) && (ends || (goes_on && !of))
}

fn is_day_preposition(word: &str) -> bool {
    is_in(
        word,
        &[
            "on", "by", "until", "till", "from", "since", "before", "after", "of", "between",
            "for", "around",
        ],
    )
}

/// Whether a number of four digits stands as a year.
pub fn year_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let before = at.text_before();
    let next = rest.token();
    if before.eq_ignore_ascii_case("'") || before == "’" {
        return is_number_free(rest);
    }
    if is_in(before, BEFORE_NUMBER)
        || (at.is_tight() && matches!(before, "." | "," | ":" | "$" | "+" | "_" | "@" | "#"))
    {
        return false;
    }
    if is_in(rest.text(), COUNTED) && !is_in(before, &["since", "until", "during"]) {
        return false;
    }
    if rest.is_tight() && matches!(rest.text(), "%" | ":" | "°" | "_") {
        return false;
    }
    if rest.is_tight() && matches!(rest.text(), "-" | "–") && !hyphen_goes_on(rest) {
        return false;
    }
    let apostrophe = matches!(at.text(), "'" | "’" | "‘");
    if apostrophe {
        return is_in(before, BEFORE_TIME) || is_in(before, JOINS) || before == "of";
    }
    let number: u32 = at.text().parse().unwrap_or(0);
    let timely =
        is_in(before, BEFORE_TIME) || is_in(before, JOINS) || matches!(before, "," | ";" | "/");
    let hyphenated = matches!(before, "-" | "–") && at.is_tight();
    let plausible = (1900..=2099).contains(&number);
    let _ = next;
    if hyphenated {
        return plausible
            && !at.back(2).is_some_and(|two| {
                two.token().is_some_and(|t| {
                    t.is_word()
                        && !is_in(
                            two.text(),
                            &["mid", "pre", "post", "non", "year", "late", "early"],
                        )
                })
            });
    }
    plausible || (timely && number >= 1300)
}

/// Whether what follows a hyphen after a year leaves it one: `1989-90`, `1984-present`, `2016-era`.
fn hyphen_goes_on(at: Cursor<'_>) -> bool {
    let next = at.skip(1);
    let number = next.token().is_some_and(|token| token.kind == TokenKind::Number);
    number
        || is_in(
            next.text(),
            &["present", "era", "style", "vintage", "model", "style", "to", "based"],
        )
        || next.token().is_some_and(|token| token.gap != Gap::None)
}

fn is_number_free(rest: Cursor<'_>) -> bool {
    !is_in(rest.text(), COUNTED)
}

/// Whether a bare season stands as one.
pub fn season_stands(at: Cursor<'_>, start: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let text = start.text().to_ascii_lowercase();
    let before = at.text_before();
    let with_the = start.index() > at.index();
    if rest
        .token()
        .is_some_and(|next| next.is_word() && next.is_capitalized() && next.gap == Gap::Space)
        && start.token().is_some_and(|token| token.is_capitalized())
    {
        return false;
    }
    match text.as_str() {
        "fall" | "spring" => {
            let of = rest.text().eq_ignore_ascii_case("of");
            (is_in(
                before,
                &[
                    "in", "by", "during", "until", "since", "last", "next", "this", "through",
                    "each", "every",
                ],
            ) || is_in(before, &["and", "or"]) && with_the)
                && !of
        }
        _ => {
            start.token().is_some_and(|token| token.case == Case::Lower)
                || is_in(before, BEFORE_TIME)
        }
    }
}

/// Whether what was read as a quarter or half is one of a game.
pub fn is_game_part(rest: Cursor<'_>) -> bool {
    is_in(rest.text(), &["goal", "goals", "score", "lead", "minute", "substitute", "whistle"])
}

/// Whether a quarter or half without a year is one of a year: `half` needs more.
pub fn quarter_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let is_half = rest.back(1).is_some_and(|last| last.text().eq_ignore_ascii_case("half"));
    let year_follows = year(rest).is_some()
        || rest.text().eq_ignore_ascii_case("of") && {
            let after = rest.skip(1);
            year(after).is_some()
                || is_in(after.text(), &["the", "this", "last", "next", "fiscal"])
                    && is_in(after.skip(1).text(), &["year", "fiscal", "1990"])
        };
    let results = is_in(
        rest.text(),
        &["results", "profit", "earnings", "sales", "revenue", "net", "figures"],
    );
    let _ = at;
    !is_half || year_follows || results
}

/// Whether `20:04` is a time and no score: after `at` and its like, or before a zone.
pub fn clock_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let two = at.text().len() == 2 && at.skip(2).text().len() >= 2;
    let marked = at_before(at) || is_in(rest.text(), &["on", "today", "yesterday"]);
    two && (marked
        || weekday(rest).is_some()
        || is_in(at.text_before(), &["(", ",", "and", "to", "-"]))
        || at_before(at)
}

/// `at`, `by`, `until` before a time of day.
pub fn at_before(at: Cursor<'_>) -> bool {
    is_in(
        at.text_before(),
        &[
            "at", "by", "until", "till", "from", "before", "after", "around", "about", "since",
            "between",
        ],
    )
}

/// Whether the words before take a length: `over the next year`.
pub fn lasts(at: Cursor<'_>) -> bool {
    is_in(at.text_before(), &["over", "within", "during", "for", "through", "throughout"])
}

/// Whether a length without a number stands after a word that takes one: `for years`.
pub fn takes_length(at: Cursor<'_>) -> bool {
    is_in(
        at.text_before(),
        &[
            "for",
            "in",
            "within",
            "over",
            "after",
            "took",
            "take",
            "takes",
            "taking",
            "lasted",
            "last",
            "lasting",
            "through",
            "spent",
            "spend",
            "spending",
            "of",
            "throughout",
            "waited",
            "wait",
            "just",
            "only",
        ],
    ) && !is_in(at.text_before(), &["of", "over", "last"])
}

/// Whether the unit is part of another noun: `year-round`, `day care`, `quarter-final`.
pub fn is_noun_of(unit: Unit, rest: Cursor<'_>) -> bool {
    let next = rest.text();
    let hyphen = rest.is_tight() && matches!(next, "-" | "–");
    let other = match unit {
        Unit::Second => &[
            "chance", "time", "term", "half", "place", "round", "straight", "day", "look", "man",
            "person", "year", "one", "part",
        ][..],
        Unit::Day => &["care", "trip", "job", "laborer", "laborers", "trader", "school"][..],
        Unit::Quarter => &["final", "finals", "century", "mile", "back", "point", "percentage"][..],
        _ => &[][..],
    };
    is_in(next, other)
        || (hyphen && matches!(unit, Unit::Quarter | Unit::Second))
        || (hyphen && is_in(rest.skip(1).text(), &["round", "end"]))
}

/// Whether a counted unit is a length: `a second` and `a quarter` by themselves are not.
pub fn length_stands(amount: Amount, at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let one = amount.count == Some(1.0);
    let article = is_in(at.text(), &["a", "an"]);
    match amount.unit {
        Unit::Second | Unit::Night if one => false,
        Unit::Quarter => false,
        Unit::Weekend if one => false,
        _ if one && article => {
            let of = rest.text().eq_ignore_ascii_case("of");
            !is_in(at.text_before(), &["such", "what", "quite"])
                && (!of || is_in(at.text_before(), BEFORE_TIME))
        }
        _ => true,
    }
}

/// Whether `a year` is a rate: a number or an amount of money stands shortly before it.
pub fn is_rate(at: Cursor<'_>, _rest: Cursor<'_>) -> bool {
    if is_in(
        at.text_before(),
        &[
            "for", "in", "within", "than", "about", "over", "after", "once", "of", "nearly",
            "almost", "under", "to", "with", "as", "just", "only", "and", "or", "by", "is", "was",
            "at", "until", "had", "least", "took", "take", "lasted", "spent", "through",
        ],
    ) {
        return false;
    }
    (1..=4).filter_map(|count| at.back(count)).any(|before| {
        before.token().is_some_and(|token| token.kind == TokenKind::Number)
            || before.text() == "$"
            || is_in(before.text(), &["million", "billion", "times", "dollars"])
    })
}

/// Whether a clause ends here or goes on with something that is no noun: `two days before.`
pub fn clause_ends(at: Cursor<'_>) -> bool {
    let Some(token) = at.token() else { return true };
    if token.kind == TokenKind::Mark {
        return !matches!(at.text(), "\"" | "“" | "$" | "-" | "'" | "‘");
    }
    is_in(
        at.text(),
        &[
            "and", "but", "in", "at", "on", "when", "with", "by", "to", "for", "that", "as", "or",
            "from", "while", "because",
        ],
    )
}

/// Whether an adverb of time stands as one and not in a name: `Daily News`, `Today Show`.
pub fn word_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let Some(token) = at.token() else { return false };
    let last = rest.back(1).unwrap_or(at);
    let next = rest.token();
    let name_after =
        next.is_some_and(|next| next.is_word() && next.is_capitalized() && next.gap == Gap::Space);
    let name_before = at
        .back(1)
        .and_then(Cursor::token)
        .is_some_and(|before| before.is_word() && before.is_capitalized());
    if token.is_capitalized() && (name_before || name_after) && token.case != Case::Upper {
        let first = at.back(1).is_none();
        let day = is_in(
            at.text(),
            &["today", "yesterday", "tomorrow", "now", "recently", "currently", "tonight"],
        );
        return first && day && !name_before;
    }
    let text = last.text().to_ascii_lowercase();
    match text.as_str() {
        "now" => !(rest.text().eq_ignore_ascii_case("that") && at.back(1).is_none()),
        "past" => {
            is_in(at.text_before(), &["in", "from", "of", "with", "than", "to"])
                && !year(rest).is_some()
                && unit(rest).is_none()
                && rest.token().is_none_or(|next| {
                    !next.is_word()
                        || is_in(
                            rest.text(),
                            &[
                                "and", "but", "to", "have", "has", "had", "is", "was", "when",
                                "as", "he", "she", "it", "they", "we", "i", "few",
                            ],
                        )
                })
        }
        "present" => is_in(at.text_before(), &["in", "from", "for", "to", "until", "at"]),
        "future" => !rest.text().eq_ignore_ascii_case("s"),
        "moment" | "point" => {
            is_in(at.text_before(), &["at", "for", "from", "until"])
                || is_in(at.text(), &["this"]) && is_in(at.text_before(), &["at"])
        }
        "time" => is_in(
            at.text_before(),
            &["at", "by", "until", "from", "around", "since", "about", "during"],
        ),
        _ => true,
    }
}

/// Whether a stage of a decade stands before: `early 80s`.
pub fn in_stage(at: Cursor<'_>) -> bool {
    at.back(1).is_some_and(|before| stage(before).is_some())
        || any(&["-"]).read(at).is_some()
        || at.back(2).is_some_and(|before| at.text_before() == "-" && stage(before).is_some())
}

/// Whether a token has a reading of a class; for the tests of whole phrases.
pub fn has(at: Cursor<'_>, class: Class) -> bool {
    at.token().is_some() && at.scanned().hits.is(at.index(), class)
}
