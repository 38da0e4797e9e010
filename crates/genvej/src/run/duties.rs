//! `genvej duties`: what is owed in all cases, as the lists keep it.

use jiff::civil::Date;
use law::duty::{Done, DutyState};
use serde_json::{Value as Json, json};
use store::Views as _;
use store::sqlite::Missing;
use store::view::{CaseRow, DutyRow};
use store::worklist::Page;

use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

const PAGE: u32 = 1000;

/// Lists what is owed on a day, by last day in time; what nobody owes yet or any more is left out.
pub(crate) fn duties(session: &Session, on: Date, only_overdue: bool) -> Result<Ended, Failure> {
    let mut owed = owed_on(session, on)?;
    owed.retain(|(_, _, state)| !only_overdue || *state == DutyState::Overdue);
    owed.sort_by(|(one, first, _), (two, second, _)| {
        (first.due_on.is_none(), first.due_on, &one.number).cmp(&(second.due_on.is_none(), second.due_on, &two.number))
    });
    if session.json {
        let duties: Vec<Json> = owed
            .iter()
            .map(|(row, duty, state)| {
                json!({
                    "case": row.number, "name": row.name, "rule": duty.rule, "act": duty.act.word(),
                    "actor": duty.actor.word(), "to": duty.owed_to.word(), "kind": duty.kind.word(),
                    "due": duty.due_on.map(|day| day.to_string()), "opens": duty.opens_on.map(|day| day.to_string()),
                    "state": state.word(), "provisional": duty.provisional,
                })
            })
            .collect();
        write::json(&duties.into());
        return Ok(Ended::Done);
    }
    if owed.is_empty() {
        write::line(if only_overdue {
            session.pick("Intet er overskredet.", "Nothing is overdue.")
        } else {
            session.pick("Intet skyldes.", "Nothing is owed.")
        });
    }
    for (row, duty, state) in owed {
        let due = duty.due_on.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let act = duty.act.say(session.language);
        write::line(format!(
            "{due:<11} {}  {:<28} {act} · {} · {}",
            row.number,
            row.name,
            duty.kind.say(session.language),
            state.say(session.language)
        ));
    }
    Ok(Ended::Done)
}

/// What is open or overdue on a day, with the case it is in.
fn owed_on(session: &Session, on: Date) -> Result<Vec<(CaseRow, DutyRow, DutyState)>, Failure> {
    block_on(async {
        let cases = session.open(Missing::Refuse).await?;
        let mut owed = Vec::new();
        for number in 0.. {
            let page = cases.store().cases(session.municipality, Page { number, size: PAGE }).await?;
            let last = page.len() < PAGE as usize;
            for row in page {
                let standing = row.duties.iter().map(|duty| (duty.clone(), state(duty, on)));
                let open = standing.filter(|(_, state)| matches!(state, DutyState::Open | DutyState::Overdue));
                owed.extend(open.map(|(duty, state)| (row.clone(), duty, state)));
            }
            if last {
                break;
            }
        }
        Ok(owed)
    })
}

/// How a duty that a list keeps stands on a day.
pub(crate) fn state(duty: &DutyRow, on: Date) -> DutyState {
    let done = match (duty.fulfilled_on, duty.lapsed_on) {
        (Some(day), _) => Done::On { day, counts: duty.counted_on.unwrap_or(day) },
        (None, Some(day)) => Done::Lapsed(day),
        (None, None) => Done::NotYet,
    };
    DutyState::standing(done, duty.opens_on, duty.due_on, on)
}
