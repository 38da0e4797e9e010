//! Pages of words: the front page, signing in, and what we know of our accessibility.

use askama::Template;

use super::Chrome;
use crate::form::Form;

/// Signing in.
#[derive(Debug, Template)]
#[template(path = "sign_in.html")]
pub struct SignInPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
    /// The form, as it was filled in.
    pub form: &'a Form,
    /// The token of a form that is sent before there is a session.
    pub form_token: String,
    /// The demo users: name and role.
    pub demo: Vec<(String, &'static str)>,
    /// Their password.
    pub demo_password: String,
}

/// What we know of our accessibility.
#[derive(Debug, Template)]
#[template(path = "accessibility.html")]
pub struct AccessibilityPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
}

/// The front page.
#[derive(Debug, Template)]
#[template(path = "front.html")]
pub struct FrontPage<'a> {
    /// What surrounds it.
    pub page: &'a Chrome,
}
