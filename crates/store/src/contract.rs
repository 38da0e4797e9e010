//! What every backend promises. The tests in `tests/it/contract.rs` say each promise once and try it on each backend.
//!
//! Static dispatch: which database is used is known where the program is wired, a future that is no box is cheaper than the query it
//! waits for, and closures and iterators can be taken as they are. A program that must choose at start wraps its backends in an enum.

use case::municipality::MunicipalityCode;
use std::future::Future;

use jiff::Timestamp;

use crate::access::Access;
use crate::audit::ListFault;
use crate::batch::{Appended, Batch, Removal, Seen};
use crate::checkpoint::{Checkpoint, Difference};
use crate::error::{AppendError, RemovalError, StoreError};
use crate::event::{Attachment, Recorded};
use crate::key::{IdempotencyKey, StreamId, UserId};
use crate::stream::{Position, Stream, StreamKind, Version};
use crate::user::{AddUserError, User};
use crate::verify::Verification;
use crate::view::{CaseRow, Identifier, InboxRow, MadeOf, ViewChange};
use crate::worklist::{Page, Worklist, WorklistQuery};

/// The events.
pub trait Log {
    /// Records a batch in one durable transaction: when this returns, it survives a power cut.
    ///
    /// # Errors
    /// [`AppendError::Conflict`] when a stream isn't where the batch expects it; [`AppendError::OtherViews`] when the views were made of
    /// something else than the batch's rows; [`AppendError::Empty`] without any event;
    /// [`AppendError::Reserved`] for an event that only the store writes. In every case nothing is recorded.
    fn append(&self, batch: &Batch) -> impl Future<Output = Result<Appended, AppendError>> + Send;

    /// Where a batch with this key ended, if one was recorded.
    ///
    /// # Errors
    /// When the database fails.
    fn done_before(
        &self,
        municipality: MunicipalityCode,
        key: &IdempotencyKey,
    ) -> impl Future<Output = Result<Option<Position>, StoreError>> + Send;

    /// The last event of each batch whose key begins like this, in the order of recording.
    ///
    /// # Errors
    /// As [`Log::read`].
    fn done_under(
        &self,
        municipality: MunicipalityCode,
        beginning: &str,
    ) -> impl Future<Output = Result<Vec<Recorded>, StoreError>> + Send;

    /// A stream's events in order; none when there is no such stream.
    ///
    /// # Errors
    /// When the database fails; [`StoreError::Damaged`] when a header can't be read.
    fn read(
        &self,
        municipality: MunicipalityCode,
        stream: &Stream,
    ) -> impl Future<Output = Result<Vec<Recorded>, StoreError>> + Send;

    /// A case and its person as of one moment, for whoever is about to write in the case. Waits for its turn among the writers, as
    /// [`Log::append`] does; whoever only reads takes [`Log::read`]. None when there is no such case.
    ///
    /// # Errors
    /// As [`Log::read`].
    fn read_to_write(
        &self,
        municipality: MunicipalityCode,
        case: &StreamId,
    ) -> impl Future<Output = Result<Option<CaseToWrite>, StoreError>> + Send;

    /// The number of a stream's last event; none when there is no such stream.
    ///
    /// # Errors
    /// When the database fails.
    fn last_version(
        &self,
        municipality: MunicipalityCode,
        stream: &Stream,
    ) -> impl Future<Output = Result<Option<Version>, StoreError>> + Send;

    /// Whole streams of a kind, in the order of their ids: the next `limit` after the one named. For going through the whole record
    /// with bounded memory; the last page is the one with fewer than `limit`.
    ///
    /// # Errors
    /// As [`Log::read`].
    fn histories(
        &self,
        municipality: MunicipalityCode,
        kind: StreamKind,
        after: Option<&StreamId>,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<History>, StoreError>> + Send;

    /// How many events the municipality has, which is the position of the last.
    ///
    /// # Errors
    /// When the database fails.
    fn events(&self, municipality: MunicipalityCode) -> impl Future<Output = Result<u64, StoreError>> + Send;

    /// A document as it came with an event, numbered from 1; none when there is none or it was removed.
    ///
    /// # Errors
    /// When the database fails.
    fn attachment(
        &self,
        municipality: MunicipalityCode,
        position: Position,
        number: u32,
    ) -> impl Future<Output = Result<Option<Attachment>, StoreError>> + Send;

    /// Removes what an event says, and records that as an event of the same stream, whose position it returns. The bytes are
    /// overwritten in the database file; backups are beyond its reach.
    ///
    /// # Errors
    /// [`RemovalError::NoSuchEvent`], [`RemovalError::NothingThere`] or [`RemovalError::IsADecision`] by what stands at the position;
    /// [`RemovalError::Conflict`] when the stream isn't where the decider expects it.
    fn remove_content(
        &self,
        municipality: MunicipalityCode,
        removal: &Removal,
    ) -> impl Future<Output = Result<Position, RemovalError>> + Send;

    /// Every municipality that has an event here.
    ///
    /// # Errors
    /// When the database fails, or a key is no municipality's code.
    fn municipalities(&self) -> impl Future<Output = Result<Vec<MunicipalityCode>, StoreError>> + Send;

    /// Proves every chain of every municipality. Damage is no error here but a fault that is told. `progress` is called now and then
    /// with the number of events behind.
    ///
    /// # Errors
    /// When the database can't be read at all.
    fn verify(&self, progress: impl FnMut(u64) + Send)
    -> impl Future<Output = Result<Verification, StoreError>> + Send;

    /// Every stream's last event now, to be kept elsewhere.
    ///
    /// # Errors
    /// When the database fails.
    fn checkpoint(
        &self,
        municipality: MunicipalityCode,
        made_at: Timestamp,
    ) -> impl Future<Output = Result<Checkpoint, StoreError>> + Send;

    /// In what the record differs from what it was. Tells only the last events apart: [`Log::verify`] proves that they vouch for the rest.
    ///
    /// # Errors
    /// When the database fails.
    fn compare(&self, checkpoint: &Checkpoint) -> impl Future<Output = Result<Vec<Difference>, StoreError>> + Send;
}

/// A stream and all its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The stream.
    pub stream: Stream,
    /// Its events in order.
    pub events: Vec<Recorded>,
}

