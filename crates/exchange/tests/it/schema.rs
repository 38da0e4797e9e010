//! The schema of a plan in plain JSON holds the vocabulary's own facts, and no others.

use std::path::Path;

use law::fact::{FactId, Kind};
use serde_json::Value;

use crate::samples::example;

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/plan.schema.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The facts on the hospital's plan, the hospital contact and the citizen.
fn is_on_a_plan(fact: FactId) -> bool {
    let name = fact.name();
    ["plan.", "hospital.", "citizen."].iter().any(|object| name.starts_with(object))
        && !name.starts_with("plan.municipal.")
}

#[test]
fn the_schema_has_each_fact_on_a_plan_with_its_type_and_values() {
    let schema = schema();
    let properties = schema["properties"].as_object().unwrap();
    let facts: Vec<_> = FactId::all().filter(|fact| is_on_a_plan(*fact)).collect();
    for fact in &facts {
        let entry = fact.entry();
        let stated =
            &properties.get(fact.name()).unwrap_or_else(|| panic!("{} is in the schema", fact.name()))["anyOf"][0];
        let expected = match entry.kind {
            Kind::Date => ("$ref", "#/$defs/date"),
            Kind::Instant => ("$ref", "#/$defs/instant"),
            Kind::Bool => ("type", "boolean"),
            Kind::Integer => ("type", "integer"),
            Kind::Decimal => ("type", "number"),
            Kind::Text => ("type", "string"),
            Kind::Set => ("type", "array"),
            Kind::Enum => {
                assert_eq!(stated["enum"], Value::from(entry.values), "{}", fact.name());
                continue;
            }
        };
        assert_eq!(stated[expected.0], expected.1, "{}", fact.name());
        if entry.kind == Kind::Set && !entry.values.is_empty() {
            assert_eq!(stated["items"]["enum"], Value::from(entry.values), "{}", fact.name());
        }
    }
    assert_eq!(properties.len(), facts.len(), "no other facts");
}

#[test]
fn the_example_plan_keeps_to_the_schema() {
    let schema = schema();
    let plan: Value = serde_json::from_slice(&example("plan.json")).unwrap();
    for name in plan.as_object().unwrap().keys() {
        let known = schema["properties"].get(name).is_some() || name == "expected.hospital.discharged_on";
        assert!(known, "{name}");
    }
}
