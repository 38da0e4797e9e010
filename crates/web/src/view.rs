//! What each page shows: plain values, filled by a handler and read by a template.
//!
//! Sentences that the law makes come in ready, in the reader's language. Words that only the page needs (`Overskredet 4
//! dage`) are made here from values, so that every page says the same of the same.

pub mod act;
pub mod answer;
pub mod calendar;
pub mod case;
pub mod clock;
pub mod content;
pub mod duty;
pub mod find;
pub mod inbox;
pub mod interview;
pub mod notice;
pub mod rule;
pub mod worklist;
