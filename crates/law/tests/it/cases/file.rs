//! Reading a file of cases. Whatever is not understood stops the test with its place.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use law::Facts;
use law::book::Rule;
use law::standards::Standard;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use toml::{Table, Value};

/// One file.
pub(crate) struct CaseFile {
    /// Its name, without ending.
    pub(crate) name: String,
    /// The rules that it proves.
    pub(crate) rules: Vec<Rule>,
    /// Its cases.
    pub(crate) cases: Vec<Case>,
}

/// One case.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Its number in the file, from 1.
    pub(crate) number: usize,
    /// What it says, as a sentence.
    pub(crate) says: String,
    /// The day asked about.
    pub(crate) as_of: Date,
    /// The standard asked with.
    pub(crate) standard: Option<Standard>,
    /// The facts.
    pub(crate) facts: Facts,
    /// What must follow.
    pub(crate) then: Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileText {
    rules: Vec<String>,
    as_of: Option<toml::value::Datetime>,
    standard: Option<String>,
    #[serde(default)]
    given: Table,
    case: Vec<CaseText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseText {
    says: String,
    as_of: Option<toml::value::Datetime>,
    standard: Option<String>,
    #[serde(default)]
    given: Table,
    then: Table,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// The names of the files that are there.
pub(crate) fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("the folder of cases").map(|file| file.expect("a file").path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.filter_map(|path| path.file_stem()?.to_str().map(str::to_owned)).collect()
}

impl CaseFile {
    /// Reads the file of this name.
    pub(crate) fn read(name: &str) -> Self {
        let text = fs::read_to_string(folder().join(name).with_extension("toml")).expect("the file of cases");
        let file: FileText = toml::from_str(&text).unwrap_or_else(|fault| panic!("{name}.toml: {fault}"));
        let rules = file.rules.iter().map(|id| Rule::named(id).unwrap_or_else(|| panic!("{name}.toml: no rule {id}")));
        Self {
            name: name.to_owned(),
            rules: rules.collect(),
            cases: file.case.iter().enumerate().map(|(at, case)| read_case(name, &file, case, at + 1)).collect(),
        }
    }
}

fn read_case(name: &str, file: &FileText, case: &CaseText, number: usize) -> Case {
    let place = format!("{name}.toml, case {number}");
    assert!(!case.then.is_empty(), "{place} expects nothing");
    assert!(case.says.ends_with('.'), "{place}: what it says is no sentence");
    let as_of = case.as_of.as_ref().or(file.as_of.as_ref()).unwrap_or_else(|| panic!("{place}: as of which day?"));
    let standard = case.standard.as_deref().or(file.standard.as_deref()).filter(|id| *id != "none");
    Case {
        number,
        says: case.says.clone(),
        as_of: as_of.to_string().parse().expect("a day"),
        standard: standard.map(standard_named),
        facts: read_facts(&place, &file.given, &case.given),
        then: case.then.clone(),
    }
}

/// A standard that ships with the program, or one that stands beside the cases.
pub(crate) fn standard_named(id: &str) -> Standard {
    Standard::named(id).unwrap_or_else(|| {
        let text = fs::read_to_string(folder().join("standards").join(id).with_extension("toml"));
        let text = text.unwrap_or_else(|fault| panic!("standard {id}: {fault}"));
        Standard::read(&text).unwrap_or_else(|fault| panic!("standard {id}: {fault}"))
    })
}

/// The shared facts, with the case's own in their place.
fn read_facts(place: &str, shared: &Table, own: &Table) -> Facts {
    let mut object = Map::new();
    for table in [shared, own] {
        flatten("", table, &mut object);
    }
    object.retain(|_, value| value != "not told");
    Facts::from_json(&Json::Object(object).to_string()).unwrap_or_else(|faults| panic!("{place}: {faults:?}"))
}

/// `given.plan.type = …` is the fact `plan.type`.
fn flatten(above: &str, table: &Table, object: &mut Map<String, Json>) {
    for (key, value) in table {
        let name = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        match value {
            Value::Table(below) => flatten(&name, below, object),
            value => {
                object.insert(name, json(value));
            }
        }
    }
}

/// A value as JSON has it: a date as text, `"absent"` as null.
pub(crate) fn json(value: &Value) -> Json {
    match value {
        Value::String(text) if text == "absent" => Json::Null,
        Value::String(text) => text.as_str().into(),
        Value::Integer(number) => (*number).into(),
        Value::Float(number) => (*number).into(),
        Value::Boolean(is) => (*is).into(),
        Value::Datetime(date) => date.to_string().into(),
        Value::Array(items) => items.iter().map(json).collect(),
        Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}
