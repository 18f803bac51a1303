//! How many were brought, taken or lost: a number pad in place of a form.

use super::pad::{PadTap, keypad};
use super::{open, signed_hand};
use crate::hubs::amount::typed_amount;
use crate::hubs::kinds::movement::{MOVEMENT, movement_fields as movement};
use crate::hubs::{stock, words};
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::typed::Of;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{effect, memo};
use crate::ui::typing::Typing;
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::html;
use leptos::prelude::*;

/// Asks how many of an item there were of what happened. `asking` is none again once that is answered.
pub fn pad(
    ui: Ui,
    (hub, item): (Id, Id),
    what: &'static Choice,
    asking: RwSignal<Option<&'static Choice>>,
) -> impl IntoView {
    let next = ui.next_id();
    let belongs = Of::new(
        MOVEMENT.id,
        next.get(),
        [(movement::HUB.key(), hub.to_string()), (movement::ITEM.key(), item.to_string())],
    );
    let typing = Typing::new(ui, format!("stock:{hub}:{item}:{}", what.key), Some(belongs), String::new());
    let amount = memo(move || typing.text.with(|text| typed_amount(text)));
    let input = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(input) = input.get() {
            drop(input.focus());
        }
    });
    let busy = RwSignal::new(false);
    let tap = move |tap: PadTap| {
        let mut text = typing.text.get_untracked();
        match tap {
            PadTap::Digit(digit) => text.push(digit),
            PadTap::RubOut => drop(text.pop()),
        }
        typing.write(text);
    };
    let keep = move || {
        let Ok(Some(amount)) = amount.get_untracked() else { return };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let row = stock::movement(next.get(), what.key, hub, item, amount, signed_hand(ui));
        let name = untrack(|| super::item_name(ui, item));
        let label = words::HAPPENED.with("item", name).with("what", what.label).with("count", amount);
        let given = typing.give();
        let command = Command::Once { kind: MOVEMENT.id, id: next.get(), label, rows: vec![row] };
        ui.spawn(async move {
            match typing.become_of(given, command).await {
                Ok(done) => {
                    ui.say_done(&done);
                    asking.try_set(None);
                }
                Err(error) => {
                    busy.try_set(false);
                    ui.warn(error.message());
                }
            }
        });
    };
    let leave = move || {
        typing.forget();
        asking.set(None);
    };
    // What a number does not say, such as a note, the form asks.
    let details = move || {
        let mut start = vec![movement::WHAT.is(what.key), movement::HUB.is(hub), movement::ITEM.is(item)];
        if let Ok(Some(amount)) = amount.get_untracked() {
            start.push(movement::AMOUNT.is_whole(amount));
        }
        typing.forget();
        open(ui, MOVEMENT.id, next.get(), start);
    };
    let wrong = move || amount.with(|amount| amount.as_ref().err().cloned());
    view! {
        <div class="actions counting no-print">
            <h2 id="amount-of">{ui.say(words::HOW_MANY.with("what", what.label))}</h2>
            <input
                class="amount" type="text" inputmode="none" autocomplete="off" node_ref=input prop:value=typing.text
                aria-labelledby="amount-of" aria-describedby="amount-wrong" aria-invalid=move || wrong().is_some().to_string()
                on:input=move |event| typing.write(event_target_value(&event))
            />
            <p id="amount-wrong" role="status" class="error">{move || wrong().map(|message| message.say(ui.lang.get()))}</p>
            {keypad(ui, tap)}
            <div class="count-go">
                <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=leave/>
                <Quiet path=icon_paths::PENCIL text=words::WITH_A_NOTE on_tap=details/>
                <button
                    type="button" class="primary" on:click=move |_| keep()
                    disabled=move || busy.get() || !amount.with(|amount| matches!(amount, Ok(Some(_))))
                >
                    <Icon path=icon_paths::CHECK/><span>{ui.t(common::DONE)}</span>
                </button>
            </div>
        </div>
    }
}
