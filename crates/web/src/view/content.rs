//! A document's parts: which are there, which are missing, and which may not stand there.

use super::{act::ActView, duty::Citation};

/// What the check of a document found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentView {
    /// The parts that the law asks for, what is missing first.
    pub parts: Vec<PartView>,
    /// By which rules: `Kontrolleret efter reglerne på udskrivningsdagen`.
    pub checked_by: Option<String>,
    /// What can be done about what is missing.
    pub acts: Vec<ActView>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartView {
    /// The part, in words.
    pub name: String,
    /// What was found.
    pub finding: PartFinding,
    /// What it means and how to mend it, where something is wrong.
    pub remedy: Option<String>,
    /// Where it stands.
    pub source: Option<Citation>,
}

/// What was found of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartFinding {
    /// It is there.
    There,
    /// It is missing.
    Missing,
    /// It stands there and may not.
    Forbidden,
    /// A person must look: the program cannot tell.
    Unclear,
}

impl PartFinding {
    /// The class, the icon in the sprite, and the key of the word for it.
    pub fn marks(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::There => ("yes", "check", "content-there"),
            Self::Missing => ("no", "error", "content-missing"),
            Self::Forbidden => ("no", "error", "content-forbidden"),
            Self::Unclear => ("open", "help", "content-unclear"),
        }
    }
}

impl ContentView {
    /// How many parts the law asks for.
    pub fn wanted(&self) -> usize {
        self.parts.iter().filter(|part| part.finding != PartFinding::Forbidden).count()
    }

    /// How many of them are there.
    pub fn there(&self) -> usize {
        self.parts.iter().filter(|part| part.finding == PartFinding::There).count()
    }
}
