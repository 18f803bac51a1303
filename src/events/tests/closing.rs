//! An event is closed: everything on the card in one step, whatever of it was noted before, on one tablet or on two.

use crate::asks::give_and_get::{give_and_get, thanks_owed};
use crate::events::closing::follow_ups::FollowUp;
use crate::events::closing::open::{Open, over, to_close};
use crate::events::closing::{self, At, Card, Thanks};
use crate::events::copying::copied;
use crate::events::kinds::event::EVENT;
use crate::events::kinds::event_partner::EVENT_PARTNER;
use crate::events::kinds::event_staff::EVENT_STAFF;
use crate::model::author::Author;
use crate::model::record_write::RecordWrite;
use crate::model::text::Message;
use crate::model::{check, date};
use crate::week::{TASK, task_fields as task};
use crate::work::due::due;
use crate::work::testing::*;

const FAIR: Id = Id(0x31);
const KITCHEN: Id = Id(0x11);
const TWIN: Id = Id(0x12);
const STORE: Id = Id(0x13);
const ANA: Id = Id(0x41);
const BEN: Id = Id(0x42);

fn texts(kind: &'static str, id: Id, values: &[(&str, &str)]) -> RecordWrite {
    (kind, id, values.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))).collect())
}

fn write(tablet: &Tablet, rows: Vec<RecordWrite>) -> Option<u64> {
    let command = Command::Write { label: Message::same("written"), rows };
    now(tablet.work.run(command)).unwrap().step
}

/// A fair yesterday with two partners, one of them under two names, and Ana of the library.
fn tablet() -> Tablet {
    let tablet = Tablet::new(1);
    let (fair, kitchen) = (FAIR.to_string(), KITCHEN.to_string());
    write(
        &tablet,
        vec![
            texts("partner", KITCHEN, &[("name", "Soup Kitchen")]),
            texts("partner", TWIN, &[("name", "The soup kitchen"), ("same_as", &kitchen)]),
            texts("partner", STORE, &[("name", "Hilltop Hardware")]),
            texts("staff", ANA, &[("name", "Ana")]),
            texts("staff", BEN, &[("name", "Ben")]),
            texts(
                EVENT.id,
                FAIR,
                &[
                    ("name", "Fair"),
                    ("when", "2026-11-21T10:00:00-05:00"),
                    ("ends", "2026-11-21T12:00:00-05:00"),
                    ("status", "planned"),
                ],
            ),
            texts(
                EVENT_PARTNER.id,
                Id(0x51),
                &[("event", &fair), ("partner", &TWIN.to_string()), ("capacity", "host")],
            ),
            texts(EVENT_PARTNER.id, Id(0x52), &[("event", &fair), ("partner", &kitchen), ("capacity", "sponsor")]),
            texts(
                EVENT_PARTNER.id,
                Id(0x53),
                &[("event", &fair), ("partner", &STORE.to_string()), ("capacity", "guest")],
            ),
            texts(EVENT_STAFF.id, Id(0x61), &[("event", &fair), ("staff", &ANA.to_string())]),
        ],
    );
    tablet
}

/// The card as it opens: what is on it, and nothing said.
fn card(tablet: &Tablet, me: Option<Id>) -> Card {
    let (staff, partners) =
        tablet.work.look(|book, index| (closing::staff(book, index, FAIR, me), closing::partners(book, index, FAIR)));
    Card {
        minutes: staff.into_iter().map(|line| (line, String::new())).collect(),
        thanks: partners.into_iter().map(|line| (line, Thanks::Owed)).collect(),
        ..Card::default()
    }
}

fn rows(tablet: &Tablet, card: &Card) -> Result<Vec<RecordWrite>, Vec<At>> {
    let author = Author { by: Some(BEN), now: tablet.work.now() };
    let rows = tablet.work.look(|book, index| closing::rows(book, index, (FAIR, card), author, Lang::En));
    rows.map(Option::unwrap).map_err(|wrong| wrong.into_iter().map(|wrong| wrong.at).collect())
}

fn close(tablet: &Tablet, card: &Card) -> Option<u64> {
    write(tablet, rows(tablet, card).unwrap())
}

