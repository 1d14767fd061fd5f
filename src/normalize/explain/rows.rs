//! The dictionary rows that reasons rest on: of the whole name, of the words that it is made of, and
//! of the words that it stands beside.

use std::ops::Range;

use crate::annotators::evidence_of_kind;
use crate::evidence::{Evidence, Evidence as E};
use crate::gazetteer::{Class, Context, Gazetteer, Posting, Reading, Scanned};
use crate::mention::RowSource;

/// How far before a name the longest words that speak of it start, and how far behind it, in tokens.
const REACH: usize = 5;
/// The classes of the words that dates are made of.
const DATE_CLASSES: [Class; 13] = [
    Class::Month,
    Class::Weekday,
    Class::Season,
    Class::DayPart,
    Class::Unit,
    Class::Cardinal,
    Class::Ordinal,
    Class::Pick,
    Class::Stage,
    Class::Bound,
    Class::Holiday,
    Class::Zone,
    Class::Date,
];

/// Where the words of a row stand.
#[derive(Clone, Copy)]
enum At {
    /// The first such words in the name.
    First,
    /// The last such words in the name.
    Last,
    /// The last such words that do not end the name.
    Inside,
    /// Right before the name, or before a word or mark before it.
    Before,
    /// The first such words behind the name.
    After,
}

/// The rows that a reason rests on.
#[derive(Clone, Copy)]
enum Source {
    /// Those of a class that hold the whole name.
    Whole(Class),
    /// One of a class.
    Row(At, Class),
    /// That of a word of the context.
    Context(At, Context),
}

use At::{After, Before, First, Inside, Last};
use Source::{Context as Beside, Row, Whole};

/// The rows of a name: those that the heaviest pieces of evidence rest on first, then what else the
/// dictionaries know of it.
pub fn of_name(
    scanned: &Scanned<'_>,
    gazetteer: &Gazetteer,
    tokens: &Range<usize>,
    pieces: impl Iterator<Item = Evidence>,
) -> Vec<RowSource> {
    let mut rows = Rows::new(gazetteer);
    let whole = || scanned.hits.of(tokens.start, tokens.end);
    rows.add(whole().filter(|reading| reading.is_user));
    for piece in pieces {
        if E::PLACES.contains(&piece) {
            let is_meant = |reading: &&Reading| {
                let Posting { class, code, .. } = reading.posting;
                class == Class::Place && evidence_of_kind(code) == piece
            };
            rows.add(whole().filter(is_meant));
        }
        for &source in sources(piece) {
            match source {
                Whole(class) => {
                    rows.add(whole().filter(|reading| reading.posting.class == class));
                }
                Row(at, class) => rows.add(beside(scanned, tokens, at, |p| p.class == class)),
                Beside(at, context) => rows.add(beside(scanned, tokens, at, |p| {
                    p.class == Class::Context && p.code == context as u8
                })),
            }
        }
    }
    rows.add(whole());
    rows.found
}

/// The rows of the words that a date is made of, then what else the dictionaries know of it.
pub fn of_date(
    scanned: &Scanned<'_>,
    gazetteer: &Gazetteer,
    tokens: &Range<usize>,
) -> Vec<RowSource> {
    let mut rows = Rows::new(gazetteer);
    let mut at = tokens.start;
    while at < tokens.end {
        let hits = scanned.hits.starting_at(at).iter().rev().filter(|hit| hit.end <= tokens.end);
        let mut words = hits.map(|hit| {
            let readings = scanned.hits.readings(hit).iter();
            let of_date = readings.filter(|r| DATE_CLASSES.contains(&r.posting.class));
            (hit.end, of_date.collect::<Vec<_>>())
        });
        let longest = words.find(|(_, readings)| !readings.is_empty());
        let (end, readings) = longest.unwrap_or((at + 1, Vec::new()));
        rows.add(readings);
        at = end;
    }
    rows.add(scanned.hits.of(tokens.start, tokens.end));
    rows.found
}

