//! Writing to standard output. Work goes on where nobody reads any more, so that a closed pipe leaves nothing half done.

use std::io::{self, ErrorKind, Write};
use std::sync::OnceLock;

use serde_json::Value as Json;

use crate::failure::{Failure, cause};

/// Why something that was to be told is not: a full disk behind standard output, for example.
static LOST: OnceLock<io::Error> = OnceLock::new();

/// Writes a line.
pub(crate) fn line(text: impl AsRef<str>) {
    match writeln!(io::stdout().lock(), "{}", text.as_ref()) {
        Err(fault) if fault.kind() != ErrorKind::BrokenPipe => _ = LOST.set(fault),
        // Written; or the reader has heard enough.
        _ => {}
    }
}

/// Writes JSON, indented for people, one value.
pub(crate) fn json(value: &Json) {
    line(format!("{value:#}"));
}

/// Whether something could not be written, though somebody may be waiting for it.
///
/// # Errors
/// The first such fault.
pub(crate) fn complete() -> Result<(), Failure> {
    match LOST.get() {
        None => Ok(()),
        Some(fault) => Err(Failure::said(|language| {
            let what = language.pick(
                "Arbejdet er gjort, men svaret kunne ikke skrives",
                "The work is done, but the answer could not be written",
            );
            format!("{what}: {}.", cause(fault, language))
        })),
    }
}
