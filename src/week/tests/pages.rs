//! What is done with whole pages: pasted, taken over, handed on.

use super::*;
use crate::formats::ics::When;
use crate::model::date::Now;
use crate::model::text::Lang;
use crate::week::calendar::Calendar;
use crate::week::writing::{Typed, change, done, noted, typed};
use crate::week::{copying, pasting, plain, schools};

/// The plan of the library’s own document.
const SEED: &str = "General to Do (In Building)\n\
\t-System-Wide Teams\n\t\t-Updates:\n\t-Programming\n\t\t-To-Do: \n\t\t-Upcoming Dates:\n\t-Other In-building Work:\n\n\
Outreach To-Do\t\n-February 1st, Classroom Presentations, 8:45-10:51.\n\t-Presentation on research skills. \n\
-February 6th, Career Fair \n-Small Business Support\n-Local Professionals Coffee Chat, second Tuesday of the month\n\
\t-Schools\n\t\t-Reach out to:\n\t\t\t-Librarians – partnerships? (Continuing contact)\n\
Outreach Follow-Ups to do\n\t-Middle School Outreach: Check on availability for 3 day presentations\n\
Outreach Done\n-January 18th 9th grade class research presentation – went well!\n\
Steering Thoughts / Program Ideas\n\t-Resume Writing Program?\n";

fn looked() -> Looked {
    Looked::at(day(TODAY), day(TODAY), Whose::Team)
}

fn pasted(book: &Book, text: &str) -> Vec<pasting::Pasted> {
    pasting::read(book, &mut Index::default(), text, looked(), Lang::En).unwrap()
}

fn ids(from: u128) -> impl FnMut() -> Id {
    let mut last = from;
    move || {
        last += 1;
        Id(last)
    }
}

#[test]
fn the_seed_is_pasted_under_its_own_headings() {
    let mut book = book(&[]);
    let lines = pasted(&book, SEED);
    let said: Vec<(Part, &str, Option<String>)> = lines
        .iter()
        .map(|line| (line.part, line.reading.what.as_str(), line.reading.day.map(|day| day.to_string())))
        .collect();
    let on = |day: &str| Some(day.to_owned());
    assert_eq!(said.len(), 9, "{said:?}");
    assert_eq!(said[0], (Part::Outreach, "Classroom Presentations", on("2027-02-01")));
    assert_eq!(lines[0].reading.times.0, date::time_of_day("08:45"));
    assert_eq!(said[2], (Part::Outreach, "Career Fair", on("2027-02-06")));
    assert_eq!(said[4], (Part::Outreach, "Local Professionals Coffee Chat", on("2027-02-09")));
    assert_eq!(said[5].0, Part::ReachOut);
    assert_eq!(said[6].0, Part::FollowUps);
    assert_eq!((said[7].0, &said[7].2), (Part::Done, &on("2027-01-18")));
    assert_eq!(said[8], (Part::Ideas, "Resume Writing Program?", None));
    let rows = pasting::rows(&book, (&[], looked()), &lines, None, &mut ids(0x1000));
    assert_eq!(rows.len(), 9);
    write(&mut book, rows);
    let there = page(&book, TODAY);
    let outreach: Vec<&str> =
        there.iter().filter(|line| line.part == Part::Outreach).map(|line| line.what.as_str()).collect();
    assert_eq!(outreach.last(), Some(&"Small Business Support"), "in the order of the plan: {outreach:?}");
}

#[test]
fn three_hundred_lines_go_in_and_nothing_is_lost() {
    let line = |at: usize| format!("{}• Visit number {at}x\n", "\t".repeat(at % 4));
    let text: String = (0..300).map(line).collect();
    let mut book = book(&[]);
    let lines = pasted(&book, &format!("Outreach To-Do\n{text}"));
    assert_eq!(lines.len(), 300);
    let rows = pasting::rows(&book, (&[], looked()), &lines, None, &mut ids(0x1000));
    write(&mut book, rows);
    let there = page(&book, TODAY);
    let words: Vec<String> = there.iter().map(|line| line.what.clone()).collect();
    assert_eq!(words, (0..300).map(|at| format!("Visit number {at}x")).collect::<Vec<_>>());
    assert!(there.iter().all(|line| line.indent <= 2));
}

#[test]
fn lines_are_typed_one_after_the_other_and_stand_in_that_order() {
    let mut book = book(&[]);
    for (at, words) in ["one", "two", "three"].into_iter().enumerate() {
        let reading = crate::week::typed_line::Reading { what: words.to_owned(), ..Default::default() };
        let line = Typed { reading: &reading, part: Part::FollowUps, indent: 0, staff: None, after: None };
        let rows = typed(&book, &page(&book, TODAY), looked(), &line, Id(0x30 - at as u128));
        write(&mut book, rows);
    }
    let words: Vec<String> = page(&book, TODAY).into_iter().map(|line| line.what).collect();
    assert_eq!(words, ["one", "two", "three"]);
}

#[test]
fn what_is_written_under_outreach_done_was_done() {
    let mut book = book(&[]);
    let reading =
        crate::week::typed_line::Reading { what: "Visit".into(), day: Some(day("2027-02-01")), ..Default::default() };
    let line = Typed { reading: &reading, part: Part::Done, indent: 0, staff: None, after: None };
    let rows = typed(&book, &[], looked(), &line, Id(0x30));
    write(&mut book, rows);
    let line = &page(&book, TODAY)[0];
    assert_eq!((line.part, line.done_on), (Part::Done, Some(day("2027-02-01"))));
}

