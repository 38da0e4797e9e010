//! What can be wrong with a file before anybody asks what it says.

mod breach;

use law::Language;

use crate::Severity;

pub use breach::Breach;

/// The largest file that is read, in bytes. A real message is a hundredth of it.
///
/// Whoever takes bytes from a disk or the network stops after one byte more than this and hands over what it has: the reader
/// refuses it by its length.
pub const SIZE_LIMIT: usize = 5_000_000;

/// The deepest nesting of elements or values that is read.
pub const DEPTH_LIMIT: usize = 64;

/// The number of elements that is read. A real plan has a few hundred.
pub const ELEMENT_LIMIT: usize = 50_000;

/// What is wrong with the file itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing in it but blanks.
    Empty,
    /// More than [`SIZE_LIMIT`] bytes, or more than [`ELEMENT_LIMIT`] elements.
    TooLarge,
    /// Nested deeper than [`DEPTH_LIMIT`].
    TooDeep,
    /// Ends before it is complete.
    Truncated,
    /// Bytes that are not text in the encoding that the file says it is in.
    WrongEncoding {
        /// The encoding declared, or UTF-8 where none is.
        declared: String,
    },
    /// An encoding that is not read.
    UnknownEncoding {
        /// As declared.
        declared: String,
    },
    /// The declaration names one encoding, the bytes are clearly in another one.
    MislabelledEncoding {
        /// As declared.
        declared: String,
        /// As it is.
        actual: &'static str,
    },
    /// A character that may not stand in a text, such as NUL.
    ForbiddenCharacter {
        /// Its Unicode number.
        code_point: u32,
    },
    /// A DOCTYPE, through which a file can fetch other files or grow without bound.
    Doctype,
    /// A reference to an entity other than the five of XML itself.
    Entity {
        /// Its name.
        name: String,
    },
    /// Not XML, or not JSON.
    Malformed(Breach),
}

impl Problem {
    /// The stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "file_empty",
            Self::TooLarge => "file_too_large",
            Self::TooDeep => "file_too_deep",
            Self::Truncated => "file_truncated",
            Self::WrongEncoding { .. } => "file_wrong_encoding",
            Self::UnknownEncoding { .. } => "file_unknown_encoding",
            Self::MislabelledEncoding { .. } => "file_mislabelled_encoding",
            Self::ForbiddenCharacter { .. } => "file_forbidden_character",
            Self::Doctype => "file_doctype",
            Self::Entity { .. } => "file_entity",
            Self::Malformed(_) => "file_malformed",
        }
    }

    /// What follows from it.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::MislabelledEncoding { .. } => Severity::Note,
            Self::Empty
            | Self::TooLarge
            | Self::TooDeep
            | Self::Truncated
            | Self::WrongEncoding { .. }
            | Self::UnknownEncoding { .. }
            | Self::ForbiddenCharacter { .. }
            | Self::Doctype
            | Self::Entity { .. }
            | Self::Malformed(_) => Severity::Refuses,
        }
    }

    /// What is wrong.
    pub fn say(&self, language: Language) -> String {
        match language {
            Language::Danish => self.dansk(),
            Language::English => self.english(),
        }
    }

    fn dansk(&self) -> String {
        match self {
            Self::Empty => "Filen er tom.".into(),
            Self::TooLarge => format!("Filen er for stor. Grænsen er {} MB.", SIZE_LIMIT / 1_000_000),
            Self::TooDeep => format!("Filen har elementer i mere end {DEPTH_LIMIT} lag."),
            Self::Truncated => "Filen slutter, før den er færdig.".into(),
            Self::WrongEncoding { declared } => {
                format!("Filen har tegn, der ikke er {declared}, som den ellers skal være.")
            }
            Self::UnknownEncoding { declared } => {
                format!("Filen er skrevet i tegnsættet {declared}, som ikke kan læses her.")
            }
            Self::MislabelledEncoding { declared, actual } => {
                format!(
                    "Filen siger, at den er skrevet i {declared}, men den er skrevet i {actual}. Den er læst som {actual}."
                )
            }
            Self::ForbiddenCharacter { code_point } => {
                format!("Filen har et tegn, der ikke må stå i en tekst (U+{code_point:04X}).")
            }
            Self::Doctype => "Filen har en DOCTYPE, og den kan hente andre filer ind. Den er ikke fulgt.".into(),
            Self::Entity { name } => format!("Filen henviser til »{name}«, som ikke står i filen."),
            Self::Malformed(breach) => breach.dansk(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Empty => "The file is empty.".into(),
            Self::TooLarge => format!("The file is too large. The limit is {} MB.", SIZE_LIMIT / 1_000_000),
            Self::TooDeep => format!("The file has elements in more than {DEPTH_LIMIT} layers."),
            Self::Truncated => "The file ends before it is complete.".into(),
            Self::WrongEncoding { declared } => {
                format!("The file has characters that are not {declared}, as it should be.")
            }
            Self::UnknownEncoding { declared } => {
                format!("The file is in the encoding {declared}, which can't be read here.")
            }
            Self::MislabelledEncoding { declared, actual } => {
                format!("The file says that it is in {declared}, but it is in {actual}. It was read as {actual}.")
            }
            Self::ForbiddenCharacter { code_point } => {
                format!("The file has a character that may not stand in a text (U+{code_point:04X}).")
            }
            Self::Doctype => "The file has a DOCTYPE, which can bring in other files. It was not followed.".into(),
            Self::Entity { name } => format!("The file refers to \"{name}\", which is not in the file."),
            Self::Malformed(breach) => breach.english(),
        }
    }

    /// How to mend it.
    pub const fn mend(&self, language: Language) -> &'static str {
        let (danish, english) = match self {
            Self::Empty | Self::Truncated => {
                ("Bed afsenderen om at sende filen igen.", "Ask the sender to send the file again.")
            }
            Self::TooLarge | Self::TooDeep => (
                "Det er næppe den rigtige fil. Se efter, og spørg afsenderen.",
                "This is hardly the right file. Check it, and ask the sender.",
            ),
            Self::WrongEncoding { .. } | Self::UnknownEncoding { .. } => (
                "Bed afsenderen om at sende den som UTF-8 eller ISO-8859-1, og at skrive hvilket.",
                "Ask the sender to send it as UTF-8 or ISO-8859-1, and to say which.",
            ),
            Self::MislabelledEncoding { .. } => (
                "Se efter, at æ, ø og å står rigtigt. Gør afsenderen opmærksom på det.",
                "Check that æ, ø and å are right. Let the sender know.",
            ),
            Self::ForbiddenCharacter { .. } | Self::Entity { .. } | Self::Malformed(_) => {
                ("Bed afsenderen om at rette fejlen og sende igen.", "Ask the sender to mend the fault and send again.")
            }
            Self::Doctype => (
                "Bed afsenderen om at sende uden DOCTYPE. Er afsenderen ukendt, så giv det videre til dem, der passer på it-sikkerheden.",
                "Ask the sender to send without a DOCTYPE. If the sender is unknown, tell those who look after security.",
            ),
        };
        match language {
            Language::Danish => danish,
            Language::English => english,
        }
    }
}
