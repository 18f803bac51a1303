//! A clock that never runs backwards, whatever the device's own does.

use crate::domain::stamp::Tick;

/// A hybrid logical clock (Kulkarni et al., 2014): the device's time where that moves on, and one more than the
/// greatest tick ever met where it does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HybridClock {
    last: Tick,
}

impl HybridClock {
    /// Takes note of a tick from this or another device.
    pub fn observe(&mut self, tick: Tick) {
        if !tick.is_absurd() {
            self.last = self.last.max(tick);
        }
    }

    /// The next tick, later than every one made or observed, given the device's time in milliseconds since 1970.
    ///
    /// A device that is years off still gets ticks: order matters here, and people read the wall clock beside it.
    pub fn tick(&mut self, now_ms: i64) -> Tick {
        let now = u64::try_from(now_ms).ok().filter(|ms| *ms < Tick::TOO_LATE_MS).map(Tick::from_ms);
        let next = Tick(self.last.0 + 1);
        self.last = now.map_or(next, |now| now.max(next));
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ticks_only_go_up(times in prop::collection::vec(any::<i64>(), 1..100), others in prop::collection::vec(any::<u64>(), 1..100)) {
            let mut clock = HybridClock::default();
            let mut last = Tick::default();
            for (now, other) in times.into_iter().zip(others) {
                clock.observe(Tick(other));
                let tick = clock.tick(now);
                prop_assert!(tick > last);
                prop_assert!(!tick.is_absurd());
                prop_assert!(Tick(other).is_absurd() || tick > Tick(other));
                last = tick;
            }
        }
    }

    #[test]
    fn a_stopped_or_absurd_clock_still_counts() {
        let mut clock = HybridClock::default();
        let (a, b) = (clock.tick(i64::MIN), clock.tick(i64::MAX));
        assert_eq!((a, b), (Tick(1), Tick(2)));
        let good = clock.tick(1_000);
        assert_eq!(good.ms(), 1_000);
        assert_eq!(clock.tick(10), Tick(good.0 + 1));
    }
}
