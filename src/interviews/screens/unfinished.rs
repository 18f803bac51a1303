//! Interviews of this tablet that were not finished: Today offers to go on with them.

use crate::interviews::interview::{self, Unfinished};
use crate::interviews::kinds::interview::{ANSWER, INTERVIEW, SAID};
use crate::interviews::{routes, words};
use crate::ui::capability::TodaySection;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::words as common;
use leptos::prelude::*;

/// The interviews that this tablet did not finish.
pub fn on_today(ui: Ui) -> TodaySection {
    let talks = memo(move || {
        [INTERVIEW.id, SAID.id, ANSWER.id].iter().for_each(|kind| ui.follow(kind));
        let me = ui.work().state().me.dev;
        ui.look(|book, index| interview::unfinished(book, index, me))
    });
    let rows = move || talks.with(|talks| talks.iter().map(|talk| row(ui, talk)).collect_view());
    TodaySection::new(move || talks.with(|talks| !talks.is_empty()), rows)
}

fn row(ui: Ui, talk: &Unfinished) -> impl IntoView + use<> {
    let (number, all) = talk.number;
    let reached = words::AT_QUESTION.with("number", number).with("all", all);
    view! {
        <li><a class="row" href=routes::TALK.at(talk.id).href()>
            <Icon path=icon_paths::QUOTE/>
            <span class="row-title" dir="auto">{talk.called.clone()}</span>
            <span class="row-line">{ui.say(reached)}</span>
            <span class="row-go"><span>{ui.t(common::CONTINUE)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    }
}
