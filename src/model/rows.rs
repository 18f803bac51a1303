//! The rows of a list, in order, and looked through for words.
//!
//! Most rows lie one after the other in one piece of memory, where a search runs from one end to the other; beside it
//! lies what has come since, and which of them are gone.

use super::id::Id;
use super::order::first;
use super::packed::{self, END, ID};
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::Arc;

/// A record as a list finds it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Its title folded, then a line feed, then the rest of its searchable text folded, ended by a line feed if there is
    /// any. Rows are sorted by it.
    pub folded: Box<str>,
    /// The record.
    pub id: Id,
}

/// Sorted rows in one piece of memory: all texts, where each ends, and whose each is.
#[derive(Clone, Debug)]
pub struct RowPage {
    bytes: Arc<Vec<u8>>,
    ids: Range<usize>,
    ends: Range<usize>,
    text: Range<usize>,
}

impl RowPage {
    /// Rows in these parts of some bytes: identities, where texts end, and texts. None if they do not fit together.
    pub fn read(bytes: Arc<Vec<u8>>, ids: Range<usize>, ends: Range<usize>, text: Range<usize>) -> Option<RowPage> {
        let page = RowPage { bytes, ids, ends, text };
        let fits = [&page.ids, &page.ends, &page.text].iter().all(|part| page.bytes.get((*part).clone()).is_some());
        if !fits || !page.ids.len().is_multiple_of(ID) || page.ids.len() / ID != page.ends.len() / END {
            return None;
        }
        packed::fill(&page.bytes, page.ends.start, page.len(), page.text.len()).then_some(page)
    }

    /// Rows, which must be sorted.
    pub fn of<'r>(rows: impl IntoIterator<Item = RowRef<'r>>) -> RowPage {
        let (mut ids, mut ends, mut text) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            text.extend_from_slice(row.bytes);
            ids.extend_from_slice(&row.id.0.to_le_bytes());
            ends.extend_from_slice(&(text.len() as u32).to_le_bytes());
        }
        let (ids_end, ends_end) = (ids.len(), ids.len() + ends.len());
        ids.append(&mut ends);
        ids.append(&mut text);
        let all = ids.len();
        RowPage { bytes: Arc::new(ids), ids: 0..ids_end, ends: ids_end..ends_end, text: ends_end..all }
    }

    /// The parts that [`RowPage::read`] takes: identities, where texts end, and texts.
    pub fn parts(&self) -> [&[u8]; 3] {
        [self.part(&self.ids), self.part(&self.ends), self.part(&self.text)]
    }

    fn part(&self, part: &Range<usize>) -> &[u8] {
        self.bytes.get(part.clone()).unwrap_or_default()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ends.len() / END
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn end(&self, at: usize) -> usize {
        packed::end(&self.bytes, self.ends.start, at)
    }

    fn id(&self, at: usize) -> Id {
        packed::id(&self.bytes, self.ids.start, at)
    }

    fn row(&self, at: usize) -> RowRef<'_> {
        let text = self.part(&self.text).get(packed::piece(&self.bytes, self.ends.start, at));
        RowRef { bytes: text.unwrap_or_default(), id: self.id(at) }
    }

    /// The first row that is not before this one.
    fn from(&self, row: RowRef<'_>) -> usize {
        first(self.len(), |at| self.row(at) >= row)
    }

    /// The row of a record.
    fn of_record(&self, id: Id) -> Option<usize> {
        let bytes = id.0.to_le_bytes();
        self.part(&self.ids).chunks_exact(ID).position(|known| known == bytes)
    }

    /// Whether both are the same piece of memory.
    fn is(&self, other: &RowPage) -> bool {
        Arc::ptr_eq(&self.bytes, &other.bytes) && self.text == other.text
    }
}

/// A row, looked at. Rows are in the order of their texts, those with one text in that of their identities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowRef<'r> {
    bytes: &'r [u8],
    /// The record.
    pub id: Id,
}

impl<'r> RowRef<'r> {
    /// Its text: see [`Row::folded`].
    pub fn folded(self) -> &'r str {
        std::str::from_utf8(self.bytes).unwrap_or_default()
    }

    fn title(self) -> &'r [u8] {
        let end = memchr::memchr(b'\n', self.bytes).unwrap_or(self.bytes.len());
        self.bytes.get(..end).unwrap_or_default()
    }
}

