//! The frame around every screen: the five places, the heading, the status, banners and toasts.

use crate::model::text::Message;
use crate::ports::{Installed, Role};
use crate::ui::context::Ui;
use crate::ui::letterhead::letterhead;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, icon_paths, scroll_to_top};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Place, Route};
use crate::ui::screens::who;
use crate::ui::shown::{self, Shown};
use crate::ui::typing::apart;
use crate::ui::{capability, keys, notices, tools, unsaved, words};
use crate::work::practice;
use crate::work::status::{self, SaveState};
use leptos::html;
use leptos::prelude::*;

/// The frame, with the screen where one is.
pub fn frame(ui: Ui) -> AnyView {
    let heading = NodeRef::<html::H1>::new();
    let main = NodeRef::<html::Main>::new();
    let recent = tools::Recent::closed();
    let screen = memo(move || Shown::at(ui.route.get()));
    Effect::new(move |before: Option<Shown>| {
        let now = screen.get();
        // A screen reader is told where it is; on the first paint the browser does that itself.
        if before.is_some_and(|before| before != now)
            && let Some(heading) = heading.get_untracked()
        {
            drop(heading.focus());
            scroll_to_top();
        }
        now
    });
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = main.get_untracked() {
            drop(main.focus());
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{ui.t(words::SKIP)}</a>
        <div class="app">
            <nav class="places" aria-label=ui.t(words::PLACES)>
                {Place::ALL.map(|place| place_link(ui, place)).into_iter().collect_view()}
                {tools::below_places(ui, recent)}
            </nav>
            <div class="stage">
                {letterhead(ui)}
                <header class="top">
                    {move || ui.head.get().back.map(|(route, words)| view! {
                        <a class="back" href=route.href()><Icon path=icon_paths::BACK/><span>{words}</span></a>
                    })}
                    <div class="top-title">
                        <h1 tabindex="-1" node_ref=heading>{move || ui.head.get().title}</h1>
                        {move || Some(ui.head.get().line).filter(|line| !line.is_empty()).map(|line| view! {
                            <p class="soft">{line}</p>
                        })}
                    </div>
                    <div class="at-hand">{tools::tools(ui, recent)}{status_chip(ui)}</div>
                </header>
                <aside class="banners" aria-label=ui.t(status::words::NEWS)>{banners(ui)}{of_capabilities(ui)}</aside>
                <main id="main" tabindex="-1" node_ref=main>
                    {move || shown::draw(ui, screen.get())}
                </main>
                {notices::region(ui)}
            </div>
        </div>
        {keys::dialogs(ui)}
        {tools::dialog(ui, recent)}
        {tools::starts(ui)}
        {apart()}
    }
    .into_any()
}

/// What the capabilities say on every screen while they are at work. One whose views are not loaded is not at work.
fn of_capabilities(ui: Ui) -> impl IntoView {
    drawn(move || {
        ui.chunks.track();
        capability::loaded().flat_map(|views| views.banners).map(|banner| banner(ui)).collect_view()
    })
}

fn place_link(ui: Ui, place: Place) -> impl IntoView {
    let path = match place {
        Place::Today => icon_paths::TODAY,
        Place::Outreach => icon_paths::OUTREACH,
        Place::Community => icon_paths::COMMUNITY,
        Place::Directory => icon_paths::DIRECTORY,
        Place::Reports => icon_paths::REPORTS,
    };
    let current = move || (ui.route.get().place() == Some(place)).then_some("page");
    view! { <a href=format!("#/{}", place.path()) aria-current=move || current()><Icon path=path/><span>{ui.t(place.name())}</span></a> }
}

/// What the status chip says: tone, icon, words.
fn status(ui: Ui) -> (&'static str, &'static str, Message) {
    ui.follow_tablet();
    match (ui.save.get(), ui.role.get()) {
        (SaveState::Failed(error), _) => ("wrong", icon_paths::WRONG, error.message()),
        (_, Role::Follower) => ("plain", icon_paths::TABLET, status::words::ELSEWHERE.message()),
        (SaveState::Saving, _) => ("plain", icon_paths::TABLET, status::words::SAVING.message()),
        (SaveState::Saved, _) => ("good", icon_paths::SAVED, status::words::SAVED.message()),
    }
}

