//! [`Explanation`]: why a mention was decided, the heaviest reasons first, and the rows they rest on.
//!
//! The reasons are those that were weighed, and their sum is the score that was compared. Only what
//! says one thing twice is put together, and what weighs next to nothing.

mod rows;

use super::Normalizer;
use super::date::Normalized;
use crate::annotators::date;
use crate::evidence::{Evidence, Evidence as E, EvidenceSet};
use crate::label::Label;
use crate::mention::Explanation;
use crate::resolve::{Decision, MENTION_OFFSET, USER_ENTRY, Weights, date_score};

/// What the user's own entry is called among the reasons.
const OWN_ENTRY: &str = "in your own dictionary";
/// What the reasons that weigh next to nothing are called together.
const LITTLE: &str = "what weighs little, together";
/// A reason below this weight is not listed by itself.
const LEAST: f64 = 0.15;

/// That a list of names holds the whole.
const LISTED: &[Evidence] = &[
    E::IsCountry,
    E::IsTerritory,
    E::IsRegion,
    E::IsDistrict,
    E::IsMetropolis,
    E::IsCity,
    E::IsTown,
    E::IsVillage,
    E::IsFeature,
    E::IsFacility,
    E::IsOrganization,
    E::IsRegistered,
    E::IsKnownPerson,
    E::IsMononym,
    E::IsGivenSure,
    E::IsGivenLikely,
    E::IsGivenWeak,
    E::IsSurnameSure,
    E::IsSurnameLikely,
    E::IsSurnameWeak,
];

/// What says a part of another piece again, or only how much that counts, with the pieces it may
/// belong to: a weight by itself would seem to speak against what it belongs to.
const DETAILS: &[(Evidence, &[Evidence])] = &[
    (E::PlaceOrPerson, LISTED),
    (E::OrganizationOrPlace, LISTED),
    (E::OrganizationOrPerson, LISTED),
    (E::NameOrWord, &[E::OneOrdinaryWord]),
    (E::IsLongPlace, E::PLACES),
    // A listed place of several words starts and ends with itself.
    (E::FirstIsPlace, E::PLACES),
    (E::LastIsPlace, E::PLACES),
    (E::IsListedAcronym, &[E::IsOrganization]),
    (E::IsLongOrganization, &[E::IsOrganization, E::OnlyOrganization, E::IsRegistered]),
    (E::SurnameOfDecided, &[E::SurnameElsewhere]),
    (E::GivenOfDecided, &[E::GivenElsewhere]),
    // `Mr. Cole` is a longer run itself.
    (E::PartElsewhere, &[E::AfterHonorific]),
    (
        E::PartElsewhere,
        &[E::SurnameElsewhere, E::GivenElsewhere, E::HeadElsewhere, E::FormElsewhere],
    ),
    (E::BracketedElsewhere, &[E::IsAcronymOfBefore]),
    (E::TitledElsewhere, &[E::AfterTitle, E::AfterLowerTitle, E::AfterHonorific]),
    (E::LocatedElsewhere, &[E::AfterLocative]),
    (E::AfterLowerWord, &[E::AfterLocative, E::AfterSpeech, E::AfterMotion, E::AfterSport]),
    (E::AfterLowerWord, &[E::AfterOrganizationNoun]),
    (E::AfterLocative, &[E::AfterTo, E::AfterFrom]),
    (
        E::BeforeLowerWord,
        &[
            E::BeforeSpeech,
            E::BeforePersonVerb,
            E::BeforeOrganizationVerb,
            E::BeforeSport,
            E::BeforeMarket,
            E::BeforeLocated,
            E::BeforeIn,
            E::BeforePluralVerb,
        ],
    ),
    (E::AfterThe, &[E::RegionAfterThe]),
    (E::AfterOf, &[E::AfterTitleOf, E::AfterEventOf, E::AfterPlaceHeadOf, E::AfterShareOf]),
    (E::AfterComma, &[E::AfterPlaceComma]),
    (E::BeforeComma, &[E::BeforeCommaTitle, E::BeforeCommaAge, E::BeforeCommaPlace]),
    (E::BeforeComma, &[E::BeforeCommaOrganizationNoun]),
    (E::AfterBracket, &[E::InBrackets]),
    (E::BeforeBracket, &[E::BeforeBracketAcronym, E::BeforeBracketPlace]),
    (E::HasHyphen, &[E::HyphenJoinsNames, E::HyphenJoinsPlaces]),
    (E::HasAnd, &[E::AndAfterHead, E::AndJoinsNames, E::AndJoinsPlaces]),
    (E::HasPossessive, &[E::PossessiveAfterPlace]),
    (E::StartsSentence, &[E::StartsSentenceOrdinary, E::StartsSentenceFirstOrdinary]),
    (E::StartsLower, &[E::IsLowerPlace]),
    (E::InSport, &[E::PlaceInSport, E::PlaceAsTeam]),
    (E::CountryAsTeam, &[E::PlaceAsTeam]),
];

