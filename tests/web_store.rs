//! The store in a real browser's database, and what it does when that fails.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

mod store_contract;

use futures_util::future::{Either, join_all, select};
use futures_util::{join, poll};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use porchlight::model::id::DeviceId;
use porchlight::model::stamp::Stream;
use porchlight::ports::{Commit, SegmentKey, Store, StoreError};
use porchlight::web::indexed_db::IndexedDb;
use rexie::{ObjectStore, Rexie, TransactionMode, TransactionResult};
use std::cell::Cell;
use store_contract::{Everything, add, everything, expecting, keep, set};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A store of its own for each test, empty even if the browser remembers an earlier run.
async fn fresh(name: &str) -> IndexedDb {
    let name = format!("test-{name}");
    Rexie::delete(&name).await.unwrap();
    IndexedDb::open(&name).await.unwrap()
}

macro_rules! in_the_browser {
    ($($name:ident)*) => {$(
        #[wasm_bindgen_test]
        async fn $name() {
            let store = fresh(stringify!($name)).await;
            store_contract::$name(&store).await;
        }
    )*};
}
each_store_test!(in_the_browser);

/// A method of the browser that misbehaves until this is dropped.
struct Sabotage {
    prototype: JsValue,
    method: JsValue,
    original: JsValue,
}

impl Sabotage {
    /// Puts JavaScript in the place of a method. It finds `proceed()`, which does what the browser does, `args`, and
    /// `count`, from 1, of the calls; for transactions only of those that write.
    fn of(class: &str, method: &str, body: &str) -> Sabotage {
        let make = Function::new_with_args(
            "original",
            &format!(
                "let calls = 0;
                return function (...args) {{
                    const proceed = () => original.apply(this, args);
                    if ('{method}' === 'transaction' && args[1] !== 'readwrite') return proceed();
                    const count = ++calls;
                    {body}
                }};"
            ),
        );
        let class = Reflect::get(&js_sys::global(), &class.into()).unwrap();
        let prototype = Reflect::get(&class, &"prototype".into()).unwrap();
        let original = Reflect::get(&prototype, &method.into()).unwrap();
        let replaced = make.call1(&JsValue::NULL, &original).unwrap();
        assert!(Reflect::set(&prototype, &method.into(), &replaced).unwrap());
        Sabotage { prototype, method: method.into(), original }
    }
}

impl Drop for Sabotage {
    fn drop(&mut self) {
        assert!(Reflect::set(&self.prototype, &self.method, &self.original).unwrap());
    }
}

const FIRST: SegmentKey = SegmentKey { stream: Stream { dev: DeviceId(1), epoch: 1 }, first: 1 };

/// A commit as a save makes it: a segment, the head that it expects and moves, and a piece of sound beside it.
fn save() -> Commit {
    let mut commit = add(&[(FIRST, b"a note")]);
    commit.blobs = keep(&[("a/000001", Some(b"a sound"))]).blobs;
    commit.meta = set(&[("head", Some(b"1"))]).meta;
    expecting("head", None, commit)
}

async fn assert_saved(store: &IndexedDb) {
    let expected = Everything {
        meta: vec![("head".to_owned(), b"1".to_vec())],
        snapshot: None,
        segments: vec![(FIRST, b"a note".to_vec())],
        blobs: vec![("a/000001".to_owned(), b"a sound".to_vec())],
    };
    assert_eq!(everything(store).await, expected);
}

/// Whatever went wrong before: nothing was kept, and the next save goes through.
async fn assert_recovers(store: &IndexedDb) {
    store_contract::an_empty_store_holds_nothing(store).await;
    store.commit(save()).await.unwrap();
    assert_saved(store).await;
}

#[wasm_bindgen_test]
async fn an_abort_without_a_reason_is_an_error() {
    let store = fresh("abort").await;
    {
        let _broken = Sabotage::of(
            "IDBObjectStore",
            "put",
            "const request = proceed();
            request.addEventListener('success', () => this.transaction.abort());
            return request;",
        );
        let said = store.commit(save()).await;
        assert!(matches!(&said, Err(StoreError::Failed(why)) if why.contains("no reason")), "{said:?}");
    }
    assert_recovers(&store).await;
}

