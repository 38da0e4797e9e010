//! Limits: when they end, and what made them later.

use jiff::civil::{Date, date};
use law::Language::{Danish, English};
use law::calendar::{
    AtRest, Budget, CalendarDays, CountingRule, DaysOff, Due, EARLIEST, FirstDay, LATEST, Months, OutOfRange, Weeks,
    WorkingDays, calendar_days_between, working_days_between,
};

use super::{almanac, every_day, every_set_of_days_off, moving};

const PROMISE: CountingRule = CountingRule::own_promise();
const CITIZEN: CountingRule = CountingRule::binding_the_citizen();

/// The promise's rule with the first day as day 1.
const FROM_DAY_ONE: CountingRule = CountingRule { first_day: FirstDay::Counted, ..PROMISE };

fn ends_on(rule: CountingRule, start: Date, budget: impl Into<Budget>) -> Date {
    rule.due(start, budget).expect("the limit ends within the calendar").ends_on
}

fn promised_days_between(after: Date, through: Date) -> Result<i32, OutOfRange> {
    working_days_between(after, through, DaysOff::own_promises())
}

fn skipped(due: Due) -> Vec<(Date, &'static str)> {
    due.skipped().map(|day| (day.on, day.rest.name(Danish))).collect()
}

/// HJ-CONTACT-3WD
#[test]
fn three_working_days_from_the_monday_before_easter_2026_end_on_the_tuesday_after() {
    let due = PROMISE.due(date(2026, 3, 30), WorkingDays(3)).unwrap();
    assert_eq!((due.ends_on, due.moved_from), (date(2026, 4, 7), None));
    let easter = [
        (date(2026, 4, 2), "Skærtorsdag"),
        (date(2026, 4, 3), "Langfredag"),
        (date(2026, 4, 4), "lørdag"),
        (date(2026, 4, 5), "Påskedag"),
        (date(2026, 4, 6), "2. påskedag"),
    ];
    assert_eq!(skipped(due), easter);
}

/// SUL140-STAT-7-DAYS, GEN-COUNT-HOLIDAY-MOVES
#[test]
fn seven_calendar_days_that_end_on_good_friday_stay_there() {
    let due = PROMISE.due(date(2026, 3, 27), CalendarDays(7)).unwrap();
    assert_eq!((due.ends_on, due.moved_from, skipped(due)), (date(2026, 4, 3), None, vec![]));
}

/// GEN-COUNT-RECEIPT-DAY, GEN-COUNT-WEEKS, GEN-COUNT-HOLIDAY-MOVES
#[test]
fn four_weeks_to_complain_that_run_out_on_maundy_thursday_move_past_easter() {
    let due = CITIZEN.due(date(2026, 3, 5), Weeks(4)).unwrap();
    assert_eq!((due.ends_on, due.moved_from), (date(2026, 4, 7), Some(date(2026, 4, 2))));
    let names: Vec<_> = skipped(due).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["Skærtorsdag", "Langfredag", "lørdag", "Påskedag", "2. påskedag"]);
}

/// GEN-COUNT-WEEKS
#[test]
fn weeks_end_on_the_same_weekday() {
    for start in every_day().filter(|day| day.year() == 2024) {
        for weeks in 0..=8 {
            assert_eq!(ends_on(PROMISE, start, Weeks(weeks)).weekday(), start.weekday());
            assert_eq!(ends_on(PROMISE, start, Weeks(weeks)), ends_on(PROMISE, start, CalendarDays(7 * weeks)));
        }
    }
}

/// GEN-COUNT-HALF-HOLIDAYS
#[test]
fn a_citizens_limit_on_christmas_eve_moves_and_the_municipalitys_own_does_not() {
    let received = date(2024, 11, 26);
    let citizen = CITIZEN.due(received, Weeks(4)).unwrap();
    assert_eq!((citizen.ends_on, citizen.moved_from), (date(2024, 12, 27), Some(date(2024, 12, 24))));
    assert_eq!(ends_on(moving(DaysOff::own_promises()), received, Weeks(4)), date(2024, 12, 24));
}

/// GEN-COUNT-STORE-BEDEDAG
#[test]
fn a_promise_across_store_bededag_is_a_day_shorter_from_2024() {
    assert_eq!(ends_on(PROMISE, date(2023, 5, 4), WorkingDays(1)), date(2023, 5, 8));
    assert_eq!(ends_on(PROMISE, date(2024, 4, 25), WorkingDays(1)), date(2024, 4, 26));
}

