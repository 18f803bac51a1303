//! Taking consents back.

use crate::interviews::kinds::interview::{GRANTS, INTERVIEW, NOTES, SPEAKER};
use crate::interviews::words;
use crate::model::date;
use crate::model::id::Id;
use crate::model::record::Record;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::work::consent::{self, Consents, Grant};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Taking consents back: chosen one by one, with what would go said before it goes.
pub(crate) fn take_back(ui: Ui, interview: Id, person: Id, record: Memo<Option<Arc<Record>>>) -> impl IntoView {
    let chosen = RwSignal::new(Vec::<&'static str>::new());
    let held = memo(move || {
        record.with(|record| {
            let Some(record) = record.as_deref() else { return Vec::new() };
            let held = |grant: &&'static str| consent::of_record(&SPEAKER, record, grant) == Grant::Given;
            GRANTS.iter().copied().filter(held).collect::<Vec<_>>()
        })
    });
    let would_go = memo(move || {
        chosen.with(|chosen| {
            let work = ui.work();
            let state = work.state();
            // Who takes back that anything is written down takes everything back.
            let taken: &[&str] = if chosen.contains(&NOTES) { &GRANTS } else { chosen };
            consent::counted(state.book.kinds(), &Consents::without(&state.book, person, taken).to_purge())
                .into_iter()
                .map(|(kind, count)| (kind.id, count))
                .collect::<Vec<_>>()
        })
    });
    let said = move || {
        let lang = ui.lang.get();
        let gone = would_go.get().into_iter().filter_map(|(id, count)| Some((crate::ui::capability::kind(id)?, count)));
        match common::counted_in_words(gone, lang) {
            what if what.is_empty() => words::NOTHING_GOES.get(lang).to_owned(),
            what => words::WOULD_GO.with("what", what).say(lang),
        }
    };
    let choose = move |grant: &'static str, on: bool| {
        chosen.update(|chosen| {
            chosen.retain(|known| *known != grant);
            if on {
                chosen.push(grant);
            }
        });
    };
    let option = move |grant: &'static str| {
        let field = SPEAKER.field(grant)?;
        let on = move || chosen.with(|chosen| chosen.contains(&grant));
        let tap = move |event| choose(grant, event_target_checked(&event));
        Some(view! {
            <label class="choice">
                <input type="checkbox" prop:checked=move || on() on:change=tap/><span>{ui.t(field.label)}</span>
            </label>
        })
    };
    let everything = move || chosen.set(held.get_untracked());
    let erase = move || {
        let grants = chosen.get_untracked();
        let when = date::stored(ui.work().now().moment());
        let here = ui.here();
        ui.spawn(async move {
            if ui.run(consent::take_back(person, grants, when)).await.is_ok() {
                ui.go_on(here, Route::Records(INTERVIEW.id, View::One(interview)));
            }
        });
    };
    let summary = NodeRef::<html::Details>::new();
    drawn(move || {
        (!held.with(Vec::is_empty)).then(|| {
            view! {
                <details class="more" node_ref=summary>
                    <summary>{ui.t(words::TAKE_BACK)}</summary>
                    <p class="help">{ui.t(words::TAKE_BACK_WHAT)}</p>
                    <div class="choices">
                        {held.get().into_iter().map(option).collect_view()}
                        <Quiet path=icon_paths::CHECK text=words::TAKE_BACK_ALL on_tap=everything/>
                    </div>
                    {move || chosen.with(|chosen| !chosen.is_empty()).then(|| view! {
                        <p role="status" class="error"><Icon path=icon_paths::WARNING/><span>{move || said()}</span></p>
                        {chosen.with(|chosen| chosen.contains(&NOTES)).then(|| view! {
                            <p class="help">{ui.t(words::REMARKS_STAY)}</p>
                        })}
                        <Quiet path=icon_paths::TRASH text=words::TAKE_IT_BACK class="danger" on_tap=erase/>
                    })}
                </details>
            }
        })
    })
}
