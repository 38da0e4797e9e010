//! `genvej calendar`: the public holidays of a year.

use law::calendar::holidays_of;
use law::say;
use serde_json::json;

use crate::failure::{Ended, Failure};
use crate::session::Session;
use crate::write;

/// Lists the holidays in the order of their dates.
pub(crate) fn calendar(session: &Session, year: i16) -> Result<Ended, Failure> {
    let holidays = holidays_of(year).map_err(|fault| Failure::said(|language| fault.say(language)))?;
    if session.json {
        let days: Vec<_> = holidays
            .iter()
            .map(|(date, holiday)| json!({"date": date.to_string(), "name": holiday.name(session.language)}))
            .collect();
        write::json(&days.into());
    } else {
        for (date, holiday) in holidays {
            write::line(format!(
                "{date}  {:<26} {}",
                holiday.name(session.language),
                say::date(date, session.language)
            ));
        }
    }
    Ok(Ended::Done)
}
