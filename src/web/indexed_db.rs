//! The store in the browser's database.
//!
//! rexie makes the database and reads from it; what it cannot do goes through [`strict`](crate::web::strict).

use crate::model::id::DeviceId;
use crate::model::order;
use crate::model::stamp::Stream;
use crate::ports::{Commit, SegmentKey, Store, StoreError};
use crate::web::strict::{self, DatabaseFault, Writing};
use async_trait::async_trait;
use js_sys::{Array, JsString, Uint8Array};
use rexie::{KeyRange, ObjectStore, Rexie, TransactionMode};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest};

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

/// Why one try did not succeed.
enum Trouble {
    /// The connection is gone. `in_doubt`: the writes were handed over, so they may have been kept all the same.
    Lost { in_doubt: bool },
    /// Another try would not help.
    Final(StoreError),
}

impl Trouble {
    fn failed(self) -> StoreError {
        match self {
            Trouble::Lost { .. } => StoreError::Lost,
            Trouble::Final(error) => error,
        }
    }
}

impl From<DatabaseFault> for Trouble {
    fn from(fault: DatabaseFault) -> Trouble {
        match fault.name.as_str() {
            // A forced close aborts what is under way; when nothing was written yet, another try does no harm.
            _ if fault.is_lost_connection() || fault.is_abort() => Trouble::Lost { in_doubt: false },
            "QuotaExceededError" => Trouble::Final(StoreError::Full),
            "ConstraintError" => Trouble::Final(StoreError::Behind),
            "VersionError" => Trouble::Final(StoreError::Newer),
            _ => Trouble::Final(StoreError::Failed(fault.to_string())),
        }
    }
}

impl From<JsValue> for Trouble {
    fn from(value: JsValue) -> Trouble {
        DatabaseFault::thrown(&value).into()
    }
}

impl From<rexie::Error> for Trouble {
    fn from(error: rexie::Error) -> Trouble {
        told_by(&error).into()
    }
}

/// What the browser said, taken from rexie's error.
///
/// rexie wraps the error of idb, whose type it does not export; the exception can only be found in its text, as
/// `…: Name: words`.
fn told_by(error: &rexie::Error) -> DatabaseFault {
    let text = match error {
        rexie::Error::IdbError(inner) => inner.to_string(),
        other => other.to_string(),
    };
    if text == "indexed db not found" {
        return DatabaseFault::new("SecurityError", text);
    }
    let mut rest = text.as_str();
    while let Some((head, tail)) = rest.split_once(": ") {
        let exception = head.len() > 5 && head.ends_with("Error") && head.bytes().all(|b| b.is_ascii_alphabetic());
        if exception {
            return DatabaseFault::new(head, tail);
        }
        rest = tail;
    }
    DatabaseFault::new("Error", text)
}

