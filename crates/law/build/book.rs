//! The book: one constant for each rule, and its entry beside it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::facts::Fact;
use super::{camel, constant, provision};

/// What a sentence of the book can have filled in beside facts: what the deciding function computed.
const NOTES: [&str; 7] = ["from", "limit", "days", "age", "offered", "order", "body"];

#[derive(Deserialize)]
struct BookFile {
    entry: Vec<Entry>,
}

/// One entry, as its file writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the file that says yes or no")]
pub(crate) struct Entry {
    pub(crate) id: String,
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
    text_en: String,
    source: String,
    yes: Option<String>,
    yes_en: Option<String>,
    no: Option<String>,
    no_en: Option<String>,
    missing: Option<String>,
    missing_en: Option<String>,
    judge: Option<String>,
    judge_en: Option<String>,
    same_as: Option<String>,
    #[serde(default)]
    depends_on: Vec<String>,
    document: Option<String>,
    part: Option<String>,
    #[serde(default)]
    facts: Vec<String>,
    #[serde(default)]
    values: Vec<String>,
    #[serde(default)]
    needs: Needs,
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

/// How many of a part's facts show it.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Needs {
    #[default]
    Any,
    All,
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

/// Every entry with its file, in the order of the files' names.
pub(crate) fn read() -> Vec<(PathBuf, Entry)> {
    let mut files = Vec::new();
    walk(Path::new("book"), &mut files);
    files.sort();
    let entries = files.into_iter().flat_map(|file| {
        let entries = super::read::<BookFile>(&file).entry;
        entries.into_iter().map(move |entry| (file.clone(), entry))
    });
    entries.collect()
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

/// What an entry may refer to: facts and rules by name, each with its place.
struct Names<'a> {
    facts: BTreeMap<&'a str, &'a Fact>,
    fact_places: BTreeMap<&'a str, usize>,
    rules: BTreeMap<&'a str, usize>,
}

pub(crate) fn source(entries: &[(PathBuf, Entry)], facts: &[Fact]) -> String {
    let mut names = Names {
        facts: facts.iter().map(|fact| (fact.name.as_str(), fact)).collect(),
        fact_places: facts.iter().enumerate().map(|(at, fact)| (fact.name.as_str(), at)).collect(),
        rules: BTreeMap::new(),
    };
    for (at, (file, entry)) in entries.iter().enumerate() {
        let twice = names.rules.insert(&entry.id, at);
        assert!(twice.is_none(), "{}: {} stands twice in the book", file.display(), entry.id);
    }
    let mut out =
        format!("/// Every entry of the book, by rule.\npub static ENTRIES: [Entry; {}] = [\n", entries.len());
    for (file, entry) in entries {
        out.push_str(&Place { file, entry, names: &names }.source());
    }
    out.push_str("];\n");
    for (at, (_, entry)) in entries.iter().enumerate() {
        writeln!(out, "/// `{}`: {}.\npub const {}: Rule = Rule({at});", entry.id, entry.title_en, constant(&entry.id))
            .expect("a string can be written to");
    }
    out
}

/// An entry in its file, with what it may refer to.
struct Place<'a> {
    file: &'a Path,
    entry: &'a Entry,
    names: &'a Names<'a>,
}

