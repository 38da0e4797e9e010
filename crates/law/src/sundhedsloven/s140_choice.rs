//! Sundhedsloven § 140: the citizen's choice. Among the municipalities' own offers always; of a private supplier when the
//! municipality can't offer a start within seven days (stk. 4).

use jiff::civil::Date;

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book;
use crate::calendar::{Budget, CalendarDays, CountingRule};
use crate::duty::{Done, Duty, DutyAct, Owed, Party};
use crate::fact::{self, FactSet, PlanStartMeaning, PlanType, ProviderKind, ProviderSelection, Read};
use crate::inquiry::Inquiry;
use crate::ruling::{Outcome, Ruling};
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
fn offered_start<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
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

/// May this citizen choose a private supplier (§ 140, stk. 4)?
///
/// Yes when the start offered lies after the limit, from the day that is known: the right is foreseen, it doesn't wait
/// for the breach. Yes too when the limit passes and it is known that no start was offered. An offer in time settles it,
/// also where the citizen declines. Training that must take place in a hospital is outside the choice, however long the
/// wait. Before 1 July 2018 waiting gave no such right (SUL140-STAT-BEFORE-2018).
pub fn may_choose_private<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    let before = book::SUL140_STAT_BEFORE_2018;
    if before.is_in_force(inquiry.as_of()) {
        return inquiry.rule(before, |_| Ruling { outcome: Outcome::No, by: before });
    }
    inquiry.grant(book::DS_LAW_140_4_CHOICE, |right| {
        right
            .provided(book::HJ_LAW_140, s140::plan_stands)
            .unless(book::DS_LAW_140_4_NOT_IN_HOSPITAL, must_be_in_hospital)
            .when(start_is_late)
            .provided(book::SUL140_STAT_AFTER_2026, |_| Answer::Yes)
    })
}

/// Specialised training takes place in a hospital. A plan that doesn't say its type lacks a part: silence is not general training.
fn must_be_in_hospital<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    match inquiry.read(fact::PLAN_TYPE) {
        Read::Known(plan) => Answer::known(plan == PlanType::SpecialisedTraining),
        Read::Absent | Read::Missing(_) => Answer::Missing(FactSet::of(fact::PLAN_TYPE.id())),
    }
}

/// Whether a plan calls for training that is the municipality's to give: not in a hospital, and not the region's.
fn is_the_municipalitys<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    s140::plan_stands(inquiry).and(!must_be_in_hospital(inquiry)).and(!s140::is_the_regions(inquiry))
}

/// The start offered lies after the limit, or the limit has passed without an offer.
fn start_is_late<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let limit = limit(inquiry);
    let offered = offered_start(inquiry);
    let as_of = inquiry.as_of();
    match (offered, limit) {
        // Without a discharge no days run.
        (_, Read::Absent) => Answer::No,
        (Read::Known(offered), Read::Known(limit)) => {
            inquiry.note(Note::Offered(offered));
            // While the limit stands still, no start lies after it.
            Answer::known(limit.due.on.is_some_and(|last| offered > last))
        }
        // While there is time the right hasn't arisen; it is asked again tomorrow.
        (Read::Absent, Read::Known(limit)) => Answer::known(limit.due.on.is_some_and(|last| as_of > last)),
        (offered, limit) => Answer::Missing(offered.missing() | limit.missing()),
    }
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
        let stands = is_the_municipalitys(inquiry);
        match (right.outcome, stands, received) {
            (Outcome::No, ..) | (_, Answer::No, _) | (.., Read::Absent) => return Owed::No,
            (_, Answer::Missing(facts), _) => return Owed::Missing(facts),
            _ => {}
        }
        let limit = limit(inquiry);
        let rule = match limit {
            // Before the seven days there was a duty to offer, and no limit to it.
            Read::Absent => book::SUL140_OFFER,
            Read::Known(_) | Read::Missing(_) => book::SUL140_STAT_7_DAYS,
        };
        let mut duty = Duty::new(rule, DutyAct::OfferStart, Party::Municipality, fact::TRAINING_OFFERED_START_ON.id());
        if let Read::Known(received) = received {
            duty = duty.opening(received);
        }
        let limit_is_missing = limit.missing();
        let in_time_by = limit.known().map(|limit| {
            duty = duty.clone().limited(limit.clock.term(), &limit.due);
            limit.due.earliest
        });
        let (done, lacking) = offer_done(inquiry, in_time_by);
        let done = done.or_ended(inquiry);
        let moves = may_still_move(inquiry) || right.outcome != Outcome::Yes;
        duty.done(done).lacking(lacking | limit_is_missing | right.missing()).provisionally(moves).owed(inquiry)
    })
}

