//! `genvej case list|show`.

use case::acts::earlier_cases;
use case::{Case, CaseId, notices};
use jiff::civil::Date;
use law::duties::ExplainedDuty;
use law::{Facts, Language, say};
use serde_json::{Value as Json, json};
use store::sqlite::Missing;
use store::worklist::Page;
use store::{AccessLog as _, Cases, Sqlite, StreamId, Views as _};

use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

const PAGE: u32 = 1000;

/// Lists every case by number.
pub(crate) fn list(session: &Session) -> Result<Ended, Failure> {
    let rows = block_on(async {
        let cases = session.open(Missing::Refuse).await?;
        let mut rows = Vec::new();
        for number in 0.. {
            let page = cases.store().cases(session.municipality, Page { number, size: PAGE }).await?;
            let last = page.len() < PAGE as usize;
            rows.extend(page);
            if last {
                break;
            }
        }
        Ok(rows)
    })?;
    if session.json {
        let cases: Vec<Json> = rows
            .iter()
            .map(|row| {
                json!({
                    "case": row.number, "name": row.name, "born_on": row.born_on.map(|day| day.to_string()),
                    "received_on": row.received_on.map(|day| day.to_string()),
                    "discharged_on": row.discharged_on.map(|day| day.to_string()), "state": row.state,
                })
            })
            .collect();
        write::json(&cases.into());
        return Ok(Ended::Done);
    }
    if rows.is_empty() {
        write::line(session.pick(
            "Der er ingen sager endnu. »genvej import FIL« tager en plan ind.",
            "There are no cases yet. »genvej import FILE« takes a plan in.",
        ));
    }
    for row in rows {
        let received = row.received_on.map_or_else(String::new, |day| day.to_string());
        let state = match row.state.as_str() {
            "closed" => session.pick("lukket", "closed"),
            _ => session.pick("åben", "open"),
        };
        write::line(format!("{}  {received}  {:<30} {state}", row.number, row.name));
    }
    Ok(Ended::Done)
}

/// Reads a case's number.
pub(crate) fn case_id(text: &str) -> Result<CaseId, Failure> {
    CaseId::parse(text).map_err(|_| {
        Failure::new(
            format!("»{text}« er ikke et sagsnummer som 2026-0001."),
            format!("»{text}« is no case number such as 2026-0001."),
        )
    })
}

/// What is to be decided of a plan whose citizen has other cases; nothing where that is settled, or there are none.
pub(crate) async fn second_plan(
    session: &Session,
    cases: &Cases<Sqlite>,
    id: &CaseId,
) -> Result<Option<String>, Failure> {
    let Some(case) = cases.case(id).await? else { return Ok(None) };
    let others = cases.others(id).await?;
    let earlier = earlier_cases(&case, &others.iter().collect::<Vec<_>>(), session.today());
    let language = session.language;
    let names: Vec<String> = earlier.iter().map(ToString::to_string).collect();
    let Some(first) = names.first() else { return Ok(None) };
    let list = say::list(&names, language);
    Ok(Some(match language {
        Language::Danish => format!(
            "Borgeren har sag {list} i forvejen. Vælg i indbakken, hvad den nye plan er til den gamle, eller skriv »genvej do {id} \
             decide_second_plan earlier={first} outcome=replaces|restarts|beside reason=… --as …«."
        ),
        Language::English => format!(
            "The citizen has case {list} already. Choose in the inbox what the new plan is to the old one, or write »genvej do {id} \
             decide_second_plan earlier={first} outcome=replaces|restarts|beside reason=… --as …«."
        ),
    }))
}

