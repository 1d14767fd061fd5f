//! [`FILES`]: the one list of dictionary files, each with its class and how its code is read.
//! Shared with `build.rs`, which refuses a file that is not listed.

use super::class::Class;

/// How the code of a row is read from its columns.
#[derive(Clone, Copy, Debug)]
pub enum Code {
    /// There is none.
    None,
    /// A number from 1 to 9.
    Weight(&'static str),
    /// The index of a name in the class's own list of codes.
    Name(&'static str),
    /// A kind of place, cities by population.
    Place,
    /// The share of capitals, from the two columns of logarithms.
    Case,
    /// The index of a label's name in `LABELS`.
    Label(&'static str),
    /// Always this one.
    Fixed(u8),
    /// A number from 0 to 255.
    Number(&'static str),
    /// The number of the row in its file, from 0.
    Row,
}

/// The labels of names, in the order of their codes.
pub const LABELS: [&str; 3] = ["person", "place", "organization"];

/// A dictionary file.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// The path below `dictionaries/`.
    pub path: &'static str,
    /// The class of its rows.
    pub class: Class,
    /// How their code is read.
    pub code: Code,
}

const fn file(path: &'static str, class: Class, code: Code) -> File {
    File { path, class, code }
}

/// Every dictionary file that is compiled into the index.
pub const FILES: &[File] = &[
    file("person/given_names_world.tsv", Class::GivenName, Code::Weight("weight")),
    file("person/notable.tsv", Class::Person, Code::Name("order")),
    file("person/particles.tsv", Class::Particle, Code::Name("position")),
    file("person/surnames_world.tsv", Class::Surname, Code::Weight("weight")),
    file("place/abbreviations.tsv", Class::Place, Code::Place),
    file("place/country_codes.tsv", Class::CountryCode, Code::Place),
    file("place/districts.tsv", Class::Place, Code::Place),
    file("place/facilities.tsv", Class::Place, Code::Place),
    file("place/features.tsv", Class::Place, Code::Place),
    file("place/macro_regions.tsv", Class::Place, Code::Place),
    file("organization/armed_groups.tsv", Class::Organization, Code::None),
    file("organization/companies.tsv", Class::Organization, Code::None),
    file("organization/courts.tsv", Class::Organization, Code::None),
    file("organization/culture.tsv", Class::Organization, Code::None),
    file("organization/education.tsv", Class::Organization, Code::None),
    file("organization/finance.tsv", Class::Organization, Code::None),
    file("organization/government.tsv", Class::Organization, Code::None),
    file("organization/international.tsv", Class::Organization, Code::None),
    file("organization/legislatures.tsv", Class::Organization, Code::None),
    file("organization/media.tsv", Class::Organization, Code::None),
    file("organization/ngos.tsv", Class::Organization, Code::None),
    file("organization/parties.tsv", Class::Organization, Code::None),
    file("organization/security.tsv", Class::Organization, Code::None),
    file("organization/sports.tsv", Class::Organization, Code::None),
    file("trigger/context.tsv", Class::Context, Code::Name("class")),
    file("trigger/demonyms.tsv", Class::Demonym, Code::None),
    file("trigger/event_heads.tsv", Class::EventHead, Code::Name("kind")),
    file("trigger/slugs.tsv", Class::Slug, Code::None),
    file("trigger/honorifics.tsv", Class::Honorific, Code::Name("gender")),
    file("trigger/legal_forms.tsv", Class::LegalForm, Code::None),
    file("trigger/organization_heads.tsv", Class::OrganizationHead, Code::Name("position")),
    file("trigger/place_heads.tsv", Class::PlaceHead, Code::Name("position")),
    file("trigger/relations.tsv", Class::Relation, Code::Name("gender")),
    file("trigger/sentence_starters.tsv", Class::Function, Code::None),
    file("trigger/titles.tsv", Class::Title, Code::Name("kind")),
    file("date/bounds.tsv", Class::Bound, Code::Name("modifier")),
    file("date/contexts.tsv", Class::Nearby, Code::Name("role")),
    file("date/day_parts.tsv", Class::DayPart, Code::Name("mark")),
    file("date/holidays.tsv", Class::Holiday, Code::Row),
    file("date/months.tsv", Class::Month, Code::Number("number")),
    file("date/numbers.tsv", Class::Cardinal, Code::Number("value")),
    file("date/openers.tsv", Class::Opener, Code::Number("alone")),
    file("date/ordinals.tsv", Class::Ordinal, Code::Number("value")),
    file("date/picks.tsv", Class::Pick, Code::Name("pick")),
    file("date/seasons.tsv", Class::Season, Code::Name("mark")),
    file("date/stages.tsv", Class::Stage, Code::Name("modifier")),
    file("date/tenses.tsv", Class::Tense, Code::Name("tense")),
    file("date/units.tsv", Class::Unit, Code::Name("name")),
    file("date/weekdays.tsv", Class::Weekday, Code::Number("number")),
    file("date/words.tsv", Class::Date, Code::Row),
    file("date/zones.tsv", Class::Zone, Code::Row),
    file("stoplist.tsv", Class::Stop, Code::None),
    file("person/given_names.tsv", Class::GivenName, Code::Weight("weight")),
    file("person/surnames.tsv", Class::Surname, Code::Weight("weight")),
    file("person/variants.tsv", Class::Surname, Code::Weight("weight")),
    file("person/people.tsv", Class::Person, Code::Name("order")),
    file("place/airports.tsv", Class::Place, Code::Place),
    file("place/cities.tsv", Class::Place, Code::Place),
    file("place/countries.tsv", Class::Place, Code::Place),
    file("place/natural.tsv", Class::Place, Code::Place),
    file("place/regions.tsv", Class::Place, Code::Place),
    file("organization/brands.tsv", Class::Registered, Code::None),
    file("organization/listed.tsv", Class::Registered, Code::None),
    file("organization/universities.tsv", Class::Registered, Code::None),
    file("organization/wordnet_organizations.tsv", Class::Registered, Code::None),
    file("words.tsv", Class::Word, Code::Case),
];

/// Dictionary files that are read otherwise than through the index.
pub const OTHER_FILES: &[&str] = &[
    "ambiguous/surfaces.tsv",
    "boilerplate.tsv",
    "date/holiday_years.tsv",
    "evidence.tsv",
    "place_evidence.tsv",
    "trigger/abbreviations.tsv",
];
