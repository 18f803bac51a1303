//! What a list is narrowed by and in which order it stands, behind one button; what was chosen stands beside it, each to
//! be taken away with a tap. So a list has its room to itself.

use crate::model::text::Text;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::{keys, words};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// An answer to choose: its key, and its words in the present language.
pub type Offer = (String, String);

/// One thing that a list is narrowed by.
#[derive(Clone)]
pub struct Narrow {
    label: Text,
    offers: Arc<dyn Fn() -> Vec<Offer> + Send + Sync>,
    held: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    choose: Arc<dyn Fn(Option<String>) + Send + Sync>,
    usual: Option<&'static str>,
    everything: Option<Text>,
}

impl Narrow {
    /// By these answers, each a chip to tap: which one is held, and what choosing one does.
    pub fn new(
        label: Text,
        offers: impl Fn() -> Vec<Offer> + Send + Sync + 'static,
        held: impl Fn() -> Option<String> + Send + Sync + 'static,
        choose: impl Fn(Option<String>) + Send + Sync + 'static,
    ) -> Narrow {
        // Often it is read from what changes with every letter that is typed beside it.
        let held = memo(held);
        let (offers, held, choose) = (Arc::new(offers), Arc::new(move || held.get()), Arc::new(choose));
        Narrow { label, offers, held, choose, usual: None, everything: None }
    }

    /// The same, with this answer held where none was chosen.
    pub fn usual(mut self, key: &'static str) -> Narrow {
        self.usual = Some(key);
        self
    }

    /// The same, for answers of any number: one is picked from a list that begins with everything.
    pub fn of_many(mut self, everything: Text) -> Narrow {
        self.everything = Some(everything);
        self
    }

    /// The answer that was chosen, with its words.
    fn chosen(&self) -> Option<Offer> {
        let held = (self.held)().filter(|key| Some(key.as_str()) != self.usual)?;
        (self.offers)().into_iter().find(|(key, _)| *key == held)
    }
}

/// The button that opens the choices, and beside it those that were made. It is told under which identity the choices are
/// known on the page, and how many records are found.
pub fn narrowed_by(
    ui: Ui,
    id: &'static str,
    ways: Vec<Narrow>,
    found: impl Fn() -> usize + Copy + Send + Sync + 'static,
) -> AnyView {
    narrowed(ui, id, Arc::new(ways), Arc::new(found))
}

fn narrowed(ui: Ui, id: &'static str, ways: Arc<Vec<Narrow>>, found: Arc<dyn Fn() -> usize + Send + Sync>) -> AnyView {
    let button = NodeRef::<html::Button>::new();
    // What is closed is not drawn: choices may follow from very many records.
    let open = RwSignal::new(false);
    let title = format!("{id}-title");
    let to_button = move || {
        if let Some(button) = button.get_untracked() {
            drop(button.focus());
        }
    };
    let said = {
        let ways = ways.clone();
        memo(move || ways.iter().enumerate().filter_map(|(at, way)| Some((at, way.chosen()?.1))).collect::<Vec<_>>())
    };
    let chosen = {
        let ways = ways.clone();
        move || {
            let chip = |(at, said)| Some(chosen_chip(ui, ways.get(at)?, said, to_button));
            let chips: Vec<AnyView> = said.get().into_iter().filter_map(chip).collect();
            (!chips.is_empty()).then(|| {
                view! { <div class="chosen" role="group" aria-label=ui.t(words::FILTERS_ON)>{chips}</div> }
            })
        }
    };
    let all = {
        let ways = ways.clone();
        move |_| ways.iter().for_each(|way| (way.choose)(None))
    };
    let groups = move || open.get().then(|| ways.iter().map(|way| group(ui, way)).collect_view());
    let show = move || words::SHOW_FOUND.with("count", found()).say(ui.lang.get());
    view! {
        <button type="button" class="quiet" aria-haspopup="dialog" node_ref=button
            on:click=move |_| { open.set(true); keys::open(id); }>
            <Icon path=icon_paths::FILTER/><span>{ui.t(words::FILTER)}</span>
        </button>
        {move || chosen()}
        <dialog class="dialog narrowing" id=id aria-labelledby=title.clone()
            on:close=move |_| { open.set(false); to_button(); }>
            <h2 id=title.clone() tabindex="-1" autofocus=true>{ui.t(words::FILTER)}</h2>
            {move || groups()}
            <div class="actions">
                <button type="button" class="quiet" on:click=all>{ui.t(words::SHOW_ALL)}</button>
                <button type="button" class="primary" on:click=move |_| keys::close(id)>{move || show()}</button>
            </div>
        </dialog>
    }
    .into_any()
}

