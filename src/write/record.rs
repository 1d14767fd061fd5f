//! The wire types: a record a document, or a record of why there is none.

use serde::{Serialize, Serializer};

use super::place::PlaceRecord;
use super::{Converter, FORMAT, WriteOptions};
use crate::document::{Document, DocumentDate};
use crate::entity::{Annotations, Entity, Role};
use crate::label::Label;
use crate::mention::{Explanation, Mention, RowSource, ValueFrom};
use crate::read::Failure;
use crate::span::Span;

/// A document with what was found in it.
#[derive(Debug, Serialize)]
pub struct DocumentRecord<'a> {
    schema: &'static str,
    id: &'a str,
    path: Option<&'a str>,
    title: Option<&'a str>,
    date: Option<DateRecord>,
    offsets: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    annotations: Vec<AnnotationRecord<'a>>,
    entities: Vec<EntityRecord<'a>>,
}

/// An input that could not be read.
#[derive(Debug, Serialize)]
pub struct ErrorRecord<'a> {
    schema: &'static str,
    id: &'a str,
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    error: String,
}

/// The id of an annotation or entity by its number, from 1: `a1`, `e1`.
#[derive(Clone, Copy, Debug)]
enum Id {
    Annotation(usize),
    Entity(usize),
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Id::Annotation(number) => serializer.collect_str(&format_args!("a{number}")),
            Id::Entity(number) => serializer.collect_str(&format_args!("e{number}")),
        }
    }
}

#[derive(Debug, Serialize)]
struct DateRecord {
    value: String,
    source: &'static str,
}

#[derive(Debug, Serialize)]
struct AnnotationRecord<'a> {
    id: Id,
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    entity: Id,
    confidence: f64,
    rule: &'a str,
    #[serde(flatten)]
    explanation: Option<ExplanationRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct ExplanationRecord<'a> {
    rows: Vec<RowRecord<'a>>,
    evidence: Vec<EvidenceRecord>,
    score: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_from: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct RowRecord<'a> {
    file: &'a str,
    line: usize,
    class: &'static str,
    name: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct EvidenceRecord {
    name: &'static str,
    weight: f64,
}

#[derive(Debug, Serialize)]
struct EntityRecord<'a> {
    id: Id,
    r#type: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(flatten)]
    place: Option<PlaceRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    begin: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Id>,
    mentions: Vec<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aliases: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    roles: Option<Vec<RoleRecord<'a>>>,
}

#[derive(Debug, Serialize)]
struct RoleRecord<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    #[serde(flatten)]
    body: Option<RoleBodyRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct RoleBodyRecord<'a> {
    of: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
}

impl<'a> DocumentRecord<'a> {
    /// The record of `doc`, in which `found` was found.
    pub fn new(doc: &'a Document, found: &'a Annotations, options: &WriteOptions) -> Self {
        let mut converter = Converter::new(&doc.text, options.offsets);
        let annotations = (1..)
            .zip(&found.mentions)
            .map(|(number, mention)| {
                let span = mention.span;
                let offsets = (converter.at(span.start), converter.at(span.end));
                AnnotationRecord::new(number, mention, &doc.text, offsets, options.explain)
            })
            .collect();
        let roles = RoleOffsets::new(found, &mut converter);
        let entity = |(number, entity)| {
            EntityRecord::new(number, entity, &doc.text, &roles, options.explain)
        };
        let entities = (1..).zip(&found.entities).map(entity).collect();
        Self {
            schema: FORMAT,
            id: &doc.id,
            path: doc.path.as_deref(),
            title: found.title.as_deref(),
            date: found.date.map(DateRecord::new),
            offsets: options.offsets.name(),
            text: options.with_text.then_some(&doc.text),
            annotations,
            entities,
        }
    }
}

impl<'a> ErrorRecord<'a> {
    /// The record of an input that could not be read.
    pub fn new(failure: &'a Failure) -> Self {
        Self {
            schema: FORMAT,
            id: &failure.id,
            path: failure.path.as_deref(),
            line: failure.line,
            error: failure.error.to_string(),
        }
    }
}

impl DateRecord {
    fn new(date: DocumentDate) -> Self {
        Self { value: date.value.to_string(), source: date.source.name() }
    }
}

