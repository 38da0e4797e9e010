//! What things are called: cases, people who act, events within a case.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A case's number: the year it was opened and a running number in it, `2026-0412`. Says nothing of the person.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseId {
    year: u16,
    number: u32,
}

impl CaseId {
    /// The case of this year and number; the number counts from 1.
    pub fn new(year: u16, number: u32) -> Self {
        Self { year, number }
    }

    /// Reads a case's number.
    ///
    /// # Errors
    /// A text that isn't a year of four digits, a hyphen and a number.
    pub fn parse(text: &str) -> Result<Self, NoCaseId> {
        let fault = || NoCaseId(text.chars().take(40).collect());
        let (year, number) = text.trim().split_once('-').ok_or_else(fault)?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !digits(year) || !digits(number) || number.len() > 9 {
            return Err(fault());
        }
        let id = Self { year: year.parse().map_err(|_| fault())?, number: number.parse().map_err(|_| fault())? };
        if id.number == 0 { Err(fault()) } else { Ok(id) }
    }

    /// The year in which the case was opened.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The running number in its year.
    pub fn number(&self) -> u32 {
        self.number
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.year, self.number)
    }
}

impl TryFrom<String> for CaseId {
    type Error = NoCaseId;

    fn try_from(text: String) -> Result<Self, NoCaseId> {
        Self::parse(&text)
    }
}

impl From<CaseId> for String {
    fn from(id: CaseId) -> Self {
        id.to_string()
    }
}

/// A text that is no case's number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("»{0}« is no case number such as 2026-0412")]
pub struct NoCaseId(pub String);

/// Who did something: the name by which a user signs in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UserId(pub String);

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An event's number in its case, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventNumber(pub u64);

impl fmt::Display for EventNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The mark by which the same command is known when it comes again: made where the form is made, or of the message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CommandId(pub String);

#[cfg(test)]
mod tests {
    use super::CaseId;

    #[test]
    fn a_case_number_reads_back_as_it_was_written() {
        for text in ["2026-0412", "2026-12345"] {
            assert_eq!(CaseId::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(CaseId::parse("2026-7").unwrap(), CaseId::new(2026, 7));
    }

    #[test]
    fn what_is_no_case_number_is_refused() {
        for text in ["", "2026", "26-0412", "2026-", "2026-0000", "2026-4x", "2026-0412-1", "../../x"] {
            assert!(CaseId::parse(text).is_err(), "{text}");
        }
    }
}
