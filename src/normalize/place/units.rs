//! [`Unit`]: mentions of one name that are taken to mean one place.
//!
//! All mentions that coreference links are one unit, unless the text says of some where they lie:
//! `Paris`, then `Paris, Texas`. Names inside those of organizations are units too, which only count
//! as context: `Boston Globe`.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotators::Page;
use crate::clean::SectionKind;
use crate::gazetteer::{Gazetteer, PlaceKind, Reading, Scanned};
use crate::label::Label;
use crate::resolve::Decision;

use super::parts::{inside_organizations, part_of_name};
use super::readings::{Spot, spots};
use super::stated::{KindWord, Stated};

/// What the place of a dateline counts as context.
const DATELINE_WEIGHT: f64 = 2.0;
/// What a comma says in a list of places.
const COMMA_IN_LIST: f64 = 0.1;
/// What a comma between the names of two countries says, or of two cities.
const COMMA_OF_PEERS: f64 = 0.3;
/// No more places that a name is said to hold, or to lie in, are looked at.
const MOST_STATED: usize = 4;

/// Mentions of one name, and what is known of them before their place is decided.
#[derive(Clone, Debug, Default)]
pub struct Unit<'a> {
    /// The number that coreference gave the name.
    pub link: usize,
    /// The indices of the decisions; none of a place inside an organization's name.
    pub mentions: Vec<usize>,
    /// The sentences that the first of them stand in.
    pub sentences: Vec<usize>,
    /// The readings of the name.
    pub spots: Vec<Spot<'a>>,
    /// The readings of the places named behind it.
    pub stated: Vec<Vec<Spot<'a>>>,
    /// Whether it stands in a list of places, in which a comma says nothing.
    pub in_list: bool,
    /// Whether more places follow the one named behind it.
    pub goes_on: bool,
    /// The readings of the places named near it.
    pub near: Vec<Vec<Spot<'a>>>,
    /// The units of the places that it is named behind.
    pub held: Vec<usize>,
    /// The units of the places that stand beside it in a list.
    pub beside: Vec<usize>,
    /// The other units of its name of which the text says where they lie.
    pub elsewhere: Vec<usize>,
    /// The readings that a longer form of the name has in the document: `Benin`, `Benin City`.
    pub full: Vec<Reading>,
    /// Whether the readings are those of a part of the name: `Seoul City Hall`.
    pub is_part: bool,
    /// What words beside it say that it is.
    pub kind: Option<KindWord>,
    /// Whether a point of the compass stands before a mention.
    pub compass: bool,
    /// Whether it stands before all of its name of which the text says where they lie.
    pub is_early: bool,
    /// What it counts as context.
    pub weight: f64,
}

/// What the mentions of one unit share.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    link: usize,
    /// The hash of the place named behind them, or 0.
    behind: u64,
    /// Whether they are named behind a place themselves.
    holds: bool,
    is_early: bool,
}

/// A place decision with what stands beside it.
struct Place {
    decision: usize,
    stated: Stated,
    /// The decision that it is named right behind.
    held: Option<usize>,
    /// The decisions beside it in a list.
    beside: Vec<usize>,
    in_list: bool,
    sentence: usize,
}

/// Groups the place decisions of a document; the units are in the order of their first mentions.
pub fn gather<'a>(
    page: &Page<'_>,
    gazetteer: &'a Gazetteer,
    decisions: &[Decision],
    links: &[usize],
) -> Vec<Unit<'a>> {
    let places = places(page, decisions);
    let first_stated = first_stated(&places, links);
    let mut units: Vec<Unit<'a>> = Vec::new();
    let mut by_key: HashMap<Key, usize> = HashMap::new();
    for place in &places {
        let link = links[place.decision];
        let behind = place.stated.behind.clone().filter(|_| !place.in_list);
        let hash = behind.map_or(0, |tokens| page.scanned.hits.hash_of(tokens));
        let is_headline =
            page.scanned.tokens.sentences[place.sentence].section == SectionKind::Headline;
        let is_early = hash == 0
            && !is_headline
            && first_stated.get(&link).is_some_and(|&first| place.decision < first);
        let key = Key { link, behind: hash, holds: place.held.is_some(), is_early };
        let unit = *by_key.entry(key).or_insert_with(|| {
            units.push(Unit { link, is_early, ..Unit::default() });
            units.len() - 1
        });
        units[unit].add(page, gazetteer, place);
    }
    connect(&mut units);
    for unit in &mut units {
        unit.weight += 1.0 + (unit.mentions.len() as f64).ln();
        unit.read_name(page, gazetteer, decisions);
    }
    add_full_names(page, decisions, &mut units);
    units.extend(inside_organizations(page, gazetteer, decisions));
    units
}

