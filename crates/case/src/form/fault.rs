//! What is wrong with a form, in words.

use law::Language;

use super::{ACTS, Field, FieldKind};
use crate::words::{Words, fill};

/// What is wrong with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldFault {
    /// No such act.
    UnknownAct(String),
    /// The act has no such field.
    UnknownField {
        /// The field.
        field: String,
        /// Those that it has.
        fields: Vec<&'static str>,
    },
    /// A field is empty that must be filled.
    Empty(&'static Field),
    /// A field holds something else than it should.
    Wrong {
        /// The field.
        field: &'static Field,
        /// What was given, shortened.
        given: String,
    },
    /// A field holds too much.
    TooLong {
        /// The field.
        field: &'static Field,
        /// The most characters that it takes.
        most: usize,
    },
}

const UNKNOWN_ACT: Words =
    ["»{1}« er ikke en handling. Vælg en af disse: {2}.", "»{1}« is no act. Choose one of these: {2}."];
const NO_FIELDS: Words = ["Handlingen har ingen felter, men fik »{1}«.", "The act has no fields, and was given »{1}«."];
const UNKNOWN_FIELD: Words =
    ["Handlingen har ikke feltet »{1}«. Den har: {2}.", "The act has no field »{1}«. It has: {2}."];
const EMPTY: Words = ["Udfyld »{1}«. {2}", "Fill in »{1}«. {2}"];
const WRONG: Words = ["»{1}« kan ikke være »{2}«. {3}", "»{1}« can't be »{2}«. {3}"];
const TOO_LONG: Words =
    ["»{1}« er for lang. Der er plads til {2} tegn.", "»{1}« is too long. There is room for {2} characters."];

impl FieldFault {
    /// The name of the field that is wrong, where one is. A command line puts it before the words, which use the label.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::UnknownAct(_) => None,
            Self::UnknownField { field, .. } => Some(field),
            Self::Empty(field) | Self::Wrong { field, .. } | Self::TooLong { field, .. } => Some(field.name),
        }
    }

    /// What is wrong, where, and how to mend it.
    pub fn say(&self, language: Language) -> String {
        let say = |words, places: &[&dyn ToString]| fill(words, places, language);
        match self {
            Self::UnknownAct(act) => say(UNKNOWN_ACT, &[act, &ACTS.join(", ")]),
            Self::UnknownField { field, fields } if fields.is_empty() => say(NO_FIELDS, &[field]),
            Self::UnknownField { field, fields } => say(UNKNOWN_FIELD, &[field, &fields.join(", ")]),
            Self::Empty(field) => say(EMPTY, &[&field.label(language), &field.kind.expects(language)]),
            Self::Wrong { field, given } => say(WRONG, &[&field.label(language), given, &field.kind.expects(language)]),
            Self::TooLong { field, most } => say(TOO_LONG, &[&field.label(language), &thousands(*most, language)]),
        }
    }
}

/// A number as people write it: `10.000` in Danish, `10,000` in English.
fn thousands(number: usize, language: Language) -> String {
    let (thousands, rest) = (number / 1000, number % 1000);
    if thousands == 0 { rest.to_string() } else { format!("{thousands}{}{rest:03}", language.pick(".", ",")) }
}

impl FieldKind {
    /// What to write.
    fn expects(self, language: Language) -> String {
        match self {
            Self::Date => language.pick("Skriv en dato som 2026-04-07.", "Write a date such as 2026-04-07.").into(),
            Self::Line => language.pick("Skriv det på én linje.", "Write it on one line.").into(),
            Self::Lines => language.pick("Skriv det i ord.", "Write it in words.").into(),
            Self::Tick => language.pick("Svar ja eller nej.", "Answer yes or no.").into(),
            Self::Choice(choices) => {
                let words: Vec<String> =
                    choices.iter().map(|choice| format!("{} ({})", choice.word, choice.say(language))).collect();
                format!("{} {}.", language.pick("Vælg en af disse:", "Choose one of these:"), words.join(", "))
            }
            Self::Municipality => language
                .pick(
                    "Skriv kommunens navn eller nummer, f.eks. 0860.",
                    "Write the municipality's name or number, such as 0860.",
                )
                .into(),
            Self::Case => language
                .pick("Skriv sagens nummer, f.eks. 2026-0412.", "Write the case's number, such as 2026-0412.")
                .into(),
            Self::Event => language
                .pick("Skriv hændelsens nummer fra sagens historie.", "Write the event's number from the case's story.")
                .into(),
        }
    }
}
