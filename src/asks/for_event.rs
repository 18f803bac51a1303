//! What partners gave the library for an event: asks for it that were agreed to, and thanks for what nobody had asked in
//! so many words, such as the room of whoever hosted it.

use super::ask::{ASK, THEY_ASK, YES, fields as ask};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::joins::linking_to_all;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::partners::PARTNER;
use chrono::NaiveDate;

/// What a partner gave for an event, as somebody says who owes thanks for it.
#[derive(Clone, Debug)]
pub struct Gave<'a> {
    /// The event.
    pub event: Id,
    /// The partner.
    pub partner: Id,
    /// What for, in words.
    pub what: &'a str,
    /// One of [`super::ask::FOR`], where it is one of these.
    pub kind: Option<&'static str>,
    /// On which day: that of the event.
    pub day: NaiveDate,
    /// Who of the library says so.
    pub by: Option<Id>,
    /// On which day they were thanked, if they were.
    pub thanked: Option<NaiveDate>,
}

/// What a partner, under any of its names, agreed to give for an event, in the order of identities.
pub fn agreed<'b>(book: &'b Book, index: &mut Index, event: Id, partner: Id) -> Vec<&'b Record> {
    let is_one = |record: &&Record| {
        ask::EVENT.of(record) == Some(event)
            && ask::WHO_ASKS.of(record) != Some(THEY_ASK)
            && ask::ANSWER.of(record) == Some(YES)
    };
    let asks = linking_to_all(book, index, ask::PARTNER.path(), &PARTNER, partner);
    let mut asks: Vec<&Record> = asks.into_iter().filter(is_one).collect();
    order::sort_by_key(&mut asks, |record| record.id);
    asks
}

/// What to write so that thanks for it are owed, or were said: on what they agreed to, where they did, and otherwise on an
/// ask of its own with the identity `new`. Nothing where everything is said already.
pub fn thanks(book: &Book, index: &mut Index, gave: &Gave<'_>, new: Id) -> Vec<RecordWrite> {
    let day = gave.day.to_string();
    let agreed = agreed(book, index, gave.event, gave.partner);
    let done = |record: &Record| {
        let mut values = Vec::new();
        if ask::DELIVERED_ON.of(record).is_none() {
            values.push(ask::DELIVERED_ON.is(day.as_str()));
        }
        if let Some(thanked) = gave.thanked.filter(|_| ask::THANKED_ON.of(record).is_none()) {
            values.push(ask::THANKED_ON.is(thanked.to_string()));
        }
        (!values.is_empty()).then(|| (ASK.id, record.id, order::values(values)))
    };
    if !agreed.is_empty() {
        return agreed.into_iter().filter_map(done).collect();
    }
    let mut values = vec![
        ask::PARTNER.is(gave.partner),
        ask::EVENT.is(gave.event),
        ask::WHO_ASKS.is(super::ask::WE_ASK),
        ask::WHAT.is(gave.what),
        ask::ASKED_ON.is(day.as_str()),
        ask::ANSWER.is(YES),
        ask::DELIVERED_ON.is(day.as_str()),
    ];
    values.extend(gave.kind.map(|kind| ask::KIND.is(kind)));
    values.extend(gave.by.map(|by| ask::STAFF.is(by)));
    values.extend(gave.thanked.map(|thanked| ask::THANKED_ON.is(thanked.to_string())));
    vec![(ASK.id, new, order::values(values))]
}

/// Whether thanks for everything that a partner gave for an event were said.
pub fn is_thanked(book: &Book, index: &mut Index, event: Id, partner: Id) -> bool {
    let agreed = agreed(book, index, event, partner);
    !agreed.is_empty() && agreed.into_iter().all(|record| ask::THANKED_ON.of(record).is_some())
}
