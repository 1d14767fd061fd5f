//! What stands before and after a span, and in which part of the article it stands.

use std::ops::Range;

use super::{Facts, Page};
use crate::clean::SectionKind;
use crate::evidence::{Evidence as E, EvidenceSet};
use crate::tokenize::{Case, Gap, Sentence, TokenKind};

/// How many tokens behind a comma are looked at for what they say of the name before it.
const LONGEST_APPOSITIVE: usize = 5;

/// Adds the evidence of the context.
pub fn observe(page: &Page<'_>, sent: &Sentence, tokens: &Range<usize>, set: &mut EvidenceSet) {
    let before = tokens.start.checked_sub(1).filter(|i| sent.tokens.contains(i));
    let after = Some(tokens.end).filter(|i| sent.tokens.contains(i));
    let ordinary = page.is(tokens.start, Facts::WORD | Facts::STOP);
    let one_word = tokens.len() == 1;
    set.insert_if(sent.all_caps && ordinary && one_word, E::OrdinaryInCaps);
    match before {
        Some(before) => observe_before(page, sent, before, set),
        None => {
            set.insert(E::StartsSentence);
            let surname = set.contains(E::OneSurnameWord);
            set.insert_if(ordinary && one_word && !surname, E::StartsSentenceOrdinary);
            let listed = set.contains_any(&[E::IsLongPlace, E::IsOrganization, E::IsKnownPerson]);
            set.insert_if(ordinary && !one_word && !listed, E::StartsSentenceFirstOrdinary);
        }
    }
    match after {
        Some(after) => observe_after(page, sent, after, set),
        None => set.insert(E::EndsSentence),
    }
    set.insert_if(before.is_none() && acts(page, sent, tokens.end, set), E::CompanyWordActs);
    let bracket = |i: Option<usize>, mark| i.is_some_and(|i| page.scanned.is_mark(i, mark));
    set.insert_if(bracket(before, "(") && bracket(after, ")"), E::InBrackets);
    set.insert_if(sent.section == SectionKind::Headline, E::InHeadline);
    set.insert_if(sent.section == SectionKind::Byline, E::InByline);
    set.insert_if(sent.section == SectionKind::Dateline, E::InDateline);
    set.insert_if(sent.all_caps, E::InCapsLine);
    set.insert_if(before.is_none() && after.is_none(), E::AloneOnLine);
    let ends_label = after.is_none_or(|after| page.scanned.is_mark(after, ":"));
    set.insert_if(before.is_none() && ends_label && is_caps_label(page, tokens), E::CapsLabel);
}

/// Whether a span is made of words in capitals of which one is an ordinary word and none a name:
/// `PAYING AGENT`.
fn is_caps_label(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let name = Facts::NAME | Facts::IN_LISTED_NAME;
    tokens.clone().all(|i| page.is(i, Facts::UPPER | Facts::CONNECTOR) && !page.is(i, name))
        && tokens.clone().any(|i| page.is(i, Facts::WORD | Facts::WORD_MIXED))
}

/// Whether a listed name that is an ordinary word has a verb with a figure or `its` behind it:
/// `Target cut its forecast`, `Gap closed 40 stores`.
fn acts(page: &Page<'_>, sent: &Sentence, verb: usize, set: &EvidenceSet) -> bool {
    set.contains(E::IsOrganization)
        && set.contains(E::StartsSentenceOrdinary)
        && verb + 1 < sent.tokens.end
        && page.is(verb, Facts::LOWER)
        && (page.is(verb + 1, Facts::NUMBER) || page.scanned.word(verb + 1) == "its")
}

