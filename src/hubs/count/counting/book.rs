//! What a count reads from the book as it begins, and what its numbers write.

use crate::hubs::count::{WALK, begin};
use crate::hubs::kinds::movement::{COUNT, MOVEMENT, count_fields, movement_fields as movement};
use crate::hubs::stock;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::text::Message;
use crate::model::typed::Typed;
use crate::work::command::Command;
use std::collections::BTreeMap;

/// The walk along a hub to continue, and the text that was typed in it, item by item. It is the `unfinished` one, or
/// one of which nothing but typed text is stored so far.
pub fn typed_before(
    typed: &BTreeMap<String, Typed>,
    book: &Book,
    hub: Id,
    unfinished: Option<Id>,
) -> (Option<Id>, BTreeMap<Id, String>) {
    let of_hub = hub.to_string();
    let here = |typed: &&Typed| {
        typed
            .of
            .as_ref()
            .is_some_and(|of| of.kind == COUNT.id && of.fields.get(count_fields::HUB.key()) == Some(&of_hub))
    };
    let kept: Vec<(Id, Id, &str)> = typed
        .values()
        .filter(here)
        .filter_map(|typed| {
            let of = typed.of.as_ref()?;
            Some((of.id, of.fields.get(movement::ITEM.key())?.parse().ok()?, &*typed.text))
        })
        .collect();
    // Text that was typed in a walk that was finished or deleted does not belong to this one.
    let begun = |count: &Id| book.record(COUNT.id, *count).is_some();
    let count = unfinished.or_else(|| kept.iter().map(|(count, ..)| *count).find(|count| !begun(count)));
    let of_count = kept.into_iter().filter(|(of, ..)| Some(*of) == count);
    (count, of_count.map(|(_, item, text)| (item, text.to_owned())).collect())
}

/// What [`super::CountAct::Keep`] writes. The first number of a walk begins it.
pub fn command(
    book: &Book,
    index: &mut Index,
    (hub, count): (Id, Id),
    (item, amount): (Id, Option<i64>),
    (author, label): (Author, Message),
) -> Command {
    let Some(amount) = amount else { return Command::Delete(MOVEMENT.id, stock::counted_id(count, item)) };
    let row = stock::found(book, index, hub, item, count, amount, author);
    let begins = book.alive(COUNT.id, count).is_none().then(|| begin(WALK, count, hub, author));
    Command::Write { label, rows: begins.into_iter().chain([row]).collect() }
}
