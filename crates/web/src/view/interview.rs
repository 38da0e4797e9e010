//! The public interview: one question a page. Nothing is stored; what was answered comes back with the next answer.

use crate::form::Choice;

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
