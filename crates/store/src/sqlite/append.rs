//! Recording a batch: look where the chains stand, seal the events, write them with their views, commit.

use std::collections::HashMap;

use case::municipality::MunicipalityCode;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::eager::eagerly;
use super::script::Script;
use super::session::Session;
use super::view_rows;
use super::{Sqlite, failure::Failures};
use crate::batch::{Append, Appended, Batch, ContentRemoved};
use crate::chain::{self, Digest, Header, Salt};
use crate::error::{AppendError, StoreError};
use crate::event::NewEvent;
use crate::key::IdempotencyKey;
use crate::stream::{Expected, Position, Stream, Version};

impl Sqlite {
    pub(super) async fn append_batch(&self, batch: &Batch) -> Result<Appended, AppendError> {
        refuse_what_is_no_batch(batch)?;
        let mut session = self.session().await?;
        let appended = record(&mut session, batch, self.failures()).await;
        session.release().await;
        appended
    }

    pub(super) async fn session(&self) -> Result<Session, StoreError> {
        self.inner.writer.session().await.map_err(|error| self.failures().of(&error))
    }
}

fn refuse_what_is_no_batch(batch: &Batch) -> Result<(), AppendError> {
    let mut events = batch.appends.iter().flat_map(|append| &append.events).peekable();
    if events.peek().is_none() {
        return Err(AppendError::Empty);
    }
    if events.any(|event| event.name.as_str() == ContentRemoved::NAME) {
        return Err(AppendError::Reserved(ContentRemoved::NAME));
    }
    Ok(())
}

async fn record(session: &mut Session, batch: &Batch, failures: &Failures) -> Result<Appended, AppendError> {
    if let Some(last) = record_as_seen(session, batch, failures).await? {
        return Ok(Appended::Now(last));
    }
    let ground = Ground::lock(session.connection(), batch).await.map_err(|error| failures.of(&error))?;
    if let Some(position) = ground.done {
        return Ok(Appended::Before(position));
    }
    if ground.has_other_views {
        return Err(AppendError::OtherViews);
    }
    let (script, last) = write(Script::new(), batch, ground)?;
    session.commit(script).await.map_err(|error| failures.of(&error))?;
    Ok(Appended::Now(last))
}

/// Records a batch on the ground that its writer saw, which saves the look.
///
/// Safe without it: were anything recorded since, the next position would be taken, and the tables' keys refuse a position, a version or an
/// idempotency key that is taken; a key also refuses rows that don't belong to the views there. None then, as where the writer saw too little: nothing is recorded, and the store has to look.
async fn record_as_seen(
    session: &mut Session,
    batch: &Batch,
    failures: &Failures,
) -> Result<Option<Position>, AppendError> {
    let Some(ground) = Ground::seen(batch) else { return Ok(None) };
    let mut script = Script::new();
    script.statement("BEGIN IMMEDIATE;");
    let (script, last) = match write(script, batch, ground) {
        Err(AppendError::Conflict { .. }) => return Ok(None),
        written => written?,
    };
    match session.commit(script).await {
        Ok(()) => Ok(Some(last)),
        Err(sqlx::Error::Database(fault)) if fault.is_unique_violation() => {
            session.roll_back().await;
            Ok(None)
        }
        Err(error) => Err(failures.of(&error).into()),
    }
}

/// Adds everything that the batch writes to a script in which a transaction is open, and says where its last event stands.
pub(super) fn write(mut script: Script, batch: &Batch, ground: Ground) -> Result<(Script, Position), AppendError> {
    if let Some(made_of) = &batch.made_of {
        // The key is taken where a row with another book or standard stands there; nothing is inserted otherwise.
        const REFUSE_OTHER_VIEWS: &str = "
            INSERT INTO views_made_of (municipality, book, standard)
            SELECT municipality, book, standard FROM views_made_of WHERE municipality = ? AND (book, standard) IS NOT (?, ?);";
        script
            .statement(REFUSE_OTHER_VIEWS)
            .bind(batch.municipality.to_string())
            .bind(made_of.book.0.to_vec())
            .bind(made_of.standard.0.to_vec());
    }
    let mut chains = Chains { municipality: batch.municipality, ground };
    for append in &batch.appends {
        chains.expect(append)?;
        for event in &append.events {
            let sealed = chains.seal(&append.stream, event)?;
            sealed.write(&mut script);
        }
    }
    let last = chains.ground.last;
    if let Some(key) = &batch.key {
        script
            .statement("INSERT INTO command_done (municipality, key, position) VALUES (?, ?, ?);")
            .bind(batch.municipality.to_string())
            .bind(key.as_str().to_owned())
            .bind(last.stored());
    }
    view_rows::write(&mut script, batch.municipality, &batch.views);
    if batch.appends.iter().map(|append| append.events.len()).sum::<usize>() > REUSED_UP_TO {
        script.run_once();
    }
    Ok((script, last))
}

