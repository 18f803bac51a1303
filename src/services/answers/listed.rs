//! Services as they stand, whatever anybody asked: what a card that is handed over and a directory on paper are made of.
//! What is not offered, and what nobody could verify twice, is not among them.

use super::entry::{Entry, Place};
use super::{Answer, Directory, Fit};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::services::hours::{Clock, Hours, standing};
use crate::services::needs::KNOWN;

/// A service at one of its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The same as an answer has it.
    pub answer: Answer,
    /// The hours there.
    pub hours: Hours,
    /// The needs it helps with, by their keys, in the order of the list of needs.
    pub needs: Vec<&'static str>,
    /// A need of the team's own list.
    pub own_need: Option<Id>,
}

impl Listed {
    fn of(entry: &Entry, place: &Place, clock: &Clock) -> Listed {
        let known = KNOWN.iter().enumerate().filter(|(at, _)| entry.needs.contains(at));
        Listed {
            answer: Answer {
                service: entry.id,
                site: place.site,
                standing: standing(&place.hours, entry.verified.map(|verified| verified.day), clock),
                without_car: place.without_car,
                verified: entry.verified,
                fit: Fit::default(),
            },
            hours: place.hours.clone(),
            needs: known.map(|(_, need)| need.key).collect(),
            own_need: entry.own_need,
        }
    }
}

/// All services at all of their places, in no order.
pub fn listed(book: &Book, index: &mut Index, clock: &Clock) -> Vec<Listed> {
    index.kept_up(book, |directory: &mut Directory, _| {
        let entries = directory.told_of(book);
        entries.flat_map(|entry| entry.places.iter().map(|place| Listed::of(entry, place, clock))).collect()
    })
}

/// A service at one of its places.
pub fn listed_at(book: &Book, index: &mut Index, service: Id, site: Option<Id>, clock: &Clock) -> Option<Listed> {
    index.kept_up(book, |directory: &mut Directory, _| {
        let entry = directory.entry(book, service).filter(|entry| entry.offered && !entry.hidden)?;
        let place = entry.places.iter().find(|place| place.site == site)?;
        Some(Listed::of(entry, place, clock))
    })
}

/// A service at its own place, also where it is in no answer: for those who offer it.
pub fn as_it_stands(book: &Book, index: &mut Index, service: Id, clock: &Clock) -> Option<Listed> {
    index.kept_up(book, |directory: &mut Directory, _| {
        let entry = directory.entry(book, service)?;
        Some(Listed::of(entry, entry.places.first()?, clock))
    })
}
