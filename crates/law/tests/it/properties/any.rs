//! Cases of every kind: those of the files, with facts changed, added and taken away.

use std::sync::OnceLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::Facts;
use law::assess::assess;
use law::fact::{Decimal, FactId, FactSet, Kind, Slot, Texts, Value};
use law::standards::Standard;
use law::trace::Why;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::cases;

/// What is known of a case, on a day, under a standard.
#[derive(Clone, Debug)]
pub(crate) struct Situation {
    pub(crate) facts: Facts,
    pub(crate) as_of: Date,
    pub(crate) standard: Option<Standard>,
}

/// Every fact that the law read in any case of the files.
pub(crate) fn facts_used() -> FactSet {
    static USED: OnceLock<FactSet> = OnceLock::new();
    *USED.get_or_init(|| {
        let mut used = FactSet::EMPTY;
        for case in cases::all() {
            let assessment = assess(&case.facts, case.as_of, case.standard.as_ref());
            let rights = assessment.entitlements.iter().filter_map(|right| right.why.as_ref());
            let duties = assessment.duties.iter().filter_map(|duty| duty.why.as_ref());
            let bars = assessment.bars.iter().filter_map(|bar| bar.why.as_ref());
            let remedies = assessment.remedies.iter().filter_map(|remedy| remedy.why.as_ref());
            let content = assessment.content.iter().flat_map(|check| check.why.iter());
            let routes = assessment.routes.iter().filter_map(|route| route.why.as_ref());
            used = rights
                .chain(duties)
                .chain(bars)
                .chain(remedies)
                .chain(content)
                .chain(routes)
                .map(Why::all_facts)
                .fold(used, |all, some| all | some);
        }
        used
    })
}

/// A case of the files, with up to eight facts otherwise.
pub(crate) fn a_situation() -> impl Strategy<Value = Situation> {
    static CASES: OnceLock<Vec<cases::Case>> = OnceLock::new();
    let cases = CASES.get_or_init(cases::all);
    (select(cases.as_slice()), -12_i64..13, any::<bool>()).prop_flat_map(|(case, moved, bare)| {
        let as_of = case.as_of + moved.days();
        let facts = if bare { Facts::new() } else { case.facts };
        let changes = prop::collection::vec(a_fact(as_of), 0..9);
        (Just(facts), changes, any::<bool>(), Just(case.standard)).prop_map(
            move |(mut facts, changes, expects, standard)| {
                for (fact, slot) in changes {
                    facts.put(fact, slot);
                }
                if let (true, Slot::Known(Value::Date(day))) =
                    (expects, facts.slot(law::fact::HOSPITAL_DISCHARGED_ON.id()).clone())
                {
                    facts.expect(law::fact::HOSPITAL_DISCHARGED_ON, day);
                }
                Situation { facts, as_of, standard }
            },
        )
    })
}

/// A fact that the law reads, with something to be said of it.
pub(crate) fn a_fact(as_of: Date) -> impl Strategy<Value = (FactId, Slot)> {
    let used: Vec<FactId> = facts_used().iter().collect();
    (select(used), any::<Index>()).prop_map(move |(fact, at)| {
        let slots = slots(fact, as_of);
        (fact, at.get(&slots).clone())
    })
}

/// Everything worth saying of a fact: each value, none, that nobody knows, nothing.
fn slots(fact: FactId, as_of: Date) -> Vec<Slot> {
    let entry = fact.entry();
    let values: Vec<Value> = match entry.kind {
        Kind::Bool => vec![Value::Bool(true), Value::Bool(false)],
        Kind::Enum => (0..entry.values.len()).filter_map(|at| u8::try_from(at).ok()).map(Value::Choice).collect(),
        Kind::Set if entry.values.is_empty() => {
            vec![Value::Texts(Texts(Box::new([]))), Value::Texts(Texts(Box::new(["noget".into()])))]
        }
        Kind::Set => (0..entry.values.len())
            .map(|at| Value::Choices(1 << at))
            .chain([Value::Choices(0), Value::Choices(3)])
            .collect(),
        Kind::Integer => [0, 17, 18, 70].map(Value::Integer).to_vec(),
        Kind::Decimal => {
            ["0", "10", "50", "50.1"].map(|text| Value::Decimal(Decimal::parse(text).expect("a number"))).to_vec()
        }
        Kind::Date if fact == law::fact::CITIZEN_BORN_ON.id() => {
            [date(1940, 1, 1), date(1959, 5, 4), date(1990, 1, 1), date(2008, 2, 29), date(2016, 1, 1)]
                .map(Value::Date)
                .to_vec()
        }
        Kind::Date => [-400_i64, -30, -8, -7, -1, 0, 1, 7, 8, 30].map(|days| Value::Date(as_of + days.days())).to_vec(),
        Kind::Text | Kind::Instant => {
            ["Hjørring Kommune", "Brønderslev Kommune"].map(|text| Value::Text(text.into())).to_vec()
        }
    };
    values.into_iter().map(Slot::Known).chain([Slot::Absent, Slot::Unknowable, Slot::NotYet]).collect()
}
