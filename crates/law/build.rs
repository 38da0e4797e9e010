//! Makes the constants that the code refers to: a fact for each entry of `facts.toml`, a rule for each entry of
//! `book/`. A function that names an id that is not there doesn't compile; an entry that can't be read stops the build
//! with its file and id.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "src/provision.rs"]
mod provision;

fn main() {
    println!("cargo::rerun-if-changed=facts.toml");
    println!("cargo::rerun-if-changed=book");
    println!("cargo::rerun-if-changed=discretion.toml");
    println!("cargo::rerun-if-changed=src/provision.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let facts = read::<FactFile>(Path::new("facts.toml")).fact;
    let entries = book_entries();
    let discretions = read::<DiscretionFile>(Path::new("discretion.toml")).discretion;
    fs::write(out.join("facts.rs"), facts_source(&facts)).expect("OUT_DIR can be written");
    fs::write(out.join("book.rs"), book_source(&entries, &facts)).expect("OUT_DIR can be written");
    fs::write(out.join("discretion.rs"), discretion_source(&discretions, &entries)).expect("OUT_DIR can be written");
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn constant(name: &str) -> String {
    name.replace(['.', '-'], "_").to_uppercase()
}

fn camel(name: &str) -> String {
    name.split(['.', '_', '-'])
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
        .collect()
}

// ---------- facts ----------

#[derive(Deserialize)]
struct FactFile {
    fact: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    means: String,
    asked_of: String,
    unit: Option<String>,
    #[serde(default)]
    values: Vec<String>,
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

fn facts_source(facts: &[Fact]) -> String {
    assert!(facts.len() <= 512, "a FactSet holds 512 facts; facts.toml has {}", facts.len());
    let mut out =
        format!("/// Every fact of the vocabulary, by id.\npub static FACTS: [FactEntry; {}] = [\n", facts.len());
    for fact in facts {
        writeln!(
            out,
            "FactEntry {{ name: {:?}, kind: Kind::{}, means: {:?}, asked_of: AskedOf::{}, unit: {:?}, values: &{:?}, values_da: &{:?}, \
             values_en: &{:?}, citizen_values_da: &{:?}, citizen_values_en: &{:?}, question_da: {:?}, question_en: {:?}, citizen_da: {:?}, \
             citizen_en: {:?}, help_da: {:?}, help_en: {:?} }},",
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
        .expect("a string can be written to");
    }
    out.push_str("];\n");
    for (index, fact) in facts.iter().enumerate() {
        let value = match fact.kind.as_str() {
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
        };
        writeln!(
            out,
            "/// `{}`: {}\npub const {}: Fact<{value}> = Fact::new({index});",
            fact.name,
            fact.means,
            constant(&fact.name)
        )
        .expect("a string can be written to");
        if !fact.values.is_empty() {
            choice_source(&mut out, fact);
        }
    }
    out
}

fn choice_source(out: &mut String, fact: &Fact) {
    assert!(fact.values.len() <= 64, "facts.toml: {}: more than 64 values", fact.name);
    let name = camel(&fact.name);
    writeln!(
        out,
        "/// A value of `{}`.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum {name} {{",
        fact.name
    )
    .expect("a string can be written to");
    for (value, danish) in fact.values.iter().zip(fact.values_da.iter().chain(std::iter::repeat(&String::new()))) {
        writeln!(out, "/// `{value}`: {danish}.\n{},", camel(value)).expect("a string can be written to");
    }
    writeln!(
        out,
        "}}\nimpl Choice for {name} {{ const ALL: &'static [Self] = &[{}]; const FACT: FactId = FactId({index}); \
         fn index(self) -> u8 {{ self as u8 }} }}\nchoice_values!({name});",
        fact.values.iter().map(|value| format!("{name}::{}", camel(value))).collect::<Vec<_>>().join(", "),
        index = "{}",
    )
    .expect("a string can be written to");
    let at = out.rfind("FactId({})").expect("just written");
    out.replace_range(at..at + "FactId({})".len(), &format!("{}.id()", constant(&fact.name)));
}

// ---------- the book ----------

#[derive(Deserialize)]
struct BookFile {
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    kind: String,
    level: String,
    provision: String,
    valid_from: toml::Value,
    valid_to: Option<toml::value::Datetime>,
    #[serde(default = "yes")]
    verified: bool,
    #[serde(default)]
    reading: bool,
    #[serde(default = "yes")]
    decided: bool,
    title: String,
    title_en: String,
    text: String,
    text_en: Option<String>,
    source: String,
    yes: Option<String>,
    yes_en: Option<String>,
    no: Option<String>,
    no_en: Option<String>,
    missing: Option<String>,
    missing_en: Option<String>,
    same_as: Option<String>,
    #[serde(default)]
    depends_on: Vec<String>,
    document: Option<String>,
    part: Option<String>,
    #[serde(default)]
    facts: Vec<String>,
    needs: Option<String>,
    #[serde(default)]
    orders: Vec<String>,
    #[serde(default)]
    forbidden: bool,
    #[serde(default)]
    provisions: Vec<DatedProvision>,
    #[serde(default)]
    bodies: Vec<DatedBody>,
    filed_with: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DatedProvision {
    provision: String,
    from: toml::value::Datetime,
    to: Option<toml::value::Datetime>,
    #[serde(default = "yes")]
    verified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DatedBody {
    body: String,
    body_en: String,
    from: toml::value::Datetime,
    to: Option<toml::value::Datetime>,
    #[serde(default = "yes")]
    verified: bool,
}

fn yes() -> bool {
    true
}

fn book_entries() -> Vec<(PathBuf, Entry)> {
    let mut files = Vec::new();
    walk(Path::new("book"), &mut files);
    files.sort();
    let mut entries = Vec::new();
    for file in files {
        for entry in read::<BookFile>(&file).entry {
            entries.push((file.clone(), entry));
        }
    }
    entries
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for item in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = item.expect("a folder's item can be read").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
}

fn date_source(date: &toml::value::Datetime) -> String {
    let date = date.date.expect("a validity is a date");
    format!("jiff::civil::date({}, {}, {})", date.year, date.month, date.day)
}

fn some_date(date: Option<&toml::value::Datetime>) -> String {
    date.map_or_else(|| "None".into(), |date| format!("Some({})", date_source(date)))
}

fn provision_source(place: &str, citation: &str) -> String {
    let citation: &'static str = Box::leak(citation.to_owned().into_boxed_str());
    let parsed = provision::Provision::parse(citation).unwrap_or_else(|fault| panic!("{place}: {fault}"));
    format!("{parsed:?}")
        .replace("Section(Section {", "Provision::Section(provision::Section {")
        .replace("act: ", "act: Act::")
        .replace("Numbered {", "Provision::Numbered {")
        .replace("series: ", "series: Series::")
        .replace("Standard {", "Provision::Standard {")
}

fn book_source(entries: &[(PathBuf, Entry)], facts: &[Fact]) -> String {
    let fact_index: BTreeMap<&str, usize> =
        facts.iter().enumerate().map(|(at, fact)| (fact.name.as_str(), at)).collect();
    let mut rule_index: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, (file, entry)) in entries.iter().enumerate() {
        let twice = rule_index.insert(&entry.id, at);
        assert!(twice.is_none(), "{}: {} stands twice in the book", file.display(), entry.id);
    }
    let mut out =
        format!("/// Every entry of the book, by rule.\npub static ENTRIES: [Entry; {}] = [\n", entries.len());
    for (file, entry) in entries {
        let place = format!("{}: {}", file.display(), entry.id);
        out.push_str(&entry_source(&place, file, entry, &fact_index, &rule_index));
    }
    out.push_str("];\n");
    for (at, (_, entry)) in entries.iter().enumerate() {
        writeln!(out, "/// `{}`: {}.\npub const {}: Rule = Rule({at});", entry.id, entry.title_en, constant(&entry.id))
            .expect("a string can be written to");
    }
    out
}

fn entry_source(
    place: &str,
    file: &Path,
    entry: &Entry,
    facts: &BTreeMap<&str, usize>,
    rules: &BTreeMap<&str, usize>,
) -> String {
    let rule = |id: &String| {
        let at = rules.get(id.as_str()).unwrap_or_else(|| panic!("{place}: unknown rule {id}"));
        format!("Rule({at})")
    };
    let valid_from = match &entry.valid_from {
        toml::Value::Datetime(date) => some_date(Some(date)),
        toml::Value::String(text) if text == "not known" => "None".into(),
        other => panic!("{place}: valid_from is a date or \"not known\", not {other:?}"),
    };
    let part = entry.part.as_ref().map_or_else(
        || "None".into(),
        |part| {
            let facts: Vec<String> = entry
                .facts
                .iter()
                .map(|name| {
                    let at = facts.get(name.as_str()).unwrap_or_else(|| panic!("{place}: unknown fact {name}"));
                    format!("FactId::at({at})")
                })
                .collect();
            format!(
                "Some(Part {{ document: {:?}, name: {part:?}, facts: &[{}], all: {}, orders: &{:?}, forbidden: {} }})",
                entry.document.as_deref().unwrap_or("rehabilitation_plan"),
                facts.join(", "),
                entry.needs.as_deref() == Some("all"),
                entry.orders,
                entry.forbidden
            )
        },
    );
    let provisions: Vec<String> = entry
        .provisions
        .iter()
        .map(|dated| {
            format!(
                "Dated {{ what: {}, from: {}, to: {}, verified: {} }}",
                provision_source(place, &dated.provision),
                date_source(&dated.from),
                some_date(dated.to.as_ref()),
                dated.verified
            )
        })
        .collect();
    let bodies: Vec<String> = entry
        .bodies
        .iter()
        .map(|dated| {
            format!(
                "Dated {{ what: Body {{ danish: {:?}, english: {:?} }}, from: {}, to: {}, verified: {} }}",
                dated.body,
                dated.body_en,
                date_source(&dated.from),
                some_date(dated.to.as_ref()),
                dated.verified
            )
        })
        .collect();
    format!(
        "Entry {{ id: {:?}, home: {:?}, kind: RuleKind::{}, level: Level::{}, provision: {}, valid_from: {valid_from}, valid_to: {}, \
         verified: {}, reading: {}, decided: {}, title: Words {{ danish: {:?}, english: {:?} }}, text: Words {{ danish: {:?}, english: {:?} }}, \
         source: {:?}, yes: {}, no: {}, missing: {}, same_as: {}, depends_on: &[{}], part: {part}, provisions: &[{}], bodies: &[{}], \
         filed_with: {:?} }},\n",
        entry.id,
        file.strip_prefix("book").unwrap_or(file).with_extension("").display().to_string(),
        camel(&entry.kind),
        camel(&entry.level),
        provision_source(place, &entry.provision),
        some_date(entry.valid_to.as_ref()),
        entry.verified,
        entry.reading,
        entry.decided,
        entry.title,
        entry.title_en,
        entry.text,
        entry.text_en.as_ref().unwrap_or(&entry.title_en),
        entry.source,
        words(place, entry.yes.as_ref(), entry.yes_en.as_ref()),
        words(place, entry.no.as_ref(), entry.no_en.as_ref()),
        words(place, entry.missing.as_ref(), entry.missing_en.as_ref()),
        entry.same_as.as_ref().map_or_else(|| "None".into(), |id| format!("Some({})", rule(id))),
        entry.depends_on.iter().map(rule).collect::<Vec<_>>().join(", "),
        provisions.join(", "),
        bodies.join(", "),
        entry.filed_with,
    )
}

fn words(place: &str, danish: Option<&String>, english: Option<&String>) -> String {
    match (danish, english) {
        (None, None) => "None".into(),
        (Some(danish), Some(english)) => format!("Some(Words {{ danish: {danish:?}, english: {english:?} }})"),
        _ => panic!("{place}: a sentence stands in one language only"),
    }
}

// ---------- discretion ----------

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

fn discretion_source(discretions: &[Discretion], entries: &[(PathBuf, Entry)]) -> String {
    let mut out = format!(
        "/// Every judgement that a person must make.\npub static DISCRETIONS: [Discretion; {}] = [\n",
        discretions.len()
    );
    for discretion in discretions {
        let rules: Vec<String> = discretion
            .rules
            .iter()
            .filter_map(|id| entries.iter().position(|(_, entry)| entry.id == *id))
            .map(|at| format!("Rule({at})"))
            .collect();
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
