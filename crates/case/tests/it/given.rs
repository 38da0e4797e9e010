//! Given what happened, when somebody does something, then this is recorded, or refused.

use case::{Act, Case, CaseId, Command, CommandId, Decision, Event, EventNumber, Recorded, Refusal, Role, UserId};
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use law::Language;
use law::bar::BarredAct;
use law::duty::{Duty, DutyAct, DutyKind, DutyState};
use law::standards::Standard;

use crate::samples::{self, Happened, case_id};

/// The history of a case.
pub(crate) struct Given {
    case: Case,
    other: Option<Case>,
    standard: Standard,
}

/// A case in which this happened, recorded in this order.
pub(crate) fn given(happened: impl IntoIterator<Item = Happened>) -> Given {
    Given { case: case_of(case_id(), happened), other: None, standard: samples::standard() }
}

/// Folds what happened to a case. Each event is recorded at ten on its day, or right after the one before it.
pub(crate) fn case_of(id: CaseId, happened: impl IntoIterator<Item = Happened>) -> Case {
    let mut recorded_at = Timestamp::MIN;
    let history = (1..).zip(happened).map(|(number, Happened { event, on, role })| {
        recorded_at = at_ten(on).max(recorded_at + 1.second());
        let (number, by) = (EventNumber(number), UserId("sara".into()));
        Recorded { number, event, happened_on: on, happened_at: None, recorded_at, by, role }
    });
    Case::fold(id, history.collect()).unwrap()
}

pub(crate) fn at_ten(on: Date) -> Timestamp {
    Offset::UTC.to_timestamp(on.at(10, 0, 0, 0)).unwrap()
}

/// A command done and recorded on one day.
pub(crate) fn command(case: &CaseId, act: Act, on: Date, role: Role) -> Command {
    Command {
        id: CommandId("formular-1".into()),
        case: case.clone(),
        act,
        happened_on: on,
        happened_at: None,
        recorded_at: at_ten(on),
        today: on,
        by: UserId("sara".into()),
        role,
    }
}

impl Given {
    /// The person has another case.
    pub(crate) fn and(mut self, other: &Case) -> Self {
        self.other = Some(other.clone());
        self
    }

    /// Another standard than Hjørring's.
    pub(crate) fn under(mut self, standard: Standard) -> Self {
        self.standard = standard;
        self
    }

    /// A therapist does this on a day.
    pub(crate) fn when(&self, act: Act, on: Date) -> Outcome {
        self.when_by(Role::Therapist, act, on)
    }

    /// Somebody in this role does this on a day.
    pub(crate) fn when_by(&self, role: Role, act: Act, on: Date) -> Outcome {
        self.when_recorded(role, act, on, on)
    }

    /// Somebody records on one day what happened on another.
    pub(crate) fn when_recorded(&self, role: Role, act: Act, happened_on: Date, today: Date) -> Outcome {
        let mut command = command(self.case.id(), act, happened_on, role);
        (command.today, command.recorded_at) = (today, at_ten(today));
        Outcome(case::decide(&self.case, self.other.as_ref(), &command, Some(&self.standard)))
    }

    pub(crate) fn case(&self) -> &Case {
        &self.case
    }

    /// How a duty stands on a day; nothing where it isn't owed, nor was.
    pub(crate) fn duty(&self, act: DutyAct, kind: DutyKind, on: Date) -> Option<Duty> {
        let duties = case::duties(&self.case, Some(&self.standard), on);
        duties.into_iter().map(|explained| explained.duty).find(|duty| duty.act == act && duty.kind == kind)
    }

    /// The clock of the law's seven days (SUL140-STAT-7-DAYS).
    pub(crate) fn law(&self, on: Date) -> Duty {
        self.duty(DutyAct::OfferStart, DutyKind::Law, on).expect("the law's clock")
    }

    /// The clock of Hjørring's seven days (HJ-START-7D).
    pub(crate) fn goal(&self, on: Date) -> Duty {
        self.duty(DutyAct::StartTraining, DutyKind::Goal, on).expect("the municipality's clock")
    }

    /// The duty to reach the citizen (HJ-CONTACT-3WD).
    pub(crate) fn contact(&self, on: Date) -> Duty {
        self.duty(DutyAct::FirstContact, DutyKind::Goal, on).expect("the contact goal")
    }

    /// The state of the duty to tell of the private supplier (DS-LAW-140-6-INFORM); nothing while there is no right.
    pub(crate) fn word_of_private_choice(&self, on: Date) -> Option<DutyState> {
        self.duty(DutyAct::InformPrivateChoice, DutyKind::Law, on).map(|duty| duty.state)
    }

    /// The state of the duty to tell of the choice among offers (CHOICE-140-INFORM).
    pub(crate) fn word_of_choice(&self, on: Date) -> DutyState {
        self.duty(DutyAct::InformFreeChoice, DutyKind::Law, on).expect("the duty to tell of the choice").state
    }

    /// What is still owed on a day.
    pub(crate) fn owed(&self, on: Date) -> Vec<DutyAct> {
        let duties = case::duties(&self.case, Some(&self.standard), on);
        duties.iter().filter(|explained| explained.duty.state.is_owed()).map(|explained| explained.duty.act).collect()
    }

    /// What stands at the top of the case, in Danish.
    pub(crate) fn notices(&self, on: Date) -> Vec<String> {
        case::notices(&self.case, on).iter().map(|notice| notice.say(Language::Danish)).collect()
    }
}

/// What became of a command.
pub(crate) struct Outcome(Result<Decision, Refusal>);

impl Outcome {
    pub(crate) fn then(self, events: impl IntoIterator<Item = Event>) {
        let decision = self.0.unwrap_or_else(|refusal| panic!("refused: {}", refusal.say(Language::Danish)));
        assert_eq!(decision.here, events.into_iter().collect::<Vec<_>>());
        assert_eq!(decision.elsewhere, Vec::new());
    }

    /// The event of a sample is recorded, and nothing else.
    pub(crate) fn then_recorded(self, happened: Happened) {
        self.then([happened.event]);
    }

    pub(crate) fn then_accepted(self) -> Decision {
        self.0.unwrap_or_else(|refusal| panic!("refused: {}", refusal.say(Language::Danish)))
    }

    pub(crate) fn then_refused(self, expected: Refusal) {
        assert_eq!(self.0, Err(expected));
    }

    /// A rule stands in the way, by its id in the book.
    pub(crate) fn then_barred(self, expected: BarredAct, by: &str) {
        match self.0.expect_err("barred") {
            Refusal::Barred { act, rule, .. } => assert_eq!((act, rule.id()), (expected, by)),
            other => panic!("refused otherwise: {other}"),
        }
    }

    pub(crate) fn result(self) -> Result<Decision, Refusal> {
        self.0
    }
}
