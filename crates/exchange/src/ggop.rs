//! MedCom's rehabilitation plan (G-GOP, GGOP100): the hospital's XML becomes a [`Plan`], or findings that say why not.
//!
//! There is no public schema of the message. The reader is tolerant for that reason: it takes each element in either of the
//! message's two namespaces and in any order, and asks only for what makes the message one message (its identifiers), the
//! version, and the type of training, which is never guessed. What a person has to see to is a finding beside the plan.
//!
//! Not known here is whether the message came before: the record tells, by [`case::plan::MessageIdentity`].

mod checks;
mod decode;
mod draft;
mod problem;
mod text;
mod tree;
mod walk;

use case::municipality::MunicipalityCode;
use case::plan::Plan;
use jiff::civil::Date;

pub use problem::{Part, Problem};

use crate::{Finding, Place, Severity};
use walk::{At, Findings};

/// The version of the letter that is read.
pub const VERSION: &str = "GGOP100";

/// Who received the message, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reception {
    /// The municipality that runs this installation. Without it nobody asks whether the plan came to the right place.
    pub at: Option<MunicipalityCode>,
    /// The day of receipt. A birth date after it cannot be.
    pub on: Date,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It is a plan. What needs a person stands among the findings.
    Intake {
        /// The plan.
        plan: Box<Plan>,
        /// None of them refuses.
        findings: Vec<Finding>,
    },
    /// It is not taken in. Nothing of it may be used but the identifiers, to say so to the sender.
    Refused {
        /// At least one of them refuses.
        findings: Vec<Finding>,
        /// What is known of the message.
        identifiers: Identifiers,
    },
}

/// What is to be done with a message, as far as the message alone tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// Take it in.
    Accept,
    /// Take it in; a person has to see to something.
    Review,
    /// Keep it apart and answer that it was not taken in.
    Reject,
}

impl Reading {
    /// What is to be done with it.
    pub fn decision(&self) -> Decision {
        match self {
            Self::Refused { .. } => Decision::Reject,
            Self::Intake { findings, .. } => {
                let needs_person = findings.iter().any(|finding| finding.severity() == Severity::NeedsPerson);
                if needs_person { Decision::Review } else { Decision::Accept }
            }
        }
    }

    /// What was found, in the order of the message.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Intake { findings, .. } | Self::Refused { findings, .. } => findings,
        }
    }

    /// The plan, where it was taken in.
    pub fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Intake { plan, .. } => Some(plan),
            Self::Refused { .. } => None,
        }
    }
}

/// What is known of a message that was not taken in: enough to name it to its sender, where anything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifiers {
    /// The sender's location number.
    pub sender: Option<String>,
    /// The envelope's identifier.
    pub envelope: Option<String>,
    /// The letter's identifier.
    pub letter: Option<String>,
    /// The letter's version.
    pub version: Option<String>,
}

impl Identifiers {
    fn of(root: &At<'_>) -> Self {
        let text = |path: &[&str]| {
            let end = path.iter().try_fold(root.clone(), |at, name| at.all(name).next());
            end.and_then(|at| at.one_line())
        };
        Self {
            sender: text(&["RehabilitationPlan", "Sender", "EANIdentifier"]),
            envelope: text(&["Envelope", "Identifier"]),
            letter: text(&["RehabilitationPlan", "Letter", "Identifier"]),
            version: text(&["RehabilitationPlan", "Letter", "VersionCode"]),
        }
    }
}

/// Reads one message. Never fails otherwise than by [`Reading::Refused`], whatever the bytes are.
///
/// The caller keeps the bytes as they came: they are the message, and a plan is what was read of it.
pub fn read(bytes: &[u8], reception: &Reception) -> Reading {
    let decoded = match decode::decode(bytes) {
        Ok(decoded) => decoded,
        Err(fault) => return Reading::Refused { findings: vec![fault], identifiers: Identifiers::default() },
    };
    let mut findings = Findings(decoded.remark.into_iter().collect());
    let tree::Parsed { root, faults } = tree::parse(&decoded.text);
    findings.0.extend(faults);
    let Some(root) = root else { return refused(findings, Identifiers::default()) };
    if root.local != "Emessage" || root.namespace != tree::ROOT_NAMESPACE {
        let place = Place { line: Some(root.line), path: root.local.clone() };
        findings.add(Problem::NotAPlan { name: root.local, namespace: root.namespace }, place);
        return refused(findings, Identifiers::default());
    }
    let root = At::root(&root);
    if findings.0.iter().any(|finding| finding.severity() == Severity::Refuses) {
        return refused(findings, Identifiers::of(&root));
    }
    let plan = findings.plan(&root);
    match plan.filter(|_| findings.0.iter().all(|finding| finding.severity() < Severity::Refuses)) {
        Some(plan) => {
            findings.check(&plan, &root, reception);
            Reading::Intake { plan: Box::new(plan), findings: in_order(findings) }
        }
        None => refused(findings, Identifiers::of(&root)),
    }
}

fn refused(findings: Findings, identifiers: Identifiers) -> Reading {
    Reading::Refused { findings: in_order(findings), identifiers }
}

/// In the order of the lines, as somebody reads who has the file open.
fn in_order(findings: Findings) -> Vec<Finding> {
    let Findings(mut findings) = findings;
    findings.sort_by_key(|finding| finding.place.line);
    findings
}
