//! The inbox's page.

use askama::Template;

use super::Chrome;
use crate::view::inbox::InboxView;

/// `Indbakke`.
#[derive(Debug, Template)]
#[template(path = "inbox.html")]
pub struct InboxPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The inbox.
    pub view: &'a InboxView,
}
