//! Removing what an event says, by a decision that is an event itself.

use case::municipality::MunicipalityCode;
use sqlx::SqliteConnection;

use super::Sqlite;
use super::append::{self, Ground};
use super::failure::Failures;
use super::script::Script;
use super::session::Session;
use crate::batch::{Append, Batch, ContentRemoved, Removal, RemovalScope};
use crate::error::{AppendError, RemovalError, StoreError};
use crate::event::{Json, NewEvent};
use crate::key::{EventName, StreamId};
use crate::stream::{Position, Stream, StreamKind};

/// The event whose content is to go, and what of it is still there.
struct Target {
    stream: Stream,
    name: String,
    has_content: bool,
    has_attachments: bool,
}

impl Sqlite {
    pub(super) async fn remove(
        &self,
        municipality: MunicipalityCode,
        removal: &Removal,
    ) -> Result<Position, RemovalError> {
        let mut session = self.session().await?;
        let removed = remove(&mut session, municipality, removal, self.failures()).await;
        session.release().await;
        if removed.is_ok() {
            self.empty_the_write_ahead_log().await;
        }
        removed
    }

    /// The write-ahead log still holds the page as it was before. Folding it into the file and cutting it to nothing ends that. While
    /// somebody reads, SQLite can't; then the next removal or closing does.
    async fn empty_the_write_ahead_log(&self) {
        if let Ok(mut session) = self.session().await {
            let _ = sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)").execute(session.outside_transaction()).await;
            session.release().await;
        }
    }
}

async fn remove(
    session: &mut Session,
    municipality: MunicipalityCode,
    removal: &Removal,
    failures: &Failures,
) -> Result<Position, RemovalError> {
    let found = find(session.outside_transaction(), municipality, removal.position, failures).await?;
    let Some(target) = found else { return Err(RemovalError::NoSuchEvent(removal.position)) };
    if target.name == ContentRemoved::NAME {
        return Err(RemovalError::IsADecision(removal.position));
    }
    // Nobody else in this program writes meanwhile, and another program that removed the same just now makes the stream's version differ.
    let something_goes = match removal.scope {
        RemovalScope::ContentAndAttachments => target.has_content || target.has_attachments,
        RemovalScope::Attachments => target.has_attachments,
    };
    if !something_goes {
        return Err(RemovalError::NothingThere(removal.position));
    }
    let batch = decision(municipality, target.stream, removal)?;
    let ground = Ground::lock(session.connection(), &batch).await.map_err(|error| failures.of(&error))?;
    let (mut script, last) = append::write(Script::new(), &batch, ground).map_err(refused)?;
    let (code, position) = (municipality.to_string(), removal.position.stored());
    script
        .statement("DELETE FROM attachment WHERE municipality = ? AND position = ?;")
        .bind(code.clone())
        .bind(position);
    if removal.scope == RemovalScope::ContentAndAttachments {
        script
            .statement("DELETE FROM event_content WHERE municipality = ? AND position = ?;")
            .bind(code.clone())
            .bind(position);
    }
    session.commit(script).await.map_err(|error| failures.of(&error))?;
    Ok(last)
}

async fn find(
    connection: &mut SqliteConnection,
    municipality: MunicipalityCode,
    position: Position,
    failures: &Failures,
) -> Result<Option<Target>, StoreError> {
    const FIND: &str = "
        SELECT stream_kind, stream_id, name,
            EXISTS (SELECT 1 FROM event_content AS c WHERE c.municipality = event.municipality AND c.position = event.position),
            EXISTS (SELECT 1 FROM attachment AS a WHERE a.municipality = event.municipality AND a.position = event.position)
        FROM event WHERE municipality = ? AND position = ?";
    let query = sqlx::query_as(FIND).bind(municipality.to_string()).bind(position.stored());
    let found: Option<(String, String, String, bool, bool)> =
        query.fetch_optional(connection).await.map_err(|error| failures.of(&error))?;
    let Some((kind, id, name, has_content, has_attachments)) = found else { return Ok(None) };
    let kind = StreamKind::named(&kind).ok_or_else(|| failures.damaged(format_args!("no stream kind: {kind}")))?;
    let id = StreamId::new(id).map_err(|error| failures.damaged(error))?;
    Ok(Some(Target { stream: Stream { kind, id }, name, has_content, has_attachments }))
}

/// The decision as the event that records it.
fn decision(municipality: MunicipalityCode, stream: Stream, removal: &Removal) -> Result<Batch, StoreError> {
    let unwritable = |detail: String| StoreError::Other { place: "removal".to_owned(), detail };
    let content = ContentRemoved { position: removal.position, scope: removal.scope, reason: removal.reason.clone() };
    let event = NewEvent {
        name: EventName::new(ContentRemoved::NAME).map_err(|error| unwritable(error.to_string()))?,
        happened: removal.happened,
        recorded_at: removal.recorded_at,
        by: removal.by.clone(),
        role: removal.role.clone(),
        content: Json::of(&content).map_err(|error| unwritable(error.to_string()))?,
        attachments: Vec::new(),
    };
    Ok(Batch {
        municipality,
        appends: vec![Append { stream, expected: removal.expected, events: vec![event] }],
        views: removal.views.clone(),
        key: None,
        seen: None,
        made_of: None,
    })
}

fn refused(error: AppendError) -> RemovalError {
    match error {
        AppendError::Conflict { stream, expected, actual } => RemovalError::Conflict { stream, expected, actual },
        AppendError::Store(error) => RemovalError::Store(error),
        // None of these can be of a batch that `decision` made.
        AppendError::OtherViews | AppendError::Empty | AppendError::Reserved(_) => {
            RemovalError::Store(StoreError::Other { place: "removal".to_owned(), detail: error.to_string() })
        }
    }
}
