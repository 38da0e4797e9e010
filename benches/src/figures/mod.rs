//! The figures, by what they measure.

pub(crate) mod calendar;
pub(crate) mod caseload;
pub(crate) mod command;
mod page;
pub(crate) mod route;
pub(crate) mod start;
