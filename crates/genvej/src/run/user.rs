//! `genvej user add|list`.

use std::io::{BufRead as _, IsTerminal as _};

use case::Role;
use serde_json::{Value as Json, json};
use store::Users as _;
use store::sqlite::Missing;
use store::user::{Account, AddUserError, PasswordHash, User};
use web::access::password::{self, Cost};
use web::access::user::UserName;

use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

/// The fewest characters of a password.
const SHORTEST: usize = 10;

/// Adds a person who may sign in.
pub(crate) fn add(session: &Session, id: &str, name: &str, role: &str, unit: &str) -> Result<Ended, Failure> {
    let known = Role::of_word(role).filter(|role| *role != Role::System).ok_or_else(|| {
        let roles: Vec<&str> = Role::ALL.into_iter().filter(|role| *role != Role::System).map(Role::word).collect();
        let roles = roles.join(", ");
        Failure::new(
            format!("»{role}« er ikke en rolle. Vælg en af: {roles}."),
            format!("»{role}« is no role. Choose one of: {roles}."),
        )
    })?;
    let typed = typed_password(session)?;
    let hash = password::hash(&typed, Cost::default()).map_err(|fault| {
        Failure::new(format!("Adgangskoden kan ikke bruges: {fault}"), format!("The password can't be used: {fault}"))
    })?;
    let user = user(id, name, known, unit, hash, Account::Real)?;
    block_on(async {
        let cases = session.open(Missing::Create).await?;
        let added = cases.store().add_user(session.municipality, &user).await;
        cases.store().close().await;
        added.map_err(|fault| match fault {
            AddUserError::Exists(id) => Failure::new(
                format!("Brugeren »{id}« findes allerede. Intet er ændret."),
                format!("The user »{id}« exists already. Nothing was changed."),
            ),
            AddUserError::Store(fault) => fault.into(),
        })
    })?;
    if session.json {
        write::json(&to_json(&user));
    } else {
        let told = session.pick("Brugeren »{}« er oprettet.", "The user »{}« was added.");
        write::line(told.replace("{}", user.id.as_str()));
    }
    Ok(Ended::Done)
}

/// A user to be kept.
///
/// # Errors
/// A name that the page to sign in on would not take.
pub(crate) fn user(
    id: &str,
    name: &str,
    role: Role,
    unit: &str,
    hash: PasswordHash,
    account: Account,
) -> Result<User, Failure> {
    let signs_in = UserName::read(id).map_err(|_| {
        Failure::new(
            format!("»{id}« kan ikke bruges som navn til login: højst 64 af tegnene a til z, 0 til 9, - og punktum."),
            format!(
                "»{id}« can't be used to sign in with: at most 64 of the characters a to z, 0 to 9, - and full stop."
            ),
        )
    })?;
    let malformed = |fault: store::key::Malformed| Failure::new(fault.to_string(), fault.to_string());
    Ok(User {
        id: signs_in.key().map_err(malformed)?,
        name: name.to_owned(),
        role: store::Role::new(role.word()).map_err(malformed)?,
        unit: unit.to_owned(),
        password: hash,
        account,
    })
}

/// From the environment, else the first line of standard input. Never from the command line, where others could see it.
fn typed_password(session: &Session) -> Result<String, Failure> {
    let given = if let Ok(given) = std::env::var("GENVEJ_PASSWORD") {
        given
    } else {
        if std::io::stdin().is_terminal() {
            eprintln!("{}", session.pick("Skriv adgangskoden:", "Type the password:"));
        }
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).map_err(|fault| {
            Failure::new(
                format!("Adgangskoden kan ikke læses: {fault}."),
                format!("The password can't be read: {fault}."),
            )
        })?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    if given.chars().count() < SHORTEST {
        return Err(Failure::new(
            format!("Adgangskoden skal have mindst {SHORTEST} tegn."),
            format!("The password must have at least {SHORTEST} characters."),
        ));
    }
    Ok(given)
}

/// Lists those who may sign in.
pub(crate) fn list(session: &Session) -> Result<Ended, Failure> {
    let users = block_on(async {
        let cases = session.open(Missing::Refuse).await?;
        Ok(cases.store().users(session.municipality).await?)
    })?;
    if session.json {
        write::json(&users.iter().map(to_json).collect::<Vec<_>>().into());
        return Ok(Ended::Done);
    }
    if users.is_empty() {
        write::line(session.pick(
            "Der er ingen brugere endnu. »genvej user add« opretter en.",
            "There are no users yet. »genvej user add« adds one.",
        ));
    }
    for user in users {
        let role = Role::of_word(user.role.as_str()).map_or(user.role.as_str(), |role| role.say(session.language));
        write::line(format!("{:<16} {:<26} {role} · {}", user.id, user.name, user.unit));
    }
    Ok(Ended::Done)
}

fn to_json(user: &User) -> Json {
    json!({
        "id": user.id.as_str(),
        "name": user.name,
        "role": user.role.as_str(),
        "unit": user.unit,
        "demo": user.account == Account::Demo,
    })
}
