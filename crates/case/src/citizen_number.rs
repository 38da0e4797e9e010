//! The numbers that a citizen is known by: the CPR number, and what stands in for one.
//!
//! A number is never shown whole unless it is asked for by name ([`Cpr::whole`]): `Display` and `Debug` keep the last four
//! characters back, so that no log, panic or test message carries it. Serialising writes it whole, which is for the content of
//! events alone.
//!
//! Sources (facts): the CPR office's "Opbygning af CPR-nummeret" and "Personnumre uden kontrolciffer"; the replacement numbers
//! of HL7 Denmark's core profiles.

use std::fmt;

use jiff::civil::Date;
use law::Language;
use serde::{Deserialize, Serialize};

const LENGTH: usize = 10;
const MODULUS_11_WEIGHTS: [u32; LENGTH] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// A number of the civil registration system, whose birth date can be.
///
/// That it can be is not that it was issued: only the register knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Cpr {
    digits: [u8; LENGTH],
    born_on: Date,
}

impl Cpr {
    /// Reads ten digits without a hyphen. Modulus 11 is not asked for: valid numbers without a check digit have been issued
    /// since 1 October 2007, and a system that refuses them turns citizens away.
    ///
    /// # Errors
    /// [`NumberFault`] says what is wrong; it never holds the number.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let digits = digits(text)?;
        let pair = |at: usize| digits[at] * 10 + digits[at + 1];
        let (day, month, year) = (pair(0), pair(2), birth_year(digits[6], pair(4)));
        match (day, month) {
            (0, 0) if digits == [0; LENGTH] => Err(NumberFault::Placeholder),
            (61..=91, _) => Err(NumberFault::Administrative),
            (_, 0 | 13..) => Err(NumberFault::NoSuchMonth(month)),
            _ => to_date(year, month, day).map(|born_on| Self { digits, born_on }).ok_or(NumberFault::NoSuchDay {
                day,
                month,
                year,
            }),
        }
    }

    /// Reads a number as people type it: with or without the hyphen after the birth date, and with blanks around it.
    ///
    /// # Errors
    /// As [`Cpr::parse`].
    pub fn from_entry(typed: &str) -> Result<Self, NumberFault> {
        let typed = typed.trim();
        match typed.split_once('-') {
            Some((birth, serial)) if birth.len() == 6 => Self::parse(&format!("{birth}{serial}")),
            _ => Self::parse(typed),
        }
    }

    /// The day of birth: the seventh digit and the year's two digits give the century.
    pub fn born_on(self) -> Date {
        self.born_on
    }

    /// Whether the last digit is a check digit. A hint to somebody who types a number, at most: never a ground to refuse one.
    pub fn passes_modulus_11(self) -> bool {
        let weighed = self.digits.iter().zip(MODULUS_11_WEIGHTS).map(|(digit, weight)| u32::from(*digit) * weight);
        weighed.sum::<u32>() % 11 == 0
    }

    /// All ten digits, for the register, the letter and the record; never for a log or an address.
    pub fn whole(self) -> String {
        self.digits.iter().map(|digit| char::from(b'0' + digit)).collect()
    }
}

/// The ten digits of a text, as numbers.
fn digits(text: &str) -> Result<[u8; LENGTH], NumberFault> {
    let mut digits = [0; LENGTH];
    let length = text.chars().count();
    for (position, character) in text.chars().enumerate() {
        let digit = character.to_digit(10).ok_or(NumberFault::NotADigit { position: position + 1 })?;
        let place = digits.get_mut(position).ok_or(NumberFault::Length(length))?;
        *place = u8::try_from(digit).map_err(|_| NumberFault::NotADigit { position: position + 1 })?;
    }
    if length == LENGTH { Ok(digits) } else { Err(NumberFault::Length(length)) }
}

/// The century rule: which hundred years the two digits of the year lie in, by the seventh digit.
fn birth_year(seventh: u8, two_digits: u8) -> i16 {
    let century = match (seventh, two_digits) {
        (4 | 9, 0..=36) | (5..=8, 0..=57) => 2000,
        (5..=8, _) => 1800,
        _ => 1900,
    };
    century + i16::from(two_digits)
}

fn to_date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl fmt::Display for Cpr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.digits[..6].iter().try_for_each(|digit| write!(f, "{digit}"))?;
        f.write_str("-••••")
    }
}

