//! What was saved is called saved, whatever becomes of what follows it.

use super::interview::{asking, begin, say, speaker};
use super::{Tablet, now};
use crate::app::command::Command;
use crate::app::status::SaveState;
use crate::domain::text::Message;
use crate::domain::value::Value;
use crate::kinds::interview::{NOTES, SAID, SPEAKER};
use crate::ports::{Role, StoreError};

/// A tablet where somebody's consent goes along with a line of theirs that then has to be let go of.
fn one_who_changes_their_mind() -> (Tablet, Command) {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let who = speaker(&tablet, interview, "Somebody", &[NOTES]);
    say(&tablet, interview, Some(who), "canary-words").unwrap();
    let rows = vec![(SPEAKER.id, who, [(NOTES.to_owned(), Value::Bool(false))].into())];
    (tablet, Command::Write { label: Message::same("Consent changed".to_owned()), rows })
}

fn stands(tablet: &Tablet) -> bool {
    let all: Vec<u8> = tablet.store.contents().log.into_values().flatten().collect();
    memchr::memmem::find(&all, b"canary-words").is_some()
}

#[test]
fn a_command_that_was_saved_is_done_with_its_undo_step_whatever_fails_after_it() {
    let (tablet, command) = one_who_changes_their_mind();
    let full = StoreError::Full;
    tablet.store.fail_after(1, Some(full.clone()));
    let done = now(tablet.work.run(command)).expect("it is saved");
    assert!(done.step.is_some(), "and can be taken back");
    assert_eq!(tablet.work.state().save, SaveState::Failed(full), "what followed it is told of by itself");
    assert!(stands(&tablet));
    // Idle time tries it again.
    tablet.store.fail_with(None);
    now(tablet.work.tidy()).unwrap();
    assert_eq!(tablet.work.state().save, SaveState::Saved);
    assert!(!stands(&tablet) && !stands(&tablet.reopened()));
    assert_eq!(tablet.work.state().book.records(SAID.id).filter(|line| line.is_alive()).count(), 0);
}

#[test]
fn what_could_not_be_let_go_of_goes_with_the_next_command() {
    let (tablet, command) = one_who_changes_their_mind();
    tablet.store.fail_after(1, Some(StoreError::Full));
    now(tablet.work.run(command)).unwrap();
    tablet.store.fail_with(None);
    tablet.partner("Next");
    assert!(!stands(&tablet));
}

#[test]
fn a_tab_becomes_the_writer_also_when_what_follows_fails() {
    let (tablet, command) = one_who_changes_their_mind();
    tablet.store.fail_after(1, Some(StoreError::Full));
    now(tablet.work.run(command)).unwrap();
    now(tablet.work.set_role(Role::Writer)).unwrap();
    assert_eq!(tablet.work.state().role, Role::Writer);
    tablet.store.fail_with(None);
    let again = tablet.reopened();
    assert!(!stands(&again));
}
