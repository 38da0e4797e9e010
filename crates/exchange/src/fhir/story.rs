//! From a report to what happened: the events of the cases that it tells of.
//!
//! A report says what another system keeps; what happened is read out of it with care. The day of the first contact offered is the start
//! offered. A meeting face to face or by screen is a training; a call is a contact and no start (the design: a telephone call is no
//! start). What was reported in error never happened.

use case::citizen_number::{CitizenNumber, StatedNumber};
use case::event::{
    ContactWay, CourseEnded, DischargeConfirmed, FirstContactMade, LevelAssessed, StartOffered, TrainingHeld,
    TrainingLevel,
};
use case::plan::{
    Citizen, CodeSystem, Coded, Consent, Descriptions, Diagnosis, DiagnosisRank, ExpectedEnd, GeneralPractitioner,
    HospitalContact, MessageIdentity, PersonName, Plan, Receiver, Sender, StatedTime,
};
use case::{Event, Refusal, municipality::MunicipalityCode};
use jiff::civil::Date;

use super::codes::{
    ActivityStatus, EncounterClass, EncounterStatus, EndReason, Level, RequestStatus, VerificationStatus,
};
use super::problem::Problem;
use super::report::{CarePlan, CourseProgress, Encounter, OrganisationCode, PartId, ReferralOccasion, Report};
use crate::{Finding, Place, Problem as Any};

/// A case that a report tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The plan, as far as the report knows it: type, citizen, hospital and diagnoses.
    pub plan: Plan,
    /// The day the plan was received.
    pub received_on: Date,
    /// What happened then, in the order of the days.
    pub happened: Vec<Happening>,
}

/// Something that happened, the day, and where the report tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// What.
    pub event: Event,
    /// When.
    pub on: Date,
    /// The part that tells it, as the report refers to it: `Encounter/…`.
    pub part: String,
}

impl Happening {
    /// The finding that it can't have happened in its case.
    pub fn refused(&self, refusal: Refusal) -> Finding {
        Any::from(Problem::Refused { refusal }).at(Place { line: None, path: self.part.clone() })
    }
}

impl Report {
    /// The cases that the report tells of, one for each plan; those reported in error are left out.
    ///
    /// `receiver` is the municipality that reports.
    pub fn stories(&self, receiver: MunicipalityCode) -> Vec<Story> {
        self.occasions
            .iter()
            .filter(|occasion| occasion.status != RequestStatus::EnteredInError)
            .map(|occasion| self.story(occasion, receiver))
            .collect()
    }

    fn story(&self, occasion: &ReferralOccasion, receiver: MunicipalityCode) -> Story {
        let received_on = occasion.received.day();
        let mut happened: Vec<Happening> = self.discharge(occasion).into_iter().collect();
        happened.extend(self.offer(occasion));
        happened.extend(self.level(occasion));
        happened.extend(self.meetings(occasion));
        happened.extend(self.end(occasion));
        happened.sort_by_key(|happening| happening.on);
        Story { plan: self.plan(occasion, receiver), received_on, happened }
    }

    fn plan(&self, occasion: &ReferralOccasion, receiver: MunicipalityCode) -> Plan {
        let hospital = self.organisations.iter().find(|organisation| organisation.id == occasion.requester);
        let sender = hospital.map_or_else(String::new, |hospital| match &hospital.code {
            OrganisationCode::Sor(code) | OrganisationCode::Kombit(code) => code.clone(),
        });
        Plan {
            message: MessageIdentity { sender, envelope: "report".into(), letter: occasion.id.as_str().into() },
            episode_of_care: None,
            sent: None,
            authorised: None,
            sender: Sender { code: None, organisation: None, department: None, unit: None, phone: None, signer: None },
            receiver: Receiver { municipality: Some(receiver), location: None, organisation: None, department: None },
            general_practitioner: GeneralPractitioner::NotStated,
            citizen: Citizen {
                number: StatedNumber::Read(CitizenNumber::Cpr(self.citizen.cpr)),
                name: PersonName::default(),
                address: None,
                co_address: None,
                occupation: None,
                phones: Vec::new(),
                no_phone_reason: None,
                email: None,
                relatives: Vec::new(),
            },
            plan_type: occasion.plan_type,
            contact: HospitalContact {
                start: None,
                end: ExpectedEnd::Dated { when: StatedTime { on: occasion.discharged_on, at: None }, remark: None },
            },
            deadline: None,
            ambulatory_control: None,
            diagnoses: self.diagnoses(occasion),
            icf: Vec::new(),
            descriptions: Descriptions::default(),
            consent: Consent::NotStated,
            journal_excerpts: Vec::new(),
            region_contact: None,
            municipality_contact: None,
        }
    }

    fn diagnoses(&self, occasion: &ReferralOccasion) -> Vec<Diagnosis> {
        let named = |id: &PartId| self.diagnoses.iter().find(|diagnosis| diagnosis.id == *id);
        occasion
            .diagnoses
            .iter()
            .filter_map(named)
            .filter(|diagnosis| diagnosis.verification != VerificationStatus::EnteredInError)
            .filter_map(|reported| diagnosis(reported.code.as_deref(), reported.text.as_deref()))
            .collect()
    }

    /// A discharge that lies after the report was made is only expected, as the plan has it already.
    fn discharge(&self, occasion: &ReferralOccasion) -> Option<Happening> {
        let day = occasion.discharged_on;
        (day <= self.made_on())
            .then(|| told_by(occasion, Event::DischargeConfirmed(DischargeConfirmed { on: day }), day))
    }

