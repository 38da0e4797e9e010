//! An event as it is given to the record, and as it comes out again.
//!
//! The record doesn't know what the content means. It keeps bytes of JSON; the case layer writes and reads them.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::key::{EventName, Role, UserId};
use crate::stream::Place;

/// The content of an event: a text of JSON, kept byte for byte as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json(Vec<u8>);

impl Json {
    /// Writes a value as JSON.
    ///
    /// # Errors
    /// When the value can't be JSON: a map whose keys are no texts, or its own `Serialize` refuses.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::to_vec(value).map(Self)
    }

    /// Takes bytes that are JSON already.
    ///
    /// # Errors
    /// When they aren't, with line and column.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, serde_json::Error> {
        serde_json::from_slice::<serde::de::IgnoredAny>(&bytes)?;
        Ok(Self(bytes))
    }

    /// Reads the value.
    ///
    /// # Errors
    /// When the JSON has another shape than `T`, with line and column.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_slice(&self.0)
    }

    /// The bytes themselves.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// What the database gave back. Not checked again: the chain's digest vouches for it.
    pub(crate) fn kept(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

/// When something happened in the world: a Danish civil date, and the time of day where it is known. Never when it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Happened {
    /// The day.
    pub on: Date,
    /// The time of day, where anybody knows it.
    pub at: Option<Time>,
}

impl Happened {
    /// On that day, at a time that nobody recorded.
    pub fn on(day: Date) -> Self {
        Self { on: day, at: None }
    }
}

/// A document that came with an event, byte for byte: the hospital's message, a scanned letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The file's name as it came. May name a person, and is removed with the bytes.
    pub name: String,
    /// What kind of file it is: `application/xml`.
    pub media_type: String,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
}

/// An event to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    /// What it is, and which edition of its content.
    pub name: EventName,
    /// When it happened.
    pub happened: Happened,
    /// When it is recorded. Given by the caller: the store reads no clock.
    pub recorded_at: Timestamp,
    /// Who records it.
    pub by: UserId,
    /// The role in which they do.
    pub role: Role,
    /// What the case layer wants to know again.
    pub content: Json,
    /// The documents that belong to it, numbered from 1 in this order.
    pub attachments: Vec<Attachment>,
}

/// What stands in an event's content row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// What was written.
    Kept(Json),
    /// Nothing any more: it was removed by a recorded decision. The header still says that something stood there.
    Removed,
}

/// An event as the record holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Where it stands.
    pub place: Place,
    /// What it is, and which edition of its content.
    pub name: EventName,
    /// When it happened.
    pub happened: Happened,
    /// When it was recorded, to the nanosecond as it was given.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub by: UserId,
    /// The role in which they did.
    pub role: Role,
    /// What was written.
    pub content: Content,
    /// How many documents came with it, whether they are still there or not.
    pub attachments: u32,
}
