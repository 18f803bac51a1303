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
    /// The same, and worse: answers come for another question, or from before; what was put once is put again a little
    /// later; conditions are not heeded, and what is said to be done is not.
    Storm(u64),
}

/// A place in memory.
pub(super) struct MemoryPlace {
    pub(super) files: RefCell<BTreeMap<String, Vec<u8>>>,
    /// What a lagging listing still tells.
    listed: RefCell<Vec<String>>,
    /// What files were before they were put anew.
    before: RefCell<BTreeMap<String, Vec<u8>>>,
    /// What was put and comes once more.
    late: RefCell<Option<(String, Vec<u8>)>>,
    pub(super) weather: Cell<Weather>,
    chance: Cell<u64>,
    /// After how many more calls it never answers again.
    pub(super) hangs_after: Cell<Option<u32>>,
    /// What was asked for.
    pub(super) got: RefCell<Vec<String>>,
    /// How many bytes were put and got.
    pub(super) carried: Cell<usize>,
}

impl MemoryPlace {
    pub(super) fn new(seed: u64) -> MemoryPlace {
        MemoryPlace {
            files: RefCell::default(),
            listed: RefCell::default(),
            before: RefCell::default(),
            late: RefCell::default(),
            weather: Cell::new(Weather::Fair),
            chance: Cell::new(seed | 1),
            hangs_after: Cell::new(None),
            got: RefCell::default(),
            carried: Cell::new(0),
        }
    }

    /// Waits for its answer, which may never come. What was put may come once more before.
    async fn answer(&self) {
        if self.late.borrow().is_some()
            && self.roll().is_multiple_of(2)
            && let Some((name, bytes)) = self.late.take()
        {
            self.keep(&name, &bytes);
        }
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

    /// What goes wrong with this call, if anything: one of so many things, or in a storm of so many more.
    fn mishap(&self, kinds: u64, more: u64) -> Option<u64> {
        let (one_in, kinds) = match self.weather.get() {
            Weather::Fair => return None,
            Weather::Foul(one_in) => (one_in, kinds),
            Weather::Storm(one_in) => (one_in, kinds + more),
        };
        (kinds > 0 && self.roll().is_multiple_of(one_in)).then(|| self.roll() % kinds)
    }

    /// A file by chance.
    fn any_file(&self) -> Option<Vec<u8>> {
        let files = self.files.borrow();
        let at = self.roll() as usize % files.len().max(1);
        files.values().nth(at).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        if let Some(before) = self.files.borrow_mut().insert(name.to_owned(), bytes.to_vec()) {
            self.before.borrow_mut().insert(name.to_owned(), before);
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
        let mut begins = format!("{folder}/");
        let all: Vec<String> = self.files.borrow().keys().cloned().collect();
        let mishap = self.mishap(2, 2);
        let told = match mishap {
            Some(0) => return Err(lost()),
            Some(1) => self.listed.borrow().clone(),
            _ => all.clone(),
        };
        *self.listed.borrow_mut() = all;
        if mishap == Some(2) {
            begins = "log/".to_owned();
        }
        let within = told.iter().filter_map(|name| name.strip_prefix(&begins)?.split('/').next());
        let mut names: Vec<_> = within.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect();
        if mishap == Some(3) {
            names.reverse();
            names.extend_from_within(..);
        }
        Ok(names)
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError> {
        self.answer().await;
        let found = self.files.borrow().get(name).cloned();
        self.got.borrow_mut().push(name.to_owned());
        self.carried.set(self.carried.get() + found.as_ref().map_or(0, Vec::len));
        match self.mishap(4, 2) {
            Some(0) => Err(lost()),
            // On its way to here.
            Some(1) => Ok(found.map(|bytes| bytes[..bytes.len() / 2].to_vec())),
            // Not there yet, where the place is many.
            Some(2) => Ok(None),
            Some(3) => Ok(found.map(|mut bytes| {
                let at = self.roll() as usize % bytes.len().max(1);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 4);
                bytes
            })),
            // As it was before it was put anew, as from a cache; or the answer to another question.
            Some(4) => Ok(self.before.borrow().get(name).cloned().or(found)),
            Some(_) => Ok(self.any_file()),
            None => Ok(found),
        }
    }

    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError> {
        match self.mishap(0, 2) {
            // It says that there is one, or puts it whether there is or not.
            Some(0) => Ok(false),
            Some(_) => self.put(name, bytes).await.map(|()| true),
            None if self.files.borrow().contains_key(name) => Ok(false),
            None => self.put(name, bytes).await.map(|()| true),
        }
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        self.answer().await;
        self.carried.set(self.carried.get() + bytes.len());
        let mishap = self.mishap(4, 2);
        let kept = match mishap {
            Some(0) => return Err(lost()),
            Some(1) => return Err(PlaceError::Full),
            // Cut in the middle, or done with the answer lost.
            Some(2) => &bytes[..bytes.len() / 2],
            // It says that it is done.
            Some(4) => return Ok(()),
            _ => bytes,
        };
        self.keep(name, kept);
        match mishap {
            None => Ok(()),
            // It is put once more after a while.
            Some(5) => {
                *self.late.borrow_mut() = Some((name.to_owned(), bytes.to_vec()));
                Ok(())
            }
            Some(_) => Err(lost()),
        }
    }

    async fn remove(&self, name: &str) -> Result<(), PlaceError> {
        self.answer().await;
        let mishap = self.mishap(0, 2);
        if mishap != Some(0) {
            self.files.borrow_mut().remove(name);
        }
        if mishap.is_some() { Err(lost()) } else { Ok(()) }
    }
}
