//! Thousands of histories of several tablets and one place, by chance.

use super::*;
use crate::log::snapshot::records_hash;
use crate::model::order;
use crate::model::testing::cases;
use crate::ports::{Commit, Store};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// How many tablets there are at first, and how many there may be with those that are copied.
const TABLETS: usize = 3;
const MOST: usize = 5;

#[derive(Clone, Debug)]
enum Event {
    /// A partner is noted.
    Add,
    /// The name of one that is known is written anew.
    Rename(usize),
    Delete(usize),
    Erase(usize),
    /// The tab is killed and opened again.
    Reopen,
    /// A backup of the tablet is made, or the tablet is put back to it.
    Backup,
    Restore,
    /// The tablet is copied as it is.
    Copy,
    /// Its clock is set to another time, so many milliseconds from noon.
    Clock(i64),
    /// Somebody speaks about one that is known.
    Sound(usize),
    /// One of the place's files of notes loses its second half, or is taken away.
    Cut(usize),
    Lose(usize),
    /// It syncs, come what may.
    Sync,
    /// It begins to, and somebody cancels after so many steps.
    Cancel(u32),
    /// The place is put back to how it was at its last backup, or a backup of it is made.
    PlaceBackup,
    PlaceRestore,
}

fn event() -> impl Strategy<Value = (usize, Event)> {
    let year = 365 * 86_400_000i64;
    let event = prop_oneof![
        6 => Just(Event::Add),
        4 => (0usize..9).prop_map(Event::Rename),
        1 => (0usize..9).prop_map(Event::Delete),
        1 => (0usize..9).prop_map(Event::Erase),
        1 => Just(Event::Reopen),
        1 => Just(Event::Backup),
        1 => Just(Event::Restore),
        1 => Just(Event::Copy),
        1 => prop_oneof![9 => -year..year, 1 => year..9 * year].prop_map(Event::Clock),
        9 => Just(Event::Sync),
        1 => (0u32..40).prop_map(Event::Cancel),
        1 => (0usize..9).prop_map(Event::Sound),
        1 => any::<usize>().prop_map(Event::Cut),
        1 => any::<usize>().prop_map(Event::Lose),
        1 => Just(Event::PlaceBackup),
        1 => Just(Event::PlaceRestore),
    ];
    (0..MOST, event)
}

/// A tablet, and what was noted on it that nothing else may hold yet.
struct Player {
    tablet: Tablet,
    /// What it was at its last backup.
    backup: Option<Contents>,
    /// The partners noted here, as far as putting it back has not undone that.
    noted: BTreeSet<Id>,
    at_backup: BTreeSet<Id>,
}

fn partners(tablet: &Tablet) -> Vec<Id> {
    let state = tablet.work.state();
    order::set(state.book.all().filter(|record| &*record.kind == "partner").map(|record| record.id))
        .into_iter()
        .collect()
}

/// What a tablet holds, in short, for whoever looks at a history that failed.
fn told(tablet: &Tablet) -> String {
    let state = tablet.work.state();
    let names: Vec<_> =
        state.book.all().map(|record| format!("{} {:?} {}", record.id, record.text("name"), record.erased)).collect();
    format!("{:?} {:?} {names:?}", state.me.stream(), state.book.seen())
}

/// What the records say.
fn truth(tablet: &Tablet) -> Sha {
    records_hash(&tablet.work.state().book).unwrap()
}

fn run(tablet: &Tablet, command: Command) {
    // What was erased or deleted meanwhile cannot be; that is no fault of the place.
    drop(now(tablet.work.run(command)));
}

