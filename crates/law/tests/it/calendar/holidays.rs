//! Public holidays and days off.

use jiff::civil::{Date, Weekday, date};
use law::Language::{Danish, English};
use law::calendar::{
    DayOff, DaysOff, EARLIEST, Holiday, LATEST, OutOfRange, Rest, date_in_words, date_with_weekday, easter_day,
    holiday_on, holidays_of,
};

use super::{almanac, every_day, every_set_of_days_off};

const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

#[test]
fn easter_falls_where_the_almanac_has_it() {
    let known = [
        date(1900, 4, 15),
        date(1913, 3, 23),
        date(1943, 4, 25),
        date(1954, 4, 18),
        date(1961, 4, 2),
        date(1981, 4, 19),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2076, 4, 19),
        date(2100, 3, 28),
        date(2199, 4, 14),
    ];
    for easter in known {
        assert_eq!(easter_day(easter.year()), Ok(easter));
    }
}

#[test]
fn easter_agrees_with_another_computation_in_every_year() {
    for year in YEARS {
        let easter = easter_day(year).unwrap();
        assert_eq!(easter, almanac::easter(year));
        assert_eq!(easter.weekday(), Weekday::Sunday);
        assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&easter), "{easter}");
    }
}

#[test]
fn the_holidays_of_three_centuries_are_those_of_a_walk_day_by_day() {
    for day in every_day() {
        assert_eq!(holiday_on(day).map(|holiday| holiday.name(Danish)), almanac::holiday(day), "{day}");
    }
}

#[test]
fn the_list_of_a_year_holds_exactly_its_holidays_in_order() {
    let listed: Vec<(Date, Holiday)> = YEARS.flat_map(|year| holidays_of(year).unwrap()).collect();
    let walked: Vec<_> = every_day().filter_map(|day| Some((day, holiday_on(day)?))).collect();
    assert_eq!(listed, walked);
}

#[test]
fn two_holidays_never_share_a_day() {
    for year in YEARS {
        let holidays = holidays_of(year).unwrap();
        assert!(holidays.is_sorted_by(|(one, _), (two, _)| one < two), "{year}");
        assert_eq!(holidays.len(), if year <= 2023 { 11 } else { 10 }, "{year}");
    }
}

/// GEN-COUNT-STORE-BEDEDAG
#[test]
fn store_bededag_was_a_holiday_to_2023_and_is_a_working_day_from_2024() {
    assert_eq!(holiday_on(date(2023, 5, 5)), Some(Holiday::GreatPrayerDay));
    assert_eq!(DaysOff::own_promises().rest_on(date(2024, 4, 26)), None);
    assert_eq!(DaysOff::binding_the_citizen().rest_on(date(2024, 4, 26)), None);
    let kept = YEARS.filter(|&year| holidays_of(year).unwrap().iter().any(|&(_, day)| day == Holiday::GreatPrayerDay));
    assert!(kept.eq(1900..=2023));
}

/// GEN-COUNT-HALF-HOLIDAYS, CF-WORKING-DAY-DEFINITION
#[test]
fn constitution_day_christmas_eve_and_new_years_eve_are_no_holidays_but_off_where_the_citizen_is_bound() {
    let half_holidays = [
        (date(2024, 6, 5), DayOff::ConstitutionDay),
        (date(2024, 12, 24), DayOff::ChristmasEve),
        (date(2024, 12, 31), DayOff::NewYearsEve),
    ];
    for (day, day_off) in half_holidays {
        assert_eq!(holiday_on(day), None);
        assert_eq!(DaysOff::own_promises().rest_on(day), None);
        assert_eq!(DaysOff::own_promises().with(day_off).rest_on(day), Some(Rest::DayOff(day_off)));
        assert_eq!(DaysOff::binding_the_citizen().rest_on(day), Some(Rest::DayOff(day_off)));
        assert_eq!(DaysOff::binding_the_citizen().without(day_off).rest_on(day), None);
    }
}

#[test]
fn a_day_off_for_two_reasons_is_called_by_the_weightier() {
    let citizen = DaysOff::binding_the_citizen();
    let name = |day| citizen.rest_on(day).map(|rest| rest.name(Danish));
    assert_eq!(name(date(2022, 6, 5)), Some("Pinsedag"), "Constitution Day on Whit Sunday");
    assert_eq!(name(date(2022, 12, 24)), Some("lørdag"), "Christmas Eve on a Saturday");
    assert_eq!(name(date(2023, 12, 31)), Some("søndag"), "New Year's Eve on a Sunday");
    assert_eq!(name(date(2021, 12, 25)), Some("Juledag"), "Christmas Day on a Saturday");
    assert_eq!(name(date(2026, 4, 5)), Some("Påskedag"), "Easter Day is a Sunday too");
    let saturdays_worked = citizen.without(DayOff::Saturday);
    assert_eq!(saturdays_worked.rest_on(date(2022, 12, 24)), Some(Rest::DayOff(DayOff::ChristmasEve)));
}

