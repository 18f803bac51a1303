//! Below a plan on a worksheet: its lines, each a tap away from the week.

use crate::model::id::Id;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::week::TASK;
use crate::work::command::{Command, words as commands};
use crate::worksheets::filling;
use crate::worksheets::kinds::sheet::{SHEET, SHEET_ANSWER, answer_fields as answer};
use crate::worksheets::steps::{self, Is, PlannedStep};
use crate::worksheets::words;
use leptos::prelude::*;

/// The steps of the plan that was written to this question.
pub(super) fn below(ui: Ui, sheet: Id, question: &str) -> AnyView {
    let id = filling::answer_id(sheet, question);
    let all = memo(move || {
        ui.follow(TASK.id);
        let record = ui.record(&SHEET_ANSWER, id)?;
        Some(steps::steps(&ui.work().state().book, sheet, answer::VALUE.of(&*record)?))
    });
    let rows = move || {
        let all = all.get().filter(|all| !all.is_empty())?;
        let rows = all.into_iter().map(|step| view! { <li>{row(ui, sheet, step)}</li> }).collect_view();
        Some(view! {
            <div class="planned-steps">
                <p class="soft">{ui.t(words::STEPS_WHAT)}</p>
                <ul class="rows" role="list">{rows}</ul>
            </div>
        })
    };
    drawn(rows).into_any()
}

fn row(ui: Ui, sheet: Id, step: PlannedStep) -> AnyView {
    let Some(is) = step.is else {
        let line = step.line.clone();
        let add = move |_| {
            let Some(record) = ui.peek(&SHEET, sheet) else { return };
            let at = (ui.work().now().today(), ui.lang.get_untracked());
            let row = ui.look(|book, index| steps::to_week(book, index, &record, &step, at));
            let label = commands::CREATED.with("what", step.line.as_str());
            ui.send(Command::Once { kind: TASK.id, id: step.task, label, rows: vec![row] });
        };
        return view! {
            <button type="button" class="row" on:click=add>
                <Icon path=icon_paths::PLUS/>
                <span class="row-title" dir="auto">{line}</span>
                <span class="row-go"><span>{ui.t(words::ADD_TO_WEEK)}</span></span>
            </button>
        }
        .into_any();
    };
    let says = if is == Is::Done { words::STEP_DONE } else { words::STEP_OPEN };
    view! {
        <a class="row" href=Route::Records(TASK.id, View::One(step.task)).href()>
            <Icon path=icon_paths::CHECK/>
            <span class="row-title" dir="auto">{step.line}</span>
            <span class="row-line">{ui.t(says)}</span>
            <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
        </a>
    }
    .into_any()
}
