//! An act that may be done from a page, and one that may not.

use super::duty::Citation;
use crate::form::Form;

/// An act that may be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActView {
    /// What the button says.
    pub label: String,
    /// What it is about, for those who hear a list of links where the label alone says too little: `Ret`.
    pub about: Option<String>,
    /// How much it stands out.
    pub rank: Rank,
    /// How it is done.
    pub way: Way,
}

impl ActView {
    /// Its form, where it is done by one.
    pub fn form(&self) -> Option<&Form> {
        match &self.way {
            Way::Form(form) => Some(form),
            Way::Link(_) => None,
        }
    }
}

/// How much a button or link stands out. One primary act is in sight at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Blue: the one thing to do.
    Primary,
    /// Outlined.
    Secondary,
    /// A link.
    Plain,
}

impl Rank {
    /// The classes of a button or of the summary that stands for one.
    pub fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Plain => "gv-link",
        }
    }
}

/// How an act is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By going somewhere.
    Link(String),
    /// By a form that unfolds in its place.
    Form(Form),
}

/// An act that may not be done now: seen before the press, with what stands in the way and what can be done instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarredView {
    /// The act: `Afvise planen`.
    pub act: String,
    /// What stands in the way.
    pub reason: String,
    /// What can be done instead.
    pub instead: Option<String>,
    /// Where it stands.
    pub sources: Vec<Citation>,
}
