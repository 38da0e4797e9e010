//! Sundhedsloven §§ 171-172: transport, or money for it, to training after a hospital's plan.

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book::{self, Rule};
use crate::fact::{self, Decimal, Fact, FactSet, ProviderSelection, Read, TrainingProvision};
use crate::inquiry::Inquiry;
use crate::ruling::{Outcome, Ruling};
use crate::sundhedsloven::s140;
use crate::trace::Tracer;

/// One way, from home to the training place. Exactly 50 km does not qualify.
pub const DISTANCE_LIMIT_KM: Decimal = Decimal::whole(50);

/// The judgement that a condition excludes public transport.
const CONDITION: FactSet = FactSet::of(fact::CITIZEN_CONDITION_EXCLUDES_PUBLIC_TRANSPORT.id());

/// Has this person a right to transport, or money for it, to § 140 training?
///
/// One of three grounds is enough: pension under the social pension acts, more than 50 km, or a condition that excludes public
/// transport. The first two are looked up; only where neither holds must a person judge the condition. A hospital's plan is
/// demanded on every ground. The standard's »may be granted« is by law a right (HJ-TRANSPORT-MAY-GRANT).
pub fn may_have_transport<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::HJ_TRANSPORT_MAY_GRANT, |right| {
        right
            .when(is_training_after_hospital)
            .provided(book::TRANS_140_PENSIONER_PLAN, s140::plan_stands)
            .founded_on(s140::entitled)
            .rests_on(|inquiry| some_ground(inquiry, fact::TRANSPORT_DISTANCE_KM))
    })
}

/// Transport follows the provision of the training: training under Serviceloven gives none.
fn is_training_after_hospital<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry
        .presume(fact::TRAINING_PROVISION, TrainingProvision::Sul140)
        .is(|provision| provision == TrainingProvision::Sul140)
}

/// The three grounds, for a place at this distance. The condition is asked of a person only once the two that can be looked up
/// are known not to hold. What held before the order of 2008 isn't known here.
fn some_ground<T: Tracer>(inquiry: &mut Inquiry<'_, T>, distance: Fact<Decimal>) -> Ruling {
    if !book::TRANS_140_PENSIONER.is_in_force(inquiry.as_of()) {
        return Ruling { outcome: Outcome::Judge(FactSet::EMPTY), by: book::HJ_TRANSPORT_MAY_GRANT };
    }
    let yes = |by: Rule| Ruling { outcome: Outcome::Yes, by };
    let pensioner = inquiry.rule(book::TRANS_140_PENSIONER, |inquiry| inquiry.holds(fact::CITIZEN_IS_PENSIONER));
    if pensioner.is_yes() {
        return yes(book::TRANS_140_PENSIONER);
    }
    let far = inquiry.rule(book::TRANS_140_DISTANCE, |inquiry| inquiry.read(distance).is(|km| km > DISTANCE_LIMIT_KM));
    if far.is_yes() {
        return yes(book::TRANS_140_DISTANCE);
    }
    let condition = inquiry
        .rule(book::TRANS_140_CONDITION, |inquiry| inquiry.holds(fact::CITIZEN_CONDITION_EXCLUDES_PUBLIC_TRANSPORT));
    match (pensioner.or(far), condition) {
        (_, Answer::Yes) => yes(book::TRANS_140_CONDITION),
        (Answer::Missing(facts), _) => Ruling { outcome: Outcome::Missing(facts), by: book::HJ_TRANSPORT_MAY_GRANT },
        (_, Answer::Missing(_)) => Ruling { outcome: Outcome::Judge(CONDITION), by: book::TRANS_140_CONDITION },
        (_, Answer::No) => Ruling { outcome: Outcome::No, by: book::HJ_TRANSPORT_MAY_GRANT },
    }
}

/// May the municipality refuse transport though a ground is met? Never.
pub fn refuse_transport<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::RefuseTransport, book::HJ_TRANSPORT_MAY_GRANT, |inquiry| {
        may_have_transport(inquiry).answer()
    })
}

/// May a ride be booked? Not to training that the citizen has chosen in another municipality: there only money is paid,
/// up to what home would have cost.
pub fn book_ride<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::BookRide, book::HJ_TRANSPORT_OTHER_NO_RIDE, is_chosen_in_another_municipality)
}

fn is_chosen_in_another_municipality<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let chosen =
        inquiry.presume_absent(fact::PROVIDER_SELECTION).is(|selection| selection == ProviderSelection::FreeChoice);
    if chosen.is_no() {
        return chosen;
    }
    let is_somewhere = inquiry.exists(fact::PROVIDER_MUNICIPALITY);
    is_somewhere.and(!inquiry.are_the_same(fact::PROVIDER_MUNICIPALITY, fact::CITIZEN_HOME_MUNICIPALITY))
}

/// At most how much is paid for one attendance, there and back, at a place in another municipality that the citizen has chosen:
/// what the place at home would have cost, in kroner; nought where no ground would have been met there (HJ-TRANSPORT-OTHER-REFUND-CAP).
///
/// *Absent* where the place isn't one that the citizen has chosen elsewhere. The least amount that is paid at all is no part of
/// this version.
pub fn refund_at_most<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Decimal> {
    inquiry.rule(book::HJ_TRANSPORT_OTHER_REFUND_CAP, |inquiry| {
        let elsewhere = is_training_after_hospital(inquiry)
            .and(s140::entitled(inquiry).answer())
            .and(is_chosen_in_another_municipality(inquiry));
        match elsewhere {
            Answer::No => return Read::Absent,
            Answer::Missing(facts) => return Read::Missing(facts),
            Answer::Yes => {}
        }
        match some_ground(inquiry, fact::TRANSPORT_ASSIGNED_PLACE_DISTANCE_KM).outcome {
            Outcome::Yes => inquiry.read(fact::TRANSPORT_ASSIGNED_PLACE_COST_DKK),
            Outcome::No => Read::Known(Decimal::whole(0)),
            Outcome::Missing(facts) | Outcome::Judge(facts) => Read::Missing(facts),
        }
    })
}
