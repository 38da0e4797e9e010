//! The walk along the chains. A backend hands it the rows as they lie, in the order of municipality, kind, id and version.

use std::collections::{HashMap, HashSet};

use crate::batch::{ContentRemoved, RemovalScope};
use crate::chain::{self, Digest, Header};
use crate::key::{EventName, Role, UserId};
use crate::stream::StreamKind;
use crate::verify::{At, Fault, Verification};

const DIGEST: usize = 32;

/// An event's rows, as bytes.
#[derive(Debug, Default)]
pub(crate) struct RawEvent {
    pub(crate) municipality: Vec<u8>,
    pub(crate) stream_kind: Vec<u8>,
    pub(crate) stream_id: Vec<u8>,
    pub(crate) version: i64,
    pub(crate) position: i64,
    pub(crate) name: Vec<u8>,
    pub(crate) happened_on: Vec<u8>,
    pub(crate) happened_at: Option<Vec<u8>>,
    pub(crate) recorded_at: Vec<u8>,
    pub(crate) recorded_by: Vec<u8>,
    pub(crate) role: Vec<u8>,
    pub(crate) content_digest: Vec<u8>,
    pub(crate) attachment_digests: Vec<u8>,
    pub(crate) previous: Vec<u8>,
    pub(crate) hash: Vec<u8>,
    pub(crate) content: Option<RawContent>,
    pub(crate) attachments: Vec<RawAttachment>,
}

#[derive(Debug)]
pub(crate) struct RawContent {
    pub(crate) salt: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
}

#[derive(Debug)]
pub(crate) struct RawAttachment {
    pub(crate) number: i64,
    pub(crate) salt: Vec<u8>,
    pub(crate) name: Vec<u8>,
    pub(crate) media_type: Vec<u8>,
    pub(crate) document: Vec<u8>,
}

impl RawEvent {
    fn header(&self) -> Header<'_> {
        Header {
            municipality: &self.municipality,
            stream_kind: &self.stream_kind,
            stream_id: &self.stream_id,
            version: self.version,
            position: self.position,
            name: &self.name,
            happened_on: &self.happened_on,
            happened_at: self.happened_at.as_deref(),
            recorded_at: &self.recorded_at,
            recorded_by: &self.recorded_by,
            role: &self.role,
            content_digest: &self.content_digest,
            attachment_digests: &self.attachment_digests,
            previous: &self.previous,
        }
    }

    fn at(&self) -> At {
        let text = String::from_utf8_lossy;
        At {
            municipality: text(&self.municipality).into_owned(),
            stream: format!("{}/{}", text(&self.stream_kind), text(&self.stream_id)),
            version: self.version,
            position: self.position,
        }
    }

    fn is_readable(&self) -> bool {
        let text = |bytes| std::str::from_utf8(bytes).unwrap_or_default();
        StreamKind::named(text(&self.stream_kind)).is_some()
            && EventName::new(text(&self.name)).is_ok()
            && text(&self.happened_on).parse::<jiff::civil::Date>().is_ok()
            && self.happened_at.as_deref().is_none_or(|at| text(at).parse::<jiff::civil::Time>().is_ok())
            && text(&self.recorded_at).parse::<jiff::Timestamp>().is_ok()
            && UserId::new(text(&self.recorded_by)).is_ok()
            && Role::new(text(&self.role)).is_ok()
            && self.attachment_digests.len().is_multiple_of(DIGEST)
    }
}

/// A walk under way: what was found, and what must be remembered of the stream at hand.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    pub(crate) found: Verification,
    stream: Option<StreamSoFar>,
}

#[derive(Debug)]
struct StreamSoFar {
    key: [Vec<u8>; 3],
    version: i64,
    hash: Vec<u8>,
    versions: HashMap<i64, At>,
    content_gone: HashSet<i64>,
    attachments_gone: HashMap<i64, Vec<u32>>,
    attachments_kept: HashMap<i64, Vec<u32>>,
    decisions: Vec<ContentRemoved>,
}

