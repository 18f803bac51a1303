//! Where two tablets wrote different things: found in one list, with who wrote what, and settled.

use super::*;
use crate::canvass::kinds::visit::VISIT;
use crate::model::record::{Key, Slot};
use crate::model::testing::cases;
use crate::work::conflicts::both::both;
use crate::work::conflicts::rule::Rule;
use crate::work::conflicts::{self, Conflict, ConflictSide};
use proptest::prelude::*;
use std::collections::BTreeSet;

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
    // Taken back, people disagree again, and it is still known who wrote what, and when.
    now(a.work.run(Command::Undo(step))).unwrap();
    assert_eq!((listed(&a), said(&a, &all[0])), (all.clone(), vec!["Food Kitchen".into(), "Soup Kitchen".into()]));
    let again = now(a.work.writers(&all)).unwrap();
    let who_again: Vec<_> = sides(&a, &all[0]).iter().map(|side| again[&side.stamp].clone()).collect();
    assert_eq!(who_again, who);
    b.import(&a.export()).unwrap();
    assert_eq!((listed(&b), said(&b, &all[0])), (all.clone(), said(&a, &all[0])));
    let step = settle(&b, &all[0], "Soup Kitchen");
    a.import(&b.export()).unwrap();
    assert_eq!((listed(&a), a.name(id).as_deref()), (vec![], Some("Soup Kitchen")));
    // Nor is anybody else taken for its writer when it is taken back a second time.
    now(b.work.run(Command::Undo(step))).unwrap();
    let again = now(b.work.writers(&all)).unwrap();
    assert_eq!(sides(&b, &all[0]).iter().map(|side| again[&side.stamp].clone()).collect::<Vec<_>>(), who);
}

#[test]
fn a_rule_settles_what_it_tells_of_as_one_step_and_leaves_the_rest() {
    let (a, b, id) = apart();
    let third = Tablet::new(3);
    third.import(&a.export()).unwrap();
    b.save(id, &[("notes", "Ring twice")]);
    third.save(id, &[("notes", "Ask for Kim")]);
    a.import(&b.export()).unwrap();
    a.import(&third.export()).unwrap();
    let all = listed(&a);
    assert_eq!(all.iter().map(|conflict| &*conflict.field).collect::<BTreeSet<_>>(), ["name", "notes"].into());
    // Both notes were written elsewhere: of them the second rule says nothing.
    let ours = now(a.work.by_rule(Rule::Ours, &all)).unwrap();
    assert_eq!(
        ours.iter().map(|one| (&*one.conflict.field, one.keep.as_text())).collect::<Vec<_>>(),
        [("name", Some("Soup Kitchen"))]
    );
    let done = now(a.work.run(Command::SettleAll(ours.clone().into()))).unwrap();
    assert_eq!(done.label.say(Lang::En), "1 conflict decided");
    assert_eq!(listed(&a).iter().map(|conflict| &*conflict.field).collect::<Vec<_>>(), ["notes"]);
    now(a.work.run(Command::Undo(done.step.unwrap()))).unwrap();
    assert_eq!(now(a.work.by_rule(Rule::Ours, &listed(&a))).unwrap(), ours, "what was ours is ours");
    let newer = now(a.work.by_rule(Rule::Newer, &all)).unwrap();
    let done = now(a.work.run(Command::SettleAll(newer.clone().into()))).unwrap();
    assert_eq!(
        (done.label.say(Lang::En), listed(&a), a.name(id).as_deref()),
        ("2 conflicts decided".into(), vec![], Some("Food Kitchen"))
    );
    // What is settled already is not settled again.
    assert!(now(a.work.run(Command::SettleAll(newer.into()))).is_err());
}

