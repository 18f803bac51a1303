//! The records of a kind: the list, and beside it or instead of it one record or its form.

mod choosing;
mod saved;

use crate::model::field::{Choice, Field};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::query::{self, Query, Sort};
use crate::model::text::{Lang, Text};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::list::VirtualList;
use crate::ui::parts::narrow::{Narrow, narrowed_by};
use crate::ui::parts::{Empty, Icon, icon_paths, tabs};
use crate::ui::reactive::{effect, memo};
use crate::ui::route::{Route, View};
use crate::ui::screens::detail;
use crate::ui::{capability, form, words};
use choosing::Choosing;
use leptos::html;
use leptos::prelude::*;
use saved::{Narrowed, saved_filters, whose};
use std::sync::Arc;

/// The screen of a kind.
pub fn screen(ui: Ui, kind: &'static str) -> impl IntoView {
    let kind = capability::kind(kind)?;
    let view = memo(move || match ui.route.get() {
        Route::Records(of, view) if of == kind.id => view,
        _ => View::List,
    });
    let own = capability::of(kind.id);
    ui.head(move || Head {
        title: kind.plural.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: back(ui, kind, view.get()),
    });
    let detail = move || match view.get() {
        View::List => view! {
            <Empty path=icon_paths::COMMUNITY title=words::CHOOSE_ONE purpose=words::CHOOSE_ONE_HINT/>
        }
        .into_any(),
        View::One(id) => detail::detail(ui, kind, id).into_any(),
        View::Edit(id) => form::edit(ui, kind, id).into_any(),
    };
    // What opens is read from its beginning, wherever one had scrolled before. Where nobody had, nothing is asked of the
    // browser: it would lay the page out at once, and once more when a save is shown.
    let (pane, scrolled) = (NodeRef::<html::Section>::new(), StoredValue::new(false));
    effect(move || {
        view.get();
        if let Some(pane) = pane.get()
            && scrolled.get_value()
        {
            pane.set_scroll_top(0);
        }
    });
    let on_scroll = move |_| {
        let top = pane.try_get_untracked().flatten().map_or(0, |pane| pane.scroll_top());
        scrolled.try_set_value(top > 0);
    };
    let label = move || match view.get() {
        View::List => kind.plural.get(ui.lang.get()).to_owned(),
        View::One(id) | View::Edit(id) => {
            let title = ui.title(kind, id).filter(|title| !title.is_empty());
            title.unwrap_or_else(|| kind.name.get(ui.lang.get()).to_owned())
        }
    };
    let choosing = Choosing::new(ui, kind);
    let on_rest = move |event| choosing.on_rest(&event);
    let beside = capability::views_of(kind.id).beside;
    let around = own.tab.map(|_| {
        view! {
            <div class="around">
                {tabs(ui, own.place)}
                {beside.iter().map(|view| view(ui)).collect_view()}
            </div>
        }
    });
    let list = own.found_on.is_none().then(|| {
        view! {
            <section class="split-list" aria-label=ui.t(kind.plural) on:contextmenu=on_rest>
                {list(ui, kind, view, choosing)}
            </section>
        }
    });
    Some(view! {
        {around}
        <div
            class="split" data-alone=own.found_on.map(|_| "")
            data-showing=move || if view.get() == View::List { "list" } else { "detail" }
        >
            {list}
            <section class="split-detail" aria-label=move || label() node_ref=pane on:scroll=on_scroll>
                {move || detail()}
            </section>
        </div>
    })
}

