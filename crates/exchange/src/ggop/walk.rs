//! Going through the tree by names: where one is, what is there, and what was found on the way.

use case::plan::StatedTime;
use jiff::civil::{Date, Time};

use super::problem::Problem;
use super::text;
use super::tree::Element;
use crate::{Finding, Place, Problem as Any};

/// Parts that decide what the message is: two of them make it two messages in one.
const DECISIVE: [&str; 6] =
    ["Envelope", "RehabilitationPlan", "Letter", "Identifier", "VersionCode", "TypeOfRehabilitationPlan"];

/// The years that a date can lie in: those of the working-day calendar.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// An element, and the way to it.
#[derive(Clone, Debug)]
pub(super) struct At<'a> {
    pub(super) element: &'a Element,
    path: String,
}

impl<'a> At<'a> {
    pub(super) fn root(element: &'a Element) -> Self {
        Self { element, path: element.local.clone() }
    }

    pub(super) fn place(&self) -> Place {
        Place { line: Some(self.element.line), path: self.path.clone() }
    }

    /// The place of something that should be in here.
    pub(super) fn place_of(&self, name: &str) -> Place {
        Place { line: Some(self.element.line), path: format!("{}/{name}", self.path) }
    }

    /// Every element of a name directly in here, in either namespace of the plan.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = At<'a>> + use<'a> {
        let path = format!("{}/{name}", self.path);
        let name = name.to_owned();
        let named = self.element.elements().filter(move |element| element.local == name);
        named.map(move |element| At { element, path: path.clone() })
    }

    pub(super) fn one_line(&self) -> Option<String> {
        text::one_line(self.element)
    }

    pub(super) fn prose(&self) -> Option<String> {
        text::prose(self.element)
    }
}

/// What was found on the way.
#[derive(Debug, Default)]
pub(super) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    pub(super) fn add(&mut self, problem: Problem, place: Place) {
        self.0.push(Any::from(problem).at(place));
    }

    /// The element of a name in another one. The first, and a finding, where there are several.
    pub(super) fn one<'a>(&mut self, parent: &At<'a>, name: &str) -> Option<At<'a>> {
        let mut all = parent.all(name);
        let first = all.next()?;
        if let Some(second) = all.next() {
            self.add(Problem::Repeated { decisive: DECISIVE.contains(&name) }, second.place());
        }
        Some(first)
    }

    /// The text of such an element, on one line.
    pub(super) fn line(&mut self, parent: &At<'_>, name: &str) -> Option<String> {
        self.one(parent, name)?.one_line()
    }

    /// The text of such an element, with its lines.
    pub(super) fn prose(&mut self, parent: &At<'_>, name: &str) -> Option<String> {
        self.one(parent, name)?.prose()
    }

    /// The day and the time in an element. Where the day cannot be, a finding and no day.
    pub(super) fn stated_time(&mut self, at: &At<'_>) -> Option<StatedTime> {
        let day = self.one(at, "Date")?;
        let on = self.date(&day)?;
        Some(StatedTime { on, at: self.time(at) })
    }

    /// The day that an element holds.
    pub(super) fn date(&mut self, at: &At<'_>) -> Option<Date> {
        let found = at.one_line()?;
        let date = date(&found);
        if date.is_none() {
            self.add(Problem::ImpossibleDate { found }, at.place());
        }
        date
    }

    fn time(&mut self, parent: &At<'_>) -> Option<Time> {
        let at = self.one(parent, "Time")?;
        let found = at.one_line()?;
        let time = time(&found);
        if time.is_none() {
            self.add(Problem::ImpossibleTime { found }, at.place());
        }
        time
    }
}

/// `2026-03-27`, with or without a zone behind it, in the years that the calendar knows.
fn date(text: &str) -> Option<Date> {
    let (day, zone) = text.split_at_checked(10)?;
    let zoned = zone.is_empty() || zone == "Z" || (zone.len() == 6 && zone.starts_with(['+', '-']));
    let [year, month, day] = numbers(day, '-', [4, 2, 2])?;
    if !zoned || !YEARS.contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `08:15` or `08:15:00`, with nothing behind it.
fn time(text: &str) -> Option<Time> {
    let [hour, minute, second] = match text.len() {
        5 => {
            let [hour, minute] = numbers(text, ':', [2, 2])?;
            [hour, minute, 0]
        }
        _ => numbers(text, ':', [2, 2, 2])?,
    };
    Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, i8::try_from(second).ok()?, 0).ok()
}

/// Numbers of so many digits each, with one separator between them.
fn numbers<const N: usize>(text: &str, separator: char, digits: [usize; N]) -> Option<[i16; N]> {
    let parts: [&str; N] = text.split(separator).collect::<Vec<_>>().try_into().ok()?;
    let mut numbers = [0; N];
    for ((number, part), length) in numbers.iter_mut().zip(parts).zip(digits) {
        let is_number = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        *number = is_number.then(|| part.parse().ok()).flatten()?;
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn a_day_is_a_day_of_the_calendar() {
        assert_eq!(date("2026-03-27"), Some(civil::date(2026, 3, 27)));
        assert_eq!(date("2026-03-27+01:00"), Some(civil::date(2026, 3, 27)));
        assert_eq!(date("2028-02-29Z"), Some(civil::date(2028, 2, 29)));
        for no_day in [
            "2026-02-30",
            "0001-01-01",
            "2200-01-01",
            "27-03-2026",
            "2026-3-27",
            "20260327",
            "2026-03-27T12:00",
            "å",
            "",
        ] {
            assert_eq!(date(no_day), None, "{no_day}");
        }
    }

    #[test]
    fn a_time_is_a_time_of_day() {
        assert_eq!(time("08:15"), Some(civil::time(8, 15, 0, 0)));
        assert_eq!(time("23:59:59"), Some(civil::time(23, 59, 59, 0)));
        for no_time in ["24:00", "8:15", "08.15", "08:60", "", "08:15:00.5"] {
            assert_eq!(time(no_time), None, "{no_time}");
        }
    }
}
