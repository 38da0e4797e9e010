//! The keys of the record beside the municipality: which stream, what happened, who wrote, and what was sent before.
//!
//! Each is a text of its own type, checked once when it is made. None may hold a CPR number: keys stand in addresses and logs.

use std::fmt;

/// Why a text is no key of its kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no {kind}: {rule}")]
pub struct Malformed {
    /// What the text was to be.
    pub kind: &'static str,
    /// The text as given, cut after 80 characters.
    pub text: String,
    /// What a text of that kind looks like.
    pub rule: &'static str,
}

macro_rules! key {
    ($(#[$documentation:meta])* $name:ident, $kind:literal, $rule:literal, $holds:expr) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            #[doc = concat!("Takes a text as a ", $kind, ".\n\n# Errors\n[`Malformed`] unless it is ", $rule, ".")]
            pub fn new(text: impl Into<String>) -> Result<Self, Malformed> {
                let text = text.into();
                let holds: fn(&str) -> bool = $holds;
                if holds(&text) {
                    return Ok(Self(text));
                }
                Err(Malformed { kind: $kind, text: text.chars().take(80).collect(), rule: $rule })
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Malformed;

            fn try_from(text: String) -> Result<Self, Malformed> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(key: $name) -> Self {
                key.0
            }
        }
    };
}

key! {
    /// What tells one stream of a kind from another: a UUID, or another id that stands for nothing outside the record.
    StreamId, "stream id", "1 to 64 letters, digits, `-` or `_`",
    |text| (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

key! {
    /// What kind of event it is, and which edition of its content: `plan_received.v1`. A content that changes shape gets a new
    /// edition; the old one stays readable for ever.
    EventName, "event name", "words in small letters joined by `_`, then `.v` and the edition: `plan_received.v1`",
    |text| text.len() <= 100 && text.rsplit_once(".v").is_some_and(|(words, edition)| is_snake_case(words) && is_edition(edition))
}

key! {
    /// Whoever wrote or read: a user, or a system that acts by itself.
    UserId, "user id", "1 to 64 characters without spaces",
    |text| (1..=64).contains(&text.len()) && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

key! {
    /// The role in which somebody acted, as the case layer spells it: `case_officer`.
    Role, "role", "words in small letters joined by `_`",
    |text| text.len() <= 64 && is_snake_case(text)
}

key! {
    /// The mark of one intake or one command, chosen by the sender. What comes again under the same key was done before.
    IdempotencyKey, "idempotency key", "1 to 200 printable characters",
    |text| (1..=200).contains(&text.len()) && !text.chars().any(char::is_control)
}

fn is_snake_case(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn is_edition(text: &str) -> bool {
    !text.starts_with('0') && text.len() <= 4 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl EventName {
    /// The name without its edition: `plan_received`.
    pub fn words(&self) -> &str {
        self.0.rsplit_once(".v").map_or(self.as_str(), |(words, _)| words)
    }
}
