//! Reading the views.

use case::municipality::MunicipalityCode;
use jiff::civil::Date;
use law::fact::{Choice, PlanType};

use super::Sqlite;
use super::duty_document::DutyDocument;
use super::failure::Failures;
use super::log::Columns;
use super::rebuild::SqliteRebuild;
use crate::contract::Views;
use crate::error::StoreError;
use crate::event::{Happened, Json};
use crate::key::StreamId;
use crate::search;
use crate::view::{CaseRow, Clock, DutyRow, Identifier, InboxRow, InboxState, MadeOf};
use crate::worklist::{Page, Worklist, WorklistQuery};

impl Views for Sqlite {
    type Rebuild = SqliteRebuild;

    async fn case(&self, municipality: MunicipalityCode, case: &StreamId) -> Result<Option<CaseRow>, StoreError> {
        let ids = vec![case.as_str().to_owned()];
        Ok(self.reading().await?.cases(municipality, &ids).await?.pop())
    }

    async fn cases_of(&self, municipality: MunicipalityCode, person: &StreamId) -> Result<Vec<CaseRow>, StoreError> {
        let mut reading = self.reading().await?;
        let ids = sqlx::query_scalar(
            "SELECT case_id FROM case_summary WHERE municipality = ? AND person_id = ? ORDER BY case_id",
        )
        .bind(municipality.to_string())
        .bind(person.as_str())
        .fetch_all(&mut *reading.transaction);
        let ids = ids.await.map_err(|error| self.failures().of(&error))?;
        reading.cases(municipality, &ids).await
    }

    async fn cases(&self, municipality: MunicipalityCode, page: Page) -> Result<Vec<CaseRow>, StoreError> {
        let mut reading = self.reading().await?;
        let ids = sqlx::query_scalar(
            "SELECT case_id FROM case_summary WHERE municipality = ? ORDER BY case_id LIMIT ? OFFSET ?",
        )
        .bind(municipality.to_string())
        .bind(page.size)
        .bind(i64::from(page.size) * i64::from(page.number))
        .fetch_all(&mut *reading.transaction);
        let ids = ids.await.map_err(|error| self.failures().of(&error))?;
        reading.cases(municipality, &ids).await
    }

    async fn search(&self, municipality: MunicipalityCode, text: &str, limit: u32) -> Result<Vec<CaseRow>, StoreError> {
        let words = search::words(text);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut reading = self.reading().await?;
        // By name, stopping at the limit. Sorting what a common beginning finds would read most of the table for one page.
        let mut query = sqlx::QueryBuilder::new(
            "SELECT case_id FROM case_summary INDEXED BY case_summary_by_name WHERE municipality = ",
        );
        query.push_bind(municipality.to_string());
        super::worklist::with_words(&mut query, municipality, words);
        query.push(" ORDER BY name, case_id LIMIT ").push_bind(limit);
        let ids = query.build_query_scalar().fetch_all(&mut *reading.transaction).await;
        let ids: Vec<String> = ids.map_err(|error| self.failures().of(&error))?;
        reading.cases(municipality, &ids).await
    }

    async fn worklist(&self, municipality: MunicipalityCode, query: &WorklistQuery) -> Result<Worklist, StoreError> {
        super::worklist::read(&mut self.reading().await?, municipality, query).await
    }

    async fn inbox(&self, municipality: MunicipalityCode) -> Result<Vec<InboxRow>, StoreError> {
        const READ: &str = "
            SELECT intake_id, case_id, received_on, received_at, source, title, state, findings FROM inbox WHERE municipality = ?
            ORDER BY received_on, received_at, intake_id";
        let rows = sqlx::query(READ).bind(municipality.to_string()).fetch_all(self.readers()).await;
        let rows = rows.map_err(|error| self.failures().of(&error))?;
        rows.iter().map(|row| inbox_row(&Columns { row, failures: self.failures() })).collect()
    }

    async fn person_with(
        &self,
        municipality: MunicipalityCode,
        identifier: &Identifier,
    ) -> Result<Option<StreamId>, StoreError> {
        const FIND: &str =
            "SELECT person_id FROM person_identifier WHERE municipality = ? AND system = ? AND value = ?";
        let query = sqlx::query(FIND)
            .bind(municipality.to_string())
            .bind(identifier.system.as_str())
            .bind(identifier.value.as_str());
        let row = query.fetch_optional(self.readers()).await.map_err(|error| self.failures().of(&error))?;
        row.as_ref().map(|row| Columns { row, failures: self.failures() }.parsed(0)).transpose()
    }

