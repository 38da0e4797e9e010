//! Writing to standard output. A reader that closes the pipe ends the program quietly.

use std::io::{self, Write};

use serde_json::Value as Json;

/// Writes a line.
pub(crate) fn line(text: impl AsRef<str>) {
    let mut out = io::stdout().lock();
    if writeln!(out, "{}", text.as_ref()).is_err() {
        // Nobody is listening any more.
        std::process::exit(0);
    }
}

/// Writes JSON, indented for people, one value.
pub(crate) fn json(value: &Json) {
    line(format!("{value:#}"));
}
