//! Sundhedsloven § 140: the start of training. The duty to offer one, the seven days of stk. 4, and the day that the hospital's plan
//! itself sets.

use jiff::civil::Date;

use crate::Answer;
use crate::book;
use crate::calendar::{Budget, CalendarDays, CountingRule};
use crate::duty::{Done, Duty, DutyAct, Owed, Party};
use crate::fact::{self, FactSet, PlanStartMeaning, PlanType, ProviderSelection, Read};
use crate::inquiry::Inquiry;
use crate::ruling::Outcome;
use crate::sundhedsloven::s140;
use crate::term::{Cause, DueDay, Term, suspensions};
use crate::trace::{Note, Tracer};

/// Calendar days, weekends and public holidays included. The day of discharge is not counted (our reading), and a limit that
/// ends on a Sunday stays there.
pub const START_LIMIT: CalendarDays = CalendarDays(7);

/// What starts the statutory clock of § 140, stk. 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatutoryClock {
    /// The discharge, or the plan's later start.
    pub from: Date,
    /// It began at the plan's later start.
    pub from_plan: bool,
}

impl StatutoryClock {
    /// The limit as a term.
    pub fn term(self) -> Term {
        Term { from: self.from, budget: Budget::CalendarDays(START_LIMIT), counting: CountingRule::own_promise() }
    }
}

/// What starts the seven days: the discharge, or the plan's later start where the plan gives both date and health
/// reason (DS-LAW-140-4-LATER-START).
///
/// Nothing but the plan moves it: neither the municipality nor the citizen's wish. A date without a reason moves
/// nothing, nor does one of which nobody has said whether it has a reason. A date whose meaning nobody has stated is presumed
/// to be the earliest day, as the act words it.
pub fn statutory_clock<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<StatutoryClock> {
    let discharged = match s140::discharged_on(inquiry) {
        Read::Known(day) => day,
        Read::Absent => return Read::Absent,
        Read::Missing(facts) => return Read::Missing(facts),
    };
    let later = inquiry.rule(book::DS_LAW_140_4_LATER_START, |inquiry| later_start(inquiry, discharged));
    Read::Known(match later.known() {
        Some(from) => StatutoryClock { from, from_plan: true },
        None => StatutoryClock { from: discharged, from_plan: false },
    })
}

/// The plan's later start; absent where the plan's date doesn't move the clock.
fn later_start<T: Tracer>(inquiry: &mut Inquiry<'_, T>, discharged: Date) -> Read<Date> {
    // Nobody is asked for a date that the plan doesn't give: a plan is read whole when it is received.
    let Read::Known(start) = inquiry.presume_absent(fact::PLAN_START_ON) else { return Read::Absent };
    if start <= discharged {
        return Read::Absent;
    }
    let meaning = inquiry.presume(fact::PLAN_START_MEANING, PlanStartMeaning::NotBefore);
    if meaning != Read::Known(PlanStartMeaning::NotBefore) {
        return Read::Absent;
    }
    if !inquiry.presume(fact::PLAN_START_REASON_GIVEN, false).holds().is_yes() {
        return Read::Absent;
    }
    inquiry.note(Note::From(start));
    Read::Known(start)
}

/// The seven days of a case: what starts them, and when they end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatutoryLimit {
    /// What starts them.
    pub clock: StatutoryClock,
    /// When they end, and what moved the end.
    pub due: DueDay,
}

/// The seven days (SUL140-STAT-7-DAYS): calendar days, counted as SUL140-STAT-CALENDAR-DAYS has it. A new admission stops them.
///
/// *Absent* where nobody is discharged, and before 1 July 2018, when no such limit was.
pub fn limit<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<StatutoryLimit> {
    inquiry.rule(book::SUL140_STAT_7_DAYS, |inquiry| {
        let clock = match statutory_clock(inquiry) {
            Read::Known(clock) => clock,
            Read::Absent => return Read::Absent,
            Read::Missing(facts) => return Read::Missing(facts),
        };
        let stopped = suspensions(inquiry, &[Cause::Readmitted]);
        // From a day at the end of the calendar no limit can be told: as good as not known.
        let Ok(due) = clock.term().due(&stopped) else {
            return Read::Missing(FactSet::of(fact::HOSPITAL_DISCHARGED_ON.id()));
        };
        inquiry.note(Note::From(clock.from));
        inquiry.note(Note::Days(START_LIMIT.0));
        inquiry.note(Note::Limit(due.earliest));
        inquiry.state(book::SUL140_STAT_CALENDAR_DAYS);
        Read::Known(StatutoryLimit { clock, due })
    })
}

