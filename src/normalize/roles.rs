//! The roles that a text gives a person: titles right before a name, or next to it and a comma, with
//! the organization or country that stands with the title.

use std::collections::HashMap;

use super::Normalizer;
use crate::entity::{Role, RoleBody};
use crate::gazetteer::{Class, Context};
use crate::label::Label;
use crate::resolve::Decision;
use crate::span::Span;

/// How many words or names may stand between a comma and the title behind it: `, the French
/// president`.
const WORDS_BEFORE_TITLE: usize = 3;
/// The longest title, in tokens.
const LONGEST_TITLE: usize = 6;
/// The longest demonym, in tokens.
const LONGEST_DEMONYM: usize = 3;

/// The entities of the output in which persons can have roles.
pub struct Bodies<'a> {
    /// The index of each name's entity, if it is in the output, by the number of its link.
    pub numbers: &'a [Option<usize>],
    /// The index of the entity of each country, by its code.
    pub countries: HashMap<&'a str, usize>,
}

/// The roles of an entity, in the order of the text, each once.
pub fn of(normalizer: &Normalizer<'_>, entity: usize, bodies: &Bodies<'_>) -> Vec<Role> {
    let finder = Finder { normalizer, bodies };
    let mut roles: Vec<Role> = Vec::new();
    for decision in normalizer.mentions_of(entity) {
        let found = [finder.before(decision), finder.ahead(decision), finder.behind(decision)];
        for role in found.into_iter().flatten() {
            finder.add(role, &mut roles);
        }
    }
    roles
}

struct Finder<'a> {
    normalizer: &'a Normalizer<'a>,
    bodies: &'a Bodies<'a>,
}

