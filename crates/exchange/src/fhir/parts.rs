//! Each part of a report to its type.

use case::citizen_number::Cpr;
use jiff::ToSpan;

use super::bundle::{Index, Kind, Part};
use super::codes::{
    ACT_CLASSES, ACT_CODES, ACTIVITY_STATUS, ActivityStatus, CARE_SOCIAL, CARE_SOCIAL_CLASSES, CATEGORIES,
    CLINICAL_STATUS, CLINICAL_STATUS_SYSTEM, CONDITION_CATEGORIES, CONDITION_CATEGORY_SYSTEM, CONDITIONS, COURSE_KINDS,
    CPR, Category, ClinicalStatus, CourseRule, DELIVERY_TYPES, DeliveryType, ENCOUNTER_STATUS, END_REASONS,
    EncounterClass, FSIII, INTERVENTION_KINDS, InterventionKind, KOMBIT_ORGANISATION, LOCAL_INTERVENTIONS, Level,
    ON_HOLD_REASONS, REQUEST_STATUS, SERVICES, SKS_DIAGNOSES, SOR, VERIFICATION_STATUS, VERIFICATION_STATUS_SYSTEM,
    VerificationStatus,
};
use super::problem::Problem;
use super::report::{
    CarePlan, Citizen, Condition, CourseProgress, Encounter, Intervention, LocalIntervention, Organisation,
    OrganisationCode, PartId, Period, ReferralOccasion, ReportedDiagnosis,
};
use super::walk::{Findings, Object};
use case::plan::PlanType;

const DISCHARGE_DATE: &str = "http://fhir.kl.dk/rehab/StructureDefinition/PreconditionDate";
const STATUS_REASON: &str = "http://hl7.org/fhir/StructureDefinition/request-statusReason";
const DELIVERY_TYPE: &str = "http://fhir.kl.dk/rehab/StructureDefinition/DeliveryType";
const BASED_ON_OCCASION: &str = "http://fhir.kl.dk/rehab/StructureDefinition/BasedOnServiceRequestExtension";
const BASED_ON_CARE_PLAN: &str = "http://fhir.kl.dk/rehab/StructureDefinition/BasedOnCarePlanExtension";

impl Findings {
    pub(super) fn citizen(&mut self, part: &Part<'_>) -> Option<Citizen> {
        let resource = &part.resource;
        self.only_on_resource(resource, &["identifier", "active", "deceasedBoolean", "managingOrganization"]);
        let cpr = self.only_item(resource, "identifier").and_then(|identifier| self.cpr(&identifier));
        self.required(resource, "deceasedBoolean");
        let is_dead = self.boolean(resource, "deceasedBoolean");
        let has_active_record = self.boolean(resource, "active");
        let keeper = self.required_inner(resource, "managingOrganization").and_then(|keeper| {
            self.only(&keeper, &["identifier"]);
            self.required_inner(&keeper, "identifier")
        });
        let record_keeper = keeper.and_then(|identifier| {
            self.only(&identifier, &["use", "system", "value"]);
            self.fixed(&identifier, "system", SOR);
            self.sor(&identifier)
        });
        Some(Citizen {
            id: part.id.clone(),
            cpr: cpr?,
            is_dead: is_dead?,
            has_active_record,
            record_keeper: record_keeper?,
        })
    }

    fn cpr(&mut self, identifier: &Object<'_>) -> Option<Cpr> {
        self.only(identifier, &["use", "system", "value"]);
        self.fixed(identifier, "use", "official");
        self.fixed(identifier, "system", CPR);
        match Cpr::parse(self.required_text(identifier, "value")?) {
            Ok(cpr) => Some(cpr),
            Err(fault) => {
                self.add(Problem::ImpossibleNumber { fault }, identifier.path_of("value"));
                None
            }
        }
    }

