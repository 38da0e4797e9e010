//! Who may sign in.

use case::municipality::MunicipalityCode;
use sqlx::Executor;
use sqlx::sqlite::SqliteRow;

use super::Sqlite;
use super::log::Columns;
use crate::contract::Users;
use crate::error::StoreError;
use crate::key::UserId;
use crate::user::{Account, AddUserError, PasswordHash, User};

impl Users for Sqlite {
    async fn add_user(&self, municipality: MunicipalityCode, user: &User) -> Result<(), AddUserError> {
        const ADD: &str = "
            INSERT INTO user_account (municipality, user_id, name, role, unit, password_hash, account) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING";
        let add = sqlx::query(ADD)
            .bind(municipality.to_string())
            .bind(user.id.as_str())
            .bind(user.name.as_str())
            .bind(user.role.as_str())
            .bind(user.unit.as_str())
            .bind(user.password.as_str())
            .bind(stored(user.account));
        let mut session = self.session().await?;
        let added = session.outside_transaction().execute(add).await;
        session.release().await;
        match added.map_err(|error| self.failures().of(&error))?.rows_affected() {
            0 => Err(AddUserError::Exists(user.id.clone())),
            _ => Ok(()),
        }
    }

    async fn user(&self, municipality: MunicipalityCode, id: &UserId) -> Result<Option<User>, StoreError> {
        const READ: &str = "SELECT user_id, name, role, unit, password_hash, account FROM user_account WHERE municipality = ? AND user_id = ?";
        let query = sqlx::query(READ).bind(municipality.to_string()).bind(id.as_str());
        let row = query.fetch_optional(self.readers()).await.map_err(|error| self.failures().of(&error))?;
        row.as_ref().map(|row| self.user_in(row)).transpose()
    }

    async fn users(&self, municipality: MunicipalityCode) -> Result<Vec<User>, StoreError> {
        const READ: &str = "SELECT user_id, name, role, unit, password_hash, account FROM user_account WHERE municipality = ? ORDER BY user_id";
        let query = sqlx::query(READ).bind(municipality.to_string());
        let rows = query.fetch_all(self.readers()).await.map_err(|error| self.failures().of(&error))?;
        rows.iter().map(|row| self.user_in(row)).collect()
    }
}

impl Sqlite {
    fn user_in(&self, row: &SqliteRow) -> Result<User, StoreError> {
        let columns = Columns { row, failures: self.failures() };
        let account: String = columns.get(5)?;
        let account = [Account::Real, Account::Demo].into_iter().find(|kind| stored(*kind) == account);
        Ok(User {
            id: columns.parsed(0)?,
            name: columns.get(1)?,
            role: columns.parsed(2)?,
            unit: columns.get(3)?,
            password: PasswordHash::new(columns.get::<String>(4)?),
            account: account.ok_or_else(|| self.failures().damaged("no such kind of account"))?,
        })
    }
}

fn stored(account: Account) -> &'static str {
    match account {
        Account::Real => "real",
        Account::Demo => "demo",
    }
}
