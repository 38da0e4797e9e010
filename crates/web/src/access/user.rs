//! The people who may sign in.

use std::{collections::BTreeMap, fmt};

use super::{
    password::{Cost, HashedPassword, Unhashable},
    role::Role,
};

/// The name one signs in with: small letters a to z, figures, `-` and `.`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserName(String);

/// The name has no letter, a character outside a to z, figures, `-` and `.`, or more than 64 of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a user's name has 1 to 64 of the characters a to z, 0 to 9, - and .")]
pub struct BadUserName;

impl UserName {
    /// Reads a name as typed: blanks around it are cut and capitals made small.
    ///
    /// # Errors
    /// [`BadUserName`] where other characters are in it, or none, or more than 64.
    pub fn read(typed: &str) -> Result<Self, BadUserName> {
        let name = typed.trim().to_lowercase();
        let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
        if name.is_empty() || name.len() > 64 || !name.bytes().all(is_allowed) {
            return Err(BadUserName);
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Somebody who may sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The name to sign in with.
    pub name: UserName,
    /// The name that others read.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The password's hash.
    pub password: HashedPassword,
}

/// Everybody who may sign in.
#[derive(Clone, Debug)]
pub struct Users {
    by_name: BTreeMap<UserName, User>,
    /// Checked for a name that nobody has, so that the time an answer takes tells nothing of which names there are.
    nobody: HashedPassword,
    origin: Origin,
}

/// Where the users come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Kept,
    Demo,
}

/// The password of every demo user. It is on the sign-in page; the program refuses demo users where others can reach it.
pub const DEMO_PASSWORD: &str = "genvej";

impl Users {
    /// These users.
    ///
    /// # Errors
    /// [`Unhashable`] as [`HashedPassword::new`].
    pub fn new(users: impl IntoIterator<Item = User>, cost: Cost) -> Result<Self, Unhashable> {
        let by_name = users.into_iter().map(|user| (user.name.clone(), user)).collect();
        Ok(Self { by_name, nobody: HashedPassword::new("", cost)?, origin: Origin::Kept })
    }

    /// One user for each role, all with [`DEMO_PASSWORD`]: for trying the program, on this machine only.
    ///
    /// # Errors
    /// [`Unhashable`] as [`HashedPassword::new`].
    pub fn demo(cost: Cost) -> Result<Self, Unhashable> {
        let password = HashedPassword::new(DEMO_PASSWORD, cost)?;
        let users = Role::ALL.map(|role| {
            let (name, full_name) = demo_name(role);
            User { name: UserName(name.to_owned()), full_name: full_name.to_owned(), role, password: password.clone() }
        });
        Ok(Self { origin: Origin::Demo, ..Self::new(users, cost)? })
    }

    /// Whether these are the demo users.
    pub fn are_demo(&self) -> bool {
        self.origin == Origin::Demo
    }

    /// All of them, by role.
    pub fn by_role(&self) -> Vec<&User> {
        let mut users: Vec<&User> = self.by_name.values().collect();
        users.sort_by_key(|user| user.role);
        users
    }

    /// The user with this name.
    pub fn get(&self, name: &UserName) -> Option<&User> {
        self.by_name.get(name)
    }

    /// The user with this name and password. Costs one hash, whether there is such a user or not.
    pub fn check(&self, name: Option<&UserName>, password: &str) -> Option<&User> {
        let user = name.and_then(|name| self.by_name.get(name));
        let hash = user.map_or(&self.nobody, |user| &user.password);
        let is_right = hash.is(password);
        user.filter(|_| is_right)
    }
}

/// The demo user of a role: the name to sign in with and the one that others read.
const fn demo_name(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::CaseOfficer => ("visitator", "Demo Visitator"),
        Role::Therapist => ("terapeut", "Demo Terapeut"),
        Role::ProviderManager => ("leverandoer", "Demo Leverandør"),
        Role::DischargeCoordinator => ("koordinator", "Demo Koordinator"),
        Role::ComplaintsOfficer => ("klager", "Demo Klagemedarbejder"),
        Role::Manager => ("leder", "Demo Leder"),
        Role::Supervisor => ("tilsyn", "Demo Tilsyn"),
        Role::Administrator => ("administrator", "Demo Administrator"),
    }
}
