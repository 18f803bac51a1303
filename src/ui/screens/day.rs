//! The end of a day on a tablet that several people use: what it came to, whether a copy has everything, who is next.

use crate::model::date;
use crate::ui::capability;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Chip, Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::Route;
use crate::ui::words;
use crate::work::day::{DaySum, sums};
use crate::work::status;
use leptos::prelude::*;

/// The end of a day.
pub fn screen(ui: Ui) -> impl IntoView {
    let day = ui.work().now().today();
    ui.head(move || Head {
        title: words::END_OF_DAY.get(ui.lang.get()).to_owned(),
        line: date::say_today(day, ui.lang.get()),
        back: Some((Route::Today, words::BACK.get(ui.lang.get()))),
    });
    let all = memo(move || {
        capability::kinds().iter().for_each(|kind| ui.follow(kind.id));
        ui.look(|book, _| sums(book, day))
    });
    let done = move || {
        all.with(|all| match all.is_empty() {
            true => view! { <p class="soft">{ui.t(words::DAY_NOTHING)}</p> }.into_any(),
            false => {
                let rows = all.iter().map(|sum| row(ui, sum)).collect_view();
                view! { <ul class="rows" role="list">{rows}</ul> }.into_any()
            }
        })
    };
    let waiting = memo(move || {
        ui.follow_drafts();
        ui.work().state().drafts.len()
    });
    let only_here = memo(move || ui.only_here());
    let copied = move || match only_here.get() {
        0 => words::DAY_COPIED.get(ui.lang.get()).to_owned(),
        count => status::only_here(count).say(ui.lang.get()),
    };
    view! {
        <div class="page" data-stack="">
            <section class="group"><h2>{ui.t(words::DAY_DONE)}</h2>{move || done()}</section>
            {move || (waiting.get() > 0).then(|| view! {
                <section class="group">
                    <h2>{ui.t(words::PICK_UP)}</h2>
                    <p>{words::DAY_DRAFTS.with("count", waiting.get()).say(ui.lang.get())}</p>
                    <div class="deeds">
                        <a class="quiet" href=Route::Today.href()><Icon path=icon_paths::TODAY/><span>{ui.t(words::TODAY)}</span></a>
                    </div>
                </section>
            })}
            <section class="group">
                <h2>{ui.t(words::DAY_COPY)}</h2>
                <p>{move || copied()}</p>
            </section>
        </div>
        <div class="actions">
            <a class="quiet" href=Route::Who.href()><Icon path=icon_paths::PERSON/><span>{ui.t(words::DAY_NEXT)}</span></a>
            <a class="primary" href=Route::Sync.href()><Icon path=icon_paths::SHARE/><span>{ui.t(words::SYNC_SEND)}</span></a>
        </div>
    }
}

fn row(ui: Ui, sum: &DaySum) -> impl IntoView + use<> {
    let chips = sum.answers.iter().map(|(choice, count)| {
        let words = words::DAY_ANSWER.with("answer", choice.label).with("count", *count);
        view! { <Chip tone="plain" words=Signal::derive(ui.say(words))/> }
    });
    let name = words::DAY_KIND.with("kind", sum.kind.plural).with("count", sum.count);
    view! { <li class="day-sum"><b>{ui.say(name)}</b><div class="chips">{chips.collect_view()}</div></li> }
}
