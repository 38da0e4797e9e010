//! `genvej import`: plans and delivery reports become cases. Each file wholly or not at all; the same file again is known.

use std::path::Path;

use case::event::PlanChannel;
use case::{UserId, denmark};
use exchange::fhir::read_delivery_report;
use exchange::ggop::{self, Reading, Reception};
use jiff::Timestamp;
use law::fact::FactId;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use store::sqlite::Missing;
use store::{
    Attachment, Cases, Happened, IdempotencyKey, Intake, PlanIntake, ReportIntake, Reported, Sqlite, ToldWrongly,
};

use super::cases::{case_id, second_plan};
use super::plan::{finding_json, say_finding};
use super::{is_json, progress, read};
use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

/// What became of a file.
pub(crate) struct Imported {
    file: String,
    outcome: Outcome,
    /// What is to be decided of plans whose citizens have other cases.
    undecided: Vec<String>,
    findings: Vec<exchange::Finding>,
}

enum Outcome {
    Opened(Vec<String>),
    /// A case was opened, though a letter of the same identifiers opened another before: what stands in it is something else.
    Differs {
        case: String,
        earlier: String,
    },
    Added(usize),
    Known,
    NothingNew,
    Refused,
}

impl Outcome {
    fn word(&self) -> &'static str {
        match self {
            Self::Opened(_) | Self::Differs { .. } => "opened",
            Self::Added(_) => "added",
            Self::Known => "known",
            Self::NothingNew => "nothing_new",
            Self::Refused => "refused",
        }
    }

    /// The cases that were opened.
    fn opened(&self) -> &[String] {
        match self {
            Self::Opened(cases) => cases,
            Self::Differs { case, .. } => std::slice::from_ref(case),
            Self::Added(_) | Self::Known | Self::NothingNew | Self::Refused => &[],
        }
    }
}

/// Takes in each file in turn, and says what became of it. A file that can't be read or taken in holds none of the others up; where the
/// database fails, the rest are not tried.
pub(crate) fn import(session: &Session, files: &[std::path::PathBuf]) -> Result<Ended, Failure> {
    let (imported, mut failures) = block_on(async {
        let cases = session.open(Missing::Create).await?;
        let bar = progress::bar(files.len() as u64);
        let (mut imported, mut failures) = (Vec::new(), Vec::new());
        for file in files {
            bar.inc(1);
            let bytes = match read(file) {
                Ok(bytes) => bytes,
                Err(failure) => {
                    failures.push(failure);
                    continue;
                }
            };
            if is_plain_plan(&bytes) {
                failures.push(not_to_be_imported(file));
                continue;
            }
            let taken = match one(session, &cases, file, bytes).await {
                Ok(imported) => undecided(session, &cases, imported).await,
                Err(failure) => Err(failure),
            };
            match taken {
                Ok(file) => {
                    // Said as soon as it is kept, so that whoever stops a long import knows how far it came.
                    if !session.json {
                        bar.suspend(|| file.tell(session));
                    }
                    imported.push(file);
                }
                Err(failure) => {
                    failures.push(failure);
                    break;
                }
            }
        }
        bar.finish_and_clear();
        cases.store().close().await;
        Ok((imported, failures))
    })?;
    if session.json {
        write::json(&imported.iter().map(|file| file.to_json(session)).collect::<Vec<_>>().into());
    }
    failures.extend(refused(&imported));
    if failures.is_empty() {
        return Ok(Ended::Done);
    }
    Err(Failure::all(&failures, |failure, language| failure.say(language).to_owned()))
}

/// Whether the file is a plan in plain JSON: an object whose names are facts.
fn is_plain_plan(bytes: &[u8]) -> bool {
    let Ok(Json::Object(plan)) = serde_json::from_slice(bytes) else { return false };
    !plan.contains_key("resourceType") && plan.keys().any(|name| FactId::named(name).is_some())
}

/// It tells of a plan and not of whose it is.
fn not_to_be_imported(file: &Path) -> Failure {
    let name = file.display();
    Failure::new(
        format!(
            "{name} er en plan i enkel JSON. Den siger ikke, hvem borgeren er, og kan ikke tages ind. »genvej plan check {name}« tjekker den."
        ),
        format!(
            "{name} is a plan in plain JSON. It doesn't say who the citizen is, and can't be taken in. »genvej plan check {name}« checks it."
        ),
    )
}

/// Names the files that were not taken in.
fn refused(imported: &[Imported]) -> Option<Failure> {
    let refused = imported.iter().filter(|file| matches!(file.outcome, Outcome::Refused));
    let names = refused.map(|file| file.file.as_str()).collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| {
        Failure::new(
            format!("Ikke taget ind: {names}. Intet fra de filer er gemt."),
            format!("Not taken in: {names}. Nothing of those files was saved."),
        )
    })
}

/// Adds what is to be decided of the cases that were opened.
async fn undecided(session: &Session, cases: &Cases<Sqlite>, mut imported: Imported) -> Result<Imported, Failure> {
    for number in imported.outcome.opened() {
        imported.undecided.extend(second_plan(session, cases, &case_id(number)?).await?);
    }
    Ok(imported)
}

