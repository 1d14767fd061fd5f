//! What the dictionaries say of a whole span, and what kind of words it is made of.

use std::ops::Range;

use super::{Facts, Page};
use crate::evidence::{Evidence as E, EvidenceSet};
use crate::gazetteer::{Class, Order, PlaceKind, Posting};

/// What makes one word likely a person's name.
const LIKELY_PERSON: Facts = Facts::GOOD_GIVEN.or(Facts::GOOD_SURNAME);

/// Adds the evidence of dictionary readings and of the word list.
pub fn observe(page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
    set.insert(E::Always);
    let mut seen = Seen::default();
    for reading in page.scanned.hits.of(tokens.start, tokens.end) {
        seen.add(reading.posting);
        add_posting(page, tokens, reading.posting, set);
    }
    let one_word = tokens.len() == 1;
    let word = one_word && is_ordinary(page, tokens.start);
    let person = seen.person || one_word && page.is(tokens.start, Facts::GIVEN | Facts::SURNAME);
    set.insert_if(seen.demonym && !seen.place, E::IsDemonym);
    set.insert_if(seen.demonym && seen.place, E::DemonymOrPlace);
    set.insert_if(seen.organization && seen.place, E::OrganizationOrPlace);
    set.insert_if(seen.organization && person, E::OrganizationOrPerson);
    set.insert_if(seen.place && person, E::PlaceOrPerson);
    let listed = seen.organization || seen.place || person;
    set.insert_if(listed && word, E::NameOrWord);
    set.insert_if(!listed, E::IsUnlisted);
    let likely_person = seen.person || one_word && page.is(tokens.start, LIKELY_PERSON);
    let other = likely_person || word;
    let only_place = seen.place && !seen.organization && !other;
    set.insert_if(only_place && seen.big_place, E::OnlyBigPlace);
    set.insert_if(only_place && !seen.big_place, E::OnlyPlace);
    set.insert_if(seen.organization && !seen.place && !other, E::OnlyOrganization);
    observe_longer(page, tokens, set);
    set.insert_if(seen.organization && tokens.len() > 2, E::IsLongOrganization);
    set.insert_if(seen.place && tokens.len() > 1, E::IsLongPlace);
    let lower = page.is(tokens.start, Facts::LOWER);
    set.insert_if(lower, E::StartsLower);
    set.insert_if(lower && seen.big_place, E::IsLowerPlace);
    set.insert_if(page.is(tokens.start, Facts::NUMBER), E::StartsNumber);
    if one_word {
        observe_one_word(page, tokens.start, seen.place, set);
    } else {
        observe_words(page, tokens, set);
    }
}

/// The longer names and events that a span is part of.
fn observe_longer(page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
    let in_event = tokens.clone().any(|i| page.is(i, Facts::IN_EVENT_NAME));
    set.insert_if(in_event, E::InsideEvent);
    set.insert_if(page.listed.covers(tokens), E::InsideListed);
    let in_organization = page.listed.organization_covers(tokens);
    set.insert_if(in_organization, E::InsideListedOrganization);
}

/// Which labels the readings of a span speak of.
#[derive(Default)]
struct Seen {
    person: bool,
    demonym: bool,
    place: bool,
    /// A country, a region or a city of over 100,000.
    big_place: bool,
    organization: bool,
}

impl Seen {
    fn add(&mut self, posting: Posting) {
        match posting.class {
            Class::Person => self.person = true,
            Class::Demonym => self.demonym = true,
            Class::Place => {
                self.place = true;
                let kind = PlaceKind::from_code(posting.code);
                self.big_place |= kind.is_some_and(PlaceKind::is_large);
            }
            Class::Organization | Class::Registered => self.organization = true,
            _ => {}
        }
    }
}

fn add_posting(page: &Page<'_>, tokens: &Range<usize>, posting: Posting, set: &mut EvidenceSet) {
    match posting.class {
        Class::Place => set.insert(evidence_of_kind(posting.code)),
        Class::Organization => {
            set.insert(E::IsOrganization);
            let acronym = tokens.len() == 1 && page.is(tokens.start, Facts::UPPER);
            set.insert_if(acronym, E::IsListedAcronym);
        }
        Class::Registered => set.insert(E::IsRegistered),
        Class::Person if posting.code == Order::Mononym as u8 || tokens.len() == 1 => {
            set.insert(E::IsMononym);
        }
        Class::Person => set.insert(E::IsKnownPerson),
        Class::Month | Class::Weekday | Class::Holiday | Class::Date => set.insert(E::IsDateWord),
        Class::Stop => set.insert(E::IsStopWord),
        Class::Title | Class::Honorific | Class::Relation => set.insert(E::IsTitle),
        Class::OrganizationHead | Class::PlaceHead | Class::LegalForm => set.insert(E::IsHead),
        Class::EventHead => set.insert(E::IsEvent),
        Class::Context if tokens.len() == 1 => set.insert(E::IsContextWord),
        _ => {}
    }
}

