//! What the law crate promises.

mod book;
mod calendar;
mod cases;
mod interview;
mod properties;
mod words;
