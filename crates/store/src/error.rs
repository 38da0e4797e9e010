//! What can go wrong, and in words for people: what it is, where, and how to mend it.

use law::Language;

use crate::stream::{Expected, Position, Stream, StreamKind, Version};

/// Why the store can't do its work. Whatever was asked for has then not been done in part either.
///
/// `Display` is for logs; [`StoreError::say`] is for people. Neither holds anything of a case or a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no database at that place, and none was to be made.
    #[error("no database at {place}")]
    Absent {
        /// The file.
        place: String,
    },
    /// The file can't be opened or made: its folder is missing, or is closed to this user.
    #[error("cannot open {place}")]
    Unreachable {
        /// The file.
        place: String,
    },
    /// The file is something else than a database.
    #[error("{place} is not a database")]
    NotADatabase {
        /// The file.
        place: String,
    },
    /// The file is a database of another program.
    #[error("{place} is a database of another program")]
    AnotherProgram {
        /// The file.
        place: String,
    },
    /// A newer Genvej made the database.
    #[error("{place} has migration {found}; this program knows {known}")]
    Newer {
        /// The file.
        place: String,
        /// The last migration applied to it.
        found: u32,
        /// The last migration that this program has.
        known: u32,
    },
    /// A migration with the same number but another text was applied: the program that did is not of this line.
    #[error("migration {number} of {place} is another than this program's")]
    OtherMigration {
        /// The file.
        place: String,
        /// The migration.
        number: u32,
    },
    /// There is no room left.
    #[error("no room left for {place}")]
    Full {
        /// The file.
        place: String,
    },
    /// Another program holds the database, and did not let go in time.
    #[error("{place} is locked")]
    Locked {
        /// The file.
        place: String,
    },
    /// The file may be read but not written.
    #[error("{place} is read-only")]
    ReadOnly {
        /// The file.
        place: String,
    },
    /// The disk or the file system refused.
    #[error("input or output failed on {place}: {detail}")]
    Device {
        /// The file.
        place: String,
        /// SQLite's words.
        detail: String,
    },
    /// What lies in the database can't be what was written there.
    #[error("{place} is damaged: {detail}")]
    Damaged {
        /// The file.
        place: String,
        /// Where, and in what way.
        detail: String,
    },
    /// The operating system gave no random bytes for a salt.
    #[error("no random bytes: {detail}")]
    NoRandomness {
        /// Its words.
        detail: String,
    },
    /// What no other variant names: a fault in the program, most likely.
    #[error("{place}: {detail}")]
    Other {
        /// The file.
        place: String,
        /// SQLite's or the driver's words.
        detail: String,
    },
}

impl StoreError {
    /// What is wrong, where, and how to mend it.
    pub fn say(&self, language: Language) -> String {
        match language {
            Language::Danish => self.danish(),
            Language::English => self.english(),
        }
    }

