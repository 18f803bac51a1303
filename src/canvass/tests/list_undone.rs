//! A list of addresses that is taken back after its streets were walked.

use crate::canvass::doors::{Said, entries_of_text};
use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::door_list::DOOR_LIST;
use crate::canvass::kinds::visit::VISIT;
use crate::work::testing::*;

fn bring(tablet: &Tablet, text: &str) -> u64 {
    let said = Said { list: "Ward 1".to_owned(), town: "Windham".to_owned(), ..Said::default() };
    let plan = now(tablet.work.plan_doors(entries_of_text(text), &said, &Job::quiet())).unwrap();
    now(tablet.work.take_in_doors(&plan, &Job::quiet())).unwrap().step.unwrap()
}

fn doors(tablet: &Tablet) -> Vec<String> {
    let state = tablet.work.state();
    let mut doors: Vec<String> =
        state.book.living(DOOR.id).filter_map(|door| door.text("address").map(str::to_owned)).collect();
    doors.sort();
    doors
}

fn visit(tablet: &Tablet, id: u128, address: &str) -> u64 {
    let door = door(tablet, address);
    let draft = tablet.draft(
        VISIT.id,
        Id(id),
        &[("door", &door.to_string()), ("when", "2026-03-02T14:30:00-05:00"), ("outcome", "not_home")],
    );
    now(tablet.work.run(Command::Finish(draft))).unwrap().step.unwrap()
}

/// The kinds of which something rests on the last import, and how many, and how many records go and stay.
fn resting(tablet: &Tablet) -> (Vec<(&'static str, usize)>, usize, usize) {
    let resting = now(tablet.work.resting_on_import(&Job::quiet())).unwrap();
    (resting.notes.iter().map(|(kind, count)| (kind.id, *count)).collect(), resting.going, resting.staying)
}

fn lists(tablet: &Tablet) -> usize {
    tablet.work.state().book.living(DOOR_LIST.id).count()
}

#[test]
fn doors_that_were_visited_stay_with_their_list_and_the_rest_goes_and_comes_back() {
    for closed in [false, true] {
        let tablet = Tablet::new(1);
        bring(&tablet, "1 Maple St\n3 Maple St\n5 Maple St\n7 Maple St");
        let all = doors(&tablet);
        assert_eq!((resting(&tablet), lists(&tablet)), ((vec![], 5, 0), 1));
        visit(&tablet, 70, &all[0]);
        visit(&tablet, 71, &all[0]);
        let last = visit(&tablet, 72, &all[1]);
        now(tablet.work.run(Command::Set {
            kind: DOOR.id,
            id: door(&tablet, &all[2]),
            values: [("do_not_contact".to_owned(), Value::Bool(true))].into(),
        }))
        .unwrap();
        let tablet = if closed { tablet.reopened() } else { tablet };

        // One door goes; three stay, and the list for their sake.
        assert_eq!(resting(&tablet), (vec![(VISIT.id, 3)], 1, 4), "closed: {closed}");
        let done = now(tablet.work.undo_import(&Job::quiet())).unwrap();
        let said = "Undone: 4 doors imported from “Ward 1”. 4 records stay, since there are newer notes on them";
        assert_eq!(done.label.say(Lang::En), said);
        assert_eq!((doors(&tablet), lists(&tablet)), (all[..3].to_vec(), 1));
        assert_eq!(tablet.reopened().hash(), tablet.hash());
        assert_eq!(tablet.work.state().last_import, None);

        // Done again, and taken back again, as often as one likes.
        for _ in 0..2 {
            let (redo, _) = tablet.work.state().undone_import().unwrap();
            assert!(tablet.work.state().redoes(redo));
            let again = now(tablet.work.run(Command::Undo(redo))).unwrap();
            assert_eq!(again.label.say(Lang::En), "Imported again: 4 doors imported from “Ward 1”");
            assert_eq!((doors(&tablet), tablet.work.state().undone_import()), (all.clone(), None));
            assert_eq!(tablet.work.state().last_import.as_ref().map(|taken| taken.count), Some(4));
            now(tablet.work.undo_import(&Job::quiet())).unwrap();
            assert_eq!(doors(&tablet), all[..3]);
        }
        if !closed {
            // The visit taken back holds nothing any more, and the import can be taken back after the app was closed.
            let (redo, _) = tablet.work.state().undone_import().unwrap();
            now(tablet.work.run(Command::Undo(redo))).unwrap();
            now(tablet.work.run(Command::Undo(last))).unwrap();
            let tablet = tablet.reopened();
            assert_eq!(resting(&tablet), (vec![(VISIT.id, 2)], 2, 3));
            now(tablet.work.undo_import(&Job::quiet())).unwrap();
            assert_eq!(doors(&tablet), [all[0].clone(), all[2].clone()]);
        }
    }
}

#[test]
fn an_ordinary_step_takes_nothing_from_under_what_came_after() {
    let tablet = Tablet::new(1);
    let partner = Id(7);
    let step = tablet.save(partner, &[("name", "Covenant")]).unwrap();
    let contact = tablet.draft(
        "contact",
        Id(8),
        &[("partner", &partner.to_string()), ("when", "2026-03-02T14:30:00-05:00"), ("how", "visit")],
    );
    let contact = now(tablet.work.run(Command::Finish(contact))).unwrap().step.unwrap();
    let refused = now(tablet.work.run(Command::Undo(step))).unwrap_err();
    assert_eq!(refused.message().say(Lang::En), "Not undone: everything it changed has been changed again since then");
    now(tablet.work.run(Command::Undo(contact))).unwrap();
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert_eq!(tablet.name(partner), None);
}

fn door(tablet: &Tablet, address: &str) -> Id {
    tablet.work.state().book.living(DOOR.id).find(|door| door.text("address") == Some(address)).unwrap().id
}
