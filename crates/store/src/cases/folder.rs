//! All that the record has of one person, as a batch leaves it: of that the rows follow, and on nothing else do they rest.

use case::person::{Person, PersonNoted};
use case::{Case, CaseId};

use super::derive::Subject;
use super::reading::{fold, folded, notes, to_be_read};
use super::{Cases, CasesError, Found, case_stream};
use crate::batch::{Append, Batch};
use crate::contract::Store;
use crate::key::StreamId;
use crate::stream::{Expected, Stream, StreamKind, Version};
use crate::view::ViewChange;

/// A person's record.
struct Folder {
    stream: Stream,
    /// The last event of the person's stream; none of somebody new.
    version: Option<Version>,
    notes: Vec<PersonNoted>,
    papers: Vec<Paper>,
}

/// A case in the folder.
struct Paper {
    id: CaseId,
    stream: Stream,
    /// The last event; none of a case that the batch opens.
    version: Option<Version>,
    /// None where it can't be read, and so stands in no list.
    history: Option<Vec<case::Recorded>>,
}

impl<S: Store> Cases<S> {
    /// Adds the rows that follow once the batch is recorded, and guards all that they follow from: a row made of what is no longer so would
    /// bring back what somebody else did away with.
    ///
    /// `read` is what was read already to decide on the batch.
    pub(super) async fn with_rows(&self, mut batch: Batch, read: &[&Found]) -> Result<Batch, CasesError> {
        let Some(person) = self.person_in(&batch, read).await? else { return Ok(batch) };
        let mut folder = self.folder(person, read).await?;
        let guards = folder.guards();
        let tells_of_person = folder.add(&batch)?;
        batch.appends.splice(0..0, guards);
        let subject = Subject::of(folder.stream.id.clone(), &Person::fold(folder.notes));
        let mut cases = Vec::with_capacity(folder.papers.len());
        for paper in folder.papers {
            if let Some(history) = paper.history {
                cases.push(folded(&paper.id, history)?);
            }
        }
        cases.sort_by(|one: &Case, other| one.id().cmp(other.id()));
        batch.views.extend(subject.rows(&cases, self.standard())?);
        batch.views.extend(tells_of_person.then(|| ViewChange::Person(subject.row())));
        batch.made_of = Some(self.made_of());
        Ok(batch)
    }

    /// Whom a batch is about.
    async fn person_in(&self, batch: &Batch, read: &[&Found]) -> Result<Option<StreamId>, CasesError> {
        if let Some(found) = read.first() {
            return Ok(Some(found.person.clone()));
        }
        let of_kind = |kind| batch.appends.iter().map(|append| &append.stream).find(|stream| stream.kind == kind);
        match (of_kind(StreamKind::Person), of_kind(StreamKind::Case)) {
            (Some(person), _) => Ok(Some(person.id.clone())),
            (None, Some(case)) => Ok(self.store.case(self.municipality, &case.id).await?.map(|row| row.person)),
            (None, None) => Ok(None),
        }
    }

    async fn folder(&self, person: StreamId, read: &[&Found]) -> Result<Folder, CasesError> {
        let stream = Stream::person(person);
        let (version, notes) = if let Some(found) = read.first() {
            (Some(found.person_version), found.notes.clone())
        } else {
            let events = self.store.read(self.municipality, &stream).await?;
            (events.last().map(|last| last.place.version), notes(&events))
        };
        let mut papers = Vec::new();
        for id in notes.iter().map(|note| &note.case) {
            let stream = case_stream(id)?;
            if let Some(found) = read.iter().find(|found| found.case.id() == id) {
                papers.push(Paper::read(id.clone(), stream, found.version, Some(&found.case)));
                continue;
            }
            let events = self.store.read(self.municipality, &stream).await?;
            let Some(last) = events.last() else { continue };
            papers.push(Paper::read(id.clone(), stream, last.place.version, fold(id, &events).ok().as_ref()));
        }
        Ok(Folder { stream, version, notes, papers })
    }
}

impl Paper {
    fn read(id: CaseId, stream: Stream, version: Version, case: Option<&Case>) -> Self {
        Self { id, stream, version: Some(version), history: case.map(|case| case.history().to_vec()) }
    }
}

impl Folder {
    /// What must still be so when the batch is recorded.
    fn guards(&self) -> Vec<Append> {
        let guard = |stream: &Stream, version: Option<Version>| Append {
            stream: stream.clone(),
            expected: version.map_or(Expected::New, Expected::At),
            events: Vec::new(),
        };
        let cases = self.papers.iter().map(|paper| guard(&paper.stream, paper.version));
        [guard(&self.stream, self.version)].into_iter().chain(cases).collect()
    }

    /// Puts in what a batch records; whether it tells of the person.
    fn add(&mut self, batch: &Batch) -> Result<bool, CasesError> {
        let mut tells_of_person = false;
        for append in &batch.appends {
            match append.stream.kind {
                StreamKind::Person => {
                    let told = append.events.iter().filter(|event| event.name.as_str() == PersonNoted::NAME);
                    self.notes.extend(told.filter_map(|event| event.content.read().ok()));
                    tells_of_person = true;
                }
                StreamKind::Case => self.add_to_case(append)?,
                StreamKind::System => {}
            }
        }
        Ok(tells_of_person)
    }

    fn add_to_case(&mut self, append: &Append) -> Result<(), CasesError> {
        if self.papers.iter().all(|paper| paper.stream != append.stream) {
            let id = super::rebuild::case_id(&append.stream.id)?;
            self.papers.push(Paper { id, stream: append.stream.clone(), version: None, history: Some(Vec::new()) });
        }
        let Some(paper) = self.papers.iter_mut().find(|paper| paper.stream == append.stream) else { return Ok(()) };
        for event in &append.events {
            let version = paper.version.map_or(Version::FIRST, Version::next);
            paper.version = Some(version);
            if let Some(history) = &mut paper.history {
                history.push(to_be_read(&paper.id, event, version)?);
            }
        }
        Ok(())
    }
}
