//! What is made of a line leads back to it, and the line to that.

use super::*;
use crate::asks::ASK;
use crate::events::EVENT;
use crate::interviews::INTERVIEW_GUIDE;
use crate::partners::CONTACT;
use crate::week::made::{MADE, made_of};

#[test]
fn a_thought_leads_to_what_was_made_of_it_and_each_of_that_leads_back() {
    let mut book = book(&[(0x21, &[("what", "Resume Writing Program?"), ("section", "ideas")]), (0x22, &[])]);
    let line = Id(0x21);
    for (at, (kind, link)) in (0x40..).zip(MADE) {
        testing::set(&mut book, kind.id, Id(at), order::values([link.is(line)]));
        testing::set(&mut book, kind.id, Id(at + 0x10), order::values([link.is(Id(0x22))]));
    }
    let made = made_of(&book, &mut Index::default(), line);
    let kinds = [&EVENT, &ASK, &INTERVIEW_GUIDE, &CONTACT, &TASK].map(|kind| kind.id);
    assert_eq!(made, kinds.into_iter().zip((0x40..).map(Id)).collect::<Vec<_>>());
    // What is gone is led to by nothing.
    testing::set(&mut book, EVENT.id, Id(0x40), [(crate::model::operation::DELETED.to_owned(), Value::Bool(true))]);
    let made = made_of(&book, &mut Index::default(), line);
    assert_eq!(made.first().map(|(kind, _)| *kind), Some(ASK.id));
}

#[test]
fn the_way_back_is_a_link_to_a_task_that_no_form_asks_for_and_no_spreadsheet_tells() {
    for (kind, link) in MADE {
        assert_eq!(link.path().0, kind.id);
        let field = kind.field(link.key()).unwrap();
        assert_eq!(field.links_to(), Some(TASK.id), "{}", kind.id);
        // The next task asks what it follows upon.
        if *kind != TASK {
            assert!(!field.is_asked(true, |_| None, |_| None), "{}", kind.id);
            assert!(field.private && !field.kept_by_app(), "{}", kind.id);
        }
    }
}

#[test]
fn a_copy_of_an_event_is_not_made_of_the_line() {
    let mut book = book(&[(0x21, &[])]);
    let event = [("name", Value::text("Career Fair")), ("task", Value::link(Id(0x21)))];
    testing::set(&mut book, EVENT.id, Id(0x40), order::values(event));
    let rows = crate::events::copying::copied(&book, &mut Index::default(), Id(0x40), Id(0x41), &mut || Id(0x42));
    write(&mut book, rows.unwrap());
    assert_eq!(made_of(&book, &mut Index::default(), Id(0x21)), [(EVENT.id, Id(0x40))]);
}
