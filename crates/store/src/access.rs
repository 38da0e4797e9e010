//! Who has looked into a case: recorded at each opening, never changed, shown to the citizen.

use jiff::Timestamp;

use crate::key::{Role, StreamId, UserId};

/// One opening of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// The case that was opened.
    pub case: StreamId,
    /// Who opened it.
    pub user: UserId,
    /// The role in which they did.
    pub role: Role,
    /// When. Given by the caller: the store reads no clock.
    pub at: Timestamp,
    /// What for: the page or act, as the web spells it.
    pub purpose: String,
}
