//! How the hubs are: whether each is kept up to date and relevant. (Seed 000, Next Steps.)

use crate::app::board::board;
use crate::app::stock::{accounts, lying};
use crate::domain::book::Book;
use crate::domain::date::{self, Now};
use crate::domain::fold::fold;
use crate::domain::id::Id;
use crate::domain::index::Index;
use crate::domain::order;
use crate::domain::record::Record;
use crate::domain::show;
use crate::kinds::KINDS;
use crate::kinds::hub::HUB;
use crate::kinds::hub_visit::HUB_VISIT;
use crate::kinds::item::ITEM;
use crate::kinds::movement::{COUNT, TAKEN};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// After so many days without anybody there, a hub is no longer known to be in order.
pub const STALE_AFTER_DAYS: i64 = 30;
/// How many weeks a report looks back.
pub const WEEKS: u64 = 12;

/// How a hub is.
#[derive(Clone, Debug, PartialEq)]
pub struct Health {
    /// The hub.
    pub hub: Id,
    /// What it is called.
    pub name: String,
    /// When somebody of the library was there last.
    pub visited: Option<NaiveDate>,
    /// When it was counted last.
    pub counted: Option<NaiveDate>,
    /// How many items are under their minimum.
    pub short: usize,
    /// How many items have less than nothing: something was not written down.
    pub owed: usize,
    /// How many postings are to be taken down.
    pub stale: usize,
}

impl Health {
    /// How many days ago somebody was there; nothing where nobody ever was.
    pub fn days_alone(&self, today: NaiveDate) -> Option<i64> {
        self.visited.max(self.counted).map(|last| (today - last).num_days())
    }

    /// Whether somebody should look after it.
    pub fn wants_care(&self, today: NaiveDate) -> bool {
        let alone = self.days_alone(today).is_none_or(|days| days > STALE_AFTER_DAYS);
        alone || self.short + self.owed + self.stale > 0
    }
}

/// How every hub is, those with most to do first.
pub fn health(book: &Book, index: &mut Index, today: NaiveDate) -> Vec<Health> {
    let hubs: Vec<(Id, String)> =
        book.records(HUB.id).filter(|hub| hub.is_alive()).map(|hub| (hub.id, show::title(&HUB, hub))).collect();
    let mut all: Vec<Health> = hubs.into_iter().map(|(hub, name)| of_hub(book, index, hub, name, today)).collect();
    order::sort_by(&mut all, |a, b| {
        let todo = |health: &Health| health.short + health.owed + health.stale;
        todo(b).cmp(&todo(a)).then_with(|| (a.visited, fold(&a.name), a.hub).cmp(&(b.visited, fold(&b.name), b.hub)))
    });
    all
}

fn of_hub(book: &Book, index: &mut Index, hub: Id, name: String, today: NaiveDate) -> Health {
    let day = |record: &&Record| record.text("when").and_then(date::day_of);
    let visited = index.linking_to(book, KINDS, (HUB_VISIT.id, "hub"), hub).iter().filter_map(day).max();
    let counted = index.linking_to(book, KINDS, (COUNT.id, "hub"), hub).iter().filter_map(day).max();
    let rows = lying(book, index, hub);
    Health {
        visited,
        counted,
        short: rows.iter().filter(|row| row.on_hand >= 0 && row.is_short()).count(),
        owed: rows.iter().filter(|row| row.on_hand < 0).count(),
        stale: board(book, index, hub, today).stale(),
        hub,
        name,
    }
}

/// What people took from the hubs in the last twelve weeks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Use {
    /// By item, what went most first.
    pub items: Vec<(String, usize)>,
    /// By the week that begins on this day, from the first to the present one; weeks in which nothing went stand, too.
    pub weeks: Vec<(NaiveDate, usize)>,
}

/// What people took from the hubs lately: what was written down, and what counts found missing, in the week in which
/// they did.
pub fn use_of_hubs(book: &Book, index: &mut Index, now: Now) -> Use {
    let today = now.today();
    let monday = |day: NaiveDate| {
        day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
    };
    let this_week = monday(today);
    let first = this_week.checked_sub_days(Days::new(7 * (WEEKS - 1))).unwrap_or(this_week);
    let (mut items, mut weeks) = (BTreeMap::<Id, usize>::new(), BTreeMap::<NaiveDate, usize>::new());
    let hubs: Vec<Id> = book.records(HUB.id).filter(|hub| hub.is_alive()).map(|hub| hub.id).collect();
    for hub in hubs {
        for (item, account) in accounts(book, index, hub) {
            for event in &account.events {
                let went = match event.was {
                    Some(was) if event.counts() => was - event.amount,
                    _ if event.what == TAKEN => event.amount,
                    _ => 0,
                };
                let Some(day) = date::day_of(&event.when).map(|day| day.min(today)).filter(|day| *day >= first) else {
                    continue;
                };
                if let Ok(went) = usize::try_from(went)
                    && went > 0
                {
                    *items.entry(item).or_default() += went;
                    *weeks.entry(monday(day)).or_default() += went;
                }
            }
        }
    }
    let name = |item: Id| book.alive(ITEM.id, item).map(|record| show::title(&ITEM, record)).unwrap_or_default();
    let mut items: Vec<(String, usize)> = items.into_iter().map(|(item, went)| (name(item), went)).collect();
    order::sort_by(&mut items, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    // From the first week in which anything went.
    let began = weeks.keys().next().copied().unwrap_or(this_week);
    let none = weeks.is_empty();
    let row = (0..WEEKS).filter_map(|week| first.checked_add_days(Days::new(7 * week)));
    let row = row.filter(|week| !none && *week >= began);
    let weeks = row.map(|week| (week, weeks.get(&week).copied().unwrap_or(0))).collect();
    Use { items, weeks }
}
