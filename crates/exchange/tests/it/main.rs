//! What the readers of others' formats promise.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not get has failed the test")]

mod bad_input;
mod conformance;
mod examples;
mod never_panics;
mod samples;
mod schema;
mod words;
