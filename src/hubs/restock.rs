//! What to bring to a hub the next time, and why.
//!
//! People take things without telling anyone, so how much is used shows in what counts find missing, and in what was
//! written down as taken. The latest weeks weigh most. Where a table was found empty, people would have taken more.

use super::kinds::hub::{HUB, fields as hub};
use super::kinds::movement::{MOVEMENT, TAKEN, movement_fields as movement};
use super::stock::{Account, OnHand, accounts, canonical_item, lying};
use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::work::head::Identity;
use crate::work::tap;
use chrono::NaiveDate;

/// Days to the next visit, where nobody said when it is.
pub const USUAL_DAYS: i64 = 14;
/// What was used this many days ago counts half as much as what is used today.
const HALF_AFTER_DAYS: f64 = 28.0;
/// The factor by which more would have been used where the table was found empty.
const EMPTY_MEANS_MORE: f64 = 1.3;
/// How far above the expected use a table is filled, in standard deviations.
const SAFETY: f64 = 1.3;

/// What to bring of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct RestockLine {
    /// How much of the item there is at the hub, and where.
    pub lying: OnHand,
    /// How many to bring, in whole packs.
    pub bring: i64,
    /// How many are used in a week, as far as is known.
    pub per_week: f64,
    /// How many there should be after the visit.
    pub target: i64,
    /// Whether use asks for more than the par level.
    pub for_use: bool,
}

/// What to bring to a hub.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// The items to bring, table by table.
    pub lines: Vec<RestockLine>,
    /// How long it must last.
    pub days: i64,
}

/// What to bring to a hub, so that it lasts from the next visit to the one after it: as long again as until then, or
/// two weeks where no visit is planned.
pub fn list(book: &Book, index: &mut Index, hub: Id, now: Now) -> List {
    let today = now.today();
    let next = book.alive(HUB.id, hub).and_then(|hub| date::day(hub::NEXT_VISIT.of(hub)?));
    let days = next.map(|next| (next - today).num_days()).filter(|days| *days > 0).unwrap_or(USUAL_DAYS);
    let accounts = accounts(book, index, hub);
    let line = |lying: OnHand| {
        let daily = accounts.get(&lying.item).map_or(0.0, |account| use_per_day(account, today));
        plan(lying, daily, days)
    };
    let lines = lying(book, index, hub).into_iter().map(line).filter(|line| line.bring > 0).collect();
    List { lines, days }
}

/// What to bring of one item that is used up at this rate.
fn plan(lying: OnHand, daily: f64, days: i64) -> RestockLine {
    #[expect(clippy::cast_precision_loss, reason = "days and pieces are small")]
    let expected = daily * days as f64;
    #[expect(clippy::cast_possible_truncation, reason = "a use is at most what was ever brought")]
    let for_days = (expected + SAFETY * expected.sqrt()).ceil().min(1e6) as i64;
    let wished = lying.par.unwrap_or(0).max(lying.minimum.unwrap_or(0));
    let target = wished.max(for_days);
    let missing = target - lying.on_hand.max(0);
    let packs = (missing.max(0) + lying.pack - 1) / lying.pack;
    RestockLine { bring: packs * lying.pack, per_week: daily * 7.0, target, for_use: for_days > wished, lying }
}

/// The identity of the movement that a tick on a line of the list makes. It follows from the line as the person saw it,
/// so that the same tick twice adds the stock once.
pub fn brought_id(book: &Book, me: &Identity, hub: Id, lying: &OnHand) -> Id {
    let last = lying.last.map(|stamp| stamp.to_string()).unwrap_or_default();
    let item = lying.item;
    tap::identity(book, me, MOVEMENT.id, &format!("{hub} {item} {last}"), |record| {
        let of_item = movement::ITEM.of(record);
        movement::HUB.of(record) == Some(hub) && of_item.is_some_and(|id| canonical_item(book, id) == item)
    })
}

/// How many are used in a week, as it is shown: nobody counts in tenths beyond two.
pub fn say_week(week: f64) -> String {
    if week < 2.0 { format!("{week:.1}") } else { format!("{week:.0}") }
}

/// How many are used in a day, by what counts found missing and what was written down as taken.
pub fn use_per_day(account: &Account, today: NaiveDate) -> f64 {
    // A movement dated in the future has happened by now.
    let day = |when: &str| date::day_of(when).unwrap_or(today).min(today);
    let (mut used, mut watched) = (0.0, 0.0);
    let Some(mut since) = account.events.iter().map(|event| day(&event.when)).min() else { return 0.0 };
    let mut taken = 0;
    let mut note = |amount: i64, from: NaiveDate, to: NaiveDate, empty: bool| {
        #[expect(clippy::cast_precision_loss, reason = "days and pieces are small")]
        let (amount, days, age) =
            (amount as f64, (to - from).num_days().max(0) as f64, (today - to).num_days().max(0) as f64);
        let weight = 0.5_f64.powf(age / HALF_AFTER_DAYS);
        used += amount * weight * if empty { EMPTY_MEANS_MORE } else { 1.0 };
        watched += days * weight;
    };
    for event in &account.events {
        let at = day(&event.when).max(since);
        if event.what == TAKEN {
            taken += event.amount;
        } else if event.counts() {
            let missing = (event.was.unwrap_or(event.amount) - event.amount).max(0);
            note(taken + missing, since, at, event.amount == 0);
            (taken, since) = (0, at);
        }
    }
    // Since the last count only what was written down is known.
    if taken > 0 {
        note(taken, since, today, false);
    }
    // Less than a day says nothing about a rate.
    if watched < 0.5 { 0.0 } else { used / watched }
}
