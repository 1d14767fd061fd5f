//! The forms that newswire prints beside prose: results, standings, fixtures, scorers and line-ups,
//! and whether a text is about sport at all, where a city's name is mostly its team's.

use std::ops::Range;

use super::{Facts, Page};
use crate::clean::SectionKind;
use crate::evidence::{Evidence as E, EvidenceSet};
use crate::gazetteer::{Class, Scanned};
use crate::tokenize::{Case, Sentence, TokenKind, Tokens};

/// A line of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// `Chicago 5 Detroit 3`
    Results,
    /// `Chicago 12 8 1 3 25`
    Standing,
    /// `Chicago at Detroit`, `Aberdeen v Celtic`
    Fixture,
    /// `Preston: Kerr; Lomas, Ashworth, Baah`
    Lineup,
    /// `Unga 10.60 up 4.4`
    Prices,
}

/// What stands behind a price in a table, before the change.
const PRICE_MOVES: [&str; 8] = ["up", "down", "unch", "unchanged", "+", "-", "–", "steady"];
/// The longest name in a table of prices, in tokens.
const LONGEST_QUOTED: usize = 6;
/// The fewest figures behind a name that make a line of standings.
const STANDING_FIGURES: usize = 3;
/// The fewest names that make a line-up.
const LINEUP_NAMES: usize = 6;
/// The most tokens of scorers in a bracket.
const LONGEST_BRACKET: usize = 60;
/// The longest fixture, in tokens.
const LONGEST_FIXTURE: usize = 9;
/// A text is about sport if so many of a thousand tokens are words of sport, rows counted
/// as several.
const SPORT_PER_THOUSAND: usize = 12;
/// What stands before a side in a contest, beside `lost to`.
const OPPONENT_WORDS: [&str; 8] =
    ["against", "beat", "beating", "between", "face", "over", "versus", "visit"];
/// A text is written in lower case if one in so many of its sentences starts with it.
const LOWER_SHARE: usize = 4;
/// How many words of sport a row of results counts as.
const ROW_WEIGHT: usize = 3;

/// The forms of a document's sentences.
#[derive(Debug, Default)]
pub struct Formats {
    /// For each token, the row that it stands in.
    rows: Vec<Option<Row>>,
    /// For each token, whether it stands in a text about sport, or in such a sentence.
    sport: Vec<bool>,
    is_lower: bool,
}

impl Formats {
    /// Looks at the form of each sentence.
    pub fn find(scanned: &Scanned<'_>, facts: &[Facts]) -> Self {
        let Tokens { tokens, sentences } = scanned.tokens;
        let mut rows = vec![None; tokens.len()];
        let mut tables = 0;
        for sent in sentences {
            let row = row_of(scanned, facts, sent);
            tables += usize::from(row.is_some_and(|row| row != Row::Fixture));
            rows[sent.tokens.clone()].fill(row);
        }
        let words = facts.iter().filter(|facts| facts.any(Facts::SPORT)).count();
        let share = (words + tables * ROW_WEIGHT) * 1000;
        let is_sport = words + tables >= 3 && share >= SPORT_PER_THOUSAND * tokens.len();
        let mut sport = vec![is_sport; tokens.len()];
        for sent in sentences {
            let lineup = rows[sent.tokens.start] == Some(Row::Lineup);
            if !is_sport && (lineup || is_sporting(scanned, facts, sent)) {
                sport[sent.tokens.clone()].fill(true);
            }
        }
        Self { rows, sport, is_lower: starts_lower(scanned) }
    }

    /// The row that a token stands in.
    pub fn row(&self, token: usize) -> Option<Row> {
        self.rows[token]
    }

    /// Adds what the form of its line shows of a span.
    pub fn observe(
        &self,
        page: &Page<'_>,
        sent: &Sentence,
        span: &Range<usize>,
        set: &mut EvidenceSet,
    ) {
        set.insert_if(self.is_lower, E::InLowerText);
        let code = set.contains(E::InBrackets)
            && span.len() == 1
            && page.scanned.hits.is(span.start, Class::CountryCode);
        set.insert_if(code, E::CodeInBrackets);
        if self.sport[span.start] {
            self.observe_sport(page, sent, span, set);
        }
        self.observe_row(page, sent, span, set);
    }

