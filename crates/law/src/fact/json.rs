//! Facts as JSON: an object of fact names and values.
//!
//! A key left out is not known yet, `null` is known to be absent, `[]` a set known to be empty, `"unknowable"` what
//! nobody can find out. A label before a name keeps several apart; the label `expected` says that a value is foreseen
//! and not confirmed (`expected.hospital.discharged_on`).

use std::fmt;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value as Json;

use super::{Decimal, FACTS, FactId, Facts, Kind, NotJson, Slot, Texts, Value};
use crate::Language;

/// What is wrong in a file of facts, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line in the file, from 1; none where the fault is of the whole.
    pub line: Option<usize>,
    /// The key as written; empty where the fault is of the whole.
    pub key: String,
    /// What is wrong.
    pub what: Wrong,
}

/// The kinds of fault in a file of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The text is not JSON.
    NotJson(NotJson),
    /// JSON, and not an object of facts.
    NotAnObject,
    /// The vocabulary has no such fact. The nearest name that it has.
    UnknownFact(Option<&'static str>),
    /// The fact stands twice.
    Twice,
    /// The fact stands both as confirmed and as expected; which of the two holds is never guessed by their order.
    ConfirmedAndExpected,
    /// No number of the vocabulary is below zero.
    BelowZero,
    /// The value is not of the fact's kind.
    WrongKind(Kind),
    /// The value is none of the fact's values. The nearest of them.
    UnknownValue {
        /// The value as written.
        value: String,
        /// The nearest value that the fact has.
        nearest: Option<&'static str>,
    },
    /// A date that no calendar has, or that lies outside 1850-2199.
    ImpossibleDate(String),
}

impl Fault {
    /// What is wrong, where, and how to mend it.
    pub fn say(&self, language: Language) -> String {
        let what = self.what.say(language);
        match (self.line, self.key.as_str()) {
            (_, "") => what,
            (Some(line), key) => format!("{} {line}, »{key}«: {what}", language.pick("Linje", "Line")),
            (None, key) => format!("»{key}«: {what}"),
        }
    }
}

impl Wrong {
    fn say(&self, language: Language) -> String {
        let da = language == Language::Danish;
        match self {
            Self::NotJson(fault) => fault.say(language),
            Self::NotAnObject if da => {
                "Filen skal være et objekt med oplysninger, f.eks. {\"plan.issued\": true}.".into()
            }
            Self::NotAnObject => "The file must be an object of facts, such as {\"plan.issued\": true}.".into(),
            Self::UnknownFact(Some(nearest)) if da => format!("Oplysningen findes ikke. Mente du »{nearest}«?"),
            Self::UnknownFact(Some(nearest)) => format!("There is no such fact. Did you mean »{nearest}«?"),
            Self::UnknownFact(None) if da => "Oplysningen findes ikke. »genvej facts« viser alle.".into(),
            Self::UnknownFact(None) => "There is no such fact. »genvej facts« lists them all.".into(),
            Self::Twice if da => "Oplysningen står to gange. Slet den ene.".into(),
            Self::Twice => "The fact stands twice. Delete one of them.".into(),
            Self::ConfirmedAndExpected if da => {
                "Oplysningen står både som bekræftet og som forventet. Slet den forventede, når den anden er bekræftet."
                    .into()
            }
            Self::ConfirmedAndExpected => {
                "The fact stands both as confirmed and as expected. Delete the expected one once the other is confirmed."
                    .into()
            }
            Self::BelowZero if da => "Tallet kan ikke være under 0.".into(),
            Self::BelowZero => "The number can't be below 0.".into(),
            Self::WrongKind(kind) if da => format!("Værdien skal være {}.", kind.say(language)),
            Self::WrongKind(kind) => format!("The value must be {}.", kind.say(language)),
            Self::UnknownValue { value, nearest: Some(nearest) } if da => {
                format!("Værdien »{value}« findes ikke. Mente du »{nearest}«?")
            }
            Self::UnknownValue { value, nearest: Some(nearest) } => {
                format!("There is no value »{value}«. Did you mean »{nearest}«?")
            }
            Self::UnknownValue { value, nearest: None } if da => format!("Værdien »{value}« findes ikke."),
            Self::UnknownValue { value, nearest: None } => format!("There is no value »{value}«."),
            Self::ImpossibleDate(date) if da => {
                format!("»{date}« er ingen dato mellem 1850 og 2199. Skriv f.eks. 2026-04-07.")
            }
            Self::ImpossibleDate(date) => format!("»{date}« is no date between 1850 and 2199. Write it as 2026-04-07."),
        }
    }
}