    async fn views_are_of(&self, municipality: MunicipalityCode, made_of: &MadeOf) -> Result<bool, StoreError> {
        const ASK: &str =
            "SELECT EXISTS (SELECT 1 FROM views_made_of WHERE municipality = ? AND book = ? AND standard = ?)";
        sqlx::query_scalar(ASK)
            .bind(municipality.to_string())
            .bind(made_of.book.0.to_vec())
            .bind(made_of.standard.0.to_vec())
            .fetch_one(self.readers())
            .await
            .map_err(|error| self.failures().of(&error))
    }

    async fn rebuild(&self, municipality: MunicipalityCode) -> Result<SqliteRebuild, StoreError> {
        SqliteRebuild::begin(self.session().await?, self.readers().clone(), municipality, self.failures()).await
    }
}

/// Several queries that see the same moment.
pub(super) struct Reading<'a> {
    pub(super) transaction: sqlx::Transaction<'static, sqlx::Sqlite>,
    pub(super) failures: &'a Failures,
}

impl Sqlite {
    pub(super) async fn reading(&self) -> Result<Reading<'_>, StoreError> {
        let transaction = self.readers().begin().await.map_err(|error| self.failures().of(&error))?;
        Ok(Reading { transaction, failures: self.failures() })
    }
}

impl Reading<'_> {
    /// The cases with these ids, in this order; those that aren't there are left out.
    pub(super) async fn cases(
        &mut self,
        municipality: MunicipalityCode,
        ids: &[String],
    ) -> Result<Vec<CaseRow>, StoreError> {
        const CASES: &str = "
            SELECT case_id, number, person_id, name, born_on, plan_type, provision, state, unit, assigned_to, received_on, discharged_on,
                law_from, law_due_on, law_stopped_on, law_provisional, goal_from, goal_due_on, goal_stopped_on, goal_provisional, duties
            FROM json_each(?) AS asked CROSS JOIN case_summary ON municipality = ? AND case_id = asked.value ORDER BY asked.key";
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let asked = serde_json::to_string(ids)
            .map_err(|error| StoreError::Other { place: self.failures.place(), detail: error.to_string() })?;
        let query = sqlx::query(CASES).bind(asked).bind(municipality.to_string());
        let rows = query.fetch_all(&mut *self.transaction).await.map_err(|error| self.failures.of(&error))?;
        rows.iter().map(|row| case_row(&Columns { row, failures: self.failures })).collect()
    }
}

fn case_row(columns: &Columns) -> Result<CaseRow, StoreError> {
    Ok(CaseRow {
        case: columns.parsed(0)?,
        number: columns.get(1)?,
        person: columns.parsed(2)?,
        name: columns.get(3)?,
        born_on: columns.optional(4)?,
        plan_type: optional_word(columns, 5, PlanType::of_word)?,
        provision: columns.get(6)?,
        state: columns.get(7)?,
        unit: columns.get(8)?,
        assigned_to: columns.optional(9)?,
        received_on: columns.optional(10)?,
        discharged_on: columns.optional(11)?,
        law_clock: clock(columns, 12)?,
        goal_clock: clock(columns, 16)?,
        duties: duties(columns, 20)?,
    })
}

/// The clock in four columns from `first` on.
fn clock(columns: &Columns, first: usize) -> Result<Option<Clock>, StoreError> {
    let Some(from) = columns.optional::<Date>(first)? else { return Ok(None) };
    Ok(Some(Clock {
        from,
        due_on: columns.optional(first + 1)?,
        stopped_on: columns.optional(first + 2)?,
        provisional: columns.get(first + 3)?,
    }))
}

fn duties(columns: &Columns, column: usize) -> Result<Vec<DutyRow>, StoreError> {
    let json: String = columns.get(column)?;
    let documents: Vec<DutyDocument> = serde_json::from_str(&json).map_err(|error| columns.failures.damaged(error))?;
    let duties = documents.into_iter().map(DutyDocument::read).collect::<Option<Vec<_>>>();
    duties.ok_or_else(|| columns.failures.damaged("a duty in words of another program"))
}

fn inbox_row(columns: &Columns) -> Result<InboxRow, StoreError> {
    Ok(InboxRow {
        intake: columns.parsed(0)?,
        case: columns.optional(1)?,
        received: Happened { on: columns.parsed(2)?, at: columns.optional(3)? },
        source: columns.get(4)?,
        title: columns.get(5)?,
        state: word(columns, 6, |word| InboxState::ALL.into_iter().find(|state| state.word() == word))?,
        findings: Json::kept(columns.get(7)?),
    })
}

/// What a word in a column stands for.
fn word<T>(columns: &Columns, column: usize, meaning: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    let word: String = columns.get(column)?;
    meaning(&word).ok_or_else(|| columns.failures.damaged(format_args!("unknown word: {word}")))
}

fn optional_word<T>(
    columns: &Columns,
    column: usize,
    meaning: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, StoreError> {
    if columns.get::<Option<String>>(column)?.is_none() {
        return Ok(None);
    }
    word(columns, column, meaning).map(Some)
}
