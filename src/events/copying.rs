//! An event is copied: everything that is true of the next one as well, and nothing of the day.

use super::kinds::choices::PLANNED;
use super::kinds::event::{EVENT, fields as event};
use super::kinds::event_partner::{EVENT_PARTNER, fields as partner};
use super::kinds::event_staff::{EVENT_STAFF, fields as staff};
use crate::model::book::Book;
use crate::model::handle::LinkField;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;

/// What belongs to one day, and is not copied.
pub(super) const OF_THE_DAY: &[&str] = &[
    event::WHEN.key(),
    event::ENDS.key(),
    event::STATUS.key(),
    event::PARTICIPANTS.key(),
    event::KNOWN_BY.key(),
    event::ONLINE.key(),
    // A reason against the rule is given for one event.
    event::COUNT_AS.key(),
    event::WHY_OTHERWISE.key(),
    event::SERIES.key(),
    event::WENT_WELL.key(),
    event::NEXT_STEP.key(),
    event::NEXT_DATE.key(),
    event::NEXT_DONE.key(),
];

/// What to write for a copy of an event: the event, planned and without a date or numbers, its partners in their
/// capacities, and its staff without their minutes. `None` if the event is not there.
pub fn copied(
    book: &Book,
    index: &mut Index,
    from: Id,
    copy: Id,
    new_id: &mut dyn FnMut() -> Id,
) -> Option<Vec<RecordWrite>> {
    let original = book.alive(EVENT.id, from)?;
    let mut own = values_of(&EVENT, original, OF_THE_DAY);
    own.push(event::STATUS.is(PLANNED));
    let mut rows = vec![(EVENT.id, copy, order::values(own))];
    let mut also = |kind: &'static Kind, link: LinkField, but: &[&str]| {
        for record in index.linking_to(book, link.path(), from) {
            let mut values = values_of(kind, record, but);
            values.retain(|(key, _)| *key != link.key());
            values.push(link.is(copy));
            rows.push((kind.id, new_id(), order::values(values)));
        }
    };
    also(&EVENT_PARTNER, partner::EVENT, &[]);
    also(&EVENT_STAFF, staff::EVENT, &[staff::MINUTES.key()]);
    Some(rows)
}

/// What a record holds in its declared fields, but for some.
pub(super) fn values_of(kind: &'static Kind, record: &Record, but: &[&str]) -> Vec<(&'static str, Value)> {
    let fields = kind.fields().filter(|field| !but.contains(&field.key));
    let held = fields.filter_map(|field| Some((field.key, record.get(field.key)?.clone())));
    held.filter(|(_, value)| !value.is_blank()).collect()
}