#[test]
fn a_day_is_off_exactly_when_the_almanac_and_the_rule_say_so() {
    for days_off in every_set_of_days_off() {
        for day in every_day().filter(|day| (2000..2040).contains(&day.year())) {
            let works = almanac::is_working_day(day, days_off);
            assert_eq!(days_off.rest_on(day).is_none(), works, "{day} under {days_off:?}");
        }
    }
}

#[test]
fn a_saturday_is_a_working_day_only_where_the_rule_says_so() {
    let saturday = date(2026, 3, 28);
    assert_eq!(DaysOff::own_promises().rest_on(saturday), Some(Rest::DayOff(DayOff::Saturday)));
    assert_eq!(DaysOff::sundays_and_holidays().rest_on(saturday), None);
    assert_eq!(DaysOff::sundays_and_holidays().rest_on(date(2026, 3, 29)), Some(Rest::Sunday));
    assert!(Rest::Sunday.is_weekend() && Rest::DayOff(DayOff::Saturday).is_weekend());
    assert!(!Rest::PublicHoliday(Holiday::EasterDay).is_weekend());
}

#[test]
fn a_day_off_is_put_in_or_left_out_once() {
    for days_off in every_set_of_days_off() {
        for day_off in DayOff::ALL {
            let (with, without) = (days_off.with(day_off), days_off.without(day_off));
            assert!(with.contains(day_off) && !without.contains(day_off));
            assert_eq!((with.with(day_off), without.without(day_off)), (with, without));
            assert_eq!(if days_off.contains(day_off) { with } else { without }, days_off);
            assert_eq!(days_off.iter().collect::<Vec<_>>().contains(&day_off), days_off.contains(day_off));
        }
    }
}

#[test]
fn a_year_as_people_read_it() {
    let read = |language| -> Vec<String> {
        let holidays = holidays_of(2023).unwrap();
        holidays
            .iter()
            .map(|(day, it)| format!("{}: {}", date_with_weekday(*day, language), it.name(language)))
            .collect()
    };
    let danish = [
        "søndag d. 1. januar 2023: Nytårsdag",
        "torsdag d. 6. april 2023: Skærtorsdag",
        "fredag d. 7. april 2023: Langfredag",
        "søndag d. 9. april 2023: Påskedag",
        "mandag d. 10. april 2023: 2. påskedag",
        "fredag d. 5. maj 2023: Store bededag",
        "torsdag d. 18. maj 2023: Kristi himmelfartsdag",
        "søndag d. 28. maj 2023: Pinsedag",
        "mandag d. 29. maj 2023: 2. pinsedag",
        "mandag d. 25. december 2023: Juledag",
        "tirsdag d. 26. december 2023: 2. juledag",
    ];
    assert_eq!(read(Danish), danish);
    assert_eq!(read(English)[5], "Friday 5 May 2023: Great Prayer Day");
    assert_eq!(read(English)[10], "Tuesday 26 December 2023: Second Day of Christmas");
}

#[test]
fn every_month_has_its_name() {
    let months = |language| -> Vec<String> { (1..=12).map(|m| date_in_words(date(2024, m, 1), language)).collect() };
    assert_eq!(months(Danish)[1], "1. februar 2024");
    assert_eq!(months(Danish)[9], "1. oktober 2024");
    assert_eq!(months(English)[9], "1 October 2024");
    for language in [Danish, English] {
        let distinct: std::collections::BTreeSet<_> = months(language).into_iter().collect();
        assert_eq!(distinct.len(), 12);
    }
}

#[test]
fn a_year_outside_the_calendar_is_refused_in_words() {
    for year in [i16::MIN, -1, 0, 1899, 2200, 9999, i16::MAX] {
        assert_eq!(holidays_of(year), Err(OutOfRange::Year(year)));
        assert_eq!(easter_day(year), Err(OutOfRange::Year(year)));
    }
    let refusal = OutOfRange::Year(1899);
    let danish = "Året 1899 ligger uden for kalenderen, som dækker 1. januar 1900 til 31. december 2199.";
    assert_eq!(refusal.say(Danish), danish);
    let english = "The year 1899 lies outside the calendar, which covers 1 January 1900 to 31 December 2199.";
    assert_eq!(refusal.say(English), english);
    assert_eq!(refusal.to_string(), "the year 1899 lies outside the calendar (1900-01-01 to 2199-12-31)");
    assert_eq!((EARLIEST, LATEST), (date(1900, 1, 1), date(2199, 12, 31)));
}

#[test]
fn no_date_there_is_makes_the_calendar_stumble() {
    for day in [Date::MIN, Date::MAX, date(0, 3, 22), date(-1, 4, 25), date(1, 6, 14)] {
        let _ = DaysOff::binding_the_citizen().rest_on(day);
    }
}
