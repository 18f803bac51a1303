//! What taking in a file would do, tried on copies before anything is done.

use super::Confirmed;
use crate::log::fault::ReadError;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::field::{Field, InRow};
use crate::model::id::{DeviceId, Id};
use crate::model::kept;
use crate::model::kind::Kind;
use crate::model::operation::Operation;
use crate::model::record::Record;
use crate::model::show;
use crate::model::stamp::Tick;
use crate::model::value::Value;
use crate::work::job::{Cancelled, Job};
use std::collections::{BTreeMap, BTreeSet};

/// How many rows of a kind a preview names.
const ROWS: usize = 25;

/// How many values of something new a preview shows.
const VALUES: usize = 5;

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
#[derive(Clone, Debug)]
pub struct PreviewRow {
    /// What would happen.
    pub effect: Effect,
    /// Its kind.
    pub kind: String,
    /// The record.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// The first values of what is new, or those that change; only what the whole team may see.
    pub values: Vec<PreviewValue>,
}

/// What a field would hold, and what it holds.
#[derive(Clone, Debug)]
pub struct PreviewValue {
    /// The field.
    pub field: &'static Field,
    /// What it holds now, where that is something else.
    pub before: Option<Value>,
    /// What it would hold; nothing where it is emptied.
    pub after: Option<Value>,
}

/// What taking in a file would do to the records of a kind.
#[derive(Clone, Debug, Default)]
pub struct PreviewKind {
    /// The kind.
    pub kind: String,
    /// How many of its records each effect concerns.
    pub counts: BTreeMap<Effect, usize>,
    /// The first of them, by effect.
    pub rows: Vec<PreviewRow>,
}

/// What taking in a file would do.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// How many records each effect concerns.
    pub counts: BTreeMap<Effect, usize>,
    /// What happens to each kind of record.
    pub kinds: Vec<PreviewKind>,
    /// What records are called that the values link to.
    pub names: BTreeMap<Id, String>,
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
    is_years_ahead(latest, known, now).then(|| latest.ms())
}

/// Whether a date is years ahead of this tablet and of all it knows: once one was let in, what is written a little later is
/// not asked about again.
pub(crate) fn is_years_ahead(latest: Tick, known: Tick, now: Now) -> bool {
    let present = u64::try_from(now.ms).unwrap_or_default().max(MADE_MS);
    latest.ms() > present.max(known.ms()).saturating_add(AHEAD_MS)
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
        let mut erasing: Vec<Row> = Vec::new();
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
                let row = (effect, &*after.kind, title.unwrap_or_default(), after.id);
                if effect == Effect::Erased {
                    keep(&mut erasing, NAMED, row.clone());
                }
                let (counts, rows) = rows.entry(row.1).or_default();
                *counts.entry(effect).or_default() += 1;
                keep(rows, ROWS, row);
            }
            if at % SLICE == SLICE - 1 {
                job.step(1, 1).await?;
            }
        }
        let row = |(effect, kind, title, id): Row| PreviewRow {
            effect,
            kind: kind.to_owned(),
            id,
            title,
            values: self.values(effect, kind, id),
        };
        preview.erasing = erasing.into_iter().map(row).collect();
        preview.kinds = rows
            .into_iter()
            .map(|(kind, (counts, rows))| PreviewKind {
                kind: kind.to_owned(),
                counts,
                rows: rows.into_iter().map(row).collect(),
            })
            .collect();
        preview.names = self.names(&preview.kinds);
        Ok(preview)
    }

    /// The values of a record that a preview shows: of what is new the first ones, of what changes those that do.
    fn values(&self, effect: Effect, kind: &str, id: Id) -> Vec<PreviewValue> {
        let told = self.before.kind(kind).zip(self.tried.record(kind, id));
        let Some((kind, after)) = told.filter(|_| !matches!(effect, Effect::Deleted | Effect::Erased)) else {
            return Vec::new();
        };
        let before = self.before.record(kind.id, id).map(|record| &**record);
        let held = |record: Option<&Record>, field: &Field| {
            let record = record.filter(|record| kept::shown(kind, field, record, None))?;
            // What the app writes for itself is no value that anybody reads.
            let for_itself = |text: &str| field.kept_by_app() && text.starts_with("{\"");
            let read = |value: &&Value| !value.is_blank() && !value.as_text().is_some_and(for_itself);
            record.get(field.key).filter(read).cloned()
        };
        let value = |field: &'static Field| {
            let (before, after) = (held(before, field), held(Some(after), field));
            (before != after).then_some(PreviewValue { field, before, after })
        };
        let is_title = |field: &Field| field.in_row == InRow::Title && before.is_none();
        kind.fields().filter(|field| !is_title(field)).filter_map(value).take(VALUES).collect()
    }

    /// What the records are called that these rows link to: they may come with the file.
    fn names(&self, kinds: &[PreviewKind]) -> BTreeMap<Id, String> {
        let values = kinds.iter().flat_map(|kind| &kind.rows).flat_map(|row| &row.values);
        let links = values.flat_map(|value| {
            let Some(to) = value.field.links_to() else { return Vec::new() };
            let ids =
                [&value.before, &value.after].into_iter().flatten().filter_map(|value| value.as_text()?.parse().ok());
            ids.map(|id: Id| (to, id)).collect()
        });
        let title = |(kind, id)| {
            let record = self.tried.record(kind, id).filter(|record| record.is_alive())?;
            Some((id, show::title(self.before.kind(kind)?, record)))
        };
        links.filter_map(title).collect()
    }
}

/// A row, in the order of a preview.
type Row<'a> = (Effect, &'a str, String, Id);

/// How many records of each kind there are by what happens to them, and the first of them.
type Rows<'a> = BTreeMap<&'a str, (BTreeMap<Effect, usize>, Vec<Row<'a>>)>;

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
