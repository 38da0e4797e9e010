//! Numbers that nobody can guess.

use std::fmt;

use subtle::ConstantTimeEq;

/// Bytes of randomness in a token: 128 bits, which no number of tries reaches.
const BYTES: usize = 16;

/// A random number. Compared in constant time, so that no answer tells how much of a guess was right; printed as 32
/// hexadecimal figures.
#[derive(Clone, Copy)]
pub struct Token([u8; BYTES]);

/// The operating system gave no random bytes.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the operating system gave no random bytes: {0}")]
pub struct NoRandomness(String);

impl Token {
    /// A new token.
    ///
    /// # Errors
    /// [`NoRandomness`] where the operating system has none to give.
    pub fn random() -> Result<Self, NoRandomness> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|error| NoRandomness(error.to_string()))?;
        Ok(Self(bytes))
    }

    /// Reads a token as printed.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() != BYTES * 2 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; BYTES];
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(index * 2..index * 2 + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Token {}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Never shows the number: what is debugged ends in a log.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
