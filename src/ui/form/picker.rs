//! A link to another record: typed, narrowed down, picked; or made on the spot by its name.

use crate::model::field::Field;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::query::{self, Query};
use crate::model::show;
use crate::model::value::Value;
use crate::ui::form::{Form, described_by, focus_control, invalid, one_control};
use crate::ui::parts::row::row_words;
use crate::ui::reactive::memo;
use crate::ui::{capability, words};
use crate::work::command::Command;
use crate::work::tap;
use leptos::prelude::*;

/// How many records are offered.
const OFFERED: usize = 8;

/// What the list under the control offers.
#[derive(Clone, PartialEq)]
enum Offer {
    Record(Id, String, String),
    Make(String),
}

/// What stands in the control.
#[derive(Clone, PartialEq)]
enum Shown {
    /// The record that is linked to.
    Picked(String),
    /// Words to look for one by.
    Search,
}

/// One link being chosen.
#[derive(Clone, Copy)]
struct Picking {
    form: Form,
    field: &'static Field,
    kind: &'static Kind,
    /// Whether another record is being looked for.
    open: RwSignal<bool>,
    /// What holds until another record is picked.
    former: StoredValue<Option<Value>>,
}

/// A field that links to a record.
///
/// Words that were typed and not picked are kept in the draft as what they are, and checking asks about them. What was
/// linked to before holds until something else is picked.
pub fn view(form: Form, field: &'static Field, to: &'static str) -> impl IntoView {
    let Some(kind) = capability::kind(to) else { return ().into_any() };
    let held = form.value_now(field.key);
    let former = match held.as_ref().and_then(Value::as_text).map(str::parse::<Id>) {
        Some(Err(_)) => form.kept_text(field.key).map(Value::Text),
        _ => held,
    };
    let picking = Picking { form, field, kind, open: RwSignal::new(false), former: StoredValue::new(former) };
    let shown = memo(move || {
        let linked = form.value(field.key).and_then(|value| value.as_text()?.parse::<Id>().ok());
        let name = linked.and_then(|id| form.ui.title(kind, id));
        name.filter(|_| !picking.open.get()).map_or(Shown::Search, Shown::Picked)
    });
    let control = move || match shown.get() {
        Shown::Picked(name) => picked(picking, name).into_any(),
        Shown::Search => search(picking).into_any(),
    };
    one_control(form, field, control).into_any()
}

fn picked(picking: Picking, name: String) -> impl IntoView {
    let Picking { form, field, .. } = picking;
    let ui = form.ui;
    let clear = (!field.required).then(|| {
        view! {
            <button
                type="button" class="clear"
                aria-label=move || format!("{} {}", words::CLEAR.get(ui.lang.get()), field.label.get(ui.lang.get()))
                on:click=move |_| picking.pick(None)
            >{ui.t(words::CLEAR)}</button>
        }
    });
    view! {
        <p class="picked" id=form.control_id(field)>
            <span dir="auto">{name}</span>
            <button
                type="button" class="clear"
                aria-label=move || format!("{} {}", words::CHANGE.get(ui.lang.get()), field.label.get(ui.lang.get()))
                on:click=move |_| picking.open.set(true)
            >{ui.t(words::CHANGE)}</button>
            {clear}
        </p>
    }
}

impl Picking {
    /// Links to a record, or to none.
    fn pick(self, id: Option<Id>) {
        let value = id.map_or(Value::Null, Value::link);
        self.former.try_set_value(Some(value.clone()));
        self.form.set(self.field.key, value);
        self.open.try_set(false);
    }

    /// Keeps words as they are typed. Without any, what was linked to before holds.
    fn type_words(self, words: &str) {
        let value = match words.trim().is_empty() {
            true => self.former.get_value().unwrap_or_default(),
            false => Value::text(words),
        };
        self.open.set(true);
        self.form.set(self.field.key, value);
    }

    /// The words that were typed and not picked.
    fn words(self) -> String {
        let words = self.form.text_now(self.field.key);
        if words.parse::<Id>().is_ok() { String::new() } else { words }
    }

    /// The control is left: without words, it shows again what holds.
    fn leave(self) {
        // What has the focus loses it, too, when the form is taken away.
        if self.open.try_get_untracked().is_none() {
            return;
        }
        if self.words().is_empty() {
            self.open.set(false);
        }
        self.form.leave(self.field);
    }
}

