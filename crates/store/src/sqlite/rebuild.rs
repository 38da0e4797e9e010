//! Making a municipality's views anew, in one transaction.

use sqlx::SqlitePool;

use super::audit;
use super::failure::Failures;
use super::script::Script;
use super::session::Session;
use super::view_rows;
use crate::audit::{List, ListFault};
use crate::contract::Rebuild;
use crate::error::StoreError;
use crate::view::{MadeOf, ViewChange};
use case::municipality::MunicipalityCode;

/// New views in the making. It has the writer's turn: nobody appends before it is finished or dropped.
pub struct SqliteRebuild {
    session: Session,
    /// They see the old views for as long as the new ones aren't finished.
    readers: SqlitePool,
    municipality: MunicipalityCode,
    failures: Failures,
}

/// How many cases are written in one trip to SQLite. Always the same number, so that the statements stay prepared.
const TOGETHER: usize = 16;

impl SqliteRebuild {
    async fn write_together(&mut self, changes: &[&ViewChange]) -> Result<(), StoreError> {
        let mut script = Script::new();
        view_rows::write(&mut script, self.municipality, changes.iter().copied());
        script.run(self.session.connection()).await.map_err(|error| self.failures.of(&error))
    }

    pub(super) async fn begin(
        mut session: Session,
        readers: SqlitePool,
        municipality: MunicipalityCode,
        failures: &Failures,
    ) -> Result<Self, StoreError> {
        let mut script = Script::new();
        script.statement("BEGIN IMMEDIATE;");
        for statement in [
            "DELETE FROM case_summary WHERE municipality = ?;",
            "DELETE FROM worklist WHERE municipality = ?;",
            "DELETE FROM search_word WHERE municipality = ?;",
            "DELETE FROM inbox WHERE municipality = ?;",
            "DELETE FROM person_identifier WHERE municipality = ?;",
            "DELETE FROM views_made_of WHERE municipality = ?;",
        ] {
            script.statement(statement).bind(municipality.to_string());
        }
        match script.run(session.connection()).await {
            Ok(()) => Ok(Self { session, readers, municipality, failures: failures.clone() }),
            Err(error) => {
                session.release().await;
                Err(failures.of(&error))
            }
        }
    }
}

impl Rebuild for SqliteRebuild {
    async fn write(&mut self, changes: &[ViewChange]) -> Result<(), StoreError> {
        let (cases, others): (Vec<_>, Vec<_>) =
            changes.iter().partition(|change| matches!(change, ViewChange::Case(_)));
        let (many, rest) = cases.as_chunks::<TOGETHER>();
        for some in many {
            self.write_together(some).await?;
        }
        for one in rest.iter().chain(&others) {
            self.write_together(&[one]).await?;
        }
        Ok(())
    }

    async fn finish(mut self, made_of: &MadeOf) -> Result<(), StoreError> {
        let mut script = Script::new();
        script
            .statement("INSERT INTO views_made_of (municipality, book, standard) VALUES (?, ?, ?);")
            .bind(self.municipality.to_string())
            .bind(made_of.book.0.to_vec())
            .bind(made_of.standard.0.to_vec());
        let finished = self.session.commit(script).await.map_err(|error| self.failures.of(&error));
        self.session.release().await;
        finished
    }

    async fn compare(mut self) -> Result<Vec<ListFault>, StoreError> {
        let compared = self.differences().await.map_err(|error| self.failures.of(&error));
        self.session.release().await;
        compared
    }
}

impl SqliteRebuild {
    async fn differences(&mut self) -> Result<Vec<ListFault>, sqlx::Error> {
        let mut faults = Vec::new();
        for list in List::ALL {
            let kept = audit::rows(list, self.municipality, &self.readers).await?;
            let made = audit::rows(list, self.municipality, self.session.connection()).await?;
            faults.extend(audit::differences(list, kept, made));
        }
        Ok(faults)
    }
}