fn observe_before(page: &Page<'_>, sent: &Sentence, i: usize, set: &mut EvidenceSet) {
    let earlier = i.checked_sub(1).filter(|i| sent.tokens.contains(i));
    if page.scanned.token(i).kind == TokenKind::Mark {
        observe_mark_before(page, i, earlier, set);
        return;
    }
    let lower = page.is(i, Facts::LOWER);
    let title = page.is(i, Facts::TITLE_ENDS);
    set.insert_if(title && !lower, E::AfterTitle);
    set.insert_if(title && lower, E::AfterLowerTitle);
    // `Pak` is a surname too, and `Sheikh Hasina` a name of two words.
    let honorific = page.is(i, Facts::HONORIFIC) && !page.is(i, Facts::SURNAME_FIRST) && !lower;
    set.insert_if(honorific && !set.contains(E::InsideListed), E::AfterHonorific);
    set.insert_if(page.is(i, Facts::LOCATIVE), E::AfterLocative);
    set.insert_if(page.is(i, Facts::DEMONYM_ENDS), E::AfterDemonym);
    set.insert_if(page.is(i, Facts::PLACE_ENDS), E::AfterPlace);
    let no_name = Facts::TITLE_ENDS | Facts::HONORIFIC | Facts::FUNCTION;
    set.insert_if(page.is(i, Facts::NAMELIKE) && !page.is(i, no_name), E::AfterCapital);
    set.insert_if(page.is(i, Facts::SPEECH), E::AfterSpeech);
    set.insert_if(page.is(i, Facts::MOTION), E::AfterMotion);
    set.insert_if(page.is(i, Facts::SPORT), E::AfterSport);
    set.insert_if(page.is(i, Facts::COMPASS), E::AfterCompass);
    set.insert_if(page.is(i, Facts::RELATION_ENDS), E::AfterRelation);
    set.insert_if(page.is(i, Facts::ORGANIZATION_HEAD_ENDS), E::AfterOrganizationOf);
    set.insert_if(page.is(i, Facts::ORGANIZATION_LAST), E::AfterOrganizationHead);
    let noun = lower && page.is(i, Facts::ORGANIZATION_NOUN);
    set.insert_if(noun, E::AfterOrganizationNoun);
    set.insert_if(page.is(i, Facts::PLACE_LAST), E::AfterPlaceHead);
    // `Battle for` is a listed event word as a whole.
    set.insert_if(page.is(i, Facts::EVENT) && page.is(i, Facts::CONNECTOR), E::AfterEventOf);
    let storm = page.is(i, Facts::STORM) && page.is(i, Facts::NAMELIKE);
    set.insert_if(storm, E::IsStorm);
    if page.is(i, Facts::NUMBER) {
        observe_number_before(page, i, set);
    }
    observe_joining_word(page, i, earlier, set);
}

fn observe_number_before(page: &Page<'_>, i: usize, set: &mut EvidenceSet) {
    // `200 U.S. medics`, but not the `1987 United Kingdom general election`.
    let country = set.contains(E::IsCountry) && page.scanned.word(i).len() != 4;
    set.insert(if set.contains(E::PlaceHeadLast) {
        E::AfterHouseNumber
    } else if country {
        E::CountryAfterNumber
    } else {
        E::AfterNumber
    });
}

/// The preposition, article or other word that joins a name to what is said, and the word that tells
/// what it joins: `stake in`, `village of`.
fn observe_joining_word(page: &Page<'_>, i: usize, earlier: Option<usize>, set: &mut EvidenceSet) {
    let is_before = |facts: Facts| earlier.is_some_and(|i| page.is(i, facts));
    let word = page.scanned.word(i);
    set.insert_if(matches!(word, "in" | "of") && is_before(Facts::SHARE), E::AfterShareOf);
    set.insert_if(matches!(word, "at" | "with") && is_before(Facts::TITLE_ENDS), E::AfterTitleAt);
    match word {
        "of" => {
            set.insert(E::AfterOf);
            set.insert_if(is_before(Facts::TITLE_ENDS), E::AfterTitleOf);
            set.insert_if(is_before(Facts::EVENT), E::AfterEventOf);
            let settled = earlier.is_some_and(|i| page.is(i, Facts::LOWER))
                && is_before(Facts::LOCATED | Facts::PLACE_LAST | Facts::PLACE_FIRST);
            set.insert_if(settled, E::AfterPlaceHeadOf);
            set.insert_if(is_before(Facts::RELATION_ENDS), E::AfterRelation);
        }
        "to" | "To" => set.insert(E::AfterTo),
        "from" | "From" => set.insert(E::AfterFrom),
        "by" | "By" => set.insert(E::AfterBy),
        "with" | "With" => set.insert(E::AfterWith),
        "for" | "For" => set.insert(E::AfterFor),
        "and" | "or" => set.insert(E::AfterAnd),
        "the" | "The" => {
            set.insert(E::AfterThe);
            let region = set.contains_any(&[E::IsFeature, E::IsRegion]);
            set.insert_if(region, E::RegionAfterThe);
        }
        "a" | "an" | "A" | "An" => set.insert(E::AfterArticle),
        _ if page.scanned.is_possessive(i) => set.insert(E::AfterPossessive),
        _ => {
            let lower = page.is(i, Facts::LOWER) && !page.is(i, Facts::TITLE_ENDS);
            set.insert_if(lower, E::AfterLowerWord);
        }
    }
}