/// GEN-COUNT-START-ANY-DAY
#[test]
fn a_limit_may_run_from_a_sunday() {
    let sunday = date(2024, 5, 5);
    assert_eq!(ends_on(PROMISE, sunday, WorkingDays(1)), date(2024, 5, 6));
    assert_eq!(ends_on(FROM_DAY_ONE, sunday, WorkingDays(1)), date(2024, 5, 6));
    assert_eq!(ends_on(PROMISE, sunday, CalendarDays(1)), date(2024, 5, 6));
    assert_eq!(ends_on(FROM_DAY_ONE, sunday, CalendarDays(1)), sunday);
}

#[test]
fn the_first_day_counted_makes_every_limit_a_day_shorter() {
    let thursday = date(2024, 5, 2);
    assert_eq!(ends_on(FROM_DAY_ONE, thursday, CalendarDays(7)), date(2024, 5, 8));
    assert_eq!(ends_on(FROM_DAY_ONE, thursday, WorkingDays(3)), date(2024, 5, 6));
    assert_eq!(ends_on(FROM_DAY_ONE, thursday, Weeks(1)), date(2024, 5, 8));
    assert_eq!(ends_on(FROM_DAY_ONE, thursday, Months(1)), date(2024, 6, 1));
}

#[test]
fn days_off_before_a_counted_first_day_are_skipped_too() {
    let due = FROM_DAY_ONE.due(date(2024, 5, 4), WorkingDays(1)).unwrap();
    assert_eq!(due.ends_on, date(2024, 5, 6));
    assert_eq!(skipped(due), [(date(2024, 5, 4), "lørdag"), (date(2024, 5, 5), "søndag")]);
}

#[test]
fn a_month_without_the_day_ends_on_its_last() {
    assert_eq!(ends_on(PROMISE, date(2023, 1, 31), Months(1)), date(2023, 2, 28));
    assert_eq!(ends_on(PROMISE, date(2024, 1, 31), Months(1)), date(2024, 2, 29));
    assert_eq!(ends_on(PROMISE, date(2024, 1, 31), Months(3)), date(2024, 4, 30));
    assert_eq!(ends_on(PROMISE, date(2024, 11, 30), Months(3)), date(2025, 2, 28));
    assert_eq!(ends_on(PROMISE, date(2024, 2, 29), Months(12)), date(2025, 2, 28));
    assert_eq!(ends_on(PROMISE, date(2024, 2, 29), Months(48)), date(2028, 2, 29));
}

#[test]
fn months_from_a_counted_first_day_end_the_day_before_the_same_date() {
    assert_eq!(ends_on(FROM_DAY_ONE, date(2024, 1, 1), Months(1)), date(2024, 1, 31));
    assert_eq!(ends_on(FROM_DAY_ONE, date(2024, 3, 1), Months(12)), date(2025, 2, 28));
    // February has no 31st: the day before it is the month's last.
    assert_eq!(ends_on(FROM_DAY_ONE, date(2024, 1, 31), Months(1)), date(2024, 2, 29));
    assert_eq!(ends_on(FROM_DAY_ONE, date(2024, 1, 30), Months(1)), date(2024, 2, 29));
    assert_eq!(ends_on(FROM_DAY_ONE, date(2024, 1, 29), Months(1)), date(2024, 2, 28));
}

#[test]
fn the_leap_day_is_a_day_like_any_other() {
    assert_eq!(ends_on(PROMISE, date(2024, 2, 28), CalendarDays(1)), date(2024, 2, 29));
    assert_eq!(ends_on(PROMISE, date(2024, 2, 28), WorkingDays(1)), date(2024, 2, 29));
    assert_eq!(ends_on(PROMISE, date(2023, 2, 28), CalendarDays(1)), date(2023, 3, 1));
    assert_eq!(ends_on(PROMISE, date(2100, 2, 28), CalendarDays(1)), date(2100, 3, 1));
    assert_eq!(promised_days_between(date(2024, 2, 28), date(2024, 3, 1)), Ok(2));
}

