//! A place in memory.

use async_trait::async_trait;
use porchlight::ports::{Place, PlaceError};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// A place in memory, which counts what goes there and back.
#[derive(Default)]
pub struct Memory {
    pub files: RefCell<BTreeMap<String, Vec<u8>>>,
    pub calls: Cell<usize>,
    pub carried: Cell<usize>,
}

impl Memory {
    fn call(&self, bytes: usize) {
        self.calls.set(self.calls.get() + 1);
        self.carried.set(self.carried.get() + bytes);
    }

    pub fn bytes(&self) -> usize {
        self.files.borrow().values().map(Vec::len).sum()
    }
}

#[async_trait(?Send)]
impl Place for Memory {
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError> {
        self.call(0);
        let begins = format!("{folder}/");
        let files = self.files.borrow();
        let within = files.range(begins.clone()..).map_while(|(name, _)| name.strip_prefix(&begins)?.split('/').next());
        Ok(within.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect())
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError> {
        let found = self.files.borrow().get(name).cloned();
        self.call(found.as_ref().map_or(0, Vec::len));
        Ok(found)
    }

    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError> {
        if self.files.borrow().contains_key(name) {
            return Ok(false);
        }
        self.put(name, bytes).await.map(|()| true)
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        self.call(bytes.len());
        self.files.borrow_mut().insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    async fn remove(&self, name: &str) -> Result<(), PlaceError> {
        self.call(0);
        self.files.borrow_mut().remove(name);
        Ok(())
    }
}
