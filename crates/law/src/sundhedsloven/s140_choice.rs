//! Sundhedsloven § 140: the citizen's choice. Among the municipalities' own offers always; of a private supplier when the
//! municipality can't offer a start within seven days (stk. 4).

use jiff::civil::Date;

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book;
use crate::calendar::{Budget, CalendarDays, CountingRule};
use crate::duty::{Done, Duty, DutyAct, Owed, Party};
use crate::fact::{self, FactSet, PlanStartMeaning, PlanType, ProviderKind, ProviderSelection, Read, Text};
use crate::inquiry::Inquiry;
use crate::ruling::Ruling;
use crate::sundhedsloven::s140;
use crate::term::{Cause, Term, suspensions};
use crate::trace::{Note, Tracer};

/// Calendar days, weekends and public holidays included. The day of discharge is not counted (our reading), and a limit that
/// ends on a Sunday stays there.
pub const START_LIMIT: CalendarDays = CalendarDays(7);

/// The statutory clock of § 140, stk. 4.
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
/// nothing. A date whose meaning nobody has stated is presumed to be the earliest day, as the act words it.
pub fn statutory_clock<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<StatutoryClock> {
    let discharged = s140::discharged_on(inquiry);
    let Read::Known(discharged) = discharged else {
        return discharged.map(|from| StatutoryClock { from, from_plan: false });
    };
    let later = inquiry.rule(book::DS_LAW_140_4_LATER_START, |inquiry| later_start(inquiry, discharged));
    later
        .map(|from| StatutoryClock { from, from_plan: true })
        .or_known(StatutoryClock { from: discharged, from_plan: false })
}

impl<V> Read<V> {
    /// The value, or this one where there is none. What is missing stays missing.
    fn or_known(self, other: V) -> Self {
        match self {
            Self::Absent => Self::Known(other),
            read => read,
        }
    }
}

/// The plan's later start; absent where the plan's date doesn't move the clock.
fn later_start<T: Tracer>(inquiry: &mut Inquiry<'_, T>, discharged: Date) -> Read<Date> {
    // Nobody is asked for a date that the plan doesn't give: a plan is read whole when it is received.
    let Read::Known(start) = inquiry.presume_absent(fact::PLAN_START_ON) else { return Read::Absent };
    if start <= discharged {
        return Read::Absent;
    }
    match inquiry.presume(fact::PLAN_START_MEANING, PlanStartMeaning::NotBefore) {
        Read::Known(PlanStartMeaning::NotBefore) => {}
        Read::Known(PlanStartMeaning::NotAfter) | Read::Absent => return Read::Absent,
        Read::Missing(facts) => return Read::Missing(facts),
    }
    match inquiry.read(fact::PLAN_START_REASON_GIVEN) {
        Read::Known(true) => {
            inquiry.note(Note::From(start));
            inquiry.note(Note::Days(START_LIMIT.0));
            if let Ok(due) = CountingRule::own_promise().due(start, START_LIMIT) {
                inquiry.note(Note::Limit(due.ends_on));
            }
            Read::Known(start)
        }
        Read::Known(false) | Read::Absent => Read::Absent,
        Read::Missing(facts) => Read::Missing(facts),
    }
}

/// The first day of training that could be offered. Known to be none where no offer was made.
fn offered_start<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    let offered = inquiry.read(fact::TRAINING_OFFERED_START_ON);
    if let Read::Missing(_) = offered
        && inquiry.read(fact::TRAINING_OFFER_MADE_ON) == Read::Absent
    {
        return Read::Absent;
    }
    offered
}

/// The last day on which a start is in time, as the statutory clock stands.
fn limit<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    let clock = match statutory_clock(inquiry) {
        Read::Known(clock) => clock,
        Read::Absent => return Read::Absent,
        Read::Missing(facts) => return Read::Missing(facts),
    };
    let stopped = suspensions(inquiry, &[Cause::Readmitted]);
    inquiry.note(Note::From(clock.from));
    inquiry.note(Note::Days(START_LIMIT.0));
    // A date beyond the calendar has no limit within it.
    match clock.term().due(&stopped).ok().and_then(|due| due.on) {
        Some(day) => {
            inquiry.note(Note::Limit(day));
            Read::Known(day)
        }
        None => Read::Absent,
    }
}

