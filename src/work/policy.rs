//! What a capability forbids to write, has purged, keeps from being undone and withholds from others.
//!
//! The workspace asks every [`Policy`] it was opened with, without knowing whose it is: before it writes
//! ([`Policy::gate`]), in the transaction of everything that it stores ([`Policy::purge`]), when a step is taken back
//! ([`Policy::stays`]) and when records leave the building ([`Policy::withheld`]). Where one of them objects, its word
//! counts, whatever the others say. Without any, everything may be written and nothing goes but what a person erases.
//!
//! A policy sees the book and nothing else, so two tablets that know the same decide the same. It must not depend on who
//! holds the tablet or what time it is: what is purged here would otherwise stay there.

use super::plan::NewOperation;
use crate::model::book::Book;
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::index::{Index, Prepare};
use crate::model::kept::Withheld;
use crate::model::kind::{Kind, Kinds};
use crate::model::record::Record;
use crate::model::text::{Message, Text};
use crate::model::value::Value;
use std::collections::{BTreeMap, HashSet};
use std::fmt;

/// A rule over what a book may hold. Whatever it does not speak of is allowed.
pub trait Policy: Sync {
    /// What it is called in code, in `snake_case`. Registered twice under one name, it is asked once.
    fn id(&self) -> &'static str;

    // Before something is written.

    /// Whoever decides over writes to this book. A draft, or words being typed, that it refuses are not kept either, and
    /// those that were kept go.
    fn gate<'b>(&self, book: &'b Book) -> Gate<'b> {
        let _ = book;
        Box::new(|_| None)
    }

    /// A draft without what may not be kept even while it is written.
    fn draft(&self, book: &Book, draft: &Draft) -> Draft {
        let _ = book;
        draft.clone()
    }

    /// A draft that somebody is done with, as it may become a record.
    fn finished(&self, kind: &'static Kind, draft: &Draft) -> Draft {
        let _ = kind;
        draft.clone()
    }

    // In the transaction that stores something.

    /// How far the policy may ask for more, once records of this kind are written.
    fn reach(&self, kind: &'static Kind) -> Reach {
        let _ = kind;
        Reach::Nothing
    }

    /// Whether anything written of this kind may have to go from this book at all; asked once for many records, to spare
    /// trying what cannot break anything.
    fn bears_on(&self, book: &Book, kind: &'static Kind) -> bool {
        let _ = book;
        self.reach(kind) > Reach::Nothing
    }

    /// Whether one of these records may not stay in this book as it is; asked where it reaches no further than
    /// [`Reach::Own`], to spare looking through the whole book.
    fn breaks(&self, book: &Book, records: &[&Record]) -> bool {
        let _ = (book, records);
        true
    }

    /// Everything in a book that may not stay as it is. Asked again of the book without it, until nothing is left.
    fn purge(&self, book: &Book) -> ToPurge {
        let _ = book;
        ToPurge::default()
    }

    /// What to say of a step that purges what may not stay, `{count}` of them; its first policy that says something is
    /// heard.
    fn purged(&self) -> Option<Text> {
        None
    }

    /// What a person who erases this record leaves behind.
    fn leaves(&self, kind: &'static Kind, record: &Record) -> Vec<NewOperation> {
        let _ = (kind, record);
        Vec::new()
    }

    /// What was written here of records that others erased meanwhile, and is kept elsewhere: the book before and after
    /// it heard of them.
    fn stranded(&self, before: &Book, after: &Book) -> Vec<NewOperation> {
        let _ = (before, after);
        Vec::new()
    }

    /// What was being written of a record that is erased in this book, as far as it is kept elsewhere.
    fn moved(&self, book: &Book, kind: &'static Kind, draft: &Draft) -> Option<Draft> {
        let _ = (book, kind, draft);
        None
    }

    // Afterwards.

    /// Whether a value stays when the step that brought it is taken back.
    fn stays(&self, kind: &'static Kind, key: &str, value: &Value) -> bool {
        let _ = (kind, key, value);
        false
    }

    /// The records that others may not be shown.
    fn withheld(&self, book: &Book) -> Withheld {
        let _ = book;
        Withheld::default()
    }

    /// Whether this record is one of those, for whoever shows a few: nothing else is looked through for it.
    fn withholds(&self, book: &Book, index: &mut Index, kind: &'static Kind, record: &Record) -> bool {
        let _ = index;
        self.withheld(book).contains(&(kind.id, record.id))
    }

    /// What would have to go as well, if this record were erased: for saying so before.
    fn goes_with(&self, book: &Book, kind: &'static Kind, id: Id) -> Vec<(&'static str, Id)> {
        let _ = (book, kind, id);
        Vec::new()
    }

    /// Whether a record is nothing but a trace that the policy itself left, and no note of anybody.
    fn is_trace(&self, kind: &'static Kind, record: &Record) -> bool {
        let _ = (kind, record);
        false
    }
}

