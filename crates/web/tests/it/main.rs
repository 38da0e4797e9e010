//! The pages, tested as values, as text, and through HTTP.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod acts;
mod addresses;
mod assets;
mod bad_input;
mod browser;
mod clocks;
mod connections;
mod dates;
mod entries;
mod forms;
mod house_rules;
mod interview;
mod journey;
mod languages;
mod lists;

mod pages;
mod record;
mod routes;
mod samples;
mod security;
mod sessions;
mod strips;
mod texts;
mod throttle;
