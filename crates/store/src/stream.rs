//! Where an event stands: its stream, its version there, and its position in the municipality's whole record.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::key::StreamId;

/// What a stream tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StreamKind {
    /// One plan or one request, from intake to end.
    Case,
    /// What is true of the person: name, address, protection, death, who represents them.
    Person,
    /// What concerns no single case: users, standards, the running of the program.
    System,
}

impl StreamKind {
    /// Every kind, in the order of their names.
    pub const ALL: [Self; 3] = [Self::Case, Self::Person, Self::System];

    /// The kind as it stands in keys and in the chain.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Person => "person",
            Self::System => "system",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// One stream of a municipality's record: events that follow each other in one chain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stream {
    /// What the stream tells of.
    pub kind: StreamKind,
    /// Which one it is.
    pub id: StreamId,
}

impl Stream {
    /// The stream of one case.
    pub fn case(id: StreamId) -> Self {
        Self { kind: StreamKind::Case, id }
    }

    /// The stream of one person.
    pub fn person(id: StreamId) -> Self {
        Self { kind: StreamKind::Person, id }
    }

    /// A stream of the system itself.
    pub fn system(id: StreamId) -> Self {
        Self { kind: StreamKind::System, id }
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.as_str(), self.id)
    }
}

macro_rules! ordinal {
    ($(#[$documentation:meta])* $name:ident) => {
        $(#[$documentation])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u64);

        impl $name {
            /// The first of all.
            pub const FIRST: Self = Self(1);

            /// The one after this.
            #[must_use]
            pub fn next(self) -> Self {
                Self(self.0 + 1)
            }

            /// As the database counts. Far below its limit: a record with an event each nanosecond fills it in 292 years.
            pub(crate) fn stored(self) -> i64 {
                self.0.cast_signed()
            }

            pub(crate) fn read(stored: i64) -> Self {
                Self(stored.cast_unsigned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

ordinal! {
    /// An event's number in its stream. The first is 1, and none is left out.
    Version
}

ordinal! {
    /// An event's number in the municipality's whole record, across all streams. The first is 1, and none is left out: a hole
    /// shows that something was taken away.
    Position
}

/// Where one event stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The stream it belongs to.
    pub stream: Stream,
    /// Its number in the stream.
    pub version: Version,
    /// Its number in the municipality's record.
    pub position: Position,
}

/// What the writer believes of the stream when it appends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// That it has no event yet.
    New,
    /// That this is its last event: what the writer has read and decided on.
    At(Version),
    /// Nothing: the events are true whatever else was recorded meanwhile.
    Any,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => f.write_str("no event"),
            Self::At(version) => write!(f, "version {version}"),
            Self::Any => f.write_str("any version"),
        }
    }
}
