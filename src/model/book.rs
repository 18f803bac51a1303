//! Everything that is true at present: all records, replayed from the operations.

use super::id::Id;
use super::kind::{Kind, Kinds};
use super::operation::Operation;
use super::order;
use super::record::{Key, Record};
use super::shelf::{Page, Shelf, Standing};
use super::stamp::Tick;
use super::version_vector::VersionVector;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// A change to one record: what it was and what it is.
#[derive(Clone, Debug)]
pub struct Change {
    /// The record before; none if it was not known.
    pub before: Option<Arc<Record>>,
    /// The record now.
    pub after: Arc<Record>,
}

/// The records that many operations concern, as they were before: what [`Book::apply_more`] notes.
#[derive(Debug, Default)]
pub struct Met {
    records: Vec<(Key, Id, Option<Arc<Record>>)>,
    known: HashSet<(Key, Id)>,
}

/// All records, and which operations they are made of.
///
/// A book is a function of the *set* of operations: the order in which they came, and how often, does not show.
#[derive(Clone, Debug)]
pub struct Book {
    kinds: Kinds,
    shelves: BTreeMap<Key, Shelf>,
    seen: VersionVector,
    latest: Tick,
    keys: HashSet<Key>,
}

impl Book {
    /// An empty book of records of these kinds. It keeps records of other kinds, too, and knows nothing of their fields.
    pub fn new(kinds: Kinds) -> Book {
        Book {
            kinds,
            shelves: BTreeMap::new(),
            seen: VersionVector::default(),
            latest: Tick::default(),
            keys: HashSet::new(),
        }
    }

    /// The kinds it knows.
    pub fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// The kind with this identity; none if it does not know it.
    pub fn kind(&self, id: &str) -> Option<&'static Kind> {
        self.kinds.iter().copied().find(|kind| kind.id == id)
    }

    /// A record, whatever its state.
    pub fn record(&self, kind: &str, id: Id) -> Option<&Arc<Record>> {
        self.shelves.get(kind)?.get(id)
    }

    /// A record that is there to be seen: neither deleted nor erased.
    pub fn alive(&self, kind: &str, id: Id) -> Option<&Arc<Record>> {
        self.record(kind, id).filter(|record| record.is_alive())
    }

    /// All records of a kind, whatever their state, in no order.
    pub fn records(&self, kind: &str) -> impl Iterator<Item = &Arc<Record>> {
        self.shelves.get(kind).into_iter().flat_map(Shelf::all)
    }

    /// The identities of all records of a kind, in no order. None of the records is made.
    pub fn ids(&self, kind: &str) -> impl Iterator<Item = Id> {
        self.shelves.get(kind).into_iter().flat_map(Shelf::ids)
    }

    /// The records of a kind that are there to be seen, in no order.
    pub fn living(&self, kind: &str) -> impl Iterator<Item = &Arc<Record>> {
        self.standing(kind, |standing| standing.alive)
    }

    /// The records of a kind that stand so, in no order. Those that are stored and stand otherwise are not even made.
    pub fn standing(&self, kind: &str, so: fn(Standing) -> bool) -> impl Iterator<Item = &Arc<Record>> {
        self.shelves.get(kind).into_iter().flat_map(move |shelf| shelf.standing(so))
    }

    /// Whether a record was erased for good.
    pub fn is_erased(&self, kind: &str, id: Id) -> bool {
        self.record(kind, id).is_some_and(|record| record.erased)
    }

    /// All records of all kinds, also kinds this version does not know.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.shelves.values().flat_map(Shelf::all)
    }

    /// The records of all kinds, by kind.
    pub fn shelves(&self) -> impl Iterator<Item = (&Key, &Shelf)> {
        self.shelves.iter()
    }

    /// The records of a kind; none where there never were any.
    pub fn shelf(&self, kind: &str) -> Option<&Shelf> {
        self.shelves.get(kind)
    }

    /// The operations it is made of.
    pub fn seen(&self) -> &VersionVector {
        &self.seen
    }

    /// The latest clock reading in any of its operations.
    pub fn latest(&self) -> Tick {
        self.latest
    }

    /// Takes in an operation; nothing if it was known already.
    pub fn apply(&mut self, op: &Operation) -> Option<Change> {
        self.apply_all([op]).pop()
    }

    /// Takes in many operations. Gives one change for each record that any of them concerns, in the order in which they
    /// were first met: what it was before the first of them, and what it is after the last.
    ///
    /// However many there are of one record, it is copied once.
    pub fn apply_all<'a>(&mut self, ops: impl IntoIterator<Item = &'a Operation>) -> Vec<Change> {
        let mut met = Met::default();
        self.apply_more(ops, &mut met);
        self.changes_of(met)
    }

    /// Takes in some of many operations, and notes the records that they concern.
    pub fn apply_more<'a>(&mut self, ops: impl IntoIterator<Item = &'a Operation>, met: &mut Met) {
        for op in ops {
            if self.seen.contains(op.stream, op.seq) {
                continue;
            }
            let kind = intern(&mut self.keys, &op.kind);
            if met.known.insert((kind.clone(), op.id)) {
                let before = self.record(&kind, op.id).cloned();
                met.records.push((kind, op.id, before));
            }
            self.absorb(op);
        }
    }

    /// What became of the records that were met, see [`Book::apply_all`].
    pub fn changes_of(&self, met: Met) -> Vec<Change> {
        let change = |(kind, id, before): (Key, Id, _)| Some(Change { before, after: self.record(&kind, id)?.clone() });
        met.records.into_iter().filter_map(change).collect()
    }

    /// Takes in an operation without telling what it changed; `false` if it was known already.
    pub fn absorb(&mut self, op: &Operation) -> bool {
        if !self.seen.insert(op.stream, op.seq) {
            return false;
        }
        self.latest = self.latest.max(op.tick);
        let kind = intern(&mut self.keys, &op.kind);
        let shelf = self.shelves.entry(kind.clone()).or_default();
        let record = shelf.entry(kind, op.id);
        // A record is copied only where somebody else still looks at it as it was.
        Arc::make_mut(record).apply(op, |key| intern(&mut self.keys, key));
        true
    }

    /// A book of stored records: those of each kind on a page, with every key that occurs in them.
    pub fn of_pages(
        kinds: Kinds,
        pages: impl IntoIterator<Item = (Key, Page)>,
        keys: impl IntoIterator<Item = Key>,
        seen: VersionVector,
        latest: Tick,
    ) -> Book {
        let shelves = order::map(pages.into_iter().map(|(kind, page)| (kind, Shelf::of(page))));
        Book { kinds, shelves, seen, latest, keys: keys.into_iter().collect() }
    }

    /// A book of only some records, to try operations on without touching this one.
    pub fn extract<'a>(&self, refs: impl IntoIterator<Item = (&'a str, Id)>) -> Book {
        let mut part = Book { seen: self.seen.clone(), latest: self.latest, ..Book::new(self.kinds) };
        for (kind, id) in refs {
            if let Some(record) = self.record(kind, id) {
                part.shelves.entry(record.kind.clone()).or_default().put(record.clone());
            }
        }
        part
    }
}

/// The one shared spelling of a key.
fn intern(keys: &mut HashSet<Key>, key: &str) -> Key {
    match keys.get(key) {
        Some(known) => known.clone(),
        None => {
            let new = Key::from(key);
            keys.insert(new.clone());
            new
        }
    }
}
