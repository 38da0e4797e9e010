//! What may be done in a case now, and what not, with the reason: for the case's page and the command line.
//!
//! It asks what [`crate::decide()`] asks before it looks at the fields, so that the two never disagree.

use std::cmp::Reverse;

use jiff::civil::Date;
use law::Language;
use law::duty::DutyAct;
use law::standards::Standard;

use crate::command::ActKind;
use crate::decide::{Doing, bar, can_be_marked, can_be_named, obstacle, permitted};
use crate::duties::outstanding;
use crate::event::{Provider, Recorded};
use crate::history::Case;
use crate::ids::CaseId;
use crate::refusal::Refusal;
use crate::role::Role;

/// An act, and whether it may be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// The act, by the word that forms and the command line use.
    pub act: &'static str,
    /// Whether it may be done.
    pub standing: Standing,
}

/// Whether an act may be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may. Only its fields can still stand in the way.
    Allowed,
    /// It may, by these roles.
    NotForRole(Vec<Role>),
    /// A rule bars it, or the case is closed.
    Barred(Refusal),
    /// There is nothing that it could act on.
    Pointless(Refusal),
}

impl Standing {
    /// Why not, in words; nothing where it may be done.
    pub fn why_not(&self, act: &'static str, role: Role, language: Language) -> Option<String> {
        match self {
            Self::Allowed => None,
            Self::NotForRole(allowed) => {
                Some(Refusal::NotPermitted { act, role, allowed: allowed.clone() }.say(language))
            }
            Self::Barred(refusal) | Self::Pointless(refusal) => Some(refusal.say(language)),
        }
    }

    /// What may be done comes first, then what others may, then what is barred, and last what has nothing to act on.
    fn rank(&self) -> u8 {
        match self {
            Self::Allowed => 0,
            Self::NotForRole(_) => 1,
            Self::Barred(_) => 2,
            Self::Pointless(_) => 3,
        }
    }
}

/// Every act, with whether somebody in this role may do it today. `others` are the person's other cases.
///
/// What may be done comes first; among that, what fulfils the duty that is due first.
pub fn possible(case: &Case, others: &[&Case], standard: Option<&Standard>, role: Role, today: Date) -> Vec<Possible> {
    let owed = outstanding(case, standard, today);
    let urgency = |kind| owed.iter().position(|duty| fulfils_kind(kind) == Some(duty.act)).unwrap_or(owed.len());
    let mut acts: Vec<(ActKind, Standing)> = ActKind::ALL
        .into_iter()
        .map(|kind| (kind, standing(case, kind, others, standard, Doing { on: today, today, role })))
        .collect();
    // A stable sort: what is equally urgent stays in the order in which a course meets it.
    acts.sort_by_key(|(kind, standing)| (standing.rank(), urgency(*kind)));
    acts.into_iter().map(|(kind, standing)| Possible { act: kind.word(), standing }).collect()
}

fn standing(case: &Case, kind: ActKind, others: &[&Case], standard: Option<&Standard>, doing: Doing) -> Standing {
    let nothing_to_decide = || {
        let decides = kind == ActKind::DecideSecondPlan && earlier_cases(case, others, doing.today).is_empty();
        decides.then_some(Refusal::NoOtherCase)
    };
    if let Some(refusal) = obstacle(case, kind, doing).or_else(nothing_to_decide) {
        return if is_bar(&refusal) { Standing::Barred(refusal) } else { Standing::Pointless(refusal) };
    }
    match permitted(kind, doing.role, standard) {
        Err(Refusal::NotPermitted { allowed, .. }) => Standing::NotForRole(allowed),
        Err(refusal) => Standing::Barred(refusal),
        Ok(()) => Standing::Allowed,
    }
}

fn is_bar(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Barred { .. } | Refusal::NotSettled { .. } | Refusal::Closed { .. } | Refusal::NotInThisVersion(_)
    )
}

/// The person's other cases that a decision on a second plan can name, the latest first.
pub fn earlier_cases(case: &Case, others: &[&Case], today: Date) -> Vec<CaseId> {
    let mut earlier: Vec<&Case> =
        others.iter().copied().filter(|other| can_be_named(case, other, today).is_ok()).collect();
    earlier.sort_by_key(|other| Reverse((other.plan().1, other.id().clone())));
    earlier.into_iter().map(|other| other.id().clone()).collect()
}

/// The events that can be marked as a mistake, in the order of recording.
pub fn markable(case: &Case) -> Vec<&Recorded> {
    case.history().iter().filter(|recorded| can_be_marked(case, recorded).is_ok()).collect()
}

/// Why a private supplier under KL's agreement can't be chosen today; nothing where one can.
pub fn private_supplier(case: &Case, today: Date) -> Option<Refusal> {
    let supplier = Provider::Private { name: String::new(), has_kl_agreement: true };
    bar::choosing(case, today, &supplier).err()
}

/// What is owed that an act, by its word, fulfils.
pub fn fulfils(act: &str) -> Option<DutyAct> {
    ActKind::of_word(act).and_then(fulfils_kind)
}

/// The act that fulfils what is owed, by its word.
pub fn fulfilling(duty: DutyAct) -> &'static str {
    let kind = match duty {
        DutyAct::OfferStart => ActKind::OfferStart,
        DutyAct::StartTraining => ActKind::HoldTraining,
        DutyAct::FirstContact => ActKind::RecordFirstContact,
        DutyAct::InformFreeChoice => ActKind::InformOfChoice,
        DutyAct::InformPrivateChoice => ActKind::InformOfPrivateChoice,
        DutyAct::AssessLevel => ActKind::AssessLevel,
        DutyAct::ReviewCourse => ActKind::ReviewCourse,
    };
    kind.word()
}

fn fulfils_kind(kind: ActKind) -> Option<DutyAct> {
    DutyAct::ALL.into_iter().find(|duty| fulfilling(*duty) == kind.word())
}