fn says(tablet: &Tablet, kind: &str, id: Id, key: &str) -> Option<Value> {
    let state = tablet.work.state();
    state.book.alive(kind, id)?.get(key).filter(|value| !value.is_blank()).cloned()
}

fn owed(tablet: &Tablet) -> Vec<(Id, String)> {
    let owed = thanks_owed(&tablet.work.state().book);
    owed.into_iter().map(|owed| (owed.partner.unwrap(), owed.what)).collect()
}

fn meet(a: &Tablet, b: &Tablet) {
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
}

#[test]
fn one_tap_keeps_the_whole_card_and_one_undo_takes_it_back() {
    let tablet = tablet();
    let mut card = card(&tablet, Some(BEN));
    assert_eq!(
        card.minutes.iter().map(|(line, _)| (line.staff, line.new)).collect::<Vec<_>>(),
        [(Some(ANA), false), (Some(BEN), true)]
    );
    let whom: Vec<_> = card.thanks.iter().map(|(line, _)| (line.partner, line.capacity.as_deref())).collect();
    assert_eq!(whom, [(KITCHEN, Some("host")), (STORE, Some("guest"))], "each once, by whoever stands for both");
    card.participants = "41".into();
    card.known_by = "sign_in".into();
    card.went_well = "The band".into();
    card.minutes[0].1 = "90".into();
    card.minutes[1].1 = "0".into();
    card.thanks[1].1 = Thanks::Said;
    card.next_step = "Send the photos".into();
    card.next_date = "2026-11-25".into();
    let before = tablet.hash();
    let step = close(&tablet, &card).unwrap();
    let event = |key: &str| says(&tablet, EVENT.id, FAIR, key);
    assert_eq!(event("status"), Some(Value::text("held")));
    assert_eq!((event("participants"), event("known_by")), (Some(Value::Number(41.0)), Some(Value::text("sign_in"))));
    assert_eq!(event("went_well"), Some(Value::text("The band")));
    let row = |at: usize| card.minutes[at].0.row;
    assert_eq!(says(&tablet, EVENT_STAFF.id, row(0), "minutes"), Some(Value::Number(90.0)));
    // No time at all is another thing than nothing noted.
    assert_eq!(says(&tablet, EVENT_STAFF.id, row(1), "minutes"), Some(Value::Number(0.0)));
    assert_eq!(says(&tablet, EVENT_STAFF.id, row(1), "staff"), Some(Value::link(BEN)));
    assert_eq!(owed(&tablet), [(KITCHEN, "Host: Fair".into())]);
    let promised = tablet.work.look(|book, index| due(book, index, date::day("2026-11-22").unwrap()));
    assert_eq!(
        promised.into_iter().map(|due| (due.record, due.step)).collect::<Vec<_>>(),
        [(FAIR, "Send the photos".into())]
    );
    let state = tablet.work.state();
    for kind in [&EVENT, &EVENT_STAFF, &crate::asks::ASK] {
        for record in state.book.living(kind.id) {
            assert_eq!(check::check(kind, kind.fields(), |key| record.get(key)), vec![], "{}", kind.id);
        }
    }
    drop(state);
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert_eq!((event("status"), event("participants")), (Some(Value::text("planned")), None));
    assert_eq!((owed(&tablet), says(&tablet, EVENT_STAFF.id, row(1), "staff")), (vec![], None));
    assert_ne!(tablet.hash(), before, "undoing is a step, too");
}

#[test]
fn nobody_came_and_nobody_counted_are_two_things() {
    for (participants, known_by, noted, is_open) in
        [("0", "counted", Some(Value::Number(0.0)), false), ("", "not_counted", None, false), ("", "", None, true)]
    {
        let tablet = tablet();
        let card = Card { participants: participants.into(), known_by: known_by.into(), ..card(&tablet, None) };
        close(&tablet, &card);
        assert_eq!(says(&tablet, EVENT.id, FAIR, "participants"), noted);
        let state = tablet.work.state();
        let open = to_close(&state.book, tablet.work.now().moment());
        assert_eq!(
            open.first().map(|open| open.open),
            is_open.then_some(Open::Participants),
            "{participants:?} {known_by}"
        );
    }
}

