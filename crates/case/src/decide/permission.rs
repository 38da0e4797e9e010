//! Who may do an act stands in the standard.

use law::standards::Standard;

use crate::command::ActKind;
use crate::refusal::Refusal;
use crate::role::Role;

/// Whether this role may do the act under the standard.
///
/// Acts that the law bars for everybody are answered by their bar instead. What another system reports has happened there, and nobody
/// here is asked for leave; but it can't read, decide or correct for a person.
///
/// # Errors
/// [`Refusal::NotPermitted`], with the roles that may.
pub(crate) fn permitted(kind: ActKind, role: Role, standard: Option<&Standard>) -> Result<(), Refusal> {
    let allowed = match (kind, role) {
        (ActKind::RefusePlan | ActKind::ChangePlanType, _) => return Ok(()),
        (_, Role::System) if !kind.takes_a_person() => return Ok(()),
        _ => allowed(kind, standard),
    };
    if allowed.contains(&role) {
        return Ok(());
    }
    Err(Refusal::NotPermitted { act: kind.word(), role, allowed })
}

/// The people whom the standard lets do the act. A word that is no role lets nobody.
fn allowed(kind: ActKind, standard: Option<&Standard>) -> Vec<Role> {
    let words = standard.and_then(|standard| standard.roles_for(kind.word())).unwrap_or_default();
    words.iter().filter_map(|word| Role::of_word(word)).filter(|role| role.is_a_persons()).collect()
}
