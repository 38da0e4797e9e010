//! `genvej verify`: does the record still say what was written?

use std::fs;
use std::path::Path;

use serde_json::json;
use store::checkpoint::Checkpoint;
use store::sqlite::Missing;
use store::{Log as _, Sqlite};

use super::progress;
use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

/// Proves every chain; writes or compares a checkpoint where asked. Ends with 1 where anything is wrong.
pub(crate) fn verify(session: &Session, checkpoint: Option<&Path>, against: Option<&Path>) -> Result<Ended, Failure> {
    let known = against.map(read_checkpoint).transpose()?;
    let (verification, differences, made) = block_on(async {
        let store = Sqlite::open(&session.opening(Missing::Refuse)).await?;
        let counter = progress::counter();
        let verification = store.verify(|done| counter.set_position(done)).await?;
        counter.finish_and_clear();
        let differences = match &known {
            Some(known) => store.compare(known).await?,
            None => Vec::new(),
        };
        let made = match checkpoint {
            Some(_) => Some(store.checkpoint(session.municipality, session.now).await?),
            None => None,
        };
        Ok((verification, differences, made))
    })?;
    if let (Some(file), Some(made)) = (checkpoint, made) {
        write_checkpoint(file, &made)?;
    }
    let language = session.language;
    let faults: Vec<String> = verification.faults.iter().map(|fault| fault.say(language)).collect();
    let differences: Vec<String> = differences.iter().map(|difference| difference.say(language)).collect();
    if session.json {
        write::json(&json!({
            "events": verification.events, "streams": verification.streams, "faults": faults, "differences": differences,
        }));
    } else {
        write::line(
            session
                .pick("{e} hændelser i {s} strømme efterprøvet.", "{e} events in {s} streams proved.")
                .replace("{e}", &verification.events.to_string())
                .replace("{s}", &verification.streams.to_string()),
        );
        for fault in faults.iter().chain(&differences) {
            write::line(format!("  ! {fault}"));
        }
        if against.is_none() {
            write::line(store::checkpoint::limits(language));
        }
    }
    Ok(if faults.is_empty() && differences.is_empty() { Ended::Done } else { Ended::Found })
}

fn read_checkpoint(file: &Path) -> Result<Checkpoint, Failure> {
    let name = file.display();
    let text = super::read_text(file)?;
    Checkpoint::from_json(&text).map_err(|fault| Failure::said(|language| format!("{name}: {}", fault.say(language))))
}

fn write_checkpoint(file: &Path, made: &Checkpoint) -> Result<(), Failure> {
    let text = made.to_json().map_err(|fault| Failure::new(fault.to_string(), fault.to_string()))?;
    fs::write(file, text).map_err(|fault| Failure::unwritable(file, &fault))
}
