//! What nobody has tried yet.

use super::put_off;
use crate::checks::opportunities::{FOLLOWS, Opportunity, Why, opportunities};
use crate::checks::pausing::Check;
use crate::checks::words;
use crate::partners::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, icon_paths};
use crate::ui::reactive::drawn;
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// What nobody has tried yet, each leading to its partner.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head {
        title: words::OPPORTUNITIES.get(ui.lang.get()).to_owned(),
        line: words::CHECKS.get(ui.lang.get()).to_owned(),
        back: None,
    });
    let all = ui.look_after_paint(FOLLOWS, |ui| {
        let today = ui.work().now().today();
        ui.look(|book, index| opportunities(book, index, today))
    });
    let row = move |one: Opportunity| {
        let why = match one.why {
            Why::Idea => words::IDEA.message(),
            Why::Expanding => words::EXPANDING.message(),
            Why::Offers(offers) => words::OFFERS.with("words", offers),
        };
        view! {
            <li><a class="row" href=Route::Records(PARTNER.id, View::One(one.partner)).href()>
                <span class="row-title" dir="auto">{one.name}</span>
                <span class="row-line" dir="auto">{ui.say(why)}</span>
                <span class="row-go"><Icon path=icon_paths::CHEVRON/></span>
            </a></li>
        }
    };
    let rows = move || match all.get() {
        all if all.is_empty() => view! {
            <Empty path=icon_paths::CHECK title=words::NO_OPPORTUNITIES purpose=words::OPPORTUNITIES_WHAT/>
        }
        .into_any(),
        all => view! {
            <p class="soft">{ui.t(words::OPPORTUNITIES_WHAT)}</p>
            <ul class="rows" role="list">{all.into_iter().map(row).collect_view()}</ul>
        }
        .into_any(),
    };
    view! {
        <div class="page" data-stack="">
            {drawn(rows)}
            {put_off::section(ui, Check::Opportunities)}
        </div>
    }
}
