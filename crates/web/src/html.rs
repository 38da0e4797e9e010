//! Pieces of HTML that are made in code rather than in a template.

use std::fmt;

use askama::filters::HtmlSafe;

/// HTML that is safe to show: made by this crate from values that need no escaping, or escaped while it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Trusts this text to be safe HTML. For this crate's own drawing code only.
    pub(crate) fn trust(text: String) -> Self {
        Self(text)
    }

    /// The HTML as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

/// An icon of the design system's sprite, by its name there. It says nothing to those who hear the page: the words do.
pub fn icon(name: &'static str) -> Html {
    let sprite = crate::asset::url("vendor/img/all-svg-icons.svg");
    Html(format!(
        "<svg class=\"icon-svg\" focusable=\"false\" aria-hidden=\"true\"><use href=\"{sprite}#{name}\"></use></svg>"
    ))
}

/// An icon that stands for a word. `label` is escaped.
pub fn icon_saying(name: &'static str, class: &'static str, label: impl fmt::Display) -> Html {
    let sprite = crate::asset::url("vendor/img/all-svg-icons.svg");
    let label = escape(&label.to_string());
    Html(format!(
        "<svg class=\"icon-svg {class}\" focusable=\"false\" role=\"img\" aria-label=\"{label}\"><use href=\"{sprite}#{name}\"></use></svg>"
    ))
}

/// The text with the characters escaped that mean something in HTML, in an element as in an attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&#34;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
