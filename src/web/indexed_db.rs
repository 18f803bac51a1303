//! The store in the browser's database.
//!
//! rexie makes the database and reads from it; what it cannot do goes through [`strict`](crate::web::strict).

mod trouble;
mod values;
mod writing;

use crate::model::order;
use crate::ports::{Commit, SegmentKey, Store, StoreError};
use crate::web::strict::{self, DatabaseFault, Writing};
use async_trait::async_trait;
use rexie::{KeyRange, ObjectStore, Rexie, TransactionMode};
use std::cell::RefCell;
use std::rc::Rc;
use trouble::{Trouble, not_opened, told_by};
use values::{beginning_with, between, bound, bytes, damaged, segment_key, text};
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;
use writing::{finish, is_expected, is_kept, write};

/// The version of the database, for ever. What is inside the stores has versions of its own.
const VERSION: u32 = 1;
/// Segments of the log: `[device, epoch, first number]` → bytes.
const LOG: &str = "log";
/// The snapshot: [`SNAPSHOT_KEY`] → bytes.
const SNAPSHOT: &str = "snapshot";
/// Large things, such as pieces of sound: name → bytes.
const BLOBS: &str = "blobs";
/// Small things: name → bytes.
const META: &str = "meta";
/// Every store, for ever: rexie would delete one that it is not told of.
const STORES: [&str; 4] = [LOG, SNAPSHOT, BLOBS, META];
/// The only key of [`SNAPSHOT`].
const SNAPSHOT_KEY: &str = "current";

/// How often something is tried on a new connection before the storage counts as lost.
const TRIES: u32 = 3;
/// How many bytes of segments are asked of the browser at a time, about.
const PAGE_BYTES: usize = 4 << 20;
/// How many segments are asked for at a time at first, before their size is known.
const FIRST_PAGE: usize = 16;
/// How many segments are asked for at a time at most.
const MOST_PAGE: usize = 4096;
/// 2⁵³, from where on JavaScript rounds whole numbers.
const ROUNDED: u64 = 1 << 53;

/// Two connections to the same database. They close when the last user is done with them.
struct Connection {
    /// rexie's, for reading. Always there until the drop, which has to move it out.
    reads: Option<Rexie>,
    /// Ours, for writing.
    writes: IdbDatabase,
}

impl Connection {
    async fn open(name: &str) -> Result<Connection, StoreError> {
        let builder = Rexie::builder(name).version(VERSION);
        let builder = STORES.iter().fold(builder, |builder, store| builder.add_object_store(ObjectStore::new(store)));
        let reads = builder.build().await.map_err(|error| not_opened(told_by(&error)))?;
        let writes = match strict::connect(name, VERSION).await {
            Ok(writes) => writes,
            Err(fault) => {
                reads.close();
                return Err(not_opened(fault));
            }
        };
        let connection = Connection { reads: Some(reads), writes };
        let stores = connection.reads().map(Rexie::store_names).map_err(Trouble::failed)?;
        if STORES.iter().any(|store| !stores.iter().any(|there| there == store)) {
            return Err(StoreError::Failed(format!("the database lacks stores: it has {stores:?}")));
        }
        Ok(connection)
    }

    fn reads(&self) -> Result<&Rexie, Trouble> {
        self.reads.as_ref().ok_or_else(|| DatabaseFault::new("InvalidStateError", "the connection is closed").into())
    }

    /// Whether the browser has closed the connection that writes.
    fn is_closed(&self) -> bool {
        self.writes.transaction_with_str(META).is_err()
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // Left open, they would block another tab that deletes the database, until the garbage is collected.
        if let Some(reads) = self.reads.take() {
            reads.close();
        }
        self.writes.close();
    }
}

/// A store of operations in the browser's IndexedDB.
pub struct IndexedDb {
    name: String,
    connection: RefCell<Option<Rc<Connection>>>,
}

