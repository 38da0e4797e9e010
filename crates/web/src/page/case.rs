//! The case's page, and finding one.

use askama::Template;

use super::Chrome;
use crate::view::{
    case::{CaseView, CprView},
    find::{Search, SearchView},
};

/// `Sag`.
#[derive(Debug, Template)]
#[template(path = "case.html")]
pub struct CasePage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The case.
    pub view: &'a CaseView,
}

/// `Sager`.
#[derive(Debug, Template)]
#[template(path = "cases.html")]
pub struct CasesPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The search.
    pub view: &'a SearchView,
}
