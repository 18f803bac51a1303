//! What the taps at an event add up to, kept up with every change instead of being added up anew at each tap.

use super::Sums;
use crate::events::kinds::tally_mark::{TALLY_MARK, fields as mark};
use crate::model::book::{Book, Change};
use crate::model::id::{DeviceId, Id};
use crate::model::index::Index;
use crate::model::kept_up::KeptUp;
use crate::model::record::Record;
use crate::model::stamp::Tick;
use std::collections::{BTreeSet, HashMap};

/// The tallies of the events that somebody looks at.
#[derive(Debug, Default)]
pub struct Tallies(HashMap<Id, EventTally>);

/// What was tallied at one event.
#[derive(Debug, Default)]
pub struct EventTally {
    /// The sums over all tablets.
    pub sums: Sums,
    /// Which device made which tap, in the order in which they were made.
    made: BTreeSet<(DeviceId, Tick, Id)>,
}

impl EventTally {
    fn add(&mut self, record: &Record) {
        if key(record).is_some_and(|key| self.made.insert(key)) {
            self.sums.add(mark::WHAT.of(record).unwrap_or_default(), mark::BY.whole_of(record).unwrap_or(0));
        }
    }

    fn remove(&mut self, record: &Record) {
        if key(record).is_some_and(|key| self.made.remove(&key)) {
            let by = mark::BY.whole_of(record).unwrap_or(0);
            self.sums.add(mark::WHAT.of(record).unwrap_or_default(), by.saturating_neg());
        }
    }

    /// The taps of one device, the latest last.
    pub fn made_on(&self, device: DeviceId) -> impl Iterator<Item = Id> {
        let of_device = self.made.iter().filter(move |(dev, ..)| *dev == device);
        of_device.map(|(_, _, id)| *id)
    }
}

/// Who made a tap, and when: by the operation that says where it belongs.
fn key(record: &Record) -> Option<(DeviceId, Tick, Id)> {
    let slot = record.slot(mark::EVENT.key())?;
    Some((slot.stamp.stream.dev, slot.stamp.tick, record.id))
}

impl Tallies {
    /// The tally of an event; added up the first time it is asked for.
    pub fn of(&mut self, book: &Book, index: &mut Index, event: Id) -> &EventTally {
        self.0.entry(event).or_insert_with(|| {
            let mut tally = EventTally::default();
            index.linking_to(book, mark::EVENT.path(), event).into_iter().for_each(|record| tally.add(record));
            tally
        })
    }
}

impl KeptUp for Tallies {
    fn begin(_: &Book) -> Tallies {
        Tallies::default()
    }

    fn follow(&mut self, _: &Book, change: &Change) {
        if *change.after.kind != *TALLY_MARK.id {
            return;
        }
        let mut tell = |record: Option<&Record>, does: fn(&mut EventTally, &Record)| {
            let Some(record) = record.filter(|record| record.is_alive()) else { return };
            let tally = mark::EVENT.of(record).and_then(|event| self.0.get_mut(&event));
            tally.into_iter().for_each(|tally| does(tally, record));
        };
        tell(change.before.as_deref(), EventTally::remove);
        tell(Some(&change.after), EventTally::add);
    }
}
