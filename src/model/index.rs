//! Ways into the book that would be slow to walk: sorted and searchable rows of a kind, links followed backwards, and
//! the records that hold two values of which a person is asked.

use super::book::{Book, Change};
use super::field::{Field, FieldType, InRow, LatestOf};
use super::fold::fold_onto;
use super::id::Id;
use super::kept;
use super::kind::{Kind, Kinds};
use super::record::Record;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// A record as a list finds it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Its title folded, then a line feed, then the rest of its searchable text folded. Rows are sorted by it.
    pub folded: Box<str>,
    /// The record.
    pub id: Id,
}

impl Row {
    /// The folded title alone.
    pub fn title(&self) -> &str {
        self.folded.split('\n').next().unwrap_or_default()
    }
}

/// A link as seen from its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Backlink {
    kind: &'static str,
    field: &'static str,
    from: Id,
}

/// Rows, backlinks and conflicts of a book. Built when first asked for, then kept up with every change.
#[derive(Debug, Default)]
pub struct Index {
    rows: HashMap<&'static str, Vec<Row>>,
    backlinks: Option<HashMap<Id, Vec<Backlink>>>,
    conflicts: Option<HashSet<(&'static str, Id)>>,
}

impl Index {
    /// The sorted rows of a kind, of all records that are alive.
    pub fn rows(&mut self, book: &Book, kind: &'static Kind) -> &[Row] {
        self.rows.entry(kind.id).or_insert_with(|| {
            let mut rows: Vec<Row> =
                book.records(kind.id).filter(|record| record.is_alive()).map(|record| row(kind, record)).collect();
            rows.sort_unstable();
            rows
        })
    }

    /// The records of a kind that link to a record by a field and are alive.
    pub fn linking_to<'b>(&mut self, book: &'b Book, link: (&'static str, &'static str), to: Id) -> Vec<&'b Record> {
        let mut linked = self.linking_to_even_deleted(book, link, to);
        linked.retain(|record| record.is_alive());
        linked
    }

    /// The same with those that were deleted since.
    pub fn linking_to_even_deleted<'b>(
        &mut self,
        book: &'b Book,
        link: (&'static str, &'static str),
        to: Id,
    ) -> Vec<&'b Record> {
        let backlinks = self.backlinks.get_or_insert_with(|| build_backlinks(book));
        let from = backlinks.get(&to).map(Vec::as_slice).unwrap_or_default();
        from.iter()
            .filter(|backlink| (backlink.kind, backlink.field) == link)
            .filter_map(|backlink| book.record(backlink.kind, backlink.from))
            .map(|record| &**record)
            .collect()
    }

    /// The records that are alive and of which a person is asked which of two values stays, by kind and identity.
    pub fn in_conflict(&mut self, book: &Book) -> &HashSet<(&'static str, Id)> {
        self.conflicts.get_or_insert_with(|| {
            let of = |kind: &&'static Kind| {
                let kind = *kind;
                let asked = book.records(kind.id).filter(move |record| asks(kind, record));
                asked.map(move |record| (kind.id, record.id)).collect::<Vec<_>>()
            };
            book.kinds().iter().flat_map(of).collect()
        })
    }

    /// The latest day among the records that link to a record.
    pub fn latest(&mut self, book: &Book, of: LatestOf, to: Id) -> Option<NaiveDate> {
        let linked = self.linking_to(book, (of.kind, of.link), to);
        linked.into_iter().filter_map(|record| crate::model::date::day_of(record.text(of.date)?)).max()
    }

    /// Follows one change.
    pub fn follow(&mut self, kinds: Kinds, change: &Change) {
        let after = &*change.after;
        let Some(kind) = kinds.iter().find(|kind| *kind.id == *after.kind) else { return };
        let before = change.before.as_deref().filter(|record| record.is_alive());
        let now = Some(after).filter(|record| record.is_alive());
        if let Some(rows) = self.rows.get_mut(kind.id) {
            let (old, new) = (before.map(|record| row(kind, record)), now.map(|record| row(kind, record)));
            if old != new {
                if let Some(Ok(at)) = old.map(|old| rows.binary_search(&old)) {
                    rows.remove(at);
                }
                if let Some(new) = new {
                    let at = rows.partition_point(|row| *row < new);
                    rows.insert(at, new);
                }
            }
        }
        if let Some(conflicts) = &mut self.conflicts {
            match asks(kind, after) {
                true => conflicts.insert((kind.id, after.id)),
                false => conflicts.remove(&(kind.id, after.id)),
            };
        }
        if let Some(backlinks) = &mut self.backlinks {
            for (to, backlink) in change.before.iter().flat_map(|record| links(kind, record)) {
                if let Some(from) = backlinks.get_mut(&to) {
                    from.retain(|known| *known != backlink);
                }
            }
            for (to, backlink) in links(kind, after) {
                backlinks.entry(to).or_default().push(backlink);
            }
        }
    }

    /// Forgets everything. Cheaper than following when very much has changed at once.
    pub fn clear(&mut self) {
        *self = Index::default();
    }
}

/// Whether a person is asked about two values of a record. Most records were never written twice, which costs nothing.
fn asks(kind: &Kind, record: &Record) -> bool {
    record.superseded().is_some() && record.is_alive() && record.losers().any(|(key, _)| kind.asks_about(key))
}

fn row(kind: &Kind, record: &Record) -> Row {
    let mut text = String::new();
    if let Some(title) = kind.title().filter(|field| kept::may_hold(field, record)).and_then(|f| record.text(f.key)) {
        fold_onto(&mut text, title);
    }
    text.push('\n');
    // A search tells whoever types, so it looks at what the whole team may see.
    let told =
        |field: &&Field| field.searchable && field.in_row != InRow::Title && kept::shown(kind, field, record, None);
    text.push_str(&folded(kind.fields().filter(told), record));
    Row { folded: text.into_boxed_str(), id: record.id }
}

/// The words of some fields, folded, each text in a line of its own.
pub(crate) fn folded<'f>(fields: impl Iterator<Item = &'f Field>, record: &Record) -> String {
    let mut text = String::new();
    for value in fields.filter_map(|field| record.get(field.key)) {
        value.each_text(&mut |part| {
            fold_onto(&mut text, part);
            text.push('\n');
        });
    }
    text
}

fn links(kind: &'static Kind, record: &Record) -> impl Iterator<Item = (Id, Backlink)> {
    kind.fields().filter(|field| matches!(field.ty, FieldType::Link(_))).filter_map(move |field| {
        let to = record.link(field.key)?;
        Some((to, Backlink { kind: kind.id, field: field.key, from: record.id }))
    })
}

fn build_backlinks(book: &Book) -> HashMap<Id, Vec<Backlink>> {
    let mut backlinks: HashMap<Id, Vec<Backlink>> = HashMap::new();
    for kind in book.kinds() {
        for (to, backlink) in book.records(kind.id).flat_map(|record| links(kind, record)) {
            backlinks.entry(to).or_default().push(backlink);
        }
    }
    backlinks
}