/// Rows in the order in which they are added, each once.
struct Rows<'a> {
    gazetteer: &'a Gazetteer,
    found: Vec<RowSource>,
}

impl<'a> Rows<'a> {
    fn new(gazetteer: &'a Gazetteer) -> Self {
        Self { gazetteer, found: Vec::new() }
    }

    fn add<'b>(&mut self, readings: impl IntoIterator<Item = &'b Reading>) {
        for reading in readings {
            let row = self.gazetteer.row(reading);
            let source = RowSource {
                file: row.file.to_owned(),
                line: row.line(),
                class: reading.posting.class.name(),
                name: row.name().to_owned(),
            };
            if !self.found.contains(&source) {
                self.found.push(source);
            }
        }
    }
}

/// The first reading that is wanted at a place in or beside a name.
fn beside<'a>(
    scanned: &Scanned<'a>,
    tokens: &Range<usize>,
    at: At,
    wanted: impl Fn(&Posting) -> bool,
) -> Option<&'a Reading> {
    let Range { start, end } = *tokens;
    let hits = scanned.hits;
    // The surface starts at `first` and ends in `ends`.
    let find = |first: usize, ends: Range<usize>| {
        let of_first = hits.starting_at(first).iter().filter(|hit| ends.contains(&hit.end));
        of_first.flat_map(|hit| hits.readings(hit)).find(|reading| wanted(&reading.posting))
    };
    let count = scanned.tokens.tokens.len();
    match at {
        First => (start..end).find_map(|first| find(first, 0..end + 1)),
        Last => (start..end).rev().find_map(|first| find(first, 0..end + 1)),
        Inside => (start..end).rev().find_map(|first| find(first, 0..end)),
        // A comma or `of` may stand between.
        Before => {
            let near = start.saturating_sub(REACH)..start;
            near.rev().find_map(|first| find(first, start.saturating_sub(1)..start + 1))
        }
        After => (end..count.min(end + REACH)).find_map(|first| find(first, 0..count + 1)),
    }
}

/// Where the rows stand that a piece of evidence rests on; those of places are told by their kind.
fn sources(piece: Evidence) -> &'static [Source] {
    match piece {
        E::IsOrganization => &[Whole(Class::Organization)],
        E::IsRegistered => &[Whole(Class::Registered)],
        E::IsKnownPerson | E::IsMononym => &[Whole(Class::Person)],
        E::IsGivenSure | E::IsGivenLikely | E::IsGivenWeak => &[Whole(Class::GivenName)],
        E::IsSurnameSure | E::IsSurnameLikely | E::IsSurnameWeak => &[Whole(Class::Surname)],
        E::GivenThenSurname => &[Row(First, Class::GivenName), Row(Last, Class::Surname)],
        E::GivenThenUnknown | E::GivenThenWord | E::GivenThenHyphened => {
            &[Row(First, Class::GivenName)]
        }
        E::FirstIsGivenSure | E::FirstIsGivenLikely | E::FirstIsGivenWeak => {
            &[Row(First, Class::GivenName)]
        }
        E::LastIsSurnameSure | E::LastIsSurnameLikely | E::LastIsSurnameWeak => {
            &[Row(Last, Class::Surname)]
        }
        E::UnknownThenSurname => &[Row(Last, Class::Surname)],
        E::SurnameThenGiven => &[Row(First, Class::Surname), Row(Last, Class::GivenName)],
        E::SurnameThenHyphened => &[Row(First, Class::Surname)],
        E::HasParticle | E::FirstIsParticle => &[Row(First, Class::Particle)],
        E::HasSuffix => &[Row(Last, Class::Particle)],
        E::FirstIsHonorific => &[Row(First, Class::Honorific)],
        E::FirstIsTitle => &[Row(First, Class::Title)],
        E::LastIsTitle => &[Row(Last, Class::Title)],
        E::OrganizationHeadFirst => &[Row(First, Class::OrganizationHead)],
        E::OrganizationHeadLast => &[Row(Last, Class::OrganizationHead)],
        E::OrganizationHeadInside => &[Row(Inside, Class::OrganizationHead)],
        E::LegalFormLast => &[Row(Last, Class::LegalForm)],
        E::PlaceHeadFirst => &[Row(First, Class::PlaceHead)],
        E::PlaceHeadLast => &[Row(Last, Class::PlaceHead)],
        E::PlaceHeadInside => &[Row(Inside, Class::PlaceHead)],
        E::EventHeadLast => &[Row(Last, Class::EventHead)],
        E::EventHeadInside => &[Row(Inside, Class::EventHead)],
        E::FirstIsCompass => &[Beside(First, Context::Compass)],
        E::CodeInBrackets => &[Whole(Class::CountryCode)],
        E::FirstIsDemonym => &[Row(First, Class::Demonym)],
        E::HasDemonym => &[Row(Last, Class::Demonym)],
        E::FirstIsPlace => &[Row(First, Class::Place)],
        E::LastIsPlace => &[Row(Last, Class::Place)],
        _ => sources_beside(piece),
    }
}

