//! Events as entries of other calendars. Only what may be told to anyone goes along: no notes, and nobody’s name.

use super::kinds::choices::{CANCELED, PLANNED};
use super::kinds::event::{EVENT, fields as event};
use crate::formats::ics::{Entry, Status, When, uid};
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::order::sort_by;
use crate::model::record::Record;
use crate::model::show::{address_line, show};
use crate::model::text::Lang;
use crate::model::value::Value;
use chrono::NaiveDate;

/// The second from which changes are counted: calendars take no number that needs more than 31 bits.
const SINCE_S: i64 = 1_577_836_800;

/// The events that begin on these days, both included, as entries. `title_of` tells what a linked record is called.
pub fn entries(
    book: &Book,
    from: NaiveDate,
    to: NaiveDate,
    lang: Lang,
    title_of: &dyn Fn(&str, Id) -> Option<String>,
) -> Vec<Entry> {
    let begins = |record: &Record| event::WHEN.of(record).and_then(date::day_of);
    let events = book.living(EVENT.id).filter(|record| begins(record).is_some_and(|day| (from..=to).contains(&day)));
    let mut entries: Vec<Entry> = events.filter_map(|record| entry(record, lang, title_of)).collect();
    sort_by(&mut entries, |one, other| (one.starts, &one.uid).cmp(&(other.starts, &other.uid)));
    entries
}

/// An event as an entry; none where it has no date.
pub fn entry(record: &Record, lang: Lang, title_of: &dyn Fn(&str, Id) -> Option<String>) -> Option<Entry> {
    let at = |stored: &str| date::moment(stored).map(|moment| When::At(moment.timestamp_millis()));
    let said = |key: &str| {
        let (field, value) = EVENT.field(key).zip(record.get(key).filter(|value| !value.is_blank()))?;
        Some(show(field, value, lang, title_of))
    };
    let hub = event::HUB.of(record).and_then(|hub| title_of("hub", hub));
    let address = record.get("address").map(address_line).filter(|line| !line.is_empty());
    let places: Vec<String> = said("location").into_iter().chain(hub).chain(address).collect();
    let lines = ["type", "audience", "description"].into_iter().filter_map(said);
    let changed_ms = i64::try_from(record.changed().ms()).unwrap_or(i64::MAX);
    Some(Entry {
        uid: uid::of(record.id),
        sequence: u64::try_from(changed_ms / 1_000 - SINCE_S).unwrap_or(0),
        changed_ms,
        starts: at(event::WHEN.of(record)?)?,
        ends: event::ENDS.of(record).and_then(at),
        title: event::NAME.of(record).unwrap_or_default().to_owned(),
        description: lines.collect::<Vec<_>>().join("\n"),
        location: places.join(", "),
        status: match record.get(event::STATUS.key()).and_then(Value::as_text) {
            Some(CANCELED) => Status::Canceled,
            Some(PLANNED) => Status::Tentative,
            _ => Status::Confirmed,
        },
    })
}
