//! The stock of all hubs as it lies in a snapshot beside the movements, so that nothing is worked out after a start.
//!
//! What a sum is made of stays where it lies until the sum changes or somebody asks: movements by their places among the
//! stored ones, and the days on which something went. Whatever is wrong with it, all is worked out anew.

use super::sum::Holding;
use crate::hubs::kinds::item::ITEM;
use crate::hubs::kinds::movement::MOVEMENT;
use crate::model::book::{Book, Change};
use crate::model::field::Field;
use crate::model::id::{DeviceId, Id};
use crate::model::kept_up::{Beside, Place};
use crate::model::order;
use crate::model::shelf::{Page, Shelf};
use crate::model::stamp::{Stamp, Stream, Tick};
use crate::model::sum::sum;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::sync::Arc;

/// How stock is worked out, and the form of the bytes. Another number, and what was stored is worked out anew: it is
/// raised with whatever changes either.
const STOCK: u32 = 1;

/// So many changes are always followed. Where they are more than a part of all movements, working all out is faster.
const FEW: usize = 100;

/// The bytes of a movement's place, and of a day with how many went on it.
const PLACE: usize = 4;
const DAY: usize = 8;

/// Where the parts of a sum lie.
#[derive(Clone, Copy)]
pub(super) struct Lies {
    /// Where its movements begin, and how many there are.
    movements: (usize, usize),
    /// Where the days begin on which something went, and how many there are.
    went: (usize, usize),
}

/// What was stored, and the records that it speaks of.
pub(super) struct Stored(Arc<Page>);

/// The rules by which stock is worked out, as a number.
fn rules() -> u64 {
    let keys: Vec<&str> = MOVEMENT.fields().map(|field: &Field| field.key).collect();
    sum(format!("{STOCK} {}", keys.join(" ")).as_bytes())
}

/// What is stored beside some movements, if it was made by today's rules.
pub(crate) fn stock_beside(page: &Page) -> Option<&[u8]> {
    page.stored().beside(rules())
}

impl Stored {
    fn bytes(&self) -> &[u8] {
        stock_beside(&self.0).unwrap_or_default()
    }

    /// The movements of a sum.
    pub(super) fn movements(&self, lies: Lies) -> Vec<Id> {
        let (at, count) = lies.movements;
        let mut read = Read(self.bytes().get(at..).unwrap_or_default());
        (0..count).filter_map(|_| Some(self.0.stored().id(read.whole()?))).collect()
    }

    /// On which days how many went.
    pub(super) fn went(&self, lies: Lies) -> Vec<(NaiveDate, usize)> {
        let (at, count) = lies.went;
        let mut read = Read(self.bytes().get(at..).unwrap_or_default());
        let day = |_| Some((NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(read.part()?))?, read.whole()?));
        (0..count).filter_map(day).collect()
    }
}

/// Numbers one behind the other.
struct Read<'b>(&'b [u8]);

impl Read<'_> {
    fn part<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        let (part, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*part)
    }

    fn whole(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.part()?)).ok()
    }

    fn id(&mut self) -> Option<Id> {
        Some(Id(u128::from_le_bytes(self.part()?)))
    }

    fn stamp(&mut self) -> Option<Stamp> {
        let tick = Tick(u64::from_le_bytes(self.part()?));
        let dev = DeviceId(u64::from_le_bytes(self.part()?));
        Some(Stamp { tick, stream: Stream { dev, epoch: u32::from_le_bytes(self.part()?) } })
    }

    /// Passes over so many pieces of a length. Gives where they begin among all bytes, and how many there are.
    fn pass(&mut self, all: usize, length: usize, count: usize) -> Option<(usize, usize)> {
        let at = all - self.0.len();
        self.0 = self.0.get(length.checked_mul(count)?..)?;
        Some((at, count))
    }
}

/// A sum as it was stored.
pub(super) struct StoredSum {
    pub(super) hub: Id,
    pub(super) item: Id,
    pub(super) holding: Holding,
    pub(super) lies: Lies,
}

/// Everything that was stored.
#[derive(Default)]
pub(super) struct Whole {
    /// As which item each one that a movement names is counted.
    pub(super) names: Vec<(Id, Id)>,
    pub(super) sums: Vec<StoredSum>,
    /// Which movements of others a sum looked at, each with the place of the sum.
    pub(super) elsewhere: Vec<(Id, usize)>,
}

