//! What matters today: drafts, what is due, who is going quiet, what exists on this tablet alone.

use crate::app::command::Command;
use crate::app::hubs::{self, Health, STALE_AFTER_DAYS};
use crate::app::interview::{self, Unfinished};
use crate::app::status;
use crate::app::today::{self, Due, Quiet};
use crate::domain::date;
use crate::domain::draft::Draft;
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::show;
use crate::domain::value::Value;
use crate::kinds::contact::CONTACT;
use crate::kinds::door::DOOR;
use crate::kinds::hub::HUB;
use crate::kinds::interview::{ANSWER, INTERVIEW, SAID};
use crate::kinds::partner::PARTNER;
use crate::kinds::{self, KINDS};
use crate::ui::context::{Head, Ui};
use crate::ui::form;
use crate::ui::parts::steady::Ticks;
use crate::ui::parts::{Empty, Icon, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::screens::{canvass, conflicts, hub};
use crate::ui::{hub_words, interview_words, words};
use leptos::prelude::*;

/// How many quiet partners are named.
const QUIET_SHOWN: usize = 5;

/// What matters today.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || head(ui));
    let drafts = Memo::new(move |_| {
        ui.follow_drafts();
        let mut drafts: Vec<Draft> = ui.work().state().drafts.values().cloned().collect();
        // A line of notes waits in its interview, which stands here itself.
        drafts.retain(|draft| draft.kind != SAID.id);
        order::sort_by_key(&mut drafts, |draft| std::cmp::Reverse(draft.begun_ms));
        drafts
    });
    let talks = Memo::new(move |_| {
        [INTERVIEW.id, SAID.id, ANSWER.id].iter().for_each(|kind| ui.follow(kind));
        let me = ui.work().state().me.dev;
        ui.look(|book, index| interview::unfinished(book, index, me))
    });
    let due = Ticks::of(
        move || {
            KINDS.iter().filter(|kind| kind.follow_up.is_some()).for_each(|kind| ui.follow(kind.id));
            let work = ui.work();
            let day = work.now().today();
            today::due(&work.state().book, day)
        },
        due_key,
    );
    // Looking through all partners can wait until the first paint is there.
    let quiet = RwSignal::new(Vec::<Quiet>::new());
    Effect::new(move |_| {
        ui.follow(PARTNER.id);
        ui.follow(CONTACT.id);
        request_animation_frame(move || {
            let day = ui.work().now().today();
            quiet.try_set(ui.look(|book, index| today::going_quiet(book, index, day)));
        });
    });
    let hubs = RwSignal::new(Vec::<Health>::new());
    Effect::new(move |_| {
        hub::follow_health(ui);
        ui.in_the_background(
            async |work, job| {
                let mut all = hubs::health(&work, &job).await?;
                all.retain(|health| health.wants_care(work.now().today()));
                Ok(all)
            },
            hubs,
        );
    });
    let conflicts = conflicts::all(ui);
    let nothing = Memo::new(move |_| {
        conflicts.with(|all| all.as_ref().is_none_or(Vec::is_empty))
            && hubs.with(Vec::is_empty)
            && talks.with(Vec::is_empty)
            && drafts.with(Vec::is_empty)
            && due.rows.with(Vec::is_empty)
            && quiet.with(Vec::is_empty)
    });
    let any_due = Memo::new(move |_| due.rows.with(|rows| !rows.is_empty()));
    view! {
        <div class="page today">
            {move || nothing.get().then(|| view! {
                <Empty path=icon_paths::TODAY title=words::ALL_QUIET_TITLE purpose=words::ALL_QUIET/>
            })}
            {move || (drafts.with(|drafts| !drafts.is_empty()) || talks.with(|talks| !talks.is_empty())).then(|| view! {
                <section class="group" data-lamp="">
                    <h2>{ui.t(words::PICK_UP)}</h2>
                    <ul class="rows" role="list">
                        {talks.with(|talks| talks.iter().map(|talk| talk_row(ui, talk)).collect_view())}
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
            {move || quiet.with(|quiet| (!quiet.is_empty()).then(|| view! {
                <section class="group">
                    <h2>{ui.t(words::GOING_QUIET)}</h2>
                    <ul class="rows" role="list">
                        {quiet.iter().take(QUIET_SHOWN).map(|quiet| quiet_row(ui, *quiet)).collect_view()}
                    </ul>
                </section>
            }))}
            {move || hubs.with(|hubs| (!hubs.is_empty()).then(|| view! {
                <section class="group">
                    <h2>{ui.t(HUB.plural)}</h2>
                    <ul class="rows" role="list">
                        {hubs.iter().take(QUIET_SHOWN).map(|health| hub_row(ui, health)).collect_view()}
                    </ul>
                </section>
            }))}
            {only_here(ui)}
        </div>
        <div class="actions">
            <button type="button" class="primary" on:click=move |_| ui.go(Route::Records(PARTNER.id, View::Edit(ui.work().new_id())))>
                <Icon path=icon_paths::PLUS/><span>{ui.t(PARTNER.new)}</span>
            </button>
        </div>
    }
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

fn talk_row(ui: Ui, talk: &Unfinished) -> impl IntoView + use<> {
    let (number, all) = talk.number;
    let reached = interview_words::AT_QUESTION.with("number", number).with("all", all);
    view! {
        <li><a class="row" href=Route::Talk(talk.id).href()>
            <Icon path=icon_paths::QUOTE/>
            <span class="row-title" dir="auto">{talk.called.clone()}</span>
            <span class="row-line">{ui.say(reached)}</span>
            <span class="row-go"><span>{ui.t(words::CONTINUE)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    }
}

fn draft_row(ui: Ui, draft: &Draft) -> Option<impl IntoView + use<>> {
    let (name, route) = form::draft_name(ui, draft)?;
    let begun = ui.work().local(draft.begun_ms);
    let begun = move || date::say_moment(begun, ui.lang.get());
    Some(view! {
        <li><a class="row" href=route.href()>
            <Icon path=icon_paths::PENCIL/>
            <span class="row-title" dir="auto">{ui.say(name)}</span>
            <span class="row-line">{begun}</span>
            <span class="row-go"><span>{ui.t(words::CONTINUE)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    })
}

/// What tells a promise from others.
fn due_key(due: &Due) -> (&'static str, Id) {
    (due.kind.id, due.record)
}

fn due_row(ui: Ui, due: &Due, ticks: Ticks<Due, (&'static str, Id)>) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let kind = due.kind;
    // What it is about says whom it was promised to; nothing else need be said of it here.
    let about = kind.about_link().and_then(|(link, to)| {
        let id = ui.record(kind, due.record)?.text(link)?.parse().ok()?;
        Some((kinds::kind(to)?, id))
    });
    let whom = about.and_then(|(kind, id)| ui.title(kind, id)).unwrap_or_default();
    let day = ui.work().now().today();
    let by = date::say_near(due.by, day, lang);
    let by = if due.by < day { words::OVERDUE.with("date", by).say(lang) } else { by };
    let id = due.record;
    let step = match kind.follow_up {
        Some(promise) if due.step.trim().is_empty() => promise.name.get(lang).to_owned(),
        _ => due.step.clone(),
    };
    let route = match about {
        Some((kind, door)) if kind == &DOOR => canvass::street::at(ui, door),
        Some((kind, id)) => Route::Records(kind.id, View::One(id)),
        None => Route::Records(kind.id, View::One(id)),
    };
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
                prop:checked=ticked aria-disabled=move || ticked().then_some("true")
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

fn quiet_row(ui: Ui, quiet: Quiet) -> impl IntoView {
    let name = ui.title(&PARTNER, quiet.partner).unwrap_or_default();
    let text = if quiet.ever { words::QUIET_DAYS } else { words::NEVER_CONTACTED };
    view! {
        <li><a class="row" href=Route::Records(PARTNER.id, View::One(quiet.partner)).href()>
            <span class="row-title" dir="auto">{name}</span>
            <span class="row-line">{ui.say(text.with("days", quiet.days))}</span>
            <span class="row-go"><span>{ui.t(words::OPEN)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    }
}

/// A hub that somebody should look after, and what for.
fn hub_row(ui: Ui, health: &Health) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let today = ui.work().now().today();
    let alone = match health.days_alone(today) {
        None => Some(hub_words::NEVER_THERE.message()),
        Some(days) if days > STALE_AFTER_DAYS => Some(hub_words::ALONE.with("days", days)),
        Some(_) => None,
    };
    let line =
        hub::wants(health).into_iter().chain(alone).map(|message| message.say(lang)).collect::<Vec<_>>().join(" · ");
    let (to, go) = match health.short {
        0 => (Route::Records(HUB.id, View::One(health.hub)), words::OPEN),
        _ => (Route::Restock(health.hub), hub_words::RESTOCK_LIST),
    };
    view! {
        <li><a class="row" href=to.href()>
            <span class="row-title" dir="auto">{health.name.clone()}</span>
            <span class="row-line">{line}</span>
            <span class="row-go"><span>{ui.t(go)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    }
}

/// What would be lost if this tablet died now.
fn only_here(ui: Ui) -> impl IntoView {
    let count = Memo::new(move |_| {
        ui.follow_tablet();
        if ui.practice() { 0 } else { ui.work().state().only_here() }
    });
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
    move || {
        (count.get() > 0).then(|| view! {
        <section class="group">
            <h2>{ui.t(words::ONLY_ON_THIS_TABLET)}</h2>
            <ul class="rows" role="list"><li>
                <a class="row" href=Route::Sync.href()>
                    <Icon path=icon_paths::TABLET/>
                    <span class="row-title">{move || status::only_here(count.get()).say(ui.lang.get())}</span>
                    <span class="row-line">{last}</span>
                    <span class="row-go"><span>{ui.t(words::SYNC_SEND)}</span><Icon path=icon_paths::CHEVRON/></span>
                </a>
            </li></ul>
        </section>
    })
    }
}
