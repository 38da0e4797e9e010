//! The one bridge from history to law: what the record of a case says, as facts, on a day.
//!
//! The case's record is whole in what it records: a contact that isn't there is known not to have been made. What the hospital hasn't said
//! stays not known.

use jiff::civil::Date;
use law::Facts;
use law::fact::{self, FactValue, Slot, Value};
use law::sundhedsloven::s140_choice::PRIVATE_CHOICE;
use law::sundhedsloven::s140_offer::DECLINED;

use crate::event::{
    CourseReviewed, Event, GoalAttainment, PlanChannel, Provider, Recorded, StartLimitReading, TrainingLevel,
};
use crate::history::{Case, Declined, Offer};
use crate::plan::{Plan, PlanType, StartMeaning};
use crate::role::Role;

/// What is known of a case by the end of a day.
pub fn facts(case: &Case, on: Date) -> Facts {
    let mut facts = Facts::new();
    let (received, received_on) = case.opening();
    if received_on > on {
        return facts;
    }
    of_the_plan(&mut facts, &received.plan, received_on);
    facts.set(
        fact::PLAN_CHANNEL,
        match received.channel {
            PlanChannel::GgopMessage => fact::PlanChannel::GgopMessage,
            PlanChannel::DeliveryReport => fact::PlanChannel::OtherElectronic,
        },
    );
    of_the_discharge(&mut facts, case, on);
    of_the_start_limit(&mut facts, case, on);
    of_the_contact(&mut facts, case, on);
    of_the_offer(&mut facts, case, on);
    of_the_provider(&mut facts, case, on);
    of_the_training(&mut facts, case, on);
    facts
}

fn of_the_plan(facts: &mut Facts, plan: &Plan, received_on: Date) {
    facts.set(fact::PLAN_ISSUED, true).set(fact::PLAN_IS_WRITTEN, true).set(fact::PLAN_RECEIVED_ON, received_on);
    facts.set(fact::NEED_MEDICALLY_FOUNDED, true);
    facts.set(
        fact::PLAN_TYPE,
        match plan.plan_type {
            PlanType::GeneralTraining => fact::PlanType::GeneralTraining,
            PlanType::SpecialisedTraining => fact::PlanType::SpecialisedTraining,
            PlanType::SpecialisedRehabilitation => fact::PlanType::SpecialisedRehabilitation,
        },
    );
    if let Some(authorised) = plan.authorised {
        facts.set(fact::PLAN_ISSUED_ON, authorised.on);
    }
    if let Some(born) = plan.citizen.born_on() {
        facts.set(fact::CITIZEN_BORN_ON, born);
    }
    if let Some(home) = plan.receiver.municipality {
        facts.set(fact::CITIZEN_HOME_MUNICIPALITY, home.name().into());
    }
    if let Some(begun) = plan.contact.start {
        facts.set(fact::HOSPITAL_ADMITTED_ON, begun.on);
    }
    let words = &plan.descriptions;
    let ability = [&words.ability_at_discharge, &words.ability_at_discharge_extended].into_iter().flatten().next();
    stated(facts, fact::PLAN_ABILITY_AT_DISCHARGE_BODY, ability.map(String::as_str));
    stated(facts, fact::PLAN_NEED_DESCRIPTION, words.need_and_potential.as_deref());
    let impairments: Vec<Box<str>> = plan
        .icf
        .iter()
        .map(|finding| finding.function.text.as_deref().unwrap_or(&finding.function.code).into())
        .collect();
    if !impairments.is_empty() {
        facts.set(fact::PLAN_TARGET_IMPAIRMENTS, fact::Texts(impairments.into()));
    }
    let contact = |contact: Option<&crate::plan::Contact>| {
        contact.map(crate::plan::Contact::in_one_line).filter(|line| !line.is_empty())
    };
    stated(facts, fact::PLAN_REGION_CONTACT, contact(plan.region_contact.as_ref()).as_deref());
    stated(facts, fact::PLAN_MUNICIPALITY_CONTACT, contact(plan.municipality_contact.as_ref()).as_deref());
}

/// A part of the plan that the message has a place for: there, or known not to be.
fn stated(facts: &mut Facts, fact: fact::Fact<fact::Text>, text: Option<&str>) {
    match text {
        Some(text) => facts.set(fact, text.into()),
        None => facts.set_absent(fact),
    };
}

/// Confirmed where a notice or a person has said so; else what the plan expects, marked as expected.
fn of_the_discharge(facts: &mut Facts, case: &Case, on: Date) {
    match (case.discharge_confirmed(on), case.plan().0.contact.end.on()) {
        (Some(day), _) => {
            facts.set(fact::HOSPITAL_DISCHARGED_ON, day);
        }
        (None, Some(expected)) => {
            facts.expect(fact::HOSPITAL_DISCHARGED_ON, expected);
        }
        (None, None) => {}
    }
    for (at, (admitted, left)) in case.readmissions(on).into_iter().enumerate() {
        let label = format!("readmission_{}", at + 1);
        facts.put_labelled(&label, fact::HOSPITAL_ADMITTED_ON.id(), Slot::Known(Value::Date(admitted)));
        if let Some(left) = left {
            facts.put_labelled(&label, fact::HOSPITAL_DISCHARGED_ON.id(), Slot::Known(Value::Date(left)));
        }
    }
}

