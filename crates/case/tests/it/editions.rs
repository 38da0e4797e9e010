//! What was written is read for ever. `tests/editions` holds a sample of each event's content as this program or an older one wrote it,
//! `NAME.EDITION.json`, or `NAME.EDITION.WHAT.json` where one doesn't show it all. A sample is never changed: a content of another shape
//! is another edition, with samples of its own beside the old.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use case::Event;

fn samples() -> BTreeMap<String, String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/editions");
    fs::read_dir(&folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// `provider_chosen.v1.private` is of the edition `provider_chosen.v1`.
fn edition(sample: &str) -> String {
    sample.splitn(3, '.').take(2).collect::<Vec<_>>().join(".")
}

#[test]
fn every_sample_is_still_read_and_nothing_of_it_is_lost() {
    for (sample, text) in samples() {
        let event = Event::read(&edition(&sample), text.as_bytes()).unwrap_or_else(|fault| panic!("{sample}: {fault}"));
        let before: serde_json::Value = serde_json::from_str(&text).unwrap();
        let after: serde_json::Value = serde_json::from_slice(&event.content().unwrap()).unwrap();
        assert_eq!(after, before, "{sample}");
        assert_eq!(event.name(), edition(&sample));
    }
}

#[test]
fn every_edition_that_the_program_writes_has_a_sample() {
    let editions: Vec<String> = samples().keys().map(|sample| edition(sample)).collect();
    for name in Event::NAMES {
        assert!(editions.iter().any(|edition| edition == name), "write one to tests/editions/{name}.json");
    }
}
