//! Vectors: MedCom's fictitious persons as HL7 Denmark's core profiles carry them (CC0-1.0), and numbers made from them that
//! cannot be. The number that passes modulus 11 is the one printed in MedCom's public sample of a rehabilitation plan; it stands
//! for the check digit alone, not for a person.

use jiff::civil::date;

use super::*;

#[test]
fn the_century_rule_gives_the_day_of_birth() {
    for (number, born_on) in [
        ("0201609995", date(1960, 1, 2)),
        ("0504909989", date(1990, 4, 5)),
        ("0201919990", date(1991, 1, 2)),
        ("0211223989", date(1922, 11, 2)),
        ("1502779995", date(1977, 2, 15)),
        ("0505059996", date(2005, 5, 5)),
        ("0505239996", date(2023, 5, 5)),
        ("1306249996", date(2024, 6, 13)),
        ("2311143995", date(1914, 11, 23)),
        ("2902009995", date(2000, 2, 29)),
    ] {
        assert_eq!(Cpr::parse(number).map(Cpr::born_on), Ok(born_on), "{number}");
    }
}

#[test]
fn the_century_rule_turns_at_36_and_57() {
    for (seventh, two_digits, year) in [
        (0, 0, 1900),
        (3, 99, 1999),
        (4, 0, 2000),
        (4, 36, 2036),
        (4, 37, 1937),
        (4, 99, 1999),
        (5, 0, 2000),
        (5, 57, 2057),
        (5, 58, 1858),
        (8, 57, 2057),
        (8, 58, 1858),
        (8, 99, 1899),
        (9, 0, 2000),
        (9, 36, 2036),
        (9, 37, 1937),
        (9, 99, 1999),
    ] {
        assert_eq!(birth_year(seventh, two_digits), year, "digit {seventh}, year {two_digits}");
    }
}

#[test]
fn a_number_without_a_check_digit_is_a_number() {
    let without = Cpr::parse("1502779995").unwrap();
    assert!(!without.passes_modulus_11());
    assert!(Cpr::parse("2512484916").unwrap().passes_modulus_11());
}

#[test]
fn a_number_whose_day_cannot_be_is_refused_with_what_is_wrong() {
    for (number, fault) in [
        ("3202779995", NumberFault::NoSuchDay { day: 32, month: 2, year: 1977 }),
        ("3104779995", NumberFault::NoSuchDay { day: 31, month: 4, year: 1977 }),
        ("2902019995", NumberFault::NoSuchDay { day: 29, month: 2, year: 2001 }),
        ("0002779995", NumberFault::NoSuchDay { day: 0, month: 2, year: 1977 }),
        ("1513779995", NumberFault::NoSuchMonth(13)),
        ("1500779995", NumberFault::NoSuchMonth(0)),
        ("150277-9995", NumberFault::NotADigit { position: 7 }),
        ("150277999", NumberFault::Length(9)),
        ("15027799950", NumberFault::Length(11)),
        ("", NumberFault::Length(0)),
        ("0000000000", NumberFault::Placeholder),
        ("7502779993", NumberFault::Administrative),
        ("1502777AB1", NumberFault::NotADigit { position: 8 }),
        ("１502779995", NumberFault::NotADigit { position: 1 }),
    ] {
        assert_eq!(Cpr::parse(number), Err(fault), "{number}");
    }
}

#[test]
fn a_typed_number_may_have_its_hyphen() {
    assert_eq!(Cpr::from_entry(" 150277-9995 "), Cpr::parse("1502779995"));
    assert_eq!(Cpr::from_entry("1502-779995"), Err(NumberFault::NotADigit { position: 5 }));
}

#[test]
fn replacement_numbers_are_taken_in_as_what_they_are() {
    for (number, kind) in [
        ("1502777AB1", ReplacementKind::National),
        ("1502771AB2", ReplacementKind::National),
        ("1502775AB1", ReplacementKind::Regional),
        ("2902010AB1", ReplacementKind::Regional),
        ("7502779993", ReplacementKind::Administrative),
        ("9102779993", ReplacementKind::Administrative),
    ] {
        let read = CitizenNumber::parse(number).unwrap();
        assert!(matches!(read, CitizenNumber::Replacement(stands_in) if stands_in.kind() == kind), "{number}");
        assert_eq!((read.whole().as_str(), read.cpr()), (number, None));
    }
    for no_shape in ["3202777AB1", "1513775AB1", "1502772AB1", "1502777ab1", "1502777A11", "9202779993", "6002779993"] {
        assert_eq!(ReplacementNumber::parse(no_shape), None, "{no_shape}");
    }
}

#[test]
fn no_number_is_shown_whole() {
    let number = CitizenNumber::parse("1502779995").unwrap();
    let replacement = CitizenNumber::parse("1502777AB1").unwrap();
    let unreadable = StatedNumber::read("3202779995");
    assert_eq!(number.to_string(), "150277-••••");
    let shown = format!("{number} {number:?} {replacement} {replacement:?} {unreadable:?} {:?}", number.cpr());
    for secret in ["9995", "7AB1"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn what_a_document_states_is_kept_though_it_is_no_number() {
    assert!(matches!(StatedNumber::read(" 1502779995 "), StatedNumber::Read(CitizenNumber::Cpr(_))));
    assert_eq!(StatedNumber::read("0000000000"), StatedNumber::NotStated);
    assert_eq!(StatedNumber::read("  "), StatedNumber::NotStated);
    let StatedNumber::Unreadable(text) = StatedNumber::read("3202779995") else { panic!("day 32 is no number") };
    assert_eq!(text.as_written(), "3202779995");
}

#[test]
fn a_number_is_stored_whole_and_read_back() {
    for stated in ["1502779995", "1502777AB1", "3202779995", ""] {
        let stated = StatedNumber::read(stated);
        let stored = serde_json::to_string(&stated).unwrap();
        assert_eq!(serde_json::from_str::<StatedNumber>(&stored).unwrap(), stated);
    }
    assert_eq!(serde_json::to_string(&Cpr::parse("1502779995").unwrap()).unwrap(), r#""1502779995""#);
    let refused = serde_json::from_str::<Cpr>(r#""3202779995""#).unwrap_err().to_string();
    assert!(!refused.contains("3202779995"), "{refused}");
}
