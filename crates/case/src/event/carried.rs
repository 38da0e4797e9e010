//! What a plan that takes another's place takes over from the earlier course: the training goes on, and with it what has been done.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use super::{Event, Recorded};
use crate::ids::{EventNumber, UserId};
use crate::role::Role;

/// An event of the earlier case that goes on counting in the later one, as the earlier case's record keeps it.
///
/// Its number is the one that it has there. It is a copy, made when the decision was made: a correction in the earlier case afterwards
/// doesn't reach it. Who corrects there corrects the decision here, and makes it anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried(pub Recorded);

/// How it is kept: the event under its name with its edition, as in the record itself.
#[derive(Serialize, Deserialize)]
struct Kept {
    number: EventNumber,
    event: String,
    content: serde_json::Value,
    happened_on: Date,
    happened_at: Option<Time>,
    recorded_at: Timestamp,
    by: UserId,
    role: Role,
}

impl Serialize for Carried {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Recorded { number, event, happened_on, happened_at, recorded_at, by, role } = &self.0;
        let content = event.content().and_then(|content| serde_json::from_slice(&content));
        Kept {
            number: *number,
            event: event.name().to_owned(),
            content: content.map_err(ser::Error::custom)?,
            happened_on: *happened_on,
            happened_at: *happened_at,
            recorded_at: *recorded_at,
            by: by.clone(),
            role: *role,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Carried {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Kept { number, event, content, happened_on, happened_at, recorded_at, by, role } =
            Kept::deserialize(deserializer)?;
        let content = serde_json::to_vec(&content).map_err(de::Error::custom)?;
        let event = Event::read(&event, &content).map_err(de::Error::custom)?;
        Ok(Self(Recorded { number, event, happened_on, happened_at, recorded_at, by, role }))
    }
}