/// May this citizen choose a private supplier (§ 140, stk. 4)?
///
/// Yes when the start offered lies after the limit, from the day that is known: the right is foreseen, it doesn't wait
/// for the breach. Yes too when the limit passes and it is known that no start was offered. An offer in time settles it,
/// also where the citizen declines. Training that must take place in a hospital is outside the choice, however long the
/// wait. Before 1 July 2018 the answer is *No*.
pub fn may_choose_private<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::DS_LAW_140_4_CHOICE, |right| {
        right
            .when(s140::plan_stands)
            .unless(book::DS_LAW_140_4_NOT_IN_HOSPITAL, must_be_in_hospital)
            .provided(book::SUL140_STAT_7_DAYS, start_is_late)
    })
}

/// Specialised training takes place in a hospital.
fn must_be_in_hospital<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.is(fact::PLAN_TYPE, PlanType::SpecialisedTraining)
}

/// The start offered lies after the limit, or the limit has passed without an offer.
fn start_is_late<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let limit = limit(inquiry);
    let offered = offered_start(inquiry);
    let as_of = inquiry.as_of();
    match (offered, limit) {
        (Read::Known(offered), Read::Known(limit)) => {
            inquiry.note(Note::Offered(offered));
            Answer::known(offered > limit)
        }
        // While there is time the right hasn't arisen; it is asked again tomorrow.
        (Read::Absent, Read::Known(limit)) => Answer::known(as_of > limit),
        // Without a discharge no days run.
        (_, Read::Absent) => Answer::No,
        (Read::Missing(one), Read::Missing(two)) => Answer::Missing(one | two),
        (_, Read::Missing(facts)) | (Read::Missing(facts), _) => Answer::Missing(facts),
    }
}

/// The duty that the seven days make: to offer a start for a day within the limit.
///
/// An offer in time fulfils it on the day it is made. An offer for a later day leaves it as it is until training begins,
/// for the citizen still waits. It falls away when the citizen has chosen a private supplier.
pub fn offer_start<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::SUL140_STAT_7_DAYS, |inquiry| {
        let owed = s140::plan_stands(inquiry).and(!must_be_in_hospital(inquiry));
        match owed {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let duty = Duty::new(
            book::SUL140_STAT_7_DAYS,
            DutyAct::OfferStart,
            Party::Municipality,
            fact::TRAINING_OFFERED_START_ON.id(),
        );
        let clock = match statutory_clock(inquiry) {
            Read::Known(clock) => clock,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Yes(Box::new(duty.lacking(facts).on(inquiry.as_of()))),
        };
        let stopped = suspensions(inquiry, &[Cause::Readmitted]);
        let Ok(duty) = duty.limited(clock.term(), &stopped) else { return Owed::No };
        inquiry.note(Note::From(clock.from));
        inquiry.note(Note::Days(START_LIMIT.0));
        if let Some(due) = duty.due {
            inquiry.note(Note::Limit(due));
        }
        let (done, lacking) = offer_done(inquiry, duty.due);
        let provisional = inquiry.rests_on_expectation() || discharge_lies_ahead(inquiry);
        Owed::Yes(Box::new(duty.done(done).lacking(lacking).provisionally(provisional).on(inquiry.as_of())))
    })
}

/// A discharge on a day to come is expected, and the clock that it starts provisional.
fn discharge_lies_ahead<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> bool {
    let as_of = inquiry.as_of();
    inquiry.read(fact::HOSPITAL_DISCHARGED_ON).known().is_some_and(|day| day > as_of)
}

fn offer_done<T: Tracer>(inquiry: &mut Inquiry<'_, T>, due: Option<Date>) -> (Done, FactSet) {
    let as_of = inquiry.as_of();
    let offered = offered_start(inquiry);
    if let Read::Known(start) = offered {
        inquiry.note(Note::Offered(start));
        let made = inquiry.read(fact::TRAINING_OFFER_MADE_ON).known().unwrap_or_else(|| start.min(as_of));
        if due.is_none_or(|due| start <= due) {
            return (Done::On { day: made, counts: start }, FactSet::EMPTY);
        }
    }
    if inquiry.read(fact::PROVIDER_SELECTION) == Read::Known(ProviderSelection::PrivateAfterSevenDays) {
        let chosen = inquiry.read(fact::PROVIDER_CHOSEN_ON).known().unwrap_or(as_of);
        return (Done::Lapsed(chosen), FactSet::EMPTY);
    }
    match inquiry.read(fact::TRAINING_STARTED_ON) {
        Read::Known(started) => (Done::On { day: started, counts: started }, FactSet::EMPTY),
        Read::Absent | Read::Missing(_) => (Done::NotYet, offered.missing()),
    }
}

