//! The fields of each act: one description for the page's form, the command line and what is wrong in either.
//!
//! A new act's fields stand in [`fields`], and how they become the act in `form/read.rs`.

mod fault;
mod read;
mod table;

use std::collections::BTreeMap;

use law::Language;

use crate::command::ActKind;

pub use fault::FieldFault;
pub use table::fields_of;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A civil date, `2026-04-07`.
    Date,
    /// A line of words, of at most [`LONGEST_LINE`] characters.
    Line,
    /// Several lines of words, of at most [`LONGEST_TEXT`] characters.
    Lines,
    /// Yes or no.
    Tick,
    /// One of these words.
    Choice(&'static [Choice]),
    /// A municipality's code or name.
    Municipality,
    /// A case's number.
    Case,
    /// An event's number.
    Event,
}

/// The most characters of a line of words.
pub const LONGEST_LINE: usize = 200;
/// The most characters of several lines of words.
pub const LONGEST_TEXT: usize = 10_000;

/// One of the words that a field allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word that is sent.
    pub word: &'static str,
    words: [&'static str; 2],
}

impl Choice {
    /// The word for people.
    pub fn say(&self, language: Language) -> &'static str {
        language.pick(self.words[0], self.words[1])
    }

    /// Whether somebody means this one: by the word that is sent, or by that for people in either language.
    fn is_meant_by(&self, text: &str) -> bool {
        [self.word, self.words[0], self.words[1]].into_iter().any(|word| word.eq_ignore_ascii_case(text))
    }
}

/// Whether a field must be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It must where another field has one of these words; elsewhere it isn't looked at.
    When(&'static str, &'static [&'static str]),
}

/// A field of an act's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in forms and on the command line.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether it must be filled.
    pub need: Need,
    label: [&'static str; 2],
}

impl Field {
    /// What the field is called.
    pub fn label(&self, language: Language) -> &'static str {
        language.pick(self.label[0], self.label[1])
    }
}

/// The fields as they were filled, by their names.
pub type Filled = BTreeMap<String, String>;

/// Every act, by its word, in the order in which a course meets them.
pub const ACTS: &[&str] = &{
    let mut words = [""; ActKind::ALL.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = ActKind::ALL[at].word();
        at += 1;
    }
    words
};

/// The fields of an act; none for a word that is no act.
pub fn fields(act: &str) -> Option<&'static [Field]> {
    ActKind::of_word(act).map(fields_of)
}
