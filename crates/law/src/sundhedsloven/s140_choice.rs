//! Sundhedsloven § 140: the citizen's choice. Among the municipalities' own offers always; of a private supplier when the
//! municipality can't offer a start within seven days (stk. 4).

use jiff::civil::Date;

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book;
use crate::duty::{Done, Duty, DutyAct, Owed, Party, course_ended_on};
use crate::fact::{self, FactSet, ProviderKind, ProviderSelection, Read};
use crate::inquiry::Inquiry;
use crate::ruling::{Outcome, Ruling};
use crate::sundhedsloven::s140;
use crate::sundhedsloven::s140_offer::{earliest_possible, offer};
use crate::sundhedsloven::s140_seven_days::{
    StatutoryLimit, is_the_municipalitys, limit, may_still_move, must_be_in_hospital,
};
use crate::term::Suspension;
use crate::trace::{Note, Tracer};

/// The label under which word of the private choice is kept apart from word of the choices in general.
pub const PRIVATE_CHOICE: &str = "private_choice";

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
            .founded_on(s140::entitled)
            .unless(book::DS_LAW_140_4_NOT_IN_HOSPITAL, must_be_in_hospital)
            .unless(book::SUL140_COURSE_ENDED, |inquiry| Answer::known(course_ended_on(inquiry).is_some()))
            .rests_on(start_is_late)
            .provided(book::SUL140_STAT_AFTER_2026, |_| Answer::Yes)
    })
}

/// The start offered lies after the limit, or the limit has passed without an offer. Whose clock started before 1 July 2018 had no such
/// limit then; whether the new right reached those who waited already is a person's to judge, since no rule on it is known.
fn start_is_late<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    let limit = limit(inquiry);
    let earliest = earliest_possible(inquiry, &limit);
    let before = book::SUL140_STAT_BEFORE_2018;
    if let Some(day) = earliest
        && before.is_in_force(day)
    {
        let judged = Ruling::judged(before);
        return inquiry.ask_on(day, before, |_| judged).unwrap_or(judged);
    }
    Ruling::of(lies_after(inquiry, &limit, earliest), book::DS_LAW_140_4_CHOICE)
}

/// Whether the start lies after the limit. Training that was held shows that a start was possible, whether or not anybody recorded its
/// offer.
fn lies_after<T: Tracer>(inquiry: &mut Inquiry<'_, T>, limit: &Read<StatutoryLimit>, earliest: Option<Date>) -> Answer {
    let as_of = inquiry.as_of();
    let offered = offer(inquiry, earliest);
    let held = inquiry.presume_not_happened(fact::TRAINING_STARTED_ON);
    let limit = match limit {
        Read::Known(limit) => limit,
        // Without a discharge no days run.
        Read::Absent => return Answer::No,
        Read::Missing(facts) => return Answer::Missing(offered.missing() | *facts),
    };
    // While the limit stands still, nothing lies after it.
    let is_past = |day: Date| limit.due.on.is_some_and(|last| day > last);
    if held.is_some_and(|held| !is_past(held)) {
        return Answer::No;
    }
    match offered {
        Read::Known(offer) => {
            inquiry.note(Note::Offered(offer.start));
            Answer::known(is_past(offer.start))
        }
        // While there is time the right hasn't arisen; it is asked again tomorrow.
        Read::Absent => Answer::known(is_past(as_of)),
        Read::Missing(facts) => Answer::Missing(facts),
    }
}

// ---------- telling of the choice ----------

/// The duty to tell the citizen of the choice among offers at the first contact (CHOICE-140-INFORM,
/// SUL140-STAT-INFORM). It opens with the contact and is due with it: information given later fulfils it late.
pub fn inform_of_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::CHOICE_140_INFORM, |inquiry| {
        let ours = is_the_municipalitys(inquiry);
        let (open, lacking) = match s140::footing(inquiry, ours).stand() {
            Ok(stands) => stands,
            Err(otherwise) => return otherwise,
        };
        let contact = inquiry.happened_on(fact::TRAINING_FIRST_CONTACT_ON);
        let informed = inquiry.happened_on(fact::TRAINING_CHOICE_INFORMED_ON);
        let informed_by = fact::TRAINING_CHOICE_INFORMED_ON.id();
        let mut duty = Duty::new(book::CHOICE_140_INFORM, DutyAct::InformFreeChoice, Party::Municipality, informed_by);
        if let Read::Known(day) = contact {
            duty = duty.opening(day).due_on(day);
        }
        let done = Done::by(informed).or_ended(inquiry);
        let lacking = lacking | contact.missing() | informed.missing();
        duty.done(done).lacking(lacking).provisionally(open).owed(inquiry)
    })
}

