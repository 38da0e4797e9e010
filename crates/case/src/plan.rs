//! The hospital's rehabilitation plan as it was received: what stands in it, typed, and nothing derived from it.
//!
//! It is content of an event and is stored as JSON. What the plan says in words stays in words here: a person reads a limit or a
//! discharge out of a text, and that reading is an event of its own.

mod clinical;
mod deadline;
mod people;

use std::fmt;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

pub use clinical::{CodeSystem, Coded, Descriptions, Diagnosis, DiagnosisRank, IcfFinding, JournalExcerpt};
pub use deadline::{CountedFrom, DeadlineText, StartMeaning, SuggestedDay, Suggestion, Unit};
pub use people::{Address, Citizen, Contact, PersonName, Phone, PhoneKind, Relation, Relative, Signer};

use crate::municipality::MunicipalityCode;

/// The kind of training that the hospital refers to. The hospital alone sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanType {
    /// Almen genoptræning: in the municipality.
    GeneralTraining,
    /// Genoptræning på specialiseret niveau: at a hospital.
    SpecialisedTraining,
    /// Rehabilitering på specialiseret niveau.
    SpecialisedRehabilitation,
}

/// A rehabilitation plan (Sundhedsloven § 84) as the hospital sent it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What makes the message one and the same, however often it comes.
    pub message: MessageIdentity,
    /// The hospital's identifier of the whole course, the same in a later plan of the course.
    pub episode_of_care: Option<String>,
    /// When the hospital's system sent it.
    pub sent: Option<StatedTime>,
    /// When the hospital signed the plan: its date.
    pub authorised: Option<StatedTime>,
    /// The hospital.
    pub sender: Sender,
    /// The municipality that it was sent to.
    pub receiver: Receiver,
    /// Whether the citizen's own doctor gets a copy.
    pub general_practitioner: GeneralPractitioner,
    /// The citizen, as the hospital knows them.
    pub citizen: Citizen,
    /// The kind of training.
    pub plan_type: PlanType,
    /// The contact with the hospital that the plan ends.
    pub contact: HospitalContact,
    /// When training must or may begin, in the hospital's words; nothing where the plan doesn't say.
    pub deadline: Option<DeadlineText>,
    /// A check-up at the hospital that is already planned.
    pub ambulatory_control: Option<AmbulatoryControl>,
    /// What the citizen was treated for.
    pub diagnoses: Vec<Diagnosis>,
    /// Functional ability by ICF, where the hospital coded it.
    pub icf: Vec<IcfFinding>,
    /// Condition, ability, need and practical matters, in words.
    pub descriptions: Descriptions,
    /// Whether the citizen agreed to the sending.
    pub consent: Consent,
    /// Parts of the hospital's record that came along.
    pub journal_excerpts: Vec<JournalExcerpt>,
    /// Whom to ask at the region.
    pub region_contact: Option<Contact>,
    /// Whom the citizen can ask at the municipality.
    pub municipality_contact: Option<Contact>,
}

/// What identifies one letter of one sender. The same three again are the same message again.
///
/// `Display` gives the idempotency key. It holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MessageIdentity {
    /// The sender's location number (EAN/GLN).
    pub sender: String,
    /// The envelope's identifier, given by the sender's system.
    pub envelope: String,
    /// The letter's identifier within it.
    pub letter: String,
}

impl fmt::Display for MessageIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.sender, self.envelope, self.letter)
    }
}

/// A day, and a time of day where one was given. Danish civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StatedTime {
    /// The day.
    pub on: Date,
    /// The time of day.
    pub at: Option<Time>,
}

/// The hospital, its department, and who signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// The organisation's code as sent, with the kind of code: a SOR code, or a department's number.
    pub code: Option<Coded>,
    /// The hospital's name.
    pub organisation: Option<String>,
    /// The department's name.
    pub department: Option<String>,
    /// The unit's name.
    pub unit: Option<String>,
    /// The department's telephone.
    pub phone: Option<String>,
    /// Who signed the plan.
    pub signer: Option<Signer>,
}

/// The municipality that the plan was sent to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiver {
    /// Its code; nothing where the message names no municipality, or one that doesn't exist.
    pub municipality: Option<MunicipalityCode>,
    /// Its location number (EAN/GLN).
    pub location: Option<String>,
    /// Its name as sent.
    pub organisation: Option<String>,
    /// The department that it was sent to.
    pub department: Option<String>,
}

/// Whether the citizen's own doctor gets a copy of the plan, and later the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GeneralPractitioner {
    /// The doctor has it.
    Copied {
        /// The practice's name.
        organisation: Option<String>,
        /// The practice's number (ydernummer), or another code of it.
        code: Option<Coded>,
    },
    /// The citizen said no to it: nothing is sent there later, either.
    Deselected,
    /// The message doesn't say.
    NotStated,
}

/// The hospital contact that led to the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HospitalContact {
    /// When it began.
    pub start: Option<StatedTime>,
    /// When it is expected to end.
    pub end: ExpectedEnd,
}

/// When the hospital expects the contact to end. Expected only: a notice or a person confirms the discharge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpectedEnd {
    /// A day, and what the hospital added in words.
    Dated {
        /// The day expected.
        when: StatedTime,
        /// The hospital's remark.
        remark: Option<String>,
    },
    /// In words alone: starts no clock.
    InWords(String),
    /// Nothing stands there.
    NotStated,
}

impl ExpectedEnd {
    /// The day expected, where one is given as a date.
    pub fn on(&self) -> Option<Date> {
        match self {
            Self::Dated { when, .. } => Some(when.on),
            Self::InWords(_) | Self::NotStated => None,
        }
    }
}

/// A check-up at the hospital after the discharge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmbulatoryControl {
    /// When it is expected to begin.
    pub start: Option<StatedTime>,
    /// The same in words, where no date was given.
    pub start_in_words: Option<String>,
    /// Hospital, department and unit, in one line.
    pub place: Option<String>,
}

/// Whether the citizen agreed to the sending, as the hospital states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// Agreed.
    Given,
    /// Did not agree.
    Refused,
    /// Another text, for a person to read.
    InWords(String),
    /// The message doesn't say.
    NotStated,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_message_has_the_same_key_without_personal_data() {
        let identity = MessageIdentity {
            sender: "5790000999019".into(),
            envelope: "26032600000001".into(),
            letter: "26032690000001".into(),
        };
        assert_eq!(identity.to_string(), "5790000999019/26032600000001/26032690000001");
    }

    #[test]
    fn an_end_in_words_is_no_date() {
        assert_eq!(ExpectedEnd::InWords("Forventes udskrevet i uge 49".into()).on(), None);
    }

    #[test]
    fn a_plan_type_is_stored_under_the_facts_own_name() {
        assert_eq!(serde_json::to_string(&PlanType::GeneralTraining).unwrap(), r#""general_training""#);
    }
}