impl Kind {
    /// What a value of this kind looks like.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Date => language.pick("en dato som \"2026-04-07\"", "a date such as \"2026-04-07\""),
            Self::Instant => {
                language.pick("et tidspunkt som \"2026-04-07T09:30\"", "a time such as \"2026-04-07T09:30\"")
            }
            Self::Bool => language.pick("true eller false", "true or false"),
            Self::Integer => language.pick("et helt tal", "a whole number"),
            Self::Decimal => language.pick("et tal", "a number"),
            Self::Text => language.pick("en tekst", "a text"),
            Self::Enum => language.pick("én af oplysningens værdier som tekst", "one of the fact's values as text"),
            Self::Set => language.pick("en liste af værdier", "a list of values"),
        }
    }
}

impl Facts {
    /// Reads facts from a JSON object.
    ///
    /// # Errors
    /// Every fault of the file, in its order: text that is not JSON, an unknown name, type or value, an impossible
    /// date, a number below zero, a fact that stands twice, or both as confirmed and as expected. Nothing is taken in where there is one.
    pub fn from_json(text: &str) -> Result<Self, Vec<Fault>> {
        let whole = |what| vec![Fault { line: None, key: String::new(), what }];
        let pairs: Pairs = match serde_json::from_str(text) {
            Ok(pairs) => pairs,
            // Not an object: what it is instead may be no JSON at all.
            Err(fault) if fault.is_data() => {
                let read = serde_json::from_str::<Json>(text).map_err(|fault| Wrong::NotJson(NotJson::new(&fault)));
                return Err(whole(read.map_or_else(|wrong| wrong, |_| Wrong::NotAnObject)));
            }
            Err(fault) => return Err(whole(Wrong::NotJson(NotJson::new(&fault)))),
        };
        let mut facts = Self::new();
        let mut faults = Vec::new();
        for (at, (key, json)) in pairs.0.iter().enumerate() {
            let earlier = &pairs.0[..at];
            let taken = if earlier.iter().any(|(earlier, _)| earlier == key) {
                Err(Wrong::Twice)
            } else if earlier.iter().any(|(earlier, _)| is_the_expected(earlier, key) || is_the_expected(key, earlier))
            {
                Err(Wrong::ConfirmedAndExpected)
            } else {
                facts.take(key, json)
            };
            if let Err(what) = taken {
                faults.push(Fault { line: line_of(text, key), key: key.clone(), what });
            }
        }
        if faults.is_empty() { Ok(facts) } else { Err(faults) }
    }

    /// The facts as a JSON object that [`Facts::from_json`] reads back to the same facts.
    pub fn to_json(&self) -> Json {
        let mut object = serde_json::Map::new();
        for (fact, slot) in self.settled() {
            let label = if self.expected().contains(fact) { "expected." } else { "" };
            object.insert(format!("{label}{}", fact.name()), slot_json(fact, slot));
        }
        for (label, fact, slot) in self.all_labelled() {
            object.insert(format!("{label}.{}", fact.name()), slot_json(fact, slot));
        }
        Json::Object(object)
    }

    fn take(&mut self, key: &str, json: &Json) -> Result<(), Wrong> {
        if let Some(fact) = FactId::named(key) {
            let slots = read_slots(fact, json)?;
            match slots.as_slice() {
                [one] => self.put(fact, one.clone()),
                several => {
                    for (at, slot) in several.iter().enumerate() {
                        self.put_labelled(&(at + 1).to_string(), fact, slot.clone());
                    }
                }
            }
            return Ok(());
        }
        let (label, fact) = split_label(key).ok_or_else(|| Wrong::UnknownFact(nearest_fact(key)))?;
        for slot in read_slots(fact, json)? {
            if label == EXPECTED {
                self.put(fact, slot);
                self.mark_expected(fact);
            } else {
                self.put_labelled(label, fact, slot);
            }
        }
        Ok(())
    }
}

