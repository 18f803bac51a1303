//! Series: how many sessions, on which days, at which time, once each; changed together and alone.

use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::kinds::event_partner::{EVENT_PARTNER, fields as partner};
use crate::events::kinds::event_staff::{EVENT_STAFF, fields as staff};
use crate::events::series::{self, MOST, NoSeries, all, change_later, days, later, sessions};
use crate::model::date;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::testing::cases;
use crate::model::text::Message;
use crate::work::memory::NewYorkClock;
use crate::work::testing::*;
use chrono::{Datelike, NaiveDate, TimeDelta, Timelike};
use proptest::prelude::*;
use std::collections::BTreeSet;

const FIRST: Id = Id(0x31);

fn day(text: &str) -> NaiveDate {
    date::day(text).unwrap()
}

fn new_york() -> NewYorkClock {
    NewYorkClock(Cell::new(NOON))
}

fn write(tablet: &Tablet, rows: Vec<RecordWrite>) {
    now(tablet.work.run(Command::Write { label: Message::same("written"), rows })).unwrap();
}

/// A tablet with an event at this time on the wall clock, and a partner of it.
fn planned(seed: u64, when: &str, ends: &str) -> Tablet {
    let tablet = Tablet::new(seed);
    let zone = new_york();
    let moment = |local: &str| date::from_local(local, &zone).unwrap();
    let values = [
        event::NAME.is("Storytime"),
        event::WHEN.is(moment(when)),
        event::ENDS.is(moment(ends)),
        event::STATUS.is("held"),
    ];
    let with = [("event", Value::link(FIRST)), ("partner", Value::link(Id(0x11))), ("capacity", Value::text("host"))];
    write(&tablet, vec![(EVENT.id, FIRST, order::values(values)), (EVENT_PARTNER.id, Id(0x41), order::values(with))]);
    tablet
}

fn made(tablet: &Tablet, days: &[NaiveDate]) -> usize {
    let zone = new_york();
    let (rows, count) = tablet.work.look(|book, index| sessions(book, index, FIRST, days, &zone));
    write(tablet, rows);
    count
}

fn all_of(tablet: &Tablet) -> Vec<Id> {
    tablet.work.look(|book, index| all(book, index, FIRST))
}

fn text(tablet: &Tablet, id: Id, key: &str) -> String {
    tablet
        .work
        .state()
        .book
        .alive(EVENT.id, id)
        .and_then(|record| record.text(key).map(str::to_owned))
        .unwrap_or_default()
}

#[test]
fn a_series_has_an_end_and_at_most_five_hundred_sessions() {
    let first = day("2026-10-03");
    assert_eq!(days(first, 1, day("2026-10-24")).unwrap().len(), 4);
    assert_eq!(days(first, 1, day("2026-10-23")).unwrap().len(), 3, "the last day counts only if it is reached");
    assert_eq!(days(first, 2, day("2026-10-31")).unwrap(), [first, day("2026-10-17"), day("2026-10-31")]);
    for (weeks, until, why) in [
        (0, "2026-12-01", NoSeries::Weeks),
        (53, "2026-12-01", NoSeries::Weeks),
        (1, "2026-10-03", NoSeries::Nothing),
        (1, "2026-09-03", NoSeries::Nothing),
        (4, "2026-10-30", NoSeries::Nothing),
        (1, "2036-05-03", NoSeries::TooMany(501)),
    ] {
        assert_eq!(days(first, weeks, day(until)), Err(why), "{weeks} {until}");
    }
    assert_eq!(days(first, 1, day("2036-04-26")).unwrap().len(), MOST);
}

#[test]
fn a_series_is_said_in_words_that_give_its_days() {
    let (first, until) = (day("2026-10-03"), day("2026-10-31"));
    for (weeks, en) in [(1, "every Saturday"), (2, "every other Saturday"), (3, "every 3 weeks on Saturday")] {
        let rule = crate::events::series::rule(first, weeks, until);
        let said = crate::model::phrases::say(&rule).unwrap().say(Lang::En);
        assert_eq!(said, format!("{en} until October 31, 2026"));
        assert_eq!(rule.days(first).collect::<Vec<_>>(), days(first, weeks, until).unwrap());
    }
}

