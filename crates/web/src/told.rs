//! The law's answers as the pages show them. Nothing is decided here and no day is counted: what the law said is laid out.

pub mod content;
pub mod count;
pub mod discharge;
pub mod duty;
pub mod source;
