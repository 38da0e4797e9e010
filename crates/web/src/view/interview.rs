//! The public interview: one question a page. Nothing is stored; what was answered comes back with the next answer.

use crate::{entry::DatePart, form::Choice};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// Its number, from 1.
    pub number: u16,
    /// How many can follow at most.
    pub about_left: u16,
    /// The fact's name: `plan.issued`.
    pub fact: String,
    /// Its place among the answers, where it was answered before.
    pub place: Option<usize>,
    /// The question.
    pub question: String,
    /// What helps one to answer.
    pub help: Option<String>,
    /// How it is answered.
    pub kind: AnswerKind,
    /// What the button says for a day that never was, where there is one.
    pub none: Option<String>,
    /// Why it is asked.
    pub why: Vec<String>,
    /// The provision behind it.
    pub source: Option<String>,
    /// The answers so far, each correctable.
    pub given: Vec<Given>,
    /// What is wrong with the answer just sent.
    pub error: Option<String>,
}

impl QuestionView {
    /// Whether this field of a date is what is wrong: the ones left empty, where some are; else all three.
    pub fn is_at_fault(&self, part: DatePart) -> bool {
        let AnswerKind::Date { day, month, year, .. } = &self.kind else { return false };
        let is_empty = |part| match part {
            DatePart::Day => day.trim().is_empty(),
            DatePart::Month => month.trim().is_empty(),
            DatePart::Year => year.trim().is_empty(),
        };
        self.error.is_some() && (is_empty(part) || !DatePart::ALL.into_iter().any(is_empty))
    }

    /// The id of the first field at fault: where the message leads.
    pub fn first_at_fault(&self) -> &'static str {
        match DatePart::ALL.into_iter().find(|part| self.is_at_fault(*part)) {
            Some(DatePart::Month) => "md",
            Some(DatePart::Year) => "aar",
            Some(DatePart::Day) | None => "svar-1",
        }
    }
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// One of these.
    One(Vec<Choice>),
    /// Any of these, or none.
    Several(Vec<Choice>),
    /// A date, in three fields, as typed.
    Date {
        /// The day.
        day: String,
        /// The month.
        month: String,
        /// The year.
        year: String,
        /// An example of how to write it.
        example: String,
    },
    /// A whole number, as typed.
    Number {
        /// The number.
        value: String,
        /// Its unit: `km`.
        unit: String,
    },
}

/// An answer given before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The fact's name.
    pub fact: String,
    /// The value as sent back to us.
    pub value: String,
    /// The question in short: `Genoptræningsplan?`
    pub question: String,
    /// The answer in words.
    pub answer: String,
}
