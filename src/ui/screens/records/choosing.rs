//! Choosing several records of a list, to do one thing to all of them: one step, and one way back.

use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::listed::Listed;
use crate::model::text::Text;
use crate::model::value::Value;
use crate::ui::context::Ui;
use crate::ui::parts::chosen::Chosen;
use crate::ui::parts::row::{record_row, row_content, row_words};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::{capability, choosing_words as own, keys, words};
use crate::work::command::{Command, Deed};
use crate::work::job::Job;
use crate::work::many::settable;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The dialog that asks what to change.
const CHANGE: &str = "change-many";

/// Who is chosen in a list. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Choosing {
    ui: Ui,
    kind: &'static Kind,
    chosen: Chosen,
    /// Whether it is being done to them.
    busy: RwSignal<bool>,
}

impl Choosing {
    /// Nobody is chosen yet.
    pub fn new(ui: Ui, kind: &'static Kind) -> Choosing {
        Choosing { ui, kind, chosen: Chosen::none(), busy: RwSignal::new(false) }
    }

    /// Whether rows are chosen instead of opened, followed.
    pub fn is_on(self) -> bool {
        self.chosen.is_on()
    }

    /// A finger that rests on a row chooses it, for `on:contextmenu` of what holds the list. A mouse opens its menu.
    pub fn on_rest(self, event: &leptos::ev::MouseEvent) {
        let by = js_sys::Reflect::get(event, &"pointerType".into()).ok().and_then(|by| by.as_string());
        let row = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let row = row.and_then(|row| row.closest(".list a.row").ok()?);
        let to = row.and_then(|row| row.get_attribute("href")).map(|href| Route::parse(&href));
        if let (true, Some(Route::Records(_, View::One(id)))) = (by.is_some_and(|by| by != "mouse"), to) {
            event.prevent_default();
            self.chosen.begin(Some(id));
        }
    }

    /// The row of a record: a way to it, or a box to tick.
    pub fn row(self, id: Id, current: impl Fn() -> bool + Copy + Send + Sync + 'static) -> AnyView {
        let Choosing { ui, kind, .. } = self;
        let row = move || match self.is_on() {
            false => record_row(ui, kind, id, current).into_any(),
            true => self.row_to_tick(id),
        };
        row.into_any()
    }

    fn row_to_tick(self, id: Id) -> AnyView {
        let Choosing { ui, kind, .. } = self;
        let words = memo(move || ui.record(kind, id).map(|record| row_words(ui, kind, &record)));
        view! {
            <label class="row">
                <input type="checkbox" prop:checked=move || self.chosen.has(id) on:change=move |_| self.chosen.toggle(id)/>
                {move || words.get().map(row_content)}
            </label>
        }
        .into_any()
    }

    /// Above the list while somebody chooses: how many there are, all that are shown, and the way out.
    pub fn above(self, found: Memo<Arc<Listed>>) -> impl IntoView {
        let ui = self.ui;
        let counted = move || {
            let (count, hidden) = (self.chosen.count(), found.with(|found| self.hidden(found)));
            let said = match (count, hidden) {
                (0, _) => own::CHOOSE_HINT.message(),
                (_, 0) => own::CHOSEN.with("count", count),
                _ => own::CHOSEN_HIDDEN.with("count", count).with("hidden", hidden),
            };
            said.say(ui.lang.get())
        };
        let shown = move |text: Text| text.with("count", found.with(|found| found.len())).say(ui.lang.get());
        let all = move |_| {
            self.chosen.add(found.with_untracked(|found| found.range(0..found.len())));
        };
        let bar = move || {
            view! {
                <div class="choosing" role="group" aria-label=ui.t(own::CHOOSE)>
                    <p role="status">{move || counted()}</p>
                    <button type="button" class="quiet" aria-label=move || shown(own::CHOOSE_SHOWN) on:click=all>
                        <Icon path=icon_paths::CHECK/><span>{move || shown(own::ALL_SHOWN)}</span>
                    </button>
                    <Quiet path=icon_paths::CLOSE text=words::CANCEL on_tap=move || self.chosen.end()/>
                </div>
                {dialog(self, settable(self.kind))}
            }
        };
        move || self.is_on().then(bar)
    }

    /// How many are chosen that a list does not show.
    fn hidden(self, found: &Listed) -> usize {
        match found {
            Listed::All(_) => 0,
            Listed::Some(ids) => self.chosen.beyond(ids),
        }
    }

    /// The button that begins it.
    pub fn button(self) -> impl IntoView {
        view! { <Quiet path=icon_paths::CHECK text=own::CHOOSE on_tap=move || self.chosen.begin(None)/> }
    }

