//! What taking in a file would do, tried on copies before anything is done.

use super::Confirmed;
use crate::log::fault::ReadError;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::{DeviceId, Id};
use crate::model::kind::Kind;
use crate::model::operation::Operation;
use crate::model::record::Record;
use crate::model::show;
use crate::model::stamp::Tick;
use crate::work::job::{Cancelled, Job};
use std::collections::{BTreeMap, BTreeSet};

/// How many rows a preview names.
const ROWS: usize = 200;

/// How many operations are tried, or records looked at, before the screen may breathe.
const SLICE: usize = 1_000;

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
    /// Whether it comes from a device that was set up for another organization.
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

/// Operations tried on copies of the records they concern.
pub(crate) struct Trial {
    /// These records as they were.
    before: Book,
    tried: Book,
    /// Those that go with what the operations erase or deny.
    follows: BTreeSet<(String, Id)>,
}

impl Trial {
    /// Copies of the records that these operations concern, and of those that go with what they erase or deny.
    pub(crate) fn of(book: &Book, ops: &[Operation], follows: BTreeSet<(String, Id)>) -> Trial {
        let follow = follows.iter().map(|(kind, id)| (kind.as_str(), *id));
        let before = book.extract(ops.iter().map(|op| (op.kind.as_str(), op.id)).chain(follow));
        Trial { tried: before.clone(), before, follows }
    }

    /// What the operations would do.
    pub(crate) async fn preview(mut self, ops: &[Operation], job: &Job) -> Result<Preview, Cancelled> {
        let mut rows = Rows::default();
        let mut preview = Preview { fresh: ops.len(), ..Preview::default() };
        for slice in ops.chunks(SLICE) {
            slice.iter().for_each(|op| _ = self.tried.absorb(op));
            job.step(1, 1).await?;
        }
        for (at, after) in self.tried.all().enumerate() {
            let before = self.before.record(&after.kind, after.id).map(|record| &**record);
            let declared = self.before.kind(&after.kind);
            let follows = || self.follows.contains(&(after.kind.to_string(), after.id));
            let goes = after.erased || !self.follows.is_empty() && follows();
            if let Some(effect) = effect(declared, before, after, goes) {
                *preview.counts.entry(effect).or_default() += 1;
                let titled = if goes { before } else { Some(&**after) };
                let title = declared.zip(titled).map(|(kind, record)| show::title(kind, record));
                rows.offer((effect, &after.kind, title.unwrap_or_default(), after.id));
            }
            if at % SLICE == SLICE - 1 {
                job.step(1, 1).await?;
            }
        }
        let row = |(effect, kind, title, id): Row| PreviewRow { effect, kind: kind.to_owned(), id, title };
        preview.rows = rows.first.into_iter().map(row).collect();
        preview.erasing = rows.erasing.into_iter().map(row).collect();
        Ok(preview)
    }
}

/// A row, in the order of a preview.
type Row<'a> = (Effect, &'a str, String, Id);

/// The first of many rows.
#[derive(Default)]
struct Rows<'a> {
    first: Vec<Row<'a>>,
    erasing: Vec<Row<'a>>,
}

impl<'a> Rows<'a> {
    fn offer(&mut self, row: Row<'a>) {
        if row.0 == Effect::Erased {
            keep(&mut self.erasing, NAMED, row.clone());
        }
        keep(&mut self.first, ROWS, row);
    }
}

/// Puts a row among the first, in order, if it is one of them.
fn keep<'a>(first: &mut Vec<Row<'a>>, most: usize, row: Row<'a>) {
    let at = first.partition_point(|known| *known < row);
    if at < most {
        first.truncate(most - 1);
        first.insert(at, row);
    }
}

fn effect(kind: Option<&Kind>, before: Option<&Record>, after: &Record, goes: bool) -> Option<Effect> {
    let asked = |key: &str| kind.is_none_or(|kind| kind.asks_about(key));
    let losers = |record: &Record| record.losers().filter(|(key, _)| asked(key)).count();
    let Some(before) = before else {
        return match (goes, after.is_alive()) {
            (true, _) | (_, false) => None,
            _ if losers(after) > 0 => Some(Effect::Conflict),
            _ => Some(Effect::New),
        };
    };
    if goes {
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