    /// Adds what a span shows in a text or sentence about sport.
    fn observe_sport(
        &self,
        page: &Page<'_>,
        sent: &Sentence,
        span: &Range<usize>,
        set: &mut EvidenceSet,
    ) {
        set.insert(E::InSport);
        set.insert_if(is_club(set), E::InBracketsInSport);
        let before = span.start.checked_sub(1).filter(|i| sent.tokens.contains(i));
        if set.contains_any(E::PLACES) {
            let located = before.is_some_and(|before| is_located(page, before))
                || sent.section == SectionKind::Dateline;
            let team = !located || self.row(span.start).is_some();
            set.insert(if team { E::PlaceAsTeam } else { E::PlaceInSport });
            set.insert_if(team && set.contains(E::IsCountry), E::CountryAsTeam);
        }
        if let Some(before) = before {
            set.insert_if(is_opponent_word(page, before), E::AfterOpponentWord);
            set.insert_if(page.scanned.word(before) == "for", E::AfterForInSport);
        }
    }

    /// Adds what the place of a span in a row shows.
    fn observe_row(
        &self,
        page: &Page<'_>,
        sent: &Sentence,
        span: &Range<usize>,
        set: &mut EvidenceSet,
    ) {
        let starts = span.start == sent.tokens.start || is_border(page, span.start - 1);
        let before_number = span.end < sent.tokens.end && page.is(span.end, Facts::NUMBER);
        let ends = span.end == sent.tokens.end || is_border(page, span.end);
        match self.row(span.start) {
            Some(Row::Results) => set.insert_if(starts && before_number, E::InResults),
            Some(Row::Standing) => set.insert_if(starts && before_number, E::InStandings),
            Some(Row::Fixture) => set.insert_if(starts && ends, E::InFixture),
            Some(Row::Lineup) if is_club(set) => set.insert(E::ClubInLineup),
            Some(Row::Lineup) => {
                set.insert_if(starts && ends && !set.contains(E::InBrackets), E::InLineup);
            }
            Some(Row::Prices) => set.insert_if(starts && before_number, E::InPrices),
            None => {}
        }
        let scorer = starts && before_number && in_brackets(page, sent, span.start);
        set.insert_if(scorer, E::BeforeNumberInBrackets);
    }
}

/// Whether a span is alone in brackets and no country, as a player's club is.
fn is_club(set: &EvidenceSet) -> bool {
    set.contains(E::InBrackets) && !set.contains_any(&[E::IsCountry, E::CodeInBrackets])
}

/// Whether a sentence by itself is of sport: it has a score, or names a part in a team by a word that
/// only sport uses, `traded its best pitcher`, not `director`.
fn is_sporting(scanned: &Scanned<'_>, facts: &[Facts], sent: &Sentence) -> bool {
    let part = |i: usize| facts[i].any(Facts::SPORT_TITLE) && facts[i].any(Facts::SPORT);
    sent.tokens.clone().any(part) || has_score(scanned, facts, sent)
}

/// Whether a sentence has a score and a word of sport: `beat Everton 2-0`.
fn has_score(scanned: &Scanned<'_>, facts: &[Facts], sent: &Sentence) -> bool {
    let is_score = |i: usize| {
        let figure = |i: usize| facts[i].any(Facts::NUMBER) && scanned.word(i).len() <= 3;
        let dash = facts[i].any(Facts::HYPHEN) || scanned.word(i) == "–";
        dash && figure(i - 1) && figure(i + 1)
    };
    let mut inside =
        sent.tokens.start + 1..sent.tokens.end.saturating_sub(1).max(sent.tokens.start + 1);
    sent.tokens.clone().any(|i| facts[i].any(Facts::SPORT)) && inside.any(is_score)
}

/// Whether a text starts a quarter of its sentences in lower case, as some on the web do.
fn starts_lower(scanned: &Scanned<'_>) -> bool {
    let firsts = scanned.tokens.sentences.iter().map(|sent| scanned.token(sent.tokens.start));
    let (words, lower) =
        firsts.filter(|token| token.is_word()).fold((0, 0), |(all, lower), token| {
            (all + 1, lower + usize::from(token.case == Case::Lower))
        });
    lower * LOWER_SHARE >= words && lower > 0
}

/// Whether a token closes one entry of a table and opens the next.
fn is_border(page: &Page<'_>, i: usize) -> bool {
    let mark = page.scanned.token(i).kind == TokenKind::Mark;
    mark && !page.is(i, Facts::HYPHEN)
        || page.is(i, Facts::NUMBER)
        || is_versus(page.scanned.word(i))
}

/// Whether a word stands between the two sides of a fixture.
fn is_versus(word: &str) -> bool {
    ["at", "v", "v.", "vs", "vs."].iter().any(|versus| word.eq_ignore_ascii_case(versus))
}

