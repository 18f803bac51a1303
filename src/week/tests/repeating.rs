use super::*;
use crate::model::testing::cases;
use crate::week::repeating::{Repeats, time_id};
use crate::week::writing::{change, done, end_with, found, skip, to_week};
use crate::work::command::Command;
use crate::work::testing::{Tablet, now};
use proptest::prelude::*;

/// Every other Thursday from January 7, 2027 on.
fn every_other_thursday() -> Book {
    book(&[(
        0x21,
        &[
            ("what", "Coffee chat"),
            ("day", "2027-01-07"),
            ("instead", "2027-01-07"),
            ("rule", "FREQ=WEEKLY;INTERVAL=2"),
            ("staff", "00000000000000000000000000000031"),
        ],
    )])
}

fn one(book: &Book, week: &str, today: &str) -> Option<Line> {
    let mut lines = page_on(book, week, today);
    assert!(lines.len() < 2, "{lines:?}");
    lines.pop()
}

#[test]
fn times_are_worked_out_for_the_week_that_is_shown_and_are_no_records() {
    let book = every_other_thursday();
    let line = one(&book, "2027-02-18", "2027-02-16").unwrap();
    assert_eq!(line.of, Of::Time(Id(0x21), day("2027-02-18")));
    assert_eq!(
        (line.what.as_str(), line.day, line.staff, line.repeats),
        ("Coffee chat", Some(day("2027-02-18")), Some(Id(0x31)), true)
    );
    assert_eq!(one(&book, "2027-02-10", "2027-02-16"), None, "nothing is carried back");
    assert_eq!(book.living(TASK.id).count(), 1);
}

#[test]
fn a_time_that_is_done_becomes_a_record_and_the_others_stay() {
    let mut book = every_other_thursday();
    let of = one(&book, "2027-02-18", "2027-02-16").unwrap().of;
    // Late, and before that one more.
    let row = change(&book, of, done(day("2027-02-24"))).unwrap();
    assert_eq!(row.1, time_id(Id(0x21), day("2027-02-18")));
    write(&mut book, [row]);
    assert_eq!(one(&book, "2027-02-25", "2027-02-24").unwrap().part, Part::Done);
    let next = one(&book, "2027-03-04", "2027-02-24").unwrap();
    assert_eq!((next.of, next.done), (Of::Time(Id(0x21), day("2027-03-04")), false), "finishing late shifts nothing");
}

#[test]
fn one_time_moves_and_the_rule_stays() {
    let mut book = every_other_thursday();
    let line = one(&book, "2027-02-18", "2027-02-16").unwrap();
    let row = to_week(&book, &line, day("2027-02-24")).unwrap();
    write(&mut book, [row]);
    assert_eq!(one(&book, "2027-02-18", "2027-02-16"), None, "it is not there twice");
    assert_eq!(one(&book, "2027-02-25", "2027-02-16").unwrap().day, Some(day("2027-02-25")));
    assert_eq!(one(&book, "2027-03-04", "2027-02-16").unwrap().day, Some(day("2027-03-04")));
    // The first one, too.
    let first = one(&book, "2027-01-07", "2027-01-05").unwrap();
    assert_eq!(first.of, Of::Task(Id(0x21)));
    let row = to_week(&book, &first, day("2027-01-13")).unwrap();
    write(&mut book, [row]);
    assert_eq!(one(&book, "2027-01-14", "2027-01-05").unwrap().of, Of::Task(Id(0x21)));
    assert_eq!(one(&book, "2027-01-21", "2027-01-05").unwrap().of, Of::Time(Id(0x21), day("2027-01-21")));
}

#[test]
fn only_the_last_one_missed_is_carried_over_and_only_until_the_next_one() {
    let mut book = every_other_thursday();
    write(&mut book, [(TASK.id, Id(0x21), done(day("2027-01-07")))]);
    // February 4 and 18 were missed; in the week of the 24th nothing comes.
    let line = one(&book, "2027-02-24", "2027-02-24").unwrap();
    assert_eq!((line.of, line.carried), (Of::Time(Id(0x21), day("2027-02-18")), Some(day("2027-02-18"))));
    let line = one(&book, "2027-03-04", "2027-03-02").unwrap();
    assert_eq!((line.of, line.carried), (Of::Time(Id(0x21), day("2027-03-04")), None));
}

#[test]
fn a_time_that_was_deleted_or_erased_does_not_come_back() {
    for gone in [crate::model::operation::DELETED, crate::model::operation::ERASED] {
        let mut book = every_other_thursday();
        let of = one(&book, "2027-02-18", "2027-02-16").unwrap().of;
        let row = change(&book, of, Default::default()).unwrap();
        write(&mut book, [row]);
        testing::set(&mut book, TASK.id, of.id(), [(gone.to_owned(), Value::Bool(true))]);
        assert_eq!(one(&book, "2027-02-18", "2027-02-16"), None);
        assert!(one(&book, "2027-03-04", "2027-02-16").is_some());
    }
}

