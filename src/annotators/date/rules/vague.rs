//! Words that are a time by themselves: `today`, `now`, `recently`, `annual`.

use std::sync::LazyLock;

use super::super::expr::{Amount, Base, DayPart, Expr, Time, Unit};
use super::context;
use crate::gazetteer::Class;
use crate::pattern::{Cursor, Found, Pattern, any, entry, optional, word};

/// The meaning of each row of `words.tsv`, in its order.
static WORDS: LazyLock<Vec<Expr>> = LazyLock::new(|| {
    let rows = include_str!("../../../../dictionaries/date/words.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#'));
    rows.map(|row| meaning(row).expect("words.tsv has kinds and values that are known")).collect()
});

/// The meaning of a row of `words.tsv`: word, kind, value.
fn meaning(row: &'static str) -> Option<Expr> {
    let mut fields = row.split('\t').skip(1);
    let (kind, value) = (fields.next()?, fields.next()?);
    match kind {
        "date" => Some(Expr::Vague(value)),
        "day" => Some(day(value.parse().ok()?)),
        "part" => {
            let (by, mark) = value.split_at(value.len() - 2);
            let part = DayPart::from_name(mark)?;
            Some(Expr::At(Time::Part(part), Box::new(day(by.parse().ok()?))))
        }
        "set" => Some(Expr::Repeated(period(value)?)),
        _ => None,
    }
}

fn day(by: i32) -> Expr {
    Expr::Shifted { unit: Unit::Day, by, from: Base::Now }
}

/// `P1D`, `PT1H`.
fn period(value: &str) -> Option<Amount> {
    let (number, unit) = value.strip_prefix("PT").or(value.strip_prefix('P'))?.split_at(1);
    let unit = match unit {
        "H" => Unit::Hour,
        "D" => Unit::Day,
        "W" => Unit::Week,
        "M" => Unit::Month,
        "Q" => Unit::Quarter,
        "Y" => Unit::Year,
        _ => return None,
    };
    Some(Amount::new(number.parse().ok()?, unit))
}

/// What it finds: `now`, `currently`, `recent`, `the future`, `yesterday`, `tonight`, `daily`.
/// What it leaves: `Daily News`, `the Now Generation`.
pub fn word_alone(at: Cursor<'_>) -> Found<'_, Expr> {
    let (row, rest) = entry(Class::Date).read(at)?;
    let expr = WORDS.get(usize::from(row))?.clone();
    context::word_stands(at, rest).then_some((expr, rest))
}

/// `today`, `yesterday`: a word for a day, which a time can follow.
pub fn day_word(at: Cursor<'_>) -> Found<'_, Expr> {
    word_alone.when(|expr| matches!(expr, Expr::Shifted { .. })).read(at)
}

/// What it finds: `that time`, `the time` after `at`; `the same time` with a date to refer to.
pub fn that_time(at: Cursor<'_>) -> Found<'_, Expr> {
    let (index, rest) = any(&["that", "the"]).read(at)?;
    let (_, rest) = word("time").read(rest)?;
    let before = at.text_before();
    if !context::is_in(before, &["at", "by", "since", "until", "from", "before"]) {
        return None;
    }
    let (of, _) = optional(any(&["of", "when", "that"])).read(rest)?;
    let bare = index == 0 || (before.eq_ignore_ascii_case("at") && of.is_none());
    bare.then_some((Expr::Vague("PAST_REF"), rest))
}
