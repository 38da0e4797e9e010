//! What the law crate promises.

mod book;
mod calendar;
mod cases;
mod hospital_gap;
mod interview;
mod properties;
mod words;
