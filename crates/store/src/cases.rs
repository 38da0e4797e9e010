//! The one way into the record for cases: reads, folds, asks [`case::decide`], appends with the views, and tries once more where somebody
//! else wrote meanwhile and the command survives it. Pages, command line and imports call it; none of them appends.

mod audit;
mod derive;
mod fault;
mod folder;
mod intake;
mod reading;
mod rebuild;
mod report;
mod told;

use std::sync::Arc;

use case::municipality::MunicipalityCode;
use case::person::{Person, PersonNoted};
use case::{Case, CaseId, Command, Event, EventNumber, denmark};
use jiff::Timestamp;
use law::standards::Standard;

use crate::batch::{Appended, Batch, Seen};
use crate::chain::Digest;
use crate::contract::Store;
use crate::error::AppendError;
use crate::event::{Attachment, Happened, Json, NewEvent};
use crate::key::{EventName, IdempotencyKey, Malformed, Role, StreamId, UserId};
use crate::stream::{Expected, Stream, Version};
use crate::view::MadeOf;

use reading::{fold, folded, notes};

pub use fault::{CasesError, Unreadable, UnreadableCase};
pub use intake::{Intake, PlanIntake};
pub use rebuild::{Moved, Rebuilt};
pub use report::{ReportIntake, Reported, ToldWrongly};

/// The cases of one municipality, under one quality standard.
#[derive(Clone, Debug)]
pub struct Cases<S> {
    store: S,
    municipality: MunicipalityCode,
    standard: Option<Arc<Standard>>,
}

/// What became of a command.
#[derive(Clone, Debug)]
pub enum CarriedOut {
    /// It was recorded; the case as it is now.
    Now(Box<Case>),
    /// The same command was recorded before; nothing was recorded again.
    Before(Box<Case>),
}

impl CarriedOut {
    /// The case after it.
    pub fn case(&self) -> &Case {
        match self {
            Self::Now(case) | Self::Before(case) => case,
        }
    }
}

/// A case as it was read to write in it: what it is, whose, and where the record stood.
#[derive(Clone, Debug)]
struct Found {
    case: Case,
    version: Version,
    person: StreamId,
    person_version: Version,
    notes: Vec<PersonNoted>,
    seen: Seen,
}

impl<S: Store> Cases<S> {
    /// The cases of a municipality.
    pub fn new(store: S, municipality: MunicipalityCode, standard: Option<Arc<Standard>>) -> Self {
        Self { store, municipality, standard }
    }

    /// The store beneath.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Whose cases they are.
    pub fn municipality(&self) -> MunicipalityCode {
        self.municipality
    }

    /// The quality standard in force.
    pub fn standard(&self) -> Option<&Standard> {
        self.standard.as_deref()
    }

    /// A case; none of that number.
    ///
    /// # Errors
    /// When the store fails, or what is kept can't be read.
    pub async fn case(&self, id: &CaseId) -> Result<Option<Case>, CasesError> {
        let events = self.store.read(self.municipality, &case_stream(id)?).await?;
        if events.is_empty() { Ok(None) } else { Ok(Some(fold(id, &events)?)) }
    }

    /// The other cases of the same person, in the order of their numbers.
    ///
    /// # Errors
    /// As [`Cases::case`].
    pub async fn others(&self, id: &CaseId) -> Result<Vec<Case>, CasesError> {
        let Some(person) = self.owner(id).await? else { return Ok(Vec::new()) };
        let mut others = self.cases_of(&person).await?;
        others.retain(|other| other.id() != id);
        Ok(others)
    }

    /// The person that a case is about.
    ///
    /// # Errors
    /// As [`Cases::case`].
    pub async fn person_of(&self, id: &CaseId) -> Result<Option<Person>, CasesError> {
        match self.owner(id).await? {
            Some(person) => Ok(Some(self.person(&person).await?)),
            None => Ok(None),
        }
    }

