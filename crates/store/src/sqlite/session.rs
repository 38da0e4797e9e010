//! The one connection that writes.

use std::sync::Arc;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, SqliteConnection};
use tokio::sync::{Mutex, OwnedMappedMutexGuard, OwnedMutexGuard};

use super::script::Script;

/// The connection that writes, or the place where it will be. Whoever wants to write waits in a queue.
#[derive(Debug)]
pub(super) struct Writer {
    options: SqliteConnectOptions,
    slot: Arc<Mutex<Option<Line>>>,
}

/// A connection, and whether a transaction may be open on it.
#[derive(Debug)]
struct Line {
    connection: SqliteConnection,
    in_transaction: bool,
}

impl Writer {
    pub(super) fn new(options: SqliteConnectOptions) -> Self {
        Self { options, slot: Arc::default() }
    }

    /// Waits for the turn; connects where there is no connection, or none that still works.
    pub(super) async fn session(&self) -> Result<Session, sqlx::Error> {
        let mut slot = Arc::clone(&self.slot).lock_owned().await;
        if let Some(line) = slot.as_mut()
            && !line.settle().await
        {
            *slot = None;
        }
        let line = match slot.take() {
            Some(line) => line,
            None => Line { connection: self.options.connect().await?, in_transaction: false },
        };
        Ok(Session { line: OwnedMutexGuard::map(slot, |slot| slot.insert(line)) })
    }

    pub(super) async fn close(&self) {
        let line = self.slot.lock().await.take();
        if let Some(line) = line {
            // Nothing was promised that isn't on the disk already: closing only tidies.
            let _ = line.connection.close().await;
        }
    }
}

impl Line {
    /// Rolls back what was left open. Whether the connection can be used on.
    async fn settle(&mut self) -> bool {
        // The savepoint opens a transaction where there is none: rolling back then is no error, and needs no asking.
        if self.in_transaction && self.connection.execute("SAVEPOINT settle; ROLLBACK").await.is_ok() {
            self.in_transaction = false;
        }
        !self.in_transaction
    }
}

/// A turn at writing.
///
/// Dropped without [`Session::release`], because the future that held it was, it leaves a note on the connection; the next turn first
/// rolls back whatever was left, after SQLite has come to the end of the statement that it was at. So a cancelled write leaves nothing
/// behind, wherever it was.
pub(super) struct Session {
    line: OwnedMappedMutexGuard<Option<Line>, Line>,
}

impl Session {
    /// The connection for whoever opens a transaction on it. Unless [`Session::commit`] succeeds, it is rolled back.
    pub(super) fn connection(&mut self) -> &mut SqliteConnection {
        self.line.in_transaction = true;
        &mut self.line.connection
    }

    /// The connection for a single statement, which is a transaction by itself.
    pub(super) fn outside_transaction(&mut self) -> &mut SqliteConnection {
        &mut self.line.connection
    }

    /// Writes everything in the script, and commits. The transaction is open already, or the script opens it.
    pub(super) async fn commit(&mut self, mut script: Script) -> Result<(), sqlx::Error> {
        script.statement("COMMIT;");
        self.line.in_transaction = true;
        script.run(&mut self.line.connection).await?;
        self.line.in_transaction = false;
        Ok(())
    }

    /// Takes back what was written and not committed; the turn goes on.
    pub(super) async fn roll_back(&mut self) {
        self.line.settle().await;
    }

    /// Ends the turn; what wasn't committed is rolled back. Where not even that succeeds, the next turn connects anew.
    pub(super) async fn release(mut self) {
        self.line.settle().await;
    }
}
