//! What rexie cannot do to a database, done on a connection of its own.
//!
//! rexie 0.6 keeps its `IdbDatabase` to itself, and with it three things a note's safety rests on: a transaction with
//! `durability: "strict"`, the reason why a transaction was aborted, and the events of the connection. So every
//! write goes through a second connection, opened here, to the database that rexie has made. IndexedDB orders
//! transactions over all connections to a database, so a read through rexie that begins after a write was reported
//! as complete sees it.
//!
//! Every event is received by the resolving function of a promise. Those belong to JavaScript: when the future that
//! waits is dropped half-way, no handler dangles, which would throw into the running transaction and abort it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use std::fmt;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbVersionChangeEvent,
};

/// What went wrong, as the browser put it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseFault {
    /// The name of the exception, such as `QuotaExceededError`; `AbortError` where none was given.
    pub name: String,
    /// Its words, for people who look into it.
    pub words: String,
}

impl DatabaseFault {
    /// A fault of our own making.
    pub fn new(name: &str, words: impl Into<String>) -> DatabaseFault {
        DatabaseFault { name: name.to_owned(), words: words.into() }
    }

    /// The fault in a value that was thrown or that a promise was rejected with.
    pub fn thrown(value: &JsValue) -> DatabaseFault {
        if let Some(exception) = value.dyn_ref::<DomException>() {
            return DatabaseFault { name: exception.name(), words: exception.message() };
        }
        match value.dyn_ref::<js_sys::Error>() {
            Some(error) => DatabaseFault { name: error.name().into(), words: error.message().into() },
            None => DatabaseFault::new("Error", format!("{value:?}")),
        }
    }

    fn or_aborted(exception: Option<DomException>) -> DatabaseFault {
        let fault = exception.map(|exception| DatabaseFault { name: exception.name(), words: exception.message() });
        fault.unwrap_or_else(|| DatabaseFault::new("AbortError", "the transaction was aborted and no reason given"))
    }

    /// Whether the connection is gone, so that another one may do better.
    ///
    /// WebKit says `UnknownError` when its database process went away, and every engine says `InvalidStateError` to
    /// a transaction on a connection that was closed.
    pub fn is_lost_connection(&self) -> bool {
        matches!(self.name.as_str(), "InvalidStateError" | "UnknownError" | "TransactionInactiveError")
    }
}

impl DatabaseFault {
    /// Whether a transaction was aborted and nothing more is known.
    pub fn is_abort(&self) -> bool {
        self.name == "AbortError"
    }
}

impl fmt::Display for DatabaseFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.words.is_empty() {
            true => f.write_str(&self.name),
            false => write!(f, "{}: {}", self.name, self.words),
        }
    }
}

impl From<JsValue> for DatabaseFault {
    fn from(value: JsValue) -> DatabaseFault {
        DatabaseFault::thrown(&value)
    }
}

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the third argument of `transaction`, which web-sys counts as unstable.
    type Durable;
    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Durable, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

/// A future of the first event that calls the function it is given.
///
/// The browser has an event call it even if the future is dropped before.
fn first_event(listen: impl FnOnce(&Function)) -> JsFuture {
    let mut listen = Some(listen);
    JsFuture::from(Promise::new(&mut |resolve, _| {
        if let Some(listen) = listen.take() {
            listen(resolve.unchecked_ref());
        }
    }))
}

/// Whether the event that came is the one hoped for.
async fn came(event: JsFuture, hoped_for: &str) -> Result<bool, DatabaseFault> {
    Ok(event.await?.dyn_into::<Event>()?.type_() == hoped_for)
}

/// The database factory of this page. Blocked cookies and some private windows leave none.
fn factory() -> Result<IdbFactory, DatabaseFault> {
    let none = |_| DatabaseFault::new("SecurityError", "this page has no indexedDB");
    Reflect::get(&js_sys::global(), &JsValue::from_str("indexedDB"))?.dyn_into().map_err(none)
}

/// Opens one more connection to a database that exists in this version.
///
/// A database that does not exist is not made: it is a fault, `AbortError`. When another tab deletes or upgrades the
/// database, the connection closes so as not to stand in its way; what is asked of it later is an
/// `InvalidStateError`.
pub async fn connect(name: &str, version: u32) -> Result<IdbDatabase, DatabaseFault> {
    let request = factory()?.open_with_u32(name, version)?;
    // Somebody deleted the database since rexie opened it. Without this an empty one without stores would remain.
    let refuse = Closure::once(|event: IdbVersionChangeEvent| {
        let request = event.target().and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok());
        if let Some(Err(error)) = request.and_then(|request| request.transaction()).map(|upgrade| upgrade.abort()) {
            wasm_bindgen::throw_val(error);
        }
    });
    request.set_onupgradeneeded(Some(refuse.as_ref().unchecked_ref()));
    let database: IdbDatabase = result(&request).await?.dyn_into()?;
    let close: Function = Reflect::get(&database, &JsValue::from_str("close"))?.dyn_into()?;
    database.set_onversionchange(Some(&close.bind0(&database)));
    Ok(database)
}

/// Waits for what a request brings.
///
/// To be called before anything else is awaited after the request was made, so that its event is not missed.
pub fn result(request: &IdbRequest) -> impl Future<Output = Result<JsValue, DatabaseFault>> + use<> {
    let request = request.clone();
    let event = first_event(|resolve| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(resolve));
    });
    async move {
        match came(event, "success").await? {
            true => Ok(request.result()?),
            false => Err(DatabaseFault::or_aborted(request.error()?)),
        }
    }
}

/// A transaction that writes, from its beginning to the word that it is complete.
pub struct Writing {
    transaction: IdbTransaction,
    end: JsFuture,
}

impl Writing {
    /// Begins a transaction that reads and writes the given stores. If `durable`, its completion means that it has
    /// reached the disk, not only the system's memory.
    pub fn begin(database: &IdbDatabase, stores: &[&str], durable: bool) -> Result<Writing, DatabaseFault> {
        let stores: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let options = Object::new();
        let durability = JsValue::from_str(if durable { "strict" } else { "relaxed" });
        Reflect::set(&options, &JsValue::from_str("durability"), &durability)?;
        let transaction = database.unchecked_ref::<Durable>().transaction(&stores, "readwrite", &options)?;
        let end = first_event(|resolve| {
            transaction.set_oncomplete(Some(resolve));
            transaction.set_onabort(Some(resolve));
        });
        Ok(Writing { transaction, end })
    }

    /// One of its stores.
    pub fn store(&self, name: &str) -> Result<IdbObjectStore, DatabaseFault> {
        Ok(self.transaction.object_store(name)?)
    }

    /// Waits for the end. `Ok` only after the browser's `complete` event; everything else, an abort for which the
    /// browser names no reason too, is a fault.
    pub async fn done(self) -> Result<(), DatabaseFault> {
        match came(self.end, "complete").await? {
            true => Ok(()),
            false => Err(DatabaseFault::or_aborted(self.transaction.error())),
        }
    }

    /// Takes everything back, and waits until it is.
    pub async fn abort(self) -> Result<(), DatabaseFault> {
        // It fails if the transaction has ended already: then it did so without a complete set of writes, by itself.
        match self.transaction.abort() {
            Ok(()) => came(self.end, "abort").await.map(drop),
            Err(_) => Ok(()),
        }
    }
}