    fn sor(&mut self, identifier: &Object<'_>) -> Option<String> {
        let code = self.required_text(identifier, "value")?;
        if code.len() >= 11 && code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(code.to_owned());
        }
        self.add(Problem::ImpossibleOrganisation, identifier.path_of("value"));
        None
    }

    pub(super) fn organisation(&mut self, part: &Part<'_>) -> Option<Organisation> {
        self.only_on_resource(&part.resource, &["identifier", "active"]);
        self.boolean(&part.resource, "active");
        let identifier = self.only_item(&part.resource, "identifier")?;
        self.only(&identifier, &["use", "system", "value"]);
        let code = match self.required_text(&identifier, "system")? {
            SOR => self.sor(&identifier).map(OrganisationCode::Sor),
            KOMBIT_ORGANISATION => {
                self.required_text(&identifier, "value").map(|code| OrganisationCode::Kombit(code.to_owned()))
            }
            other => {
                self.add(Problem::WrongValue { expected: SOR, found: other.to_owned() }, identifier.path_of("system"));
                None
            }
        };
        Some(Organisation { id: part.id.clone(), code: code? })
    }

    pub(super) fn occasion(&mut self, part: &Part<'_>, index: &Index) -> Option<ReferralOccasion> {
        let resource = &part.resource;
        let own = ["extension", "replaces", "status", "intent", "category", "code", "subject", "occurrencePeriod"];
        self.only_on_resource(resource, &[&own[..], &["authoredOn", "requester", "reasonReference"]].concat());
        self.fixed(resource, "intent", "plan");
        self.subject(resource, index);
        if let Some(code) = self.required_inner(resource, "code") {
            self.concept(&code, CARE_SOCIAL, &SERVICES);
        }
        let status = self.bare_code(resource, "status", &REQUEST_STATUS);
        let categories = self.categories(resource);
        let discharged_on = self.discharged_on(resource);
        let received = self.required_time(resource, "authoredOn");
        if let Some(received) = received {
            self.not_ahead(received.day(), resource.path_of("authoredOn"));
        }
        let requester = self.required_reference(resource, "requester", index, &[Kind::Organisation]);
        let replaces =
            self.at_most_one(resource, "replaces").and_then(|at| self.referred(&at, index, &[Kind::Occasion]));
        let reasons = self.list(resource, "reasonReference");
        let diagnoses = reasons.iter().filter_map(|reason| self.referred(reason, index, &[Kind::Diagnosis])).collect();
        let reason =
            self.extension(resource, STATUS_REASON).and_then(|at| self.required_inner(&at, "valueCodeableConcept"));
        let on_hold_reason = reason.and_then(|reason| self.concept(&reason, CARE_SOCIAL, &ON_HOLD_REASONS));
        let first_contact_offered = self.inner(resource, "occurrencePeriod").and_then(|period| {
            self.only(&period, &["start"]);
            self.time(&period, "start")
        });
        let (plan_type, level) = categories?;
        Some(ReferralOccasion {
            id: part.id.clone(),
            status: status?,
            on_hold_reason,
            replaces,
            plan_type,
            level,
            discharged_on: discharged_on?,
            received: received?,
            first_contact_offered,
            requester: requester?,
            diagnoses,
        })
    }

    /// The hospital's type, and the municipality's level.
    fn categories(&mut self, resource: &Object<'_>) -> Option<(PlanType, Option<Level>)> {
        self.required(resource, "category");
        let path = resource.path_of("category");
        let categories = self.list(resource, "category");
        if categories.len() > 2 {
            self.add(Problem::TooMany { most: 2 }, path.clone());
        }
        let (mut types, mut levels) = (Vec::new(), Vec::new());
        for category in categories.iter().filter_map(|category| self.concept(category, CARE_SOCIAL, &CATEGORIES)) {
            match category {
                Category::Type(plan_type) => types.push(plan_type),
                Category::Level(level) => levels.push(level),
            }
        }
        match (types.as_slice(), levels.as_slice()) {
            ([PlanType::GeneralTraining], [level]) => Some((PlanType::GeneralTraining, Some(*level))),
            ([plan_type], []) => Some((*plan_type, None)),
            ([], _) => {
                self.add(Problem::NoPlanType, path);
                None
            }
            _ => {
                self.add(Problem::CategoriesContradict, path);
                None
            }
        }
    }

    fn discharged_on(&mut self, resource: &Object<'_>) -> Option<jiff::civil::Date> {
        let Some(extension) = self.extension(resource, DISCHARGE_DATE) else {
            self.add(Problem::Missing, resource.path_of("extension[dischargeDate]"));
            return None;
        };
        self.required(&extension, "valueDate")?;
        let day = self.day(&extension, "valueDate")?;
        if day > self.received_on.saturating_add(1.year()) {
            self.add(Problem::FarAhead { day }, extension.path_of("valueDate"));
        }
        Some(day)
    }

    fn subject(&mut self, resource: &Object<'_>, index: &Index) {
        self.required_reference(resource, "subject", index, &[Kind::Citizen]);
    }

    pub(super) fn diagnosis(&mut self, part: &Part<'_>, index: &Index) -> Option<ReportedDiagnosis> {
        let resource = &part.resource;
        self.only_on_resource(resource, &["extension", "clinicalStatus", "verificationStatus", "code", "subject"]);
        self.subject(resource, index);
        self.required(resource, "clinicalStatus");
        let clinical_status = self.clinical_status(resource);
        let verification = self.verification(resource);
        let concept = self.required_inner(resource, "code")?;
        self.only(&concept, &["coding", "text"]);
        let coding = self.at_most_one(&concept, "coding");
        let (code, display) = match &coding {
            Some(coding) => {
                self.only(coding, &["system", "code", "display"]);
                self.fixed(coding, "system", SKS_DIAGNOSES);
                (self.required_text(coding, "code"), self.text(coding, "display"))
            }
            None => (None, None),
        };
        let text = self.text(&concept, "text");
        if coding.is_none() && text.is_none() {
            self.add(Problem::Missing, concept.path_of("text"));
        }
        Some(ReportedDiagnosis {
            id: part.id.clone(),
            code: code.map(str::to_owned),
            text: text.or(display).map(str::to_owned),
            clinical_status: clinical_status?,
            verification,
        })
    }

    fn clinical_status(&mut self, resource: &Object<'_>) -> Option<ClinicalStatus> {
        let concept = self.inner(resource, "clinicalStatus")?;
        self.concept(&concept, CLINICAL_STATUS_SYSTEM, &CLINICAL_STATUS)
    }

    fn verification(&mut self, resource: &Object<'_>) -> VerificationStatus {
        let concept = self.inner(resource, "verificationStatus");
        let status =
            concept.and_then(|concept| self.concept(&concept, VERIFICATION_STATUS_SYSTEM, &VERIFICATION_STATUS));
        status.unwrap_or(VerificationStatus::Confirmed)
    }

    pub(super) fn condition(&mut self, part: &Part<'_>, index: &Index) -> Option<Condition> {
        let resource = &part.resource;
        let own = ["extension", "clinicalStatus", "verificationStatus", "category", "code", "subject", "recordedDate"];
        self.only_on_resource(resource, &own);
        self.subject(resource, index);
        let clinical_status = self.clinical_status(resource);
        let verification = self.verification(resource);
        let focus = self.at_most_one(resource, "category");
        if let Some(focus) = &focus {
            self.concept(focus, CONDITION_CATEGORY_SYSTEM, &CONDITION_CATEGORIES);
        }
        let code = self.required_inner(resource, "code").and_then(|code| self.concept(&code, FSIII, &CONDITIONS));
        let recorded = self.required_time(resource, "recordedDate");
        Some(Condition {
            id: part.id.clone(),
            condition: code?,
            clinical_status,
            verification,
            is_in_focus: focus.is_some(),
            recorded: recorded?,
        })
    }

    pub(super) fn care_plan(&mut self, part: &Part<'_>, index: &Index) -> Option<CarePlan> {
        let resource = &part.resource;
        let own = ["extension", "status", "intent", "category", "subject", "period", "activity"];
        self.only_on_resource(resource, &own);
        self.fixed(resource, "intent", "plan");
        self.subject(resource, index);
        let status = self.bare_code(resource, "status", &REQUEST_STATUS);
        let category = self.only_item(resource, "category");
        let kind = category.and_then(|category| self.concept(&category, CARE_SOCIAL, &COURSE_KINDS));
        let occasion = self.based_on_occasion(resource, index);
        let period = self.period(resource);
        let detail = self.detail(resource)?;
        self.only(&detail, &["status", "statusReason", "performer"]);
        let progress = self.progress(&detail);
        self.required(&detail, "performer");
        let performer = self.performer(&detail, index);
        Some(CarePlan {
            id: part.id.clone(),
            status: status?,
            kind: kind?,
            occasion,
            period: period?,
            progress: progress?,
            performer: performer?,
        })
    }

    /// A reason stands there if, and only if, the course was cancelled or stopped.
    fn progress(&mut self, detail: &Object<'_>) -> Option<CourseProgress> {
        let status = self.bare_code(detail, "status", &ACTIVITY_STATUS);
        let stated = self.inner(detail, "statusReason");
        let reason = stated.as_ref().and_then(|reason| self.concept(reason, CARE_SOCIAL, &END_REASONS));
        let path = detail.path_of("statusReason");
        match (status?, stated.is_some()) {
            (ActivityStatus::Cancelled, true) => reason.map(CourseProgress::Cancelled),
            (ActivityStatus::Stopped, true) => reason.map(CourseProgress::Stopped),
            (ActivityStatus::Cancelled | ActivityStatus::Stopped, false) => {
                self.add(Problem::EndReasonMissing, path);
                None
            }
            (_, true) => {
                self.add(Problem::EndReasonTooEarly, path);
                None
            }
            (status, false) => Some(CourseProgress::At(status)),
        }
    }

    pub(super) fn intervention(&mut self, part: &Part<'_>, index: &Index) -> Option<Intervention> {
        let resource = &part.resource;
        let own = ["extension", "basedOn", "status", "intent", "subject", "period", "activity"];
        self.only_on_resource(resource, &own);
        self.fixed(resource, "intent", "plan");
        self.subject(resource, index);
        let status = self.bare_code(resource, "status", &REQUEST_STATUS);
        let occasion = self.based_on_occasion(resource, index);
        let care_plan =
            self.at_most_one(resource, "basedOn").and_then(|at| self.referred(&at, index, &[Kind::CarePlan]));
        let period = self.period(resource);
        let detail = self.detail(resource)?;
        self.only(&detail, &["extension", "status", "code", "reasonReference", "performer"]);
        let delivery = self.delivery(&detail);
        let activity = self.bare_code(&detail, "status", &ACTIVITY_STATUS);
        let (kind, local) = self.intervention_code(&detail)?;
        self.course_rule(resource, kind);
        let reasons = self.list(&detail, "reasonReference");
        let conditions = reasons.iter().filter_map(|reason| self.referred(reason, index, &[Kind::Condition])).collect();
        let performer = self.performer(&detail, index);
        Some(Intervention {
            id: part.id.clone(),
            status: status?,
            occasion,
            care_plan,
            kind,
            local,
            delivery,
            period: period?,
            activity: activity?,
            conditions,
            performer,
        })
    }

    fn delivery(&mut self, detail: &Object<'_>) -> Vec<DeliveryType> {
        let extensions = self.extensions(detail, DELIVERY_TYPE);
        if extensions.is_empty() {
            self.add(Problem::Missing, detail.path_of("extension[deliveryType]"));
        }
        let mut types = Vec::new();
        for extension in extensions {
            let concept = self.required_inner(&extension, "valueCodeableConcept");
            types.extend(concept.and_then(|concept| self.concept(&concept, CARE_SOCIAL, &DELIVERY_TYPES)));
        }
        types
    }

    /// The code by the national list, and the one by the municipality's own; either may be left out, but not both.
    fn intervention_code(
        &mut self,
        detail: &Object<'_>,
    ) -> Option<(Option<InterventionKind>, Option<LocalIntervention>)> {
        let code = self.required_inner(detail, "code")?;
        self.only(&code, &["coding"]);
        self.required(&code, "coding")?;
        let codings = self.list(&code, "coding");
        if codings.len() > 2 {
            self.add(Problem::TooMany { most: 2 }, code.path_of("coding"));
        }
        let (mut kind, mut local) = (None, None);
        for coding in &codings {
            if coding.peek("system") == Some(LOCAL_INTERVENTIONS) {
                self.only(coding, &["system", "code", "display"]);
                let (code, name) = (self.required_text(coding, "code"), self.required_text(coding, "display"));
                local = code
                    .zip(name)
                    .map(|(code, name)| LocalIntervention { code: code.to_owned(), name: name.to_owned() });
            } else {
                kind = self.coding(coding, FSIII, &INTERVENTION_KINDS);
            }
        }
        (kind.is_some() || local.is_some()).then_some((kind, local))
    }

    fn course_rule(&mut self, resource: &Object<'_>, kind: Option<InterventionKind>) {
        match (kind.map(InterventionKind::course_rule), resource.has("basedOn")) {
            (Some(CourseRule::Required), false) => self.add(Problem::CourseMissing, resource.path_of("basedOn")),
            (Some(CourseRule::Forbidden), true) => self.add(Problem::CourseForbidden, resource.path_of("basedOn")),
            (Some(CourseRule::Required), true)
            | (Some(CourseRule::Forbidden), false)
            | (Some(CourseRule::Optional) | None, _) => {}
        }
    }

    fn based_on_occasion(&mut self, resource: &Object<'_>, index: &Index) -> Option<PartId> {
        let extension = self.extension(resource, BASED_ON_OCCASION)?;
        self.required_reference(&extension, "valueReference", index, &[Kind::Occasion])
    }

    fn detail<'a>(&mut self, resource: &Object<'a>) -> Option<Object<'a>> {
        let activity = self.only_item(resource, "activity")?;
        self.only(&activity, &["detail"]);
        self.required_inner(&activity, "detail")
    }

    fn performer(&mut self, detail: &Object<'_>, index: &Index) -> Option<PartId> {
        let performer = self.at_most_one(detail, "performer")?;
        self.referred(&performer, index, &[Kind::Organisation])
    }

    fn period(&mut self, resource: &Object<'_>) -> Option<Period> {
        let period = self.required_inner(resource, "period")?;
        self.only(&period, &["start", "end"]);
        let (start, end) = (self.required_time(&period, "start"), self.time(&period, "end"));
        if start.zip(end).is_some_and(|(start, end)| end.is_before(start)) {
            self.add(Problem::EndsBeforeStart, period.path_of("end"));
        }
        Some(Period { start: start?, end })
    }

    pub(super) fn encounter(&mut self, part: &Part<'_>, index: &Index) -> Option<Encounter> {
        let resource = &part.resource;
        self.only_on_resource(resource, &["extension", "status", "class", "subject", "period"]);
        self.subject(resource, index);
        let status = self.bare_code(resource, "status", &ENCOUNTER_STATUS);
        let class = self.required_inner(resource, "class").and_then(|class| self.class(&class));
        let extension = self.extension(resource, BASED_ON_CARE_PLAN);
        let kinds = [Kind::CarePlan, Kind::Intervention];
        let care_plan = extension.and_then(|at| self.required_reference(&at, "valueReference", index, &kinds));
        let period = self.period(resource)?;
        if period.end.is_none() && resource.get("period").is_some_and(|period| period.get("end").is_none()) {
            self.add(Problem::Missing, resource.path_of("period.end"));
        }
        Some(Encounter {
            id: part.id.clone(),
            status: status?,
            class: class?,
            care_plan,
            start: period.start,
            end: period.end?,
        })
    }

    fn class(&mut self, class: &Object<'_>) -> Option<EncounterClass> {
        if class.peek("system") == Some(CARE_SOCIAL) {
            self.coding(class, CARE_SOCIAL, &CARE_SOCIAL_CLASSES)
        } else {
            self.coding(class, ACT_CODES, &ACT_CLASSES)
        }
    }
}
