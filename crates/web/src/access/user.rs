//! The people who may sign in.

use std::fmt;

use case::{Role, municipality::MunicipalityCode};
use store::{
    Sqlite, StoreError, UserId, Users as _,
    key::Malformed,
    user::{Account, PasswordHash, User},
};

use super::password::{self, Cost, Unhashable};

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

    /// The name as a key of the record.
    ///
    /// # Errors
    /// Never: what a name may hold, a key may.
    pub fn key(&self) -> Result<UserId, Malformed> {
        UserId::new(self.0.clone())
    }

    /// The name as events carry it.
    pub fn id(&self) -> case::UserId {
        case::UserId(self.0.clone())
    }
}

impl fmt::Display for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Somebody as the record knows them now: the name that others read, the role, the password's hash.
#[derive(Clone, Debug)]
pub struct Known {
    /// The name that others read.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The password's hash.
    pub password: PasswordHash,
    /// Whether they are a person, or there for trying the program.
    pub account: Account,
}

/// The user with this name, as the record has it at this moment. Nobody where the role is none that people act in.
///
/// # Errors
/// When the database fails.
pub async fn known(
    store: &Sqlite,
    municipality: MunicipalityCode,
    name: &UserName,
) -> Result<Option<Known>, StoreError> {
    let Ok(id) = name.key() else { return Ok(None) };
    let user = store.user(municipality, &id).await?;
    Ok(user.and_then(|user| {
        let role = Role::of_word(user.role.as_str()).filter(|role| role.is_a_persons())?;
        Some(Known { full_name: user.name, role, password: user.password, account: user.account })
    }))
}

/// The password of every demo user. It is on the sign-in page where they may sign in, which is where nobody else can reach it.
pub const DEMO_PASSWORD: &str = "genvej";

/// One user for each role, all with [`DEMO_PASSWORD`]: for trying the program, on this machine only.
///
/// # Errors
/// [`Unhashable`] as [`password::hash`].
pub fn demo_users(cost: Cost) -> Result<Vec<User>, Unhashable> {
    let password = password::hash(DEMO_PASSWORD, cost)?;
    let users = Role::OF_PEOPLE.into_iter().filter_map(|role| {
        let (id, name, unit) = demo_name(role)?;
        Some(User {
            id: UserId::new(id).ok()?,
            name: name.to_owned(),
            role: store::Role::new(role.word()).ok()?,
            unit: unit.to_owned(),
            password: password.clone(),
            account: Account::Demo,
        })
    });
    Ok(users.collect())
}

/// The demo user of a role: the name to sign in with, the one that others read, and the unit.
const fn demo_name(role: Role) -> Option<(&'static str, &'static str, &'static str)> {
    match role {
        Role::CaseOfficer => Some(("visitator", "Demo Visitator", "Visitationen")),
        Role::Therapist => Some(("terapeut", "Demo Terapeut", "Træningsenheden")),
        Role::ProviderManager => Some(("leverandoer", "Demo Leverandør", "Træningsenheden")),
        Role::Manager => Some(("leder", "Demo Leder", "Ledelsen")),
        Role::Administrator => Some(("administrator", "Demo Administrator", "Administrationen")),
        Role::System => None,
    }
}