fn observe_mark_before(page: &Page<'_>, i: usize, earlier: Option<usize>, set: &mut EvidenceSet) {
    let is_before = |facts: Facts| earlier.is_some_and(|i| page.is(i, facts));
    match page.scanned.word(i) {
        "," => {
            set.insert(E::AfterComma);
            set.insert_if(is_before(Facts::PLACE_ENDS), E::AfterPlaceComma);
            set.insert_if(is_before(Facts::RELATION_ENDS), E::AfterRelation);
        }
        "(" | "[" => set.insert(E::AfterBracket),
        "\"" | "“" | "‘" | "'" => set.insert(E::AfterQuote),
        "-" | "‐" | "‑" if earlier.is_some_and(|i| page.is_party(i)) => {
            set.insert(E::AfterParty)
        }
        "-" | "‐" | "‑" if page.joins_names(i) => observe_joined(page, i, set),
        "-" | "‐" | "‑" => set.insert(E::AfterHyphen),
        "/" => set.insert(E::AfterSlash),
        ")" if is_before(Facts::PLACE_ENDS) => set.insert(E::AfterBracketPlace),
        _ => {}
    }
}

fn observe_after(page: &Page<'_>, sent: &Sentence, i: usize, set: &mut EvidenceSet) {
    if page.scanned.token(i).kind == TokenKind::Mark {
        observe_mark_after(page, sent, i, set);
        return;
    }
    let lower = page.is(i, Facts::LOWER);
    // `general election` is no general.
    let event = page.is(i, Facts::EVENT | Facts::IN_EVENT_NAME);
    let title = page.is(i, Facts::TITLE_STARTS) && !event;
    if title {
        observe_title_after(page, i, set);
    }
    set.insert_if(page.is(i, Facts::NAMELIKE) && !title, E::BeforeCapital);
    set.insert_if(page.is(i, Facts::NUMBER), E::BeforeNumber);
    set.insert_if(page.is(i, Facts::SPEECH), E::BeforeSpeech);
    set.insert_if(page.is(i, Facts::PERSON_VERB), E::BeforePersonVerb);
    set.insert_if(page.is(i, Facts::ORGANIZATION_VERB), E::BeforeOrganizationVerb);
    set.insert_if(page.is(i, Facts::PLURAL_VERB), E::BeforePluralVerb);
    set.insert_if(page.is(i, Facts::SPORT), E::BeforeSport);
    set.insert_if(page.is(i, Facts::MARKET), E::BeforeMarket);
    set.insert_if(page.is(i, Facts::LOCATED), E::BeforeLocated);
    set.insert_if(page.is(i, Facts::LOCATIVE), E::BeforeIn);
    set.insert_if(page.is(i, Facts::SPORT_TITLE), E::BeforeSportTitle);
    set.insert_if(page.is(i, Facts::ORGANIZATION_LAST), E::BeforeOrganizationHead);
    set.insert_if(page.is(i, Facts::PLACE_LAST), E::BeforePlaceHead);
    set.insert_if(event, E::BeforeEventHead);
    set.insert_if(page.is(i, Facts::LEGAL_FORM) && !lower, E::BeforeLegalForm);
    let government = page.is(i, Facts::GOVERNMENT) && page.is_surname(i - 1);
    set.insert_if(government, E::PersonBeforeGovernment);
    match page.scanned.word(i) {
        _ if page.scanned.is_possessive(i) => set.insert(E::BeforePossessive),
        "of" => set.insert(E::BeforeOf),
        "and" | "or" => set.insert(E::BeforeAnd),
        "who" | "whose" | "whom" => set.insert(E::BeforeWho),
        "is" | "was" | "has" | "had" | "will" | "would" => set.insert(E::BeforeIs),
        _ => set.insert_if(lower, E::BeforeLowerWord),
    }
}

