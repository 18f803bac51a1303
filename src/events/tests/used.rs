//! What is used at events: stock is neither doubled nor lost, whoever hears of what first, and whatever becomes of the event.

use crate::events::kinds::event::EVENT;
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::movement::{MOVEMENT, STOCKED};
use crate::hubs::stock::{account, counted_id, found, lying, movement};
use crate::hubs::{typed_amount, use_up, used_at};
use crate::model::author::Author;
use crate::model::check;
use crate::model::record_write::RecordWrite;
use crate::model::testing::cases;
use crate::model::text::Message;
use crate::work::testing::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

const HUBS: [Id; 2] = [Id(0x11), Id(0x12)];
const ITEMS: [Id; 2] = [Id(0x21), Id(0x22)];
const EVENTS: [Id; 2] = [Id(0x31), Id(0x32)];

fn write(tablet: &Tablet, row: RecordWrite) -> u64 {
    let command = Command::Write { label: Message::same("written"), rows: vec![row] };
    now(tablet.work.run(command)).unwrap().step.unwrap()
}

fn named(kind: &'static str, id: Id, name: &str) -> RecordWrite {
    (kind, id, [("name".to_owned(), Value::text(name))].into())
}

fn tablet(seed: u64) -> Tablet {
    let tablet = Tablet::new(seed);
    for (at, id) in HUBS.into_iter().enumerate() {
        write(&tablet, named(HUB.id, id, ["Natchaug", "Storeroom"][at]));
    }
    for (at, id) in ITEMS.into_iter().enumerate() {
        write(&tablet, named(ITEM.id, id, ["Picture books", "Flyers"][at]));
    }
    for (at, id) in EVENTS.into_iter().enumerate() {
        write(&tablet, named(EVENT.id, id, ["Fair", "Storytime"][at]));
    }
    tablet
}

fn hand(tablet: &Tablet) -> Author {
    Author { by: None, now: tablet.work.now() }
}

fn stocked(tablet: &Tablet, hub: Id, item: Id, amount: i64) {
    write(tablet, movement(tablet.work.new_id(), STOCKED, hub, item, amount, hand(tablet)));
}

/// The movement, and the step that takes it back.
fn use_at(tablet: &Tablet, place: (Id, Id), amount: i64, event: Id) -> (Id, u64) {
    let id = tablet.work.new_id();
    (id, write(tablet, use_up(id, place, amount, event, hand(tablet))))
}

fn there(tablet: &Tablet, hub: Id, item: Id) -> i64 {
    tablet.work.look(|book, index| account(book, index, hub, item)).on_hand
}

/// The same, as the hub’s page and its lists have it.
fn listed(tablet: &Tablet, hub: Id, item: Id) -> i64 {
    let rows = tablet.work.look(|book, index| lying(book, index, hub));
    rows.iter().find(|row| row.item == item).map_or(0, |row| row.on_hand)
}

fn meet(a: &Tablet, b: &Tablet) {
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
}

fn said(tablet: &Tablet, event: Id) -> Vec<(String, i64)> {
    let used = tablet.work.look(|book, index| used_at(book, index, event));
    used.into_iter().map(|used| (used.name, used.amount)).collect()
}

#[test]
fn what_is_used_at_an_event_is_taken_off_its_hub_and_comes_back_when_it_is_taken_back() {
    let tablet = tablet(1);
    let ([hub, store], [books, flyers]) = (HUBS, ITEMS);
    stocked(&tablet, hub, books, 20);
    stocked(&tablet, store, flyers, 100);
    let (_, step) = use_at(&tablet, (store, flyers), 40, EVENTS[0]);
    use_at(&tablet, (hub, books), 3, EVENTS[0]);
    use_at(&tablet, (store, flyers), 5, EVENTS[1]);
    assert_eq!((there(&tablet, hub, books), there(&tablet, store, flyers)), (17, 55));
    assert_eq!(said(&tablet, EVENTS[0]), [("Flyers".into(), 40), ("Picture books".into(), 3)]);
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert_eq!((there(&tablet, store, flyers), listed(&tablet, store, flyers)), (95, 95));
    assert_eq!(said(&tablet, EVENTS[0]), [("Picture books".into(), 3)]);
    // Whoever deletes the event gives nothing back: it is gone from the shelf.
    now(tablet.work.run(Command::Delete(EVENT.id, EVENTS[0]))).unwrap();
    assert_eq!(there(&tablet, hub, books), 17);
    now(tablet.work.run(Command::Erase(EVENT.id, EVENTS[0]))).unwrap();
    assert_eq!((there(&tablet, hub, books), listed(&tablet, hub, books)), (17, 17));
}

#[test]
fn a_count_knows_of_what_was_used_before_it_and_not_of_what_is_heard_of_later() {
    let (a, b) = (tablet(1), Tablet::new(2));
    let (hub, books) = (HUBS[0], ITEMS[0]);
    stocked(&a, hub, books, 20);
    b.import(&a.export()).unwrap();
    use_at(&a, (hub, books), 4, EVENTS[0]);
    let walk = a.work.new_id();
    write(&a, a.work.look(|book, index| found(book, index, hub, books, walk, 15, hand(&a))));
    let counted = a.work.look(|book, index| account(book, index, hub, books));
    assert_eq!((counted.on_hand, counted.last_count().map(|count| count.id)), (15, Some(counted_id(walk, books))));
    assert_eq!(counted.last_count().and_then(|count| count.was), Some(16));
    // The other tablet was at another table meanwhile.
    use_at(&b, (hub, books), 2, EVENTS[0]);
    meet(&a, &b);
    assert_eq!((there(&a, hub, books), there(&b, hub, books)), (13, 13));
}

