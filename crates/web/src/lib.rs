//! The pages: what is owed, by when and why, and the acts that change it. Thin over the rooms below.
//!
//! A page is a view model (`view`), filled by a handler, shown by a template. It computes no date and no right; it says
//! what it was told, in the reader's language.

// A template hands over its values as references, of whatever depth; a function that takes one is called with any.
#![allow(clippy::trivially_copy_pass_by_ref, reason = "what templates call takes references")]

pub mod access;
pub mod app;
pub mod asset;
pub mod cases;
pub mod clock;
pub mod config;
pub mod connections;
pub mod date;
pub mod entry;
pub mod form;
pub mod front;
pub mod headers;
pub mod html;
pub mod inbox;
pub mod interview;
pub mod language;
pub mod number;
pub mod page;
pub mod problem;
pub mod routes;
pub mod rules;
pub mod server;
pub mod sign_in;
pub mod text;
pub mod told;
pub mod typeset;
pub mod view;
pub mod worklist;

pub use access::{cookie::Key, user::demo_users};
pub use app::{App, Clock, Faults};
pub use config::Config;
pub use server::{ServeError, router, serve};
