//! Reading the log.

use case::municipality::MunicipalityCode;
use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::Sqlite;
use super::eager::eagerly;
use super::failure::Failures;
use crate::batch::{Appended, Batch, Removal, Seen};
use crate::chain::{Digest, Head};
use crate::checkpoint::{Checkpoint, Difference};
use crate::contract::{CaseToWrite, History, Log};
use crate::error::{AppendError, RemovalError, StoreError};
use crate::event::{Attachment, Content, Happened, Json, Recorded};
use crate::key::{IdempotencyKey, StreamId};
use crate::search;
use crate::stream::{Place, Position, Stream, StreamKind, Version};
use crate::verify::Verification;

/// The bytes of one attachment's digest; they stand one after the other.
const DIGEST: usize = 32;

/// What [`recorded`] reads, in its order.
macro_rules! event_columns {
    () => {
        "event.stream_kind, event.stream_id, event.version, event.position, event.name, event.happened_on, event.happened_at,
        event.recorded_at, event.recorded_by, event.role, length(event.attachment_digests), event_content.content"
    };
}

/// The columns after those, where a command is about to be decided.
mod columns {
    pub(super) const HASH: usize = 12;
    pub(super) const LAST: usize = 13;
}

impl Log for Sqlite {
    async fn append(&self, batch: &Batch) -> Result<Appended, AppendError> {
        self.append_batch(batch).await
    }

    async fn done_before(
        &self,
        municipality: MunicipalityCode,
        key: &IdempotencyKey,
    ) -> Result<Option<Position>, StoreError> {
        sqlx::query_scalar("SELECT position FROM command_done WHERE municipality = ? AND key = ?")
            .bind(municipality.to_string())
            .bind(key.as_str())
            .fetch_optional(self.readers())
            .await
            .map(|position| position.map(Position::read))
            .map_err(|error| self.failures().of(&error))
    }

    async fn done_under(&self, municipality: MunicipalityCode, beginning: &str) -> Result<Vec<Recorded>, StoreError> {
        const READ: &str = concat!(
            "SELECT ",
            event_columns!(),
            " FROM command_done CROSS JOIN event USING (municipality, position) LEFT JOIN event_content USING (municipality, position)
            WHERE municipality = ? AND command_done.key >= ? AND command_done.key < ?
            ORDER BY event.position"
        );
        let (first, last) = search::prefix_range(beginning);
        let query = sqlx::query(READ).bind(municipality.to_string()).bind(first).bind(last);
        let rows = query.fetch_all(self.readers()).await.map_err(|error| self.failures().of(&error))?;
        rows.iter().map(|row| recorded(row, self.failures())).collect()
    }

    async fn read(&self, municipality: MunicipalityCode, stream: &Stream) -> Result<Vec<Recorded>, StoreError> {
        const READ: &str = concat!(
            "SELECT ",
            event_columns!(),
            " FROM event LEFT JOIN event_content USING (municipality, position)
            WHERE municipality = ? AND event.stream_kind = ? AND event.stream_id = ?
            ORDER BY event.version"
        );
        let query =
            sqlx::query(READ).bind(municipality.to_string()).bind(stream.kind.as_str()).bind(stream.id.as_str());
        let rows = eagerly(query.fetch_all(self.readers())).await.map_err(|error| self.failures().of(&error))?;
        rows.iter().map(|row| recorded(row, self.failures())).collect()
    }

