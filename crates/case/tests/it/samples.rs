//! Made-up plans and events, named by what matters in them. The people are official test persons.
//!
//! The usual story: Ruddi's plan reaches Hjørring on Thursday 26 March 2026, the day before the discharge. The seven days of the law end
//! on Friday 3 April, Hjørring's own seven on 2 April, and its three working days to the first contact on 31 March.

use case::citizen_number::StatedNumber;
use case::event::{
    ChoiceInformed, ContactAttempted, ContactWay, CourseEnded, CourseReviewed, DischargeConfirmed, DischargedAgain,
    EnteredInError, FirstContactMade, GoalAttainment, LevelAssessed, OfferDeclined, OfferWithdrawn, PlanChannel,
    PrivateChoiceInformed, Provider, ProviderChosen, Readmitted, SecondPlanOutcome, StartLimitRead, StartLimitReading,
    StartOffered, Succeeded, TrainingHeld, TrainingLevel,
};
use case::municipality::MunicipalityCode;
use case::plan::{
    Citizen, Consent, DeadlineText, Descriptions, ExpectedEnd, GeneralPractitioner, HospitalContact, MessageIdentity,
    PersonName, Plan, PlanType, Receiver, Sender, StartMeaning, StatedTime,
};
use case::{Act, CaseId, Event, EventNumber, Role};
use jiff::civil::{Date, date};
use law::standards::Standard;

/// The day the plan reached the municipality.
pub(crate) const RECEIVED: Date = date(2026, 3, 26);
/// The day that the hospital expects the discharge on.
pub(crate) const DISCHARGED: Date = date(2026, 3, 27);
/// The last of the law's seven days.
pub(crate) const LIMIT: Date = date(2026, 4, 3);
/// The last of Hjørring's own seven days.
pub(crate) const GOAL: Date = date(2026, 4, 2);
/// A day in the middle of it.
pub(crate) const MONDAY: Date = date(2026, 3, 30);

/// Ruddi Test Berggren.
pub(crate) const RUDDI: &str = "1502779995";
/// Åge Test Berggren, another person.
pub(crate) const AAGE: &str = "0211223989";

pub(crate) fn april(day: i8) -> Date {
    date(2026, 4, day)
}

pub(crate) fn case_id() -> CaseId {
    CaseId::new(2026, 412)
}

/// Hjørring's standard for training after hospital.
pub(crate) fn standard() -> Standard {
    Standard::named("001").expect("standard 001 ships with the program")
}

pub(crate) fn hjoerring() -> MunicipalityCode {
    MunicipalityCode::parse("0860").unwrap()
}

pub(crate) fn aalborg() -> MunicipalityCode {
    MunicipalityCode::parse("0851").unwrap()
}

// ---------- plans ----------

/// General training for Ruddi, discharged on 27 March as far as the hospital knows, no limit of its own.
pub(crate) fn plan() -> Plan {
    Plan {
        message: MessageIdentity {
            sender: "5790000999019".into(),
            envelope: "26032600000001".into(),
            letter: "26032690000001".into(),
        },
        episode_of_care: None,
        sent: None,
        authorised: Some(day(RECEIVED)),
        sender: Sender { code: None, organisation: None, department: None, unit: None, phone: None, signer: None },
        receiver: Receiver { municipality: Some(hjoerring()), location: None, organisation: None, department: None },
        general_practitioner: GeneralPractitioner::NotStated,
        citizen: Citizen {
            number: StatedNumber::read(RUDDI),
            name: PersonName { given: Some("Ruddi Test".into()), surname: Some("Berggren".into()) },
            address: None,
            co_address: None,
            occupation: None,
            phones: Vec::new(),
            no_phone_reason: None,
            email: None,
            relatives: Vec::new(),
        },
        plan_type: PlanType::GeneralTraining,
        contact: HospitalContact { start: Some(day(date(2026, 3, 19))), end: expected(DISCHARGED) },
        deadline: None,
        ambulatory_control: None,
        diagnoses: Vec::new(),
        icf: Vec::new(),
        descriptions: Descriptions::default(),
        consent: Consent::Given,
        journal_excerpts: Vec::new(),
        region_contact: None,
        municipality_contact: None,
    }
}

/// The usual plan with something changed.
pub(crate) fn plan_but(change: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = plan();
    change(&mut plan);
    plan
}

