//! The day of discharge, told as surely as it is known.

use case::Case;
use jiff::civil::Date;

/// When the citizen leaves the hospital, or left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discharge {
    /// It happened on this day.
    Confirmed(Date),
    /// The plan expects it on this day, which has not passed.
    Expected(Date),
    /// The plan expected it on this day, which has passed without anybody confirming it.
    Unconfirmed(Date),
}

impl Discharge {
    /// The discharge of a case, as it stands on a day; nothing where neither the plan nor anybody since has named one.
    pub fn of(case: &Case, on: Date) -> Option<Self> {
        let confirmed = case.discharge_confirmed(on).map(Self::Confirmed);
        let expected = || case.plan().0.contact.end.on();
        confirmed.or_else(|| expected().map(|day| if day < on { Self::Unconfirmed(day) } else { Self::Expected(day) }))
    }

    /// The day.
    pub fn day(self) -> Date {
        match self {
            Self::Confirmed(day) | Self::Expected(day) | Self::Unconfirmed(day) => day,
        }
    }

    /// The key of what stands before the day in a list of facts.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Confirmed(_) => "fact-discharged",
            Self::Expected(_) => "fact-discharge-expected",
            Self::Unconfirmed(_) => "fact-discharge-unconfirmed",
        }
    }

    /// The key of what stands after the label, with `{ $date }` for the day.
    pub fn value_key(self) -> &'static str {
        match self {
            Self::Confirmed(_) | Self::Expected(_) => "fact-discharge-day",
            Self::Unconfirmed(_) => "fact-discharge-unconfirmed-day",
        }
    }

    /// The key of what it is in running words, with `{ $date }` for the day.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::Confirmed(_) => "inbox-discharged",
            Self::Expected(_) => "inbox-discharge-expected",
            Self::Unconfirmed(_) => "inbox-discharge-unconfirmed",
        }
    }
}