/// The duty to tell the citizen of the right to a private supplier, from the day the right is foreseen: the offer of a
/// late start, else the day after the limit. Our reading of DS-LAW-140-6-INFORM: a right that nobody hears of is none.
pub fn inform_of_private_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Owed {
    inquiry.rule(book::DS_LAW_140_6_INFORM, |inquiry| {
        let ours = is_the_municipalitys(inquiry);
        let late = start_is_late(inquiry).answer();
        let (open, lacking) = match s140::footing(inquiry, ours.and(late)).stand() {
            Ok(stands) => stands,
            Err(otherwise) => return otherwise,
        };
        let arose = match right_arose_on(inquiry) {
            Read::Known(day) => day,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        // What ended before the right arose never gave it.
        if course_ended_on(inquiry).is_some_and(|ended| ended < arose) {
            return Owed::No;
        }
        let informed_by = fact::TRAINING_CHOICE_INFORMED_ON.id();
        let duty = Duty::new(book::DS_LAW_140_6_INFORM, DutyAct::InformPrivateChoice, Party::Municipality, informed_by);
        let (told, untold) = told_of_private_choice(inquiry);
        let done = told.or_private_supplier(inquiry).or_ended(inquiry);
        let moves = open || may_still_move(inquiry);
        duty.opening(arose).due_on(arose).done(done).lacking(lacking | untold).provisionally(moves).owed(inquiry)
    })
}

/// The day on which the right to a private supplier is known: the day a late start was offered, or the end of the stay in hospital
/// during which it was; else the day after the limit. While nobody has said when the offer was made, it is the day after the limit.
pub fn right_arose_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    let limit = match limit(inquiry) {
        Read::Known(limit) => limit,
        Read::Absent => return Read::Absent,
        Read::Missing(facts) => return Read::Missing(facts),
    };
    let Some(last) = limit.due.on else { return Read::Absent };
    inquiry.note(Note::Limit(last));
    let after = last.tomorrow().unwrap_or(last);
    let made = offer(inquiry, Some(limit.clock.from)).known().and_then(|offer| offer.made);
    Read::Known(made.map_or(after, |made| after.min(known_late_from(made, &limit.due.moved_by))))
}

/// The day from which a late offer is known to be late: the day it was made, or the last day of the stay in hospital during which it
/// was made, since no start is late while the limit stands still.
fn known_late_from(made: Date, stays: &[Suspension]) -> Date {
    let during =
        |day, stay: &Suspension| if stay.from <= day { stay.through.map_or(day, |last| day.max(last)) } else { day };
    stays.iter().fold(made, during)
}

/// Word of the private choice is that which is kept apart, under [`PRIVATE_CHOICE`]. At the first contact one tells of the choices in
/// general, and nobody knows from that whether this one was among them.
fn told_of_private_choice<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> (Done, FactSet) {
    let as_of = inquiry.as_of();
    let kept_apart = inquiry.labelled(fact::TRAINING_CHOICE_INFORMED_ON).find(|(label, _)| *label == PRIVATE_CHOICE);
    match kept_apart {
        Some((_, told)) => {
            let told_on = told.known().filter(|day| *day <= as_of);
            (told_on.map_or(Done::NotYet, Done::on), told.missing())
        }
        None => (Done::NotYet, FactSet::of(fact::TRAINING_CHOICE_INFORMED_ON.id())),
    }
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
            .founded_on(s140::entitled)
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
    Ruling::of(inquiry.rule(by, has_agreement_with_home), by)
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

/// May a private supplier be chosen on the ground of the seven days? Barred while the right hasn't arisen, by the rule that withholds
/// it, whatever the supplier; else for one that has no agreement with KL (DS-LAW-140-5).
pub fn choose_private_supplier<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    let barred_by = |barred, rule| Bar { act: BarredAct::ChoosePrivateSupplier, barred, rule };
    if !book::DS_LAW_140_5.is_in_force(inquiry.as_of()) {
        let right = may_choose_private(inquiry);
        return barred_by(!right.answer(), right.by);
    }
    let mut rule = book::DS_LAW_140_5;
    let barred = inquiry.rule(book::DS_LAW_140_5, |inquiry| {
        let right = may_choose_private(inquiry);
        if right.outcome == Outcome::No {
            rule = right.by;
        }
        // Until somebody names a supplier, the right alone is asked.
        let by_kl = inquiry.presume(fact::PROVIDER_HAS_KL_AGREEMENT, true).holds();
        !right.answer().and(by_kl)
    });
    barred_by(barred, rule)
}
