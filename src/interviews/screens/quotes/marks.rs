//! What belongs to a quote, and its themes, each marked by a tap.

use super::{theme_name, who_said};
use crate::interviews::kinds::interview::INTERVIEW;
use crate::interviews::kinds::quote::{CODING, QUOTE, THEME, coding_fields as coding, quote_fields};
use crate::interviews::quotes::{self, Codings};
use crate::interviews::screens::{hand, keep};
use crate::interviews::{routes, words};
use crate::model::handle::LinkField;
use crate::model::id::Id;
use crate::ui::context::Ui;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What belongs to a quote: who said it, where, and what it is about.
pub fn about(ui: Ui, id: Id) -> impl IntoView {
    let record = memo(move || ui.record(&QUOTE, id));
    let link = move |field: LinkField| record.with(|record| record.as_ref().and_then(|record| field.of(record)));
    // Who it was stands in the quote itself; a report says only this.
    let who = move || who_said(ui, link(quote_fields::SPEAKER));
    let interview = move || {
        let id = link(quote_fields::INTERVIEW)?;
        let name = ui.title(&INTERVIEW, id)?;
        Some(view! { <a href=Route::Records(INTERVIEW.id, View::One(id)).href() dir="auto">{name}</a> })
    };
    view! {
        <dl class="facts">
            <div><dt>{ui.t(words::QUOTED_AS)}</dt><dd dir="auto">{move || who()}</dd></div>
            <div><dt>{ui.t(words::FROM_INTERVIEW)}</dt><dd>{move || interview()}</dd></div>
        </dl>
        {marks(ui, id)}
    }
}

/// The code book, each theme to tap.
fn marks(ui: Ui, quote: Id) -> impl IntoView {
    let me = ui.work().state().actor;
    let mine = move |theme: Id| {
        ui.record(&CODING, quotes::coding_id(quote, theme, me)).is_some_and(|record| coding::FITS.of(&record))
    };
    let others = memo(move || {
        ui.follow(CODING.id);
        let mut seen: BTreeMap<Id, usize> = BTreeMap::new();
        ui.look(|book, index| {
            for record in index.linking_to(book, coding::QUOTE.path(), quote) {
                let theirs = coding::FITS.of(record) && coding::STAFF.of(record) != me;
                if let Some(theme) = coding::THEME.of(record).filter(|_| theirs) {
                    *seen.entry(theme).or_default() += 1;
                }
            }
        });
        seen
    });
    let chip = move |theme: Id| {
        let on = memo(move || mine(theme));
        // What was marked is not unmarked by the second half of a double tap.
        let guard = Guard::over(move || on.get());
        let tap = move |tap: leptos::ev::MouseEvent| {
            if !guard.takes(&tap) {
                return;
            }
            let fits = !on.get_untracked();
            let name = untrack(|| theme_name(ui, theme));
            let label = if fits { words::MARKED } else { words::UNMARKED };
            keep(ui, label.with("theme", name), vec![quotes::marked(quote, theme, hand(ui).by, fits)]);
        };
        let also = move || {
            let count = others.with(|others| others.get(&theme).copied().unwrap_or_default());
            (count > 0).then(|| view! { " "<small>{ui.say(words::SEEN_BY_OTHERS.with("count", count))}</small> })
        };
        view! {
            <button
                type="button" class="filter" aria-pressed=move || on.get().to_string() dir="auto"
                data-settling=guard.settling() on:click=tap
            >
                {move || on.get().then(|| view! { <Icon path=icon_paths::CHECK/> })}
                <span>{move || theme_name(ui, theme)}{move || also()}</span>
            </button>
        }
    };
    let book = move || {
        ui.follow(THEME.id);
        let branches = quotes::code_book_with(&ui.work().state().book, &Codings::default());
        if branches.is_empty() {
            return view! { <p class="soft">{ui.t(words::NO_THEMES)}</p> }.into_any();
        }
        // A theme with others under it begins a row of its own.
        let mut rows: Vec<Vec<Id>> = Vec::new();
        for branch in &branches {
            match rows.last_mut() {
                Some(row) if branch.depth > 0 => row.push(branch.theme),
                _ => rows.push(vec![branch.theme]),
            }
        }
        let row = |row: Vec<Id>| view! { <div class="filters">{row.into_iter().map(chip).collect_view()}</div> };
        rows.into_iter().map(row).collect_view().into_any()
    };
    let next = move || {
        let next = ui.look(|book, index| quotes::next_untagged(book, index, me, quote));
        match next {
            Some(next) => ui.go(Route::Records(QUOTE.id, View::One(next))),
            None => {
                ui.take_notices_along();
                ui.toast(words::ALL_MARKED, None);
                ui.go(routes::THEMES.route());
            }
        }
    };
    view! {
        <section class="group marks no-print">
            <h3>{ui.t(words::WHICH_THEMES)}</h3>
            <p class="help">{ui.t(words::WHICH_THEMES_WHAT)}</p>
            {move || book()}
            {add_theme(ui, quote)}
            <div class="deeds">
                <Quiet path=icon_paths::ARROW text=words::NEXT_UNMARKED on_tap=next/>
            </div>
        </section>
    }
}

/// A theme that comes to mind while a quote is read: it is in the code book and marked at once.
fn add_theme(ui: Ui, quote: Id) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = typed.with_untracked(|typed| typed.trim().to_owned());
        if name.is_empty() {
            return;
        }
        let work = ui.work();
        let rows = quotes::marked_by_name(&work.state().book, quote, &name, work.new_id(), hand(ui).by);
        let label = words::MARKED.with("theme", name.clone());
        // Gone at once, so that a second tap adds nothing; what was refused comes back.
        typed.set(String::new());
        ui.spawn(async move {
            if ui.run(Command::Write { label, rows }).await.is_err() {
                typed.try_set(name);
            }
        });
    };
    view! {
        <form class="add-theme" autocomplete="off" on:submit=add>
            <input
                type="text" autocomplete="off" aria-label=ui.t(words::NEW_THEME) placeholder=ui.t(words::NEW_THEME)
                prop:value=typed on:input=move |event| typed.set(event_target_value(&event))
            />
            <button type="submit" class="quiet"><Icon path=icon_paths::PLUS/><span>{ui.t(words::ADD_THEME)}</span></button>
        </form>
    }
}