/// Decides over writes to one book: why one may not be made; nothing where it may. What it needs to know it gathers once
/// for all of them.
pub type Gate<'b> = Box<dyn Fn(&Write) -> Option<Message> + 'b>;

/// Something that is to be written of a record.
#[derive(Clone, Copy, Debug)]
pub struct Write<'a> {
    /// The record's kind.
    pub kind: &'static Kind,
    /// Its identity.
    pub id: Id,
    /// The record as it stands, where there is one.
    pub record: Option<&'a Record>,
    /// The fields that are set.
    pub values: &'a BTreeMap<String, Value>,
}

impl<'a> Write<'a> {
    /// The text that a field holds once this is written.
    pub fn text(&self, key: &str) -> Option<&'a str> {
        match self.values.get(key) {
            Some(value) => value.as_text(),
            None => self.record.and_then(|record| record.text(key)),
        }
    }
}

/// How far a policy may ask for more once something is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It has nothing to do with the policy.
    #[default]
    Nothing,
    /// Only what was written itself may have to go.
    Own,
    /// Anything may have to go.
    Everything,
}

/// What must be purged from a book.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToPurge {
    /// What is erased wholly.
    pub gone: Vec<(&'static str, Id)>,
    /// What is erased and goes on in another record.
    pub replaced: Vec<Replaced>,
}

impl ToPurge {
    /// Whether all is as it shall be.
    pub fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.replaced.is_empty()
    }
}

/// A record that is erased and goes on in another one, as far as it is allowed.
#[derive(Clone, Debug, PartialEq)]
pub struct Replaced {
    /// Its kind.
    pub kind: &'static str,
    /// Its identity.
    pub id: Id,
    /// What goes on elsewhere.
    pub(crate) by: Vec<NewOperation>,
    /// What to say of the step that brought it about.
    pub label: Message,
}

/// Everything that a workspace is opened with: the kinds it knows, the policies it keeps to, and what it stores beside
/// records for a faster start.
#[derive(Clone, Copy, Debug)]
pub struct Registry {
    /// The kinds, in their order.
    pub kinds: Kinds,
    /// The policies.
    pub policies: Policies,
    /// What a snapshot stores beside records.
    pub stores: &'static [Prepare],
}

impl Registry {
    /// These kinds under these policies.
    pub const fn new(kinds: Kinds, policies: &'static [&'static dyn Policy]) -> Registry {
        Registry { kinds, policies: Policies::of(policies), stores: &[] }
    }

    /// The same, storing this beside records.
    pub const fn storing(self, stores: &'static [Prepare]) -> Registry {
        Registry { stores, ..self }
    }
}

/// The policies of a workspace, asked as one.
#[derive(Clone, Copy)]
pub struct Policies(&'static [&'static dyn Policy]);

impl fmt::Debug for Policies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|policy| policy.id())).finish()
    }
}