#[test]
fn a_movement_that_was_used_passes_its_own_form_and_odd_amounts_are_told() {
    let tablet = tablet(1);
    let (id, _) = use_at(&tablet, (HUBS[0], ITEMS[0]), 7, EVENTS[0]);
    let state = tablet.work.state();
    let record = state.book.alive(MOVEMENT.id, id).unwrap();
    assert_eq!(check::check(&MOVEMENT, MOVEMENT.fields(), |key| record.get(key)), vec![]);
    for typed in ["−3", "-3", "1000000000", "some"] {
        assert!(typed_amount(typed).is_err(), "{typed}");
    }
    assert_eq!(typed_amount("0"), Ok(None), "by nothing nothing is written down");
}

/// What somebody may do.
#[derive(Clone, Debug)]
enum Deed {
    Stock(usize, usize, usize, i64),
    Use(usize, usize, usize, i64, usize),
    Undo(usize),
    TakeBack(usize, usize),
    DropEvent(usize, usize),
    Meet(usize, usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let (tablet, one, amount) = (0..2usize, 0..2usize, 0..30i64);
    let at = (tablet.clone(), one.clone(), one.clone(), amount);
    let deed = prop_oneof![
        3 => at.clone().prop_map(|(t, h, i, n)| Deed::Stock(t, h, i, n)),
        5 => (at, one.clone()).prop_map(|((t, h, i, n), e)| Deed::Use(t, h, i, n, e)),
        1 => tablet.clone().prop_map(Deed::Undo),
        1 => (tablet.clone(), 0..20usize).prop_map(|(t, k)| Deed::TakeBack(t, k)),
        1 => (tablet.clone(), one).prop_map(|(t, e)| Deed::DropEvent(t, e)),
        2 => (tablet.clone(), tablet).prop_map(|(a, b)| Deed::Meet(a, b)),
    ];
    prop::collection::vec(deed, 1..30)
}

proptest! {
    #![proptest_config(cases(48))]

    /// What was brought and not used is there, on every tablet; and what is missing is what events say they used.
    #[test]
    fn stock_is_conserved(deeds in deeds()) {
        let first = tablet(1);
        let tablets = [first, Tablet::new(2)];
        tablets[1].import(&tablets[0].export()).unwrap();
        let mut brought = Vec::new();
        let mut all: Vec<(Id, usize, usize, i64, usize)> = Vec::new();
        let (mut back, mut latest) = (BTreeSet::new(), [None, None]);
        for deed in deeds {
            match deed {
                Deed::Stock(t, h, i, n) => {
                    stocked(&tablets[t], HUBS[h], ITEMS[i], n);
                    brought.push((h, i, n));
                }
                Deed::Use(t, h, i, n, e) => {
                    let (id, step) = use_at(&tablets[t], (HUBS[h], ITEMS[i]), n, EVENTS[e]);
                    all.push((id, h, i, n, e));
                    latest[t] = Some((id, step));
                }
                Deed::Undo(t) => if let Some((id, step)) = latest[t].take() && !back.contains(&id) {
                    now(tablets[t].work.run(Command::Undo(step))).unwrap();
                    back.insert(id);
                },
                Deed::TakeBack(t, k) => {
                    let known = all.get(k).map(|used| used.0);
                    let known = known.filter(|id| tablets[t].work.state().book.alive(MOVEMENT.id, *id).is_some());
                    if let Some(id) = known {
                        now(tablets[t].work.run(Command::Delete(MOVEMENT.id, id))).unwrap();
                        back.insert(id);
                    }
                }
                Deed::DropEvent(t, e) => if tablets[t].work.state().book.alive(EVENT.id, EVENTS[e]).is_some() {
                    now(tablets[t].work.run(Command::Delete(EVENT.id, EVENTS[e]))).unwrap();
                },
                Deed::Meet(a, b) if a != b => meet(&tablets[a], &tablets[b]),
                Deed::Meet(..) => {}
            }
        }
        meet(&tablets[1], &tablets[0]);
        all.retain(|(id, ..)| !back.contains(id));
        for (at, tablet) in tablets.iter().enumerate() {
            for (h, hub) in HUBS.into_iter().enumerate() {
                for (i, item) in ITEMS.into_iter().enumerate() {
                    let in_all: i64 = brought.iter().filter(|(of, what, _)| (*of, *what) == (h, i)).map(|(.., n)| n).sum();
                    let used = all.iter().filter(|(_, of, what, ..)| (*of, *what) == (h, i));
                    let left = in_all - used.map(|(.., n, _)| n).sum::<i64>();
                    prop_assert_eq!(there(tablet, hub, item), left, "tablet {}, hub {}, item {}", at, h, i);
                    prop_assert_eq!(listed(tablet, hub, item), left, "listed: {}, {}, {}", at, h, i);
                }
            }
            for (e, event) in EVENTS.into_iter().enumerate() {
                let wanted: i64 = all.iter().filter(|(.., of)| *of == e).map(|(.., n, _)| n).sum();
                prop_assert_eq!(said(tablet, event).iter().map(|(_, n)| n).sum::<i64>(), wanted);
            }
        }
    }
}