    /// Carries out a command: its events, and the views that follow, in one durable transaction.
    ///
    /// A command seen before records nothing and says so.
    ///
    /// # Errors
    /// [`CasesError::Refused`] says what stands in the way; [`CasesError::NoCase`]; [`CasesError::Conflict`] where somebody wrote in between
    /// twice. In every case nothing was recorded.
    pub async fn carry_out(&self, command: &Command) -> Result<CarriedOut, CasesError> {
        let key = IdempotencyKey::new(format!("command/{}", command.id.0))?;
        for _ in 0..2 {
            let found = self.find(&command.case).await?.ok_or_else(|| CasesError::NoCase(command.case.clone()))?;
            let earlier = self.earlier(command, &found).await?;
            let (after, batch) = match self.batch(command, &found, earlier.as_ref()).await {
                // What is refused now may have been carried out before.
                Err(CasesError::Refused(_)) if self.store.done_before(self.municipality, &key).await?.is_some() => {
                    return Ok(CarriedOut::Before(Box::new(found.case)));
                }
                decided => decided?,
            };
            match self.store.append(&batch.keyed(key.clone()).having_seen(found.seen.clone())).await {
                Ok(Appended::Now(_)) => return Ok(CarriedOut::Now(Box::new(after))),
                Ok(Appended::Before(_)) => return Ok(CarriedOut::Before(Box::new(found.case))),
                Err(AppendError::Conflict { .. }) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(CasesError::Conflict(command.case.clone()))
    }

    /// The other case that a command touches, where it is one of the same person.
    async fn earlier(&self, command: &Command, found: &Found) -> Result<Option<Found>, CasesError> {
        let Some(named) = command.act.other_case(&found.case) else { return Ok(None) };
        Ok(self.find(&named).await?.filter(|earlier| earlier.person == found.person))
    }

    /// Decides, and puts the events and the rows that follow into one batch; with the case as it is once that is recorded.
    async fn batch(
        &self,
        command: &Command,
        found: &Found,
        earlier: Option<&Found>,
    ) -> Result<(Case, Batch), CasesError> {
        let decision = case::decide(&found.case, earlier.map(|earlier| &earlier.case), command, self.standard())?;
        let mut batch = Batch::new(self.municipality);
        let here = decision.here.iter().map(|event| new_event(event, command)).collect::<Result<Vec<_>, _>>()?;
        batch = batch.append(case_stream(found.case.id())?, Expected::At(found.version), here);
        let after = after(found, &decision.here, command)?;
        if let Some(earlier) = earlier {
            let events: Vec<Event> = decision
                .elsewhere
                .iter()
                .filter(|(case, _)| case == earlier.case.id())
                .map(|(_, event)| event.clone())
                .collect();
            let there = events.iter().map(|event| new_event(event, command)).collect::<Result<Vec<_>, _>>()?;
            // Also where nothing is recorded there: the decision rested on what that case was.
            batch = batch.append(case_stream(earlier.case.id())?, Expected::At(earlier.version), there);
        }
        let read: Vec<&Found> = [found].into_iter().chain(earlier).collect();
        Ok((after, self.with_rows(batch, &read).await?))
    }

    /// Whose case it is, as the views say.
    async fn owner(&self, id: &CaseId) -> Result<Option<StreamId>, CasesError> {
        Ok(self.store.case(self.municipality, &stream_id(id)?).await?.map(|row| row.person))
    }

    /// A case and its person, to write in the case.
    async fn find(&self, id: &CaseId) -> Result<Option<Found>, CasesError> {
        let Some(read) = self.store.read_to_write(self.municipality, &stream_id(id)?).await? else { return Ok(None) };
        let (Some(last), Some(last_of_person)) = (read.case.last(), read.person.last()) else {
            return Err(UnreadableCase::new(id, Unreadable::NobodyNamed).into());
        };
        let notes = notes(&read.person);
        if notes.iter().all(|note| note.case != *id) {
            return Err(UnreadableCase::new(id, Unreadable::NobodyNamed).into());
        }
        Ok(Some(Found {
            case: fold(id, &read.case)?,
            version: last.place.version,
            person: last_of_person.place.stream.id.clone(),
            person_version: last_of_person.place.version,
            notes,
            seen: read.seen,
        }))
    }

    /// Those of a person's cases that can be read.
    async fn cases_of(&self, person: &StreamId) -> Result<Vec<Case>, CasesError> {
        self.readable(&self.person(person).await?.cases()).await
    }

    /// Those of the cases that can be read, in the order of their numbers. One that can't hides none of the others.
    async fn readable(&self, ids: &[CaseId]) -> Result<Vec<Case>, CasesError> {
        let mut cases = Vec::with_capacity(ids.len());
        for id in ids {
            match self.case(id).await {
                Ok(case) => cases.extend(case),
                Err(CasesError::Unreadable(_)) => {}
                Err(fault) => return Err(fault),
            }
        }
        cases.sort_by(|one: &Case, other| one.id().cmp(other.id()));
        Ok(cases)
    }

    async fn person(&self, person: &StreamId) -> Result<Person, CasesError> {
        let events = self.store.read(self.municipality, &Stream::person(person.clone())).await?;
        Ok(Person::fold(notes(&events)))
    }

    /// What the views are made of: the book, the way they are derived, and the standard.
    pub fn made_of(&self) -> MadeOf {
        let book = format!("{} {}", derive::EDITION, law::book::digest());
        let standard = self.standard().map_or_else(String::new, |standard| standard.digest.to_string());
        MadeOf { book: Digest::of(book.as_bytes()), standard: Digest::of(standard.as_bytes()) }
    }
}

fn stream_id(id: &CaseId) -> Result<StreamId, Malformed> {
    StreamId::new(id.to_string())
}

fn case_stream(id: &CaseId) -> Result<Stream, Malformed> {
    Ok(Stream::case(stream_id(id)?))
}

/// The case as it will be once these events are recorded.
fn after(found: &Found, events: &[Event], command: &Command) -> Result<Case, CasesError> {
    let case = &found.case;
    let numbers = (1..).map(|more| EventNumber(found.version.0 + more));
    let more = events.iter().zip(numbers).map(|(event, number)| case::Recorded {
        number,
        happened_on: event.own_day().unwrap_or(command.happened_on),
        event: event.clone(),
        happened_at: command.happened_at,
        recorded_at: command.recorded_at,
        by: command.by.clone(),
        role: command.role,
    });
    let history = case.history().iter().cloned().chain(more).collect();
    Ok(folded(case.id(), history)?)
}

fn new_event(event: &Event, command: &Command) -> Result<NewEvent, CasesError> {
    let happened = Happened { on: event.own_day().unwrap_or(command.happened_on), at: command.happened_at };
    recorded_event(event, happened, &Writer::of(command), Vec::new())
}

/// Who writes, in which role, and when.
struct Writer {
    by: case::UserId,
    role: case::Role,
    at: Timestamp,
}

impl Writer {
    fn of(command: &Command) -> Self {
        Self { by: command.by.clone(), role: command.role, at: command.recorded_at }
    }

    /// The Danish day of writing.
    fn day(&self) -> jiff::civil::Date {
        denmark::day(self.at)
    }
}

fn recorded_event(
    event: &Event,
    happened: Happened,
    writer: &Writer,
    attachments: Vec<Attachment>,
) -> Result<NewEvent, CasesError> {
    let content = event.content().and_then(Json::from_bytes).map_err(|fault| unwritable(event.name(), &fault))?;
    named_event(event.name(), content, happened, writer, attachments)
}

fn unwritable(event: &str, fault: &serde_json::Error) -> CasesError {
    CasesError::Unwritable { event: event.to_owned(), fault: fault.to_string() }
}

fn named_event(
    name: &str,
    content: Json,
    happened: Happened,
    writer: &Writer,
    attachments: Vec<Attachment>,
) -> Result<NewEvent, CasesError> {
    Ok(NewEvent {
        name: EventName::new(name)?,
        happened,
        recorded_at: writer.at,
        by: UserId::new(writer.by.0.clone())?,
        role: Role::new(writer.role.word())?,
        content,
        attachments,
    })
}
