//! Values of facts, and what is read where a value may be missing.

use std::fmt;
use std::marker::PhantomData;

use jiff::civil::Date;

use super::{FactId, FactSet};
use crate::{Answer, Language};

/// A value, of the kind that its fact has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A civil date.
    Date(Date),
    /// A date with an hour.
    Instant(Instant),
    /// True or false.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with decimals.
    Decimal(Decimal),
    /// Words.
    Text(Text),
    /// Place of the one value chosen among the fact's values.
    Choice(u8),
    /// The values chosen among the fact's values, a bit for each place.
    Choices(u64),
    /// Free words, any number.
    Texts(Texts),
}

/// A type that a fact's value can be read as.
pub trait FactValue: Sized {
    /// The value, where it is of this type.
    fn read(value: &Value) -> Option<Self>;
    /// The value to be kept.
    fn into_value(self) -> Value;
}

/// One of the values of an enum or a closed set.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every value, in the order of the vocabulary.
    const ALL: &'static [Self];
    /// The fact whose values these are.
    const FACT: FactId;
    /// Place among `ALL`.
    fn index(self) -> u8;

    /// The value as files write it.
    fn word(self) -> &'static str {
        Self::FACT.entry().values[usize::from(self.index())]
    }

    /// The value in words for people.
    fn say(self, language: Language) -> &'static str {
        Self::FACT.entry().value_words(usize::from(self.index()), language)
    }

    /// The value that files write so.
    fn of_word(word: &str) -> Option<Self> {
        let at = Self::FACT.entry().values.iter().position(|value| *value == word)?;
        Self::ALL.get(at).copied()
    }
}

/// A set of the values of a closed set.
pub struct Set<C> {
    bits: u64,
    choice: PhantomData<fn() -> C>,
}

impl<C: Choice> Set<C> {
    /// Known to be empty.
    pub const NONE: Self = Self { bits: 0, choice: PhantomData };

    /// The set of these values.
    pub fn of(choices: &[C]) -> Self {
        Self { bits: choices.iter().fold(0, |bits, choice| bits | 1 << choice.index()), choice: PhantomData }
    }

    /// Whether the value is among them.
    pub fn contains(self, choice: C) -> bool {
        self.bits & (1 << choice.index()) != 0
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The values.
    pub fn iter(self) -> impl Iterator<Item = C> {
        C::ALL.iter().copied().filter(move |choice| self.contains(*choice))
    }
}

impl<C> Clone for Set<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Set<C> {}

impl<C> PartialEq for Set<C> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<C> Eq for Set<C> {}

impl<C: Choice> fmt::Debug for Set<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Choice::word)).finish()
    }
}

impl<C: Choice> FactValue for Set<C> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Choices(bits) => Some(Self { bits: *bits, choice: PhantomData }),
            _ => None,
        }
    }

    fn into_value(self) -> Value {
        Value::Choices(self.bits)
    }
}

/// A number with up to six decimals, exact: 50 km is not exceeded by 50.0 km.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    millionths: i64,
}

impl Decimal {
    /// A whole number.
    pub const fn whole(number: i32) -> Self {
        Self { millionths: number as i64 * 1_000_000 }
    }

    /// Reads a number as JSON writes it.
    ///
    /// Nothing where it is none, or has more than twelve digits before the decimal point. Digits beyond the sixth
    /// decimal are dropped, never rounded up over a limit.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || !all_digits(whole) || !all_digits(part) {
            return None;
        }
        let six: String = part.chars().chain(std::iter::repeat('0')).take(6).collect();
        let millionths = whole.parse::<i64>().ok()? * 1_000_000 + six.parse::<i64>().ok()?;
        Some(Self { millionths: sign * millionths })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let (whole, part) = (self.millionths.unsigned_abs() / 1_000_000, self.millionths.unsigned_abs() % 1_000_000);
        if part == 0 {
            return write!(f, "{sign}{whole}");
        }
        write!(f, "{sign}{whole}.{}", format!("{part:06}").trim_end_matches('0'))
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A date with an hour, as it was written: the hour is kept as words, since no rule of this version counts hours.
pub type Instant = Text;

/// Words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text(pub Box<str>);

/// Any number of words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Texts(pub Box<[Box<str>]>);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl FactValue for Date {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    fn into_value(self) -> Value {
        Value::Date(self)
    }
}

impl FactValue for bool {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(is) => Some(*is),
            _ => None,
        }
    }

    fn into_value(self) -> Value {
        Value::Bool(self)
    }
}

impl FactValue for i64 {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }

    fn into_value(self) -> Value {
        Value::Integer(self)
    }
}

impl FactValue for Decimal {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Decimal(number) => Some(*number),
            _ => None,
        }
    }

    fn into_value(self) -> Value {
        Value::Decimal(self)
    }
}

impl FactValue for Text {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) | Value::Instant(text) => Some(text.clone()),
            _ => None,
        }
    }

    fn into_value(self) -> Value {
        Value::Text(self)
    }
}

impl FactValue for Texts {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Texts(texts) => Some(texts.clone()),
            _ => None,
        }
    }

    fn into_value(self) -> Value {
        Value::Texts(self)
    }
}

/// What reading a fact yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Read<V> {
    /// The value is known.
    Known(V),
    /// It is known that there is none: no letter was sent, no start was offered.
    Absent,
    /// Not known yet; these facts would tell.
    Missing(FactSet),
}

impl<V> Read<V> {
    /// Another value made of this one.
    #[inline]
    pub fn map<W>(self, change: impl FnOnce(V) -> W) -> Read<W> {
        match self {
            Self::Known(value) => Read::Known(change(value)),
            Self::Absent => Read::Absent,
            Self::Missing(facts) => Read::Missing(facts),
        }
    }

    /// Whether the value passes a test. What is known to be absent does not.
    #[inline]
    pub fn is(self, test: impl FnOnce(V) -> bool) -> Answer {
        match self {
            Self::Known(value) => Answer::known(test(value)),
            Self::Absent => Answer::No,
            Self::Missing(facts) => Answer::Missing(facts),
        }
    }

    /// Whether there is a value.
    pub fn is_there(self) -> Answer {
        self.is(|_| true)
    }

    /// The value, where it is known.
    #[inline]
    pub fn known(self) -> Option<V> {
        match self {
            Self::Known(value) => Some(value),
            Self::Absent | Self::Missing(_) => None,
        }
    }

    /// The facts that would tell.
    #[inline]
    pub fn missing(&self) -> FactSet {
        match self {
            Self::Missing(facts) => *facts,
            Self::Known(_) | Self::Absent => FactSet::EMPTY,
        }
    }
}

impl Read<bool> {
    /// The statement holds. A statement that is known to have no value does not hold.
    #[inline]
    pub fn holds(self) -> Answer {
        self.is(|holds| holds)
    }
}
