//! Chance that comes out the same in every run.

use std::hint::black_box;

/// SplitMix64 (Steele, Lea and Flood, 2014): small, even, and the same everywhere.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn seeded(seed: u64) -> Self {
        // Nobody's optimiser is to know what comes.
        Self(black_box(seed))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from nought up to this one, exclusive.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let scaled = ((self.next() >> 32) * u64::from(end)) >> 32;
        u32::try_from(scaled).expect("it is below a u32")
    }

    /// A number of days from the first up to and including the last.
    pub(crate) fn days(&mut self, first: i64, last: i64) -> i64 {
        let span = u32::try_from(last - first + 1).expect("a span of days is small");
        first + i64::from(self.below(span))
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, times: u32) -> bool {
        self.below(100) < times
    }

    /// One of these.
    pub(crate) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        let length = u32::try_from(choices.len()).expect("a handful");
        choices[self.below(length) as usize]
    }
}
