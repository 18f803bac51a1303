//! What was deleted in the last 30 days: to bring back, or to erase for good.

use crate::model::{date, show};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::twice::Twice;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::effect;
use crate::ui::route::Route;
use crate::ui::{capability, words};
use crate::work::command::Command;
use crate::work::consent;
use crate::work::deletions::Deletion;
use leptos::prelude::*;

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
    let all_back = move || {
        let all = deleted.with_untracked(|all| all.iter().flatten().map(|one| (one.kind.id, one.id)).collect());
        ui.send(Command::BringAllBack(all));
    };
    view! {
        <div class="page" data-stack="">
            <p>{ui.t(words::RECENTLY_DELETED_WHAT)}</p>
            {move || deleted.with(|deleted| deleted.as_ref().is_some_and(Vec::is_empty)).then(|| view! {
                <Empty path=icon_paths::TRASH title=words::RECENTLY_DELETED purpose=words::RECENTLY_DELETED_NONE/>
            })}
            {move || deleted.with(|all| all.as_ref().is_some_and(|all| all.len() > 1)).then(|| view! {
                <div class="deeds"><Quiet path=icon_paths::UNDO text=words::BRING_ALL_BACK on_tap=all_back/></div>
            })}
            <ul class="health" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <For each=move || deleted.get().unwrap_or_default() key=|deleted| deleted.id let:deleted>{row(ui, deleted)}</For>
            </ul>
        </div>
    }
}

fn row(ui: Ui, deleted: Deletion) -> impl IntoView {
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
            <Icon path=icon_paths::TRASH/>
            <div><b dir="auto">{move || title()}</b><p class="soft">{move || line()}</p>{move || sure.get().then(too)}</div>
            <div class="deeds">
                <Quiet path=icon_paths::UNDO text=words::BRING_BACK on_tap=move || ui.send(Command::BringBack(kind.id, id))/>
                <Twice path=icon_paths::CLOSE text=words::ERASE sure=words::ERASE_SURE asked=sure
                    on_tap=move || ui.send(Command::Erase(kind.id, id))/>
            </div>
        </li>
    }
}
