//! A rule in plain words, as the book has it.

use jiff::civil::Date;

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleView {
    /// Its id, stable: `SUL140-ENTITLED`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// As a jurist cites it.
    pub citation: String,
    /// What it says, a paragraph each.
    pub text: Vec<String>,
    /// First day in force, where it is known.
    pub valid_from: Option<Date>,
    /// Last day in force, null where it still is.
    pub valid_to: Option<Date>,
    /// Where the text was read.
    pub source: String,
    /// Whether the wording or a figure in it has not been checked against the source.
    pub is_unverified: bool,
    /// Whether it is our reading where the source is silent.
    pub is_reading: bool,
    /// Whose rule it is.
    pub standing: Standing,
    /// The rules that it rests on.
    pub rests_on: Vec<RuleLink>,
}

/// Whose rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The law's.
    Law,
    /// A ministry's guidance on how the law is to be read.
    Guidance,
    /// The municipality's own promise, beside the law.
    OwnPromise,
}

/// A link to another rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLink {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// As a jurist cites it.
    pub citation: String,
}

/// The rules of one act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleGroup {
    /// The act's name.
    pub name: String,
    /// Its rules, by section.
    pub rules: Vec<RuleLink>,
}
