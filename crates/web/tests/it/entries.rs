//! Dates and hours as people type them.

use jiff::civil::{date, time};
use law::Language;
use web::{
    entry::{self, Misread},
    text::Voice,
};

const TODAY: jiff::civil::Date = date(2026, 4, 7);

#[test]
fn a_date_may_be_typed_in_many_ways() {
    let seventh = Ok(TODAY);
    for typed in [
        "7/4",
        "07/04",
        "7/4 2026",
        "7/4-2026",
        "7.4.2026",
        "7.4.26",
        "7-4-2026",
        "2026-04-07",
        "7. april",
        "7. april 2026",
        "7 apr 2026",
        "7 April",
        "i dag",
        "I dag",
        " 7/4 ",
        "today",
    ] {
        assert_eq!(entry::date(typed, TODAY), seventh, "{typed}");
    }
    assert_eq!(entry::date("i går", TODAY), Ok(date(2026, 4, 6)));
    assert_eq!(entry::date("i forgårs", TODAY), Ok(date(2026, 4, 5)));
    assert_eq!(entry::date("i morgen", TODAY), Ok(date(2026, 4, 8)));
}

#[test]
fn without_a_year_the_nearest_is_meant() {
    let new_year = date(2027, 1, 3);
    assert_eq!(entry::date("30/12", new_year), Ok(date(2026, 12, 30)));
    assert_eq!(entry::date("5/1", date(2026, 12, 30)), Ok(date(2027, 1, 5)));
    assert_eq!(entry::date("29/2", date(2027, 6, 1)), Ok(date(2028, 2, 29)), "the only leap day near");
}

#[test]
fn a_day_that_the_month_has_not_is_told_with_its_length() {
    let misread = entry::date("31/2", TODAY).unwrap_err();
    let said = misread.say(Voice::new(Language::Danish));
    assert_eq!(said, "Datoen 31/2 findes ikke. Februar har 28 dage i 2026.");
    assert_eq!(misread.say(Voice::new(Language::English)), "There is no 31/2. February has 28 days in 2026.");
}

#[test]
fn what_is_no_date_is_told_as_typed() {
    for typed in
        ["snart", "32", "7/13", "0/4", "7/0", "-7/4", "7/4/2026/1", "1/1 1", "1/1 99999", "7/4 1899", "31/2\0", "९/४"]
    {
        let misread = entry::date(typed, TODAY).unwrap_err();
        assert!(matches!(misread, Misread::NotADate(_)), "{typed:?}: {misread:?}");
    }
    assert_eq!(entry::date("  ", TODAY), Err(Misread::Empty));
}

#[test]
fn three_fields_make_a_date() {
    assert_eq!(entry::date_from_fields("27", "3", "2026"), Ok(date(2026, 3, 27)));
    assert_eq!(entry::date_from_fields(" 27 ", "marts", "2026"), Ok(date(2026, 3, 27)));
    assert_eq!(entry::date_from_fields("", "", ""), Err(Misread::Empty));
    assert!(matches!(entry::date_from_fields("30", "2", "2026"), Err(Misread::NoSuchDay { days: 28, .. })));
}

#[test]
fn of_three_fields_it_is_said_which_are_empty() {
    let said = |day, month, year| {
        let misread = entry::date_from_fields(day, month, year).unwrap_err();
        [Language::Danish, Language::English].map(|language| misread.say(Voice::new(language)))
    };
    let [danish, english] = said("2", "4", " ");
    assert_eq!(danish, "Året mangler. Skriv dag, måned og år.");
    assert_eq!(english, "The year is missing. Enter day, month and year.");
    assert_eq!(said("", "4", "2026")[0], "Dagen mangler. Skriv dag, måned og år.");
    assert_eq!(said("2", "", "")[0], "Både måneden og året mangler. Skriv dag, måned og år.");
    assert_eq!(said("2", "", "")[1], "Both the month and the year are missing. Enter day, month and year.");
}

#[test]
fn an_hour_may_be_typed_in_many_ways() {
    for typed in ["9.12", "9:12", "09.12", "0912", "kl. 9.12"] {
        assert_eq!(entry::hour(typed), Ok(time(9, 12, 0, 0)), "{typed}");
    }
    assert_eq!(entry::hour("9"), Ok(time(9, 0, 0, 0)));
    for typed in ["25", "9.60", "ni", "9.1.2", "-9"] {
        assert!(matches!(entry::hour(typed), Err(Misread::NotAnHour(_))), "{typed}");
    }
}
