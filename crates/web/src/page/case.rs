//! The case's page.

use askama::Template;

use super::Chrome;
use crate::view::case::{CaseView, CprView};

/// `Sag`.
#[derive(Debug, Template)]
#[template(path = "case.html")]
pub struct CasePage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The case.
    pub view: &'a CaseView,
}
