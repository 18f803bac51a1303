//! Two tabs that both believe they write, on one store, with every step of one between any two of the other.

use super::{NOON, Tablet, holds, now, stored};
use crate::exchange::transfer::Confirmed;
use crate::log::snapshot::state_hash;
use crate::model::id::Id;
use crate::model::testing::cases;
use crate::model::value::Value;
use crate::ports::{Commit, Role, SegmentKey, Store, StoreError};
use crate::work::command::Command;
use crate::work::job::Job;
use crate::work::memory::{MemoryStore, SeededIds, StillClock};
use crate::work::workspace::{WorkError, Workspace};
use futures_util::task::noop_waker;
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// A store that lets the other tab go on before whatever it is asked.
struct Slow(Rc<MemoryStore>);

/// Waits until it is polled again.
async fn others_first() {
    let mut waited = false;
    std::future::poll_fn(|_| {
        let before = std::mem::replace(&mut waited, true);
        if before { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

#[async_trait::async_trait(?Send)]
impl Store for Slow {
    async fn meta(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        others_first().await;
        self.0.meta(prefix).await
    }

    async fn snapshot(&self) -> Result<Option<Vec<u8>>, StoreError> {
        others_first().await;
        self.0.snapshot().await
    }

    async fn segment_keys(&self) -> Result<Vec<SegmentKey>, StoreError> {
        others_first().await;
        self.0.segment_keys().await
    }

    async fn segments(&self, from: SegmentKey, to: SegmentKey) -> Result<Vec<(SegmentKey, Vec<u8>)>, StoreError> {
        others_first().await;
        self.0.segments(from, to).await
    }

    async fn blobs(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.0.blobs(prefix).await
    }

    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.0.blob_names(prefix).await
    }

    async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        others_first().await;
        self.0.commit(commit).await
    }

    async fn clear(&self) -> Result<(), StoreError> {
        self.0.clear().await
    }
}

/// Goes on with one of two futures, as the order says, until both are done.
fn interleave(futures: [Pin<Box<dyn Future<Output = ()> + '_>>; 2], order: &[bool]) {
    let (waker, mut order) = (noop_waker(), order.iter().cycle());
    let mut left = futures.map(Some);
    while left.iter().any(Option::is_some) {
        let which = usize::from(*order.next().unwrap());
        let which = if left[which].is_some() { which } else { 1 - which };
        if left[which].as_mut().unwrap().as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
            left[which] = None;
        }
    }
}

#[derive(Clone, Debug)]
enum Deed {
    /// Writes something new about a record.
    Edit(u8),
    /// Writes it as a draft.
    Draft(u8),
    Erase(u8),
    /// Folds what is small and takes a snapshot.
    Compact,
    /// Takes in a colleague's file that tells of a record.
    Import(u8),
    /// Becomes the writer, as a tab that takes the turn by force.
    TakeOver,
    /// Hears of what the other has written.
    CatchUp,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0..RECORDS).prop_map(Deed::Edit),
        1 => (0..RECORDS).prop_map(Deed::Draft),
        2 => (0..RECORDS).prop_map(Deed::Erase),
        3 => Just(Deed::Compact),
        1 => (0..RECORDS).prop_map(Deed::Import),
        1 => Just(Deed::TakeOver),
        1 => Just(Deed::CatchUp),
    ]
}

const RECORDS: u8 = 4;

fn id(record: u8) -> Id {
    Id(u128::from(record) + 1)
}

/// What both tabs were told was kept.
#[derive(Default)]
struct Told {
    words: BTreeMap<u8, Vec<String>>,
    erased: BTreeSet<u8>,
}

