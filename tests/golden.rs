//! A log that an earlier release wrote, kept for ever: every version must replay it to the same state.
//!
//! `tests/fixtures/golden` holds what stood in the store of a tablet that ran version 0.1.0: all sample notes, edits,
//! deletions, an erasure, an undo, consents that were taken back, a colleague's notes with a conflict, and the branch
//! of a tablet that was copied. The hash below is that of the state that version had; it changes only if the meaning
//! of old notes changes, which must never happen.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use futures_util::FutureExt;
use porchlight::capabilities::ALL;
use porchlight::capabilities::kinds::KINDS;
use porchlight::log::hash::{LineHasher, Sha};
use porchlight::log::segment::Segment;
use porchlight::model::book::Book;
use porchlight::model::stamp::Stream;
use porchlight::ports::SegmentKey;
use porchlight::ui::capability;
use porchlight::work::job::Job;
use porchlight::work::memory::{Contents, MemoryStore, SeededIds, StillClock};
use porchlight::work::workspace::Workspace;
use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;

/// The state that version 0.1.0 had.
const STATE: &str = "b46d7035121306d09ce9d7b9778944eea178c599fd3003028bab91b1b5690227";

fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing in memory ever waits")
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/golden/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// What that tablet's store held.
fn store() -> Contents {
    let log: Vec<(String, u32, u64, String)> = serde_json::from_slice(&fixture("log.json")).unwrap();
    let log = log.into_iter().map(|(dev, epoch, first, text)| {
        let key = SegmentKey { stream: Stream { dev: dev.parse().unwrap(), epoch }, first };
        (key, text.into_bytes())
    });
    let meta: BTreeMap<String, String> = serde_json::from_slice(&fixture("meta.json")).unwrap();
    let meta = meta.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let snapshot = Some(fixture("snapshot.postcard"));
    Contents { log: log.collect(), meta: meta.collect(), snapshot, ..Contents::default() }
}

fn opened(contents: Contents) -> Workspace {
    let (clock, ids) = (Rc::new(StillClock::default()), Rc::new(SeededIds::default()));
    let store = Rc::new(MemoryStore::with(contents));
    capability::declare(ALL, porchlight::capabilities::kinds::KINDS);
    now(Workspace::open(store, clock, ids, capability::registry(), &Job::quiet())).unwrap()
}

/// One hash for everything that is true, in a form that no version of the snapshot changes.
fn state_of(book: &Book) -> Sha {
    let mut lines: Vec<String> = Vec::new();
    for record in book.all() {
        let mut line = format!("{} {} {}", &*record.kind, record.id, record.erased);
        for (key, slot) in record.slots() {
            line += &format!(" {}={}@{}", &**key, serde_json::to_string(&slot.value).unwrap(), slot.stamp);
        }
        for (key, slot) in record.superseded().into_iter().flat_map(|superseded| &superseded.losers) {
            line += &format!(" lost {}={}@{}", &**key, serde_json::to_string(&slot.value).unwrap(), slot.stamp);
        }
        lines.push(line);
    }
    lines.sort();
    let mut hasher = LineHasher::default();
    lines.iter().for_each(|line| hasher.line(line));
    hasher.finish()
}

#[test]
fn a_store_of_an_earlier_release_opens_to_the_same_state_with_and_without_its_snapshot() {
    for snapshot in [true, false] {
        let mut contents = store();
        contents.snapshot.take_if(|_| !snapshot);
        let work = opened(contents);
        let state = work.state();
        assert_eq!(state.unread, Vec::new());
        assert_eq!(state_of(&state.book).to_string(), STATE, "with the snapshot: {snapshot}");
        assert!(state.book.all().any(|record| record.erased), "it has erased records");
        assert!(state.book.all().any(|record| record.losers().count() > 0), "it has conflicts");
    }
}

#[test]
fn lines_of_an_earlier_release_are_read_one_by_one_and_passed_on_as_they_came() {
    let mut book = Book::new(KINDS);
    for bytes in store().log.values() {
        let (segment, ops) = Segment::from_bytes(bytes).unwrap();
        let text = std::str::from_utf8(bytes).unwrap();
        let lines: Vec<&str> =
            text.lines().map(|line| line.trim_start_matches('[').trim_end_matches([',', ']'])).collect();
        let (header, rest) = lines.split_first().unwrap();
        let (_trailer, rest) = rest.split_last().unwrap();
        assert!(header.starts_with("{\"$schema\""));
        assert_eq!(segment.lines.iter().map(|line| &line.text).collect::<Vec<_>>(), rest);
        ops.iter().for_each(|op| drop(book.apply(op)));
    }
    assert_eq!(state_of(&book).to_string(), STATE);
}
