//! A store that refuses: what was done is held, tried again, and never called saved before it is.

use super::{NOON, Tablet, holds, now, stored};
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::order;
use crate::model::typed::Typed;
use crate::model::value::Value;
use crate::partners::kinds::partner::PARTNER;
use crate::ports::{Role, StoreError};
use crate::work::command::Command;
use crate::work::job::Job;
use crate::work::status::SaveState;
use crate::work::workspace::{News, WorkError, Workspace};
use std::cell::RefCell;
use std::rc::Rc;

const FULL: SaveState = SaveState::Failed(StoreError::Full);

impl Tablet {
    fn is_full(&self, full: bool) {
        self.store.fail_with(full.then_some(StoreError::Full));
    }

    /// A tap that writes one field at once.
    fn tap(&self, id: Id, key: &str, value: &str) -> bool {
        tap(&self.work, id, key, value).unwrap()
    }

    fn text(&self, id: Id, key: &str) -> Option<String> {
        text(&self.work, id, key)
    }

    /// Another tab of the same tablet that writes as well, as only a browser without locks lets it.
    fn second_tab(&self) -> Workspace {
        let (clock, job) = (self.clock.clone(), Job::quiet());
        let two =
            now(Workspace::open(self.store.clone(), clock, self.ids.clone(), crate::work::tests::registry(), &job))
                .unwrap();
        now(two.set_role(Role::Writer)).unwrap();
        two
    }

    fn saving(&self) -> SaveState {
        self.work.state().save.clone()
    }
}

fn tap(work: &Workspace, id: Id, key: &str, value: &str) -> Result<bool, WorkError> {
    let rows = vec![(PARTNER.id, id, order::values([(key, Value::text(value))]))];
    let command = Command::Write { label: PARTNER.name.message(), rows };
    now(work.run(command)).map(|done| done.stored)
}

fn text(work: &Workspace, id: Id, key: &str) -> Option<String> {
    work.state().book.alive(PARTNER.id, id).and_then(|record| record.text(key).map(str::to_owned))
}

#[test]
fn a_later_success_does_not_call_a_refused_tap_saved() {
    let tablet = Tablet::new(1);
    let (id, other) = (tablet.partner("Hosmer School"), tablet.partner("Natchaug School"));
    tablet.is_full(true);
    let taps = [("notes", "one"), ("status", "active"), ("website", "three")];
    for (key, value) in taps {
        assert!(!tablet.tap(id, key, value), "not called stored");
        assert_eq!(tablet.text(id, key).as_deref(), Some(value), "but shown");
        assert_eq!(tablet.saving(), FULL);
    }
    assert_eq!(tablet.work.state().unsaved.count(), 3);
    assert_eq!(tablet.reopened().text(id, "notes"), None, "a kill leaves what was stored");
    // There is space again: the next save brings the others along, in their order.
    tablet.is_full(false);
    assert!(tablet.tap(other, "notes", "four"));
    assert_eq!(tablet.saving(), SaveState::Saved);
    let again = tablet.reopened();
    assert_eq!(taps.map(|(key, _)| again.text(id, key)), taps.map(|(_, value)| Some(value.to_owned())));
    assert_eq!(again.hash(), tablet.hash());
}

#[test]
fn saved_is_said_only_once_everything_refused_is_stored() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    let work = Rc::new(tablet.reopened().work);
    let said = Rc::new(RefCell::new(Vec::new()));
    tablet.is_full(true);
    tap(&work, id, "notes", "one").unwrap();
    let (heard, looked_at) = (said.clone(), work.clone());
    work.listen(move |news| {
        if *news == News::Save {
            let state = looked_at.state();
            heard.borrow_mut().push((state.save.clone(), state.unsaved.count()));
        }
    });
    now(work.set_actor(None)).unwrap_err();
    // One commit fits and the others do not: a small success is none for what is still held.
    tablet.store.refuse_longer_than(Some(60));
    now(work.set_actor(Some(Id(7)))).unwrap();
    assert!(now(work.save_again()).is_err());
    tablet.store.refuse_longer_than(None);
    now(work.save_again()).unwrap();
    let said = said.borrow();
    assert!(said.iter().all(|(save, held)| (*held == 0) == (*save == SaveState::Saved)), "{said:?}");
    assert_eq!(said.last(), Some(&(SaveState::Saved, 0)));
}