#[test]
fn a_budget_of_nought_ends_on_its_start_unless_it_moves() {
    let saturday = date(2024, 5, 4);
    let nought: [Budget; 4] = [CalendarDays(0).into(), WorkingDays(0).into(), Weeks(0).into(), Months(0).into()];
    for budget in nought {
        for rule in [PROMISE, FROM_DAY_ONE] {
            let due = rule.due(saturday, budget).unwrap();
            assert_eq!((due.ends_on, skipped(due)), (saturday, vec![]));
        }
        let moved = CITIZEN.due(saturday, budget).unwrap();
        assert_eq!((moved.ends_on, moved.moved_from), (date(2024, 5, 6), Some(saturday)));
        assert_eq!(skipped(moved), [(saturday, "lørdag"), (date(2024, 5, 5), "søndag")]);
    }
}

#[test]
fn working_days_are_those_of_a_walk_day_by_day_in_all_three_centuries() {
    for days_off in [DaysOff::own_promises(), DaysOff::binding_the_citizen()] {
        let rule = CountingRule { days_off, ..PROMISE };
        let working: Vec<Date> = every_day().filter(|&day| almanac::is_working_day(day, days_off)).collect();
        let mut passed = 0;
        for start in every_day() {
            let counted_first = working.get(passed).copied();
            assert_eq!(
                CountingRule { days_off, ..FROM_DAY_ONE }.due(start, WorkingDays(1)).ok().map(|due| due.ends_on),
                counted_first
            );
            passed += usize::from(counted_first == Some(start));
            for length in [1_u16, 2, 3, 5, 10, 260] {
                let walked = working.get(passed + usize::from(length) - 1).copied();
                let due = rule.due(start, WorkingDays(length)).ok();
                assert_eq!(due.map(|due| due.ends_on), walked, "{length} from {start}");
            }
        }
    }
}

#[test]
fn a_moved_limit_ends_on_the_first_working_day_of_a_walk() {
    for days_off in [DaysOff::own_promises(), DaysOff::binding_the_citizen()] {
        for day in every_day() {
            let walked = std::iter::successors(Some(day), |day| day.tomorrow().ok())
                .take_while(|&day| day <= LATEST)
                .find(|&day| almanac::is_working_day(day, days_off));
            let due = moving(days_off).due(day, CalendarDays(0));
            assert_eq!(due.ok().map(|due| due.ends_on), walked, "{day}");
        }
    }
}

#[test]
fn working_days_between_two_days_are_those_of_a_walk_under_every_set_of_days_off() {
    for days_off in every_set_of_days_off() {
        let mut walked = 0;
        for day in every_day().skip(1).filter(|day| day.year() < 1930) {
            walked += i32::from(almanac::is_working_day(day, days_off));
            assert_eq!(working_days_between(EARLIEST, day, days_off), Ok(walked), "{day} under {days_off:?}");
            assert_eq!(working_days_between(day, EARLIEST, days_off), Ok(-walked), "{day} under {days_off:?}");
        }
    }
}

#[test]
fn between_counts_the_days_after_the_first_up_to_and_including_the_last() {
    let (wednesday, saturday) = (date(2024, 3, 27), date(2024, 4, 6));
    assert_eq!(calendar_days_between(wednesday, saturday), 10);
    assert_eq!(calendar_days_between(saturday, wednesday), -10);
    assert_eq!(calendar_days_between(saturday, saturday), 0);
    assert_eq!(calendar_days_between(Date::MIN, Date::MAX), 7_304_483);
    assert_eq!(promised_days_between(wednesday, saturday), Ok(4));
    assert_eq!(promised_days_between(saturday, wednesday), Ok(-4));
    assert_eq!(promised_days_between(wednesday, wednesday), Ok(0));
}

#[test]
fn what_lies_outside_the_calendar_is_refused_in_words() {
    let (before, after) = (date(1899, 12, 31), date(2200, 1, 1));
    for start in [before, after, Date::MIN, Date::MAX] {
        for budget in [WorkingDays(0).into(), WorkingDays(3).into(), CalendarDays(0).into(), Months(1).into()] {
            let budget: Budget = budget;
            assert_eq!(PROMISE.due(start, budget), Err(OutOfRange::Day(start)));
        }
        assert_eq!(promised_days_between(start, EARLIEST), Err(OutOfRange::Day(start)));
        assert_eq!(promised_days_between(EARLIEST, start), Err(OutOfRange::Day(start)));
    }
    let danish =
        "Datoen 31. december 1899 ligger uden for kalenderen, som dækker 1. januar 1900 til 31. december 2199.";
    assert_eq!(OutOfRange::Day(before).say(Danish), danish);
    let english = "The date 1 January 2200 lies outside the calendar, which covers 1 January 1900 to 31 December 2199.";
    assert_eq!(OutOfRange::Day(after).say(English), english);
}