/// Until a person has read the plan's words, they move nothing: the statutory clock runs from the discharge.
fn of_the_start_limit(facts: &mut Facts, case: &Case, on: Date) {
    match case.start_limit(on) {
        Some(StartLimitReading::Day { on, meaning, reason_given }) => {
            let meaning = match meaning {
                StartMeaning::NotBefore => fact::PlanStartMeaning::NotBefore,
                StartMeaning::NotAfter => fact::PlanStartMeaning::NotAfter,
            };
            facts
                .set(fact::PLAN_START_ON, on)
                .set(fact::PLAN_START_MEANING, meaning)
                .set(fact::PLAN_START_REASON_GIVEN, reason_given);
        }
        Some(StartLimitReading::NoLimit) | None => {
            facts.set_absent(fact::PLAN_START_ON);
        }
    }
}

/// A standard may let others than therapists record contacts, and promise one by a therapist: the therapist's counts before the others.
fn of_the_contact(facts: &mut Facts, case: &Case, on: Date) {
    let happened = case.happened_by(on);
    let contacts = || happened.iter().filter(|recorded| matches!(recorded.event, Event::FirstContactMade(_)));
    let first = contacts().find(|contact| is_a_therapists(contact.role)).or_else(|| contacts().next());
    match first {
        Some(contact) => {
            facts.set(fact::TRAINING_FIRST_CONTACT_ON, contact.happened_on);
            facts.set(fact::TRAINING_FIRST_CONTACT_ROLE, contact_role(contact.role));
        }
        None => {
            facts.set_absent(fact::TRAINING_FIRST_CONTACT_ON);
        }
    }
    let informed = happened.iter().find(|recorded| match &recorded.event {
        Event::FirstContactMade(contact) => contact.choice_informed,
        Event::ChoiceInformed(_) => true,
        _ => false,
    });
    match informed {
        Some(informed) => facts.set(fact::TRAINING_CHOICE_INFORMED_ON, informed.happened_on),
        None => facts.set_absent(fact::TRAINING_CHOICE_INFORMED_ON),
    };
    // There also where nobody was told yet: so the law takes no word of the choices in general for word of this one.
    let told = happened.iter().find(|recorded| matches!(recorded.event, Event::PrivateChoiceInformed(_)));
    let told = told.map_or(Slot::Absent, |told| Slot::Known(Value::Date(told.happened_on)));
    facts.put_labelled(PRIVATE_CHOICE, fact::TRAINING_CHOICE_INFORMED_ON.id(), told);
}

/// What another system reports was a therapist's work there: the report says that it was done, and that system doesn't let others do it.
pub(crate) fn is_a_therapists(role: Role) -> bool {
    match role {
        Role::Therapist | Role::System => true,
        Role::CaseOfficer | Role::ProviderManager | Role::Manager | Role::Administrator => false,
    }
}

fn contact_role(role: Role) -> fact::TrainingFirstContactRole {
    use fact::TrainingFirstContactRole as As;
    match role {
        Role::CaseOfficer => As::CaseOfficer,
        Role::Therapist | Role::System => As::Therapist,
        Role::ProviderManager => As::ProviderManager,
        Role::Manager => As::Manager,
        Role::Administrator => As::Administrator,
    }
}

fn assessor_role(role: Role) -> fact::AssessmentAssessorRole {
    use fact::AssessmentAssessorRole as As;
    match role {
        Role::CaseOfficer => As::CaseOfficer,
        Role::Therapist | Role::System => As::Therapist,
        Role::ProviderManager => As::ProviderManager,
        Role::Manager => As::Manager,
        Role::Administrator => As::Administrator,
    }
}

/// Offers, and nothing but offers: what a training that was held shows, the law reads from the training.
fn of_the_offer(facts: &mut Facts, case: &Case, on: Date) {
    match case.earliest_offer(on) {
        Some(earliest) => {
            facts.set(fact::TRAINING_OFFER_MADE_ON, earliest.made_on);
            facts.set(fact::TRAINING_OFFERED_START_ON, earliest.start_on());
        }
        None => {
            facts.set_absent(fact::TRAINING_OFFER_MADE_ON).set_absent(fact::TRAINING_OFFERED_START_ON);
        }
    }
    // Each by itself too: the earliest may be for a day that turned out to be impossible, and then a later one counts.
    let offers = case.offers(on);
    for (at, offer) in offers.iter().enumerate().filter(|_| offers.len() > 1) {
        of_one_offer(facts, &format!("offer_{}", at + 1), offer);
    }
    let declined = case.declined(on);
    stated(facts, fact::TRAINING_DECLINED_REASON, declined.map(|declined| declined.reason));
    // Kept apart: the earliest start may be one that was offered afterwards.
    if let Some(Declined { offer, .. }) = declined {
        of_one_offer(facts, DECLINED, &offer);
    }
}

