//! What around a word says whether it is a date: `May` the month or the verb, `1989` the year or a
//! count, `fall` the season. The words are in `contexts.tsv`, by what they tell.

use super::super::expr::Amount;
use super::super::words::*;
use crate::gazetteer::{Class, Nearby, Tense, Unit};
use crate::pattern::{Cursor, is_entry};
use crate::tokenize::{Case, Gap, Token, TokenKind};

/// Whether the token after the cursor tells this.
pub(super) fn tells(at: Cursor<'_>, nearby: Nearby) -> bool {
    is_entry(at, Class::Nearby, nearby as u8)
}

/// Whether the token before the cursor tells this.
pub(super) fn told_before(at: Cursor<'_>, nearby: Nearby) -> bool {
    at.back(1).is_some_and(|before| tells(before, nearby))
}

pub(super) fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| word.eq_ignore_ascii_case(entry))
}

/// Whether a token is a word with a capital.
fn is_name(token: Option<&Token>) -> bool {
    token.is_some_and(|token| token.is_word() && token.is_capitalized())
}

/// Whether a word with a capital follows after a space.
fn name_follows(rest: Cursor<'_>) -> bool {
    is_name(rest.token()) && !rest.is_tight()
}

/// Whether a word with a capital stands before that does not start the sentence.
pub(super) fn name_precedes(at: Cursor<'_>) -> bool {
    at.back(2).is_some() && is_name(at.back(1).and_then(Cursor::token))
}

/// Whether a month stands as one: `May`, `March`, `Jan` and the like need a word of time before
/// them or no name around them.
pub fn month_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let text = at.text();
    let Some(token) = at.token() else { return false };
    let timely =
        told_before(at, Nearby::BeforeTime) && !at.text_before().eq_ignore_ascii_case("the");
    let impossible =
        rest.token().is_some_and(|next| next.kind == TokenKind::Number) && rest.text().len() <= 2;
    if token.case == Case::Lower || impossible {
        return false;
    }
    if text.trim_end_matches('.').len() == 3 && !text.eq_ignore_ascii_case("may") {
        return timely || text.ends_with('.');
    }
    let ambiguous = ["may", "march", "april", "june", "august"];
    if timely || !is_in(text, &ambiguous) {
        return true;
    }
    let apart = !name_follows(rest) && !is_name(at.back(1).and_then(Cursor::token));
    if !apart || names_person(at) || rest.text().starts_with(['\'', '’']) {
        return false;
    }
    let joined = told_before(at, Nearby::Joins) || at.text_before() == ",";
    let verb = is_in(text, &["may", "march"]);
    if verb { joined } else { at.back(1).is_some() }
}

/// Whether a word right before names a person or says who one is: `her daughter April`.
fn names_person(at: Cursor<'_>) -> bool {
    let Some(before) = at.back(1).filter(|before| before.index() < at.index()) else {
        return false;
    };
    let hits = at.scanned().hits;
    let is = |class| hits.is(before.index(), class);
    if told_before(at, Nearby::BeforeTime) || told_before(at, Nearby::GoesOn) {
        return false;
    }
    is(Class::Relation)
        || is(Class::Title)
        || is(Class::Honorific)
        || is_name(before.token()) && is(Class::GivenName)
}

/// Whether a word with a capital leads a name that goes on: `Saturday Night Live`.
pub fn is_title(at: Cursor<'_>) -> bool {
    at.token().is_some_and(|token| token.case == Case::Title) && name_follows(at.skip(1))
}

/// Whether a weekday stands as one; abbreviations need more than themselves.
pub fn weekday_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let text = at.text();
    if names_person(at) && !name_precedes(at) {
        return false;
    }
    let dotted = text.ends_with('.') && at.back(1).is_some();
    let timely = told_before(at, Nearby::BeforeTime) && text.len() == 4 && rest.text() == ".";
    text.len() >= 6 || dotted || timely
}

/// Whether `the 9th` is a day: nothing that it counts follows.
pub fn nth_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let before = at.text_before();
    let digits = at.skip(1).token().is_some_and(|token| token.kind == TokenKind::Number);
    let of = rest.text().eq_ignore_ascii_case("of");
    let before_day = told_before(at, Nearby::BeforeTime) || is_in(before, &["on", "of", "for"]);
    let joined = is_in(before, &["to", "and", "through", "-"]);
    let apart = match rest.token() {
        None => true,
        Some(next) if next.kind == TokenKind::Mark => !is_in(rest.text(), &["-", "/", "'", "’"]),
        Some(_) => tells(rest, Nearby::GoesOn),
    };
    digits && !of && apart && (before_day || joined)
}

