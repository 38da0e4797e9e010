//! Retssikkerhedsloven: complaint of decisions in social cases (chapter 10).

pub mod receipt;
pub mod s060;