impl Policies {
    /// These policies.
    pub const fn of(policies: &'static [&'static dyn Policy]) -> Policies {
        Policies(policies)
    }

    /// As [`Policy::gate`]: the first that objects says why.
    pub(crate) fn gate<'b>(self, book: &'b Book) -> Gate<'b> {
        let gates: Vec<Gate<'b>> = self.0.iter().map(|policy| policy.gate(book)).collect();
        Box::new(move |write| gates.iter().find_map(|gate| gate(write)))
    }

    /// As [`Policy::draft`].
    pub(crate) fn draft(self, book: &Book, draft: &Draft) -> Draft {
        self.0.iter().fold(draft.clone(), |draft, policy| policy.draft(book, &draft))
    }

    /// As [`Policy::finished`].
    pub(crate) fn finished(self, kind: &'static Kind, draft: &Draft) -> Draft {
        self.0.iter().fold(draft.clone(), |draft, policy| policy.finished(kind, &draft))
    }

    /// As [`Policy::reach`], of the policy that reaches farthest.
    pub(crate) fn reach(self, kind: &'static Kind) -> Reach {
        self.0.iter().map(|policy| policy.reach(kind)).max().unwrap_or_default()
    }

    /// As [`Policy::bears_on`]: one policy is enough.
    pub(crate) fn bear_on(self, book: &Book, kind: &'static Kind) -> bool {
        self.0.iter().any(|policy| policy.bears_on(book, kind))
    }

    /// As [`Policy::breaks`], asked of every policy that these records concern.
    pub(crate) fn break_on(self, book: &Book, records: &[&Record]) -> bool {
        self.0.iter().any(|policy| {
            let concerns = |record: &&Record| book.kind(&record.kind).is_some_and(|k| policy.reach(k) > Reach::Nothing);
            let concerned: Vec<&Record> = records.iter().copied().filter(concerns).collect();
            !concerned.is_empty() && policy.breaks(book, &concerned)
        })
    }

    /// As [`Policy::purge`], each record once. What is erased already is not asked for again, so that asking ends.
    pub(crate) fn purge(self, book: &Book) -> ToPurge {
        let mut all = ToPurge::default();
        let mut known: HashSet<(&'static str, Id)> = HashSet::new();
        let there = |kind: &str, id| book.record(kind, id).is_some_and(|record| !record.erased);
        let asked: Vec<ToPurge> = self.0.iter().map(|policy| policy.purge(book)).collect();
        // What one policy has go wholly does not go on because of another.
        for (kind, id) in asked.iter().flat_map(|due| &due.gone).copied() {
            if there(kind, id) && known.insert((kind, id)) {
                all.gone.push((kind, id));
            }
        }
        for replaced in asked.into_iter().flat_map(|due| due.replaced) {
            if there(replaced.kind, replaced.id) && known.insert((replaced.kind, replaced.id)) {
                all.replaced.push(replaced);
            }
        }
        all
    }

    /// As [`Policy::purged`].
    pub(crate) fn purged(self) -> Text {
        self.0.iter().find_map(|policy| policy.purged()).unwrap_or(Text::NONE)
    }

    /// As [`Policy::leaves`].
    pub(crate) fn leaves(self, kind: &'static Kind, record: &Record) -> Vec<NewOperation> {
        self.0.iter().flat_map(|policy| policy.leaves(kind, record)).collect()
    }

    /// As [`Policy::stranded`].
    pub(crate) fn stranded(self, before: &Book, after: &Book) -> Vec<NewOperation> {
        self.0.iter().flat_map(|policy| policy.stranded(before, after)).collect()
    }

    /// As [`Policy::moved`]: as far as every other policy allows it, too.
    pub(crate) fn moved(self, book: &Book, kind: &'static Kind, draft: &Draft) -> Option<Draft> {
        let moved = self.0.iter().find_map(|policy| policy.moved(book, kind, draft))?;
        Some(self.draft(book, &moved)).filter(|moved| !moved.is_empty())
    }

    /// As [`Policy::stays`].
    pub(crate) fn stays(self, kind: &'static Kind, key: &str, value: &Value) -> bool {
        self.0.iter().any(|policy| policy.stays(kind, key, value))
    }

    /// As [`Policy::withheld`].
    pub fn withheld(self, book: &Book) -> Withheld {
        self.0.iter().flat_map(|policy| policy.withheld(book)).collect()
    }

    /// As [`Policy::withholds`]: one policy is enough.
    pub fn withholds(self, book: &Book, index: &mut Index, kind: &'static Kind, record: &Record) -> bool {
        self.0.iter().any(|policy| policy.withholds(book, index, kind, record))
    }

    /// As [`Policy::goes_with`], each record once.
    pub fn goes_with(self, book: &Book, kind: &'static Kind, id: Id) -> Vec<(&'static str, Id)> {
        let mut known = HashSet::new();
        let all = self.0.iter().flat_map(|policy| policy.goes_with(book, kind, id));
        all.filter(|gone| known.insert(*gone)).collect()
    }

    /// As [`Policy::is_trace`].
    pub(crate) fn is_trace(self, kind: &'static Kind, record: &Record) -> bool {
        self.0.iter().any(|policy| policy.is_trace(kind, record))
    }
}
