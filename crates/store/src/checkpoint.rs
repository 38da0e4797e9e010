//! The checkpoint: what the municipality keeps elsewhere, so that a removed end is found too.
//!
//! # What a chain can't show by itself
//!
//! A chain proves that what stands in it is what was written, and in that order. It can't prove that nothing more was written:
//!
//! - Take away a municipality's **last** events, and what is left is a sound, shorter record. (Taking any others away leaves a hole in
//!   the positions.) The same goes for restoring an old backup.
//! - Take away **everything**, and an empty record is sound.
//! - **Write it all anew** from some event on, with other contents and fresh hashes, and the new chains are sound. Whoever can write to
//!   the database and has this program's source can do that.
//!
//! A checkpoint that lies where that person can't write finds all three, for everything up to the moment it was made. What was recorded
//! after the latest checkpoint is as safe as the machine. So make them often, and keep each one.

use jiff::Timestamp;
use law::Language;
use serde::{Deserialize, Serialize};

use crate::chain::{self, Digest, Head};
use crate::error::stream_in_words;
use crate::stream::{Position, Stream, Version};
use case::municipality::MunicipalityCode;

/// Every stream's last event at one moment, and one hash over them all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// What the file is, and which edition of it.
    format: Format,
    /// Whose record it is.
    pub municipality: MunicipalityCode,
    /// When it was made. Given by the caller: the store reads no clock.
    pub made_at: Timestamp,
    /// How many events the record had.
    pub events: u64,
    /// The hash over everything below. Printed or read out by itself, it is a small checkpoint of its own.
    pub root: Digest,
    /// Every stream's last event, in the order of the streams.
    pub streams: Vec<Head>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Format {
    #[serde(rename = "genvej checkpoint 1")]
    First,
}

/// Why a file is no checkpoint.
#[derive(Debug, thiserror::Error)]
pub enum CheckpointError {
    /// It isn't JSON of that shape.
    #[error("not a checkpoint: {0}")]
    Shape(#[from] serde_json::Error),
    /// Its root hash isn't that of its streams: the file was changed or cut.
    #[error("the checkpoint's root hash isn't that of its streams")]
    Root,
}

impl CheckpointError {
    /// What is wrong with the file, and what to do.
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::Shape(error), Language::Danish) => format!(
                "Filen er ikke et kontrolpunkt (linje {}, tegn {}). Vælg en fil, som genvej verify har skrevet.",
                error.line(),
                error.column()
            ),
            (Self::Shape(error), Language::English) => format!(
                "The file is not a checkpoint (line {}, column {}). Choose a file that genvej verify has written.",
                error.line(),
                error.column()
            ),
            (Self::Root, _) => language
                .pick(
                    "Kontrolpunktet er selv ændret eller afkortet: dets sum passer ikke. Hent det igen fra dér, hvor det er gemt.",
                    "The checkpoint itself was changed or cut: its sum doesn't fit. Fetch it again from where it is kept.",
                )
                .to_owned(),
        }
    }
}

impl Checkpoint {
    pub(crate) fn new(
        municipality: MunicipalityCode,
        made_at: Timestamp,
        events: Position,
        streams: Vec<Head>,
    ) -> Self {
        let root = chain::root(municipality, events, &streams);
        Self { format: Format::First, municipality, made_at, events: events.0, root, streams }
    }

    /// The text of the file: JSON, one stream a line.
    ///
    /// # Errors
    /// None in practice: every field is a text or a number.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let head = serde_json::to_string(&Self { streams: Vec::new(), ..self.clone() })?;
        let mut text = head.trim_end_matches("]}").to_owned();
        for (index, stream) in self.streams.iter().enumerate() {
            text.push_str(if index == 0 { "\n" } else { ",\n" });
            text.push_str(&serde_json::to_string(stream)?);
        }
        text.push_str("\n]}\n");
        Ok(text)
    }

    /// Reads a file that [`Checkpoint::to_json`] wrote.
    ///
    /// # Errors
    /// [`CheckpointError::Shape`] when it is no such JSON; [`CheckpointError::Root`] when it was changed since.
    pub fn from_json(text: &str) -> Result<Self, CheckpointError> {
        let read: Self = serde_json::from_str(text)?;
        let root = chain::root(read.municipality, Position(read.events), &read.streams);
        if root == read.root { Ok(read) } else { Err(CheckpointError::Root) }
    }
}