    fn danish(&self) -> String {
        match self {
            Self::Absent { place } => {
                format!(
                    "Der er ingen database i {place}. Kontrollér stien, eller lad Genvej oprette databasen ved at starte den."
                )
            }
            Self::Unreachable { place } => {
                format!("Filen {place} kan ikke åbnes. Kontrollér, at mappen findes, og at du har adgang til den.")
            }
            Self::NotADatabase { place } => {
                format!("Filen {place} er ikke en database. Intet i den er ændret. Vælg en anden sti med --db.")
            }
            Self::AnotherProgram { place } => {
                format!(
                    "Filen {place} er et andet programs database. Intet i den er ændret. Vælg en anden sti med --db."
                )
            }
            Self::Newer { place, found, known } => format!(
                "Databasen {place} er lavet af en nyere Genvej (trin {found}; denne udgave kender trin {known}). Intet er ændret. Brug den nyere udgave."
            ),
            Self::OtherMigration { place, number } => format!(
                "Databasen {place} er opbygget anderledes, end denne udgave kender (trin {number}). Intet er ændret. Brug den udgave, der oprettede den."
            ),
            Self::Full { place } => {
                format!(
                    "Der er ikke plads på disken til {place}. Intet er gemt af det sidste. Skaf plads, og prøv igen."
                )
            }
            Self::Locked { place } => format!(
                "Et andet program bruger databasen {place} lige nu. Intet er gemt af det sidste. Vent et øjeblik, eller luk det andet program, og prøv igen."
            ),
            Self::ReadOnly { place } => {
                format!(
                    "Databasen {place} kan læses, men ikke skrives i. Giv skriveadgang til filen og dens mappe, og prøv igen."
                )
            }
            Self::Device { place, detail } => format!(
                "Disken kunne ikke læse eller skrive {place} ({detail}). Intet er gemt af det sidste. Kontrollér, at disken har plads og er i orden, og kør så genvej verify."
            ),
            Self::Damaged { place, detail } => format!(
                "Databasen {place} er beskadiget: {detail}. Ret den ikke i hånden. Kør genvej verify, og hent den seneste hele sikkerhedskopi frem."
            ),
            Self::NoRandomness { detail } => {
                format!(
                    "Maskinen gav ingen tilfældige tal ({detail}). Intet er gemt af det sidste. Prøv igen, når den er startet helt."
                )
            }
            Self::Other { place, detail } => {
                format!(
                    "Databasen {place} svarede uventet: {detail}. Intet er gemt af det sidste. Prøv igen; sker det stadig, så meld fejlen."
                )
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Absent { place } => format!(
                "There is no database at {place}. Check the path, or let Genvej make the database by starting it."
            ),
            Self::Unreachable { place } => format!(
                "The file {place} cannot be opened. Check that its folder exists and that you have access to it."
            ),
            Self::NotADatabase { place } => {
                format!("The file {place} is not a database. Nothing in it was changed. Choose another path with --db.")
            }
            Self::AnotherProgram { place } => {
                format!(
                    "The file {place} is another program's database. Nothing in it was changed. Choose another path with --db."
                )
            }
            Self::Newer { place, found, known } => format!(
                "The database {place} was made by a newer Genvej (step {found}; this version knows step {known}). Nothing was changed. Use the newer version."
            ),
            Self::OtherMigration { place, number } => format!(
                "The database {place} is built otherwise than this version knows (step {number}). Nothing was changed. Use the version that made it."
            ),
            Self::Full { place } => {
                format!(
                    "There is no room on the disk for {place}. Nothing of the last act was saved. Make room and try again."
                )
            }
            Self::Locked { place } => format!(
                "Another program is using the database {place} right now. Nothing of the last act was saved. Wait a moment or close the other program, and try again."
            ),
            Self::ReadOnly { place } => {
                format!(
                    "The database {place} can be read but not written. Give write access to the file and its folder, and try again."
                )
            }
            Self::Device { place, detail } => format!(
                "The disk could not read or write {place} ({detail}). Nothing of the last act was saved. Check that the disk has room and is sound, then run genvej verify."
            ),
            Self::Damaged { place, detail } => format!(
                "The database {place} is damaged: {detail}. Do not mend it by hand. Run genvej verify, and restore the latest sound backup."
            ),
            Self::NoRandomness { detail } => {
                format!(
                    "The machine gave no random numbers ({detail}). Nothing of the last act was saved. Try again when it has started fully."
                )
            }
            Self::Other { place, detail } => {
                format!(
                    "The database {place} answered unexpectedly: {detail}. Nothing of the last act was saved. Try again; if it persists, report it."
                )
            }
        }
    }
}

/// Why a batch was not recorded. Nothing of it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Somebody else recorded something meanwhile: read again, and decide again.
    #[error("{stream} was expected at {expected}, and is at {}", at(*actual))]
    Conflict {
        /// The stream.
        stream: Stream,
        /// What the writer believed.
        expected: Expected,
        /// Its last event; none when it has no event at all.
        actual: Option<Version>,
    },
    /// The views were made of another book or standard meanwhile, by another version of the program: rows of this one don't belong there.
    #[error("the views were made of another book or standard")]
    OtherViews,
    /// The batch holds no event. Views change with events or not at all.
    #[error("a batch without any event")]
    Empty,
    /// The batch holds an event that the store alone may write.
    #[error("{0} is written by the store itself")]
    Reserved(&'static str),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AppendError {
    /// What is wrong, and what to do about it.
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::Conflict { .. } => language
                .pick(
                    "En anden har skrevet i sagen, siden du åbnede den. Intet er gemt. Se det nye, og prøv igen.",
                    "Somebody else has written in the case since you opened it. Nothing was saved. Look at what is new, and try again.",
                )
                .to_owned(),
            Self::OtherViews => language
                .pick(
                    "En anden udgave af Genvej har lavet listerne efter andre regler, mens denne kørte. Intet er gemt. Start den nyeste udgave igen.",
                    "Another version of Genvej has made the lists by other rules while this one ran. Nothing was saved. Start the newest version again.",
                )
                .to_owned(),
            Self::Empty => language
                .pick(
                    "Programmet ville gemme, uden at noget var sket. Intet er gemt. Meld fejlen.",
                    "The program wanted to save without anything having happened. Nothing was saved. Report the fault.",
                )
                .to_owned(),
            Self::Reserved(event) => match language {
                Language::Danish => format!(
                    "Programmet ville selv skrive hændelsen {event}, som kun fjernelse af indhold må skrive. Intet er gemt. Meld fejlen."
                ),
                Language::English => format!(
                    "The program wanted to write the event {event} itself, which only the removal of content may write. Nothing was saved. Report the fault."
                ),
            },
            Self::Store(error) => error.say(language),
        }
    }
}

