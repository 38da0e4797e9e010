//! How far long work has come: on standard error, and only where a person watches it.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar of so many steps; a mute one where nobody watches.
pub(crate) fn bar(what: &'static str, steps: u32) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {eta}");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(u64::from(steps)).with_style(style).with_message(what)
}
