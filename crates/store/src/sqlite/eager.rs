//! Waiting for SQLite's thread without going to sleep at once.

use std::future::{Future, poll_fn};
use std::hint::spin_loop;
use std::pin::pin;

/// Looks again for a fraction of a millisecond before it lets the thread do something else.
///
/// SQLite works in a thread of its own and mostly answers within some ten microseconds, a commit within a hundred. A thread that slept
/// meanwhile is woken later than that, above all in a virtual machine whose core was handed back. A slow disk is waited for as ever.
pub(super) async fn eagerly<F: Future>(future: F) -> F::Output {
    const LOOKS: u32 = 250;
    const BETWEEN: u32 = 32;
    let mut future = pin!(future);
    let mut left = LOOKS;
    poll_fn(|context| {
        loop {
            let answer = future.as_mut().poll(context);
            if answer.is_ready() || left == 0 {
                return answer;
            }
            left -= 1;
            (0..BETWEEN).for_each(|_| spin_loop());
        }
    })
    .await
}
