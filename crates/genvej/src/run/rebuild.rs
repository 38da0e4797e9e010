//! `genvej rebuild`: the lists, from the events alone.

use jiff::civil::Date;
use law::{Language, say};
use serde_json::{Value as Json, json};
use store::Rebuilt;
use store::sqlite::Missing;

use super::progress;
use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

/// Makes the views anew, and says which duties moved and which cases are in no list.
pub(crate) fn rebuild(session: &Session) -> Result<Ended, Failure> {
    let rebuilt = block_on(async {
        let cases = session.open(Missing::Refuse).await?;
        let counter = progress::counter();
        let rebuilt = cases.rebuild(|done| counter.set_position(done)).await?;
        counter.finish_and_clear();
        cases.store().close().await;
        Ok(rebuilt)
    })?;
    if session.json {
        write::json(&to_json(&rebuilt, session.language));
    } else {
        tell(session, &rebuilt);
    }
    Ok(Ended::Done)
}

fn to_json(rebuilt: &Rebuilt, language: Language) -> Json {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let moved = rebuilt
        .moved
        .iter()
        .map(|moved| json!({"case": moved.case, "act": moved.act.word(), "was": day(moved.was), "is": day(moved.is)}));
    let unreadable = rebuilt.unreadable.iter().map(|unreadable| {
        json!({"case": unreadable.case, "why": unreadable.why.word(), "because": unreadable.say(language)})
    });
    json!({
        "cases": rebuilt.cases, "events": rebuilt.events, "moved": moved.collect::<Vec<_>>(),
        "unreadable": unreadable.collect::<Vec<_>>(),
    })
}

fn tell(session: &Session, rebuilt: &Rebuilt) {
    let language = session.language;
    write::line(
        session
            .pick("{c} sager lavet på ny af {e} hændelser.", "{c} cases made anew of {e} events.")
            .replace("{c}", &rebuilt.cases.to_string())
            .replace("{e}", &rebuilt.events.to_string()),
    );
    let day = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| say::date(day, language));
    for moved in &rebuilt.moved {
        write::line(format!("  {}  {}: {} → {}", moved.case, moved.act.say(language), day(moved.was), day(moved.is)));
    }
    for case in &rebuilt.unreadable {
        write::line(format!("  ! {} {}", session.pick("Ikke på listerne:", "Not in the lists:"), case.say(language)));
    }
}
