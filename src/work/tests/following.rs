//! A tab that follows: what is typed in it waits, and is stored once it writes.

use super::{Tablet, now};
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::typed::{Of, Typed};
use crate::model::value::Value;
use crate::partners::kinds::partner::PARTNER;
use crate::ports::{Role, StoreError};
use crate::work::command::Command;
use crate::work::job::Job;
use crate::work::workspace::{WorkError, Workspace};

/// Another tab of the same tablet, which does not know yet who writes.
fn opened(tablet: &Tablet) -> Workspace {
    now(Workspace::open(
        tablet.store.clone(),
        tablet.clock.clone(),
        tablet.ids.clone(),
        crate::work::tests::registry(),
        &Job::quiet(),
    ))
    .unwrap()
}

/// Another tab of the same tablet, which follows.
fn follower(tablet: &Tablet) -> Workspace {
    let two = opened(tablet);
    now(two.set_role(Role::Follower)).unwrap();
    two
}

/// The tab that follows takes over, and the other one follows from now on.
fn take_over(tablet: &Tablet, two: &Workspace) {
    now(tablet.work.set_role(Role::Follower)).unwrap();
    now(two.set_role(Role::Writer)).unwrap();
}

fn draft(work: &Workspace, id: Id, values: &[(&str, &str)]) -> Draft {
    crate::work::tests::draft_of(work, PARTNER.id, id, values)
}

fn typed(text: &str) -> Typed {
    Typed { place: "where".into(), text: text.into(), of: None }
}

fn value(work: &Workspace, id: Id, key: &str) -> Option<String> {
    let state = work.state();
    let draft = state.drafts.get(&Draft::meta_key_of(PARTNER.id, id))?;
    draft.values.get(key)?.as_text().map(str::to_owned)
}

#[test]
fn what_is_typed_while_another_tab_writes_is_there_again_and_stored_when_this_one_does() {
    let tablet = Tablet::new(1);
    let two = follower(&tablet);
    let words = draft(&two, Id(5), &[("name", "Typed elsewhere")]);
    assert_eq!(now(two.keep_draft(words.clone())), Err(WorkError::Following), "it is not kept, and says so");
    assert_eq!(now(two.keep_typed(typed("Jubilee House"))), Err(WorkError::Following));
    // The other tab goes on, and this one follows it.
    tablet.partner("Hosmer School");
    now(two.catch_up()).unwrap();
    assert_eq!(two.state().drafts.get(&words.meta_key()), Some(&words));
    assert_eq!(two.typed("where").as_deref(), Some("Jubilee House"));
    assert_eq!(two.state().following.count(), 2);
    assert!(tablet.reopened().work.state().drafts.is_empty(), "a follower writes nothing");
    take_over(&tablet, &two);
    assert_eq!(two.state().following.count(), 0);
    let again = tablet.reopened();
    assert_eq!(again.work.state().drafts.get(&words.meta_key()), Some(&words));
    assert_eq!(again.work.typed("where").as_deref(), Some("Jubilee House"));
}

#[test]
fn what_was_written_before_a_tab_heard_of_others_is_there_once_it_follows() {
    let tablet = Tablet::new(1);
    let two = opened(&tablet);
    let words = draft(&tablet.work, Id(5), &[("name", "Hosmer School")]);
    now(tablet.work.keep_draft(words.clone())).unwrap();
    now(tablet.work.keep_typed(typed("Jubilee House"))).unwrap();
    let partner = tablet.partner("Natchaug Table");
    now(two.set_role(Role::Follower)).unwrap();
    assert_eq!(two.state().drafts.get(&words.meta_key()), Some(&words));
    assert_eq!(two.typed("where").as_deref(), Some("Jubilee House"));
    assert!(two.state().book.alive(PARTNER.id, partner).is_some());
}

#[test]
fn what_is_rubbed_out_again_waits_no_longer() {
    let tablet = Tablet::new(1);
    let stored = draft(&tablet.work, Id(5), &[("name", "Hosmer")]);
    now(tablet.work.keep_draft(stored.clone())).unwrap();
    let two = follower(&tablet);
    for text in ["Jubilee House", " "] {
        now(two.keep_typed(typed(text))).unwrap_err();
    }
    now(two.keep_draft(draft(&two, Id(5), &[("name", "Hosmer School")]))).unwrap_err();
    now(two.keep_draft(stored.clone())).unwrap_err();
    assert_eq!((two.state().following.count(), two.typed("where")), (0, None));
    // Thrown away where one follows, the draft of the other tab stands there again.
    now(two.keep_draft(draft(&two, Id(5), &[("name", "Hosmer School")]))).unwrap_err();
    now(two.keep_draft(draft(&two, Id(5), &[]))).unwrap_err();
    assert_eq!(two.state().drafts.get(&stored.meta_key()), Some(&stored));
}