#[test]
fn a_limit_that_ends_after_the_calendar_is_refused_in_words() {
    let budgets: [Budget; 5] = [
        WorkingDays(1).into(),
        WorkingDays(u16::MAX).into(),
        CalendarDays(1).into(),
        Weeks(1).into(),
        Months(1).into(),
    ];
    for budget in budgets {
        assert_eq!(PROMISE.due(LATEST, budget), Err(OutOfRange::Limit { start: LATEST, budget }));
    }
    for budget in [Weeks(u16::MAX).into(), Months(u16::MAX).into(), WorkingDays(u16::MAX).into()] {
        let budget: Budget = budget;
        let start = date(2026, 1, 1);
        assert_eq!(CITIZEN.due(start, budget), Err(OutOfRange::Limit { start, budget }));
    }
    let refusal = PROMISE.due(date(2199, 12, 30), WorkingDays(3)).unwrap_err();
    let danish = "Fristen på 3 hverdage fra 30. december 2199 ender uden for kalenderen, som dækker 1. januar 1900 til \
                  31. december 2199.";
    assert_eq!(refusal.say(Danish), danish);
    let log = "3 working days from 2199-12-30 end outside the calendar (1900-01-01 to 2199-12-31)";
    assert_eq!(refusal.to_string(), log);
}

#[test]
fn the_last_days_of_the_calendar_can_be_used() {
    assert_eq!(ends_on(PROMISE, date(2199, 12, 30), WorkingDays(1)), LATEST);
    assert_eq!(ends_on(PROMISE, date(2199, 12, 30), CalendarDays(1)), LATEST);
    assert_eq!(ends_on(PROMISE, date(2199, 11, 30), Months(1)), date(2199, 12, 30));
    assert_eq!(ends_on(FROM_DAY_ONE, date(2199, 12, 1), Months(1)), LATEST);
    assert_eq!(ends_on(PROMISE, EARLIEST, CalendarDays(0)), EARLIEST);
    // New Year's Eve is off where the citizen is bound, and there is no next working day left.
    let budget = CalendarDays(0).into();
    assert_eq!(CITIZEN.due(LATEST, budget), Err(OutOfRange::Limit { start: LATEST, budget }));
}

#[test]
fn a_budget_reads_as_people_say_it() {
    let said = |budget: Budget| (budget.in_words(Danish), budget.in_words(English));
    let pair = |danish: &str, english: &str| (danish.to_owned(), english.to_owned());
    assert_eq!(said(WorkingDays(3).into()), pair("3 hverdage", "3 working days"));
    assert_eq!(said(WorkingDays(1).into()), pair("1 hverdag", "1 working day"));
    assert_eq!(said(CalendarDays(7).into()), pair("7 kalenderdage", "7 calendar days"));
    assert_eq!(said(CalendarDays(1).into()), pair("1 kalenderdag", "1 calendar day"));
    assert_eq!(said(Weeks(4).into()), pair("4 uger", "4 weeks"));
    assert_eq!(said(Weeks(1).into()), pair("1 uge", "1 week"));
    assert_eq!(said(Months(3).into()), pair("3 måneder", "3 months"));
    assert_eq!(said(Months(1).into()), pair("1 måned", "1 month"));
}

#[test]
fn the_two_rules_of_the_house_differ_where_the_law_does() {
    assert_eq!((PROMISE.first_day, CITIZEN.first_day), (FirstDay::NotCounted, FirstDay::NotCounted));
    assert_eq!((PROMISE.at_rest, CITIZEN.at_rest), (AtRest::Stays, AtRest::MovesToNextWorkingDay));
    assert_eq!(PROMISE.days_off, DaysOff::own_promises());
    assert_eq!(CITIZEN.days_off, DaysOff::binding_the_citizen());
}