/// That a dictionary holds a span as a place of the kind with this code.
pub fn evidence_of_kind(code: u8) -> E {
    match PlaceKind::from_code(code) {
        Some(PlaceKind::Country) => E::IsCountry,
        Some(PlaceKind::Territory | PlaceKind::FormerCountry) => E::IsTerritory,
        Some(PlaceKind::Region) => E::IsRegion,
        Some(PlaceKind::District) => E::IsDistrict,
        Some(PlaceKind::Metropolis) => E::IsMetropolis,
        Some(PlaceKind::City) => E::IsCity,
        Some(PlaceKind::Town) => E::IsTown,
        Some(PlaceKind::Feature) => E::IsFeature,
        Some(PlaceKind::Facility) => E::IsFacility,
        Some(PlaceKind::Village) | None => E::IsVillage,
    }
}

fn observe_one_word(page: &Page<'_>, i: usize, is_place: bool, set: &mut EvidenceSet) {
    let facts = page.facts[i];
    set.insert_if(facts.any(Facts::GIVEN_SURE), E::IsGivenSure);
    set.insert_if(facts.any(Facts::GIVEN_LIKELY), E::IsGivenLikely);
    set.insert_if(facts.any(Facts::GIVEN_WEAK), E::IsGivenWeak);
    set.insert_if(facts.any(Facts::SURNAME_SURE), E::IsSurnameSure);
    set.insert_if(facts.any(Facts::SURNAME_LIKELY), E::IsSurnameLikely);
    set.insert_if(facts.any(Facts::SURNAME_WEAK), E::IsSurnameWeak);
    let word = page.scanned.word(i);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let upper = facts.any(Facts::UPPER);
    // `BONDS` in a table or a line of capitals is the word; outside them a short one is not known.
    let acronym = upper && (2..=6).contains(&letters) && !facts.any(Facts::KNOWN_WORD);
    set.insert(if acronym && is_place {
        E::IsPlaceAcronym
    } else if acronym {
        E::IsAcronym
    } else if is_ordinary(page, i) {
        E::OneOrdinaryWord
    } else if facts.any(Facts::WORD) {
        E::OneSurnameWord
    } else if facts.any(Facts::WORD_MIXED) {
        E::OneMixedWord
    } else if facts.any(Facts::WORD_CAPITAL) {
        E::OneCapitalWord
    } else {
        E::OneUnknownWord
    });
    set.insert_if(upper && letters > 6, E::IsLongUpper);
    set.insert_if(letters == 1, E::IsLetter);
    set.insert_if(!upper && word.chars().skip(1).any(char::is_uppercase), E::HasInnerCapital);
}

/// Whether a word is usually in lower case, and not the surname of a fuller name in the document.
fn is_ordinary(page: &Page<'_>, i: usize) -> bool {
    page.is(i, Facts::WORD) && !page.repeats.is_surname(&page.scanned, i..i + 1)
}

fn observe_words(page: &Page<'_>, tokens: &Range<usize>, set: &mut EvidenceSet) {
    let (first, last) = (tokens.start, tokens.end - 1);
    let words = page.words(tokens).count();
    set.insert(match words {
        0..=2 => E::LengthTwo,
        3 => E::LengthThree,
        4 => E::LengthFour,
        _ => E::LengthMore,
    });
    let all_ordinary = page.words(tokens).all(|i| page.is(i, Facts::WORD | Facts::CONNECTOR));
    set.insert_if(all_ordinary, E::AllOrdinaryWords);
    set.insert_if(page.is(first, Facts::WORD | Facts::STOP), E::FirstIsOrdinary);
    set.insert_if(page.is(last, Facts::WORD | Facts::STOP), E::LastIsOrdinary);
    set.insert_if(!page.is(first, Facts::KNOWN_WORD), E::FirstIsUnknown);
    set.insert_if(!page.is(last, Facts::KNOWN_WORD), E::LastIsUnknown);
    set.insert_if(page.is(last, Facts::WORD_CAPITAL), E::LastIsCapital);
    let acronym = page.words(tokens).any(|i| page.is(i, Facts::UPPER));
    set.insert_if(acronym, E::HasAcronym);
}