impl IndexedDb {
    /// Opens the database of this name, and makes it if there is none.
    ///
    /// Fails as [`StoreError::Newer`] when a newer version of the app has made it, and as
    /// [`StoreError::Unavailable`] where the browser keeps no databases.
    pub async fn open(name: &str) -> Result<IndexedDb, StoreError> {
        let store = IndexedDb { name: name.to_owned(), connection: RefCell::new(None) };
        let mut tries = 1;
        loop {
            match store.connection().await {
                Ok(_) => return Ok(store),
                // A failure at the start may be the browser's, and pass: the database process is just starting, or
                // another tab was just deleting the database.
                Err(StoreError::Failed(_)) if tries < TRIES => tries += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// The connections there are, or new ones.
    async fn connection(&self) -> Result<Rc<Connection>, StoreError> {
        let there = self.connection.borrow().clone();
        if let Some(there) = there {
            return Ok(there);
        }
        let new = Rc::new(Connection::open(&self.name).await?);
        *self.connection.borrow_mut() = Some(new.clone());
        Ok(new)
    }

    /// Connections for another try of something that was begun before.
    async fn reconnection(&self) -> Result<Rc<Connection>, Trouble> {
        self.connection().await.map_err(|error| match error {
            StoreError::Newer | StoreError::Full => Trouble::Final(error),
            // There was a database a moment ago: whatever the reason now, it is lost rather than unavailable.
            _ => Trouble::Lost { in_doubt: false },
        })
    }

    /// Lets go of connections that are of no more use, unless somebody else has already replaced them.
    fn forget(&self, lost: &Rc<Connection>) {
        let mut connection = self.connection.borrow_mut();
        if connection.as_ref().is_some_and(|there| Rc::ptr_eq(there, lost)) {
            *connection = None;
        }
    }

    /// Does something, again on new connections if the old ones turn out to be lost. The job is told whether an
    /// earlier try of it may have been kept.
    async fn persistently<T>(
        &self,
        job: impl AsyncFn(&Connection, bool) -> Result<T, Trouble>,
    ) -> Result<T, StoreError> {
        let mut in_doubt = false;
        for _ in 0..TRIES {
            let trouble = match self.reconnection().await {
                Ok(connection) => match job(&connection, in_doubt).await {
                    Ok(done) => return Ok(done),
                    Err(trouble) => {
                        if matches!(trouble, Trouble::Lost { .. }) {
                            self.forget(&connection);
                        }
                        trouble
                    }
                },
                Err(trouble) => trouble,
            };
            match trouble {
                Trouble::Final(error) => return Err(error),
                Trouble::Lost { in_doubt: this_one } => in_doubt |= this_one,
            }
        }
        Err(StoreError::Lost)
    }
}

#[async_trait(?Send)]
impl Store for IndexedDb {
    async fn meta(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let mut found: Vec<(String, Vec<u8>)> = self
            .persistently(async |connection, _| {
                let transaction = connection.reads()?.transaction(&[META], TransactionMode::ReadOnly)?;
                let store = transaction.store(META)?;
                let names = store.get_all_keys(beginning_with(prefix)?, None).await?;
                let values = store.get_all(beginning_with(prefix)?, None).await?;
                names.iter().zip(&values).map(|(name, value)| Ok((text(name)?, bytes(value)?))).collect()
            })
            .await?;
        // IndexedDB orders strings by their UTF-16 units, which is another order for some.
        order::sort_by(&mut found, |a, b| a.0.cmp(&b.0));
        Ok(found)
    }

    async fn snapshot(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.persistently(async |connection, _| {
            let transaction = connection.reads()?.transaction(&[SNAPSHOT], TransactionMode::ReadOnly)?;
            let found = transaction.store(SNAPSHOT)?.get(JsValue::from_str(SNAPSHOT_KEY)).await?;
            found.as_ref().map(bytes).transpose()
        })
        .await
    }

    async fn segment_keys(&self) -> Result<Vec<SegmentKey>, StoreError> {
        self.persistently(async |connection, _| {
            let transaction = connection.reads()?.transaction(&[LOG], TransactionMode::ReadOnly)?;
            let keys = transaction.store(LOG)?.get_all_keys(None, None).await?;
            keys.iter().map(segment_key).collect()
        })
        .await
    }

    async fn segments(&self, from: SegmentKey, to: SegmentKey) -> Result<Vec<(SegmentKey, Vec<u8>)>, StoreError> {
        if from > to {
            return Ok(Vec::new());
        }
        self.persistently(async |connection, _| {
            let found = read_pages(connection, LOG, Some(between(&bound(from), &bound(to))?)).await?;
            found.into_iter().map(|(key, segment)| Ok((segment_key(&key)?, segment))).collect()
        })
        .await
    }

    async fn blobs(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let mut found: Vec<(String, Vec<u8>)> = self
            .persistently(async |connection, _| {
                let found = read_pages(connection, BLOBS, beginning_with(prefix)?).await?;
                found.into_iter().map(|(name, blob)| Ok((text(&name)?, blob))).collect()
            })
            .await?;
        order::sort_by(&mut found, |a, b| a.0.cmp(&b.0));
        Ok(found)
    }

    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let mut found: Vec<String> = self
            .persistently(async |connection, _| {
                let transaction = connection.reads()?.transaction(&[BLOBS], TransactionMode::ReadOnly)?;
                let names = transaction.store(BLOBS)?.get_all_keys(beginning_with(prefix)?, None).await?;
                names.iter().map(text).collect()
            })
            .await?;
        order::sort_by(&mut found, String::cmp);
        Ok(found)
    }

    async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        self.persistently(async |connection, in_doubt| {
            let writing = Writing::begin(&connection.writes, &STORES, commit.durable)?;
            let kept = in_doubt && is_kept(&writing, &commit).await?;
            if !kept && !is_expected(&writing, &commit).await? {
                writing.abort().await?;
                return Err(Trouble::Final(StoreError::Behind));
            }
            // What an earlier try has kept is written once more, for the promise that it has reached the disk.
            match write(&writing, &commit, kept) {
                Ok(()) => finish(writing, connection).await,
                Err(trouble) => {
                    writing.abort().await?;
                    Err(trouble)
                }
            }
        })
        .await
    }

    async fn clear(&self) -> Result<(), StoreError> {
        self.persistently(async |connection, _| {
            let writing = Writing::begin(&connection.writes, &STORES, true)?;
            for store in STORES {
                writing.store(store)?.clear()?;
            }
            finish(writing, connection).await
        })
        .await
    }
}

/// Everything a store holds in a range, with the keys, a page at a time.
async fn read_pages(
    connection: &Connection,
    store: &str,
    range: Option<KeyRange>,
) -> Result<Vec<(JsValue, Vec<u8>)>, Trouble> {
    // One transaction for all pages, so that they fit together.
    let transaction = connection.reads()?.transaction(&[store], TransactionMode::ReadOnly)?;
    let store = transaction.store(store)?;
    let keys = store.get_all_keys(range, None).await?;
    let mut found = Vec::with_capacity(keys.len());
    let mut read = 0;
    while let Some(rest) = keys.get(found.len()..).filter(|rest| !rest.is_empty()) {
        let most = match read {
            0 => FIRST_PAGE,
            read => (PAGE_BYTES / (read / found.len()).max(1)).clamp(1, MOST_PAGE),
        };
        let page = &rest[..most.min(rest.len())];
        let values = store.get_all(Some(between(&page[0], &page[page.len() - 1])?), None).await?;
        if values.len() != page.len() {
            return Err(damaged("the storage has lost or gained something while it was read"));
        }
        for (key, value) in page.iter().zip(&values) {
            let value = bytes(value)?;
            read += value.len();
            found.push((key.clone(), value));
        }
    }
    Ok(found)
}
