//! [`Entity`]: the mentions of one document that name the same thing, and [`Annotations`], all that
//! was found in a document.

use crate::document::DocumentDate;
use crate::label::Label;
use crate::mention::Mention;
use crate::span::Span;

/// What was found in a document.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// The title: the document's own, or its headline.
    pub title: Option<String>,
    /// The date that relative dates count from.
    pub date: Option<DocumentDate>,
    /// In the order of the text; their spans do not overlap.
    pub mentions: Vec<Mention>,
    /// In the order of their first mentions.
    pub entities: Vec<Entity>,
}

/// A thing that is named in a document.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is.
    pub label: Label,
    /// The canonical name: a dictionary's, or the fullest in the document; a date's value.
    pub name: String,
    /// The indices of its mentions in [`Annotations::mentions`].
    pub mentions: Vec<usize>,
    /// The other surfaces by which the document names it, each once; none of a date.
    pub aliases: Vec<String>,
    /// The titles that the text gives a person, each where it stands first.
    pub roles: Vec<Role>,
    /// Where a place is.
    pub place: Option<Place>,
    /// The kind of an organization, and its country as ISO 3166-1 alpha-2, where a dictionary says.
    pub organization: Option<Organization>,
    /// Its Wikidata item, where a dictionary gives it.
    pub wikidata: Option<String>,
    /// Its id in the user's own dictionary.
    pub user_id: Option<String>,
    /// The indices of the entities with which an interval of dates begins and ends.
    pub interval: Option<(usize, usize)>,
}

impl Entity {
    /// An entity of which nothing but its label and name is known.
    pub fn new(label: Label, name: String) -> Self {
        Self {
            label,
            name,
            mentions: Vec::new(),
            aliases: Vec::new(),
            roles: Vec::new(),
            place: None,
            organization: None,
            wikidata: None,
            user_id: None,
            interval: None,
        }
    }
}

impl Annotations {
    /// Adds the interval from the date mention `begin` to the mention `end` of the entity
    /// `end_entity`; does nothing if its begin is not among the mentions.
    pub(crate) fn add_interval(&mut self, begin: Option<usize>, end: usize, end_entity: usize) {
        let Some(begin) = begin else { return };
        let begin_entity = self.mentions[begin].entity;
        let name = [begin_entity, end_entity].map(|entity| self.entities[entity].name.as_str());
        let mut interval = Entity::new(Label::Date, name.join("/"));
        interval.mentions = vec![begin, end];
        interval.interval = Some((begin_entity, end_entity));
        self.entities.push(interval);
    }
}

/// A title that the text gives a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Where the title stands.
    pub span: Span,
    /// The organization or place in which the person has it.
    pub body: Option<RoleBody>,
}

/// The organization or place that goes with a title: `U.S.`, `French`, `Acme Corp.`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleBody {
    /// Where it stands.
    pub span: Span,
    /// The index of its entity, if it is among those of the document.
    pub entity: Option<usize>,
    /// The country of a place, as ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

/// Where a place is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// `country`, `territory`, `region`, `city`, `district`, `feature`, `facility`.
    pub kind: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The first-order division that it lies in or is.
    pub admin1: Option<String>,
    /// The GeoNames code of that division, as `US.OH`.
    pub admin1_code: Option<String>,
    /// WGS 84 latitude and longitude, in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// How many people live there.
    pub population: Option<u64>,
    /// The GeoNames id.
    pub geonames: Option<u32>,
    /// How sure it is that this place is meant, from 0 to 1.
    pub confidence: f64,
    /// What the coordinates are those of, if not of the place itself.
    pub precision: Option<Precision>,
    /// The readings of the name that weighed most, this one first; empty unless asked for.
    pub readings: Vec<PlaceReading>,
}

/// What the coordinates of a place are those of that has none of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// The town that it lies in.
    City,
    /// A town near it, or the region that it lies in.
    Region,
}

impl Precision {
    /// The name as it is written in output.
    pub fn name(self) -> &'static str {
        match self {
            Precision::City => "city",
            Precision::Region => "region",
        }
    }
}

/// A place that a name may mean, with what speaks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceReading {
    /// Its name in the dictionary.
    pub name: String,
    /// Its kind.
    pub kind: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The first-order division that it lies in or is.
    pub admin1: Option<String>,
    /// The GeoNames id.
    pub geonames: Option<u32>,
    /// Each piece of evidence with its weight.
    pub evidence: Vec<(&'static str, f64)>,
    /// The sum of the evidence.
    pub score: f64,
}

/// What a dictionary says of an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// `company`, `ministry`, `party`…
    pub kind: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
}