fn of_one_offer(facts: &mut Facts, label: &str, offer: &Offer<'_>) {
    let mut put = |fact: fact::Fact<Date>, day| facts.put_labelled(label, fact.id(), Slot::Known(Value::Date(day)));
    put(fact::TRAINING_OFFER_MADE_ON, offer.made_on);
    put(fact::TRAINING_OFFERED_START_ON, offer.start_on());
}

fn of_the_provider(facts: &mut Facts, case: &Case, on: Date) {
    if let Some((provider, chosen_on)) = case.provider(on) {
        facts.set(fact::PROVIDER_CHOSEN_ON, chosen_on);
        provider_facts(facts, &provider);
    }
}

/// A provider that is chosen, or is about to be. Nothing is left of one that was chosen before.
pub(crate) fn provider_facts(facts: &mut Facts, provider: &Provider) {
    use fact::{ProviderKind as Kind, ProviderSelection as Selection};
    for of_another in [
        fact::PROVIDER_MUNICIPALITY.id(),
        fact::PROVIDER_CONTRACTING_MUNICIPALITY.id(),
        fact::PROVIDER_HAS_KL_AGREEMENT.id(),
    ] {
        facts.forget(of_another);
    }
    match provider {
        Provider::OwnUnit => {
            facts.set(fact::PROVIDER_KIND, Kind::MunicipalUnit);
            facts.set(fact::PROVIDER_SELECTION, Selection::AllocatedByMunicipality);
        }
        Provider::OtherMunicipality { municipality } => {
            facts.set(fact::PROVIDER_KIND, Kind::OtherMunicipalityInstitution);
            facts.set(fact::PROVIDER_SELECTION, Selection::FreeChoice);
            facts.set(fact::PROVIDER_MUNICIPALITY, municipality.name().into());
        }
        Provider::SupplierOf { municipality, .. } => {
            facts.set(fact::PROVIDER_KIND, Kind::PrivateSupplier);
            facts.set(fact::PROVIDER_SELECTION, Selection::FreeChoice);
            facts.set(fact::PROVIDER_CONTRACTING_MUNICIPALITY, municipality.name().into());
        }
        Provider::Private { has_kl_agreement, .. } => {
            facts.set(fact::PROVIDER_KIND, Kind::PrivateSupplier);
            facts.set(fact::PROVIDER_SELECTION, Selection::PrivateAfterSevenDays);
            facts.set(fact::PROVIDER_HAS_KL_AGREEMENT, *has_kl_agreement);
        }
    }
}

fn of_the_training(facts: &mut Facts, case: &Case, on: Date) {
    match case.first_training(on) {
        Some(day) => facts.set(fact::TRAINING_STARTED_ON, day),
        None => facts.set_absent(fact::TRAINING_STARTED_ON),
    };
    match case.days_of(on, |event| matches!(event, Event::CourseEnded(_))).into_iter().next() {
        Some(day) => facts.set(fact::TRAINING_ENDED_ON, day),
        None => facts.set_absent(fact::TRAINING_ENDED_ON),
    };
    let mut reviews = 0;
    for recorded in case.happened_by(on) {
        match &recorded.event {
            Event::LevelAssessed(assessed) => {
                let level = match assessed.level {
                    TrainingLevel::Basic => fact::AssessmentTrainingLevel::Basic,
                    TrainingLevel::Advanced => fact::AssessmentTrainingLevel::Advanced,
                };
                facts
                    .set(fact::ASSESSMENT_TRAINING_LEVEL, level)
                    .set(fact::ASSESSMENT_MADE_ON, recorded.happened_on)
                    .set(fact::ASSESSMENT_ASSESSOR_ROLE, assessor_role(recorded.role));
            }
            Event::CourseReviewed(reviewed) => {
                reviews += 1;
                of_a_review(facts, reviews, reviewed, recorded);
            }
            _ => {}
        }
    }
}

/// A review, in its order: the latest stands in the facts themselves, and each under a label of its own, so that the law can tell which
/// of them meets which limit.
fn of_a_review(facts: &mut Facts, number: usize, reviewed: &CourseReviewed, recorded: &Recorded) {
    let attainment = match reviewed.attainment {
        GoalAttainment::None => fact::TrainingGoalAttainment::None,
        GoalAttainment::Partly => fact::TrainingGoalAttainment::Partly,
        GoalAttainment::Fully => fact::TrainingGoalAttainment::Fully,
    };
    facts
        .set(fact::TRAINING_GOAL_ATTAINMENT, attainment)
        .set(fact::TRAINING_EXTENSION_ASSESSMENT, reviewed.assessment.as_str().into())
        .set(fact::TRAINING_EVALUATED_ON, recorded.happened_on);
    let label = format!("review_{number}");
    for id in [
        fact::TRAINING_GOAL_ATTAINMENT.id(),
        fact::TRAINING_EXTENSION_ASSESSMENT.id(),
        fact::TRAINING_EVALUATED_ON.id(),
    ] {
        let slot = facts.slot(id).clone();
        facts.put_labelled(&label, id, slot);
    }
    let role = Slot::Known(assessor_role(recorded.role).into_value());
    facts.put_labelled(&label, fact::ASSESSMENT_ASSESSOR_ROLE.id(), role);
}
