//! The program, as somebody at a terminal meets it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails says where")]

mod answers;
mod bad_disk;
mod bad_input;
mod command_line;
mod dates;
mod demo;
mod kills;
mod program;
mod story;
