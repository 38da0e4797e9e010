//! How often one may guess: after some wrong passwords for a name, the next try has to wait.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

use super::user::UserName;

/// Wrong passwords for one name that are let pass.
const TRIES: u32 = 5;
/// For how long they count, from the first of them.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// Names remembered at most. Somebody who tries more names than this makes the memory no larger.
const NAMES: usize = 10_000;

/// Counts wrong passwords by name. In this process only: behind several, each lets [`TRIES`] pass.
#[derive(Debug, Default)]
pub struct Throttle {
    wrong: Mutex<HashMap<UserName, Wrong>>,
}

#[derive(Clone, Copy, Debug)]
struct Wrong {
    first_at: Timestamp,
    count: u32,
}

impl Wrong {
    fn counts(self, now: Timestamp) -> bool {
        now.duration_since(self.first_at) < WINDOW
    }
}

impl Throttle {
    /// Whether a try for this name must wait.
    pub fn must_wait(&self, name: &UserName, now: Timestamp) -> bool {
        self.lock().get(name).is_some_and(|wrong| wrong.counts(now) && wrong.count >= TRIES)
    }

    /// Notes a wrong password.
    pub fn note_wrong(&self, name: &UserName, now: Timestamp) {
        let mut all = self.lock();
        if all.len() >= NAMES {
            all.retain(|_, wrong| wrong.counts(now));
        }
        if all.len() >= NAMES && !all.contains_key(name) {
            return;
        }
        let wrong = all.entry(name.clone()).or_insert(Wrong { first_at: now, count: 0 });
        if !wrong.counts(now) {
            *wrong = Wrong { first_at: now, count: 0 };
        }
        wrong.count += 1;
    }

    /// Forgets the wrong passwords of somebody who has given the right one.
    pub fn forget(&self, name: &UserName) {
        self.lock().remove(name);
    }

    /// A panic elsewhere leaves counts that are still counts.
    fn lock(&self) -> MutexGuard<'_, HashMap<UserName, Wrong>> {
        self.wrong.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