/// Whether a place follows a token: `in`, `from`, but not the `to` of `lost to`.
fn is_located(page: &Page<'_>, i: usize) -> bool {
    page.is(i, Facts::LOCATIVE)
        || matches!(page.scanned.word(i), "from" | "to" | "From" | "To")
            && !is_opponent_word(page, i)
}

/// Whether a side in a contest follows a token: `against`, `lost to`.
fn is_opponent_word(page: &Page<'_>, i: usize) -> bool {
    match page.scanned.word(i) {
        // `lost to`, `drew 1-1 with`
        "to" | "with" => i > 0 && page.is(i - 1, Facts::SPORT | Facts::NUMBER),
        word => OPPONENT_WORDS.contains(&word),
    }
}

/// Whether the last bracket before a token opens.
fn in_brackets(page: &Page<'_>, sent: &Sentence, i: usize) -> bool {
    let near = sent.tokens.start.max(i.saturating_sub(LONGEST_BRACKET))..i;
    let mut before = near.rev().map(|j| page.scanned.word(j));
    before.find(|word| matches!(*word, "(" | ")")) == Some("(")
}

/// The row that a sentence is, if it is one. What stands in brackets is no part of its form.
fn row_of(scanned: &Scanned<'_>, facts: &[Facts], sent: &Sentence) -> Option<Row> {
    let has_lineup_colon = sent.tokens.clone().take(6).any(|i| scanned.is_mark(i, ":"));
    let tokens = if has_lineup_colon {
        sent.tokens.clone().collect()
    } else {
        outside_brackets(scanned, sent.tokens.clone())
    };
    if !tokens.iter().any(|&i| facts[i].any(Facts::NAMELIKE)) {
        return None;
    }
    if is_price(scanned, facts, &tokens) {
        return Some(Row::Prices);
    }
    let lower = tokens.iter().filter(|&&i| facts[i].any(Facts::LOWER)).count();
    let versus = tokens.iter().filter(|&&i| is_versus(scanned.word(i))).count();
    if versus == 1 && lower <= 1 && tokens.len() <= LONGEST_FIXTURE && tokens.len() >= 3 {
        return Some(Row::Fixture);
    }
    if lower == 0 {
        let names = named_numbers(facts, &tokens);
        if names.len() >= 2 {
            return Some(Row::Results);
        }
        if let [name_end] = names[..] {
            let figures = tokens[name_end..].iter().filter(|&&i| facts[i].any(Facts::NUMBER));
            return (figures.count() >= STANDING_FIGURES).then_some(Row::Standing);
        }
    }
    let separated = tokens.iter().filter(|&&i| matches!(scanned.word(i), "," | ";")).count();
    (has_lineup_colon && separated + 1 >= LINEUP_NAMES && lower * 4 < separated)
        .then_some(Row::Lineup)
}

/// Whether a line is a name, its price and how that moved: `Williamson Tea 228 up 3.6`, `Carbacid
/// 151.00 unch`, `Kakuzi 74.50 -2.50`.
fn is_price(scanned: &Scanned<'_>, facts: &[Facts], tokens: &[usize]) -> bool {
    let Some(price) = tokens.iter().position(|&i| facts[i].any(Facts::NUMBER)) else {
        return false;
    };
    let moves = |i: usize| {
        let word = scanned.word(i);
        PRICE_MOVES.iter().any(|known| word.eq_ignore_ascii_case(known))
    };
    (1..=LONGEST_QUOTED).contains(&price)
        && tokens.len() <= price + 4
        && tokens[..price].iter().all(|&i| !facts[i].any(Facts::LOWER))
        && tokens.get(price + 1).is_some_and(|&i| moves(i))
}

/// The tokens of a sentence that stand in no brackets.
fn outside_brackets(scanned: &Scanned<'_>, sent: Range<usize>) -> Vec<usize> {
    let mut depth = 0usize;
    sent.filter(|&i| match scanned.word(i) {
        "(" => {
            depth += 1;
            false
        }
        ")" => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    })
    .collect()
}

/// Where in `tokens` numbers follow capitalized words.
fn named_numbers(facts: &[Facts], tokens: &[usize]) -> Vec<usize> {
    let is = |at: usize, wanted| facts[tokens[at]].any(wanted);
    let follows = |at: &usize| is(*at, Facts::NUMBER) && is(at - 1, Facts::NAMELIKE);
    (1..tokens.len()).filter(follows).collect()
}
