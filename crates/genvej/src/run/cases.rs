//! `genvej case list`, and what the commands on cases share.

use case::CaseId;
use case::acts::earlier_cases;
use jiff::civil::Date;
use law::duties::ExplainedDuty;
use law::{Facts, Language, say};
use serde_json::{Value as Json, json};
use store::sqlite::Missing;
use store::worklist::Page;
use store::{Cases, Sqlite, Views as _};

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
