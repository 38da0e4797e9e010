//! The record in one SQLite file: the default, for a municipality on one machine.
//!
//! - **One writer.** SQLite allows one at a time; writers of this program wait for each other in a queue, those of other programs for
//!   SQLite's lock. A write is two trips to SQLite's thread: one that reads what is decided on, one that writes everything and commits.
//!   What was read needs no lock: where the record has moved on since, the tables' keys refuse the rows, and it is read under the lock.
//! - **Durable.** Write-ahead log with `synchronous = FULL`: each commit is one sync of the log file; fdatasync, by `.cargo/config.toml`.
//! - **Cancelled or failed half-way**, a write leaves nothing: its connection is rolled back or thrown away.
//! - **Readers** never wait for the writer, and see one moment.

mod access;
mod append;
mod audit;
mod checkpoint;
mod duty_document;
mod eager;
mod failure;
mod log;
mod migrate;
mod opening;
mod rebuild;
mod removal;
mod script;
mod session;
mod users;
mod verify;
mod view_rows;
mod views;
mod worklist;

use std::sync::Arc;

use sqlx::SqlitePool;

pub use opening::{Missing, Opening};
pub use rebuild::SqliteRebuild;

use failure::Failures;
use session::Writer;

/// A database file that is open. Clones share it.
#[derive(Clone, Debug)]
pub struct Sqlite {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    failures: Failures,
    writer: Writer,
    readers: SqlitePool,
}

impl Sqlite {
    fn failures(&self) -> &Failures {
        &self.inner.failures
    }

    fn readers(&self) -> &SqlitePool {
        &self.inner.readers
    }

    /// Closes every connection, after what is under way. The last one to close the file folds the write-ahead log into it.
    pub async fn close(&self) {
        self.inner.readers.close().await;
        self.inner.writer.close().await;
    }
}
