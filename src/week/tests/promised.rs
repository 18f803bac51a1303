use super::*;
use crate::capabilities::ALL;
use crate::week::follow_ups::follow_ups;
use crate::week::this_week::this_week;
use crate::work::calendar::OnCalendar;

fn shown() -> Vec<OnCalendar> {
    ALL.iter().flat_map(|capability| capability.on_calendar).copied().collect()
}

/// A partner with a contact that promised something, and a poster that is to come down.
fn promised() -> Book {
    let partner = Id(0x11).to_string();
    let contact = [
        ("partner", partner.as_str()),
        ("staff", "00000000000000000000000000000031"),
        ("next_step", "Send three dates"),
        ("next_date", "2027-01-29"),
    ];
    testing::book(&[
        ("partner", 0x11, &[("name", "Windham Middle School")]),
        ("contact", 0x41, &contact),
        ("posting", 0x51, &[("title", "Job fair"), ("until", "2027-02-04")]),
        ("event", 0x61, &[("name", "Career Fair"), ("when", "2027-02-06T10:00:00-05:00"), ("status", "planned")]),
    ])
}

fn on(book: &Book, week: &str, whose: Whose) -> Vec<(Part, String, Option<NaiveDate>)> {
    let looked = Looked::at(day(week), day(TODAY), whose);
    let lines = lines(book, &mut Index::default(), &shown(), looked);
    lines.into_iter().map(|line| (line.part, line.what, line.carried)).collect()
}

#[test]
fn what_others_records_promise_stands_in_the_week_by_itself() {
    let book = promised();
    assert_eq!(
        on(&book, TODAY, Whose::Team),
        [
            (Part::Outreach, "Career Fair".to_owned(), None),
            (Part::FollowUps, "Send three dates".to_owned(), Some(day("2027-01-29"))),
            (Part::FollowUps, String::new(), None),
        ]
    );
    assert_eq!(on(&book, "2027-01-27", Whose::Team), [(Part::FollowUps, "Send three dates".to_owned(), None)]);
    assert_eq!(on(&book, "2027-02-10", Whose::Team), []);
    let others = on(&book, TODAY, Whose::One(Id(0x32)));
    assert!(!others.iter().any(|(_, what, _)| what == "Send three dates"), "that is a colleague’s");
}

#[test]
fn what_is_ticked_there_is_ticked_here() {
    let mut book = promised();
    testing::set(&mut book, "contact", Id(0x41), [("next_done".to_owned(), Value::Bool(true))]);
    testing::set(&mut book, "posting", Id(0x51), [("down".to_owned(), Value::Bool(true))]);
    assert_eq!(on(&book, TODAY, Whose::Team).len(), 1);
}

#[test]
fn an_event_that_was_held_stands_under_outreach_done_with_what_went_well() {
    let mut book = promised();
    let held =
        [("status", "held"), ("went_well", "Two sign-ups")].map(|(key, text)| (key.to_owned(), Value::text(text)));
    testing::set(&mut book, "event", Id(0x61), held);
    let lines = lines(&book, &mut Index::default(), &shown(), Looked::at(day(TODAY), day(TODAY), Whose::Team));
    let done = lines.iter().find(|line| line.part == Part::Done).unwrap();
    assert_eq!((done.what.as_str(), done.came_of_it.as_str()), ("Career Fair", "Two sign-ups"));
}

#[test]
fn follow_ups_are_promises_and_tasks_the_longest_due_first() {
    let mut book = promised();
    set(&mut book, 0x21, &[("what", "Check on availability"), ("section", "outreach"), ("state", FOLLOW_UP)]);
    set(&mut book, 0x22, &[("what", "Plan the talk"), ("section", "outreach"), ("state", "to_do")]);
    // What is due in a later week is followed up as well, and stands on that week’s page.
    set(&mut book, 0x23, &[("what", "Send photos"), ("state", FOLLOW_UP), ("day", "2027-03-10")]);
    set(&mut book, 0x24, &[("what", "Was sent"), ("state", DONE), ("day", "2027-03-10")]);
    let next = [("next_step", "Call again"), ("next_date", "2027-03-01")];
    let next = next.map(|(key, text)| (key.to_owned(), Value::text(text)));
    testing::set(&mut book, "ask", Id(0x42), next.into_iter().chain([("partner".to_owned(), Value::link(Id(0x11)))]));
    testing::set(&mut book, "posting", Id(0x52), [("until".to_owned(), Value::text("2027-04-01"))]);
    let all = follow_ups(&book, &mut Index::default(), &shown(), day(TODAY), Whose::Team);
    let words: Vec<&str> = all.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(words, ["Send three dates", "", "Call again", "Send photos", "Check on availability"]);
    let mine = follow_ups(&book, &mut Index::default(), &shown(), day(TODAY), Whose::One(Id(0x32)));
    assert!(!mine.iter().any(|line| line.what == "Send three dates"), "that is a colleague’s");
}

#[test]
fn today_names_what_is_for_today_or_carried_over_and_counts_the_rest() {
    let book = book(&[
        (0x21, &[("day", TODAY)]),
        (0x22, &[("week", "2027-01-20")]),
        (0x23, &[("week", TODAY)]),
        (0x24, &[("day", "2027-02-05")]),
        (0x25, &[("day", TODAY), ("state", DONE), ("done_on", TODAY)]),
        (0x26, &[("section", "ideas")]),
        (0x27, &[("day", "2027-02-16")]),
    ]);
    let now = this_week(&book, day(TODAY), Whose::Team);
    let ids: Vec<Id> = now.now.iter().map(|line| line.of.id()).collect();
    assert_eq!((ids, now.later), (vec![Id(0x22), Id(0x21)], 2));
}