/// The clock rests on a discharge that is expected, or on a day of the plan's of which nobody has said what it means or why.
fn may_still_move<T: Tracer>(inquiry: &Inquiry<'_, T>) -> bool {
    let of_the_plan_date = FactSet::of(fact::PLAN_START_MEANING.id()) | FactSet::of(fact::PLAN_START_REASON_GIVEN.id());
    inquiry.rests_on_expectation() || inquiry.presumed().meets(&of_the_plan_date)
}

/// What has become of the offer. An offer is in time where its start lies within the limit as it is known to end at the
/// earliest; without a limit any offer is.
fn offer_done<T: Tracer>(inquiry: &mut Inquiry<'_, T>, in_time_by: Option<Date>) -> (Done, FactSet) {
    let as_of = inquiry.as_of();
    let offered = offered_start(inquiry);
    if let Read::Known(start) = offered {
        inquiry.note(Note::Offered(start));
        let made = inquiry.presume(fact::TRAINING_OFFER_MADE_ON, start.min(as_of)).known().unwrap_or(as_of);
        if in_time_by.is_none_or(|last| start <= last) {
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

// ---------- telling of the choice ----------

/// The duty to tell the citizen of the choice among offers at the first contact (CHOICE-140-INFORM,
/// SUL140-STAT-INFORM). It opens with the contact and is due with it: information given later fulfils it late.
pub fn inform_of_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::CHOICE_140_INFORM, |inquiry| {
        match is_the_municipalitys(inquiry) {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let contact = inquiry.happened_on(fact::TRAINING_FIRST_CONTACT_ON);
        let informed = inquiry.happened_on(fact::TRAINING_CHOICE_INFORMED_ON);
        let informed_by = fact::TRAINING_CHOICE_INFORMED_ON.id();
        let mut duty = Duty::new(book::CHOICE_140_INFORM, DutyAct::InformFreeChoice, Party::Municipality, informed_by);
        if let Read::Known(day) = contact {
            duty = duty.opening(day).due_on(day);
        }
        let done = Done::by(informed).or_ended(inquiry);
        duty.done(done).lacking(contact.missing() | informed.missing()).owed(inquiry)
    })
}

/// The duty to tell the citizen of the right to a private supplier, from the day the right is foreseen: the offer of a
/// late start, else the day after the limit. Our reading of DS-LAW-140-6-INFORM: a right that nobody hears of is none.
pub fn inform_of_private_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::DS_LAW_140_6_INFORM, |inquiry| {
        match may_choose_private(inquiry).answer() {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let arose = match right_arose_on(inquiry) {
            Read::Known(day) => day,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let informed_by = fact::TRAINING_CHOICE_INFORMED_ON.id();
        let duty = Duty::new(book::DS_LAW_140_6_INFORM, DutyAct::InformPrivateChoice, Party::Municipality, informed_by);
        let done = told_of_private_choice(inquiry, arose).or_ended(inquiry);
        let moves = may_still_move(inquiry);
        duty.opening(arose).due_on(arose).done(done).provisionally(moves).owed(inquiry)
    })
}

/// The day on which the right to a private supplier is known: the day a late start was offered, else the day after the
/// limit. While nobody has said when the offer was made, it is the day after the limit.
pub fn right_arose_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    let limit = match limit(inquiry) {
        Read::Known(limit) => limit,
        Read::Absent => return Read::Absent,
        Read::Missing(facts) => return Read::Missing(facts),
    };
    let Some(last) = limit.due.on else { return Read::Absent };
    inquiry.note(Note::Limit(last));
    let after = last.tomorrow().unwrap_or(last);
    let offered = offered_start(inquiry);
    let made = inquiry.read(fact::TRAINING_OFFER_MADE_ON);
    match (offered, made) {
        (Read::Known(_), Read::Known(made)) => Read::Known(after.min(made)),
        _ => Read::Known(after),
    }
}

/// Word of the private choice is kept under the label `private_choice`; word of the choices in general given after the
/// right was known says it as well.
fn told_of_private_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>, arose: Date) -> Done {
    let as_of = inquiry.as_of();
    let general = inquiry.presume_not_happened(fact::TRAINING_CHOICE_INFORMED_ON).filter(|day| *day >= arose);
    let special = inquiry
        .labelled(fact::TRAINING_CHOICE_INFORMED_ON)
        .find(|(label, _)| *label == "private_choice")
        .and_then(|(_, told)| told.known())
        .filter(|day| *day <= as_of);
    special.into_iter().chain(general).min().map_or(Done::NotYet, Done::on)
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

// ---------- the choice among offers ----------

/// May the citizen choose among the municipalities' offers (CHOICE-140-OWN)? Where the facts name a provider: this one?
///
/// Ordinary training and specialised rehabilitation are chosen among; training that must take place in a hospital isn't
/// under this rule. Among suppliers the choice is of those that have an agreement with the home municipality. Another
/// municipality's supplier can't be chosen; a supplier under KL's agreement is another matter ([`may_choose_private`]).
pub fn may_choose_offer<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::CHOICE_140_OWN, |right| {
        right
            .provided(book::HJ_LAW_140, s140::plan_stands)
            .unless(book::SUL140_4_CHOICE_RULES, must_be_in_hospital)
            .unless(book::CHOICE_140_NOT_OTHER_SUPPLIERS, is_another_municipalitys_supplier)
            .rests_on(kind_of_offer)
    })
}

