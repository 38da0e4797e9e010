//! Makes the constants that the code refers to: a fact for each entry of `facts.toml`, a rule for each entry of
//! `book/`. A function that names an id that is not there doesn't compile; an entry that can't be read, or a sentence with a
//! place that nothing can fill, stops the build with its file and id.

mod book;
mod discretion;
mod facts;

#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "../src/provision.rs"]
mod provision;

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

fn main() {
    for read in ["facts.toml", "book", "discretion.toml", "build", "src/provision.rs"] {
        println!("cargo::rerun-if-changed={read}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let facts = facts::read();
    let entries = book::read();
    fs::write(out.join("facts.rs"), facts::source(&facts)).expect("OUT_DIR can be written");
    fs::write(out.join("book.rs"), book::source(&entries, &facts)).expect("OUT_DIR can be written");
    fs::write(out.join("discretion.rs"), discretion::source(&entries)).expect("OUT_DIR can be written");
}

/// Reads a file of data.
fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The name of a constant: `plan.type` is `PLAN_TYPE`.
fn constant(name: &str) -> String {
    name.replace(['.', '-'], "_").to_uppercase()
}

/// The name of a type: `plan.type` is `PlanType`.
fn camel(name: &str) -> String {
    name.split(['.', '_', '-'])
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
        .collect()
}
