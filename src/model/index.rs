//! Ways into the book that would be slow to walk: sorted and searchable rows of a kind, links followed backwards, the
//! latest day among linked records, the records that hold two values of which a person is asked, and whatever else is
//! [kept up](super::kept_up).

use super::book::{Book, Change};
use super::field::{Field, FieldType, InRow, LatestOf};
use super::fold::fold_onto;
use super::id::Id;
use super::joined::{self, Joined, SAYS_APART, SAYS_SAME};
use super::kept;
use super::kept_up::{AllKeptUp, Beside, KeptUp, Place};
use super::kind::{KeptWhat, Kind};
use super::phone;
use super::record::Record;
use super::rows::{Found, Row, RowPage, Rows};
use super::same_as::{self, SAME_AS};
use super::sum::sum;
use chrono::NaiveDate;
use memchr::memmem::Finder;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// A link: the kind it belongs to, and its field.
type Link = (&'static str, &'static str);

/// How rows are made. Another number, and rows that were stored are made anew: it is raised with whatever changes what
/// [`row`] gives, folding included.
const ROWS: u32 = 2;

/// Rows, backlinks and conflicts of a book. Built when first asked for, then kept up with every change.
#[derive(Debug, Default)]
pub struct Index {
    rows: HashMap<&'static str, Rows>,
    searched: Option<Searched>,
    /// By link, then by what it leads to: whose it is.
    backlinks: HashMap<Link, HashMap<Id, Vec<Id>>>,
    /// The latest days that were asked for; what a change concerns is forgotten.
    latest: HashMap<LatestOf, HashMap<Id, Option<NaiveDate>>>,
    conflicts: Option<HashSet<(&'static str, Id)>>,
    /// By kind: which records are shown as another.
    joined: HashMap<&'static str, Rc<Joined>>,
    kept_up: AllKeptUp,
}

/// Works on what a snapshot stores beside records, at most so many at once; gives how much is left.
pub type Prepare = fn(&mut Index, &Book, usize) -> usize;

/// What was looked for last: the next letter of a word is looked for in what the ones before it have found.
#[derive(Debug)]
struct Searched {
    kind: &'static str,
    words: Vec<String>,
    found: Found,
}

impl Index {
    /// The sorted rows of a kind, of all records that are alive.
    pub fn rows(&mut self, book: &Book, kind: &'static Kind) -> &Rows {
        self.rows.entry(kind.id).or_insert_with(|| rows(book, kind))
    }

    /// The rows of a kind as they are stored: those that are known, or else made for this alone.
    pub fn page(&self, book: &Book, kind: &'static Kind) -> RowPage {
        self.rows.get(kind.id).map_or_else(|| rows(book, kind).page(), Rows::page)
    }

    /// What is kept up and stored beside the records of a kind, as far as it was asked for or prepared.
    pub fn beside(&mut self, book: &Book, kind: &str, place: Place<'_>) -> Option<Beside> {
        self.kept_up.store(book, kind, place)
    }

    /// The records of a kind in which all of these words occur, in the order of their rows; `by_title` tells those with
    /// all words in the title from those with words elsewhere, otherwise all are among the first. The words are folded
    /// and none is empty.
    pub fn search(&mut self, book: &Book, kind: &'static Kind, words: &[&str], by_title: bool) -> (Vec<Id>, Vec<Id>) {
        let finders: Vec<Finder<'_>> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let rows = self.rows.entry(kind.id).or_insert_with(|| rows(book, kind));
        let narrows = |last: &&Searched| {
            let narrower = |old: &String| words.iter().any(|word| word.contains(old.as_str()));
            last.kind == kind.id && !last.words.is_empty() && last.words.iter().all(narrower)
        };
        let found = rows.find(&finders, self.searched.as_ref().filter(narrows).map(|last| &last.found));
        let ids = rows.told_apart(&found, by_title);
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        self.searched = Some(Searched { kind: kind.id, words, found });
        ids
    }

