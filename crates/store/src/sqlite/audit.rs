//! Comparing the kept views with those that a rebuild has made and not yet put in their place.

use std::collections::HashMap;

use case::municipality::MunicipalityCode;
use sqlx::{Row, SqliteExecutor};

use crate::audit::{List, ListFault};
use crate::chain::Digest;

/// The rows of a list, by key: whose each is, and a digest of all that it says.
type Rows = HashMap<Vec<u8>, (String, Digest)>;

/// Key, whose, and everything else. Bytes, since what somebody put there may be no text.
fn query(list: List) -> &'static str {
    match list {
        List::Cases => {
            "SELECT CAST(case_id AS BLOB), CAST(case_id AS BLOB), CAST(json_array(number, person_id, name, born_on, plan_type, provision,
                state, unit, assigned_to, received_on, discharged_on, law_from, law_due_on, law_stopped_on, law_provisional, goal_from,
                goal_due_on, goal_stopped_on, goal_provisional, worklist_due_on, duties) AS BLOB)
            FROM case_summary WHERE municipality = ?"
        }
        List::Worklist => {
            "SELECT CAST(case_id || ' ' || due_on AS BLOB), CAST(case_id AS BLOB), CAST(json_array(due_municipality, due_training_unit,
                due_therapist, due_provider, due_hospital, due_citizen, plan_type, provision, unit, assigned_to) AS BLOB)
            FROM worklist WHERE municipality = ?"
        }
        List::Words => {
            "SELECT CAST(case_id || ' ' || word AS BLOB), CAST(case_id AS BLOB), x'' FROM search_word WHERE municipality = ?"
        }
        List::Inbox => {
            "SELECT CAST(intake_id AS BLOB), CAST(intake_id AS BLOB),
                CAST(json_array(case_id, received_on, received_at, source, title, state, hex(findings)) AS BLOB)
            FROM inbox WHERE municipality = ?"
        }
        List::Persons => {
            "SELECT CAST(system || ' ' || value AS BLOB), CAST(person_id AS BLOB), CAST(person_id AS BLOB)
            FROM person_identifier WHERE municipality = ?"
        }
    }
}

pub(super) async fn rows(
    list: List,
    municipality: MunicipalityCode,
    connection: impl SqliteExecutor<'_>,
) -> Result<Rows, sqlx::Error> {
    let found = sqlx::query(query(list)).bind(municipality.to_string()).fetch_all(connection).await?;
    let row = |row: &sqlx::sqlite::SqliteRow| {
        let (key, of, says): (Vec<u8>, Vec<u8>, Vec<u8>) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        Ok((key, (String::from_utf8_lossy(&of).into_owned(), Digest::of(&says))))
    };
    found.iter().map(row).collect()
}

/// In what the kept rows of a list differ from those made anew, by whose they are.
pub(super) fn differences(list: List, mut kept: Rows, made: Rows) -> Vec<ListFault> {
    let mut faults = Vec::new();
    for (key, (of, says)) in made {
        match kept.remove(&key) {
            None => faults.push(ListFault::Missing { list, of }),
            Some((_, kept)) if kept != says => faults.push(ListFault::Changed { list, of }),
            Some(_) => {}
        }
    }
    faults.extend(kept.into_values().map(|(of, _)| ListFault::TooMuch { list, of }));
    // Several words of one case are one fault.
    faults.sort_by_key(|fault| format!("{fault:?}"));
    faults.dedup();
    faults
}
