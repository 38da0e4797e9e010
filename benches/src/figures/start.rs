//! From the start of the program to its first page.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use crate::fault::Fault;
use crate::figure::{Amount, Figure, Goal};
use crate::stopwatch::{Times, time};

const ROUNDS: usize = 21;

/// # Errors
/// Where the program isn't built, or doesn't come up.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Figure>, Fault> {
    let program = program()?;
    let database = folder.join("start.db");
    succeeded(&Command::new(&program).arg("demo").arg("--db").arg(&database).output()?)?;
    let (mut pages, mut helps) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (took, running) = time(|| first_page(&program, &database));
        running?;
        pages.push(took);
        let (took, help) = time(|| Command::new(&program).arg("--help").output());
        succeeded(&help?)?;
        helps.push(took);
    }
    Ok(vec![Figure {
        what: "start of the program to its first page",
        measured: Amount::Takes(Times::of(&pages)),
        against: Some(("starting it for its help", Times::of(&helps))),
        goal: Goal::Told,
    }])
}

/// The program beside this one, built as this one is.
fn program() -> Result<PathBuf, Fault> {
    let program = std::env::current_exe()?.with_file_name("genvej");
    if program.is_file() {
        return Ok(program);
    }
    Err(format!("{} isn't there: `make bench` builds it", program.display()).into())
}

fn succeeded(output: &Output) -> Result<(), Fault> {
    if output.status.success() {
        return Ok(());
    }
    Err(format!("genvej: {}", String::from_utf8_lossy(&output.stderr)).into())
}

/// The program, stopped when this is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have stopped by itself; then there is nothing to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn first_page(program: &Path, database: &Path) -> Result<Running, Fault> {
    let mut serve = Command::new(program);
    serve.args(["serve", "--listen", "127.0.0.1:0", "--db"]).arg(database).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = Running(serve.spawn()?);
    let out = running.0.stdout.take().ok_or("the program has no output")?;
    let mut told = String::new();
    BufReader::new(out).read_line(&mut told)?;
    let address = told.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next());
    let mut connection = TcpStream::connect(address.ok_or("genvej serve told no address")?)?;
    connection.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut page = Vec::new();
    connection.read_to_end(&mut page)?;
    if !page.starts_with(b"HTTP/1.1 200") {
        let first = page.split(|byte| *byte == b'\r').next().unwrap_or_default();
        return Err(format!("the first page: {}", String::from_utf8_lossy(first)).into());
    }
    Ok(running)
}
