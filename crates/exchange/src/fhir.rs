//! KL Gateway's delivery reports (FHIR R4 JSON, KL Gateway Rehab 2.2.0): the whole report becomes a [`Report`], or findings say
//! what keeps it from being one.
//!
//! The guide uses six kinds of resource and forbids most of their elements, so the types here are its own and closed: an element
//! that is not known makes the report refused, rather than being lost. Extensions that are not the guide's are left alone, as
//! FHIR has it.
//!
//! What differs from the guide: the calendar is asked as well as the shape of a CPR number (29 February), and categories that
//! contradict each other are refused, since the type of training decides who trains.

mod bundle;
mod codes;
mod json;
mod parts;
mod problem;
mod report;
mod story;
mod time;
mod walk;

pub use codes::{
    ActivityStatus, ClinicalStatus, CourseKind, DeliveryType, EncounterClass, EncounterStatus, EndReason,
    FunctionalCondition, InterventionKind, Level, OnHoldReason, RequestStatus, VerificationStatus,
};
pub use problem::{Problem, Shape};
pub use report::{
    CarePlan, Citizen, Condition, CourseProgress, Encounter, Intervention, LocalIntervention, Organisation,
    OrganisationCode, PartId, Period, ReferralOccasion, Report, ReportedDiagnosis,
};
pub use story::{Happening, Story};
pub use time::ReportedTime;

use jiff::civil::Date;

use crate::Finding;
use walk::Findings;

/// Reads one delivery report, received on a day: all of it or nothing.
///
/// Whether what it tells can have happened in its case, the record decides; a refusal there becomes a finding by
/// [`Happening::refused`].
///
/// # Errors
/// Everything that is wrong with it, each with the way to the element. A file that is no JSON has one finding with its line.
pub fn read_delivery_report(bytes: &[u8], received_on: Date) -> Result<Report, Vec<Finding>> {
    let document = json::parse(bytes).map_err(|fault| vec![fault])?;
    let mut findings = Findings { found: Vec::new(), received_on };
    match findings.report(&document) {
        Some(report) if findings.found.is_empty() => Ok(report),
        Some(_) | None => Err(findings.found),
    }
}
