//! The migrations: numbered files in the program, applied once, forward only.
//!
//! To add one: the next number in `migrations/`, and a line in [`MIGRATIONS`].

use sqlx::Executor;

use super::failure::Failures;
use super::opening::APPLICATION_ID;
use super::script::Script;
use super::session::Session;
use crate::chain::Digest;
use crate::error::StoreError;

struct Migration {
    name: &'static str,
    sql: &'static str,
}

macro_rules! migrations {
    ($($name:literal),+ $(,)?) => {
        &[$(Migration { name: $name, sql: include_str!(concat!("../../migrations/", $name, ".sql")) }),+]
    };
}

/// In order; the first is number 1.
const MIGRATIONS: &[Migration] = migrations!["0001_log", "0002_views", "0003_people", "0004_region"];

const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS applied_migration (
        number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest BLOB NOT NULL
    ) STRICT";

/// Applies what is missing, all of it in one transaction.
pub(super) async fn bring_up_to_date(session: &mut Session, failures: &Failures) -> Result<(), StoreError> {
    let fail = |error: sqlx::Error| failures.of(&error);
    let connection = session.connection();
    // Another program may be doing the same: look and apply under one lock.
    connection.execute("BEGIN IMMEDIATE").await.map_err(fail)?;
    connection.execute(TABLE).await.map_err(fail)?;
    let applied: Vec<(u32, Vec<u8>)> = sqlx::query_as("SELECT number, digest FROM applied_migration ORDER BY number")
        .fetch_all(&mut *connection)
        .await
        .map_err(fail)?;
    for (number, digest) in &applied {
        check(*number, digest, failures)?;
    }
    for (migration, number) in MIGRATIONS.iter().zip(1_u32..).skip(applied.len()) {
        sqlx::raw_sql(migration.sql).execute(&mut *connection).await.map_err(fail)?;
        sqlx::query("INSERT INTO applied_migration (number, name, digest) VALUES (?, ?, ?)")
            .bind(number)
            .bind(migration.name)
            .bind(Digest::of(migration.sql.as_bytes()).0.to_vec())
            .execute(&mut *connection)
            .await
            .map_err(fail)?;
    }
    if applied.is_empty() {
        let whose = format!("PRAGMA application_id = {APPLICATION_ID}");
        connection.execute(sqlx::AssertSqlSafe(whose)).await.map_err(fail)?;
    }
    session.commit(Script::new()).await.map_err(fail)
}

fn check(number: u32, digest: &[u8], failures: &Failures) -> Result<(), StoreError> {
    let place = failures.place();
    let known = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
    let ours = number.checked_sub(1).and_then(|index| MIGRATIONS.get(index as usize));
    match ours {
        None => Err(StoreError::Newer { place, found: number, known }),
        Some(ours) if Digest::of(ours.sql.as_bytes()).0 != *digest => Err(StoreError::OtherMigration { place, number }),
        Some(_) => Ok(()),
    }
}