/// Whether a bare season stands as one.
pub fn season_stands(at: Cursor<'_>, start: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let capital = is_name(start.token());
    if capital && name_follows(rest) && start.token().is_some_and(|token| token.case != Case::Upper)
    {
        return false;
    }
    let timely =
        told_before(at, Nearby::BeforeTime) && !at.text_before().eq_ignore_ascii_case("the");
    let with_the = start.index() > at.index();
    if is_in(start.text(), &["fall", "spring"]) {
        let joined = with_the && is_in(at.text_before(), &["and", "or"]);
        let from = at.text_before().eq_ignore_ascii_case("from");
        return (timely && !from || joined) && !rest.text().eq_ignore_ascii_case("of");
    }
    !capital || timely
}

/// Whether a word for a session of a market follows: `morning trade`.
pub fn is_session(rest: Cursor<'_>) -> bool {
    is_in(rest.text(), &["trading", "trade", "session", "deals", "dealings", "dealing"])
}

/// Whether a noun follows that the word before describes: `the summer offensive`.
pub fn describes(rest: Cursor<'_>) -> bool {
    rest.token()
        .is_some_and(|next| next.is_word() && next.case == Case::Lower && next.gap == Gap::Space)
        && !tells(rest, Nearby::GoesOn)
        && !tells(rest, Nearby::BeforeTime)
        && !is_in(rest.text(), &["of", "the", "a"])
        && !rest.text().ends_with("ly")
        && !rest.text().ends_with("ed")
}

/// Whether what was read as a quarter or half is one of a game.
pub fn is_game_part(rest: Cursor<'_>) -> bool {
    is_in(
        rest.text(),
        &["goal", "goals", "score", "lead", "minute", "substitute", "whistle", "final", "finals"],
    )
}

/// Whether a quarter or half without a year is one of a year: `half` needs more.
pub fn quarter_stands(rest: Cursor<'_>) -> bool {
    let is_half = rest.back(1).is_some_and(|last| last.text().eq_ignore_ascii_case("half"));
    let of = rest.text().eq_ignore_ascii_case("of");
    let of_year =
        of && (year(rest.skip(1)).is_some() || is_in(rest.skip(2).text(), &["year", "fiscal"]));
    let results = [
        "results", "profit", "profits", "earnings", "sales", "revenue", "net", "figures", "growth",
        "loss", "losses", "dividend", "income", "turnover", "output", "pretax",
    ];
    !is_half || year(rest).is_some() || of_year || is_in(rest.text(), &results)
}

/// Whether `20:04` is a time and no score: after `at` and its like, or beside a day or another time.
pub fn clock_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let two = at.text().len() == 2;
    let beside = is_in(at.text_before(), &["(", ",", "to", "-", "–"])
        || is_in(rest.text(), &["on", "today", "yesterday"]);
    at_before(at) || two && (beside || weekday(rest).is_some())
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
    told_before(at, Nearby::TakesLength)
}

/// Whether a phrase starts here: at the start of the sentence, after a mark or a verb.
pub fn opens_phrase(at: Cursor<'_>) -> bool {
    let Some(before) = at.back(1) else { return true };
    before.token().is_some_and(|token| token.kind == TokenKind::Mark)
        || is_in(
            before.text(),
            &["and", "but", "only", "just", "comes", "off", "out", "up", "over"],
        )
        || before.text().len() > 4 && before.text().ends_with("ed")
        || is_entry(before, Class::Tense, Tense::Past as u8)
}

/// Whether `over` and its like belong to the length that follows: `for over two years`, not
/// `rose over two years`.
pub fn bound_stands(at: Cursor<'_>) -> bool {
    let before = at.back(1);
    if !is_in(at.text(), &["over", "under"]) || before.is_none() {
        return true;
    }
    let free = [
        "of", "by", "the", "a", "with", "well", "just", "is", "was", "are", "were", "be", "and",
        "or", "to", "than", "every", "at",
    ];
    told_before(at, Nearby::TakesLength)
        || is_in(at.text_before(), &free)
        || at.text_before() == ","
}

/// Whether the unit is part of another noun: `year-round`, `day care`, `quarter-final`.
pub fn is_noun_of(unit: Unit, rest: Cursor<'_>) -> bool {
    let next = rest.text();
    let hyphen = rest.is_tight() && matches!(next, "-" | "–");
    let nouns: &[&str] = match unit {
        Unit::Second => &[
            "chance", "time", "term", "half", "place", "round", "straight", "day", "year", "vote",
            "one", "person",
        ],
        Unit::Minute => &["amount", "amounts", "hand", "details", "quantities"],
        Unit::Day => &["care", "trip", "job", "laborer", "laborers", "trader", "school"],
        Unit::Quarter => &["final", "finals", "century", "mile", "back", "point", "percentage"],
        _ => &[],
    };
    is_in(next, nouns)
        || hyphen && matches!(unit, Unit::Quarter | Unit::Second)
        || hyphen && is_in(rest.skip(1).text(), &["round", "end"])
}

/// Whether a hyphen joins the unit to a word: `a year-long trial`, which is another length.
pub fn unit_is_joined(rest: Cursor<'_>) -> bool {
    rest.is_tight()
        && matches!(rest.text(), "-" | "–")
        && rest.skip(1).is_tight()
        && rest.skip(1).token().is_some_and(|next| next.is_word())
}