/// Why there is no database.
fn not_opened(fault: DatabaseFault) -> StoreError {
    match fault.name.as_str() {
        "VersionError" => StoreError::Newer,
        "QuotaExceededError" => StoreError::Full,
        // Blocked cookies, and private windows.
        "SecurityError" | "InvalidStateError" | "NotSupportedError" | "InvalidAccessError" => {
            StoreError::Unavailable(fault.to_string())
        }
        _ => StoreError::Failed(fault.to_string()),
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

/// Whether the store holds what the commit expects.
async fn is_expected(writing: &Writing, commit: &Commit) -> Result<bool, Trouble> {
    let (log, meta) = (writing.store(LOG)?, writing.store(META)?);
    let mut asked = Vec::new();
    for (name, value) in &commit.expect {
        asked.push(ask(&meta, &JsValue::from_str(name), value.as_deref())?);
    }
    for (key, value) in &commit.remove {
        asked.push(ask(&log, &to_js(*key)?, Some(value))?);
    }
    all_hold(asked).await
}

/// Whether the store holds exactly what the commit would leave behind, because an earlier try of it was kept.
async fn is_kept(writing: &Writing, commit: &Commit) -> Result<bool, Trouble> {
    // In the order in which they are written, so that the last word on a key counts.
    let removed = commit.remove.iter().map(|(key, _)| (*key, None));
    let added = commit.add.iter().map(|(key, value)| (*key, Some(value.as_slice())));
    let segments: BTreeMap<SegmentKey, Option<&[u8]>> = order::map(removed.chain(added));
    let meta = commit.meta.iter().map(|(name, value)| (name.as_str(), value.as_deref()));
    let meta: BTreeMap<&str, Option<&[u8]>> = order::map(meta);
    let blobs = commit.blobs.iter().map(|(name, value)| (name.as_str(), value.as_deref()));
    let blobs: BTreeMap<&str, Option<&[u8]>> = order::map(blobs);

    let (logs, metas, large) = (writing.store(LOG)?, writing.store(META)?, writing.store(BLOBS)?);
    let mut counted = Vec::new();
    for prefix in &commit.drop_blobs {
        let left = blobs.iter().filter(|(name, value)| value.is_some() && name.starts_with(prefix.as_str())).count();
        counted.push(ask_how_many(&large, prefix, left)?);
    }
    let mut asked = Vec::new();
    for (key, value) in segments {
        asked.push(ask(&logs, &to_js(key)?, value)?);
    }
    for (name, value) in meta {
        asked.push(ask(&metas, &JsValue::from_str(name), value)?);
    }
    for (name, value) in blobs {
        asked.push(ask(&large, &JsValue::from_str(name), value)?);
    }
    if let Some(snapshot) = &commit.snapshot {
        asked.push(ask(&writing.store(SNAPSHOT)?, &JsValue::from_str(SNAPSHOT_KEY), snapshot.as_deref())?);
    }
    // Both are waited for, whatever the first says.
    Ok(all_hold(counted).await? & all_hold(asked).await?)
}

/// A question on its way: whether so many names begin so.
fn ask_how_many(
    store: &IdbObjectStore,
    prefix: &str,
    hoped_for: usize,
) -> Result<impl Future<Output = Result<bool, Trouble>> + use<>, Trouble> {
    let answer = strict::result(&match beginning_with(prefix)? {
        Some(range) => store.count_with_key(&range.into())?,
        None => store.count()?,
    });
    Ok(async move { Ok(answer.await?.as_f64() == Some(hoped_for as f64)) })
}

/// A question on its way: whether there is such a value at a key, or none.
fn ask<'a>(
    store: &IdbObjectStore,
    key: &JsValue,
    hoped_for: Option<&'a [u8]>,
) -> Result<impl Future<Output = Result<bool, Trouble>> + use<'a>, Trouble> {
    let answer = strict::result(store.get(key)?.as_ref());
    Ok(async move {
        let found = answer.await?;
        let found = if found.is_undefined() { None } else { Some(bytes(&found)?) };
        Ok(found.as_deref() == hoped_for)
    })
}

/// Whether every question is answered with yes. All are waited for, so none is left behind in the transaction.
async fn all_hold(asked: Vec<impl Future<Output = Result<bool, Trouble>>>) -> Result<bool, Trouble> {
    let mut hold = true;
    for answer in asked {
        hold &= answer.await?;
    }
    Ok(hold)
}

/// Hands over all writes of a commit at once; what becomes of them shows when the transaction ends.
///
/// A segment that is there already makes the browser abort the transaction, unless it may be `replaced`.
fn write(writing: &Writing, commit: &Commit, replaced: bool) -> Result<(), Trouble> {
    let log = writing.store(LOG)?;
    for (key, _) in &commit.remove {
        log.delete(&to_js(*key)?)?;
    }
    for (key, value) in &commit.add {
        let (key, value) = (to_js(*key)?, Uint8Array::from(value.as_slice()));
        if replaced {
            log.put_with_key(&value, &key)?
        } else {
            log.add_with_key(&value, &key)?
        };
    }
    let meta = writing.store(META)?;
    for (name, value) in &commit.meta {
        put_or_delete(&meta, &JsValue::from_str(name), value.as_deref())?;
    }
    let blobs = writing.store(BLOBS)?;
    for prefix in &commit.drop_blobs {
        match beginning_with(prefix)? {
            Some(range) => blobs.delete(&range.into())?,
            None => blobs.clear()?,
        };
    }
    for (name, value) in &commit.blobs {
        put_or_delete(&blobs, &JsValue::from_str(name), value.as_deref())?;
    }
    if let Some(snapshot) = &commit.snapshot {
        put_or_delete(&writing.store(SNAPSHOT)?, &JsValue::from_str(SNAPSHOT_KEY), snapshot.as_deref())?;
    }
    Ok(())
}

