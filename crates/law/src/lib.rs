//! What Danish law says of rehabilitation training (genoptræning), on a given day, of given facts.
//!
//! Five questions, and nothing else, are the law's public face: *entitlement* (what has this person a right to),
//! *duty* (who owes what to whom by when), *bar* (may this act be done now), *content* (what must this document hold)
//! and *remedy* (where can it be complained of, and until when). Every answer is three-valued, explained and dated.
//!
//! The crate is pure: no clock, no files, no randomness, no threads. What a jurist reads stands in `book/`, what the
//! machine does in `src/`, section by section, joined by the rules' ids.

pub mod answer;
pub mod assess;
pub mod bar;
pub mod barnets_lov;
pub mod book;
pub mod calendar;
pub mod content;
pub mod contradiction;
pub mod duties;
pub mod duty;
pub mod explain;
pub mod fact;
pub mod inquiry;
pub mod interview;
pub mod klage_erstatningsloven;
mod language;
pub mod provision;
pub mod remedy;
pub mod retssikkerhedsloven;
pub mod rights;
pub mod routing;
pub mod ruling;
pub mod say;
pub mod serviceloven;
pub mod standards;
pub mod sundhedsloven;
pub mod term;
pub mod trace;

pub use answer::Answer;
pub use fact::Facts;
pub use inquiry::Inquiry;
pub use language::Language;
pub use ruling::{Outcome, Ruling};
