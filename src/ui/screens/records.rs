//! The records of a kind: the list, and beside it or instead of it one record or its form.

mod choosing;

use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::query::{self, Query, Sort};
use crate::model::text::Text;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::list::VirtualList;
use crate::ui::parts::{Empty, Icon, icon_paths, tabs};
use crate::ui::reactive::{effect, memo};
use crate::ui::route::{Route, View};
use crate::ui::screens::detail;
use crate::ui::{capability, form, words};
use choosing::Choosing;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The screen of a kind.
pub fn screen(ui: Ui, kind: &'static str) -> impl IntoView {
    let kind = capability::kind(kind)?;
    let view = memo(move || match ui.route.get() {
        Route::Records(of, view) if of == kind.id => view,
        _ => View::List,
    });
    ui.head(move || Head { title: kind.plural.get(ui.lang.get()).to_owned(), line: String::new(), back: None });
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
    Some(view! {
        <div class="split" data-showing=move || if view.get() == View::List { "list" } else { "detail" }>
            <section class="split-list" aria-label=ui.t(kind.plural) on:contextmenu=on_rest>
                {list(ui, kind, view, choosing)}
            </section>
            <section class="split-detail" aria-label=move || label() node_ref=pane on:scroll=on_scroll>
                {move || detail()}
            </section>
        </div>
    })
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
    let offered = StoredValue::new(sorts(kind));
    let sort = RwSignal::new(offered.with_value(|sorts| sorts[0].2));
    let found = memo(move || {
        ui.follow(kind.id);
        let query = Query {
            words: typed.get(),
            filters: filters.get(),
            sort: sort.get(),
            lang: ui.lang.get(),
            ..Query::default()
        };
        Arc::new(ui.look(|book, index| query::list(book, index, kind, &query)))
    });
    let total = memo(move || {
        ui.follow(kind.id);
        ui.look(|book, index| index.rows(book, kind).len())
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
    let can_choose = memo(move || total.get() > 0);
    let chooses = memo(move || choosing.is_on());
    let bar = move || match chooses.get() {
        true => choosing.actions(),
        false => view! { {move || can_choose.get().then(|| choosing.button())}{new_button()} }.into_any(),
    };
    // The lists that a tab leads to show the tabs, to go on to the next.
    let leads_here = capability::tabs_of(own.place).any(|tab| tab.to == Route::Records(kind.id, View::List));
    let tabbed = leads_here.then(|| tabs(ui, own.place));
    let beside = capability::views_of(kind.id).beside.iter().map(|view| view(ui)).collect_view();
    view! {
        {tabbed}
        {beside}
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
            {filter_row(ui, kind, filters)}
            <div class="counted">
                <p class="count" role="status">{move || count()}</p>
                <label class="sort">
                    <Icon path=icon_paths::SORT/>
                    <span class="unseen">{ui.t(words::SORT_BY)}</span>
                    <select on:change=move |event| {
                        let chosen = event_target_value(&event);
                        offered.with_value(|sorts| {
                            if let Some(found) = sorts.iter().find(|(key, _, _)| *key == chosen) {
                                sort.set(found.2);
                            }
                        });
                    }>
                        {offered.get_value().into_iter().map(|(key, text, _)| view! {
                            <option value=key>{ui.t(text)}</option>
                        }).collect_view()}
                    </select>
                </label>
            </div>
        </div>
        {choosing.above(found)}
        {move || { state.get(); untrack(body) }}
        <div class="actions">{move || bar()}</div>
    }
}

/// The answers a list can be narrowed to: those of short choices, one tap each.
fn filter_row(ui: Ui, kind: &'static Kind, filters: RwSignal<Vec<(&'static str, String)>>) -> impl IntoView {
    let fields: Vec<&'static Field> =
        kind.fields().filter(|field| field.filter && !field.offered().is_empty()).collect();
    if fields.is_empty() {
        return None;
    }
    let chip = move |field: &'static Field, key: &'static str, label: Text| {
        let pressed = memo(move || filters.with(|all| all.iter().any(|(f, k)| *f == field.key && k == key)));
        let toggle = move |_| {
            filters.update(|all| {
                let had = all.iter().any(|(f, k)| *f == field.key && k == key);
                // One answer a field: two would find nothing.
                all.retain(|(f, _)| *f != field.key);
                if !had {
                    all.push((field.key, key.to_owned()));
                }
            });
        };
        view! {
            <button type="button" class="filter" aria-pressed=move || pressed.get().to_string() on:click=toggle>
                {move || pressed.get().then(|| view! { <Icon path=icon_paths::CHECK/> })}
                <span>{ui.t(label)}</span>
            </button>
        }
    };
    // Where the relationship stands comes first: it is what most look for.
    let mut ordered = fields;
    order::sort_by_key(&mut ordered, |field| field.offered().len());
    let chips = ordered
        .into_iter()
        .flat_map(|field| field.offered().iter().map(move |choice| chip(field, choice.key, choice.label)))
        .collect_view();
    Some(view! { <div class="filters" role="group" aria-label=ui.t(words::SHOW_ONLY)>{chips}</div> })
}

/// The name of a record for a sentence, in the present language.
pub fn named(ui: Ui, kind: &'static Kind, id: Id) -> String {
    let title = ui.title(kind, id).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| words::UNTITLED.get(ui.lang.get()).to_owned())
}
