//! Who has looked.

use case::municipality::MunicipalityCode;
use sqlx::Executor;

use super::Sqlite;
use super::log::Columns;
use crate::access::Access;
use crate::contract::AccessLog;
use crate::error::StoreError;
use crate::key::StreamId;

impl AccessLog for Sqlite {
    async fn record_access(&self, municipality: MunicipalityCode, access: &Access) -> Result<(), StoreError> {
        const RECORD: &str = "
            INSERT INTO access (municipality, case_id, number, user_id, role, at, purpose)
            SELECT ?, ?, 1 + coalesce(max(number), 0), ?, ?, ?, ? FROM access WHERE municipality = ? AND case_id = ?";
        let record = sqlx::query(RECORD)
            .bind(municipality.to_string())
            .bind(access.case.as_str())
            .bind(access.user.as_str())
            .bind(access.role.as_str())
            .bind(format!("{:.9}", access.at))
            .bind(access.purpose.as_str())
            .bind(municipality.to_string())
            .bind(access.case.as_str());
        let mut session = self.session().await?;
        let recorded = session.outside_transaction().execute(record).await;
        session.release().await;
        recorded.map(drop).map_err(|error| self.failures().of(&error))
    }

    async fn accesses(&self, municipality: MunicipalityCode, case: &StreamId) -> Result<Vec<Access>, StoreError> {
        const READ: &str = "SELECT case_id, user_id, role, at, purpose FROM access WHERE municipality = ? AND case_id = ? ORDER BY number DESC";
        let query = sqlx::query(READ).bind(municipality.to_string()).bind(case.as_str());
        let rows = query.fetch_all(self.readers()).await.map_err(|error| self.failures().of(&error))?;
        let access = |row| {
            let columns = Columns { row, failures: self.failures() };
            Ok(Access {
                case: columns.parsed(0)?,
                user: columns.parsed(1)?,
                role: columns.parsed(2)?,
                at: columns.parsed(3)?,
                purpose: columns.get(4)?,
            })
        };
        rows.iter().map(access).collect()
    }
}
