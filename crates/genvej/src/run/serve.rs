//! `genvej serve`: the pages.

use std::net::SocketAddr;
use std::path::Path;

use jiff::Timestamp;
use law::Language;
use store::sqlite::Missing;
use tokio::net::TcpListener;
use web::ServeError;
use web::access::cookie::{Key, NoKey};
use web::app::{App, Clock, Faults};
use web::config::{Config, Transport, Unsafe};

use crate::cli::ServeArgs;
use crate::failure::{Ended, Failure, cause};
use crate::session::Session;
use crate::{system_time, write};

/// Serves until it is told to stop.
pub(crate) fn serve(session: &Session, args: &ServeArgs) -> Result<Ended, Failure> {
    let (key, config, listen) = (key(args.key_file.as_deref())?, config(session, args)?, args.listen);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|fault| {
        Failure::new(format!("Programmet kan ikke starte: {fault}"), format!("The program can't start: {fault}"))
    })?;
    runtime.block_on(async {
        // First, so that an address that is in use, or refused, leaves no new database behind.
        config.may_listen_on(listen).map_err(|fault| not_there(&fault))?;
        let listener = TcpListener::bind(listen).await.map_err(|fault| unreachable_address(listen, &fault))?;
        let cases = session.open(Missing::Create).await?;
        let faults = Faults::told_to(|fault| eprintln!("{fault}"));
        let store = cases.store().clone();
        let app = App::new(config, clock(session), cases, key, faults);
        let address = listener.local_addr().unwrap_or(listen);
        app.may_listen_on(address).await.map_err(|fault| not_there(&fault))?;
        write::line(format!(
            "{} http://{address}  ({})",
            session.pick("Genvej er klar på", "Genvej is ready on"),
            session.pick("stop med Ctrl-C", "stop with Ctrl-C")
        ));
        let served = web::server::serve(listener, app, stopped()).await;
        store.close().await;
        served.map_err(|fault| not_served(&fault))?;
        Ok(Ended::Done)
    })
}

/// How the pages are set up by the command line.
fn config(session: &Session, args: &ServeArgs) -> Result<Config, Failure> {
    let mut config = Config::new(format!("{} Kommune", session.municipality.name()));
    config.transport = if args.behind_tls { Transport::Tls } else { Transport::Loopback };
    if let Some(name) = &args.source_header {
        let header = name.parse().map_err(|_| {
            Failure::new(
                format!("»{name}« er ikke navnet på en header som X-Forwarded-For."),
                format!("»{name}« is not the name of a header such as X-Forwarded-For."),
            )
        })?;
        config.source_header = Some(header);
    }
    Ok(config)
}

/// A clock that stands where it was told to; else the system's.
fn clock(session: &Session) -> Clock {
    if session.now_is_given { Clock::standing_at(session.now) } else { Clock::new(system_time as fn() -> Timestamp) }
}

/// Ctrl-C, or the system's word to stop.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            // Without the one there is still the other.
            let _ = interrupt.await;
        }
    }
}

/// The key for cookies: of a file, so that sign-ins outlive the program; else a fresh one.
fn key(file: Option<&Path>) -> Result<Key, Failure> {
    match file {
        Some(file) => {
            let bytes = std::fs::read(file).map_err(|fault| Failure::unreadable(file, &fault))?;
            Key::new(&bytes).map_err(|fault| no_key(fault, &file.display().to_string()))
        }
        None => Key::random().map_err(|fault| no_key(fault, "–")),
    }
}

fn no_key(fault: NoKey, file: &str) -> Failure {
    match fault {
        NoKey::TooShort(bytes) => Failure::new(
            format!("{file}: Nøglen til cookies har {bytes} tegn og skal have mindst 64. Lav en, der er lang nok."),
            format!(
                "{file}: The key for cookies has {bytes} characters and needs 64 or more. Make one that is long enough."
            ),
        ),
        NoKey::NoRandomness => Failure::new(
            "Styresystemet gav ingen tilfældige tal til nøglen til cookies. Giv den i en fil med --key-file.",
            "The operating system gave no random numbers for the cookies' key. Give it in a file with --key-file.",
        ),
    }
}

fn unreachable_address(listen: SocketAddr, fault: &std::io::Error) -> Failure {
    Failure::said(|language| {
        let cause = cause(fault, language);
        match language {
            Language::Danish => format!("Siderne kan ikke vises på {listen}: {cause}. Vælg en anden med --listen."),
            Language::English => {
                format!("The pages can't be served on {listen}: {cause}. Choose another with --listen.")
            }
        }
    })
}

fn not_served(fault: &ServeError) -> Failure {
    Failure::said(|language| match fault {
        ServeError::Unsafe(fault) => fault.say(language),
        ServeError::Io(fault) => {
            format!("{}: {}.", language.pick("Siderne vises ikke", "The pages are not served"), cause(fault, language))
        }
    })
}

fn not_there(fault: &Unsafe) -> Failure {
    Failure::said(|language| fault.say(language))
}
