//! The program with a database of its own, on a day of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;

/// The first working day after Easter 2026.
pub(crate) const NOW: &str = "2026-04-07T09:00:00+02:00";

/// The program, and the folder that it works in.
pub(crate) struct Program {
    folder: tempfile::TempDir,
    now: String,
}

/// How a command ended, and what it said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    /// What was said is JSON.
    pub(crate) fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|fault| panic!("{fault}: {self:?}"))
    }

    /// The command was refused: status 2, a reason on standard error, nothing that looks like a panic.
    pub(crate) fn refused_with(&self, words: &str) {
        assert_eq!(self.code, 2, "{self:?}");
        assert!(self.err.contains(words) || self.out.contains(words), "»{words}« is missing: {self:?}");
        assert!(!self.err.contains("panicked"), "{self:?}");
    }

    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Program {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), now: NOW.to_owned() }
    }

    /// As it is on another day.
    pub(crate) fn at(mut self, now: &str) -> Self {
        now.clone_into(&mut self.now);
        self
    }

    /// The command, from the repository's root, with nothing of the surroundings.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_genvej"));
        command
            .args(arguments)
            .env_clear()
            .env("GENVEJ_DB", self.db())
            .env("GENVEJ_NOW", &self.now)
            .env("GENVEJ_PASSWORD", "en lang adgangskode")
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.command(arguments).output().unwrap().into()
    }

    /// As [`Program::run`], while no file may grow beyond so many KiB.
    pub(crate) fn run_with_room_for(&self, kib: u32, arguments: &[&str]) -> Said {
        // A shell counts in blocks of 512 bytes. The signal is turned into an error, as a full disk gives.
        let limited = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", kib * 2);
        let command = self.command(arguments);
        let mut shell = Command::new("/bin/sh");
        shell.arg("-c").arg(limited).arg(command.get_program()).args(command.get_args()).env_clear();
        shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        shell.current_dir(command.get_current_dir().unwrap()).stdin(Stdio::null());
        shell.output().unwrap().into()
    }

    pub(crate) fn db(&self) -> PathBuf {
        self.folder.path().join("genvej.db")
    }

    /// Writes a file, and returns its path.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// How many events are recorded; every one of them sound.
    pub(crate) fn events(&self) -> u64 {
        self.run(&["verify", "--json"]).done().json()["events"].as_u64().unwrap()
    }
}

/// The example plan with another message's number: another plan for the same citizen.
pub(crate) fn plan_number(number: u32) -> String {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/genoptraeningsplan.xml");
    let plan = std::fs::read_to_string(example).unwrap();
    let other = plan.replace("26032600000001", &format!("260326{number:08}"));
    let other = other.replace("26032690000001", &format!("2603269{number:07}"));
    assert!(number == 1 || other != plan, "the example has lost its numbers");
    other
}
