//! Sessions: who has signed in, kept in a signed cookie rather than at the server.

use std::{
    collections::HashMap,
    fmt,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

use super::{
    token::{NoRandomness, Token},
    user::UserName,
};

/// How long a session lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Without a request, before one must sign in again.
    pub idle: SignedDuration,
    /// In all, however busy one is.
    pub whole: SignedDuration,
}

impl Default for Limits {
    /// Half an hour without a request; a working day in all.
    fn default() -> Self {
        Self { idle: SignedDuration::from_mins(30), whole: SignedDuration::from_hours(10) }
    }
}

/// A session. What the cookie carries, in the open but signed: no role and no name of a person, which may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which session, so that a copy of its cookie can be refused after sign-out.
    pub id: Token,
    /// Who.
    pub user: UserName,
    /// What every form sent in this session must carry.
    pub form_token: Token,
    /// When it began.
    pub begun_at: Timestamp,
    /// When it was last used.
    pub seen_at: Timestamp,
}

/// After how long a request renews the cookie: once a minute is often enough to count half an hour.
const RENEW_AFTER: SignedDuration = SignedDuration::from_secs(60);

impl Session {
    /// A new session of this user.
    ///
    /// # Errors
    /// [`NoRandomness`] where the operating system has none to give.
    pub fn begin(user: UserName, now: Timestamp) -> Result<Self, NoRandomness> {
        Ok(Self { id: Token::random()?, user, form_token: Token::random()?, begun_at: now, seen_at: now })
    }

    /// Reads a session as printed. The signature has been checked before.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let session = Self {
            id: Token::read(parts.next()?)?,
            user: UserName::read(parts.next()?).ok()?,
            form_token: Token::read(parts.next()?)?,
            begun_at: Timestamp::from_second(parts.next()?.parse().ok()?).ok()?,
            seen_at: Timestamp::from_second(parts.next()?.parse().ok()?).ok()?,
        };
        parts.next().is_none().then_some(session)
    }

    /// Whether it still holds.
    pub fn holds(&self, now: Timestamp, limits: Limits) -> bool {
        now.duration_since(self.seen_at) < limits.idle && now.duration_since(self.begun_at) < limits.whole
    }

    /// The session as used now, where the cookie is worth renewing.
    pub fn renewed(&self, now: Timestamp) -> Option<Self> {
        (now.duration_since(self.seen_at) >= RENEW_AFTER).then(|| Self { seen_at: now, ..self.clone() })
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (begun, seen) = (self.begun_at.as_second(), self.seen_at.as_second());
        write!(f, "{} {} {} {begun} {seen}", self.id, self.user, self.form_token)
    }
}

/// The sessions that were ended by sign-out and whose cookies would otherwise still hold.
///
/// In this process only, and forgotten when it stops: behind several, a stolen copy of the cookie holds at the others
/// until it expires. The browser that signed out has lost its own in any case.
#[derive(Debug, Default)]
pub struct Ended {
    until: Mutex<HashMap<String, Timestamp>>,
}

impl Ended {
    /// Ends a session.
    pub fn end(&self, session: &Session, now: Timestamp, limits: Limits) {
        let mut until = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        until.retain(|_, until| *until > now);
        let expires = session.begun_at.checked_add(limits.whole).unwrap_or(Timestamp::MAX);
        until.insert(session.id.to_string(), expires);
    }

    /// Whether a session was ended.
    pub fn has(&self, session: &Session) -> bool {
        self.until.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&session.id.to_string())
    }
}
