//! The tree to a plan: each part of the letter to its type.

use case::citizen_number::StatedNumber;
use case::municipality::MunicipalityCode;
use case::plan::{
    Address, AmbulatoryControl, Citizen, CodeSystem, Coded, Consent, Contact, DeadlineText, Descriptions, Diagnosis,
    DiagnosisRank, ExpectedEnd, GeneralPractitioner, HospitalContact, IcfFinding, JournalExcerpt, MessageIdentity,
    PersonName, Phone, PhoneKind, Plan, PlanType, Receiver, Relation, Relative, Sender, Signer, StatedTime,
};

use super::problem::{Part, Problem};
use super::walk::{At, Findings};
use super::{Identifiers, VERSION};

/// The parts of the letter that are read, or that are known and left to the original.
const KNOWN_PARTS: [&str; 31] = [
    "Letter",
    "Sender",
    "Receiver",
    "GPCCReceiver",
    "CCReceiver",
    "Patient",
    "Relatives",
    "TypeOfRehabilitationPlan",
    "InformationForPatientAndRelatives",
    "ConsentInformed",
    "PracticalInformation",
    "PatientSafetyAspects",
    "RehabilitationDeadline",
    "CurrentHospitalContact",
    "HospitalAmbulatoryControl",
    "PatientHealthSummary",
    "AbilityAtDischargeSummary",
    "AbilityAtDischargeExtended",
    "RehabilitationNeedAndPotential",
    "ICD10Diagnoses",
    "ICFClassifications",
    "JournalExcerpt",
    "ContactCounty",
    "ContactMunicipality",
    "HealthCareTeam",
    "FinalResult",
    "Reference",
    "EpisodeOfCareIdentifier",
    "Identifier",
    "Comment",
    "StatisticalCode",
];

impl Findings {
    /// The plan, unless a part is missing or wrong that nothing can be done without; the findings then say which.
    pub(super) fn plan(&mut self, root: &At<'_>) -> Option<Plan> {
        let envelope = self.one(root, "Envelope");
        let letter_body = self.required(root, "RehabilitationPlan", Part::RehabilitationPlan)?;
        let letter = self.one(&letter_body, "Letter");
        let sender = self.one(&letter_body, "Sender");
        let message = self.message(root, &letter_body);
        self.version(&letter_body, letter.as_ref());
        let plan_type = self.plan_type(&letter_body);
        let patient = self.required(&letter_body, "Patient", Part::Patient);
        self.unknown_parts(&letter_body);
        let (message, plan_type, patient) = (message?, plan_type?, patient?);
        let citizen = self.citizen(&patient, &letter_body);
        Some(Plan {
            message,
            episode_of_care: letter.as_ref().and_then(|letter| self.line(letter, "EpisodeOfCareIdentifier")),
            sent: envelope.and_then(|envelope| self.time_in(&envelope, "Sent")),
            authorised: letter.and_then(|letter| self.time_in(&letter, "Authorisation")),
            sender: self.sender(sender.as_ref()),
            receiver: self.receiver(&letter_body),
            general_practitioner: self.general_practitioner(&letter_body),
            citizen,
            plan_type,
            contact: self.hospital_contact(&letter_body),
            deadline: self.prose(&letter_body, "RehabilitationDeadline").as_deref().and_then(DeadlineText::new),
            ambulatory_control: self.ambulatory_control(&letter_body),
            diagnoses: self.diagnoses(&letter_body),
            icf: self.icf(&letter_body),
            descriptions: self.descriptions(&letter_body),
            consent: self.consent(&letter_body),
            journal_excerpts: letter_body.all("JournalExcerpt").map(|excerpt| self.excerpt(&excerpt)).collect(),
            region_contact: self.contact(&letter_body, "ContactCounty"),
            municipality_contact: self.contact(&letter_body, "ContactMunicipality"),
        })
    }