#[test]
fn what_is_done_later_is_never_overwritten_by_what_was_refused() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    tablet.is_full(true);
    tablet.tap(id, "notes", "first");
    tablet.tap(id, "notes", "second");
    tablet.is_full(false);
    tablet.tap(id, "notes", "third");
    assert_eq!(tablet.reopened().text(id, "notes").as_deref(), Some("third"));
    let again = tablet.reopened();
    let state = again.work.state();
    let record = state.book.alive(PARTNER.id, id).unwrap();
    assert_eq!(record.losers().count(), 0, "each knew of the one before it");
    assert_eq!(state.book.seen().count(), 4);
}

#[test]
fn a_refused_step_can_be_taken_back_before_it_is_stored() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    tablet.is_full(true);
    let done = now(tablet.work.run(Command::Delete(PARTNER.id, id))).unwrap();
    assert!(!done.stored && tablet.name(id).is_none());
    now(tablet.work.run(Command::Undo(done.step.unwrap()))).unwrap();
    assert!(tablet.name(id).is_some());
    tablet.is_full(false);
    now(tablet.work.save_again()).unwrap();
    assert!(tablet.reopened().name(id).is_some());
}

#[test]
fn when_it_was_done_and_by_whom_stays_with_what_is_stored_late() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    now(tablet.work.set_actor(Some(Id(7)))).unwrap();
    let two = tablet.second_tab();
    tablet.is_full(true);
    tablet.tap(id, "notes", "tapped");
    tablet.is_full(false);
    // Another tab goes on meanwhile, so the step is numbered anew.
    tablet.clock.0.set(NOON + 60_000);
    now(two.set_actor(None)).unwrap();
    tap(&two, id, "status", "active").unwrap();
    now(tablet.work.save_again()).unwrap();
    let again = tablet.reopened();
    assert_eq!(again.text(id, "notes").as_deref(), Some("tapped"));
    assert_eq!(again.text(id, "status").as_deref(), Some("active"));
    let export = String::from_utf8(again.export()).unwrap();
    let line = export.lines().find(|line| line.contains("tapped")).unwrap();
    let tapped = Now { ms: NOON, offset_minutes: -240 }.to_stored();
    assert!(line.contains(&tapped) && line.contains(&Id(7).to_string()), "{line}");
}

#[test]
fn what_another_tab_wrote_later_outweighs_what_was_refused_before() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    let two = tablet.second_tab();
    tablet.is_full(true);
    tablet.tap(id, "notes", "refused");
    tablet.tap(id, "notes", "refused, too");
    tablet.tap(id, "website", "kept");
    tablet.is_full(false);
    tablet.clock.0.set(NOON + 60_000);
    tap(&two, id, "notes", "later").unwrap();
    now(tablet.work.catch_up()).unwrap();
    assert_eq!(tablet.text(id, "notes").as_deref(), Some("later"));
    assert_eq!(tablet.text(id, "website").as_deref(), Some("kept"), "what is held is still shown");
    assert!(tablet.tap(id, "status", "active"));
    let again = tablet.reopened();
    let texts = ["notes", "website", "status"].map(|key| again.text(id, key).unwrap());
    assert_eq!(texts, ["later", "kept", "active"]);
    assert_eq!(again.hash(), tablet.hash());
}

