//! The calendar strip: how the days of a limit were counted.

use jiff::civil::date;
use law::Language;
use web::{text::Voice, view::calendar::Strip};

use crate::samples::{Counting, strip};

const DANISH: Voice = Voice::new(Language::Danish);

fn told(strip: &Strip) -> String {
    let line = |day| format!("[{}] {} | {}", strip.class(day), Strip::seen(day, &DANISH), strip.heard(day, &DANISH));
    strip.days().iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn calendar_days_count_weekends_and_holidays_too() {
    insta::assert_snapshot!(told(&strip(date(2026, 3, 27), 7, Counting::Calendar)));
}

#[test]
fn working_days_leave_them_out() {
    insta::assert_snapshot!(told(&strip(date(2026, 3, 30), 3, Counting::Working)));
}

#[test]
fn a_strip_begins_in_its_weekdays_column() {
    assert_eq!(strip(date(2026, 3, 27), 7, Counting::Calendar).first_column(), 5, "a Friday");
    assert_eq!(strip(date(2026, 3, 30), 7, Counting::Calendar).first_column(), 1, "a Monday");
}

#[test]
fn a_limit_long_past_leaves_out_the_days_that_add_nothing() {
    let long_past = strip(date(2025, 4, 7), 7, Counting::Calendar);
    assert_eq!(long_past.days().len(), 1 + 7 + 21);
    assert_eq!(long_past.left_out(), 358 - 21);
    assert_eq!(strip(date(2026, 3, 27), 7, Counting::Calendar).left_out(), 0);
}