/// Why a content was not removed. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RemovalError {
    /// No event stands at that position.
    #[error("no event at position {0}")]
    NoSuchEvent(Position),
    /// It has no such content any more, or never had.
    #[error("nothing to remove at position {0}")]
    NothingThere(Position),
    /// It is itself a decision to remove something, without which the chain couldn't say what stood there.
    #[error("position {0} is a decision to remove, and stays")]
    IsADecision(Position),
    /// Somebody else recorded something in the stream meanwhile.
    #[error("{stream} was expected at {expected}, and is at {}", at(*actual))]
    Conflict {
        /// The stream.
        stream: Stream,
        /// What the decider believed.
        expected: Expected,
        /// Its last event.
        actual: Option<Version>,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl RemovalError {
    /// What is wrong, and what to do about it.
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::NoSuchEvent(position), Language::Danish) => {
                format!("Der er ingen hændelse nummer {position}. Intet er fjernet. Kontrollér nummeret i sagen.")
            }
            (Self::NoSuchEvent(position), Language::English) => {
                format!("There is no event number {position}. Nothing was removed. Check the number in the case.")
            }
            (Self::NothingThere(position), Language::Danish) => {
                format!(
                    "Indholdet af hændelse nummer {position} er fjernet i forvejen, eller der var intet. Der er ikke mere at gøre."
                )
            }
            (Self::NothingThere(position), Language::English) => {
                format!(
                    "The content of event number {position} was removed before, or there was none. Nothing more needs doing."
                )
            }
            (Self::IsADecision(position), Language::Danish) => format!(
                "Hændelse nummer {position} er selv en beslutning om at fjerne noget. Den bliver stående, så man kan se, hvorfor noget mangler."
            ),
            (Self::IsADecision(position), Language::English) => {
                format!(
                    "Event number {position} is itself a decision to remove something. It stays, so that one can see why something is missing."
                )
            }
            (Self::Conflict { stream, expected, actual }, _) => {
                AppendError::Conflict { stream: stream.clone(), expected: *expected, actual: *actual }.say(language)
            }
            (Self::Store(error), _) => error.say(language),
        }
    }
}

fn at(version: Option<Version>) -> String {
    version.map_or_else(|| "no event".to_owned(), |version| format!("version {version}"))
}

/// Words for a stream in messages to people.
pub(crate) fn stream_in_words(stream: &Stream, language: Language) -> String {
    let what = match stream.kind {
        StreamKind::Case => language.pick("sag", "case"),
        StreamKind::Person => language.pick("person", "person"),
        StreamKind::System => language.pick("systemets spor", "the system's stream"),
    };
    format!("{what} {}", stream.id)
}
