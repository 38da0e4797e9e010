//! The commands, a file each.

mod ask;
mod assess;
mod calendar;
mod cases;
mod days;
mod do_act;
mod duties;
mod facts;
pub(crate) mod import;
mod plan;
pub(crate) mod progress;
mod rebuild;
mod serve;
mod show;
pub(crate) mod user;
mod verify;

use std::io::Read as _;
use std::path::Path;

use crate::cli::{CaseCommand, Command, DaysCommand, PlanCommand, UserCommand};
use crate::demo;
use crate::failure::{Ended, Failure};
use crate::session::Session;

/// Runs a command.
///
/// # Errors
/// What was wrong with what was asked, or stood in the way; nothing was changed.
pub(crate) fn run(session: &Session, command: Command) -> Result<Ended, Failure> {
    match command {
        Command::Assess(args) => assess::assess(session, &args),
        Command::Ask { as_of } => ask::ask(session, as_of.unwrap_or(session.today())),
        Command::Facts => Ok(facts::facts(session)),
        Command::Calendar { year } => calendar::calendar(session, year),
        Command::Days(DaysCommand::Add { date, count, working }) => days::add(session, date, count, working),
        Command::Days(DaysCommand::Between { from, through }) => days::between(session, from, through),
        Command::Plan(PlanCommand::Check { file, as_of }) => {
            plan::check(session, &file, as_of.unwrap_or(session.today()))
        }
        Command::Import { files } => import::import(session, &files),
        Command::Case(CaseCommand::List) => cases::list(session),
        Command::Case(CaseCommand::Show(args)) => show::show(session, &args),
        Command::Duties { on, overdue } => duties::duties(session, on.unwrap_or(session.today()), overdue),
        Command::Do(args) => do_act::do_act(session, &args),
        Command::Verify { write_checkpoint, against } => {
            verify::verify(session, write_checkpoint.as_deref(), against.as_deref())
        }
        Command::Rebuild => rebuild::rebuild(session),
        Command::Demo { around } => demo::demo(session, around.unwrap_or(session.today())),
        Command::User(UserCommand::Add { id, name, role, unit }) => user::add(session, &id, &name, &role, &unit),
        Command::User(UserCommand::List) => user::list(session),
        Command::Serve(args) => serve::serve(session, &args),
    }
}

/// The bytes of a file, or of standard input for `-`; one more than the readers take at the most, so that they can say it is too large.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let limit = exchange::file::SIZE_LIMIT as u64 + 1;
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(limit).read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|fault| Failure::unreadable(file, &fault))
}

/// Whether bytes are to be read as JSON: they begin with an object or a list, after blanks or a byte order mark.
pub(crate) fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['))
}

/// What some editors put before a text in UTF-8.
const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// The text of a file.
pub(crate) fn read_text(file: &Path) -> Result<String, Failure> {
    text(file, read(file)?)
}

/// The text that a file's bytes are.
pub(crate) fn text(file: &Path, mut bytes: Vec<u8>) -> Result<String, Failure> {
    let name = file.display();
    if bytes.len() > exchange::file::SIZE_LIMIT {
        return Err(Failure::new(
            format!("{name} er for stor. Grænsen er 5 MB."),
            format!("{name} is too large. The limit is 5 MB."),
        ));
    }
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    String::from_utf8(bytes).map_err(|fault| {
        let before = &fault.as_bytes()[..fault.utf8_error().valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        Failure::new(
            format!("{name}: Linje {line} har tegn, der ikke er UTF-8. Gem filen som UTF-8, og prøv igen."),
            format!("{name}: Line {line} has characters that are not UTF-8. Save the file as UTF-8, and try again."),
        )
    })
}
