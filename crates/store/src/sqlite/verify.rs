//! The proof over a SQLite file.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::Sqlite;
use crate::error::StoreError;
use crate::proof::{RawAttachment, RawContent, RawEvent, Walk};
use crate::verify::{Fault, Verification};

/// How many events are read at a time: with contents of some kilobytes each, a few megabytes.
const AT_A_TIME: usize = 500;

impl Sqlite {
    pub(super) async fn prove(&self, progress: impl FnMut(u64) + Send) -> Result<Verification, StoreError> {
        // One transaction: what is recorded meanwhile can't look like a hole.
        let mut reading = self.reading().await?;
        let mut walk = Walk::default();
        let walked = walk_all(&mut reading.transaction, &mut walk, progress).await;
        let walked = match walked {
            Ok(()) => look_outside_the_chains(&mut reading.transaction, &mut walk).await,
            Err(error) => Err(error),
        };
        match walked.map_err(|error| self.failures().of(&error)) {
            Ok(()) => Ok(walk.end()),
            // What can't be read is what a verification is there to tell.
            Err(StoreError::Damaged { detail, .. }) => {
                walk.found.fault(Fault::Database(detail));
                Ok(walk.end())
            }
            Err(error) => Err(error),
        }
    }
}

/// Where the next page begins: after this municipality, kind, id and version. Bytes, since a key may be no text any more.
type Cursor = (Vec<u8>, Vec<u8>, Vec<u8>, i64);

async fn walk_all(
    connection: &mut SqliteConnection,
    walk: &mut Walk,
    mut progress: impl FnMut(u64) + Send,
) -> Result<(), sqlx::Error> {
    let mut cursor: Cursor = (Vec::new(), Vec::new(), Vec::new(), 0);
    loop {
        let rows = events_after(connection, &cursor).await?;
        for row in &rows {
            let mut event = raw_event(row)?;
            if !event.attachment_digests.is_empty() {
                event.attachments = attachments_of(connection, &event).await?;
            }
            walk.step(&event);
            cursor = (event.municipality, event.stream_kind, event.stream_id, event.version);
        }
        progress(walk.found.events);
        if rows.len() < AT_A_TIME {
            return Ok(());
        }
    }
}

async fn events_after(connection: &mut SqliteConnection, cursor: &Cursor) -> Result<Vec<SqliteRow>, sqlx::Error> {
    const READ: &str = "
        SELECT CAST(event.municipality AS BLOB), CAST(stream_kind AS BLOB), CAST(stream_id AS BLOB), version, event.position,
            CAST(name AS BLOB), CAST(happened_on AS BLOB), CAST(happened_at AS BLOB), CAST(recorded_at AS BLOB),
            CAST(recorded_by AS BLOB), CAST(role AS BLOB), content_digest, attachment_digests, previous, hash, salt, content
        FROM event LEFT JOIN event_content
            ON event_content.municipality = event.municipality AND event_content.position = event.position
        WHERE (event.municipality, stream_kind, stream_id, version) > (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?)
        ORDER BY event.municipality, stream_kind, stream_id, version LIMIT ?";
    let (municipality, kind, id, version) = cursor;
    let query = sqlx::query(READ).bind(municipality).bind(kind).bind(id).bind(version);
    query.bind(i64::try_from(AT_A_TIME).unwrap_or(i64::MAX)).fetch_all(connection).await
}

fn raw_event(row: &SqliteRow) -> Result<RawEvent, sqlx::Error> {
    let salt: Option<Vec<u8>> = row.try_get(15)?;
    let bytes: Option<Vec<u8>> = row.try_get(16)?;
    Ok(RawEvent {
        municipality: row.try_get(0)?,
        stream_kind: row.try_get(1)?,
        stream_id: row.try_get(2)?,
        version: row.try_get(3)?,
        position: row.try_get(4)?,
        name: row.try_get(5)?,
        happened_on: row.try_get(6)?,
        happened_at: row.try_get(7)?,
        recorded_at: row.try_get(8)?,
        recorded_by: row.try_get(9)?,
        role: row.try_get(10)?,
        content_digest: row.try_get(11)?,
        attachment_digests: row.try_get(12)?,
        previous: row.try_get(13)?,
        hash: row.try_get(14)?,
        content: salt.zip(bytes).map(|(salt, bytes)| RawContent { salt, bytes }),
        attachments: Vec::new(),
    })
}

async fn attachments_of(
    connection: &mut SqliteConnection,
    event: &RawEvent,
) -> Result<Vec<RawAttachment>, sqlx::Error> {
    const READ: &str = "
        SELECT number, salt, CAST(name AS BLOB), CAST(media_type AS BLOB), document FROM attachment
        WHERE municipality = CAST(? AS TEXT) AND position = ? ORDER BY number";
    let rows = sqlx::query(READ).bind(&event.municipality).bind(event.position).fetch_all(connection).await?;
    let attachment = |row: &SqliteRow| {
        Ok(RawAttachment {
            number: row.try_get(0)?,
            salt: row.try_get(1)?,
            name: row.try_get(2)?,
            media_type: row.try_get(3)?,
            document: row.try_get(4)?,
        })
    };
    rows.iter().map(attachment).collect()
}

/// Holes in the positions, contents without event, and what SQLite says of its own file.
async fn look_outside_the_chains(connection: &mut SqliteConnection, walk: &mut Walk) -> Result<(), sqlx::Error> {
    const HOLES: &str = "
        SELECT CAST(municipality AS BLOB), before + 1, position - 1 FROM (
            SELECT municipality, position, lag(position, 1, 0) OVER (PARTITION BY municipality ORDER BY position) AS before FROM event
        ) WHERE position <> before + 1";
    const STRAYS: &str = "
        SELECT CAST(municipality AS BLOB), position FROM event_content AS c WHERE NOT EXISTS (
            SELECT 1 FROM event WHERE event.municipality = c.municipality AND event.position = c.position)
        UNION ALL
        SELECT CAST(municipality AS BLOB), position FROM attachment AS a WHERE NOT EXISTS (
            SELECT 1 FROM event WHERE event.municipality = a.municipality AND event.position = a.position
                AND length(attachment_digests) > 0)";
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let holes: Vec<(Vec<u8>, i64, i64)> = sqlx::query_as(HOLES).fetch_all(&mut *connection).await?;
    for (municipality, first, last) in holes {
        walk.found.fault(Fault::Hole { municipality: text(municipality), first, last });
    }
    let strays: Vec<(Vec<u8>, i64)> = sqlx::query_as(STRAYS).fetch_all(&mut *connection).await?;
    for (municipality, position) in strays {
        walk.found.fault(Fault::Stray { municipality: text(municipality), position });
    }
    let told: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(connection).await?;
    for detail in told.into_iter().filter(|line| line != "ok") {
        walk.found.fault(Fault::Database(detail));
    }
    Ok(())
}
