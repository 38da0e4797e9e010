//! The interview's answer: yes or no in one sentence, then what, when and who, and what can be done.

use jiff::civil::Date;

use super::{calendar::Strip, duty::Citation, interview::Given};

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerView {
    /// The day it holds for.
    pub as_of: Date,
    /// Yes or no in one sentence.
    pub headline: String,
    /// Why, in a sentence or two.
    pub lede: String,
    /// Answers that can't both be true.
    pub contradictions: Vec<String>,
    /// What, when, who.
    pub points: Vec<PointView>,
    /// What can be done when it isn't kept, or when one disagrees.
    pub remedies: Option<RemediesView>,
    /// What a person must judge.
    pub judged: Vec<OpenView>,
    /// What is not known yet, and how to settle it.
    pub unknown: Vec<OpenView>,
    /// What else was asked about and is no.
    pub excluded: Vec<OpenView>,
    /// The rules that were used.
    pub rules: Vec<RuleRef>,
    /// The answers that it rests on.
    pub given: Vec<Given>,
}

/// One point of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointView {
    /// What it is about.
    pub about: About,
    /// What it says first.
    pub first: String,
    /// The rest.
    pub rest: String,
    /// The days counted, where days were.
    pub strip: Option<Strip>,
    /// The provision, in small type under it.
    pub source: Option<Citation>,
}

/// What a point is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What one has a right to.
    What,
    /// When.
    When,
    /// From whom.
    Who,
    /// What it costs.
    Cost,
}

impl About {
    /// The icon in the sprite.
    pub fn icon(self) -> &'static str {
        match self {
            Self::What => "check",
            Self::When => "calendar-month",
            Self::Who => "home",
            Self::Cost => "payments",
        }
    }

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::What => "answer-what",
            Self::When => "answer-when",
            Self::Who => "answer-who",
            Self::Cost => "answer-cost",
        }
    }
}

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemediesView {
    /// The heading: `Fristen er gået. Det kan I gøre`.
    pub heading: String,
    /// One thing each.
    pub ways: Vec<WayView>,
}

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayView {
    /// What it says first.
    pub first: String,
    /// The rest.
    pub rest: String,
}

/// Something that is open, or that is no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenView {
    /// What.
    pub what: String,
    /// How it stands.
    pub text: String,
    /// What would settle it, or what must be weighed.
    pub points: Vec<String>,
    /// How to find out.
    pub how: Option<String>,
    /// The fact to answer now, where it was answered by *ved ikke*.
    pub answer_now: Option<String>,
    /// The provision, in small type under it.
    pub source: Option<Citation>,
}

/// A rule that was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRef {
    /// The provision.
    pub citation: Citation,
    /// What it is about: `planen`.
    pub about: String,
}
