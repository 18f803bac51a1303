//! Which doors are on which street, and how each stands, kept up with every knock.

use super::{leading, street_id, words};
use crate::canvass::kinds::door::{DOOR, fields as door};
use crate::canvass::kinds::door_list::DOOR_LIST;
use crate::canvass::kinds::visit::{TALKED, VISIT, fields as visit};
use crate::canvass::standing::{Resting, is_shown, known};
use crate::model::book::{Book, Change};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins::all_same;
use crate::model::kept_up::KeptUp;
use crate::model::same_as::SAME_AS;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The doors that are shown, street by street.
#[derive(Default)]
pub(super) struct Doors {
    streets: HashMap<Id, BTreeSet<Id>>,
    doors: HashMap<Id, Kept>,
    /// What was written to since it was asked for: doors, and those that visits and other doors name.
    changed: HashSet<Id>,
}

/// What is kept of one door.
pub(super) struct Kept {
    street: Id,
    /// Whether its number is odd; nothing where it has none.
    pub(super) odd: Option<bool>,
    /// Whether anybody knocked.
    pub(super) visited: bool,
    /// Whether somebody talked the last time.
    pub(super) talked: bool,
    resting: Resting,
}

impl Kept {
    /// Whether it waits for a knock on a day.
    pub(super) fn waits(&self, today: NaiveDate) -> bool {
        self.resting.on(today).is_none()
    }
}

impl KeptUp for Doors {
    fn begin(book: &Book) -> Doors {
        Doors { changed: book.ids(DOOR.id).collect(), ..Doors::default() }
    }

    fn follow(&mut self, _: &Book, change: &Change) {
        let records = change.before.iter().chain([&change.after]);
        if *change.after.kind == *DOOR.id {
            self.changed.insert(change.after.id);
            // Whoever was, or is, the same as it.
            self.changed.extend(records.filter_map(|record| record.link(SAME_AS)));
        } else if *change.after.kind == *VISIT.id {
            self.changed.extend(records.filter_map(|record| visit::DOOR.of(record)));
        } else if *change.after.kind == *DOOR_LIST.id {
            // Its rules hold for all of its doors, and it seldom changes.
            self.changed.extend(self.doors.keys());
        }
    }
}

impl Doors {
    /// The doors of each street.
    pub(super) fn streets(&self) -> impl Iterator<Item = (&Id, &BTreeSet<Id>)> {
        self.streets.iter().filter(|(_, doors)| !doors.is_empty())
    }

    /// The doors of a street.
    pub(super) fn on_street(&self, street: Id) -> Vec<Id> {
        self.streets.get(&street).into_iter().flatten().copied().collect()
    }

    /// What is kept of a door.
    pub(super) fn door(&self, id: Id) -> Option<&Kept> {
        self.doors.get(&id)
    }

    /// Looks again at what has changed since it was asked for.
    pub(super) fn catch_up(&mut self, book: &Book, index: &mut Index) {
        let changed = std::mem::take(&mut self.changed);
        // Thousands of doors share a few dozen spellings of streets.
        let mut streets: HashMap<(&str, &str), Id> = HashMap::new();
        let mut done: HashSet<Id> = HashSet::new();
        for id in changed {
            for id in related(book, index, id) {
                if done.insert(id) {
                    self.look_again(book, index, id, &mut streets);
                }
            }
        }
    }

    fn look_again<'b>(
        &mut self,
        book: &'b Book,
        index: &mut Index,
        id: Id,
        streets: &mut HashMap<(&'b str, &'b str), Id>,
    ) {
        if let Some(old) = self.doors.remove(&id) {
            self.streets.entry(old.street).or_default().remove(&id);
        }
        let Some(record) = book.alive(DOOR.id, id).filter(|record| is_shown(book, record)) else { return };
        let (name, town) = (words(record, door::STREET), words(record, door::TOWN));
        let street = *streets.entry((name, town)).or_insert_with(|| street_id(name, town));
        let known = known(book, index, record);
        let kept = Kept {
            street,
            odd: leading(words(record, door::NUMBER)).map(|number| number % 2 == 1),
            visited: known.attempts > 0,
            talked: known.last.is_some_and(|last| last.outcome.key == TALKED),
            resting: known.resting,
        };
        self.streets.entry(street).or_default().insert(id);
        self.doors.insert(id, kept);
    }
}

/// The doors whose standing a change of this one may touch: itself, all that were said to be the same as it, and all
/// that it leads to.
fn related(book: &Book, index: &mut Index, id: Id) -> Vec<Id> {
    let mut related = all_same(book, index, DOOR.id, id);
    let mut at = id;
    while let Some(next) = book.record(DOOR.id, at).and_then(|record| record.link(SAME_AS)) {
        if related.contains(&next) {
            break;
        }
        related.push(next);
        at = next;
    }
    related
}
