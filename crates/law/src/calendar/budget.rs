//! Lengths of time, each in its own unit.

use crate::Language;

/// Days, weekends and public holidays included (kalenderdage).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDays(pub u16);

/// Days on which people work (hverdage). Which those are, the counting rule's [`DaysOff`](super::DaysOff) says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkingDays(pub u16);

/// Weeks of seven calendar days (uger).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weeks(pub u16);

/// Months by the calendar (måneder), of 28 to 31 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months(pub u16);

/// How long somebody has, in the unit that the rule names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Budget {
    /// Weekends and public holidays count.
    CalendarDays(CalendarDays),
    /// Only working days count.
    WorkingDays(WorkingDays),
    /// To the same weekday.
    Weeks(Weeks),
    /// To the same day of the month.
    Months(Months),
}

impl Budget {
    /// The number, without the unit.
    pub const fn length(self) -> u16 {
        match self {
            Self::CalendarDays(CalendarDays(length))
            | Self::WorkingDays(WorkingDays(length))
            | Self::Weeks(Weeks(length))
            | Self::Months(Months(length)) => length,
        }
    }

    /// Number and unit: "3 hverdage", "1 uge".
    pub fn in_words(self, language: Language) -> String {
        let length = self.length();
        format!("{length} {}", self.unit_in_words(language))
    }

    fn unit_in_words(self, language: Language) -> &'static str {
        let one = self.length() == 1;
        let (danish, english) = match self {
            Self::CalendarDays(_) if one => ("kalenderdag", "calendar day"),
            Self::CalendarDays(_) => ("kalenderdage", "calendar days"),
            Self::WorkingDays(_) if one => ("hverdag", "working day"),
            Self::WorkingDays(_) => ("hverdage", "working days"),
            Self::Weeks(_) if one => ("uge", "week"),
            Self::Weeks(_) => ("uger", "weeks"),
            Self::Months(_) if one => ("måned", "month"),
            Self::Months(_) => ("måneder", "months"),
        };
        language.pick(danish, english)
    }
}

impl From<CalendarDays> for Budget {
    fn from(days: CalendarDays) -> Self {
        Self::CalendarDays(days)
    }
}

impl From<WorkingDays> for Budget {
    fn from(days: WorkingDays) -> Self {
        Self::WorkingDays(days)
    }
}

impl From<Weeks> for Budget {
    fn from(weeks: Weeks) -> Self {
        Self::Weeks(weeks)
    }
}

impl From<Months> for Budget {
    fn from(months: Months) -> Self {
        Self::Months(months)
    }
}
