//! The worklist: counts and a page, both read from one index.

use jiff::civil::Date;
use law::fact::Choice;
use sqlx::{QueryBuilder, Sqlite};

use super::view_rows::{NO_DATE, due_column};
use super::views::Reading;
use crate::error::StoreError;
use crate::search;
use crate::worklist::{Assigned, DueState, Horizon, Tally, Worklist, WorklistFilter, WorklistLine, WorklistQuery};
use case::municipality::MunicipalityCode;

pub(super) async fn read(
    reading: &mut Reading<'_>,
    municipality: MunicipalityCode,
    query: &WorklistQuery,
) -> Result<Worklist, StoreError> {
    let tally = tally(reading, municipality, query).await?;
    let page = page(reading, municipality, query).await?;
    let ids: Vec<String> = page.iter().map(|(case, _)| case.clone()).collect();
    let cases = reading.cases(municipality, &ids).await?;
    let lines = page.into_iter().zip(cases).map(|((_, due_on), case)| WorklistLine { due_on, case }).collect();
    Ok(Worklist { tally, lines })
}

/// The column that the list goes by: what all owe, or one actor.
fn column(filter: &WorklistFilter) -> &'static str {
    filter.actor.map_or("due_on", due_column)
}

async fn tally(
    reading: &mut Reading<'_>,
    municipality: MunicipalityCode,
    query: &WorklistQuery,
) -> Result<Tally, StoreError> {
    let mut sql = QueryBuilder::new("SELECT ");
    for (state, comma) in
        [(DueState::Overdue, ", "), (DueState::Today, ", "), (DueState::Soon, ", "), (DueState::Later, "")]
    {
        sql.push("count(*) FILTER (WHERE true");
        with_state(&mut sql, column(&query.filter), state, query.horizon);
        sql.push(")").push(comma);
    }
    sql.push(" FROM worklist WHERE municipality = ").push_bind(municipality.to_string());
    with_filter(&mut sql, municipality, &query.filter);
    let counted = sql.build_query_as().fetch_one(&mut *reading.transaction).await;
    let (overdue, today, soon, later): (i64, i64, i64, i64) = counted.map_err(|error| reading.failures.of(&error))?;
    let [overdue, today, soon, later] = [overdue, today, soon, later].map(i64::cast_unsigned);
    Ok(Tally { overdue, today, soon, later })
}

async fn page(
    reading: &mut Reading<'_>,
    municipality: MunicipalityCode,
    query: &WorklistQuery,
) -> Result<Vec<(String, Option<Date>)>, StoreError> {
    let column = column(&query.filter);
    let mut sql = QueryBuilder::new("SELECT case_id, ");
    sql.push(column).push(" FROM worklist WHERE municipality = ").push_bind(municipality.to_string());
    with_filter(&mut sql, municipality, &query.filter);
    if let Some(state) = query.state {
        with_state(&mut sql, column, state, query.horizon);
    }
    sql.push(" ORDER BY ").push(column).push(", case_id LIMIT ").push_bind(query.page.size);
    sql.push(" OFFSET ").push_bind(i64::from(query.page.size) * i64::from(query.page.number));
    let rows = sql.build_query_as().fetch_all(&mut *reading.transaction).await;
    let rows: Vec<(String, String)> = rows.map_err(|error| reading.failures.of(&error))?;
    let line = |(case, due_on): (String, String)| {
        let due_on: Date = due_on.parse().map_err(|error| reading.failures.damaged(error))?;
        Ok((case, Some(due_on).filter(|day| *day != NO_DATE)))
    };
    rows.into_iter().map(line).collect()
}

fn with_state(sql: &mut QueryBuilder<Sqlite>, column: &str, state: DueState, horizon: Horizon) {
    let (today, soon_until) = (horizon.today.to_string(), horizon.soon_until.to_string());
    let mut compare = |with: &str, day: String| {
        sql.push(" AND ").push(column).push(with).push_bind(day);
    };
    match state {
        DueState::Overdue => compare(" < ", today),
        DueState::Today => compare(" = ", today),
        DueState::Soon => {
            compare(" > ", today);
            compare(" <= ", soon_until);
        }
        DueState::Later => compare(" > ", soon_until),
    }
}

fn with_filter(sql: &mut QueryBuilder<Sqlite>, municipality: MunicipalityCode, filter: &WorklistFilter) {
    if let Some(actor) = filter.actor {
        sql.push(" AND ").push(due_column(actor)).push(" IS NOT NULL");
    }
    if let Some(plan_type) = filter.plan_type {
        sql.push(" AND plan_type = ").push_bind(plan_type.word());
    }
    if let Some(provision) = &filter.provision {
        // A section and its paragraphs: `SUL § 140` and `SUL § 140, stk. 4`, and not `SUL § 140 a`, which is another section.
        let (first, last) = search::prefix_range(&format!("{provision},"));
        sql.push(" AND (provision = ").push_bind(provision.clone());
        sql.push(" OR provision >= ").push_bind(first).push(" AND provision < ").push_bind(last).push(")");
    }
    if let Some(unit) = &filter.unit {
        sql.push(" AND unit = ").push_bind(unit.clone());
    }
    match &filter.assigned {
        Some(Assigned::To(user)) => sql.push(" AND assigned_to = ").push_bind(user.as_str().to_owned()),
        Some(Assigned::ToOrNobody(user)) => {
            sql.push(" AND (assigned_to IS NULL OR assigned_to = ").push_bind(user.as_str().to_owned()).push(")")
        }
        Some(Assigned::Nobody) => sql.push(" AND assigned_to IS NULL"),
        None => sql,
    };
    if let Some(text) = &filter.text {
        with_words(sql, municipality, search::words(text));
    }
}

/// Words of a search that are looked for. Each is a question of its own, and SQLite takes no statement of a thousand; nobody's name
/// has more.
const WORDS: usize = 10;

/// Only cases of which each of these begins a word; of the first [`WORDS`] alone.
pub(super) fn with_words(sql: &mut QueryBuilder<Sqlite>, municipality: MunicipalityCode, words: Vec<String>) {
    for word in words.into_iter().take(WORDS) {
        let (first, last) = search::prefix_range(&word);
        sql.push(" AND case_id IN (SELECT case_id FROM search_word WHERE municipality = ");
        sql.push_bind(municipality.to_string());
        sql.push(" AND word >= ").push_bind(first).push(" AND word < ").push_bind(last).push(")");
    }
}
