//! What the events of a year add up to.

use crate::events::counting::came;
use crate::events::counting::rules::{ALL, CONNECTICUT, FROM_OCTOBER, SURVEY};
use crate::events::counting::totals::Sum;
use crate::events::kinds::choices::{AUDIENCES, FORMATS, STATUS, TYPES};
use crate::events::kinds::event::EVENT;
use crate::events::kinds::event_partner::EVENT_PARTNER;
use crate::events::kinds::event_staff::EVENT_STAFF;
use crate::events::kinds::promotion::{PROMOTION, SHARED, TOLD};
use crate::events::report::{By, Report, lines, report, rows, rules_here, year};
use crate::hubs::kinds::hub::HUB;
use crate::model::date;
use crate::model::field::Choice;
use crate::model::kind::Kind;
use crate::model::library::{LIBRARY, SURVEY_YEARS};
use crate::model::same_as;
use crate::model::testing::cases;
use crate::work::library::library_id;
use crate::work::testing::*;
use proptest::prelude::*;

fn write(tablet: &Tablet, kind: &'static Kind, id: Id, values: &[(&str, Value)]) {
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let command = Command::Write { label: kind.name.message(), rows: vec![(kind.id, id, values)] };
    now(tablet.work.run(command)).unwrap();
}

/// An event in one line: status, type, age group, format, the answer to all three questions, participants.
fn event(tablet: &Tablet, id: Id, day: &str, line: &str, more: &[(&str, Value)]) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [status, ty, audience, format, answer, came] = words[..] else { panic!("{line}") };
    let mut values = vec![("name", Value::text("Event")), ("when", Value::text(format!("{day}T10:00:00-05:00")))];
    let texts = [("status", status), ("type", ty), ("audience", audience), ("format", format)];
    values.extend(texts.into_iter().filter(|(_, text)| *text != "-").map(|(key, text)| (key, Value::text(text))));
    if answer != "-" {
        values.extend(["gives", "for_group", "set_time"].map(|key| (key, Value::Bool(answer == "y"))));
    }
    values.extend(came.parse().ok().map(|came| ("participants", Value::whole(came))));
    values.extend(more.iter().cloned());
    write(tablet, &EVENT, id, &values);
}

fn of(tablet: &Tablet, from: &str, to: &str) -> Report {
    let day = |text: &str| date::day(text).unwrap();
    let book = tablet.work.state().book.clone();
    let title_of = |kind: &str, id: Id| {
        let kind = book.kind(kind)?;
        book.alive(kind.id, id).map(|record| show::title(kind, record))
    };
    let today = tablet.work.now().today();
    tablet.work.look(|book, index| report(book, index, (day(from), day(to)), today, &title_of))
}

fn said<K: std::fmt::Display>(by: &By<K>) -> Vec<String> {
    let name = |key: &Option<K>| key.as_ref().map_or("?".to_owned(), ToString::to_string);
    by.iter().map(|(key, sum)| format!("{} {} {}", name(key), sum.events, sum.people)).collect()
}

#[test]
fn what_was_held_is_counted_and_what_is_left_open_is_said() {
    let tablet = Tablet::new(1);
    write(&tablet, &HUB, Id(3), &[("name", Value::text("Natchaug School"))]);
    let at = |place: &str| vec![("location", Value::text(place))];
    event(&tablet, Id(11), "2026-09-02", "held storytime ages_0_5 on_site y 20", &at("Main  Library"));
    event(&tablet, Id(12), "2026-10-02", "held storytime ages_0_5 off_site y 10", &at("main library"));
    event(&tablet, Id(13), "2026-10-03", "held booth all_ages off_site y 300", &[("hub", Value::link(Id(3)))]);
    event(&tablet, Id(14), "2026-10-04", "held class - - - -", &[]);
    event(&tablet, Id(15), "2026-10-05", "planned class ages_19 on_site y 5", &[]);
    event(&tablet, Id(16), "2026-10-06", "canceled class ages_19 on_site y 5", &[]);
    event(&tablet, Id(17), "2026-12-06", "planned class ages_19 on_site y -", &[]);
    event(&tablet, Id(18), "2025-12-31", "held class ages_19 on_site y 7", &[]);
    let report = of(&tablet, "2026-01-01", "2026-12-31");
    let totals = &report.totals;
    assert_eq!(totals.sessions, Sum { events: 2, people: 30, unknown: 0 });
    assert_eq!(totals.outreach, Sum { events: 1, people: 300, unknown: 0 });
    assert_eq!((report.held(), report.unknown(), report.not_closed), (4, 1, 1));
    assert_eq!(report.undecided, [Id(14)]);
    assert_eq!(said(&report.by_type), ["storytime 2 30", "booth 1 300", "class 1 0"]);
    assert_eq!(said(&report.by_audience), ["ages_0_5 2 30", "all_ages 1 300", "? 1 0"]);
    assert_eq!(said(&report.by_place), ["main library 2 30", "Natchaug School 1 300", "? 1 0"]);
}

