//! What taking in a file would do, tried on copies before anything is done.

use super::Confirmed;
use crate::log::fault::ReadError;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::{DeviceId, Id};
use crate::model::kind::Kind;
use crate::model::operation::Operation;
use crate::model::record::Record;
use crate::model::stamp::Tick;
use crate::model::{order, show};
use std::collections::{BTreeMap, BTreeSet};

/// How many rows a preview names.
const ROWS: usize = 200;

/// How many records that are erased a preview names at once.
const NAMED: usize = 5;

/// What taking in a file would do to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// A value written here loses to one in the file, or the other way round; both are kept.
    Conflict,
    /// It is new here.
    New,
    /// Some of its fields change.
    Changed,
    /// It is deleted.
    Deleted,
    /// It is erased for good.
    Erased,
}

/// A record in a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// What would happen.
    pub effect: Effect,
    /// Its kind.
    pub kind: String,
    /// The record.
    pub id: Id,
    /// What it is called.
    pub title: String,
}

/// What taking in a file would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// How many records each effect concerns.
    pub counts: BTreeMap<Effect, usize>,
    /// The first records, by effect.
    pub rows: Vec<PreviewRow>,
    /// The first records of those that are erased for good.
    pub erasing: Vec<PreviewRow>,
    /// Operations in the file that are not here.
    pub fresh: usize,
    /// Those of them that are known here, but stand in what cannot be read.
    pub mended: usize,
    /// Operations in the file that are here already.
    pub known: u64,
    /// The devices the file tells of.
    pub devices: BTreeSet<DeviceId>,
    /// Whether it comes from a device that was set up for another organisation.
    pub other_org: bool,
    /// Whether a tablet was copied or put back, and its two histories are kept side by side.
    pub parted: bool,
    /// The latest date of its fresh operations, in milliseconds since 1970, where that is years ahead of this tablet:
    /// once it is taken in, the clocks of the whole team count on from there.
    pub years_ahead: Option<u64>,
    /// What was wrong with the file, where only what is whole is taken in.
    pub faults: Vec<ReadError>,
}

impl Preview {
    /// How many records would be erased for good.
    pub fn erases(&self) -> usize {
        self.counts.get(&Effect::Erased).copied().unwrap_or(0)
    }

    /// What somebody agrees to who was shown all this and takes the file in.
    pub fn agreed(&self) -> Confirmed {
        Confirmed { erases: self.erases(), years_ahead: self.years_ahead.is_some() }
    }
}

/// From how far ahead on a date is asked about. A tablet that is a year off is common, and stops nobody.
const AHEAD_MS: u64 = 2 * 366 * 86_400_000;
/// When this version was made. A tablet whose clock says something earlier has lost its time.
const MADE_MS: u64 = 1_795_651_200_000;

/// The latest date among operations, if it is years ahead of this tablet and of all it knows.
pub(crate) fn years_ahead(ops: &[Operation], known: Tick, now: Now) -> Option<u64> {
    let latest = ops.iter().map(|op| op.tick).max()?;
    let present = u64::try_from(now.ms).unwrap_or_default().max(MADE_MS);
    (latest > known && latest.ms() > present.saturating_add(AHEAD_MS)).then(|| latest.ms())
}

/// Tries operations on copies of the records they concern.
pub(crate) fn preview(book: &Book, ops: &[Operation]) -> Preview {
    let refs: BTreeSet<(&str, Id)> = order::set(ops.iter().map(|op| (op.kind.as_str(), op.id)));
    let mut tried = book.extract(refs.iter().copied());
    for op in ops {
        tried.absorb(op);
    }
    let mut preview = Preview { fresh: ops.len(), ..Preview::default() };
    for (kind, id) in refs {
        let Some(after) = tried.record(kind, id) else { continue };
        let before = book.record(kind, id).map(|record| &**record);
        let declared = book.kind(kind);
        let Some(effect) = effect(declared, before, after) else { continue };
        *preview.counts.entry(effect).or_default() += 1;
        let titled = if after.erased { before } else { Some(&**after) };
        let title = declared.zip(titled).map(|(kind, record)| show::title(kind, record));
        preview.rows.push(PreviewRow { effect, kind: kind.to_owned(), id, title: title.unwrap_or_default() });
    }
    order::sort_by(&mut preview.rows, |a, b| {
        (a.effect, &a.kind, &a.title, a.id).cmp(&(b.effect, &b.kind, &b.title, b.id))
    });
    let erasing = preview.rows.iter().filter(|row| row.effect == Effect::Erased);
    preview.erasing = erasing.take(NAMED).cloned().collect();
    preview.rows.truncate(ROWS);
    preview
}

fn effect(kind: Option<&Kind>, before: Option<&Record>, after: &Record) -> Option<Effect> {
    let asked = |key: &str| kind.is_none_or(|kind| kind.asks_about(key));
    let losers = |record: &Record| record.losers().filter(|(key, _)| asked(key)).count();
    let Some(before) = before else {
        return match (after.erased, after.is_alive()) {
            (true, _) | (_, false) => None,
            _ if losers(after) > 0 => Some(Effect::Conflict),
            _ => Some(Effect::New),
        };
    };
    if after.erased {
        return (!before.erased).then_some(Effect::Erased);
    }
    if losers(after) > losers(before) {
        return Some(Effect::Conflict);
    }
    match (before.is_alive(), after.is_alive()) {
        (true, false) => Some(Effect::Deleted),
        _ if before == after => None,
        _ => Some(Effect::Changed),
    }
}