/// A batch with more events than this is an import's: its statements aren't worth keeping prepared.
const REUSED_UP_TO: usize = 4;

/// Where the record stands while the lock is held.
pub(super) struct Ground {
    done: Option<Position>,
    has_other_views: bool,
    last: Position,
    heads: HashMap<Stream, (Version, Digest)>,
}

/// What a row of the look at the ground tells.
mod told {
    pub(super) const DONE: i64 = 0;
    pub(super) const LAST: i64 = 1;
    pub(super) const OTHER_VIEWS: i64 = 2;
}

impl Ground {
    /// The ground that the writer saw; none unless it saw every stream of the batch.
    fn seen(batch: &Batch) -> Option<Self> {
        let seen = batch.seen.as_ref()?;
        let heads: HashMap<Stream, (Version, Digest)> =
            seen.heads.iter().map(|head| (head.stream.clone(), (head.version, head.hash))).collect();
        let all = batch.appends.iter().all(|append| heads.contains_key(&append.stream));
        all.then_some(Self { done: None, has_other_views: false, last: seen.last, heads })
    }

    /// Takes the write lock, and reads the municipality's last position, the heads of the batch's streams, and whether its key was seen.
    pub(super) async fn lock(connection: &mut SqliteConnection, batch: &Batch) -> Result<Self, sqlx::Error> {
        const LOOK: &str = "
            BEGIN IMMEDIATE;
            SELECT 0, position, NULL, NULL FROM command_done WHERE municipality = ? AND key = ?
            UNION ALL
            SELECT 1, coalesce(max(position), 0), NULL, NULL FROM event WHERE municipality = ?
            UNION ALL
            SELECT 2, 0, NULL, NULL FROM views_made_of WHERE municipality = ? AND (book, standard) IS NOT (?, ?) AND ? IS NOT NULL
            UNION ALL
            SELECT 3, head.version, head.hash, asked.key FROM json_each(?) AS asked CROSS JOIN event AS head
                ON head.municipality = ? AND head.stream_kind = asked.value ->> 0 AND head.stream_id = asked.value ->> 1
            AND head.version = (
                SELECT max(version) FROM event
                WHERE municipality = ? AND stream_kind = asked.value ->> 0 AND stream_id = asked.value ->> 1
            )";
        let asked: Vec<[&str; 2]> =
            batch.appends.iter().map(|append| [append.stream.kind.as_str(), append.stream.id.as_str()]).collect();
        let municipality = batch.municipality.to_string();
        let asked = serde_json::to_string(&asked).map_err(|error| sqlx::Error::Encode(error.into()))?;
        let key = batch.key.as_ref().map(IdempotencyKey::as_str);
        let [book, standard] = batch
            .made_of
            .map_or([None, None], |made_of| [made_of.book, made_of.standard].map(|digest| Some(digest.0.to_vec())));
        let look = sqlx::query(LOOK).bind(&municipality).bind(key).bind(&municipality);
        let look = look.bind(&municipality).bind(book.clone()).bind(standard).bind(book);
        let rows = eagerly(look.bind(asked).bind(&municipality).bind(&municipality).fetch_all(connection)).await?;
        let mut ground = Self { done: None, has_other_views: false, last: Position(0), heads: HashMap::new() };
        for row in &rows {
            ground.learn(row, batch)?;
        }
        Ok(ground)
    }

    fn learn(&mut self, row: &SqliteRow, batch: &Batch) -> Result<(), sqlx::Error> {
        let number: i64 = row.try_get(1)?;
        match row.try_get::<i64, _>(0)? {
            told::DONE => self.done = Some(Position::read(number)),
            told::LAST => self.last = Position::read(number),
            told::OTHER_VIEWS => self.has_other_views = true,
            _head => {
                let hash: Vec<u8> = row.try_get(2)?;
                let hash =
                    Digest::from_slice(&hash).ok_or_else(|| sqlx::Error::Decode("a hash of another length".into()))?;
                let index = usize::try_from(row.try_get::<i64, _>(3)?).unwrap_or(usize::MAX);
                if let Some(append) = batch.appends.get(index) {
                    self.heads.insert(append.stream.clone(), (Version::read(number), hash));
                }
            }
        }
        Ok(())
    }
}

struct Chains {
    municipality: MunicipalityCode,
    ground: Ground,
}

impl Chains {
    fn expect(&self, append: &Append) -> Result<(), AppendError> {
        let actual = self.ground.heads.get(&append.stream).map(|(version, _)| *version);
        let holds = match append.expected {
            Expected::New => actual.is_none(),
            Expected::At(version) => actual == Some(version),
            Expected::Any => true,
        };
        if holds {
            return Ok(());
        }
        Err(AppendError::Conflict { stream: append.stream.clone(), expected: append.expected, actual })
    }

