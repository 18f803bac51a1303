//! On Today: what is planned for this day, and what is carried over.

use crate::model::date;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::Message;
use crate::ui::capability::TodaySection;
use crate::ui::context::Ui;
use crate::ui::parts::steady::Ticks;
use crate::ui::parts::ticked::ticked_row;
use crate::ui::reactive::drawn;
use crate::ui::route::{Route, View};
use crate::week::kinds::TASK;
use crate::week::page::{Line, Of, Whose};
use crate::week::screens::doing::write_down;
use crate::week::this_week::{ThisWeek, this_week as now};
use crate::week::{routes, words, writing};
use crate::work::command::Command;
use leptos::prelude::*;

/// How many are named.
const SHOWN: usize = 6;

/// What is planned for this day, and what is carried over.
pub fn this_week(ui: Ui) -> TodaySection {
    // Looked up after the first paint: it goes through all tasks.
    let found = ui.look_after_paint([TASK.id], |ui| {
        ui.follow_tablet();
        let today = ui.work().now().today();
        let whose = ui.work().state().actor.map_or(Whose::Team, Whose::One);
        ui.look(|book, _| vec![now(book, today, whose)])
    });
    let all = Ticks::of(
        move || found.with(|found| found.first().map(|found| found.now.clone())).unwrap_or_default(),
        |line| line.of.id(),
    );
    let later = move || found.with(|found| found.first().map_or(0, |found: &ThisWeek| found.later));
    let section = move || {
        let more = move || later() + all.rows.with(Vec::len).saturating_sub(SHOWN);
        let shown = move || all.rows.with(|rows| rows.iter().take(SHOWN).cloned().collect::<Vec<Line>>());
        view! {
            <section class="group">
                <h2>{ui.t(words::THIS_WEEK)}</h2>
                <ul class="rows" role="list" data-settling=all.guard.settling() on:click:capture=all.guard.sieve()>
                    <For each=shown key=|line| (line.of.id(), line.what.clone(), line.day, line.carried) let:line>
                        {move || row(ui, &line, all)}
                    </For>
                    <li><a class="row" href=routes::WEEK.route().href()>
                        <span class="row-title">{ui.t(words::OPEN_WEEK)}</span>
                        {move || (more() > 0).then(|| view! {
                            <span class="row-line">{words::MORE_LINES.with("count", more()).say(ui.lang.get())}</span>
                        })}
                    </a></li>
                </ul>
            </section>
        }
    };
    TodaySection::new(move || later() > 0 || all.rows.with(|rows| !rows.is_empty()), move || drawn(section))
}

fn row(ui: Ui, line: &Line, all: Ticks<Line, Id>) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let today = ui.work().now().today();
    let (id, of, what) = (line.of.id(), line.of, line.what.clone());
    let since = match (line.carried, line.day) {
        (Some(since), _) => words::CARRIED.with("day", date::say_day(since, lang)).say(lang),
        (None, Some(day)) => date::capital(&date::say_near(day, today, lang)),
        (None, None) => String::new(),
    };
    let tick = {
        let what = what.clone();
        move || {
            if !all.tick(id) {
                return;
            }
            let Some(row) = ui.look(|book, _| writing::change(book, of, writing::done(today))) else { return };
            let label = words::DONE_CHANGED.with("what", what.as_str());
            ui.spawn(async move {
                let done = match write_down(ui, vec![row]).await {
                    Ok(rows) => ui.run(at_a_tap(of, label, rows)).await.is_ok(),
                    Err(error) => {
                        ui.warn(error.message());
                        false
                    }
                };
                if !done {
                    all.untick(&id);
                }
            });
        }
    };
    let to = match of {
        Of::Task(id) | Of::Time(id, _) => Route::Records(TASK.id, View::One(id)),
        _ => routes::WEEK.route(),
    };
    let label = words::MARK_DONE.with("what", what.as_str()).say(lang);
    let content = view! {
        <span class="row-title" dir="auto">{what}</span>
        <span class="row-line">{since}</span>
    };
    ticked_row("tick", label, all.mark(id), tick.into(), to.href(), content.into_any())
}

/// What writes this of a line: of a task as its form would.
fn at_a_tap(of: Of, label: Message, rows: Vec<RecordWrite>) -> Command {
    match of {
        Of::Task(id) => {
            let values = order::map(rows.into_iter().flat_map(|(_, _, values)| values));
            Command::Set { kind: TASK.id, id, values }
        }
        _ => Command::Write { label, rows },
    }
}