/// What a command on a case is decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseToWrite {
    /// The case's events in order; at least one.
    pub case: Vec<Recorded>,
    /// The events of the person whom the case is about, in order. None where the views don't say who that is.
    pub person: Vec<Recorded>,
    /// Where the record stood.
    pub seen: Seen,
}

/// What is derived from the events.
pub trait Views {
    /// A rebuild under way.
    type Rebuild: Rebuild;

    /// A case.
    ///
    /// # Errors
    /// When the database fails.
    fn case(
        &self,
        municipality: MunicipalityCode,
        case: &StreamId,
    ) -> impl Future<Output = Result<Option<CaseRow>, StoreError>> + Send;

    /// All cases of a person, in the order of their ids.
    ///
    /// # Errors
    /// When the database fails.
    fn cases_of(
        &self,
        municipality: MunicipalityCode,
        person: &StreamId,
    ) -> impl Future<Output = Result<Vec<CaseRow>, StoreError>> + Send;

    /// A page of all cases, in the order of their ids.
    ///
    /// # Errors
    /// When the database fails.
    fn cases(
        &self,
        municipality: MunicipalityCode,
        page: Page,
    ) -> impl Future<Output = Result<Vec<CaseRow>, StoreError>> + Send;

    /// The cases of which every word of the text begins a word of the name or number, by name; also those with nothing outstanding.
    /// None when the text has no word.
    ///
    /// # Errors
    /// When the database fails.
    fn search(
        &self,
        municipality: MunicipalityCode,
        text: &str,
        limit: u32,
    ) -> impl Future<Output = Result<Vec<CaseRow>, StoreError>> + Send;

    /// A page of the cases in which something is outstanding, with counts.
    ///
    /// # Errors
    /// When the database fails.
    fn worklist(
        &self,
        municipality: MunicipalityCode,
        query: &WorklistQuery,
    ) -> impl Future<Output = Result<Worklist, StoreError>> + Send;

    /// What was received and waits, the longest waiting first.
    ///
    /// # Errors
    /// When the database fails.
    fn inbox(&self, municipality: MunicipalityCode) -> impl Future<Output = Result<Vec<InboxRow>, StoreError>> + Send;

    /// The person known by an identifier.
    ///
    /// # Errors
    /// When the database fails.
    fn person_with(
        &self,
        municipality: MunicipalityCode,
        identifier: &Identifier,
    ) -> impl Future<Output = Result<Option<StreamId>, StoreError>> + Send;

    /// Whether the views were made of these; if not, they are to be rebuilt. A municipality that never had views answers no.
    ///
    /// # Errors
    /// When the database fails.
    fn views_are_of(
        &self,
        municipality: MunicipalityCode,
        made_of: &MadeOf,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Begins to make the municipality's views anew. Until it is finished everybody else reads the old ones, and nobody can append:
    /// the log stands still while it is read.
    ///
    /// # Errors
    /// When the database fails.
    fn rebuild(&self, municipality: MunicipalityCode)
    -> impl Future<Output = Result<Self::Rebuild, StoreError>> + Send;
}

/// New views in the making: all of them become visible at once, or, when this is dropped unfinished, none.
pub trait Rebuild: Send {
    /// Adds rows.
    ///
    /// # Errors
    /// When the database fails; the rebuild is then lost.
    fn write(&mut self, changes: &[ViewChange]) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Puts the new views in the place of the old, and remembers what made them.
    ///
    /// # Errors
    /// When the database fails; the old views then stay.
    fn finish(self, made_of: &MadeOf) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// In what the old views differ from the new ones. The new ones are given up; the old stay as they are.
    ///
    /// # Errors
    /// When the database fails.
    fn compare(self) -> impl Future<Output = Result<Vec<ListFault>, StoreError>> + Send;
}

/// Who has looked.
pub trait AccessLog {
    /// Records that somebody opened a case. Durable when it returns.
    ///
    /// # Errors
    /// When the database fails.
    fn record_access(
        &self,
        municipality: MunicipalityCode,
        access: &Access,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Everybody who opened a case, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    fn accesses(
        &self,
        municipality: MunicipalityCode,
        case: &StreamId,
    ) -> impl Future<Output = Result<Vec<Access>, StoreError>> + Send;
}

/// Who may sign in.
pub trait Users {
    /// Adds a user.
    ///
    /// # Errors
    /// [`AddUserError::Exists`] when the municipality has one of that id.
    fn add_user(
        &self,
        municipality: MunicipalityCode,
        user: &User,
    ) -> impl Future<Output = Result<(), AddUserError>> + Send;

    /// A user.
    ///
    /// # Errors
    /// When the database fails.
    fn user(
        &self,
        municipality: MunicipalityCode,
        id: &UserId,
    ) -> impl Future<Output = Result<Option<User>, StoreError>> + Send;

    /// All users, in the order of their ids.
    ///
    /// # Errors
    /// When the database fails.
    fn users(&self, municipality: MunicipalityCode) -> impl Future<Output = Result<Vec<User>, StoreError>> + Send;
}

/// The whole of it. Clones share one database.
pub trait Store: Log + Views + AccessLog + Users + Clone + Send + Sync + 'static {}

impl<T: Log + Views + AccessLog + Users + Clone + Send + Sync + 'static> Store for T {}
