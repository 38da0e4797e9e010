//! Which roles may see what. The roles themselves are the case's: an event carries the one that was used.

pub use case::Role;

/// Everybody who can sign in.
pub const STAFF: &[Role] = &Role::OF_PEOPLE;

/// Those who may see citizens' cases. A provider's manager is not among them: which cases are the provider's stands in no
/// case yet, and nobody sees those of others. An administrator keeps users and configuration, and sees no citizen.
pub const READERS: &[Role] = &[Role::CaseOfficer, Role::Therapist, Role::Manager];

/// Those who may act in a case. Which act, the municipality's standard says.
pub const ACTORS: &[Role] = &[Role::CaseOfficer, Role::Therapist];

/// Whether somebody in this role may see citizens' cases.
pub fn may_read(role: Role) -> bool {
    READERS.contains(&role)
}