/// Where the records of a kind lead back to: to the screen from which one was opened, to that on which all are found, or
/// to the list that leads the tab they belong to.
fn back(ui: Ui, kind: &'static Kind, view: View) -> Option<(Route, &'static str)> {
    let (lang, own) = (ui.lang.get(), capability::of(kind.id));
    let opened_from = match view {
        View::One(id) | View::Edit(id) => ui.opened_from(id),
        View::List => None,
    };
    let found_on = own.found_on.map(|route| (route, kind.plural.get(lang)));
    let tab = capability::tabs_of(own.place).find(|tab| Some(tab.id) == own.tab);
    let tab = tab.filter(|tab| tab.to != Route::Records(kind.id, View::List)).map(|tab| (tab.to, tab.name.get(lang)));
    // Whatever it was narrowed to, it is the same screen.
    let named = |route: Route| match (route, found_on) {
        (Route::Screen(at), Some((Route::Screen(all), name))) if at.screen().pattern() == all.screen().pattern() => {
            name
        }
        _ => words::BACK.get(lang),
    };
    opened_from.map(|route| (route, named(route))).or(found_on).or(tab)
}

/// The ways a list of this kind can be sorted.
fn sorts(kind: &Kind) -> Vec<(&'static str, Text, Sort)> {
    let mut sorts = vec![("title", words::SORT_TITLE, Sort::Title), ("changed", words::SORT_CHANGED, Sort::Changed)];
    if let Some(field) = kind.fields().find(|field| field.latest_of.is_some()) {
        sorts.push(("quiet", words::SORT_QUIET, Sort::Oldest(field.key)));
    }
    if let Some(field) = kind.happened() {
        sorts.insert(0, ("when", words::SORT_WHEN, Sort::Latest(field.key)));
    }
    sorts
}

fn list(ui: Ui, kind: &'static Kind, view: Memo<View>, choosing: Choosing) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let filters = RwSignal::new(Vec::<(&'static str, String)>::new());
    let order = RwSignal::new(sorts(kind)[0].0);
    let orders = StoredValue::new(sorts(kind).into_iter().map(|(key, ..)| key).collect());
    let found = memo(move || {
        ui.follow(kind.id);
        let query = Query {
            words: typed.get(),
            filters: filters.get(),
            sort: sorts(kind)
                .into_iter()
                .find(|(key, ..)| *key == order.get())
                .map(|(.., sort)| sort)
                .unwrap_or_default(),
            lang: ui.lang.get(),
            ..Query::default()
        };
        Arc::new(ui.look(|book, index| query::list(book, index, kind, &query)))
    });
    let total = memo(move || {
        ui.follow(kind.id);
        ui.look(|book, index| index.rows(book, kind).len() - index.joined(book, kind).hidden())
    });
    let narrowed = move || !typed.with(|words| words.trim().is_empty()) || !filters.with(Vec::is_empty);
    let count = move || {
        let text = if narrowed() { words::COUNT_FOUND } else { words::COUNT_ALL };
        text.with("count", found.with(|found| found.len())).say(ui.lang.get())
    };
    let shown = memo(move || match view.get() {
        View::One(id) | View::Edit(id) => Some(id),
        View::List => None,
    });
    let own = capability::of(kind.id);
    let new = move || capability::new_record(kind, || ui.work().new_id());
    let show_all = move || {
        typed.set(String::new());
        filters.set(Vec::new());
    };
    let new_button = move || {
        view! {
            <button type="button" class="primary" on:click=move |_| ui.go(new())>
                <Icon path=icon_paths::PLUS/><span>{ui.t(kind.new)}</span>
            </button>
        }
    };
    let body = move || {
        if total.get() == 0 {
            return view! {
                <Empty path=icon_paths::COMMUNITY title=words::NONE_YET purpose=kind.purpose>
                    {own.example.map(|example| view! { <p class="example">{ui.t(example)}</p> })}
                </Empty>
            }
            .into_any();
        }
        if found.with(|found| found.is_empty()) {
            return view! {
                <Empty path=icon_paths::SEARCH title=words::NOTHING_FOUND purpose=words::NOTHING_FOUND_HINT>
                    <button type="button" class="quiet" on:click=move |_| show_all()>{ui.t(words::SHOW_ALL)}</button>
                </Empty>
            }
            .into_any();
        }
        view! {
            <VirtualList
                ids=found
                shown=shown
                label=Signal::derive(move || kind.plural.get(ui.lang.get()).to_owned())
                row=move |id| choosing.row(id, move || shown.get() == Some(id))
            />
        }
        .into_any()
    };
    // Which of the three it is changes rarely; the rows within follow by themselves.
    let state = memo(move || (total.get() == 0, found.with(|found| found.is_empty())));
    let any = memo(move || total.get() > 0);
    let bar = move || match choosing.is_on() {
        true => choosing.actions(),
        false => view! { {move || any.get().then(|| choosing.button())}{new_button()} }.into_any(),
    };
    let finder = move || {
        let mut ways = ways(kind, move || ui.lang.get(), filters, order);
        ways.splice(0..0, whose(ui, kind, filters));
        view! {
            <div class="finder" role="search">
                <div class="search">
                    <Icon path=icon_paths::SEARCH/>
                    <input
                        type="search"
                        aria-label=move || words::SEARCH_IN.with("kind", kind.plural).say(ui.lang.get())
                        placeholder=move || words::SEARCH_IN.with("kind", kind.plural).say(ui.lang.get())
                        autocomplete="off"
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                    {move || typed.with(|words| !words.is_empty()).then(|| view! {
                        <button type="button" class="clear" on:click=move |_| typed.set(String::new())>{ui.t(words::CLEAR)}</button>
                    })}
                </div>
                {narrowed_by(ui, "narrow", ways, move || found.with(|found| found.len()))}
                {saved_filters(ui, kind, Narrowed { words: typed, filters, order, orders })}
            </div>
        }
    };
    view! {
        {move || any.get().then(finder)}
        {choosing.above(found)}
        {move || { state.get(); untrack(body) }}
        <div class="actions">
            <p class="count" role="status">{move || (any.get() && !choosing.is_on()).then(count)}</p>
            {move || bar()}
        </div>
    }
}

