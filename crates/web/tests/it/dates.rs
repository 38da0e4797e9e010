//! Dates and numbers as people say them.

use jiff::civil::{date, time};
use law::Language;
use web::{text::Voice, typeset::typeset};

const DANISH: Voice = Voice::new(Language::Danish);
const ENGLISH: Voice = Voice::new(Language::English);

#[test]
fn a_date_is_said_in_full_the_first_time_and_short_after() {
    let day = date(2026, 4, 2);
    assert_eq!(DANISH.full(&day).to_string(), "torsdag d.\u{a0}2.\u{a0}april 2026");
    assert_eq!(DANISH.long(&day).to_string(), "torsdag d.\u{a0}2.\u{a0}april");
    assert_eq!(DANISH.short(&day).to_string(), "d.\u{a0}2.\u{a0}april");
    assert_eq!(ENGLISH.full(&day).to_string(), "Thursday 2\u{a0}April 2026");
}

#[test]
fn a_date_carries_its_value_for_machines() {
    let said = DANISH.time(&date(2026, 4, 2)).to_string();
    assert_eq!(said, "<time datetime=\"2026-04-02\">torsdag d.\u{a0}2.\u{a0}april 2026</time>");
}

#[test]
fn every_day_of_a_leap_year_has_its_weekday_and_month() {
    let mut day = date(2024, 1, 1);
    for _ in 0..366 {
        let said = DANISH.full(&day).to_string();
        assert!(said.ends_with(" 2024") && said.contains(&format!("d.\u{a0}{}.\u{a0}", day.day())), "{said}");
        assert!(!said.contains("\u{a0} "), "{said}");
        day = day.tomorrow().unwrap();
    }
    assert_eq!(day, date(2025, 1, 1));
}

#[test]
fn an_hour_has_a_full_stop_in_danish_and_a_colon_in_english() {
    assert_eq!(DANISH.hour(&time(9, 5, 0, 0)), "kl.\u{a0}9.05");
    assert_eq!(ENGLISH.hour(&time(15, 30, 0, 0)), "at 15:30");
}

#[test]
fn relative_time_counts_calendar_days() {
    let today = date(2026, 4, 7);
    let said = |month, day| DANISH.relative(&date(2026, month, day), &today);
    assert_eq!(said(4, 7), "I dag");
    assert_eq!(said(4, 8), "I morgen");
    assert_eq!(said(4, 20), "Om 13 dage");
    assert_eq!(said(4, 6), "Overskredet 1 dag");
    assert_eq!(said(4, 3), "Overskredet 4 dage");
}

#[test]
fn relative_time_counts_over_the_turn_of_the_clock_and_of_the_year() {
    assert_eq!(DANISH.relative(&date(2026, 3, 30), &date(2026, 3, 28)), "Om 2 dage");
    assert_eq!(DANISH.relative(&date(2027, 1, 1), &date(2026, 12, 31)), "I morgen");
}

#[test]
fn thousands_and_oere_stand_as_people_write_them() {
    assert_eq!(DANISH.number(&0), "0");
    assert_eq!(DANISH.number(&999), "999");
    assert_eq!(DANISH.number(&100_000), "100.000");
    assert_eq!(DANISH.number(&1_234_567), "1.234.567");
    assert_eq!(ENGLISH.number(&100_000), "100,000");
    assert_eq!(DANISH.amount(&125_050), "1.250,50\u{a0}kr.");
    assert_eq!(ENGLISH.amount(&5), "DKK\u{a0}0.05");
}

#[test]
fn a_line_never_ends_between_what_belongs_together() {
    assert_eq!(typeset("Sundhedsloven § 140, stk. 4, nr. 2"), "Sundhedsloven §\u{a0}140, stk.\u{a0}4, nr.\u{a0}2");
    assert_eq!(typeset("senest langfredag d. 3. april."), "senest langfredag d.\u{a0}3.\u{a0}april.");
    assert_eq!(typeset("(§ 84)"), "(§\u{a0}84)");
    assert_eq!(typeset("kl. 9.30"), "kl.\u{a0}9.30");
}

#[test]
fn what_does_not_belong_together_may_part() {
    let text = "Det koster 7. Marts kom, og d. er et bogstav. Nr. er kort for nummer";
    assert_eq!(typeset(text), text);
}
