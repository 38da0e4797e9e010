//! The cases: one on its page, with what may be done in it, and finding one.
//!
//! A case is shown by [`page`], whatever asked for it: opening it, an act that was refused, the number that was asked for.
//! Each showing is recorded before anything is shown.

pub mod act;
mod acts;
mod effect;
mod facts;
pub mod find;
mod forms;
pub mod number;
pub mod open;
mod opened;
mod page;
mod second_plan;
mod sent;
mod story;
mod suggestion;

use case::CaseId;

pub(crate) use facts::{discharge, name_and_age, plan_type, treated_for};
pub(crate) use forms::Forms;
pub use opened::COMMAND_LINE;
pub(crate) use opened::{Purpose, record_once_a_day};
pub(crate) use second_plan::Pair;

/// The address of a case's page.
pub fn href(case: &CaseId) -> String {
    format!("/sager/{case}")
}
