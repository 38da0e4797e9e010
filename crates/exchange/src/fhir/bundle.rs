//! The report as a whole: its parts, and what each of them refers to.

use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::Value;

use super::problem::Problem;
use super::report::{PartId, Report};
use super::walk::{Findings, Object};

const REPORT_PROFILE: &str = "http://fhir.kl.dk/rehab/StructureDefinition/klgateway-140-delivery-report";

/// The kinds of part that a report is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Citizen,
    Organisation,
    Occasion,
    Diagnosis,
    Condition,
    CarePlan,
    Intervention,
    Encounter,
}

/// A part, and what it is.
pub(super) struct Part<'a> {
    pub(super) kind: Kind,
    pub(super) id: PartId,
    pub(super) resource: Object<'a>,
}

/// What a reference can mean: by `Type/id` and by the part's full address.
#[derive(Default)]
pub(super) struct Index(HashMap<String, (Kind, PartId)>);

impl Index {
    /// The part that a reference means, where it is one of the kinds expected.
    pub(super) fn find(&self, reference: &str, kinds: &[Kind]) -> Option<PartId> {
        let relative = reference.rsplitn(3, '/').take(2).collect::<Vec<_>>();
        let by_type = || self.0.get(&relative.iter().rev().copied().collect::<Vec<_>>().join("/"));
        let (kind, id) = self.0.get(reference).or_else(by_type)?;
        kinds.contains(kind).then(|| id.clone())
    }
}

impl Findings {
    /// The whole report, where all of it is as it should be.
    pub(super) fn report(&mut self, document: &Value) -> Option<Report> {
        let bundle = self.object(document, "Bundle")?;
        self.fixed(&bundle, "resourceType", "Bundle");
        self.only(&bundle, &["resourceType", "id", "meta", "language", "type", "timestamp", "entry"]);
        self.fixed(&bundle, "type", "collection");
        self.report_profile(&bundle);
        let made_at = self.made_at(&bundle);
        self.required(&bundle, "entry");
        let (parts, index) = self.parts(&bundle);
        let citizens = parts.iter().filter(|part| part.kind == Kind::Citizen).count();
        if citizens != 1 {
            self.add(Problem::NotOneCitizen { found: citizens }, bundle.path_of("entry"));
        }
        let id = bundle.peek("id").map(str::to_owned);
        self.contents(&parts, &index, made_at?, id)
    }

    fn contents(
        &mut self,
        parts: &[Part<'_>],
        index: &Index,
        made_at: Timestamp,
        id: Option<String>,
    ) -> Option<Report> {
        let mut citizen = None;
        let (mut organisations, mut occasions, mut diagnoses) = (Vec::new(), Vec::new(), Vec::new());
        let (mut conditions, mut care_plans) = (Vec::new(), Vec::new());
        let (mut interventions, mut encounters) = (Vec::new(), Vec::new());
        for part in parts {
            match part.kind {
                Kind::Citizen => citizen = citizen.or(self.citizen(part)),
                Kind::Organisation => organisations.extend(self.organisation(part)),
                Kind::Occasion => occasions.extend(self.occasion(part, index)),
                Kind::Diagnosis => diagnoses.extend(self.diagnosis(part, index)),
                Kind::Condition => conditions.extend(self.condition(part, index)),
                Kind::CarePlan => care_plans.extend(self.care_plan(part, index)),
                Kind::Intervention => interventions.extend(self.intervention(part, index)),
                Kind::Encounter => encounters.extend(self.encounter(part, index)),
            }
        }
        let citizen = citizen?;
        Some(Report {
            id,
            made_at,
            citizen,
            organisations,
            occasions,
            diagnoses,
            conditions,
            care_plans,
            interventions,
            encounters,
        })
    }

    fn report_profile(&mut self, bundle: &Object<'_>) {
        let Some(meta) = self.required_inner(bundle, "meta") else { return };
        match profiles(&meta).as_slice() {
            [REPORT_PROFILE] => {}
            found => {
                let found = found.join(", ");
                self.add(Problem::WrongValue { expected: REPORT_PROFILE, found }, meta.path_of("profile"));
            }
        }
    }

    fn made_at(&mut self, bundle: &Object<'_>) -> Option<Timestamp> {
        let found = self.required_text(bundle, "timestamp")?;
        let made_at: Option<Timestamp> = found.parse().ok();
        match made_at {
            Some(made_at) => self.not_ahead(case::denmark::day(made_at), bundle.path_of("timestamp")),
            None => self.add(Problem::ImpossibleTime { found: found.to_owned() }, bundle.path_of("timestamp")),
        }
        made_at
    }

    fn parts<'a>(&mut self, bundle: &Object<'a>) -> (Vec<Part<'a>>, Index) {
        let (mut parts, mut index) = (Vec::new(), Index::default());
        for entry in self.list(bundle, "entry") {
            self.only(&entry, &["fullUrl", "resource"]);
            let Some(resource) = self.required_inner(&entry, "resource") else { continue };
            let Some(kind) = self.kind(&resource) else { continue };
            let full_url = entry.peek("fullUrl");
            let Some(id) = self.id(&resource, full_url) else { continue };
            let resource_type = resource.peek("resourceType").unwrap_or_default();
            let known = index.0.insert(format!("{resource_type}/{id}"), (kind, id.clone()));
            if known.is_some() {
                self.add(Problem::SameIdTwice { id: id.to_string() }, resource.path_of("id"));
            }
            index.0.extend(full_url.map(|url| (url.to_owned(), (kind, id.clone()))));
            parts.push(Part { kind, id, resource });
        }
        (parts, index)
    }

