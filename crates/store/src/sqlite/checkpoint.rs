//! Checkpoints over a SQLite file.

use case::municipality::MunicipalityCode;
use std::collections::HashMap;

use jiff::Timestamp;

use super::Sqlite;
use super::failure::Failures;
use crate::chain::{Digest, Head};
use crate::checkpoint::{Checkpoint, Difference};
use crate::error::StoreError;
use crate::key::StreamId;
use crate::stream::{Position, Stream, StreamKind, Version};

/// How many heads are compared in one query.
const AT_A_TIME: usize = 500;

/// `SQLite` takes `hash` from the row of the maximum: <https://www.sqlite.org/lang_select.html#bareagg>.
const HEADS: &str = "
    SELECT stream_kind, stream_id, max(version), hash FROM event
    WHERE municipality = ? AND position <= ? GROUP BY stream_kind, stream_id ORDER BY stream_kind, stream_id";

impl Sqlite {
    pub(super) async fn heads(
        &self,
        municipality: MunicipalityCode,
        made_at: Timestamp,
    ) -> Result<Checkpoint, StoreError> {
        let mut reading = self.reading().await?;
        let last: i64 = sqlx::query_scalar("SELECT coalesce(max(position), 0) FROM event WHERE municipality = ?")
            .bind(municipality.to_string())
            .fetch_one(&mut *reading.transaction)
            .await
            .map_err(|error| self.failures().of(&error))?;
        let rows: Vec<(String, String, i64, Vec<u8>)> = sqlx::query_as(HEADS)
            .bind(municipality.to_string())
            .bind(last)
            .fetch_all(&mut *reading.transaction)
            .await
            .map_err(|error| self.failures().of(&error))?;
        let heads = rows.into_iter().map(|row| head(row, self.failures())).collect::<Result<_, _>>()?;
        Ok(Checkpoint::new(municipality, made_at, Position::read(last), heads))
    }

    pub(super) async fn differences(&self, checkpoint: &Checkpoint) -> Result<Vec<Difference>, StoreError> {
        let mut reading = self.reading().await?;
        let mut differences = Vec::new();
        let municipality = checkpoint.municipality.to_string();
        let then = i64::try_from(checkpoint.events).unwrap_or(i64::MAX);
        let now: i64 = sqlx::query_scalar("SELECT coalesce(max(position), 0) FROM event WHERE municipality = ?")
            .bind(&municipality)
            .fetch_one(&mut *reading.transaction)
            .await
            .map_err(|error| self.failures().of(&error))?;
        if now < then {
            differences.push(Difference::FewerEvents { then: checkpoint.events, now: now.cast_unsigned() });
        }
        for heads in checkpoint.streams.chunks(AT_A_TIME) {
            differences.extend(compare_heads(&mut reading.transaction, &municipality, heads, self.failures()).await?);
        }
        let rows: Vec<(String, String, i64, Vec<u8>)> = sqlx::query_as(HEADS)
            .bind(&municipality)
            .bind(then)
            .fetch_all(&mut *reading.transaction)
            .await
            .map_err(|error| self.failures().of(&error))?;
        let known: HashMap<&Stream, Version> =
            checkpoint.streams.iter().map(|head| (&head.stream, head.version)).collect();
        for row in rows {
            let Head { stream, version, .. } = head(row, self.failures())?;
            if known.get(&stream).is_none_or(|known| *known < version) {
                differences.push(Difference::Inserted { stream, at: version });
            }
        }
        Ok(differences)
    }
}

fn head((kind, id, version, hash): (String, String, i64, Vec<u8>), failures: &Failures) -> Result<Head, StoreError> {
    let kind = StreamKind::named(&kind).ok_or_else(|| failures.damaged(format_args!("no stream kind: {kind}")))?;
    let id = StreamId::new(id).map_err(|error| failures.damaged(error))?;
    let hash = Digest::from_slice(&hash).ok_or_else(|| failures.damaged("a hash of another length"))?;
    Ok(Head { stream: Stream { kind, id }, version: Version::read(version), hash })
}

async fn compare_heads(
    connection: &mut sqlx::SqliteConnection,
    municipality: &str,
    heads: &[Head],
    failures: &Failures,
) -> Result<Vec<Difference>, StoreError> {
    const COMPARE: &str = "
        SELECT (SELECT max(version) FROM event
                WHERE municipality = ?1 AND stream_kind = asked.value ->> 0 AND stream_id = asked.value ->> 1),
            (SELECT hash FROM event
                WHERE municipality = ?1 AND stream_kind = asked.value ->> 0 AND stream_id = asked.value ->> 1
                AND version = asked.value ->> 2)
        FROM json_each(?2) AS asked ORDER BY asked.key";
    let asked: Vec<(&str, &str, u64)> =
        heads.iter().map(|head| (head.stream.kind.as_str(), head.stream.id.as_str(), head.version.0)).collect();
    let asked = serde_json::to_string(&asked)
        .map_err(|error| StoreError::Other { place: failures.place(), detail: error.to_string() })?;
    let rows: Vec<(Option<i64>, Option<Vec<u8>>)> = sqlx::query_as(COMPARE)
        .bind(municipality)
        .bind(asked)
        .fetch_all(connection)
        .await
        .map_err(|error| failures.of(&error))?;
    let differences = heads.iter().zip(rows).filter_map(|(head, (now, hash))| {
        let (stream, then) = (head.stream.clone(), head.version);
        match (now.map(Version::read), hash) {
            (None, _) => Some(Difference::StreamGone { stream, then }),
            (Some(now), _) if now < then => Some(Difference::TailGone { stream, then, now }),
            (Some(_), Some(hash)) if hash == head.hash.0 => None,
            (Some(_), _) => Some(Difference::HistoryChanged { stream, at: then }),
        }
    });
    Ok(differences.collect())
}