impl<'a> AnnotationRecord<'a> {
    fn new(
        number: usize,
        mention: &'a Mention,
        text: &'a str,
        (start, end): (usize, usize),
        explain: bool,
    ) -> Self {
        let timex = mention.timex.as_ref();
        Self {
            id: Id::Annotation(number),
            start,
            end,
            text: &text[mention.span.range()],
            r#type: mention.label.name(),
            kind: timex.map(|timex| timex.kind.name()),
            value: timex.map(|timex| timex.value.as_str()),
            modifier: timex.and_then(|timex| timex.modifier).map(|m| m.name()),
            entity: Id::Entity(mention.entity + 1),
            confidence: round(mention.confidence),
            rule: mention.rule,
            explanation: explain.then(|| ExplanationRecord::new(&mention.explanation)),
        }
    }
}

impl<'a> ExplanationRecord<'a> {
    fn new(explanation: &'a Explanation) -> Self {
        Self {
            rows: explanation.rows.iter().map(RowRecord::new).collect(),
            evidence: evidence(&explanation.evidence),
            score: round(explanation.score()),
            value_from: explanation.value_from.map(ValueFrom::name),
        }
    }
}

impl<'a> RowRecord<'a> {
    fn new(row: &'a RowSource) -> Self {
        Self { file: &row.file, line: row.line, class: row.class, name: &row.name }
    }
}

impl<'a> EntityRecord<'a> {
    fn new(
        number: usize,
        entity: &'a Entity,
        text: &'a str,
        offsets: &RoleOffsets,
        explain: bool,
    ) -> Self {
        let roles = entity.roles.iter().map(|role| RoleRecord::new(role, text, offsets));
        let place = entity.place.as_ref();
        let organization = entity.organization.as_ref();
        Self {
            id: Id::Entity(number),
            r#type: entity.label.name(),
            name: &entity.name,
            kind: match (place, organization) {
                (Some(place), _) => Some(&place.kind),
                (None, organization) => organization.and_then(|o| o.kind.as_deref()),
            },
            country: match (place, organization) {
                (Some(place), _) => place.country.as_deref(),
                (None, organization) => organization.and_then(|o| o.country.as_deref()),
            },
            place: place.map(|place| PlaceRecord::new(place, explain)),
            wikidata: entity.wikidata.as_deref(),
            user_id: entity.user_id.as_deref(),
            begin: entity.interval.map(|(begin, _)| Id::Entity(begin + 1)),
            end: entity.interval.map(|(_, end)| Id::Entity(end + 1)),
            mentions: entity.mentions.iter().map(|i| Id::Annotation(i + 1)).collect(),
            aliases: (entity.label != Label::Date).then_some(&entity.aliases),
            roles: (entity.label == Label::Person).then(|| roles.collect()),
        }
    }
}

/// The converted offsets of all roles, which are asked for by entity and cheap in the order of the
/// text only.
struct RoleOffsets(Vec<(Span, (usize, usize))>);

impl RoleOffsets {
    fn new(found: &Annotations, converter: &mut Converter<'_>) -> Self {
        let roles = found.entities.iter().flat_map(|entity| &entity.roles);
        let mut spans: Vec<Span> = roles.map(|role| role.span).collect();
        spans.sort_unstable();
        let convert = |span: Span| (span, (converter.at(span.start), converter.at(span.end)));
        Self(spans.into_iter().map(convert).collect())
    }

    fn of(&self, span: Span) -> (usize, usize) {
        let found = self.0.binary_search_by_key(&span, |(span, _)| *span);
        self.0[found.expect("the spans are those of all roles")].1
    }
}

impl<'a> RoleRecord<'a> {
    fn new(role: &'a Role, text: &'a str, offsets: &RoleOffsets) -> Self {
        let (start, end) = offsets.of(role.span);
        Self {
            text: &text[role.span.range()],
            start,
            end,
            body: role.body.as_ref().map(|body| RoleBodyRecord {
                of: &text[body.span.range()],
                entity: body.entity.map(|entity| Id::Entity(entity + 1)),
                country: body.country.as_deref(),
            }),
        }
    }
}

pub(super) fn evidence(pieces: &[(&'static str, f64)]) -> Vec<EvidenceRecord> {
    pieces.iter().map(|&(name, weight)| EvidenceRecord { name, weight: round(weight) }).collect()
}

/// Two digits: more would claim a precision that a sum of weights does not have.
pub(super) fn round(number: f64) -> f64 {
    let rounded = (number * 100.0).round() / 100.0;
    // Not -0.0, which would be written so.
    if rounded == 0.0 { 0.0 } else { rounded }
}
