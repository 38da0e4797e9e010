//! Klage- og erstatningsloven: complaint of professional practice in the health service.

pub mod complaint;
