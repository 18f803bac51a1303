//! After which answers a question is asked.

use crate::interviews::kinds::interview_guide::OWN;
use crate::interviews::{guides as changing, words};
use crate::model::id::Id;
use crate::model::question::QUESTION;
use crate::model::questionnaire::Asked;
use crate::ui::context::Ui;
use crate::ui::reactive::drawn;
use leptos::prelude::*;

/// After which answers a question is asked: chosen among the answers to tap of the questions before it.
pub(crate) fn only_after(ui: Ui, guide: Id, id: Id) -> impl IntoView {
    let before = move || {
        ui.follow(QUESTION.id);
        let work = ui.work();
        let state = work.state();
        let asking = OWN.asking(&state.book, guide)?;
        let at = asking.questions.iter().position(|asked| asked.key == id.to_string())?;
        let tapped: Vec<Asked> = asking.questions.into_iter().take(at).filter(Asked::is_tapped).collect();
        let held = state.book.alive(QUESTION.id, id).and_then(|record| changing::condition(record));
        Some((tapped, held))
    };
    let block = move |asked: Asked, held: &Option<(Id, Vec<String>)>| {
        let earlier: Id = asked.key.parse().ok()?;
        let given = held.as_ref().filter(|(question, _)| *question == earlier).map(|(_, answers)| answers.clone());
        let given = given.unwrap_or_default();
        let chips = asked.to_tap().into_iter().map(|answer| {
            let on = given.contains(&answer.key);
            let key = answer.key.clone();
            let tap = move |_| {
                let key = key.clone();
                // Of two answers tapped in a row the second one knows of the first.
                ui.revise(&QUESTION, id, move |question| changing::with_answer(question, earlier, &key, !on));
            };
            view! {
                <button type="button" class="filter" aria-pressed=on.to_string() on:click=tap dir="auto">
                    {move || answer.words.get(ui.lang.get()).to_owned()}
                </button>
            }
        });
        let chips = chips.collect_view();
        let ask = asked.ask.clone();
        Some(view! {
            <p dir="auto">{move || ask.get(ui.lang.get()).to_owned()}</p>
            <div class="filters">{chips}</div>
        })
    };
    drawn(move || {
        let (tapped, held) = before()?;
        (!tapped.is_empty()).then(|| {
            let open = held.is_some();
            let blocks: Vec<_> = tapped.into_iter().filter_map(|asked| block(asked, &held)).collect();
            view! {
                <details class="more" open=open>
                    <summary>{ui.t(words::ASK_ONLY_IF)}</summary>
                    {blocks}
                </details>
            }
        })
    })
}
