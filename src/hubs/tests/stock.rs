//! Stock on several tablets: what is there follows from what happened, whoever heard of it first.

mod tablets;

use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::{ITEM, SHELF};
use crate::hubs::kinds::movement::{COUNT, MOVEMENT};
use crate::hubs::stock::{canonical_item, lying, movement, shelf_id, shelf_to_write};
use crate::model::testing::cases;
use crate::model::text::Message;
use crate::work::testing::*;
use proptest::prelude::*;
use std::collections::BTreeSet;
use tablets::*;

#[test]
fn what_is_there_follows_from_what_happened() {
    let tablet = tablet(1);
    let [hub, other] = HUBS;
    let [books, flyers, _] = ITEMS;
    happened(&tablet, "stocked", hub, books, 20);
    happened(&tablet, "taken", hub, books, 3);
    happened(&tablet, "returned", hub, books, 1);
    happened(&tablet, "damaged", hub, books, 1);
    carried(&tablet, hub, other, books, 5);
    carried(&tablet, hub, hub, books, 2);
    assert_eq!((there(&tablet, hub, books), there(&tablet, other, books)), (12, 5));
    count(&tablet, hub, books, 10);
    let taken = happened(&tablet, "taken", hub, books, 4);
    let account = says(&tablet, hub, books);
    assert_eq!((account.on_hand, account.last_count().unwrap().was), (6, Some(12)));
    // The number opens to the count and what came after it.
    assert_eq!(account.makes, [account.last_count().unwrap().id, taken].into());
    // Below zero is shown, never refused: something was not written down.
    happened(&tablet, "taken", hub, flyers, 2);
    assert_eq!(there(&tablet, hub, flyers), -2);
}

#[test]
fn two_tablets_counting_or_taking_at_once_neither_double_nor_lose() {
    let (a, b) = two();
    let (hub, books) = (HUBS[0], ITEMS[0]);
    happened(&a, "stocked", hub, books, 20);
    meet(&a, &b);
    // Both find two fewer: two are gone, not four.
    count(&a, hub, books, 18);
    count(&b, hub, books, 18);
    meet(&a, &b);
    assert_eq!((there(&a, hub, books), there(&b, hub, books)), (18, 18));
    // Both write down what different people took.
    happened(&a, "taken", hub, books, 2);
    happened(&b, "taken", hub, books, 2);
    meet(&a, &b);
    assert_eq!((there(&a, hub, books), there(&b, hub, books)), (14, 14));
    // One takes while the other counts, and neither knows of it.
    happened(&a, "taken", hub, books, 1);
    count(&b, hub, books, 14);
    meet(&a, &b);
    assert_eq!((there(&a, hub, books), there(&b, hub, books)), (13, 13));
    // A count that knows of everything settles it.
    count(&b, hub, books, 12);
    meet(&a, &b);
    assert_eq!((there(&a, hub, books), there(&b, hub, books)), (12, 12));
}

#[test]
fn a_count_taken_back_leaves_what_was_before_it() {
    let tablet = tablet(1);
    let (hub, books) = (HUBS[0], ITEMS[0]);
    happened(&tablet, "stocked", hub, books, 20);
    count(&tablet, hub, books, 15);
    let wrong = count(&tablet, hub, books, 150);
    happened(&tablet, "taken", hub, books, 1);
    assert_eq!(there(&tablet, hub, books), 149);
    now(tablet.work.run(Command::Delete(MOVEMENT.id, wrong))).unwrap();
    assert_eq!(there(&tablet, hub, books), 14);
    // A later count still knows what the one that was taken back knew of.
    now(tablet.work.run(Command::BringBack(MOVEMENT.id, wrong))).unwrap();
    count(&tablet, hub, books, 13);
    now(tablet.work.run(Command::Delete(MOVEMENT.id, wrong))).unwrap();
    assert_eq!(there(&tablet, hub, books), 13);
}

