//! Everything that follows upon what was done or promised, whatever its week, the longest due first.

use super::page::{follow_all, on_calendar};
use crate::model::text::{Lang, Text};
use crate::model::{date, order, show};
use crate::partners::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::folded::Folded;
use crate::ui::parts::steady::Ticks;
use crate::ui::parts::ticked::ticked_row;
use crate::ui::parts::{Empty, icon_paths, tabs};
use crate::ui::reactive::memo;
use crate::ui::route::{Place, Route, View};
use crate::week::follow_ups::follow_ups;
use crate::week::kinds::TASK;
use crate::week::page::{Line, Of, Whose};
use crate::week::{words, writing};
use crate::work::command::Command;
use leptos::prelude::*;

/// The follow-ups.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head { title: words::FOLLOW_UPS.get(ui.lang.get()).to_owned(), ..Head::default() });
    let me = ui.work().state().actor;
    let mine = RwSignal::new(me.is_some());
    let today = ui.work().now().today();
    let all = Ticks::of(
        move || {
            follow_all(ui);
            let whose = me.filter(|_| mine.get()).map_or(Whose::Team, Whose::One);
            ui.look(|book, index| follow_ups(book, index, &on_calendar(), today, whose))
        },
        |line| line.of.id(),
    );
    let nothing = memo(move || all.rows.with(Vec::is_empty));
    let folded = Folded::of(ui, memo(move || all.rows.with(Vec::len)));
    let whose = move |of_me: bool, name: Text| {
        view! {
            <button type="button" class="filter" aria-pressed=move || (mine.get() == of_me).to_string() on:click=move |_| mine.set(of_me)>
                {ui.t(name)}
            </button>
        }
    };
    view! {
        {tabs(ui, Place::Outreach)}
        <div class="page week">
            {me.map(|_| view! {
                <div class="filters" role="group" aria-label=ui.t(words::WHOSE)>{whose(true, words::MINE)}{whose(false, words::TEAM)}</div>
            })}
            {move || nothing.get().then(|| view! {
                <Empty path=icon_paths::CHECK title=words::NO_FOLLOW_UPS purpose=words::FOLLOW_UPS_PURPOSE/>
            })}
            <ul
                class="rows tasks" role="list" aria-label=ui.t(words::FOLLOW_UPS) data-settling=all.guard.settling()
                on:click:capture=all.guard.sieve() data-empty=move || nothing.get().then_some("") data-folded=move || folded.folded()
            >
                <For each=move || all.rows.get() key=|line| (line.of.id(), line.what.clone(), line.day) let:line>
                    {move || row(ui, &line, all)}
                </For>
            </ul>
            {folded.more()}
        </div>
    }
}

/// What a line is called: a promise without words by what it was promised in.
pub(super) fn named_in(ui: Ui, line: &Line, lang: Lang) -> String {
    match line.of {
        Of::Promise(kind, id, _) if line.what.trim().is_empty() => {
            let own = kind.follow_up.map(|promise| promise.name.get(lang).to_owned());
            own.or_else(|| ui.title(kind, id)).unwrap_or_else(|| kind.name.get(lang).to_owned())
        }
        _ => show::first_line(&line.what),
    }
}

fn row(ui: Ui, line: &Line, all: Ticks<Line, crate::model::id::Id>) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let today = ui.work().now().today();
    let (id, of) = (line.of.id(), line.of);
    let what = named_in(ui, line, lang);
    let about = match of {
        Of::Promise(kind, _, _) if line.what.trim().is_empty() => kind.name.get(lang).to_owned(),
        Of::Promise(kind, id, _) if line.partner.is_none() => {
            ui.about(kind, id).or_else(|| ui.title(kind, id)).unwrap_or_default()
        }
        _ => line.partner.and_then(|partner| ui.title(&PARTNER, partner)).unwrap_or_default(),
    };
    let by = line.day.map(|day| {
        let said = date::say_near(day, today, lang);
        if day < today { crate::ui::words::OVERDUE.with("date", said).say(lang) } else { said }
    });
    let to = match of {
        Of::Promise(kind, id, _) => Route::Records(kind.id, View::One(id)),
        Of::Task(id) | Of::Time(id, _) => Route::Records(TASK.id, View::One(id)),
        Of::Event(id) => Route::Records("event", View::One(id)),
    };
    let tick = move || {
        if !all.tick(id) {
            return;
        }
        ui.spawn(async move {
            let command = match of {
                Of::Promise(kind, id, done) => {
                    let values = order::values([(done, crate::model::value::Value::Bool(true))]);
                    Command::Set { kind: kind.id, id, values }
                }
                _ => Command::Set { kind: TASK.id, id, values: writing::done(today) },
            };
            if ui.run(command).await.is_err() {
                all.untick(&id);
            }
        });
    };
    let label = words::MARK_DONE.with("what", what.as_str()).say(lang);
    let content = view! {
        <span class="row-title" dir="auto">{what}</span>
        <span class="row-line" dir="auto">{about}</span>
        {by.map(|by| view! { <time class="row-end">{by}</time> })}
    };
    ticked_row("tick", label, all.mark(id), tick.into(), to.href(), content.into_any())
}
