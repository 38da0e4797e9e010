//! Sundhedsloven § 140: the start of training. The duty to offer one, the seven days of stk. 4, and the day that the hospital's plan
//! itself sets.

use jiff::civil::Date;

use crate::Answer;
use crate::book;
use crate::calendar::{Budget, CalendarDays, CountingRule};
use crate::duty::{Done, Duty, DutyAct, Owed, Party};
use crate::fact::{self, FactSet, PlanStartMeaning, PlanType, Read};
use crate::inquiry::Inquiry;
use crate::sundhedsloven::s140;
use crate::sundhedsloven::s140_offer::{declined_offer, earliest_possible, offer};
use crate::sundhedsloven::s140_region::{Responsible, responsible};
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
/// *Absent* where nobody is discharged, and where the clock would have started before 1 July 2018: there was no such limit then, and no
/// rule is known that gave one to those who waited already.
pub fn limit<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<StatutoryLimit> {
    inquiry.rule(book::SUL140_STAT_7_DAYS, |inquiry| {
        let clock = match statutory_clock(inquiry) {
            Read::Known(clock) => clock,
            Read::Absent => return Read::Absent,
            Read::Missing(facts) => return Read::Missing(facts),
        };
        if !book::SUL140_STAT_7_DAYS.is_in_force(clock.from) {
            return Read::Absent;
        }
        let stopped = suspensions(inquiry, &[Cause::Readmitted]);
        // From a day at the end of the calendar no limit can be told: as good as not known.
        let Ok(due) = clock.term().due(&stopped) else {
            return Read::Missing(FactSet::of(fact::HOSPITAL_DISCHARGED_ON.id()));
        };
        inquiry.note(Note::From(clock.from));
        inquiry.note(Note::Days(START_LIMIT.0));
        due.explain(inquiry);
        inquiry.state(book::SUL140_STAT_CALENDAR_DAYS);
        Read::Known(StatutoryLimit { clock, due })
    })
}

/// Specialised training takes place in a hospital. A plan that doesn't say its type lacks a part: silence is not general training.
pub(super) fn must_be_in_hospital<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    match inquiry.read(fact::PLAN_TYPE) {
        Read::Known(plan) => Answer::known(plan == PlanType::SpecialisedTraining),
        Read::Absent | Read::Missing(_) => Answer::Missing(FactSet::of(fact::PLAN_TYPE.id())),
    }
}

/// Whether the training is the municipality's to give: not in a hospital, and not the region's.
pub(super) fn is_the_municipalitys<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let in_hospital = must_be_in_hospital(inquiry);
    Answer::known(responsible(inquiry) != Responsible::Region).and(!in_hospital)
}

/// The duty to offer training of one's own accord (SUL140-OFFER), and since 1 July 2018 to offer a start for a day within the
/// seven days (SUL140-STAT-7-DAYS).
///
/// An offer in time fulfils it on the day it is made. An offer for a later day leaves it as it is until training begins,
/// for the citizen still waits. It falls away when the citizen has chosen a private supplier, or the course has ended. Of a
/// plan whose discharge isn't known it is owed without a day, from the receipt of the plan.
pub fn offer_start<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::SUL140_OFFER, |inquiry| {
        let received = inquiry.happened_on(fact::PLAN_RECEIVED_ON);
        // Of a plan that doesn't say its type the duty stands, provisionally: only a hospital could be the one to train instead.
        let in_hospital = must_be_in_hospital(inquiry);
        let owed = Answer::known(!in_hospital.is_yes() && received != Read::Absent);
        let (open, lacking) = match s140::footing(inquiry, owed).stand() {
            Ok(stands) => stands,
            Err(otherwise) => return otherwise,
        };
        let limit = limit(inquiry);
        let (duty, in_time) = to_offer(responsible(inquiry).party(), &limit, received.known());
        let earliest = earliest_possible(inquiry, &limit);
        let (done, untold) = offer_done(inquiry, earliest, in_time);
        let done = done.or_ended(inquiry);
        let moves = may_still_move(inquiry) || open || !in_hospital.is_no();
        duty.done(done).lacking(untold | lacking | in_hospital.missing()).provisionally(moves).owed(inquiry)
    })
}

