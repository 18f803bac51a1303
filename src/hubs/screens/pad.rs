//! The number pad, for a thumb that holds the tablet.

use crate::hubs::words;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use leptos::prelude::*;

/// The digits in the order of a calculator.
const DIGITS: [char; 10] = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0'];

/// A key of the pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PadTap {
    /// A digit.
    Digit(char),
    /// The last digit goes.
    RubOut,
}

/// The number pad.
pub fn keypad(ui: Ui, on_tap: impl Fn(PadTap) + Copy + Send + Sync + 'static) -> impl IntoView {
    let key = |digit: char| {
        view! { <button type="button" on:click=move |_| on_tap(PadTap::Digit(digit))>{digit.to_string()}</button> }
    };
    view! {
        <div class="keypad" role="group" aria-label=ui.t(words::DIGITS)>
            {DIGITS.map(key).into_iter().collect_view()}
            <button type="button" aria-label=ui.t(words::RUB_OUT) on:click=move |_| on_tap(PadTap::RubOut)>
                <Icon path=icon_paths::BACKSPACE/>
            </button>
        </div>
    }
}