#[test]
fn an_export_holds_what_the_store_refused_and_brings_it_back() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    tablet.is_full(true);
    tablet.tap(id, "notes", "only in memory");
    let (file, covers) = now(tablet.work.export(&Job::quiet())).unwrap();
    tablet.is_full(false);
    now(tablet.work.save_again()).unwrap();
    assert_eq!(covers.count(), 1, "what is not stored may be numbered otherwise yet, so it counts as no copy");
    // Killed instead, with other work done since.
    let killed = Tablet::new(1);
    let same = killed.partner("Hosmer School");
    assert_eq!(same, id);
    killed.is_full(true);
    killed.tap(id, "notes", "only in memory");
    let killed = killed.reopened();
    killed.is_full(false);
    killed.tap(id, "website", "since");
    killed.import(&file.pieces.concat()).unwrap();
    assert_eq!(killed.text(id, "notes").as_deref(), Some("only in memory"));
    assert_eq!(killed.text(id, "website").as_deref(), Some("since"));
}

#[test]
fn what_erases_is_not_said_to_be_done_while_the_store_refuses() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    tablet.is_full(true);
    tablet.tap(id, "notes", "secretcanary");
    assert_eq!(now(tablet.work.run(Command::Erase(PARTNER.id, id))), Err(WorkError::Store(StoreError::Full)));
    assert!(tablet.name(id).is_some());
    tablet.is_full(false);
    now(tablet.work.run(Command::Erase(PARTNER.id, id))).unwrap();
    assert_eq!(tablet.saving(), SaveState::Saved);
    assert!(!String::from_utf8_lossy(&tablet.export()).contains("secretcanary"));
}

#[test]
fn no_snapshot_is_made_of_what_is_not_stored() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    // What idle time does once is done.
    now(tablet.work.compact()).unwrap();
    tablet.work.change(|state| state.snapshot_covers = 0);
    tablet.is_full(true);
    for n in 0..2_100 {
        tablet.tap(id, "notes", &n.to_string());
    }
    tablet.is_full(false);
    now(tablet.work.compact()).unwrap();
    assert!(tablet.store.contents().snapshot.is_none());
}

#[test]
fn a_refused_draft_is_found_again_and_stored_with_the_next_success() {
    let tablet = Tablet::new(1);
    let draft = tablet.draft(PARTNER.id, Id(5), &[("name", "Typed while full")]);
    let older = tablet.draft(PARTNER.id, Id(6), &[("name", "Older")]);
    now(tablet.work.keep_draft(older.clone())).unwrap();
    tablet.is_full(true);
    now(tablet.work.keep_draft(draft.clone())).unwrap();
    // Thrown away, which the store does not know yet.
    now(tablet.work.keep_draft(crate::model::draft::Draft { values: Default::default(), ..older })).unwrap();
    assert_eq!(tablet.saving(), FULL);
    // Another tab's news does not take it away.
    now(tablet.work.catch_up()).unwrap();
    assert_eq!(tablet.work.state().drafts.values().collect::<Vec<_>>(), [&draft]);
    tablet.is_full(false);
    assert_eq!(tablet.work.state().unsaved.count(), 2);
    tablet.partner("Another");
    assert_eq!(tablet.saving(), SaveState::Saved);
    assert_eq!(tablet.reopened().work.state().drafts.values().collect::<Vec<_>>(), [&draft]);
}

#[test]
fn a_draft_that_is_done_is_not_stored_again_afterwards() {
    let tablet = Tablet::new(1);
    let draft = tablet.draft(PARTNER.id, Id(5), &[("name", "Typed while full")]);
    tablet.is_full(true);
    now(tablet.work.keep_draft(draft.clone())).unwrap();
    assert_eq!(now(tablet.work.run(Command::Finish(draft.clone()))), Err(WorkError::Store(StoreError::Full)));
    tablet.is_full(false);
    now(tablet.work.run(Command::Finish(draft))).unwrap();
    now(tablet.work.save_again()).unwrap();
    assert!(tablet.work.state().drafts.is_empty() && tablet.reopened().work.state().drafts.is_empty());
}

