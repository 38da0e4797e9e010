//! What every request needs: configuration, the clock, users and sessions.

use std::{fmt, net::SocketAddr, sync::Arc};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use tokio::sync::Semaphore;

use crate::{
    access::{cookie::Key, session::Ended, throttle::Throttle, user::Users},
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
    users: Arc<Users>,
    key: Key,
    throttle: Throttle,
    ended: Ended,
    checks: Semaphore,
}

impl App {
    /// The pages for these users, with this key for cookies.
    pub fn new(config: Config, clock: Clock, users: Users, key: Key) -> Self {
        Self(Arc::new(Inner {
            config,
            clock,
            users: Arc::new(users),
            key,
            throttle: Throttle::default(),
            ended: Ended::default(),
            checks: Semaphore::new(CHECKS_AT_ONCE),
        }))
    }

    /// Whether the pages may be served on this address.
    ///
    /// # Errors
    /// [`Unsafe`] for demo users, and for traffic in the open, on any address but loopback.
    pub fn may_listen_on(&self, address: SocketAddr) -> Result<(), Unsafe> {
        if address.ip().is_loopback() {
            return Ok(());
        }
        if self.users().are_demo() {
            return Err(Unsafe::DemoUsers(address));
        }
        match self.config().transport {
            Transport::Loopback => Err(Unsafe::Unencrypted(address)),
            Transport::Tls => Ok(()),
        }
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Who may sign in.
    pub fn users(&self) -> &Arc<Users> {
        &self.0.users
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
}

/// Tells the time. Made by `main`, so that a test, or a person, can say what time it is.
#[derive(Clone)]
pub struct Clock {
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    zone: TimeZone,
}

impl Clock {
    /// A clock that reads `now`, for people in this time zone.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static, zone: TimeZone) -> Self {
        Self { now: Arc::new(now), zone }
    }

    /// A clock that stands at this instant.
    pub fn standing_at(instant: Timestamp, zone: TimeZone) -> Self {
        Self::new(move || instant, zone)
    }

    /// The instant.
    pub fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// The civil date of an instant, as people there have it.
    pub fn date_of(&self, instant: Timestamp) -> Date {
        self.zone.to_datetime(instant).date()
    }

    /// The time zone of the people.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock").field("zone", &self.zone).finish_non_exhaustive()
    }
}
