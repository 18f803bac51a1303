//! Somebody from the tablet's address book, where the kind asks for somebody and the browser has one to pick from.

use super::Form;
use crate::model::address_book::fills;
use crate::model::show;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::words;
use leptos::prelude::*;

/// The button that lets a person pick somebody; nothing where there is nobody to pick from.
pub(super) fn view(form: Form) -> Option<impl IntoView> {
    let ui = form.ui;
    let device = ui.world().device;
    if form.kind.address_book.is_none() || !device.has_address_book() {
        return None;
    }
    let pick = move || {
        ui.spawn(async move {
            match ui.world().device.pick_contact().await {
                Ok(Some(contact)) if !form.is_left() => {
                    let filled =
                        form.draft.with_untracked(|draft| fills(form.kind, &contact, |key| draft.get(None, key)));
                    let lang = ui.lang.get_untracked();
                    let said = filled.iter().filter_map(|(key, value)| {
                        Some(show::show(form.kind.field(key)?, value, lang, &ui.title_of()))
                    });
                    let said = said.collect::<Vec<_>>().join(" · ");
                    form.fill(filled);
                    if !said.is_empty() {
                        ui.toast(words::FROM_CONTACTS_FILLED.with("what", crate::model::text::excerpt(&said)), None);
                    }
                }
                Ok(_) => {}
                Err(cause) => ui.warn(words::NO_CONTACT.with("cause", cause)),
            }
        });
    };
    Some(view! {
        <div class="deeds"><Quiet path=icon_paths::PERSON text=words::PICK_CONTACT on_tap=pick/></div>
    })
}
