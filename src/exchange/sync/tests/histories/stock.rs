//! Two hubs and three items, between which things go.

use super::player::Player;
use super::*;
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::movement::MOVEMENT;
use crate::hubs::stock::{account, canonical_item, found, movement};
use crate::model::author::Author;

pub(super) const HUBS: [Id; 2] = [Id(0x11), Id(0x12)];
pub(super) const ITEMS: [Id; 3] = [Id(0x21), Id(0x22), Id(0x23)];

/// Notes the hubs and items, of which all have heard before they part.
pub(super) fn begin(player: &Player) {
    let named =
        |kind: &'static str, id: Id| (kind, id, [("name".to_owned(), Value::text(format!("{kind} {id}")))].into());
    let hubs = HUBS.into_iter().map(|hub| named(HUB.id, hub));
    assert!(player.write(hubs.chain(ITEMS.into_iter().map(|item| named(ITEM.id, item))).collect()));
}

fn hand(player: &Player) -> Author {
    Author { by: None, now: player.tablet.work.now() }
}

/// Notes that so many more are there, or fewer. Gives the movement, unless the hub is not known here.
pub(super) fn brought(player: &Player, hub: Id, item: Id, by: i64) -> Option<Id> {
    let id = player.tablet.work.new_id();
    let what = if by < 0 { "taken" } else { "stocked" };
    player.write(vec![movement(id, what, hub, item, by.abs(), hand(player))]).then_some(id)
}

/// Notes that some were carried to the other hub.
pub(super) fn carried(player: &Player, from: Id, to: Id, item: Id, amount: i64) -> Option<Id> {
    let id = player.tablet.work.new_id();
    let mut row = movement(id, "moved", from, item, amount, hand(player));
    row.2.insert("to".to_owned(), Value::link(to));
    player.write(vec![row]).then_some(id)
}

/// Notes that so many were found.
pub(super) fn counted(player: &Player, hub: Id, item: Id, amount: i64) -> Option<Id> {
    let walk = player.tablet.work.new_id();
    let item = canonical_item(&player.tablet.work.state().book, item);
    let hand = hand(player);
    let row = player.tablet.work.look(|book, index| found(book, index, hub, item, walk, amount, hand));
    let id = row.1;
    player.write(vec![row]).then_some(id)
}

/// How many there are of each item at each hub.
pub(super) fn there(player: &Player) -> BTreeMap<(Id, Id), i64> {
    let at = |hub: Id, item: Id| player.tablet.work.look(|book, index| account(book, index, hub, item)).on_hand;
    HUBS.into_iter().flat_map(|hub| ITEMS.map(|item| ((hub, item), at(hub, item)))).collect()
}

/// What must be somewhere, where nobody has counted: all that was brought, less what was taken. None where somebody has.
pub(super) fn brought_in_all(player: &Player) -> Option<i64> {
    let state = player.tablet.work.state();
    let mut sum = 0;
    for one in state.book.living(MOVEMENT.id) {
        let Some(Value::Number(amount)) = one.get("amount") else { continue };
        let amount = *amount as i64;
        sum += match one.text("what") {
            Some("stocked") => amount,
            Some("taken") => -amount,
            Some("counted") => return None,
            _ => 0,
        };
    }
    Some(sum)
}

/// How many there are in all: each item once, under the name it is counted by.
pub(super) fn in_all(player: &Player) -> i64 {
    let there = there(player);
    let state = player.tablet.work.state();
    let items: BTreeSet<Id> = ITEMS.into_iter().map(|item| canonical_item(&state.book, item)).collect();
    HUBS.into_iter().flat_map(|hub| items.iter().map(move |item| (hub, *item))).map(|at| there[&at]).sum()
}
