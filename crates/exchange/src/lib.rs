//! The world's formats: what others send becomes typed values, or findings that say what is wrong, where, and how to mend it.
//!
//! Pure: bytes in, values out. Nothing here opens a file, follows a reference out of a message, or asks what day it is. The
//! caller keeps the bytes as they came.
//!
//! A new format is a module of its own with one `read` function, its problems as an enum with words in both languages, and a
//! variant of [`Problem`].

pub mod fhir;
pub mod file;
mod finding;
pub mod ggop;

pub use finding::{Finding, Place, Problem, Severity};
