//! All records of one kind: those that lie stored and are made when somebody asks for one, and over them what has
//! changed since.
//!
//! A book of a hundred thousand records opens without making any of them. Where they lie, and in what form, is not
//! known here: it is a [`Stored`] that finds them.

use super::id::Id;
use super::order;
use super::record::{Key, Record};
use super::rows::RowPage;
use std::any::Any;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// How a stored record stands, known without making it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether it is there to be seen: neither deleted nor erased.
    pub alive: bool,
    /// Whether it was erased for good.
    pub erased: bool,
    /// Whether anything in it was replaced knowingly or lost unseen.
    pub superseded: bool,
}

impl Standing {
    /// How a record stands.
    pub fn of(record: &Record) -> Standing {
        Standing { alive: record.is_alive(), erased: record.erased, superseded: record.superseded().is_some() }
    }
}

/// Records of one kind as they lie stored, in the order of their identities.
pub trait Stored: Send + Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// The identity of the one at a place.
    fn id(&self, place: usize) -> Id;

    /// How the one at a place stands.
    fn standing(&self, place: usize) -> Standing;

    /// The one at a place, made anew; none if what is stored is not in the form that it should have.
    fn record(&self, place: usize) -> Option<Record>;

    /// The rows of those that are alive, as they were when they were stored; none where they were made by other rules
    /// than those of this version. Rules are told apart by their number.
    fn rows(&self, rules: u64) -> Option<RowPage>;

    /// What was stored beside them by these rules, see [`KeptUp::store`](super::kept_up::KeptUp::store).
    fn beside(&self, rules: u64) -> Option<&[u8]>;

    /// Itself, for whoever stored it.
    fn as_any(&self) -> &dyn Any;
}

/// Stored records, each kept once it was made.
pub struct Page {
    stored: Box<dyn Stored>,
    made: Box<[OnceLock<Option<Arc<Record>>>]>,
}

impl Page {
    /// Stored records, none of them made yet.
    pub fn new(stored: Box<dyn Stored>) -> Page {
        let made = (0..stored.count()).map(|_| OnceLock::new()).collect();
        Page { stored, made }
    }

    /// How and where they are stored.
    pub fn stored(&self) -> &dyn Stored {
        &*self.stored
    }

    /// The place of a record.
    pub fn place(&self, id: Id) -> Option<usize> {
        let place = order::first(self.stored.count(), |place| self.stored.id(place) >= id);
        (place < self.stored.count() && self.stored.id(place) == id).then_some(place)
    }

    /// The record at a place.
    pub fn at(&self, place: usize) -> Option<&Arc<Record>> {
        self.made.get(place)?.get_or_init(|| self.stored.record(place).map(Arc::new)).as_ref()
    }

    /// How many records were made so far.
    #[cfg(test)]
    pub(crate) fn made(&self) -> usize {
        self.made.iter().filter(|made| made.get().is_some()).count()
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} stored records", self.stored.count())
    }
}

/// All records of one kind. A copy shares the stored ones.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    page: Option<Arc<Page>>,
    changed: HashMap<Id, Arc<Record>>,
}

impl Shelf {
    /// Stored records, of which none has changed.
    pub fn of(page: Page) -> Shelf {
        Shelf { page: Some(Arc::new(page)), changed: HashMap::new() }
    }

    /// The stored records, as they were before anything changed.
    pub fn page(&self) -> Option<&Page> {
        self.page.as_deref()
    }

    /// The same, for whoever goes on needing them.
    pub fn shared_page(&self) -> Option<&Arc<Page>> {
        self.page.as_ref()
    }

    /// What has changed since, or was never stored, in no order.
    pub fn changed(&self) -> impl ExactSizeIterator<Item = &Arc<Record>> {
        self.changed.values()
    }

    /// A record.
    pub fn get(&self, id: Id) -> Option<&Arc<Record>> {
        if let Some(changed) = self.changed.get(&id) {
            return Some(changed);
        }
        let page = self.page.as_ref()?;
        page.at(page.place(id)?)
    }

    /// A record to be changed; a new one where it is not known.
    pub fn entry(&mut self, kind: Key, id: Id) -> &mut Arc<Record> {
        let page = &self.page;
        self.changed.entry(id).or_insert_with(|| {
            let stored = page.as_ref().and_then(|page| page.at(page.place(id)?));
            stored.cloned().unwrap_or_else(|| Arc::new(Record::new(kind, id)))
        })
    }

    /// Puts a record here in place of the one there was.
    pub fn put(&mut self, record: Arc<Record>) {
        self.changed.insert(record.id, record);
    }

    /// The places of the stored records that have not changed.
    pub fn unchanged(&self) -> impl Iterator<Item = (&Page, usize)> {
        let page = self.page.as_deref();
        let all = page.into_iter().flat_map(|page| (0..page.stored.count()).map(move |place| (page, place)));
        all.filter(|(page, place)| self.changed.is_empty() || !self.changed.contains_key(&page.stored.id(*place)))
    }

    /// The records that stand so, in no order. Of the stored ones only these are made.
    pub fn standing(&self, so: fn(Standing) -> bool) -> impl Iterator<Item = &Arc<Record>> {
        let stored = self.unchanged().filter(move |(page, place)| so(page.stored.standing(*place)));
        let changed = self.changed.values().filter(move |record| so(Standing::of(record)));
        stored.filter_map(|(page, place)| page.at(place)).chain(changed)
    }

    /// The identities of all records, in no order. None of them is made.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        self.unchanged().map(|(page, place)| page.stored.id(place)).chain(self.changed.keys().copied())
    }

    /// All records, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.unchanged().filter_map(|(page, place)| page.at(place)).chain(self.changed.values())
    }
}