#[test]
fn an_old_count_that_is_put_right_is_still_an_old_count() {
    let tablet = tablet(1);
    let (hub, books) = (HUBS[0], ITEMS[0]);
    happened(&tablet, "stocked", hub, books, 20);
    let old = count(&tablet, hub, books, 2);
    happened(&tablet, "taken", hub, books, 3);
    let last = count(&tablet, hub, books, 15);
    let put_right = |count: Id, amount: i64| {
        write(&tablet, (MOVEMENT.id, count, [("amount".to_owned(), Value::Number(amount as f64))].into()));
    };
    // Not so that the sum comes out the same whichever of the two holds.
    put_right(old, 19);
    assert_eq!(there(&tablet, hub, books), 15);
    put_right(last, 14);
    assert_eq!(there(&tablet, hub, books), 14);
    // Without the later one it is what there is to go by.
    now(tablet.work.run(Command::Delete(MOVEMENT.id, last))).unwrap();
    assert_eq!(there(&tablet, hub, books), 16);
}

#[test]
fn what_is_counted_to_nothing_stays_on_the_walk() {
    let tablet = tablet(1);
    let (hub, walk) = (HUBS[0], tablet.work.new_id());
    for item in ITEMS {
        happened(&tablet, "stocked", hub, item, 5);
    }
    let shown = || tablet.work.look(|book, index| crate::hubs::count::walk(book, index, hub, walk));
    let names = |walk: &crate::hubs::count::CountWalk| walk.lines.iter().map(|line| line.item).collect::<Vec<_>>();
    let before = shown();
    assert_eq!((before.lines.len(), before.left(), before.last), (3, 3, None));
    count_in(&tablet, walk, hub, before.lines[1].item, 0);
    let after = shown();
    assert_eq!((names(&after), after.left(), after.last), (names(&before), 2, Some(1)));
    assert_eq!((after.lines[1].expected, after.lines[1].found, after.difference()), (5, Some(0), -5));
    // To all but this walk it is gone.
    assert_eq!(tablet.work.look(|book, index| lying(book, index, hub)).len(), 2);
}

#[test]
fn an_item_counted_anew_in_one_walk_is_counted_once() {
    let tablet = tablet(1);
    let (hub, books) = (HUBS[0], ITEMS[0]);
    happened(&tablet, "stocked", hub, books, 20);
    let walk = tablet.work.new_id();
    let first = count_in(&tablet, walk, hub, books, 1);
    happened(&tablet, "taken", hub, books, 1);
    let again = count_in(&tablet, walk, hub, books, 17);
    assert_eq!(first, again);
    let account = says(&tablet, hub, books);
    assert_eq!((account.on_hand, account.last_count().unwrap().was), (17, Some(20)));
    // Another walk knew of this one; this one is then mended, knowing of the other.
    count(&tablet, hub, books, 16);
    count_in(&tablet, walk, hub, books, 15);
    assert_eq!(there(&tablet, hub, books), 15);
    count(&tablet, hub, books, 14);
    assert_eq!(there(&tablet, hub, books), 14);
}

#[test]
fn a_duplicate_joined_in_mid_count_loses_nothing() {
    let (a, b) = two();
    let (hub, books, twin) = (HUBS[0], ITEMS[0], ITEMS[2]);
    happened(&a, "stocked", hub, books, 20);
    happened(&a, "stocked", hub, twin, 5);
    meet(&a, &b);
    // Each pile is counted under its name on one tablet while the other joins the names.
    count(&a, hub, books, 18);
    write(&b, texts(ITEM.id, twin, &[("same_as", &books.to_string())]));
    count(&a, hub, twin, 4);
    meet(&a, &b);
    assert_eq!((there(&a, hub, books), there(&b, hub, twin)), (22, 22));
    // From now on one pile is counted, and nothing lies beside it.
    count(&b, hub, books, 21);
    meet(&a, &b);
    assert_eq!((there(&a, hub, books), there(&b, hub, books)), (21, 21));
    // Joined by mistake: each stays with what was found under its own name.
    write(&a, texts(ITEM.id, twin, &[("same_as", "")]));
    assert_eq!((there(&a, hub, books), there(&a, hub, twin)), (21, 4));
}

