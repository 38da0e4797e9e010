//! The texts in `texts/`, held against each other and against the pages.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use law::Language;
use web::{
    language,
    text::{SOURCES, Voice},
};

/// Each message with the values that it wants, read line by line: what begins a line is a key, what is indented goes on.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            line.split('=').next().unwrap().trim().clone_into(&mut current);
            assert!(!messages.contains_key(&current), "{current} stands twice");
        }
        let wanted = line.split("{ $").skip(1).map(|rest| rest.split([' ', '}']).next().unwrap().to_owned());
        messages.entry(current.clone()).or_default().extend(wanted);
    }
    messages
}

fn source(language: Language) -> &'static str {
    SOURCES.iter().find(|(of, _)| *of == language).unwrap().1
}

#[test]
fn both_languages_have_every_text_with_the_same_values() {
    assert_eq!(messages(source(Language::Danish)), messages(source(Language::English)));
}

#[test]
fn every_text_can_be_said() {
    for language in language::ALL {
        for (key, values) in messages(source(language)) {
            let key: &'static str = key.leak();
            let said = values.iter().fold(Voice::new(language).say(key), |phrase, name| {
                let name: &'static str = name.clone().leak();
                phrase.with(name, 2)
            });
            let said = said.to_string();
            assert!(
                said != key && !said.contains('{') && !said.is_empty(),
                "{}: {key}: {said}",
                language::code(language)
            );
        }
    }
}

#[test]
fn one_day_is_not_days() {
    let danish = Voice::new(Language::Danish);
    assert_eq!(danish.say("clock-over").with("count", 1).to_string(), "1 dag over");
    assert_eq!(danish.say("clock-over").with("count", 2).to_string(), "2 dage over");
    let english = Voice::new(Language::English);
    assert_eq!(english.say("clock-over").with("count", 1).to_string(), "1 day over");
}

/// Every string in templates and source that could be a key: small letters and hyphens in quotation marks.
fn quoted_words() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut words = BTreeSet::new();
    for file in files_under(&root.join("src")).into_iter().chain(files_under(&root.join("templates"))) {
        let text = fs::read_to_string(&file).unwrap();
        words.extend(text.split('"').filter(|word| is_key(word)).map(str::to_owned));
    }
    words
}

fn is_key(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

#[test]
fn no_page_says_a_text_that_no_language_has() {
    let known = messages(source(Language::Danish));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in files_under(&root.join("src")).into_iter().chain(files_under(&root.join("templates"))) {
        let text = fs::read_to_string(&file).unwrap();
        for said in text.split("say(\"").skip(1) {
            let key = said.split('"').next().unwrap();
            assert!(known.contains_key(key), "{}: {key}", file.display());
        }
    }
}

#[test]
fn no_text_stands_there_unused() {
    let words = quoted_words();
    let unused: Vec<_> = messages(source(Language::Danish)).into_keys().filter(|key| !words.contains(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}
