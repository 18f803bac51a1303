//! Thousands of histories of several tablets and one place, by chance.
//!
//! Everything in a history follows from its number: `PORCHLIGHT_HISTORY=… cargo test --locked --lib histories::replay` plays
//! it again, and looks for the shortest one that fails in the same way.

mod event;
mod heal;
mod newer;
mod play;
mod player;
mod stock;

use super::*;
use crate::log::snapshot::records_hash;
use crate::model::record_write::RecordWrite;
use crate::model::testing::{cases, many, seed_of_all};
use event::Event;
use play::play;
use player::Player;
use proptest::prelude::*;
use proptest::strategy::Strategy;
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many tablets there are at first, and how many there may be with those that are copied.
const TABLETS: usize = 3;
const MOST: usize = 5;

/// Histories that failed once, and whether files were handed on in them.
const FAILED: &[(u64, bool)] = &[(2_003_302, false), (1_068_946_913_318, true), (679_707_675_900, true)];

/// Plays the history of this number, with files that people hand on or without. Where it fails: why, and the shortest that
/// fails.
fn play_number(number: u64, with_files: bool) -> Result<(), String> {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    let config = ProptestConfig { failure_persistence: None, max_shrink_iters: 4_000, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let history = (3u64..14, prop::collection::vec(event::any_event(), 1..60), event::with_files());
    let tree = history.new_tree(&mut runner).map_err(|reason| reason.to_string())?;
    let played = runner.run_one(tree, |(storm, mut events, files)| {
        for (at, who, event) in files.into_iter().filter(|_| with_files) {
            events.insert(at.min(events.len()), (who, event));
        }
        play(number, Weather::Storm(storm), &events, true)
    });
    let (why, shortest) = match played {
        Ok(_) => return Ok(()),
        Err(TestError::Fail(why, shortest)) => (why.to_string(), format!("{shortest:?}")),
        Err(TestError::Abort(why)) => (why.to_string(), String::new()),
    };
    Err(format!(
        "history {number}: {why}\n{shortest}\nIt is played again by\n    \
         PORCHLIGHT_HISTORY={number} cargo test --locked --lib histories::replay"
    ))
}

/// Plays so many histories from this number on, on every core; gives the first that fails.
fn play_from(first: u64, count: u64) -> Result<(), String> {
    let threads =
        std::thread::available_parallelism().map_or(1, |cores| cores.get()).min(count.div_ceil(1_000) as usize);
    let next = AtomicU64::new(0);
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                return Ok(());
            }
            if let Err(failed) = play_number(first.wrapping_add(at), true) {
                // Nobody begins another.
                next.store(count, Ordering::Relaxed);
                return Err(failed);
            }
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err("a thread ended".into())))
    })
}

#[test]
fn all_tablets_end_with_the_same_truth_whatever_happens() {
    let (first, count) = (seed_of_all(), many(1_800).into());
    if let Err(failed) = play_from(first, count) {
        panic!("{failed}");
    }
    println!("{count} histories from {first} on");
}

#[test]
fn replay() {
    let one = std::env::var("PORCHLIGHT_HISTORY").ok().map(|number| number.parse().expect("a number"));
    let all = one.map_or_else(|| FAILED.to_vec(), |number| vec![(number, true)]);
    for (number, with_files) in all {
        if let Err(failed) = play_number(number, with_files) {
            panic!("{failed}");
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn all_tablets_end_with_the_same_truth(
        seed in 1u64..1 << 40, foul in 3u64..12, events in prop::collection::vec(event::plain(), 1..60),
    ) {
        play(seed, Weather::Foul(foul), &events, false)?;
    }
}

/// Three copies of one tablet note something under one number, and one of them names it as the others' histories part.
#[test]
fn what_comes_under_the_name_of_what_came_with_it_is_not_passed_over() {
    use Event::{Add, Cancel, Clock, Copy, Cut, Lose, Rename, Sync};
    let events = vec![
        (0, Cancel(0)),
        (3, Sync),
        (1, Sync),
        (0, Cut(7020918256266536532)),
        (1, Add),
        (3, Copy),
        (0, Clock(0)),
        (0, Rename(0)),
        (0, Rename(0)),
        (0, Sync),
        (0, Sync),
        (0, Sync),
        (3, Add),
        (0, Add),
        (2, Add),
        (3, Copy),
        (2, Add),
        (0, Sync),
        (2, Sync),
        (2, Sync),
        (4, Add),
        (4, Sync),
        (0, Sync),
        (0, Lose(11094363972331062828)),
        (3, Add),
        (0, Sync),
        (3, Sync),
        (1, Sync),
    ];
    play(381012637097, Weather::Foul(11), &events, false).unwrap();
}

/// Copies of one tablet, of which one has put there what the other comes to take for its own.
#[test]
fn copies_come_to_rest_where_a_place_is_put_back_and_a_file_is_cut() {
    use Event::{Add, Cancel, Copy, Cut, Lose, PlaceBackup, PlaceRestore, Sync};
    let events = vec![
        (0, Add),
        (4, Add),
        (4, Cancel(1)),
        (0, Sync),
        (0, PlaceBackup),
        (0, Copy),
        (1, Copy),
        (2, Add),
        (4, Add),
        (4, Sync),
        (1, Add),
        (4, Add),
        (4, Cancel(5)),
        (0, Lose(15819944857258411424)),
        (0, Sync),
        (0, PlaceRestore),
        (2, Sync),
        (4, Sync),
        (0, Cut(9076156194255929678)),
    ];
    play(727759901984, Weather::Foul(7), &events, false).unwrap();
}

/// A tablet erases, its word of that is lost in the place, and it is put back to before.
#[test]
fn what_was_erased_by_a_word_that_is_lost_stays_with_everybody() {
    use Event::{Add, Backup, Copy, Erase, Kill, Lose, Rename, Restore, Sync};
    let fair = Weather::Storm(u64::MAX);
    // Of the files in the place, by name, the third is the word of the erasure.
    let alone = vec![(0, Add), (0, Sync), (0, Backup), (0, Erase(0)), (0, Sync), (0, Lose(2)), (0, Restore)];
    play(1, fair, &alone, false).unwrap();
    // Another one has it, and nobody else.
    let kept = vec![
        (0, Backup),
        (0, Add),
        (0, Sync),
        (1, Sync),
        (0, Erase(0)),
        (0, Sync),
        (0, Lose(3)),
        (0, Restore),
        (1, Rename(0)),
    ];
    play(1, fair, &kept, false).unwrap();
    // A copy has it, which goes on under the same name.
    let copied = vec![
        (0, Add),
        (0, Sync),
        (0, Backup),
        (0, Copy),
        (0, Erase(0)),
        (0, Sync),
        (0, Lose(2)),
        (0, Restore),
        (3, Add),
        (0, Kill(16)),
    ];
    play(1, fair, &copied, false).unwrap();
}