#[test]
fn people_for_each_hour_of_staff_are_those_of_events_that_tell_both() {
    let tablet = Tablet::new(1);
    event(&tablet, Id(11), "2026-10-02", "held class all_ages on_site y 30", &[]);
    event(&tablet, Id(12), "2026-10-03", "held class all_ages on_site y 500", &[]);
    event(&tablet, Id(13), "2026-10-04", "held class all_ages on_site y -", &[]);
    event(&tablet, Id(14), "2026-10-04", "canceled class all_ages on_site y 40", &[]);
    let staff = |id: u128, event: u128, minutes: Option<i64>| {
        let minutes = minutes.map(|minutes| ("minutes", Value::whole(minutes)));
        let links = [("event", Value::link(Id(event))), ("staff", Value::link(Id(9)))];
        write(&tablet, &EVENT_STAFF, Id(id), &links.into_iter().chain(minutes).collect::<Vec<_>>());
    };
    assert_eq!(of(&tablet, "2026-01-01", "2026-12-31").per_hour(), None);
    staff(21, 11, Some(60));
    staff(22, 11, Some(30));
    staff(23, 12, None);
    staff(24, 12, Some(0));
    staff(25, 13, Some(45));
    staff(26, 14, Some(45));
    let report = of(&tablet, "2026-01-01", "2026-12-31");
    assert_eq!((report.staffed.events, report.per_hour()), (1, Some(20.0)));
}

#[test]
fn partners_that_were_joined_are_one_and_an_event_counts_once_for_it() {
    let tablet = Tablet::new(1);
    for (id, name) in [(31, "Bakery"), (32, "The Bakery"), (33, "School")] {
        write(&tablet, &PARTNER, Id(id), &[("name", Value::text(name))]);
    }
    event(&tablet, Id(11), "2026-10-02", "held class all_ages on_site y 30", &[]);
    event(&tablet, Id(12), "2026-10-03", "held class all_ages on_site y 5", &[]);
    for (id, event, partner) in [(41, 11, 31), (42, 11, 32), (43, 12, 32), (44, 12, 33), (45, 99, 33)] {
        let links = [("event", Value::link(Id(event))), ("partner", Value::link(Id(partner)))];
        write(&tablet, &EVENT_PARTNER, Id(id), &[&links[..], &[("capacity", Value::text("host"))]].concat());
    }
    let join = same_as::join(&tablet.work.state().book, PARTNER.id, Id(31), Id(32)).unwrap();
    now(tablet.work.run(Command::Write { label: PARTNER.name.message(), rows: vec![join] })).unwrap();
    let report = of(&tablet, "2026-01-01", "2026-12-31");
    let by: Vec<_> = report.by_partner.iter().map(|(id, sum)| (id.unwrap(), sum.events, sum.people)).collect();
    assert_eq!(by, [(Id(31), 2, 35), (Id(33), 1, 5)]);
}

#[test]
fn what_partners_shared_is_told_with_what_came_of_it() {
    let tablet = Tablet::new(1);
    for (id, name) in [(31, "Bakery"), (32, "The Bakery"), (33, "School"), (34, "Clinic")] {
        write(&tablet, &PARTNER, Id(id), &[("name", Value::text(name))]);
    }
    event(&tablet, Id(11), "2026-10-02", "held class all_ages on_site y 30", &[]);
    event(&tablet, Id(12), "2026-10-03", "held class all_ages on_site y 5", &[]);
    event(&tablet, Id(13), "2026-10-04", "held class all_ages on_site y 7", &[]);
    event(&tablet, Id(14), "2026-12-04", "planned class all_ages on_site y -", &[]);
    let noted = [(41, 11, 31, SHARED), (42, 11, 32, SHARED), (43, 11, 33, SHARED), (44, 12, 33, SHARED)];
    for (id, event, partner, state) in noted.into_iter().chain([(45, 13, 34, TOLD), (46, 14, 34, SHARED)]) {
        let links = [("event", Value::link(Id(event))), ("partner", Value::link(Id(partner)))];
        write(&tablet, &PROMOTION, Id(id), &[&links[..], &[("state", Value::text(state))]].concat());
    }
    let join = same_as::join(&tablet.work.state().book, PARTNER.id, Id(31), Id(32)).unwrap();
    now(tablet.work.run(Command::Write { label: PARTNER.name.message(), rows: vec![join] })).unwrap();
    let report = of(&tablet, "2026-01-01", "2026-12-31");
    let by: Vec<_> = report.by_promoter.iter().map(|(id, sum)| (id.unwrap(), sum.events, sum.people)).collect();
    assert_eq!(by, [(Id(33), 2, 35), (Id(31), 1, 30)]);
    assert_eq!((report.promoted.events, report.promoted.people), (2, 35), "each event once");
}

