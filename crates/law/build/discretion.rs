//! What a person must judge: one entry for each judgement, with the rules that leave it to one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::book::Entry;

#[derive(Deserialize)]
struct DiscretionFile {
    discretion: Vec<Discretion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Discretion {
    id: String,
    rules: Vec<String>,
    must_weigh: Vec<String>,
    must_weigh_en: Vec<String>,
    decided_by: String,
    decided_by_en: String,
    must_record: Vec<String>,
    must_record_en: Vec<String>,
}

pub(crate) fn source(entries: &[(PathBuf, Entry)]) -> String {
    let discretions = super::read::<DiscretionFile>(Path::new("discretion.toml")).discretion;
    let mut out = format!(
        "/// Every judgement that a person must make.\npub static DISCRETIONS: [Discretion; {}] = [\n",
        discretions.len()
    );
    for discretion in discretions {
        let rule = |id: &String| {
            let at = entries.iter().position(|(_, entry)| entry.id == *id);
            let at = at.unwrap_or_else(|| panic!("discretion.toml: {}: unknown rule {id}", discretion.id));
            format!("Rule({at})")
        };
        let rules: Vec<String> = discretion.rules.iter().map(rule).collect();
        writeln!(
            out,
            "Discretion {{ id: {:?}, rules: &[{}], must_weigh: [&{:?}, &{:?}], decided_by: Words {{ danish: {:?}, english: {:?} }}, \
             must_record: [&{:?}, &{:?}] }},",
            discretion.id,
            rules.join(", "),
            discretion.must_weigh,
            discretion.must_weigh_en,
            discretion.decided_by,
            discretion.decided_by_en,
            discretion.must_record,
            discretion.must_record_en
        )
        .expect("a string can be written to");
    }
    out.push_str("];\n");
    out
}
