//! Reading dates and hours as people type them: `7/4`, `7.4.2026`, `7. april`, `i går`, `9.12`.

use jiff::{
    ToSpan,
    civil::{Date, Time},
};

use crate::{language::Language, text::Voice, typeset::capital};

/// Why what was typed is no date or hour.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// Of the fields of a date these were left empty.
    #[error("part of the date is missing")]
    Lacks(Vec<DatePart>),
    /// It is no date in any of the ways we read.
    #[error("not a date")]
    NotADate(String),
    /// The month has no such day.
    #[error("month {month} of {year} has {days} days")]
    NoSuchDay {
        /// What was typed.
        typed: String,
        /// The month.
        month: i8,
        /// Its days.
        days: i8,
        /// The year.
        year: i16,
    },
    /// It is no hour.
    #[error("not an hour")]
    NotAnHour(String),
}

/// A field of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// The day of the month.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
}

impl DatePart {
    /// The fields in their order.
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    /// The key of what it is called.
    fn key(self) -> &'static str {
        match self {
            Self::Day => "entry-the-day",
            Self::Month => "entry-the-month",
            Self::Year => "entry-the-year",
        }
    }
}

/// The years in which a date can lie: a birth, or a date of a case. Outside, it is a slip of the hand.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Reads a date from one line. Without a year it is the year that lies nearest to `today`.
///
/// # Errors
/// [`Misread::Empty`] for blanks, [`Misread::NoSuchDay`] for 31/2, [`Misread::NotADate`] for the rest, also for a year
/// before 1900 or after 2199.
pub fn date(typed: &str, today: Date) -> Result<Date, Misread> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Misread::Empty);
    }
    if let Some(days) = day_by_word(typed) {
        return today.checked_add(days.days()).map_err(|_| Misread::NotADate(typed.to_owned()));
    }
    if let Ok(iso) = typed.parse::<Date>() {
        return in_range(iso, typed);
    }
    if !typed.starts_with(char::is_alphanumeric) {
        return Err(Misread::NotADate(typed.to_owned()));
    }
    let parts: Vec<&str> = typed.split(['/', '.', '-', ' ', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [day, month] => nearest(day, month, today, typed),
        [day, month, year] => from_parts(day, month, year, typed),
        _ => Err(Misread::NotADate(typed.to_owned())),
    }
}

/// Reads a date from three fields.
///
/// # Errors
/// As [`date`]; [`Misread::Empty`] where all three are empty, [`Misread::Lacks`] where some are.
pub fn date_from_fields(day: &str, month: &str, year: &str) -> Result<Date, Misread> {
    let (day, month, year) = (day.trim(), month.trim(), year.trim());
    let fields = [(day, DatePart::Day), (month, DatePart::Month), (year, DatePart::Year)];
    let empty: Vec<DatePart> = fields.into_iter().filter(|(typed, _)| typed.is_empty()).map(|(_, part)| part).collect();
    match empty.len() {
        0 => {}
        3 => return Err(Misread::Empty),
        _ => return Err(Misread::Lacks(empty)),
    }
    from_parts(day, month, year, &format!("{day}/{month} {year}"))
}

/// Reads an hour: `9.12`, `9:12`, `0912`, `9`, also after `kl.`.
///
/// # Errors
/// [`Misread::Empty`] for blanks, [`Misread::NotAnHour`] for the rest.
pub fn hour(typed: &str) -> Result<Time, Misread> {
    let bare = typed.trim();
    let bare = bare.strip_prefix("kl.").unwrap_or(bare).trim();
    if bare.is_empty() {
        return Err(Misread::Empty);
    }
    let (hour, minute) = match bare.split_once(['.', ':']) {
        Some(parts) => parts,
        None if bare.len() == 4 && bare.is_ascii() => bare.split_at(2),
        None => (bare, "0"),
    };
    let time =
        figure::<i8>(hour).zip(figure::<i8>(minute)).and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    time.ok_or_else(|| Misread::NotAnHour(typed.trim().to_owned()))
}

