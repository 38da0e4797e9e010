//! Genvej, the program: reads the clock once, the command line, and wires the rooms together.
//!
//! Exit status: 0 done or answered, 1 a check found something, 2 bad input or refused.

mod cli;
mod demo;
mod failure;
mod run;
mod session;
mod write;

use std::process::ExitCode;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use jiff::Timestamp;

use cli::{Cli, words};
use failure::Ended;
use session::Session;

fn main() -> ExitCode {
    let cli = match command_line() {
        Ok(cli) => cli,
        Err(status) => return status,
    };
    let session = match Session::new(&cli.common, system_time()) {
        Ok(session) => session,
        Err(failure) => return failure.report(cli.common.lang.into()),
    };
    match run::run(&session, cli.command).and_then(|ended| write::complete().map(|()| ended)) {
        Ok(Ended::Done) => ExitCode::SUCCESS,
        Ok(Ended::Found) => ExitCode::from(1),
        Err(failure) => failure.report(session.language),
    }
}

/// What was asked for; else help is shown, or what can't be read is said, and the status to end with returned.
fn command_line() -> Result<Cli, ExitCode> {
    let arguments: Vec<String> = std::env::args_os().map(|it| it.to_string_lossy().into_owned()).collect();
    let language = words::language_of(&arguments, std::env::var("GENVEJ_LANG").ok().as_deref());
    let read = words::command(language).try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches));
    read.map_err(|fault| {
        let is_help = matches!(fault.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
        if is_help || fault.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            // Help goes where `clap` puts it. That nobody reads it any more is no fault of ours.
            let _ = fault.print();
        } else {
            eprintln!("{}", words::mishap(&fault, language));
        }
        if is_help { ExitCode::SUCCESS } else { ExitCode::from(2) }
    })
}

/// The system's clock. Everybody else is told the time.
#[expect(clippy::disallowed_methods, reason = "the one place where the system's clock is read")]
fn system_time() -> Timestamp {
    Timestamp::now()
}
