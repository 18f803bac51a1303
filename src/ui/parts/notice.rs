//! Something to know, beside what is shown.

use super::{Icon, icon_paths};
use crate::model::text::Message;
use crate::ui::context::Ui;
use leptos::prelude::*;

/// A notice of one sentence. The tone is `good`, `care`, `wrong` or `plain`.
pub fn notice(ui: Ui, tone: &'static str, message: impl Into<Message>) -> AnyView {
    notice_of(ui, tone, message.into())
}

fn notice_of(ui: Ui, tone: &'static str, message: Message) -> AnyView {
    view! {
        <div class="notice" data-tone=tone>
            <Icon path=icon_paths::WARNING/>
            <div><p dir="auto">{ui.say(message)}</p></div>
        </div>
    }
    .into_any()
}