/// What a list can be narrowed by, the answers of short choices, and in which order it can stand.
fn ways(
    kind: &'static Kind,
    lang: impl Fn() -> Lang + Copy + Send + Sync + 'static,
    filters: RwSignal<Vec<(&'static str, String)>>,
    order: RwSignal<&'static str>,
) -> Vec<Narrow> {
    let say = move |choice: &Choice| (choice.key.to_owned(), choice.label.get(lang()).to_owned());
    let by = |field: &'static Field| {
        let held = move || filters.with(|all| all.iter().find(|(f, _)| *f == field.key).map(|(_, key)| key.clone()));
        let choose = move |chosen: Option<String>| {
            filters.update(|all| {
                // One answer a field: two would find nothing.
                all.retain(|(f, _)| *f != field.key);
                all.extend(chosen.map(|key| (field.key, key)));
            });
        };
        Narrow::new(field.label, move || field.offered().iter().map(say).collect(), held, choose)
    };
    let mut fields: Vec<&'static Field> =
        kind.fields().filter(|field| field.filter && !field.offered().is_empty()).collect();
    // Where the relationship stands comes first: it is what most look for.
    crate::model::order::sort_by_key(&mut fields, |field| field.offered().len());
    let sorts = StoredValue::new(sorts(kind));
    let usual = sorts.with_value(|sorts| sorts[0].0);
    let offers = move || {
        sorts.with_value(|sorts| {
            sorts.iter().map(|(key, text, _)| ((*key).to_owned(), text.get(lang()).to_owned())).collect()
        })
    };
    let choose = move |chosen: Option<String>| {
        let found =
            sorts.with_value(|sorts| sorts.iter().map(|(key, ..)| *key).find(|key| Some(*key) == chosen.as_deref()));
        order.set(found.unwrap_or(usual));
    };
    let sorted = Narrow::new(words::SORT_BY, offers, move || Some(order.get().to_owned()), choose).usual(usual);
    fields.into_iter().map(by).chain([sorted]).collect()
}

/// The name of a record for a sentence, in the present language.
pub fn named(ui: Ui, kind: &'static Kind, id: Id) -> String {
    let title = ui.title(kind, id).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| words::UNTITLED.get(ui.lang.get()).to_owned())
}