#[test]
fn items_lie_table_by_table() {
    let tablet = tablet(1);
    let [hub, other] = HUBS;
    let shelf = |hub: Id, item: Id, zone: &str, order: f64| {
        let mut row = texts(
            SHELF.id,
            shelf_id(hub, item),
            &[("hub", &hub.to_string()), ("item", &item.to_string()), ("zone", zone)],
        );
        row.2.insert("order".to_owned(), Value::Number(order));
        row.2.insert("minimum".to_owned(), Value::Number(3.0));
        write(&tablet, row);
    };
    shelf(hub, ITEMS[0], "board", 1.0);
    shelf(hub, ITEMS[1], "Table 1", 2.0);
    happened(&tablet, "stocked", hub, ITEMS[1], 2);
    happened(&tablet, "stocked", hub, ITEMS[2], 7);
    let rows = |hub: Id| tablet.work.look(|book, index| lying(book, index, hub));
    let said: Vec<_> = rows(hub).into_iter().map(|row| (row.name.clone(), row.on_hand, row.is_short())).collect();
    let name = |words: &str| words.to_owned();
    assert_eq!(
        said,
        [(name("Flyers"), 2, true), (name("Picture books"), 0, false), (name("Books with pictures"), 7, false)]
    );
    assert_eq!(rows(other), []);
    // An item and its duplicate are listed once, where the item has its place.
    shelf(hub, ITEMS[2], "Table 1", 1.0);
    write(&tablet, texts(ITEM.id, ITEMS[2], &[("same_as", &ITEMS[0].to_string())]));
    let rows = rows(hub);
    assert_eq!(
        rows.iter().map(|row| (row.item, row.zone.as_str(), row.on_hand)).collect::<Vec<_>>(),
        [(ITEMS[1], "Table 1", 2), (ITEMS[0], "board", 7)]
    );
    // In a circle every item is one and the same.
    write(&tablet, texts(ITEM.id, ITEMS[0], &[("same_as", &ITEMS[2].to_string())]));
    let state = tablet.work.state();
    assert_eq!(canonical_item(&state.book, ITEMS[0]), canonical_item(&state.book, ITEMS[2]));
}

