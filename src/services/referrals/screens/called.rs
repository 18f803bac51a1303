//! On the page of a referral: whether it helped, once somebody was called back.

use crate::model::field::Choice;
use crate::model::id::Id;
use crate::services::kinds::referral::{HELPED, REFERRAL, fields};
use crate::services::referrals::{noting, words};
use crate::ui::context::Ui;
use crate::ui::reactive::{drawn, memo};
use leptos::prelude::*;

/// Asks whether it helped, where a call back was agreed.
pub fn section(ui: Ui, id: Id) -> impl IntoView {
    let agreed = memo(move || ui.record(&REFERRAL, id).is_some_and(|record| fields::CALL_BACK.of(&*record)));
    let said = memo(move || {
        let record = ui.record(&REFERRAL, id)?;
        fields::HELPED.of(&*record).map(str::to_owned)
    });
    let answer = move |choice: &'static Choice| {
        let pressed = move || said.with(|said| said.as_deref() == Some(choice.key)).to_string();
        let tap = move |_| ui.set(&REFERRAL, id, noting::helped(choice.key));
        view! { <button type="button" class="filter" aria-pressed=pressed on:click=tap>{ui.t(choice.label)}</button> }
    };
    drawn(move || {
        agreed.get().then(|| view! {
            <section class="group no-print">
                <h2 id="did-it-help">{ui.t(REFERRAL.label(fields::HELPED.key()))}</h2>
                <div class="near-days" role="group" aria-labelledby="did-it-help">{HELPED.iter().map(answer).collect_view()}</div>
                <p class="help">{ui.t(words::WHO_IT_IS)}</p>
            </section>
        })
    })
}
