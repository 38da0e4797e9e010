//! The vocabulary of facts: one typed constant each, and an enum for those that have values.

use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::{camel, constant};

#[derive(Deserialize)]
struct FactFile {
    fact: Vec<Fact>,
}

/// One fact of `facts.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fact {
    pub(crate) name: String,
    #[serde(rename = "type")]
    kind: String,
    means: String,
    asked_of: String,
    unit: Option<String>,
    #[serde(default)]
    pub(crate) values: Vec<String>,
    #[serde(default)]
    values_da: Vec<String>,
    #[serde(default)]
    values_en: Vec<String>,
    #[serde(default)]
    citizen_values_da: Vec<String>,
    #[serde(default)]
    citizen_values_en: Vec<String>,
    question_da: Option<String>,
    question_en: Option<String>,
    citizen_da: Option<String>,
    citizen_en: Option<String>,
    help_da: Option<String>,
    help_en: Option<String>,
}

pub(crate) fn read() -> Vec<Fact> {
    super::read::<FactFile>(Path::new("facts.toml")).fact
}

pub(crate) fn source(facts: &[Fact]) -> String {
    assert!(facts.len() <= 512, "a FactSet holds 512 facts; facts.toml has {}", facts.len());
    let mut out =
        format!("/// Every fact of the vocabulary, by id.\npub static FACTS: [FactEntry; {}] = [\n", facts.len());
    for fact in facts {
        out.push_str(&entry(fact));
    }
    out.push_str("];\n");
    for (index, fact) in facts.iter().enumerate() {
        let (name, means, value) = (&fact.name, &fact.means, value_type(fact));
        let constant = constant(name);
        writeln!(out, "/// `{name}`: {means}\npub const {constant}: Fact<{value}> = Fact::new({index});")
            .expect("a string can be written to");
        if !fact.values.is_empty() {
            choice_source(&mut out, fact);
        }
    }
    out
}

fn entry(fact: &Fact) -> String {
    format!(
        "FactEntry {{ name: {:?}, kind: Kind::{}, means: {:?}, asked_of: AskedOf::{}, unit: {:?}, values: &{:?}, values_da: &{:?}, \
         values_en: &{:?}, citizen_values_da: &{:?}, citizen_values_en: &{:?}, question_da: {:?}, question_en: {:?}, citizen_da: {:?}, \
         citizen_en: {:?}, help_da: {:?}, help_en: {:?} }},\n",
        fact.name,
        camel(&fact.kind),
        fact.means,
        camel(&fact.asked_of),
        fact.unit,
        fact.values,
        fact.values_da,
        fact.values_en,
        fact.citizen_values_da,
        fact.citizen_values_en,
        fact.question_da,
        fact.question_en,
        fact.citizen_da,
        fact.citizen_en,
        fact.help_da,
        fact.help_en,
    )
}

/// The type of the fact's value.
fn value_type(fact: &Fact) -> String {
    match fact.kind.as_str() {
        "date" => "Date".into(),
        "instant" => "Instant".into(),
        "bool" => "bool".into(),
        "integer" => "i64".into(),
        "decimal" => "Decimal".into(),
        "text" => "Text".into(),
        "enum" => camel(&fact.name),
        "set" if fact.values.is_empty() => "Texts".into(),
        "set" => format!("Set<{}>", camel(&fact.name)),
        other => panic!("facts.toml: {}: unknown type {other}", fact.name),
    }
}

/// The enum of a fact's values.
fn choice_source(out: &mut String, fact: &Fact) {
    assert!(fact.values.len() <= 64, "facts.toml: {}: more than 64 values", fact.name);
    let name = camel(&fact.name);
    writeln!(
        out,
        "/// A value of `{}`.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum {name} {{",
        fact.name
    )
    .expect("a string can be written to");
    for (at, value) in fact.values.iter().enumerate() {
        let danish = fact.values_da.get(at).map_or("", String::as_str);
        writeln!(out, "/// `{value}`: {danish}.\n{},", camel(value)).expect("a string can be written to");
    }
    let all: Vec<String> = fact.values.iter().map(|value| format!("{name}::{}", camel(value))).collect();
    writeln!(
        out,
        "}}\nimpl Choice for {name} {{ const ALL: &'static [Self] = &[{}]; const FACT: FactId = {}.id(); \
         fn index(self) -> u8 {{ self as u8 }} }}\nchoice_values!({name});",
        all.join(", "),
        constant(&fact.name),
    )
    .expect("a string can be written to");
}
