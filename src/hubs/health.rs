//! How the hubs are: whether each is kept up to date and relevant. (Seed 000, Next Steps.)

use super::board::board;
use super::kinds::hub::HUB;
use super::kinds::hub_visit::fields as hub_visit;
use super::kinds::item::ITEM;
use super::kinds::movement::count_fields;
use super::stock::{Stock, Wanting, wanting};
use crate::model::book::Book;
use crate::model::field::LatestOf;
use crate::model::fold::fold;
use crate::model::handle::{LinkField, TextField};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::{order, show};
use crate::work::job::{Cancelled, Job};
use crate::work::workspace::Workspace;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

/// After so many days without anybody there, a hub is no longer known to be in order.
pub const STALE_AFTER_DAYS: i64 = 30;
/// How many weeks a report looks back.
pub const WEEKS: u64 = 12;
/// How many movements are sorted in before the screen gets a turn.
const AT_ONCE: usize = 10_000;

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
    /// How many items have less than zero: some movement was not written down.
    pub owed: usize,
    /// How many items nobody has counted yet.
    pub unknown: usize,
    /// How many postings are to be taken down.
    pub stale: usize,
}

impl Health {
    /// How many days ago somebody was there; nothing where nobody ever was.
    pub fn days_alone(&self, today: NaiveDate) -> Option<i64> {
        self.visited.max(self.counted).map(|last| (today - last).num_days())
    }

    /// How much there is to do.
    fn todo(&self) -> usize {
        self.short + self.owed + self.unknown + self.stale
    }

    /// Whether somebody should look after it.
    pub fn wants_care(&self, today: NaiveDate) -> bool {
        let alone = self.days_alone(today).is_none_or(|days| days > STALE_AFTER_DAYS);
        alone || self.todo() > 0
    }
}

/// How every hub is, those with most to do first. Years of movements take a moment, so the screen gets a turn between
/// two hubs.
///
/// # Errors
/// If the job was cancelled.
pub async fn health(work: &Workspace, job: &Job) -> Result<Vec<Health>, Cancelled> {
    prepare(work, job).await?;
    let (hubs, today) = (hubs(&work.state().book), work.now().today());
    let mut all = Vec::new();
    for (done, hub) in hubs.iter().enumerate() {
        all.push(work.look(|book, index| of_hub(book, index, *hub, today)));
        job.step(done + 1, hubs.len()).await?;
    }
    order::sort_by(&mut all, |a, b| {
        b.todo().cmp(&a.todo()).then_with(|| (a.visited, fold(&a.name), a.hub).cmp(&(b.visited, fold(&b.name), b.hub)))
    });
    Ok(all)
}

/// Sorts in what happened at the hubs, with breaks.
async fn prepare(work: &Workspace, job: &Job) -> Result<(), Cancelled> {
    loop {
        let left = work.look(|book, index| index.prepare::<Stock>(book, AT_ONCE));
        if left == 0 {
            return Ok(());
        }
        job.step(0, left).await?;
    }
}

fn hubs(book: &Book) -> Vec<Id> {
    book.living(HUB.id).map(|hub| hub.id).collect()
}

/// How one hub is.
pub fn of_hub(book: &Book, index: &mut Index, hub: Id, today: NaiveDate) -> Health {
    let mut latest = |link: LinkField, when: TextField| {
        let (kind, link) = link.path();
        index.latest(book, LatestOf { kind, link, date: when.key() }, hub)
    };
    let visited = latest(hub_visit::HUB, hub_visit::WHEN);
    let counted = latest(count_fields::HUB, count_fields::WHEN);
    let Wanting { short, owed, unknown } = wanting(book, index, hub);
    Health {
        visited,
        counted,
        short,
        owed,
        unknown,
        stale: board(book, index, hub, today).stale(),
        hub,
        name: book.alive(HUB.id, hub).map(|hub| show::title(&HUB, hub)).unwrap_or_default(),
    }
}

/// What people took from the hubs in the last twelve weeks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Use {
    /// By item, the one taken most often first.
    pub items: Vec<(String, usize)>,
    /// By the week that begins on this day, from the first to the present one; weeks in which nothing was taken
    /// are included.
    pub weeks: Vec<(NaiveDate, usize)>,
}

/// What people took from the hubs lately: what was written down, and what counts found missing, in the week in which
/// they did. The screen gets a turn between two hubs.
///
/// # Errors
/// If the job was cancelled.
pub async fn use_of_hubs(work: &Workspace, job: &Job) -> Result<Use, Cancelled> {
    prepare(work, job).await?;
    let (hubs, mut went) = (hubs(&work.state().book), Went::until(work.now().today()));
    for (done, hub) in hubs.iter().enumerate() {
        work.look(|book, index| went.add(book, index, *hub));
        job.step(done + 1, hubs.len()).await?;
    }
    Ok(went.told(&work.state().book))
}

/// What people took, while it is being counted.
#[derive(Clone, Debug)]
pub struct Went {
    today: NaiveDate,
    items: BTreeMap<Id, usize>,
    weeks: BTreeMap<NaiveDate, usize>,
}

impl Went {
    /// Nothing yet, of the twelve weeks that end with this day.
    pub fn until(today: NaiveDate) -> Went {
        Went { today, items: BTreeMap::new(), weeks: BTreeMap::new() }
    }

    /// The Mondays of the weeks, the first one first.
    fn mondays(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let this = monday(self.today);
        (0..WEEKS).rev().filter_map(move |back| this.checked_sub_days(Days::new(7 * back)))
    }

    /// Adds what was taken from a hub.
    pub fn add(&mut self, book: &Book, index: &mut Index, hub: Id) {
        let first = self.mondays().next().unwrap_or(self.today);
        index.kept_up(book, |stock: &mut Stock, _| {
            for (item, day, went) in stock.went(book, hub, first) {
                *self.items.entry(item).or_default() += went;
                // A movement dated in the future has happened by now.
                *self.weeks.entry(monday(day.min(self.today))).or_default() += went;
            }
        });
    }

    /// The sums, by the names of the items and in order.
    pub fn told(self, book: &Book) -> Use {
        let name = |item: Id| book.alive(ITEM.id, item).map(|record| show::title(&ITEM, record)).unwrap_or_default();
        let mut items: Vec<(String, usize)> = self.items.iter().map(|(item, went)| (name(*item), *went)).collect();
        order::sort_by(&mut items, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        // From the first week in which anything was taken.
        let weeks = self.mondays().skip_while(|week| !self.weeks.contains_key(week));
        let weeks = weeks.map(|week| (week, self.weeks.get(&week).copied().unwrap_or(0))).collect();
        Use { items, weeks }
    }
}

/// The Monday of the week of a day.
fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}