    /// What can be done to those who are chosen.
    pub fn actions(self) -> AnyView {
        let ui = self.ui;
        let none = memo(move || self.chosen.count() == 0 || self.busy.get());
        let say = move |text: Text| {
            move || match self.busy.get() {
                true => own::WORKING.get(ui.lang.get()).to_owned(),
                false => text.with("count", self.chosen.count()).say(ui.lang.get()),
            }
        };
        let (delete, change) = (say(own::DELETE_MANY), say(own::CHANGE_MANY));
        let changes = (!settable(self.kind).is_empty()).then(|| {
            view! {
                <button type="button" class="primary" disabled=none on:click=|_| keys::open(CHANGE)>
                    <Icon path=icon_paths::PENCIL/><span>{move || change()}</span>
                </button>
            }
        });
        view! {
            <button type="button" class="danger" disabled=none on:click=move |_| self.send(Deed::Delete)>
                <Icon path=icon_paths::TRASH/><span>{move || delete()}</span>
            </button>
            {changes}
        }
        .into_any()
    }

    /// Does it, and says what came of it. Where it could not be done, they stay chosen.
    fn send(self, deed: Deed) {
        let Choosing { ui, kind, .. } = self;
        let chosen = self.chosen.now();
        if chosen.is_empty() {
            return;
        }
        if self.busy.try_update(|busy| std::mem::replace(busy, true)) != Some(false) {
            return;
        }
        let open = match ui.route.get_untracked() {
            Route::Records(_, View::One(id) | View::Edit(id)) if deed == Deed::Delete => chosen.contains(&id),
            _ => false,
        };
        let ids: Vec<Id> = chosen.into_iter().collect();
        let here = ui.here();
        ui.spawn(async move {
            let command = Command::Many { kind: kind.id, ids: ids.into(), deed };
            let job = Job::new(ui.world().pace, |_| {});
            match ui.work().run_watched(command, &job).await {
                Ok(done) => {
                    ui.say_done(&done);
                    self.chosen.end();
                    if open {
                        ui.go_on(here, Route::Records(kind.id, View::List));
                    }
                }
                Err(error) => ui.warn(error.message()),
            }
            self.busy.try_set(false);
        });
    }
}

/// Asks what to change, field by field; what is not answered stays as it is.
fn dialog(choosing: Choosing, fields: Vec<&'static Field>) -> impl IntoView {
    let ui = choosing.ui;
    let values = RwSignal::new(BTreeMap::<String, Value>::new());
    let ask = move |field: &'static Field| {
        let id = format!("{CHANGE}-{}", field.key);
        let choose = move |event| {
            let answer = event_target_value(&event);
            values.update(|values| {
                match answer.is_empty() {
                    true => values.remove(field.key),
                    false => values.insert(field.key.to_owned(), Value::Text(answer)),
                };
            });
        };
        let chosen =
            move || values.with(|all| all.get(field.key).and_then(Value::as_text).unwrap_or_default().to_owned());
        let options = move || {
            let lang = ui.lang.get();
            let offered =
                answers(ui, field).into_iter().map(|(key, label)| view! { <option value=key>{label}</option> });
            view! { <option value="">{own::AS_IT_IS.get(lang)}</option>{offered.collect_view()} }
        };
        view! {
            <div class="field">
                <label class="label" for=id.clone()>{ui.t(field.label)}</label>
                <select id=id prop:value=move || chosen() on:change=choose>{move || options()}</select>
            </div>
        }
    };
    let change = move |_| {
        keys::close(CHANGE);
        let values = values.get_untracked();
        if !values.is_empty() {
            choosing.send(Deed::Set(values));
        }
    };
    let says = move || own::CHANGE_MANY.with("count", choosing.chosen.count()).say(ui.lang.get());
    view! {
        <dialog class="dialog" id=CHANGE aria-labelledby="change-many-title">
            <h2 id="change-many-title">{ui.t(own::WHAT_TO_CHANGE)}</h2>
            {fields.into_iter().map(ask).collect_view()}
            <div class="actions">
                <button type="button" class="quiet" on:click=|_| keys::close(CHANGE)>{ui.t(words::CANCEL)}</button>
                <button type="button" class="primary" disabled=move || values.with(BTreeMap::is_empty) on:click=change>
                    <Icon path=icon_paths::CHECK/><span>{move || says()}</span>
                </button>
            </div>
        </dialog>
    }
}

/// What a field can be set to, and what that is called.
fn answers(ui: Ui, field: &'static Field) -> Vec<(String, String)> {
    let lang = ui.lang.get();
    match field.links_to().and_then(capability::kind) {
        Some(kind) => ui.all_named(kind).into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        None => field.offered().iter().map(|it| (it.key.to_owned(), it.label.get(lang).to_owned())).collect(),
    }
}
