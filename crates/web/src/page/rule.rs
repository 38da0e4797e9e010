//! The rules in plain words.

use askama::Template;

use super::Chrome;
use crate::view::rule::{RuleGroup, RuleView, Standing};

/// One rule.
#[derive(Debug, Template)]
#[template(path = "rule.html")]
pub struct RulePage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The rule.
    pub view: &'a RuleView,
}

/// All rules, by act.
#[derive(Debug, Template)]
#[template(path = "rules.html")]
pub struct RulesPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The rules.
    pub groups: &'a [RuleGroup],
}
