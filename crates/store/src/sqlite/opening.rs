//! Opening a database file, or making one; and refusing what is none of ours before anything in it is touched.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};

use super::failure::Failures;
use super::session::Writer;
use super::{Inner, Sqlite, migrate};
use crate::error::StoreError;

/// `Genv` in ASCII: how a database says whose it is, to us and to `file`.
pub(super) const APPLICATION_ID: i32 = 0x4765_6e76;

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The file.
    pub path: PathBuf,
    /// What to do when it isn't there.
    pub missing: Missing,
    /// How long to wait while another program holds the database.
    pub patience: Duration,
    /// How large the file may grow, in bytes; what goes beyond fails as a full disk does. None: as large as the disk.
    pub largest: Option<u64>,
}

/// What to do when there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Make an empty database.
    Create,
    /// Refuse: a database that should be there is not.
    Refuse,
}

/// SQLite's default, and what `largest` is counted in.
const PAGE_SIZE: u32 = 4096;

/// Connections for reading. More than cores, since a reader also waits for the disk.
const READERS: u32 = 4;

/// Page caches in KiB; negative, since SQLite takes positive figures for pages. A rebuild writes all views in one transaction: what doesn't
/// fit in the writer's cache is written out early, and read again.
const WRITER_CACHE: &str = "-65536";
const READER_CACHE: &str = "-16384";

impl Opening {
    /// A file with the usual settings: made when missing, five seconds of patience, no limit.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), missing: Missing::Create, patience: Duration::from_secs(5), largest: None }
    }

    fn options(&self) -> SqliteConnectOptions {
        SqliteConnectOptions::new()
            .filename(&self.path)
            .busy_timeout(self.patience)
            .foreign_keys(true)
            .disable_statement_logging()
    }

    fn writer(&self) -> SqliteConnectOptions {
        let mut options = self
            .options()
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("cache_size", WRITER_CACHE)
            // What is deleted is overwritten: a removed content is gone from the file, not only from the tables.
            .pragma("secure_delete", "ON");
        if let Some(largest) = self.largest {
            options = options.pragma("max_page_count", (largest / u64::from(PAGE_SIZE)).max(1).to_string());
        }
        options
    }

    fn reader(&self) -> SqliteConnectOptions {
        self.options().pragma("cache_size", READER_CACHE).pragma("query_only", "ON")
    }
}

impl Sqlite {
    /// Opens a database, brings it up to this program's migrations, and makes it when it is missing and may be made.
    ///
    /// # Errors
    /// [`StoreError::Absent`], [`StoreError::Unreachable`], [`StoreError::ReadOnly`], [`StoreError::NotADatabase`],
    /// [`StoreError::AnotherProgram`], [`StoreError::Newer`] or [`StoreError::OtherMigration`] by what is at the path: the file is then
    /// as it was. [`StoreError::Locked`] when another program holds it.
    pub async fn open(opening: &Opening) -> Result<Self, StoreError> {
        let failures = Failures::at(&opening.path);
        look_at_the_file(opening, &failures)?;
        if opening.missing == Missing::Create {
            make_for_the_owner_alone(&opening.path);
        }
        look_inside(opening, &failures).await?;

        let writer = Writer::new(opening.writer());
        let mut session = writer.session().await.map_err(|error| failures.of(&error))?;
        let migrated = migrate::bring_up_to_date(&mut session, &failures).await;
        session.release().await;
        migrated?;

        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_lazy_with(opening.reader());
        Ok(Self { inner: Arc::new(Inner { failures, writer, readers }) })
    }
}

/// What the file system says. SQLite would find out as well, but later, and in fewer words.
fn look_at_the_file(opening: &Opening, failures: &Failures) -> Result<(), StoreError> {
    let place = failures.place();
    match std::fs::metadata(&opening.path) {
        Ok(file) if file.is_dir() => Err(StoreError::NotADatabase { place }),
        // Asked here and not left to SQLite, since the superuser may write to what is marked against writing.
        Ok(file) if file.permissions().readonly() => Err(StoreError::ReadOnly { place }),
        Ok(_) => Ok(()),
        Err(_) if !folder_of(&opening.path).is_dir() => Err(StoreError::Unreachable { place }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => match opening.missing {
            Missing::Create => Ok(()),
            Missing::Refuse => Err(StoreError::Absent { place }),
        },
        Err(_) => Err(StoreError::Unreachable { place }),
    }
}

/// Makes the file where there is none: whoever may read it reads every case. SQLite gives the files that it keeps beside it the same rights.
/// What goes wrong here goes wrong for SQLite as well, and is told then.
fn make_for_the_owner_alone(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path));
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether the file is a database, and ours. Asked with a connection that changes nothing: switching to the write-ahead log would.
async fn look_inside(opening: &Opening, failures: &Failures) -> Result<(), StoreError> {
    const WHOSE: &str =
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)";
    let fail = |error: sqlx::Error| failures.of(&error);
    let mut connection =
        opening.options().create_if_missing(opening.missing == Missing::Create).connect().await.map_err(fail)?;
    let (application, tables): (i32, i64) = sqlx::query_as(WHOSE).fetch_one(&mut connection).await.map_err(fail)?;
    connection.close().await.map_err(fail)?;
    if application == APPLICATION_ID || (application == 0 && tables == 0) {
        return Ok(());
    }
    Err(StoreError::AnotherProgram { place: failures.place() })
}
