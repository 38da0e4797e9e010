//! The facts: one name and one meaning for everything that the law asks about.
//!
//! The vocabulary is data (`facts.toml`); the build makes a typed constant of each entry, so that a rule that asks for a
//! fact that nobody knows of doesn't compile.

mod act;
pub(crate) mod json;
mod not_json;
mod set;
mod store;
mod value;

pub use json::{Fault, Wrong};
pub use not_json::NotJson;
pub use set::FactSet;
pub use store::{Facts, Slot};
pub use value::{Choice, Decimal, FactValue, Instant, Read, Set, Text, Texts, Value};

use std::fmt;
use std::marker::PhantomData;

use jiff::civil::Date;

use crate::Language;

/// A fact's place in the vocabulary.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactId(u16);

impl FactId {
    pub(crate) const fn at(index: u16) -> Self {
        Self(index)
    }

    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// What the vocabulary says of the fact.
    pub fn entry(self) -> &'static FactEntry {
        &FACTS[self.index()]
    }

    /// The name by which files and messages know the fact: `hospital.discharged_on`.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// The fact of this name, without a label.
    pub fn named(name: &str) -> Option<Self> {
        // The vocabulary is in the order of a reader, not of the alphabet; five hundred names are soon gone through.
        FACTS.iter().position(|entry| entry.name == name).and_then(|at| u16::try_from(at).ok()).map(Self)
    }

    /// Every fact, in the order of the vocabulary.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..FACTS.len()).filter_map(|at| u16::try_from(at).ok()).map(Self)
    }
}

impl fmt::Debug for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A fact together with the type of its value.
#[derive(Debug)]
pub struct Fact<V> {
    id: FactId,
    value: PhantomData<fn() -> V>,
}

impl<V> Fact<V> {
    const fn new(index: u16) -> Self {
        Self { id: FactId(index), value: PhantomData }
    }

    /// The fact's place in the vocabulary.
    pub const fn id(&self) -> FactId {
        self.id
    }
}

impl<V> Clone for Fact<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Fact<V> {}

/// The kind of value that a fact holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A civil date in Denmark.
    Date,
    /// A date with an hour, where the hour matters.
    Instant,
    /// True or false.
    Bool,
    /// A whole number.
    Integer,
    /// A number with up to six decimals.
    Decimal,
    /// Words.
    Text,
    /// Exactly one of the fact's values.
    Enum,
    /// Any number of the fact's values; of free words where it has none.
    Set,
}

/// Who is asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the word of the vocabulary")]
pub enum AskedOf {
    Citizen,
    Relative,
    Hospital,
    Gp,
    Register,
    Officer,
    Therapist,
    Provider,
    System,
}

impl AskedOf {
    /// Who it is, in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Citizen => language.pick("borgeren", "the citizen"),
            Self::Relative => language.pick("de pårørende", "the relatives"),
            Self::Hospital => language.pick("sygehuset", "the hospital"),
            Self::Gp => language.pick("egen læge", "the general practitioner"),
            Self::Register => language.pick("registrene", "the registers"),
            Self::Officer => language.pick("visitator i kommunen", "the municipality's case officer"),
            Self::Therapist => language.pick("terapeuten", "the therapist"),
            Self::Provider => language.pick("leverandøren", "the provider"),
            Self::System => language.pick("sagen selv", "the case itself"),
        }
    }
}

/// One entry of the vocabulary.
#[derive(Debug)]
pub struct FactEntry {
    /// `<object>.<what>` in English.
    pub name: &'static str,
    /// Kind of value.
    pub kind: Kind,
    /// What the fact means, in English.
    pub means: &'static str,
    /// Who is asked first.
    pub asked_of: AskedOf,
    /// Unit of a number, where it isn't in the name.
    pub unit: Option<&'static str>,
    /// The values of an enum or a closed set, as files write them.
    pub values: &'static [&'static str],
    /// The same values in Danish.
    pub values_da: &'static [&'static str],
    /// The same values in English for people; empty where nobody is shown them.
    pub values_en: &'static [&'static str],
    /// The values as a citizen is shown them, where the staff's words would not do.
    pub citizen_values_da: &'static [&'static str],
    /// The same in English.
    pub citizen_values_en: &'static [&'static str],
    /// The question to staff, in Danish; none where nobody needs to be asked.
    pub question_da: Option<&'static str>,
    /// The question in English.
    pub question_en: Option<&'static str>,
    /// The question to the citizen, where it differs.
    pub citizen_da: Option<&'static str>,
    /// The question to the citizen in English.
    pub citizen_en: Option<&'static str>,
    /// How to find the answer and what counts, in Danish.
    pub help_da: Option<&'static str>,
    /// The same in English.
    pub help_en: Option<&'static str>,
}

impl FactEntry {
    /// The question as staff are asked it; the meaning where the vocabulary has no question.
    pub fn question(&self, language: Language) -> &'static str {
        let asked = match language {
            Language::Danish => self.question_da,
            Language::English => self.question_en,
        };
        asked.unwrap_or(self.means)
    }

    /// The question as the citizen is asked it.
    pub fn citizen_question(&self, language: Language) -> &'static str {
        let asked = match language {
            Language::Danish => self.citizen_da,
            Language::English => self.citizen_en,
        };
        asked.unwrap_or_else(|| self.question(language))
    }

    /// How to find the answer, where the vocabulary says so.
    pub fn help(&self, language: Language) -> Option<&'static str> {
        match language {
            Language::Danish => self.help_da,
            Language::English => self.help_en,
        }
    }

    /// The words for the value at a place in `values`.
    pub fn value_words(&self, index: usize, language: Language) -> &'static str {
        let words = match language {
            Language::Danish => self.values_da,
            Language::English => self.values_en,
        };
        words.get(index).or_else(|| self.values.get(index)).copied().unwrap_or_default()
    }

    /// The words for a value as the citizen is shown it.
    pub fn citizen_value_words(&self, index: usize, language: Language) -> &'static str {
        let words = match language {
            Language::Danish => self.citizen_values_da,
            Language::English => self.citizen_values_en,
        };
        words.get(index).copied().unwrap_or_else(|| self.value_words(index, language))
    }
}

macro_rules! choice_values {
    ($name:ident) => {
        impl FactValue for $name {
            fn read(value: &Value) -> Option<Self> {
                match value {
                    Value::Choice(at) => Self::ALL.get(usize::from(*at)).copied(),
                    _ => None,
                }
            }
            fn into_value(self) -> Value {
                Value::Choice(self.index())
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/facts.rs"));
