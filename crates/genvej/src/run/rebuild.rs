//! `genvej rebuild`: the lists, from the events alone.

use law::say;
use serde_json::json;
use store::sqlite::Missing;

use super::progress;
use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

/// Makes the views anew and says which duties moved.
pub(crate) fn rebuild(session: &Session) -> Result<Ended, Failure> {
    let rebuilt = block_on(async {
        let cases = session.open(Missing::Refuse).await?;
        let counter = progress::counter();
        let rebuilt = cases.rebuild(session.today(), |done| counter.set_position(done)).await?;
        counter.finish_and_clear();
        cases.store().close().await;
        Ok(rebuilt)
    })?;
    let language = session.language;
    if session.json {
        let moved: Vec<_> = rebuilt
            .moved
            .iter()
            .map(|moved| {
                json!({
                    "case": moved.case, "act": moved.act.word(), "was": moved.was.map(|day| day.to_string()),
                    "is": moved.is.map(|day| day.to_string()),
                })
            })
            .collect();
        write::json(&json!({"cases": rebuilt.cases, "events": rebuilt.events, "moved": moved}));
        return Ok(Ended::Done);
    }
    write::line(
        session
            .pick("{c} sager lavet på ny af {e} hændelser.", "{c} cases made anew of {e} events.")
            .replace("{c}", &rebuilt.cases.to_string())
            .replace("{e}", &rebuilt.events.to_string()),
    );
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "–".to_owned(), |day| say::date(day, language));
    for moved in rebuilt.moved {
        write::line(format!("  {}  {}: {} → {}", moved.case, moved.act.say(language), day(moved.was), day(moved.is)));
    }
    Ok(Ended::Done)
}