    /// The records of a kind that link to a record by a field and are alive.
    pub fn linking_to<'b>(&mut self, book: &'b Book, link: Link, to: Id) -> Vec<&'b Record> {
        let mut linked = self.linking_to_even_deleted(book, link, to);
        linked.retain(|record| record.is_alive());
        linked
    }

    /// The same with those that were deleted since.
    pub fn linking_to_even_deleted<'b>(&mut self, book: &'b Book, link: Link, to: Id) -> Vec<&'b Record> {
        let backlinks = self.backlinks.entry(link).or_insert_with(|| build_backlinks(book, link));
        let from = backlinks.get(&to).map(Vec::as_slice).unwrap_or_default();
        from.iter().filter_map(|from| book.record(link.0, *from)).map(|record| &**record).collect()
    }

    /// Which records of a kind are shown as another. It is read out of the rows, so no record is made for it.
    pub fn joined(&mut self, book: &Book, kind: &'static Kind) -> Rc<Joined> {
        if kind.joins.is_none() {
            return Rc::default();
        }
        if let Some(known) = self.joined.get(kind.id) {
            return known.clone();
        }
        let joined = Rc::new(Joined::of(book, kind.id, self.saying(book, kind, SAYS_SAME)));
        self.joined.insert(kind.id, joined.clone());
        joined
    }

    /// The pairs of records of a kind that somebody said are two, by those that are shown for them.
    pub fn said_apart(&mut self, book: &Book, kind: &'static Kind) -> BTreeSet<(Id, Id)> {
        let saying = self.saying(book, kind, SAYS_APART).into_iter();
        let saying = saying.filter_map(|id| book.alive(kind.id, id)).map(|record| &**record);
        same_as::apart(book, kind.id, saying)
    }

    /// The records whose rows hold a mark.
    fn saying(&mut self, book: &Book, kind: &'static Kind, mark: &str) -> Vec<Id> {
        let rows = self.rows(book, kind);
        let found = rows.find(&[Finder::new(mark.as_bytes())], None);
        rows.told_apart(&found, false).0
    }

    /// The records that are alive and of which a person is asked which of two values stays, by kind and identity.
    pub fn in_conflict(&mut self, book: &Book) -> &HashSet<(&'static str, Id)> {
        self.conflicts.get_or_insert_with(|| {
            let of = |kind: &&'static Kind| {
                let kind = *kind;
                let written_twice = book.standing(kind.id, |standing| standing.alive && standing.superseded);
                let asked = written_twice.filter(move |record| asks(kind, record));
                asked.map(move |record| (kind.id, record.id)).collect::<Vec<_>>()
            };
            book.kinds().iter().flat_map(of).collect()
        })
    }

    /// The latest day among the records that link to a record.
    pub fn latest(&mut self, book: &Book, of: LatestOf, to: Id) -> Option<NaiveDate> {
        if let Some(known) = self.latest.get(&of).and_then(|days| days.get(&to)) {
            return *known;
        }
        let linked = self.linking_to(book, (of.kind, of.link), to);
        let latest = linked.into_iter().filter_map(|record| crate::model::date::day_of(record.text(of.date)?)).max();
        self.latest.entry(of).or_default().insert(to, latest);
        latest
    }

    /// Asks something of what is kept up, see [`KeptUp`]. The first time all of it is worked out.
    pub fn kept_up<K: KeptUp, R>(&mut self, book: &Book, ask: impl FnOnce(&mut K, &mut Index) -> R) -> R {
        let mut kept = self.kept_up.take::<K>(book);
        kept.go_on(book, usize::MAX);
        let answer = ask(&mut kept, self);
        self.kept_up.put(kept);
        answer
    }

    /// Works on what will be asked for, at most so many records at once, so that a screen can be shown in between. Gives
    /// how many are left.
    pub fn prepare<K: KeptUp>(&mut self, book: &Book, most: usize) -> usize {
        let mut kept = self.kept_up.take::<K>(book);
        let left = kept.go_on(book, most);
        self.kept_up.put(kept);
        left
    }

    /// Follows one change, which the book holds already.
    pub fn follow(&mut self, book: &Book, change: &Change) {
        self.kept_up.follow(book, change);
        let after = &*change.after;
        let Some(kind) = book.kind(&after.kind) else { return };
        let before = change.before.as_deref().filter(|record| record.is_alive());
        let now = Some(after).filter(|record| record.is_alive());
        self.searched = None;
        if let Some(rows) = self.rows.get_mut(kind.id) {
            let (old, new) = (before.map(|record| row(kind, record)), now.map(|record| row(kind, record)));
            if old != new {
                old.iter().for_each(|old| rows.remove(old));
                new.into_iter().for_each(|new| rows.insert(new));
            }
        }
        if self.joined.get(kind.id).is_some_and(|joined| {
            // What was deleted stands for nothing, and what came back does again.
            let says = |record: Option<&Record>| record.and_then(|record| record.link(SAME_AS));
            !joined.is_empty() || says(before) != says(now)
        }) {
            self.joined.remove(kind.id);
        }
        if let Some(conflicts) = &mut self.conflicts {
            match asks(kind, after) {
                true => conflicts.insert((kind.id, after.id)),
                false => conflicts.remove(&(kind.id, after.id)),
            };
        }
        for ((_, field), backlinks) in self.backlinks.iter_mut().filter(|((of, _), _)| *of == kind.id) {
            let to = |record: &Record| record.link(field);
            let (was, is) = (change.before.as_deref().and_then(to), to(after));
            if was == is {
                continue;
            }
            if let Some(from) = was.and_then(|was| backlinks.get_mut(&was)) {
                from.retain(|known| *known != after.id);
            }
            if let Some(is) = is {
                backlinks.entry(is).or_default().push(after.id);
            }
        }
        for (of, days) in self.latest.iter_mut().filter(|(of, _)| of.kind == kind.id) {
            let before = change.before.as_ref().and_then(|record| record.link(of.link));
            for to in before.into_iter().chain(after.link(of.link)) {
                days.remove(&to);
            }
        }
    }

    /// Whether nothing was asked for yet, so that there is nothing to keep up.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.backlinks.is_empty() && self.conflicts.is_none() && self.kept_up.is_empty()
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

