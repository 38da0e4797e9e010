//! Danish public holidays by rule: the days of the church calendar and 1 January.

use jiff::civil::Date;

use super::range::{OutOfRange, covered};
use crate::Language;

/// The last year in which store bededag was a public holiday (GEN-COUNT-STORE-BEDEDAG).
const LAST_GREAT_PRAYER_DAY: i16 = 2023;

/// A public holiday (helligdag), in the order of the year.
///
/// 5 June, 24 and 31 December are not public holidays; a counting rule may take them for days off all the same
/// ([`DayOff`](super::DayOff)).
///
/// Source: the law's timeline, cal-public-holidays-2024, cal-store-bededag-until-2023 and cal-5june-24dec-31dec.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// Nytårsdag, 1 January.
    NewYearsDay,
    /// Skærtorsdag, the Thursday before Easter.
    MaundyThursday,
    /// Langfredag, the Friday before Easter.
    GoodFriday,
    /// Påskedag, a Sunday.
    EasterDay,
    /// 2. påskedag, the day after Easter.
    EasterMonday,
    /// Store bededag, the fourth Friday after Easter; to 2023 inclusive.
    GreatPrayerDay,
    /// Kristi himmelfartsdag, the sixth Thursday after Easter.
    AscensionDay,
    /// Pinsedag, the seventh Sunday after Easter.
    WhitSunday,
    /// 2. pinsedag, the day after Whit Sunday.
    WhitMonday,
    /// Juledag, 25 December.
    ChristmasDay,
    /// 2. juledag, 26 December.
    SecondChristmasDay,
}

/// Where in the year a holiday falls.
#[derive(Clone, Copy)]
enum Falls {
    /// On the same day every year.
    On { month: i8, day: i8 },
    /// So many days after Easter; before it where negative.
    FromEaster(i16),
}

impl Holiday {
    /// All of them, in the order of the year.
    pub const ALL: [Self; 11] = [
        Self::NewYearsDay,
        Self::MaundyThursday,
        Self::GoodFriday,
        Self::EasterDay,
        Self::EasterMonday,
        Self::GreatPrayerDay,
        Self::AscensionDay,
        Self::WhitSunday,
        Self::WhitMonday,
        Self::ChristmasDay,
        Self::SecondChristmasDay,
    ];

    /// The name as it stands in a calendar.
    pub fn name(self, language: Language) -> &'static str {
        let (danish, english) = match self {
            Self::NewYearsDay => ("Nytårsdag", "New Year's Day"),
            Self::MaundyThursday => ("Skærtorsdag", "Maundy Thursday"),
            Self::GoodFriday => ("Langfredag", "Good Friday"),
            Self::EasterDay => ("Påskedag", "Easter Day"),
            Self::EasterMonday => ("2. påskedag", "Easter Monday"),
            Self::GreatPrayerDay => ("Store bededag", "Great Prayer Day"),
            Self::AscensionDay => ("Kristi himmelfartsdag", "Ascension Day"),
            Self::WhitSunday => ("Pinsedag", "Whit Sunday"),
            Self::WhitMonday => ("2. pinsedag", "Whit Monday"),
            Self::ChristmasDay => ("Juledag", "Christmas Day"),
            Self::SecondChristmasDay => ("2. juledag", "Second Day of Christmas"),
        };
        language.pick(danish, english)
    }

    const fn falls(self) -> Falls {
        match self {
            Self::NewYearsDay => Falls::On { month: 1, day: 1 },
            Self::MaundyThursday => Falls::FromEaster(-3),
            Self::GoodFriday => Falls::FromEaster(-2),
            Self::EasterDay => Falls::FromEaster(0),
            Self::EasterMonday => Falls::FromEaster(1),
            Self::GreatPrayerDay => Falls::FromEaster(26),
            Self::AscensionDay => Falls::FromEaster(39),
            Self::WhitSunday => Falls::FromEaster(49),
            Self::WhitMonday => Falls::FromEaster(50),
            Self::ChristmasDay => Falls::On { month: 12, day: 25 },
            Self::SecondChristmasDay => Falls::On { month: 12, day: 26 },
        }
    }

    const fn is_kept_in(self, year: i16) -> bool {
        !matches!(self, Self::GreatPrayerDay) || year <= LAST_GREAT_PRAYER_DAY
    }
}