    /// Gives an event its place, its salts and its hash, and makes it the head of its stream.
    fn seal<'e>(&mut self, stream: &'e Stream, event: &'e NewEvent) -> Result<Sealed<'e>, StoreError> {
        let head = self.ground.heads.get(stream).copied();
        let (version, previous) = head.map_or((Version::FIRST, Digest::NONE), |(version, hash)| (version.next(), hash));
        let position = self.ground.last.next();
        let salt = fresh_salt()?;
        let mut attachment_salts = Vec::with_capacity(event.attachments.len());
        let mut attachment_digests = Vec::with_capacity(event.attachments.len() * 32);
        for document in &event.attachments {
            let salt = fresh_salt()?;
            let digest = chain::attachment_digest(
                &salt,
                document.name.as_bytes(),
                document.media_type.as_bytes(),
                &document.bytes,
            );
            attachment_digests.extend_from_slice(&digest.0);
            attachment_salts.push(salt);
        }
        let mut sealed = Sealed {
            municipality: self.municipality.to_string(),
            stream,
            event,
            version,
            position,
            happened_on: event.happened.on.to_string(),
            happened_at: event.happened.at.map(|at| at.to_string()),
            recorded_at: format!("{:.9}", event.recorded_at),
            salt,
            content_digest: chain::content_digest(&salt, event.content.as_bytes()),
            attachment_salts,
            attachment_digests,
            previous,
            hash: Digest::NONE,
        };
        sealed.hash = sealed.header().hash();
        self.ground.heads.insert(stream.clone(), (version, sealed.hash));
        self.ground.last = position;
        Ok(sealed)
    }
}

fn fresh_salt() -> Result<Salt, StoreError> {
    let mut salt = Salt::default();
    getrandom::fill(&mut salt).map_err(|error| StoreError::NoRandomness { detail: error.to_string() })?;
    Ok(salt)
}

/// An event with everything that its row holds.
struct Sealed<'a> {
    municipality: String,
    stream: &'a Stream,
    event: &'a NewEvent,
    version: Version,
    position: Position,
    happened_on: String,
    happened_at: Option<String>,
    recorded_at: String,
    salt: Salt,
    content_digest: Digest,
    attachment_salts: Vec<Salt>,
    attachment_digests: Vec<u8>,
    previous: Digest,
    hash: Digest,
}

impl Sealed<'_> {
    fn header(&self) -> Header<'_> {
        Header {
            municipality: self.municipality.as_bytes(),
            stream_kind: self.stream.kind.as_str().as_bytes(),
            stream_id: self.stream.id.as_str().as_bytes(),
            version: self.version.stored(),
            position: self.position.stored(),
            name: self.event.name.as_str().as_bytes(),
            happened_on: self.happened_on.as_bytes(),
            happened_at: self.happened_at.as_deref().map(str::as_bytes),
            recorded_at: self.recorded_at.as_bytes(),
            recorded_by: self.event.by.as_str().as_bytes(),
            role: self.event.role.as_str().as_bytes(),
            content_digest: &self.content_digest.0,
            attachment_digests: &self.attachment_digests,
            previous: &self.previous.0,
        }
    }

    fn write(self, script: &mut Script) {
        let position = self.position.stored();
        script
            .statement(
                "INSERT INTO event (municipality, stream_kind, stream_id, version, position, name, happened_on, happened_at,
                 recorded_at, recorded_by, role, content_digest, attachment_digests, previous, hash)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);",
            )
            .bind(self.municipality.clone())
            .bind(self.stream.kind.as_str())
            .bind(self.stream.id.as_str().to_owned())
            .bind(self.version.stored())
            .bind(position)
            .bind(self.event.name.as_str().to_owned())
            .bind(self.happened_on)
            .bind(self.happened_at)
            .bind(self.recorded_at)
            .bind(self.event.by.as_str().to_owned())
            .bind(self.event.role.as_str().to_owned())
            .bind(self.content_digest.0.to_vec())
            .bind(self.attachment_digests)
            .bind(self.previous.0.to_vec())
            .bind(self.hash.0.to_vec());
        script
            .statement("INSERT INTO event_content (municipality, position, salt, content) VALUES (?, ?, ?, ?);")
            .bind(self.municipality.clone())
            .bind(position)
            .bind(self.salt.to_vec())
            .bind(self.event.content.as_bytes().to_vec());
        for ((document, salt), number) in self.event.attachments.iter().zip(self.attachment_salts).zip(1_i64..) {
            script
                .statement(
                    "INSERT INTO attachment (municipality, position, number, salt, name, media_type, document)
                     VALUES (?, ?, ?, ?, ?, ?, ?);",
                )
                .bind(self.municipality.clone())
                .bind(position)
                .bind(number)
                .bind(salt.to_vec())
                .bind(document.name.clone())
                .bind(document.media_type.clone())
                .bind(document.bytes.clone());
        }
    }
}