/// In what the record differs from a checkpoint made earlier. An event recorded since is no difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The record is shorter than it was.
    FewerEvents {
        /// How many it had.
        then: u64,
        /// How many it has.
        now: u64,
    },
    /// A stream is gone altogether.
    StreamGone {
        /// The stream.
        stream: Stream,
        /// How many events it had.
        then: Version,
    },
    /// A stream's last events are gone.
    TailGone {
        /// The stream.
        stream: Stream,
        /// How many events it had.
        then: Version,
        /// How many it has.
        now: Version,
    },
    /// The event that was a stream's last has another hash: it, or one before it, was written anew.
    HistoryChanged {
        /// The stream.
        stream: Stream,
        /// The event.
        at: Version,
    },
    /// A stream has events among those that the checkpoint counted, and the checkpoint doesn't know them.
    Inserted {
        /// The stream.
        stream: Stream,
        /// The last of them.
        at: Version,
    },
}

impl Difference {
    /// What differs, in a sentence.
    pub fn say(&self, language: Language) -> String {
        let name = |stream: &Stream| stream_in_words(stream, language);
        match (self, language) {
            (Self::FewerEvents { then, now }, Language::Danish) => {
                format!("Protokollen havde {then} hændelser og har nu {now}: de sidste er fjernet.")
            }
            (Self::FewerEvents { then, now }, Language::English) => {
                format!("The record had {then} events and now has {now}: the last ones were removed.")
            }
            (Self::StreamGone { stream, then }, Language::Danish) => {
                format!("Hele {} er fjernet ({then} hændelser).", name(stream))
            }
            (Self::StreamGone { stream, then }, Language::English) => {
                format!("All of {} was removed ({then} events).", name(stream))
            }
            (Self::TailGone { stream, then, now }, Language::Danish) => {
                format!("Slutningen af {} er fjernet: den havde {then} hændelser og har nu {now}.", name(stream))
            }
            (Self::TailGone { stream, then, now }, Language::English) => {
                format!("The end of {} was removed: it had {then} events and now has {now}.", name(stream))
            }
            (Self::HistoryChanged { stream, at }, Language::Danish) => {
                format!("Historien i {} er skrevet om: hændelse {at} er ikke den, den var.", name(stream))
            }
            (Self::HistoryChanged { stream, at }, Language::English) => {
                format!("The history of {} was rewritten: event {at} is not what it was.", name(stream))
            }
            (Self::Inserted { stream, at }, Language::Danish) => {
                format!("I {} er der sat hændelser ind bagud i tid, til og med hændelse {at}.", name(stream))
            }
            (Self::Inserted { stream, at }, Language::English) => {
                format!("Events were put into {} backwards in time, up to event {at}.", name(stream))
            }
        }
    }
}

/// What the help of `verify` says of records without a checkpoint.
pub fn limits(language: Language) -> &'static str {
    language.pick(
        "Uden et kontrolpunkt kan kæden ikke vise, om de allersidste hændelser er fjernet, om en gammel sikkerhedskopi er lagt på, eller om alt er \
         skrevet om fra et sted. Gem derfor jævnligt et kontrolpunkt et andet sted, hvor ingen, der kan skrive i databasen, kan ændre det.",
        "Without a checkpoint the chain can't show whether the very last events were removed, whether an old backup was put in place, or whether \
         everything was written anew from some point on. So keep a checkpoint regularly, somewhere that nobody who can write to the database can change.",
    )
}
