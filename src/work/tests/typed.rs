//! Typed words that are no draft of a form.

use super::{Tablet, now};
use crate::interviews::kinds::interview::{ANSWER, SPEAKER};
use crate::model::id::Id;
use crate::model::order;
use crate::model::typed::{Of, Typed};
use crate::model::value::Value;
use crate::partners::kinds::partner::PARTNER;
use crate::ports::{Role, StoreError};
use crate::work::command::Command;
use crate::work::consent;
use crate::work::workspace::WorkError;

fn typed(place: &str, text: &str, of: Option<Of>) -> Typed {
    Typed { place: place.into(), text: text.into(), of }
}

#[test]
fn typed_words_survive_a_kill_and_go_with_what_they_became() {
    let tablet = Tablet::new(1);
    now(tablet.work.keep_typed(typed("where", "Jubilee House", None))).unwrap();
    let again = tablet.reopened();
    assert_eq!(again.work.typed("where").as_deref(), Some("Jubilee House"));
    // Refused, they stay with what refused them.
    again.store.fail_with(Some(StoreError::Full));
    let rows = vec![(PARTNER.id, Id(5), order::values([("name", Value::text("Jubilee House"))]))];
    let command = Command::Write { label: PARTNER.name.message(), rows };
    let done = now(again.work.run_typed(command, &["where".into()])).unwrap();
    assert!(!done.stored && again.work.typed("where").is_none(), "it is held as what it became");
    assert_eq!(again.reopened().work.typed("where").as_deref(), Some("Jubilee House"), "a kill brings the words back");
    again.store.fail_with(None);
    now(again.work.save_again()).unwrap();
    let again = again.reopened();
    assert!(again.work.typed("where").is_none() && again.name(Id(5)).is_some());
}

#[test]
fn typed_words_that_the_store_refused_are_held_and_stored_later() {
    let tablet = Tablet::new(1);
    tablet.store.fail_with(Some(StoreError::Full));
    now(tablet.work.keep_typed(typed("where", "Jubilee House", None))).unwrap();
    assert_eq!(
        (tablet.work.typed("where").as_deref(), tablet.work.state().unsaved.count()),
        (Some("Jubilee House"), 1)
    );
    tablet.store.fail_with(None);
    now(tablet.work.save_again()).unwrap();
    assert_eq!(tablet.reopened().work.typed("where").as_deref(), Some("Jubilee House"));
    // Rubbed out again, nothing is left.
    now(tablet.work.keep_typed(typed("where", " ", None))).unwrap();
    assert!(tablet.reopened().work.state().typed.is_empty());
}

#[test]
fn typed_words_go_when_what_they_belong_to_is_erased() {
    let tablet = Tablet::new(1);
    let (id, other) = (tablet.partner("Hosmer School"), tablet.partner("Natchaug School"));
    let of = |id: Id| Some(Of::new("contact", Id(9), [("partner", id.to_string())]));
    now(tablet.work.keep_typed(typed("a", "typedcanary", of(id)))).unwrap();
    now(tablet.work.keep_typed(typed("b", "other", of(other)))).unwrap();
    now(tablet.work.run(Command::Erase(PARTNER.id, id))).unwrap();
    assert_eq!(tablet.work.state().typed.keys().collect::<Vec<_>>(), ["typed:b"]);
    let stored = format!("{:?}", tablet.store.contents().meta.keys());
    assert!(!stored.contains("typed:a"), "{stored}");
    // Nor are they kept again by a field that is still open.
    assert!(matches!(now(tablet.work.keep_typed(typed("a", "typedcanary", of(id)))), Err(WorkError::Refused(_))));
}

#[test]
fn typed_answers_go_when_consent_is_taken_back_and_are_never_kept_again() {
    let tablet = Tablet::new(1);
    let (talk, ana) = (tablet.work.new_id(), tablet.work.new_id());
    let link = Value::link;
    let yes = crate::interviews::kinds::interview::GRANTS.map(|grant| (grant, Value::Bool(true)));
    let about = [("interview", link(talk)), ("name", Value::text("Ana"))];
    let rows = vec![(SPEAKER.id, ana, order::values(about.into_iter().chain(yes)))];
    now(tablet.work.run(Command::Write { label: SPEAKER.name.message(), rows })).unwrap();
    let of = Of::new(ANSWER.id, Id(77), [("interview", talk.to_string()), ("question", "age".into())]);
    now(tablet.work.keep_typed(typed("answer", "37", Some(of.clone())))).unwrap();
    let when = tablet.work.now().to_stored();
    let grants = vec![crate::interviews::kinds::interview::NOTES];
    now(tablet.work.run(consent::take_back(ana, grants, when))).unwrap();
    assert!(tablet.work.state().typed.is_empty());
    assert!(!tablet.store.contents().meta.contains_key("typed:answer"));
    let again = now(tablet.work.keep_typed(typed("answer", "37", Some(of))));
    assert!(matches!(again, Err(WorkError::Refused(_))));
}

#[test]
fn a_tab_that_follows_keeps_no_typed_words() {
    let tablet = Tablet::new(1);
    now(tablet.work.set_role(Role::Follower)).unwrap();
    assert_eq!(now(tablet.work.keep_typed(typed("where", "here", None))), Err(WorkError::Following));
}