impl fmt::Debug for Cpr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cpr({self})")
    }
}

impl From<Cpr> for String {
    fn from(number: Cpr) -> Self {
        number.whole()
    }
}

impl TryFrom<String> for Cpr {
    type Error = NumberFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

/// Why a text is no CPR number. It never holds the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberFault {
    /// Another number of characters than ten.
    #[error("{0} characters, not ten digits")]
    Length(usize),
    /// A character that is no digit, counted from 1.
    #[error("character {position} is no digit")]
    NotADigit {
        /// Where it stands, counted from 1.
        position: usize,
    },
    /// Ten zeros: what older systems write where they know no number.
    #[error("ten zeros stand for an unknown number")]
    Placeholder,
    /// The third and fourth digit are no month.
    #[error("no month {0}")]
    NoSuchMonth(u8),
    /// The first two digits are no day of that month.
    #[error("no day {day} in month {month} of {year}")]
    NoSuchDay {
        /// The first two digits.
        day: u8,
        /// The next two.
        month: u8,
        /// By the century rule.
        year: i16,
    },
    /// A day of 61 to 91: a replacement number that a system made for itself.
    #[error("a replacement number, day of birth plus 60")]
    Administrative,
    /// Not the shape of any replacement number.
    #[error("not the shape of a replacement number")]
    NoReplacement,
}

impl NumberFault {
    /// What is wrong with the number, in words for people, as the rest of a sentence about it.
    pub fn say(self, language: Language) -> String {
        match (self, language) {
            (Self::Length(length), Language::Danish) => format!("det har {length} tegn; et CPR-nummer har ti cifre"),
            (Self::Length(length), Language::English) => {
                format!("it has {length} characters; a CPR number has ten digits")
            }
            (Self::NotADigit { position }, Language::Danish) => format!("tegn nr. {position} er ikke et ciffer"),
            (Self::NotADigit { position }, Language::English) => format!("character {position} is not a digit"),
            (Self::Placeholder, Language::Danish) => "ti nuller betyder, at nummeret er ukendt".into(),
            (Self::Placeholder, Language::English) => "ten zeros mean that the number is unknown".into(),
            (Self::NoSuchMonth(month), Language::Danish) => format!("der findes ingen måned {month:02}"),
            (Self::NoSuchMonth(month), Language::English) => format!("there is no month {month:02}"),
            (Self::NoSuchDay { day, month, year }, Language::Danish) => {
                format!("der er ingen dag {day} i måned {month} i {year}")
            }
            (Self::NoSuchDay { day, month, year }, Language::English) => {
                format!("there is no day {day} in month {month} of {year}")
            }
            (Self::Administrative, Language::Danish) => "det er et erstatningsnummer (fødselsdagen plus 60)".into(),
            (Self::Administrative, Language::English) => "it is a replacement number (day of birth plus 60)".into(),
            (Self::NoReplacement, Language::Danish) => "det har ikke form som et erstatningsnummer".into(),
            (Self::NoReplacement, Language::English) => "it does not have the shape of a replacement number".into(),
        }
    }
}

/// Who made a replacement number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReplacementKind {
    /// X-eCPR, of the national service.
    National,
    /// D-eCPR, of a region's own system.
    Regional,
    /// Day of birth plus 60, of a single system.
    Administrative,
}

/// A number in the place of a CPR number, for a person who has none or whose number is not known.
///
/// Nothing is looked up, sent or reported by it: a person has to find the CPR number first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ReplacementNumber {
    characters: [char; LENGTH],
    kind: ReplacementKind,
}

impl ReplacementNumber {
    /// Reads ten characters of one of the three shapes; nothing where the text has none of them.
    ///
    /// 29 February is taken in every year, since the shape tells no century.
    pub fn parse(text: &str) -> Option<Self> {
        let characters: [char; LENGTH] = text.chars().collect::<Vec<_>>().try_into().ok()?;
        let pair = |at: usize| -> Option<u8> {
            u8::try_from(characters[at].to_digit(10)? * 10 + characters[at + 1].to_digit(10)?).ok()
        };
        let (day, month, _year) = (pair(0)?, pair(2)?, pair(4)?);
        let tail = &characters[6..];
        let (seventh, last) = (tail[0].to_digit(10)?, tail[3].to_digit(10)?);
        let kind = match (seventh, last) {
            _ if tail.iter().all(char::is_ascii_digit) => ReplacementKind::Administrative,
            _ if !tail[1..3].iter().all(char::is_ascii_uppercase) => return None,
            (1 | 7, _) => ReplacementKind::National,
            (0 | 5 | 6, _) => ReplacementKind::Regional,
            _ => return None,
        };
        let day_can_be = match kind {
            ReplacementKind::Administrative => (61..=91).contains(&day),
            // Any leap year will do.
            ReplacementKind::National | ReplacementKind::Regional => to_date(2000, month, day).is_some(),
        };
        day_can_be.then_some(Self { characters, kind })
    }

