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
use crate::model::staff::STAFF;
use crate::model::value::Value;
use crate::partners::PARTNER;

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
    event::TASK.key(),
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
    for people in PEOPLE {
        for record in index.linking_to(book, people.event.path(), from) {
            rows.push((people.kind.id, new_id(), order::values(people.values_at(record, copy))));
        }
    }
    Some(rows)
}

/// Records of those who take part in an event, and go with it into a copy and into the sessions of a series.
#[derive(Clone, Copy)]
pub(super) struct People {
    /// Their kind.
    pub(super) kind: &'static Kind,
    /// Their link to the event.
    pub(super) event: LinkField,
    /// Their link to who it is.
    pub(super) who: LinkField,
    /// The kind of who it is.
    pub(super) is: &'static Kind,
    /// What belongs to one day.
    of_the_day: &'static [&'static str],
}

/// The partners of an event in their capacities, and its staff without their minutes.
pub(super) static PEOPLE: [People; 2] = [
    People { kind: &EVENT_PARTNER, event: partner::EVENT, who: partner::PARTNER, is: &PARTNER, of_the_day: &[] },
    People {
        kind: &EVENT_STAFF,
        event: staff::EVENT,
        who: staff::STAFF,
        is: &STAFF,
        of_the_day: &[staff::MINUTES.key()],
    },
];

impl People {
    /// What such a record says at another event.
    pub(super) fn values_at(self, record: &Record, event: Id) -> Vec<(&'static str, Value)> {
        let mut values = values_of(self.kind, record, self.of_the_day);
        values.retain(|(key, _)| *key != self.event.key());
        values.push(self.event.is(event));
        values
    }
}

/// What a record holds in its declared fields, but for some.
pub(super) fn values_of(kind: &'static Kind, record: &Record, but: &[&str]) -> Vec<(&'static str, Value)> {
    let fields = kind.fields().filter(|field| !but.contains(&field.key));
    let held = fields.filter_map(|field| Some((field.key, record.get(field.key)?.clone())));
    held.filter(|(_, value)| !value.is_blank()).collect()
}
