//! What is at hand on every screen: search, beginning something, what can be undone, help and settings. They stand below
//! the places; where those are a bar, one button in the head opens them.

use crate::model::kind::Kind;
use crate::model::text::Message;
use crate::ui::capability::Start;
use crate::ui::context::{TakeBack, Ui};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::route::Route;
use crate::ui::{capability, keys, words};
use leptos::prelude::*;

/// How many steps are offered, the latest first.
const STEPS: usize = 8;
/// The dialog of what can be undone, and of what there is no room for.
const DIALOG: &str = "at-hand";
/// The dialog of what one can begin with.
pub const NEW: &str = "new";

/// What can be undone, and whether somebody looks at it: while nobody does, nothing is drawn with every save.
#[derive(Clone, Copy)]
pub struct Recent(RwSignal<bool>);

impl Recent {
    /// Not looked at.
    pub fn closed() -> Recent {
        Recent(RwSignal::new(false))
    }

    fn open(self) {
        self.0.set(true);
        keys::open(DIALOG);
    }
}

/// The buttons in the head.
pub fn tools(ui: Ui, recent: Recent) -> impl IntoView {
    view! {
        <button type="button" class="tool" aria-label=ui.t(words::KEY_PALETTE) on:click=|_| keys::open(keys::PALETTE)>
            <Icon path=icon_paths::SEARCH/>
        </button>
        <button type="button" class="tool only-tight" aria-label=ui.t(words::MORE) on:click=move |_| recent.open()>
            <Icon path=icon_paths::MORE/>
        </button>
    }
}

/// The same below the places.
pub fn below_places(ui: Ui, recent: Recent) -> impl IntoView {
    let link = |to: Route, path: &'static str, words| {
        view! { <a href=to.href()><Icon path=path/><span>{ui.t(words)}</span></a> }
    };
    view! {
        <div class="below-places only-roomy">
            <button type="button" on:click=|_| keys::open(NEW)><Icon path=icon_paths::PLUS/><span>{ui.t(words::NEW)}</span></button>
            <button type="button" on:click=move |_| recent.open()>
                <Icon path=icon_paths::UNDO/><span>{ui.t(words::RECENT_STEPS)}</span>
            </button>
            {link(Route::Help, icon_paths::HELP, words::HELP)}
            {link(Route::Settings, icon_paths::SETTINGS, words::SETTINGS)}
        </div>
    }
}

/// What can be undone, closed. Where there is little room, help and settings stand here, too.
pub fn dialog(ui: Ui, recent: Recent) -> impl IntoView {
    let steps = move || {
        ui.follow_tablet();
        let steps: Vec<(u64, Message)> = ui.work().state().undo_steps().take(STEPS).collect();
        match steps.is_empty() {
            true => view! { <p class="soft">{ui.t(words::NOTHING_TO_UNDO)}</p> }.into_any(),
            false => {
                let rows = steps.into_iter().map(|(step, label)| step_row(ui, step, label));
                view! { <ul class="rows" role="list">{rows.collect_view()}</ul> }.into_any()
            }
        }
    };
    let link = |to: Route, path: &'static str, words| {
        view! {
            <a class="quiet" href=to.href() on:click=|_| keys::close(DIALOG)><Icon path=path/><span>{ui.t(words)}</span></a>
        }
    };
    view! {
        <dialog class="dialog" id=DIALOG aria-labelledby="at-hand-title" on:close=move |_| recent.0.set(false)>
            <h2 id="at-hand-title">{ui.t(words::RECENT_STEPS)}</h2>
            {move || recent.0.get().then(steps)}
            <div class="deeds only-tight">
                <button type="button" class="quiet" on:click=|_| { keys::close(DIALOG); keys::open(NEW); }>
                    <Icon path=icon_paths::PLUS/><span>{ui.t(words::NEW)}</span>
                </button>
                {link(Route::Help, icon_paths::HELP, words::HELP)}
                {link(Route::Settings, icon_paths::SETTINGS, words::SETTINGS)}
            </div>
            <div class="actions">
                <button type="button" class="primary" on:click=|_| keys::close(DIALOG)>{ui.t(words::CLOSE)}</button>
            </div>
        </dialog>
    }
}

/// What one can begin with, closed.
pub fn starts(ui: Ui) -> impl IntoView {
    view! {
        <dialog class="dialog" id=NEW aria-labelledby="new-title">
            <h2 id="new-title">{ui.t(words::NEW_WHAT)}</h2>
            {start_buttons(ui)}
            <div class="actions">
                <button type="button" class="quiet" on:click=|_| keys::close(NEW)>{ui.t(words::CLOSE)}</button>
            </div>
        </dialog>
    }
}

/// A button for everything one can begin with.
pub fn start_buttons(ui: Ui) -> impl IntoView {
    let button = |start: &'static Start| {
        let begin = move |_| {
            keys::close(NEW);
            let work = ui.work();
            let any = |kind: &Kind| work.state().book.living(kind.id).next().is_some();
            ui.go(start.route(any, || work.new_id()));
        };
        view! { <button type="button" class="quiet" on:click=begin><span>{ui.t(start.name)}</span></button> }
    };
    view! { <div class="starts">{capability::starts().map(button).collect_view()}</div> }
}

fn step_row(ui: Ui, step: u64, label: Message) -> impl IntoView {
    let take_back = move |_| {
        keys::close(DIALOG);
        ui.take_back(TakeBack::Step(step));
    };
    let redoes = ui.work().state().redoes(step);
    let (says, what) = if redoes { (words::REDO, words::REDO_WHAT) } else { (words::UNDO, words::UNDO_WHAT) };
    let words = label.clone();
    view! {
        <li class="step">
            <span class="row-title">{ui.say(label)}</span>
            <button type="button" class="quiet" aria-label=ui.say(what.with("what", words)) on:click=take_back>
                <Icon path=icon_paths::UNDO/><span>{ui.t(says)}</span>
            </button>
        </li>
    }
}
