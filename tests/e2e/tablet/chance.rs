//! Chance that can be had again: `PORCHLIGHT_SEED` repeats a run, and every run says its seed.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Random numbers, by xorshift.
pub struct Chance(u64);

impl Chance {
    /// From `PORCHLIGHT_SEED`, or from the clock.
    pub fn new() -> Chance {
        let given = std::env::var("PORCHLIGHT_SEED").ok().and_then(|seed| seed.parse().ok());
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_nanos() as u64);
        let seed = given.unwrap_or_else(now).max(1);
        println!("PORCHLIGHT_SEED={seed}");
        Chance(seed)
    }

    /// A number below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most.max(1)
    }

    /// A time below `most`.
    pub fn time(&mut self, most: Duration) -> Duration {
        Duration::from_micros(self.below(most.as_micros() as u64))
    }

    /// Whether what happens in so many of a hundred cases happens now.
    pub fn in_a_hundred(&mut self, cases: u64) -> bool {
        self.below(100) < cases
    }

    /// One of several.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }

    /// The same things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at as u64 + 1) as usize);
        }
    }
}
