//! Who is using this tablet: asked on the first day and on every new one, as tablets are shared.

use crate::model::id::Id;
use crate::model::order;
use crate::model::staff::{STAFF, fields};
use crate::model::text::Text;
use crate::ports::{STARTED, TabNews, World};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::Route;
use crate::ui::typing::Typing;
use crate::ui::words;
use crate::work::command::words::CREATED;
use leptos::prelude::*;

/// The preference that tells on which day somebody last said who they are.
const ASKED_ON: &str = "asked_on";
/// The preference that opens practice notes.
pub const PRACTICE: &str = "practice";

/// Whether nobody has started in this browser yet, as far as its preferences tell. There may be notes all the same.
pub fn is_first_visit(world: &World) -> bool {
    !world.practice && world.prefs.get(STARTED).as_deref() != Some("yes")
}

/// Whether nobody has started on this tablet yet.
pub fn is_new(ui: Ui) -> bool {
    let work = ui.work();
    let empty = work.state().book.seen().count() == 0;
    empty && is_first_visit(&ui.world())
}

/// Whether to ask who is using the tablet: nobody has said so today.
pub fn must_ask(ui: Ui) -> bool {
    let today = ui.work().now().today().to_string();
    ui.world().prefs.get(ASKED_ON) != Some(today)
}

fn answered(ui: Ui) {
    let today = ui.work().now().today().to_string();
    ui.world().prefs.set(ASKED_ON, &today);
}

/// The first screen of all.
pub fn welcome(ui: Ui) -> impl IntoView {
    let start = move |_| {
        ui.world().prefs.set(STARTED, "yes");
        ui.refresh();
    };
    let other = move |_| settings_language(ui);
    view! {
        <main class="welcome">
            <Icon path=icon_paths::LAMP large=true/>
            <h1>{ui.t(words::WELCOME)}</h1>
            <p>{ui.t(words::WELCOME_WHAT)}</p>
            {elsewhere(ui)}
            <div class="deeds">
                <button type="button" class="primary" on:click=start>{ui.t(words::START)}</button>
                <button type="button" class="quiet" on:click=move |_| practice(ui)>{ui.t(words::PRACTICE_START)}</button>
                <button type="button" class="quiet" on:click=other><Icon path=icon_paths::LANGUAGE/><span>{ui.t(words::OTHER_LANGUAGE)}</span></button>
            </div>
        </main>
    }
}

/// Opens the practice notes. The notes of the tablet stay as they are meanwhile.
pub fn practice(ui: Ui) {
    ui.world().prefs.set(PRACTICE, "yes");
    ui.world().device.reload();
}

/// Notes that another Porchlight of this site keeps here are not to be taken for lost.
fn elsewhere(ui: Ui) -> Option<impl IntoView> {
    let path = ui.world().elsewhere?;
    let address = ui.address_of(&path);
    Some(view! { <p>{ui.t(words::NOTES_ELSEWHERE)}" "<a href=path>{address}</a></p> })
}

fn settings_language(ui: Ui) {
    use crate::model::text::Lang;
    let other = match ui.lang.get_untracked() {
        Lang::En => Lang::Es,
        Lang::Es => Lang::En,
    };
    crate::ui::screens::settings::set_language(ui, other);
}

/// The question, filling the window.
pub fn ask(ui: Ui) -> impl IntoView {
    view! { <main class="who"><h1>{ui.t(words::WHO_TITLE)}</h1>{names(ui)}</main> }
}

/// The question as a screen among others.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::WHO_TITLE.get(ui.lang.get()).to_owned(), line: String::new(), back: None });
    view! { <div class="page who">{names(ui)}</div> }
}

fn choose(ui: Ui, actor: Option<Id>) {
    let here = ui.here();
    ui.spawn(async move {
        let work = ui.work();
        match work.set_actor(actor).await {
            Ok(()) => {
                answered(ui);
                ui.refresh();
                if here.route() == Route::Who {
                    ui.go_on(here, Route::Today);
                }
            }
            Err(error) => ui.warn(error.message()),
        }
    });
}

fn names(ui: Ui) -> impl IntoView {
    let typed = Typing::new(ui, "who", None, String::new());
    let next = ui.next_id();
    let staff = memo(move || ui.all_named(&STAFF));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = typed.text.get_untracked().trim().to_owned();
        if name.is_empty() {
            return;
        }
        let known = staff.with_untracked(|staff| staff.iter().find(|(_, known)| *known == name).map(|(id, _)| *id));
        let id = known.unwrap_or_else(|| next.get());
        ui.spawn(async move {
            if known.is_none() {
                let label = CREATED.with("what", name.as_str());
                let rows = vec![(STAFF.id, id, order::values([fields::NAME.is(name)]))];
                // What went wrong has been said; the question stays. What came twice is at work already.
                if !ui.begin(next, &STAFF, label, rows).await {
                    return;
                }
            }
            typed.forget();
            choose(ui, Some(id));
        });
    };
    let label = |text: Text| ui.t(text);
    view! {
        <p>{label(words::WHO_WHY)}</p>
        <ul class="who-grid" role="list">
            {move || staff.get().into_iter().map(|(id, name)| {
                let initial = name.chars().next().unwrap_or('?').to_uppercase().to_string();
                view! {
                    <li><button type="button" class="name" on:click=move |_| choose(ui, Some(id))>
                        <span class="initial" aria-hidden="true">{initial}</span><span dir="auto">{name}</span>
                    </button></li>
                }
            }).collect_view()}
        </ul>
        <form class="who-new" autocomplete="off" on:submit=add>
            <div class="field">
                <label class="label" for="who-name">{label(words::WHO_NEW)}</label>
                <input id="who-name" type="text" autocomplete="off" dir="auto" prop:value=typed.text
                    on:input=move |event| typed.write(event_target_value(&event))/>
            </div>
            <button type="submit" class="quiet"><Icon path=icon_paths::PLUS/><span>{label(words::ADD)}</span></button>
        </form>
        <button type="button" class="quiet" on:click=move |_| choose(ui, None)>{label(words::WHO_NOBODY)}</button>
    }
}

/// Leaves practice: the made-up notes are removed, the real ones open.
pub fn end_practice(ui: Ui) {
    ui.spawn(async move {
        let world = ui.world();
        match world.store.clear().await {
            Ok(()) => {
                world.prefs.set(PRACTICE, "");
                world.tabs.tell(TabNews::Reset);
                world.device.reload();
            }
            Err(error) => ui.warn(error.message()),
        }
    });
}
