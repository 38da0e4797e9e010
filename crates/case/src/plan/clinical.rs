//! What the hospital found, in codes and in words.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::people::Signer;

/// A code, and the list that it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coded {
    /// The code as sent.
    pub code: String,
    /// The list.
    pub system: CodeSystem,
    /// What the sender calls it.
    pub text: Option<String>,
}

/// The lists of codes that a plan uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeSystem {
    /// ICD-10 as Denmark uses it, with a D before the code.
    Icd10,
    /// The national classification (SKS).
    Sks,
    /// WHO's classification of functioning.
    Icf,
    /// Codes of health organisations.
    Sor,
    /// Hospital departments, by the older numbers.
    HospitalDepartment,
    /// General practices.
    GeneralPractice,
    /// Another list, by the name as sent.
    Other(String),
    /// Not said.
    NotStated,
}

/// What the citizen was treated for. A diagnosis alone never decides the type of training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Diagnosis {
    /// With a code.
    Coded {
        /// Whether it is the one that the treatment was about.
        rank: DiagnosisRank,
        /// The code and its words.
        condition: Coded,
    },
    /// In words alone.
    InWords(String),
}

/// Whether a diagnosis is the main one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiagnosisRank {
    /// Aktionsdiagnose.
    Primary,
    /// Bidiagnose.
    Secondary,
}

/// One statement of functional ability by ICF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IcfFinding {
    /// What of the body, activity or surroundings.
    pub function: Coded,
    /// How much of a problem it is.
    pub qualifier: Option<Coded>,
}

/// What the plan says in words. Markup is flattened to plain text with line breaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Descriptions {
    /// The course at the hospital, with the ability before where the hospital writes it.
    pub health_summary: Option<String>,
    /// Functional ability at discharge.
    pub ability_at_discharge: Option<String>,
    /// The same at length, by body, activity and surroundings.
    pub ability_at_discharge_extended: Option<String>,
    /// Need for training, and what can be expected of it.
    pub need_and_potential: Option<String>,
    /// Transport, interpreter and the like.
    pub practical_information: Option<String>,
    /// Risks: falls, infection and the like.
    pub patient_safety: Option<String>,
    /// What the citizen and the relatives were told.
    pub information_given: Option<String>,
}

/// A part of the hospital's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalExcerpt {
    /// What it is of, in the hospital's words.
    pub kind: Option<String>,
    /// Who signed the note.
    pub signer: Option<Signer>,
    /// The note's day.
    pub on: Option<Date>,
    /// The note, as plain text.
    pub text: Option<String>,
}
