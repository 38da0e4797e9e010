//! Taking in what another system reports: the whole report in one transaction, or nothing of it. What the record holds already is not
//! recorded again, and what can't have happened keeps the report out.

use case::event::PlanChannel;
use case::{Case, Refusal};
use jiff::Timestamp;

use super::intake::PlanIntake;
use super::{Cases, CasesError, Writer, case_stream, recorded_event};
use crate::batch::{Appended, Batch};
use crate::contract::Store;
use crate::error::AppendError;
use crate::event::{Attachment, Happened};
use crate::key::{IdempotencyKey, StreamId};
use crate::stream::Expected;

/// A report to be taken in.
#[derive(Clone, Debug)]
pub struct ReportIntake {
    /// The cases that it tells of, each with what happened; all of one person.
    pub stories: Vec<PlanIntake>,
    /// The mark by which the same report is known.
    pub key: IdempotencyKey,
    /// When it is recorded.
    pub recorded_at: Timestamp,
    /// Who or what takes it in.
    pub by: case::UserId,
    /// The report as it came.
    pub original: Attachment,
}

/// What became of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reported {
    /// It told something new.
    Recorded {
        /// The cases that it opened.
        opened: Vec<case::CaseId>,
        /// How many events it added to cases that were there.
        added: usize,
    },
    /// Everything in it was known.
    NothingNew,
    /// The same report was taken in before.
    Known,
    /// It tells what can't have happened. Nothing of it was recorded.
    Refused(Vec<ToldWrongly>),
}

/// Something in a report that would be refused if somebody did it here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldWrongly {
    /// Which of the report's stories.
    pub story: usize,
    /// Which of the story's happenings.
    pub happening: usize,
    /// What stands in the way.
    pub refusal: Refusal,
}

/// A case that a report opens, and whose it is.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    /// The case.
    pub(super) case: Case,
    /// The person's stream.
    pub(super) person: StreamId,
}

/// What a report comes to, while it is put together.
struct Draft {
    batch: Batch,
    /// Goes with the first event that is recorded.
    original: Option<Attachment>,
    opened: Vec<Opened>,
    added: usize,
    refused: Vec<ToldWrongly>,
}

impl Draft {
    fn refuse(&mut self, story: usize, refused: Vec<(usize, Refusal)>) {
        let of_story = |(happening, refusal)| ToldWrongly { story, happening, refusal };
        self.refused.extend(refused.into_iter().map(of_story));
    }

    fn finish(self) -> (Batch, Reported) {
        let outcome = if !self.refused.is_empty() {
            Reported::Refused(self.refused)
        } else if self.opened.is_empty() && self.added == 0 {
            Reported::NothingNew
        } else {
            let opened = self.opened.into_iter().map(|opened| opened.case.id().clone()).collect();
            Reported::Recorded { opened, added: self.added }
        };
        (self.batch, outcome)
    }
}