#[test]
fn sessions_are_made_once_and_keep_the_clock_on_the_wall() {
    let tablet = planned(1, "2026-10-18T18:30", "2026-10-18T20:00");
    let weeks = days(day("2026-10-18"), 1, day("2026-11-15")).unwrap();
    assert_eq!((made(&tablet, &weeks), made(&tablet, &weeks)), (4, 0));
    let sessions = all_of(&tablet);
    let when: Vec<String> = sessions.iter().map(|id| text(&tablet, *id, "when")).collect();
    assert_eq!(
        when,
        [
            "2026-10-18T18:30:00-04:00",
            "2026-10-25T18:30:00-04:00",
            "2026-11-01T18:30:00-05:00",
            "2026-11-08T18:30:00-05:00",
            "2026-11-15T18:30:00-05:00",
        ]
    );
    assert_eq!(text(&tablet, sessions[2], "ends"), "2026-11-01T20:00:00-05:00");
    assert_eq!(
        (text(&tablet, sessions[0], "status"), text(&tablet, sessions[1], "status")),
        ("held".into(), "planned".into())
    );
    assert_eq!(tablet.work.state().book.living(EVENT_PARTNER.id).count(), 5);
    // One that was deleted is not made again, and the series goes on from any of its sessions.
    now(tablet.work.run(Command::Delete("event", sessions[1]))).unwrap();
    assert_eq!((made(&tablet, &weeks), all_of(&tablet).len()), (0, 4));
    let more = days(day("2026-11-15"), 1, day("2026-11-29")).unwrap();
    let (rows, count) = tablet.work.look(|book, index| series::sessions(book, index, sessions[4], &more, &new_york()));
    write(&tablet, rows);
    assert_eq!((count, all_of(&tablet).len()), (2, 6));
}

#[test]
fn a_session_is_changed_alone_or_with_those_that_come_later() {
    let tablet = planned(1, "2026-10-18T22:30", "2026-10-19T00:30");
    made(&tablet, &days(day("2026-10-18"), 2, day("2026-12-13")).unwrap());
    let sessions = all_of(&tablet);
    assert_eq!(sessions.len(), 5);
    let set = |id: Id, values: Vec<(&'static str, Value)>| {
        now(tablet.work.run(Command::Set { kind: "event", id, values: order::values(values) })).unwrap();
    };
    set(sessions[1], vec![("location", Value::text("Green")), ("name", Value::text("Bedtime stories"))]);
    assert_eq!(text(&tablet, sessions[2], "location"), "", "alone");
    set(sessions[1], vec![event::WHEN.is("2026-11-01T20:00:00-05:00"), event::ENDS.is("2026-11-01T21:15:00-05:00")]);
    set(sessions[3], vec![event::STATUS.is("canceled"), ("notes", Value::text("Snow"))]);
    let (rows, changed) = tablet.work.look(|book, index| change_later(book, index, sessions[1], &new_york()));
    assert_eq!(changed, 2, "the canceled one stays as it is");
    write(&tablet, rows);
    for (at, name, when) in [
        (0, "Storytime", "2026-10-18T22:30:00-04:00"),
        (2, "Bedtime stories", "2026-11-15T20:00:00-05:00"),
        (3, "Storytime", "2026-11-29T22:30:00-05:00"),
        (4, "Bedtime stories", "2026-12-13T20:00:00-05:00"),
    ] {
        assert_eq!(
            (text(&tablet, sessions[at], "name"), text(&tablet, sessions[at], "when")),
            (name.into(), when.into()),
            "{at}"
        );
    }
    assert_eq!(text(&tablet, sessions[4], "ends"), "2026-12-13T21:15:00-05:00");
    assert_eq!(text(&tablet, sessions[3], "notes"), "Snow");
    let left = tablet.work.look(|book, index| change_later(book, index, sessions[1], &new_york()).1);
    assert_eq!(left, 0, "once is enough");
    assert_eq!(tablet.work.look(|book, index| later(book, index, sessions[4]).len()), 0);
}

/// The partners of a session, by identity, with their capacities.
fn partners_of(tablet: &Tablet, session: Id) -> Vec<(Id, Id, String)> {
    tablet.work.look(|book, index| {
        let all = index.linking_to(book, partner::EVENT.path(), session).into_iter();
        let mut all: Vec<_> = all
            .map(|record| {
                let capacity = partner::CAPACITY.of(record).unwrap_or_default().to_owned();
                (record.id, partner::PARTNER.of(record).unwrap(), capacity)
            })
            .collect();
        all.sort();
        all
    })
}

