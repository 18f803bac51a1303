//! One deed for many records: one step, taken back as one, and what cannot be changed stays and is said.

use super::*;
use crate::canvass::kinds::visit::VISIT;
use crate::model::field::Field;
use crate::model::order;
use crate::model::staff::STAFF;
use crate::work::command::Deed;
use crate::work::error::Refusal;
use crate::work::many::settable;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn many(kind: &'static str, ids: &[Id], deed: Deed) -> Command {
    Command::Many { kind, ids: ids.into(), deed }
}

fn status(to: &str) -> Deed {
    Deed::Set(order::values([("status", Value::text(to))]))
}

fn run(tablet: &Tablet, command: Command) -> command::Done {
    now(tablet.work.run(command)).unwrap()
}

fn text(tablet: &Tablet, id: Id, key: &str) -> Option<String> {
    tablet.work.state().book.alive("partner", id).and_then(|record| record.text(key).map(str::to_owned))
}

fn undo(tablet: &Tablet, done: command::Done) -> String {
    run(tablet, Command::Undo(done.step.expect("it can be undone"))).label.say(Lang::En)
}

#[test]
fn many_are_set_in_one_transaction_and_one_undo_sets_them_back() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(5);
    let commits = tablet.store.commits();
    let done = run(&tablet, many("partner", &ids[..3], status("active")));
    assert_eq!(tablet.store.commits(), commits + 1, "one commit");
    assert_eq!(done.label.say(Lang::En), "Relationship status set to Active on 3 notes");
    assert_eq!(done.label.say(Lang::Es), "Estado de la relación: Activa, en 3 notas");
    let held = |at: usize| text(&tablet, ids[at], "status");
    assert_eq!(
        (0..5).map(held).collect::<Vec<_>>(),
        [Some("active"), Some("active"), Some("active"), None, None].map(|it| it.map(str::to_owned))
    );
    assert!(undo(&tablet, done).starts_with("Undone: Relationship status"));
    assert_eq!((0..5).map(held).collect::<Vec<_>>(), vec![None; 5]);
    assert_eq!(tablet.reopened().hash(), tablet.hash());
}

#[test]
fn many_get_somebody_of_the_staff() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(2);
    let marisol = tablet.work.new_id();
    now(tablet.work.run(Command::Finish(tablet.draft(STAFF.id, marisol, &[("name", "Marisol")])))).unwrap();
    let deed = Deed::Set(order::values([("staff", Value::link(marisol))]));
    let done = run(&tablet, many("partner", &ids, deed));
    assert_eq!(done.label.say(Lang::En), "Library Staff Contact set to Marisol on 2 notes");
    assert_eq!(text(&tablet, ids[1], "staff"), Some(marisol.to_string()));
}

#[test]
fn many_are_deleted_and_what_links_to_them_finds_them_again() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(3);
    let contact = tablet.work.new_id();
    let about = [("partner", &*ids[0].to_string()), ("when", "2026-11-22T10:00:00-05:00"), ("how", "phone")];
    now(tablet.work.run(Command::Finish(tablet.draft(CONTACT.id, contact, &about)))).unwrap();
    let done = run(&tablet, many("partner", &ids, Deed::Delete));
    assert_eq!(done.label.say(Lang::En), "3 notes deleted");
    assert_eq!(done.label.say(Lang::Es), "Se eliminaron 3 notas");
    assert!(ids.iter().all(|id| tablet.name(*id).is_none()));
    assert_eq!(now(tablet.work.deletions()).unwrap().len(), 3, "each can come back by itself");
    assert!(tablet.work.state().book.alive("contact", contact).is_some(), "as when one is deleted by itself");
    assert_eq!(undo(&tablet, done), "3 notes are back");
    assert_eq!(tablet.name(ids[0]).as_deref(), Some("Partner 0"));
    let state = tablet.work.state();
    let linked = state.book.alive("contact", contact).and_then(|record| record.link("partner"));
    assert_eq!(linked, Some(ids[0]));
}

#[test]
fn what_was_changed_since_stays_when_the_step_is_taken_back() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(2);
    let done = run(&tablet, many("partner", &ids, status("active")));
    tablet.save(ids[0], &[("status", "ended")]);
    undo(&tablet, done);
    assert_eq!([text(&tablet, ids[0], "status"), text(&tablet, ids[1], "status")], [Some("ended".to_owned()), None]);
}

#[test]
fn what_was_deleted_or_erased_meanwhile_is_left_alone_and_said() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(4);
    run(&tablet, Command::Delete("partner", ids[0]));
    run(&tablet, Command::Erase("partner", ids[1]));
    let done = run(&tablet, many("partner", &ids, status("active")));
    assert_eq!(
        done.label.say(Lang::En),
        "Relationship status set to Active on 2 notes. 2 were not changed: It isn’t there anymore"
    );
    assert!(tablet.name(ids[0]).is_none() && tablet.name(ids[1]).is_none(), "nothing is brought back");
    let refused = now(tablet.work.run(many("partner", &ids[..2], Deed::Delete)));
    assert!(
        matches!(&refused, Err(WorkError::Refused(Refusal::Because(why))) if why.say(Lang::En).starts_with("2 were not")),
        "{refused:?}"
    );
    assert!(now(tablet.work.run(many("partner", &[], Deed::Delete))).is_err());
}

