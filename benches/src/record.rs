//! A record in a file, filled through the doors that real plans come through.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use case::municipality::MunicipalityCode;
use jiff::civil::{Date, date};
use law::standards::Standard;
use store::sqlite::Opening;
use store::{Cases, Intake, Sqlite};

use crate::fault::Fault;
use crate::made_up::MadeUp;

/// The day on which everything is asked.
pub(crate) const TODAY: Date = date(2026, 4, 7);

/// Hjørring, whose quality standard ships with the program.
pub(crate) fn municipality() -> Result<MunicipalityCode, Fault> {
    Ok(MunicipalityCode::parse("0860")?)
}

/// The cases of Hjørring in this file, which is made where there is none.
pub(crate) async fn open(file: &Path) -> Result<Cases<Sqlite>, Fault> {
    let store = Sqlite::open(&Opening::at(file)).await?;
    let municipality = municipality()?;
    let standard = Standard::shipped().into_iter().find(|standard| standard.municipality == municipality.to_string());
    Ok(Cases::new(store, municipality, standard.map(Arc::new)))
}

/// The messages of these plans.
pub(crate) fn messages(numbers: Range<u32>) -> Result<Vec<(MadeUp, String)>, Fault> {
    numbers.map(|number| Ok((MadeUp(number), MadeUp(number).message()?))).collect()
}

/// Reads messages and takes them in, each in a durable commit of its own.
///
/// # Errors
/// Where one is refused, or opens another case than the next.
pub(crate) async fn take_in(cases: &Cases<Sqlite>, messages: Vec<(MadeUp, String)>) -> Result<(), Fault> {
    for (made_up, message) in messages {
        match cases.take_in(&made_up.intake(message)?).await? {
            Intake::Opened(case) if case == made_up.case() => {}
            other => return Err(format!("plan {}: {other:?}", made_up.0).into()),
        }
    }
    Ok(())
}