/// Whether a counted unit is a length: `a second` and `a quarter` by themselves are not.
pub fn length_stands(amount: Amount, at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let one = amount.count == Some(1.0);
    let article = is_in(at.text(), &["a", "an"]);
    if at.text_before() == "as" && at.text() == "many" {
        return false;
    }
    match amount.unit {
        Unit::Second | Unit::Night | Unit::Weekend if one => false,
        Unit::Quarter => false,
        Unit::Day if one && is_in(at.text(), &["one"]) => takes_length(at),
        _ if one && article => {
            let of = rest.text().eq_ignore_ascii_case("of");
            !is_in(at.text_before(), &["such", "what", "quite"]) && (!of || takes_length(at))
        }
        _ => true,
    }
}

/// Whether `a year` is a rate: a number or an amount of money stands shortly before it, and no word
/// that takes a length right before it.
pub fn is_rate(at: Cursor<'_>) -> bool {
    let number = |before: Cursor<'_>| {
        before.token().is_some_and(|token| token.kind == TokenKind::Number)
            || is_in(
                before.text(),
                &["$", "million", "billion", "times", "dollars", "hundred", "thousand"],
            )
    };
    let takes = takes_length(at)
        || told_before(at, Nearby::GoesOn)
        || told_before(at, Nearby::BeforeNumber)
        || told_before(at, Nearby::BeforeTime);
    let bound = is_in(at.text_before(), &["of", "over", "under", "once"]);
    !takes && !bound && (1..=4).filter_map(|count| at.back(count)).any(number)
}

/// Whether a clause ends here or goes on with something that is no noun: `two days before.`
pub fn clause_ends(at: Cursor<'_>) -> bool {
    match at.token() {
        None => true,
        Some(token) if token.kind == TokenKind::Mark => {
            !is_in(at.text(), &["\"", "“", "$", "-", "'", "‘"])
        }
        Some(_) => {
            tells(at, Nearby::GoesOn) && !is_in(at.text(), &["he", "she", "they", "it", "we"])
        }
    }
}

/// Whether a holiday stands as one, and not in the name of something else: `Christmas Island`.
pub fn holiday_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let dated = day_part(rest).is_some() || month(rest).is_some() || weekday(rest).is_some();
    let upper = at.token().is_some_and(|token| token.case == Case::Upper);
    let before = at.back(1);
    let function = told_before(at, Nearby::BeforeTime) || told_before(at, Nearby::GoesOn);
    let leads =
        is_name(before.and_then(Cursor::token)) && !function && weekday_before(at).is_none();
    let named = name_follows(rest) && !dated || leads;
    upper || !named
}

fn weekday_before(at: Cursor<'_>) -> Option<u8> {
    weekday(at.back(1)?).map(|(number, _)| number)
}

/// Whether a word of time stands as one and not in a name: `Daily News`, `Today Show`.
pub fn word_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let Some(token) = at.token() else { return false };
    let first = at.back(1).is_none_or(|before| opens_clause(before.text()));
    if token.case == Case::Title && (!first || name_follows(rest) && is_name_word(rest)) {
        return false;
    }
    let last = rest.back(1).map_or("", Cursor::text);
    match last.to_ascii_lowercase().as_str() {
        "now" => !(rest.text().eq_ignore_ascii_case("that") && first),
        "overnight" => !describes(rest),
        "past" | "future" => past_or_future_stands(at, rest),
        "present" => is_in(at.text_before(), &["in", "from", "for", "to", "until", "at"]),
        "moment" | "point" | "time" => is_in(
            at.text_before(),
            &["at", "for", "from", "until", "by", "around", "since", "about"],
        ),
        _ => true,
    }
}

/// Whether a mark lets a new clause start with a capital.
fn opens_clause(mark: &str) -> bool {
    is_in(mark, &["\"", "“", "‘", "'", ":", "(", "—", "–", "•", "-", "*", ">", "…"])
}

/// Whether a word with a capital is no opening word of a clause: `Today He` is no name.
fn is_name_word(rest: Cursor<'_>) -> bool {
    !tells(rest, Nearby::GoesOn)
}

/// `in the past`, `for the future`, but not `the past year`, `the future of the party`.
fn past_or_future_stands(at: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let before = is_in(at.text_before(), &["in", "from", "for", "into", "than", "of", "with"]);
    let ends = rest.token().is_none_or(|next| !next.is_word() || tells(rest, Nearby::GoesOn));
    before && ends
}

/// Whether a stage of a decade stands before: `early 80s`.
pub fn in_stage(at: Cursor<'_>) -> bool {
    let hyphened = at.back(2).is_some_and(|two| at.text_before() == "-" && stage(two).is_some());
    hyphened || at.back(1).is_some_and(|one| stage(one).is_some())
}
