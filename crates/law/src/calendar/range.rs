//! The years that the calendar covers, and what is said of the others.

use std::fmt;

use jiff::civil::Date;

use super::{Budget, date_in_words};
use crate::Language;

/// The first day of the calendar.
pub const EARLIEST: Date = Date::constant(1900, 1, 1);

/// The last day of the calendar.
pub const LATEST: Date = Date::constant(2199, 12, 31);

/// A date, a year or a limit outside the calendar, which runs from [`EARLIEST`] to [`LATEST`].
///
/// `Display` is for logs; [`OutOfRange::say`] is for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfRange {
    /// The date that was asked of lies outside.
    Day(Date),
    /// The year that was asked of lies outside.
    Year(i16),
    /// The limit starts inside and ends outside.
    Limit {
        /// The day that the limit runs from.
        start: Date,
        /// The length of the limit.
        budget: Budget,
    },
}

impl OutOfRange {
    /// What is wrong, and which dates can be used.
    pub fn say(self, language: Language) -> String {
        let (first, last) = (date_in_words(EARLIEST, language), date_in_words(LATEST, language));
        let what = self.what(language);
        match language {
            Language::Danish => format!("{what} uden for kalenderen, som dækker {first} til {last}."),
            Language::English => format!("{what} outside the calendar, which covers {first} to {last}."),
        }
    }

    fn what(self, language: Language) -> String {
        match (self, language) {
            (Self::Day(day), Language::Danish) => format!("Datoen {} ligger", date_in_words(day, language)),
            (Self::Day(day), Language::English) => format!("The date {} lies", date_in_words(day, language)),
            (Self::Year(year), Language::Danish) => format!("Året {year} ligger"),
            (Self::Year(year), Language::English) => format!("The year {year} lies"),
            (Self::Limit { start, budget }, Language::Danish) => {
                format!("Fristen på {} fra {} ender", budget.in_words(language), date_in_words(start, language))
            }
            (Self::Limit { start, budget }, Language::English) => {
                format!("The limit of {} from {} ends", budget.in_words(language), date_in_words(start, language))
            }
        }
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day} lies outside the calendar ({EARLIEST} to {LATEST})"),
            Self::Year(year) => write!(f, "the year {year} lies outside the calendar ({EARLIEST} to {LATEST})"),
            Self::Limit { start, budget } => {
                let budget = budget.in_words(Language::English);
                write!(f, "{budget} from {start} end outside the calendar ({EARLIEST} to {LATEST})")
            }
        }
    }
}

impl std::error::Error for OutOfRange {}

/// The day itself, where the calendar covers it.
pub(super) fn within(day: Date) -> Option<Date> {
    (EARLIEST.year()..=LATEST.year()).contains(&day.year()).then_some(day)
}

/// The year itself, where the calendar covers it.
pub(super) fn covered(year: i16) -> Result<i16, OutOfRange> {
    if (EARLIEST.year()..=LATEST.year()).contains(&year) { Ok(year) } else { Err(OutOfRange::Year(year)) }
}
