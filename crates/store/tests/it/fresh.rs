//! An empty store for one test.

use std::fmt::Write;
use std::ops::Deref;
use std::path::PathBuf;
use std::time::Duration;

use sqlx::{Connection, SqliteConnection};
use store::sqlite::{Missing, Opening};
use store::{Sqlite, Store};
use tempfile::TempDir;

/// A store that goes away with the test, and a way behind its back.
pub(crate) trait Fresh: Deref<Target: Store> {
    /// Does to the database what a program that isn't Genvej could: all guards off.
    async fn tamper(&self, sql: &str);

    /// One value, as bytes.
    async fn bytes(&self, sql: &str) -> Vec<u8>;

    /// Every row of every view, as text, in an order that depends on the rows alone.
    async fn view_tables(&self) -> String;

    /// Writes as a program would that means no harm: the database's own guards are on.
    async fn write_directly(&self, sql: &str) -> Result<(), sqlx::Error>;
}

pub(crate) struct FreshSqlite {
    store: Sqlite,
    folder: TempDir,
}

pub(crate) async fn sqlite() -> FreshSqlite {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(&opening(folder.path().join("record.db"))).await.unwrap();
    FreshSqlite { store, folder }
}

/// As a program opens it, but without patience: no test waits.
pub(crate) fn opening(path: PathBuf) -> Opening {
    Opening { path, missing: Missing::Create, patience: Duration::ZERO, largest: None }
}

impl FreshSqlite {
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("record.db")
    }
}

impl Deref for FreshSqlite {
    type Target = Sqlite;

    fn deref(&self) -> &Sqlite {
        &self.store
    }
}

impl Fresh for FreshSqlite {
    async fn tamper(&self, sql: &str) {
        let mut connection = raw(&self.path()).await;
        let guards =
            "SELECT group_concat('DROP TRIGGER ' || name || ';', ' ') FROM sqlite_schema WHERE type = 'trigger'";
        let drop_guards: Option<String> = sqlx::query_scalar(guards).fetch_one(&mut connection).await.unwrap();
        let all = format!(
            "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {} {sql}",
            drop_guards.unwrap_or_default()
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(all)).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    async fn bytes(&self, sql: &str) -> Vec<u8> {
        let mut connection = raw(&self.path()).await;
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql.to_owned())).fetch_one(&mut connection).await.unwrap()
    }

    async fn view_tables(&self) -> String {
        let mut connection = raw(&self.path()).await;
        let mut all = String::new();
        for table in ["case_summary", "worklist", "search_word", "inbox", "person_identifier"] {
            let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?)")
                .bind(table)
                .fetch_all(&mut connection)
                .await
                .unwrap();
            let row = columns.iter().map(|column| format!("quote({column})")).collect::<Vec<_>>().join(" || ' ' || ");
            let rows: Vec<String> =
                sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT {row} AS row FROM {table} ORDER BY row")))
                    .fetch_all(&mut connection)
                    .await
                    .unwrap();
            for row in rows {
                writeln!(all, "{table} {row}").unwrap();
            }
        }
        all
    }

    async fn write_directly(&self, sql: &str) -> Result<(), sqlx::Error> {
        let mut connection = raw(&self.path()).await;
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.map(drop)
    }
}

/// A connection of another program.
pub(crate) async fn raw(path: &std::path::Path) -> SqliteConnection {
    SqliteConnection::connect(path.to_str().unwrap()).await.unwrap()
}