/// A plan that says in words when training is to begin.
pub(crate) fn plan_with_words(words: &str) -> Plan {
    plan_but(|plan| plan.deadline = DeadlineText::new(words))
}

/// Training that must take place in a hospital.
pub(crate) fn specialised_plan() -> Plan {
    plan_but(|plan| plan.plan_type = PlanType::SpecialisedTraining)
}

pub(crate) fn day(on: Date) -> StatedTime {
    StatedTime { on, at: None }
}

pub(crate) fn expected(on: Date) -> ExpectedEnd {
    ExpectedEnd::Dated { when: day(on), remark: None }
}

// ---------- what happened ----------

/// Something that happened, on a day, recorded by somebody in a role.
#[derive(Clone, Debug)]
pub(crate) struct Happened {
    pub(crate) event: Event,
    pub(crate) on: Date,
    pub(crate) role: Role,
}

impl Happened {
    pub(crate) fn by(mut self, role: Role) -> Self {
        self.role = role;
        self
    }
}

fn happened(event: Event, on: Date) -> Happened {
    Happened { event, on, role: Role::Therapist }
}

/// The usual plan came on the usual day.
pub(crate) fn plan_received() -> Happened {
    received(plan())
}

pub(crate) fn received(plan: Plan) -> Happened {
    received_on(plan, RECEIVED)
}

pub(crate) fn received_on(plan: Plan, on: Date) -> Happened {
    happened(case::receive(plan, PlanChannel::GgopMessage), on).by(Role::System)
}

pub(crate) fn discharge_confirmed(on: Date) -> Happened {
    happened(Event::DischargeConfirmed(DischargeConfirmed { on }), on)
}

pub(crate) fn start_limit_read(reading: StartLimitReading, on: Date) -> Happened {
    happened(Event::StartLimitRead(StartLimitRead { words: "planens ord".into(), reading }), on)
}

pub(crate) fn contact_attempted(on: Date) -> Happened {
    happened(Event::ContactAttempted(ContactAttempted { by: ContactWay::Telephone }), on)
}

/// A first talk in which the choice was told of as well.
pub(crate) fn first_contact(on: Date) -> Happened {
    let contact = FirstContactMade { by: ContactWay::Telephone, choice_informed: true };
    happened(Event::FirstContactMade(contact), on)
}

/// A first talk in which nothing was said of the choice.
pub(crate) fn first_contact_without_word_of_the_choice(on: Date) -> Happened {
    let contact = FirstContactMade { by: ContactWay::Telephone, choice_informed: false };
    happened(Event::FirstContactMade(contact), on)
}

pub(crate) fn choice_informed(on: Date) -> Happened {
    happened(Event::ChoiceInformed(ChoiceInformed { by: ContactWay::Telephone }), on)
}

pub(crate) fn private_choice_informed(on: Date) -> Happened {
    happened(Event::PrivateChoiceInformed(PrivateChoiceInformed { by: ContactWay::Letter }), on)
}

/// A start offered on one day for another.
pub(crate) fn start_offered(on: Date, start_on: Date) -> Happened {
    happened(Event::StartOffered(StartOffered { start_on, place: None }), on)
}

pub(crate) fn offer_declined(on: Date) -> Happened {
    happened(Event::OfferDeclined(OfferDeclined { reason: "rejser bort".into() }), on)
}

pub(crate) fn offer_withdrawn(on: Date) -> Happened {
    happened(Event::OfferWithdrawn(OfferWithdrawn { reason: "holdet er fyldt".into() }), on)
}

pub(crate) fn provider_chosen(on: Date, provider: Provider) -> Happened {
    happened(Event::ProviderChosen(ProviderChosen { provider }), on)
}

pub(crate) fn training_held(on: Date) -> Happened {
    happened(Event::TrainingHeld(TrainingHeld { note: "gang på trapper".into() }), on)
}

pub(crate) fn level_assessed(on: Date, level: TrainingLevel) -> Happened {
    happened(Event::LevelAssessed(LevelAssessed { level, reason: "kan gå selv".into() }), on)
}

pub(crate) fn readmitted(on: Date) -> Happened {
    happened(Event::Readmitted(Readmitted {}), on)
}

