//! Several statements in one trip to SQLite's thread. A trip costs more than most statements do.

use super::eager::eagerly;
use serde::Serialize;
use sqlx::error::BoxDynError;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, Encode, Sqlite, SqliteConnection, Type};

/// Statements in order, and the values for their question marks in the same order.
pub(super) struct Script {
    sql: String,
    arguments: Result<SqliteArguments, BoxDynError>,
    reused: bool,
}

impl Script {
    pub(super) fn new() -> Self {
        Self { sql: String::with_capacity(2048), arguments: Ok(SqliteArguments::default()), reused: true }
    }

    /// Adds a statement, ended by its semicolon. Only texts of the program itself can be given.
    pub(super) fn statement(&mut self, sql: &'static str) -> &mut Self {
        self.sql.push_str(sql);
        self
    }

    /// The value of the next question mark.
    pub(super) fn bind<T>(&mut self, value: T) -> &mut Self
    where
        T: for<'q> Encode<'q, Sqlite> + Type<Sqlite>,
    {
        if let Ok(arguments) = &mut self.arguments
            && let Err(error) = arguments.add(value)
        {
            self.arguments = Err(error);
        }
        self
    }

    /// The value of the next question mark, as JSON.
    pub(super) fn bind_json<T: Serialize + ?Sized>(&mut self, value: &T) -> &mut Self {
        match serde_json::to_string(value) {
            Ok(json) => self.bind(json),
            Err(error) => {
                self.arguments = Err(error.into());
                self
            }
        }
    }

    /// Says that the same statements will hardly be run again, so that SQLite need not keep them prepared.
    pub(super) fn run_once(&mut self) {
        self.reused = false;
    }

    /// Runs it all; stops at the first statement that fails.
    pub(super) async fn run(self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        // Safe: the text is made of `&'static str` alone; values are bound.
        let arguments = self.arguments.map_err(sqlx::Error::Encode)?;
        let query = sqlx::query_with(AssertSqlSafe(self.sql), arguments).persistent(self.reused);
        eagerly(query.execute(connection)).await.map(drop)
    }
}