/// The duty with its limit, and which offers are in time.
fn to_offer(actor: Party, limit: &Read<StatutoryLimit>, received: Option<Date>) -> (Duty, InTime) {
    let offer_by = |rule| Duty::new(rule, DutyAct::OfferStart, actor, fact::TRAINING_OFFERED_START_ON.id());
    let from_receipt = |duty: Duty| match received {
        Some(day) => duty.opening(day),
        None => duty,
    };
    match limit {
        Read::Known(limit) => {
            let duty = offer_by(book::SUL140_STAT_7_DAYS).limited(limit.clock.term(), &limit.due);
            (duty, InTime::By(limit.due.earliest))
        }
        Read::Missing(facts) => (from_receipt(offer_by(book::SUL140_STAT_7_DAYS).lacking(*facts)), InTime::NotKnown),
        // Before the seven days there was a duty to offer, and no limit to it.
        Read::Absent => (from_receipt(offer_by(book::SUL140_OFFER)), InTime::Always),
    }
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
    inquiry.rests_on_expectation() || reads_the_plan_date_so(inquiry)
}

/// Nobody has said what the plan's day means or why: the answer rests on our reading of it.
pub(crate) fn reads_the_plan_date_so<T: Tracer>(inquiry: &Inquiry<'_, T>) -> bool {
    let of_the_plan_date = FactSet::of(fact::PLAN_START_MEANING.id()) | FactSet::of(fact::PLAN_START_REASON_GIVEN.id());
    inquiry.presumed().meets(&of_the_plan_date)
}

/// What has become of the offer: made in time, overtaken by the training itself or by the choice of a private supplier, or nothing.
fn offer_done<T: Tracer>(inquiry: &mut Inquiry<'_, T>, earliest: Option<Date>, in_time: InTime) -> (Done, FactSet) {
    let offered = offer(inquiry, earliest);
    if let Read::Known(offer) = offered {
        inquiry.note(Note::Offered(offer.start));
        if in_time.takes(offer.start) {
            return (Done::On { day: offer.made_by(inquiry.as_of()), counts: offer.start }, FactSet::EMPTY);
        }
    }
    let started = inquiry.happened_on(fact::TRAINING_STARTED_ON).known();
    match started.map_or(Done::NotYet, Done::on).or_private_supplier(inquiry) {
        Done::NotYet => (Done::NotYet, offered.missing()),
        done => (done, FactSet::EMPTY),
    }
}

// ---------- the hospital's own date ----------

/// The hospital's earlier date: a plan that says, with a health reason, that training must begin by a day makes that day
/// due (PLAN-START-EARLIER). The seven days run on beside it. A date without its reason is a question to the hospital; until it
/// answers the date stands.
pub fn start_by_plan_date<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::PLAN_START_EARLIER, |inquiry| {
        let Read::Known(start) = inquiry.presume_absent(fact::PLAN_START_ON) else { return Owed::No };
        let binds = inquiry.is(fact::PLAN_START_MEANING, PlanStartMeaning::NotAfter);
        let ours = binds.and(is_the_municipalitys(inquiry));
        let (open, lacking) = match s140::footing(inquiry, ours).stand() {
            Ok(stands) => stands,
            Err(otherwise) => return otherwise,
        };
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
        let (done, untold) = started_by(inquiry, start);
        let has_reason = inquiry.presume(fact::PLAN_START_REASON_GIVEN, false).holds().is_yes();
        let done = done.or_ended(inquiry);
        duty.due_on(start).done(done).lacking(untold | lacking).provisionally(open || !has_reason).owed(inquiry)
    })
}

/// Begun, or declined by the citizen though a start by the last day was offered: then the municipality has done its part by the offer.
pub(crate) fn started_by<T: Tracer>(inquiry: &mut Inquiry<'_, T>, last_in_time: Date) -> (Done, FactSet) {
    let started = inquiry.happened_on(fact::TRAINING_STARTED_ON);
    if let Read::Known(day) = started {
        return (Done::on(day), FactSet::EMPTY);
    }
    match declined_offer(inquiry) {
        Some(offer) if offer.start <= last_in_time => {
            inquiry.note(Note::Offered(offer.start));
            (Done::On { day: offer.made_by(inquiry.as_of()), counts: offer.start }, FactSet::EMPTY)
        }
        _ => (Done::NotYet, started.missing()),
    }
}
