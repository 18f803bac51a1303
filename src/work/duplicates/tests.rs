//! Pairs that may be one are found alike on every tablet, and what was decided of them meets without losing a word.

use super::*;
use crate::model::joins;
use crate::model::likely_same::Common;
use crate::model::record::Record;
use crate::model::same_as::{SAME_AS, canonical};
use crate::model::testing::cases;
use crate::model::text::Message;
use crate::work::testing::*;
use proptest::prelude::*;

fn found(tablet: &Tablet) -> Vec<Pair> {
    let pairs = now(tablet.work.duplicates(&Job::quiet())).unwrap();
    tablet.work.look(|book, index| undecided(book, index, &pairs))
}

fn write(tablet: &Tablet, rows: Vec<RecordWrite>) -> Option<u64> {
    if rows.is_empty() {
        return None;
    }
    now(tablet.work.run(Command::Write { label: Message::same("Test"), rows })).unwrap().step
}

fn decide(tablet: &Tablet, pair: &Pair, same: bool) -> Option<u64> {
    let row = {
        let state = tablet.work.state();
        if same { join(&state.book, pair) } else { keep_apart(&state.book, pair) }
    };
    write(tablet, row.into_iter().collect())
}

fn part(tablet: &Tablet, id: Id) {
    let rows = same_as::take_apart(&tablet.work.state().book, PARTNER.id, id);
    write(tablet, rows);
}

fn shown(tablet: &Tablet) -> Vec<Id> {
    tablet.work.look(|book, index| query::run(book, index, &PARTNER, &Query::default()))
}

#[test]
fn what_bears_one_name_or_is_reached_alike_is_proposed_and_nothing_else() {
    let a = Tablet::new(1);
    let add = |values: &[(&str, &str)]| {
        let id = a.work.new_id();
        a.save(id, values);
        id
    };
    let kitchen = add(&[("name", "Covenant Soup Kitchen"), ("contact_phone", "(860) 555-0101"), ("notes", "Mondays")]);
    let the_kitchen = add(&[("name", "The Covenant Soup-Kitchen, Inc.")]);
    let by_phone = add(&[("name", "Comedor del Pacto"), ("main_contact", "Kim, 860.555.0101")]);
    let turned = add(&[("name", "Kitchen, Covenant Soup")]);
    add(&[("name", "Windham Free Press"), ("contact_phone", "860 555 0102")]);
    add(&[("name", "Natchaug Table")]);
    let pairs = found(&a);
    let named = |pair: &Pair| (pair.keep, pair.other, pair.common.clone());
    let all: Vec<_> = pairs.iter().map(named).collect();
    assert!(all.contains(&(kitchen, the_kitchen, vec![Common::Name])), "{all:?}");
    assert!(all.contains(&(kitchen, by_phone, vec![Common::Phone])), "{all:?}");
    assert!(all.contains(&(kitchen, turned, vec![Common::Words])), "{all:?}");
    assert_eq!(pairs.iter().filter(|pair| ![kitchen, the_kitchen, by_phone, turned].contains(&pair.keep)).count(), 0);
    assert_eq!(pairs.first().map(|pair| (pair.keep, pair.other)), Some((kitchen, the_kitchen)), "the likeliest first");
}

#[test]
fn a_pair_is_one_until_it_is_taken_apart_and_one_that_is_two_is_not_proposed_again() {
    let a = Tablet::new(1);
    let [one, two, three] = ["Soup Kitchen", "The Soup Kitchen", "Soup Kitchen Inc"].map(|name| a.partner(name));
    a.save(one, &[("notes", "Mondays")]);
    a.save(two, &[("notes", "Fridays"), ("offers", "Meals")]);
    let contact = a.work.new_id();
    let draft = a.draft(
        "contact",
        contact,
        &[("partner", &two.to_string()), ("when", "2026-11-20T10:00:00-05:00"), ("how", "phone")],
    );
    now(a.work.run(Command::Finish(draft))).unwrap();
    let day = |id: Id| {
        let field = PARTNER.field("last_contact").unwrap();
        a.work.look(|book, index| query::day_in(book, index, field, book.alive("partner", id).unwrap()))
    };
    let pair = |x: Id, y: Id| found(&a).into_iter().find(|pair| both(pair.keep, pair.other) == both(x, y));
    assert_eq!((found(&a).len(), day(one)), (3, None));
    let step = decide(&a, &pair(one, two).unwrap(), true).unwrap();
    let (kept, alias) = match canonical(&a.work.state().book, "partner", one) == one {
        true => (one, two),
        false => (two, one),
    };
    // One is shown for both, with what it lacks from the other, and what differs is still there.
    assert_eq!(shown(&a).len(), 2);
    assert_eq!(
        (day(kept).is_some(), a.work.look(|book, index| index.joined(book, &PARTNER).all_shown_as(kept))),
        (true, vec![kept, alias])
    );
    let together =
        a.work.look(|book, index| joins::filled(book, index, &PARTNER, book.alive("partner", kept).unwrap())).unwrap();
    assert_eq!(together.text("offers"), Some("Meals"));
    let differs = {
        let state = a.work.state();
        let [kept, alias] = [kept, alias].map(|id| state.book.alive("partner", id).unwrap().clone());
        joins::differing(&PARTNER, &kept, &alias)
    };
    assert!(differs.contains(&"name") && differs.contains(&"notes"), "{differs:?}");
    // It is found by the other’s words, once, and shown as the one.
    let by = |words: &str| {
        let query = Query { words: words.into(), ..Query::default() };
        a.work.look(|book, index| query::run(book, index, &PARTNER, &query))
    };
    assert_eq!([by("Mondays"), by("Fridays")], [vec![kept], vec![kept]]);
    // The third is proposed once, with the one that is shown; said to be another, never again.
    let left = found(&a);
    assert_eq!(left.iter().map(|pair| both(pair.keep, pair.other)).collect::<Vec<_>>(), [both(kept, three)]);
    let apart = decide(&a, &left[0], false).unwrap();
    assert_eq!(found(&a), []);
    assert_eq!(found(&a.reopened()), [], "not even after a start");
    now(a.work.run(Command::Undo(apart))).unwrap();
    assert_eq!(found(&a).len(), 1);
    now(a.work.run(Command::Undo(step))).unwrap();
    assert_eq!((shown(&a).len(), found(&a).len()), (3, 3));
    decide(&a, &pair(one, two).unwrap(), true);
    part(&a, alias);
    assert_eq!((shown(&a).len(), day(one), by("Fridays")), (3, None, vec![two]));
    // What is deleted stands for nothing.
    decide(&a, &pair(one, two).unwrap(), true);
    now(a.work.run(Command::Delete("partner", kept))).unwrap();
    assert_eq!(shown(&a), {
        let mut left = vec![alias, three];
        let titles = |id: &Id| a.name(*id).map(|name| crate::model::fold::fold(&name));
        crate::model::order::sort_by_key(&mut left, titles);
        left
    });
}

