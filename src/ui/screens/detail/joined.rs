//! What a record was joined with: the way to the one that is shown for it, and those that are shown as it, with what they
//! say otherwise. Each can be taken apart.

use super::told;
use crate::model::id::Id;
use crate::model::joins;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::same_as::{self, canonical};
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::{duplicate_words as words, words as common};
use crate::work::command::Command;
use crate::work::duplicates;
use leptos::prelude::*;
use std::sync::Arc;

/// A record as it is shown, followed with those that were joined to it: with what it lacks itself.
pub(super) fn shown(ui: Ui, kind: &'static Kind, id: Id) -> Option<Arc<Record>> {
    let record = ui.record(kind, id)?;
    if kind.joins.is_none() {
        return Some(record);
    }
    ui.follow(kind.id);
    let filled = ui.look(|book, index| joins::filled(book, index, kind, &record));
    Some(filled.map_or(record, Arc::new))
}

/// Takes a record apart from what it was joined with.
fn take_apart(ui: Ui, kind: &'static Kind, id: Id) {
    let rows = same_as::take_apart(&ui.work().state().book, kind.id, id);
    if !rows.is_empty() {
        let name = ui.title(kind, id).unwrap_or_default();
        ui.send(Command::Write { label: duplicates::words::TAKEN_APART.with("what", name), rows });
    }
}

/// Above a record that is shown as another: which one, and the way there.
pub(super) fn notice(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    let to = memo(move || {
        ui.follow(kind.id);
        kind.joins.map(|_| canonical(&ui.work().state().book, kind.id, id)).filter(|to| *to != id)
    });
    drawn(move || {
        let to = to.get()?;
        let name = ui.title(kind, to).unwrap_or_default();
        Some(view! {
            <div class="notice" data-tone="care">
                <Icon path=icon_paths::TWO_DOORS/>
                <div>
                    <p>{ui.say(words::SHOWN_AS.with("name", name.as_str()))}</p>
                    <div class="deeds">
                        <a class="quiet" href=Route::Records(kind.id, View::One(to)).href()>
                            <Icon path=icon_paths::CHEVRON/>
                            <span>{ui.say(words::OPEN_SHOWN.with("name", name.as_str()))}</span>
                        </a>
                        <Quiet path=icon_paths::TWO_DOORS text=words::TAKE_APART on_tap=move || take_apart(ui, kind, id)/>
                    </div>
                </div>
            </div>
        })
    })
}

/// Below a record: those that are shown as it.
pub(super) fn others(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    let others = memo(move || {
        ui.follow(kind.id);
        ui.look(|book, index| joins::others(book, index, kind, id))
    });
    drawn(move || {
        let own = ui.record(kind, id)?;
        let others = others.get();
        (!others.is_empty()).then(|| {
            let others = others.iter().map(|other| one(ui, kind, &own, other)).collect_view();
            view! {
                <section class="group joined">
                    <h3>{ui.t(words::JOINED_WITH)}</h3>
                    <ul role="list">{others}</ul>
                </section>
            }
        })
    })
}

/// One that is shown as another: what it says otherwise, and the way to take it apart.
fn one(ui: Ui, kind: &'static Kind, own: &Record, other: &Record) -> impl IntoView + use<> {
    let id = other.id;
    let title = ui.title(kind, id).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| common::UNTITLED.get(ui.lang.get()).to_owned());
    let fact = |key: &'static str| {
        // What fills a gap stands among the facts already.
        own.get(key).filter(|value| !value.is_blank())?;
        let field = ui.field(kind, key)?;
        let words = told(ui, kind, Some(field), Some(other), other.get(key)?, ui.lang.get());
        Some(view! { <div><dt>{ui.t(field.label)}</dt><dd dir="auto">{words}</dd></div> })
    };
    let facts: Vec<_> = joins::differing(kind, own, other).into_iter().filter_map(fact).collect();
    let facts = (!facts.is_empty())
        .then(|| view! { <p class="soft">{ui.t(words::JOINED_WHAT)}</p><dl class="facts">{facts}</dl> });
    let label = words::TAKE_APART_WHAT.with("what", title.as_str());
    view! {
        <li>
            <p><a href=Route::Records(kind.id, View::One(id)).href() dir="auto">{title}</a></p>
            {facts}
            <div class="deeds">
                <button type="button" class="quiet" aria-label=ui.say(label) on:click=move |_| take_apart(ui, kind, id)>
                    <Icon path=icon_paths::TWO_DOORS/><span>{ui.t(words::TAKE_APART)}</span>
                </button>
            </div>
        </li>
    }
}
