//! A person with two plans, and people who do whatever comes to their minds, day after day: a record as the store would keep it.

use std::collections::BTreeMap;

use case::event::{ContactWay, GoalAttainment, Provider, SecondPlanOutcome, StartLimitReading, TrainingLevel};
use case::plan::{DeadlineText, ExpectedEnd, Plan, PlanType, StartMeaning};
use case::{Act, ActKind, Case, CaseId, Command, Event, EventNumber, Recorded, Refusal, Role};
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;

use crate::given::{at_ten, case_of, command};
use crate::samples::{
    self, RECEIVED, aalborg, case_id, earlier_id, hjoerring, plan_but, private_supplier, private_supplier_without_kl,
    received_on, standard, supplier_of,
};

/// What somebody tries: numbers that become days, choices and reasons once it is known what day it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Try {
    /// So many days go by first.
    pub(crate) wait: i8,
    /// The act.
    pub(crate) kind: ActKind,
    /// In the earlier case.
    pub(crate) in_earlier: bool,
    /// It happened so many days before it is recorded.
    pub(crate) ago: i8,
    /// Days, before or after.
    pub(crate) days: i8,
    /// Picks among what there is to choose from.
    pub(crate) choice: u8,
    pub(crate) role: Role,
}

/// What moves the clocks is tried more often than the rest.
fn any_kind() -> impl Strategy<Value = ActKind> {
    prop_oneof![
        3 => Just(ActKind::OfferStart),
        2 => Just(ActKind::DeclineOffer),
        2 => Just(ActKind::InformOfPrivateChoice),
        2 => Just(ActKind::ChooseProvider),
        2 => Just(ActKind::RecordReadmission),
        2 => Just(ActKind::RecordDischargeAgain),
        1 => Just(ActKind::HoldTraining),
        1 => Just(ActKind::ReviewCourse),
        1 => Just(ActKind::ConfirmDischarge),
        7 => prop::sample::select(&ActKind::ALL[..]),
    ]
}

pub(crate) fn any_try() -> impl Strategy<Value = Try> {
    let ago = prop_oneof![4 => Just(0i8), 1 => 1i8..8];
    let role = prop_oneof![
        5 => Just(Role::Therapist),
        2 => Just(Role::CaseOfficer),
        1 => Just(Role::System),
        1 => Just(Role::Manager),
    ];
    // Now and then weeks go by: a course is reviewed after months.
    let wait = prop_oneof![12 => 0i8..5, 1 => 5i8..60];
    (wait, any_kind(), prop::bool::weighted(0.3), ago, -8i8..25, any::<u8>(), role).prop_map(
        |(wait, kind, in_earlier, ago, days, choice, role)| Try { wait, kind, in_earlier, ago, days, choice, role },
    )
}

pub(crate) fn any_plan() -> impl Strategy<Value = Plan> {
    let plan_type = prop_oneof![
        6 => Just(PlanType::GeneralTraining),
        1 => Just(PlanType::SpecialisedTraining),
        1 => Just(PlanType::SpecialisedRehabilitation),
    ];
    let end = prop_oneof![
        4 => (-5i64..10).prop_map(|days| samples::expected(RECEIVED + days.days())),
        1 => Just(ExpectedEnd::InWords("efter påske".into())),
        1 => Just(ExpectedEnd::NotStated),
    ];
    (plan_type, end, any::<bool>()).prop_map(|(plan_type, end, has_words)| {
        plan_but(|plan| {
            plan.plan_type = plan_type;
            plan.contact.end = end;
            plan.deadline = has_words.then(|| DeadlineText::new("Snarest muligt")).flatten();
        })
    })
}

/// Both cases, as recorded.
#[derive(Clone, Debug)]
pub(crate) struct World {
    cases: BTreeMap<CaseId, Vec<Recorded>>,
    pub(crate) today: Date,
}

/// A command that was carried out.
#[derive(Clone, Debug)]
pub(crate) struct Done {
    pub(crate) command: Command,
}

impl Done {
    /// It mends what was told before, rather than adding to it: a correction, and a new word on the discharge, the plan's words or
    /// what the plan is.
    pub(crate) fn corrects(&self) -> bool {
        matches!(
            self.command.act.kind(),
            ActKind::MarkInError | ActKind::ConfirmDischarge | ActKind::ReadStartLimit | ActKind::DecideSecondPlan
        )
    }

    /// The municipality takes back what it had offered.
    pub(crate) fn takes_back(&self) -> bool {
        self.command.act.kind() == ActKind::WithdrawOffer
    }

    /// It tells of a day gone by, and so mends what was thought of the days since.
    pub(crate) fn tells_late(&self) -> bool {
        self.command.happened_on < self.command.today
    }
}

impl World {
    pub(crate) fn new(mut earlier: Plan, later: Plan) -> Self {
        let before = RECEIVED - 20.days();
        earlier.contact.start = Some(samples::day(before - 5.days()));
        earlier.authorised = Some(samples::day(before));
        let opened = |id: CaseId, plan, on| (id.clone(), case_of(id, [received_on(plan, on)]).history().to_vec());
        let cases = [opened(earlier_id(), earlier, before), opened(case_id(), later, RECEIVED)].into_iter().collect();
        Self { cases, today: RECEIVED }
    }

