//! How the days of a duty were counted, one day after the other.

use jiff::civil::{Date, Weekday};

use super::clock::ClockView;
use crate::text::Voice;

/// A day in a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayView {
    /// The day.
    pub on: Date,
    /// What it is in the count.
    pub part: DayPart,
    /// Why it is no working day, if it is none.
    pub off: Option<DayOff>,
}

/// What a day is in a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// The day that starts the count, itself not counted.
    From,
    /// Counted as this number.
    Counted(u16),
    /// Not counted, since only working days are.
    NotCounted,
    /// Not counted, since the count stood still.
    Paused,
    /// The last day, counted as this number.
    Due(u16),
    /// After the last day.
    Over,
}

/// Why a day is no working day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayOff {
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday, with its name as said within a sentence: `skærtorsdag`.
    Holiday(String),
}

/// The days of a count in order, from the day that starts it to the due date, or to today when that is later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    days: Vec<DayView>,
    today: Date,
    left_out: usize,
}

/// Days after the due date that a strip shows. Later ones add nothing to how the days were counted, and a case that is
/// a year late would fill the page.
const OVER_SHOWN: usize = 21;

impl Strip {
    /// The strip of these days, seen on this day.
    pub fn new(mut days: Vec<DayView>, today: Date) -> Self {
        let over = days.iter().filter(|day| day.part == DayPart::Over).count();
        let left_out = over.saturating_sub(OVER_SHOWN);
        days.truncate(days.len() - left_out);
        Self { days, today, left_out }
    }

    /// The days shown.
    pub fn days(&self) -> &[DayView] {
        &self.days
    }

    /// How many days after the due date are left out at the end.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// What the list is called: `Dagene fra 27. marts til 7. april`.
    pub fn label(&self, voice: &Voice) -> String {
        let (Some(first), Some(last)) = (self.days.first(), self.days.last()) else { return String::new() };
        let phrase = voice.say("strip-label").with("from", voice.short(&first.on).to_string());
        phrase.with("until", voice.short(&last.on).to_string()).to_string()
    }

    /// The weekday's column of the first day in a week of seven, Monday first: the class `dow-5` for a Friday.
    pub fn first_column(&self) -> i8 {
        self.days.first().map_or(1, |day| day.on.weekday().to_monday_one_offset())
    }

    /// The classes of one day.
    pub fn class(&self, day: &DayView) -> String {
        let mut classes = Vec::with_capacity(4);
        classes.extend(day.off.as_ref().map(|_| "off"));
        classes.extend(match day.part {
            DayPart::From => Some("from"),
            DayPart::Counted(_) => Some("count"),
            DayPart::Due(_) => Some("due"),
            DayPart::Over => Some("over"),
            DayPart::NotCounted | DayPart::Paused => None,
        });
        classes.extend((day.on == self.today).then_some("now"));
        classes.join(" ")
    }

    /// The figure or word under the date, as seen: `fra`, `6`, `–`, `over`.
    pub fn seen(day: &DayView, voice: &Voice) -> String {
        match day.part {
            DayPart::From => voice.say("strip-seen-from").to_string(),
            DayPart::Counted(number) | DayPart::Due(number) => number.to_string(),
            DayPart::NotCounted | DayPart::Paused => "–".to_owned(),
            DayPart::Over => voice.say("strip-seen-over").to_string(),
        }
    }

    /// The same day, as heard: `torsdag d. 2. april: skærtorsdag, dag 6`.
    pub fn heard(&self, day: &DayView, voice: &Voice) -> String {
        let mut parts: Vec<String> = Vec::with_capacity(3);
        parts.extend(day.off.as_ref().map(|off| match off {
            DayOff::Weekend => voice.say("strip-weekend").to_string(),
            DayOff::Holiday(name) => name.clone(),
        }));
        parts.push(match day.part {
            DayPart::From | DayPart::NotCounted => voice.say("strip-not-counted").to_string(),
            DayPart::Counted(number) => voice.say("strip-day").with("number", number).to_string(),
            DayPart::Due(number) => voice.say("strip-day-due").with("number", number).to_string(),
            DayPart::Paused => voice.say("strip-paused").to_string(),
            DayPart::Over => voice.say("strip-over").to_string(),
        });
        if day.on == self.today {
            parts.push(voice.say("strip-today").to_string());
        }
        format!("{}: {}", voice.long(&day.on), parts.join(", "))
    }
}

/// The axis of calendar days on which a page draws its clocks: the same days in every row, so that the list can be read
/// downwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    first: Date,
    today: Date,
    off: Vec<bool>,
}

impl Axis {
    /// The axis of `days` days from `first`, where `is_off` knows weekends and public holidays.
    pub fn new(first: Date, days: usize, today: Date, is_off: impl Fn(Date) -> bool) -> Self {
        Self { first, today, off: first.series(jiff::Span::new().days(1)).take(days).map(is_off).collect() }
    }

    /// The axis of a list: 26 days, today the thirteenth, so that a clock that is a few days over and one that begins
    /// next week are both in sight.
    pub fn of_list(today: Date, is_off: impl Fn(Date) -> bool) -> Self {
        let first = today.saturating_sub(jiff::Span::new().days(12));
        Self::new(first, 26, today, is_off)
    }

    /// The axis of a case: from the day before its clocks begin to two days after the later of today and the last due
    /// date, between 16 and 24 days. A line that is longer than that runs out of the drawing; the words say how long.
    pub fn of_case(clocks: &[ClockView], today: Date, is_off: impl Fn(Date) -> bool) -> Self {
        let first = clocks.iter().map(|clock| clock.from).min().unwrap_or(today).yesterday().unwrap_or(today);
        let last = clocks.iter().map(|clock| clock.due).max().unwrap_or(today).max(today);
        let needed = usize::try_from(crate::date::days_between(first, last) + 3).unwrap_or(0);
        Self::new(first, needed.clamp(16, 24), today, is_off)
    }

    /// The days of the axis in order, each with whether it is a weekend or a public holiday.
    pub fn days(&self) -> impl Iterator<Item = (Date, bool)> + '_ {
        self.first.series(jiff::Span::new().days(1)).zip(self.off.iter().copied())
    }

    /// How many days it has.
    pub fn len(&self) -> usize {
        self.off.len()
    }

    /// Whether it has no day.
    pub fn is_empty(&self) -> bool {
        self.off.is_empty()
    }

    /// Today, where the line stands.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The day's place from the left: 0 for the first, negative before it.
    pub fn place(&self, day: Date) -> i64 {
        crate::date::days_between(self.first, day)
    }

    /// The Mondays on it, which a wide list names above.
    pub fn mondays(&self) -> impl Iterator<Item = Date> + '_ {
        self.days().map(|(day, _)| day).filter(|day| day.weekday() == Weekday::Monday)
    }
}
