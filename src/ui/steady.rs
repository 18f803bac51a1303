//! What has just moved under a finger takes no tap for a moment: whoever taps twice means what was there before.

/// For how long, in milliseconds. The second half of a double tap comes within 300; nobody reads what has come into its
/// place and taps again within that time.
pub const MOMENT_MS: f64 = 350.0;
/// How far the time that an event tells may lie from the present before it cannot be meant.
const BELIEVED_MS: f64 = 5_000.0;

/// When something last moved under a finger, by the clock of the page's events.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moved(Option<f64>);

impl Moved {
    /// It moved at this moment.
    pub fn note(&mut self, at_ms: f64) {
        self.0 = Some(at_ms);
    }

    /// Whether a tap is taken that says it was made at `at_ms` and is heard of at `now_ms`. A page that is busy hears of
    /// it late, so the tap's own time counts, unless the browser gives none that makes sense.
    pub fn takes(&self, at_ms: f64, now_ms: f64) -> bool {
        let believed = at_ms > 0.0 && (now_ms - at_ms).abs() < BELIEVED_MS;
        let at = if believed { at_ms } else { now_ms };
        self.0.is_none_or(|moved| at - moved >= MOMENT_MS)
    }
}

/// The rows to show: those of now, and among them, where they stood, those that were just ticked and are done. The eye
/// sees the tick on the row that was tapped, and nothing moves into its place.
pub fn with_ticked<T: Clone, K: PartialEq>(shown: &[T], now: Vec<T>, key: impl Fn(&T) -> K, ticked: &[K]) -> Vec<T> {
    let mut rows = now;
    let mut place = 0;
    for row in shown {
        let own = key(row);
        match rows.iter().position(|known| key(known) == own) {
            Some(at) => place = at + 1,
            None if ticked.contains(&own) => {
                rows.insert(place, row.clone());
                place += 1;
            }
            None => {}
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_second_half_of_a_double_tap_is_not_taken() {
        let mut moved = Moved::default();
        assert!(moved.takes(10.0, 10.0), "nothing has moved yet");
        moved.note(1_000.0);
        for after in [-40.0, 0.0, 20.0, 60.0, 349.0] {
            assert!(!moved.takes(1_000.0 + after, 1_400.0), "{after} ms after, heard of late");
        }
        assert!(moved.takes(1_350.0, 1_351.0));
        // Some drivers and some browsers tell no time, or that of another clock.
        assert!(!moved.takes(0.0, 1_100.0));
        assert!(moved.takes(0.0, 1_400.0));
        assert!(moved.takes(1_795_356_840_000.0, 2_000.0));
    }

    #[test]
    fn sixty_doors_at_a_tap_each_lose_no_tap() {
        let mut moved = Moved::default();
        let mut at = 0.0;
        for door in 0..60 {
            // Twice as fast as anybody walks; each is kept after a tenth of a second.
            at += 500.0;
            assert!(moved.takes(at, at), "door {door}");
            moved.note(at + 100.0);
        }
    }

    #[test]
    fn a_ticked_row_stays_where_it_is_until_it_leaves() {
        let row = |shown: &str, now: &str, ticked: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            with_ticked(&letters(shown), letters(now), |row| *row, &letters(ticked)).into_iter().collect::<String>()
        };
        assert_eq!(row("abc", "bc", "a"), "abc");
        assert_eq!(row("abc", "ac", "b"), "abc");
        assert_eq!(row("abc", "b", "ac"), "abc");
        assert_eq!(row("abc", "", "abc"), "abc");
        assert_eq!(row("abc", "bc", ""), "bc", "it leaves");
        assert_eq!(row("abc", "abc", "a"), "abc", "not kept yet, or taken back");
        assert_eq!(row("ab", "xb", "a"), "axb", "others may come meanwhile");
    }

    proptest! {
        #[test]
        fn no_row_moves_while_others_are_ticked(all in prop::collection::btree_set(0u8..40, 1..12), done in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
            let shown: Vec<u8> = all.into_iter().collect();
            let ticked: Vec<u8> = done.iter().map(|at| shown[at.index(shown.len())]).collect();
            let now: Vec<u8> = shown.iter().copied().filter(|row| !ticked.contains(row)).collect();
            prop_assert_eq!(with_ticked(&shown, now, |row| *row, &ticked), shown);
        }
    }
}