#[test]
fn both_texts_can_be_kept_as_one() {
    let (a, b, id) = apart();
    a.save(id, &[("notes", "Open daily\nAsk for Kim"), ("main_contact", "Kim"), ("contact_phone", "860 555 0101")]);
    b.clock.0.set(NOON + 120_000);
    b.save(id, &[("notes", "Open daily\nRing twice"), ("main_contact", "Kim Li"), ("contact_phone", "860 555 0102")]);
    let both_on = |tablet: &Tablet, key: &str| {
        let state = tablet.work.state();
        both(PARTNER.field(key).unwrap(), state.book.alive("partner", id).unwrap())
    };
    assert_eq!(both_on(&a, "notes"), None, "nobody disagrees");
    a.import(&b.export()).unwrap();
    b.import(&a.export()).unwrap();
    for tablet in [&a, &b] {
        assert_eq!(both_on(tablet, "name"), Some(Value::text("Soup Kitchen / Food Kitchen")));
        assert_eq!(both_on(tablet, "notes"), Some(Value::text("Open daily\nAsk for Kim\nRing twice")));
        // One says what the other says; and two numbers are not one.
        assert_eq!(["main_contact", "contact_phone"].map(|key| both_on(tablet, key)), [None, None]);
    }
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
    #[test]
    fn a_rule_changes_what_it_says_and_nothing_else_and_undo_brings_the_conflicts_back(
        deeds in prop::collection::vec((0usize..3, 0usize..3, 0usize..6, 0usize..4), 4..30),
        newer in any::<bool>(),
    ) {
        let tablets = [Tablet::new(1), Tablet::new(2), Tablet::new(3)];
        let partners = tablets[0].partners(3);
        tablets[1..].iter().for_each(|tablet| assert!(tablet.import(&tablets[0].export()).unwrap().is_some()));
        for (on, partner, deed, word) in deeds {
            let (tablet, other, id) = (&tablets[on], &tablets[(on + 1) % 3], partners[partner]);
            match deed {
                0..4 => drop(tablet.save(id, &[(["name", "notes", "offers", "name"][deed], ["a", "b", "c", "d"][word])])),
                _ => drop(tablet.import(&other.export()).unwrap()),
            }
        }
        let a = &tablets[0];
        let all = listed(a);
        let rule = if newer { Rule::Newer } else { Rule::Ours };
        let settlements = now(a.work.by_rule(rule, &all)).unwrap();
        prop_assert!(!newer || settlements.len() == all.len());
        if !settlements.is_empty() {
            let before = told(a);
            let done = now(a.work.run(Command::SettleAll(settlements.clone().into()))).unwrap();
            let settled: BTreeSet<_> = settlements.iter().map(|one| (one.conflict.id, one.conflict.field.clone())).collect();
            let left = all.iter().filter(|one| !settled.contains(&(one.id, one.field.clone()))).cloned().collect::<Vec<_>>();
            prop_assert_eq!(listed(a), left);
            let kept = settlements.iter().map(|one| ((one.conflict.id, one.conflict.field.clone()), vec![one.keep.clone()]));
            let mut wanted = before.clone();
            wanted.extend(kept);
            prop_assert_eq!(told(a), wanted);
            now(a.work.run(Command::Undo(done.step.unwrap()))).unwrap();
            prop_assert_eq!(told(a), before);
            prop_assert_eq!(listed(a).into_iter().map(|one| (one.id, one.field)).collect::<BTreeSet<_>>(), all.iter().map(|one| (one.id, one.field.clone())).collect());
            let again = now(a.work.by_rule(rule, &all)).unwrap();
            prop_assert_eq!(again, settlements);
        }
        // All tablets see the same in the end, of what was settled and taken back, too.
        for _ in 0..2 {
            for (one, other) in [(0, 1), (1, 2), (2, 0)] {
                tablets[one].import(&tablets[other].export()).unwrap();
            }
        }
        prop_assert_eq!(tablets[1].hash(), a.hash());
        prop_assert_eq!(tablets[2].hash(), a.hash());
    }
}

/// What every field of every partner holds, then what lost unseen, the latest first.
fn told(tablet: &Tablet) -> BTreeMap<(Id, String), Vec<Value>> {
    let state = tablet.work.state();
    let values = |record: &Record| {
        let field = |(key, slot): (&Key, &Slot)| {
            let others = conflicts::sides(record, key).into_iter().skip(1).map(|side| side.value);
            ((record.id, key.to_string()), [slot.value.clone()].into_iter().chain(others).collect())
        };
        record.slots().map(field).collect::<Vec<_>>()
    };
    state.book.living("partner").flat_map(|record| values(record)).collect()
}