    /// The first contact offered is the start offered. When the offer was made isn't reported: no later than the day itself, and no
    /// later than the report.
    fn offer(&self, occasion: &ReferralOccasion) -> Option<Happening> {
        let start_on = occasion.first_contact_offered?.day();
        let made = start_on.min(self.made_on()).max(occasion.received.day().min(start_on));
        Some(told_by(occasion, Event::StartOffered(StartOffered { start_on, place: None }), made))
    }

    fn level(&self, occasion: &ReferralOccasion) -> Option<Happening> {
        let level = match occasion.level? {
            Level::Basic => TrainingLevel::Basic,
            Level::Advanced => TrainingLevel::Advanced,
        };
        let assessed = LevelAssessed { level, reason: "Indberettet niveau".into() };
        Some(told_by(occasion, Event::LevelAssessed(assessed), self.made_on().max(occasion.received.day())))
    }

    fn meetings(&self, occasion: &ReferralOccasion) -> Vec<Happening> {
        let mut held: Vec<&Encounter> = self
            .encounters
            .iter()
            .filter(|encounter| encounter.status == EncounterStatus::Finished && self.is_of(encounter, occasion))
            .collect();
        held.sort_by_key(|encounter| encounter.start.day());
        let mut happened = Vec::new();
        for (at, encounter) in held.into_iter().enumerate() {
            let day = encounter.start.day();
            let part = format!("Encounter/{}", encounter.id);
            if at == 0 {
                let by = match encounter.class {
                    EncounterClass::ByTelephone => ContactWay::Telephone,
                    _ => ContactWay::InPerson,
                };
                let event = Event::FirstContactMade(FirstContactMade { by, choice_informed: false });
                happened.push(Happening { event, on: day, part: part.clone() });
            }
            if encounter.class != EncounterClass::ByTelephone {
                let event = Event::TrainingHeld(TrainingHeld { note: String::new() });
                happened.push(Happening { event, on: day, part });
            }
        }
        happened
    }

    /// A meeting belongs to a plan by the course or intervention that it is part of; where none is named, to the report's only plan.
    fn is_of(&self, encounter: &Encounter, occasion: &ReferralOccasion) -> bool {
        let Some(part) = &encounter.care_plan else { return self.occasions.len() == 1 };
        let course = |id: &PartId| self.care_plans.iter().find(|course| course.id == *id);
        let caused = course(part).and_then(|course| course.occasion.as_ref()).or_else(|| {
            let intervention = self.interventions.iter().find(|intervention| intervention.id == *part)?;
            let course = intervention.care_plan.as_ref().and_then(course);
            intervention.occasion.as_ref().or_else(|| course.and_then(|course| course.occasion.as_ref()))
        });
        caused.map_or(self.occasions.len() == 1, |caused| *caused == occasion.id)
    }

    /// A course that ended; the plan's own end says so as well.
    fn end(&self, occasion: &ReferralOccasion) -> Option<Happening> {
        let of_plan = |course: &&CarePlan| course.occasion.as_ref() == Some(&occasion.id);
        let ended = self.care_plans.iter().filter(of_plan).find_map(|course| {
            let reason = match course.progress {
                CourseProgress::Cancelled(reason) | CourseProgress::Stopped(reason) => why(reason),
                CourseProgress::At(ActivityStatus::Completed) if occasion.status == RequestStatus::Completed => {
                    "Gennemført"
                }
                CourseProgress::At(_) => return None,
            };
            Some((reason, course.period.end.map_or(self.made_on(), super::time::ReportedTime::day)))
        });
        let (reason, day) = ended.or_else(|| match occasion.status {
            RequestStatus::Revoked => Some(("Planen er trukket tilbage", self.made_on())),
            RequestStatus::Completed => Some(("Gennemført", self.made_on())),
            _ => None,
        })?;
        Some(told_by(occasion, Event::CourseEnded(CourseEnded { reason: reason.into() }), day))
    }

    fn made_on(&self) -> Date {
        super::time::ReportedTime::Instant(self.made_at).day()
    }
}

/// A diagnosis as the plan keeps it; nothing where neither code nor words are reported.
fn diagnosis(code: Option<&str>, text: Option<&str>) -> Option<Diagnosis> {
    match code {
        Some(code) => {
            let condition = Coded { code: code.into(), system: CodeSystem::Sks, text: text.map(Into::into) };
            Some(Diagnosis::Coded { rank: DiagnosisRank::Primary, condition })
        }
        None => text.map(|text| Diagnosis::InWords(text.into())),
    }
}

/// What the part of the plan tells.
fn told_by(occasion: &ReferralOccasion, event: Event, on: Date) -> Happening {
    Happening { event, on, part: format!("ServiceRequest/{}", occasion.id) }
}

/// The coded reason of an end, in words. Kept in Danish: it becomes part of the record.
fn why(reason: EndReason) -> &'static str {
    match reason {
        EndReason::NoNeedByCitizen => "Ikke længere behov, vurderet af borgeren",
        EndReason::NoNeedByProfessional => "Ikke længere behov, vurderet fagligt",
        EndReason::OptedOut => "Borgeren har valgt det fra",
        EndReason::OptedOutForIllness => "Fravalgt på grund af anden sygdom",
        EndReason::OptedOutForTransportCost => "Fravalgt på grund af udgiften til transport",
        EndReason::OptedOutForTransportLogistics => "Fravalgt, fordi transporten ikke kan lade sig gøre",
        EndReason::OptedOutForOtherTraining => "Fravalgt for anden træning",
        EndReason::Event => "Stoppet af en hændelse",
        EndReason::NoShow => "Borgeren er udeblevet eller kan ikke nås",
    }
}
