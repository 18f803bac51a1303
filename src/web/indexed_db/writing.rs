//! What a commit expects, what it writes, and whether an earlier try of it was kept.

use super::trouble::Trouble;
use super::values::{beginning_with, bytes, to_js};
use super::{BLOBS, Connection, LOG, META, SNAPSHOT, SNAPSHOT_KEY};
use crate::model::order;
use crate::ports::{Commit, SegmentKey, StoreError};
use crate::web::strict::{self, Writing};
use js_sys::Uint8Array;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use web_sys::{IdbObjectStore, IdbRequest};

/// Whether the store holds what the commit expects.
pub(super) async fn is_expected(writing: &Writing, commit: &Commit) -> Result<bool, Trouble> {
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
pub(super) async fn is_kept(writing: &Writing, commit: &Commit) -> Result<bool, Trouble> {
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
pub(super) fn ask_how_many(
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
pub(super) fn ask<'a>(
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
pub(super) async fn all_hold(asked: Vec<impl Future<Output = Result<bool, Trouble>>>) -> Result<bool, Trouble> {
    let mut hold = true;
    for answer in asked {
        hold &= answer.await?;
    }
    Ok(hold)
}

/// Hands over all writes of a commit at once; what becomes of them shows when the transaction ends.
///
/// A segment that is there already makes the browser abort the transaction, unless it may be `replaced`.
pub(super) fn write(writing: &Writing, commit: &Commit, replaced: bool) -> Result<(), Trouble> {
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

pub(super) fn put_or_delete(
    store: &IdbObjectStore,
    key: &JsValue,
    value: Option<&[u8]>,
) -> Result<IdbRequest, Trouble> {
    Ok(match value {
        Some(value) => store.put_with_key(&Uint8Array::from(value), key)?,
        None => store.delete(key)?,
    })
}

/// Waits until what was handed over is kept.
pub(super) async fn finish(writing: Writing, connection: &Connection) -> Result<(), Trouble> {
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
