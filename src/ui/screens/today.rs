//! What matters today: drafts, what is due, who is going quiet, what exists on this tablet alone.

use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::value::Value;
use crate::model::{date, order, show};
use crate::ui::capability::{self, OnToday, TodayPart, TodaySection};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Ticks;
use crate::ui::parts::{Empty, Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::screens::conflicts;
use crate::ui::{form, keys, tools, words};
use crate::work::command::Command;
use crate::work::due::DueStep;
use crate::work::{due as today, status};
use leptos::prelude::*;

/// From so many notes on that exist on this tablet alone, Today reminds of a copy. The chip tells of fewer as well.
const WORTH_A_COPY: u64 = 5;

/// What matters today.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || head(ui));
    let drafts = memo(move || {
        ui.follow_drafts();
        let mut drafts: Vec<Draft> = ui.work().state().drafts.values().cloned().collect();
        drafts.retain(|draft| capability::of(&draft.kind).lists_drafts);
        order::sort_by_key(&mut drafts, |draft| std::cmp::Reverse(draft.begun_ms));
        drafts
    });
    let due = Ticks::of(
        move || {
            capability::kinds().iter().filter(|kind| kind.follow_up.is_some()).for_each(|kind| ui.follow(kind.id));
            let day = ui.work().now().today();
            ui.look(|book, index| today::due(book, index, day))
        },
        due_key,
    );
    let pick_up = parts(ui, |today| today.pick_up);
    let others = parts(ui, |today| today.sections);
    let conflicts = conflicts::all(ui);
    let nothing = memo(move || {
        conflicts.with(|all| all.as_ref().is_none_or(Vec::is_empty))
            && drafts.with(Vec::is_empty)
            && due.rows.with(Vec::is_empty)
            && !any_of(pick_up)
            && !any_of(others)
    });
    // Where nothing was ever noted, no day ends.
    let begun = memo(move || {
        ui.follow_tablet();
        ui.work().state().book.seen().count() > 1
    });
    let any_due = memo(move || due.rows.with(|rows| !rows.is_empty()));
    view! {
        <div class="page today">
            {move || nothing.get().then(|| view! {
                <Empty path=icon_paths::TODAY title=words::ALL_QUIET_TITLE purpose=words::ALL_QUIET>
                    {tools::start_buttons(ui)}
                </Empty>
            })}
            {move || (any_of(pick_up) || drafts.with(|drafts| !drafts.is_empty())).then(|| view! {
                <section class="group" data-lamp="">
                    <h2>{ui.t(words::PICK_UP)}</h2>
                    <ul class="rows" role="list">
                        {pick_up.with_value(|parts| parts.iter().map(shown).collect_view())}
                        {drafts.with(|drafts| drafts.iter().filter_map(|draft| draft_row(ui, draft)).collect_view())}
                    </ul>
                </section>
            })}
            {conflicts::row(ui, conflicts)}
            {move || any_due.get().then(|| view! {
                <section class="group">
                    <h2>{ui.t(words::DUE_THIS_WEEK)}</h2>
                    <ul class="rows" role="list" data-settling=due.guard.settling() on:click:capture=due.guard.sieve()>
                        <For each=move || due.rows.get() key=|due| (due_key(due), due.step.clone(), due.by) let:row>
                            {move || due_row(ui, &row, due)}
                        </For>
                    </ul>
                </section>
            })}
            {others.with_value(|parts| parts.iter().map(shown).collect_view())}
            {only_here(ui)}
            {move || begun.get().then(|| view! {
                <div class="deeds">
                    <a class="quiet" href=Route::Day.href()>
                        <Icon path=icon_paths::CLOCK/><span>{ui.t(words::END_OF_DAY)}</span>
                    </a>
                </div>
            })}
        </div>
        <div class="actions">
            <a class="quiet" href=Route::Who.href()><Icon path=icon_paths::PERSON/><span>{ui.t(words::WHO_CHANGE)}</span></a>
            <button type="button" class="primary" on:click=|_| keys::open(tools::NEW)>
                <Icon path=icon_paths::PLUS/><span>{ui.t(words::NEW)}</span>
            </button>
        </div>
    }
}

/// What the capabilities put here, each made once for the life of the screen.
fn parts(ui: Ui, of: fn(&OnToday) -> &'static [TodayPart]) -> StoredValue<Vec<TodaySection>> {
    StoredValue::new(capability::on_today().flat_map(of).map(|part| part(ui)).collect())
}

/// Whether there is anything in any of them, followed.
fn any_of(parts: StoredValue<Vec<TodaySection>>) -> bool {
    // Each is asked, so that each is followed.
    parts.with_value(|parts| parts.iter().filter(|part| part.any.get()).count() > 0)
}

/// A part, while there is any of it.
fn shown(part: &TodaySection) -> impl IntoView + use<> {
    let TodaySection { any, view } = part.clone();
    drawn(move || any.get().then(|| view()))
}

