//! What happened in one case, what is owed in it, and what may be done next. Pure: no database, no clock, no HTTP.
//!
//! A case is the fold of its events ([`Case`]). Commands become events or a refusal ([`decide()`]); the facts of a case on a day
//! ([`facts()`]) are the one bridge to the law, whose duties ([`duties()`]) come back dated and explained. What may be done now, and what
//! not and why, says [`acts`]; how an act is filled in, [`form`].

pub mod acts;
pub mod citizen_number;
pub mod command;
mod decide;
pub mod denmark;
mod duties;
pub mod event;
mod facts;
pub mod form;
mod history;
mod ids;
pub mod municipality;
mod notice;
pub mod person;
pub mod plan;
mod refusal;
mod role;
mod tell;
mod words;

pub use command::{Act, ActKind, Command};
pub use decide::{Decision, admit, decide, receive};
pub use duties::{Clocks, clocks, duties, foreseen};
pub use event::{Event, EventFault, Recorded};
pub use facts::facts;
pub use history::{Case, Declined, HistoryFault, Offer};
pub use ids::{CaseId, CommandId, EventNumber, NoCaseId, UserId};
pub use notice::{Notice, notices};
pub use refusal::Refusal;
pub use role::Role;
