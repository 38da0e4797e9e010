//! Every duty that this version knows, for one case on one day.

use jiff::civil::Date;

use crate::duty::{Done, Duty, DutyAct, DutyState, Owed};
use crate::fact::{FactSet, Facts};
use crate::inquiry::Inquiry;
use crate::standards::{Standard, contact, level, review, start};
use crate::sundhedsloven::s140_choice;
use crate::trace::{Reasons, Silent, Tracer, Why};
use crate::{Language, say};

/// A duty with the tree of its reasons.
#[derive(Clone, Debug)]
pub struct ExplainedDuty {
    /// The duty.
    pub duty: Duty,
    /// Why it is owed, and how its limit came about.
    pub why: Option<Why>,
}

/// The questions that lead to a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    StatutorySevenDays,
    PlanDate,
    InformChoice,
    InformPrivateChoice,
    FirstContact,
    Start,
    Level,
    Review,
}

const SOURCES: [Source; 8] = [
    Source::StatutorySevenDays,
    Source::PlanDate,
    Source::InformPrivateChoice,
    Source::FirstContact,
    Source::InformChoice,
    Source::Start,
    Source::Level,
    Source::Review,
];

impl Source {
    fn ask<T: Tracer>(self, inquiry: &mut Inquiry<'_, T>, standard: Option<&Standard>) -> Owed {
        let by_standard = |ask: &mut dyn FnMut(&Standard) -> Owed| standard.map_or(Owed::No, ask);
        match self {
            Self::StatutorySevenDays => s140_choice::offer_start(inquiry),
            Self::PlanDate => s140_choice::start_by_plan_date(inquiry),
            Self::InformChoice => s140_choice::inform_of_choice(inquiry),
            Self::InformPrivateChoice => s140_choice::inform_of_private_choice(inquiry),
            Self::FirstContact => by_standard(&mut |standard| contact::first_contact(inquiry, standard)),
            Self::Start => by_standard(&mut |standard| start::start(inquiry, standard)),
            Self::Level => by_standard(&mut |standard| level::assess_level(inquiry, standard)),
            Self::Review => by_standard(&mut |standard| review::review(inquiry, standard)),
        }
    }
}

/// The duties of a case as they stand on a day, in the order of their due days; those without one come last. Asked without
/// reasons.
///
/// Also the facts that would tell whether something more is owed.
pub fn duties(facts: &Facts, standard: Option<&Standard>, on: Date) -> (Vec<Duty>, FactSet) {
    let mut owed = Vec::new();
    let mut missing = FactSet::EMPTY;
    for source in SOURCES {
        match source.ask(&mut Inquiry::new(facts, on, &mut Silent), standard) {
            Owed::Yes(duty) => owed.push(*duty),
            Owed::No => {}
            Owed::Missing(facts) => missing |= facts,
        }
    }
    owed.sort_by_key(|duty| (duty.due.is_none(), duty.due, duty.act));
    (owed, missing)
}

/// The same, with the reasons of each.
pub fn explained(facts: &Facts, standard: Option<&Standard>, on: Date) -> Vec<ExplainedDuty> {
    let mut owed = Vec::new();
    let mut reasons = Reasons::new();
    for source in SOURCES {
        reasons.clear();
        if let Owed::Yes(duty) = source.ask(&mut Inquiry::new(facts, on, &mut reasons), standard) {
            owed.push(ExplainedDuty { duty: *duty, why: reasons.tree().into_iter().next() });
        }
    }
    owed.sort_by_key(|explained| (explained.duty.due.is_none(), explained.duty.due, explained.duty.act));
    owed
}

impl ExplainedDuty {
    /// Why, in words: what the rule says with its dates, what moved the limit, and what has become of it.
    pub fn because(&self, facts: &Facts, language: Language) -> String {
        let duty = &self.duty;
        // What is missing is either whether it is done, or when it is due; only the second leaves the rule unsaid.
        let limit_is_open = !duty.missing.without(FactSet::of(duty.fulfilled_by)).is_empty() && duty.term.is_none();
        let ruled = match &self.why {
            Some(why) if !limit_is_open => {
                let part = why.find(duty.rule).unwrap_or(why);
                let notes = [why.notes.as_slice(), part.notes.as_slice()].concat();
                let verdict = part.verdict;
                crate::explain::sentence(duty.rule, verdict, &notes, facts, language)
            }
            _ => crate::explain::sentence(duty.rule, crate::trace::Verdict::Missing, &[], facts, language),
        };
        [
            self.beginning(facts, language),
            ruled,
            duty.moves(language),
            self.became(facts, language),
            self.reservation(language),
        ]
        .into_iter()
        .filter(|sentence| !sentence.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
    }

    /// What starts the statutory clock, said before the rule counts from it.
    fn beginning(&self, facts: &Facts, language: Language) -> String {
        let (DutyAct::OfferStart, Some(term)) = (self.duty.act, self.duty.term) else { return String::new() };
        let later = self.why.as_ref().and_then(|why| why.find(crate::book::DS_LAW_140_4_LATER_START));
        match later {
            Some(later) if later.verdict == crate::trace::Verdict::Yes => later.sentence(facts, language),
            _ => {
                let from = say::date(term.from, language);
                match language {
                    Language::Danish => format!("Udskrivningen var {from}."),
                    Language::English => format!("The discharge was on {from}."),
                }
            }
        }
    }

    /// What has become of it.
    fn became(&self, facts: &Facts, language: Language) -> String {
        let duty = &self.duty;
        let da = language == Language::Danish;
        let day = |day: Date| say::date(day, language);
        let offered = facts.read(crate::fact::TRAINING_OFFERED_START_ON).known();
        match (duty.act, duty.state, duty.done) {
            (DutyAct::OfferStart, DutyState::Fulfilled, Done::On { counts, .. }) if da => {
                format!("Kommunen har tilbudt en start {}.", day(counts))
            }
            (DutyAct::OfferStart, DutyState::Fulfilled, Done::On { counts, .. }) => {
                format!("The municipality has offered a start on {}.", day(counts))
            }
            (DutyAct::OfferStart, DutyState::Open | DutyState::Overdue, _) => match offered {
                Some(start) if da => format!("Den start, der er tilbudt, ligger efter fristen: {}.", day(start)),
                Some(start) => format!("The start that was offered lies after the limit: {}.", day(start)),
                None if da => "Der er ikke registreret noget tilbud.".into(),
                None => "No offer is on record.".into(),
            },
            (_, DutyState::Fulfilled | DutyState::FulfilledLate, Done::On { day: done, .. }) if da => {
                format!("Det skete {}.", day(done))
            }
            (_, DutyState::Fulfilled | DutyState::FulfilledLate, Done::On { day: done, .. }) => {
                format!("It was done on {}.", day(done))
            }
            (_, DutyState::Lapsed, Done::Lapsed(since)) if da => format!("Pligten faldt bort {}.", day(since)),
            (_, DutyState::Lapsed, Done::Lapsed(since)) => format!("The duty fell away on {}.", day(since)),
            (_, DutyState::Overdue, _) if da => "Det er ikke registreret, at det er gjort.".into(),
            (_, DutyState::Overdue, _) => "It is not on record that it was done.".into(),
            _ => String::new(),
        }
    }

    fn reservation(&self, language: Language) -> String {
        if !self.duty.provisional {
            return String::new();
        }
        language
            .pick(
                "Fristen er foreløbig: den bygger på noget, der er ventet og ikke bekræftet endnu.",
                "The limit is provisional: it rests on something expected and not confirmed yet.",
            )
            .into()
    }
}
