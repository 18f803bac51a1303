//! Where a need is heard, at a door, in an interview or at a hub: one tap leads to the answers, and noting one leads back.

use crate::model::field::Choice;
use crate::services::kinds::referral::CHANNELS;
use crate::services::needs::NEEDS;
use crate::services::referrals::noting::{OTHER, choice};
use crate::services::referrals::words;
use crate::services::routes;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::route::Route;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Where the need was heard that answers are looked at for.
#[derive(Clone, Default)]
pub(super) struct CameFrom(Rc<Cell<Option<Route>>>);

impl CameFrom {
    /// Where that was; none after the app was opened anew.
    pub fn of(ui: Ui) -> Option<Route> {
        ui.of_room::<CameFrom>().0.get()
    }
}

/// The way back to where the need was heard.
pub fn way_back(ui: Ui) -> Option<(Route, &'static str)> {
    CameFrom::of(ui).map(|route| (route, words::BACK_WHERE.get(ui.lang.get())))
}

/// A need and where it was heard, as they stand in an address.
fn at(need: &str, channel: &str) -> Option<(usize, usize)> {
    let place = |choices: &[Choice], key: &str| choices.iter().position(|choice| choice.key == key);
    Some((place(CHANNELS, channel)?, place(NEEDS, need)?))
}

/// What an address says: where it was heard, and the need.
pub fn said((channel, need): (usize, usize)) -> Option<(&'static str, &'static str)> {
    Some((CHANNELS.get(channel)?.key, NEEDS.get(need)?.key))
}

/// The ways to find help for needs that were heard here; other keys and “other” lead nowhere.
pub fn ways(ui: Ui, needs: impl IntoIterator<Item = String>, channel: &'static str) -> AnyView {
    let way = |key: String| {
        let need = choice(NEEDS, &key).filter(|need| need.key != OTHER)?;
        let to = routes::HEARD.at(at(need.key, channel)?);
        let leave = move |_| ui.of_room::<CameFrom>().0.set(Some(ui.here().route()));
        let said = move || words::FIND_FOR.with("need", need.label).say(ui.lang.get());
        Some(
            view! { <a class="quiet" href=to.href() on:click=leave><Icon path=icon_paths::SEARCH/><span>{said}</span></a> },
        )
    };
    let ways: Vec<_> = needs.into_iter().filter_map(way).collect();
    if ways.is_empty() {
        return ().into_any();
    }
    view! { <div class="deeds no-print">{ways.collect_view()}</div> }.into_any()
}

/// The ways for all needs, where nothing asks for them: at a hub.
pub fn all_ways(ui: Ui, channel: &'static str) -> AnyView {
    view! {
        <section class="group no-print">
            <h2>{ui.t(words::HEARD_HERE)}</h2>
            <p class="help">{ui.t(words::HEARD_HERE_WHAT)}</p>
            {ways(ui, NEEDS.iter().map(|need| need.key.to_owned()), channel)}
        </section>
    }
    .into_any()
}
