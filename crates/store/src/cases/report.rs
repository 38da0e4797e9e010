//! Taking in what another system reports: the whole report in one transaction, or nothing of it. What the record holds already is not
//! recorded again.

use case::{Case, Event};
use jiff::Timestamp;
use jiff::civil::Date;

use super::intake::{Opened, PlanIntake};
use super::{Cases, CasesError, Writer, case_stream, recorded_event};
use crate::batch::{Appended, Batch};
use crate::contract::Store;
use crate::error::AppendError;
use crate::event::{Attachment, Happened};
use crate::key::IdempotencyKey;
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
}

impl<S: Store> Cases<S> {
    /// Takes in a report.
    ///
    /// # Errors
    /// As [`Cases::take_in`].
    pub async fn take_in_report(&self, report: &ReportIntake) -> Result<Reported, CasesError> {
        for _ in 0..3 {
            if self.store.done_before(self.municipality, &report.key).await?.is_some() {
                return Ok(Reported::Known);
            }
            let (batch, outcome) = self.of_report(report).await?;
            if outcome == Reported::NothingNew {
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
        let mut batch = Batch::new(self.municipality);
        let mut opened: Vec<Opened> = Vec::new();
        let mut added = 0;
        let mut original = Some(report.original.clone());
        for story in &report.stories {
            if let Some(case) = self.told_of(story).await? {
                let (more, count) = self.continued(&case, story, &mut original).await?;
                added += count;
                batch = joined(batch, more);
            } else {
                let mut story = story.clone();
                story.original = original.take();
                let (case, more) = self.opening(&story, &opened).await?;
                opened.push(case);
                batch = joined(batch, more);
            }
        }
        let outcome = if opened.is_empty() && added == 0 {
            Reported::NothingNew
        } else {
            Reported::Recorded { opened: opened.into_iter().map(|opened| opened.id).collect(), added }
        };
        Ok((batch, outcome))
    }

    /// The case that a story is about: the one that an earlier report of the same plan opened, else the one whose plan of the same type the
    /// municipality received on the same day.
    async fn told_of(&self, story: &PlanIntake) -> Result<Option<Case>, CasesError> {
        let Some(identifier) = super::derive::identifier(&story.plan.citizen.number) else { return Ok(None) };
        let Some(person) = self.store.person_with(self.municipality, &identifier).await? else { return Ok(None) };
        let cases = self.cases_of(&person).await?;
        let same_message = |case: &&Case| case.plan().0.message == story.plan.message;
        let same_plan = |case: &&Case| {
            let (plan, received) = case.plan();
            received == story.received.on && plan.plan_type == story.plan.plan_type
        };
        Ok(cases.iter().find(same_message).or_else(|| cases.iter().find(same_plan)).cloned())
    }

    async fn continued(
        &self,
        case: &Case,
        story: &PlanIntake,
        original: &mut Option<Attachment>,
    ) -> Result<(Batch, usize), CasesError> {
        let writer = Writer { by: story.by.clone(), role: case::Role::System, at: story.recorded_at };
        let found = self.find(case.id()).await?.ok_or_else(|| CasesError::NoCase(case.id().clone()))?;
        let new: Vec<&(Event, Date)> =
            story.happened.iter().filter(|(event, on)| is_news(&found.case, event, *on)).collect();
        let mut batch = Batch::new(self.municipality);
        if new.is_empty() {
            return Ok((batch, 0));
        }
        let mut history = found.case.history().to_vec();
        let mut events = Vec::new();
        for (event, on) in &new {
            let happened_on = event.own_day().unwrap_or(*on);
            let attachments = original.take().into_iter().collect();
            events.push(recorded_event(event, Happened::on(happened_on), &writer, attachments)?);
            history.push(case::Recorded {
                number: case::EventNumber(history.last().map_or(0, |last| last.number.0) + 1),
                event: event.clone(),
                happened_on,
                happened_at: None,
                recorded_at: story.recorded_at,
                by: story.by.clone(),
                role: case::Role::System,
            });
        }
        batch = batch.append(case_stream(case.id())?, Expected::At(found.version), events);
        let after = Case::fold(case.id().clone(), history)
            .map_err(|fault| CasesError::Unreadable { case: case.id().to_string(), fault: fault.to_string() })?;
        for change in self.rows(&found, &[after], writer.day()).await? {
            batch = batch.view(change);
        }
        Ok((batch, new.len()))
    }
}

fn joined(mut batch: Batch, more: Batch) -> Batch {
    batch.appends.extend(more.appends);
    batch.views.extend(more.views);
    batch
}

/// Whether the record doesn't hold this already.
fn is_news(case: &Case, event: &Event, on: Date) -> bool {
    let far = Date::constant(9999, 12, 31);
    match event {
        Event::DischargeConfirmed(discharge) => case.discharge_confirmed(far) != Some(discharge.on),
        Event::StartOffered(offered) => {
            !case.offers(far).iter().any(|offer| offer.offered.start_on == offered.start_on)
        }
        Event::FirstContactMade(_) => case.days_of(far, |event| matches!(event, Event::FirstContactMade(_))).is_empty(),
        Event::TrainingHeld(_) => !case.days_of(far, |event| matches!(event, Event::TrainingHeld(_))).contains(&on),
        Event::LevelAssessed(assessed) => {
            let last = case.happened_by(far).into_iter().rev().find_map(|recorded| match &recorded.event {
                Event::LevelAssessed(known) => Some(known.level),
                _ => None,
            });
            last != Some(assessed.level)
        }
        Event::CourseEnded(_) => case.closed_on(far).is_none(),
        _ => true,
    }
}
