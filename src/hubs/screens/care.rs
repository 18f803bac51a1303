//! All hubs together: those that somebody should look after, on Today; what was taken and who came, in Reports.

use super::{follow_health, wants};
use crate::checks;
use crate::hubs::health::{Health, STALE_AFTER_DAYS, Use};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::hub_visit::{HUB_VISIT, fields as hub_visit};
use crate::hubs::kinds::item::ITEM;
use crate::hubs::kinds::movement::MOVEMENT;
use crate::hubs::{health as hubs, routes, words};
use crate::model::date;
use crate::model::record::Record;
use crate::ui::capability::TodaySection;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::effect;
use crate::ui::route::{Route, View};
use crate::ui::screens::reports::{NamedCount, all_told, by_month, chart};
use crate::ui::words as common;
use chrono::NaiveDate;
use leptos::prelude::*;

/// How many hubs are named on Today.
const SHOWN: usize = 5;

/// Hubs that somebody should look after.
pub fn on_today(ui: Ui) -> TodaySection {
    let hubs = RwSignal::new(Vec::<Health>::new());
    effect(move || {
        follow_health(ui);
        ui.follow(checks::CHECK_PAUSE.id);
        ui.in_the_background(
            async |work, job| {
                let mut all = hubs::health(&work, &job).await?;
                let today = work.now().today();
                let paused = checks::paused_until(&work.state().book, checks::Check::Hubs, today);
                all.retain(|health| paused.is_none() && health.wants_care(today));
                Ok(all)
            },
            hubs,
        );
    });
    let rows = move || {
        let rows = hubs.with(|hubs| hubs.iter().take(SHOWN).map(|health| row(ui, health)).collect_view());
        view! {
            <section class="group">
                <h2>{ui.t(HUB.plural)}</h2>
                <ul class="rows" role="list">{rows}</ul>
                <p><a href=checks::hubs_put_off().href()>{ui.t(words::NOT_NOW)}</a></p>
            </section>
        }
    };
    TodaySection::new(move || hubs.with(|hubs| !hubs.is_empty()), rows)
}

/// A hub that somebody should look after, and what for.
fn row(ui: Ui, health: &Health) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let today = ui.work().now().today();
    let alone = match health.days_alone(today) {
        None => Some(words::NEVER_THERE.message()),
        Some(days) if days > STALE_AFTER_DAYS => Some(words::ALONE.with("days", days)),
        Some(_) => None,
    };
    let line = wants(health).into_iter().chain(alone).map(|message| message.say(lang)).collect::<Vec<_>>().join(" · ");
    let (to, go) = match health.short {
        0 => (Route::Records(HUB.id, View::One(health.hub)), common::OPEN),
        _ => (routes::RESTOCK.at(health.hub), words::RESTOCK_LIST),
    };
    view! {
        <li><a class="row" href=to.href()>
            <span class="row-title" dir="auto">{health.name.clone()}</span>
            <span class="row-line">{line}</span>
            <span class="row-go"><span>{ui.t(go)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    }
}

/// What people took from the hubs, and how many came.
pub fn reports(ui: Ui) -> impl IntoView {
    let used = RwSignal::new(Use::default());
    effect(move || {
        [&HUB, &ITEM, &MOVEMENT].iter().for_each(|kind| ui.follow(kind.id));
        ui.in_the_background(async |work, job| hubs::use_of_hubs(&work, &job).await, used);
    });
    let items = move || used.with(|used| used.items.clone());
    let weeks = move || {
        let lang = ui.lang.get();
        let named = |day: NaiveDate| words::WEEK_OF.with("date", date::say_day(day, lang)).say(lang);
        used.with(|used| used.weeks.iter().map(|(day, went)| (named(*day), *went)).collect::<Vec<NamedCount>>())
    };
    let sentence = move || {
        used.with(|used| {
            let (item, count) = used.items.first()?;
            let all: usize = used.items.iter().map(|(_, count)| count).sum();
            Some(words::WENT_SENTENCE.with("all", all).with("item", item.as_str()).with("count", *count))
        })
    };
    view! {
        {chart(ui, words::WENT_BY_ITEM.message(), ITEM.name, all_told, sentence, items)}
        {chart(ui, words::WENT_BY_WEEK.message(), words::WEEK, all_told, || None, weeks)}
        {by_month(
            ui,
            HUB_VISIT.id,
            people,
            words::PEOPLE_BY_MONTH,
            words::PEOPLE_SENTENCE,
            "all",
        )}
    }
}

/// How many people came during a time at a hub.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "tallies are small and not below zero")]
fn people(visit: &Record) -> usize {
    [hub_visit::ADULTS, hub_visit::CHILDREN].iter().filter_map(|field| field.of(visit)).sum::<f64>() as usize
}
