//! The tally at an event, as a state machine without a screen: taps and the answers of the store go in; what to write comes
//! out. What was tallied stands in the book alone; a tap that is still being kept is shown at once beside it.

pub mod standing;

use super::kinds::tally_mark::{ADULTS, CHILDREN, MOST_AT_ONCE, PEOPLE, TALLY_MARK, WHAT, fields as mark};
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::id::{DeviceId, Id};
use crate::model::index::Index;
use crate::model::record_write::RecordWrite;
use crate::model::{date, order};
use standing::Tallies;

/// How many of each thing were tallied, in the order of [`WHAT`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums([i64; WHAT_COUNT]);

/// How many things are tallied.
const WHAT_COUNT: usize = 11;

impl Sums {
    /// So many more of something; nothing of what this version does not know.
    pub(super) fn add(&mut self, what: &str, by: i64) {
        let at = WHAT.iter().position(|known| known.key == what);
        if let Some(sum) = at.and_then(|at| self.0.get_mut(at)) {
            *sum = sum.saturating_add(by);
        }
    }

    /// How many of something.
    pub fn of(&self, what: &str) -> i64 {
        let at = WHAT.iter().position(|known| known.key == what);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or(0)
    }

    fn all_of(&self, what: &[&str]) -> i64 {
        what.iter().map(|what| self.of(what)).sum()
    }

    /// Everybody who came.
    pub fn people(&self) -> i64 {
        self.all_of(PEOPLE)
    }

    /// The adults among them.
    pub fn adults(&self) -> i64 {
        self.all_of(ADULTS)
    }

    /// The children and teens among them.
    pub fn children(&self) -> i64 {
        self.all_of(CHILDREN)
    }

    /// Whether nothing was tallied.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|sum| *sum == 0)
    }
}

/// How many of each thing were tallied at an event, by all tablets.
pub fn sums(book: &Book, index: &mut Index, event: Id) -> Sums {
    index.kept_up(book, |tallies: &mut Tallies, index| tallies.of(book, index, event).sums.clone())
}

/// The taps at an event that were made on this device and are not taken back, the latest last.
pub fn own_marks(book: &Book, index: &mut Index, event: Id, me: DeviceId) -> Vec<Id> {
    index.kept_up(book, |tallies: &mut Tallies, index| tallies.of(book, index, event).made_on(me).collect())
}

/// What to write for a tap.
pub fn mark(id: Id, event: Id, what: &str, by: i64, author: Author) -> RecordWrite {
    let mut values = vec![
        mark::EVENT.is(event),
        mark::WHAT.is(what),
        mark::BY.is_whole(by),
        mark::WHEN.is(date::stored(author.now.moment())),
    ];
    values.extend(author.by.map(|by| mark::STAFF.is(by)));
    (TALLY_MARK.id, id, order::values(values))
}

/// A tap that is being kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tap {
    /// The identity that its record has.
    pub id: Id,
    /// What is counted.
    pub what: &'static str,
    /// How many more.
    pub by: i64,
}

/// What happens at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TallyEvent<'a> {
    /// Somebody tapped for more of something; the tap’s record gets this identity.
    More(Id, &'static str),
    /// One fewer of something.
    Fewer(Id, &'static str),
    /// What stands in the field for how many come at once.
    AtOnce(&'a str),
    /// The last tap of this tablet is taken back. These are its taps in the book, the latest last.
    Undo(&'a [Id]),
    /// The answer to [`TallyAct::Keep`] or [`TallyAct::TakeBack`], whatever it was.
    Answered(Id),
}

/// What is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyAct {
    /// Write a tap down. Answered with [`TallyEvent::Answered`].
    Keep(Tap),
    /// Delete the record of a tap. Answered with [`TallyEvent::Answered`].
    TakeBack(Id),
}

/// The tally of one event on this tablet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Taps that are being kept, in order.
    keeping: Vec<Tap>,
    /// Taps that are being taken back.
    going: Vec<Id>,
    /// What was typed for how many come at once.
    at_once: String,
}

impl Tally {
    /// Something happened.
    pub fn on(&mut self, event: TallyEvent<'_>) -> Option<TallyAct> {
        match event {
            TallyEvent::More(id, what) => {
                let by = self.next().ok()?;
                self.at_once.clear();
                Some(self.keep(Tap { id, what, by }))
            }
            TallyEvent::Fewer(id, what) => Some(self.keep(Tap { id, what, by: -1 })),
            TallyEvent::AtOnce(typed) => {
                typed.trim().clone_into(&mut self.at_once);
                None
            }
            TallyEvent::Undo(kept) => {
                // What is still being kept is the latest; the store keeps the order, so it is kept and then taken back.
                let newest = self.keeping.iter().rev().map(|tap| tap.id).chain(kept.iter().rev().copied());
                let last = newest.into_iter().find(|id| !self.going.contains(id))?;
                self.going.push(last);
                Some(TallyAct::TakeBack(last))
            }
            TallyEvent::Answered(id) => {
                // A tap that is kept may be on its way back already, and is then answered twice.
                match self.keeping.iter().position(|tap| tap.id == id) {
                    Some(at) => drop(self.keeping.remove(at)),
                    None => self.going.retain(|going| *going != id),
                }
                None
            }
        }
    }

    fn keep(&mut self, tap: Tap) -> TallyAct {
        self.keeping.push(tap);
        TallyAct::Keep(tap)
    }

    /// How many the next tap adds: one, or as many as were typed; an error where that is no number that can be.
    ///
    /// # Errors
    /// If what was typed is not a whole number from 1 to [`MOST_AT_ONCE`].
    pub fn next(&self) -> Result<i64, NotANumber> {
        if self.at_once.is_empty() {
            return Ok(1);
        }
        let digits = self.at_once.bytes().all(|byte| byte.is_ascii_digit());
        let number = self.at_once.parse().ok().filter(|number| digits && (1..=MOST_AT_ONCE).contains(number));
        number.ok_or(NotANumber)
    }

    /// What is typed for how many come at once.
    pub fn typed(&self) -> &str {
        &self.at_once
    }

    /// What to show: what stands in the book, with the taps that are being kept and without those that are being taken back.
    pub fn shown(&self, book: &Book, index: &mut Index, event: Id) -> Sums {
        let mut sums = sums(book, index, event);
        let in_book = |id: &Id| book.alive(TALLY_MARK.id, *id);
        for tap in self.keeping.iter().filter(|tap| in_book(&tap.id).is_none() && !self.going.contains(&tap.id)) {
            sums.add(tap.what, tap.by);
        }
        for record in self.going.iter().filter_map(in_book) {
            sums.add(mark::WHAT.of(record).unwrap_or_default(), -mark::BY.whole_of(record).unwrap_or(0));
        }
        sums
    }
}

/// What was typed for how many come at once is no such number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a whole number that can be tallied at once")]
pub struct NotANumber;
