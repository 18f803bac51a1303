//! The sums of the annual survey, and beside them what the library counts and the survey does not.

use super::rules::Rules;
use super::{Counts, Where, came, online, standing};
use crate::model::handle::HoldsValues;
use std::collections::BTreeMap;

/// The age groups with the numbers that their sessions and attendance have in the survey, in its order.
pub const GROUPS: [(&str, u16, u16); 5] = [
    ("ages_0_5", 601, 611),
    ("ages_6_11", 602, 612),
    ("ages_12_18", 603, 613),
    ("ages_19", 604, 614),
    ("all_ages", 605, 615),
];
/// The same of where sessions are held.
pub const PLACES: [(Where, u16, u16); 3] =
    [(Where::OnSite, 606, 616), (Where::OffSite, 607, 617), (Where::Virtual, 608, 618)];

/// Events and those who took part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many events.
    pub events: u64,
    /// How many took part, of those where it is known.
    pub people: i64,
    /// Of how many events nobody knows how many took part.
    pub unknown: u64,
}

impl Sum {
    /// Adds an event with so many, if that is known.
    pub fn add(&mut self, came: Option<i64>) {
        self.events += 1;
        match came {
            Some(people) => self.people += people,
            None => self.unknown += 1,
        }
    }
}

/// What a number of events add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Sessions that were held, by age group; under `None` those that say no group.
    pub by_group: BTreeMap<Option<String>, Sum>,
    /// The same sessions by where they were; under `None` those that do not say.
    pub by_place: BTreeMap<Option<Where>, Sum>,
    /// Every session.
    pub sessions: Sum,
    /// Recordings, which count by their views.
    pub recordings: Sum,
    /// Outreach that the survey does not count.
    pub outreach: Sum,
    /// Events of which it is not known yet what they count as.
    pub open: Sum,
}

/// What the events among these that were held add up to. A hybrid session is one, where it was held in person; its people
/// are counted where they were.
pub fn totals<'v, V: HoldsValues + ?Sized + 'v>(rules: &Rules, events: impl IntoIterator<Item = &'v V>) -> Totals {
    let mut totals = Totals::default();
    for event in events {
        let standing = standing(rules, event);
        let came = came(event);
        if !standing.held {
            continue;
        }
        match standing.counts {
            Some(Counts::Session) => {
                totals.sessions.add(came);
                totals.by_group.entry(standing.group).or_default().add(came);
                let online = online(event);
                let place = totals.by_place.entry(standing.place).or_default();
                place.add(came.map(|came| came - online));
                if online > 0 {
                    totals.by_place.entry(Some(Where::Virtual)).or_default().people += online;
                }
            }
            Some(Counts::Views) => totals.recordings.add(came),
            Some(Counts::Outreach) => totals.outreach.add(came),
            Some(Counts::Nothing) => {}
            None => totals.open.add(came),
        }
    }
    totals
}
