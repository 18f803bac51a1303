//! What an event is known by in calendars, and here.

use crate::log::hash::derived_id;
use crate::model::id::Id;

/// What stands behind the identity of a record, so that it is told from those of others.
const OURS: &str = "@porchlight";

/// What a record is known by in calendars.
pub fn of(id: Id) -> String {
    format!("{id}{OURS}")
}

/// What one day of a series is known by.
pub(super) fn of_day(uid: &str, day: &str) -> String {
    format!("{uid} {day}")
}

/// The identity of the record of an event: its own, where the calendar is ours, and otherwise one that every tablet derives
/// alike.
pub fn id(uid: &str) -> Id {
    let ours = uid.strip_suffix(OURS).and_then(|id| id.parse().ok());
    ours.unwrap_or_else(|| derived_id(&format!("event {uid}")))
}