/// The first day of training that could be offered, as far as an offer was made by the day asked about. Known to be none where
/// none was made by then.
pub(super) fn offered_start<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    let as_of = inquiry.as_of();
    match inquiry.read(fact::TRAINING_OFFER_MADE_ON) {
        Read::Known(made) if made > as_of => Read::Absent,
        Read::Known(_) => inquiry.read(fact::TRAINING_OFFERED_START_ON),
        Read::Absent => inquiry.presume_absent(fact::TRAINING_OFFERED_START_ON),
        // An offer on record was made by now, until somebody says when.
        Read::Missing(_) => match inquiry.read(fact::TRAINING_OFFERED_START_ON) {
            Read::Known(start) => {
                inquiry.presume(fact::TRAINING_OFFER_MADE_ON, start.min(as_of)).known();
                Read::Known(start)
            }
            read => read,
        },
    }
}

/// Specialised training takes place in a hospital. A plan that doesn't say its type lacks a part: silence is not general training.
pub(super) fn must_be_in_hospital<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    match inquiry.read(fact::PLAN_TYPE) {
        Read::Known(plan) => Answer::known(plan == PlanType::SpecialisedTraining),
        Read::Absent | Read::Missing(_) => Answer::Missing(FactSet::of(fact::PLAN_TYPE.id())),
    }
}

/// Whether a plan calls for training that is the municipality's to give: not in a hospital, and not the region's.
pub(super) fn is_the_municipalitys<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    s140::plan_stands(inquiry).and(!must_be_in_hospital(inquiry)).and(!s140::is_the_regions(inquiry))
}

/// The duty to offer training of one's own accord (SUL140-OFFER), and since 1 July 2018 to offer a start for a day within the
/// seven days (SUL140-STAT-7-DAYS).
///
/// An offer in time fulfils it on the day it is made. An offer for a later day leaves it as it is until training begins,
/// for the citizen still waits. It falls away when the citizen has chosen a private supplier, or the course has ended. Of a
/// plan whose discharge isn't known it is owed without a day.
pub fn offer_start<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::SUL140_OFFER, |inquiry| {
        let received = inquiry.happened_on(fact::PLAN_RECEIVED_ON);
        let right = s140::entitled(inquiry);
        // Of a plan that doesn't say its type the duty stands, provisionally: only a hospital could be the one to train instead.
        let plan = s140::plan_stands(inquiry);
        let ours = is_the_municipalitys(inquiry);
        match (plan, ours) {
            _ if right.outcome == Outcome::No || received == Read::Absent => return Owed::No,
            (Answer::No, _) | (_, Answer::No) => return Owed::No,
            (Answer::Missing(facts), _) => return Owed::Missing(facts),
            (Answer::Yes, Answer::Yes | Answer::Missing(_)) => {}
        }
        let offer_by =
            |rule| Duty::new(rule, DutyAct::OfferStart, Party::Municipality, fact::TRAINING_OFFERED_START_ON.id());
        let (duty, in_time) = match limit(inquiry) {
            Read::Known(limit) => {
                let duty = offer_by(book::SUL140_STAT_7_DAYS).limited(limit.clock.term(), &limit.due);
                (duty, InTime::By(limit.due.earliest))
            }
            Read::Missing(facts) => (offer_by(book::SUL140_STAT_7_DAYS).lacking(facts), InTime::NotKnown),
            // Before the seven days there was a duty to offer, and no limit to it.
            Read::Absent => {
                let duty = offer_by(book::SUL140_OFFER);
                let opened = received.known().map_or(duty.clone(), |day| duty.opening(day));
                (opened, InTime::Always)
            }
        };
        let (done, lacking) = offer_done(inquiry, in_time);
        let done = done.or_ended(inquiry);
        let moves = may_still_move(inquiry) || right.outcome != Outcome::Yes || !ours.is_yes();
        duty.done(done).lacking(lacking | right.missing() | ours.missing()).provisionally(moves).owed(inquiry)
    })
}