#[test]
fn an_entered_line_is_done_at_once_and_its_draft_does_not_come_back() {
    let tablet = Tablet::new(1);
    let draft = tablet.draft(PARTNER.id, Id(5), &[("name", "A line")]);
    now(tablet.work.keep_draft(draft.clone())).unwrap();
    tablet.is_full(true);
    assert!(!now(tablet.work.run(Command::Enter(draft))).unwrap().stored);
    assert!(tablet.name(Id(5)).is_some() && tablet.work.state().drafts.is_empty());
    now(tablet.work.catch_up()).unwrap();
    assert!(tablet.work.state().drafts.is_empty(), "the store has it still, but it is done");
    tablet.is_full(false);
    now(tablet.work.save_again()).unwrap();
    let again = tablet.reopened();
    assert!(again.name(Id(5)).is_some() && again.work.state().drafts.is_empty());
}

#[test]
fn while_something_is_held_no_other_tab_is_let_in_silently() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    tablet.is_full(true);
    tablet.tap(id, "notes", "held");
    now(tablet.work.set_role(Role::Follower)).unwrap();
    tablet.is_full(false);
    assert_eq!(now(tablet.work.save_again()), Err(WorkError::Following));
    assert_eq!(tablet.saving(), FULL, "it is not saved, whoever writes");
    now(tablet.work.set_role(Role::Writer)).unwrap();
    assert_eq!(tablet.saving(), SaveState::Saved);
    assert_eq!(tablet.reopened().text(id, "notes").as_deref(), Some("held"));
}

#[test]
fn an_export_carries_drafts_that_the_store_refused_and_only_their_tablet_takes_them_back() {
    let tablet = Tablet::new(1);
    let partner = tablet.partner("Hosmer School");
    let draft = tablet.draft(PARTNER.id, Id(5), &[("name", "Typed while full")]);
    let stored = tablet.draft(PARTNER.id, partner, &[("notes", "stored draft")]);
    now(tablet.work.keep_draft(stored)).unwrap();
    tablet.is_full(true);
    now(tablet.work.keep_draft(draft.clone())).unwrap();
    let words = Typed { place: "where".into(), text: "Jubilee House".into(), of: None };
    now(tablet.work.keep_typed(words)).unwrap();
    let file = now(tablet.work.export(&Job::quiet())).unwrap().0.pieces.concat();
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(text.contains("Typed while full") && text.contains("Jubilee House"), "{text}");
    assert!(!text.contains("stored draft"), "what is stored is nobody else's");
    // A colleague's tablet passes over them.
    let colleague = Tablet::new(2);
    colleague.import(&file).unwrap();
    assert!(colleague.work.state().drafts.is_empty() && colleague.work.state().typed.is_empty());
    assert_eq!(colleague.name(partner).as_deref(), Some("Hosmer School"));
    assert!(!String::from_utf8(colleague.export()).unwrap().contains("Typed while full"));
    // The tablet itself, killed meanwhile, has them back; not what is done by then.
    let killed = tablet.reopened();
    killed.is_full(false);
    killed.import(&file).unwrap();
    let again = killed.reopened();
    assert_eq!(again.work.state().drafts.get(&draft.meta_key()), Some(&draft));
    assert_eq!(again.work.typed("where").as_deref(), Some("Jubilee House"));
    now(again.work.run(Command::Finish(draft.clone()))).unwrap();
    again.import(&file).unwrap();
    assert!(!again.work.state().drafts.contains_key(&draft.meta_key()));
}

#[test]
fn what_was_held_about_a_record_that_another_tab_erased_is_never_stored() {
    let tablet = Tablet::new(1);
    let id = Id(7);
    tablet.tap(id, "name", "canary-0");
    let two = tablet.second_tab();
    tablet.is_full(true);
    now(tablet.work.keep_draft(tablet.draft(PARTNER.id, id, &[("notes", "canary-1")]))).unwrap();
    tablet.is_full(false);
    now(two.run(Command::Erase(PARTNER.id, id))).unwrap();
    // It hears of it before it tries again.
    now(tablet.work.catch_up()).unwrap();
    drop(now(tablet.work.save_again()));
    assert!(!holds(&stored(&tablet), "canary"));
    assert!(tablet.work.state().drafts.is_empty() && tablet.work.state().unsaved.is_empty());
    assert_eq!(tablet.saving(), SaveState::Saved);
}
