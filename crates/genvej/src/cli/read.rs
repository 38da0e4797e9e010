//! Reading the values of the command line, with words for what can't be read in place of the parsers' own.

use std::fmt;
use std::net::SocketAddr;

use jiff::Timestamp;
use jiff::civil::Date;
use law::Language;

/// Why a value can't be used, and how to write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misread {
    words: [String; 2],
}

impl Misread {
    fn new(danish: impl Into<String>, english: impl Into<String>) -> Self {
        Self { words: [danish.into(), english.into()] }
    }

    /// The words in a language.
    pub(crate) fn say(&self, language: Language) -> &str {
        language.pick(&self.words[0], &self.words[1])
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.say(Language::English))
    }
}

impl std::error::Error for Misread {}

/// A civil date as `2026-04-07`.
pub(super) fn date(text: &str) -> Result<Date, Misread> {
    text.parse().map_err(|_| {
        no_such_day(text)
            .unwrap_or_else(|| Misread::new("Skriv datoen som 2026-04-07.", "Write the date as 2026-04-07."))
    })
}

/// What is wrong with a date whose month has no such day.
fn no_such_day(text: &str) -> Option<Misread> {
    let (month, day) = text.rsplit_once('-')?;
    let first: Date = format!("{month}-01").parse().ok()?;
    let last = first.last_of_month();
    let beyond = day.parse::<i8>().is_ok_and(|day| day > last.day());
    beyond.then(|| {
        Misread::new(
            format!("Den dag findes ikke: den måned slutter {last}."),
            format!("There is no such day: that month ends on {last}."),
        )
    })
}

/// An instant as `2026-04-07T09:00:00+02:00`.
pub(super) fn instant(text: &str) -> Result<Timestamp, Misread> {
    text.parse().map_err(|_| {
        Misread::new(
            "Skriv tidspunktet med dato, klokkeslæt og tidszone, som 2026-04-07T09:00:00+02:00.",
            "Write the instant with date, time and offset, as 2026-04-07T09:00:00+02:00.",
        )
    })
}

/// A year.
pub(super) fn year(text: &str) -> Result<i16, Misread> {
    text.parse().map_err(|_| Misread::new("Skriv årstallet med fire tal.", "Write the year in four figures."))
}

/// A number of days.
pub(super) fn count(text: &str) -> Result<u16, Misread> {
    text.parse().map_err(|_| {
        Misread::new(
            format!("Skriv et helt tal fra 0 til {}.", u16::MAX),
            format!("Write a whole number from 0 to {}.", u16::MAX),
        )
    })
}

/// An address with its port.
pub(super) fn address(text: &str) -> Result<SocketAddr, Misread> {
    text.parse().map_err(|_| {
        Misread::new("Skriv adresse og port, som 127.0.0.1:8080.", "Write address and port, as 127.0.0.1:8080.")
    })
}