    fn required<'a>(&mut self, parent: &At<'a>, name: &str, part: Part) -> Option<At<'a>> {
        let found = self.one(parent, name);
        if found.is_none() {
            self.add(Problem::PartMissing { part }, parent.place_of(name));
        }
        found
    }

    fn message(&mut self, root: &At<'_>, letter_body: &At<'_>) -> Option<MessageIdentity> {
        let known = Identifiers::of(root);
        for (value, path, part) in [
            (&known.envelope, "Envelope/Identifier", Part::EnvelopeIdentifier),
            (&known.letter, "RehabilitationPlan/Letter/Identifier", Part::LetterIdentifier),
            (&known.sender, "RehabilitationPlan/Sender/EANIdentifier", Part::SenderLocation),
        ] {
            if value.is_none() {
                self.add(Problem::PartMissing { part }, root.place_of(path));
            }
        }
        for (name, inner) in [("Envelope", root), ("Letter", letter_body)] {
            // Two identifiers in one place make it two messages.
            if let Some(holder) = inner.all(name).next() {
                self.one(&holder, "Identifier");
            }
        }
        Some(MessageIdentity { sender: known.sender?, envelope: known.envelope?, letter: known.letter? })
    }

    fn version(&mut self, letter_body: &At<'_>, letter: Option<&At<'_>>) {
        let found = letter.and_then(|letter| self.line(letter, "VersionCode"));
        if found.as_deref() != Some(VERSION) {
            self.add(Problem::WrongVersion { found }, letter_body.place_of("Letter/VersionCode"));
        }
    }

    fn plan_type(&mut self, letter_body: &At<'_>) -> Option<PlanType> {
        let Some(at) = self.one(letter_body, "TypeOfRehabilitationPlan") else {
            self.add(Problem::PlanTypeMissing, letter_body.place_of("TypeOfRehabilitationPlan"));
            return None;
        };
        match at.one_line().as_deref() {
            Some("almen") => Some(PlanType::GeneralTraining),
            Some("specialiseret") => Some(PlanType::SpecialisedTraining),
            Some("rehabilitering") => Some(PlanType::SpecialisedRehabilitation),
            Some(other) => {
                self.add(Problem::UnknownPlanType { found: other.to_owned() }, at.place());
                None
            }
            None => {
                self.add(Problem::PlanTypeMissing, at.place());
                None
            }
        }
    }

    fn unknown_parts(&mut self, letter_body: &At<'_>) {
        for element in letter_body.element.elements().filter(|element| !KNOWN_PARTS.contains(&element.local.as_str())) {
            let place = crate::Place { line: Some(element.line), ..letter_body.place_of(&element.local) };
            self.add(Problem::UnknownPart { name: element.local.clone() }, place);
        }
    }

    fn time_in(&mut self, parent: &At<'_>, name: &str) -> Option<StatedTime> {
        let at = self.one(parent, name)?;
        self.stated_time(&at)
    }

    fn coded(&mut self, parent: &At<'_>, code: &str, system: &str) -> Option<Coded> {
        let code = self.line(parent, code)?;
        let system = match self.line(parent, system).as_deref() {
            Some("ICD10kode") => CodeSystem::Icd10,
            Some("SKSdiagnosekode") => CodeSystem::Sks,
            Some("ICFKode" | "ICFkode") => CodeSystem::Icf,
            Some("sorkode") => CodeSystem::Sor,
            Some("sygehusafdelingsnummer") => CodeSystem::HospitalDepartment,
            Some("ydernummer") => CodeSystem::GeneralPractice,
            Some(other) => CodeSystem::Other(other.to_owned()),
            None => CodeSystem::NotStated,
        };
        Some(Coded { code, system, text: self.line(parent, "Text") })
    }

    fn sender(&mut self, at: Option<&At<'_>>) -> Sender {
        Sender {
            code: at.and_then(|at| self.coded(at, "Identifier", "IdentifierCode")),
            organisation: at.and_then(|at| self.line(at, "OrganisationName")),
            department: at.and_then(|at| self.line(at, "DepartmentName")),
            unit: at.and_then(|at| self.line(at, "UnitName")),
            phone: at.and_then(|at| self.line(at, "TelephoneSubscriberIdentifier")),
            signer: at.and_then(|at| self.one(at, "SignedBy")).map(|at| self.signer(&at)),
        }
    }

    fn signer(&mut self, at: &At<'_>) -> Signer {
        Signer {
            name: self.name(at),
            title: self.line(at, "PersonTitle"),
            department: self.line(at, "DepartmentName"),
            phone: self.line(at, "TelephoneSubscriberIdentifier"),
        }
    }

    fn receiver(&mut self, letter_body: &At<'_>) -> Receiver {
        let at = self.one(letter_body, "Receiver");
        let at = at.as_ref();
        let is_municipality = at.and_then(|at| self.line(at, "IdentifierCode")).as_deref() == Some("kommunenummer");
        let code = at.and_then(|at| self.line(at, "Identifier"));
        Receiver {
            municipality: code.filter(|_| is_municipality).and_then(|code| MunicipalityCode::parse(&code).ok()),
            location: at.and_then(|at| self.line(at, "EANIdentifier")),
            organisation: at.and_then(|at| self.line(at, "OrganisationName")),
            department: at.and_then(|at| self.line(at, "DepartmentName")),
        }
    }

    fn general_practitioner(&mut self, letter_body: &At<'_>) -> GeneralPractitioner {
        let Some(at) = self.one(letter_body, "GPCCReceiver") else { return GeneralPractitioner::NotStated };
        if self.one(&at, "Deselected").is_some() {
            return GeneralPractitioner::Deselected;
        }
        match self.one(&at, "CCReceiver") {
            Some(at) => GeneralPractitioner::Copied {
                organisation: self.line(&at, "OrganisationName"),
                code: self.coded(&at, "Identifier", "IdentifierCode"),
            },
            None => GeneralPractitioner::NotStated,
        }
    }

    fn citizen(&mut self, patient: &At<'_>, letter_body: &At<'_>) -> Citizen {
        let co_address = self.one(patient, "CoAddress").and_then(|at| self.address(&at));
        let relatives = self.one(letter_body, "Relatives");
        Citizen {
            number: self.number(patient),
            name: self.name(patient),
            address: self.address(patient),
            co_address,
            occupation: self.line(patient, "Occupation"),
            phones: self.phones(patient),
            no_phone_reason: self.line(patient, "NoTelephoneReason"),
            email: self.line(patient, "EmailAddressIdentifier"),
            relatives: relatives.map_or_else(Vec::new, |at| at.all("Relative").map(|at| self.relative(&at)).collect()),
        }
    }

    /// The CPR number goes before the number that stands in for one.
    fn number(&mut self, patient: &At<'_>) -> StatedNumber {
        let cpr = self
            .line(patient, "CivilRegistrationNumber")
            .map_or(StatedNumber::NotStated, |text| StatedNumber::read(&text));
        let other = self
            .line(patient, "AlternativeIdentifier")
            .map_or(StatedNumber::NotStated, |text| StatedNumber::read(&text));
        match (cpr, other) {
            (StatedNumber::NotStated, other) => other,
            (cpr, StatedNumber::NotStated) => cpr,
            (cpr, other) => {
                if cpr != other {
                    self.add(Problem::TwoNumbers, patient.place_of("AlternativeIdentifier"));
                }
                cpr
            }
        }
    }

    fn name(&mut self, at: &At<'_>) -> PersonName {
        PersonName { given: self.line(at, "PersonGivenName"), surname: self.line(at, "PersonSurnameName") }
    }

    fn address(&mut self, at: &At<'_>) -> Option<Address> {
        let address = Address {
            street: self.line(at, "StreetName"),
            suburb: self.line(at, "SuburbName"),
            post_code: self.line(at, "PostCodeIdentifier"),
            district: self.line(at, "DistrictName"),
        };
        let is_known =
            [&address.street, &address.suburb, &address.post_code, &address.district].into_iter().any(Option::is_some);
        is_known.then_some(address)
    }

    fn phones(&mut self, at: &At<'_>) -> Vec<Phone> {
        let mut phones = Vec::new();
        for phone in at.all("TelephoneSubscriber") {
            let Some(number) = self.line(&phone, "TelephoneSubscriberIdentifier") else { continue };
            let kind = match self.line(&phone, "TelephoneSubscriberCode").as_deref() {
                Some("mobil") => PhoneKind::Mobile,
                Some("privat") => PhoneKind::Home,
                Some("arbejde") => PhoneKind::Work,
                Some(_) | None => PhoneKind::NotStated,
            };
            phones.push(Phone { number, kind });
        }
        phones
    }

    fn relative(&mut self, at: &At<'_>) -> Relative {
        let relation = match self.line(at, "RelationCode").as_deref() {
            Some("aegtefaelle") => Relation::Spouse,
            Some("mor") => Relation::Mother,
            Some("far") => Relation::Father,
            Some("barn") => Relation::Child,
            Some("uspec_paaroerende") | None => Relation::Unspecified,
            Some(other) => Relation::Other(other.to_owned()),
        };
        Relative { relation, name: self.name(at), address: self.address(at), phones: self.phones(at) }
    }

    fn hospital_contact(&mut self, letter_body: &At<'_>) -> HospitalContact {
        let Some(at) = self.one(letter_body, "CurrentHospitalContact") else {
            return HospitalContact { start: None, end: ExpectedEnd::NotStated };
        };
        let start = self.time_in(&at, "Start");
        let remark = self.prose(&at, "ExpectedEndText");
        let dated = self.one(&at, "ExpectedEnd");
        let end = match (dated.as_ref().and_then(|end| self.stated_time(end)), remark) {
            (Some(when), remark) => ExpectedEnd::Dated { when, remark },
            (None, Some(words)) => ExpectedEnd::InWords(words),
            // A date that cannot be is words, too: a person may see what was meant.
            (None, None) => dated.and_then(|end| end.one_line()).map_or(ExpectedEnd::NotStated, ExpectedEnd::InWords),
        };
        HospitalContact { start, end }
    }

    fn ambulatory_control(&mut self, letter_body: &At<'_>) -> Option<AmbulatoryControl> {
        let at = self.one(letter_body, "HospitalAmbulatoryControl")?;
        let start = self.time_in(&at, "ExpectedStart");
        let start_in_words = self.prose(&at, "ExpectedStartText");
        let location = self.one(&at, "Location");
        let names = ["OrganisationName", "DepartmentName", "UnitName"];
        let place =
            location.map(|at| names.iter().filter_map(|name| self.line(&at, name)).collect::<Vec<_>>().join(", "));
        Some(AmbulatoryControl { start, start_in_words, place: place.filter(|place| !place.is_empty()) })
    }

    fn diagnoses(&mut self, letter_body: &At<'_>) -> Vec<Diagnosis> {
        let mut diagnoses = Vec::new();
        let Some(list) = self.one(letter_body, "ICD10Diagnoses") else { return diagnoses };
        for group in list.all("ICD10Diagnose") {
            for (name, rank) in
                [("PrimaryDiagnosis", DiagnosisRank::Primary), ("SecondaryDiagnosis", DiagnosisRank::Secondary)]
            {
                for at in group.all(name) {
                    match self.coded(&at, "Code", "TypeCode") {
                        Some(condition) => diagnoses.push(Diagnosis::Coded { rank, condition }),
                        None => diagnoses.extend(self.line(&at, "Text").map(Diagnosis::InWords)),
                    }
                }
            }
            diagnoses.extend(self.prose(&group, "Text").map(Diagnosis::InWords));
        }
        diagnoses.extend(self.prose(&list, "Text").map(Diagnosis::InWords));
        diagnoses
    }

    fn icf(&mut self, letter_body: &At<'_>) -> Vec<IcfFinding> {
        let Some(list) = self.one(letter_body, "ICFClassifications") else { return Vec::new() };
        let mut found = Vec::new();
        for at in list.all("ICFClassification") {
            let function = self.one(&at, "ICFCode").and_then(|code| self.coded(&code, "Code", "TypeCode"));
            let qualifier = self.one(&at, "ICFGradient").and_then(|code| self.coded(&code, "Code", "TypeCode"));
            found.extend(function.map(|function| IcfFinding { function, qualifier }));
        }
        found
    }

    fn descriptions(&mut self, letter_body: &At<'_>) -> Descriptions {
        Descriptions {
            health_summary: self.prose(letter_body, "PatientHealthSummary"),
            ability_at_discharge: self.prose(letter_body, "AbilityAtDischargeSummary"),
            ability_at_discharge_extended: self.prose(letter_body, "AbilityAtDischargeExtended"),
            need_and_potential: self.prose(letter_body, "RehabilitationNeedAndPotential"),
            practical_information: self.prose(letter_body, "PracticalInformation"),
            patient_safety: self.prose(letter_body, "PatientSafetyAspects"),
            information_given: self.prose(letter_body, "InformationForPatientAndRelatives"),
        }
    }

    fn consent(&mut self, letter_body: &At<'_>) -> Consent {
        let words = self.line(letter_body, "ConsentInformed");
        match words.as_deref().map(str::to_lowercase).as_deref() {
            Some("ja") => Consent::Given,
            Some("nej") => Consent::Refused,
            Some(_) => words.map_or(Consent::NotStated, Consent::InWords),
            None => Consent::NotStated,
        }
    }

    fn excerpt(&mut self, at: &At<'_>) -> JournalExcerpt {
        let signer = self.one(at, "Signer");
        let signer = signer.as_ref();
        JournalExcerpt {
            kind: self.line(at, "TypeOfExcerpt"),
            signer: signer.and_then(|at| self.one(at, "SignedBy")).map(|at| self.signer(&at)),
            on: signer.and_then(|at| self.one(at, "Date")).and_then(|at| self.date(&at)),
            text: self.prose(at, "Comment"),
        }
    }

    fn contact(&mut self, letter_body: &At<'_>, name: &str) -> Option<Contact> {
        let at = self.one(letter_body, name)?;
        Some(Contact {
            organisation: self.line(&at, "OrganisationName"),
            department: self.line(&at, "DepartmentName"),
            address: self.address(&at),
            phone: self.line(&at, "TelephoneSubscriberIdentifier"),
        })
    }
}