/// A piece of evidence with its details.
struct Reason {
    piece: Evidence,
    weight: f64,
    details: EvidenceSet,
}

impl Normalizer<'_> {
    /// The reasons of a decision and the dictionary rows that they rest on.
    pub(super) fn explain(&self, decision: &Decision, value: Option<&Normalized>) -> Explanation {
        let page = self.page;
        if let Some(candidate) = decision.date.and_then(|i| self.dates.get(i)) {
            let reason = (date::says(candidate.rule), date_score(candidate.certainty));
            return Explanation {
                rows: rows::of_date(&page.scanned, self.gazetteer, &decision.tokens),
                evidence: vec![reason],
                value_from: value.and_then(|value| value.from),
            };
        }
        let reasons = reasons(&decision.evidence, decision.label);
        let pieces = reasons
            .iter()
            .flat_map(|reason| std::iter::once(reason.piece).chain(reason.details.iter()));
        let is_own = page.scanned.hits.user(decision.tokens.start, decision.tokens.end).is_some();
        Explanation {
            rows: rows::of_name(&page.scanned, self.gazetteer, &decision.tokens, pieces),
            evidence: listed(&reasons, is_own),
            value_from: None,
        }
    }
}

/// The reasons for and against a label, the heaviest first.
fn reasons(evidence: &EvidenceSet, label: Label) -> Vec<Reason> {
    let weight = |piece: &Evidence| Weights::built_in().get(label, *piece);
    let mut reasons: Vec<Reason> = evidence
        .iter()
        .map(|piece| Reason { piece, weight: weight(&piece), details: EvidenceSet::default() })
        .collect();
    for (detail, wholes) in DETAILS.iter().filter(|(detail, _)| evidence.contains(*detail)) {
        let among = reasons.iter().map(|reason| reason.piece).filter(|p| wholes.contains(p));
        let heaviest = among.max_by(|a, b| weight(a).total_cmp(&weight(b)));
        let Some(whole) = heaviest else { continue };
        let at = reasons.iter().position(|reason| reason.piece == *detail);
        let Some(detail) = at.map(|at| reasons.remove(at)) else { continue };
        if let Some(reason) = reasons.iter_mut().find(|reason| reason.piece == whole) {
            reason.weight += detail.weight;
            reason.details.insert(detail.piece);
            reason.details.extend(&detail.details);
        }
    }
    reasons.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    reasons
}