/// The same, of what stands before and after a name.
fn sources_beside(piece: Evidence) -> &'static [Source] {
    match piece {
        E::AfterTitle | E::AfterLowerTitle | E::AfterTitleOf | E::AfterTitleAt => {
            &[Row(Before, Class::Title)]
        }
        E::AfterHonorific => &[Row(Before, Class::Honorific)],
        E::AfterRelation => &[Row(Before, Class::Relation)],
        E::AfterDemonym => &[Row(Before, Class::Demonym)],
        E::AfterEventOf => &[Row(Before, Class::EventHead)],
        E::AfterOrganizationOf | E::AfterOrganizationHead => {
            &[Row(Before, Class::OrganizationHead)]
        }
        E::AfterPlaceHead => &[Row(Before, Class::PlaceHead)],
        E::AfterPlaceHeadOf => &[Row(Before, Class::PlaceHead), Beside(Before, Context::Located)],
        E::AfterLocative => &[Beside(Before, Context::Locative)],
        E::AfterSpeech => &[Beside(Before, Context::Speech)],
        E::AfterMotion => &[Beside(Before, Context::Motion)],
        E::AfterSport => &[Beside(Before, Context::Sport)],
        E::AfterCompass => &[Beside(Before, Context::Compass)],
        E::AfterShareOf => &[Beside(Before, Context::Share)],
        E::AfterOrganizationNoun => &[Beside(Before, Context::OrganizationNoun)],
        E::BeforeTitle
        | E::PlaceBeforeTitle
        | E::OrganizationBeforeTitle
        | E::BeforeSportTitle
        | E::BeforeCommaTitle => &[Row(After, Class::Title)],
        E::BeforeOrganizationHead => &[Row(After, Class::OrganizationHead)],
        E::BeforePlaceHead => &[Row(After, Class::PlaceHead)],
        E::BeforeEventHead => &[Row(After, Class::EventHead)],
        E::BeforeLegalForm => &[Row(After, Class::LegalForm)],
        E::BeforeSpeech => &[Beside(After, Context::Speech)],
        E::BeforePersonVerb => &[Beside(After, Context::PersonVerb)],
        E::BeforeOrganizationVerb => &[Beside(After, Context::OrganizationVerb)],
        E::BeforeSport => &[Beside(After, Context::Sport)],
        E::BeforeMarket => &[Beside(After, Context::Market)],
        E::BeforeLocated => &[Beside(After, Context::Located)],
        E::BeforeIn => &[Beside(After, Context::Locative)],
        E::BeforePluralVerb => &[Beside(After, Context::Plural)],
        E::BeforeCommaOrganizationNoun => &[Beside(After, Context::OrganizationNoun)],
        E::InPairOfPersons => &[Beside(After, Context::Meeting)],
        E::PersonBeforeGovernment => &[Beside(After, Context::Government)],
        _ => &[],
    }
}