#[test]
fn what_cannot_be_is_asked_about_and_nothing_is_written_by_halves() {
    let tablet = tablet();
    for typed in ["−3", "-3", "1000000000", "a few", "2.5", "1.000"] {
        let mut card = Card { participants: typed.into(), went_well: "All".into(), ..card(&tablet, None) };
        assert_eq!(rows(&tablet, &card), Err(vec![At::Participants]), "{typed}");
        card.participants.clear();
        card.minutes[0].1 = typed.into();
        assert_eq!(rows(&tablet, &card), Err(vec![At::Minutes(Id(0x61))]), "{typed}");
    }
    let both = Card { participants: "12".into(), known_by: "not_counted".into(), ..card(&tablet, None) };
    assert_eq!(rows(&tablet, &both), Err(vec![At::Participants]));
    let never = Card { next_date: "2026-02-30".into(), ..card(&tablet, None) };
    assert_eq!(rows(&tablet, &never), Err(vec![At::NextDate]));
    // What was typed of people who did not come is no hindrance.
    close(&tablet, &Card { canceled: true, participants: "a few".into(), thanks: vec![], ..card(&tablet, None) });
    assert_eq!(says(&tablet, EVENT.id, FAIR, "status"), Some(Value::text("canceled")));
}

#[test]
fn a_canceled_event_keeps_what_was_counted_and_owes_what_somebody_says() {
    let tablet = tablet();
    write(&tablet, vec![(EVENT.id, FAIR, [("participants".to_owned(), Value::Number(9.0))].into())]);
    let mut card = Card { canceled: true, participants: String::new(), ..card(&tablet, None) };
    card.thanks[0].1 = Thanks::None;
    close(&tablet, &card);
    assert_eq!(says(&tablet, EVENT.id, FAIR, "participants"), Some(Value::Number(9.0)));
    assert_eq!(owed(&tablet), [(STORE, "Guest: Fair".into())], "whoever came in vain is thanked all the same");
    assert_eq!(to_close(&tablet.work.state().book, tablet.work.now().moment()), []);
}

#[test]
fn thanks_go_to_what_was_asked_for_where_it_was_asked() {
    let tablet = tablet();
    let ask = |id: u128, values: &[(&str, &str)]| {
        let own = [("partner", KITCHEN.to_string()), ("what", "Soup".into()), ("event", FAIR.to_string())];
        let mut row = texts("ask", Id(id), values);
        row.2.extend(own.map(|(key, text)| (key.to_owned(), Value::text(text))));
        write(&tablet, vec![row]);
    };
    ask(0x71, &[("answer", "yes"), ("asked_on", "2026-11-01")]);
    ask(0x72, &[("answer", "no"), ("asked_on", "2026-11-01")]);
    ask(0x73, &[("answer", "yes"), ("who_asks", "they_ask"), ("asked_on", "2026-11-01")]);
    let mut card = card(&tablet, None);
    card.thanks[1].1 = Thanks::None;
    close(&tablet, &card);
    assert_eq!(owed(&tablet), [(KITCHEN, "Soup".into())]);
    assert_eq!(says(&tablet, "ask", Id(0x71), "delivered_on"), Some(Value::text("2026-11-21")));
    assert_eq!(says(&tablet, "ask", Id(0x72), "delivered_on"), None);
    assert_eq!(tablet.work.state().book.living("ask").count(), 3, "none is made up beside it");
    // Closed once more, as somebody does who forgot the number.
    write(&tablet, vec![texts("ask", Id(0x71), &[("thanked_on", "2026-11-22")])]);
    let again = tablet.work.look(|book, index| closing::partners(book, index, FAIR));
    assert_eq!(again.iter().map(|line| line.thanked).collect::<Vec<_>>(), [true, false]);
    close(&tablet, &Card { thanks: again.into_iter().map(|line| (line, Thanks::Owed)).take(1).collect(), ..card });
    assert_eq!((owed(&tablet), tablet.work.state().book.living("ask").count()), (vec![], 3));
}