/// The reasons as they are printed, with what every candidate starts with.
fn listed(reasons: &[Reason], is_own: bool) -> Vec<(&'static str, f64)> {
    let start = if is_own { 0.0 } else { MENTION_OFFSET };
    let mut listed: Vec<(&'static str, f64)> = Vec::new();
    let mut little = 0.0;
    for reason in reasons {
        let weight = reason.weight + if reason.piece == E::Always { start } else { 0.0 };
        if weight.abs() < LEAST {
            little += weight;
        } else {
            listed.push((reason.piece.name(), weight));
        }
    }
    listed.extend(is_own.then_some((OWN_ENTRY, USER_ENTRY)));
    listed.extend((little != 0.0).then_some((LITTLE, little)));
    listed.sort_by(|a, b| b.1.total_cmp(&a.1));
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(pieces: &[Evidence]) -> EvidenceSet {
        let mut set = EvidenceSet::default();
        pieces.iter().for_each(|&piece| set.insert(piece));
        set
    }

    fn weight(label: Label, pieces: &[Evidence]) -> f64 {
        pieces.iter().map(|&piece| Weights::built_in().get(label, piece)).sum()
    }

    #[test]
    fn the_heaviest_come_first_and_the_sum_is_the_score() {
        let pieces = [E::Always, E::IsCountry, E::IsVillage, E::InHeadline, E::BeforeComma];
        let listed = listed(&reasons(&set(&pieces), Label::Place), false);
        assert!(listed.is_sorted_by(|a, b| a.1 >= b.1), "{listed:?}");
        assert_eq!(listed[0].0, E::IsCountry.name());
        assert_eq!(listed.last().map(|last| last.0), Some(E::Always.name()));
        let sum: f64 = listed.iter().map(|(_, weight)| weight).sum();
        let score = weight(Label::Place, &pieces) + MENTION_OFFSET;
        assert!((sum - score).abs() < 1e-9, "{sum} is not {score}");
    }

    #[test]
    fn a_detail_counts_with_what_it_belongs_to() {
        let together = [E::IsOrganization, E::IsLongOrganization];
        let found = reasons(&set(&together), Label::Organization);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].piece, E::IsOrganization);
        assert!((found[0].weight - weight(Label::Organization, &together)).abs() < 1e-9);
        // Without it, it stands by itself.
        let alone = reasons(&set(&[E::IsLongOrganization, E::Always]), Label::Organization);
        assert_eq!(alone.len(), 2);
    }

    #[test]
    fn a_detail_of_several_belongs_to_the_heaviest() {
        let found = reasons(&set(&[E::IsRegion, E::IsMetropolis, E::IsLongPlace]), Label::Place);
        let pieces: Vec<_> = found.iter().map(|r| (r.piece, r.details.is_empty())).collect();
        assert!(pieces.contains(&(E::IsMetropolis, false)), "{pieces:?}");
        assert!(pieces.contains(&(E::IsRegion, true)), "{pieces:?}");
    }

    #[test]
    fn what_weighs_little_is_one_reason() {
        let light: Vec<Evidence> = Evidence::ALL
            .iter()
            .copied()
            .filter(|&piece| {
                let weight = weight(Label::Place, &[piece]);
                weight != 0.0 && weight.abs() < LEAST
            })
            .collect();
        assert!(light.len() > 2, "{light:?}");
        let listed = listed(&reasons(&set(&light), Label::Place), false);
        assert_eq!(listed.len(), 1, "{listed:?}");
        assert_eq!(listed[0].0, LITTLE);
    }

    #[test]
    fn the_users_entry_is_the_first_reason() {
        let listed = listed(&reasons(&set(&[E::Always, E::IsCountry]), Label::Person), true);
        assert_eq!(listed[0], (OWN_ENTRY, USER_ENTRY));
        let sum: f64 = listed.iter().map(|(_, weight)| weight).sum();
        let score = weight(Label::Person, &[E::Always, E::IsCountry]) + USER_ENTRY;
        assert!((sum - score).abs() < 1e-9, "{sum} is not {score}");
    }

    #[test]
    fn a_detail_stands_behind_those_that_it_may_take() {
        // In the order of the table, a piece that was put to another is not asked for again.
        for (i, (detail, _)) in DETAILS.iter().enumerate() {
            let later = DETAILS[i + 1..].iter().find(|(_, wholes)| wholes.contains(detail));
            assert!(later.is_none(), "{detail:?} is asked for again by {later:?}");
        }
    }
}
