//! What the store refused: said on every screen, tried again whenever that may help, and not closed by mistake.

use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::Route;
use crate::ui::waking::on_waking;
use crate::ui::{sync_words, words};
use leptos::prelude::*;

/// Tries again when the tablet wakes up, is online again, or somebody comes back to this window; and asks before a
/// window is closed that alone holds something.
pub fn watch(ui: Ui) {
    on_waking(move || {
        if ui.unsaved.get_untracked() > 0 {
            ui.spawn(async move {
                // What is still refused is said by the status.
                drop(ui.work().save_again().await);
            });
        }
    });
    std::mem::forget(window_event_listener(leptos::ev::beforeunload, move |event| {
        let waits = ui.work().state().following.count();
        if ui.unsaved.get_untracked() + waits > 0 {
            event.prevent_default();
            // Older browsers ask only where this says something.
            event.set_return_value(words::LEAVING_LOSES.get(ui.lang.get_untracked()));
        }
    }));
}

/// Says how much is in this window alone, with what can be done about it.
pub fn banner(ui: Ui) -> impl IntoView {
    let again = move |_| {
        ui.spawn(async move {
            match ui.work().save_again().await {
                Ok(()) => ui.toast(words::ALL_STORED, None),
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    let any = memo(move || ui.unsaved.get() > 0);
    let said = move || {
        sync_words::counted(ui.unsaved.get(), words::ONLY_IN_WINDOW_ONE, words::ONLY_IN_WINDOW).say(ui.lang.get())
    };
    drawn(move || {
        any.get().then(|| {
            view! {
                <div class="banner" data-tone="wrong" role="note">
                    <Icon path=icon_paths::WRONG/>
                    <p>{move || said()}</p>
                    <button type="button" class="quiet" on:click=again>{ui.t(words::TRY_AGAIN)}</button>
                    <a class="quiet" href=Route::Sync.href()>{ui.t(words::SAVE_A_COPY)}</a>
                </div>
            }
        })
    })
}