    /// Who made it.
    pub fn kind(self) -> ReplacementKind {
        self.kind
    }

    /// All ten characters; never for a log or an address.
    pub fn whole(self) -> String {
        self.characters.iter().collect()
    }
}

impl fmt::Display for ReplacementNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.characters[..6].iter().try_for_each(|character| write!(f, "{character}"))?;
        f.write_str("-••••")
    }
}

impl fmt::Debug for ReplacementNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplacementNumber({self}, {:?})", self.kind)
    }
}

impl From<ReplacementNumber> for String {
    fn from(number: ReplacementNumber) -> Self {
        number.whole()
    }
}

impl TryFrom<String> for ReplacementNumber {
    type Error = NumberFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or(NumberFault::NoReplacement)
    }
}

/// The number that a citizen is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum CitizenNumber {
    /// The number of the civil registration system.
    Cpr(Cpr),
    /// A number in its place.
    Replacement(ReplacementNumber),
}

impl CitizenNumber {
    /// Reads a CPR number or a replacement number.
    ///
    /// # Errors
    /// What keeps it from being a CPR number, where it is neither.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        match ReplacementNumber::parse(text) {
            Some(replacement) => Ok(Self::Replacement(replacement)),
            None => Cpr::parse(text).map(Self::Cpr),
        }
    }

    /// The CPR number, where it is one.
    pub fn cpr(self) -> Option<Cpr> {
        match self {
            Self::Cpr(number) => Some(number),
            Self::Replacement(_) => None,
        }
    }

    /// All ten characters; never for a log or an address.
    pub fn whole(self) -> String {
        match self {
            Self::Cpr(number) => number.whole(),
            Self::Replacement(number) => number.whole(),
        }
    }
}

impl fmt::Display for CitizenNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpr(number) => number.fmt(f),
            Self::Replacement(number) => number.fmt(f),
        }
    }
}

impl From<CitizenNumber> for String {
    fn from(number: CitizenNumber) -> Self {
        number.whole()
    }
}

impl TryFrom<String> for CitizenNumber {
    type Error = NumberFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

/// What a document says the citizen's number is. A number that cannot be is kept, for a person to ask about it: the document
/// is sound, and a citizen waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatedNumber {
    /// A number that can be.
    Read(CitizenNumber),
    /// A text that is no number, as it stands there.
    Unreadable(UnreadableNumber),
    /// No number, or ten zeros in its place.
    NotStated,
}

impl StatedNumber {
    /// Reads what stands in a document.
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        match CitizenNumber::parse(text) {
            Ok(number) => Self::Read(number),
            Err(NumberFault::Placeholder) => Self::NotStated,
            Err(_) if text.is_empty() => Self::NotStated,
            Err(fault) => Self::Unreadable(UnreadableNumber { as_written: text.to_owned(), fault }),
        }
    }

    /// The CPR number, where one stands there that can be.
    pub fn cpr(&self) -> Option<Cpr> {
        match self {
            Self::Read(number) => number.cpr(),
            Self::Unreadable(_) | Self::NotStated => None,
        }
    }
}

/// A text where a number should stand.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadableNumber {
    as_written: String,
    fault: NumberFault,
}

impl UnreadableNumber {
    /// The text as it stands in the document, for the person who has to find the number; never for a log.
    pub fn as_written(&self) -> &str {
        &self.as_written
    }

    /// What keeps it from being a CPR number.
    pub fn fault(&self) -> NumberFault {
        self.fault
    }
}

impl fmt::Debug for UnreadableNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnreadableNumber({})", self.fault)
    }
}

#[cfg(test)]
mod tests;