fn day_by_word(typed: &str) -> Option<i64> {
    match typed.to_lowercase().as_str() {
        "i forgårs" => Some(-2),
        "i går" | "yesterday" => Some(-1),
        "i dag" | "today" => Some(0),
        "i morgen" | "tomorrow" => Some(1),
        _ => None,
    }
}

fn nearest(day: &str, month: &str, today: Date, typed: &str) -> Result<Date, Misread> {
    let this_year = from_parts(day, month, &today.year().to_string(), typed);
    let others = [today.year() - 1, today.year() + 1].map(|year| from_parts(day, month, &year.to_string(), typed).ok());
    let candidates = this_year.iter().copied().chain(others.into_iter().flatten());
    candidates.min_by_key(|date| crate::date::days_between(today, *date).abs()).map_or(this_year, Ok)
}

fn from_parts(day: &str, month: &str, year: &str, typed: &str) -> Result<Date, Misread> {
    let not_a_date = || Misread::NotADate(typed.to_owned());
    let (Some(day), Some(month), Some(year)) = (figure::<i8>(day), month_number(month), full_year(year)) else {
        return Err(not_a_date());
    };
    let first = Date::new(year, month, 1).map_err(|_| not_a_date())?;
    let days = first.days_in_month();
    if day > days {
        return Err(Misread::NoSuchDay { typed: typed.to_owned(), month, days, year });
    }
    in_range(Date::new(year, month, day).map_err(|_| not_a_date())?, typed)
}

fn in_range(date: Date, typed: &str) -> Result<Date, Misread> {
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(Misread::NotADate(typed.to_owned())) }
}

/// A number of ASCII figures; no sign, which would be part of no date.
fn figure<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A month by number, or by its name or the first three letters of it in either language.
fn month_number(text: &str) -> Option<i8> {
    const BY_LETTERS: [[&str; 2]; 12] = [
        ["jan", "jan"],
        ["feb", "feb"],
        ["mar", "mar"],
        ["apr", "apr"],
        ["maj", "may"],
        ["jun", "jun"],
        ["jul", "jul"],
        ["aug", "aug"],
        ["sep", "sep"],
        ["okt", "oct"],
        ["nov", "nov"],
        ["dec", "dec"],
    ];
    if let Some(number) = figure(text) {
        return Some(number);
    }
    let letters = text.to_lowercase();
    let found = BY_LETTERS.iter().position(|names| names.iter().any(|name| letters.starts_with(name)))?;
    i8::try_from(found + 1).ok()
}

/// A year in four figures, or in two: those of this century, since a date without a century is of a case.
fn full_year(text: &str) -> Option<i16> {
    let year: i16 = figure(text)?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

impl Misread {
    /// What is wrong, and how to write it instead.
    pub fn say(&self, voice: Voice) -> String {
        match self {
            Self::Empty => voice.say("entry-empty").to_string(),
            Self::Lacks(parts) => {
                let names: Vec<String> = parts.iter().map(|part| voice.say(part.key()).to_string()).collect();
                let what = match names.as_slice() {
                    [one] => capital(one),
                    several => law::say::list(several, voice.language),
                };
                voice.say("entry-lacks").with("count", names.len()).with("what", what).to_string()
            }
            Self::NotADate(typed) => voice.say("entry-not-a-date").with("typed", typed.as_str()).to_string(),
            Self::NotAnHour(typed) => voice.say("entry-not-an-hour").with("typed", typed.as_str()).to_string(),
            Self::NoSuchDay { typed, month, days, year } => {
                let name = month_name(*month, voice.language);
                let phrase = voice.say("entry-no-such-day").with("typed", typed.as_str()).with("month", name);
                phrase.with("days", *days).with("year", year.to_string()).to_string()
            }
        }
    }
}

/// The month's name as a sentence begins with it.
fn month_name(month: i8, language: Language) -> String {
    capital(crate::date::month_name(month, language))
}
