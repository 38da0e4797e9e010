//! Dates as people read them.

use jiff::civil::{Date, Weekday};

use crate::Language;

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

/// The weekday's name: "fredag".
pub fn weekday_name(weekday: Weekday, language: Language) -> &'static str {
    let (danish, english) = match weekday {
        Weekday::Monday => ("mandag", "Monday"),
        Weekday::Tuesday => ("tirsdag", "Tuesday"),
        Weekday::Wednesday => ("onsdag", "Wednesday"),
        Weekday::Thursday => ("torsdag", "Thursday"),
        Weekday::Friday => ("fredag", "Friday"),
        Weekday::Saturday => ("lørdag", "Saturday"),
        Weekday::Sunday => ("søndag", "Sunday"),
    };
    language.pick(danish, english)
}

/// The date in words: "3. april 2026", "3 April 2026".
pub fn date_in_words(day: Date, language: Language) -> String {
    let month = usize::from(day.month().unsigned_abs()) - 1;
    let (number, year) = (day.day(), day.year());
    match language {
        Language::Danish => format!("{number}. {} {year}", DANISH_MONTHS[month]),
        Language::English => format!("{number} {} {year}", ENGLISH_MONTHS[month]),
    }
}

/// The date in words with its weekday: "fredag d. 3. april 2026", "Friday 3 April 2026".
pub fn date_with_weekday(day: Date, language: Language) -> String {
    let (weekday, words) = (weekday_name(day.weekday(), language), date_in_words(day, language));
    match language {
        Language::Danish => format!("{weekday} d. {words}"),
        Language::English => format!("{weekday} {words}"),
    }
}
