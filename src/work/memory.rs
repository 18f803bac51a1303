//! A store in memory, for tests on the desk: the same contract as the browser's, and faults on demand.

use crate::model::date::{Now, Zone, local};
use crate::ports::{Clock, Commit, Ids, SegmentKey, Store, StoreError};
use async_trait::async_trait;
use chrono::{Datelike, NaiveDate, Weekday};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// What a store holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// Segments by key.
    pub log: BTreeMap<SegmentKey, Vec<u8>>,
    /// Small things by name.
    pub meta: BTreeMap<String, Vec<u8>>,
    /// The snapshot.
    pub snapshot: Option<Vec<u8>>,
    /// Large things by name.
    pub blobs: BTreeMap<String, Vec<u8>>,
}

/// What a map holds under names that begin so.
fn beginning_with<'a>(
    prefix: &'a str,
    map: &'a BTreeMap<String, Vec<u8>>,
) -> impl Iterator<Item = (&'a String, &'a Vec<u8>)> {
    let from = map.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
    from.take_while(move |(name, _)| name.starts_with(prefix))
}

fn copied((name, bytes): (&String, &Vec<u8>)) -> (String, Vec<u8>) {
    (name.clone(), bytes.clone())
}

/// Keeps things under their names, or removes them.
fn write(map: &mut BTreeMap<String, Vec<u8>>, changes: Vec<(String, Option<Vec<u8>>)>) {
    for (name, bytes) in changes {
        match bytes {
            Some(bytes) => map.insert(name, bytes),
            None => map.remove(&name),
        };
    }
}

/// A store in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    contents: RefCell<Contents>,
    fail: RefCell<Option<StoreError>>,
    longest: Cell<Option<usize>>,
    /// How many commits succeed before they fail.
    before: Cell<u32>,
    commits: Cell<u64>,
    reads: Cell<u64>,
}

impl MemoryStore {
    /// A store that holds this already.
    pub fn with(contents: Contents) -> MemoryStore {
        MemoryStore { contents: RefCell::new(contents), ..MemoryStore::default() }
    }

    /// A copy of all it holds.
    pub fn contents(&self) -> Contents {
        self.contents.borrow().clone()
    }

    /// How many transactions it has taken.
    pub fn commits(&self) -> u64 {
        self.commits.get()
    }

    /// How many segments were read from it.
    pub fn reads(&self) -> u64 {
        self.reads.get()
    }

    /// Changes what it holds behind the app's back.
    pub fn tamper(&self, change: impl FnOnce(&mut Contents)) {
        change(&mut self.contents.borrow_mut());
    }

    /// Makes every commit fail from now on, or none.
    pub fn fail_with(&self, error: Option<StoreError>) {
        self.fail_after(0, error);
    }

    /// Makes every commit fail once so many more have succeeded, or none.
    pub fn fail_after(&self, commits: u32, error: Option<StoreError>) {
        self.before.set(commits);
        *self.fail.borrow_mut() = error;
    }

    /// Makes every commit fail as [`StoreError::Full`] that adds more than so many bytes, or all fit.
    pub fn refuse_longer_than(&self, bytes: Option<usize>) {
        self.fail_with(None);
        self.longest.set(bytes);
    }
}

#[async_trait(?Send)]
impl Store for MemoryStore {
    async fn meta(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        Ok(beginning_with(prefix, &self.contents.borrow().meta).map(copied).collect())
    }