fn play(seed: u64, events: &[(usize, Event)], foul: u64) -> Result<(), TestCaseError> {
    let place = MemoryPlace::new(seed);
    let player = |at: usize| Player {
        tablet: Tablet::new(seed.wrapping_mul(31).wrapping_add(1_000_000 * at as u64)),
        backup: None,
        noted: BTreeSet::new(),
        at_backup: BTreeSet::new(),
    };
    let mut players: Vec<Player> = (0..TABLETS).map(player).collect();
    let mut kept_place = None;
    let mut words: BTreeMap<Id, Vec<String>> = BTreeMap::new();
    for (step, (who, event)) in events.iter().enumerate() {
        let count = players.len();
        let player = &mut players[who % count];
        let tablet = &player.tablet;
        let some = |at: usize| partners(tablet).get(at).copied();
        match event {
            Event::Add => {
                let word = format!("Partner {step}.");
                let id = tablet.partner(&word);
                player.noted.insert(id);
                words.entry(id).or_default().push(word);
            }
            Event::Rename(at) => {
                if let Some(id) = some(*at) {
                    let word = format!("Renamed {step}.");
                    let draft = tablet.draft("partner", id, &[("name", &word)]);
                    words.entry(id).or_default().push(word);
                    run(tablet, Command::Finish(draft));
                }
            }
            Event::Delete(at) => some(*at).into_iter().for_each(|id| run(tablet, Command::Delete("partner", id))),
            Event::Erase(at) => some(*at).into_iter().for_each(|id| run(tablet, Command::Erase("partner", id))),
            Event::Reopen => player.tablet = tablet.reopened(),
            Event::Backup => {
                (player.backup, player.at_backup) = (Some(tablet.store.contents()), player.noted.clone());
            }
            Event::Restore => {
                if let Some(backup) = player.backup.clone() {
                    let seed = tablet.ids.0.get() + 77;
                    player.tablet = Tablet::with(Rc::new(MemoryStore::with(backup)), seed);
                    player.noted = player.at_backup.clone();
                }
            }
            Event::Copy => {
                let store = Rc::new(MemoryStore::with(tablet.store.contents()));
                let copy = Tablet::with(store, tablet.ids.0.get() + 991);
                let noted = player.noted.clone();
                if count < MOST {
                    players.push(Player { tablet: copy, backup: None, noted, at_backup: BTreeSet::new() });
                }
            }
            Event::Clock(ms) => tablet.clock.0.set(NOON + ms),
            Event::Sync => {
                place.weather.set(Weather::Foul(foul));
                drop(sync(tablet, &place));
            }
            Event::Cancel(after) => {
                place.weather.set(Weather::Fair);
                drop(now(tablet.work.sync(&place, "shared", JOIN, &cancelled_after(*after))));
            }
            Event::Sound(at) => {
                // Of whom is erased nobody records anything.
                let erased = |id: &Id| tablet.work.state().book.is_erased("partner", *id);
                if let Some(id) = some(*at).filter(|id| !erased(id)) {
                    let word = format!("Spoken {step}.");
                    let blobs = vec![(format!("{id}/{step:06}"), Some(word.clone().into_bytes()))];
                    words.entry(id).or_default().push(word);
                    now(tablet.store.commit(Commit { blobs, ..Commit::default() })).unwrap();
                }
            }
            Event::Cut(at) | Event::Lose(at) => {
                let mut files = place.files.borrow_mut();
                let names: Vec<_> = files.keys().filter(|name| !name.starts_with("blobs/")).cloned().collect();
                if let Some(name) = names.get(at % names.len().max(1)) {
                    let half = files.remove(name).filter(|_| matches!(event, Event::Cut(_)));
                    let half = half.map(|bytes| (name.clone(), bytes[..bytes.len() / 2].to_vec()));
                    files.extend(half);
                }
            }
            Event::PlaceBackup => kept_place = Some(place.files.borrow().clone()),
            Event::PlaceRestore => {
                if let Some(kept) = &kept_place {
                    *place.files.borrow_mut() = kept.clone();
                }
            }
        }
    }
    heal(&place, &players)?;
    // Whoever comes new has all of it from the place alone. What it cannot read it says, and others put there again.
    let new = Tablet::new(u64::MAX - seed);
    players.push(Player { tablet: new, backup: None, noted: BTreeSet::new(), at_backup: BTreeSet::new() });
    let damaged = heal(&place, &players)?;
    let first = &players[0].tablet;
    for player in &players {
        prop_assert_eq!(truth(&player.tablet), truth(first), "{}\n{}", told(first), told(&player.tablet));
        prop_assert_eq!(truth(&player.tablet.reopened()), truth(first), "as it is stored");
        prop_assert_eq!(player.tablet.store.contents().blobs, first.store.contents().blobs.clone(), "what was spoken");
        for id in &player.noted {
            prop_assert!(first.work.state().book.record("partner", *id).is_some(), "{} is lost", id);
        }
    }
    let erased: Vec<Id> =
        first.work.state().book.all().filter(|record| record.erased).map(|record| record.id).collect();
    let kept: Vec<_> = players.iter().map(|player| ("a tablet".to_owned(), stored(&player.tablet))).collect();
    let mut files = place.files.borrow().clone();
    files.retain(|name, _| !damaged.contains(name));
    for word in erased.iter().filter_map(|id| words.get(id)).flatten() {
        for (name, bytes) in files.iter().chain(kept.iter().map(|(name, bytes)| (name, bytes))) {
            prop_assert!(!holds(bytes, word), "{name} holds {word}");
        }
    }
    Ok(())
}

/// Work that somebody cancels after so many steps.
fn cancelled_after(steps: u32) -> Job {
    let (left, stop) = (Cell::new(steps), Rc::new(std::cell::OnceCell::<Job>::new()));
    let job = Job::told({
        let stop = stop.clone();
        move |_| match left.get().checked_sub(1) {
            Some(less) => left.set(less),
            None => stop.get().into_iter().for_each(Job::cancel),
        }
    });
    drop(stop.set(job.clone()));
    job
}

/// Everything works, and everybody syncs until nothing moves any more. Gives the files of which half is gone for ever.
fn heal(place: &MemoryPlace, players: &[Player]) -> Result<Vec<String>, TestCaseError> {
    place.weather.set(Weather::Fair);
    let agreed = Agreed { fill_again: true, years_ahead: true, ..JOIN };
    let (mut log, mut damaged) = (String::new(), Vec::new());
    let mut quiet = 0;
    for round in 0..16 {
        let mut moved = false;
        for player in players {
            // What broke off when it was put there, and belongs to a life that nobody remembers, goes after some days.
            let clock = &player.tablet.clock.0;
            clock.set(clock.get() + 2 * 86_400_000);
            let synced = now(player.tablet.work.sync(place, "shared", agreed, &Job::quiet()));
            let synced = synced.map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
            log += &format!(
                "came {}, went {}, awaited {:?}, damaged {:?}\n",
                synced.came, synced.went, synced.awaited, synced.damaged
            );
            // What nobody has any more, for it was cut and its tablet put back, is damaged for ever.
            let heads = synced.damaged.iter().filter(|path| path.starts_with("heads/")).count();
            // What is named and gone for good some go on asking for, every other time; nothing else moves then.
            let awaited = if round < 8 { synced.awaited.len() } else { 0 };
            moved |= synced.came + synced.went + (awaited + heads) as u64 > 0;
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

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn all_tablets_end_with_the_same_truth(
        seed in 1u64..1 << 40, foul in 3u64..12, events in prop::collection::vec(event(), 1..60),
    ) {
        play(seed, &events, foul)?;
    }
}