/// The rows of a kind: those that are stored with what has changed since, or else all made anew.
fn rows(book: &Book, kind: &'static Kind) -> Rows {
    let stored = book.shelf(kind.id).and_then(|shelf| {
        let page = shelf.page()?;
        // Where much has changed, one sort of everything is faster.
        let few = shelf.changed().len() <= page.stored().count() / 8;
        Some((shelf, page, page.stored().rows(row_rules(kind)).filter(|_| few)?))
    });
    let Some((shelf, page, stored)) = stored else {
        return Rows::sorted(book.living(kind.id).map(|record| row(kind, record)).collect());
    };
    let mut rows = Rows::of(stored);
    for record in shelf.changed() {
        let was = page.place(record.id).and_then(|place| page.at(place)).filter(|record| record.is_alive());
        was.into_iter().for_each(|was| rows.remove(&row(kind, was)));
        if record.is_alive() {
            rows.insert(row(kind, record));
        }
    }
    rows
}

/// The rules by which rows of a kind are made, as a number: stored rows serve as long as it is the same.
pub fn row_rules(kind: &Kind) -> u64 {
    let mut rules = format!("{ROWS} {}", kind.id);
    if let Some(kept_for) = kind.kept_for {
        let (field, one) = match kept_for.what {
            KeptWhat::ContactDetails { field, one } => (field, one),
            KeptWhat::Everything => ("all", "always"),
        };
        for part in [field, one, kept_for.whom] {
            rules.push(' ');
            rules.push_str(part);
        }
    }
    if kind.joins.is_some() {
        rules.push_str(" joins");
    }
    for field in kind.fields().filter(|field| field.searchable || field.in_row == InRow::Title) {
        let title = if field.in_row == InRow::Title { "\ntitle" } else { "\n" };
        for part in [title, field.key, field.consent.unwrap_or_default()] {
            rules.push_str(part);
            rules.push(' ');
        }
    }
    sum(rules.as_bytes())
}

fn row(kind: &Kind, record: &Record) -> Row {
    let mut text = String::new();
    if let Some(title) =
        kind.title().filter(|field| kept::shown(kind, field, record, None)).and_then(|f| record.text(f.key))
    {
        fold_onto(&mut text, title);
    }
    text.push('\n');
    // A search tells whoever types, so it looks at what the whole team may see.
    let told =
        |field: &&Field| field.searchable && field.in_row != InRow::Title && kept::shown(kind, field, record, None);
    text.push_str(&folded(kind.fields().filter(told), record));
    joined::mark(kind, record, &mut text);
    Row { folded: text.into_boxed_str(), id: record.id }
}

/// The words of some fields, folded, each text in a line of its own.
pub(crate) fn folded<'f>(fields: impl Iterator<Item = &'f Field>, record: &Record) -> String {
    let mut text = String::new();
    for field in fields {
        let Some(value) = record.get(field.key) else { continue };
        value.each_text(&mut |part| {
            fold_onto(&mut text, part);
            text.push('\n');
        });
        // A phone number is found by its digits, however it is written.
        if let Some(dialed) = value.as_text().filter(|_| field.ty == FieldType::Phone).and_then(phone::dialed) {
            text.push_str(&dialed.number);
            text.push('\n');
        }
    }
    text
}

/// The records of a kind whose field leads somewhere, by where it leads.
fn build_backlinks(book: &Book, (kind, field): Link) -> HashMap<Id, Vec<Id>> {
    let mut backlinks: HashMap<Id, Vec<Id>> = HashMap::new();
    let declared = book.kind(kind).and_then(|kind| kind.field(field));
    if declared.is_some_and(|field| field.links_to().is_some()) {
        for record in book.records(kind) {
            if let Some(to) = record.link(field) {
                backlinks.entry(to).or_default().push(record.id);
            }
        }
    }
    backlinks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::{Key, Slot};
    use crate::model::value::Value;
    use crate::partners::PARTNER;

    /// Stored rows serve as long as the rules have one number.
    #[test]
    fn whatever_makes_other_rows_has_another_number() {
        let fields = [
            ("address", Value::Map([("street".to_owned(), Value::text("12 Maple ST"))].into())),
            ("contact_name", Value::text("Kim Йод")),
            ("contact_phone", Value::text("(860) 555-0121 x4")),
            ("name", Value::text("Panadería  José’s Ångström Straße")),
            ("offers", Value::text("Meals\nevery weekday")),
            ("status", Value::text("new")),
        ];
        let slot = |(key, value)| (Key::from(key), Slot { stamp: Default::default(), value });
        let record = Record::from_parts(PARTNER.id.into(), Id(1), false, fields.into_iter().map(slot).collect(), None);
        let said = "panaderia jose's angstrom strasse\nkim иод\n(860) 555-0121 x4\n8605550121\nmeals every weekday\n12 maple st\n";
        // Where this changes, `ROWS` is raised.
        assert_eq!((ROWS, &*row(&PARTNER, &record).folded), (2, said));
    }
}