fn status_chip(ui: Ui) -> impl IntoView {
    // A save takes milliseconds: “Saving…” is shown, but only what lasts is read out.
    let now = memo(move || status(ui));
    let said = memo(move || {
        let (tone, _, message) = now.get();
        if tone == "plain" { String::new() } else { message.say(ui.lang.get()) }
    });
    let only_here = memo(move || ui.only_here());
    let how_many = move || {
        let count = only_here.get();
        (count > 0).then(|| {
            let words = words::ONLY_HERE_SHORT.with("count", count).say(ui.lang.get());
            // Where there is little room, the number says it.
            view! {
                <span class="status-words">" · " {words}</span>
                <span class="status-count" aria-hidden="true">{count}</span>
            }
        })
    };
    view! {
        <a class="status" data-tone=move || now.get().0 href=Route::Sync.href()>
            <Icon path=Signal::derive(move || now.get().1)/>
            <span><span class="status-words">{move || now.get().2.say(ui.lang.get())}</span>{move || how_many()}</span>
            <span class="unseen">{ui.t(words::STATUS_OPENS)}</span>
        </a>
        <p class="unseen" role="status">{said}</p>
    }
}

/// Says that all of this is made up, and ends it: at once, or where somebody wrote notes of their own, which go as well,
/// at a second tap.
fn practice_banner(ui: Ui) -> impl IntoView {
    let asked = RwSignal::new(0);
    let guard = Guard::default();
    let end = move |tap: leptos::ev::MouseEvent| {
        if !guard.takes(&tap) {
            return;
        }
        match practice::written_since(&ui.work().state().book) + ui.work().state().drafts.len() {
            own if own > 0 && asked.get_untracked() == 0 => {
                guard.moved();
                asked.set(own);
            }
            _ => who::end_practice(ui),
        }
    };
    let says = move || match asked.get() {
        0 => words::PRACTICE_NOTE.get(ui.lang.get()).to_owned(),
        own => words::PRACTICE_GOES.with("count", own).say(ui.lang.get()),
    };
    // Two buttons, so that a key that is held down does not press the second one as well.
    let button = move || {
        let words = if asked.get() == 0 { words::PRACTICE_END } else { words::PRACTICE_END_SURE };
        view! {
            <button type="button" class="quiet" data-settling=guard.settling() on:click=end>{ui.t(words)}</button>
        }
    };
    view! {
        <div class="banner" data-tone="practice" role="note">
            <Icon path=icon_paths::LAMP/>
            <p role="status">{move || says()}</p>
            {move || (asked.get() > 0).then(|| view! {
                <button type="button" class="quiet" on:click=move |_| asked.set(0)>{ui.t(words::PRACTICE_GO_ON)}</button>
            })}
            {move || button()}
        </div>
    }
}

fn banners(ui: Ui) -> impl IntoView {
    let waits = memo(move || ui.waits());
    let follower = move || {
        (ui.role.get() == Role::Follower).then(|| {
            let said = move || ui.t(if waits.get() { words::FOLLOWER_WAITS } else { words::FOLLOWER })();
            view! {
                <div class="banner" data-tone="care" role="note">
                    <Icon path=icon_paths::TABLET/>
                    <p>{move || said()}</p>
                    <button type="button" class="quiet" on:click=move |_| ui.take_over()>
                        {ui.t(words::TAKE_OVER)}
                    </button>
                </div>
            }
        })
    };
    let update = move || {
        (ui.installed.get() == Installed::UpdateWaiting).then(|| {
            // A version is not changed under what is being typed or recorded.
            let dirty = ui.dirty.get() || ui.unsaved.get() > 0 || waits.get() || ui.occupied.get();
            view! {
                <div class="banner" data-tone="plain" role="note">
                    <Icon path=icon_paths::DOWNLOAD/>
                    <p>{ui.t(if dirty { words::UPDATE_DRAFT_FIRST } else { words::UPDATE_READY })}</p>
                    {(!dirty).then(|| view! {
                        <button type="button" class="quiet" on:click=move |_| ui.world().device.apply_update()>
                            {ui.t(words::UPDATE_NOW)}
                        </button>
                    })}
                </div>
            }
        })
    };
    let unread = move || {
        ui.follow_tablet();
        let count = ui.work().state().unread.len();
        (count > 0).then(|| {
            view! {
                <div class="banner" data-tone="wrong" role="note">
                    <Icon path=icon_paths::WRONG/>
                    <p>{ui.say(words::UNREAD_BANNER.with("count", count))}</p>
                </div>
            }
        })
    };
    let practice = ui.practice().then(|| practice_banner(ui));
    view! { {practice} {unsaved::banner(ui)} {move || follower()} {move || update()} {move || unread()} }
}