impl Finder<'_> {
    /// Adds a role unless it is known; one with its organization takes the place of one without.
    fn add(&self, role: Role, roles: &mut Vec<Role>) {
        let text = |span: Span| &self.normalizer.page.scanned.text[span.range()];
        let body = |role: &Role| role.body.as_ref().map(|body| (body.entity, body.country.clone()));
        let same_title = |known: &&mut Role| text(known.span).eq_ignore_ascii_case(text(role.span));
        let same = |known: &&mut Role| {
            same_title(known)
                && (known.body.is_none() || role.body.is_none() || body(known) == body(&role))
        };
        match roles.iter_mut().find(same) {
            Some(known) if known.body.is_none() && role.body.is_some() => *known = role,
            Some(_) => {}
            None => roles.push(role),
        }
    }

    /// `U.S. Secretary of State Antony Blinken`
    fn before(&self, decision: &Decision) -> Option<Role> {
        let start = decision.tokens.start;
        let (first, end) = self.title_to(start).filter(|_| !self.starts_sentence(start))?;
        Some(self.role(first, end, self.body_before(first)))
    }

    /// `the president of Acme Corp., Jane Roe, …`, unless that is said of the name before.
    fn ahead(&self, decision: &Decision) -> Option<Role> {
        let scanned = &self.normalizer.page.scanned;
        let comma = decision.tokens.start.checked_sub(1).filter(|&i| scanned.is_mark(i, ","))?;
        let behind = decision.tokens.end;
        let closes = [",", "."]
            .iter()
            .any(|mark| behind < scanned.tokens.tokens.len() && scanned.is_mark(behind, mark));
        if !closes {
            return None;
        }
        let (first, end, body) = match self.title_to(comma) {
            Some((first, end)) => (first, end, None),
            None => {
                let body = self.decision_to(comma)?;
                let joint = self.joint_before(body.tokens.start)?;
                let (first, end) = self.title_to(joint)?;
                (first, end, self.body_of(body))
            }
        };
        let from = first.saturating_sub(WORDS_BEFORE_TITLE + 1);
        let mut before = from..first;
        let is_apposition = before.any(|i| {
            let person = |i| self.decision_to(i).is_some_and(|d| d.label == Label::Person);
            scanned.is_mark(i, ",") && person(i)
        });
        let body = body.or_else(|| self.body_before(first));
        (!is_apposition).then(|| self.role(first, end, body))
    }

    /// `Jane Roe, the president of Acme Corp.`
    fn behind(&self, decision: &Decision) -> Option<Role> {
        let scanned = &self.normalizer.page.scanned;
        let count = scanned.tokens.tokens.len();
        let mut i = decision.tokens.end;
        if i + 1 >= count || !scanned.is_mark(i, ",") {
            return None;
        }
        i += 1;
        for _ in 0..=WORDS_BEFORE_TITLE {
            if i >= count || !scanned.token(i).is_word() {
                return None;
            }
            let titles = scanned.hits.starting_at(i).iter().rev();
            let title = titles.map(|hit| hit.end).find(|&end| self.is_title(i, end));
            if let Some(end) = title {
                let body = self.body_before(i).or_else(|| self.body_after(end));
                return Some(self.role(i, end, body));
            }
            if self.ends_apposition(i) {
                return None;
            }
            i = self.decision_from(i).map_or(i + 1, |decision| decision.tokens.end);
            i += usize::from(i < count && scanned.is_possessive_mark(i));
        }
        None
    }

    /// Whether a word behind a name and a comma begins something else than what the person is.
    fn ends_apposition(&self, i: usize) -> bool {
        let hits = self.normalizer.page.scanned.hits;
        let context = hits.code(i, Class::Context).and_then(Context::from_code);
        let verb = matches!(context, Some(Context::Speech | Context::PersonVerb));
        let joint = matches!(
            self.normalizer.page.scanned.word(i),
            "of" | "for" | "to" | "by" | "with" | "and" | "in" | "at" | "on" | "who" | "whose"
        );
        verb || joint || hits.is(i, Class::Relation)
    }

    fn role(&self, first: usize, end: usize, body: Option<RoleBody>) -> Role {
        Role { span: self.span(first, end), body }
    }

    /// Whether a sentence starts with this token.
    fn starts_sentence(&self, token: usize) -> bool {
        let sentences = &self.normalizer.page.scanned.tokens.sentences;
        sentences.binary_search_by_key(&token, |sent| sent.tokens.start).is_ok()
    }

    fn span(&self, first: usize, end: usize) -> Span {
        let scanned = &self.normalizer.page.scanned;
        scanned.token(first).span.cover(scanned.token(end - 1).span)
    }

    /// The longest title that ends here.
    fn title_to(&self, end: usize) -> Option<(usize, usize)> {
        let mut starts = end.saturating_sub(LONGEST_TITLE)..end;
        starts.find(|&first| self.is_title(first, end)).map(|first| (first, end))
    }

    fn is_title(&self, first: usize, end: usize) -> bool {
        let mut readings = self.normalizer.page.scanned.hits.of(first, end);
        readings.any(|reading| reading.posting.class == Class::Title)
    }

    /// The organization, place or people right before a title: `U.S.`, `Acme Corp.'s`, `French`.
    fn body_before(&self, title: usize) -> Option<RoleBody> {
        let scanned = &self.normalizer.page.scanned;
        let last = title.checked_sub(1).filter(|_| !self.starts_sentence(title))?;
        let end = if scanned.is_possessive_mark(last) { last } else { title };
        if let Some(decision) = self.decision_to(end) {
            return self.body_of(decision).filter(|_| !self.is_container(decision));
        }
        let starts = end.saturating_sub(LONGEST_DEMONYM)..end;
        starts.into_iter().find_map(|first| self.demonym(first, end))
    }

    /// Whether a place only says where the one before it lies: `Springfield, Mass.`
    fn is_container(&self, decision: &Decision) -> bool {
        let is_place = |decision: &Decision| decision.label == Label::Place;
        let comma = decision.tokens.start.checked_sub(1);
        let comma = comma.filter(|&comma| self.normalizer.page.scanned.is_mark(comma, ","));
        let before = comma.and_then(|comma| self.decision_to(comma));
        is_place(decision) && before.is_some_and(is_place)
    }

    /// The organization or place behind a title: `of Acme Corp.`
    fn body_after(&self, end: usize) -> Option<RoleBody> {
        let scanned = &self.normalizer.page.scanned;
        let joins = end + 1 < scanned.tokens.tokens.len() && is_joint(scanned.word(end));
        let first = end + 1 + usize::from(joins && scanned.word(end + 1) == "the");
        self.body_of(self.decision_from(first).filter(|_| joins)?)
    }

    /// The index of `of` or `of the` that ends here.
    fn joint_before(&self, end: usize) -> Option<usize> {
        let scanned = &self.normalizer.page.scanned;
        let last = end.checked_sub(1)?;
        let joint = if scanned.word(last) == "the" { last.checked_sub(1)? } else { last };
        is_joint(scanned.word(joint)).then_some(joint)
    }

    fn body_of(&self, decision: &Decision) -> Option<RoleBody> {
        let is_place = decision.label == Label::Place;
        if !is_place && decision.label != Label::Organization {
            return None;
        }
        let decisions = self.normalizer.decisions;
        let index = decisions.partition_point(|d| d.tokens.start < decision.tokens.start);
        let link = self.normalizer.links[index];
        let located = self.normalizer.located.get(&link).filter(|_| is_place);
        Some(RoleBody {
            span: self.span(decision.tokens.start, decision.tokens.end),
            entity: self.bodies.numbers[link],
            country: located.and_then(|(place, _)| place.country.clone()),
        })
    }

    /// The country of a people's name.
    fn demonym(&self, first: usize, end: usize) -> Option<RoleBody> {
        let mut readings = self.normalizer.page.scanned.hits.of(first, end);
        let reading = readings.find(|reading| reading.posting.class == Class::Demonym)?;
        let country = self.normalizer.gazetteer.row(reading).field("country")?;
        let entity = self.bodies.countries.get(country.as_str()).copied();
        Some(RoleBody { span: self.span(first, end), entity, country: Some(country) })
    }

    /// The decision that starts with this token.
    fn decision_from(&self, first: usize) -> Option<&Decision> {
        let decisions = self.normalizer.decisions;
        let index = decisions.partition_point(|decision| decision.tokens.start < first);
        decisions.get(index).filter(|decision| decision.tokens.start == first)
    }

    /// The decision that ends before this token.
    fn decision_to(&self, end: usize) -> Option<&Decision> {
        let decisions = self.normalizer.decisions;
        let count = decisions.partition_point(|decision| decision.tokens.end <= end);
        decisions[..count].last().filter(|decision| decision.tokens.end == end)
    }
}

/// Whether a word joins a title and the organization or place behind it.
fn is_joint(word: &str) -> bool {
    matches!(word, "of" | "at" | "for" | "with" | "from")
}
