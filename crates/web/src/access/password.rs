//! Passwords, kept as Argon2id hashes only.

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use store::user::PasswordHash;

/// How much work a guess at a password costs: memory in KiB, passes over it, lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB, at least eight a lane.
    pub memory_kib: u32,
    /// Passes over the memory, at least one.
    pub passes: u32,
    /// Lanes, at least one.
    pub lanes: u32,
}

impl Default for Cost {
    /// 19 MiB and two passes: what OWASP asks for at least.
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
    }
}

/// Why a password could not be hashed.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the password cannot be hashed: {0}")]
pub struct Unhashable(String);

/// Hashes a password with a salt of its own, in the PHC string form: `$argon2id$v=19$m=…`.
///
/// # Errors
/// [`Unhashable`] where the cost is outside what Argon2 allows, or the operating system has no randomness.
pub fn hash(password: &str, cost: Cost) -> Result<PasswordHash, Unhashable> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None);
    let params = params.map_err(|error| Unhashable(error.to_string()))?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon.hash_password(password.as_bytes()).map_err(|error| Unhashable(error.to_string()))?;
    Ok(PasswordHash::new(hash.to_string()))
}

/// Whether this is the password. Takes as long as the hash's own cost says, right or wrong; a text that is no hash is
/// nobody's password.
pub fn is(hash: &PasswordHash, password: &str) -> bool {
    argon2::PasswordHash::new(hash.as_str())
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}