fn offers(form: Form, kind: &'static Kind, typed: &str) -> Vec<Offer> {
    let ui = form.ui;
    ui.follow(kind.id);
    let lang = ui.lang.get();
    let asked = Query { words: typed.to_owned(), lang, ..Query::default() };
    let found = ui.look(|book, index| query::run(book, index, kind, &asked));
    let mut exact = false;
    let mut offers: Vec<Offer> = Vec::new();
    for id in found.into_iter().take(OFFERED) {
        let Some(record) = ui.peek(kind, id) else { continue };
        let words = row_words(ui, kind, &record);
        exact |= [&words.title, &show::title(kind, &record)].iter().any(|title| fold(title) == fold(typed));
        offers.push(Offer::Record(id, words.title, words.line));
    }
    if !typed.trim().is_empty() && !exact {
        offers.push(Offer::Make(typed.trim().to_owned()));
    }
    offers
}

fn search(picking: Picking) -> impl IntoView {
    let Picking { form, field, kind, .. } = picking;
    let ui = form.ui;
    let initial = picking.words();
    let (typed, open, chosen) = (RwSignal::new(initial.clone()), RwSignal::new(false), RwSignal::new(0usize));
    let offered = memo(move || if open.get() { offers(form, kind, &typed.get()) } else { Vec::new() });
    let id = form.control_id(field);
    let list_id = format!("{id}-options");
    // Whoever taps “Change” goes on to type; leaving without a word shows again what holds.
    if picking.open.get_untracked() {
        let id = id.clone();
        request_animation_frame(move || focus_control(&id));
    }
    let pick = move |offer: Offer| match offer {
        Offer::Record(id, ..) => picking.pick(Some(id)),
        Offer::Make(name) => make(picking, name),
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let count = offered.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if count > 0 => chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" if open.get_untracked() && count > 0 => {
                let offer = offered.with(|offers| offers.get(chosen.get_untracked()).cloned());
                offer.into_iter().for_each(pick);
            }
            "Escape" if open.get_untracked() => open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let option_id = {
        let list_id = list_id.clone();
        move |at: usize| format!("{list_id}-{at}")
    };
    let active = {
        let option_id = option_id.clone();
        move || (open.get() && !offered.with(Vec::is_empty)).then(|| option_id(chosen.get()))
    };
    let options = move || {
        offered
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, offer)| {
                let (title, line, class) = match &offer {
                    Offer::Record(_, title, line) => (title.clone(), line.clone(), None),
                    Offer::Make(name) => {
                        (words::ADD_NAMED.with("name", name.as_str()).say(ui.lang.get()), String::new(), Some("make"))
                    }
                };
                // `mousedown` comes before the control loses the focus and the list closes.
                let take = move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    pick(offer.clone());
                };
                view! {
                    <li role="option" id=option_id(at) class=class on:mousedown=take
                        aria-selected=move || if chosen.get() == at { "true" } else { "false" }>
                        <span class="row-title" dir="auto">{title}</span>
                        {(!line.is_empty()).then(|| view! { <span class="row-line" dir="auto">{line}</span> })}
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="picker">
            <input
                id=id type="text" role="combobox" autocomplete="off" aria-autocomplete="list"
                aria-expanded=move || (open.get() && !offered.with(Vec::is_empty)).to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=active
                aria-describedby=described_by(form, field)
                aria-invalid=invalid(form, field)
                aria-required=field.required.then_some("true")
                placeholder=ui.t(words::PICK)
                on:focus=move |_| open.set(true)
                on:input=move |event| {
                    let words = event_target_value(&event);
                    picking.type_words(&words);
                    typed.set(words);
                    chosen.set(0);
                    open.set(true);
                }
                on:keydown=on_key
                prop:value=initial
                on:blur=move |_| {
                    open.set(false);
                    picking.leave();
                }
            />
            <ul class="options" role="listbox" id=list_id aria-label=ui.t(field.label) hidden=move || offered.with(Vec::is_empty)>{move || options()}</ul>
        </div>
    }
}

/// Makes a record of which only the name is known yet, and links to it.
fn make(picking: Picking, name: String) {
    let Picking { form, field, kind, .. } = picking;
    let ui = form.ui;
    let Some(title) = kind.title() else { return };
    let id = {
        let work = ui.work();
        let state = work.state();
        let seen = format!("{} {} {} {name}", form.kind.id, form.id, field.key);
        tap::identity(&state.book, &state.me, kind.id, &seen, |_| true)
    };
    let draft = ui.draft(kind, id, [(title.key, Value::Text(name))]);
    ui.spawn(async move {
        if ui.run(Command::Finish(draft)).await.is_ok() {
            picking.pick(Some(id));
        }
    });
}
