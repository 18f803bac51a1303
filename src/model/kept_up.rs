//! What is worked out from very many records, and kept up with every change to one of them instead of being worked out
//! anew whenever somebody looks.
//!
//! A room that has such a thing implements [`KeptUp`] for a type of its own and asks the
//! [`Index`](super::index::Index) for it by that type: `index.kept_up::<Stock>(book, …)`. It is begun when it is first
//! asked for and follows each change from then on, so nothing is stored that could disagree with the records. What
//! depends on the day it is has no place in it: it holds the dates, and whoever asks says what today is.

use super::book::{Book, Change};
use super::id::Id;
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt;

/// Something that follows from the records of a book and is kept up with its changes.
pub trait KeptUp: 'static {
    /// Begins with what is in a book. What would take long is left for [`KeptUp::go_on`].
    fn begin(book: &Book) -> Self
    where
        Self: Sized;

    /// Follows one change. The book holds it already, and may hold others of the same step, which are followed after it:
    /// what is read in the book now is what counts in the end.
    fn follow(&mut self, book: &Book, change: &Change);

    /// Takes in what was left at the beginning, at most so many records at once. Gives how many are left.
    fn go_on(&mut self, book: &Book, most: usize) -> usize {
        let _ = (book, most);
        0
    }

    /// What a snapshot of this book stores of it beside the records of a kind; none beside most. [`KeptUp::begin`] finds it
    /// where these records lie ([`Stored::beside`](super::shelf::Stored::beside)), and follows what has changed since.
    fn store(&mut self, _book: &Book, _kind: &str, _place: Place<'_>) -> Option<Beside> {
        None
    }
}

/// The place that a record of a kind has among those that are stored.
pub type Place<'a> = &'a dyn Fn(Id) -> Option<usize>;

/// What is stored beside the records of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The rules by which it was made, as a number. Under other rules it is made anew.
    pub rules: u64,
    /// What it is.
    pub bytes: Vec<u8>,
}

/// As whatever it is held.
trait Held: KeptUp {
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

impl<K: KeptUp> Held for K {
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

/// Everything that is kept up of one book, each under its type.
#[derive(Default)]
pub(super) struct AllKeptUp(HashMap<TypeId, Box<dyn Held>>);

impl AllKeptUp {
    /// Takes one out, begun if it was not yet. Whoever takes it puts it back.
    pub(super) fn take<K: KeptUp>(&mut self, book: &Book) -> Box<K> {
        let known = self.0.remove(&TypeId::of::<K>()).and_then(|held| held.into_any().downcast().ok());
        known.unwrap_or_else(|| Box::new(K::begin(book)))
    }

    /// Puts one back.
    pub(super) fn put<K: KeptUp>(&mut self, kept: Box<K>) {
        self.0.insert(TypeId::of::<K>(), kept);
    }

    /// Whether nothing is kept up yet.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What of them is stored beside the records of a kind.
    pub(super) fn store(&mut self, book: &Book, kind: &str, place: Place<'_>) -> Option<Beside> {
        self.0.values_mut().find_map(|kept| kept.store(book, kind, place))
    }

    /// Has all of them follow a change.
    pub(super) fn follow(&mut self, book: &Book, change: &Change) {
        self.0.values_mut().for_each(|kept| kept.follow(book, change));
    }
}

impl fmt::Debug for AllKeptUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} kept up", self.0.len())
    }
}
