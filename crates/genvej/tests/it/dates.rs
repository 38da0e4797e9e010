//! `days` and `calendar`.

use serde_json::json;

use crate::program::Program;

#[test]
fn days_are_counted_over_easter() {
    let program = Program::new();
    let added = program.run(&["days", "add", "2024-03-26", "5", "--working", "--json"]).done().json();
    assert_eq!(added["date"], "2024-04-05");
    assert_eq!(added["skipped"][0], json!({"date": "2024-03-28", "name": "Skærtorsdag"}));
    let between = program.run(&["days", "between", "2024-03-25", "2024-04-04", "--json"]).done().json();
    assert_eq!(between, json!({"calendar": 10, "working": 5}));
    let calendar_days = program.run(&["days", "add", "2024-10-08", "7", "--json"]).done().json();
    assert_eq!(calendar_days["date"], "2024-10-15");
}

#[test]
fn a_year_has_its_holidays() {
    let holidays = Program::new().run(&["calendar", "2026", "--json"]).done().json();
    let named = |date: &str| holidays.as_array().unwrap().iter().find(|it| it["date"] == date).cloned();
    assert_eq!(named("2026-04-02"), Some(json!({"date": "2026-04-02", "name": "Skærtorsdag"})));
    assert_eq!(named("2026-05-01"), None, "Store Bededag is no holiday after 2023");
    assert_eq!(named("2026-06-05"), None, "Grundlovsdag is no public holiday");
}

#[test]
fn what_lies_outside_the_calendar_is_refused_by_name() {
    let program = Program::new();
    program.run(&["days", "add", "2026-02-30", "1"]).refused_with("2026-02-30");
    program.run(&["calendar", "1"]).refused_with("1900");
    program.run(&["days", "add", "2199-12-31", "1"]).refused_with("2199");
}