#[test]
fn a_draft_whose_words_stand_elsewhere_goes_unless_the_other_tab_went_on_with_it() {
    for goes_on in [false, true] {
        let tablet = Tablet::new(1);
        let stored = draft(&tablet.work, Id(5), &[("name", "Hosmer")]);
        now(tablet.work.keep_draft(stored.clone())).unwrap();
        let two = follower(&tablet);
        now(two.drop_draft(stored.clone())).unwrap_err();
        assert!(two.state().drafts.is_empty());
        if goes_on {
            now(tablet.work.keep_draft(draft(&tablet.work, Id(5), &[("name", "Hosmer School")]))).unwrap();
        }
        now(two.set_role(Role::Writer)).unwrap();
        let again = tablet.reopened();
        assert_eq!(again.work.state().drafts.len(), usize::from(goes_on), "{goes_on}");
    }
}

#[test]
fn words_of_two_tabs_in_one_draft_both_stay() {
    let tablet = Tablet::new(1);
    now(tablet.work.keep_draft(draft(&tablet.work, Id(5), &[("name", "Hosmer"), ("notes", "by phone")]))).unwrap();
    let two = follower(&tablet);
    let here = [("name", "Hosmer"), ("notes", "by mail"), ("website", "hosmer.example")];
    now(two.keep_draft(draft(&two, Id(5), &here))).unwrap_err();
    now(two.keep_typed(typed("here"))).unwrap_err();
    now(tablet.work.keep_draft(draft(&tablet.work, Id(5), &[("name", "Hosmer School"), ("notes", "in person")])))
        .unwrap();
    now(tablet.work.keep_typed(typed("there"))).unwrap();
    now(two.catch_up()).unwrap();
    take_over(&tablet, &two);
    let again = tablet.reopened();
    let value = |key| value(&again.work, Id(5), key);
    assert_eq!(value("name").as_deref(), Some("Hosmer School"), "changed in one of them");
    assert_eq!(value("website").as_deref(), Some("hosmer.example"), "changed in the other");
    assert_eq!(value("notes").as_deref(), Some("in person\nby mail"), "changed in both");
    assert_eq!(again.work.typed("where").as_deref(), Some("there\nhere"));
}

#[test]
fn a_draft_that_the_other_tab_has_done_becomes_a_change_to_what_it_made() {
    let tablet = Tablet::new(1);
    let begun = draft(&tablet.work, Id(5), &[("name", "Hosmer School")]);
    now(tablet.work.keep_draft(begun.clone())).unwrap();
    let two = follower(&tablet);
    now(two.keep_draft(draft(&two, Id(5), &[("name", "Hosmer School"), ("notes", "by mail")]))).unwrap_err();
    now(tablet.work.run(Command::Finish(begun))).unwrap();
    now(two.catch_up()).unwrap();
    take_over(&tablet, &two);
    let waiting = two.state().drafts.get(&Draft::meta_key_of(PARTNER.id, Id(5))).cloned().unwrap();
    assert!(!waiting.new);
    assert_eq!(waiting.values, [("notes".to_owned(), Value::text("by mail"))].into());
    now(two.run(Command::Finish(waiting))).unwrap();
    let state = two.state();
    let record = state.book.alive(PARTNER.id, Id(5)).unwrap();
    assert_eq!((record.text("name"), record.text("notes")), (Some("Hosmer School"), Some("by mail")));
}

#[test]
fn what_waits_goes_when_what_it_belongs_to_is_erased() {
    let tablet = Tablet::new(1);
    let id = tablet.partner("Hosmer School");
    let two = follower(&tablet);
    now(two.keep_draft(draft(&two, id, &[("notes", "canary")]))).unwrap_err();
    let of = Of::new("contact", Id(9), [("partner", id.to_string())]);
    now(two.keep_typed(Typed { of: Some(of), ..typed("canary") })).unwrap_err();
    now(tablet.work.run(Command::Erase(PARTNER.id, id))).unwrap();
    now(two.catch_up()).unwrap();
    assert_eq!((two.state().following.count(), two.state().drafts.len(), two.state().typed.len()), (0, 0, 0));
    assert!(matches!(now(two.keep_draft(draft(&two, id, &[("notes", "canary")]))), Err(WorkError::Refused(_))));
    assert_eq!(two.state().following.count(), 0);
}

#[test]
fn what_waited_is_held_where_the_store_refuses_it() {
    let tablet = Tablet::new(1);
    let two = follower(&tablet);
    now(two.keep_typed(typed("Jubilee House"))).unwrap_err();
    tablet.store.fail_with(Some(StoreError::Full));
    take_over(&tablet, &two);
    assert_eq!((two.state().unsaved.count(), two.typed("where").as_deref()), (1, Some("Jubilee House")));
    tablet.store.fail_with(None);
    now(two.save_again()).unwrap();
    assert_eq!(tablet.reopened().work.typed("where").as_deref(), Some("Jubilee House"));
}