/// What is done with a line of a tablet, as the screens do it: what stands there is written down first.
fn do_with(tablet: &Tablet, row: RecordWrite) -> Option<u64> {
    let (stands, left) = found(&tablet.work.state().book, vec![row]);
    let written = now(tablet.work.run(Command::Found(stands))).unwrap();
    assert_eq!(written.step, None, "what stood there is nobody’s doing");
    now(tablet.work.run(Command::Write { label: TASK.name.message(), rows: left })).unwrap().step
}

#[test]
fn what_is_done_with_one_time_is_taken_back_in_one_step_and_it_stands_there_again() {
    type Deed = fn(&Book, &Line) -> Option<RecordWrite>;
    let deeds: [Deed; 3] = [
        |book, line| skip(book, line.of),
        |book, line| change(book, line.of, done(day("2027-02-18"))),
        |book, line| to_week(book, line, day("2027-02-24")),
    ];
    for (at, deed) in deeds.into_iter().enumerate() {
        let tablet = Tablet::new(1);
        let first = every_other_thursday().alive(TASK.id, Id(0x21)).unwrap().clone();
        let values = TASK.fields().filter_map(|field| Some((field.key, first.get(field.key)?.clone())));
        let rows = vec![(TASK.id, Id(0x21), order::values(values))];
        now(tablet.work.run(Command::Write { label: TASK.name.message(), rows })).unwrap();
        let stands = || one(&tablet.work.state().book, "2027-02-18", "2027-02-16").filter(|line| !line.done);
        let line = stands().unwrap();
        let row = deed(&tablet.work.state().book, &line).unwrap();
        let step = do_with(&tablet, row).unwrap();
        assert_eq!(stands(), None, "deed {at}");
        now(tablet.work.run(Command::Undo(step))).unwrap();
        let again = stands().unwrap();
        assert_eq!((again.of, again.day, &again.what), (Of::Task(line.of.id()), line.day, &line.what), "deed {at}");
        // Once more, and it goes as before; a skipped one is no carried one either.
        let row = change(&tablet.work.state().book, again.of, done(day("2027-02-18"))).unwrap();
        assert!(do_with(&tablet, row).is_some());
        assert_eq!(stands(), None);
    }
}

#[test]
fn what_stands_there_is_written_down_once_and_as_the_first_says() {
    let mut book = every_other_thursday();
    let of = one(&book, "2027-02-18", "2027-02-16").unwrap().of;
    let row = change(&book, of, done(day("2027-02-24"))).unwrap();
    let (stands, left) = found(&book, vec![row]);
    assert_eq!(left, [(TASK.id, of.id(), done(day("2027-02-24")))], "nothing is written twice");
    write(&mut book, stands);
    let line = one(&book, "2027-02-18", "2027-02-16").unwrap();
    assert_eq!((line.of, line.done, line.repeats), (Of::Task(of.id()), false, true));
    // A record that is there, and a task of its own, are no times to write down.
    let rows = vec![change(&book, line.of, done(day("2027-02-24"))).unwrap(), (TASK.id, Id(0x77), done(day(TODAY)))];
    assert_eq!(found(&book, rows.clone()), (Vec::new(), rows));
}

#[test]
fn a_rule_that_is_changed_on_one_tablet_and_ended_on_another_is_both() {
    let mut book = every_other_thursday();
    set(&mut book, 0x21, &[("rule", "FREQ=WEEKLY"), ("what", "Coffee chat with business owners")]);
    set(&mut book, 0x21, &[("ends", "2027-02-20")]);
    let line = one(&book, "2027-02-11", "2027-02-08").unwrap();
    assert_eq!(line.what, "Coffee chat with business owners");
    assert_eq!(one(&book, "2027-02-25", "2027-02-16"), None, "it has ended");
}

#[test]
fn a_series_ends_with_one_of_its_times() {
    let mut book = every_other_thursday();
    let of = one(&book, "2027-02-18", "2027-02-16").unwrap().of;
    let (row, last) = end_with(&book, of).unwrap();
    assert_eq!(last, day("2027-02-18"));
    write(&mut book, [row]);
    assert!(one(&book, "2027-02-18", "2027-02-16").is_some());
    assert_eq!(one(&book, "2027-03-04", "2027-02-16"), None);
    // Moved to another day, it still ends where the rule had it.
    let line = one(&book, "2027-02-18", "2027-02-16").unwrap();
    let row = to_week(&book, &line, day("2027-02-24")).unwrap();
    write(&mut book, [row]);
    let of = one(&book, "2027-02-25", "2027-02-16").unwrap().of;
    assert_eq!(end_with(&book, of).unwrap().1, day("2027-02-18"));
}

#[test]
fn what_was_done_of_a_series_stays_when_that_is_deleted() {
    let mut book = every_other_thursday();
    let of = one(&book, "2027-02-18", "2027-02-16").unwrap().of;
    let row = change(&book, of, done(day("2027-02-18"))).unwrap();
    write(&mut book, [row]);
    testing::set(&mut book, TASK.id, Id(0x21), [(crate::model::operation::DELETED.to_owned(), Value::Bool(true))]);
    assert_eq!(one(&book, "2027-02-18", "2027-02-16").unwrap().what, "Coffee chat");
    assert_eq!(one(&book, "2027-03-04", "2027-02-16"), None);
}

