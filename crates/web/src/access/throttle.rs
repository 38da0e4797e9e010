//! How often one may guess: after some tries for a name, the next has to wait.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

use super::{source::Source, user::UserName};

/// Tries for one name from one place.
pub const TRIES: usize = 5;
/// Tries for one name from wherever. Above it, each place has a single try: guessing from many places is slow as well, and
/// whoever knows the password and hasn't tried in vain still gets in.
pub const TRIES_FROM_WHEREVER: usize = 50;
/// For how long a try counts.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// Tries remembered at most; the oldest goes first. Each has cost whoever tried the time that a password's check takes.
pub const REMEMBERED: usize = 10_000;

/// Counts tries by name and place. In this process only: behind several, each counts its own.
#[derive(Debug, Default)]
pub struct Throttle {
    /// The latest last.
    tries: Mutex<VecDeque<Try>>,
}

#[derive(Debug)]
struct Try {
    name: UserName,
    from: Source,
    at: Timestamp,
}

impl Throttle {
    /// Whether a try for this name may be made from there; it counts from now on, so that of many at the same moment no more
    /// are made than of many in a row. A right password is to be [forgotten](Self::forget).
    pub fn admits(&self, name: &UserName, from: Source, now: Timestamp) -> bool {
        // A panic elsewhere leaves tries that are still tries.
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        while tries.front().is_some_and(|oldest| now.duration_since(oldest.at) >= WINDOW) {
            tries.pop_front();
        }
        let from_wherever = tries.iter().filter(|one| one.name == *name).count();
        let from_there = tries.iter().filter(|one| one.name == *name && one.from == from).count();
        if from_there >= if from_wherever < TRIES_FROM_WHEREVER { TRIES } else { 1 } {
            return false;
        }
        if tries.len() >= REMEMBERED {
            tries.pop_front();
        }
        tries.push_back(Try { name: name.clone(), from, at: now });
        true
    }

    /// Forgets the tries for a name from a place where the right password was given.
    pub fn forget(&self, name: &UserName, from: Source) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        tries.retain(|one| one.name != *name || one.from != from);
    }
}