pub(crate) fn discharged_again(on: Date) -> Happened {
    happened(Event::DischargedAgain(DischargedAgain {}), on)
}

pub(crate) fn course_reviewed(on: Date) -> Happened {
    let reviewed = CourseReviewed { attainment: GoalAttainment::Partly, assessment: "fortsætter en måned".into() };
    happened(Event::CourseReviewed(reviewed), on)
}

pub(crate) fn course_ended(on: Date) -> Happened {
    happened(Event::CourseEnded(CourseEnded { reason: "målene er nået".into() }), on)
}

pub(crate) fn succeeded(on: Date, by: CaseId, outcome: SecondPlanOutcome) -> Happened {
    happened(Event::Succeeded(Succeeded { by, outcome }), on)
}

pub(crate) fn entered_in_error(on: Date, number: u64) -> Happened {
    happened(Event::EnteredInError(EnteredInError { number: EventNumber(number), reason: "forkert borger".into() }), on)
}

// ---------- readings, providers, acts ----------

pub(crate) fn not_before(on: Date) -> StartLimitReading {
    StartLimitReading::Day { on, meaning: StartMeaning::NotBefore, reason_given: true }
}

pub(crate) fn not_before_without_reason(on: Date) -> StartLimitReading {
    StartLimitReading::Day { on, meaning: StartMeaning::NotBefore, reason_given: false }
}

pub(crate) fn not_after(on: Date) -> StartLimitReading {
    StartLimitReading::Day { on, meaning: StartMeaning::NotAfter, reason_given: true }
}

pub(crate) fn private_supplier() -> Provider {
    Provider::Private { name: "Klinik Nord".into(), has_kl_agreement: true }
}

pub(crate) fn private_supplier_without_kl() -> Provider {
    Provider::Private { name: "Klinik Syd".into(), has_kl_agreement: false }
}

/// A supplier with which a municipality has an agreement.
pub(crate) fn supplier_of(municipality: MunicipalityCode) -> Provider {
    Provider::SupplierOf { municipality, name: "Klinik Øst".into() }
}

pub(crate) fn offer_start(start_on: Date) -> Act {
    Act::OfferStart { start_on, place: None }
}

pub(crate) fn record_first_contact() -> Act {
    Act::RecordFirstContact { by: ContactWay::Telephone, choice_informed: true }
}

pub(crate) fn inform_of_private_choice() -> Act {
    Act::InformOfPrivateChoice { by: ContactWay::Letter }
}

pub(crate) fn hold_training() -> Act {
    Act::HoldTraining { note: "gang på trapper".into() }
}

pub(crate) fn mark_in_error(number: u64) -> Act {
    Act::MarkInError { number: EventNumber(number), reason: "forkert borger".into() }
}

pub(crate) fn decide_second_plan(earlier: &CaseId, outcome: SecondPlanOutcome) -> Act {
    Act::DecideSecondPlan { earlier: earlier.clone(), outcome, reason: "samme knæ".into() }
}

/// One of each act, as somebody would do it on a day; a decision on a second plan names the case 2026-0001.
pub(crate) fn one_of_each_act(on: Date) -> Vec<Act> {
    vec![
        record_first_contact(),
        Act::RecordContactAttempt { by: ContactWay::Telephone },
        offer_start(on),
        Act::DeclineOffer { reason: "rejser bort".into() },
        Act::WithdrawOffer { reason: "holdet er fyldt".into() },
        Act::InformOfChoice { by: ContactWay::InPerson },
        inform_of_private_choice(),
        Act::ChooseProvider { provider: Provider::OwnUnit },
        hold_training(),
        Act::AssessLevel { level: TrainingLevel::Advanced, reason: "flere skader".into() },
        Act::ReviewCourse { attainment: GoalAttainment::Fully, assessment: "målene er nået".into() },
        Act::ConfirmDischarge { on: DISCHARGED },
        Act::ReadStartLimit { reading: not_before(april(20)) },
        Act::RecordReadmission,
        Act::RecordDischargeAgain,
        decide_second_plan(&earlier_id(), SecondPlanOutcome::Beside),
        mark_in_error(2),
        Act::RefusePlan { reason: "intet behov".into() },
        Act::ChangePlanType,
    ]
}

/// The case of an earlier plan.
pub(crate) fn earlier_id() -> CaseId {
    CaseId::new(2026, 1)
}
