//! Dates that are counted from another: `last week`, `two years ago`, `the previous day`,
//! `early next month`, `May last year`.

use super::super::expr::{
    Amount, Base, Bound, DayPart, Expr, Fields, Part, Pick, Stage, Time, Unit,
};
use super::super::words::*;
use super::length::{amount, bounded};
use super::{context, explicit, numbers, points};
use crate::pattern::{Cursor, Found, Pattern, ahead, any, optional, phrase, tight, unless, word};

/// What it finds: `this year`, `last week`, `the previous day`, `that same month`, `next quarter`.
/// What it leaves: `the past year`, which is a length; `the past fiscal year` is a date.
pub fn picked_unit(at: Cursor<'_>) -> Found<'_, Expr> {
    let (the, start) = optional(the).read(at)?;
    let (pick, rest) = picks(start)?;
    let (kind, rest) =
        optional(any(&["fiscal", "financial", "calendar", "business"])).read(rest)?;
    let (unit, rest) = unit(rest)?;
    let plural = rest.back(1)?.text().ends_with('s');
    if plural || unit < Unit::Day || unit == Unit::Night {
        return None;
    }
    if context::is_noun_of(unit, rest) {
        return None;
    }
    let shifted = |by, from| Some(Expr::Shifted { unit, by, from });
    let expr = match (pick, the.is_some()) {
        (Pick::This, _) if unit == Unit::Day && at.text_before() == "to" => {
            Some(Expr::Vague("PRESENT_REF"))
        }
        (Pick::This, _) if unit == Unit::Day => shifted(0, Base::Spoken),
        (Pick::This, _) => shifted(0, Base::Now),
        (Pick::Same, _) => shifted(0, Base::Spoken),
        (Pick::Last, false) => shifted(-1, Base::Now),
        (Pick::Next, false) | (Pick::Coming, _) => shifted(1, Base::Now),
        (Pick::Previous, true) => shifted(-1, Base::Spoken),
        (Pick::Next, true) if context::lasts(at) => None,
        (Pick::Next | Pick::Following, true) => shifted(1, Base::Spoken),
        (Pick::Latest, true) => shifted(-1, Base::Now),
        (Pick::Past | Pick::Last, true) if kind.is_some() => shifted(-1, Base::Now),
        _ => None,
    };
    Some((expr?, rest))
}

/// `this`, `that same`, `this coming`, `this past`: the last word decides.
pub fn picks(at: Cursor<'_>) -> Found<'_, Pick> {
    let (first, rest) = pick(at)?;
    match pick(rest) {
        Some((second, end)) if first == Pick::This || second == Pick::Same => match second {
            Pick::Past => Some((Pick::Last, end)),
            Pick::This | Pick::Same => Some((first, end)),
            second => Some((second, end)),
        },
        Some(_) if first == Pick::Same => None,
        _ => Some((first, rest)),
    }
}

/// What it finds: `last October`, `next Tuesday`, `this summer`, `this Thanksgiving`,
/// `the previous Friday`, `this morning`, `that night`, `last Friday night`.
pub fn picked_point(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the).read(at)?;
    let (pick, rest) = picks(start)?;
    if matches!(pick, Pick::Recent) {
        return None;
    }
    if let Some((part, rest)) = day_part(rest) {
        return picked_part(pick, part, rest);
    }
    let (part, rest) = named_part(rest)?;
    let (time, rest) = optional(day_part).read(rest)?;
    let time = time.map(Time::Part);
    let fields = Fields { year: None, part, time };
    Some((Expr::Picked(pick, fields), rest))
}

/// `this morning`, `that night`, `the next morning`, `the previous evening`.
fn picked_part(pick: Pick, part: DayPart, rest: Cursor<'_>) -> Found<'_, Expr> {
    let day = |by, from| Expr::Shifted { unit: Unit::Day, by, from };
    let day = match pick {
        Pick::This => day(0, Base::Now),
        Pick::Same => day(0, Base::Spoken),
        Pick::Last => day(-1, Base::Now),
        Pick::Previous => day(-1, Base::Spoken),
        Pick::Next | Pick::Following => day(1, Base::Spoken),
        _ => return None,
    };
    let time = Time::Part(part);
    Some((Expr::At(time, Box::new(day)), rest))
}

/// A month, weekday, season, holiday or quarter by its name.
fn named_part(at: Cursor<'_>) -> Found<'_, Part> {
    if let Some((row, rest)) = holiday(at) {
        return Some((Part::Holiday(row), rest));
    }
    if let Some((number, rest)) = month(at) {
        return match plain_day(rest).or_else(|| day_ordinal(rest)) {
            Some((day, rest)) => {
                let month = Some(number);
                Some((Part::Day { month, day, weekday: None }, rest))
            }
            None => Some((Part::Month(number), rest)),
        };
    }
    let weekday = weekday.map(Part::Weekday);
    let season = season.map(Part::Season);
    weekday.or(season).or(explicit::quarter_part).read(at)
}

/// What it finds: `two years ago`, `more than a decade ago`, `a year ago Tuesday`.
/// What it leaves: `two days in the past week`, which are two lengths.
pub fn ago(at: Cursor<'_>) -> Found<'_, Expr> {
    let ((bound, amount), rest) = bounded(amount_or_plural).read(at)?;
    let past =
        (phrase(&["in", "the", "past"]), unless(unit), unless(super::length::amount)).map(|_| 0);
    let back = any(&["ago", "back"]).or(past);
    let (_, rest) = back.read(rest)?;
    let apart = Expr::Apart { amount, later: false, from: Base::Now };
    let (on, rest) = match weekday(rest) {
        Some((number, end)) => (Some(number), end),
        None => (None, rest),
    };
    let (today, rest) = optional(word("today")).read(rest)?;
    let expr = match (on, today) {
        (Some(number), _) => Expr::ToTheDay(amount, Some(number)),
        (None, Some(())) => Expr::ToTheDay(amount, None),
        _ => apart,
    };
    Some((with_bound(bound, expr), rest))
}

fn with_bound(bound: Option<Bound>, expr: Expr) -> Expr {
    match bound {
        Some(bound) if bound != Bound::None => Expr::Bounded(bound, Box::new(expr)),
        _ => expr,
    }
}

/// An amount, or a plural that says no number: `months`, `years`.
fn amount_or_plural(at: Cursor<'_>) -> Found<'_, Amount> {
    if let Some(found) = amount(at) {
        return Some(found);
    }
    let (unit, rest) = unit(at)?;
    at.text().ends_with('s').then_some((Amount { count: None, unit }, rest))
}

/// What it finds: `two weeks later`, `a year earlier`, `six months from now`, `days after`,
/// `two days before Christmas`. What it leaves: `two days after the vote`, which is a length.
pub fn apart(at: Cursor<'_>) -> Found<'_, Expr> {
    let ((bound, amount), rest) = bounded(amount_or_plural).read(at)?;
    let later = |at| {
        let words =
            any(&["later", "afterward", "afterwards", "thereafter", "hence", "after", "on"]);
        words.read(at)
    };
    let earlier = any(&["earlier", "before", "previously", "beforehand", "prior"]);
    let from_now = phrase(&["from", "now"]).or(phrase(&["from", "today"]));
    if let Some((_, end)) = from_now.read(rest) {
        let apart = Expr::Apart { amount, later: true, from: Base::Now };
        return Some((with_bound(bound, apart), end));
    }
    let ((index, is_later), end) = match earlier.read(rest) {
        Some((index, end)) => ((index, false), end),
        None => {
            let (index, end) = later(rest)?;
            ((index, true), end)
        }
    };
    let joins = match is_later {
        false => matches!(index, 1 | 4),
        true => matches!(index, 5),
    };
    if is_later && index == 6 {
        return None;
    }
    let spoken = Expr::Apart { amount, later: is_later, from: Base::Spoken };
    if !joins {
        return Some((with_bound(bound, spoken), end));
    }
    let (_, end) = optional(word("to")).read(end)?;
    if let Some((date, end)) = points::point(end).filter(|(date, _)| date.is_point()) {
        let apart = Expr::ApartFrom(amount, is_later, Box::new(date));
        return Some((with_bound(bound, apart), end));
    }
    context::clause_ends(end).then_some((with_bound(bound, spoken), end))
}

/// What it finds: `the day before`, `the afternoon before`, `the year after`, `the night before`,
/// `the day after Christmas`.
pub fn unit_before(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, rest) = the(at)?;
    let direction = any(&["before", "after", "following", "earlier"]);
    if let Some((part, rest)) = day_part(rest) {
        let (index, end) = direction.read(rest)?;
        let by = if matches!(index, 0 | 3) { -1 } else { 1 };
        let day = Expr::Shifted { unit: Unit::Day, by, from: Base::Spoken };
        let time = Time::Part(part);
        return context::clause_ends(end).then_some((Expr::At(time, Box::new(day)), end));
    }
    let (unit, rest) = unit.when(|unit| *unit >= Unit::Day).read(rest)?;
    let (index, end) = direction.read(rest)?;
    let later = !matches!(index, 0 | 3);
    if index < 2
        && let Some((date, end)) = points::point(end).filter(|(date, _)| date.is_point())
    {
        let amount = Amount::new(1.0, unit);
        return Some((Expr::ApartFrom(amount, later, Box::new(date)), end));
    }
    let by = if later { 1 } else { -1 };
    let expr = Expr::Shifted { unit, by, from: Base::Spoken };
    context::clause_ends(end).then_some((expr, end))
}

/// What it finds: `year-earlier`, `the year-ago quarter`, `a year-earlier period`.
pub fn year_ago_adjective(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the.or(word("a"))).read(at)?;
    let (_, rest) = (word("year"), dash, any(&["ago", "earlier"])).read(start)?;
    let apart = |from| Expr::Apart { amount: Amount::new(1.0, Unit::Year), later: false, from };
    let noun = any(&["quarter", "period", "month", "week", "half"]);
    match noun.read(rest) {
        Some((_, end)) => Some((apart(Base::Spoken), end)),
        None if start.index() > at.index() => None,
        None => Some((apart(Base::Now), rest)),
    }
}

/// What it finds: `mid-1990s`, `early 1989`, `late in 1864`, `earlier this month`, `late Tuesday`,
/// `the early 1990s`, `end-June`. What it leaves: `late on` before `Tuesday`.
pub fn staged_by_adverb(at: Cursor<'_>) -> Found<'_, Expr> {
    let (the, start) = optional(the).read(at)?;
    let hyphened = (any(&["end", "start"]), ahead(tight(dash))).map(|(word, ())| word);
    let adverbs = any(&["early", "earlier", "late", "later", "mid"]).or(hyphened);
    let (_, start) = optional(word("very")).read(start)?;
    adverbs.read(start)?;
    let (named, rest) = stage(start)?;
    let (joint, rest) = optional(dash.map(|()| 9).or(any(&["in", "on"]))).read(rest)?;
    let (expr, end) = points::whole(rest)?;
    if numbers::is_age(at, &expr) {
        return None;
    }
    let long = matches!(
        expr,
        Expr::Calendar(Fields {
            part: Part::Decade | Part::ShortDecade(_) | Part::Century(_) | Part::Season(_),
            ..
        })
    );
    let fits = match joint {
        Some(0 | 1) => the.is_none() && (!expr.is_day() || is_the_day(&expr)),
        _ => the.is_none() || long,
    };
    let timed = expr.has_time() && joint.is_some();
    (fits && !timed).then_some((Expr::Staged(named, Box::new(expr)), end))
}

/// `the day`, which the context makes one.
fn is_the_day(expr: &Expr) -> bool {
    matches!(expr, Expr::Shifted { from: Base::Context, .. })
}

/// What it finds: `the end of May`, `the beginning of the year`, `the latter part of 1944`.
pub fn staged_by_noun(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the).read(at)?;
    let (named, rest) = stage(start)?;
    let (expr, end) = (word("of"), points::whole).map(|(_, expr)| expr).read(rest)?;
    Some((Expr::Staged(named, Box::new(expr)), end))
}

/// What it finds: `year-end`, `the year's end`, `month's end`, `year-end 1989`.
pub fn unit_end(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, start) = optional(the).read(at)?;
    let (unit, rest) = unit.when(|unit| *unit >= Unit::Week).read(start)?;
    let joint = dash.or(tight(any(&["'s", "’s"])).map(|_| ()));
    let (_, rest) = (joint, any(&["end"])).read(rest)?;
    let whole = match year(rest) {
        Some((year, rest)) => (Expr::Calendar(Fields::in_year(Part::Whole, Some(year))), rest),
        None => (Expr::Shifted { unit, by: 0, from: Base::Context }, rest),
    };
    Some((Expr::Staged(Stage::End, Box::new(whole.0)), whole.1))
}

/// What it finds: `May last year`, `July 25 of that year`, `the third quarter of last year`,
/// `the first half of the year`, `Friday of last week`, `Thanksgiving last year`.
pub fn within(at: Cursor<'_>) -> Found<'_, Expr> {
    let (fields, rest) = inner(at)?;
    let (of, rest) = optional(any(&["of", "in"])).read(rest)?;
    let (outer, end) = match of {
        Some(_) => points::whole_unit(rest)?,
        None => picked_unit(rest)?,
    };
    if fields.year.is_some()
        || of == Some(1) && !matches!(fields.part, Part::Quarter(_) | Part::Half(_))
    {
        return None;
    }
    Some((Expr::Within(fields, Box::new(outer)), end))
}

/// A part of a year, with the determiner that goes with it.
fn inner(at: Cursor<'_>) -> Found<'_, Fields> {
    let point = points::longest(
        at,
        &[
            explicit::month_day,
            explicit::day_month,
            explicit::holiday_alone,
            explicit::season_any,
            explicit::quarter_any,
            explicit::month_any,
            explicit::weekday_any,
        ],
    )?;
    match point {
        (Expr::Calendar(fields), rest) => Some((fields, rest)),
        _ => None,
    }
}

/// What it finds: `last year's third quarter`, `this year's Thanksgiving`, `1989's second half`.
pub fn within_possessive(at: Cursor<'_>) -> Found<'_, Expr> {
    let calendar = year.map(|year| Expr::Calendar(Fields::in_year(Part::Whole, Some(year))));
    let (outer, rest) = calendar.or(picked_unit).read(at)?;
    let (_, rest) = tight(any(&["'s", "’s"])).read(rest)?;
    let (part, rest) = named_part(rest)?;
    Some((Expr::Within(Fields::of(part), Box::new(outer)), rest))
}

/// What it finds: `the first day of 1990`, `the last day of October`, `the second day of Ramadan`.
pub fn nth_day(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, rest) = the(at)?;
    let last = any(&["last", "final", "closing"]).map(|_| -1);
    let nth = last.or(ordinal.map(|n| i8::try_from(n).unwrap_or(i8::MAX)));
    let (nth, rest) = nth.read(rest)?;
    let (_, rest) = (word("day"), word("of")).read(rest)?;
    let (outer, rest) = points::whole(rest)?;
    Some((Expr::NthDay(nth, Box::new(outer)), rest))
}

/// What it finds: `the weekend`, `this weekend`, `the weekend of May 4`.
pub fn weekend(at: Cursor<'_>) -> Found<'_, Expr> {
    let (_, rest) = (the, word("weekend")).read(at)?;
    let part = Fields::of(Part::Weekend);
    let of = (word("of"), points::point).map(|(_, date)| date);
    match of.read(rest) {
        Some((date, rest)) => Some((Expr::Within(part, Box::new(date)), rest)),
        None => Some((Expr::Calendar(part), rest)),
    }
}