impl<S: Store> Cases<S> {
    /// Takes in a report. Whatever it tells is decided on as an act here would be; one refusal, and nothing of it is recorded.
    ///
    /// # Errors
    /// As [`Cases::take_in`].
    pub async fn take_in_report(&self, report: &ReportIntake) -> Result<Reported, CasesError> {
        for _ in 0..3 {
            if self.store.done_before(self.municipality, &report.key).await?.is_some() {
                return Ok(Reported::Known);
            }
            let (batch, outcome) = self.of_report(report).await?;
            if !matches!(outcome, Reported::Recorded { .. }) {
                return Ok(outcome);
            }
            match self.store.append(&batch.keyed(report.key.clone())).await {
                Ok(Appended::Now(_)) => return Ok(outcome),
                Ok(Appended::Before(_)) => return Ok(Reported::Known),
                Err(AppendError::Conflict { .. }) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(CasesError::Crowded)
    }

    async fn of_report(&self, report: &ReportIntake) -> Result<(Batch, Reported), CasesError> {
        let mut draft = Draft {
            batch: Batch::new(self.municipality),
            original: Some(report.original.clone()),
            opened: Vec::new(),
            added: 0,
            refused: Vec::new(),
        };
        let told_of = self.told_of(&report.stories).await?;
        let stories = || report.stories.iter().zip(&told_of).enumerate();
        for (at, (story, case)) in stories() {
            if let Some(case) = case {
                self.continued(case, (at, story), &mut draft).await?;
            }
        }
        for (at, (story, _)) in stories().filter(|(_, (_, case))| case.is_none()) {
            let mut story = story.clone();
            story.original = draft.original.take();
            let opening = self.opening(&story, &draft.opened).await?;
            draft.refuse(at, opening.refused);
            draft.opened.push(opening.opened);
            draft.batch = joined(draft.batch, opening.batch);
        }
        match draft.finish() {
            (batch, done @ Reported::Recorded { .. }) => Ok((self.with_rows(batch, &[]).await?, done)),
            nothing => Ok(nothing),
        }
    }

    /// The case that each story is about, where there is one: the case that an earlier report of the same plan opened, else the one that
    /// the hospital's own message opened, of the same type and received on the same day. No case is two stories'.
    async fn told_of(&self, stories: &[PlanIntake]) -> Result<Vec<Option<Case>>, CasesError> {
        let mut told_of = vec![None; stories.len()];
        let Some(first) = stories.first() else { return Ok(told_of) };
        let Some(identifier) = super::derive::identifier(&first.plan.citizen.number) else { return Ok(told_of) };
        let Some(person) = self.store.person_with(self.municipality, &identifier).await? else { return Ok(told_of) };
        let mut cases = self.cases_of(&person).await?;
        // Those that are known by their own mark before those that are only alike, whatever their order in the report.
        for is_of in [is_same_message, is_same_plan] {
            for (story, told_of) in stories.iter().zip(&mut told_of).filter(|(_, told_of)| told_of.is_none()) {
                let found = cases.iter().position(|case| is_of(case, story));
                *told_of = found.map(|at| cases.remove(at));
            }
        }
        Ok(told_of)
    }

    async fn continued(
        &self,
        case: &Case,
        (at, story): (usize, &PlanIntake),
        draft: &mut Draft,
    ) -> Result<(), CasesError> {
        let writer = Writer { by: story.by.clone(), role: case::Role::System, at: story.recorded_at };
        let found = self.find(case.id()).await?.ok_or_else(|| CasesError::NoCase(case.id().clone()))?;
        let told = self.tell(found.case.clone(), found.version, &story.happened, &writer)?;
        draft.refuse(at, told.refused);
        if told.new.is_empty() {
            return Ok(());
        }
        let mut events = Vec::new();
        for recorded in &told.new {
            let attachments = draft.original.take().into_iter().collect();
            events.push(recorded_event(&recorded.event, Happened::on(recorded.happened_on), &writer, attachments)?);
        }
        draft.added += events.len();
        let more = Batch::new(self.municipality).append(case_stream(case.id())?, Expected::At(found.version), events);
        draft.batch = joined(std::mem::replace(&mut draft.batch, Batch::new(self.municipality)), more);
        Ok(())
    }
}

/// An earlier report of the same plan opened the case.
fn is_same_message(case: &Case, story: &PlanIntake) -> bool {
    case.plan().0.message == story.plan.message
}

/// The hospital's message opened the case, and the plan is alike. A case that a report opened bears the mark of its plan: another mark
/// is another plan.
fn is_same_plan(case: &Case, story: &PlanIntake) -> bool {
    let (opening, received) = case.opening();
    opening.channel == PlanChannel::GgopMessage
        && received == story.received.on
        && opening.plan.plan_type == story.plan.plan_type
}

fn joined(mut batch: Batch, more: Batch) -> Batch {
    batch.appends.extend(more.appends);
    batch.views.extend(more.views);
    batch
}
