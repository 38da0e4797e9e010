//! Who may call what: users, sign-in, sessions, and the table of routes in which every route says it.

pub mod cookie;
pub mod guard;
pub mod password;
pub mod role;
pub mod session;
pub mod throttle;
pub mod token;
pub mod user;
pub mod visit;