impl Walk {
    /// The next event.
    pub(crate) fn step(&mut self, event: &RawEvent) {
        let key = [event.municipality.clone(), event.stream_kind.clone(), event.stream_id.clone()];
        if self.stream.as_ref().is_none_or(|stream| stream.key != key) {
            self.end_stream();
            self.found.streams += 1;
            self.stream = Some(StreamSoFar::begin(key));
        }
        self.found.events += 1;
        let Some(mut stream) = self.stream.take() else { return };
        stream.prove_header(event, &mut self.found);
        stream.prove_content(event, &mut self.found);
        stream.prove_attachments(event, &mut self.found);
        stream.versions.insert(event.position, event.at());
        self.stream = Some(stream);
    }

    /// After the last event.
    pub(crate) fn end(mut self) -> Verification {
        self.end_stream();
        self.found
    }

    fn end_stream(&mut self) {
        if let Some(stream) = self.stream.take() {
            stream.settle_removals(&mut self.found);
        }
    }
}

impl StreamSoFar {
    fn begin(key: [Vec<u8>; 3]) -> Self {
        Self {
            key,
            version: 0,
            hash: Digest::NONE.0.to_vec(),
            versions: HashMap::new(),
            content_gone: HashSet::new(),
            attachments_gone: HashMap::new(),
            attachments_kept: HashMap::new(),
            decisions: Vec::new(),
        }
    }

    fn prove_header(&mut self, event: &RawEvent, found: &mut Verification) {
        if event.version != self.version + 1 {
            found.fault(Fault::MissingBefore(event.at()));
        } else if event.previous != self.hash {
            found.fault(Fault::Link(event.at()));
        }
        if event.header().hash().0 != *event.hash {
            found.fault(Fault::Header(event.at()));
        } else if !event.is_readable() {
            found.fault(Fault::Unreadable(event.at()));
        }
        self.version = event.version;
        self.hash.clone_from(&event.hash);
    }

    fn prove_content(&mut self, event: &RawEvent, found: &mut Verification) {
        let Some(content) = &event.content else {
            self.content_gone.insert(event.position);
            return;
        };
        if chain::content_digest(&content.salt, &content.bytes).0 != *event.content_digest {
            found.fault(Fault::Content(event.at()));
        } else if event.name == ContentRemoved::NAME.as_bytes() {
            // Only what the chain vouches for counts as a decision.
            match serde_json::from_slice(&content.bytes) {
                Ok(decision) => self.decisions.push(decision),
                Err(_) => found.fault(Fault::Unreadable(event.at())),
            }
        }
    }

    fn prove_attachments(&mut self, event: &RawEvent, found: &mut Verification) {
        let mut there: HashMap<i64, &RawAttachment> =
            event.attachments.iter().map(|document| (document.number, document)).collect();
        for (digest, number) in event.attachment_digests.chunks(DIGEST).zip(1_u32..) {
            let Some(kept) = there.remove(&i64::from(number)) else {
                self.attachments_gone.entry(event.position).or_default().push(number);
                continue;
            };
            self.attachments_kept.entry(event.position).or_default().push(number);
            if chain::attachment_digest(&kept.salt, &kept.name, &kept.media_type, &kept.document).0 != *digest {
                found.fault(Fault::Attachment(event.at(), number));
            }
        }
        for number in there.into_keys() {
            found.fault(Fault::AttachmentTooMany(event.at(), u32::try_from(number).unwrap_or(u32::MAX)));
        }
    }

    /// What is gone must have been decided, and what was decided must be gone. Known only now: a decision comes after what it removes.
    fn settle_removals(mut self, found: &mut Verification) {
        for decision in &self.decisions {
            let position = decision.position.stored();
            let Some(at) = self.versions.get(&position) else { continue };
            if decision.scope == RemovalScope::ContentAndAttachments {
                if self.content_gone.remove(&position) {
                    found.removed += 1;
                } else if self.versions.contains_key(&position) {
                    found.fault(Fault::ContentBack(at.clone()));
                }
            }
            self.attachments_gone.remove(&position);
            for number in self.attachments_kept.remove(&position).unwrap_or_default() {
                found.fault(Fault::AttachmentTooMany(at.clone(), number));
            }
        }
        for position in &self.content_gone {
            if let Some(at) = self.versions.get(position) {
                found.fault(Fault::ContentGone(at.clone()));
            }
        }
        for (position, numbers) in &self.attachments_gone {
            if let Some(at) = self.versions.get(position) {
                for number in numbers {
                    found.fault(Fault::AttachmentGone(at.clone(), *number));
                }
            }
        }
    }
}
