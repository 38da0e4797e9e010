//! Which days are no working days, and why.

use std::fmt;

use jiff::civil::{Date, Weekday};

use super::holiday::{Holiday, holiday_on};
use super::words::weekday_name;
use crate::Language;

/// A day that is no public holiday, but that a counting rule may take for a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayOff {
    /// Lørdag.
    Saturday,
    /// Grundlovsdag, 5 June.
    ConstitutionDay,
    /// Juleaftensdag, 24 December.
    ChristmasEve,
    /// Nytårsaftensdag, 31 December.
    NewYearsEve,
}

impl DayOff {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Saturday, Self::ConstitutionDay, Self::ChristmasEve, Self::NewYearsEve];

    /// The day's name.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Self::Saturday => weekday_name(Weekday::Saturday, language),
            Self::ConstitutionDay => language.pick("Grundlovsdag", "Constitution Day"),
            Self::ChristmasEve => language.pick("Juleaftensdag", "Christmas Eve"),
            Self::NewYearsEve => language.pick("Nytårsaftensdag", "New Year's Eve"),
        }
    }

    fn falls_on(self, day: Date) -> bool {
        match self {
            Self::Saturday => day.weekday() == Weekday::Saturday,
            Self::ConstitutionDay => (day.month(), day.day()) == (6, 5),
            Self::ChristmasEve => (day.month(), day.day()) == (12, 24),
            Self::NewYearsEve => (day.month(), day.day()) == (12, 31),
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The days off of a counting rule. Sundays and public holidays are always off; the rest is chosen here.
///
/// That a working day is Monday to Friday is our reading, and is said as such; a municipality's standard may say
/// otherwise (CF-WORKING-DAY-DEFINITION).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DaysOff(u8);

impl DaysOff {
    /// How many sets of days off there are.
    pub(super) const SETS: usize = 1 << DayOff::ALL.len();

    /// Sundays and public holidays, and no other day.
    pub const fn sundays_and_holidays() -> Self {
        Self(0)
    }

    /// What the municipality promises by its own standard: Saturday is off; 5 June, 24 and 31 December are working days,
    /// so that the promise falls due the earlier.
    pub const fn own_promises() -> Self {
        Self::sundays_and_holidays().with(DayOff::Saturday)
    }

    /// Limits that bind the citizen: Saturday, 5 June, 24 and 31 December are off, so that nobody loses a right on a day
    /// when the office is closed. Unverified for the last three, and held in the citizen's favour
    /// (GEN-COUNT-HALF-HOLIDAYS).
    pub const fn binding_the_citizen() -> Self {
        Self::own_promises().with(DayOff::ConstitutionDay).with(DayOff::ChristmasEve).with(DayOff::NewYearsEve)
    }

    /// The same, and this day off too.
    #[must_use]
    pub const fn with(self, day_off: DayOff) -> Self {
        Self(self.0 | day_off.bit())
    }

    /// The same, and this day a working day.
    #[must_use]
    pub const fn without(self, day_off: DayOff) -> Self {
        Self(self.0 & !day_off.bit())
    }

    /// Whether this day is off by choice.
    pub const fn contains(self, day_off: DayOff) -> bool {
        self.0 & day_off.bit() != 0
    }

    /// The days off by choice.
    pub fn iter(self) -> impl Iterator<Item = DayOff> {
        DayOff::ALL.into_iter().filter(move |&day_off| self.contains(day_off))
    }

    /// Why nobody works on this day; `None` on a working day.
    ///
    /// A day off for two reasons is called by the weightier: a public holiday first, then the weekend, then 5 June, 24
    /// and 31 December. So 5 June 2022 is Whit Sunday, and 24 December 2022 a Saturday.
    pub fn rest_on(self, day: Date) -> Option<Rest> {
        if let Some(holiday) = holiday_on(day) {
            return Some(Rest::PublicHoliday(holiday));
        }
        if day.weekday() == Weekday::Sunday {
            return Some(Rest::Sunday);
        }
        self.iter().find(|day_off| day_off.falls_on(day)).map(Rest::DayOff)
    }

    /// The place of this set among all sets, from 0 to [`DaysOff::SETS`] exclusive.
    pub(super) fn place(self) -> usize {
        usize::from(self.0)
    }
}

impl fmt::Debug for DaysOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DaysOff")?;
        f.debug_set().entries(self.iter()).finish()
    }
}

/// Why a day is no working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rest {
    /// A public holiday, on whatever weekday.
    PublicHoliday(Holiday),
    /// A Sunday that is no public holiday.
    Sunday,
    /// A day off by the counting rule's choice.
    DayOff(DayOff),
}

impl Rest {
    /// The day's name: the holiday's, or the weekday's.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Self::PublicHoliday(holiday) => holiday.name(language),
            Self::Sunday => weekday_name(Weekday::Sunday, language),
            Self::DayOff(day_off) => day_off.name(language),
        }
    }

    /// Whether it is for being a Saturday or Sunday that the day is off.
    pub const fn is_weekend(self) -> bool {
        matches!(self, Self::Sunday | Self::DayOff(DayOff::Saturday))
    }
}
