//! The worklist's page.

use askama::Template;

use super::Chrome;
use crate::view::worklist::{Empty, WorklistView};

/// `Arbejdsliste`.
#[derive(Debug, Template)]
#[template(path = "worklist.html")]
pub struct WorklistPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The worklist.
    pub view: &'a WorklistView,
}
