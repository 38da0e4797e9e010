//! `genvej case show`: one case. Each opening is recorded, here as in the pages.

use case::{Case, CaseId, Role, notices};
use jiff::civil::Date;
use law::duties::ExplainedDuty;
use law::{Facts, Language, say};
use serde_json::{Value as Json, json};
use store::access::Access;
use store::sqlite::Missing;
use store::{AccessLog as _, Cases, Sqlite, StreamId, UserId};
use web::cases::COMMAND_LINE;

use super::cases::{case_id, duty_json, second_plan, tell_duty};
use super::do_act::user_named;
use crate::cli::ShowArgs;
use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

/// Whose opening it is where `--as` names nobody.
const NOBODY_NAMED: &str = "kommandolinje";

/// All that is shown of a case.
struct Shown {
    case: Case,
    name: String,
    on: Date,
    duties: Vec<ExplainedDuty>,
    facts: Facts,
    notices: Vec<String>,
    /// With the reasons.
    why: bool,
    /// Who has looked, where that was asked for.
    reads: Option<Vec<Access>>,
}

/// Shows what has happened in a case, what is owed in it on a day, and who has looked.
pub(crate) fn show(session: &Session, args: &ShowArgs) -> Result<Ended, Failure> {
    let shown = opened(session, args)?;
    if session.json {
        write::json(&as_json(&shown, session.language));
    } else {
        tell(session, &shown);
    }
    Ok(Ended::Done)
}

fn opened(session: &Session, args: &ShowArgs) -> Result<Shown, Failure> {
    let id = case_id(&args.id)?;
    let on = args.on.unwrap_or(session.today());
    let (case, name, reads, second_plan) = block_on(async {
        let cases = session.open(Missing::Refuse).await?;
        let case = cases.case(&id).await?.ok_or_else(|| Failure::from(store::CasesError::NoCase(id.clone())))?;
        let name = cases.person_of(&id).await?.map(|person| person.name()).unwrap_or_default();
        record(session, &cases, &id, args.user.as_deref()).await?;
        let reads =
            if args.reads { Some(cases.store().accesses(session.municipality, &stream(&id)?).await?) } else { None };
        let second_plan = second_plan(session, &cases, &id).await?;
        cases.store().close().await;
        Ok((case, name, reads, second_plan))
    })?;
    let unsettled = notices(&case, on).into_iter().map(|notice| notice.say(session.language));
    Ok(Shown {
        name,
        on,
        duties: case::duties(&case, session.standard().as_ref(), on),
        facts: case::facts(&case, on),
        notices: second_plan.into_iter().chain(unsettled).collect(),
        why: args.why,
        reads,
        case,
    })
}

/// Writes down who opens the case. What can't be written down isn't shown.
async fn record(session: &Session, cases: &Cases<Sqlite>, id: &CaseId, named: Option<&str>) -> Result<(), Failure> {
    let malformed = |fault: store::key::Malformed| Failure::new(fault.to_string(), fault.to_string());
    let (user, role) = match named {
        Some(name) => user_named(session, cases, name).await?,
        None => (UserId::new(NOBODY_NAMED).map_err(malformed)?, Role::System),
    };
    let access = Access {
        case: stream(id)?,
        user,
        role: store::Role::new(role.word()).map_err(malformed)?,
        at: session.now,
        purpose: COMMAND_LINE.to_owned(),
    };
    Ok(cases.store().record_access(session.municipality, &access).await?)
}

fn stream(id: &CaseId) -> Result<StreamId, Failure> {
    StreamId::new(id.to_string()).map_err(|fault| Failure::new(fault.to_string(), fault.to_string()))
}

fn tell(session: &Session, shown: &Shown) {
    let (language, case) = (session.language, &shown.case);
    write::line(format!("{} · {} · {}", case.id(), shown.name, say::date(shown.on, language)));
    for notice in &shown.notices {
        write::line(format!("  ! {notice}"));
    }
    write::line(format!("\n{}", session.pick("PLIGTER", "DUTIES")));
    for duty in &shown.duties {
        tell_duty(duty, &shown.facts, shown.on, shown.why, language);
    }
    write::line(format!("\n{}", session.pick("HVAD DER ER SKET", "WHAT HAS HAPPENED")));
    for recorded in case.history() {
        let wrong = if case.is_in_error(recorded.number) { session.pick(" [fejl]", " [mistake]") } else { "" };
        write::line(format!(
            "  {:>3}  {}  {}{wrong}  ({}, {})",
            recorded.number.0,
            recorded.happened_on,
            recorded.event.say(language),
            recorded.by,
            recorded.role.say(language)
        ));
    }
    let Some(reads) = &shown.reads else { return };
    write::line(format!("\n{}", session.pick("HVEM HAR SET SAGEN", "WHO HAS LOOKED")));
    for access in reads {
        let at = case::denmark::local(access.at).strftime("%Y-%m-%d %H.%M").to_string();
        let role = Role::of_word(access.role.as_str());
        let role = role.map_or(access.role.as_str(), |role| role.say(language));
        write::line(format!("  {at}  {} ({role})  {}", access.user, access.purpose));
    }
}

fn as_json(shown: &Shown, language: Language) -> Json {
    let case = &shown.case;
    let happened: Vec<Json> = case
        .history()
        .iter()
        .map(|recorded| {
            json!({
                "number": recorded.number.0, "event": recorded.event.name(), "happened_on": recorded.happened_on.to_string(),
                "recorded_at": recorded.recorded_at.to_string(), "by": recorded.by.0, "role": recorded.role.word(),
                "in_error": case.is_in_error(recorded.number), "says": recorded.event.say(language),
            })
        })
        .collect();
    let duties = shown.duties.iter().map(|duty| duty_json(duty, &shown.facts, shown.on, shown.why, language));
    let mut object = json!({
        "case": case.id().to_string(), "name": shown.name, "on": shown.on.to_string(),
        "notices": shown.notices,
        "duties": duties.collect::<Vec<_>>(),
        "facts": shown.facts.to_json(),
        "happened": happened,
    });
    if let (Some(reads), Json::Object(fields)) = (&shown.reads, &mut object) {
        let reads = reads.iter().map(|access| {
            json!({
                "at": access.at.to_string(), "by": access.user.as_str(), "role": access.role.as_str(), "purpose": access.purpose,
            })
        });
        fields.insert("reads".into(), reads.collect::<Vec<_>>().into());
    }
    object
}
