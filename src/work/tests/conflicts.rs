//! Where two tablets wrote different things: found in one list, with who wrote what, and settled.

use super::*;
use crate::canvass::kinds::visit::VISIT;
use crate::model::testing::cases;
use crate::work::conflicts::{self, Conflict, ConflictSide};
use proptest::prelude::*;

fn listed(tablet: &Tablet) -> Vec<Conflict> {
    let user = tablet.work.state().actor;
    tablet.work.look(|book, index| conflicts::conflicts(book, index, user))
}

fn sides(tablet: &Tablet, conflict: &Conflict) -> Vec<ConflictSide> {
    let state = tablet.work.state();
    conflicts::sides(state.book.alive(conflict.kind, conflict.id).unwrap(), &conflict.field)
}

fn said(tablet: &Tablet, conflict: &Conflict) -> Vec<String> {
    sides(tablet, conflict).iter().map(|side| side.value.as_text().unwrap_or_default().to_owned()).collect()
}

fn settle(tablet: &Tablet, conflict: &Conflict, keep: &str) -> u64 {
    let Conflict { kind, id, field } = conflict.clone();
    now(tablet.work.run(Command::Settle { kind, id, field, keep: Value::text(keep) })).unwrap().step.unwrap()
}

/// Two tablets that know the same partner, and then each call it something else.
fn apart() -> (Tablet, Tablet, Id) {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let id = a.partner("Kitchen");
    b.import(&a.export()).unwrap();
    let [ana, jo] = [(&a, "Ana"), (&b, "Jo")].map(|(tablet, name)| {
        let staff = tablet.work.new_id();
        let draft = tablet.draft("staff", staff, &[("name", name)]);
        now(tablet.work.run(Command::Finish(draft))).unwrap();
        now(tablet.work.set_actor(Some(staff))).unwrap();
        staff
    });
    assert_ne!(ana, jo);
    a.save(id, &[("name", "Soup Kitchen")]);
    b.clock.0.set(NOON + 60_000);
    b.save(id, &[("name", "Food Kitchen")]);
    (a, b, id)
}

#[test]
fn a_conflict_is_listed_with_both_values_and_who_wrote_them_when_until_it_is_settled() {
    let (a, b, id) = apart();
    assert_eq!(listed(&a), []);
    a.import(&b.export()).unwrap();
    let all = listed(&a);
    assert_eq!(all, [Conflict { kind: "partner", id, field: "name".into() }]);
    assert_eq!((conflicts::notes(&all), said(&a, &all[0])), (1, vec!["Food Kitchen".into(), "Soup Kitchen".into()]));
    let written = now(a.work.writers(&all)).unwrap();
    let who: Vec<_> = sides(&a, &all[0]).iter().map(|side| written[&side.stamp].clone()).collect();
    let name =
        |id: Option<Id>| a.work.state().book.alive("staff", id.unwrap()).unwrap().text("name").unwrap().to_owned();
    assert_eq!([name(who[0].by), name(who[1].by)], ["Jo", "Ana"]);
    assert!(who[0].wall > who[1].wall, "{who:?}");
    // The list is the same when it is made anew.
    assert_eq!(listed(&a.reopened()), all);
    let step = settle(&a, &all[0], "Soup Kitchen");
    assert_eq!((listed(&a), a.name(id).as_deref()), (vec![], Some("Soup Kitchen")));
    now(a.work.run(Command::Undo(step))).unwrap();
    assert_eq!((listed(&a), a.name(id).as_deref()), (vec![], Some("Food Kitchen")), "both were seen");
    b.import(&a.export()).unwrap();
    assert_eq!(listed(&b), []);
}

#[test]
fn what_was_deleted_or_is_only_the_apps_own_is_not_asked_about() {
    let (a, b, id) = apart();
    a.import(&b.export()).unwrap();
    let step = now(a.work.run(Command::Delete("partner", id))).unwrap().step.unwrap();
    assert_eq!(listed(&a), []);
    now(a.work.run(Command::Undo(step))).unwrap();
    assert_eq!(listed(&a).len(), 1);
    now(a.work.run(Command::Erase("partner", id))).unwrap();
    assert_eq!(listed(&a), []);
}

#[test]
fn what_is_kept_for_somebody_else_or_not_agreed_to_is_not_asked_about() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let [visit, ana, jo] = [(); 3].map(|()| a.work.new_id());
    let values =
        |values: &[(&str, Value)]| values.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let write = |tablet: &Tablet, fields: &[(&str, Value)]| {
        let rows = vec![(VISIT.id, visit, values(fields))];
        now(tablet.work.run(Command::Write { label: crate::model::text::Message::same("Test"), rows })).unwrap();
    };
    let staff = Value::text(ana.to_string());
    let agreed =
        [("consent", true.into()), ("seen_by", Value::text("one")), ("staff", staff), ("phone", Value::text("1"))];
    write(&a, &agreed);
    b.import(&a.export()).unwrap();
    write(&a, &[("phone", Value::text("860 555 0101")), ("given", Value::text("A flyer"))]);
    write(&b, &[("phone", Value::text("860 555 0102")), ("given", Value::text("A card"))]);
    a.import(&b.export()).unwrap();
    let fields = |user: Option<Id>| {
        let all = a.work.look(|book, index| conflicts::conflicts(book, index, user));
        all.into_iter().map(|conflict| conflict.field).collect::<Vec<_>>()
    };
    assert_eq!(fields(Some(ana)).len(), 2);
    assert_eq!([fields(Some(jo)), fields(None)], [["given"], ["given"]]);
    // Nobody is asked for a number that must not be kept.
    write(&a, &[("consent", false.into()), ("phone", Value::Null)]);
    write(&b, &[("phone", Value::text("860 555 0103"))]);
    a.import(&b.export()).unwrap();
    assert!(!fields(Some(ana)).contains(&"phone".to_owned()), "{:?}", fields(Some(ana)));
}

proptest! {
    #![proptest_config(cases(40))]
    #[test]
    fn the_list_that_is_kept_up_is_that_of_a_fresh_look(
        deeds in prop::collection::vec((0usize..2, 0usize..3, 0usize..6, 0usize..4), 1..24)
    ) {
        let tablets = [Tablet::new(1), Tablet::new(2)];
        let partners = tablets[0].partners(3);
        tablets[1].import(&tablets[0].export()).unwrap();
        tablets.iter().for_each(|tablet| drop(listed(tablet)));
        for (on, partner, deed, word) in deeds {
            let (tablet, other) = (&tablets[on], &tablets[1 - on]);
            let id = partners[partner];
            match deed {
                0 | 1 => drop(tablet.save(id, &[(["name", "notes"][deed], ["a", "b", "c", "d"][word])])),
                2 => drop(now(tablet.work.run(Command::Delete("partner", id)))),
                3 | 4 => drop(tablet.import(&other.export()).unwrap()),
                _ => drop(listed(tablet).first().map(|conflict| settle(tablet, conflict, "e"))),
            }
            let fresh = conflicts::conflicts(&tablet.work.state().book, &mut Default::default(), None);
            prop_assert_eq!(listed(tablet), fresh);
        }
    }
}
