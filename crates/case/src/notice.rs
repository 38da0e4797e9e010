//! What a case says at its top: what nobody has settled yet and everybody must know.

use jiff::civil::Date;
use law::Language;

use crate::history::Case;
use crate::municipality::MunicipalityCode;
use crate::plan::ExpectedEnd;
use law::say;

/// Something unsettled that everybody who opens the case must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The plan has words on the start that nobody has read into a day.
    StartLimitUnread {
        /// The plan's own words.
        words: String,
    },
    /// The discharge is only expected.
    DischargeExpected {
        /// The day expected.
        on: Date,
    },
    /// Nobody has said when the discharge is.
    DischargeUnknown {
        /// What the plan says in words.
        words: Option<String>,
    },
    /// The CPR number can't be right.
    NumberUnreadable,
    /// The citizen has a replacement number: no look-up, no Digital Post, no report.
    ReplacementNumber,
    /// The plan's address points at another municipality.
    OtherMunicipality {
        /// Which.
        hint: MunicipalityCode,
    },
    /// The citizen is in hospital again; the limits stand still.
    InHospital,
}

impl Notice {
    /// The notice in words: what it is, and what to do.
    pub fn say(&self, language: Language) -> String {
        let da = language == Language::Danish;
        match self {
            Self::StartLimitUnread { words } if da => format!(
                "Planen har ord om start, som ingen har læst endnu: »{words}« Indtil da regnes lovens frist fra udskrivningen."
            ),
            Self::StartLimitUnread { words } => format!(
                "The plan has words on the start that nobody has read yet: »{words}« Until then the statutory limit runs from the discharge."
            ),
            Self::DischargeExpected { on } if da => format!(
                "Udskrivningen {} er ventet og ikke bekræftet. Lovens frist er foreløbig, til nogen bekræfter den.",
                say::date(*on, language)
            ),
            Self::DischargeExpected { on } => format!(
                "The discharge on {} is expected and not confirmed. The statutory limit is provisional until somebody confirms it.",
                say::date(*on, language)
            ),
            Self::DischargeUnknown { words } => {
                let said = words.as_ref().map(|words| format!(" »{words}«")).unwrap_or_default();
                if da {
                    format!("Udskrivningsdagen mangler.{said} Lovens frist kan ikke regnes, før den er kendt. Spørg sygehuset.")
                } else {
                    format!("The day of discharge is missing.{said} The statutory limit can't be counted until it is known. Ask the hospital.")
                }
            }
            Self::NumberUnreadable => language
                .pick(
                    "CPR-nummeret i planen kan ikke passe. Ring til sygehuset, og få det rigtige.",
                    "The CPR number in the plan can't be right. Call the hospital for the right one.",
                )
                .into(),
            Self::ReplacementNumber => language
                .pick(
                    "Borgeren har et erstatningsnummer: ingen opslag i CPR, ingen Digital Post og ingen indberetning, før der er et CPR-nummer.",
                    "The citizen has a replacement number: no look-up, no Digital Post and no report until there is a CPR number.",
                )
                .into(),
            Self::OtherMunicipality { hint } if da => format!(
                "Borgerens adresse ser ud til at ligge i {} Kommune. Find ud af, hvem der har ansvaret; fristen løber imens.",
                hint.name()
            ),
            Self::OtherMunicipality { hint } => format!(
                "The citizen's address seems to lie in {}. Find out who is responsible; the limit runs meanwhile.",
                hint.name()
            ),
            Self::InHospital => language
                .pick("Borgeren er indlagt igen. Fristerne står stille.", "The citizen is in hospital again. The limits stand still.")
                .into(),
        }
    }
}

/// The notices of a case on a day.
pub fn notices(case: &Case, on: Date) -> Vec<Notice> {
    let (plan, _) = case.plan();
    let mut notices = Vec::new();
    if case.has_unread_start_limit(on)
        && let Some(words) = &plan.deadline
    {
        notices.push(Notice::StartLimitUnread { words: words.as_written().to_owned() });
    }
    if case.discharge_confirmed(on).is_none() {
        notices.push(match &plan.contact.end {
            ExpectedEnd::Dated { when, .. } => Notice::DischargeExpected { on: when.on },
            ExpectedEnd::InWords(words) => Notice::DischargeUnknown { words: Some(words.clone()) },
            ExpectedEnd::NotStated => Notice::DischargeUnknown { words: None },
        });
    }
    use crate::citizen_number::{CitizenNumber, StatedNumber};
    match &plan.citizen.number {
        StatedNumber::Read(CitizenNumber::Cpr(_)) => {}
        StatedNumber::Read(CitizenNumber::Replacement(_)) => notices.push(Notice::ReplacementNumber),
        StatedNumber::Unreadable(_) | StatedNumber::NotStated => notices.push(Notice::NumberUnreadable),
    }
    let hint = plan.citizen.address.as_ref().and_then(crate::plan::Address::municipality_hint);
    if let (Some(hint), Some(receiver)) = (hint, plan.receiver.municipality)
        && hint != receiver
    {
        notices.push(Notice::OtherMunicipality { hint });
    }
    if case.is_in_hospital(on) {
        notices.push(Notice::InHospital);
    }
    notices
}