/// The duty to tell the citizen of the choice among offers at the first contact (CHOICE-140-INFORM,
/// SUL140-STAT-INFORM). It opens with the contact and is due with it: information given later fulfils it late.
pub fn inform_of_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::CHOICE_140_INFORM, |inquiry| {
        let owed = s140::plan_stands(inquiry).and(!must_be_in_hospital(inquiry));
        match owed {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let duty = Duty::new(
            book::CHOICE_140_INFORM,
            DutyAct::InformFreeChoice,
            Party::Municipality,
            fact::TRAINING_CHOICE_INFORMED_ON.id(),
        );
        let contact = inquiry.read(fact::TRAINING_FIRST_CONTACT_ON);
        let informed = inquiry.read(fact::TRAINING_CHOICE_INFORMED_ON);
        let duty = match contact {
            Read::Known(day) => duty.opening(day).due_on(day),
            Read::Absent | Read::Missing(_) => duty,
        };
        let done = match informed {
            Read::Known(day) => Done::On { day, counts: day },
            Read::Absent | Read::Missing(_) => Done::NotYet,
        };
        Owed::Yes(Box::new(duty.done(done).lacking(contact.missing()).on(inquiry.as_of())))
    })
}

/// The duty to tell the citizen of the right to a private supplier, from the day the right is foreseen: the offer of a
/// late start, else the day after the limit. Our reading of DS-LAW-140-6-INFORM: a right that nobody hears of is none.
pub fn inform_of_private_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::DS_LAW_140_6_INFORM, |inquiry| {
        let right = may_choose_private(inquiry);
        match right.answer() {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let Read::Known(arose) = right_arose_on(inquiry) else { return Owed::No };
        let duty = Duty::new(
            book::DS_LAW_140_6_INFORM,
            DutyAct::InformPrivateChoice,
            Party::Municipality,
            fact::TRAINING_CHOICE_INFORMED_ON.id(),
        );
        let told = told_of_private_choice(inquiry, arose);
        let provisional = inquiry.rests_on_expectation();
        let duty = duty.opening(arose).due_on(arose).done(told).provisionally(provisional);
        Owed::Yes(Box::new(duty.on(inquiry.as_of())))
    })
}

/// The day on which the right to a private supplier is known: the day a late start was offered, else the day after the
/// limit.
pub fn right_arose_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    let after_limit = limit(inquiry).map(|day| day.tomorrow().unwrap_or(day));
    match (offered_start(inquiry), inquiry.read(fact::TRAINING_OFFER_MADE_ON)) {
        (Read::Known(_), Read::Known(made)) => after_limit.map(|after| after.min(made)),
        _ => after_limit,
    }
}

/// Word of the private choice is kept under the label `private_choice`; word of the choices in general given after the
/// right was known says it as well.
fn told_of_private_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>, arose: Date) -> Done {
    let general = inquiry.read(fact::TRAINING_CHOICE_INFORMED_ON).known().filter(|day| *day >= arose);
    let special = inquiry
        .facts()
        .labelled(fact::TRAINING_CHOICE_INFORMED_ON)
        .find(|(label, _)| *label == "private_choice")
        .and_then(|(_, told)| told.known());
    match special.into_iter().chain(general).min() {
        Some(day) => Done::On { day, counts: day },
        None => Done::NotYet,
    }
}

/// The hospital's earlier date: a plan that says, with a health reason, that training must begin by a day makes that day
/// due (PLAN-START-EARLIER). The seven days run on beside it.
pub fn start_by_plan_date<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::PLAN_START_EARLIER, |inquiry| {
        let Read::Known(start) = inquiry.read(fact::PLAN_START_ON) else { return Owed::No };
        let binds = inquiry.is(fact::PLAN_START_MEANING, PlanStartMeaning::NotAfter);
        match binds.and(s140::plan_stands(inquiry)) {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        inquiry.note(Note::Limit(start));
        let duty = Duty::new(
            book::PLAN_START_EARLIER,
            DutyAct::StartTraining,
            Party::Municipality,
            fact::TRAINING_STARTED_ON.id(),
        );
        let opens = inquiry.read(fact::PLAN_RECEIVED_ON).known();
        let duty = opens.map_or(duty.clone(), |day| duty.opening(day)).due_on(start);
        let done = match inquiry.read(fact::TRAINING_STARTED_ON) {
            Read::Known(day) => Done::On { day, counts: day },
            Read::Absent | Read::Missing(_) => Done::NotYet,
        };
        // A date without its reason is a finding to be put to the hospital; until it answers the date stands.
        let reason = inquiry.read(fact::PLAN_START_REASON_GIVEN);
        let provisional = !reason.holds().is_yes();
        Owed::Yes(Box::new(duty.done(done).provisionally(provisional).on(inquiry.as_of())))
    })
}

