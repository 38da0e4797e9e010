//! Measuring again and again, in turn, so that whatever else the machine does falls on all alike.

use std::time::{Duration, Instant};

/// How long one of a kind took, in seconds, round by round.
#[derive(Clone, Debug)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Of rounds that did one each. At least one round.
    pub(crate) fn of(rounds: &[Duration]) -> Self {
        Self::each_of(rounds, 1)
    }

    /// Of rounds that did so many each. At least one round.
    pub(crate) fn each_of(rounds: &[Duration], count: u32) -> Self {
        assert!(!rounds.is_empty(), "nothing was measured");
        Self(rounds.iter().map(|round| round.as_secs_f64() / f64::from(count)).collect())
    }

    pub(crate) fn median(&self) -> f64 {
        median(self.0.clone())
    }

    pub(crate) fn least(&self) -> f64 {
        self.0.iter().copied().fold(f64::INFINITY, f64::min)
    }

    pub(crate) fn most(&self) -> f64 {
        self.0.iter().copied().fold(0.0, f64::max)
    }

    /// How many times as long as the other, which was measured in turn with this: the median over the rounds. A neighbour's load falls on
    /// both halves of a round, and leaves the ratio alone.
    pub(crate) fn ratio_to(&self, other: &Self) -> f64 {
        debug_assert_eq!(self.0.len(), other.0.len(), "measured in turn");
        median(self.0.iter().zip(&other.0).map(|(this, other)| this / other).collect())
    }
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_unstable_by(f64::total_cmp);
    all[all.len() / 2]
}

/// How long this takes, and what comes of it.
pub(crate) fn time<R>(work: impl FnOnce() -> R) -> (Duration, R) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

/// The same of what waits.
pub(crate) async fn time_of<R>(work: impl Future<Output = R>) -> (Duration, R) {
    let start = Instant::now();
    let result = work.await;
    (start.elapsed(), result)
}

/// Measures several things in turn, round after round. The first rounds warm up and don't count.
pub(crate) fn in_turn<const N: usize>(rounds: usize, mut works: [&mut dyn FnMut(); N]) -> [Vec<Duration>; N] {
    const WARM_UP: usize = 3;
    let mut taken = [const { Vec::new() }; N];
    for round in 0..WARM_UP + rounds {
        for (work, taken) in works.iter_mut().zip(&mut taken) {
            let (took, ()) = time(&mut **work);
            if round >= WARM_UP {
                taken.push(took);
            }
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Times;

    #[test]
    fn a_load_that_falls_on_both_halves_of_a_round_leaves_the_ratio_alone() {
        let times = |millis: [u64; 3]| Times::of(&millis.map(Duration::from_millis));
        let ratio = times([20, 200, 20]).ratio_to(&times([10, 100, 10]));
        assert!((ratio - 2.0).abs() < 1e-9, "{ratio}");
    }
}