    pub(crate) fn case(&self, id: &CaseId) -> Case {
        Case::fold(id.clone(), self.cases[id].clone()).expect("whatever was accepted can be folded")
    }

    pub(crate) fn both(&self) -> [Case; 2] {
        [self.case(&earlier_id()), self.case(&case_id())]
    }

    /// Lets the days go by and tries it.
    pub(crate) fn attempt(&mut self, attempt: Try) -> Option<Done> {
        self.today += i64::from(attempt.wait).days();
        let id = if attempt.in_earlier { earlier_id() } else { case_id() };
        let act = self.act(attempt, &id);
        let mut command = command(&id, act, self.today, attempt.role);
        command.happened_on = self.today - i64::from(attempt.ago).days();
        self.carry_out(&command).ok()
    }

    /// Reads, folds, decides, and appends in both cases or in none.
    pub(crate) fn carry_out(&mut self, command: &Command) -> Result<Done, Refusal> {
        let before = self.case(&command.case);
        let other = command.act.other_case(&before).filter(|id| self.cases.contains_key(id)).map(|id| self.case(&id));
        let decision = case::decide(&before, other.as_ref(), command, Some(&standard()))?;
        for event in decision.here {
            self.append(&command.case, command, event);
        }
        for (id, event) in decision.elsewhere {
            self.append(&id, command, event);
        }
        Ok(Done { command: command.clone() })
    }

    fn append(&mut self, id: &CaseId, command: &Command, event: Event) {
        let history = self.cases.get_mut(id).expect("a case that was read");
        let number = EventNumber(u64::try_from(history.len()).unwrap() + 1);
        let mut recorded = command.record(number, event);
        recorded.recorded_at = at_ten(self.today).max(history.last().unwrap().recorded_at + 1.second());
        history.push(recorded);
    }

    fn act(&self, Try { kind, days, choice, .. }: Try, id: &CaseId) -> Act {
        let day = self.today + i64::from(days).days();
        let reason = || "fordi".to_owned();
        let by = [ContactWay::Telephone, ContactWay::InPerson, ContactWay::Letter][usize::from(choice) % 3];
        match kind {
            ActKind::RecordFirstContact => Act::RecordFirstContact { by, choice_informed: choice.is_multiple_of(2) },
            ActKind::RecordContactAttempt => Act::RecordContactAttempt { by },
            ActKind::OfferStart => Act::OfferStart { start_on: day, place: None },
            ActKind::DeclineOffer => Act::DeclineOffer { reason: reason() },
            ActKind::WithdrawOffer => Act::WithdrawOffer { reason: reason() },
            ActKind::InformOfChoice => Act::InformOfChoice { by },
            ActKind::InformOfPrivateChoice => Act::InformOfPrivateChoice { by },
            ActKind::ChooseProvider => Act::ChooseProvider { provider: provider(choice) },
            ActKind::HoldTraining => Act::HoldTraining { note: reason() },
            ActKind::AssessLevel => {
                let level = if choice.is_multiple_of(2) { TrainingLevel::Basic } else { TrainingLevel::Advanced };
                Act::AssessLevel { level, reason: reason() }
            }
            ActKind::ReviewCourse => Act::ReviewCourse { attainment: GoalAttainment::Partly, assessment: reason() },
            ActKind::ConfirmDischarge => Act::ConfirmDischarge { on: day },
            ActKind::ReadStartLimit => Act::ReadStartLimit { reading: reading(day, choice) },
            ActKind::RecordReadmission => Act::RecordReadmission,
            ActKind::RecordDischargeAgain => Act::RecordDischargeAgain,
            ActKind::DecideSecondPlan => Act::DecideSecondPlan {
                earlier: earlier_id(),
                outcome: [SecondPlanOutcome::Replaces, SecondPlanOutcome::Restarts, SecondPlanOutcome::Beside]
                    [usize::from(choice) % 3],
                reason: reason(),
            },
            ActKind::MarkInError => {
                let number = u64::from(choice) % u64::try_from(self.cases[id].len()).unwrap() + 1;
                Act::MarkInError { number: EventNumber(number), reason: reason() }
            }
            ActKind::RefusePlan => Act::RefusePlan { reason: reason() },
            ActKind::ChangePlanType => Act::ChangePlanType,
        }
    }
}

fn provider(choice: u8) -> Provider {
    match choice % 6 {
        0 => Provider::OwnUnit,
        1 => Provider::OtherMunicipality { municipality: aalborg() },
        2 => supplier_of(aalborg()),
        3 => supplier_of(hjoerring()),
        4 => private_supplier_without_kl(),
        _ => private_supplier(),
    }
}

fn reading(on: Date, choice: u8) -> StartLimitReading {
    let reason_given = choice.is_multiple_of(2);
    match choice % 3 {
        0 => StartLimitReading::NoLimit,
        1 => StartLimitReading::Day { on, meaning: StartMeaning::NotBefore, reason_given },
        _ => StartLimitReading::Day { on, meaning: StartMeaning::NotAfter, reason_given },
    }
}