/// The stock as it was stored with a book; none if it was not, by other rules, or so much has changed since that working
/// it out is faster.
pub(super) fn read(book: &Book) -> Option<(Stored, Whole)> {
    let shelf = book.shelf(MOVEMENT.id)?;
    let page = shelf.shared_page()?;
    if shelf.changed().len() > FEW + page.stored().count() / 8 {
        return None;
    }
    let whole = whole(stock_beside(page)?)?;
    Some((Stored(page.clone()), whole))
}

/// What has changed since a book was stored, of items and movements.
pub(super) fn changes(book: &Book) -> impl Iterator<Item = Change> {
    [ITEM.id, MOVEMENT.id].into_iter().filter_map(|kind| book.shelf(kind)).flat_map(|shelf: &Shelf| {
        let before = |id| shelf.page().and_then(|page| page.at(page.place(id)?)).cloned();
        shelf.changed().map(move |after| Change { before: before(after.id), after: after.clone() })
    })
}

fn whole(bytes: &[u8]) -> Option<Whole> {
    let (mut read, all) = (Read(bytes), bytes.len());
    let mut whole = Whole::default();
    for _ in 0..read.whole()? {
        whole.names.push((read.id()?, read.id()?));
    }
    for _ in 0..read.whole()? {
        let (hub, item) = (read.id()?, read.id()?);
        let on_hand = i64::from_le_bytes(read.part()?);
        let counted = if read.whole()? == 1 { Some(read.id()?) } else { None };
        let last = if read.whole()? == 1 { Some(read.stamp()?) } else { None };
        let (movements, went) = (read.whole()?, read.whole()?);
        let lies = Lies { movements: read.pass(all, PLACE, movements)?, went: read.pass(all, DAY, went)? };
        whole.sums.push(StoredSum { hub, item, holding: Holding { on_hand, counted, last }, lies });
    }
    for _ in 0..read.whole()? {
        whole.elsewhere.push((read.id()?, read.whole()?));
    }
    read.0.is_empty().then_some(whole)
}

/// A sum to be stored.
pub(super) struct Written<'s> {
    pub(super) hub: Id,
    pub(super) item: Id,
    pub(super) holding: Holding,
    pub(super) movements: Cow<'s, [Id]>,
    pub(super) went: Cow<'s, [(NaiveDate, usize)]>,
}

/// What is stored beside the movements: sums in order, and the parts of [`Whole`]. None if it does not fit the form.
pub(super) fn write(
    mut names: Vec<(Id, Id)>,
    sums: &[Written],
    mut elsewhere: Vec<(Id, usize)>,
    place: Place<'_>,
) -> Option<Beside> {
    let mut bytes = Vec::new();
    order::sort_by_key(&mut names, |(item, _)| *item);
    put(&mut bytes, names.len())?;
    for (item, name) in names {
        put_id(&mut bytes, item);
        put_id(&mut bytes, name);
    }
    put(&mut bytes, sums.len())?;
    for Written { hub, item, holding, movements, went } in sums {
        put_id(&mut bytes, *hub);
        put_id(&mut bytes, *item);
        bytes.extend_from_slice(&holding.on_hand.to_le_bytes());
        put(&mut bytes, usize::from(holding.counted.is_some()))?;
        holding.counted.into_iter().for_each(|count| put_id(&mut bytes, count));
        put(&mut bytes, usize::from(holding.last.is_some()))?;
        if let Some(Stamp { tick, stream }) = holding.last {
            bytes.extend_from_slice(&tick.0.to_le_bytes());
            bytes.extend_from_slice(&stream.dev.0.to_le_bytes());
            bytes.extend_from_slice(&stream.epoch.to_le_bytes());
        }
        put(&mut bytes, movements.len())?;
        put(&mut bytes, went.len())?;
        let mut places = movements.iter().map(|id| place(*id)).collect::<Option<Vec<usize>>>()?;
        order::sort_by_key(&mut places, |place| *place);
        for place in places {
            put(&mut bytes, place)?;
        }
        for (day, count) in went.iter() {
            bytes.extend_from_slice(&day.num_days_from_ce().to_le_bytes());
            put(&mut bytes, *count)?;
        }
    }
    order::sort_by_key(&mut elsewhere, |known| *known);
    put(&mut bytes, elsewhere.len())?;
    for (id, at) in elsewhere {
        put_id(&mut bytes, id);
        put(&mut bytes, at)?;
    }
    Some(Beside { rules: rules(), bytes })
}

fn put(bytes: &mut Vec<u8>, number: usize) -> Option<()> {
    bytes.extend_from_slice(&u32::try_from(number).ok()?.to_le_bytes());
    Some(())
}

fn put_id(bytes: &mut Vec<u8>, id: Id) {
    bytes.extend_from_slice(&id.0.to_le_bytes());
}
