//! What proves the raw database of a tablet in the end-to-end tests must itself see every fault.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "server/mod.rs"]
mod server;
#[path = "e2e/tablet/mod.rs"]
mod tablet;

use porchlight::capabilities::ALL;
use porchlight::capabilities::practice::NOTES;
use porchlight::model::draft::Draft;
use porchlight::model::text::Lang;
use porchlight::ports::Role;
use porchlight::ui::capability;
use porchlight::work::command::Command;
use porchlight::work::job::Job;
use porchlight::work::memory::{MemoryStore, SeededIds, StillClock};
use porchlight::work::practice as sample;
use porchlight::work::workspace::Workspace;
use std::future::Future;
use std::rc::Rc;
use tablet::stored::{Stored, with};

fn now<T>(future: impl Future<Output = T>) -> T {
    futures_util::FutureExt::now_or_never(future).expect("nothing in memory ever waits")
}

/// A store with the sample notes, one of them changed three times.
fn stored() -> Stored {
    let store = Rc::new(MemoryStore::default());
    let (clock, ids) = (Rc::new(StillClock::default()), Rc::new(SeededIds::default()));
    capability::declare(ALL, porchlight::capabilities::kinds::KINDS);
    let work = now(Workspace::open(store.clone(), clock, ids, capability::registry(), &Job::quiet())).unwrap();
    now(work.set_role(Role::Writer)).unwrap();
    now(work.run(sample::notes(&work, NOTES.iter().copied(), Lang::En))).unwrap();
    let partner = work.state().book.records("partner").next().unwrap().id;
    for times in 0..3 {
        let command =
            if times % 2 == 0 { Command::Delete("partner", partner) } else { Command::BringBack("partner", partner) };
        now(work.run(command)).unwrap();
    }
    let contents = store.contents();
    Stored {
        log: contents.log.into_iter().collect(),
        meta: contents.meta.into_iter().collect(),
        snapshot: Some(porchlight::log::snapshot::write(&work.state().book).unwrap()),
        blobs: contents.blobs.into_iter().collect(),
    }
}

#[test]
fn what_is_whole_is_proven_and_replayed() {
    let stored = stored();
    assert!(stored.log.len() >= 4, "{}", stored.log.len());
    let book = stored.prove().unwrap();
    assert!(book.records("partner").count() > 3);
    assert_eq!(stored.ghosts(&book), Vec::new());
    let partner = book.records("partner").find(|record| record.is_alive()).unwrap();
    let name = partner.text("name").unwrap();
    assert_eq!(with(&book, "partner", "name", name).count(), 1);
    assert!(!stored.holding(name).is_empty());
    assert_eq!(stored.holding("words that nobody wrote"), Vec::<String>::new());
}

#[test]
fn every_fault_of_the_log_is_seen() {
    let flipped = |stored: &mut Stored| {
        let bytes = &mut stored.log[1].1;
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
    };
    let gone = |stored: &mut Stored| drop(stored.log.remove(1));
    let twice = |stored: &mut Stored| {
        let (mut key, bytes) = stored.log[3].clone();
        key.first += 1;
        stored.log.push((key, bytes));
    };
    let behind = |stored: &mut Stored| {
        // The last step is in the snapshot alone.
        stored.log.pop();
    };
    let faults: [&dyn Fn(&mut Stored); 4] = [&flipped, &gone, &twice, &behind];
    for (at, fault) in faults.iter().enumerate() {
        let mut stored = stored();
        fault(&mut stored);
        assert!(stored.prove().is_err(), "fault {at} is not seen");
    }
}

#[test]
fn a_draft_of_what_is_there_already_is_a_ghost() {
    let mut stored = stored();
    let book = stored.prove().unwrap();
    let done = book.records("partner").next().unwrap();
    let draft = Draft {
        kind: "partner".to_owned(),
        id: done.id,
        new: true,
        values: Default::default(),
        seen: Default::default(),
        begun_ms: 0,
        by: None,
    };
    stored.meta.insert(draft.meta_key(), serde_json::to_vec(&draft).unwrap());
    assert_eq!(stored.ghosts(&book), [draft]);
}
