//! `genvej verify`: does the record still say what was written?

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use store::audit::ListFault;
use store::checkpoint::{Checkpoint, Difference};
use store::sqlite::Missing;
use store::verify::Verification;
use store::{Cases, Log as _, Sqlite};

use super::progress;
use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on, standard_of};
use crate::write;

/// What was proved.
struct Proof {
    verification: Verification,
    differences: Vec<Difference>,
    /// Of the lists that were compared.
    lists: Vec<ListFault>,
    /// Lists of other rules are no measure of anything: the next command makes them anew.
    lists_compared: bool,
    /// The checkpoint that was asked for, of a record that is sound.
    made: Option<Checkpoint>,
}

impl Proof {
    fn is_sound(&self) -> bool {
        self.verification.is_sound() && self.differences.is_empty() && self.lists.is_empty()
    }
}

/// Proves every chain; writes or compares a checkpoint where asked. Ends with 1 where anything is wrong; no checkpoint is then written.
pub(crate) fn verify(session: &Session, checkpoint: Option<&Path>, against: Option<&Path>) -> Result<Ended, Failure> {
    if let (Some(file), Some(known)) = (checkpoint, against)
        && is_same_file(file, known)
    {
        let name = known.display();
        return Err(Failure::new(
            format!("{name} er det kontrolpunkt, der sammenlignes med. Skriv det nye i en anden fil."),
            format!("{name} is the checkpoint that is compared with. Write the new one to another file."),
        ));
    }
    let known = against.map(read_checkpoint).transpose()?;
    let proof = block_on(prove(session, known.as_ref(), checkpoint.is_some()))?;
    if let (Some(file), Some(made)) = (checkpoint, &proof.made) {
        write_checkpoint(file, made)?;
    }
    tell(session, &proof, checkpoint, against);
    Ok(if proof.is_sound() { Ended::Done } else { Ended::Found })
}

async fn prove(session: &Session, known: Option<&Checkpoint>, checkpoint: bool) -> Result<Proof, Failure> {
    let store = Sqlite::open(&session.opening(Missing::Refuse)).await?;
    let counter = progress::counter();
    let verification = store.verify(|done| counter.set_position(done)).await?;
    counter.finish_and_clear();
    let differences = match known {
        Some(known) => store.compare(known).await?,
        None => Vec::new(),
    };
    let mut proof = Proof { verification, differences, lists: Vec::new(), lists_compared: false, made: None };
    // What is derived from a damaged record is no measure of anything either.
    if proof.verification.is_sound() {
        proof.lists_compared = true;
        for municipality in store.municipalities().await? {
            let cases = Cases::new(store.clone(), municipality, standard_of(municipality).map(Arc::new));
            match cases.check_lists(|_| ()).await? {
                Some(faults) => proof.lists.extend(faults),
                None => proof.lists_compared = false,
            }
        }
    }
    if checkpoint && proof.is_sound() {
        proof.made = Some(store.checkpoint(session.municipality, session.now).await?);
    }
    store.close().await;
    Ok(proof)
}

fn tell(session: &Session, proof: &Proof, checkpoint: Option<&Path>, against: Option<&Path>) {
    let language = session.language;
    let faults: Vec<String> = proof.verification.faults.iter().map(|fault| fault.say(language)).collect();
    let differences: Vec<String> = proof.differences.iter().map(|difference| difference.say(language)).collect();
    let lists: Vec<String> = proof.lists.iter().map(|fault| fault.say(language)).collect();
    if session.json {
        write::json(&json!({
            "events": proof.verification.events, "streams": proof.verification.streams, "faults": faults,
            "differences": differences, "lists": lists, "lists_compared": proof.lists_compared,
            "checkpoint_written": proof.made.is_some(),
        }));
        return;
    }
    write::line(
        session
            .pick("{e} hændelser i {s} strømme efterprøvet.", "{e} events in {s} streams proved.")
            .replace("{e}", &proof.verification.events.to_string())
            .replace("{s}", &proof.verification.streams.to_string()),
    );
    for fault in faults.iter().chain(&differences).chain(&lists) {
        write::line(format!("  ! {fault}"));
    }
    if !lists.is_empty() {
        write::line(session.pick("»genvej rebuild« laver listerne på ny.", "»genvej rebuild« makes the lists anew."));
    }
    if !proof.lists_compared {
        write::line(session.pick(
            "Listerne er ikke sammenlignet med journalen: den er beskadiget, eller listerne er lavet efter andre regler.",
            "The lists were not compared with the record: it is damaged, or they were made by other rules.",
        ));
    }
    if checkpoint.is_some() && proof.made.is_none() {
        write::line(session.pick(
            "Kontrolpunktet er ikke skrevet: det ville gøre det, der er galt, til det, der gælder.",
            "The checkpoint was not written: it would make what is wrong the measure of what is right.",
        ));
    }
    if against.is_none() {
        write::line(store::checkpoint::limits(language));
    }
    write::line(store::verify::not_covered(language));
}

/// Whether two paths lead to one file; a file that isn't there is no other's.
fn is_same_file(one: &Path, other: &Path) -> bool {
    if let (Ok(one), Ok(other)) = (fs::metadata(one), fs::metadata(other)) {
        return (one.dev(), one.ino()) == (other.dev(), other.ino());
    }
    one == other
}

fn read_checkpoint(file: &Path) -> Result<Checkpoint, Failure> {
    let name = file.display();
    let text = super::read_text(file)?;
    Checkpoint::from_json(&text).map_err(|fault| Failure::said(|language| format!("{name}: {}", fault.say(language))))
}

/// Writes the file beside its place and moves it there, so that a full disk leaves the old one whole. For its owner alone.
fn write_checkpoint(file: &Path, made: &Checkpoint) -> Result<(), Failure> {
    let text = made.to_json().map_err(|fault| Failure::new(fault.to_string(), fault.to_string()))?;
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = file.with_file_name(name);
    let written = write_whole(&beside, &text).and_then(|()| fs::rename(&beside, file));
    written.map_err(|fault| {
        // What is left of it is of no use to anybody.
        let _ = fs::remove_file(&beside);
        Failure::unwritable(file, &fault)
    })
}

fn write_whole(file: &Path, text: &str) -> io::Result<()> {
    let mut open = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    open.write_all(text.as_bytes())?;
    open.sync_all()
}
