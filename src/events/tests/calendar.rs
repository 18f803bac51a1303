//! Events in other calendars.

use crate::events::calendar;
use crate::events::kinds::event::EVENT;
use crate::formats::ics::{self, Entry, Status};
use crate::hubs::kinds::hub::HUB;
use crate::model::date;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::work::command::Command;
use crate::work::testing::{NOON, Tablet, now};

fn write(tablet: &Tablet, kind: &'static Kind, id: Id, values: &[(&str, Value)]) {
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let command = Command::Write { label: kind.name.message(), rows: vec![(kind.id, id, values)] };
    now(tablet.work.run(command)).unwrap();
}

fn entries(tablet: &Tablet, from: &str, to: &str) -> Vec<Entry> {
    let state = tablet.work.state();
    let title_of = |kind: &str, id: Id| {
        let kind = state.book.kind(kind)?;
        state.book.alive(kind.id, id).map(|record| crate::model::show::title(kind, record))
    };
    let day = |text: &str| date::day(text).unwrap();
    calendar::entries(&state.book, day(from), day(to), Lang::En, &title_of)
}

#[test]
fn what_leaves_is_what_may_be_told_to_anyone() {
    let tablet = Tablet::new(1);
    write(&tablet, &HUB, Id(3), &[("name", Value::text("Natchaug School"))]);
    let values = [
        ("name", Value::text("Storytime")),
        ("when", Value::text("2026-12-05T10:00:00-05:00")),
        ("ends", Value::text("2026-12-05T11:00:00-05:00")),
        ("location", Value::text("Room 4")),
        ("hub", Value::link(Id(3))),
        ("audience", Value::text("ages_0_5")),
        ("description", Value::text("Songs and books")),
        ("notes", Value::text("Ask Kim about the allergy")),
        ("staff_words", Value::text("Marisol")),
        ("partner_words", Value::text("Jo of the bakery")),
        ("status", Value::text("confirmed")),
    ];
    write(&tablet, &EVENT, Id(7), &values);
    let all = entries(&tablet, "2026-12-01", "2026-12-31");
    assert_eq!(all.len(), 1);
    assert_eq!(
        (&*all[0].title, &*all[0].location, all[0].status),
        ("Storytime", "Room 4, Natchaug School", Status::Confirmed)
    );
    assert_eq!(all[0].uid, "00000000000000000000000000000007@porchlight");
    let file = ics::write("Calendar", &all, &*tablet.work.zone(), None);
    for words in ["Kim", "Marisol", "Jo of"] {
        assert!(!file.contains(words), "{file}");
    }
    assert!(file.contains("Songs and books"));
    assert!(entries(&tablet, "2026-12-06", "2026-12-31").is_empty());
}

#[test]
fn entries_stand_in_the_order_in_which_they_begin() {
    let tablet = Tablet::new(1);
    for (id, at) in
        [(7, "2026-12-06T10:00:00-05:00"), (8, "2026-12-05T10:00:00-05:00"), (9, "2026-12-05T10:00:00-05:00")]
    {
        write(&tablet, &EVENT, Id(id), &[("name", Value::text(format!("Event {id}"))), ("when", Value::text(at))]);
    }
    let titles: Vec<String> =
        entries(&tablet, "2026-12-01", "2026-12-31").into_iter().map(|entry| entry.title).collect();
    assert_eq!(titles, ["Event 8", "Event 9", "Event 7"]);
}

#[test]
fn an_event_that_was_changed_moves_in_calendars_that_have_it() {
    let tablet = Tablet::new(1);
    let when =
        |at: &str| [("name", Value::text("Fair")), ("when", Value::text(at)), ("status", Value::text("planned"))];
    write(&tablet, &EVENT, Id(7), &when("2026-12-05T10:00:00-05:00"));
    let before = entries(&tablet, "2026-12-01", "2026-12-31");
    tablet.clock.0.set(NOON + 5_000);
    write(&tablet, &EVENT, Id(7), &when("2026-12-06T10:00:00-05:00"));
    write(&tablet, &EVENT, Id(7), &[("status", Value::text("canceled"))]);
    let after = entries(&tablet, "2026-12-01", "2026-12-31");
    assert_eq!(before[0].uid, after[0].uid);
    assert!(before[0].sequence < after[0].sequence && after[0].sequence < 1 << 31);
    assert_eq!([before[0].status, after[0].status], [Status::Tentative, Status::Canceled]);
}