    async fn snapshot(&self) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.contents.borrow().snapshot.clone())
    }

    async fn segment_keys(&self) -> Result<Vec<SegmentKey>, StoreError> {
        Ok(self.contents.borrow().log.keys().copied().collect())
    }

    async fn segments(&self, from: SegmentKey, to: SegmentKey) -> Result<Vec<(SegmentKey, Vec<u8>)>, StoreError> {
        if from > to {
            return Ok(Vec::new());
        }
        let contents = self.contents.borrow();
        let found = contents.log.range(from..=to).map(|(key, bytes)| (*key, bytes.clone()));
        let found: Vec<_> = found.inspect(|_| self.reads.set(self.reads.get() + 1)).collect();
        Ok(found)
    }

    async fn blobs(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        Ok(beginning_with(prefix, &self.contents.borrow().blobs).map(copied).collect())
    }

    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Ok(beginning_with(prefix, &self.contents.borrow().blobs).map(|(name, _)| name.clone()).collect())
    }

    async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        if let Some(error) = self.fail.borrow().clone() {
            let before = self.before.get().checked_sub(1).ok_or(error)?;
            self.before.set(before);
        }
        let small = commit.meta.iter().filter_map(|(_, bytes)| bytes.as_ref());
        let added: usize = commit.add.iter().map(|(_, bytes)| bytes).chain(small).map(Vec::len).sum();
        if self.longest.get().is_some_and(|most| added > most) {
            return Err(StoreError::Full);
        }
        let mut contents = self.contents.borrow_mut();
        let as_expected = commit.expect.iter().all(|(name, bytes)| contents.meta.get(name) == bytes.as_ref());
        let as_read = commit.remove.iter().all(|(key, bytes)| contents.log.get(key) == Some(bytes));
        let removed = |key: &SegmentKey| commit.remove.iter().any(|(gone, _)| gone == key);
        let free = |(key, _): &(SegmentKey, Vec<u8>)| !contents.log.contains_key(key) || removed(key);
        let mut keys = BTreeSet::new();
        let once = commit.add.iter().all(|(key, _)| keys.insert(*key));
        if !as_expected || !as_read || !once || !commit.add.iter().all(free) {
            return Err(StoreError::Behind);
        }
        for (key, _) in &commit.remove {
            contents.log.remove(key);
        }
        contents.log.extend(commit.add);
        write(&mut contents.meta, commit.meta);
        for prefix in &commit.drop_blobs {
            contents.blobs.retain(|name, _| !name.starts_with(prefix.as_str()));
        }
        write(&mut contents.blobs, commit.blobs);
        if let Some(snapshot) = commit.snapshot {
            contents.snapshot = snapshot;
        }
        self.commits.set(self.commits.get() + 1);
        Ok(())
    }

    async fn clear(&self) -> Result<(), StoreError> {
        *self.contents.borrow_mut() = Contents::default();
        Ok(())
    }
}

/// A clock that stands still until it is set.
#[derive(Debug, Default)]
pub struct StillClock(pub Cell<i64>);

impl Clock for StillClock {
    fn now(&self) -> Now {
        Now { ms: self.0.get(), offset_minutes: self.offset_at(self.0.get()) }
    }
}

impl Zone for StillClock {
    fn offset_at(&self, _: i64) -> i32 {
        -240
    }
}

/// A clock on a wall in New York, by the rules that hold since 2007; it stands still until it is set.
#[derive(Debug, Default)]
pub struct NewYorkClock(pub Cell<i64>);

impl Clock for NewYorkClock {
    fn now(&self) -> Now {
        Now { ms: self.0.get(), offset_minutes: self.offset_at(self.0.get()) }
    }
}

impl Zone for NewYorkClock {
    fn offset_at(&self, ms: i64) -> i32 {
        let year = local(ms, &Now { ms, offset_minutes: -300 }).year();
        // From the second Sunday of March until the first of November, at two in the morning of each.
        let changes = |month, sunday, hour| {
            let day = NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Sun, sunday);
            day.and_then(|day| day.and_hms_opt(hour, 0, 0)).map(|at| at.and_utc().timestamp_millis())
        };
        let (from, until) = (changes(3, 2, 7), changes(11, 1, 6));
        let summer = from.is_some_and(|from| ms >= from) && until.is_some_and(|until| ms < until);
        if summer { -240 } else { -300 }
    }
}

/// Identities that can be told apart and repeated, from a seed (SplitMix64).
#[derive(Debug, Default)]
pub struct SeededIds(pub Cell<u64>);

impl Ids for SeededIds {
    fn random(&self) -> u128 {
        let half = || {
            self.0.set(self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15));
            let mut z = self.0.get();
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            u128::from(z ^ (z >> 31))
        };
        half() << 64 | half()
    }
}