#[test]
fn a_year_is_the_one_that_the_library_says() {
    let tablet = Tablet::new(1);
    let here = || rules_here(&tablet.work.state().book).year_begins;
    assert_eq!(here(), 1);
    for (key, begins) in [("july", 7), ("october", 10), ("january", 1)] {
        write(&tablet, &LIBRARY, library_id(), &[("name", Value::text("L")), ("survey_year", Value::text(key))]);
        assert_eq!(here(), begins, "{key}");
    }
    let known: Vec<&str> = ALL.iter().map(|(key, _)| *key).collect();
    assert_eq!(SURVEY_YEARS.iter().map(|choice| choice.key).collect::<Vec<_>>(), known, "each has its rules");
    let day = |text: &str| date::day(text).unwrap();
    let between = |from: &str, to: &str| Some((day(from), day(to)));
    assert_eq!(year(&SURVEY, day("2026-11-22"), 0), between("2026-01-01", "2026-12-31"));
    assert_eq!(year(&CONNECTICUT, day("2026-06-30"), 0), between("2025-07-01", "2026-06-30"));
    assert_eq!(year(&CONNECTICUT, day("2026-07-01"), 0), between("2026-07-01", "2027-06-30"));
    assert_eq!(year(&CONNECTICUT, day("2026-07-01"), -1), between("2025-07-01", "2026-06-30"));
    assert_eq!(year(&FROM_OCTOBER, day("2026-11-22"), 1), between("2027-10-01", "2028-09-30"));
    assert_eq!(year(&SURVEY, day("2026-11-22"), i32::MAX), None);
}

#[test]
fn the_lines_of_the_survey_have_its_numbers_and_what_it_does_not_count_stands_below() {
    let tablet = Tablet::new(1);
    event(&tablet, Id(11), "2026-09-02", "held storytime ages_0_5 on_site y 20", &[]);
    event(&tablet, Id(12), "2026-09-02", "held booth all_ages off_site y 300", &[]);
    event(&tablet, Id(13), "2026-09-02", "held class - - y 4", &[]);
    let report = of(&tablet, "2026-01-01", "2026-12-31");
    let rows = rows(&report.totals, Lang::En);
    let rows: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
    assert_eq!(
        rows,
        [
            "Number in the survey|What|Sessions|Number in the survey|Attendance",
            "601|Ages 0–5|1|611|20",
            "602|Ages 6–11|0|612|0",
            "603|Ages 12–18|0|613|0",
            "604|Ages 19 and older|0|614|0",
            "605|All ages|0|615|0",
            "|Age group not recorded|1||4",
            "600|All sessions, by age group|2|610|24",
            "606|On-site|1|616|20",
            "607|Off-site|0|617|0",
            "608|Virtual (online)|0|618|0",
            "|Format not recorded|1||4",
            "609|All sessions, by place|2|619|24",
            "|Recordings, by views|0||0",
            "|Outreach that the survey does not count|1||300",
        ]
    );
}

/// Any event: its line, and the day of the year on which it is.
fn any_event() -> impl Strategy<Value = (String, u64)> {
    let of = |choices: &'static [Choice]| {
        let keys: Vec<&str> = choices.iter().map(|choice| choice.key).chain(["-"]).collect();
        prop::sample::select(keys)
    };
    let came = prop::option::of(0i64..500).prop_map(|came| came.map_or("-".to_owned(), |came| came.to_string()));
    let answer = prop::sample::select(&["y", "n", "-"][..]);
    (of(STATUS), of(TYPES), of(AUDIENCES), of(FORMATS), answer, came, 0u64..800).prop_map(
        |(status, ty, audience, format, answer, came, day)| {
            (format!("{status} {ty} {audience} {format} {answer} {came}"), day)
        },
    )
}

proptest! {
    #![proptest_config(cases(64))]

    /// Whatever is counted by is all that was held, and the survey’s lines add up to its sums.
    #[test]
    fn every_view_of_a_year_has_the_same_sums(events in prop::collection::vec(any_event(), 0..25)) {
        let tablet = Tablet::new(1);
        let first = date::day("2025-06-01").unwrap();
        for (at, (line, day)) in (100u128..).zip(&events) {
            event(&tablet, Id(at), &(first + chrono::Days::new(*day)).to_string(), line, &[]);
        }
        let report = of(&tablet, "2026-01-01", "2026-12-31");
        let sums = |by: &By<String>| by.iter().fold((0, 0), |(e, p), (_, sum)| (e + sum.events, p + sum.people));
        let state = tablet.work.state();
        let held: Vec<_> = state.book.living(EVENT.id).filter(|record| {
            record.text("status") == Some("held") && record.text("when").is_some_and(|when| when.starts_with("2026"))
        }).collect();
        let all = (held.len() as u64, held.iter().filter_map(|record| came(&***record)).sum::<i64>());
        prop_assert_eq!(report.held(), all.0);
        for by in [&report.by_type, &report.by_audience, &report.by_place] {
            prop_assert_eq!(sums(by), all);
        }
        let lines = lines(&report.totals);
        let sums: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].is_sum).collect();
        for (from, sum) in [(0, sums[0]), (sums[0] + 1, sums[1])] {
            let (mut sessions, mut people) = (0, 0);
            for line in &lines[from..sum] {
                sessions += line.sessions;
                people += line.attendance;
            }
            prop_assert_eq!((sessions, people), (lines[sum].sessions, lines[sum].attendance));
        }
    }
}
