//! The book: what a jurist reads of each rule. The functions that decide refer to its entries by constants that the
//! build makes, so that decision and explanation can't part.

use std::fmt;

use jiff::civil::Date;

use crate::Language;
use crate::fact::{FactId, FactSet};
use crate::provision::{self, Act, Provision, Series};

/// A rule: the place of its entry in the book.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rule(u16);

/// What the book says of one rule.
#[derive(Debug)]
pub struct Entry {
    /// The catalogue's id.
    pub id: &'static str,
    /// The file of the book: `sundhedsloven/s140`.
    pub home: &'static str,
    /// Which of the law's questions it bears on.
    pub kind: RuleKind,
    /// Where its force comes from.
    pub level: Level,
    /// Where it stands today.
    pub provision: Provision,
    /// First day in force; none where no source says.
    pub valid_from: Option<Date>,
    /// Last day in force; none while it is still in force.
    pub valid_to: Option<Date>,
    /// Somebody has seen the source. A figure, date, exclusion or criterion that nobody has seen is never enforced.
    pub verified: bool,
    /// The entry is our reading of a text that leaves it open.
    pub reading: bool,
    /// A function of this version decides it.
    pub decided: bool,
    /// What it is called.
    pub title: Words,
    /// What it says.
    pub text: Words,
    /// Where it was read.
    pub source: &'static str,
    /// The sentence where it holds.
    pub yes: Option<Words>,
    /// The sentence where it doesn't.
    pub no: Option<Words>,
    /// The sentence where a fact is missing, or a part of a document.
    pub missing: Option<Words>,
    /// The sentence where a person must judge; where there is none, that of a missing fact.
    pub judge: Option<Words>,
    /// The rule whose function serves this one as well.
    pub same_as: Option<Rule>,
    /// Rules that it builds on.
    pub depends_on: &'static [Rule],
    /// The part of a document that it demands or forbids.
    pub part: Option<Part>,
    /// Where it stood and stands, by date, where that has changed.
    pub provisions: &'static [Dated<Provision>],
    /// Which body it sends the citizen to, by date.
    pub bodies: &'static [Dated<Body>],
    /// Where the complaint is sent: `municipality` or `body`.
    pub filed_with: Option<&'static str>,
}

/// The same words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// In Danish.
    pub danish: &'static str,
    /// In English.
    pub english: &'static str,
}

impl Words {
    /// The words in a language.
    pub fn pick(self, language: Language) -> &'static str {
        match language {
            Language::Danish => self.danish,
            Language::English => self.english,
        }
    }
}

/// Which of the law's questions a rule bears on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the word of the catalogue")]
pub enum RuleKind {
    Entitlement,
    Duty,
    Bar,
    Content,
    Remedy,
    Amount,
    Definition,
    Goal,
}

/// Where a rule's force comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// An act, or an order under one.
    Law,
    /// A ministry's guidance.
    Guidance,
    /// A municipality's own quality standard.
    Standard,
}

/// Something that holds in a period.
#[derive(Clone, Copy, Debug)]
pub struct Dated<T> {
    /// What holds.
    pub what: T,
    /// First day.
    pub from: Date,
    /// Last day; none while it still holds.
    pub to: Option<Date>,
    /// Somebody has seen the source.
    pub verified: bool,
}

impl<T> Dated<T> {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }
}

/// A body that hears complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub danish: &'static str,
    /// What it is called in English.
    pub english: &'static str,
}

/// A part of a document.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The document: `rehabilitation_plan`.
    pub document: &'static str,
    /// The part: `need_description`.
    pub name: &'static str,
    /// The facts that show the part.
    pub facts: &'static [FactId],
    /// The values of the fact that show it; any value where none is named.
    pub values: &'static [&'static str],
    /// All of the facts are needed; otherwise any one is enough.
    pub all: bool,
    /// The orders that demand it: `BEK 918/2018`.
    pub orders: &'static [&'static str],
    /// The part must not be there.
    pub forbidden: bool,
}

/// What a person must judge, and how.
#[derive(Debug)]
pub struct Discretion {
    /// The catalogue's id.
    pub id: &'static str,
    /// The rules that leave it to a person.
    pub rules: &'static [Rule],
    must_weigh: [&'static [&'static str]; 2],
    /// Who judges.
    pub decided_by: Words,
    must_record: [&'static [&'static str]; 2],
}

impl Discretion {
    /// What must be weighed.
    pub fn must_weigh(&self, language: Language) -> &'static [&'static str] {
        self.must_weigh[usize::from(language == Language::English)]
    }

    /// What must be recorded.
    pub fn must_record(&self, language: Language) -> &'static [&'static str] {
        self.must_record[usize::from(language == Language::English)]
    }

    /// The judgement that a rule leaves to a person.
    pub fn of(rule: Rule) -> Option<&'static Self> {
        DISCRETIONS.iter().find(|discretion| discretion.rules.contains(&rule))
    }
}

impl Rule {
    /// The rule of this id.
    pub fn named(id: &str) -> Option<Self> {
        ENTRIES.iter().position(|entry| entry.id == id).and_then(|at| u16::try_from(at).ok()).map(Self)
    }

    /// Every rule, in the order of the book.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ENTRIES.len()).filter_map(|at| u16::try_from(at).ok()).map(Self)
    }

    /// The rule's entry.
    #[inline]
    pub fn entry(self) -> &'static Entry {
        &ENTRIES[usize::from(self.0)]
    }

    /// The catalogue's id.
    pub fn id(self) -> &'static str {
        self.entry().id
    }

    /// Whether the rule is in force on a day. Where no source says since when, it is taken to be, and the entry says
    /// that it isn't verified.
    #[inline]
    pub fn is_in_force(self, day: Date) -> bool {
        let entry = self.entry();
        entry.valid_from.is_none_or(|first| first <= day) && entry.valid_to.is_none_or(|last| day <= last)
    }

    /// Where the rule stands on a day.
    pub fn provision_on(self, day: Date) -> Provision {
        let entry = self.entry();
        entry.provisions.iter().find(|dated| dated.holds_on(day)).map_or(entry.provision, |dated| dated.what)
    }

    /// The body to which it sends the citizen on a day, and whether somebody has seen the source.
    pub fn body_on(self, day: Date) -> Option<&'static Dated<Body>> {
        self.entry().bodies.iter().find(|dated| dated.holds_on(day))
    }

    /// Whether somebody has seen the source of the rule as it stands today.
    pub fn is_verified(self) -> bool {
        self.entry().verified
    }

    /// Whether somebody has seen the source of the rule as it stood on a day: a rule may have moved to an act where nobody has
    /// found it yet.
    pub fn is_verified_on(self, day: Date) -> bool {
        let entry = self.entry();
        entry.provisions.iter().find(|dated| dated.holds_on(day)).map_or(entry.verified, |dated| dated.verified)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// The facts that any entry's part names.
pub fn facts_of_parts(document: &str) -> FactSet {
    ENTRIES
        .iter()
        .filter_map(|entry| entry.part.as_ref())
        .filter(|part| part.document == document)
        .flat_map(|part| part.facts.iter().copied())
        .collect()
}

/// A digest of everything that the book says: another digest, another book. Views that were derived under one are
/// derived anew under the other.
pub fn digest() -> u64 {
    // FNV-1a over the entries as they print: any change of text, date or provision changes it. It guards against
    // forgetting, not against forgery.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for entry in &ENTRIES {
        for byte in format!("{entry:?}").bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

include!(concat!(env!("OUT_DIR"), "/book.rs"));
include!(concat!(env!("OUT_DIR"), "/discretion.rs"));