/// The pairs of an object in their order, with those that stand twice.
struct Pairs(Vec<(String, Json)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Pairs;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of facts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

/// The label of a value that is expected and not confirmed.
const EXPECTED: &str = "expected";

/// Whether the first key is the second with the label `expected`.
fn is_the_expected(labelled: &str, key: &str) -> bool {
    labelled.strip_prefix(EXPECTED).and_then(|rest| rest.strip_prefix('.')) == Some(key)
}

/// `first.encounter.starts_at` is the fact `encounter.starts_at` under the label `first`; a label may hold dots.
fn split_label(key: &str) -> Option<(&str, FactId)> {
    key.match_indices('.').find_map(|(at, _)| Some((&key[..at], FactId::named(&key[at + 1..])?)))
}

/// The value or values: a list for a fact that is no set is several of its kind.
fn read_slots(fact: FactId, json: &Json) -> Result<Vec<Slot>, Wrong> {
    match json {
        Json::Array(items) if fact.entry().kind != Kind::Set && !items.is_empty() => {
            items.iter().map(|item| read_slot(fact, item)).collect()
        }
        one => Ok(vec![read_slot(fact, one)?]),
    }
}

fn read_slot(fact: FactId, json: &Json) -> Result<Slot, Wrong> {
    let entry = fact.entry();
    let wrong = || Wrong::WrongKind(entry.kind);
    match json {
        Json::Null => return Ok(Slot::Absent),
        Json::String(word) if word == "unknowable" => return Ok(Slot::Unknowable),
        _ => {}
    }
    let value = match entry.kind {
        Kind::Date => Value::Date(read_date(json.as_str().ok_or_else(wrong)?)?),
        Kind::Instant => {
            let text = json.as_str().ok_or_else(wrong)?;
            text.parse::<jiff::civil::DateTime>().map_err(|_| Wrong::ImpossibleDate(text.into()))?;
            Value::Instant(text.into())
        }
        Kind::Bool => Value::Bool(json.as_bool().ok_or_else(wrong)?),
        Kind::Integer | Kind::Decimal if json.as_f64().is_some_and(|number| number < 0.0) => {
            return Err(Wrong::BelowZero);
        }
        Kind::Integer => Value::Integer(json.as_i64().ok_or_else(wrong)?),
        Kind::Decimal => match json {
            Json::Number(number) => Value::Decimal(Decimal::parse(&number.to_string()).ok_or_else(wrong)?),
            _ => return Err(wrong()),
        },
        Kind::Text => Value::Text(json.as_str().ok_or_else(wrong)?.into()),
        Kind::Enum => Value::Choice(choice(fact, json.as_str().ok_or_else(wrong)?)?),
        Kind::Set => {
            let items = json.as_array().ok_or_else(wrong)?;
            let words: Option<Vec<&str>> = items.iter().map(Json::as_str).collect();
            let words = words.ok_or_else(wrong)?;
            if entry.values.is_empty() {
                Value::Texts(Texts(words.into_iter().map(Into::into).collect()))
            } else {
                // A value that stands twice is one value: the bits are joined, and not added up.
                let bits = words.into_iter().try_fold(0_u64, |bits, word| Ok(bits | 1 << choice(fact, word)?));
                Value::Choices(bits?)
            }
        }
    };
    Ok(Slot::Known(value))
}

/// A date of a case: ISO, from 1850, so that a year typed with two digits is found.
fn read_date(text: &str) -> Result<Date, Wrong> {
    let impossible = || Wrong::ImpossibleDate(text.into());
    let date: Date = if text.len() == 10 { text.parse().map_err(|_| impossible())? } else { return Err(impossible()) };
    if (1850..=2199).contains(&date.year()) { Ok(date) } else { Err(impossible()) }
}

fn choice(fact: FactId, word: &str) -> Result<u8, Wrong> {
    let values = fact.entry().values;
    values
        .iter()
        .position(|value| *value == word)
        .and_then(|at| u8::try_from(at).ok())
        .ok_or_else(|| Wrong::UnknownValue { value: word.into(), nearest: nearest(word, values.iter().copied()) })
}

fn slot_json(fact: FactId, slot: &Slot) -> Json {
    match slot {
        Slot::NotYet | Slot::Absent => Json::Null,
        Slot::Unknowable => "unknowable".into(),
        Slot::Known(value) => value.to_json(fact),
    }
}

impl Value {
    /// The value as JSON writes it.
    pub fn to_json(&self, fact: FactId) -> Json {
        let values = fact.entry().values;
        match self {
            Self::Date(date) => date.to_string().into(),
            Self::Instant(text) | Self::Text(text) => text.0.as_ref().into(),
            Self::Bool(is) => (*is).into(),
            Self::Integer(number) => (*number).into(),
            Self::Decimal(number) => number.to_string().parse::<serde_json::Number>().map_or(Json::Null, Json::Number),
            Self::Choice(at) => values.get(usize::from(*at)).copied().into(),
            Self::Choices(bits) => {
                (0..values.len()).filter(|at| bits & (1 << at) != 0).map(|at| Json::from(values[at])).collect()
            }
            Self::Texts(texts) => texts.0.iter().map(|text| Json::from(text.as_ref())).collect(),
        }
    }
}

/// The line on which a key stands first. Good enough to find it by: a key that is also somebody's text is rare.
fn line_of(text: &str, key: &str) -> Option<usize> {
    let at = text.find(&format!("\"{key}\""))?;
    Some(text[..at].matches('\n').count() + 1)
}

fn nearest_fact(key: &str) -> Option<&'static str> {
    nearest(key, FACTS.iter().map(|entry| entry.name))
}

