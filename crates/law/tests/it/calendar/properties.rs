//! What holds of every limit, whatever the day, the length and the rule.

use jiff::ToSpan;
use jiff::civil::Date;
use law::calendar::{
    AtRest, Budget, CalendarDays, CountingRule, DayOff, DaysOff, EARLIEST, FirstDay, LATEST, Months, Place, Weeks,
    WorkingDays, calendar_days_between, working_days_between,
};
use proptest::prelude::*;

/// A day far enough from the end that no limit drawn here reaches it.
fn any_start() -> impl Strategy<Value = Date> {
    (0..90_000_i32).prop_map(|days| EARLIEST.checked_add(days.days()).expect("90,000 days are 246 years"))
}

/// Any day that can be written, mostly outside the calendar.
fn any_date() -> impl Strategy<Value = Date> {
    (-9999..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

fn any_days_off() -> impl Strategy<Value = DaysOff> {
    proptest::sample::subsequence(DayOff::ALL.to_vec(), 0..=DayOff::ALL.len())
        .prop_map(|chosen| chosen.into_iter().fold(DaysOff::sundays_and_holidays(), DaysOff::with))
}

fn any_rule() -> impl Strategy<Value = CountingRule> {
    let first_day = prop_oneof![Just(FirstDay::Counted), Just(FirstDay::NotCounted)];
    let at_rest = prop_oneof![Just(AtRest::Stays), Just(AtRest::MovesToNextWorkingDay)];
    (first_day, at_rest, any_days_off()).prop_map(|(first_day, at_rest, days_off)| CountingRule {
        first_day,
        at_rest,
        days_off,
    })
}

fn budget_up_to(length: u16) -> impl Strategy<Value = Budget> {
    let units: [fn(u16) -> Budget; 4] = [
        |length| CalendarDays(length).into(),
        |length| WorkingDays(length).into(),
        |length| Weeks(length).into(),
        |length| Months(length).into(),
    ];
    (0..=length, proptest::sample::select(units.to_vec())).prop_map(|(length, of)| of(length))
}

fn longer_by_one(budget: Budget) -> Budget {
    match budget {
        Budget::CalendarDays(CalendarDays(length)) => CalendarDays(length + 1).into(),
        Budget::WorkingDays(WorkingDays(length)) => WorkingDays(length + 1).into(),
        Budget::Weeks(Weeks(length)) => Weeks(length + 1).into(),
        Budget::Months(Months(length)) => Months(length + 1).into(),
    }
}

proptest! {
    #[test]
    fn three_working_days_never_end_before_three_calendar_days(
        start in any_start(), days in 0..200_u16, rule in any_rule(),
    ) {
        let working = rule.due(start, WorkingDays(days)).unwrap();
        let calendar = rule.due(start, CalendarDays(days)).unwrap();
        prop_assert!(working.ends_on >= calendar.ends_on);
    }

    #[test]
    fn a_limit_never_lies_before_its_start(start in any_start(), budget in budget_up_to(500), rule in any_rule()) {
        prop_assert!(rule.due(start, budget).unwrap().ends_on >= start);
    }

    #[test]
    fn a_longer_limit_never_ends_earlier(start in any_start(), budget in budget_up_to(500), rule in any_rule()) {
        let (short, long) = (rule.due(start, budget).unwrap(), rule.due(start, longer_by_one(budget)).unwrap());
        prop_assert!(short.ends_on <= long.ends_on);
    }

    #[test]
    fn a_later_start_never_gives_an_earlier_end(start in any_start(), budget in budget_up_to(500), rule in any_rule()) {
        let tomorrow = start.tomorrow().unwrap();
        prop_assert!(rule.due(start, budget).unwrap().ends_on <= rule.due(tomorrow, budget).unwrap().ends_on);
    }

    #[test]
    fn one_more_day_off_never_makes_a_limit_shorter(
        start in any_start(), budget in budget_up_to(500), rule in any_rule(), day_off in 0..DayOff::ALL.len(),
    ) {
        let days_off = rule.days_off.with(DayOff::ALL[day_off]);
        let lazier = CountingRule { days_off, ..rule };
        prop_assert!(rule.due(start, budget).unwrap().ends_on <= lazier.due(start, budget).unwrap().ends_on);
    }

    #[test]
    fn adding_days_and_counting_them_gives_them_back(start in any_start(), days in 0..5000_u16, days_off in any_days_off()) {
        let rule = CountingRule { days_off, ..CountingRule::own_promise() };
        let working = rule.due(start, WorkingDays(days)).unwrap().ends_on;
        prop_assert_eq!(working_days_between(start, working, days_off), Ok(i32::from(days)));
        let calendar = rule.due(start, CalendarDays(days)).unwrap().ends_on;
        prop_assert_eq!(calendar_days_between(start, calendar), i32::from(days));
    }

    #[test]
    fn counting_on_from_a_day_between_gives_the_same_sum(
        one in any_start(), two in any_start(), three in any_start(), days_off in any_days_off(),
    ) {
        let between = |after, through| working_days_between(after, through, days_off).unwrap();
        prop_assert_eq!(between(one, two) + between(two, three), between(one, three));
        prop_assert_eq!(between(one, two), -between(two, one));
        prop_assert!(between(one, two).abs() <= calendar_days_between(one, two).abs());
    }

    #[test]
    fn a_limit_that_moves_ends_later_on_the_next_working_day(
        start in any_start(), budget in budget_up_to(500), days_off in any_days_off(),
    ) {
        let stays = CountingRule { days_off, ..CountingRule::own_promise() };
        let moves = CountingRule { at_rest: AtRest::MovesToNextWorkingDay, ..stays };
        let (stayed, moved) = (stays.due(start, budget).unwrap(), moves.due(start, budget).unwrap());
        prop_assert!(moved.ends_on >= stayed.ends_on);
        prop_assert_eq!(days_off.rest_on(moved.ends_on), None);
        prop_assert_eq!(moved.moved_from.is_some(), days_off.rest_on(stayed.ends_on).is_some());
        if let Some(ran_out_on) = moved.moved_from {
            prop_assert_eq!(ran_out_on, stayed.ends_on);
            let passed = calendar_days_between(ran_out_on, moved.ends_on);
            prop_assert_eq!(moved.skipped().count(), usize::try_from(passed).unwrap(), "no working day is passed");
        }
    }

    #[test]
    fn days_that_count_and_days_skipped_are_all_the_days_of_a_limit(
        start in any_start(), days in 1..500_u16, rule in any_rule(),
    ) {
        let due = rule.due(start, WorkingDays(days)).unwrap();
        let first = i32::from(rule.first_day == FirstDay::Counted);
        let all = calendar_days_between(start, due.ends_on) + first;
        prop_assert_eq!(i32::from(days) + i32::try_from(due.skipped().count()).unwrap(), all);
        for day in due.skipped() {
            prop_assert_eq!(rule.days_off.rest_on(day.on), Some(day.rest));
        }
    }

    #[test]
    fn a_strip_numbers_every_day_that_counts_once_and_in_order(
        start in any_start(), budget in budget_up_to(60), rule in any_rule(), over in 0..20_i32,
    ) {
        let due = rule.due(start, budget).unwrap();
        let until = due.ends_on.checked_add(over.days()).unwrap();
        let days: Vec<_> = due.strip(until).collect();
        prop_assert_eq!(days.len(), usize::try_from(calendar_days_between(start, until) + 1).unwrap());
        prop_assert_eq!(days.iter().filter(|day| day.place == Place::Due).count(), 1);
        let (limit, after): (Vec<_>, Vec<_>) = days.into_iter().partition(|day| day.place != Place::Over);
        for part in [&limit, &after] {
            let counts = part.iter().filter_map(|day| day.count);
            prop_assert!(counts.eq((1..).take(part.iter().filter(|day| day.count.is_some()).count())));
        }
        if let Budget::CalendarDays(_) | Budget::WorkingDays(_) = budget {
            let last = limit.iter().filter_map(|day| day.count).next_back().unwrap_or(0);
            prop_assert_eq!(last, u32::from(budget.length()));
        }
        prop_assert!(limit.iter().all(|day| day.on <= due.ends_on) && after.iter().all(|day| day.on > due.ends_on));
    }

    #[test]
    fn every_limit_ends_within_the_calendar_or_is_refused(
        start in prop_oneof![any_date(), any_start()], budget in budget_up_to(u16::MAX), rule in any_rule(),
    ) {
        match rule.due(start, budget) {
            Ok(due) => prop_assert!((start..=LATEST).contains(&due.ends_on) && start >= EARLIEST),
            Err(refusal) => prop_assert!(refusal.say(law::Language::Danish).contains("uden for kalenderen")),
        }
    }
}
