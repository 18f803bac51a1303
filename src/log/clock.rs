//! A clock that never runs backwards, whatever the device's own does.

use crate::model::stamp::Tick;

/// A hybrid logical clock (Kulkarni et al., 2014): the device's time where that moves on, and one more than the
/// greatest tick ever met where it does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HybridClock {
    last: Tick,
}

impl HybridClock {
    /// A clock that stands at this reading, whatever it is.
    #[cfg(test)]
    pub(crate) fn at(last: Tick) -> HybridClock {
        HybridClock { last }
    }

    /// Takes note of a tick from this or another device.
    pub fn observe(&mut self, tick: Tick) {
        self.last = self.last.max(tick.min(Tick::LAST));
    }

    /// The next tick, later than every one made or observed, given the device's time in milliseconds since 1970.
    ///
    /// A device that is years off still gets ticks: order matters here, and people read the wall clock beside it. At
    /// [`Tick::LAST`], where only a damaged or hostile file can lead, it stays: what is written there is still kept and
    /// read everywhere, and of two values the greater one holds, with the other beside it as a conflict.
    pub fn tick(&mut self, now_ms: i64) -> Tick {
        let now = u64::try_from(now_ms).ok().filter(|ms| *ms < Tick::TOO_LATE_MS).map(Tick::from_ms);
        let next = Tick(self.last.0 + 1).min(Tick::LAST);
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
                prop_assert!(tick > last || tick == Tick::LAST);
                prop_assert!(!tick.is_absurd());
                prop_assert!(tick > Tick(other) || tick == Tick::LAST);
                last = tick;
            }
        }
    }

    #[test]
    fn a_clock_led_to_the_end_of_time_goes_on_within_bounds() {
        for lead in [Tick::LAST, Tick(Tick::LAST.0 - 3), Tick(u64::MAX), Tick::from_ms(Tick::TOO_LATE_MS)] {
            let mut clock = HybridClock::default();
            clock.observe(lead);
            for _ in 0..10 {
                assert!(!clock.tick(1_795_356_840_000).is_absurd(), "{lead}");
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