impl Place<'_> {
    /// Stops the build with the place of the fault.
    fn fault(&self, what: impl std::fmt::Display) -> ! {
        panic!("{}: {}: {what}", self.file.display(), self.entry.id)
    }

    fn source(&self) -> String {
        let entry = self.entry;
        let home = self.file.strip_prefix("book").unwrap_or(self.file).with_extension("").display().to_string();
        let same_as = entry.same_as.as_ref().map_or_else(|| "None".into(), |id| format!("Some({})", self.rule(id)));
        let depends_on: Vec<String> = entry.depends_on.iter().map(|id| self.rule(id)).collect();
        format!(
            "Entry {{ id: {:?}, home: {home:?}, kind: RuleKind::{}, level: Level::{}, provision: {}, {} verified: {}, reading: {}, \
             decided: {}, {} same_as: {same_as}, depends_on: &[{}], part: {}, provisions: &[{}], bodies: &[{}], filed_with: {:?} }},\n",
            entry.id,
            camel(&entry.kind),
            camel(&entry.level),
            self.provision(&entry.provision),
            self.validity(),
            entry.verified,
            entry.reading,
            entry.decided,
            self.words(),
            depends_on.join(", "),
            self.part(),
            self.provisions(),
            self.bodies(),
            entry.filed_with,
        )
    }

    fn rule(&self, id: &str) -> String {
        let at = self.names.rules.get(id).unwrap_or_else(|| self.fault(format_args!("unknown rule {id}")));
        format!("Rule({at})")
    }

    fn provision(&self, citation: &str) -> String {
        let citation: &'static str = Box::leak(citation.to_owned().into_boxed_str());
        let parsed = provision::Provision::parse(citation).unwrap_or_else(|fault| self.fault(fault));
        format!("{parsed:?}")
            .replace("Section(Section {", "Provision::Section(provision::Section {")
            .replace("act: ", "act: Act::")
            .replace("Numbered {", "Provision::Numbered {")
            .replace("series: ", "series: Series::")
            .replace("Standard {", "Provision::Standard {")
    }

    fn validity(&self) -> String {
        let from = match &self.entry.valid_from {
            toml::Value::Datetime(date) => some_date(Some(date)),
            toml::Value::String(text) if text == "not known" => "None".into(),
            other => self.fault(format_args!("valid_from is a date or \"not known\", not {other:?}")),
        };
        format!("valid_from: {from}, valid_to: {},", some_date(self.entry.valid_to.as_ref()))
    }

    fn words(&self) -> String {
        let entry = self.entry;
        let pair = |danish: &str, english: &str| format!("Words {{ danish: {danish:?}, english: {english:?} }}");
        format!(
            "title: {}, text: {}, source: {:?}, yes: {}, no: {}, missing: {}, judge: {},",
            pair(&entry.title, &entry.title_en),
            pair(&entry.text, &entry.text_en),
            entry.source,
            self.sentence(entry.yes.as_ref(), entry.yes_en.as_ref()),
            self.sentence(entry.no.as_ref(), entry.no_en.as_ref()),
            self.sentence(entry.missing.as_ref(), entry.missing_en.as_ref()),
            self.sentence(entry.judge.as_ref(), entry.judge_en.as_ref()),
        )
    }

    /// A sentence in both languages, whose places are all facts or notes.
    fn sentence(&self, danish: Option<&String>, english: Option<&String>) -> String {
        let (danish, english) = match (danish, english) {
            (None, None) => return "None".into(),
            (Some(danish), Some(english)) => (danish, english),
            _ => self.fault("a sentence stands in one language only"),
        };
        for text in [danish, english] {
            for place in text.split('{').skip(1) {
                let name = place.split_once('}').map_or_else(
                    || self.fault(format_args!("»{text}« opens a place and doesn't close it")),
                    |(name, _)| name,
                );
                if !NOTES.contains(&name) && !self.names.facts.contains_key(name) {
                    self.fault(format_args!("nothing can fill {{{name}}}"));
                }
            }
        }
        format!("Some(Words {{ danish: {danish:?}, english: {english:?} }})")
    }

    fn part(&self) -> String {
        let entry = self.entry;
        let Some(part) = &entry.part else { return "None".into() };
        let Some(document) = &entry.document else { self.fault("a part stands in a document") };
        let mut places = Vec::new();
        for name in &entry.facts {
            let Some(at) = self.names.fact_places.get(name.as_str()) else {
                self.fault(format_args!("unknown fact {name}"))
            };
            places.push(format!("FactId::at({at})"));
            let values = self.names.facts.get(name.as_str()).map_or(&[][..], |fact| &fact.values);
            if let Some(wrong) = entry.values.iter().find(|value| !values.contains(value)) {
                self.fault(format_args!("{name} has no value {wrong}"));
            }
        }
        format!(
            "Some(Part {{ document: {document:?}, name: {part:?}, facts: &[{}], values: &{:?}, all: {}, orders: &{:?}, forbidden: {} }})",
            places.join(", "),
            entry.values,
            entry.needs == Needs::All,
            entry.orders,
            entry.forbidden
        )
    }

    fn provisions(&self) -> String {
        let rows = self
            .entry
            .provisions
            .iter()
            .map(|row| dated(&self.provision(&row.provision), &row.from, row.to.as_ref(), row.verified));
        rows.collect()
    }

    fn bodies(&self) -> String {
        let rows = self.entry.bodies.iter().map(|row| {
            let body = format!("Body {{ danish: {:?}, english: {:?} }}", row.body, row.body_en);
            dated(&body, &row.from, row.to.as_ref(), row.verified)
        });
        rows.collect()
    }
}

fn dated(what: &str, from: &toml::value::Datetime, to: Option<&toml::value::Datetime>, verified: bool) -> String {
    let (from, to) = (date(from), some_date(to));
    format!("Dated {{ what: {what}, from: {from}, to: {to}, verified: {verified} }}, ")
}

fn date(date: &toml::value::Datetime) -> String {
    let date = date.date.expect("a validity is a date");
    format!("jiff::civil::date({}, {}, {})", date.year, date.month, date.day)
}

fn some_date(day: Option<&toml::value::Datetime>) -> String {
    day.map_or_else(|| "None".into(), |day| format!("Some({})", date(day)))
}
