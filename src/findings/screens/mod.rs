//! Findings, each with its receipts.

mod receipts;

pub use receipts::receipts;

pub mod report;

use super::evidence::Finding;
use super::kinds::finding::{COUNTED, FINDING, RECEIPT};
use super::{evidence as findings, routes};
use crate::canvass::VISIT;
use crate::findings::words;
use crate::interviews::follow_quotes;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use leptos::prelude::*;

/// How many quotes are offered at once when some are added.
const OFFERED: usize = 40;

/// Follows all that findings follow from.
fn follow_findings(ui: Ui) {
    follow_quotes(ui);
    [&FINDING, &RECEIPT, &COUNTED, &VISIT].iter().for_each(|kind| ui.follow(kind.id));
}

fn all(ui: Ui) -> Memo<Vec<Finding>> {
    memo(move || {
        follow_findings(ui);
        let policies = ui.work().state().policies;
        ui.look(|book, index| findings::findings(book, index, policies))
    })
}

/// The way from Reports to what was found out.
pub fn way(ui: Ui) -> impl IntoView {
    view! {
        <a class="quiet" href=routes::FINDINGS.route().href()>
            <Icon path=icon_paths::QUOTE/><span>{ui.t(words::FINDINGS)}</span>
        </a>
    }
}

/// What was found out.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::FINDINGS.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Reports, common::REPORTS.get(ui.lang.get()))),
    });
    let found = all(ui);
    let list = move || {
        found.with(|found| match found.is_empty() {
            true => view! { <Empty path=icon_paths::REPORTS title=FINDING.plural purpose=FINDING.purpose/> }.into_any(),
            false => {
                let last = found.len() - 1;
                let rows = found.iter().enumerate().map(|(at, finding)| row(ui, at, at < last, finding));
                view! {
                    <p class="soft">{ui.t(words::FINDINGS_WHAT)}</p>
                    <ol class="findings" role="list">{rows.collect_view()}</ol>
                }
                .into_any()
            }
        })
    };
    let new = move || ui.go(Route::Records(FINDING.id, View::Edit(ui.work().new_id())));
    view! {
        <div class="page" data-stack="">{move || list()}</div>
        <div class="actions no-print">
            <a class="quiet" href=routes::REPORT.route().href()>
                <Icon path=icon_paths::DIRECTORY/><span>{ui.t(words::THE_REPORT)}</span>
            </a>
            <Quiet path=icon_paths::PLUS text=FINDING.new class="primary" on_tap=new/>
        </div>
    }
}

fn row(ui: Ui, at: usize, can_down: bool, finding: &Finding) -> impl IntoView + use<> {
    let (id, claim) = (finding.id, finding.claim.clone());
    let named = claim.clone();
    let title = move || format!("{}. {}", at + 1, claim.get(ui.lang.get()));
    let stands = words::STANDS_ON
        .with("quotes", finding.for_it.len())
        .with("speakers", finding.speakers)
        .with("against", finding.against.len());
    let warnings = finding.warnings.iter().map(|warning| {
        view! { <li><Icon path=icon_paths::WARNING/><span>{ui.say(warning.message())}</span></li> }
    });
    let warnings =
        (!finding.warnings.is_empty()).then(|| view! { <ul class="ticks" role="list">{warnings.collect_view()}</ul> });
    let put = move |by: isize, can: bool| {
        let (place, path) = match by {
            -1 => (common::UP, icon_paths::UP),
            _ => (common::DOWN, icon_paths::DOWN),
        };
        let claim = named.clone();
        let name = move || {
            let lang = ui.lang.get();
            common::PUT.with("where", place).with("question", claim.get(lang)).say(lang)
        };
        let tap = move |_| ui.send(findings::put(&ui.work().state().book, id, by));
        view! {
            <button type="button" class="quiet" aria-label=move || name() disabled=!can on:click=tap>
                <Icon path=path/><span>{ui.t(place)}</span>
            </button>
        }
    };
    view! {
        <li>
            <a class="row" href=Route::Records(FINDING.id, View::One(id)).href()>
                <span class="row-title" dir="auto">{move || title()}</span>
                <span class="row-line">{ui.say(stands)}</span>
                <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
            </a>
            {warnings}
            <div class="deeds no-print">{put(-1, at > 0)}{put(1, can_down)}</div>
        </li>
    }
}