#[test]
fn many_with_one_number_are_not_compared_each_with_each() {
    let mut found = Found::default();
    let book = crate::formats::testing::book(&[]);
    assert!(book.kinds().len() > 1);
    let a = Tablet::new(1);
    for n in 0..200 {
        a.save(a.work.new_id(), &[("name", &format!("Office{n}")), ("contact_phone", "860 555 0101")]);
    }
    a.work.state().book.living("partner").for_each(|record| found.add(&PARTNER, record));
    assert_eq!(found.met().0.len(), 199);
}

/// What every partner says of itself.
fn words(tablet: &Tablet) -> BTreeMap<(Id, String), Value> {
    let own = |key: &str| key != SAME_AS && key != same_as::NOT_SAME_AS;
    let state = tablet.work.state();
    let of = |record: &Record| {
        let own = record.slots().filter(|(key, _)| own(key));
        own.map(|(key, slot)| ((record.id, key.to_string()), slot.value.clone())).collect::<Vec<_>>()
    };
    state.book.living("partner").flat_map(|record| of(record)).collect()
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn three_tablets_that_join_and_take_apart_meet_and_no_word_is_lost(
        deeds in prop::collection::vec((0usize..3, 0usize..5, 0usize..5, 0usize..7), 4..40)
    ) {
        let tablets = [1, 2, 3].map(Tablet::new);
        let names = ["Soup Kitchen", "The Soup Kitchen", "Soup Kitchen, Inc.", "Soup kitchen LLC", "Kitchen, Soup"];
        let partners = names.map(|name| tablets[0].partner(name));
        for tablet in &tablets[1..] {
            tablet.import(&tablets[0].export()).unwrap();
        }
        let mut said = 0;
        for (on, x, y, deed) in deeds {
            let (tablet, other) = (&tablets[on], &tablets[(on + 1) % 3]);
            let (one, two) = (partners[x], partners[y]);
            match deed {
                0 | 1 => {
                    let row = same_as::join(&tablet.work.state().book, "partner", one, two);
                    write(tablet, row.into_iter().collect());
                }
                2 => part(tablet, one),
                3 => {
                    let row = same_as::keep_apart(&tablet.work.state().book, "partner", one, two);
                    write(tablet, row.into_iter().collect());
                }
                4 => {
                    said += 1;
                    tablet.save(one, &[("notes", &format!("Note {said}"))]);
                }
                _ => drop(tablet.import(&other.export()).unwrap()),
            }
            // What is kept up is what a fresh look gives.
            let state_book = tablet.work.state().book.clone();
            let fresh = Index::default().joined(&state_book, &PARTNER).clone();
            prop_assert_eq!(tablet.work.look(|book, index| index.joined(book, &PARTNER)), fresh);
        }
        for _ in 0..2 {
            for (one, other) in [(0, 1), (1, 2), (2, 0)] {
                tablets[one].import(&tablets[other].export()).unwrap();
            }
        }
        prop_assert!(tablets.iter().all(|tablet| tablet.hash() == tablets[0].hash()));
        prop_assert_eq!(found(&tablets[1]), found(&tablets[0]));
        prop_assert_eq!(shown(&tablets[2]), shown(&tablets[0]));
        // However they were joined, each can be taken apart, and then stands as it was written.
        let a = &tablets[0];
        let before = words(a);
        for id in partners {
            part(a, id);
            prop_assert_eq!(canonical(&a.work.state().book, "partner", id), id);
        }
        prop_assert_eq!(words(a), before);
        prop_assert_eq!(shown(a).len(), 5);
    }
}