    async fn read_to_write(
        &self,
        municipality: MunicipalityCode,
        case: &StreamId,
    ) -> Result<Option<CaseToWrite>, StoreError> {
        const READ: &str = concat!(
            "WITH asked (kind, id) AS (
                SELECT 'case', ?2
                UNION ALL
                SELECT 'person', person_id FROM case_summary WHERE municipality = ?1 AND case_id = ?2)
            SELECT ",
            event_columns!(),
            ", event.hash, (SELECT max(position) FROM event WHERE municipality = ?1)
            FROM asked CROSS JOIN event ON event.municipality = ?1 AND event.stream_kind = asked.kind AND event.stream_id = asked.id
                LEFT JOIN event_content USING (municipality, position)
            ORDER BY event.stream_kind, event.version"
        );
        let query = sqlx::query(READ).bind(municipality.to_string()).bind(case.as_str());
        // On the connection that writes: what it wrote is in its cache, whereas a reader's is worth nothing after each commit.
        let mut session = self.session().await?;
        let rows = eagerly(query.fetch_all(session.outside_transaction())).await;
        session.release().await;
        case_to_write(&rows.map_err(|error| self.failures().of(&error))?, self.failures())
    }

    async fn last_version(
        &self,
        municipality: MunicipalityCode,
        stream: &Stream,
    ) -> Result<Option<Version>, StoreError> {
        const READ: &str =
            "SELECT max(version) FROM event WHERE municipality = ? AND stream_kind = ? AND stream_id = ?";
        let query = sqlx::query_scalar::<_, Option<i64>>(READ)
            .bind(municipality.to_string())
            .bind(stream.kind.as_str())
            .bind(stream.id.as_str());
        let last = query.fetch_one(self.readers()).await.map_err(|error| self.failures().of(&error))?;
        Ok(last.map(Version::read))
    }

    async fn histories(
        &self,
        municipality: MunicipalityCode,
        kind: StreamKind,
        after: Option<&StreamId>,
        limit: u32,
    ) -> Result<Vec<History>, StoreError> {
        const READ: &str = concat!(
            "SELECT ",
            event_columns!(),
            " FROM event LEFT JOIN event_content USING (municipality, position)
            WHERE municipality = ? AND event.stream_kind = ? AND event.stream_id IN (
                SELECT DISTINCT stream_id FROM event WHERE municipality = ? AND stream_kind = ? AND stream_id > ?
                ORDER BY stream_id LIMIT ?)
            ORDER BY event.stream_id, event.version"
        );
        let (municipality, kind) = (municipality.to_string(), kind.as_str());
        let rows = sqlx::query(READ)
            .bind(&municipality)
            .bind(kind)
            .bind(&municipality)
            .bind(kind)
            // Every id has at least one character, so all of them come after the empty text.
            .bind(after.map_or("", StreamId::as_str))
            .bind(limit)
            .fetch_all(self.readers())
            .await
            .map_err(|error| self.failures().of(&error))?;
        let mut histories: Vec<History> = Vec::new();
        for row in &rows {
            let event = recorded(row, self.failures())?;
            match histories.last_mut().filter(|history| history.stream == event.place.stream) {
                Some(history) => history.events.push(event),
                None => histories.push(History { stream: event.place.stream.clone(), events: vec![event] }),
            }
        }
        Ok(histories)
    }

    async fn events(&self, municipality: MunicipalityCode) -> Result<u64, StoreError> {
        sqlx::query_scalar("SELECT coalesce(max(position), 0) FROM event WHERE municipality = ?")
            .bind(municipality.to_string())
            .fetch_one(self.readers())
            .await
            .map(|position| Position::read(position).0)
            .map_err(|error| self.failures().of(&error))
    }

    async fn attachment(
        &self,
        municipality: MunicipalityCode,
        position: Position,
        number: u32,
    ) -> Result<Option<Attachment>, StoreError> {
        const READ: &str =
            "SELECT name, media_type, document FROM attachment WHERE municipality = ? AND position = ? AND number = ?";
        let query = sqlx::query_as(READ).bind(municipality.to_string()).bind(position.stored()).bind(number);
        let found: Option<(String, String, Vec<u8>)> =
            query.fetch_optional(self.readers()).await.map_err(|error| self.failures().of(&error))?;
        Ok(found.map(|(name, media_type, bytes)| Attachment { name, media_type, bytes }))
    }

    async fn remove_content(
        &self,
        municipality: MunicipalityCode,
        removal: &Removal,
    ) -> Result<Position, RemovalError> {
        self.remove(municipality, removal).await
    }

    async fn municipalities(&self) -> Result<Vec<MunicipalityCode>, StoreError> {
        let codes: Vec<String> = sqlx::query_scalar("SELECT DISTINCT municipality FROM event ORDER BY municipality")
            .fetch_all(self.readers())
            .await
            .map_err(|error| self.failures().of(&error))?;
        codes
            .into_iter()
            .map(|code| MunicipalityCode::parse(&code).map_err(|error| self.failures().damaged(error)))
            .collect()
    }

    async fn verify(&self, progress: impl FnMut(u64) + Send) -> Result<Verification, StoreError> {
        self.prove(progress).await
    }

    async fn checkpoint(&self, municipality: MunicipalityCode, made_at: Timestamp) -> Result<Checkpoint, StoreError> {
        self.heads(municipality, made_at).await
    }

    async fn compare(&self, checkpoint: &Checkpoint) -> Result<Vec<Difference>, StoreError> {
        self.differences(checkpoint).await
    }
}

