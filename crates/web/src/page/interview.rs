//! The public interview's pages.

use askama::Template;

use super::Chrome;
use crate::{
    entry::DatePart,
    view::{
        answer::AnswerView,
        interview::{AnswerKind, QuestionView},
    },
};

/// One question.
#[derive(Debug, Template)]
#[template(path = "question.html")]
pub struct QuestionPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The question.
    pub view: &'a QuestionView,
}

/// The answer.
#[derive(Debug, Template)]
#[template(path = "answer.html")]
pub struct AnswerPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The answer.
    pub view: &'a AnswerView,
}

/// The answer on paper.
#[derive(Debug, Template)]
#[template(path = "answer_print.html")]
pub struct AnswerPrint<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The answer.
    pub view: &'a AnswerView,
}
