//! Stage 6: gives mentions their values and entities their names, roles, ids and coordinates.

pub mod date;
mod explain;
mod names;
pub mod place;
mod roles;

use std::collections::HashMap;

use crate::annotators::date::{DateCandidate, RangeEnd};
use crate::annotators::{Page, place as place_rules};
use crate::entity::{Annotations, Entity, Place};
use crate::gazetteer::{Gazetteer, PlaceKind};
use crate::label::Label;
use crate::mention::{Explanation, Mention};
use crate::options::Options;
use crate::resolve::Decision;
use crate::span::Span;
use crate::value::TimexKind;

use date::{Normalized, Settings};
use roles::Bodies;

/// What is needed to turn decisions into mentions and entities.
pub struct Normalizer<'a> {
    /// The document.
    pub page: &'a Page<'a>,
    /// The dictionaries, for their rows.
    pub gazetteer: &'a Gazetteer,
    /// The decisions, in the order of the text.
    pub decisions: &'a [Decision],
    /// The entity of each decision; that of a date counts for nothing, its value tells.
    pub links: &'a [usize],
    /// The places of entities.
    pub located: &'a HashMap<usize, (Place, Option<String>)>,
    /// The indices of the decisions of each entity that are sure enough; see [`members`].
    pub members: Vec<Vec<usize>>,
    /// The date candidates that decisions point to.
    pub dates: &'a [DateCandidate],
    /// What the user asked for.
    pub options: &'a Options,
}

/// The decisions of each entity that are as sure as asked, in the order of the text.
pub fn members(decisions: &[Decision], links: &[usize], min_confidence: f64) -> Vec<Vec<usize>> {
    let entities = links.iter().max().map_or(0, |last| last + 1);
    let mut members = vec![Vec::new(); entities];
    for (i, (decision, &link)) in decisions.iter().zip(links).enumerate() {
        if decision.confidence >= min_confidence {
            members[link].push(i);
        }
    }
    members
}

/// The index in the output of each entity that is in it.
struct Numbers {
    /// By the number that coreference gave a name.
    names: Vec<Option<usize>>,
    /// By the kind and value of a date.
    dates: HashMap<(TimexKind, String), usize>,
}

/// The index of the entity of each country, by its code.
fn countries(entities: &[Entity]) -> HashMap<&str, usize> {
    let mut countries = HashMap::new();
    for (i, entity) in entities.iter().enumerate() {
        let country = entity.place.as_ref().filter(|place| place.kind == PlaceKind::Country.name());
        if let Some(code) = country.and_then(|place| place.country.as_deref()) {
            countries.entry(code).or_insert(i);
        }
    }
    countries
}

