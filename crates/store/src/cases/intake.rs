//! Taking in a hospital's plan: a case is opened, the person found or noted, the message kept byte for byte. The same message again is
//! known.

use case::event::PlanChannel;
use case::person::PersonNoted;
use case::plan::Plan;
use case::{Case, CaseId, Event, Refusal, receive};
use jiff::Timestamp;
use jiff::civil::Date;

use super::derive::identifier;
use super::reading::folded;
use super::report::Opened;
use super::told::Told;
use super::{Cases, CasesError, Writer, case_stream, named_event, recorded_event, unwritable};
use crate::batch::{Appended, Batch};
use crate::chain::Digest;
use crate::contract::Store;
use crate::error::AppendError;
use crate::event::{Attachment, Content, Happened, Json, NewEvent};
use crate::key::{IdempotencyKey, StreamId};
use crate::stream::{Expected, Stream, Version};

/// How often a number is asked for while others open cases.
const ATTEMPTS: u8 = 8;

/// A plan to be taken in.
#[derive(Clone, Debug)]
pub struct PlanIntake {
    /// The plan.
    pub plan: Plan,
    /// How it came.
    pub channel: PlanChannel,
    /// When it was available to the municipality.
    pub received: Happened,
    /// When it is recorded.
    pub recorded_at: Timestamp,
    /// Who or what takes it in.
    pub by: case::UserId,
    /// The message as it came.
    pub original: Option<Attachment>,
    /// What the same source tells happened after, each with its day.
    pub happened: Vec<(Event, Date)>,
}

/// What opening a case comes to.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    /// The case and its person.
    pub(super) opened: Opened,
    /// Everything that is recorded.
    pub(super) batch: Batch,
    /// What is told and can't have happened, by its place among what is told. Then nothing may be recorded.
    pub(super) refused: Vec<(usize, Refusal)>,
}

/// What became of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intake {
    /// It opened a case.
    Opened(CaseId),
    /// It opened a case, though an earlier letter of the same identifiers had opened one: what stands in it is something else. Which of the
    /// two holds is for a person to decide, as of any second plan.
    Differs {
        /// The case that it opened.
        case: CaseId,
        /// The latest case that a letter of the same identifiers opened.
        earlier: CaseId,
    },
    /// The same message was taken in before.
    Known,
}

/// What the register of a year's cases says of one.
#[derive(serde::Serialize, serde::Deserialize)]
struct CaseOpened {
    case: CaseId,
    person: StreamId,
}