fn put_or_delete(store: &IdbObjectStore, key: &JsValue, value: Option<&[u8]>) -> Result<IdbRequest, Trouble> {
    Ok(match value {
        Some(value) => store.put_with_key(&Uint8Array::from(value), key)?,
        None => store.delete(key)?,
    })
}

/// Waits until what was handed over is kept.
async fn finish(writing: Writing, connection: &Connection) -> Result<(), Trouble> {
    writing.done().await.map_err(|fault| {
        let closed = fault.is_abort() && connection.is_closed();
        if fault.is_lost_connection() || closed {
            return Trouble::Lost { in_doubt: true };
        }
        if fault.is_abort() {
            return Trouble::Final(StoreError::Failed(fault.to_string()));
        }
        fault.into()
    })
}

/// The key of a segment as it is stored. Refuses numbers that JavaScript would round to the number of another.
fn to_js(key: SegmentKey) -> Result<JsValue, Trouble> {
    if key.first >= ROUNDED {
        return Err(damaged("a segment begins at a number that is too large"));
    }
    Ok(bound(key))
}

/// The key of a segment as the end of a range, which may lie beyond all segments.
fn bound(key: SegmentKey) -> JsValue {
    let first = key.first.min(ROUNDED) as f64;
    let parts = [JsValue::from_str(&key.stream.dev.to_string()), key.stream.epoch.into(), first.into()];
    parts.iter().collect::<Array>().into()
}

/// The key of a stored segment.
fn segment_key(key: &JsValue) -> Result<SegmentKey, Trouble> {
    let read = || {
        let parts: &Array = key.dyn_ref()?;
        let dev: DeviceId = parts.get(0).as_string()?.parse().ok()?;
        let epoch = parts.get(1).as_f64()?;
        let first = parts.get(2).as_f64()?;
        let (epoch, first) = (whole(epoch, f64::from(u32::MAX))? as u32, whole(first, ROUNDED as f64)?);
        Some(SegmentKey { stream: Stream { dev, epoch }, first })
    };
    read().ok_or_else(|| damaged("the log holds something under a name that is not a segment's"))
}

fn whole(number: f64, most: f64) -> Option<u64> {
    (number.fract() == 0.0 && (0.0..=most).contains(&number)).then_some(number as u64)
}

/// A copy of the bytes in a stored value.
fn bytes(value: &JsValue) -> Result<Vec<u8>, Trouble> {
    let array = value.dyn_ref::<Uint8Array>();
    array.map(Uint8Array::to_vec).ok_or_else(|| damaged("the storage holds something that is not bytes"))
}

fn text(key: &JsValue) -> Result<String, Trouble> {
    key.as_string().ok_or_else(|| damaged("the storage holds something under a name that is not text"))
}

fn damaged(what: &str) -> Trouble {
    Trouble::Final(StoreError::Failed(what.to_owned()))
}

/// All keys from one to another, both included.
fn between(from: &JsValue, to: &JsValue) -> Result<KeyRange, Trouble> {
    Ok(KeyRange::bound(from, to, None, None).map_err(rexie::Error::from)?)
}

/// All names that begin so; none for all there are.
fn beginning_with(prefix: &str) -> Result<Option<KeyRange>, Trouble> {
    // The first string after all of them: the prefix with its last UTF-16 unit counted up.
    let mut after: Vec<u16> = prefix.encode_utf16().collect();
    while after.last() == Some(&u16::MAX) {
        after.pop();
    }
    let from = JsValue::from_str(prefix);
    let range = match after.last_mut() {
        Some(last) => {
            *last += 1;
            KeyRange::bound(&from, &JsString::from_char_code(&after), None, Some(true))
        }
        None if prefix.is_empty() => return Ok(None),
        None => KeyRange::lower_bound(&from, None),
    };
    Ok(Some(range.map_err(rexie::Error::from)?))
}
