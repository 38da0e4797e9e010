//! What is wrong with something received, where, and how to mend it.

use law::Language;

use crate::{fhir, file, ggop};

/// One thing that a reader found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub problem: Problem,
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The line, counted from 1, where it is known.
    pub line: Option<usize>,
    /// The way to the element, in the format's own notation; empty for the file as a whole.
    pub path: String,
}

impl Place {
    /// A line of the file, where no element can be named.
    pub(crate) fn line(line: usize) -> Self {
        Self { line: Some(line), path: String::new() }
    }
}

/// What follows from a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing follows.
    Note,
    /// The file is taken in, and a person has to act on this.
    NeedsPerson,
    /// The file is not taken in.
    Refuses,
}

impl Severity {
    /// The name in JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::NeedsPerson => "needs_person",
            Self::Refuses => "refuses",
        }
    }
}

/// Everything that a reader can find, by the format that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Of the file itself, whatever it was to hold.
    File(file::Problem),
    /// Of a rehabilitation plan.
    Plan(ggop::Problem),
    /// Of a delivery report.
    Report(fhir::Problem),
}

impl Problem {
    /// The finding of this problem at a place.
    pub(crate) fn at(self, place: Place) -> Finding {
        Finding { place, problem: self }
    }
}

impl From<file::Problem> for Problem {
    fn from(problem: file::Problem) -> Self {
        Self::File(problem)
    }
}

impl From<ggop::Problem> for Problem {
    fn from(problem: ggop::Problem) -> Self {
        Self::Plan(problem)
    }
}

impl From<fhir::Problem> for Problem {
    fn from(problem: fhir::Problem) -> Self {
        Self::Report(problem)
    }
}

impl Finding {
    /// The stable name of the problem, for programs.
    pub fn code(&self) -> &'static str {
        match &self.problem {
            Problem::File(problem) => problem.code(),
            Problem::Plan(problem) => problem.code(),
            Problem::Report(problem) => problem.code(),
        }
    }

    /// What follows from it.
    pub fn severity(&self) -> Severity {
        match &self.problem {
            Problem::File(problem) => problem.severity(),
            Problem::Plan(problem) => problem.severity(),
            // A report is taken in whole or not at all.
            Problem::Report(_) => Severity::Refuses,
        }
    }

    /// What is wrong: one plain sentence, which names no person and no CPR number.
    pub fn say(&self, language: Language) -> String {
        let words = match &self.problem {
            Problem::File(problem) => problem.say(language),
            Problem::Plan(problem) => problem.say(language),
            Problem::Report(problem) => problem.say(language),
        };
        without_numbers(&words)
    }

    /// How to mend it: one plain sentence to the person who can.
    pub fn mend(&self, language: Language) -> &'static str {
        match &self.problem {
            Problem::File(problem) => problem.mend(language),
            Problem::Plan(problem) => problem.mend(language),
            Problem::Report(problem) => problem.mend(language),
        }
    }

    /// Where it is, in words: `linje 67, Emessage/RehabilitationPlan`; empty for the file as a whole.
    pub fn whereabouts(&self, language: Language) -> String {
        let line = self.place.line.map(|line| format!("{} {line}", language.pick("linje", "line")));
        let path = (!self.place.path.is_empty()).then(|| self.place.path.clone());
        line.into_iter().chain(path).collect::<Vec<_>>().join(", ")
    }
}

/// The text with the last four digits of whatever looks like a CPR number kept back: senders write them where none belongs, and
/// a finding repeats what they wrote.
fn without_numbers(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(start) = rest.find(|character: char| character.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|character: char| !character.is_ascii_digit() && character != '-').unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        safe.push_str(before);
        match number.split('-').map(str::len).collect::<Vec<_>>().as_slice() {
            [10] | [6, 4] => {
                safe.push_str(&number[..6]);
                safe.push_str("-••••");
            }
            _ => safe.push_str(number),
        }
        rest = after;
    }
    safe + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_cpr_number_is_never_said_whole() {
        assert_eq!(without_numbers("Patient/1502779995 mangler"), "Patient/150277-•••• mangler");
        assert_eq!(without_numbers("»150277-9995« og 3202779995"), "»150277-••••« og 320277-••••");
        assert_eq!(without_numbers("1. Den 2026-03-27, 5790000999019, æøå"), "1. Den 2026-03-27, 5790000999019, æøå");
    }
}