#[test]
fn a_rule_that_cannot_be_followed_is_one_task() {
    let mut book = every_other_thursday();
    set(&mut book, 0x21, &[("rule", "FREQ=HOURLY")]);
    assert_eq!(Repeats::of(&**book.alive(TASK.id, Id(0x21)).unwrap()), None);
    assert!(one(&book, "2027-01-07", "2027-01-05").is_some());
    assert_eq!(one(&book, "2027-01-21", "2027-01-05"), None);
}

/// What a tablet does with the times of a series.
#[derive(Clone, Debug)]
enum Deed {
    Done(u64),
    Move(u64, u64),
    Rule(&'static str),
    End(u64),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        (0u64..8).prop_map(Deed::Done),
        (0u64..8, 0u64..8).prop_map(|(of, to)| Deed::Move(of, to)),
        prop::sample::select(vec!["FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=2TU"])
            .prop_map(Deed::Rule),
        (0u64..8).prop_map(Deed::End),
    ];
    prop::collection::vec(deed, 0..6)
}

/// What each deed writes on a tablet that saw what it did before, and nothing of the other.
fn written(deeds: &[Deed]) -> Vec<RecordWrite> {
    let mut book = every_other_thursday();
    let week = |weeks: u64| day("2027-01-06") + chrono::Days::new(7 * weeks);
    let mut rows = Vec::new();
    for deed in deeds {
        let at = |book: &Book, weeks: u64| page_on(book, &week(weeks).to_string(), "2027-01-05").into_iter().next();
        let row = match *deed {
            Deed::Done(weeks) => at(&book, weeks).and_then(|line| change(&book, line.of, done(week(weeks)))),
            Deed::Move(weeks, to) => at(&book, weeks).and_then(|line| to_week(&book, &line, week(to))),
            Deed::Rule(rule) => Some((TASK.id, Id(0x21), crate::model::order::values([task::RULE.is(rule)]))),
            Deed::End(weeks) => {
                Some((TASK.id, Id(0x21), crate::model::order::values([task::ENDS.is(week(weeks).to_string())])))
            }
        };
        rows.extend(row.clone());
        write(&mut book, row);
    }
    rows
}

proptest! {
    #![proptest_config(cases(128))]

    /// Two tablets that did something each and then meet, in either order of writing: no time stands twice, none that was done
    /// is lost, and the rule alone says which are still to come.
    #[test]
    fn two_tablets_make_no_time_twice(one in deeds(), other in deeds()) {
        let (one, other) = (written(&one), written(&other));
        let mut book = every_other_thursday();
        write(&mut book, one.iter().chain(&other).cloned());
        let series = Repeats::of(&**book.alive(TASK.id, Id(0x21)).unwrap());
        let mut days: Vec<(Id, NaiveDate)> = Vec::new();
        for record in book.living(TASK.id).filter(|record| record.id != Id(0x21)) {
            let instead = task::INSTEAD.of(&**record).and_then(date::day).unwrap();
            prop_assert_eq!(record.id, time_id(Id(0x21), instead));
            days.push((record.id, instead));
        }
        for weeks in 0..12u64 {
            let week = (day("2027-01-06") + chrono::Days::new(7 * weeks)).to_string();
            let lines = page_on(&book, &week, "2026-12-20");
            let mut ids: Vec<Id> = lines.iter().map(|line| line.of.id()).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), count, "twice in one week");
            for line in lines {
                if let Of::Time(_, of) = line.of {
                    let series = series.as_ref().unwrap();
                    prop_assert!(series.days(of, of).contains(&of));
                    prop_assert!(!days.contains(&(line.of.id(), of)), "it is a record already");
                }
            }
        }
        let was_done = |rows: &[RecordWrite]| rows.iter().filter(|(_, _, values)| task::STATE.of(values) == Some(DONE)).map(|(_, id, _)| *id).collect::<Vec<_>>();
        for id in was_done(&one).into_iter().chain(was_done(&other)) {
            prop_assert!(book.alive(TASK.id, id).is_some());
        }
    }
}

#[test]
fn on_the_calendar_each_time_stands_once() {
    let mut book = every_other_thursday();
    let between = |book: &Book| {
        let times = crate::week::times_between(book, day("2027-01-01"), day("2027-02-28"));
        times.into_iter().map(|(first, day)| (first, day.to_string())).collect::<Vec<_>>()
    };
    let first = |day: &str| (Id(0x21), day.to_owned());
    // January 7 is the first one, which is a record.
    assert_eq!(between(&book), ["2027-01-21", "2027-02-04", "2027-02-18"].map(first));
    let row = change(&book, Of::Time(Id(0x21), day("2027-02-04")), done(day("2027-02-04"))).unwrap();
    write(&mut book, [row]);
    let row = skip(&book, Of::Time(Id(0x21), day("2027-02-18"))).unwrap();
    write(&mut book, [row]);
    assert_eq!(between(&book), [first("2027-01-21")], "what was done or skipped stands there by itself, or not at all");
}
