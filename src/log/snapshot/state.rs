//! One hash for everything that is true at present, whatever form snapshots have.

use crate::log::hash::Sha;
use crate::model::book::Book;
use crate::model::id::{DeviceId, Id};
use crate::model::order;
use crate::model::record::{Key, Record, Slot};
use crate::model::stamp::{Stream, Tick};
use crate::model::value::Value;
use crate::model::version_vector::VersionVector;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Stands first in what is hashed.
const VERSION: u32 = 1;

/// Keys and streams stand once in a table; everything else names them by their place there.
#[derive(Serialize)]
struct Form<'b> {
    version: u32,
    seen: &'b VersionVector,
    latest: Tick,
    keys: Vec<&'b str>,
    streams: Vec<Stream>,
    records: Vec<RecordForm<'b>>,
}

type SlotForm<'b> = (u32, Tick, u32, &'b Value);

#[derive(Serialize)]
struct RecordForm<'b> {
    kind: u32,
    id: Id,
    erased: bool,
    slots: Vec<SlotForm<'b>>,
    losers: Vec<SlotForm<'b>>,
    superseded: Vec<(u32, Tick, DeviceId, u32)>,
}

/// One hash for everything that is true at present: equal on every device that has the same operations. It makes every
/// record there is.
///
/// # Errors
/// None in practice: every value has a form.
pub fn state_hash(book: &Book) -> Result<Sha, postcard::Error> {
    hash_of(book, book.seen(), book.latest())
}

/// The same of what the records say alone: equal also where a copied tablet's operations are filed under other names.
///
/// # Errors
/// As [`state_hash`].
pub fn records_hash(book: &Book) -> Result<Sha, postcard::Error> {
    hash_of(book, &VersionVector::default(), Tick::default())
}

fn hash_of(book: &Book, seen: &VersionVector, latest: Tick) -> Result<Sha, postcard::Error> {
    let mut records: Vec<&Arc<Record>> = book.all().collect();
    order::sort_by(&mut records, |a, b| (&a.kind, a.id).cmp(&(&b.kind, b.id)));
    let (mut keys, mut streams) = (BTreeMap::new(), BTreeMap::new());
    for record in &records {
        keys.insert(&*record.kind, 0);
        let losers =
            record.superseded().into_iter().flat_map(|superseded| &superseded.losers).map(|(key, slot)| (key, slot));
        for (key, slot) in record.slots().chain(losers) {
            keys.insert(&**key, 0);
            streams.insert(slot.stamp.stream, 0);
        }
        for (key, _) in record.superseded().into_iter().flat_map(|superseded| &superseded.superseded) {
            keys.insert(&**key, 0);
        }
    }
    number(&mut keys);
    number(&mut streams);
    let slot_form = |key: &Key, slot: &'_ Slot| (keys[&**key], slot.stamp.tick, streams[&slot.stamp.stream]);
    let records = records
        .iter()
        .map(|record| {
            let superseded = record.superseded();
            let form = |(key, slot)| {
                let (key, tick, stream) = slot_form(key, slot);
                (key, tick, stream, &slot.value)
            };
            RecordForm {
                kind: keys[&*record.kind],
                id: record.id,
                erased: record.erased,
                slots: record.slots().map(form).collect(),
                losers: superseded.iter().flat_map(|c| &c.losers).map(|(key, slot)| form((key, slot))).collect(),
                superseded: superseded
                    .iter()
                    .flat_map(|c| &c.superseded)
                    .map(|(key, stamp)| (keys[&**key], stamp.tick, stamp.stream.dev, stamp.stream.epoch))
                    .collect(),
            }
        })
        .collect();
    let form = Form {
        version: VERSION,
        seen,
        latest,
        keys: keys.keys().copied().collect(),
        streams: streams.keys().copied().collect(),
        records,
    };
    // It was the hash of a snapshot once, which began with the hash of its own bytes.
    let bytes = postcard::to_extend(&form, vec![0; 32])?;
    let mut bytes: Vec<u8> = bytes;
    let own = Sha::of(&bytes[32..]);
    bytes[..32].copy_from_slice(&own.0);
    Ok(Sha::of(&bytes))
}

fn number<K: Ord>(table: &mut BTreeMap<K, u32>) {
    for (place, number) in table.values_mut().enumerate() {
        *number = place as u32;
    }
}
