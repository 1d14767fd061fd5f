//! Stage 6: gives mentions their values and entities their names, roles, ids and coordinates.

mod names;
mod place;
mod roles;

use crate::annotators::Page;
use crate::entity::{Annotations, Entity};
use crate::gazetteer::Gazetteer;
use crate::label::{Label, Labels};
use crate::mention::{Explanation, Mention, RowSource};
use crate::resolve::{Decision, Weights};
use crate::span::Span;

/// What is needed to turn decisions into mentions and entities.
pub struct Normalizer<'a> {
    /// The document.
    pub page: &'a Page<'a>,
    /// The dictionaries, for their rows.
    pub gazetteer: &'a Gazetteer,
    /// The decisions, in the order of the text.
    pub decisions: &'a [Decision],
    /// The entity of each decision.
    pub links: &'a [usize],
}

impl Normalizer<'_> {
    /// Writes mentions and entities of the wanted labels into `annotations`.
    pub fn normalize(&self, labels: Labels, explain: bool, annotations: &mut Annotations) {
        let mut numbers = vec![None; self.links.len()];
        for (i, decision) in self.decisions.iter().enumerate() {
            if !labels.contains(decision.label) {
                continue;
            }
            let entity = *numbers[self.links[i]].get_or_insert_with(|| {
                annotations.entities.push(self.entity(self.links[i]));
                annotations.entities.len() - 1
            });
            annotations.entities[entity].mentions.push(annotations.mentions.len());
            annotations.mentions.push(Mention {
                span: self.span(decision),
                label: decision.label,
                entity,
                confidence: decision.confidence,
                rule: decision.rule,
                timex: None,
                explanation: if explain { self.explain(decision) } else { Explanation::default() },
            });
        }
    }

    /// The decisions that name an entity.
    fn mentions_of(&self, entity: usize) -> impl Iterator<Item = &Decision> {
        let pairs = self.decisions.iter().zip(self.links);
        pairs.filter(move |(_, link)| **link == entity).map(|(decision, _)| decision)
    }

    fn entity(&self, number: usize) -> Entity {
        let label = self.mentions_of(number).next().map_or(Label::Person, |first| first.label);
        let mut entity = Entity {
            label,
            name: names::canonical(self, number),
            mentions: Vec::new(),
            roles: Vec::new(),
            place: None,
            organization: None,
            wikidata: None,
            user_id: None,
        };
        match label {
            Label::Person => entity.roles = roles::of(self, number),
            Label::Place => entity.place = place::locate(self, number),
            Label::Organization => {
                entity.organization = names::organization(self, number);
                entity.wikidata = names::wikidata(self, number);
            }
            Label::Date => {}
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
                line: row.line,
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