fn observe_title_after(page: &Page<'_>, i: usize, set: &mut EvidenceSet) {
    let sport = page.is(i, Facts::SPORT_TITLE);
    // The `Kremlin spokesman` is not of a place, nor is the `YOUNG DRIVER` of a line of capitals.
    let other = set.contains_any(&[E::IsOrganization, E::OrdinaryInCaps]);
    let place = set.contains_any(E::PLACES) && !other && !sport;
    set.insert(if place { E::PlaceBeforeTitle } else { E::BeforeTitle });
    let organization = set.contains(E::IsOrganization) && !sport && !page.is(i, Facts::LOWER);
    set.insert_if(organization, E::OrganizationBeforeTitle);
}

fn observe_mark_after(page: &Page<'_>, sent: &Sentence, i: usize, set: &mut EvidenceSet) {
    let glued = page.scanned.token(i).gap == Gap::None;
    match page.scanned.word(i) {
        "," => {
            set.insert(E::BeforeComma);
            observe_after_comma(page, sent, i + 1, set);
        }
        "(" | "[" => {
            set.insert(E::BeforeBracket);
            let inside = i + 1..sent.tokens.end.min(i + 5);
            let closed = inside.clone().find(|&j| page.scanned.is_mark(j, ")"));
            let place = closed.is_some_and(|end| {
                end > i + 1
                    && page.is(i + 1, Facts::PLACE_STARTS)
                    && page.is(end - 1, Facts::PLACE_ENDS)
            });
            set.insert_if(place, E::BeforeBracketPlace);
        }
        _ if page.scanned.is_apostrophe(i)
            && glued
            && page.scanned.word(i - 1).ends_with(['s', 'S']) =>
        {
            set.insert(E::BeforePossessive);
        }
        "-" | "‐" | "‑" if glued && page.joins_names(i) => observe_joined(page, i, set),
        "-" | "‐" | "‑" if glued => set.insert(E::BeforeHyphen),
        "/" => set.insert(E::BeforeSlash),
        ":" if set.contains(E::StartsSentence) => {
            set.insert(E::BeforeColon);
            let listed = Facts::PLACE | Facts::ORGANIZATION;
            let initials = page.is(i - 1, Facts::INITIAL) && !page.is(i - 1, listed);
            set.insert_if(initials, E::InitialsBeforeColon);
        }
        "." | "!" | "?" if i + 1 == sent.tokens.end => set.insert(E::EndsSentence),
        _ => {}
    }
}

/// A name joined to another by the hyphen `i`.
fn observe_joined(page: &Page<'_>, i: usize, set: &mut EvidenceSet) {
    set.insert(E::BesideJoiningHyphen);
    let other = Facts::BIG_PLACE | Facts::ORGANIZATION;
    let persons = (page.is_surname(i - 1) || page.is_surname(i + 1))
        && !page.is(i - 1, other)
        && !page.is(i + 1, other);
    set.insert_if(persons && page.joins_pair(i), E::InPairOfPersons);
}

/// An age, a place or a title behind a comma: `, 44,`, `, Ohio`, `, the French president`.
fn observe_after_comma(page: &Page<'_>, sent: &Sentence, i: usize, set: &mut EvidenceSet) {
    let rest = i..sent.tokens.end.min(i + LONGEST_APPOSITIVE);
    let Some(first) = rest.clone().next() else {
        return;
    };
    let age = page.scanned.token(first).kind == TokenKind::Number
        && page.scanned.word(first).parse().is_ok_and(|age: u8| (1..120).contains(&age));
    let closed = first + 1 >= sent.tokens.end
        || matches!(page.scanned.word(first + 1), "," | "." | ";" | "and" | "of" | "from");
    set.insert_if(age && closed, E::BeforeCommaAge);
    let place =
        page.is(first, Facts::PLACE_STARTS) && page.scanned.token(first).case != Case::Lower;
    set.insert_if(place, E::BeforeCommaPlace);
    let words = rest.take_while(|&j| page.scanned.token(j).kind == TokenKind::Word);
    let title = words.clone().any(|j| page.is(j, Facts::TITLE_STARTS));
    set.insert_if(title, E::BeforeCommaTitle);
    // `Zodiac, the Ofer family's firm`, but not `Sawyer, whose company`.
    let article = matches!(page.scanned.word(first), "the" | "a" | "an");
    let noun = words.take_while(|&j| !page.is(j, Facts::TITLE_STARTS));
    let noun = article && noun.clone().any(|j| page.is(j, Facts::ORGANIZATION_NOUN));
    set.insert_if(noun, E::BeforeCommaOrganizationNoun);
}
