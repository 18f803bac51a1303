//! What was entered and is not in the book yet: numbers that the store has to answer, and text that is no number.

use super::{CountAct, Counting};
use crate::hubs::count::{CountLine, CountWalk};
use crate::hubs::kinds::movement::{COUNT, count_fields, movement_fields as movement};
use crate::model::id::Id;
use crate::model::typed::{Of, Typed};

/// A number that was given to the store and not answered yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Given {
    pub(super) ticket: u64,
    pub(super) item: Id,
    pub(super) amount: Option<i64>,
    pub(super) by_keys: bool,
}

impl Given {
    pub(super) fn text(&self) -> String {
        self.amount.map(|amount| amount.to_string()).unwrap_or_default()
    }
}

/// Text that was typed at an item and is no number in the book yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) by_keys: bool,
    /// Whether exactly this text was given to the store, as text or as a number.
    pub(super) kept: bool,
}

impl Counting {
    /// The number given to the store last, or otherwise the one in the book.
    pub(super) fn counted(&self, line: &CountLine) -> Option<i64> {
        let given = self.given.iter().rev().find(|given| given.item == line.item);
        given.map_or(line.found, |given| given.amount)
    }

    pub(super) fn give(&mut self, item: Id, amount: Option<i64>, walk: &CountWalk, acts: &mut Vec<CountAct>) {
        if walk.lines.iter().find(|line| line.item == item).and_then(|line| self.counted(line)) == amount {
            return self.forget_words(item, acts);
        }
        self.tickets += 1;
        let ticket = self.tickets;
        let given = Given { ticket, item, amount, by_keys: self.by_keys };
        let typed = self.words.contains_key(&item).then(|| self.place_name(item));
        if let Some(words) = self.words.get_mut(&item) {
            (words.text, words.kept) = (given.text(), true);
        }
        self.latest.insert(item, ticket);
        self.given.push(given);
        acts.push(CountAct::Keep { ticket, item, amount, typed });
    }

    pub(super) fn kept(&mut self, ticket: u64, ok: bool, acts: &mut Vec<CountAct>) {
        let Some(at) = self.given.iter().position(|given| given.ticket == ticket) else { return };
        let given = self.given.remove(at);
        if self.latest.get(&given.item) != Some(&ticket) {
            // A later number has replaced it.
            return;
        }
        let text = given.text();
        let words = self.words.get_mut(&given.item).filter(|words| !words.text.trim().is_empty());
        let typed_on = words.as_ref().is_some_and(|words| words.text.trim() != text);
        match ok {
            true if typed_on => {
                // Storing the number may have emptied the place of the text.
                words.into_iter().for_each(|words| words.kept = false);
                acts.push(CountAct::Wait);
            }
            true if words.is_some() => self.forget_words(given.item, acts),
            true => {}
            false => {
                if !typed_on && given.amount.is_some() {
                    self.words.insert(given.item, Words { text, by_keys: given.by_keys, kept: false });
                }
                self.keep_words(acts);
            }
        }
    }

    /// Notes what the field holds as text typed at the item that is shown.
    pub(super) fn note_words(&mut self) {
        if let Some(item) = self.item
            && (!self.typed.trim().is_empty() || self.words.contains_key(&item))
        {
            let words = Words { text: self.typed.clone(), by_keys: self.by_keys, kept: false };
            self.words.insert(item, words);
        }
    }

    pub(super) fn keep_words(&mut self, acts: &mut Vec<CountAct>) {
        let unkept = self.words.iter_mut().filter(|(_, words)| !words.kept);
        let due: Vec<(Id, String)> = unkept
            .map(|(item, words)| {
                words.kept = true;
                (*item, words.text.clone())
            })
            .collect();
        acts.extend(due.into_iter().map(|(item, text)| CountAct::KeepTyped(item, self.typed_at(item, text))));
    }

    /// Drops the text typed at an item: it became a number, was a code, or was erased.
    pub(super) fn forget_words(&mut self, item: Id, acts: &mut Vec<CountAct>) {
        if self.words.remove(&item).is_some() {
            acts.push(CountAct::KeepTyped(item, self.typed_at(item, String::new())));
        }
    }

    pub(super) fn place_name(&self, item: Id) -> String {
        format!("count:{}:{item}", self.count)
    }

    fn typed_at(&self, item: Id, text: String) -> Typed {
        let fields = [(count_fields::HUB.key(), self.hub.to_string()), (movement::ITEM.key(), item.to_string())];
        Typed { place: self.place_name(item), text, of: Some(Of::new(COUNT.id, self.count, fields)) }
    }
}