#[test]
fn two_tablets_that_close_one_event_owe_thanks_once() {
    let a = tablet();
    let b = Tablet::new(2);
    b.import(&a.export()).unwrap();
    for tablet in [&a, &b] {
        let mut card = card(tablet, Some(BEN));
        card.minutes[1].1 = "30".into();
        close(tablet, &card);
    }
    meet(&a, &b);
    for tablet in [&a, &b] {
        assert_eq!(owed(tablet).len(), 2, "{:?}", owed(tablet));
        let staff = tablet.work.look(|book, index| closing::staff(book, index, FAIR, None));
        assert_eq!(staff.iter().map(|line| line.minutes).collect::<Vec<_>>().len(), 2);
        assert_eq!(staff.iter().filter_map(|line| line.minutes).sum::<i64>(), 30);
    }
    // What the closing wrote down is no ask that anybody tires of, and counts as one that they gave.
    let sum = a.work.look(|book, index| give_and_get(book, index, KITCHEN, date::day("2026-11-22").unwrap()));
    assert_eq!((sum.we_asked, sum.they_gave, sum.lately), (1, 1, None));
}

#[test]
fn a_second_closing_changes_what_it_says_and_a_copy_begins_anew() {
    let tablet = tablet();
    let mut first = Card { next_step: "Call".into(), next_date: "2026-11-24".into(), ..card(&tablet, None) };
    first.minutes[0].1 = "90".into();
    close(&tablet, &first);
    write(&tablet, vec![(EVENT.id, FAIR, [("next_done".to_owned(), Value::Bool(true))].into())]);
    let thanks = Vec::new();
    let same = Card { thanks: thanks.clone(), ..first.clone() };
    assert_eq!(rows(&tablet, &same), Ok(vec![]), "what stands there is not written again");
    close(&tablet, &Card { next_step: "Call again".into(), thanks, ..first });
    assert_eq!(says(&tablet, EVENT.id, FAIR, "next_done"), Some(Value::Bool(false)), "what is promised anew is open");
    let mut ids = 0x900;
    let mut new_id = || {
        ids += 1;
        Id(ids)
    };
    let copy = tablet.work.look(|book, index| copied(book, index, FAIR, Id(0x99), &mut new_id)).unwrap();
    for key in ["went_well", "next_step", "next_date", "next_done", "participants"] {
        assert!(!copy[0].2.contains_key(key), "{key}");
    }
}

#[test]
fn nothing_was_given_on_a_day_that_is_still_to_come() {
    let tablet = tablet();
    write(&tablet, vec![texts(EVENT.id, FAIR, &[("when", "2026-11-24T10:00:00-05:00"), ("ends", "")])]);
    close(&tablet, &card(&tablet, None));
    let state = tablet.work.state();
    let given: Vec<_> = state.book.living("ask").map(|ask| ask.text("delivered_on").map(str::to_owned)).collect();
    assert_eq!(given, [Some("2026-11-22".to_owned()), Some("2026-11-22".to_owned())]);
}

#[test]
fn a_promise_of_a_deleted_event_is_not_on_today() {
    let tablet = tablet();
    close(&tablet, &Card { next_step: "Call".into(), next_date: "2026-11-24".into(), ..card(&tablet, None) });
    let promised = || tablet.work.look(|book, index| due(book, index, date::day("2026-11-22").unwrap())).len();
    assert_eq!(promised(), 1);
    let card = card(&tablet, None);
    now(tablet.work.run(Command::Delete(EVENT.id, FAIR))).unwrap();
    assert_eq!(promised(), 0);
    // A card that is still open on another screen brings nothing back.
    let author = Author { by: None, now: tablet.work.now() };
    let rows = tablet.work.look(|book, index| closing::rows(book, index, (FAIR, &card), author, Lang::En));
    assert_eq!(rows, Ok(None));
}