// ---------- the choice among offers ----------

/// May the citizen choose among the municipalities' offers (CHOICE-140-OWN)? Where the facts name a provider: this one?
///
/// Ordinary training and specialised rehabilitation are chosen among; training that must take place in a hospital isn't
/// under this rule. Another municipality's supplier by agreement can't be chosen; a supplier under KL's agreement is
/// another matter ([`may_choose_private`]).
pub fn may_choose_offer<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::CHOICE_140_OWN, |right| {
        right
            .when(s140::plan_stands)
            .unless(book::SUL140_4_CHOICE_RULES, must_be_in_hospital)
            .unless(book::CHOICE_140_NOT_OTHER_SUPPLIERS, is_other_municipalitys_supplier)
    })
}

/// A private supplier that another municipality than the citizen's has an agreement with, and that isn't chosen under
/// KL's agreement after the seven days (CHOICE-140-NOT-OTHER-SUPPLIERS, HJ-CHOICE-NO-OTHER-PRIVATE).
fn is_other_municipalitys_supplier<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let Read::Known(kind) = inquiry.presume_absent(fact::PROVIDER_KIND) else { return Answer::No };
    match kind {
        ProviderKind::MunicipalUnit => inquiry.rule(book::CHOICE_140_OWN_SUPPLIERS, |_| Answer::No),
        ProviderKind::OtherMunicipalityInstitution => !inquiry.rule(book::CHOICE_140_OTHER_INSTITUTIONS, |inquiry| {
            inquiry.rule(book::HJ_CHOICE_OTHER_MUNICIPALITY, |_| Answer::Yes)
        }),
        ProviderKind::PrivateSupplier | ProviderKind::PrivateInstitution | ProviderKind::PhysiotherapistInPractice => {
            inquiry.rule(book::HJ_CHOICE_NO_OTHER_PRIVATE, contracted_elsewhere)
        }
        _ => Answer::No,
    }
}

fn contracted_elsewhere<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let by_kl =
        inquiry.read(fact::PROVIDER_SELECTION).is(|selection| selection == ProviderSelection::PrivateAfterSevenDays);
    if by_kl.is_yes() {
        return Answer::No;
    }
    let contracting: Read<Text> = inquiry.read(fact::PROVIDER_CONTRACTING_MUNICIPALITY);
    let home = inquiry.read(fact::CITIZEN_HOME_MUNICIPALITY);
    match (contracting, home) {
        (Read::Known(contracting), Read::Known(home)) => Answer::known(contracting != home),
        (Read::Absent, _) | (_, Read::Absent) => Answer::No,
        (contracting, home) => Answer::Missing(contracting.missing() | home.missing()),
    }
}

/// May this provider be chosen? Barred for a supplier that another municipality has by agreement.
pub fn choose_provider<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(
        inquiry,
        BarredAct::ChooseProvider,
        book::CHOICE_140_NOT_OTHER_SUPPLIERS,
        is_other_municipalitys_supplier,
    )
}

/// May a private supplier be chosen on the ground of the seven days? Barred while the right hasn't arisen, and for one
/// that has no agreement with KL (DS-LAW-140-5).
pub fn choose_private_supplier<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::ChoosePrivateSupplier, book::DS_LAW_140_5, |inquiry| {
        let right = may_choose_private(inquiry).answer();
        let by_kl = match inquiry.read(fact::PROVIDER_HAS_KL_AGREEMENT) {
            Read::Known(has) => Answer::known(has),
            // Nobody has named a supplier yet: the right alone is asked.
            Read::Absent | Read::Missing(_) => Answer::Yes,
        };
        !right.and(by_kl)
    })
}
