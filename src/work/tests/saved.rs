//! What was saved is called saved, whatever becomes of what follows it.

use super::{Tablet, now};
use crate::interviews::kinds::interview::{NOTES, SAID, SPEAKER};
use crate::interviews::tests::interview::{asking, begin, say, speaker};
use crate::log::segment::Rechain;
use crate::model::id::Id;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::ports::{Role, StoreError};
use crate::work::command::Command;
use crate::work::job::Job;
use crate::work::plan::{Plan, set};
use crate::work::status::SaveState;

/// A tablet where somebody's consent goes along with a line of theirs that then has to be let go of.
fn one_who_changes_their_mind() -> (Tablet, Command) {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let who = speaker(&tablet, interview, "Someone", &[NOTES]);
    say(&tablet, interview, Some(who), "canary-words").unwrap();
    let rows = vec![(SPEAKER.id, who, [(NOTES.to_owned(), Value::Bool(false))].into())];
    (tablet, Command::Write { label: Message::same("Consent changed".to_owned()), rows })
}

fn one_where_a_version_before_kept_what_a_no_denied() -> Tablet {
    let (tablet, command) = one_who_changes_their_mind();
    let plan = {
        let state = tablet.work.state();
        let Command::Write { label, rows } = command else { unreachable!() };
        let one = |(kind, id, values): (&str, Id, _)| set(kind, id, state.book.record(kind, id).map(|r| &**r), values);
        Plan::of(label, rows.into_iter().map(one).collect())
    };
    let prepared = now(tablet.work.prepare(&plan, &Rechain::default(), &Job::quiet())).unwrap();
    now(tablet.work.commit(prepared.commit.clone())).unwrap();
    tablet.work.done(&plan, &prepared);
    tablet
}

fn stands(tablet: &Tablet) -> bool {
    let all: Vec<u8> = tablet.store.contents().log.into_values().flatten().collect();
    memchr::memmem::find(&all, b"canary-words").is_some()
}

#[test]
fn a_no_and_what_it_takes_along_are_stored_together_or_not_at_all() {
    let (tablet, command) = one_who_changes_their_mind();
    let full = StoreError::Full;
    tablet.store.fail_with(Some(full.clone()));
    assert!(now(tablet.work.run(command.clone())).is_err());
    assert_eq!(tablet.work.state().save, SaveState::Failed(full.clone()));
    assert_eq!(tablet.work.state().book.records(SAID.id).filter(|line| line.is_alive()).count(), 1);
    // There is nothing left to fail after the one transaction.
    tablet.store.fail_after(1, Some(full));
    now(tablet.work.run(command)).unwrap();
    assert_eq!(tablet.work.state().save, SaveState::Saved);
    assert!(!stands(&tablet) && !stands(&tablet.reopened()));
    assert_eq!(tablet.work.state().book.records(SAID.id).filter(|line| line.is_alive()).count(), 0);
}

#[test]
fn a_tab_becomes_the_writer_also_where_it_cannot_let_go_and_does_so_with_the_next_command() {
    let tablet = one_where_a_version_before_kept_what_a_no_denied();
    tablet.store.fail_with(Some(StoreError::Full));
    now(tablet.work.set_role(Role::Writer)).unwrap();
    assert_eq!(tablet.work.state().role, Role::Writer);
    assert!(stands(&tablet));
    tablet.store.fail_with(None);
    tablet.partner("Next");
    assert!(!stands(&tablet) && !stands(&tablet.reopened()));
}

#[test]
fn what_fails_after_a_save_is_none_of_it_and_is_tried_again() {
    let tablet = one_where_a_version_before_kept_what_a_no_denied();
    tablet.work.change(|state| state.owes_purge = true);
    // The save goes through; there is no space any more for what follows it.
    tablet.store.fail_after(1, Some(StoreError::Full));
    let rows = vec![("partner", Id(5), [("name".to_owned(), Value::text("Kitchen"))].into())];
    let done = now(tablet.work.run(Command::Write { label: Message::same("Noted"), rows })).unwrap();
    assert!(done.stored && done.changed && tablet.name(Id(5)).is_some());
    assert_eq!(tablet.work.state().save, SaveState::Failed(StoreError::Full), "what failed is said by itself");
    assert!(stands(&tablet));
    tablet.store.fail_with(None);
    now(tablet.work.compact()).unwrap();
    assert_eq!(tablet.work.state().save, SaveState::Saved);
    assert!(!stands(&tablet) && !stands(&tablet.reopened()));
    now(tablet.work.run(Command::Undo(done.step.expect("a step to take back")))).unwrap();
    assert!(tablet.name(Id(5)).is_none());
}
