//! When training must or may begin, in the hospital's words, and what those words suggest.
//!
//! The message has no date for it, only text. A suggestion fills in the form of the person who reads the text; it is never taken
//! for the limit itself. It is made only where every number in the text is understood: half an understanding is worse than none.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Ways to write that the plan has no limit of its own, in small letters without the full stop.
const NO_DEADLINE: [&str; 6] =
    ["ingen", "ingen frist", "ingen særlig frist", "ingen særlige frister", "ingen særlig", "ikke relevant"];

/// What the hospital wrote of when training must or may begin, word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeadlineText(String);

/// How a start date binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartMeaning {
    /// Training may not begin earlier.
    NotBefore,
    /// Training must have begun.
    NotAfter,
}

/// How the words may be read. For a person to confirm or change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Whether the day is the earliest or the latest.
    pub meaning: StartMeaning,
    /// The day.
    pub day: SuggestedDay,
}

/// The day of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestedDay {
    /// A day that stands in the text.
    On(Date),
    /// A time after something. The day it is counted from is not counted itself.
    After {
        /// How many.
        count: u16,
        /// Of what.
        unit: Unit,
        /// After what.
        from: CountedFrom,
    },
}

/// What a time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Monday to Friday, public holidays left out.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
}

/// What a time is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The discharge, whenever it is.
    Discharge,
    /// A day that stands in the text, such as that of the operation.
    Day(Date),
}

impl DeadlineText {
    /// The text, without blanks around it; nothing where it is blank.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// The hospital's words.
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// Whether the hospital only wrote that there is no limit beyond the law's. Any other text needs a person.
    pub fn says_there_is_none(&self) -> bool {
        let text = self.0.to_lowercase();
        NO_DEADLINE.contains(&text.trim_end_matches(['.', '!']).trim_end())
    }

    /// How the words may be read, where all of them that count are understood.
    pub fn suggestion(&self) -> Option<Suggestion> {
        let text = self.0.to_lowercase();
        let meaning = match (text.contains("tidligst"), text.contains("senest")) {
            (true, false) => StartMeaning::NotBefore,
            (false, true) => StartMeaning::NotAfter,
            (true, true) | (false, false) => return None,
        };
        let stated = Stated::read(&text)?;
        let day = match stated {
            Stated { time: None, day: Some(day) } => SuggestedDay::On(day),
            Stated { time: Some((count, unit)), day: Some(day) } => {
                SuggestedDay::After { count, unit, from: CountedFrom::Day(day) }
            }
            Stated { time: Some((count, unit)), day: None } if text.contains("udskriv") => {
                SuggestedDay::After { count, unit, from: CountedFrom::Discharge }
            }
            Stated { .. } => return None,
        };
        Some(Suggestion { meaning, day })
    }
}

/// The figures of a text: at most one time and at most one day.
#[derive(Default)]
struct Stated {
    time: Option<(u16, Unit)>,
    day: Option<Date>,
}

impl Stated {
    /// Nothing where a figure or a unit is left that neither the time nor the day accounts for.
    fn read(text: &str) -> Option<Self> {
        let mut stated = Self::default();
        let mut words = text.split_whitespace().map(|word| word.trim_matches([',', ';', ':', '(', ')'])).peekable();
        while let Some(word) = words.next() {
            if let (Ok(count), Some(unit)) = (word.parse(), words.peek().and_then(|next| unit(next))) {
                words.next();
                if stated.time.replace((count, unit)).is_some() {
                    return None;
                }
            } else if let Some(day) = day(word) {
                if stated.day.replace(day).is_some() {
                    return None;
                }
            } else if unit(word).is_some() || word.contains(|character: char| character.is_ascii_digit()) {
                return None;
            }
        }
        Some(stated)
    }
}

fn unit(word: &str) -> Option<Unit> {
    match word.trim_end_matches('.') {
        "dag" | "dage" | "kalenderdag" | "kalenderdage" | "døgn" => Some(Unit::Days),
        "hverdag" | "hverdage" | "arbejdsdag" | "arbejdsdage" => Some(Unit::WorkingDays),
        "uge" | "uger" => Some(Unit::Weeks),
        "måned" | "måneder" | "mdr" => Some(Unit::Months),
        _ => None,
    }
}

/// A date with a year of four digits, as Danes write it or as machines do.
fn day(word: &str) -> Option<Date> {
    let mut parts = word.trim_end_matches('.').split(['-', '.', '/']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (day, month, year) = if first.len() == 4 { (third, second, first) } else { (first, second, third) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn suggested(text: &str) -> Option<Suggestion> {
        DeadlineText::new(text).unwrap().suggestion()
    }

    #[test]
    fn only_a_text_that_says_there_is_no_limit_needs_no_person() {
        for none in ["Ingen særlig frist.", "ingen frist", "Ingen"] {
            assert!(DeadlineText::new(none).unwrap().says_there_is_none(), "{none}");
        }
        for some in ["Ingen særlig frist, dog tidligst 01-05-2026", "Snarest", "3 hverdage"] {
            assert!(!DeadlineText::new(some).unwrap().says_there_is_none(), "{some}");
        }
        assert_eq!(DeadlineText::new(" \n "), None);
    }

    #[test]
    fn three_working_days_after_the_discharge_are_suggested_as_such() {
        let (count, unit, from) = (3, Unit::WorkingDays, CountedFrom::Discharge);
        assert_eq!(
            suggested("Genoptræningen skal påbegyndes senest 3 hverdage efter udskrivelsen."),
            Some(Suggestion { meaning: StartMeaning::NotAfter, day: SuggestedDay::After { count, unit, from } })
        );
    }

    #[test]
    fn six_weeks_after_an_operation_are_counted_from_its_day() {
        let (count, unit, from) = (6, Unit::Weeks, CountedFrom::Day(date(2026, 11, 16)));
        assert_eq!(
            suggested("Genoptræning kan tidligst påbegyndes 6 uger efter operation den 16-11-2026."),
            Some(Suggestion { meaning: StartMeaning::NotBefore, day: SuggestedDay::After { count, unit, from } })
        );
    }

    #[test]
    fn a_plain_date_is_suggested_as_it_stands() {
        for text in ["Start senest 15.04.2026", "start senest d. 15/4-2026.", "Senest 2026-04-15"] {
            let day = SuggestedDay::On(date(2026, 4, 15));
            assert_eq!(suggested(text), Some(Suggestion { meaning: StartMeaning::NotAfter, day }), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_understood_to_the_last_figure_suggests_nothing() {
        for text in [
            "Tidligst 6-8 uger efter operation den 16-11-2026",
            "Tidligst om 2 uger og senest om 4 uger efter udskrivelsen",
            "Tidligst 6 uger efter operationen",
            "Senest 30-02-2026",
            "Senest 15-04-26",
            "Senest i uge 16",
            "Hurtigst muligt",
            "Tidligst seks uger efter udskrivelsen",
            "Senest 01-04-2026 eller 02-04-2026",
        ] {
            assert_eq!(suggested(text), None, "{text}");
        }
    }
}
