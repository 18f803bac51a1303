//! What health checks show.

pub mod opportunities;
pub mod put_off;
pub mod review;

use super::kinds::{CHECK_PAUSE, PARTNER_REVIEW};
use super::opportunities::{FOLLOWS, opportunities};
use super::pausing::{Check, is_named, paused_until};
use super::review::to_review;
use super::{routes, words};
use crate::model::date;
use crate::model::library::LIBRARY;
use crate::model::text::{Message, Text};
use crate::ui::capability::TodaySection;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::drawn;
use crate::ui::route::Route;
use leptos::prelude::*;

/// A check that Today names, and why.
#[derive(Clone)]
struct Due {
    name: Text,
    why: Message,
    to: Route,
}

/// The preference that keeps the day on which this tablet last named a check.
fn named_on(check: Check) -> String {
    format!("check_named:{}", check.key())
}

/// The checks that Today names: once a week, and none that was put off.
pub fn on_today(ui: Ui) -> TodaySection {
    let [partners, asks] = FOLLOWS;
    let due = ui.look_after_paint([partners, asks, PARTNER_REVIEW.id, CHECK_PAUSE.id, LIBRARY.id], due);
    let row = move |due: Due| {
        view! {
            <li><a class="row" href=due.to.href()>
                <Icon path=icon_paths::CHECK/>
                <span class="row-title">{ui.t(due.name)}</span>
                <span class="row-line">{ui.say(due.why)}</span>
                <span class="row-go"><Icon path=icon_paths::CHEVRON/></span>
            </a></li>
        }
    };
    let rows = move || {
        let rows = due.get().into_iter().map(row).collect_view();
        view! {
            <section class="group">
                <h2>{ui.t(words::CHECKS)}</h2>
                <ul class="rows" role="list">{rows}</ul>
            </section>
        }
    };
    TodaySection::new(move || due.with(|due| !due.is_empty()), move || drawn(rows))
}

fn due(ui: Ui) -> Vec<Due> {
    let today = ui.work().now().today();
    let prefs = ui.world().prefs.clone();
    let asked = |check: Check| {
        let named = prefs.get(&named_on(check)).and_then(|day| date::day(&day));
        is_named(named, today) && ui.look(|book, _| paused_until(book, check, today)).is_none()
    };
    let mut all = Vec::new();
    if asked(Check::Partners) {
        let found = ui.look(|book, index| to_review(book, index, today));
        // Of all those, the one that was left shortest says since when none of them was looked at.
        if let Some(last) = found.last() {
            let why = words::REVIEW_WHY.with("count", found.len()).with("day", date::in_full(last.since));
            all.push((Check::Partners, Due { name: words::REVIEW, why, to: routes::REVIEW.route() }));
        }
    }
    if asked(Check::Opportunities) {
        let found = ui.look(|book, index| opportunities(book, index, today));
        if !found.is_empty() {
            let why = words::OPPORTUNITIES_WHY.with("count", found.len());
            let to = routes::OPPORTUNITIES.route();
            all.push((Check::Opportunities, Due { name: words::OPPORTUNITIES, why, to }));
        }
    }
    all.iter().for_each(|(check, _)| prefs.set(&named_on(*check), &today.to_string()));
    all.into_iter().map(|(_, due)| due).collect()
}
