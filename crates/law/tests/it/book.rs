//! The book: every entry is at work somewhere, and says what it says in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use law::book::{Entry, Rule, Words};
use law::standards::Standard;

use crate::cases;

/// Entries that can be read and cited, and that no function of this version decides: they are about what is recorded of a course, of a
/// place or of a decision's sources, or say only that there is no limit.
const UNDECIDED: [&str; 17] = [
    "HJ-COORDINATION",
    "HJ-PURPOSE",
    "HJ-SERVICES",
    "HJ-CATALOGUE",
    "HJ-REALLOCATION-ON-CHANGE",
    "HJ-FOLLOWUP-GOALS",
    "HJ-FOLLOWUP-DIALOGUE",
    "HJ-PROVIDER-OWN-UNIT",
    "HJ-CONFIDENTIALITY",
    "HJ-PLAN-ELECTRONIC",
    "HJ-NO-CASE-PROCESSING-TIME",
    "HJ-PLACE-SITES",
    "HJ-PLACE-HOME-SPECIAL",
    "HJ-SAFE-CONDITIONS",
    "PLAN-CONTACT-INFO-AGREED",
    "CHOICE-140-SOURCE",
    "TRANS-140-RULES",
];

fn constant(rule: Rule) -> String {
    rule.id().replace('-', "_")
}

/// The product's code, without tests.
fn source() -> String {
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.iter().map(|file| fs::read_to_string(file).expect("a source file")).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for item in fs::read_dir(folder).expect("a folder of sources") {
        let path = item.expect("an item").path();
        if path.is_dir() { walk(&path, files) } else { files.push(path) }
    }
}

/// Every standard that the tests know of: those that ship, and those beside the cases.
fn standards() -> Vec<Standard> {
    let beside = ["000", "002", "004", "silent"].map(cases::standard_named);
    Standard::shipped().into_iter().chain(beside).collect()
}

#[test]
fn every_entry_is_decided_by_a_function_walked_by_a_list_or_known_to_be_neither() {
    let source = source();
    let words: BTreeSet<&str> = source.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    let standards = standards();
    let is_used = |rule: Rule| {
        words.contains(constant(rule).as_str())
            || rule.entry().part.is_some()
            || standards.iter().any(|standard| standard.states(rule))
    };
    let mut idle = Vec::new();
    let mut wrongly_marked = Vec::new();
    for rule in Rule::all() {
        let served = rule.entry().same_as.is_some_and(is_used);
        match (rule.entry().decided, is_used(rule) || served) {
            (true, false) => idle.push(rule.id()),
            (false, true) => wrongly_marked.push(rule.id()),
            (true, true) | (false, false) => {}
        }
    }
    assert!(idle.is_empty(), "no function or list uses {idle:?}");
    assert!(wrongly_marked.is_empty(), "marked as undecided, and used: {wrongly_marked:?}");
}

#[test]
fn the_entries_that_nothing_decides_are_these() {
    let found: BTreeSet<&str> = Rule::all().filter(|rule| !rule.entry().decided).map(Rule::id).collect();
    assert_eq!(found, BTreeSet::from(UNDECIDED));
}

#[test]
fn every_rule_that_is_decided_is_proved_by_a_file_of_cases() {
    let proved = cases::rules_proved();
    let unproved: Vec<&str> =
        Rule::all().filter(|rule| rule.entry().decided && !proved.contains(rule)).map(Rule::id).collect();
    assert!(unproved.is_empty(), "{unproved:?}");
}

#[test]
fn an_entry_served_by_another_is_served_by_one_that_decides_itself() {
    for rule in Rule::all() {
        if let Some(served_by) = rule.entry().same_as {
            assert_eq!(served_by.entry().same_as, None, "{rule} is served by {served_by}, which is served itself");
        }
    }
}

#[test]
fn no_rule_ends_before_it_begins_and_what_is_dated_follows_without_a_gap() {
    for rule in Rule::all() {
        let entry = rule.entry();
        assert!(entry.valid_from.zip(entry.valid_to).is_none_or(|(first, last)| first <= last), "{rule}");
        let provisions = entry.provisions.iter().map(|row| (row.from, row.to));
        let bodies = entry.bodies.iter().map(|row| (row.from, row.to));
        for rows in [provisions.collect::<Vec<_>>(), bodies.collect()] {
            for pair in rows.windows(2) {
                let next = pair[0].1.and_then(|last| last.tomorrow().ok());
                assert_eq!(next, Some(pair[1].0), "{rule}: a gap or an overlap after {:?}", pair[0].1);
            }
            assert!(rows.last().is_none_or(|(_, last)| *last == entry.valid_to), "{rule}: the last row ends otherwise");
        }
    }
}

fn sentences(entry: &Entry) -> impl Iterator<Item = Words> {
    [Some(entry.title), Some(entry.text), entry.yes, entry.no, entry.missing, entry.judge].into_iter().flatten()
}

#[test]
fn danish_and_english_leave_room_for_the_same_things() {
    let places = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
    };
    for rule in Rule::all() {
        for words in sentences(rule.entry()) {
            assert_eq!(places(words.danish), places(words.english), "{rule}: {}", words.danish);
        }
    }
}

#[test]
fn what_people_read_is_whole_sentences_without_signs_and_without_our_own_ids() {
    for rule in Rule::all() {
        let entry = rule.entry();
        for words in [Some(entry.text), entry.yes, entry.no, entry.missing, entry.judge].into_iter().flatten() {
            for text in [words.danish, words.english] {
                assert!(text.ends_with('.'), "{rule}: {text}");
                assert!(!text.contains('§') && !text.contains("  "), "{rule}: {text}");
            }
        }
    }
}
