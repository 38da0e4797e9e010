//! Finding a case.

use crate::form::Form;

/// The search and what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchView {
    /// The words searched for.
    pub words: String,
    /// What was searched for.
    pub search: Search,
    /// What was found.
    pub found: Vec<FoundView>,
    /// The form that asks for a CPR number; none for those who may not search by one.
    pub by_number: Option<Form>,
    /// Why nothing was searched for.
    pub refused: Option<String>,
}

/// What was searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// Nothing yet.
    None,
    /// These words.
    Words(String),
    /// A CPR number, which is not shown again.
    Number,
}

/// A case that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundView {
    /// Its page.
    pub href: String,
    /// Whose it is, with the age.
    pub name: String,
    /// What one needs to tell it from others.
    pub particulars: Vec<String>,
    /// When its plan came, and whether it is open.
    pub state: String,
}