/// The word that takes the fewest changed, added or dropped letters to reach; none where a third of them would change.
pub(crate) fn nearest<'a>(word: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().take(80).collect();
    let (distance, best) = words.map(|other| (edits(&letters, other), other)).min()?;
    (distance * 3 <= letters.len().max(3)).then_some(best)
}

/// Levenshtein's distance.
fn edits(word: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (above, letter) in other.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for at in 1..row.len() {
            let change = diagonal + usize::from(word[at - 1] != letter);
            diagonal = row[at];
            row[at] = change.min(row[at] + 1).min(row[at - 1] + 1);
        }
    }
    row[word.len()]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Fault, Wrong};
    use crate::Language;
    use crate::fact::{self, Facts, HospitalContactKinds, Kind, PlanType, Read, Set};

    fn faults(text: &str) -> Vec<Fault> {
        Facts::from_json(text).unwrap_err()
    }

    #[test]
    fn a_value_that_stands_twice_in_a_set_is_one_value() {
        let twice = Facts::from_json(r#"{"hospital.contact_kinds": ["admission", "admission"]}"#).unwrap();
        let once = Facts::from_json(r#"{"hospital.contact_kinds": ["admission"]}"#).unwrap();
        assert_eq!(twice.read(fact::HOSPITAL_CONTACT_KINDS), once.read(fact::HOSPITAL_CONTACT_KINDS));
    }

    #[test]
    fn left_out_null_empty_and_unknowable_are_four_different_things() {
        let facts = Facts::from_json(
            r#"{"training.offered_start_on": null, "hospital.contact_kinds": [], "need.arose_on": "unknowable", "plan.type": "general_training"}"#,
        )
        .unwrap();
        assert_eq!(facts.read(fact::TRAINING_OFFERED_START_ON), Read::Absent);
        assert_eq!(facts.read(fact::HOSPITAL_CONTACT_KINDS), Read::Known(Set::<HospitalContactKinds>::NONE));
        assert!(matches!(facts.read(fact::NEED_AROSE_ON), Read::Missing(_)));
        assert!(facts.unknowable().contains(fact::NEED_AROSE_ON.id()));
        assert_eq!(facts.read(fact::PLAN_TYPE), Read::Known(PlanType::GeneralTraining));
        assert!(matches!(facts.read(fact::PLAN_ISSUED), Read::Missing(_)));
    }

    #[test]
    fn a_wrong_name_is_refused_with_its_line_and_the_nearest_right_name() {
        let found = faults("{\n \"plan.issued\": true,\n \"hospital.discharge_on\": \"2026-03-27\"\n}");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, Some(3));
        assert_eq!(found[0].what, Wrong::UnknownFact(Some("hospital.discharged_on")));
        assert_eq!(
            found[0].say(Language::Danish),
            "Linje 3, »hospital.discharge_on«: Oplysningen findes ikke. Mente du »hospital.discharged_on«?"
        );
    }

    #[test]
    fn a_wrong_type_value_or_date_is_refused_and_everything_wrong_is_said_at_once() {
        let found = faults(
            r#"{"plan.issued": "ja", "plan.type": "generel_training", "hospital.discharged_on": "2026-02-30", "citizen.born_on": "0001-01-01", "plan.issued": true}"#,
        );
        let what: Vec<_> = found.into_iter().map(|fault| fault.what).collect();
        assert_eq!(
            what,
            [
                Wrong::WrongKind(Kind::Bool),
                Wrong::UnknownValue { value: "generel_training".into(), nearest: Some("general_training") },
                Wrong::ImpossibleDate("2026-02-30".into()),
                Wrong::ImpossibleDate("0001-01-01".into()),
                Wrong::Twice,
            ]
        );
    }

    #[test]
    fn text_that_is_no_object_of_facts_is_refused() {
        for text in ["", "{", "[1,2]", "7", "\u{0}", "{\"plan.issued\": tru"] {
            assert_eq!(faults(text).len(), 1, "{text:?}");
        }
        assert_eq!(faults("[]")[0].what, Wrong::NotAnObject);
    }

    #[test]
    fn several_of_a_kind_are_kept_apart_by_their_labels() {
        let facts = Facts::from_json(
            r#"{"first.hospital.discharged_on": "2026-03-01", "second.hospital.discharged_on": "2026-04-01"}"#,
        )
        .unwrap();
        let read: Vec<_> = facts.labelled(fact::HOSPITAL_DISCHARGED_ON).collect();
        assert_eq!(read, [("first", Read::Known(date(2026, 3, 1))), ("second", Read::Known(date(2026, 4, 1)))]);
    }

    #[test]
    fn an_expected_discharge_is_read_and_marked_as_not_confirmed() {
        let facts = Facts::from_json(r#"{"expected.hospital.discharged_on": "2026-03-27"}"#).unwrap();
        assert_eq!(facts.read(fact::HOSPITAL_DISCHARGED_ON), Read::Known(date(2026, 3, 27)));
        assert!(facts.expected().contains(fact::HOSPITAL_DISCHARGED_ON.id()));
    }

    #[test]
    fn a_day_that_is_both_confirmed_and_expected_is_refused_in_either_order() {
        let [confirmed, expected] =
            [r#""hospital.discharged_on": "2026-03-27""#, r#""expected.hospital.discharged_on": "2026-03-30""#];
        for (first, second, place) in
            [(confirmed, expected, "expected.hospital.discharged_on"), (expected, confirmed, "hospital.discharged_on")]
        {
            let found = faults(&format!("{{{first},\n{second}}}"));
            assert_eq!(found.len(), 1);
            assert_eq!((found[0].key.as_str(), &found[0].what), (place, &Wrong::ConfirmedAndExpected));
            assert_eq!(found[0].line, Some(2));
        }
    }

    #[test]
    fn an_age_and_a_distance_below_zero_are_refused() {
        for text in [r#"{"citizen.age_years": -1}"#, r#"{"transport.distance_km": -0.5}"#] {
            assert_eq!(faults(text)[0].what, Wrong::BelowZero);
        }
        assert!(Facts::from_json(r#"{"citizen.age_years": 0, "transport.distance_km": 0}"#).is_ok());
    }

    #[test]
    fn facts_written_and_read_again_are_the_same_facts() {
        let text = r#"{"plan.issued": true, "transport.distance_km": 50.25, "need.arose_on": "unknowable", "training.offered_start_on": null,
            "training.goals": ["gå 500 meter"], "hospital.contact_kinds": ["admission", "check_up"], "first.hospital.admitted_on": "2026-03-01",
            "expected.hospital.discharged_on": "2026-03-27", "transport.attendances": 12}"#;
        let facts = Facts::from_json(text).unwrap();
        assert_eq!(Facts::from_json(&facts.to_json().to_string()).unwrap(), facts);
    }
}
