//! How the pages are set up.

use std::net::SocketAddr;

use axum::http::HeaderName;
use law::Language;
use store::StoreError;

use crate::{
    access::{password::Cost, session::Limits},
    connections::Connections,
};

/// What differs from one municipality, and from one machine, to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The municipality's name, as the footer says it: `Hjørring Kommune`.
    pub municipality: String,
    /// The number to call for those who would rather talk.
    pub phone: Option<String>,
    /// Where the accessibility statement is published. Without one, `/was` tells of the faults we know.
    pub accessibility_statement: Option<String>,
    /// How the pages are reached.
    pub transport: Transport,
    /// The header in which the server in front of us says where a request comes from, such as `x-forwarded-for`. Read behind
    /// TLS only.
    pub source_header: Option<HeaderName>,
    /// What connections may take of the machine.
    pub connections: Connections,
    /// How long a session lasts.
    pub sessions: Limits,
    /// How much work a guess at a password costs.
    pub password_cost: Cost,
}

impl Config {
    /// A municipality's pages on this machine, the rest as it should be.
    pub fn new(municipality: impl Into<String>) -> Self {
        Self {
            municipality: municipality.into(),
            phone: None,
            accessibility_statement: None,
            transport: Transport::Loopback,
            source_header: None,
            connections: Connections::default(),
            sessions: Limits::default(),
            password_cost: Cost::default(),
        }
    }
}

impl Config {
    /// Whether anything may be served on this address with such a transport.
    ///
    /// # Errors
    /// [`Unsafe::Unencrypted`] on any address but loopback without TLS.
    pub fn may_listen_on(&self, address: SocketAddr) -> Result<(), Unsafe> {
        match self.transport {
            Transport::Loopback if !address.ip().is_loopback() => Err(Unsafe::Unencrypted(address)),
            Transport::Loopback | Transport::Tls => Ok(()),
        }
    }
}

/// How the pages are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// On this machine, unencrypted. Browsers keep the traffic inside it.
    Loopback,
    /// Over TLS, ended before us. Cookies are for TLS only, and browsers are told never to come without it.
    Tls,
}

/// Why the pages may not be served like this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsafe {
    /// Demo users have a known password.
    #[error("demo users are served on this machine only, not on {0}")]
    DemoUsers(SocketAddr),
    /// Passwords and health data would cross the network in the open.
    #[error("without TLS the pages are served on this machine only, not on {0}")]
    Unencrypted(SocketAddr),
    /// It can't be told whether there are demo users.
    #[error(transparent)]
    Unknown(#[from] StoreError),
}

impl Unsafe {
    /// What is wrong, and what to do about it.
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::DemoUsers(address), Language::Danish) => format!(
                "Demobrugernes adgangskode kender alle, så siderne vises kun på denne maskine og ikke på {address}. Brug \
                 127.0.0.1, eller en database uden demobrugere."
            ),
            (Self::DemoUsers(address), Language::English) => format!(
                "Everybody knows the demo users' password, so the pages are served on this machine only and not on \
                 {address}. Use 127.0.0.1, or a database without demo users."
            ),
            (Self::Unencrypted(address), Language::Danish) => format!(
                "Uden TLS vises siderne kun på denne maskine og ikke på {address}: adgangskoder og helbredsoplysninger \
                 ville gå åbent over nettet. Lyt på 127.0.0.1 bag en server, der har TLS."
            ),
            (Self::Unencrypted(address), Language::English) => format!(
                "Without TLS the pages are served on this machine only and not on {address}: passwords and health data \
                 would cross the network in the open. Listen on 127.0.0.1 behind a server that has TLS."
            ),
            (Self::Unknown(fault), language) => fault.say(language),
        }
    }
}
