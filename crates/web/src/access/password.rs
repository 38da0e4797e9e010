//! Passwords, kept as Argon2id hashes only.

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};

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

/// The hash of a password, in the PHC string form: `$argon2id$v=19$m=…`.
#[derive(Clone, PartialEq, Eq)]
pub struct HashedPassword(String);

impl HashedPassword {
    /// Hashes a password with a salt of its own.
    ///
    /// # Errors
    /// [`Unhashable`] where the cost is outside what Argon2 allows, or the operating system has no randomness.
    pub fn new(password: &str, cost: Cost) -> Result<Self, Unhashable> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None);
        let params = params.map_err(|error| Unhashable(error.to_string()))?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash = argon.hash_password(password.as_bytes()).map_err(|error| Unhashable(error.to_string()))?;
        Ok(Self(hash.to_string()))
    }

    /// Takes a hash as kept, in the PHC string form.
    ///
    /// # Errors
    /// [`Unhashable`] where it is none.
    pub fn kept(hash: &str) -> Result<Self, Unhashable> {
        PasswordHash::new(hash).map_err(|error| Unhashable(error.to_string()))?;
        Ok(Self(hash.to_owned()))
    }

    /// The hash, to be kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the password. Takes as long as the hash's own cost says, right or wrong.
    pub fn is(&self, password: &str) -> bool {
        PasswordHash::new(&self.0)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    }
}

/// Never shows the hash: what is debugged ends in a log.
impl std::fmt::Debug for HashedPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HashedPassword(…)")
    }
}
