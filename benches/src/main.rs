//! Genvej's figures: what things cost, each against a reference that is measured in the same run, with its goal.
//!
//! `make bench` prints them all; `make bench BENCH_ARGS="law calendar"` those by name. `docs/figures.md` says what each one is.

mod by_hand;
mod chance;
mod fault;
mod figure;
mod figures;
mod made_up;
mod people;
mod progress;
mod record;
mod stopwatch;

use std::path::Path;
use std::process::ExitCode;

use fault::Fault;
use figure::{Figure, table};
use figures::{calendar, caseload, command, route, start};
use stopwatch::time;

/// What can be asked for, in the order of measuring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Law,
    Calendar,
    Command,
    Caseload,
    Start,
}

impl Asked {
    const ALL: [Self; 5] = [Self::Law, Self::Calendar, Self::Command, Self::Caseload, Self::Start];

    fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Calendar => "calendar",
            Self::Command => "command",
            Self::Caseload => "caseload",
            Self::Start => "start",
        }
    }

    /// # Errors
    /// Where the word names none of them.
    fn of_word(word: &str) -> Result<Self, Fault> {
        let known = || Self::ALL.map(Self::word).join(", ");
        let asked = Self::ALL.into_iter().find(|asked| asked.word() == word);
        asked.ok_or_else(|| format!("There is no figure '{word}'. There are: {}.", known()).into())
    }

    fn measure(self, folder: &Path) -> Result<Vec<Figure>, Fault> {
        match self {
            Self::Law => route::measure(),
            Self::Calendar => calendar::measure(),
            Self::Command => waiting(command::measure(folder)),
            Self::Caseload => waiting(caseload::measure(folder)),
            Self::Start => start::measure(folder),
        }
    }
}

/// Runs what waits for the database, in the runtime that serves the pages.
fn waiting<T>(work: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}

/// Measures what was asked for. Whether every goal is met and every figure was had.
fn run() -> Result<bool, Fault> {
    let mut asked = std::env::args().skip(1).map(|word| Asked::of_word(&word)).collect::<Result<Vec<_>, _>>()?;
    if asked.is_empty() {
        asked = Asked::ALL.to_vec();
    }
    let folder = folder()?;
    let (mut measured, mut all_had) = (Vec::new(), true);
    for one in asked {
        eprintln!("{} …", one.word());
        let (took, figures) = time(|| one.measure(folder.path()));
        match figures {
            Ok(figures) => {
                eprintln!("{}: {:.0} s", one.word(), took.as_secs_f64());
                measured.extend(figures);
            }
            Err(fault) => {
                all_had = false;
                eprintln!("{}: not measured. {fault}", one.word());
            }
        }
    }
    print!("{}", table(&measured));
    Ok(all_had && measured.iter().all(|figure| figure.is_met() != Some(false)))
}

/// A folder on a real disk, gone afterwards: beside the program, or where `GENVEJ_BENCH_DIR` says. What is commonly called the temporary
/// folder may lie in memory, where a commit costs nothing.
fn folder() -> Result<tempfile::TempDir, Fault> {
    if let Some(place) = std::env::var_os("GENVEJ_BENCH_DIR") {
        return Ok(tempfile::tempdir_in(place)?);
    }
    let program = std::env::current_exe()?;
    Ok(tempfile::tempdir_in(program.parent().ok_or("this program lies in no folder")?)?)
}
