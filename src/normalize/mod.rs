//! Stage 6: gives mentions their values and entities their names, roles, ids and coordinates.

pub mod date;
mod names;
pub mod place;
mod roles;

use std::collections::HashMap;

use crate::annotators::Page;
use crate::annotators::date::{DateCandidate, RangeEnd};
use crate::entity::{Annotations, Entity, Place};
use crate::gazetteer::Gazetteer;
use crate::label::Label;
use crate::mention::{Explanation, Mention, RowSource};
use crate::options::Options;
use crate::resolve::{Decision, Weights};
use crate::span::Span;
use crate::value::TimexKind;

use date::{Normalized, Settings};

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
    /// The indices of the decisions of each entity; see [`members`].
    pub members: Vec<Vec<usize>>,
    /// The date candidates that decisions point to.
    pub dates: &'a [DateCandidate],
    /// What the user asked for.
    pub options: &'a Options,
}

/// The decisions of each entity, in the order of the text.
pub fn members(links: &[usize]) -> Vec<Vec<usize>> {
    let entities = links.iter().max().map_or(0, |last| last + 1);
    let mut members = vec![Vec::new(); entities];
    links.iter().enumerate().for_each(|(i, &link)| members[link].push(i));
    members
}

/// What mentions of one entity have in common.
#[derive(PartialEq, Eq, Hash)]
enum Identity {
    /// The number that coreference gave a name.
    Name(usize),
    /// The kind and value of a date.
    Date(TimexKind, String),
}

impl Normalizer<'_> {
    /// Writes the mentions and entities of the wanted labels into `annotations`, whose date is set.
    pub fn normalize(&self, annotations: &mut Annotations) {
        let mut numbers: HashMap<Identity, usize> = HashMap::new();
        let mut range_begin = None;
        for (decision, (link, value)) in
            self.decisions.iter().zip(self.links.iter().zip(self.values(annotations)))
        {
            let impossible = decision.date.is_some() && value.is_none();
            if impossible || !self.options.labels.contains(decision.label) {
                continue;
            }
            let identity = match &value {
                Some(date) => Identity::Date(date.timex.kind, date.timex.value.clone()),
                None => Identity::Name(*link),
            };
            let entity = *numbers.entry(identity).or_insert_with(|| {
                annotations.entities.push(match &value {
                    Some(date) => Entity::new(Label::Date, date.timex.value.clone()),
                    None => self.entity(*link),
                });
                annotations.entities.len() - 1
            });
            let mention = annotations.mentions.len();
            annotations.entities[entity].mentions.push(mention);
            match value.as_ref().and_then(|date| date.range) {
                Some(RangeEnd::Begin) => range_begin = Some(mention),
                Some(RangeEnd::End) => {
                    annotations.add_interval(range_begin.take(), mention, entity)
                }
                None => {}
            }
            annotations.mentions.push(self.mention(decision, entity, value));
        }
    }

    fn mention(&self, decision: &Decision, entity: usize, value: Option<Normalized>) -> Mention {
        let explain = self.options.explain;
        Mention {
            span: self.span(decision),
            label: decision.label,
            entity,
            confidence: decision.confidence,
            rule: decision.rule,
            timex: value.map(|value| value.timex),
            explanation: if explain { self.explain(decision) } else { Explanation::default() },
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
        // What a place's row says is known already.
        let located = self.located.get(&number).filter(|_| label == Label::Place);
        let known = located.and_then(|(_, name)| name.clone());
        let name = known.unwrap_or_else(|| names::canonical(self, number));
        let mut entity = Entity::new(label, name);
        match label {
            Label::Person => entity.roles = roles::of(self, number),
            Label::Place => entity.place = located.map(|(place, _)| place.clone()),
            Label::Organization => {
                entity.organization = names::organization(self, number);
            }
            Label::Date => {}
        }
        // No built-in row of a place has these.
        if label != Label::Place || !self.options.dictionaries.is_empty() {
            entity.wikidata = names::wikidata(self, number);
            entity.user_id = names::user_id(self, number);
        }
        entity
    }

    fn span(&self, decision: &Decision) -> Span {
        let token = |i: usize| self.page.scanned.token(i).span;
        token(decision.tokens.start).cover(token(decision.tokens.end - 1))
    }

    fn text(&self, decision: &Decision) -> &str {
        &self.page.scanned.text[self.span(decision).range()]
    }

    /// The dictionary rows and the weighed evidence of a decision.
    fn explain(&self, decision: &Decision) -> Explanation {
        let weights = Weights::built_in();
        let readings = self.page.scanned.hits.of(decision.tokens.start, decision.tokens.end);
        let rows = readings.map(|reading| {
            let row = self.gazetteer.row(reading);
            RowSource {
                file: row.file.to_owned(),
                line: row.line(),
                class: reading.posting.class.name(),
                name: row.name().to_owned(),
            }
        });
        let pieces = decision.evidence.iter();
        let weighed = pieces.map(|piece| (piece.name(), weights.get(decision.label, piece)));
        Explanation {
            rows: rows.collect(),
            evidence: weighed.filter(|(_, weight)| *weight != 0.0).collect(),
        }
    }
}
