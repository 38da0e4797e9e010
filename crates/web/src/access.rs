//! Who may call what: users, sign-in, sessions, and the table of routes in which every route says it.

pub mod cookie;
pub mod cpr;
pub mod guard;
pub mod own_path;
pub mod password;
pub mod role;
pub mod session;
pub mod source;
pub mod throttle;
pub mod token;
pub mod user;
pub mod visit;
