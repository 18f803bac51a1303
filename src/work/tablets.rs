//! What the tablets of the team are called: a record for each, under an identity that every tablet knows.

use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::id::{DeviceId, Id};
use crate::model::tablet::{TABLET, fields as tablet};

/// The identity of a tablet’s record. It follows from the device, whichever of its lives it writes as.
pub fn tablet_id(dev: DeviceId) -> Id {
    derived_id(&format!("tablet {dev}"))
}

/// What a tablet is called, once somebody has given it a name.
pub fn tablet_name(book: &Book, dev: DeviceId) -> Option<&str> {
    let record = book.alive(TABLET.id, tablet_id(dev))?;
    tablet::NAME.of(record).map(str::trim).filter(|name| !name.is_empty())
}

/// The day since which a tablet is lost or out of use, if it is.
pub fn lost_on(book: &Book, dev: DeviceId) -> Option<&str> {
    tablet::LOST_ON.of(book.alive(TABLET.id, tablet_id(dev))?).filter(|day| !day.is_empty())
}