#[test]
fn what_the_form_refuses_is_refused_and_the_others_are_changed() {
    let tablet = Tablet::new(1);
    let (yes, no) = (tablet.work.new_id(), tablet.work.new_id());
    let rows = [(yes, Value::Bool(true)), (no, Value::Bool(false))];
    let rows = rows.map(|(id, agreed)| (VISIT.id, id, order::values([("consent", agreed)])));
    run(&tablet, Command::Write { label: VISIT.name.message(), rows: rows.into() });
    let deed = Deed::Set(order::values([("person", Value::text("Rosa"))]));
    let done = run(&tablet, many(VISIT.id, &[yes, no], deed));
    let said = done.label.say(Lang::En);
    assert!(said.starts_with("1 note changed. 1 was not changed: Name: keep this only if"), "{said}");
    assert!(tablet.work.state().book.alive(VISIT.id, no).unwrap().get("person").is_none());
    let klingon = Deed::Set(order::values([("language", Value::text("klingon"))]));
    let refused = now(tablet.work.run(many(VISIT.id, &[yes], klingon))).unwrap_err();
    assert_ne!(refused.message().say(Lang::En), crate::work::error::words::NOT_THERE.get(Lang::En));
    assert!(tablet.work.state().book.alive(VISIT.id, yes).unwrap().get("language").is_none());
}

#[test]
fn what_stands_there_already_is_not_written_again() {
    let tablet = Tablet::new(1);
    let ids = tablet.partners(3);
    run(&tablet, many("partner", &ids[..2], status("active")));
    let count = tablet.work.state().book.seen().count();
    assert!(!run(&tablet, many("partner", &ids[..2], status("active"))).changed);
    let done = run(&tablet, many("partner", &ids, status("active")));
    assert_eq!(done.label.say(Lang::En), "Relationship status set to Active on 3 notes");
    assert_eq!(tablet.work.state().book.seen().count(), count + 1);
    undo(&tablet, done);
    assert_eq!(text(&tablet, ids[0], "status").as_deref(), Some("active"), "it was so before the step");
}

#[test]
fn a_store_that_refuses_a_large_step_leaves_everything_as_it_was() {
    let tablet = Tablet::new(1);
    let ids: Vec<Id> = (1..=300).map(Id).collect();
    let row = |id: &Id| ("partner", *id, order::values([("name", Value::text(format!("Partner {id}")))]));
    run(&tablet, Command::Write { label: PARTNER.plural.message(), rows: ids.iter().map(row).collect() });
    let before = tablet.hash();
    tablet.store.fail_with(Some(StoreError::Full));
    assert!(now(tablet.work.run(many("partner", &ids, Deed::Delete))).is_err());
    tablet.store.fail_with(None);
    assert_eq!(tablet.hash(), before);
    assert_eq!(tablet.reopened().hash(), before);
    let done = run(&tablet, many("partner", &ids, Deed::Delete));
    assert_eq!(undo(&tablet, done), "300 notes are back");
    assert_eq!(ids.iter().filter(|id| tablet.name(**id).is_some()).count(), 300);
}

#[test]
fn what_can_be_set_in_many_follows_from_the_kind() {
    let keys = |kind| settable(kind).iter().map(|field| field.key).collect::<Vec<_>>();
    assert_eq!(keys(&PARTNER), ["type", "status", "staff"]);
    assert_eq!(keys(&CONTACT), ["how", "staff"]);
    assert_eq!(keys(&VISIT), ["outcome", "staff"], "what somebody answered is nobody’s to set in many");
    for kind in crate::capabilities::kinds::KINDS {
        let fields = settable(kind);
        let consents = |field: &&&Field| {
            kind.gives.is_some_and(|gives| gives.grants.contains(&field.key) || gives.guardian.age == field.key)
        };
        assert_eq!(
            fields.iter().find(consents).map(|field| field.key),
            None,
            "{}: consent is given by one person at a time",
            kind.id
        );
    }
}

proptest! {
    #![proptest_config(crate::model::testing::cases(40))]
    #[test]
    fn whatever_is_chosen_one_undo_brings_everything_back(
        fates in prop::collection::vec(0u8..4, 1..12),
        chosen in prop::collection::vec(0usize..14, 0..20),
        deleted in any::<bool>(),
    ) {
        let tablet = Tablet::new(1);
        let ids = tablet.partners(fates.len());
        for (id, fate) in ids.iter().zip(&fates) {
            match fate {
                0 => drop(run(&tablet, Command::Delete("partner", *id))),
                1 => drop(run(&tablet, Command::Erase("partner", *id))),
                2 => drop(tablet.save(*id, &[("status", "ended")])),
                _ => {}
            }
        }
        let shown = |tablet: &Tablet| {
            let state = tablet.work.state();
            let of = |id: &Id| state.book.record("partner", *id).map(|record| (record.erased, record.deleted().is_some(), record.text("status").unwrap_or_default().to_owned()));
            ids.iter().map(|id| of(id).unwrap_or_default()).collect::<Vec<_>>()
        };
        let before = shown(&tablet);
        let picked: Vec<Id> = chosen.iter().map(|at| ids.get(*at).copied().unwrap_or(Id(99))).collect();
        let deed = if deleted { Deed::Delete } else { status("active") };
        let alive: BTreeSet<Id> = picked.iter().filter(|id| tablet.name(**id).is_some()).copied().collect();
        let Ok(done) = now(tablet.work.run(many("partner", &picked, deed))) else {
            prop_assert!(alive.is_empty());
            prop_assert_eq!(shown(&tablet), before);
            return Ok(());
        };
        for ((id, was), is) in ids.iter().zip(&before).zip(shown(&tablet)) {
            match alive.contains(id) {
                true if deleted => prop_assert!(is.1),
                true => prop_assert_eq!(&is.2, "active"),
                false => prop_assert_eq!(&is, was),
            }
        }
        prop_assert_eq!(tablet.reopened().hash(), tablet.hash());
        run(&tablet, Command::Undo(done.step.unwrap()));
        prop_assert_eq!(shown(&tablet), before);
    }
}
