//! `genvej serve`: the pages.

use std::net::SocketAddr;
use std::path::Path;

use jiff::Timestamp;
use store::sqlite::Missing;
use tokio::net::TcpListener;
use web::access::cookie::Key;
use web::app::{App, Clock, Faults};
use web::config::{Config, Transport};

use crate::failure::{Ended, Failure};
use crate::session::Session;
use crate::{system_time, write};

/// Serves until it is told to stop.
pub(crate) fn serve(
    session: &Session,
    listen: SocketAddr,
    key_file: Option<&Path>,
    behind_tls: bool,
) -> Result<Ended, Failure> {
    let key = key(key_file)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|fault| {
        Failure::new(format!("Programmet kan ikke starte: {fault}"), format!("The program can't start: {fault}"))
    })?;
    runtime.block_on(async {
        // First, so that an address in use leaves no new database behind.
        let listener = TcpListener::bind(listen).await.map_err(|fault| unreachable_address(listen, &fault))?;
        let cases = session.open(Missing::Create).await?;
        let mut config = Config::new(format!("{} Kommune", session.municipality.name()));
        config.transport = if behind_tls { Transport::Tls } else { Transport::Loopback };
        let faults = Faults::told_to(|fault| eprintln!("{fault}"));
        let store = cases.store().clone();
        let app = App::new(config, clock(session), cases, key, faults);
        let address = listener.local_addr().unwrap_or(listen);
        app.may_listen_on(address).await.map_err(|fault| not_there(&fault.to_string()))?;
        write::line(format!(
            "{} http://{address}  ({})",
            session.pick("Genvej er klar på", "Genvej is ready on"),
            session.pick("stop med Ctrl-C", "stop with Ctrl-C")
        ));
        let served = web::server::serve(listener, app, stopped()).await;
        store.close().await;
        served.map_err(|fault| not_there(&fault.to_string()))?;
        Ok(Ended::Done)
    })
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
    let wrong = |fault: String| {
        Failure::new(
            format!("Nøglen til cookies kan ikke bruges: {fault}"),
            format!("The key for cookies can't be used: {fault}"),
        )
    };
    match file {
        Some(file) => {
            let bytes = std::fs::read(file).map_err(|fault| wrong(format!("{}: {fault}", file.display())))?;
            Key::new(&bytes).map_err(|fault| wrong(fault.to_string()))
        }
        None => Key::random().map_err(|fault| wrong(fault.to_string())),
    }
}

fn unreachable_address(listen: SocketAddr, fault: &std::io::Error) -> Failure {
    Failure::new(
        format!("Siderne kan ikke vises på {listen}: {fault}. Vælg en anden adresse med --listen."),
        format!("The pages can't be served on {listen}: {fault}. Choose another address with --listen."),
    )
}

fn not_there(fault: &str) -> Failure {
    Failure::new(format!("Siderne vises ikke: {fault}."), format!("The pages are not served: {fault}."))
}