#[test]
fn partners_and_staff_go_to_later_sessions_and_nobody_is_taken_off() {
    let tablet = planned(1, "2026-10-18T10:00", "2026-10-18T11:00");
    made(&tablet, &days(day("2026-10-18"), 1, day("2026-11-15")).unwrap());
    let sessions = all_of(&tablet);
    let with = |session: Id, who: u128, capacity: &str| {
        order::values([partner::EVENT.is(session), partner::PARTNER.is(Id(who)), partner::CAPACITY.is(capacity)])
    };
    // From the second session on another one takes part, and the host is a sponsor; the third has a guest of its own.
    let host = partners_of(&tablet, sessions[1])[0].0;
    let reader = [
        staff::EVENT.is(sessions[1]),
        staff::STAFF.is(Id(0x71)),
        staff::ROLE.is("Reads stories"),
        staff::MINUTES.is(90.0),
    ];
    write(
        &tablet,
        vec![
            (EVENT_PARTNER.id, Id(0x51), with(sessions[1], 0x12, "sponsor")),
            (EVENT_PARTNER.id, host, order::values([partner::CAPACITY.is("sponsor")])),
            (EVENT_PARTNER.id, Id(0x52), with(sessions[2], 0x13, "guest")),
            (EVENT_STAFF.id, Id(0x61), order::values(reader)),
        ],
    );
    let apply = || {
        let (rows, changed) = tablet.work.look(|book, index| change_later(book, index, sessions[1], &new_york()));
        if changed > 0 {
            write(&tablet, rows);
        }
        changed
    };
    assert_eq!((apply(), apply()), (3, 0), "once is enough");
    let who = |session: Id| {
        let all = partners_of(&tablet, session).into_iter().map(|(_, who, capacity)| (who.0, capacity));
        all.collect::<Vec<_>>()
    };
    let took_part = |who: u128, capacity: &str| (who, capacity.to_owned());
    let sorted = |mut all: Vec<(u128, String)>| {
        all.sort();
        all
    };
    let both = [took_part(0x11, "sponsor"), took_part(0x12, "sponsor")];
    assert_eq!(who(sessions[0]), [took_part(0x11, "host")], "what is past stays as it was");
    assert_eq!(sorted(who(sessions[2])), [&both[..], &[took_part(0x13, "guest")]].concat());
    assert_eq!(sorted(who(sessions[3])), both);
    tablet.work.look(|book, index| {
        let there = index.linking_to(book, staff::EVENT.path(), sessions[3]);
        assert_eq!(there.len(), 1);
        assert_eq!((staff::ROLE.of(there[0]), staff::MINUTES.of(there[0])), (Some("Reads stories"), None));
    });
    // Whoever was taken off one session stays away from it, though they take part in the one before.
    let off = partners_of(&tablet, sessions[4]).into_iter().find(|(_, who, _)| *who == Id(0x12)).unwrap().0;
    now(tablet.work.run(Command::Delete("event_partner", off))).unwrap();
    assert_eq!((apply(), partners_of(&tablet, sessions[4]).len()), (0, 1));
}

#[test]
fn two_tablets_that_make_the_same_series_have_it_once() {
    let [one, two] = [planned(1_000, "2026-10-18T10:00", "2026-10-18T11:00"), Tablet::new(2_000)];
    two.import(&one.export()).unwrap();
    let weeks = days(day("2026-10-18"), 1, day("2027-10-10")).unwrap();
    assert_eq!((made(&one, &weeks), made(&two, &weeks)), (51, 51));
    two.import(&one.export()).unwrap();
    one.import(&two.export()).unwrap();
    assert_eq!((all_of(&one).len(), all_of(&one)), (52, all_of(&two)));
    assert_eq!(one.work.state().book.living(EVENT_PARTNER.id).count(), 52);
}

proptest! {
    #![proptest_config(cases(32))]

    /// Whatever the first day, the hour, and the weeks between: every session is that many weeks after the one before it, at
    /// the same time on the wall, and ends after it begins.
    #[test]
    fn sessions_are_weeks_apart_at_the_same_time(
        offset in 0i64..800, hour in 0u32..24, lasts in 0i64..1_500, weeks in 1u32..8, more in 1i64..400,
    ) {
        let zone = new_york();
        let first = day("2026-01-01") + TimeDelta::days(offset);
        let begins = first.and_hms_opt(hour, 15, 0).unwrap();
        let local = |moment: chrono::NaiveDateTime| format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute());
        let tablet = planned(1, &local(begins), &local(begins + TimeDelta::minutes(lasts)));
        let Ok(wanted) = days(first, weeks, first + TimeDelta::days(more)) else { return Ok(()) };
        prop_assert_eq!(made(&tablet, &wanted), wanted.len() - 1);
        let sessions = all_of(&tablet);
        prop_assert_eq!(sessions.len(), wanted.len());
        prop_assert_eq!(sessions.iter().collect::<BTreeSet<_>>().len(), sessions.len());
        for (id, on) in sessions.iter().zip(&wanted) {
            let when = text(&tablet, *id, "when");
            // An hour that clocks skip that day is counted from before the change.
            let expected = date::from_local(&format!("{on}T{hour:02}:15"), &zone).unwrap();
            prop_assert_eq!((&when, on.weekday()), (&expected, first.weekday()));
            let ends = date::moment(&text(&tablet, *id, "ends")).unwrap();
            let apart = ends - date::moment(&when).unwrap();
            prop_assert!((apart - TimeDelta::minutes(lasts)).num_minutes().abs() <= 60, "{} {}", when, ends);
        }
        for pair in wanted.windows(2) {
            prop_assert_eq!(pair[1] - pair[0], TimeDelta::weeks(i64::from(weeks)));
        }
    }
}
