//! What a case promises: what may be done in it, what is owed in it, and that its record can be read for ever.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not get has failed the test")]

mod given;
mod samples;
mod world;

mod acts;
mod contact;
mod corrections;
mod course;
mod discharge;
mod editions;
mod form;
mod history;
mod hospital;
mod offers;
mod permission;
mod properties;
mod provider;
mod second_plan;
mod specialised;
mod start_limit;
mod states;
mod words;