impl<S: Store> Cases<S> {
    /// Takes in a plan: case, person, register and views in one durable transaction. The same message again records nothing; the same
    /// identifiers over another content are no reason to drop it.
    ///
    /// # Errors
    /// When the store fails, or others open cases faster than a number can be had. [`CasesError::Refused`] where what is told with the
    /// plan can't have happened.
    pub async fn take_in(&self, intake: &PlanIntake) -> Result<Intake, CasesError> {
        let key = key_of(&intake.plan)?;
        for _ in 0..ATTEMPTS {
            if self.store.done_before(self.municipality, &key).await?.is_some() {
                return Ok(Intake::Known);
            }
            let Opening { opened, batch, refused } = self.opening(intake, &[]).await?;
            if let Some((_, refusal)) = refused.into_iter().next() {
                return Err(refusal.into());
            }
            let (case, earlier) = (opened.case.id().clone(), self.of_same_identifiers(&intake.plan).await?);
            let batch = self.with_rows(batch, &[]).await?;
            match self.store.append(&batch.keyed(key.clone())).await {
                Ok(Appended::Now(_)) => {
                    return Ok(
                        earlier.map_or(Intake::Opened(case.clone()), |earlier| Intake::Differs { case, earlier })
                    );
                }
                Ok(Appended::Before(_)) => return Ok(Intake::Known),
                Err(AppendError::Conflict { .. }) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(CasesError::Crowded)
    }

    /// The latest case that a letter of the same identifiers opened, whatever stood in it.
    async fn of_same_identifiers(&self, plan: &Plan) -> Result<Option<CaseId>, CasesError> {
        let opened = self.store.done_under(self.municipality, &format!("plan/{}/", plan.message)).await?;
        for event in opened.iter().rev() {
            let Content::Kept(content) = &event.content else { continue };
            let Ok(CaseOpened { case, .. }) = content.read() else { continue };
            // One identifier may begin like another.
            let opening = self.readable(std::slice::from_ref(&case)).await?;
            if opening.iter().any(|case| case.plan().0.message == plan.message) {
                return Ok(Some(case));
            }
        }
        Ok(None)
    }

    /// Everything that opening a case records, beside the cases that the same batch opens before it. What follows in the lists is for
    /// [`Cases::with_rows`] to add, once the batch is whole.
    pub(super) async fn opening(&self, intake: &PlanIntake, before: &[Opened]) -> Result<Opening, CasesError> {
        let writer = Writer { by: intake.by.clone(), role: case::Role::System, at: intake.recorded_at };
        let (id, register, expected) = self.next_number(writer.day(), before.len()).await?;
        let known = match before.first() {
            // One report tells of one person.
            Some(first) => Some(first.person.clone()),
            None => self.person_known_by(&intake.plan).await?,
        };
        let person = match known {
            Some(person) => person,
            None => StreamId::new(format!("P{id}"))?,
        };
        let Told { case, refused, .. } = self.opened(&id, intake, &writer)?;
        let note = PersonNoted::of(id.clone(), &intake.plan);
        let on = Happened::on(intake.received.on);
        let noted = told(PersonNoted::NAME, &note, on, &writer)?;
        let listed = CaseOpened { case: id.clone(), person: person.clone() };
        let listed = told("case_opened.v1", &listed, on, &writer)?;
        let batch = Batch::new(self.municipality)
            .append(case_stream(&id)?, Expected::New, events(&case, intake, &writer)?)
            .append(Stream::person(person.clone()), Expected::Any, vec![noted])
            .append(Stream::system(register), expected, vec![listed]);
        Ok(Opening { opened: Opened { case, person }, batch, refused })
    }

    /// The case as it begins: the plan, and what is told to have happened since.
    fn opened(&self, id: &CaseId, intake: &PlanIntake, writer: &Writer) -> Result<Told, CasesError> {
        let received = case::Recorded {
            number: case::EventNumber(1),
            event: receive(intake.plan.clone(), intake.channel),
            happened_on: intake.received.on,
            happened_at: intake.received.at,
            recorded_at: intake.recorded_at,
            by: intake.by.clone(),
            role: case::Role::System,
        };
        let case = folded(id, vec![received])?;
        self.tell(case, Version(1), &intake.happened, writer)
    }

    /// The next number of the year: the register of its cases has one event for each, so that two can't have the same.
    async fn next_number(&self, today: Date, ahead: usize) -> Result<(CaseId, StreamId, Expected), CasesError> {
        let year = today.year().unsigned_abs();
        let register = StreamId::new(format!("cases-{year}"))?;
        let last = self.store.last_version(self.municipality, &Stream::system(register.clone())).await?;
        let last = last.map_or(0, |last| last.0) + ahead as u64;
        let number = u32::try_from(last + 1).unwrap_or(u32::MAX);
        let expected = if last == 0 { Expected::New } else { Expected::At(Version(last)) };
        Ok((CaseId::new(year, number), register, expected))
    }

    async fn person_known_by(&self, plan: &Plan) -> Result<Option<StreamId>, CasesError> {
        match identifier(&plan.citizen.number) {
            Some(identifier) => Ok(self.store.person_with(self.municipality, &identifier).await?),
            None => Ok(None),
        }
    }
}

/// The mark of a message: who sent which letter, and what stands in it.
pub(super) fn key_of(plan: &Plan) -> Result<IdempotencyKey, CasesError> {
    let content = Json::of(plan).map_err(|fault| unwritable("plan", &fault))?;
    Ok(IdempotencyKey::new(format!("plan/{}/{}", plan.message, Digest::of(content.as_bytes())))?)
}

/// The case's first events; the message goes with the first.
fn events(case: &Case, intake: &PlanIntake, writer: &Writer) -> Result<Vec<NewEvent>, CasesError> {
    let mut original: Vec<Attachment> = intake.original.iter().cloned().collect();
    case.history()
        .iter()
        .map(|recorded| {
            let happened = Happened { on: recorded.happened_on, at: recorded.happened_at };
            recorded_event(&recorded.event, happened, writer, std::mem::take(&mut original))
        })
        .collect()
}

/// An event of a person or of the register.
fn told<T: serde::Serialize>(name: &str, content: &T, on: Happened, writer: &Writer) -> Result<NewEvent, CasesError> {
    let content = Json::of(content).map_err(|fault| unwritable(name, &fault))?;
    named_event(name, content, on, writer, Vec::new())
}
