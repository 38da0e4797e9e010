//! From SQLite's codes to errors that say what, where and how to mend it.

use std::sync::Arc;

use crate::error::StoreError;

/// SQLite's primary result codes: <https://www.sqlite.org/rescode.html>. The low byte of what it returns.
mod code {
    pub(super) const PERM: i32 = 3;
    pub(super) const BUSY: i32 = 5;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const READONLY: i32 = 8;
    pub(super) const IOERR: i32 = 10;
    pub(super) const CORRUPT: i32 = 11;
    pub(super) const FULL: i32 = 13;
    pub(super) const CANTOPEN: i32 = 14;
    pub(super) const AUTH: i32 = 23;
    pub(super) const NOTADB: i32 = 26;
}

/// Puts the place to what went wrong there.
#[derive(Clone, Debug)]
pub(super) struct Failures {
    place: Arc<str>,
}

impl Failures {
    pub(super) fn at(place: &std::path::Path) -> Self {
        Self { place: place.display().to_string().into() }
    }

    pub(super) fn place(&self) -> String {
        self.place.to_string()
    }

    /// What the database or its driver said.
    pub(super) fn of(&self, error: &sqlx::Error) -> StoreError {
        let place = self.place();
        match error {
            sqlx::Error::Database(database) => {
                let code = database.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or_default();
                self.of_code(code & 0xff, database.message())
            }
            sqlx::Error::Io(error) => StoreError::Device { place, detail: error.to_string() },
            sqlx::Error::PoolTimedOut => StoreError::Locked { place },
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                StoreError::Damaged { place, detail: error.to_string() }
            }
            _ => StoreError::Other { place, detail: error.to_string() },
        }
    }

    fn of_code(&self, code: i32, message: &str) -> StoreError {
        let place = self.place();
        match code {
            code::BUSY | code::LOCKED => StoreError::Locked { place },
            code::READONLY => StoreError::ReadOnly { place },
            code::FULL => StoreError::Full { place },
            code::CANTOPEN | code::PERM | code::AUTH => StoreError::Unreachable { place },
            code::NOTADB => StoreError::NotADatabase { place },
            code::CORRUPT => StoreError::Damaged { place, detail: message.to_owned() },
            code::IOERR => StoreError::Device { place, detail: message.to_owned() },
            _ => StoreError::Other { place, detail: message.to_owned() },
        }
    }

    /// Something that was read and can't be what was written.
    pub(super) fn damaged(&self, detail: impl std::fmt::Display) -> StoreError {
        StoreError::Damaged { place: self.place(), detail: detail.to_string() }
    }
}
