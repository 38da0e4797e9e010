//! Addresses of our own pages: the only ones that anybody is sent on to.

use std::fmt;

use axum::http::Uri;

use super::cpr;

/// The address of a page of ours, from its path on: `/sager?q=Ruddi`.
///
/// A browser takes `//name`, `/\name` and `/<tab>/name` for another host's address; whoever follows a link to us must not end
/// there. What no header can carry is no address either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPath(String);

impl OwnPath {
    /// Reads an address, as a link or a form has it. `None` where it may lead elsewhere, or holds anything but visible ASCII:
    /// our own addresses spell the rest by `%`.
    pub fn read(text: &str) -> Option<Self> {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        (is_plain && text.starts_with('/') && !text.starts_with("//")).then(|| Self(text.to_owned()))
    }

    /// The address of a request, without one field of its query and without every field that holds a CPR number. The front
    /// page's, where the path is none of ours: `//name/x` is asked of us as any other, and would lead to another host.
    pub fn of(uri: &Uri, without: Option<&str>) -> Self {
        if cpr::is_in_path(uri) {
            return Self::default();
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(
            form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
                .filter(|(name, value)| without != Some(name) && !cpr::is_in_field(name, value)),
        );
        let address = match query.finish() {
            rest if rest.is_empty() => uri.path().to_owned(),
            rest => format!("{}?{rest}", uri.path()),
        };
        Self::read(&address).unwrap_or_default()
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The front page.
impl Default for OwnPath {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl fmt::Display for OwnPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