async fn act(tab: &Workspace, name: char, deeds: &[Deed], files: &[Vec<u8>], told: &std::cell::RefCell<Told>) {
    for (at, deed) in deeds.iter().enumerate() {
        let words = |record: u8| format!("canary-{record}-{name}{at}.");
        let kept = |record: u8, words: String| {
            told.borrow_mut().words.entry(record).or_default().push(words);
        };
        match deed {
            Deed::Edit(record) => {
                let rows = vec![("partner", id(*record), [("notes".to_owned(), Value::text(words(*record)))].into())];
                let label = crate::work::command::words::CHANGED.message();
                match tab.run(Command::Write { label, rows }).await {
                    Ok(_) => kept(*record, words(*record)),
                    Err(WorkError::Refused(_)) => {}
                    Err(error) => assert_eq!(error, WorkError::Store(StoreError::Behind)),
                }
            }
            Deed::Draft(record) => {
                let draft = crate::work::tests::draft_of(tab, "partner", id(*record), &[("notes", &words(*record))]);
                match tab.keep_draft(draft).await {
                    Ok(()) | Err(WorkError::Refused(_) | WorkError::Store(StoreError::Behind)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            Deed::Erase(record) => match tab.run(Command::Erase("partner", id(*record))).await {
                Ok(_) => drop(told.borrow_mut().erased.insert(*record)),
                Err(WorkError::Refused(_)) => {}
                Err(error) => assert_eq!(error, WorkError::Store(StoreError::Behind)),
            },
            Deed::Compact => {
                let _turn = tab.turn().await;
                tab.tidy_from(2, 1).await.unwrap();
            }
            Deed::Import(record) => {
                let file = crate::work::tests::Bytes(files[usize::from(*record)].clone());
                let incoming = tab.read_export(&file, false, &Job::quiet()).await.unwrap();
                drop(tab.accept(incoming, Confirmed::default(), &Job::quiet()).await);
            }
            Deed::TakeOver => tab.set_role(Role::Writer).await.unwrap(),
            Deed::CatchUp => tab.catch_up().await.unwrap(),
        }
    }
}

proptest! {
    #![proptest_config(cases(100))]
    #[test]
    fn a_fold_or_a_snapshot_of_one_tab_never_brings_back_what_another_erased(
        a in prop::collection::vec(any_deed(), 1..12),
        b in prop::collection::vec(any_deed(), 1..12),
        order in prop::collection::vec(any::<bool>(), 1..60),
    ) {
        // A colleague's file about each of the records.
        let files: Vec<Vec<u8>> = (0..RECORDS).map(|record| {
            let colleague = Tablet::new(100 + u64::from(record));
            let words = format!("canary-{record}-file.");
            colleague.save(id(record), &[("name", &words)]);
            colleague.export()
        }).collect();
        let tablet = Tablet::new(1);
        let told = std::cell::RefCell::new(Told::default());
        for record in 0..RECORDS {
            let words = format!("canary-{record}-0.");
            tablet.save(id(record), &[("name", &words)]);
            told.borrow_mut().words.entry(record).or_default().push(words);
        }
        let tabs = [2, 3].map(|seed| {
            let (clock, ids) = (StillClock(Cell::new(NOON)), SeededIds(Cell::new(seed)));
            let mut work = now(Workspace::open(tablet.store.clone(), Rc::new(clock), Rc::new(ids), crate::work::tests::registry(), &Job::quiet())).unwrap();
            now(work.set_role(Role::Writer)).unwrap();
            work.store = Rc::new(Slow(tablet.store.clone()));
            work
        });
        interleave([
            Box::pin(act(&tabs[0], 'a', &a, &files, &told)),
            Box::pin(act(&tabs[1], 'b', &b, &files, &told)),
        ], &order);

        let told = told.into_inner();
        let all = stored(&tablet);
        let log: Vec<u8> = tablet.store.contents().log.into_values().flatten().collect();
        for (record, words) in &told.words {
            if told.erased.contains(record) {
                let left = format!("canary-{record}-");
                prop_assert!(!holds(&all, &left), "words of record {record} are left: {}", String::from_utf8_lossy(&log));
            } else {
                for words in words {
                    prop_assert!(holds(&log, words), "{words} is lost");
                }
            }
        }
        // Both tabs, and one that opens anew with or without the snapshot, see the same.
        let fresh = state_hash(&tablet.reopened().work.state().book).unwrap();
        for tab in &tabs {
            interleave([Box::pin(async { tab.catch_up().await.unwrap() }), Box::pin(async {})], &order);
            prop_assert_eq!(state_hash(&tab.state().book).unwrap(), fresh);
            prop_assert!(tab.state().unread.is_empty());
        }
        tablet.store.tamper(|contents| contents.snapshot = None);
        prop_assert_eq!(state_hash(&tablet.reopened().work.state().book).unwrap(), fresh);
    }
}

#[test]
fn a_tab_that_stops_writing_ends_first_what_it_is_doing() {
    let tablet = Tablet::new(1);
    let mut tab = tablet.work;
    tab.store = Rc::new(Slow(tablet.store.clone()));
    let done = Cell::new(false);
    let saving = async {
        let rows = vec![("partner", id(0), [("name".to_owned(), Value::text("Saved"))].into())];
        let label = crate::work::command::words::CHANGED.message();
        tab.run(Command::Write { label, rows }).await.unwrap();
        done.set(true);
    };
    let stopping = async {
        tab.set_role(Role::Follower).await.unwrap();
        assert!(done.get(), "what was under way may still be stored after the turn was given away");
    };
    interleave([Box::pin(saving), Box::pin(stopping)], &[false, true]);
    assert_eq!(tab.state().role, Role::Follower);
}
