//! A place in memory, which does what places do: it lags, loses answers, keeps half of a file, and is put back.

use crate::ports::{Place, PlaceError};
use async_trait::async_trait;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// What goes wrong, by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weather {
    /// Nothing.
    Fair,
    /// One call in so many.
    Foul(u64),
}

/// A place in memory.
pub(super) struct MemoryPlace {
    pub(super) files: RefCell<BTreeMap<String, Vec<u8>>>,
    /// What a lagging listing still tells.
    listed: RefCell<Vec<String>>,
    pub(super) weather: Cell<Weather>,
    chance: Cell<u64>,
    /// After how many more calls it never answers again.
    pub(super) hangs_after: Cell<Option<u32>>,
    /// How many bytes were put and got.
    pub(super) carried: Cell<usize>,
}

impl MemoryPlace {
    pub(super) fn new(seed: u64) -> MemoryPlace {
        MemoryPlace {
            files: RefCell::default(),
            listed: RefCell::default(),
            weather: Cell::new(Weather::Fair),
            chance: Cell::new(seed | 1),
            hangs_after: Cell::new(None),
            carried: Cell::new(0),
        }
    }

    /// Waits for its answer, which may never come.
    async fn answer(&self) {
        match self.hangs_after.get() {
            Some(0) => std::future::pending().await,
            left => self.hangs_after.set(left.map(|left| left - 1)),
        }
    }

    /// A number by chance (xorshift).
    fn roll(&self) -> u64 {
        let mut x = self.chance.get();
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        self.chance.set(x);
        x
    }

    /// What goes wrong with this call, if anything: one of so many things.
    fn mishap(&self, kinds: u64) -> Option<u64> {
        match self.weather.get() {
            Weather::Foul(one_in) if self.roll().is_multiple_of(one_in) => Some(self.roll() % kinds),
            _ => None,
        }
    }
}

fn lost() -> PlaceError {
    PlaceError::Unreachable("the line is dead".into())
}

#[async_trait(?Send)]
impl Place for MemoryPlace {
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError> {
        self.answer().await;
        let begins = format!("{folder}/");
        let all: Vec<String> = self.files.borrow().keys().cloned().collect();
        let told = match self.mishap(2) {
            Some(0) => return Err(lost()),
            Some(_) => self.listed.borrow().clone(),
            None => all.clone(),
        };
        *self.listed.borrow_mut() = all;
        let within = told.iter().filter_map(|name| name.strip_prefix(&begins)?.split('/').next());
        Ok(within.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect())
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError> {
        self.answer().await;
        let found = self.files.borrow().get(name).cloned();
        self.carried.set(self.carried.get() + found.as_ref().map_or(0, Vec::len));
        match self.mishap(4) {
            Some(0) => Err(lost()),
            // On its way to here.
            Some(1) => Ok(found.map(|bytes| bytes[..bytes.len() / 2].to_vec())),
            // Not there yet, where the place is many.
            Some(2) => Ok(None),
            Some(_) => Ok(found.map(|mut bytes| {
                let at = self.roll() as usize % bytes.len().max(1);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 4);
                bytes
            })),
            None => Ok(found),
        }
    }

    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError> {
        if self.files.borrow().contains_key(name) {
            return Ok(false);
        }
        self.put(name, bytes).await.map(|()| true)
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        self.answer().await;
        self.carried.set(self.carried.get() + bytes.len());
        let mishap = self.mishap(4);
        let kept = match mishap {
            Some(0) => return Err(lost()),
            Some(1) => return Err(PlaceError::Full),
            // Cut in the middle, or done with the answer lost.
            Some(2) => &bytes[..bytes.len() / 2],
            _ => bytes,
        };
        self.files.borrow_mut().insert(name.to_owned(), kept.to_vec());
        if mishap.is_some() { Err(lost()) } else { Ok(()) }
    }

    async fn remove(&self, name: &str) -> Result<(), PlaceError> {
        self.answer().await;
        self.files.borrow_mut().remove(name);
        Ok(())
    }
}
