//! A limit drawn day by day.

use jiff::civil::{Date, date};
use law::Language::Danish;
use law::calendar::{
    Budget, CalendarDays, CountingRule, DaysOff, FirstDay, StripDay, Weeks, WorkingDays, weekday_name,
};

use super::moving;

const PROMISE: CountingRule = CountingRule::own_promise();

/// A strip as text, a day a line: weekday, day of the month, number, place, and why it is off.
fn drawn(rule: CountingRule, start: Date, budget: impl Into<Budget>, until: Date) -> Vec<String> {
    let line = |day: StripDay| {
        let count = day.count.map_or("-".to_owned(), |count| count.to_string());
        let rest = day.rest.map_or("", |rest| rest.name(Danish));
        let weekday = weekday_name(day.on.weekday(), Danish);
        format!("{weekday:.2} {} {count} {:?} {rest}", day.on.day(), day.place).trim_end().to_owned()
    };
    rule.due(start, budget).expect("the limit ends within the calendar").strip(until).map(line).collect()
}

#[test]
fn working_days_number_only_the_days_that_people_work() {
    let from_monday_before_easter = drawn(PROMISE, date(2026, 3, 30), WorkingDays(3), date(2026, 4, 9));
    let easter = [
        "ma 30 - Start",
        "ti 31 1 Within",
        "on 1 2 Within",
        "to 2 - Within Skærtorsdag",
        "fr 3 - Within Langfredag",
        "lø 4 - Within lørdag",
        "sø 5 - Within Påskedag",
        "ma 6 - Within 2. påskedag",
        "ti 7 3 Due",
        "on 8 1 Over",
        "to 9 2 Over",
    ];
    assert_eq!(from_monday_before_easter, easter);
}

#[test]
fn calendar_days_number_weekends_and_holidays_and_still_name_them() {
    let seven_days = drawn(PROMISE, date(2026, 3, 27), CalendarDays(7), date(2026, 4, 4));
    let lines = [
        "fr 27 - Start",
        "lø 28 1 Within lørdag",
        "sø 29 2 Within søndag",
        "ma 30 3 Within",
        "ti 31 4 Within",
        "on 1 5 Within",
        "to 2 6 Within Skærtorsdag",
        "fr 3 7 Due Langfredag",
        "lø 4 1 Over lørdag",
    ];
    assert_eq!(seven_days, lines);
}

#[test]
fn the_days_that_a_moved_limit_passes_have_no_number() {
    let rule = moving(DaysOff::own_promises());
    let lines = [
        "lø 27 - Start lørdag",
        "sø 28 1 Within søndag",
        "ma 29 2 Within",
        "ti 30 3 Within",
        "on 1 4 Within",
        "to 2 5 Within",
        "fr 3 6 Within",
        "lø 4 7 Within lørdag",
        "sø 5 - Within søndag",
        "ma 6 - Due",
        "ti 7 1 Over",
    ];
    assert_eq!(drawn(rule, date(2024, 4, 27), Weeks(1), date(2024, 5, 7)), lines);
}

#[test]
fn a_counted_start_is_day_one() {
    let rule = CountingRule { first_day: FirstDay::Counted, ..PROMISE };
    let thursday = date(2024, 5, 2);
    assert_eq!(drawn(rule, thursday, CalendarDays(2), thursday), ["to 2 1 Start", "fr 3 2 Due"]);
    assert_eq!(drawn(rule, thursday, WorkingDays(1), thursday), ["to 2 1 Due"]);
}

#[test]
fn a_limit_of_nought_is_its_start_alone() {
    let thursday = date(2024, 5, 2);
    for first_day in [FirstDay::Counted, FirstDay::NotCounted] {
        let rule = CountingRule { first_day, ..PROMISE };
        assert_eq!(drawn(rule, thursday, CalendarDays(0), date(2024, 5, 3)), ["to 2 - Due", "fr 3 1 Over"]);
    }
}

#[test]
fn a_strip_reaches_its_due_day_though_it_is_asked_for_less() {
    let start = date(2024, 5, 2);
    assert_eq!(drawn(PROMISE, start, CalendarDays(3), date(1950, 1, 1)).len(), 4);
}
