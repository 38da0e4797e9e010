//! What the law crate promises.

mod calendar;
mod cases;
