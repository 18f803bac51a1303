//! Doors that may be one: which they are, and what to write once a person has decided.
//!
//! A door's identity follows from its address, so one door comes in twice where one list leaves out the suffix, the
//! town or the ZIP code, or where somebody has put an address right by hand. Nothing is ever joined by itself: to take
//! two doors for one is to take the wishes of some for those of others.

use super::doors::addresses_of;
use super::kinds::door::{DOOR, fields as door};
use super::standing::{avoided, same_doors, shown_doors, visits};
use crate::model::address::{Address, Likeness, alike};
use crate::model::book::Book;
use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::same_as;

/// The sentences of this module.
pub mod words {
    crate::words! {
        JOINED = "{door}: merged into one door", "{door}: unidas en una sola puerta";
        KEPT_APART = "{door}: different doors", "{door}: puertas distintas";
    }
}

/// Two doors that may be one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The door that should be the canonical one of the two: one on a street, then a single house, then the one with the fuller
    /// address, then with more visits, then the first by identity, so that every tablet proposes the same.
    pub keep: Id,
    /// The door that should be said to be the same as it.
    pub other: Id,
    /// How sure it is by their addresses: never [`Likeness::Different`].
    pub likeness: Likeness,
    /// What is known of the two, in that order.
    pub known: [KnownDoors; 2],
}

/// What a person needs to know of a door to decide whether it is another, too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KnownDoors {
    /// The whole address, as it was compared.
    pub address: String,
    /// The address as it stands in the list or was entered, with every remark: “12 Main, green house”.
    pub written: String,
    /// How often somebody knocked, at doors already said to be the same, too.
    pub visits: usize,
    /// Whether those behind it, or behind one said to be the same, do not want to be contacted.
    pub do_not_contact: bool,
}

/// The first of the pairs that nobody has decided on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// The first of them.
    pub pairs: Vec<Pair>,
    /// How many more there are.
    pub more: usize,
}

/// The pairs of doors that may be one and that nobody has decided on, along the streets of the doors to keep; at most
/// so many.
///
/// Only doors that are shown are proposed, never aliases of another. What was said of
/// one of them, that it is *not* some third door, holds for its canonical door.
pub fn pairs(book: &Book, index: &mut Index, most: usize) -> Pairs {
    let doors: Vec<&Record> = shown_doors(book).collect();
    let addresses = addresses_of(&doors);
    let apart = same_as::apart(book, DOOR.id, book.living(DOOR.id).map(|door| &**door));
    let mut open = alike(&addresses);
    open.retain(|(a, b, _)| !apart.contains(&same_as::both(doors[*a].id, doors[*b].id)));
    let mut knocks = |at: usize| {
        let same = same_doors(book, index, doors[at].id);
        visits(book, index, &same).len()
    };
    for (keep, other, _) in &mut open {
        let [own, its] = [*keep, *other].map(|at| fullness(doors[at], &addresses[at]));
        // Visits are counted only where they decide.
        let order = its.cmp(&own).then_with(|| knocks(*other).cmp(&knocks(*keep)));
        if order.then(doors[*keep].id.cmp(&doors[*other].id)).is_gt() {
            std::mem::swap(keep, other);
        }
    }
    order::sort_by_key(&mut open, |(keep, other, _)| (addresses[*keep].walk(), doors[*keep].id, doors[*other].id));
    let more = open.len().saturating_sub(most);
    open.truncate(most);
    let pair = |(keep, other, likeness): (usize, usize, Likeness)| Pair {
        keep: doors[keep].id,
        other: doors[other].id,
        likeness,
        known: [keep, other].map(|at| known(book, index, doors[at], &addresses[at])),
    };
    Pairs { pairs: open.into_iter().map(pair).collect(), more }
}

/// What to write so that two doors are one from now on. Nothing if they are already, or if one was deleted: writing to
/// it would restore it.
pub fn join(book: &Book, keep: Id, other: Id) -> Option<RecordWrite> {
    same_as::join(book, DOOR.id, keep, other)
}

/// What to write so that nobody is asked again whether two doors are one. Nothing for a door and itself, or if one was
/// deleted: writing to it would restore it.
pub fn keep_apart(book: &Book, one: Id, other: Id) -> Option<RecordWrite> {
    same_as::keep_apart(book, DOOR.id, one, other)
}

/// How full the address of a door is: whether it is on a street, as a canonical door must be; whether it is one house
/// and not a row of them, or all of “12-16” would become aliases of one door in the end; then how many it has of town,
/// ZIP code, and the suffix of its street.
fn fullness(record: &Record, address: &Address) -> (bool, bool, usize) {
    let has = |field: TextField| record.get(field.key()).is_some_and(|value| !value.is_blank());
    let parts = [has(door::TOWN), has(door::ZIP), address.street.suffix.is_some()];
    let one_house = address.number.as_ref().is_none_or(|number| number.through().is_none());
    (has(door::STREET), one_house, parts.into_iter().filter(|has| *has).count())
}

fn known(book: &Book, index: &mut Index, record: &Record, address: &Address) -> KnownDoors {
    let doors = same_doors(book, index, record.id);
    let mut written = [door::ORIGINAL, door::ADDRESS].into_iter().filter_map(|field| field.of(record));
    let written = written.find(|text| !text.is_empty());
    KnownDoors {
        address: address.to_string(),
        written: written.unwrap_or_default().to_owned(),
        visits: visits(book, index, &doors).len(),
        do_not_contact: avoided(book, &doors),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::words::ALL), Vec::<String>::new());
    }
}
