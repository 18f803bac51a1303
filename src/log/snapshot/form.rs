//! A record as bytes, with the keys and streams that it names by number.

use crate::model::id::Id;
use crate::model::order;
use crate::model::record::{Key, Record, Slot, Superseded};
use crate::model::stamp::{Stamp, Stream, Tick};
use crate::model::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Keys and streams by number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Tables {
    pub(super) keys: Vec<Key>,
    pub(super) streams: Vec<Stream>,
}

/// A value: its key, its stamp among those of the record, and itself.
type SlotForm<V> = (u32, u32, V);

/// What most records were written with is one stamp, so stamps stand once.
#[derive(Serialize, Deserialize)]
struct RecordForm<V> {
    stamps: Vec<(Tick, u32)>,
    slots: Vec<SlotForm<V>>,
    losers: Vec<SlotForm<V>>,
    superseded: Vec<(u32, u32)>,
}

/// Numbers for keys and streams: those of earlier tables stay, new ones follow.
#[derive(Default)]
pub(super) struct Numbers {
    tables: Tables,
    keys: HashMap<Key, u32>,
    streams: BTreeMap<Stream, u32>,
}

impl Numbers {
    /// Goes on from tables.
    pub(super) fn after(tables: Tables) -> Numbers {
        let keys = tables.keys.iter().cloned().zip(0..).collect();
        let streams = order::map(tables.streams.iter().copied().zip(0..));
        Numbers { tables, keys, streams }
    }

    /// The tables, with everything that was asked for.
    pub(super) fn tables(&self) -> &Tables {
        &self.tables
    }

    pub(super) fn key(&mut self, key: &Key) -> u32 {
        if let Some(number) = self.keys.get(key) {
            return *number;
        }
        let number = self.tables.keys.len() as u32;
        self.tables.keys.push(key.clone());
        self.keys.insert(key.clone(), number);
        number
    }

    fn stream(&mut self, stream: Stream) -> u32 {
        let streams = &mut self.tables.streams;
        let next = streams.len() as u32;
        *self.streams.entry(stream).or_insert_with(|| {
            streams.push(stream);
            next
        })
    }

    /// Appends a record to some bytes, without its kind, its identity and whether it was erased.
    pub(super) fn write(&mut self, record: &Record, bytes: Vec<u8>) -> Result<Vec<u8>, postcard::Error> {
        let mut stamps: Vec<Stamp> = Vec::new();
        let mut stamp = |stamp: Stamp| {
            let at = stamps.iter().rposition(|known| *known == stamp).unwrap_or_else(|| {
                stamps.push(stamp);
                stamps.len() - 1
            });
            at as u32
        };
        let superseded = record.superseded();
        let losers = superseded.into_iter().flat_map(|all| &all.losers);
        let slots: Vec<_> = record.slots().map(|(key, slot)| (self.key(key), stamp(slot.stamp), &slot.value)).collect();
        let losers = losers.map(|(key, slot)| (self.key(key), stamp(slot.stamp), &slot.value)).collect();
        let superseded = superseded.into_iter().flat_map(|all| &all.superseded);
        let superseded = superseded.map(|(key, at)| (self.key(key), stamp(*at))).collect();
        let stamps = stamps.into_iter().map(|stamp| (stamp.tick, self.stream(stamp.stream))).collect();
        postcard::to_extend(&RecordForm { stamps, slots, losers, superseded }, bytes)
    }
}

impl Tables {
    /// Whether everything has the number here that it has there.
    pub(super) fn goes_on(&self, earlier: &Tables) -> bool {
        self.keys.starts_with(&earlier.keys) && self.streams.starts_with(&earlier.streams)
    }

    /// Reads what [`Numbers::write`] has written; none if it is anything else.
    pub(super) fn read(&self, kind: &Key, id: Id, erased: bool, bytes: &[u8]) -> Option<Record> {
        let form: RecordForm<Value> = postcard::from_bytes(bytes).ok()?;
        let key = |at: u32| self.keys.get(at as usize).cloned();
        let stamp = |at: u32| {
            let (tick, stream) = *form.stamps.get(at as usize)?;
            Some(Stamp { tick, stream: *self.streams.get(stream as usize)? })
        };
        let slot = |(at, by, value): SlotForm<Value>| Some((key(at)?, Slot { stamp: stamp(by)?, value }));
        let slots: Vec<(Key, Slot)> = form.slots.into_iter().map(slot).collect::<Option<_>>()?;
        if !slots.is_sorted_by(|a, b| a.0 < b.0) {
            return None;
        }
        let losers: Vec<(Key, Slot)> = form.losers.into_iter().map(slot).collect::<Option<_>>()?;
        let superseded = form.superseded.into_iter().map(|(at, by)| Some((key(at)?, stamp(by)?)));
        let superseded: Vec<(Key, Stamp)> = superseded.collect::<Option<_>>()?;
        let (losers, superseded) = (order::set(losers), order::set(superseded));
        let superseded = (!losers.is_empty() || !superseded.is_empty()).then_some(Superseded { losers, superseded });
        Some(Record::from_parts(kind.clone(), id, erased, slots, superseded))
    }
}
