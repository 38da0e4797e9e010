//! The people who may sign in.

use std::fmt;

use crate::error::StoreError;
use crate::key::{Role, UserId};

/// Somebody who may sign in. Signing in itself, and its sessions, are no business of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// What they sign in with.
    pub id: UserId,
    /// Their name, as others see it.
    pub name: String,
    /// The role in which they work.
    pub role: Role,
    /// The unit they work in.
    pub unit: String,
    /// The hash of their password.
    pub password: PasswordHash,
    /// Whether it is a person, or part of the demonstration.
    pub account: Account,
}

/// Whether an account is meant for work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Account {
    /// A person's.
    Real,
    /// One of the demonstration's, whose password everybody knows. Never served beyond the machine itself.
    Demo,
}

/// The hash of a password in PHC format (`$argon2id$…`). The store neither makes nor checks it.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Takes the text that the hashing library made.
    pub fn new(phc: impl Into<String>) -> Self {
        Self(phc.into())
    }

    /// The text, to check a password with.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Says nothing: a hash is no business of a log.
impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// Why a user was not added.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddUserError {
    /// The municipality has a user of that id.
    #[error("user {0} is there already")]
    Exists(UserId),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
