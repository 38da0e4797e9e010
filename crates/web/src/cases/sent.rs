//! From what a form sent to a command, or what is wrong with it.

use case::{
    Act, ActKind, CaseId, Command, CommandId, EventNumber, Refusal,
    form::{self, FieldFault, FieldKind, Filled},
};
use jiff::civil::{Date, Time};
use sha2::{Digest, Sha256};

use super::forms::{HAPPENED_AT, HAPPENED_ON, KEY, SEEN};
use crate::{
    access::{
        guard::TOKEN_FIELD,
        token::Token,
        visit::{Visit, Visitor},
    },
    asset::hex,
    entry,
    form::Sent,
    problem::Problem,
    text::Voice,
};

/// A form that comes back: as it was filled in, with what is wrong.
#[derive(Clone, Debug)]
pub(crate) struct Returned {
    /// The act.
    pub(super) kind: ActKind,
    /// What was sent.
    pub(super) sent: Sent,
    /// What is wrong with a field: its name, and the words.
    pub(super) faults: Vec<(String, String)>,
}

impl Returned {
    /// Nothing is wrong with the fields.
    pub(super) fn whole(kind: ActKind, sent: Sent) -> Self {
        Self { kind, sent, faults: Vec::new() }
    }

    /// What is wrong with this field.
    pub(super) fn fault(&self, field: &str) -> Option<&str> {
        self.faults.iter().find(|(name, _)| name == field).map(|(_, words)| words.as_str())
    }

    /// The event or the case that the form was about, where there is a form for each of several.
    pub(super) fn is_about(&self, field: &str, value: &str) -> bool {
        self.sent.get(field) == Some(value)
    }
}

/// Why no command can be made of what was sent.
pub(super) enum Unusable {
    /// It is from no form of ours.
    Strange(Problem),
    /// Fields are wrong: the name of each, and the words.
    Fields(Vec<(String, String)>),
}

/// The command that was sent.
pub(super) fn command(
    case: &CaseId,
    kind: ActKind,
    sent: &Sent,
    visit: &Visit,
    visitor: &Visitor,
) -> Result<Command, Unusable> {
    let key = sent.get(KEY).and_then(Token::read).ok_or(Unusable::Strange(Problem::Unreadable))?;
    let mut faults = Vec::new();
    if sent.all(HAPPENED_ON).any(|day| day.trim().is_empty()) {
        // Whoever empties the field has not said that it was today.
        faults.push((HAPPENED_ON.to_owned(), visit.voice.say("entry-empty").to_string()));
    }
    let happened_on = day(sent, HAPPENED_ON, visit, &mut faults).unwrap_or(visit.today);
    let happened_at = hour(sent, visit.voice, &mut faults);
    let filled = filled(kind, sent, visit, &mut faults);
    match Act::of_form(kind.word(), &filled) {
        Ok(act) if faults.is_empty() => Ok(Command {
            id: CommandId(format!("web/{}/{key}/{}", visitor.user, content(case, kind, sent))),
            case: case.clone(),
            act,
            happened_on,
            happened_at,
            recorded_at: visit.now,
            today: visit.today,
            by: visitor.user.id(),
            role: visitor.role,
        }),
        Ok(_) => Err(Unusable::Fields(faults)),
        Err(wrong) => {
            // What could not be read is not said to be empty as well.
            let told: Vec<String> = faults.iter().map(|(name, _)| name.clone()).collect();
            let new = wrong.iter().filter_map(|fault| Some((fault.field()?.to_owned(), say(fault, visit.voice))));
            faults.extend(new.filter(|(name, _)| !told.contains(name)));
            Err(Unusable::Fields(faults))
        }
    }
}

/// The number of the last event that the sender had seen.
pub(super) fn seen(sent: &Sent) -> Option<EventNumber> {
    sent.get(SEEN)?.parse().ok().map(EventNumber)
}

/// The fields of the act as the case reads them: dates as `2026-04-07`.
fn filled(kind: ActKind, sent: &Sent, visit: &Visit, faults: &mut Vec<(String, String)>) -> Filled {
    let mut filled = Filled::new();
    for field in form::fields_of(kind) {
        let value = match field.kind {
            FieldKind::Date => day(sent, field.name, visit, faults).map(|day| day.to_string()),
            _ => sent.get(field.name).map(ToOwned::to_owned),
        };
        filled.extend(value.map(|value| (field.name.to_owned(), value)));
    }
    filled
}

fn day(sent: &Sent, field: &str, visit: &Visit, faults: &mut Vec<(String, String)>) -> Option<Date> {
    match entry::date(sent.get(field)?, visit.today) {
        Ok(day) => Some(day),
        Err(misread) => {
            faults.push((field.to_owned(), misread.say(visit.voice)));
            None
        }
    }
}

fn hour(sent: &Sent, voice: Voice, faults: &mut Vec<(String, String)>) -> Option<Time> {
    match entry::hour(sent.get(HAPPENED_AT)?) {
        Ok(hour) => Some(hour),
        Err(misread) => {
            faults.push((HAPPENED_AT.to_owned(), misread.say(voice)));
            None
        }
    }
}

/// What is wrong with a field, as a page says it: choices are in sight there, and need no list.
fn say(fault: &FieldFault, voice: Voice) -> String {
    match fault {
        FieldFault::Empty(field) | FieldFault::Wrong { field, .. } if matches!(field.kind, FieldKind::Choice(_)) => {
            voice.say("field-choose").to_string()
        }
        FieldFault::Empty(field) if matches!(field.kind, FieldKind::Date) => voice.say("entry-empty").to_string(),
        FieldFault::Empty(_) => voice.say("field-empty").to_string(),
        other => other.say(voice.language),
    }
}

/// A digest of what was sent. With it in the command's mark, the second press of an impatient finger is the same command, and
/// a form that was sent again with other words from the browser's history is another.
fn content(case: &CaseId, kind: ActKind, sent: &Sent) -> String {
    let mut hasher = Sha256::new();
    hasher.update(format!("{case}\0{}", kind.word()));
    for (name, value) in sent.iter().filter(|(name, _)| ![TOKEN_FIELD, KEY, SEEN].contains(name)) {
        hasher.update(format!("\0{name}\0{value}"));
    }
    hex(&hasher.finalize()[..8])
}

/// The field that a refusal is about, where it is about one.
pub(super) fn field_of(refusal: &Refusal, kind: ActKind) -> Option<&'static str> {
    match refusal {
        Refusal::InTheFuture { .. }
        | Refusal::DischargedBeforeAdmitted { .. }
        | Refusal::DischargedAfterReadmission { .. }
            if kind == ActKind::ConfirmDischarge =>
        {
            Some("on")
        }
        Refusal::InTheFuture { .. }
        | Refusal::BeforePlan { .. }
        | Refusal::BeforeDischarge { .. }
        | Refusal::ReadmittedBeforeDischarge { .. } => Some(HAPPENED_ON),
        Refusal::LaterToday { .. } => Some(HAPPENED_AT),
        Refusal::FarBack { .. } => Some("on"),
        Refusal::FarOff { .. } if kind == ActKind::ReadStartLimit => Some("on"),
        Refusal::StartBeforeOffer { .. }
        | Refusal::StartBeforeDischarge { .. }
        | Refusal::StartBeforePlanDate { .. }
        | Refusal::OfferStands { .. }
        | Refusal::FarOff { .. } => Some("start_on"),
        Refusal::NoReason if kind == ActKind::ReviewCourse => Some("assessment"),
        Refusal::NoReason => Some("reason"),
        _ => None,
    }
}