async fn one(session: &Session, cases: &Cases<Sqlite>, file: &Path, bytes: Vec<u8>) -> Result<Imported, Failure> {
    let name = file.display().to_string();
    if is_json(&bytes) {
        return report(session, cases, name, bytes).await;
    }
    let reception = Reception { at: Some(session.municipality), on: session.today() };
    match ggop::read(&bytes, &reception) {
        Reading::Refused { findings, .. } => {
            Ok(Imported { file: name, outcome: Outcome::Refused, undecided: Vec::new(), findings })
        }
        Reading::Intake { plan, findings } => {
            let outcome = match cases.take_in(&intake(*plan, &name, bytes, session.now)).await? {
                Intake::Opened(case) => Outcome::Opened(vec![case.to_string()]),
                Intake::Differs { case, earlier } => {
                    Outcome::Differs { case: case.to_string(), earlier: earlier.to_string() }
                }
                Intake::Known => Outcome::Known,
            };
            Ok(Imported { file: name, outcome, undecided: Vec::new(), findings })
        }
    }
}

/// A message received now, kept as it came.
pub(crate) fn intake(plan: case::plan::Plan, name: &str, bytes: Vec<u8>, now: Timestamp) -> PlanIntake {
    let received = denmark::local(now);
    PlanIntake {
        plan,
        channel: PlanChannel::GgopMessage,
        received: Happened { on: received.date(), at: Some(received.time()) },
        recorded_at: now,
        by: UserId("import".into()),
        original: Some(attachment(name, "application/xml", bytes)),
        happened: Vec::new(),
    }
}

fn attachment(name: &str, media_type: &str, bytes: Vec<u8>) -> Attachment {
    let name = Path::new(name).file_name().map_or_else(|| name.to_owned(), |name| name.to_string_lossy().into_owned());
    Attachment { name, media_type: media_type.to_owned(), bytes }
}

async fn report(session: &Session, cases: &Cases<Sqlite>, name: String, bytes: Vec<u8>) -> Result<Imported, Failure> {
    let report = match read_delivery_report(&bytes, session.today()) {
        Ok(report) => report,
        Err(findings) => {
            return Ok(Imported { file: name, outcome: Outcome::Refused, undecided: Vec::new(), findings });
        }
    };
    let digest = Sha256::digest(&bytes);
    let key = digest.iter().fold(String::from("report/"), |key, byte| key + &format!("{byte:02x}"));
    let key = IdempotencyKey::new(key).map_err(|fault| Failure::new(fault.to_string(), fault.to_string()))?;
    let told = report.stories(session.municipality);
    let stories = told
        .iter()
        .map(|story| PlanIntake {
            plan: story.plan.clone(),
            channel: PlanChannel::DeliveryReport,
            received: Happened::on(story.received_on),
            recorded_at: session.now,
            by: UserId("import".into()),
            original: None,
            happened: story.happened.iter().map(|happening| (happening.event.clone(), happening.on)).collect(),
        })
        .collect();
    let original = attachment(&name, "application/fhir+json", bytes);
    let intake = ReportIntake { stories, key, recorded_at: session.now, by: UserId("import".into()), original };
    let mut findings = Vec::new();
    let outcome = match cases.take_in_report(&intake).await? {
        Reported::Refused(wrongly) => {
            let told = |wrong: &ToldWrongly| told.get(wrong.story)?.happened.get(wrong.happening);
            findings = wrongly.into_iter().filter_map(|wrong| Some(told(&wrong)?.refused(wrong.refusal))).collect();
            Outcome::Refused
        }
        Reported::Recorded { opened, .. } if !opened.is_empty() => {
            Outcome::Opened(opened.iter().map(ToString::to_string).collect())
        }
        Reported::Recorded { added, .. } => Outcome::Added(added),
        Reported::NothingNew => Outcome::NothingNew,
        Reported::Known => Outcome::Known,
    };
    Ok(Imported { file: name, outcome, undecided: Vec::new(), findings })
}

impl Imported {
    fn to_json(&self, session: &Session) -> Json {
        let differs_from = if let Outcome::Differs { earlier, .. } = &self.outcome { Some(earlier) } else { None };
        let findings: Vec<Json> = self.findings.iter().map(|finding| finding_json(finding, session.language)).collect();
        json!({
            "file": self.file, "outcome": self.outcome.word(), "cases": self.outcome.opened(),
            "differs_from": differs_from, "undecided": self.undecided, "findings": findings,
        })
    }

    fn tell(&self, session: &Session) {
        let outcome = match &self.outcome {
            Outcome::Opened(cases) => format!("{} {}", session.pick("sag oprettet:", "case opened:"), cases.join(", ")),
            Outcome::Differs { case, earlier } => session
                .pick(
                    "sag oprettet: {case}. Et brev med samme numre har før oprettet sag {earlier}, men der står noget andet i det.",
                    "case opened: {case}. A letter of the same numbers opened case {earlier} before, but it says something else.",
                )
                .replace("{case}", case)
                .replace("{earlier}", earlier),
            Outcome::Added(events) => {
                session.pick("nye hændelser: {}", "new events: {}").replace("{}", &events.to_string())
            }
            Outcome::Known => {
                session.pick("taget ind før; intet er gemt igen", "taken in before; nothing was saved again").into()
            }
            Outcome::NothingNew => session.pick("intet nyt", "nothing new").into(),
            Outcome::Refused => session.pick("kan ikke tages ind", "can't be taken in").into(),
        };
        write::line(format!("{}: {outcome}", self.file));
        for choice in &self.undecided {
            write::line(format!("  ! {choice}"));
        }
        for finding in &self.findings {
            write::line(format!("  ! {}", say_finding(finding, session.language)));
        }
    }
}