#[wasm_bindgen_test]
async fn an_abort_with_a_reason_names_it() {
    let store = fresh("abort-reason").await;
    {
        let _broken = Sabotage::of("IDBObjectStore", "put", "throw new DOMException('no such luck', 'DataError');");
        let said = store.commit(save()).await;
        assert_eq!(said, Err(StoreError::Failed("DataError: no such luck".to_owned())));
    }
    assert_recovers(&store).await;
}

#[wasm_bindgen_test]
async fn a_full_disk_is_said_to_be_full() {
    let store = fresh("full").await;
    // As the browser reports it when the transaction is to be kept, and as some do at once.
    for full in [
        "const request = proceed();
        const error = new DOMException('full', 'QuotaExceededError');
        Object.defineProperty(this.transaction, 'error', { value: error, configurable: true });
        request.addEventListener('success', () => this.transaction.abort());
        return request;",
        "throw new DOMException('full', 'QuotaExceededError');",
    ] {
        let _broken = Sabotage::of("IDBObjectStore", "put", full);
        assert_eq!(store.commit(save()).await, Err(StoreError::Full));
    }
    assert_recovers(&store).await;
}

#[wasm_bindgen_test]
async fn a_piece_of_sound_for_which_there_is_no_space_is_not_kept() {
    let store = fresh("full-sound").await;
    store.commit(save()).await.unwrap();
    // The notes beside it would still fit.
    let full = "if (this.name === 'blobs') throw new DOMException('full', 'QuotaExceededError'); return proceed();";
    {
        let _broken = Sabotage::of("IDBObjectStore", "put", full);
        let mut second = keep(&[("a/000002", Some(b"more")), ("a/000001", None)]);
        assert_eq!(store.commit(second.clone()).await, Err(StoreError::Full));
        second.meta = set(&[("head", Some(b"2"))]).meta;
        second.drop_blobs = vec!["a/".to_owned()];
        assert_eq!(store.commit(second).await, Err(StoreError::Full));
    }
    assert_saved(&store).await;
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_replaced() {
    let store = fresh("reconnect").await;
    {
        let _broken = Sabotage::of("IDBDatabase", "transaction", "if (count <= 2) this.close(); return proceed();");
        store.commit(save()).await.unwrap();
    }
    assert_saved(&store).await;
}

#[wasm_bindgen_test]
async fn a_connection_lost_for_good_is_said_to_be() {
    let store = fresh("lost").await;
    for lost in ["InvalidStateError", "UnknownError"] {
        let _broken = Sabotage::of(
            "IDBDatabase",
            "transaction",
            &format!("throw new DOMException('Connection to Indexed Database server lost.', '{lost}');"),
        );
        assert_eq!(store.commit(save()).await, Err(StoreError::Lost));
        assert_eq!(store.clear().await, Err(StoreError::Lost));
    }
    assert_recovers(&store).await;
}

#[wasm_bindgen_test]
async fn reading_survives_a_lost_connection() {
    let store = fresh("lost-reading").await;
    store.commit(save()).await.unwrap();
    for lost in [
        "if (count === 1) throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError'); return proceed();",
        // A connection that is closed by force aborts what is under way.
        "const request = proceed(); if (count === 1) { this.transaction.db.close(); this.transaction.abort(); } return request;",
    ] {
        for method in ["getAll", "getAllKeys", "get"] {
            let _broken = Sabotage::of("IDBObjectStore", method, lost);
            assert_saved(&store).await;
        }
    }
    let _broken = Sabotage::of("IDBObjectStore", "getAll", "throw new DOMException('gone', 'UnknownError');");
    assert_eq!(store.meta("").await, Err(StoreError::Lost));
    assert_eq!(store.segments(FIRST, FIRST).await, Err(StoreError::Lost));
}

/// Lets the first transaction that writes go through, and then has it reported as lost.
const KEPT_BUT_LOST: &str = "
    const transaction = proceed();
    if (count === 1) {
        const error = new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
        Object.defineProperty(transaction, 'error', { value: error });
        Object.defineProperty(transaction, 'oncomplete', { set() {} });
        Object.defineProperty(transaction, 'onabort', {
            set(tell) { transaction.addEventListener('complete', () => tell(new Event('abort'))); },
        });
    }
";

#[wasm_bindgen_test]
async fn a_commit_that_was_kept_although_the_connection_was_lost_is_done() {
    let store = fresh("in-doubt").await;
    let second = SegmentKey { first: 2, ..FIRST };
    store.commit(set(&[("gone", Some(b"x"))])).await.unwrap();
    store.commit(add(&[(FIRST, b"old"), (second, b"old")])).await.unwrap();
    let mut thorough = save();
    thorough.meta.push(("gone".to_owned(), None));
    thorough.blobs.push(("gone".to_owned(), None));
    thorough.drop_blobs = vec!["a/".to_owned(), "b/".to_owned()];
    thorough.remove = vec![(FIRST, b"old".to_vec()), (second, b"old".to_vec())];
    thorough.snapshot = Some(None);
    for commit in [thorough, save()] {
        {
            let _broken = Sabotage::of("IDBDatabase", "transaction", &format!("{KEPT_BUT_LOST} return transaction;"));
            store.commit(commit.clone()).await.unwrap();
        }
        assert_saved(&store).await;
        assert_eq!(store.commit(commit).await, Err(StoreError::Behind), "without doubt it is behind");
        store.clear().await.unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_commit_in_doubt_does_not_take_anothers_segment_for_its_own() {
    for (name, others) in [
        ("others-segment", "transaction.objectStore('log').put(new Uint8Array([1]), ['0000000000000001', 1, 1]);"),
        ("others-head", "transaction.objectStore('meta').put(new Uint8Array([1]), 'head');"),
        ("others-removal", "transaction.objectStore('log').delete(['0000000000000001', 1, 1]);"),
        ("others-sound", "transaction.objectStore('blobs').put(new Uint8Array([1]), 'a/000001');"),
        ("others-piece", "transaction.objectStore('blobs').put(new Uint8Array([1]), 'a/000002');"),
    ] {
        let store = fresh(name).await;
        let _broken = Sabotage::of(
            "IDBDatabase",
            "transaction",
            &format!("{KEPT_BUT_LOST} if (count === 2) {{ {others} }} return transaction;"),
        );
        let commit = Commit { drop_blobs: vec!["a/".to_owned()], ..save() };
        assert_eq!(store.commit(commit).await, Err(StoreError::Behind), "{name}");
    }
}

#[wasm_bindgen_test]
async fn what_was_told_to_be_saved_is_on_the_disk() {
    let store = fresh("durable").await;
    let _watched = Sabotage::of(
        "IDBDatabase",
        "transaction",
        "const transaction = proceed(); (self.seen ??= []).push(transaction.durability); return transaction;",
    );
    store.commit(save()).await.unwrap();
    store.commit(Commit { durable: false, ..set(&[("head", None)]) }).await.unwrap();
    store.clear().await.unwrap();
    let seen: Array = Reflect::get(&js_sys::global(), &"seen".into()).unwrap().unchecked_into();
    assert_eq!(seen.join(" "), "strict relaxed strict");
}

#[wasm_bindgen_test]
async fn of_two_that_expect_the_same_one_goes_through() {
    let one = fresh("two").await;
    let other = IndexedDb::open("test-two").await.unwrap();
    let mut second = save();
    second.add[0].0.first = 2;
    let (a, b) = join!(one.commit(save()), other.commit(second));
    assert_eq!([a, b], [Ok(()), Err(StoreError::Behind)]);
    assert_saved(&one).await;
    assert_saved(&other).await;
}

#[wasm_bindgen_test]
async fn many_commits_at_once_all_arrive() {
    let store = fresh("many").await;
    let numbers: Vec<u64> = (0..50).collect();
    let commits = numbers.iter().map(|first| store.commit(add(&[(SegmentKey { first: *first, ..FIRST }, b"x")])));
    for done in join_all(commits).await {
        done.unwrap();
    }
    let keys = store.segment_keys().await.unwrap();
    assert_eq!(keys.iter().map(|key| key.first).collect::<Vec<_>>(), numbers);
}

#[wasm_bindgen_test]
async fn whoever_stops_waiting_leaves_nothing_half_done() {
    let store = fresh("dropped").await;
    for at in 0..20 {
        let (first, head) = (at * 2 + 1, at.to_string());
        let mut commit =
            add(&[(SegmentKey { first, ..FIRST }, b"x"), (SegmentKey { first: first + 1, ..FIRST }, b"y")]);
        commit.meta = set(&[("head", Some(head.as_bytes()))]).meta;
        commit.expect = vec![("never".to_owned(), None)];
        let mut waiting = Box::pin(store.commit(commit));
        // Dropped after another number of steps each time: before, between and after the writes.
        for _ in 0..at {
            if poll!(&mut waiting).is_ready() {
                break;
            }
            JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
        }
        drop(waiting);
        let kept = everything(&store).await;
        let ours = kept.segments.iter().filter(|(key, _)| key.first >= first).count();
        let told = kept.meta.iter().any(|(_, bytes)| *bytes == head.as_bytes());
        assert!(matches!((ours, told), (0, false) | (2, true)), "{at}: {ours} {told}");
    }
}

#[wasm_bindgen_test]
async fn another_tab_may_delete_the_database() {
    let store = fresh("deleted").await;
    store.commit(save()).await.unwrap();
    Rexie::delete("test-deleted").await.unwrap();
    assert_recovers(&store).await;
}

#[wasm_bindgen_test]
async fn a_newer_version_is_left_alone() {
    let store = fresh("newer").await;
    store.commit(save()).await.unwrap();
    // Another tab with a newer app upgrades; this does not hang, although the store has the database open.
    let newer = Rexie::builder("test-newer").version(2);
    let newer =
        ["log", "meta", "more"].iter().fold(newer, |newer, name| newer.add_object_store(ObjectStore::new(name)));
    let newer = newer.build().await.unwrap();
    assert_eq!(store.commit(save()).await, Err(StoreError::Newer));
    assert_eq!(store.segment_keys().await, Err(StoreError::Newer));
    assert!(matches!(IndexedDb::open("test-newer").await, Err(StoreError::Newer)));
    assert_eq!(newer.version(), Ok(2));
    newer.close();
}

#[wasm_bindgen_test]
async fn a_closed_store_blocks_nobody() {
    let store = fresh("closed").await;
    drop(store);
    Rexie::delete("test-closed").await.unwrap();
}

#[wasm_bindgen_test]
async fn without_a_database_the_store_is_unavailable() {
    for refusal in ["SecurityError", "InvalidStateError"] {
        let body = format!("throw new DOMException('not here', '{refusal}');");
        let _broken = Sabotage::of("IDBFactory", "open", &body);
        assert!(matches!(IndexedDb::open("test-none").await, Err(StoreError::Unavailable(_))), "{refusal}");
    }
}

#[wasm_bindgen_test]
async fn a_start_is_tried_again() {
    Rexie::delete("test-slow").await.unwrap();
    let body = "if (count <= 2) throw new DOMException('Internal error.', 'UnknownError'); return proceed();";
    let _broken = Sabotage::of("IDBFactory", "open", body);
    assert!(IndexedDb::open("test-slow").await.is_ok());
}

#[wasm_bindgen_test]
async fn a_database_deleted_while_it_is_opened_is_made_again_whole() {
    Rexie::delete("test-race").await.unwrap();
    // Between the first connection and the second, another tab deletes the database.
    let body = "if (count === 2) indexedDB.deleteDatabase(args[0]); return proceed();";
    let _broken = Sabotage::of("IDBFactory", "open", body);
    let store = IndexedDb::open("test-race").await.unwrap();
    assert_recovers(&store).await;
}

#[wasm_bindgen_test]
async fn a_database_without_our_stores_is_not_ours() {
    Rexie::delete("test-foreign").await.unwrap();
    let foreign = Rexie::builder("test-foreign").version(1).add_object_store(ObjectStore::new("theirs"));
    foreign.build().await.unwrap().close();
    let said = IndexedDb::open("test-foreign").await.err();
    assert!(matches!(&said, Some(StoreError::Failed(why)) if why.contains("theirs")), "{said:?}");
}

#[wasm_bindgen_test]
async fn what_is_not_ours_inside_is_an_error_and_no_panic() {
    let store = fresh("damaged").await;
    let raw = Rexie::builder("test-damaged").version(1).build().await.unwrap();
    for (name, key, value) in [
        ("meta", "text".into(), JsValue::from_str("not bytes")),
        ("meta", 7.into(), Uint8Array::new_with_length(1).into()),
        ("log", Array::of3(&"xyz".into(), &1.into(), &1.into()).into(), Uint8Array::new_with_length(1).into()),
        ("snapshot", "current".into(), 1.into()),
        ("blobs", "text".into(), JsValue::from_str("not bytes")),
        ("blobs", 7.into(), Uint8Array::new_with_length(1).into()),
    ] {
        store.clear().await.unwrap();
        let transaction = raw.transaction(&[name], TransactionMode::ReadWrite).unwrap();
        transaction.store(name).unwrap().put(&value, Some(&key)).await.unwrap();
        transaction.done().await.unwrap();
        let read = match name {
            "meta" => store.meta("").await.map(drop),
            "log" => store.segment_keys().await.map(drop),
            "blobs" => store.blobs("").await.map(drop),
            _ => store.snapshot().await.map(drop),
        };
        assert!(matches!(read, Err(StoreError::Failed(_))), "{name} {read:?}");
    }
    raw.close();
}

#[wasm_bindgen_test]
async fn a_number_that_javascript_would_round_is_refused() {
    let store = fresh("rounded").await;
    let too_large = SegmentKey { first: 1 << 53, ..FIRST };
    let said = store.commit(add(&[(FIRST, b"x"), (too_large, b"y")])).await;
    assert!(matches!(said, Err(StoreError::Failed(_))), "{said:?}");
    assert_recovers(&store).await;
}

/// What the store has to know of rexie. Should one of these fail after an update, read `web/strict.rs` again.
mod rexie_is_like_this {
    use super::*;

    async fn one_store(name: &str) -> Rexie {
        Rexie::delete(name).await.unwrap();
        Rexie::builder(name).version(1).add_object_store(ObjectStore::new("a")).build().await.unwrap()
    }

    #[wasm_bindgen_test]
    async fn an_aborted_transaction_is_done_without_an_error() {
        let database = one_store("test-rexie-abort").await;
        let transaction = database.transaction(&["a"], TransactionMode::ReadWrite).unwrap();
        {
            let _broken = Sabotage::of(
                "IDBObjectStore",
                "put",
                "const request = proceed();
                request.addEventListener('success', () => this.transaction.abort());
                return request;",
            );
            transaction.store("a").unwrap().put(&"x".into(), Some(&"x".into())).await.unwrap();
        }
        assert_eq!(transaction.done().await, Ok(TransactionResult::Aborted));
        database.close();
    }

    #[wasm_bindgen_test]
    async fn its_transactions_are_as_durable_as_the_browser_likes() {
        let database = one_store("test-rexie-durability").await;
        let _watched = Sabotage::of("IDBDatabase", "transaction", "return self.seen = proceed();");
        database.transaction(&["a"], TransactionMode::ReadWrite).unwrap().done().await.unwrap();
        let seen = Reflect::get(&js_sys::global(), &"seen".into()).unwrap();
        assert_eq!(Reflect::get(&seen, &"durability".into()).unwrap(), "default");
        Reflect::set(&js_sys::global(), &"seen".into(), &JsValue::UNDEFINED).unwrap();
        database.close();
    }

    #[wasm_bindgen_test]
    async fn an_upgrade_deletes_what_it_is_not_told_of() {
        one_store("test-rexie-upgrade").await.close();
        let builder = Rexie::builder("test-rexie-upgrade").version(2).add_object_store(ObjectStore::new("b"));
        let database = builder.build().await.unwrap();
        assert_eq!(database.store_names(), ["b"]);
        database.close();
    }

    #[wasm_bindgen_test]
    async fn dropped_it_stays_open_and_blocks() {
        drop(one_store("test-rexie-drop").await);
        let deleted = Cell::new(false);
        let delete = async {
            Rexie::delete("test-rexie-drop").await.unwrap();
            deleted.set(true);
        };
        // The other database is made and deleted meanwhile, which shows that there was time.
        let elsewhere = async {
            one_store("test-rexie-elsewhere").await.close();
            Rexie::delete("test-rexie-elsewhere").await.unwrap();
        };
        let delete = std::pin::pin!(delete);
        assert!(matches!(select(delete, std::pin::pin!(elsewhere)).await, Either::Right(_)), "{deleted:?}");
    }
}