/// A choice that was made; a tap takes it away.
fn chosen_chip(ui: Ui, way: &Narrow, said: String, then: impl Fn() + 'static) -> AnyView {
    let choose = way.choose.clone();
    let take_away = move |_| {
        choose(None);
        then();
    };
    let name = words::FILTER_OFF.with("what", said.clone());
    view! {
        <button type="button" class="filter" aria-label=ui.say(name) on:click=take_away>
            <span>{said}</span><Icon path=icon_paths::CLOSE/>
        </button>
    }
    .into_any()
}

/// One thing to narrow by, with its answers.
fn group(ui: Ui, way: &Narrow) -> AnyView {
    if let Some(everything) = way.everything {
        let Narrow { label, offers, held, choose, .. } = way.clone();
        return view! { <div class="field">{select_of(ui, label, everything, offers, held, choose)}</div> }.into_any();
    }
    let way = way.clone();
    let (label, chips) = (way.label, move || (way.offers)().into_iter().map(|offer| chip(&way, offer)).collect_view());
    view! {
        <fieldset class="field">
            <legend class="label">{ui.t(label)}</legend>
            <div class="choices">{move || chips()}</div>
        </fieldset>
    }
    .into_any()
}

fn chip(way: &Narrow, (key, said): Offer) -> AnyView {
    let Narrow { held, choose, usual, .. } = way.clone();
    let pressed = {
        let key = key.clone();
        move || held().as_deref().or(usual) == Some(key.as_str())
    };
    let now = pressed.clone();
    let tap = move |_| choose(Some(key.clone()).filter(|_| !untrack(&now)));
    let marked = pressed.clone();
    view! {
        <button type="button" class="filter" aria-pressed=move || pressed().to_string() on:click=tap>
            {move || marked().then(|| view! { <Icon path=icon_paths::CHECK/> })}
            <span>{said}</span>
        </button>
    }
    .into_any()
}

/// One way to narrow: everything, or one of what is offered.
pub fn select(
    ui: Ui,
    label: Text,
    everything: Text,
    offers: impl Fn() -> Vec<Offer> + Send + Sync + 'static,
    held: impl Fn() -> Option<String> + Send + Sync + 'static,
    choose: impl Fn(Option<String>) + Send + Sync + 'static,
) -> AnyView {
    select_of(ui, label, everything, Arc::new(offers), Arc::new(held), Arc::new(choose))
}

fn select_of(
    ui: Ui,
    label: Text,
    everything: Text,
    offers: Arc<dyn Fn() -> Vec<Offer> + Send + Sync>,
    held: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    choose: Arc<dyn Fn(Option<String>) + Send + Sync>,
) -> AnyView {
    let all = held.clone();
    let options = move || {
        let held = held();
        let option = |(key, words): Offer| {
            let selected = held.as_ref() == Some(&key);
            view! { <option value=key selected=selected>{words}</option> }
        };
        offers().into_iter().map(option).collect_view()
    };
    view! {
        <label class="narrow-by">
            <span>{ui.t(label)}</span>
            <select on:change=move |event| choose(Some(event_target_value(&event)).filter(|key| !key.is_empty()))>
                <option value="" selected=move || all().is_none()>{ui.t(everything)}</option>
                {move || options()}
            </select>
        </label>
    }
    .into_any()
}
