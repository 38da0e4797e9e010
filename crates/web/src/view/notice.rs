//! A message over a page: what went wrong, what happened meanwhile, what was done.

use super::act::ActView;

/// A message over a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its kind.
    pub kind: NoticeKind,
    /// What it says first.
    pub heading: String,
    /// The rest, a paragraph each.
    pub text: Vec<String>,
    /// Ways on.
    pub acts: Vec<ActView>,
}

/// The kinds of message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something must be mended.
    Error,
    /// Something must be seen before one goes on.
    Warning,
    /// Something to know.
    Info,
    /// Something was done.
    Done,
}

impl NoticeKind {
    /// The design system's class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Error => "alert-error",
            Self::Warning => "alert-warning",
            Self::Info => "alert-info",
            Self::Done => "alert-success",
        }
    }

    /// The icon's name in the sprite.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Done => "success",
        }
    }

    /// The key of the icon's name in words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "notice-error",
            Self::Warning => "notice-warning",
            Self::Info => "notice-info",
            Self::Done => "notice-done",
        }
    }

    /// Whether it is read aloud at once.
    pub fn is_urgent(self) -> bool {
        matches!(self, Self::Error | Self::Warning)
    }
}