    /// A resource without an identifier of its own is known by its address in the report.
    fn id(&mut self, resource: &Object<'_>, full_url: Option<&str>) -> Option<PartId> {
        let id = if resource.has("id") { self.text(resource, "id") } else { full_url };
        if id.is_none() && !resource.has("id") {
            self.add(Problem::Missing, resource.path_of("id"));
        }
        id.map(|id| PartId(id.to_owned()))
    }

    /// What a resource is: by its type, and by the profile that it claims where two kinds share a type. Where it claims none,
    /// by what only one of the two has.
    fn kind(&mut self, resource: &Object<'_>) -> Option<Kind> {
        let meta = resource.get("meta").and_then(Value::as_object);
        let profile = meta.and_then(|meta| meta.get("profile")?.get(0)?.as_str());
        let claims = |name: &str| profile.is_some_and(|profile| profile.ends_with(name));
        let found = self.required_text(resource, "resourceType")?;
        match found {
            "Patient" => Some(Kind::Citizen),
            "Organization" => Some(Kind::Organisation),
            "ServiceRequest" => Some(Kind::Occasion),
            "Encounter" => Some(Kind::Encounter),
            "Condition" if claims("klgateway-140-focus-condition") => Some(Kind::Diagnosis),
            "Condition" if claims("klgateway-140-condition") || resource.has("recordedDate") => Some(Kind::Condition),
            "Condition" => Some(Kind::Diagnosis),
            "CarePlan" if claims("klgateway-140-planned-intervention") => Some(Kind::Intervention),
            "CarePlan" if claims("klgateway-140-care-plan") || resource.has("category") => Some(Kind::CarePlan),
            "CarePlan" => Some(Kind::Intervention),
            other => {
                let list = "Patient | Organization | ServiceRequest | Condition | CarePlan | Encounter";
                self.add(Problem::UnknownCode { list, found: other.to_owned() }, resource.path_of("resourceType"));
                None
            }
        }
    }

    /// The part that an element refers to, where the element is there.
    pub(super) fn reference(
        &mut self,
        parent: &Object<'_>,
        name: &str,
        index: &Index,
        kinds: &[Kind],
    ) -> Option<PartId> {
        let object = self.inner(parent, name)?;
        self.referred(&object, index, kinds)
    }

    pub(super) fn required_reference(
        &mut self,
        parent: &Object<'_>,
        name: &str,
        index: &Index,
        kinds: &[Kind],
    ) -> Option<PartId> {
        self.required(parent, name)?;
        self.reference(parent, name, index, kinds)
    }

    /// The part that a reference object means.
    pub(super) fn referred(&mut self, object: &Object<'_>, index: &Index, kinds: &[Kind]) -> Option<PartId> {
        self.only(object, &["reference", "type", "display"]);
        let reference = self.required_text(object, "reference")?;
        let part = index.find(reference, kinds);
        if part.is_none() {
            self.add(Problem::Unresolved { reference: reference.to_owned() }, object.path_of("reference"));
        }
        part
    }
}

fn profiles<'a>(meta: &Object<'a>) -> Vec<&'a str> {
    let list = meta.get("profile").and_then(Value::as_array);
    list.map_or_else(Vec::new, |list| list.iter().filter_map(Value::as_str).collect())
}
