//! What every request needs: configuration, the clock, the record, sessions.

use std::{
    fmt,
    net::SocketAddr,
    sync::{Arc, OnceLock},
};

use case::{denmark, municipality::MunicipalityCode};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use store::{
    Cases, Sqlite, StoreError, Users as _,
    user::{Account, PasswordHash, User},
};
use tokio::sync::Semaphore;

use crate::{
    access::{
        cookie::Key,
        password::{self, Unhashable},
        session::Ended,
        throttle::Throttle,
        user::{self, Known, UserName},
    },
    config::{Config, Transport, Unsafe},
};

/// Passwords checked at one time. Each check takes the memory and time that its hash asks for, on purpose.
const CHECKS_AT_ONCE: usize = 4;

/// What every request needs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    config: Config,
    clock: Clock,
    cases: Cases<Sqlite>,
    key: Key,
    faults: Faults,
    throttle: Throttle,
    ended: Ended,
    checks: Semaphore,
    /// Checked for a name that nobody has, so that the time an answer takes tells nothing of which names there are. Made
    /// when it is first needed: it costs as much as a check does.
    nobody: OnceLock<PasswordHash>,
}

impl App {
    /// The pages on these cases, with this key for cookies.
    pub fn new(config: Config, clock: Clock, cases: Cases<Sqlite>, key: Key, faults: Faults) -> Self {
        Self(Arc::new(Inner {
            config,
            clock,
            cases,
            key,
            faults,
            throttle: Throttle::default(),
            ended: Ended::default(),
            checks: Semaphore::new(CHECKS_AT_ONCE),
            nobody: OnceLock::new(),
        }))
    }

    /// Whether the pages may be served on this address.
    ///
    /// # Errors
    /// [`Unsafe`] for demo users, and for traffic in the open, on any address but loopback; where it can't be told whether
    /// there are demo users.
    pub async fn may_listen_on(&self, address: SocketAddr) -> Result<(), Unsafe> {
        if address.ip().is_loopback() {
            return Ok(());
        }
        if !self.demo_users().await?.is_empty() {
            return Err(Unsafe::DemoUsers(address));
        }
        self.config().may_listen_on(address)
    }

    /// Whether demo users may sign in: only where the pages are reached on this machine, which no other address does without
    /// TLS. Asked at each sign-in and each request, since demo users can be made while the pages are served.
    pub(crate) fn admits_demo_users(&self) -> bool {
        self.config().transport == Transport::Loopback
    }

    /// The user with this name, where they may be here.
    pub(crate) async fn user(&self, name: &UserName) -> Result<Option<Known>, StoreError> {
        let known = user::known(self.store(), self.municipality(), name).await?;
        Ok(known.filter(|known| known.account == Account::Real || self.admits_demo_users()))
    }

    /// The demo users, whose password everybody knows.
    pub(crate) async fn demo_users(&self) -> Result<Vec<User>, StoreError> {
        let users = self.store().users(self.municipality()).await?;
        Ok(users.into_iter().filter(|user| user.account == Account::Demo).collect())
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The cases.
    pub fn cases(&self) -> &Cases<Sqlite> {
        &self.0.cases
    }

    /// The record beneath the cases.
    pub fn store(&self) -> &Sqlite {
        self.cases().store()
    }

    /// Whose cases they are.
    pub fn municipality(&self) -> MunicipalityCode {
        self.cases().municipality()
    }

    pub(crate) fn key(&self) -> &Key {
        &self.0.key
    }

    pub(crate) fn throttle(&self) -> &Throttle {
        &self.0.throttle
    }

    pub(crate) fn ended(&self) -> &Ended {
        &self.0.ended
    }

    pub(crate) fn checks(&self) -> &Semaphore {
        &self.0.checks
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.0.faults
    }

    /// The hash that stands for the users who aren't there.
    pub(crate) fn nobody(&self) -> Result<&PasswordHash, Unhashable> {
        if let Some(made) = self.0.nobody.get() {
            return Ok(made);
        }
        let made = password::hash("", self.config().password_cost)?;
        Ok(self.0.nobody.get_or_init(|| made))
    }
}

/// Tells the time. Made by `main`, so that a test, or a person, can say what time it is.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// A clock that reads `now`.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// A clock that stands at this instant.
    pub fn standing_at(instant: Timestamp) -> Self {
        Self::new(move || instant)
    }

    /// The instant.
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }

    /// The civil date of an instant in Denmark.
    pub fn date_of(instant: Timestamp) -> Date {
        denmark::day(instant)
    }

    /// Date and hour of an instant in Denmark.
    pub fn local(instant: Timestamp) -> DateTime {
        denmark::local(instant)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock(…)")
    }
}

/// Told of every fault of ours, in words for whoever runs the program. No word of a person is among them.
#[derive(Clone)]
pub struct Faults(Arc<Tell>);

type Tell = dyn Fn(&dyn fmt::Display) + Send + Sync;

impl Faults {
    /// Somebody who is told.
    pub fn told_to(tell: impl Fn(&dyn fmt::Display) + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// Nobody is told.
    pub fn untold() -> Self {
        Self::told_to(|_| {})
    }

    pub(crate) fn tell(&self, fault: &dyn fmt::Display) {
        (self.0)(fault);
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Faults(…)")
    }
}
