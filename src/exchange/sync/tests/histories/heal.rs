//! What must be true in the end.

use super::newer::LATER_KIND;
use super::play::World;
use super::stock;
use super::*;
use proptest::prelude::*;

impl World {
    /// Everything works, and everybody syncs until nothing moves any more. Gives the files of which half is gone for ever.
    pub(super) fn heal(&self) -> Result<Vec<String>, TestCaseError> {
        self.place.weather.set(Weather::Fair);
        let agreed = Agreed { fill_again: true, years_ahead: true, ..JOIN };
        let (mut log, mut damaged) = (String::new(), Vec::new());
        let mut quiet = 0;
        for _ in 0..16 {
            let mut moved = false;
            for player in &self.players {
                // What broke off when it was put there, and belongs to a life that nobody remembers, goes after some days.
                let clock = &player.tablet.clock.0;
                clock.set(clock.get() + 2 * 86_400_000);
                let synced = now(player.tablet.work.sync(&self.place, "shared", agreed, &Job::quiet()));
                let synced = synced.map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
                log += &format!(
                    "{:?} came {}, went {}, awaited {:?}, damaged {:?}\n",
                    player.tablet.work.state().me.stream(),
                    synced.came,
                    synced.went,
                    synced.awaited,
                    synced.damaged
                );
                // What nobody has any more, for it was cut and its tablet put back, is damaged for ever.
                let heads = synced.damaged.iter().filter(|path| path.starts_with("heads/")).count();
                moved |= synced.came + synced.went + (synced.awaited.len() + heads) as u64 > 0;
                damaged = synced.damaged;
            }
            // What one could not read it says, and another puts it there anew the next time.
            quiet = if moved { 0 } else { quiet + 1 };
            if quiet == 2 {
                return Ok(damaged);
            }
        }
        Err(TestCaseError::fail(format!("they never come to rest\n{log}")))
    }

    /// What stands in the place, for whoever looks at a history that failed.
    pub(super) fn told(&self) -> String {
        let files = self.place.files.borrow();
        let told = |(name, bytes): (&String, &Vec<u8>)| match name.starts_with("heads/") {
            true => format!("{name}: {}", String::from_utf8_lossy(bytes)),
            false => format!("{name}: {} bytes\n", bytes.len()),
        };
        files.iter().map(told).collect()
    }

    /// Everybody says the same, nothing is missing, and no erased word stands anywhere.
    pub(super) fn check(&self, damaged: &[String]) -> Result<(), TestCaseError> {
        let first = &self.players[0];
        let stock = stock::there(first);
        for player in &self.players {
            prop_assert_eq!(player.truth(), first.truth(), "{}\n{}", first.told(), player.told());
            let again = player.reopened();
            let stored = records_hash(&again.work.state().book).unwrap();
            prop_assert_eq!(stored, first.truth(), "as it is stored");
            let spoken = |player: &Player| player.tablet.store.contents().blobs;
            prop_assert_eq!(spoken(player), spoken(first), "what was spoken");
            prop_assert_eq!(&stock::there(player), &stock, "what lies at the hubs");
            self.is_kept(player)?;
        }
        if let Some(brought) = stock::brought_in_all(first) {
            prop_assert_eq!(stock::in_all(first), brought, "what was brought and not taken is somewhere: {:?}", stock);
        }
        self.is_erased(damaged)
    }

    /// What was noted on a tablet is with all the others: each record, and each edit of one, as long as it is not erased.
    fn is_kept(&self, player: &Player) -> Result<(), TestCaseError> {
        let ends = [&self.players[0], &self.players[self.players.len() - 1]];
        for other in ends {
            let state = other.tablet.work.state();
            let log = other.tablet.store.contents().log;
            for (kind, id) in &player.noted.records {
                prop_assert!(state.book.record(kind, *id).is_some(), "{kind} {id} is lost");
            }
            let erased = |id: Id| [PARTNER.id, LATER_KIND.id].iter().any(|kind| state.book.is_erased(kind, id));
            for (id, word) in player.noted.words.iter().filter(|(id, _)| !erased(*id)) {
                prop_assert!(log.values().any(|bytes| holds(bytes, word)), "{word} of {id} is lost");
            }
        }
        Ok(())
    }

    /// No word of what was erased stands anywhere, nor of what goes with it.
    fn is_erased(&self, damaged: &[String]) -> Result<(), TestCaseError> {
        let state = self.players[0].tablet.work.state();
        let gone = |record: &Record| {
            let with = record.link("partner").filter(|_| *record.kind == *LATER_KIND.id);
            let goes = with.is_some_and(|partner| state.book.is_erased(PARTNER.id, partner));
            // Some tablet of the newer version knows that, and has said so.
            (record.erased || goes).then_some(record.id)
        };
        let erased: Vec<Id> = state.book.all().filter_map(|record| gone(record)).collect();
        let kept: Vec<_> = self.players.iter().map(|player| ("a tablet".to_owned(), stored(&player.tablet))).collect();
        let mut files = self.place.files.borrow().clone();
        files.retain(|name, _| !damaged.contains(name));
        for word in erased.iter().filter_map(|id| self.words.get(id)).flatten() {
            for (name, bytes) in files.iter().chain(kept.iter().map(|(name, bytes)| (name, bytes))) {
                prop_assert!(!holds(bytes, word), "{name} holds {word}");
            }
        }
        Ok(())
    }
}