/// The rule under which the provider that the facts name can be chosen; without one, the choice in general.
fn kind_of_offer<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    let ruled = |outcome, by| Ruling { outcome, by };
    let Some(kind) = inquiry.presume_absent(fact::PROVIDER_KIND).known() else {
        return ruled(Outcome::Yes, book::CHOICE_140_OWN);
    };
    match kind {
        ProviderKind::MunicipalUnit => ruled(Outcome::Yes, book::CHOICE_140_OWN),
        ProviderKind::OtherMunicipalityInstitution => {
            inquiry.state(book::CHOICE_140_OTHER_INSTITUTIONS);
            ruled(Outcome::Yes, book::CHOICE_140_OTHER_INSTITUTIONS)
        }
        // Neither is an offer of training under § 140.
        ProviderKind::SpecialDayOffer | ProviderKind::Parents => ruled(Outcome::No, book::CHOICE_140_OWN),
        // Everybody else gives training for a municipality by agreement.
        ProviderKind::IndependentNursingHome
        | ProviderKind::RegionalHospital
        | ProviderKind::SpecialHospital
        | ProviderKind::PrivateHospital
        | ProviderKind::AgreementHospital
        | ProviderKind::PrivateSupplier
        | ProviderKind::PrivateInstitution
        | ProviderKind::PhysiotherapistInPractice => supplier(inquiry),
    }
}

/// A supplier can be chosen where it has an agreement with the home municipality.
fn supplier<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    let by = book::CHOICE_140_OWN_SUPPLIERS;
    let outcome = match inquiry.rule(by, has_agreement_with_home) {
        Answer::Yes => Outcome::Yes,
        Answer::No => Outcome::No,
        Answer::Missing(facts) => Outcome::Missing(facts),
    };
    Ruling { outcome, by }
}

fn has_agreement_with_home<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.are_the_same(fact::PROVIDER_CONTRACTING_MUNICIPALITY, fact::CITIZEN_HOME_MUNICIPALITY)
}

/// A supplier that another municipality than the citizen's has an agreement with (CHOICE-140-NOT-OTHER-SUPPLIERS,
/// HJ-CHOICE-NO-OTHER-PRIVATE). One that is on KL's list, or is chosen after the seven days, is never under this bar.
fn is_another_municipalitys_supplier<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let no_supplier = [
        ProviderKind::MunicipalUnit,
        ProviderKind::OtherMunicipalityInstitution,
        ProviderKind::SpecialDayOffer,
        ProviderKind::Parents,
    ];
    let kind = inquiry.presume_absent(fact::PROVIDER_KIND).known();
    if kind.is_none_or(|kind| no_supplier.contains(&kind)) {
        return Answer::No;
    }
    let after_seven_days = inquiry
        .presume_absent(fact::PROVIDER_SELECTION)
        .is(|selection| selection == ProviderSelection::PrivateAfterSevenDays);
    let by_kl = after_seven_days.or(inquiry.presume(fact::PROVIDER_HAS_KL_AGREEMENT, false).holds());
    if by_kl.is_yes() {
        return Answer::No;
    }
    let contracted = inquiry.exists(fact::PROVIDER_CONTRACTING_MUNICIPALITY);
    contracted.and(!has_agreement_with_home(inquiry))
}

/// May this provider be chosen? Barred for a supplier that another municipality has by agreement.
pub fn choose_provider<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(
        inquiry,
        BarredAct::ChooseProvider,
        book::CHOICE_140_NOT_OTHER_SUPPLIERS,
        is_another_municipalitys_supplier,
    )
}

/// May a private supplier be chosen on the ground of the seven days? Barred while the right hasn't arisen, and for one
/// that has no agreement with KL (DS-LAW-140-5).
pub fn choose_private_supplier<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::ChoosePrivateSupplier, book::DS_LAW_140_5, |inquiry| {
        let right = may_choose_private(inquiry).answer();
        // Until somebody names a supplier, the right alone is asked.
        let by_kl = inquiry.presume(fact::PROVIDER_HAS_KL_AGREEMENT, true).holds();
        !right.and(by_kl)
    })
}