impl Normalizer<'_> {
    /// Writes the mentions and entities of the wanted labels into `annotations`, whose date is set.
    pub fn normalize(&self, annotations: &mut Annotations) {
        let mut numbers =
            Numbers { names: vec![None; self.members.len()], dates: HashMap::default() };
        let mut range_begin = None;
        for (decision, (link, value)) in
            self.decisions.iter().zip(self.links.iter().zip(self.values(annotations)))
        {
            let range = value.as_ref().and_then(|date| date.range);
            let impossible = decision.date.is_some() && value.is_none();
            if impossible || !self.wants(decision) {
                // A range that lacks an end is none.
                range_begin = range_begin.filter(|_| range.is_none());
                continue;
            }
            let entity = self.number(*link, value.as_ref(), &mut numbers, annotations);
            let mention = annotations.mentions.len();
            annotations.entities[entity].mentions.push(mention);
            match range {
                Some(RangeEnd::Begin) => range_begin = Some(mention),
                Some(RangeEnd::End) => {
                    annotations.add_interval(range_begin.take(), mention, entity)
                }
                None => {}
            }
            annotations.mentions.push(self.mention(decision, *link, entity, value));
        }
        self.add_roles(&numbers.names, &mut annotations.entities);
    }

    fn wants(&self, decision: &Decision) -> bool {
        self.options.labels.contains(decision.label)
            && decision.confidence >= self.options.min_confidence
    }

    /// The index of the entity of a name's link or a date's value, which is added if it is new.
    fn number(
        &self,
        link: usize,
        value: Option<&Normalized>,
        numbers: &mut Numbers,
        annotations: &mut Annotations,
    ) -> usize {
        let entities = &mut annotations.entities;
        let next = entities.len();
        let (number, entity) = match value {
            Some(Normalized { timex, .. }) => {
                let key = (timex.kind, timex.value.clone());
                let number = *numbers.dates.entry(key).or_insert(next);
                (number, (number == next).then(|| Entity::new(Label::Date, timex.value.clone())))
            }
            None => {
                let number = *numbers.names[link].get_or_insert(next);
                (number, (number == next).then(|| self.entity(link)))
            }
        };
        entities.extend(entity);
        number
    }

    /// Gives the persons their roles.
    fn add_roles(&self, numbers: &[Option<usize>], entities: &mut [Entity]) {
        let bodies = Bodies { numbers, countries: countries(entities) };
        let links = numbers.iter().enumerate();
        let numbered = links.filter_map(|(link, number)| Some((link, (*number)?)));
        let persons = numbered.filter(|&(_, number)| entities[number].label == Label::Person);
        let roles: Vec<_> =
            persons.map(|(link, number)| (number, roles::of(self, link, &bodies))).collect();
        for (number, roles) in roles {
            entities[number].roles = roles;
        }
    }

    /// The rule that a decision answers to: of a name that is several places, that of the one meant.
    fn rule(&self, decision: &Decision, link: usize) -> &'static str {
        let Some((place, _)) = self.located.get(&link) else { return decision.rule };
        // An entry of the user's has a rule of its own.
        let is_place = place_rules::RULES.iter().any(|rule| rule.id == decision.rule);
        let meant = is_place.then(|| place_rules::rule_of_kind(&place.kind, &decision.evidence));
        meant.flatten().unwrap_or(decision.rule)
    }

    fn mention(
        &self,
        decision: &Decision,
        link: usize,
        entity: usize,
        value: Option<Normalized>,
    ) -> Mention {
        let explanation = match self.options.explain {
            true => self.explain(decision, value.as_ref()),
            false => Explanation::default(),
        };
        Mention {
            span: self.span(decision),
            label: decision.label,
            entity,
            confidence: decision.confidence,
            rule: self.rule(decision, link),
            timex: value.map(|value| value.timex),
            explanation,
        }
    }

    /// For each decision, the value of a date; none for names and impossible dates.
    fn values(&self, annotations: &Annotations) -> Vec<Option<Normalized>> {
        let chosen: Vec<DateCandidate> = self
            .decisions
            .iter()
            .filter_map(|decision| self.dates.get(decision.date?).cloned())
            .collect();
        let settings = Settings {
            date: annotations.date.map(|date| date.value),
            genre: self.options.genre,
            order: self.options.date_order,
            explain: self.options.explain,
        };
        let mut values = date::normalize(&self.page.scanned, &chosen, &settings).into_iter();
        let of = |decision: &Decision| decision.date.and_then(|_| values.next().flatten());
        self.decisions.iter().map(of).collect()
    }

    /// The decisions that name an entity.
    fn mentions_of(&self, entity: usize) -> impl Iterator<Item = &Decision> {
        self.members[entity].iter().map(|&i| &self.decisions[i])
    }

    fn entity(&self, number: usize) -> Entity {
        let label = self.mentions_of(number).next().map_or(Label::Person, |first| first.label);
        let located = self.located.get(&number).filter(|_| label == Label::Place);
        // What a place's row says is known already; no built-in row of a place has more.
        let is_known = located.is_some() && self.options.dictionaries.is_empty();
        let row = if is_known { None } else { names::row(self, number) };
        let known = located.and_then(|(_, name)| name.clone());
        let name = known.unwrap_or_else(|| names::canonical(self, number, row.as_ref()));
        let mut entity = Entity::new(label, name);
        match label {
            Label::Place => entity.place = located.map(|(place, _)| place.clone()),
            Label::Organization => entity.organization = row.as_ref().map(names::organization),
            Label::Person | Label::Date => {}
        }
        entity.aliases = names::aliases(self, number, &entity.name);
        entity.wikidata = row.as_ref().and_then(|row| row.field("wikidata"));
        // No built-in dictionary has this column.
        entity.user_id = row.as_ref().and_then(|row| row.field("id"));
        entity
    }

    fn span(&self, decision: &Decision) -> Span {
        let token = |i: usize| self.page.scanned.token(i).span;
        token(decision.tokens.start).cover(token(decision.tokens.end - 1))
    }

    fn text(&self, decision: &Decision) -> &str {
        &self.page.scanned.text[self.span(decision).range()]
    }
}