/// Shows what has happened in a case, what is owed in it on a day, and who has looked.
pub(crate) fn show(session: &Session, id: &str, on: Date, why: bool, reads: bool) -> Result<Ended, Failure> {
    let id = case_id(id)?;
    let (case, name, accesses, second_plan) = block_on(async {
        let cases = session.open(Missing::Refuse).await?;
        let case = cases.case(&id).await?.ok_or_else(|| Failure::from(store::CasesError::NoCase(id.clone())))?;
        let name = cases.person_of(&id).await?.map(|person| person.name()).unwrap_or_default();
        let accesses = if reads { accesses(session, &cases, &id).await? } else { Vec::new() };
        let second_plan = second_plan(session, &cases, &id).await?;
        Ok((case, name, accesses, second_plan))
    })?;
    let standard = session.standard();
    let facts = case::facts(&case, on);
    let duties = case::duties(&case, standard.as_ref(), on);
    let unsettled = notices(&case, on).into_iter().map(|notice| notice.say(session.language));
    let notices: Vec<String> = second_plan.into_iter().chain(unsettled).collect();
    if session.json {
        write::json(&as_json(session, &case, &name, on, &duties, &facts, why, &accesses, &notices));
        return Ok(Ended::Done);
    }
    let language = session.language;
    write::line(format!("{} · {name} · {}", case.id(), say::date(on, language)));
    for notice in notices {
        write::line(format!("  ! {notice}"));
    }
    write::line(format!("\n{}", session.pick("PLIGTER", "DUTIES")));
    for duty in &duties {
        tell_duty(duty, &facts, on, why, language);
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
    if reads {
        write::line(format!("\n{}", session.pick("HVEM HAR SET SAGEN", "WHO HAS LOOKED")));
        for access in accesses {
            write::line(format!(
                "  {}  {} ({})  {}",
                case::denmark::local(access.at),
                access.user,
                access.role,
                access.purpose
            ));
        }
    }
    Ok(Ended::Done)
}

async fn accesses(
    session: &Session,
    cases: &Cases<Sqlite>,
    id: &CaseId,
) -> Result<Vec<store::access::Access>, Failure> {
    let stream = StreamId::new(id.to_string()).map_err(|fault| Failure::new(fault.to_string(), fault.to_string()))?;
    Ok(cases.store().accesses(session.municipality, &stream).await?)
}

/// A duty as one reads it.
pub(crate) fn tell_duty(explained: &ExplainedDuty, facts: &Facts, on: Date, why: bool, language: Language) {
    let duty = &explained.duty;
    let due = duty.due.map_or_else(|| "–".to_owned(), |day| day.to_string());
    write::line(format!(
        "  {due:<11} {} · {} · {}",
        duty.act.say(language),
        duty.kind.say(language),
        duty.standing(on, language)
    ));
    if why {
        write::line(format!("              {} ({})", explained.because(facts, language), duty.rule.provision_on(on)));
    }
}

/// A duty as messages carry it: the words of `assess`.
pub(crate) fn duty_json(explained: &ExplainedDuty, facts: &Facts, on: Date, why: bool, language: Language) -> Json {
    let duty = &explained.duty;
    let mut object = json!({
        "rule": duty.rule.id(), "provision": duty.rule.provision_on(on).to_string(), "actor": duty.actor.word(),
        "to": duty.to.word(), "act": duty.act.word(), "due": duty.due.map(|day| day.to_string()),
        "kind": duty.kind.word(), "state": duty.state.word(), "provisional": duty.provisional,
        "fulfilled_by": duty.fulfilled_by.name(), "fulfilled_on": duty.fulfilled_on().map(|day| day.to_string()),
        "opens": duty.opens_on.map(|day| day.to_string()),
        "counted_from": duty.term.map(|term| term.from.to_string()),
        "because": explained.because(facts, language),
    });
    if let (true, Json::Object(fields), Some(reasons)) = (why, &mut object, &explained.why) {
        fields.insert("why".into(), reasons.to_json(facts, on, language));
    }
    object
}

#[expect(clippy::too_many_arguments, reason = "everything that is shown of a case")]
fn as_json(
    session: &Session,
    case: &Case,
    name: &str,
    on: Date,
    duties: &[ExplainedDuty],
    facts: &Facts,
    why: bool,
    accesses: &[store::access::Access],
    notices: &[String],
) -> Json {
    let language = session.language;
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
    json!({
        "case": case.id().to_string(), "name": name, "on": on.to_string(),
        "notices": notices,
        "duties": duties.iter().map(|duty| duty_json(duty, facts, on, why, language)).collect::<Vec<_>>(),
        "facts": facts.to_json(),
        "happened": happened,
        "reads": accesses.iter().map(|access| json!({
            "at": access.at.to_string(), "by": access.user.as_str(), "role": access.role.as_str(), "purpose": access.purpose,
        })).collect::<Vec<_>>(),
    })
}
