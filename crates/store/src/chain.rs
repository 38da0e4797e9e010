//! The chain: what is hashed, byte by byte, so that anybody can compute it again with a program of their own.
//!
//! # Bytes
//!
//! Everything that is hashed is a row of fields, and every field says how long it is, so that two different rows never make the
//! same bytes.
//!
//! | field | bytes |
//! |---|---|
//! | number | 8 bytes, big-endian, two's complement |
//! | bytes | their count as a number, then they themselves |
//! | text | its UTF-8 as bytes |
//! | optional text | one byte 0 when there is none; else one byte 1, then the text |
//!
//! All hashes are SHA-256.
//!
//! # What is hashed
//!
//! **Content digest**: text `genvej content 1`, bytes salt, bytes content.
//!
//! **Attachment digest**: text `genvej attachment 1`, bytes salt, text name, text media type, bytes document.
//!
//! **Event hash**: text `genvej event 1`, text municipality, text stream kind, text stream id, number version, number position,
//! text name, text `happened_on` (`2024-05-02`), optional text `happened_at` (`10:15:00`), text `recorded_at`
//! (`2024-05-02T08:15:00.000000000Z`, always nine decimals), text by, text role, bytes content digest, bytes attachment digests (one
//! after the other, 32 bytes each), bytes previous hash (the hash of the event before it in its stream; 32 zero bytes for the first).
//!
//! **Root hash** of a checkpoint: text `genvej root 1`, text municipality, number of events, number of streams, then for each stream, in
//! the order of kind and id: text kind, text id, number version, bytes hash of its last event.
//!
//! # Why salted
//!
//! The header outlives the content. Without salt, somebody with a guess ("was it this diagnosis?") could hash the guess and compare.
//! The salt is 32 random bytes that lie beside the content and are removed with it.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::stream::{Position, Stream, Version};
use case::municipality::MunicipalityCode;

/// A SHA-256 value. Prints, and stands in JSON, as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// What stands as previous hash in the first event of a stream.
    pub const NONE: Self = Self([0; 32]);

    /// The digest of some bytes, as any tool computes it.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest in these bytes, if there are 32.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        const WRONG: &str = "a digest is 64 hexadecimal digits";
        let mut digest = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(WRONG);
        }
        for (byte, at) in digest.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| WRONG)?;
        }
        Ok(Self(digest))
    }
}

/// The random bytes that lie beside a content or an attachment and go with it.
pub type Salt = [u8; 32];

/// Everything of an event that its hash covers, as it lies in the database.
///
/// Raw bytes and not the types of [`Recorded`](crate::event::Recorded): a changed byte must be found even where it makes no date any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// Whose record it is.
    pub municipality: &'a [u8],
    /// `case`, `person` or `system`.
    pub stream_kind: &'a [u8],
    /// Which stream of that kind.
    pub stream_id: &'a [u8],
    /// Number in the stream.
    pub version: i64,
    /// Number in the municipality's record.
    pub position: i64,
    /// Name and edition.
    pub name: &'a [u8],
    /// The day it happened.
    pub happened_on: &'a [u8],
    /// The time of day it happened, where known.
    pub happened_at: Option<&'a [u8]>,
    /// The instant it was recorded.
    pub recorded_at: &'a [u8],
    /// Who recorded it.
    pub recorded_by: &'a [u8],
    /// The role in which they did.
    pub role: &'a [u8],
    /// Salted digest of the content.
    pub content_digest: &'a [u8],
    /// Salted digests of the attachments, one after the other.
    pub attachment_digests: &'a [u8],
    /// Hash of the event before it in the stream.
    pub previous: &'a [u8],
}

impl Header<'_> {
    /// The bytes that are hashed.
    pub fn encode(&self) -> Vec<u8> {
        let mut fields = Fields::of("genvej event 1");
        fields.bytes(self.municipality).bytes(self.stream_kind).bytes(self.stream_id);
        fields.number(self.version).number(self.position);
        fields.bytes(self.name).bytes(self.happened_on).optional(self.happened_at);
        fields.bytes(self.recorded_at).bytes(self.recorded_by).bytes(self.role);
        fields.bytes(self.content_digest).bytes(self.attachment_digests).bytes(self.previous);
        fields.0
    }

    /// The event's hash.
    pub fn hash(&self) -> Digest {
        Digest::of(&self.encode())
    }
}

/// The salted digest of an event's content.
pub fn content_digest(salt: &[u8], content: &[u8]) -> Digest {
    let mut fields = Fields::of("genvej content 1");
    fields.bytes(salt).bytes(content);
    Digest::of(&fields.0)
}

/// The salted digest of an attachment. Name and media type are in it, so that the header need not tell them.
pub fn attachment_digest(salt: &[u8], name: &[u8], media_type: &[u8], document: &[u8]) -> Digest {
    let mut fields = Fields::of("genvej attachment 1");
    fields.bytes(salt).bytes(name).bytes(media_type).bytes(document);
    Digest::of(&fields.0)
}

/// A stream's last event, as a checkpoint holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The stream.
    #[serde(flatten)]
    pub stream: Stream,
    /// The number of its last event, which is how many it has.
    pub version: Version,
    /// The hash of its last event, which vouches for all before it.
    pub hash: Digest,
}

/// One hash for the whole record: any change to any event changes it. `heads` stand in the order of their streams.
pub fn root(municipality: MunicipalityCode, events: Position, heads: &[Head]) -> Digest {
    let mut fields = Fields::of("genvej root 1");
    fields.bytes(municipality.to_string().as_bytes());
    fields.number(events.stored()).number(i64::try_from(heads.len()).unwrap_or(i64::MAX));
    for head in heads {
        fields.bytes(head.stream.kind.as_str().as_bytes()).bytes(head.stream.id.as_str().as_bytes());
        fields.number(head.version.stored()).bytes(&head.hash.0);
    }
    Digest::of(&fields.0)
}

struct Fields(Vec<u8>);

impl Fields {
    /// The first field says what the others are, so that the hash of one thing is never taken for that of another.
    fn of(what: &str) -> Self {
        let mut fields = Self(Vec::with_capacity(512));
        fields.bytes(what.as_bytes());
        fields
    }

    fn number(&mut self, number: i64) -> &mut Self {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }

    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    fn optional(&mut self, bytes: Option<&[u8]>) -> &mut Self {
        self.0.push(u8::from(bytes.is_some()));
        match bytes {
            Some(bytes) => self.bytes(bytes),
            None => self,
        }
    }
}
