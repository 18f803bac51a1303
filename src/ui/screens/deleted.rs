//! What was deleted in the last 30 days: to bring back, or to erase for good.

use crate::model::id::Id;
use crate::model::{date, show};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::chosen::Chosen;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::twice::Twice;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{effect, memo};
use crate::ui::route::Route;
use crate::ui::{capability, choosing_words as own, words};
use crate::work::command::Command;
use crate::work::consent;
use crate::work::deletions::Deletion;
use leptos::prelude::*;

/// How many are shown at first, and with every tap on “Show more”.
const PAGE: usize = 100;

/// What was deleted lately, the latest first.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::RECENTLY_DELETED.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Settings, words::BACK.get(ui.lang.get()))),
    });
    // When something was deleted stands in the log, which is read once more whenever anything changes.
    let deleted = RwSignal::new(None::<Vec<Deletion>>);
    effect(move || {
        capability::kinds().iter().for_each(|kind| ui.follow(kind.id));
        ui.spawn(async move {
            match ui.work().deletions().await {
                Ok(found) => drop(deleted.try_set(Some(found))),
                Err(error) => ui.warn(error.message()),
            }
        });
    });
    let guard = Guard::over(move || {
        deleted.with(|all| all.as_ref().map(|all| all.iter().map(|deleted| deleted.id).collect::<Vec<_>>()))
    });
    let chosen = Chosen::none();
    let most = RwSignal::new(PAGE);
    let several = memo(move || deleted.with(|all| all.as_ref().is_some_and(|all| all.len() > 1)));
    let more = memo(move || deleted.with(|all| all.as_ref().is_some_and(|all| all.len() > most.get())));
    let shown = move || deleted.with(|all| all.iter().flatten().take(most.get()).cloned().collect::<Vec<_>>());
    view! {
        <div class="page" data-stack="">
            <p>{ui.t(words::RECENTLY_DELETED_WHAT)}</p>
            {move || deleted.with(|deleted| deleted.as_ref().is_some_and(Vec::is_empty)).then(|| view! {
                <Empty path=icon_paths::TRASH title=words::RECENTLY_DELETED purpose=words::RECENTLY_DELETED_NONE/>
            })}
            {move || several.get().then(|| deeds(ui, chosen, deleted))}
            <ul class="health" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <For each=move || shown() key=|deleted| deleted.id let:deleted>{row(ui, deleted, chosen)}</For>
            </ul>
            {move || more.get().then(|| view! {
                <div class="deeds"><Quiet path=icon_paths::DOWN text=own::SHOW_MORE on_tap=move || most.update(|most| *most += PAGE)/></div>
            })}
        </div>
    }
}

/// What can be done to several: all of them come back, or those that are chosen.
fn deeds(ui: Ui, chosen: Chosen, deleted: RwSignal<Option<Vec<Deletion>>>) -> impl IntoView {
    let bring_back = move |which: &dyn Fn(Id) -> bool| {
        let of =
            |all: &Vec<Deletion>| all.iter().filter(|one| which(one.id)).map(|one| (one.kind.id, one.id)).collect();
        ui.send(Command::BringAllBack(deleted.with_untracked(|all| all.as_ref().map(of).unwrap_or_default())));
    };
    let chosen_back = move |_| {
        let ids = chosen.now();
        chosen.end();
        bring_back(&|id| ids.contains(&id));
    };
    let count = memo(move || chosen.count());
    let says = move || own::BRING_BACK_MANY.with("count", count.get()).say(ui.lang.get());
    let counted = move || match count.get() {
        0 => own::CHOOSE_HINT_BACK.get(ui.lang.get()).to_owned(),
        count => own::CHOSEN.with("count", count).say(ui.lang.get()),
    };
    move || match chosen.is_on() {
        false => view! {
            <div class="deeds">
                <Quiet path=icon_paths::UNDO text=words::BRING_ALL_BACK on_tap=move || bring_back(&|_| true)/>
                <Quiet path=icon_paths::CHECK text=own::CHOOSE on_tap=move || chosen.begin(None)/>
            </div>
        }
        .into_any(),
        true => view! {
            <div class="deeds" role="group" aria-label=ui.t(own::CHOOSE)>
                <p role="status">{move || counted()}</p>
                <button type="button" class="primary" disabled=move || count.get() == 0 on:click=chosen_back>
                    <Icon path=icon_paths::UNDO/><span>{move || says()}</span>
                </button>
                <Quiet path=icon_paths::CLOSE text=words::CANCEL on_tap=move || chosen.end()/>
            </div>
        }
        .into_any(),
    }
}

fn row(ui: Ui, deleted: Deletion, chosen: Chosen) -> impl IntoView {
    let Deletion { kind, id, at, .. } = deleted;
    let sure = RwSignal::new(false);
    let line = move || {
        let lang = ui.lang.get();
        let said = match at {
            Some(at) => words::DELETED_ON.with("date", date::say_moment(at, lang)),
            None => words::DELETED_SOME_TIME.message(),
        };
        said.with("kind", kind.name).say(lang)
    };
    let title = move || {
        let lang = ui.lang.get();
        let title = ui.work().state().book.record(kind.id, id).map(|record| show::title_in(kind, record, lang));
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| words::UNTITLED.get(lang).to_owned())
    };
    // What goes with it is said before it goes.
    let too = move || {
        let gone = {
            let work = ui.work();
            let state = work.state();
            consent::counted(state.book.kinds(), &state.policies.goes_with(&state.book, kind, id))
        };
        let what = words::counted_in_words(gone, ui.lang.get());
        (!what.is_empty()).then(|| {
            let said = words::ERASE_TOO.with("what", what).say(ui.lang.get());
            view! { <p role="status" class="error"><Icon path=icon_paths::WARNING/><span>{said}</span></p> }
        })
    };
    view! {
        <li data-tone="plain">
            {move || match chosen.is_on() {
                true => view! {
                    <input type="checkbox" aria-label=move || title() prop:checked=move || chosen.has(id)
                        on:change=move |_| chosen.toggle(id)/>
                }
                .into_any(),
                false => view! { <Icon path=icon_paths::TRASH/> }.into_any(),
            }}
            <div><b dir="auto">{move || title()}</b><p class="soft">{move || line()}</p>{move || sure.get().then(too)}</div>
            {move || (!chosen.is_on()).then(|| view! {
                <div class="deeds">
                    <Quiet path=icon_paths::UNDO text=words::BRING_BACK on_tap=move || ui.send(Command::BringBack(kind.id, id))/>
                    <Twice path=icon_paths::CLOSE text=words::ERASE sure=words::ERASE_SURE asked=sure
                        on_tap=move || ui.send(Command::Erase(kind.id, id))/>
                </div>
            })}
        </li>
    }
}
