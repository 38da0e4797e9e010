//! The project's own example files, and changes to them.

use std::path::PathBuf;

use case::municipality::MunicipalityCode;
use exchange::Finding;
use exchange::fhir::{Report, read_delivery_report};
use exchange::ggop::{Reading, Reception, read};
use jiff::civil::date;

/// The bytes of a file in the project's `examples/`.
pub(crate) fn example(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    std::fs::read(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The main plan of the story, as text.
pub(crate) fn plan_xml() -> String {
    String::from_utf8(example("genoptraeningsplan.xml")).unwrap()
}

/// Hjørring Kommune, on the day that the plan came.
pub(crate) fn hjoerring() -> Reception {
    Reception { at: Some(MunicipalityCode::parse("0860").unwrap()), on: date(2026, 3, 26) }
}

/// What becomes of the main plan with one text in it changed, wherever it stands.
pub(crate) fn read_with(from: &str, to: &str) -> Reading {
    let xml = plan_xml();
    assert!(xml.contains(from), "the example has {from:?}");
    read(xml.replace(from, to).as_bytes(), &hjoerring())
}

/// A report, received when all that the examples tell has happened.
pub(crate) fn read_report(bytes: &[u8]) -> Result<Report, Vec<Finding>> {
    read_delivery_report(bytes, date(2026, 6, 11))
}

/// The codes of what was found, in order.
pub(crate) fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.findings().iter().map(exchange::Finding::code).collect()
}
