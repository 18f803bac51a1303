//! Logs that earlier versions wrote, kept for ever: every version must replay them to the same state, and write what it
//! reads as it was written.
//!
//! `tests/fixtures/golden` holds what stood in the store of a tablet that ran version 0.1.0: all sample notes, edits,
//! deletions, an erasure, an undo, consents that were taken back, a colleague's notes with a conflict, and the branch
//! of a tablet that was copied. `golden_salted` holds the same kinds of things as the versions after it write them, with
//! a salt in every line (`src/work/tests/golden_store.rs` wrote it). The hashes below are those of the states that these
//! versions had; they change only if the meaning of old notes changes, which must never happen.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use futures_util::FutureExt;
use porchlight::capabilities::ALL;
use porchlight::capabilities::kinds::KINDS;
use porchlight::log::hash::{LineHasher, Sha};
use porchlight::log::line::{self, LineForm};
use porchlight::log::segment::Segment;
use porchlight::model::book::Book;
use porchlight::model::id::Salt;
use porchlight::model::stamp::Stream;
use porchlight::ports::SegmentKey;
use porchlight::ui::capability;
use porchlight::work::job::Job;
use porchlight::work::memory::{Contents, MemoryStore, SeededIds, StillClock};
use porchlight::work::workspace::Workspace;
use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;

/// The stores, and the states that their versions had.
const STORES: [(&str, &str); 2] = [
    ("golden", "b46d7035121306d09ce9d7b9778944eea178c599fd3003028bab91b1b5690227"),
    ("golden_salted", "625d72e3f827d2eb6af3727f8e6fa5335db7f4ee4f3196b39ea1d2cfd70d33b6"),
];

fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing in memory ever waits")
}

/// What the store of one of these tablets held.
fn store(of: &str) -> Contents {
    let folder = format!("{}/tests/fixtures/{of}", env!("CARGO_MANIFEST_DIR"));
    let fixture = |name: &str| std::fs::read(format!("{folder}/{name}")).unwrap();
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
    for ((of, hash), snapshot) in STORES.into_iter().flat_map(|store| [(store, true), (store, false)]) {
        let mut contents = store(of);
        contents.snapshot.take_if(|_| !snapshot);
        let work = opened(contents);
        let state = work.state();
        assert_eq!(state.unread, Vec::new());
        assert_eq!(state_of(&state.book).to_string(), hash, "{of}, with the snapshot: {snapshot}");
        assert!(state.book.all().any(|record| record.erased), "it has erased records");
        assert!(state.book.all().any(|record| record.losers().count() > 0), "it has conflicts");
    }
}

#[test]
fn lines_of_an_earlier_release_are_read_one_by_one_and_passed_on_as_they_came() {
    for (of, hash) in STORES {
        let mut book = Book::new(KINDS);
        for bytes in store(of).log.values() {
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
        assert_eq!(state_of(&book).to_string(), hash, "{of}");
    }
}

/// The salt of a line.
fn salt_of(text: &str) -> Option<Salt> {
    #[derive(serde::Deserialize)]
    struct Salted {
        salt: Option<Salt>,
    }
    serde_json::from_str::<Salted>(text).unwrap().salt
}

#[test]
fn what_is_read_is_written_byte_for_byte_as_it_was() {
    let (mut whole, mut erased, mut branches) = (0, 0, 0);
    for (key, bytes) in store("golden_salted").log {
        let (segment, ops) = Segment::from_bytes(&bytes).unwrap();
        let header =
            |bytes: &[u8]| String::from_utf8(bytes.split(|byte| *byte == b'\n').next().unwrap().to_vec()).unwrap();
        let written = segment.to_bytes();
        // The header says which version wrote it, and the trailer has a hash of that.
        let ours = format!("\"app\":\"{}\"", env!("CARGO_PKG_VERSION"));
        if header(&bytes).contains(&ours) {
            assert_eq!(String::from_utf8_lossy(&written), String::from_utf8_lossy(&bytes), "{key:?}");
        }
        branches += usize::from(segment.stream != segment.writer);
        for (was, op) in segment.lines.iter().zip(&ops) {
            if let Some(salt) = salt_of(&was.text) {
                assert_eq!(line::write(op, salt), *was);
                whole += 1;
            } else {
                assert_eq!(was.form, LineForm::Redacted { salted: true }, "{}", was.text);
                assert_eq!(line::redact(segment.writer, was).unwrap(), *was);
                erased += 1;
            }
        }
    }
    assert!(whole > 20 && erased > 2 && branches > 0, "{whole} {erased} {branches}");
}
