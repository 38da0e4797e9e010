//! The proof: every stream's chain is walked from its first event, and every fault is told with its place.

use std::fmt;

use law::Language;

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// How many events were proved or found faulty.
    pub events: u64,
    /// How many streams they stand in.
    pub streams: u64,
    /// How many contents are gone by a recorded decision.
    pub removed: u64,
    /// The faults, at most [`Verification::TOLD`] of them.
    pub faults: Vec<Fault>,
    /// How many more faults there are.
    pub untold: u64,
}

impl Verification {
    /// How many faults are told one by one. A record that was wiped has one for each event.
    pub const TOLD: usize = 1000;

    /// Whether everything stands as it was written.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    pub(crate) fn fault(&mut self, fault: Fault) {
        if self.faults.len() < Self::TOLD {
            self.faults.push(fault);
        } else {
            self.untold += 1;
        }
    }
}

/// Where a fault is. Texts, since the faulty row may hold what is no key any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// Whose record it is.
    pub municipality: String,
    /// The stream, as `case/ID`.
    pub stream: String,
    /// The event's number in its stream.
    pub version: i64,
    /// The event's number in the municipality's record.
    pub position: i64,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { municipality, stream, version, position } = self;
        write!(f, "{municipality} {stream} v{version} #{position}")
    }
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The header doesn't have the hash that stands in it: the header or the hash was changed.
    Header(At),
    /// The header names another predecessor than the event before it: an event was changed, replaced or moved.
    Link(At),
    /// Events between the one before and this are missing from the stream.
    MissingBefore(At),
    /// Events between these two positions are missing from the municipality's record.
    Hole {
        /// Whose record it is.
        municipality: String,
        /// The first position missing.
        first: i64,
        /// The last position missing.
        last: i64,
    },
    /// The content is another than was written.
    Content(At),
    /// The content is gone, and no decision to remove it is recorded.
    ContentGone(At),
    /// A content stands where a recorded decision removed it.
    ContentBack(At),
    /// An attachment is another than was written.
    Attachment(At, u32),
    /// An attachment is gone, and no decision to remove it is recorded.
    AttachmentGone(At, u32),
    /// An attachment stands where a recorded decision removed it, or where none ever was.
    AttachmentTooMany(At, u32),
    /// The header holds its hash, but no date, name or role can be read from it: something else than Genvej wrote it.
    Unreadable(At),
    /// A content or attachment belongs to no event.
    Stray {
        /// Whose record it is.
        municipality: String,
        /// The position that it claims.
        position: i64,
    },
    /// The database itself says that it is damaged.
    Database(String),
}

impl Fault {
    /// What is wrong and where, in a sentence.
    pub fn say(&self, language: Language) -> String {
        match language {
            Language::Danish => self.danish(),
            Language::English => self.english(),
        }
    }

    fn danish(&self) -> String {
        match self {
            Self::Header(at) => format!("{at}: hvem, hvad eller hvornår er ændret, efter at hændelsen blev skrevet."),
            Self::Link(at) => {
                format!("{at}: hændelsen hænger ikke sammen med den foran; en af dem er ændret eller skiftet ud.")
            }
            Self::MissingBefore(at) => format!("{at}: der mangler hændelser foran denne."),
            Self::Hole { municipality, first, last } if first == last => {
                format!("{municipality} #{first}: hændelsen mangler i kommunens protokol.")
            }
            Self::Hole { municipality, first, last } => {
                format!("{municipality} #{first}–#{last}: hændelserne mangler i kommunens protokol.")
            }
            Self::Content(at) => format!("{at}: indholdet er ikke det, der blev skrevet."),
            Self::ContentGone(at) => format!("{at}: indholdet mangler, og ingen har besluttet at fjerne det."),
            Self::ContentBack(at) => format!("{at}: der står et indhold, som en beslutning har fjernet."),
            Self::Attachment(at, number) => format!("{at}: bilag {number} er ikke det, der kom med hændelsen."),
            Self::AttachmentGone(at, number) => {
                format!("{at}: bilag {number} mangler, og ingen har besluttet at fjerne det.")
            }
            Self::AttachmentTooMany(at, number) => {
                format!("{at}: bilag {number} hører ikke til her, eller en beslutning har fjernet det.")
            }
            Self::Unreadable(at) => {
                format!("{at}: hændelsen kan ikke læses; noget andet end Genvej har skrevet den.")
            }
            Self::Stray { municipality, position } => {
                format!("{municipality} #{position}: der ligger et indhold uden hændelse.")
            }
            Self::Database(detail) => format!("Databasefilen er beskadiget: {detail}."),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Header(at) => format!("{at}: who, what or when was changed after the event was written."),
            Self::Link(at) => {
                format!("{at}: the event doesn't follow the one before it; one of them was changed or replaced.")
            }
            Self::MissingBefore(at) => format!("{at}: events are missing before this one."),
            Self::Hole { municipality, first, last } if first == last => {
                format!("{municipality} #{first}: the event is missing from the municipality's record.")
            }
            Self::Hole { municipality, first, last } => {
                format!("{municipality} #{first}–#{last}: the events are missing from the municipality's record.")
            }
            Self::Content(at) => format!("{at}: the content is not what was written."),
            Self::ContentGone(at) => format!("{at}: the content is missing, and nobody decided to remove it."),
            Self::ContentBack(at) => format!("{at}: a content stands here that a decision has removed."),
            Self::Attachment(at, number) => format!("{at}: attachment {number} is not what came with the event."),
            Self::AttachmentGone(at, number) => {
                format!("{at}: attachment {number} is missing, and nobody decided to remove it.")
            }
            Self::AttachmentTooMany(at, number) => {
                format!("{at}: attachment {number} doesn't belong here, or a decision has removed it.")
            }
            Self::Unreadable(at) => {
                format!("{at}: the event can't be read; something else than Genvej wrote it.")
            }
            Self::Stray { municipality, position } => {
                format!("{municipality} #{position}: a content lies here without an event.")
            }
            Self::Database(detail) => format!("The database file is damaged: {detail}."),
        }
    }
}

/// What `verify` says of what it doesn't cover.
pub fn not_covered(language: Language) -> &'static str {
    language.pick(
        "Brugerne og loggen over, hvem der har åbnet sager, står ikke i kæden: at noget er ændret dér, kan ikke vises.",
        "The users and the log of who opened cases don't stand in the chain: that something was changed there can't be shown.",
    )
}
