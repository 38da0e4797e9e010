//! How a file breaks the rules of XML or JSON.

use law::{Language, fact::NotJson};

/// Where a file stops being XML or JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breach {
    /// It is no JSON.
    Json(NotJson),
    /// An object has a name twice.
    NameTwice {
        /// The name.
        name: String,
    },
    /// An element is closed that is not open, or another than the innermost.
    WrongEndTag {
        /// The one that is closed.
        found: String,
    },
    /// An attribute is written wrongly, or stands twice.
    Attribute,
    /// A prefix that stands for no namespace.
    UnknownPrefix {
        /// The prefix.
        prefix: String,
    },
    /// A second outermost element.
    SecondRoot,
    /// Text outside the outermost element: as a file of another kind has from its first character.
    TextOutside,
    /// An XML declaration anywhere but at the very start, or one that is written wrongly.
    Declaration,
    /// A reference to a character that can't be, or that has no end.
    Reference,
    /// Another rule of XML, which the parser names in English.
    Other {
        /// The parser's words. They are said in English only.
        parser: String,
    },
}

impl Breach {
    /// What is wrong, in a sentence.
    pub(super) fn dansk(&self) -> String {
        match self {
            Self::Json(fault) => said(fault, Language::Danish),
            Self::NameTwice { name } => format!("Navnet »{name}« står to gange i samme objekt."),
            Self::WrongEndTag { found } => {
                format!("Elementet »{found}« bliver lukket, men det er ikke det, der er åbent.")
            }
            Self::Attribute => "En attribut er skrevet forkert eller står to gange.".into(),
            Self::UnknownPrefix { prefix } => format!("Forkortelsen »{prefix}« står ikke for noget navnerum."),
            Self::SecondRoot => "Der er mere end ét yderste element.".into(),
            Self::TextOutside => "Der står tekst uden for det yderste element.".into(),
            Self::Declaration => "XML-erklæringen er skrevet forkert eller står ikke først i filen.".into(),
            Self::Reference => "En henvisning til et tegn er skrevet forkert.".into(),
            Self::Other { .. } => "Det kan ikke læses som XML.".into(),
        }
    }

    pub(super) fn english(&self) -> String {
        match self {
            Self::Json(fault) => said(fault, Language::English),
            Self::NameTwice { name } => format!("The name \"{name}\" stands twice in one object."),
            Self::WrongEndTag { found } => {
                format!("The element \"{found}\" is closed, but it is not the one that is open.")
            }
            Self::Attribute => "An attribute is written wrongly or stands twice.".into(),
            Self::UnknownPrefix { prefix } => format!("The prefix \"{prefix}\" stands for no namespace."),
            Self::SecondRoot => "There is more than one outermost element.".into(),
            Self::TextOutside => "There is text outside the outermost element.".into(),
            Self::Declaration => "The XML declaration is written wrongly or does not come first in the file.".into(),
            Self::Reference => "A reference to a character is written wrongly.".into(),
            Self::Other { parser } => format!("It can't be read as XML: {parser}."),
        }
    }
}

/// The reason with its character. The line stands with the finding's place.
fn said(fault: &NotJson, language: Language) -> String {
    let reason = fault.reason(language);
    match fault.column {
        0 => format!("{reason}."),
        column => format!("{reason} ({} {column}).", language.pick("tegn", "character")),
    }
}