/// What a tablet may do.
#[derive(Clone, Debug)]
enum Deed {
    Happen(usize, usize, usize, i64),
    Carry(usize, usize, usize, i64),
    Count(usize, usize, usize, i64),
    Join(usize, usize, usize),
    Meet(usize, usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let (tablet, hub, item, amount) = (0..3usize, 0..2usize, 0..3usize, 0..30i64);
    let at = (tablet.clone(), hub, item.clone(), amount);
    let deed = prop_oneof![
        4 => (at.clone(), 0..4usize).prop_map(|((t, h, i, n), what)| Deed::Happen(t, h, i, n * 4 + what as i64)),
        2 => at.clone().prop_map(|(t, h, i, n)| Deed::Carry(t, h, i, n)),
        4 => at.prop_map(|(t, h, i, n)| Deed::Count(t, h, i, n)),
        1 => (tablet.clone(), item.clone(), item).prop_map(|(t, one, other)| Deed::Join(t, one, other)),
        2 => (tablet.clone(), tablet).prop_map(|(a, b)| Deed::Meet(a, b)),
    ];
    prop::collection::vec(deed, 1..28)
}

/// What the ledger should say, told a second time in the plainest way: every count remembers all it knew of.
#[derive(Clone, Debug)]
struct Told {
    hub: Id,
    to: Option<Id>,
    item: Id,
    delta: i64,
    found: Option<(i64, BTreeSet<usize>)>,
}

fn expected(told: &[Told], same: &dyn Fn(Id) -> Id, hub: Id, item: Id) -> i64 {
    let of_item = |told: &Told| same(told.item) == same(item) && (told.hub == hub || told.to == Some(hub));
    let mut sum = 0;
    for name in ITEMS.into_iter().filter(|name| same(*name) == same(item)) {
        let winner = told.iter().rev().find(|at| {
            at.found.as_ref().is_some_and(|(_, knew)| {
                at.hub == hub && of_item(at) && (at.item == name || knew.iter().any(|k| told[*k].item == name))
            })
        });
        let none = BTreeSet::new();
        let knew = winner.and_then(|at| at.found.as_ref()).map_or(&none, |(_, knew)| knew);
        sum += winner.filter(|at| at.item == name).and_then(|at| at.found.as_ref()).map_or(0, |(amount, _)| *amount);
        for (at, event) in told.iter().enumerate() {
            if event.item == name && event.found.is_none() && !knew.contains(&at) {
                let sign = i64::from(event.to == Some(hub)) - i64::from(event.to.is_some() && event.hub == hub);
                sum += if event.to.is_some() { sign * event.delta } else { i64::from(event.hub == hub) * event.delta };
            }
        }
    }
    sum
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn stock_is_the_same_on_every_tablet_and_nothing_is_lost(deeds in deeds()) {
        let first = tablet(1);
        let tablets = [first, Tablet::new(2), Tablet::new(3)];
        for other in &tablets[1..] {
            other.import(&tablets[0].export()).unwrap();
        }
        let mut told: Vec<Told> = Vec::new();
        let mut heard: [BTreeSet<usize>; 3] = Default::default();
        let mut joined = BTreeSet::new();
        for (minute, deed) in deeds.iter().enumerate() {
            // The clocks go on together, so that the later count is the later one here, too.
            tablets.iter().for_each(|tablet| tablet.clock.0.set(NOON + minute as i64 * 60_000));
            match *deed {
                Deed::Happen(t, h, i, n) => {
                    let (what, sign) = [("stocked", 1), ("taken", -1), ("returned", 1), ("expired", -1)][(n % 4) as usize];
                    happened(&tablets[t], what, HUBS[h], ITEMS[i], n / 4);
                    heard[t].insert(told.len());
                    told.push(Told { hub: HUBS[h], to: None, item: ITEMS[i], delta: sign * (n / 4), found: None });
                }
                Deed::Carry(t, h, i, n) => {
                    carried(&tablets[t], HUBS[h], HUBS[1 - h], ITEMS[i], n);
                    heard[t].insert(told.len());
                    told.push(Told { hub: HUBS[h], to: Some(HUBS[1 - h]), item: ITEMS[i], delta: n, found: None });
                }
                Deed::Count(t, h, i, n) => {
                    // As on the screen: a duplicate is counted as the item it duplicates.
                    let item = canonical_item(&tablets[t].work.state().book, ITEMS[i]);
                    let same = |id| canonical_item(&tablets[t].work.state().book, id);
                    let knew = heard[t].iter().copied().filter(|at| {
                        same(told[*at].item) == item && (told[*at].hub == HUBS[h] || told[*at].to == Some(HUBS[h]))
                    });
                    let knew = knew.collect();
                    count(&tablets[t], HUBS[h], item, n);
                    heard[t].insert(told.len());
                    told.push(Told { hub: HUBS[h], to: None, item, delta: 0, found: Some((n, knew)) });
                }
                // Nobody takes a join apart and makes another of it here.
                Deed::Join(t, one, other) if one != other && joined.insert(one) => {
                    write(&tablets[t], texts(ITEM.id, ITEMS[one], &[("same_as", &ITEMS[other].to_string())]));
                }
                Deed::Meet(a, b) if a != b => {
                    meet(&tablets[a], &tablets[b]);
                    let both: BTreeSet<usize> = heard[a].union(&heard[b]).copied().collect();
                    heard[a].clone_from(&both);
                    heard[b] = both;
                }
                Deed::Join(..) | Deed::Meet(..) => {}
            }
        }
        // In whatever order they hear of each other.
        meet(&tablets[2], &tablets[0]);
        meet(&tablets[1], &tablets[2]);
        meet(&tablets[0], &tablets[1]);
        let same = |id| canonical_item(&tablets[0].work.state().book, id);
        for hub in HUBS {
            for item in ITEMS {
                let wanted = expected(&told, &same, hub, item);
                for tablet in &tablets {
                    prop_assert_eq!(there(tablet, hub, item), wanted, "{:?} at {:?}: {:?}", item, hub, told);
                }
            }
        }
        // Without counts, what was brought and not taken is somewhere.
        if told.iter().all(|event| event.found.is_none()) {
            let roots: BTreeSet<Id> = ITEMS.into_iter().map(same).collect();
            let all: i64 = HUBS.iter().flat_map(|hub| roots.iter().map(|item| there(&tablets[0], *hub, *item))).sum();
            prop_assert_eq!(all, told.iter().filter(|event| event.to.is_none()).map(|event| event.delta).sum::<i64>());
        }
    }
}

#[test]
fn an_item_whose_place_was_erased_can_be_put_there_again() {
    let (a, b) = two();
    let (hub, item) = (HUBS[0], ITEMS[0]);
    let next = |tablet: &Tablet| shelf_to_write(&tablet.work.state().book, hub, item);
    let put = |tablet: &Tablet| {
        let place = [("hub", &*hub.to_string()), ("item", &*item.to_string()), ("zone", "Board")];
        write(tablet, texts(SHELF.id, next(tablet), &place));
    };
    let zones = |tablet: &Tablet| {
        let rows = tablet.work.look(|book, index| lying(book, index, hub));
        rows.into_iter().map(|row| row.zone).collect::<Vec<_>>()
    };
    assert_eq!(next(&a), shelf_id(hub, item));
    put(&a);
    now(a.work.run(Command::Erase(SHELF.id, shelf_id(hub, item)))).unwrap();
    assert_eq!(zones(&a), Vec::<String>::new());
    meet(&a, &b);
    // Both put it back, each without knowing of the other: it is one place.
    put(&a);
    put(&b);
    meet(&a, &b);
    assert_eq!((zones(&a), zones(&b)), (vec!["Board".to_owned()], vec!["Board".to_owned()]));
}

#[test]
fn what_lies_at_a_hub_that_is_erased_goes_with_it_but_not_what_was_carried_to_another() {
    let (a, b) = two();
    let ([gone, other], [books, flyers, _]) = (HUBS, ITEMS);
    let note = |tablet: &Tablet, id: Id, words: &str| write(tablet, texts(MOVEMENT.id, id, &[("note", words)]));
    write(&a, texts(SHELF.id, shelf_id(gone, books), &[("hub", &*gone.to_string()), ("item", &*books.to_string())]));
    note(&a, happened(&a, "stocked", gone, books, 20), "the key is with Rosa");
    note(&a, carried(&a, gone, other, books, 5), "in the blue box");
    let walk = a.work.new_id();
    write(&a, texts(COUNT.id, walk, &[("hub", &*gone.to_string()), ("note", "Rosa was there")]));
    count_in(&a, walk, gone, flyers, 3);
    meet(&a, &b);
    // A colleague brings more, of which whoever erases the hub knows nothing.
    note(&b, happened(&b, "stocked", gone, flyers, 7), "Rosa again");
    let goes = a.work.look(|book, _| BY_CONSENT.goes_with(book, &HUB, gone));
    assert_eq!(goes.len(), 4, "its place, what was brought and counted, and the walk: {goes:?}");
    now(a.work.run(Command::Erase(HUB.id, gone))).unwrap();
    a.import(&b.export()).unwrap();
    assert!(!String::from_utf8_lossy(&a.export()).contains("Rosa again"));
    meet(&a, &b);
    for tablet in [&a, &b] {
        let stored = String::from_utf8_lossy(&tablet.export()).into_owned();
        assert!(!stored.contains("Rosa"));
        assert!(stored.contains("in the blue box"));
        assert_eq!(there(tablet, other, books), 5);
    }
    // Nothing can be written down there any more, and what was carried goes with the last of its hubs.
    let late = movement(a.work.new_id(), "stocked", gone, books, 1, hand(&a));
    now(a.work.run(Command::Write { label: Message::same("Late"), rows: vec![late] })).unwrap_err();
    now(b.work.run(Command::Erase(HUB.id, other))).unwrap();
    assert!(!String::from_utf8_lossy(&b.export()).contains("blue box"));
}