fn head(ui: Ui) -> Head {
    ui.follow_tablet();
    let lang = ui.lang.get();
    let work = ui.work();
    let now = work.now().moment();
    let greeting = match chrono::Timelike::hour(&now) {
        4..12 => words::GOOD_MORNING,
        12..18 => words::GOOD_AFTERNOON,
        _ => words::GOOD_EVENING,
    };
    let actor = work.state().actor;
    let name = ui.staff_name(actor);
    let title = match name {
        Some(name) => words::GREETING_NAME.with("greeting", greeting).with("name", name).say(lang),
        None => greeting.get(lang).to_owned(),
    };
    Head { title, line: date::say_today(now.date_naive(), lang), back: None }
}

fn draft_row(ui: Ui, draft: &Draft) -> Option<impl IntoView + use<>> {
    let (name, route) = form::draft_name(ui, draft)?;
    let begun = ui.work().local(draft.begun_ms);
    let begun = move || date::say_moment(begun, ui.lang.get());
    Some(view! {
        <li><a class="row" href=route.href()>
            <Icon path=icon_paths::PENCIL/>
            <span class="row-title" dir="auto">{ui.say(name)}</span>
            <span class="row-line">{move || begun()}</span>
            <span class="row-go"><span>{ui.t(words::CONTINUE)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    })
}

/// What tells a promise from others.
fn due_key(due: &DueStep) -> (&'static str, Id) {
    (due.kind.id, due.record)
}

fn due_row(ui: Ui, due: &DueStep, ticks: Ticks<DueStep, (&'static str, Id)>) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let kind = due.kind;
    // What it is about says whom it was promised to; nothing else need be said of it here.
    let about = kind.about_link().and_then(|(link, to)| {
        let id = ui.record(kind, due.record)?.link(link)?;
        Some((capability::kind(to)?, id))
    });
    let (at, what) = about.unwrap_or((kind, due.record));
    let named = || ui.record(at, what).and_then(|record| capability::of(at.id).named?(&record, lang));
    let whom = ui.title(at, what).filter(|title| !title.is_empty()).or_else(named).unwrap_or_default();
    let day = ui.work().now().today();
    let by = date::say_near(due.by, day, lang);
    let by = if due.by < day { words::OVERDUE.with("date", by).say(lang) } else { by };
    let id = due.record;
    let step = match kind.follow_up {
        Some(promise) if due.step.trim().is_empty() => promise.name.get(lang).to_owned(),
        _ => due.step.clone(),
    };
    let detail = Route::Records(at.id, View::One(what));
    let route = capability::of(at.id).worked_on.first().map_or(detail, |worked_on| worked_on(ui, what));
    let key = due_key(due);
    let ticked = move || ticks.is_ticked(&key);
    let tick = move |_| {
        let Some(promise) = kind.follow_up.filter(|_| ticks.tick(key)) else { return };
        ui.spawn(async move {
            let values = order::values([(promise.done, Value::Bool(true))]);
            if ui.run(Command::Set { kind: kind.id, id, values }).await.is_err() {
                ticks.untick(&key);
            }
        });
    };
    let title = show::first_line(&step);
    view! {
        <li class="ticked" data-done=move || ticked().then_some("")>
            <label class="tick"><input
                type="checkbox" aria-label=words::MARK_DONE.with("step", step).say(lang)
                prop:checked=move || ticked() aria-disabled=move || ticked().then_some("true")
                on:click=move |event| if untrack(ticked) { event.prevent_default() } on:change=tick
            /></label>
            <a class="row" href=route.href()>
                <span class="row-title" dir="auto">{title}</span>
                <span class="row-line" dir="auto">{whom}</span>
                <time class="row-end">{by}</time>
            </a>
        </li>
    }
}

/// What would be lost if this tablet died now.
fn only_here(ui: Ui) -> impl IntoView {
    let count = memo(move || ui.only_here());
    let last = move || {
        ui.follow_tablet();
        let lang = ui.lang.get();
        let work = ui.work();
        let at = work.state().backup.at_ms;
        match at {
            Some(ms) => status::words::LAST_COPY.with("when", date::say_moment(work.local(ms), lang)).say(lang),
            None => status::words::NEVER_COPIED.get(lang).to_owned(),
        }
    };
    drawn(move || {
        (count.get() >= WORTH_A_COPY).then(|| view! {
        <section class="group">
            <h2>{ui.t(words::ONLY_ON_THIS_TABLET)}</h2>
            <ul class="rows" role="list"><li>
                <a class="row" href=Route::Sync.href()>
                    <Icon path=icon_paths::TABLET/>
                    <span class="row-title">{move || status::only_here(count.get()).say(ui.lang.get())}</span>
                    <span class="row-line">{move || last()}</span>
                    <span class="row-go"><span>{ui.t(words::SYNC_SEND)}</span><Icon path=icon_paths::CHEVRON/></span>
                </a>
            </li></ul>
        </section>
    })
    })
}