#[test]
fn an_event_is_asked_about_once_it_is_over_until_it_is_closed() {
    let tablet = tablet();
    let at = |moment: &str| {
        let state = tablet.work.state();
        to_close(&state.book, date::moment(moment).unwrap()).into_iter().map(|open| open.open).collect::<Vec<_>>()
    };
    let set = |values: &[(&str, &str)]| {
        write(&tablet, vec![texts(EVENT.id, FAIR, values)]);
    };
    assert_eq!(at("2026-11-21T11:59:59-05:00"), []);
    assert_eq!(at("2026-11-21T17:00:00Z"), [Open::TookPlace], "in whatever zone the tablet is");
    assert_eq!(at("2027-02-19T12:00:00-05:00"), [Open::TookPlace]);
    assert_eq!(at("2027-02-20T12:00:01-05:00"), [], "not for ever");
    // Without an end, it is over when its day is.
    set(&[("ends", "")]);
    assert_eq!(at("2026-11-21T23:59:59-05:00"), []);
    assert_eq!(at("2026-11-22T00:00:00-05:00"), [Open::TookPlace]);
    // What ends before it begins, as a spreadsheet may have it, is over when it begins.
    let odd = texts(EVENT.id, FAIR, &[("when", "2026-11-21T10:00:00-05:00"), ("ends", "2026-11-20T10:00:00-05:00")]).2;
    assert_eq!(over(&odd), date::moment("2026-11-21T10:00:00-05:00"));
    for (status, open) in
        [("confirmed", vec![Open::TookPlace]), ("held", vec![Open::Participants]), ("canceled", vec![])]
    {
        set(&[("status", status)]);
        assert_eq!(at("2026-11-23T00:00:00-05:00"), open, "{status}");
    }
    set(&[("when", ""), ("status", "planned")]);
    assert_eq!(at("2026-11-23T00:00:00-05:00"), []);
}

fn follow_up(step: &str, day: &str) -> FollowUp {
    FollowUp { step: step.to_owned(), day: day.to_owned() }
}

#[test]
fn several_follow_ups_are_each_a_task_about_the_event_that_is_due_on_its_day() {
    let tablet = tablet();
    let more = vec![follow_up(" Send photos ", "2026-11-25"), FollowUp::default(), follow_up("Call the band", "")];
    let said = Card { next_step: "Book the room".to_owned(), more: more.clone(), ..card(&tablet, None) };
    let step = close(&tablet, &said).unwrap();
    let tasks = || {
        let state = tablet.work.state();
        let mut found: Vec<(String, Option<String>)> = state
            .book
            .living(TASK.id)
            .map(|record| {
                assert_eq!(task::EVENT.of(&**record), Some(FAIR));
                assert_eq!(task::STAFF.of(&**record), Some(BEN));
                assert_eq!(task::STATE.of(&**record), Some("follow_up"));
                (task::WHAT.of(&**record).unwrap().to_owned(), task::DAY.of(&**record).map(str::to_owned))
            })
            .collect();
        found.sort();
        found
    };
    let both = [("Call the band".to_owned(), None), ("Send photos".to_owned(), Some("2026-11-25".to_owned()))];
    assert_eq!(tasks(), both);
    // They stand on the page of the event, what is due first.
    let on_its_page = tablet.work.look(|book, index| crate::week::of_event(book, index, FAIR));
    let said_there: Vec<_> = on_its_page.iter().map(|id| says(&tablet, TASK.id, *id, "what")).collect();
    assert_eq!(said_there, [Some(Value::text("Send photos")), Some(Value::text("Call the band"))]);
    assert_eq!(
        says(&tablet, EVENT.id, FAIR, "next_step"),
        Some(Value::text("Book the room")),
        "the first stays with it"
    );
    // Said once more, also on another tablet, it is the same.
    assert!(rows(&tablet, &said).unwrap().iter().all(|(kind, ..)| *kind != TASK.id));
    let other = Tablet::new(2);
    other.import(&tablet.export()).unwrap();
    let again =
        Card { more: vec![follow_up("Send photos", "2026-11-25"), follow_up("Send photos", "2026-11-26")], ..said };
    assert_eq!(rows(&other, &again).unwrap().iter().filter(|(kind, ..)| *kind == TASK.id).count(), 1);
    // One undo takes all of them back.
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert_eq!(tasks(), []);
}

#[test]
fn a_follow_up_without_words_or_with_half_a_day_is_asked_about() {
    let tablet = tablet();
    let more = vec![follow_up("Send photos", date::UNFINISHED), follow_up("", "2026-11-25")];
    let said = Card { more, ..card(&tablet, None) };
    assert_eq!(rows(&tablet, &said).unwrap_err(), [At::Day(0), At::Step(1)]);
}
