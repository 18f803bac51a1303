//! The lines of a plan become tasks, once each, and lead back.

use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::questionnaire::{Asked, Both};
use crate::model::record_write::RecordWrite;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::week::{DONE, TASK, task_fields as task};
use crate::work::command::Command;
use crate::work::testing::*;
use crate::worksheets::kinds::ready::{ACTION_PLAN, REFLECTION};
use crate::worksheets::kinds::sheet::{GROUP, SHEET, sheet_fields as sheet};
use crate::worksheets::steps::{Is, asks_for_steps, steps, to_week};
use crate::worksheets::{filling, forms, words};

const PLAN: &str = "- Call Maple Street\n\n• Dec 3 visit the school\nCall Maple Street\n  ask someone on 13/2  ";

fn write(tablet: &Tablet, rows: Vec<RecordWrite>) {
    now(tablet.work.run(Command::Write { label: words::FILL_IN.message(), rows })).unwrap();
}

fn sheet_of(tablet: &Tablet, who: Id, about: Vec<(&'static str, Value)>) -> Id {
    let asking = forms::form(&tablet.work.state().book, REFLECTION).unwrap();
    let author = Author { by: Some(who), now: tablet.work.now() };
    let id = tablet.work.new_id();
    write(tablet, filling::begin(id, &asking, about, author).unwrap());
    id
}

/// Makes tasks of all lines of the plan, as taps do.
fn tap_all(tablet: &Tablet, of: Id) {
    let record = tablet.work.state().book.alive(SHEET.id, of).cloned().unwrap();
    let all = steps(&tablet.work.state().book, of, PLAN);
    let at = (tablet.work.now().today(), Lang::En);
    for step in all {
        let row = tablet.work.look(|book, index| to_week(book, index, &record, &step, at));
        let label = words::ADD_TO_WEEK.message();
        now(tablet.work.run(Command::Once { kind: TASK.id, id: step.task, label, rows: vec![row] })).unwrap();
    }
}

#[test]
fn each_line_of_a_plan_is_a_task_once_and_leads_back() {
    // It is Sunday, 22 November 2026.
    let (a, b) = (Tablet::new(1), Tablet::new(1000));
    let (ana, maple) = (Id(77), a.partner("Maple Street"));
    let of = sheet_of(&a, ana, vec![sheet::PARTNER.is(maple)]);
    b.import(&a.export()).unwrap();
    let lines = |tablet: &Tablet| {
        let all = steps(&tablet.work.state().book, of, PLAN);
        all.into_iter().map(|step| (step.line, step.is)).collect::<Vec<_>>()
    };
    let open =
        |is| ["Call Maple Street", "Dec 3 visit the school", "ask someone on 13/2"].map(|line| (line.to_owned(), is));
    assert_eq!(lines(&a), open(None));
    tap_all(&a, of);
    tap_all(&b, of);
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
    assert_eq!((lines(&a), a.work.state().book.living(TASK.id).count()), (open(Some(Is::Open)).to_vec(), 3));
    let state = a.work.state();
    let tasks = steps(&state.book, of, PLAN).into_iter().map(|step| state.book.alive(TASK.id, step.task).unwrap());
    let tasks: Vec<_> = tasks.collect();
    for record in &tasks {
        assert_eq!(task::SHEET.of(&***record), Some(of));
        assert_eq!(task::STAFF.of(&***record), Some(ana));
        assert_eq!(task::PARTNER.of(&***record), Some(maple), "what the sheet is about");
    }
    let what = |at: usize| task::WHAT.of(&**tasks[at]).unwrap();
    assert_eq!(task::DAY.of(&**tasks[1]), Some("2026-12-03"));
    assert_eq!(what(1), "visit the school");
    // A day that could be two is not guessed: it stays as words.
    assert_eq!((what(2), task::DAY.of(&**tasks[2])), ("ask someone on 13/2", None));
    let first = tasks[0].id;
    drop(tasks);
    drop(state);
    let done = [(task::STATE.key().to_owned(), Value::text(DONE))].into();
    now(a.work.run(Command::Set { kind: TASK.id, id: first, values: done })).unwrap();
    assert_eq!(lines(&a)[0].1, Some(Is::Done));
}

#[test]
fn what_a_group_plans_is_for_the_team() {
    let tablet = Tablet::new(1);
    let of = sheet_of(&tablet, Id(77), vec![sheet::FOR_WHOM.is(GROUP)]);
    tap_all(&tablet, of);
    assert!(tablet.work.state().book.living(TASK.id).all(|record| task::STAFF.of(&**record).is_none()));
}

#[test]
fn the_action_plan_asks_for_steps_also_in_a_copy() {
    let tablet = Tablet::new(1);
    let asking = forms::form(&tablet.work.state().book, REFLECTION).unwrap();
    let asks: Vec<&str> =
        asking.questions.iter().filter(|asked| asks_for_steps(asked)).map(|asked| &*asked.key).collect();
    assert_eq!(asks, [ACTION_PLAN]);
    let copy = Asked { key: "another".into(), ..asking.question(ACTION_PLAN).unwrap().clone() };
    assert!(asks_for_steps(&copy));
    let other = Asked { ask: Both { en: "What else?".into(), es: "¿Qué más?".into() }, ..copy };
    assert!(!asks_for_steps(&other));
}
