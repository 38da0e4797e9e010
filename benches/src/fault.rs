//! What a measurement fails with.

/// Whatever keeps a figure from being had; it is told, and the others go on.
pub(crate) type Fault = Box<dyn std::error::Error + Send + Sync>;
