//! When a place is synced with: soon after something was noted or the network came back, now and then otherwise, and
//! less and less often where it fails.

/// How long after the last note it goes out: what is noted in one go travels together.
const AFTER_A_NOTE_MS: i64 = 45_000;
/// How long after the app was opened, was looked at again, or the network came back.
const AFTER_WAKING_MS: i64 = 1_500;
/// What was synced so recently needs no look at waking.
const RECENTLY_MS: i64 = 60_000;
/// How often it is looked for what colleagues noted.
const NOW_AND_THEN_MS: i64 = 600_000;
/// How long after the first failure it is tried again; twice as long after each further one.
const AFTER_FAILURE_MS: i64 = 30_000;
/// The longest wait after a failure.
const LONGEST_MS: i64 = 1_800_000;
/// By which part of a wait it is shortened or lengthened by chance, so that tablets of one team do not all come at once.
const JITTER: f64 = 0.25;

/// What happened that bears on when to sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The app was opened or is looked at again, or the network came back.
    Woke,
    /// Something was noted.
    Noted,
    /// Syncing came to its end.
    Synced,
    /// It failed. The place may have asked to be left alone for so many seconds.
    Failed {
        /// How long it asked for; 0 if it did not.
        busy_s: u32,
    },
    /// Nobody can mend it by waiting: a person has to do something first.
    Stuck,
}

/// When a place is synced with next. Times are milliseconds since 1970 by the clock of the tablet, which may be set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    next: Option<i64>,
    failures: u32,
    synced_at: Option<i64>,
    /// Not before this.
    not_before: Option<i64>,
    stuck: bool,
}

impl When {
    /// Something happened. `chance` is any number from 0 to 1.
    pub fn hear(&mut self, event: Event, now: i64, chance: f64) {
        self.mend_clock(now);
        match event {
            Event::Woke => {
                let recently = self.failures == 0 && self.synced_at.is_some_and(|at| now - at < RECENTLY_MS);
                if !recently {
                    self.no_later(now + AFTER_WAKING_MS);
                }
            }
            Event::Noted => {
                // Where something is due earlier, it stays so.
                if self.failures == 0 {
                    self.no_later(now + varied(AFTER_A_NOTE_MS, chance));
                }
            }
            Event::Synced => {
                *self = When { synced_at: Some(now), ..When::default() };
                self.next = Some(now + varied(NOW_AND_THEN_MS, chance));
            }
            Event::Failed { busy_s } => {
                let wait = AFTER_FAILURE_MS.saturating_mul(1 << self.failures.min(10)).min(LONGEST_MS);
                self.failures = self.failures.saturating_add(1);
                let asked = now + i64::from(busy_s) * 1_000;
                self.not_before = (busy_s > 0).then_some(asked);
                self.next = Some(asked.max(now + varied(wait, chance)));
            }
            Event::Stuck => *self = When { stuck: true, synced_at: self.synced_at, ..When::default() },
        }
    }

    /// How long to wait, in milliseconds; none where nothing is to be done until something happens.
    pub fn wait(&self, now: i64) -> Option<i64> {
        // A wait is never longer than the longest one: the clock may have been set meanwhile.
        self.next.map(|at| (at - now).clamp(0, LONGEST_MS * 2))
    }

    fn no_later(&mut self, at: i64) {
        if self.stuck {
            return;
        }
        let at = at.max(self.not_before.unwrap_or(at));
        self.next = Some(self.next.map_or(at, |next| next.min(at)));
    }

    /// Where the clock was set back, what lies in the future by then is forgotten.
    fn mend_clock(&mut self, now: i64) {
        self.synced_at = self.synced_at.filter(|at| *at <= now);
        self.not_before = self.not_before.filter(|at| *at <= now + LONGEST_MS * 2);
        self.next = self.next.map(|at| at.min(now + LONGEST_MS * 2));
    }
}