/// Adds to the readings of `Benin` those of `Benin City`, if the document names it so too.
fn add_full_names<'a>(page: &Page<'_>, decisions: &[Decision], units: &mut [Unit<'a>]) {
    let mut cities: HashMap<u64, Vec<Spot<'a>>> = HashMap::new();
    for unit in units.iter().filter(|unit| !unit.is_part) {
        let Some(&first) = unit.mentions.first() else { continue };
        let Range { start, end } = decisions[first].tokens;
        if end - start > 1 && page.scanned.word(end - 1).eq_ignore_ascii_case("city") {
            let spots = unit.spots.iter().filter(|spot| spot.is_city());
            cities.insert(page.scanned.hits.hash_of(start..end - 1), spots.copied().collect());
        }
    }
    for unit in units.iter_mut().filter(|unit| !unit.is_part && !cities.is_empty()) {
        let Some(&first) = unit.mentions.first() else { continue };
        let name = page.scanned.hits.hash_of(decisions[first].tokens.clone());
        for spot in cities.get(&name).into_iter().flatten() {
            unit.full.push(spot.reading);
            if unit.spots.iter().all(|known| known.reading != spot.reading) {
                unit.spots.push(*spot);
            }
        }
    }
}

/// Turns the decisions that units hold into units, and finds the others of each name.
fn connect(units: &mut [Unit<'_>]) {
    let mut by_decision: HashMap<usize, usize> = HashMap::new();
    let mut stated: HashMap<usize, Vec<usize>> = HashMap::new();
    for (number, unit) in units.iter().enumerate() {
        by_decision.extend(unit.mentions.iter().map(|&mention| (mention, number)));
        if !unit.stated.is_empty() && !unit.in_list {
            stated.entry(unit.link).or_default().push(number);
        }
    }
    for unit in units {
        let found = unit.held.iter_mut().chain(&mut unit.beside);
        found.for_each(|decision| *decision = by_decision[decision]);
        if unit.stated.is_empty() {
            let others = stated.get(&unit.link).into_iter().flatten();
            unit.elsewhere = others.copied().take(MOST_STATED).collect();
        }
    }
}

impl<'a> Unit<'a> {
    fn add(&mut self, page: &Page<'_>, gazetteer: &'a Gazetteer, place: &Place) {
        self.mentions.push(place.decision);
        let readings = |tokens: &Range<usize>| {
            let found = page.scanned.hits.of(tokens.start, tokens.end).copied();
            spots(gazetteer, found).collect::<Vec<_>>()
        };
        if self.stated.len() < MOST_STATED {
            self.stated.extend(place.stated.behind.as_ref().map(readings));
        }
        if self.near.len() < MOST_STATED {
            self.near.extend(place.stated.near.as_ref().map(readings));
        }
        if self.held.len() < MOST_STATED {
            self.held.extend(place.held);
        }
        if self.beside.len() < MOST_STATED {
            self.beside.extend(&place.beside);
        }
        if self.sentences.len() < MOST_STATED && !self.sentences.contains(&place.sentence) {
            self.sentences.push(place.sentence);
        }
        self.in_list |= place.in_list;
        self.goes_on |= place.stated.goes_on;
        self.kind = self.kind.or(place.stated.kind);
        self.compass |= place.stated.compass;
        if page.scanned.tokens.sentences[place.sentence].section == SectionKind::Dateline {
            self.weight = DATELINE_WEIGHT;
        }
    }

    /// How much a comma between it and a container says, from 0 to 1: in a list it says little.
    pub fn comma(&self, container: &Spot<'a>) -> f64 {
        let peers = |peer: fn(&Spot<'a>) -> bool| peer(container) && self.spots.iter().any(peer);
        match () {
            () if self.in_list => COMMA_IN_LIST,
            () if self.goes_on && peers(Spot::is_division) => COMMA_IN_LIST,
            () if peers(Spot::is_country) && self.goes_on => COMMA_IN_LIST,
            () if peers(Spot::is_city) && self.goes_on => COMMA_IN_LIST,
            () if peers(Spot::is_country) || peers(Spot::is_city) => COMMA_OF_PEERS,
            () => 1.0,
        }
    }

    /// Reads the rows of the name, which all mentions share.
    fn read_name(&mut self, page: &Page<'_>, gazetteer: &'a Gazetteer, decisions: &[Decision]) {
        let Some(&first) = self.mentions.first() else { return };
        let tokens = &decisions[first].tokens;
        let found = page.scanned.hits.of(tokens.start, tokens.end).copied();
        self.spots = spots(gazetteer, found).collect();
        if self.spots.is_empty() {
            (self.spots, self.is_part) = part_of_name(page, gazetteer, tokens);
        }
    }
}

/// The place decisions with what stands beside each.
fn places(page: &Page<'_>, decisions: &[Decision]) -> Vec<Place> {
    let scanned = &page.scanned;
    let sentences = &scanned.tokens.sentences;
    let mut places: Vec<Place> = Vec::new();
    let mut sentence = 0;
    let all = decisions.iter().enumerate().filter(|(_, decision)| decision.label == Label::Place);
    for (i, decision) in all {
        let start = decision.tokens.start;
        while sentence + 1 < sentences.len() && sentences[sentence].tokens.end <= start {
            sentence += 1;
        }
        let previous = places.last();
        let held = previous
            .filter(|last| last.stated.behind.as_ref().is_some_and(|behind| behind.start == start));
        let held = held.map(|last| last.decision);
        let end = previous.map(|last| decisions[last.decision].tokens.end);
        let joint = end.map(|end| Joint::read(scanned, end, start)).unwrap_or_default();
        let stated = Stated::read(scanned, &decision.tokens);
        // `Rome, Delhi, New York`: the second comma joins, for the first did.
        let in_list = joint == Joint::Comma && is_list(scanned, &stated);
        let mut beside = Vec::new();
        if let (true, Some(last)) = (joint != Joint::None, places.last_mut()) {
            last.beside.push(i);
            beside.push(last.decision);
        }
        places.push(Place { decision: i, stated, held, beside, in_list, sentence });
    }
    places
}

/// How two places are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Joint {
    #[default]
    None,
    Comma,
    And,
}

impl Joint {
    /// Reads what stands between two places.
    fn read(scanned: &Scanned<'_>, end: usize, start: usize) -> Self {
        if start < end || start - end > 3 {
            return Joint::None;
        }
        let mut words = (end..start).map(|i| scanned.word(i)).filter(|word| *word != "the");
        match [words.next(), words.next()] {
            [Some(","), None] => Joint::Comma,
            [Some("and" | "or" | "&"), None] | [Some(","), Some("and" | "or")] => Joint::And,
            _ => Joint::None,
        }
    }
}

/// Whether what stands behind the second name of a list goes on with it.
fn is_list(scanned: &Scanned<'_>, stated: &Stated) -> bool {
    let Some(behind) = &stated.behind else { return false };
    let mut readings = scanned.hits.of(behind.start, behind.end);
    // A city or a country goes on; a division says where the name before it lies.
    !readings.any(|r| r.is_kind(PlaceKind::Region)) || readings_hold_city(scanned, behind)
}

fn readings_hold_city(scanned: &Scanned<'_>, tokens: &Range<usize>) -> bool {
    let mut readings = scanned.hits.of(tokens.start, tokens.end);
    readings.any(|r| r.is_kind(PlaceKind::Metropolis))
}

/// For each name, the first decision of which the text says where it lies.
fn first_stated(places: &[Place], links: &[usize]) -> HashMap<usize, usize> {
    let mut first = HashMap::new();
    for place in places.iter().filter(|place| place.stated.behind.is_some() && !place.in_list) {
        first.entry(links[place.decision]).or_insert(place.decision);
    }
    first
}
