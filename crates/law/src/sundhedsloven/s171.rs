//! Sundhedsloven §§ 171-172: transport, or money for it, to training after a hospital's plan.

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book;
use crate::fact::{self, Decimal, FactSet, ProviderSelection, Read, TrainingProvision};
use crate::inquiry::Inquiry;
use crate::ruling::Ruling;
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
        right.when(is_training_after_hospital).provided(book::TRANS_140_PENSIONER_PLAN, s140::plan_stands).judged(
            book::TRANS_140_CONDITION,
            CONDITION,
            some_ground,
        )
    })
}

/// Transport follows the provision of the training: training under Serviceloven gives none.
fn is_training_after_hospital<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry
        .presume(fact::TRAINING_PROVISION, TrainingProvision::Sul140)
        .is(|provision| provision == TrainingProvision::Sul140)
}

/// The three grounds. What is missing is the condition alone where the others are known not to hold; then it is a
/// person's judgement that is missing, not a fact.
fn some_ground<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let pensioner = inquiry.rule(book::TRANS_140_PENSIONER, |inquiry| {
        inquiry.rule(book::HJ_TRANSPORT_PENSIONER, |inquiry| inquiry.holds(fact::CITIZEN_IS_PENSIONER))
    });
    if pensioner.is_yes() {
        return Answer::Yes;
    }
    let far = inquiry.rule(book::TRANS_140_DISTANCE, |inquiry| {
        inquiry.rule(book::HJ_TRANSPORT_50KM, |inquiry| {
            inquiry.read(fact::TRANSPORT_DISTANCE_KM).is(|km| km > DISTANCE_LIMIT_KM)
        })
    });
    if far.is_yes() {
        return Answer::Yes;
    }
    let condition = inquiry
        .rule(book::HJ_TRANSPORT_CONDITION, |inquiry| inquiry.holds(fact::CITIZEN_CONDITION_EXCLUDES_PUBLIC_TRANSPORT));
    pensioner.or(far).or(condition)
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
    Bar::decide(inquiry, BarredAct::BookRide, book::HJ_TRANSPORT_OTHER_NO_RIDE, |inquiry| {
        let Read::Known(selection) = inquiry.presume_absent(fact::PROVIDER_SELECTION) else { return Answer::No };
        if selection != ProviderSelection::FreeChoice {
            return Answer::No;
        }
        let at = inquiry.read(fact::PROVIDER_MUNICIPALITY);
        let home = inquiry.read(fact::CITIZEN_HOME_MUNICIPALITY);
        match (at, home) {
            (Read::Known(at), Read::Known(home)) => Answer::known(at != home),
            (Read::Absent, _) | (_, Read::Absent) => Answer::No,
            (at, home) => Answer::Missing(at.missing() | home.missing()),
        }
    })
}