impl<'r> From<&'r Row> for RowRef<'r> {
    fn from(row: &'r Row) -> RowRef<'r> {
        RowRef { bytes: row.folded.as_bytes(), id: row.id }
    }
}

/// A row by its place: on the page, or from here on among those that were added.
type Place = u32;
const ADDED: Place = 1 << 31;

/// How many rows may be added before they are laid among the others.
const MANY: usize = 2_000;

/// The rows of a kind, kept up with every change. A copy costs next to nothing.
#[derive(Clone, Debug)]
pub struct Rows {
    page: RowPage,
    /// Which rows of the page are there no more, in order.
    gone: Vec<Place>,
    /// What has come since, in order, each with the first row of the page that comes after it.
    added: Vec<(Place, Arc<Row>)>,
}

/// Whether they are the same, as far as is known without reading them.
impl PartialEq for Rows {
    fn eq(&self, other: &Rows) -> bool {
        let added = || {
            let mut both = self.added.iter().zip(&other.added);
            self.added.len() == other.added.len() && both.all(|(ours, theirs)| Arc::ptr_eq(&ours.1, &theirs.1))
        };
        self.page.is(&other.page) && self.gone == other.gone && added()
    }
}

impl Rows {
    /// The rows of a page.
    pub fn of(page: RowPage) -> Rows {
        Rows { page, gone: Vec::new(), added: Vec::new() }
    }

    /// These rows, in whatever order.
    pub fn sorted(mut rows: Vec<Row>) -> Rows {
        rows.sort_unstable();
        Rows::of(RowPage::of(rows.iter().map(RowRef::from)))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.page.len() - self.gone.len() + self.added.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All rows, in order.
    pub fn iter(&self) -> impl Iterator<Item = RowRef<'_>> {
        self.places().map(|place| self.at(place))
    }

    /// All rows on one page.
    pub fn page(&self) -> RowPage {
        if self.gone.is_empty() && self.added.is_empty() { self.page.clone() } else { RowPage::of(self.iter()) }
    }

    /// Takes a row out.
    pub fn remove(&mut self, row: &Row) {
        if let Ok(at) = self.added.binary_search_by(|(_, known)| (**known).cmp(row)) {
            self.added.remove(at);
            return;
        }
        let mut at = self.page.from(RowRef::from(row));
        if at >= self.page.len() || self.page.row(at) != RowRef::from(row) {
            // It was folded by another version of the browser: it is found by whose it is.
            if let Some(added) = self.added.iter().position(|(_, known)| known.id == row.id) {
                self.added.remove(added);
                return;
            }
            let Some(found) = self.page.of_record(row.id) else { return };
            at = found;
        }
        if let Err(place) = self.gone.binary_search(&(at as Place)) {
            self.gone.insert(place, at as Place);
        }
    }

    /// Puts a row in its place.
    pub fn insert(&mut self, row: Row) {
        let before = self.page.from(RowRef::from(&row)) as Place;
        let at = self.added.partition_point(|(_, known)| **known < row);
        self.added.insert(at, (before, Arc::new(row)));
        if self.added.len() + self.gone.len() > MANY {
            *self = Rows::of(self.page());
        }
    }

