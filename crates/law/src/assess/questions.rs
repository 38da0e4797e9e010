//! Which bars, documents, remedies and amounts a case asks for: those that its facts speak of.

use jiff::civil::Date;

use super::{Amount, Assessment, ExplainedBar, ExplainedCheck, ExplainedRemedy};
use crate::bar::Bar;
use crate::book;
use crate::content::{self, Checked, Finding};
use crate::fact::{self, ComplaintSubject, Decimal, DecisionProvision, FactId, Facts, Slot};
use crate::inquiry::Inquiry;
use crate::klage_erstatningsloven::complaint;
use crate::remedy::Route;
use crate::retssikkerhedsloven::s060;
use crate::rights::Right;
use crate::routing;
use crate::ruling::Outcome;
use crate::serviceloven::s086;
use crate::standards::{Standard, review};
use crate::sundhedsloven::{s084, s140, s140_choice, s171};
use crate::trace::{Reasons, Silent};

type AskBar = fn(&mut Inquiry<'_, Reasons>) -> Bar;

/// Whether anything has been said of a fact that a rule could lean on.
fn is_told(facts: &Facts, fact: FactId) -> bool {
    matches!(facts.slot(fact), Slot::Known(_) | Slot::Absent)
}

/// The bars of this version that are settled. Those on a provider, a decision or an ending are asked only where the facts name
/// one.
pub(super) fn bars(facts: &Facts, as_of: Date, standard: Option<&Standard>) -> Vec<ExplainedBar> {
    let mut asked: Vec<AskBar> = vec![
        s140::refuse_for_want_of_need,
        s140::change_plan_type,
        s140::demand_referral,
        s140::charge,
        s140_choice::choose_private_supplier,
    ];
    if facts.read(fact::PLAN_ISSUED).holds().is_yes() {
        asked.push(s140::refuse_for_age);
    }
    if is_told(facts, fact::PROVIDER_KIND.id()) {
        asked.push(s140_choice::choose_provider);
    }
    if is_told(facts, fact::PROVIDER_SELECTION.id()) {
        asked.push(s171::book_ride);
    }
    if is_told(facts, fact::DECISION_PROVISION.id()) {
        asked.push(s086::decide_under_stk_1);
        asked.push(routing::rest_on_provision);
    }
    if is_told(facts, fact::DECISION_REASON_CODES.id()) {
        // Each for a refusal under its own provision: elsewhere it has nothing to say.
        match facts.read(fact::DECISION_PROVISION).known() {
            Some(DecisionProvision::Sel861) => asked.push(s086::refuse_for_age),
            Some(DecisionProvision::Sel862) => {
                asked.extend([s086::refuse_for_mental_skill as AskBar, s086::refuse_for_chronic_illness]);
            }
            _ => {}
        }
    }
    if is_told(facts, fact::TRAINING_END_REASON.id()) {
        asked.push(review::end_by_time_alone);
    }
    if standard.is_some_and(|standard| standard.states(book::BR_NEW_PLAN_AFTER_ADMISSION)) {
        asked.push(s086::continue_beside_plan);
    }
    asked.push(s171::refuse_transport);
    let mut reasons = Reasons::new();
    let explained = asked.into_iter().map(|ask| {
        reasons.clear();
        let bar = ask(&mut Inquiry::new(facts, as_of, &mut reasons));
        ExplainedBar { bar, why: reasons.first() }
    });
    one_answer_each(explained.filter(|explained| explained.bar.is_allowed().is_some()), as_of)
}

/// One answer for an act under a provision: what any rule of it bars is barred.
fn one_answer_each(bars: impl Iterator<Item = ExplainedBar>, as_of: Date) -> Vec<ExplainedBar> {
    let mut kept: Vec<ExplainedBar> = Vec::new();
    for next in bars {
        let key = |bar: Bar| (bar.act, bar.rule.provision_on(as_of));
        match kept.iter_mut().find(|one| key(one.bar) == key(next.bar)) {
            Some(one) if one.bar.is_allowed() == Some(true) => *one = next,
            Some(_) => {}
            None => kept.push(next),
        }
    }
    kept
}

/// The documents of which anything has been told: the hospital's plan, what the standard asks of the first contact and the first
/// training, the record of maintenance training.
pub(super) fn content(facts: &Facts, as_of: Date, standard: Option<&Standard>) -> Vec<ExplainedCheck> {
    let mut checks = Vec::new();
    let mut reasons = Reasons::new();
    let mut keep = |checked: Option<Checked>, reasons: &mut Reasons| {
        checks.extend(checked.map(|checked| ExplainedCheck { checked, why: reasons.tree() }));
        reasons.clear();
    };
    let checked = plan_is_told_of(facts).then(|| plan(&mut Inquiry::new(facts, as_of, &mut reasons)));
    keep(checked, &mut reasons);
    for (document, begun_on) in
        [("first_contact", fact::TRAINING_FIRST_CONTACT_ON), ("first_encounter", fact::TRAINING_STARTED_ON)]
    {
        let mut inquiry = Inquiry::new(facts, as_of, &mut reasons);
        let begun = inquiry.happened_on(begun_on).known().is_some();
        let parts = standard
            .into_iter()
            .flat_map(|standard| standard.parts.iter().copied())
            .filter(|rule| rule.entry().part.is_some_and(|part| part.document == document));
        let checked = begun.then(|| content::look_at(&mut inquiry, Checked::new(document, None), parts, as_of));
        keep(checked.filter(|checked| !checked.is_empty()), &mut reasons);
    }
    let checked = s086::check_record(&mut Inquiry::new(facts, as_of, &mut reasons));
    keep(checked, &mut reasons);
    checks
}

/// The plan is checked where anything of its content has been told.
fn plan_is_told_of(facts: &Facts) -> bool {
    let parts = book::facts_of_parts("rehabilitation_plan");
    let told = facts.settled().any(|(fact, _)| parts.contains(fact) && fact != fact::PLAN_TYPE.id());
    told && !facts.read(fact::PLAN_ISSUED).holds().is_no()
}

/// The parts of the plan, and a day of start that lacks its reason.
fn plan(inquiry: &mut Inquiry<'_, Reasons>) -> Checked {
    let mut checked = s084::check(inquiry);
    if s084::date_lacks_reason(inquiry).is_yes() {
        checked.missing.push(Finding { part: "start_reason", rule: book::GEN_PLAN_TIME_LIMIT });
    }
    checked
}

/// The routes that the facts open: of a decision under Serviceloven, of one on transport, of a grievance that is named. A case
/// under § 140 with no grievance named is told the routes of its common ones.
pub(super) fn remedies(facts: &Facts, as_of: Date) -> Vec<ExplainedRemedy> {
    let mut found = Vec::new();
    // Whether the route is closed: neither open nor hanging on a fact.
    let mut is_closed = |ask: &dyn Fn(&mut Inquiry<'_, Reasons>) -> Route| {
        let mut reasons = Reasons::new();
        match ask(&mut Inquiry::new(facts, as_of, &mut reasons)) {
            Route::Open(remedy) => found.push(ExplainedRemedy { remedy, why: reasons.first() }),
            Route::Closed => return true,
            Route::Missing(_) => {}
        }
        false
    };
    // What the decision rests on, or is about, may not be told; the grievance still has its way.
    let mut closed =
        is_closed(&|inquiry| s060::complaint_route(inquiry)) || facts.read(fact::DECISION_PROVISION).known().is_none();
    closed &= is_closed(&|inquiry| complaint::transport_route(inquiry))
        || facts.read(fact::DECISION_SUBJECT).known().is_none();
    if let Some(subject) = facts.read(fact::COMPLAINT_SUBJECT).known() {
        closed &= is_closed(&|inquiry| complaint::complaint_route(inquiry));
        // Nobody who names a grievance goes without a way.
        if closed {
            is_closed(&|inquiry| complaint::route_not_known(inquiry, subject));
        }
    } else if facts.read(fact::PLAN_ISSUED).holds().is_yes() {
        for subject in
            [ComplaintSubject::NeedAssessment, ComplaintSubject::ProfessionalPractice, ComplaintSubject::WaitingTime]
        {
            is_closed(&|inquiry| complaint::route_of(inquiry, subject));
        }
    } else if lacks_a_plan_after_hospital(facts) {
        is_closed(&|inquiry| complaint::route_of(inquiry, ComplaintSubject::MissingPlan));
    }
    found
}

/// There was a contact with a hospital and no plan came of it: whether one should have, can be asked and complained of.
fn lacks_a_plan_after_hospital(facts: &Facts) -> bool {
    let contact = facts.read(fact::HOSPITAL_CONTACT_KINDS).is(|kinds| !kinds.is_empty());
    let treated = facts.read(fact::HOSPITAL_TREATS_CAUSE_IN_ADMISSION).holds();
    facts.read(fact::PLAN_ISSUED).holds().is_no() && contact.or(treated).is_yes()
}

/// Training after hospital is free of charge, whoever gives it; the journey to a place chosen elsewhere is paid up to a ceiling.
pub(super) fn amounts(assessment: &Assessment, facts: &Facts) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let has_right =
        |right| assessment.entitlements.iter().any(|held| held.right == right && held.ruling.outcome == Outcome::Yes);
    if has_right(Right::TrainingAfterHospital) {
        amounts.push(Amount {
            what: "rehabilitation_training",
            dkk: Decimal::whole(0),
            per: "attendance",
            payer: "municipality",
            rule: book::HJ_FREE_OF_CHARGE,
        });
    }
    let ceiling = s171::refund_at_most(&mut Inquiry::new(facts, assessment.as_of, &mut Silent));
    if let Some(dkk) = ceiling.known() {
        amounts.push(Amount {
            what: "transport_refund_at_most",
            dkk,
            per: "attendance",
            payer: "municipality",
            rule: book::HJ_TRANSPORT_OTHER_REFUND_CAP,
        });
    }
    amounts
}
