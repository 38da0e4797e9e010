//! What every command works with: the language, the time, the municipality, and the database where it is asked for.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use case::denmark;
use case::municipality::MunicipalityCode;
use jiff::Timestamp;
use jiff::civil::Date;
use law::Language;
use law::standards::Standard;
use store::sqlite::{Missing, Opening};
use store::{Cases, Rebuilt, Sqlite};

use crate::cli::{Common, Lang};
use crate::failure::Failure;

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Da => Self::Danish,
            Lang::En => Self::English,
        }
    }
}

/// What every command works with.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// The language of what is written.
    pub(crate) language: Language,
    /// JSON in place of text.
    pub(crate) json: bool,
    /// The instant: as given, else the system's.
    pub(crate) now: Timestamp,
    /// The instant was given, so that it stands still.
    pub(crate) now_is_given: bool,
    /// The municipality.
    pub(crate) municipality: MunicipalityCode,
    db: std::path::PathBuf,
    patience: Duration,
}

impl Session {
    /// The session of a command line.
    ///
    /// # Errors
    /// A municipality that doesn't exist.
    pub(crate) fn new(common: &Common, system: Timestamp) -> Result<Self, Failure> {
        let municipality = MunicipalityCode::parse(&common.municipality).map_err(|_| {
            let number = &common.municipality;
            Failure::new(
                format!("Der er ingen kommune med nummer »{number}«. Hjørring er 0860."),
                format!("There is no municipality of number »{number}«. Hjørring is 0860."),
            )
        })?;
        Ok(Self {
            language: common.lang.into(),
            json: common.json,
            now: common.now.unwrap_or(system),
            now_is_given: common.now.is_some(),
            municipality,
            db: common.db.clone(),
            patience: Duration::from_secs(common.wait.into()),
        })
    }

    /// The day in Denmark.
    pub(crate) fn today(&self) -> Date {
        denmark::day(self.now)
    }

    /// The database's file.
    pub(crate) fn db(&self) -> &Path {
        &self.db
    }

    /// How the database is opened.
    pub(crate) fn opening(&self, missing: Missing) -> Opening {
        Opening { missing, patience: self.patience, ..Opening::at(&self.db) }
    }

    /// One of two texts.
    pub(crate) fn pick<'a>(&self, danish: &'a str, english: &'a str) -> &'a str {
        self.language.pick(danish, english)
    }

    /// The quality standard of the municipality.
    pub(crate) fn standard(&self) -> Option<Standard> {
        standard_of(self.municipality)
    }

    /// Opens the database; makes it where it may be made. Views that another book or standard made are made anew, and what moved is told.
    ///
    /// # Errors
    /// Whatever keeps the file from being opened or read.
    pub(crate) async fn open(&self, missing: Missing) -> Result<Cases<Sqlite>, Failure> {
        let store = Sqlite::open(&self.opening(missing)).await?;
        let cases = Cases::new(store, self.municipality, self.standard().map(Arc::new));
        if !cases.is_up_to_date().await? {
            self.tell_of_new_lists(&cases.rebuild(|_| {}).await?);
        }
        Ok(cases)
    }

    /// What changed in the lists without anybody asking for it, to standard error.
    fn tell_of_new_lists(&self, rebuilt: &Rebuilt) {
        if !rebuilt.moved.is_empty() {
            let words = self.pick(
                "Reglerne er ændret, så listerne er lavet på ny. Antal frister, der flyttede sig: {}.",
                "The rules have changed, so the lists were made anew. Limits that moved: {}.",
            );
            eprintln!("{}", words.replace("{}", &rebuilt.moved.len().to_string()));
        }
        for case in &rebuilt.unreadable {
            eprintln!("{} {}", self.pick("Ikke på listerne:", "Not in the lists:"), case.say(self.language));
        }
    }
}

/// The quality standard that ships for a municipality.
pub(crate) fn standard_of(municipality: MunicipalityCode) -> Option<Standard> {
    Standard::shipped().into_iter().find(|standard| standard.municipality == municipality.to_string())
}

/// Runs what waits for the database, on one thread.
///
/// # Errors
/// Whatever the work fails with, or a runtime that can't be had.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|fault| {
        Failure::new(format!("Programmet kan ikke starte: {fault}"), format!("The program can't start: {fault}"))
    })?;
    runtime.block_on(work)
}