    fn at(&self, place: Place) -> RowRef<'_> {
        match self.added.get(place.wrapping_sub(ADDED) as usize) {
            Some((_, row)) if place >= ADDED => RowRef::from(&**row),
            _ => self.page.row(place as usize),
        }
    }

    fn id_at(&self, place: Place) -> Id {
        match self.added.get(place.wrapping_sub(ADDED) as usize) {
            Some((_, row)) if place >= ADDED => row.id,
            _ => self.page.id(place as usize),
        }
    }

    fn is_gone(&self, place: Place) -> bool {
        !self.gone.is_empty() && self.gone.binary_search(&place).is_ok()
    }

    fn places(&self) -> impl Iterator<Item = Place> {
        self.merged(self.left_from(0), 0, |_| true)
    }

    /// The rows of the page from there on that are not gone.
    fn left_from(&self, at: usize) -> impl Iterator<Item = Place> {
        (at as Place..self.page.len() as Place).filter(|place| !self.is_gone(*place))
    }

    /// How many rows of the page before a place are not gone.
    fn left_before(&self, place: Place) -> usize {
        place as usize - self.gone.partition_point(|gone| *gone < place)
    }

    /// The records of some rows, by where they stand among all.
    pub fn ids(&self, range: Range<usize>) -> Vec<Id> {
        let stands_at = |added: usize| self.added.get(added).map_or(0, |(before, _)| self.left_before(*before) + added);
        let added = first(self.added.len(), |added| stands_at(added) >= range.start);
        let page = first(self.page.len(), |at| self.left_before(at as Place + 1) > range.start - added);
        let places = self.merged(self.left_from(page), added, |_| true);
        places.take(range.len()).map(|place| self.at(place).id).collect()
    }

    /// Where the row of a record stands among all.
    pub fn position(&self, id: Id) -> Option<usize> {
        if let Some(added) = self.added.iter().position(|(_, row)| row.id == id) {
            return Some(self.left_before(self.added.get(added)?.0) + added);
        }
        let place = self.page.of_record(id)? as Place;
        let added = self.added.partition_point(|(before, _)| *before <= place);
        (!self.is_gone(place)).then(|| self.left_before(place) + added)
    }

    /// Rows of the page, in order, with those that were added, from one of these on, and fit.
    fn merged(
        &self,
        page: impl Iterator<Item = Place>,
        added: usize,
        fits: impl Fn(RowRef<'_>) -> bool,
    ) -> impl Iterator<Item = Place> {
        let mut page = page.peekable();
        let added = (0..).zip(&self.added).skip(added);
        let mut added = added.filter(move |(_, (_, row))| fits(RowRef::from(&**row))).peekable();
        std::iter::from_fn(move || match (page.peek(), added.peek()) {
            (Some(place), Some((_, (before, _)))) if place < before => page.next(),
            (_, Some(_)) => added.next().map(|(at, _)| ADDED + at),
            (_, None) => page.next(),
        })
    }

    /// The rows in which all of these words occur, in order. Where an earlier search by shorter words has found all of
    /// them and more, only what it found is looked at; what it did not find in a title is in none by longer words either.
    pub fn find(&self, words: &[Finder<'_>], among: Option<&Found>) -> Found {
        let all_in = |bytes: &[u8]| words.iter().all(|word| word.find(bytes).is_some());
        let fits = |row: RowRef<'_>| all_in(row.bytes);
        let in_title = |row: RowRef<'_>| all_in(row.title());
        let mut rows = Vec::new();
        match (among, words.iter().max_by_key(|word| word.needle().len())) {
            (_, None) => rows = self.places().map(|place| (place, true)).collect(),
            (Some(among), _) => {
                for (place, might) in &among.rows {
                    let row = self.at(*place);
                    let title = *might && in_title(row);
                    if title || fits(row) {
                        rows.push((*place, title));
                    }
                }
            }
            (None, Some(longest)) => {
                let page = self.holding(longest).filter(|place| !self.is_gone(*place));
                let page = page.filter(|place| words.len() == 1 || fits(self.at(*place)));
                rows.extend(self.merged(page, 0, fits).map(|place| (place, in_title(self.at(place)))));
            }
        }
        Found { rows }
    }

    /// The rows of the page in which a word occurs. No word spans two rows, since each ends where no word goes on.
    fn holding(&self, word: &Finder<'_>) -> impl Iterator<Item = Place> {
        let text = self.page.part(&self.page.text);
        let (mut at, mut from) = (0, 0);
        std::iter::from_fn(move || {
            let found = from + word.find(text.get(from..)?)?;
            while self.page.end(at) <= found {
                at += 1;
            }
            from = self.page.end(at);
            at += 1;
            Some(at as Place - 1)
        })
    }

    /// The records that were found: those with all words in the title, and those with words elsewhere. Not told apart, all
    /// are among the first.
    pub fn told_apart(&self, found: &Found, by_title: bool) -> (Vec<Id>, Vec<Id>) {
        let (mut first, mut others) = (Vec::with_capacity(found.rows.len()), Vec::new());
        for (place, in_title) in &found.rows {
            let ids = if *in_title || !by_title { &mut first } else { &mut others };
            ids.push(self.id_at(*place));
        }
        (first, others)
    }
}

/// What a search has found among [`Rows`], as long as these do not change: each row, and whether all words are in its
/// title.
#[derive(Clone, Debug, Default)]
pub struct Found {
    rows: Vec<(Place, bool)>,
}

#[cfg(test)]
mod tests;
