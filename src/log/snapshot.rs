//! The replayed state as bytes, for a fast start. Disposable: whatever is wrong with it, the log is replayed instead.

use crate::log::hash::Sha;
use crate::model::book::Book;
use crate::model::id::{DeviceId, Id};
use crate::model::kind::Kinds;
use crate::model::order;
use crate::model::record::{Key, Record, Slot, Superseded};
use crate::model::stamp::{Stamp, Stream, Tick};
use crate::model::value::Value;
use crate::model::version_vector::VersionVector;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The form of the bytes. Another number, and the snapshot is not read.
const VERSION: u32 = 1;

/// Keys and streams stand once in a table; everything else names them by their place there.
#[derive(Serialize, Deserialize)]
struct Form {
    version: u32,
    seen: VersionVector,
    latest: Tick,
    keys: Vec<String>,
    streams: Vec<Stream>,
    records: Vec<RecordForm>,
}

type SlotForm = (u32, Tick, u32, Value);

#[derive(Serialize, Deserialize)]
struct RecordForm {
    kind: u32,
    id: Id,
    erased: bool,
    slots: Vec<SlotForm>,
    losers: Vec<SlotForm>,
    superseded: Vec<(u32, Tick, DeviceId, u32)>,
}

/// Writes a book as bytes. Equal books give equal bytes.
///
/// # Errors
/// None in practice: every value has a form.
pub fn write(book: &Book) -> Result<Vec<u8>, postcard::Error> {
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
    let slot_form =
        |(key, slot): (&Key, &Slot)| (keys[&**key], slot.stamp.tick, streams[&slot.stamp.stream], slot.value.clone());
    let records = records
        .iter()
        .map(|record| {
            let superseded = record.superseded();
            RecordForm {
                kind: keys[&*record.kind],
                id: record.id,
                erased: record.erased,
                slots: record.slots().map(slot_form).collect(),
                losers: superseded.iter().flat_map(|c| &c.losers).map(|(key, slot)| slot_form((key, slot))).collect(),
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
        seen: book.seen().clone(),
        latest: book.latest(),
        keys: keys.keys().map(|key| (*key).to_owned()).collect(),
        streams: streams.keys().copied().collect(),
        records,
    };
    let mut bytes = vec![0; 32];
    bytes = postcard::to_extend(&form, bytes)?;
    let sum = Sha::of(&bytes[32..]);
    bytes[..32].copy_from_slice(&sum.0);
    Ok(bytes)
}

fn number<K: Ord>(table: &mut BTreeMap<K, u32>) {
    for (place, number) in table.values_mut().enumerate() {
        *number = place as u32;
    }
}

/// Reads a book of these kinds; none if the bytes are damaged, stale or not of this version.
pub fn read(bytes: &[u8], kinds: Kinds) -> Option<Book> {
    let (sum, bytes) = bytes.split_first_chunk::<32>()?;
    if Sha::of(bytes).0 != *sum {
        return None;
    }
    let form: Form = postcard::from_bytes(bytes).ok()?;
    if form.version != VERSION {
        return None;
    }
    let keys: Vec<Key> = form.keys.iter().map(|key| key.as_str().into()).collect();
    let key = |at: u32| keys.get(at as usize).cloned();
    let slot = |(at, tick, stream, value): SlotForm| {
        let stream = *form.streams.get(stream as usize)?;
        Some((key(at)?, Slot { stamp: Stamp { tick, stream }, value }))
    };
    let mut records = Vec::with_capacity(form.records.len());
    for record in form.records {
        let slots: Vec<(Key, Slot)> = record.slots.into_iter().map(slot).collect::<Option<_>>()?;
        let losers: Vec<(Key, Slot)> = record.losers.into_iter().map(slot).collect::<Option<_>>()?;
        let stamp = |(at, tick, dev, epoch)| Some((key(at)?, Stamp { tick, stream: Stream { dev, epoch } }));
        let superseded: Vec<(Key, Stamp)> = record.superseded.into_iter().map(stamp).collect::<Option<_>>()?;
        let (losers, superseded) = (order::set(losers), order::set(superseded));
        let superseded = (!losers.is_empty() || !superseded.is_empty()).then_some(Superseded { losers, superseded });
        records.push(Record::from_parts(key(record.kind)?, record.id, record.erased, slots, superseded));
    }
    Some(Book::from_parts(kinds, records, form.seen, form.latest))
}

/// One hash for everything that is true at present: equal on every device that has the same operations.
///
/// # Errors
/// As [`write`].
pub fn state_hash(book: &Book) -> Result<Sha, postcard::Error> {
    write(book).map(|bytes| Sha::of(&bytes))
}
