//! What every backend promises. A promise is written once and is a test of its own on each backend.

mod access;
mod log;
mod proof;
mod seen;
mod views;

/// Makes each promise a test on each backend.
macro_rules! promises {
    ($($promise:ident),+ $(,)?) => {
        mod sqlite { $(#[tokio::test] async fn $promise() { super::$promise(crate::fresh::sqlite().await).await })+ }
    };
}
use promises;
