//! A new hub that begins as a copy of another.

use super::writing::shelf_id;
use crate::hubs::kinds::hub::{HUB, fields as hub};
use crate::hubs::kinds::item::{SHELF, shelf_fields as shelf};
use crate::hubs::kinds::posting::{POSTING, fields as posting};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use std::collections::BTreeMap;

/// What to write so that a new hub begins as a copy of another: its tables, what lies where and how much of it there
/// should be, and what always hangs on its board. No stock, no people, no dates.
pub fn cloned(
    book: &Book,
    index: &mut Index,
    hub: Id,
    copy: Id,
    name: &str,
    new_id: &mut dyn FnMut() -> Id,
) -> Vec<RecordWrite> {
    let taken_over = |record: &Record, keys: &[&str]| -> BTreeMap<String, Value> {
        let kept = keys.iter().filter_map(|key| Some(((*key).to_owned(), record.get(key)?.clone())));
        order::map(kept.filter(|(_, value)| !value.is_blank()))
    };
    let Some(old) = book.alive(HUB.id, hub) else { return Vec::new() };
    let mut values = taken_over(old, &[hub::ZONES.key(), hub::LANGUAGES.key()]);
    values.extend(order::values([hub::NAME.is(name)]));
    let mut rows = vec![(HUB.id, copy, values)];
    for shelf in index.linking_to(book, shelf::HUB.path(), hub) {
        let Some(item) = shelf::ITEM.of(shelf) else { continue };
        let kept = [shelf::ITEM.key(), shelf::ZONE.key(), shelf::PAR.key(), shelf::MINIMUM.key(), shelf::ORDER.key()];
        let mut values = taken_over(shelf, &kept);
        values.extend(order::values([shelf::HUB.is(copy)]));
        rows.push((SHELF.id, shelf_id(copy, item), values));
    }
    let planned = |posting: &&Record| posting::PLANNED.of(posting);
    for posting in index.linking_to(book, posting::HUB.path(), hub).into_iter().filter(planned) {
        let kept = [
            posting::TITLE.key(),
            posting::WHAT.key(),
            posting::ZONE.key(),
            posting::LANGUAGES.key(),
            posting::PLANNED.key(),
        ];
        let mut values = taken_over(posting, &kept);
        // It belongs there, and nobody has put it up yet.
        values.extend(order::values([posting::HUB.is(copy), posting::DOWN.is(true)]));
        rows.push((POSTING.id, new_id(), values));
    }
    rows
}
