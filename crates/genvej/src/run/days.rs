//! `genvej days`: counting.

use jiff::civil::Date;
use law::calendar::{
    Budget, CalendarDays, CountingRule, DaysOff, OutOfRange, WorkingDays, calendar_days_between, working_days_between,
};
use law::say;
use serde_json::json;

use crate::failure::{Ended, Failure};
use crate::session::Session;
use crate::write;

fn outside(fault: OutOfRange) -> Failure {
    Failure::said(|language| fault.say(language))
}

/// The day that many days after; with working days, what was passed over.
pub(crate) fn add(session: &Session, date: Date, count: u16, working: bool) -> Result<Ended, Failure> {
    let budget: Budget = if working { WorkingDays(count).into() } else { CalendarDays(count).into() };
    let due = CountingRule::own_promise().due(date, budget).map_err(outside)?;
    let skipped: Vec<_> = due.skipped().collect();
    if session.json {
        let skipped: Vec<_> = skipped
            .iter()
            .map(|day| json!({"date": day.on.to_string(), "name": day.rest.name(session.language)}))
            .collect();
        write::json(&json!({"date": due.ends_on.to_string(), "skipped": skipped}));
        return Ok(Ended::Done);
    }
    write::line(say::date(due.ends_on, session.language));
    for day in skipped {
        let over = session.pick("springes over", "passed over");
        write::line(format!("  {over}: {} ({})", say::date(day.on, session.language), day.rest.name(session.language)));
    }
    Ok(Ended::Done)
}

/// The days after the first up to and including the second.
pub(crate) fn between(session: &Session, from: Date, through: Date) -> Result<Ended, Failure> {
    let calendar = calendar_days_between(from, through);
    let working = working_days_between(from, through, DaysOff::own_promises()).map_err(outside)?;
    if session.json {
        write::json(&json!({"calendar": calendar, "working": working}));
    } else {
        let words = session.pick("{c} kalenderdage, {w} hverdage", "{c} calendar days, {w} working days");
        write::line(words.replace("{c}", &calendar.to_string()).replace("{w}", &working.to_string()));
    }
    Ok(Ended::Done)
}
