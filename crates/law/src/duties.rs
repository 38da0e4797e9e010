//! Every duty that this version knows, for one case on one day.

use jiff::civil::Date;

use crate::book;
use crate::duty::{Done, Duty, DutyAct, DutyState, Owed, Party};
use crate::explain::sentence;
use crate::fact::{self, FactSet, Facts};
use crate::inquiry::Inquiry;
use crate::standards::{Standard, contact, level, review, start};
use crate::sundhedsloven::{s140_choice, s140_seven_days};
use crate::trace::{Note, Reasons, Silent, Tracer, Verdict, Why};
use crate::{Language, say};

/// A duty with the tree of its reasons.
#[derive(Clone, Debug)]
pub struct ExplainedDuty {
    /// The duty.
    pub duty: Duty,
    /// Why it is owed, and how its limit came about.
    pub why: Option<Why>,
    /// The day asked about.
    pub as_of: Date,
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
            Self::StatutorySevenDays => s140_seven_days::offer_start(inquiry),
            Self::PlanDate => s140_seven_days::start_by_plan_date(inquiry),
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
            owed.push(ExplainedDuty { duty: *duty, why: reasons.tree().into_iter().next(), as_of: on });
        }
    }
    owed.sort_by_key(|explained| (explained.duty.due.is_none(), explained.duty.due, explained.duty.act));
    owed
}

impl ExplainedDuty {
    /// Why, in words: what the rule says with its dates, what moved the limit, and what has become of it.
    pub fn because(&self, facts: &Facts, language: Language) -> String {
        [
            self.beginning(facts, language),
            self.ruled(facts, language),
            self.duty.moves(language),
            self.became(language),
            self.reservation(language),
        ]
        .into_iter()
        .filter(|sentence| !sentence.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
    }

    /// What the rule says, as it answered.
    fn ruled(&self, facts: &Facts, language: Language) -> String {
        // Of a limit that stands still no last day is said, only why it stands; of the region's duty no rule of the municipality's.
        let instead = match self.duty.actor {
            _ if self.duty.stands_still() => Some(book::SUL140_READMISSION),
            Party::Region => Some(book::SUL140_SPECIALISED_REGION),
            _ => None,
        };
        if let Some(part) = instead.and_then(|rule| self.why.as_ref()?.find(rule)) {
            return part.sentence(facts, language);
        }
        let rule = self.duty.rule;
        let Some(why) = &self.why else { return sentence(rule, Verdict::Yes, &[], facts, language) };
        let part = why.find(rule).unwrap_or(why);
        let notes = [why.notes.as_slice(), part.notes.as_slice()].concat();
        sentence(rule, part.verdict, &notes, facts, language)
    }

    /// What starts the clock, said before the rule counts from it.
    fn beginning(&self, facts: &Facts, language: Language) -> String {
        let Some(term) = self.duty.term else { return String::new() };
        let holds = |rule| self.why.as_ref().and_then(|why| why.find(rule)).filter(|part| part.verdict == Verdict::Yes);
        match self.duty.act {
            DutyAct::OfferStart => holds(book::DS_LAW_140_4_LATER_START)
                .map_or_else(|| self.discharge(term.from, facts, language), |later| later.sentence(facts, language)),
            DutyAct::StartTraining => {
                holds(book::HJ_START_LATER).map_or_else(String::new, |later| later.sentence(facts, language))
            }
            _ => String::new(),
        }
    }

    fn discharge(&self, day: Date, facts: &Facts, language: Language) -> String {
        let is_ahead = day > self.as_of || facts.expected().contains(fact::HOSPITAL_DISCHARGED_ON.id());
        let day = say::date(day, language);
        match (language, is_ahead) {
            (Language::Danish, false) => format!("Udskrivningen var {day}."),
            (Language::Danish, true) => format!("Udskrivningen er ventet {day}."),
            (Language::English, false) => format!("The discharge was on {day}."),
            (Language::English, true) => format!("The discharge is expected on {day}."),
        }
    }

    /// What has become of it.
    fn became(&self, language: Language) -> String {
        let duty = &self.duty;
        let say_of = |danish: &str, english: &str, day: Date| {
            language.pick(danish, english).replace("{}", &say::date(day, language))
        };
        match (duty.act, duty.state, duty.done) {
            (DutyAct::OfferStart | DutyAct::StartTraining, DutyState::Fulfilled | DutyState::FulfilledLate, done) => {
                self.begun(done, language)
            }
            (DutyAct::OfferStart, DutyState::Open | DutyState::Overdue, _) => match self.start_offered() {
                Some(start) if duty.stands_still() => say_of(
                    "Kommunen har tilbudt en start {}. Om den er i tide, viser sig, når borgeren bliver udskrevet.",
                    "The municipality has offered a start on {}. Whether it is in time will show when the citizen is discharged.",
                    start,
                ),
                Some(start) => say_of(
                    "Den start, der er tilbudt, ligger efter fristen: {}.",
                    "The start that was offered lies after the limit: {}.",
                    start,
                ),
                None => language.pick("Der er ikke registreret noget tilbud.", "No offer is on record.").into(),
            },
            (_, DutyState::Fulfilled | DutyState::FulfilledLate, _) => match duty.fulfilled_on() {
                Some(day) => say_of("Det skete {}.", "It was done on {}.", day),
                None => language.pick("Det er gjort.", "It is done.").into(),
            },
            (_, DutyState::Lapsed, Done::Lapsed(since)) => {
                say_of("Pligten faldt bort {}.", "The duty fell away on {}.", since)
            }
            (_, DutyState::Overdue, _) => language
                .pick("Det er ikke registreret, at det er gjort.", "It is not on record that it was done.")
                .into(),
            _ => String::new(),
        }
    }

    /// A start that was offered, or training that was held: each by its own name.
    fn begun(&self, done: Done, language: Language) -> String {
        let Done::On { counts, .. } = done else { return String::new() };
        let offered = self.duty.state == DutyState::Fulfilled && self.start_offered() == Some(counts);
        let words = match (self.duty.act, offered) {
            (DutyAct::StartTraining, true) => language.pick(
                "Borgeren sagde nej til den start, der var tilbudt i tide: {}.",
                "The citizen said no to the start that was offered in time: {}.",
            ),
            (_, true) => match self.duty.actor {
                Party::Region => {
                    language.pick("Regionen har tilbudt en start {}.", "The region has offered a start on {}.")
                }
                _ => language.pick("Kommunen har tilbudt en start {}.", "The municipality has offered a start on {}."),
            },
            (_, false) => language.pick("Træningen begyndte {}.", "Training began on {}."),
        };
        words.replace("{}", &say::date(counts, language))
    }

    /// The start that was on offer on the day asked about.
    fn start_offered(&self) -> Option<Date> {
        let notes = self.why.iter().flat_map(|why| why.notes.iter());
        notes.rev().find_map(|note| if let Note::Offered(start) = note { Some(*start) } else { None })
    }

    fn reservation(&self, language: Language) -> String {
        if !self.duty.provisional {
            return String::new();
        }
        language
            .pick(
                "Fristen er foreløbig: den bygger på noget, der endnu ikke er bekræftet.",
                "The limit is provisional: it rests on something that is not confirmed yet.",
            )
            .into()
    }
}
