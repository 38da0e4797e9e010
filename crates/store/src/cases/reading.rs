//! Reading what the record holds as what it means: a case, and what was noted of a person.
//!
//! An event whose content was removed by a decision is passed over: it stands in the chain, and says nothing any more. Where it was the plan
//! that opened a case, the case can't be read.

use case::person::PersonNoted;
use case::{Case, CaseId, Event, EventNumber};

use super::fault::{Unreadable, UnreadableCase};
use crate::batch::ContentRemoved;
use crate::event::{Content, Json, NewEvent, Recorded};
use crate::key::{EventName, Role};
use crate::stream::Version;

/// A case folded of what the record holds.
pub(super) fn fold(id: &CaseId, events: &[Recorded]) -> Result<Case, UnreadableCase> {
    if events.first().is_some_and(|opening| opening.content == Content::Removed) {
        return Err(UnreadableCase::new(id, Unreadable::PlanRemoved));
    }
    let mut history = Vec::new();
    for recorded in events {
        let Content::Kept(content) = &recorded.content else { continue };
        if recorded.name.as_str() == ContentRemoved::NAME {
            continue;
        }
        history.push(case::Recorded {
            number: EventNumber(recorded.place.version.0),
            event: event(id, &recorded.name, content)?,
            happened_on: recorded.happened.on,
            happened_at: recorded.happened.at,
            recorded_at: recorded.recorded_at,
            by: case::UserId(recorded.by.as_str().to_owned()),
            role: role(id, &recorded.role)?,
        });
    }
    folded(id, history)
}

/// A case folded of its history.
pub(super) fn folded(id: &CaseId, history: Vec<case::Recorded>) -> Result<Case, UnreadableCase> {
    Case::fold(id.clone(), history).map_err(|fault| UnreadableCase::not_understood(id, fault))
}

/// A new event, as it will be read once it stands in a case.
pub(super) fn to_be_read(id: &CaseId, event: &NewEvent, version: Version) -> Result<case::Recorded, UnreadableCase> {
    Ok(case::Recorded {
        number: EventNumber(version.0),
        event: self::event(id, &event.name, &event.content)?,
        happened_on: event.happened.on,
        happened_at: event.happened.at,
        recorded_at: event.recorded_at,
        by: case::UserId(event.by.as_str().to_owned()),
        role: role(id, &event.role)?,
    })
}

fn event(id: &CaseId, name: &EventName, content: &Json) -> Result<Event, UnreadableCase> {
    Event::read(name.as_str(), content.as_bytes()).map_err(|fault| UnreadableCase::not_understood(id, fault))
}

fn role(id: &CaseId, role: &Role) -> Result<case::Role, UnreadableCase> {
    let unknown = || UnreadableCase::not_understood(id, format_args!("unknown role {role}"));
    case::Role::of_word(role.as_str()).ok_or_else(unknown)
}

/// What was noted of a person, in the order of recording. A note that can't be read names no case: that case is then nobody's.
pub(super) fn notes(events: &[Recorded]) -> Vec<PersonNoted> {
    events
        .iter()
        .filter(|recorded| recorded.name.as_str() == PersonNoted::NAME)
        .filter_map(|recorded| match &recorded.content {
            Content::Kept(content) => content.read().ok(),
            Content::Removed => None,
        })
        .collect()
}
