//! Making the views anew: from the events alone, by the functions that make them at each append.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use case::CaseId;
use case::person::Person;
use jiff::civil::Date;
use law::duty::DutyAct;

use super::derive::Subject;
use super::fault::{Unreadable, UnreadableCase};
use super::reading::{fold, notes};
use super::{Cases, CasesError};
use crate::contract::{History, Rebuild, Store};
use crate::key::StreamId;
use crate::stream::StreamKind;
use crate::view::ViewChange;

/// Streams read at a time.
pub(super) const PAGE: u32 = 500;

/// What a rebuild did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Cases whose rows were made.
    pub cases: u64,
    /// Events read.
    pub events: u64,
    /// Duties whose last day in time moved.
    pub moved: Vec<Moved>,
    /// Cases that stand in no list, since they can't be read.
    pub unreadable: Vec<UnreadableCase>,
}

/// A duty whose last day moved, since another book or standard made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The case.
    pub case: String,
    /// What is owed.
    pub act: DutyAct,
    /// The last day before; none where it had none, or wasn't owed.
    pub was: Option<Date>,
    /// The last day now.
    pub is: Option<Date>,
}

impl<S: Store> Cases<S> {
    /// Whether the views were made of the book and the standard that the program has now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn is_up_to_date(&self) -> Result<bool, CasesError> {
        Ok(self.store.views_are_of(self.municipality, &self.made_of()).await?)
    }

    /// Makes the views anew. `progress` is called now and then with the number of cases done. Until it is finished everybody reads the old
    /// ones.
    ///
    /// A case that can't be read stops nobody: it is left out of the lists, and told.
    ///
    /// # Errors
    /// When the store fails; the old views then stay.
    pub async fn rebuild(&self, progress: impl FnMut(u64) + Send) -> Result<Rebuilt, CasesError> {
        let mut views = self.store.rebuild(self.municipality).await?;
        let rebuilt = self.derive_all(&mut views, progress).await?;
        views.finish(&self.made_of()).await?;
        Ok(rebuilt)
    }

    /// Writes every row of the municipality.
    pub(super) async fn derive_all(
        &self,
        views: &mut S::Rebuild,
        mut progress: impl FnMut(u64) + Send,
    ) -> Result<Rebuilt, CasesError> {
        let mut rebuilt = Rebuilt::default();
        let subjects = self.subjects(views, &mut rebuilt).await?;
        let mut shown = HashSet::new();
        let mut after: Option<StreamId> = None;
        loop {
            let page = self.store.histories(self.municipality, StreamKind::Case, after.as_ref(), PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.stream.id.clone());
            let full = page.len() == PAGE as usize;
            let mut changes = Vec::new();
            for history in page {
                rebuilt.events += history.events.len() as u64;
                match self.of_history(&history, &subjects, &mut shown).await {
                    Ok(rows) => {
                        rebuilt.cases += 1;
                        changes.extend(rows);
                    }
                    Err(CasesError::Unreadable(case)) => rebuilt.unreadable.push(case),
                    Err(fault) => return Err(fault),
                }
            }
            self.compare_with_before(&changes, &mut rebuilt).await?;
            views.write(&changes).await?;
            progress(rebuilt.cases);
            if !full {
                break;
            }
        }
        Ok(rebuilt)
    }

    /// The persons, written as rows, and whom each case is about.
    async fn subjects(
        &self,
        views: &mut S::Rebuild,
        rebuilt: &mut Rebuilt,
    ) -> Result<HashMap<CaseId, Arc<Subject>>, CasesError> {
        let mut subjects = HashMap::new();
        let mut after: Option<StreamId> = None;
        loop {
            let page = self.store.histories(self.municipality, StreamKind::Person, after.as_ref(), PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.stream.id.clone());
            let full = page.len() == PAGE as usize;
            let mut changes = Vec::new();
            for history in page {
                rebuilt.events += history.events.len() as u64;
                let who = Person::fold(notes(&history.events));
                let subject = Arc::new(Subject::of(history.stream.id, &who));
                changes.push(ViewChange::Person(subject.row()));
                for case in &subject.cases {
                    subjects.insert(case.clone(), Arc::clone(&subject));
                }
            }
            views.write(&changes).await?;
            if !full {
                break;
            }
        }
        Ok(subjects)
    }

    /// The rows of a case; of one whose person has several, the rows of them all, where they haven't been made.
    async fn of_history(
        &self,
        history: &History,
        subjects: &HashMap<CaseId, Arc<Subject>>,
        shown: &mut HashSet<StreamId>,
    ) -> Result<Vec<ViewChange>, CasesError> {
        let id = case_id(&history.stream.id)?;
        let case = fold(&id, &history.events)?;
        let subject = subjects.get(&id).ok_or_else(|| UnreadableCase::new(&id, Unreadable::NobodyNamed))?;
        // Most people have one case, and this is it.
        if subject.cases.len() == 1 {
            return subject.rows(&[case], self.standard());
        }
        if !shown.insert(subject.person.clone()) {
            return Ok(Vec::new());
        }
        subject.rows(&self.readable(&subject.cases).await?, self.standard())
    }

    /// Notes which duties moved since the old rows.
    async fn compare_with_before(&self, changes: &[ViewChange], rebuilt: &mut Rebuilt) -> Result<(), CasesError> {
        for change in changes {
            if let ViewChange::Case(row) = change
                && let Some(before) = self.store.case(self.municipality, &row.case).await?
            {
                rebuilt.moved.extend(moved(&before, row));
            }
        }
        Ok(())
    }
}

/// The duties of a case whose last day is another than it was.
fn moved(before: &crate::view::CaseRow, now: &crate::view::CaseRow) -> Vec<Moved> {
    let due = |row: &crate::view::CaseRow, act| {
        row.duties.iter().filter(|duty| duty.act == act).map(|duty| duty.due_on).min()
    };
    DutyAct::ALL
        .into_iter()
        .filter_map(|act| {
            let (was, is) = (due(before, act).flatten(), due(now, act).flatten());
            (was != is).then(|| Moved { case: now.number.clone(), act, was, is })
        })
        .collect()
}

pub(super) fn case_id(stream: &StreamId) -> Result<CaseId, CasesError> {
    CaseId::parse(stream.as_str()).map_err(|fault| UnreadableCase::not_understood(stream, fault).into())
}