/// Which offers are in time.
#[derive(Clone, Copy)]
enum InTime {
    /// Those of a start by this day: the limit as it is known to end at the earliest.
    By(Date),
    /// Every one: there is no limit.
    Always,
    /// Nobody can tell yet, since the discharge isn't known.
    NotKnown,
}

impl InTime {
    fn takes(self, start: Date) -> bool {
        match self {
            Self::By(last) => start <= last,
            Self::Always => true,
            Self::NotKnown => false,
        }
    }
}

/// The clock rests on a discharge that is expected, or on a day of the plan's of which nobody has said what it means or why.
pub(super) fn may_still_move<T: Tracer>(inquiry: &Inquiry<'_, T>) -> bool {
    let of_the_plan_date = FactSet::of(fact::PLAN_START_MEANING.id()) | FactSet::of(fact::PLAN_START_REASON_GIVEN.id());
    inquiry.rests_on_expectation() || inquiry.presumed().meets(&of_the_plan_date)
}

/// What has become of the offer: made in time, overtaken by the training itself or by the choice of a private supplier, or nothing.
fn offer_done<T: Tracer>(inquiry: &mut Inquiry<'_, T>, in_time: InTime) -> (Done, FactSet) {
    let as_of = inquiry.as_of();
    let offered = offered_start(inquiry);
    if let Read::Known(start) = offered {
        inquiry.note(Note::Offered(start));
        let made = inquiry.presume(fact::TRAINING_OFFER_MADE_ON, start.min(as_of)).known().unwrap_or(as_of);
        if in_time.takes(start) {
            return (Done::On { day: made, counts: start }, FactSet::EMPTY);
        }
    }
    let started = inquiry.happened_on(fact::TRAINING_STARTED_ON).known();
    let chosen = private_supplier_chosen_on(inquiry);
    match (started, chosen) {
        (Some(started), chosen) if chosen.is_none_or(|chosen| started <= chosen) => (Done::on(started), FactSet::EMPTY),
        (_, Some(chosen)) => (Done::Lapsed(chosen), FactSet::EMPTY),
        _ => (Done::NotYet, offered.missing()),
    }
}

/// The day the citizen chose a private supplier on the ground of the seven days.
fn private_supplier_chosen_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<Date> {
    let selection = inquiry.presume_absent(fact::PROVIDER_SELECTION);
    if selection != Read::Known(ProviderSelection::PrivateAfterSevenDays) {
        return None;
    }
    let as_of = inquiry.as_of();
    inquiry.presume(fact::PROVIDER_CHOSEN_ON, as_of).known().filter(|day| *day <= as_of)
}

// ---------- the hospital's own date ----------

/// The hospital's earlier date: a plan that says, with a health reason, that training must begin by a day makes that day
/// due (PLAN-START-EARLIER). The seven days run on beside it. A date without its reason is a question to the hospital; until it
/// answers the date stands.
pub fn start_by_plan_date<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::PLAN_START_EARLIER, |inquiry| {
        let Read::Known(start) = inquiry.presume_absent(fact::PLAN_START_ON) else { return Owed::No };
        let binds = inquiry.is(fact::PLAN_START_MEANING, PlanStartMeaning::NotAfter);
        match binds.and(is_the_municipalitys(inquiry)) {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        inquiry.note(Note::Limit(start));
        let mut duty = Duty::new(
            book::PLAN_START_EARLIER,
            DutyAct::StartTraining,
            Party::Municipality,
            fact::TRAINING_STARTED_ON.id(),
        );
        if let Read::Known(received) = inquiry.happened_on(fact::PLAN_RECEIVED_ON) {
            duty = duty.opening(received);
        }
        let started = inquiry.happened_on(fact::TRAINING_STARTED_ON);
        let has_reason = inquiry.presume(fact::PLAN_START_REASON_GIVEN, false).holds().is_yes();
        let done = Done::by(started).or_ended(inquiry);
        duty.due_on(start).done(done).lacking(started.missing()).provisionally(!has_reason).owed(inquiry)
    })
}
