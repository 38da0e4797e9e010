//! The store's tests: what every backend promises, and what is SQLite's own.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails there")]

mod cases;
mod contract;
mod encoding;
mod files;
mod fresh;
mod kept;
mod kill;
mod messages;
mod samples;
mod unreadable;

#[test]
fn no_test_file_is_forgotten() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it");
    let main = include_str!("main.rs");
    for entry in std::fs::read_dir(here).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let is_module = path.is_dir() || path.extension().is_some_and(|extension| extension == "rs");
        if is_module && name != "main" && name != "snapshots" {
            assert!(main.contains(&format!("mod {name};")), "{name}.rs is in no binary");
        }
    }
}
