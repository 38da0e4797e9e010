//! What is recorded together: several streams' events and the views that follow from them, all or nothing.

use crate::chain::Head;
use crate::event::{Happened, NewEvent};
use crate::key::{IdempotencyKey, Role, UserId};
use crate::stream::{Expected, Position, Stream};
use crate::view::{MadeOf, ViewChange};
use case::municipality::MunicipalityCode;

/// Events for one stream, and what the writer believes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    /// The stream.
    pub stream: Stream,
    /// What must be true of the stream, or nothing of the whole batch is recorded.
    pub expected: Expected,
    /// The events, in order. May be empty: then the stream is only guarded, since the decision rested on it.
    pub events: Vec<NewEvent>,
}

/// What one command or one intake records: all of it in one durable transaction, or none.
///
/// One municipality, since positions are counted within it. A stream may occur twice; the second then expects what the first left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Whose record it is.
    pub municipality: MunicipalityCode,
    /// The events by stream; at least one event in all.
    pub appends: Vec<Append>,
    /// The view rows that are true once the events are recorded.
    pub views: Vec<ViewChange>,
    /// The mark by which the same command or message is known when it comes again.
    pub key: Option<IdempotencyKey>,
    /// Where the record stood when the batch was decided, for a writer who has just read it. Demands nothing: where it no longer holds, the
    /// store looks for itself.
    pub seen: Option<Seen>,
    /// What made the view rows. Where the views were made of something else meanwhile, nothing is recorded.
    pub made_of: Option<MadeOf>,
}

/// Where the record stood at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The municipality's last event.
    pub last: Position,
    /// The last event of each stream that was read.
    pub heads: Vec<Head>,
}

impl Batch {
    /// A batch that records nothing yet.
    pub fn new(municipality: MunicipalityCode) -> Self {
        Self { municipality, appends: Vec::new(), views: Vec::new(), key: None, seen: None, made_of: None }
    }

    /// Adds events for a stream.
    #[must_use]
    pub fn append(mut self, stream: Stream, expected: Expected, events: Vec<NewEvent>) -> Self {
        self.appends.push(Append { stream, expected, events });
        self
    }

    /// Adds a change of the views.
    #[must_use]
    pub fn view(mut self, change: ViewChange) -> Self {
        self.views.push(change);
        self
    }

    /// Marks the batch, so that the same one is recorded once only.
    #[must_use]
    pub fn keyed(mut self, key: IdempotencyKey) -> Self {
        self.key = Some(key);
        self
    }

    /// Tells where the record stood when the batch was decided, which spares the store a look.
    #[must_use]
    pub fn having_seen(mut self, seen: Seen) -> Self {
        self.seen = Some(seen);
        self
    }
}

/// What became of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// It was recorded now; this is its last event.
    Now(Position),
    /// Its key was seen before: nothing was recorded. This was its last event then.
    Before(Position),
}

impl Appended {
    /// The position of the batch's last event, recorded now or before.
    pub fn position(self) -> Position {
        match self {
            Self::Now(position) | Self::Before(position) => position,
        }
    }
}

/// How much of an event is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemovalScope {
    /// What was written, and every document that came with it.
    ContentAndAttachments,
    /// The documents alone.
    Attachments,
}

/// A decision to remove what an event says. The event's header stays, and the decision is itself an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The event whose content goes.
    pub position: Position,
    /// How much of it goes.
    pub scope: RemovalScope,
    /// What the decider believes of the event's stream.
    pub expected: Expected,
    /// Why, and under which provision. It stays for ever: it names no person and says nothing of what is removed.
    pub reason: String,
    /// When it was decided.
    pub happened: Happened,
    /// When the decision is recorded.
    pub recorded_at: jiff::Timestamp,
    /// Who records it.
    pub by: UserId,
    /// The role in which they do.
    pub role: Role,
    /// The view rows that are true once the content is gone.
    pub views: Vec<ViewChange>,
}

/// The content of a `content_removed.v1` event.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ContentRemoved {
    /// The event whose content went.
    pub position: Position,
    /// How much of it went.
    pub scope: RemovalScope,
    /// Why.
    pub reason: String,
}

impl ContentRemoved {
    /// The event's name. The store writes it itself; no batch may hold one.
    pub const NAME: &str = "content_removed.v1";
}
