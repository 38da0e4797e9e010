//! Making the views anew: from the events alone, by the functions that make them at each append.

use std::collections::HashMap;

use case::person::Person;
use case::{Case, CaseId};
use jiff::civil::Date;
use law::duty::DutyAct;

use super::derive::{case_row, inbox_row, person_row};
use super::{Cases, CasesError, fold, notes};
use crate::contract::{Rebuild, Store};
use crate::key::StreamId;
use crate::stream::StreamKind;
use crate::view::ViewChange;

/// Streams read at a time.
const PAGE: u32 = 500;

/// What a rebuild did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Cases whose rows were made.
    pub cases: u64,
    /// Events read.
    pub events: u64,
    /// Duties whose last day in time moved.
    pub moved: Vec<Moved>,
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

/// Whose a case is, and who that is.
struct Owner {
    person: StreamId,
    name: String,
    cases: Vec<CaseId>,
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
    /// # Errors
    /// When the store fails or a record can't be read; the old views then stay.
    pub async fn rebuild(&self, today: Date, mut progress: impl FnMut(u64) + Send) -> Result<Rebuilt, CasesError> {
        let mut views = self.store.rebuild(self.municipality).await?;
        let mut rebuilt = Rebuilt::default();
        let owners = self.owners(&mut views, &mut rebuilt).await?;
        let mut after: Option<StreamId> = None;
        loop {
            let page = self.store.histories(self.municipality, StreamKind::Case, after.as_ref(), PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.stream.id.clone());
            let full = page.len() == PAGE as usize;
            let mut changes = Vec::new();
            for history in &page {
                rebuilt.events += history.events.len() as u64;
                let id = case_id(&history.stream.id)?;
                let case = fold(&id, &history.events)?;
                self.of_case(&case, &owners, today, &mut changes, &mut rebuilt).await?;
                rebuilt.cases += 1;
            }
            views.write(&changes).await?;
            progress(rebuilt.cases);
            if !full {
                break;
            }
        }
        views.finish(&self.made_of()).await?;
        Ok(rebuilt)
    }

    /// The persons, written as rows, and whose each case is.
    async fn owners(
        &self,
        views: &mut S::Rebuild,
        rebuilt: &mut Rebuilt,
    ) -> Result<HashMap<CaseId, std::sync::Arc<Owner>>, CasesError> {
        let mut owners = HashMap::new();
        let mut after: Option<StreamId> = None;
        loop {
            let page = self.store.histories(self.municipality, StreamKind::Person, after.as_ref(), PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.stream.id.clone());
            let full = page.len() == PAGE as usize;
            let mut changes = Vec::new();
            for history in page {
                rebuilt.events += history.events.len() as u64;
                let person = Person::fold(notes(&history.events)?);
                let stream = history.stream.id;
                changes.extend(person.number().and_then(|number| person_row(&stream, number)).map(ViewChange::Person));
                let owner = Owner { person: stream, name: person.name(), cases: person.cases() };
                let owner = std::sync::Arc::new(owner);
                for case in &owner.cases {
                    owners.insert(case.clone(), std::sync::Arc::clone(&owner));
                }
            }
            views.write(&changes).await?;
            if !full {
                break;
            }
        }
        Ok(owners)
    }

    async fn of_case(
        &self,
        case: &Case,
        owners: &HashMap<CaseId, std::sync::Arc<Owner>>,
        today: Date,
        changes: &mut Vec<ViewChange>,
        rebuilt: &mut Rebuilt,
    ) -> Result<(), CasesError> {
        let owner = owners.get(case.id()).ok_or_else(|| CasesError::Unreadable {
            case: case.id().to_string(),
            fault: "no person is noted for it".into(),
        })?;
        let row = case_row(case, &owner.person, &owner.name, self.standard())?;
        if let Some(before) = self.store.case(self.municipality, &row.case).await? {
            rebuilt.moved.extend(moved(&before, &row));
        }
        changes.push(ViewChange::Case(row));
        // Most people have one case, and this is it.
        let read = if owner.cases.len() == 1 { Vec::new() } else { self.cases_of(&owner.person).await? };
        let all: Vec<&Case> = if read.is_empty() { vec![case] } else { read.iter().collect() };
        match inbox_row(case, &all, &owner.name, today)? {
            ViewChange::InboxGone(_) => {}
            there => changes.push(there),
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

fn case_id(stream: &StreamId) -> Result<CaseId, CasesError> {
    CaseId::parse(stream.as_str())
        .map_err(|fault| CasesError::Unreadable { case: stream.to_string(), fault: fault.to_string() })
}