/// A wait, varied by chance.
fn varied(wait: i64, chance: f64) -> i64 {
    let by = 1.0 + JITTER * (2.0 * chance.clamp(0.0, 1.0) - 1.0);
    (wait as f64 * by) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: i64 = 1_795_356_840_000;

    fn after(events: &[Event]) -> When {
        let mut when = When::default();
        events.iter().for_each(|event| when.hear(*event, NOW, 0.5));
        when
    }

    #[test]
    fn it_syncs_soon_after_waking_and_some_time_after_a_note() {
        assert_eq!(When::default().wait(NOW), None);
        assert_eq!(after(&[Event::Woke]).wait(NOW), Some(AFTER_WAKING_MS));
        assert_eq!(after(&[Event::Noted]).wait(NOW), Some(AFTER_A_NOTE_MS));
        assert_eq!(after(&[Event::Noted, Event::Woke]).wait(NOW), Some(AFTER_WAKING_MS));
        assert_eq!(after(&[Event::Woke, Event::Noted]).wait(NOW), Some(AFTER_WAKING_MS));
        // What was just synced is not looked at again for a glance at the tablet, but goes on for a note.
        assert_eq!(after(&[Event::Synced, Event::Woke]).wait(NOW), Some(NOW_AND_THEN_MS));
        assert_eq!(after(&[Event::Synced, Event::Noted]).wait(NOW), Some(AFTER_A_NOTE_MS));
        let mut later = after(&[Event::Synced]);
        later.hear(Event::Woke, NOW + RECENTLY_MS, 0.5);
        assert_eq!(later.wait(NOW + RECENTLY_MS), Some(AFTER_WAKING_MS));
    }

    #[test]
    fn it_comes_less_and_less_often_where_it_fails() {
        let failed = Event::Failed { busy_s: 0 };
        let waits: Vec<_> = (1..=8).map(|times| after(&vec![failed; times]).wait(NOW)).collect();
        let minutes = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0];
        assert_eq!(waits, minutes.map(|minutes| Some((minutes * 60_000.0) as i64)));
        // A note does not make it come sooner; the network that comes back does.
        assert_eq!(after(&[failed, failed, Event::Noted]).wait(NOW), Some(60_000));
        assert_eq!(after(&[failed, failed, Event::Woke]).wait(NOW), Some(AFTER_WAKING_MS));
        assert_eq!(after(&[Event::Synced, failed, Event::Woke]).wait(NOW), Some(AFTER_WAKING_MS));
        // Except where the place asked to be left alone.
        let busy = Event::Failed { busy_s: 120 };
        assert_eq!(after(&[busy, Event::Woke]).wait(NOW), Some(120_000));
        assert_eq!(after(&[busy, Event::Synced, Event::Noted]).wait(NOW), Some(AFTER_A_NOTE_MS));
        // What only a person can mend is left alone until it worked.
        assert_eq!(after(&[Event::Stuck, Event::Woke, Event::Noted]).wait(NOW), None);
        assert_eq!(after(&[Event::Stuck, Event::Synced]).wait(NOW), Some(NOW_AND_THEN_MS));
    }

    proptest! {
        #[test]
        fn whatever_happens_and_however_the_clock_is_set_it_is_tried_again_within_an_hour(
            steps in proptest::collection::vec((0..4u8, any::<i32>(), 0.0..=1.0f64), 1..40),
        ) {
            let (mut when, mut now) = (When::default(), NOW);
            for (what, by, chance) in steps {
                now += i64::from(by) * 1_000;
                let event = match what {
                    0 => Event::Woke,
                    1 => Event::Noted,
                    2 => Event::Synced,
                    _ => Event::Failed { busy_s: (by.unsigned_abs() % 7_200).min(600) },
                };
                when.hear(event, now, chance);
                let wait = when.wait(now);
                prop_assert!(wait.is_some_and(|wait| (0..=LONGEST_MS * 2).contains(&wait)), "{wait:?} {when:?}");
            }
        }
    }
}
