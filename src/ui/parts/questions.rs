//! The questions of a guide or a worksheet that the team made: to change, to put in order, and to add to.

use crate::model::handle::TextField;
use crate::model::id::Id;
use crate::model::question::{QUESTION, fields as question};
use crate::model::questionnaire::own::Own;
use crate::model::text::Lang;
use crate::ui::context::Ui;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::prelude::*;
use std::sync::Arc;

/// What a list of questions is drawn with.
#[derive(Clone)]
struct RowDeals {
    put: Arc<dyn Fn(Id, isize) -> Command + Send + Sync>,
    below: Arc<dyn Fn(Id) -> AnyView + Send + Sync>,
}

/// The questions of one of the team's own: `put` says how one goes up (−1) or down (+1), and `below` what stands below one.
pub fn questions(
    ui: Ui,
    own: &'static Own,
    of: Id,
    put: impl Fn(Id, isize) -> Command + Send + Sync + 'static,
    below: impl Fn(Id) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    questions_with(ui, own, of, RowDeals { put: Arc::new(put), below: Arc::new(below) })
}

fn questions_with(ui: Ui, own: &'static Own, of: Id, deals: RowDeals) -> AnyView {
    let ids = memo(move || {
        ui.follow(QUESTION.id);
        own.questions(&ui.work().state().book, of).iter().map(|record| record.id).collect::<Vec<_>>()
    });
    let guard = Guard::over(move || ids.get());
    let rows = move || {
        let ids = ids.get();
        let last = ids.len().saturating_sub(1);
        let row = |(at, id): (usize, &Id)| {
            view! { <li>{question_row(ui, *id, (at > 0, at < last), deals.clone())}</li> }
        };
        ids.iter().enumerate().map(row).collect_view()
    };
    let add = move || {
        let id = ui.work().new_id();
        ui.prefill(id, own.new_question(&ui.work().state().book, of));
        ui.go(Route::Records(QUESTION.id, View::Edit(id)));
    };
    view! {
        <section class="group no-print">
            <h3>{ui.t(QUESTION.plural)}</h3>
            <ol class="guide" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>{move || rows()}</ol>
            <div class="deeds">
                <Quiet path=icon_paths::PLUS text=common::ADD_QUESTION on_tap=add/>
            </div>
        </section>
    }
    .into_any()
}

fn question_row(ui: Ui, id: Id, (can_up, can_down): (bool, bool), deals: RowDeals) -> AnyView {
    let below = deals.below.clone();
    let record = memo(move || ui.record(&QUESTION, id));
    let text = move |field: TextField| {
        record.with(|record| record.as_ref().and_then(|record| field.of(record)).unwrap_or_default().to_owned())
    };
    let in_lang = move |lang: Lang| match lang {
        Lang::En => text(question::EN),
        Lang::Es => text(question::ES),
    };
    let title =
        move || Some(in_lang(ui.lang.get())).filter(|words| !words.is_empty()).unwrap_or_else(|| text(question::EN));
    let other = move || in_lang(ui.lang.get().other());
    let put = move |by: isize, can: bool| {
        let (place, path) = match by {
            -1 => (common::UP, icon_paths::UP),
            _ => (common::DOWN, icon_paths::DOWN),
        };
        let name = move || common::PUT.with("where", place).with("question", title()).say(ui.lang.get());
        let moving = deals.put.clone();
        let tap = move |_| ui.send(moving(id, by));
        view! {
            <button type="button" class="quiet" aria-label=move || name() disabled=!can on:click=tap>
                <Icon path=path/><span>{ui.t(place)}</span>
            </button>
        }
    };
    view! {
        <a class="row" href=Route::Records(QUESTION.id, View::Edit(id)).href()>
            <span class="row-title" dir="auto">{title}</span>
            <span class="row-line" dir="auto" lang=move || ui.lang.get().other().tag()>{move || other()}</span>
            <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
        </a>
        <div class="deeds">
            {put(-1, can_up)}
            {put(1, can_down)}
        </div>
        {below(id)}
    }
    .into_any()
}
