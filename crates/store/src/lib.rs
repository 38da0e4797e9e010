//! The record: what happened, as events in hash chains; the views that are derived from them; and who has looked.
//!
//! | room | what is in it |
//! |---|---|
//! | [`cases`] | the one way in for cases: read, fold, decide, append |
//! | [`contract`] | the traits that every backend keeps: [`Log`], [`Views`], [`AccessLog`], [`Users`], together [`Store`] |
//! | [`batch`] | what is recorded together, and decisions to remove a content |
//! | [`event`], [`stream`], [`key`] | what an event is, where it stands, and the texts that name things |
//! | [`chain`] | what is hashed, byte by byte |
//! | [`verify`], [`checkpoint`] | the proof, and what proves even the end |
//! | [`audit`] | whether the derived rows are what the record makes of them |
//! | [`view`], [`worklist`], [`search`] | the derived rows and what is asked of them |
//! | [`sqlite`] | the one backend so far |
//!
//! Only [`cases`] knows what an event means; everything below it keeps words and dates. The store reads no clock. Its only randomness
//! are the salts.

pub mod access;
pub mod audit;
pub mod batch;
pub mod cases;
pub mod chain;
pub mod checkpoint;
pub mod contract;
pub mod error;
pub mod event;
pub mod key;
pub mod search;
pub mod sqlite;
pub mod stream;
pub mod user;
pub mod verify;
pub mod view;
pub mod worklist;

mod proof;

pub use batch::{Append, Appended, Batch, Removal, RemovalScope, Seen};
pub use cases::{
    CarriedOut, Cases, CasesError, Intake, Moved, PlanIntake, Rebuilt, ReportIntake, Reported, ToldWrongly, Unreadable,
    UnreadableCase,
};
pub use contract::{AccessLog, CaseToWrite, History, Log, Rebuild, Store, Users, Views};
pub use error::{AppendError, RemovalError, StoreError};
pub use event::{Attachment, Content, Happened, Json, NewEvent, Recorded};
pub use key::{EventName, IdempotencyKey, Role, StreamId, UserId};
pub use sqlite::Sqlite;
pub use stream::{Expected, Place, Position, Stream, StreamKind, Version};