/// A case and its person, from the rows of both streams, one after the other.
fn case_to_write(rows: &[SqliteRow], failures: &Failures) -> Result<Option<CaseToWrite>, StoreError> {
    let Some(first) = rows.first() else { return Ok(None) };
    let last = Position::read(Columns { row: first, failures }.get(columns::LAST)?);
    let events = rows.iter().map(|row| recorded(row, failures)).collect::<Result<Vec<_>, _>>()?;
    let mut heads = Vec::new();
    for ((event, row), next) in events.iter().zip(rows).zip(events.iter().skip(1).map(Some).chain([None])) {
        let stream = &event.place.stream;
        if next.is_none_or(|next| next.place.stream != *stream) {
            let hash = Columns { row, failures }.digest(columns::HASH)?;
            heads.push(Head { stream: stream.clone(), version: event.place.version, hash });
        }
    }
    let (case, person): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|event| event.place.stream.kind == StreamKind::Case);
    Ok((!case.is_empty()).then_some(CaseToWrite { case, person, seen: Seen { last, heads } }))
}

/// An event from its row.
fn recorded(row: &SqliteRow, failures: &Failures) -> Result<Recorded, StoreError> {
    let columns = Columns { row, failures };
    let attachments = usize::try_from(columns.get::<i64>(10)?).unwrap_or_default() / DIGEST;
    let content: Option<Vec<u8>> = columns.get(11)?;
    Ok(Recorded {
        place: Place {
            stream: Stream { kind: columns.kind(0)?, id: columns.parsed(1)? },
            version: Version::read(columns.get(2)?),
            position: Position::read(columns.get(3)?),
        },
        name: columns.parsed(4)?,
        happened: Happened { on: columns.parsed(5)?, at: columns.optional(6)? },
        recorded_at: columns.parsed(7)?,
        by: columns.parsed(8)?,
        role: columns.parsed(9)?,
        content: content.map_or(Content::Removed, |bytes| Content::Kept(Json::kept(bytes))),
        attachments: u32::try_from(attachments).unwrap_or(u32::MAX),
    })
}

/// A row's columns, read as what they must be.
pub(super) struct Columns<'a> {
    pub(super) row: &'a SqliteRow,
    pub(super) failures: &'a Failures,
}

impl Columns<'_> {
    pub(super) fn get<T>(&self, column: usize) -> Result<T, StoreError>
    where
        T: for<'r> sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
    {
        self.row.try_get(column).map_err(|error| self.failures.of(&error))
    }

    fn digest(&self, column: usize) -> Result<Digest, StoreError> {
        let bytes: &[u8] = self.row.try_get(column).map_err(|error| self.failures.of(&error))?;
        Digest::from_slice(bytes).ok_or_else(|| self.failures.damaged("a hash of another length"))
    }

    pub(super) fn parsed<T>(&self, column: usize) -> Result<T, StoreError>
    where
        T: std::str::FromStr<Err: std::fmt::Display>,
    {
        let text: &str = self.row.try_get(column).map_err(|error| self.failures.of(&error))?;
        text.parse().map_err(|error| self.failures.damaged(error))
    }

    pub(super) fn optional<T>(&self, column: usize) -> Result<Option<T>, StoreError>
    where
        T: std::str::FromStr<Err: std::fmt::Display>,
    {
        let text: Option<&str> = self.row.try_get(column).map_err(|error| self.failures.of(&error))?;
        text.map(str::parse).transpose().map_err(|error| self.failures.damaged(error))
    }

    fn kind(&self, column: usize) -> Result<StreamKind, StoreError> {
        let name: &str = self.row.try_get(column).map_err(|error| self.failures.of(&error))?;
        StreamKind::named(name).ok_or_else(|| self.failures.damaged(format_args!("no stream kind: {name}")))
    }
}