/// The public holiday on this day, if it is one.
///
/// Two never fall on one day: those that move lie between 19 March and 14 June, each at its own distance from Easter,
/// and the fixed ones lie in December and January. The rule is followed for every date; outside the calendar's range
/// nobody vouches for it.
///
/// ```
/// use jiff::civil::date;
/// use law::calendar::{Holiday, holiday_on};
///
/// assert_eq!(holiday_on(date(2023, 5, 5)), Some(Holiday::GreatPrayerDay));
/// assert_eq!(holiday_on(date(2024, 4, 26)), None);
/// ```
pub fn holiday_on(day: Date) -> Option<Holiday> {
    let from_easter = SpringDay::of(day).map(|spring| spring.0 - SpringDay::easter(day.year()).0);
    let is_today = |holiday: Holiday| match holiday.falls() {
        Falls::On { month, day: day_of_month } => (day.month(), day.day()) == (month, day_of_month),
        Falls::FromEaster(days) => from_easter == Some(days),
    };
    Holiday::ALL.into_iter().find(|&holiday| is_today(holiday) && holiday.is_kept_in(day.year()))
}

/// The public holidays of a year, in order.
///
/// # Errors
/// [`OutOfRange::Year`] before 1900 and after 2199.
pub fn holidays_of(year: i16) -> Result<Vec<(Date, Holiday)>, OutOfRange> {
    let year = covered(year)?;
    let easter = SpringDay::easter(year);
    let day_of = |holiday: Holiday| match holiday.falls() {
        Falls::On { month, day } => Date::constant(year, month, day),
        Falls::FromEaster(days) => SpringDay(easter.0 + days).in_year(year),
    };
    let kept = Holiday::ALL.into_iter().filter(|holiday| holiday.is_kept_in(year));
    Ok(kept.map(|holiday| (day_of(holiday), holiday)).collect())
}

/// Easter Day of a year, by the Gregorian computation.
///
/// # Errors
/// [`OutOfRange::Year`] before 1900 and after 2199.
pub fn easter_day(year: i16) -> Result<Date, OutOfRange> {
    covered(year).map(|year| SpringDay::easter(year).in_year(year))
}

/// A day from March to June, numbered from 1 March: 31 is 31 March, 32 is 1 April.
///
/// Easter and all that hangs on it lie here, so that leap days don't come into it.
#[derive(Clone, Copy)]
struct SpringDay(i16);

impl SpringDay {
    /// The months of spring, each with the number of the day before its first.
    const MONTHS: [(i8, i16); 4] = [(6, 92), (5, 61), (4, 31), (3, 0)];

    fn of(day: Date) -> Option<Self> {
        let (_, before) = Self::MONTHS.into_iter().find(|&(month, _)| month == day.month())?;
        Some(Self(before + i16::from(day.day())))
    }

    fn in_year(self, year: i16) -> Date {
        let month = Self::MONTHS.into_iter().find(|&(_, before)| before < self.0);
        let (month, before) = month.expect("Maundy Thursday is never before 19 March");
        let day = i8::try_from(self.0 - before).expect("Whit Monday is never after 14 June");
        Date::constant(year, month, day)
    }

    /// Easter Day: the Sunday after the first full moon of spring, by the church's own moon.
    ///
    /// `moon` is how many days after 21 March that moon is full, `weekday` the day it falls on, from Sunday as 0.
    ///
    /// Source: the Gregorian computation in Claus Tøndering's questions and answers on calendars.
    const fn easter(year: i16) -> Self {
        let century = year.div_euclid(100);
        let leaps = century.div_euclid(4);
        let golden = year.rem_euclid(19);
        // Leap days left out and the moon's own drift shift the church's moon from century to century.
        let age = (century - leaps - (8 * century + 13).div_euclid(25) + 19 * golden + 15).rem_euclid(30);
        let moon = age - (age / 28) * (1 - (29 / (age + 1)) * ((21 - golden) / 11));
        let weekday = (year + year.div_euclid(4) + moon + 2 - century + leaps).rem_euclid(7);
        Self(21 + moon + 7 - weekday)
    }
}