#[test]
fn what_became_of_a_promise_is_a_line_that_was_done_and_noting_it_twice_is_once() {
    let mut book = testing::book(&[
        ("partner", 0x11, &[("name", "Windham Middle School")]),
        ("contact", 0x41, &[("partner", &Id(0x11).to_string()), ("next_step", "Send dates"), ("next_date", TODAY)]),
    ]);
    let promise = page(&book, TODAY).remove(0);
    for said in ["They took the 9th", "They took the 10th"] {
        let rows = noted(&book, &[], looked(), &promise, said);
        write(&mut book, rows);
    }
    let lines: Vec<Line> = page(&book, TODAY).into_iter().filter(|line| line.part == Part::Done).collect();
    assert_eq!(lines.len(), 1);
    assert_eq!(
        (lines[0].what.as_str(), lines[0].partner, lines[0].came_of_it.as_str()),
        ("Send dates", Some(Id(0x11)), "They took the 10th")
    );
}

#[test]
fn what_is_unfinished_moves_and_what_was_planned_is_planned_again() {
    let mut book = book(&[
        (0x21, &[("what", "Open"), ("week", "2027-01-25")]),
        (0x22, &[("what", "Finished"), ("day", "2027-01-26"), ("state", DONE), ("done_on", "2027-01-26")]),
        (0x23, &[("what", "Idea"), ("section", "ideas"), ("week", "2027-01-25")]),
        (0x24, &[("what", "Again"), ("day", "2027-01-28"), ("rule", "FREQ=WEEKLY"), ("instead", "2027-01-28")]),
    ]);
    let rows = copying::plan_again(&book, looked(), &mut ids(0x1000));
    let planned: Vec<(&str, Option<&str>)> =
        rows.iter().map(|(_, _, values)| (task::WHAT.of(values).unwrap(), task::DAY.of(values))).collect();
    assert_eq!(planned.len(), 2);
    assert!(planned.contains(&("Open", None)) && planned.contains(&("Finished", Some("2027-02-02"))), "{planned:?}");
    let rows = copying::move_unfinished(&book, looked());
    assert_eq!(rows.iter().map(|(_, id, _)| *id).collect::<Vec<_>>(), [Id(0x21)]);
    write(&mut book, rows);
    assert_eq!(page(&book, TODAY).iter().find(|line| line.of.id() == Id(0x21)).unwrap().carried, None);
    assert!(copying::unfinished(&book, looked()).is_empty());
}

#[test]
fn the_calendar_knows_a_time_by_the_same_name_before_and_after_it_is_a_record() {
    let mut book = book(&[
        (
            0x21,
            &[
                ("day", "2027-01-07"),
                ("instead", "2027-01-07"),
                ("rule", "FREQ=WEEKLY"),
                ("from", "09:30"),
                ("to", "10:00"),
            ],
        ),
        (0x22, &[("what", "Without a day")]),
    ]);
    let zone = Now { ms: 0, offset_minutes: -300 };
    let entries = |book: &Book| {
        let calendar = Calendar { book, zone: &zone, lang: Lang::En, title_of: &|_, _| None };
        let lines = page(book, TODAY);
        calendar.entries(&lines, &|line| line.what.clone())
    };
    let before = entries(&book);
    assert_eq!(before.len(), 1);
    let begins = date::moment("2027-02-04T09:30:00-05:00").unwrap().timestamp_millis();
    assert_eq!((before[0].starts, before[0].ends), (When::At(begins), Some(When::At(begins + 1_800_000))));
    let of = page(&book, TODAY).into_iter().find(|line| matches!(line.of, Of::Time(..))).unwrap().of;
    let row = change(&book, of, done(day("2027-02-04"))).unwrap();
    write(&mut book, [row]);
    let after = entries(&book);
    assert_eq!((&after[0].uid, after[0].starts), (&before[0].uid, before[0].starts));
    assert!(after[0].sequence >= before[0].sequence);
}

#[test]
fn the_page_as_text_has_the_headings_of_the_seed() {
    let book = book(&[(0x21, &[("what", "Career Fair")]), (0x22, &[("what", "Research skills"), ("rank", "z")])]);
    let text = plain::text("Week of Jan 31, 2027", &page(&book, TODAY), Lang::En, &|line| line.what.clone());
    assert!(text.contains("General to Do (In Building)\n  - System-Wide Teams:\n    - Updates:\n"), "{text}");
    assert!(text.contains("\nOutreach To-Do\n  - Career Fair\n"), "{text}");
    assert!(text.contains("  - Schools:\n    - Reach out to:\n"), "{text}");
}

#[test]
fn schools_that_nobody_contacted_are_proposed_first_and_nobody_who_asked_for_peace() {
    let partner = |id: u128| Id(id).to_string();
    let (one, two) = (partner(0x11), partner(0x12));
    let mut book = testing::book(&[
        ("partner", 0x11, &[("name", "North School"), ("type", "school")]),
        ("partner", 0x12, &[("name", "South School"), ("type", "school")]),
        ("partner", 0x13, &[("name", "East School"), ("type", "school")]),
        ("partner", 0x14, &[("name", "West School"), ("type", "school")]),
        ("partner", 0x15, &[("name", "Bakery"), ("type", "business")]),
        ("contact", 0x41, &[("partner", &one), ("when", "2026-10-01T10:00:00-04:00")]),
        ("contact", 0x42, &[("partner", &two), ("when", "2027-01-20T10:00:00-05:00")]),
    ]);
    testing::set(&mut book, "partner", Id(0x14), [("do_not_contact".to_owned(), Value::Bool(true))]);
    let mut index = Index::default();
    assert_eq!(schools::proposed(&book, &mut index, day(TODAY)), [Id(0x13), Id(0x11)]);
    assert!(schools::is_continuing(&book, &mut index, Id(0x11)));
    assert!(!schools::is_continuing(&book, &mut index, Id(0x13)));
}
