//! Dates as people say them: `torsdag d. 2. april 2026` the first time, `d. 2. april` after.
//!
//! No-break spaces keep `d.` with its number and the number with its month. The value for machines stands in
//! `<time datetime>`.

use std::fmt;

use askama::filters::HtmlSafe;
use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::{html::Html, language::Language, text::Voice, view::case::Moment};

const DANISH_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How much of a date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `torsdag d. 2. april 2026`: the first time on a page.
    Full,
    /// `torsdag d. 2. april`: where the year is plain.
    Long,
    /// `d. 2. april`: where the day has been named before.
    Short,
}

/// A date, said in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    date: Date,
    form: Form,
    language: Language,
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.form != Form::Short {
            write!(f, "{} ", weekday(self.date, self.language))?;
        }
        let (day, month) = (self.date.day(), month_name(self.date.month(), self.language));
        match self.language {
            Language::Danish => write!(f, "d.\u{a0}{day}.\u{a0}{month}")?,
            Language::English => write!(f, "{day}\u{a0}{month}")?,
        }
        if self.form == Form::Full {
            write!(f, " {}", self.date.year())?;
        }
        Ok(())
    }
}

/// A date in `<time datetime>`, said in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeElement(Said);

impl fmt::Display for TimeElement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Nothing in a date needs escaping.
        write!(f, "<time datetime=\"{}\">{}</time>", self.0.date, self.0)
    }
}

impl HtmlSafe for TimeElement {}

impl Voice {
    /// `torsdag d. 2. april 2026`
    pub fn full(self, date: &Date) -> Said {
        Said { date: *date, form: Form::Full, language: self.language }
    }

    /// `torsdag d. 2. april`
    pub fn long(self, date: &Date) -> Said {
        Said { date: *date, form: Form::Long, language: self.language }
    }

    /// `d. 2. april`
    pub fn short(self, date: &Date) -> Said {
        Said { date: *date, form: Form::Short, language: self.language }
    }

    /// [`full`](Self::full), with the value for machines.
    pub fn time(self, date: &Date) -> TimeElement {
        TimeElement(self.full(date))
    }

    /// [`long`](Self::long), with the value for machines.
    pub fn time_long(self, date: &Date) -> TimeElement {
        TimeElement(self.long(date))
    }

    /// An hour of the day: `kl. 9.30`, in English `at 9:30`.
    pub fn hour(self, time: &Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self.language {
            Language::Danish => format!("kl.\u{a0}{hour}.{minute:02}"),
            Language::English => format!("at {hour}:{minute:02}"),
        }
    }

    /// A day and its hour, the day with its value for machines: `tirsdag d. 7. april 2026 kl. 7.48`.
    pub fn time_and_hour(self, moment: &DateTime) -> Html {
        Html::trust(format!("{} {}", self.time(&moment.date()), self.hour(&moment.time())))
    }

    /// A day, with its hour where that is known.
    pub fn moment(self, moment: &Moment) -> Html {
        match moment {
            Moment::Day(day) => Html::trust(self.time(day).to_string()),
            Moment::Hour(moment) => self.time_and_hour(moment),
        }
    }

    /// The first two letters of the weekday, as above a column: `to`, in English `Th`.
    pub fn weekday_letters(self, date: &Date) -> String {
        weekday(*date, self.language).chars().take(2).collect()
    }

    /// How far off a day is. It stands beside the date, never alone.
    pub fn relative(self, date: &Date, today: &Date) -> String {
        let days = days_between(*today, *date);
        match days {
            0 => self.say("relative-today").to_string(),
            1 => self.say("relative-tomorrow").to_string(),
            2.. => self.say("relative-in-days").with("count", days).to_string(),
            _ => self.say("relative-overdue").with("count", -days).to_string(),
        }
    }
}

/// Calendar days from one day to another; negative where `to` is the earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    // Whole days between civil dates: never a fraction, and no date of the calendar overflows an `i64` of hours.
    from.duration_until(to).as_hours() / 24
}

/// Whole years from a birth to a day; who was born on 29 February is a year older on 1 March in a common year. Nought before
/// the birth.
pub fn age(born: Date, on: Date) -> i16 {
    let years = on.year() - born.year();
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    (if had_birthday { years } else { years - 1 }).max(0)
}

/// A day on an axis: `7/4`. Only there; in running text a date has its month's name.
pub fn on_axis(date: Date) -> String {
    format!("{}/{}", date.day(), date.month())
}

/// The name of a month, 1 to 12, as within a sentence; empty for any other number.
pub fn month_name(month: i8, language: Language) -> &'static str {
    let names = match language {
        Language::Danish => DANISH_MONTHS,
        Language::English => ENGLISH_MONTHS,
    };
    usize::try_from(month).ok().and_then(|number| names.get(number.checked_sub(1)?)).copied().unwrap_or_default()
}

fn weekday(date: Date, language: Language) -> &'static str {
    match (language, date.weekday()) {
        (Language::Danish, Weekday::Monday) => "mandag",
        (Language::Danish, Weekday::Tuesday) => "tirsdag",
        (Language::Danish, Weekday::Wednesday) => "onsdag",
        (Language::Danish, Weekday::Thursday) => "torsdag",
        (Language::Danish, Weekday::Friday) => "fredag",
        (Language::Danish, Weekday::Saturday) => "lørdag",
        (Language::Danish, Weekday::Sunday) => "søndag",
        (Language::English, Weekday::Monday) => "Monday",
        (Language::English, Weekday::Tuesday) => "Tuesday",
        (Language::English, Weekday::Wednesday) => "Wednesday",
        (Language::English, Weekday::Thursday) => "Thursday",
        (Language::English, Weekday::Friday) => "Friday",
        (Language::English, Weekday::Saturday) => "Saturday",
        (Language::English, Weekday::Sunday) => "Sunday",
    }
}
