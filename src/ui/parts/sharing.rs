//! Words that leave for other apps: by the share sheet, or copied.

use crate::model::text::Text;
use crate::ui::context::Ui;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

/// Whether there is a share sheet.
pub fn can_share() -> bool {
    share_sheet().is_some()
}

/// The function that opens the share sheet, where there is one.
fn share_sheet() -> Option<Function> {
    function(&window().navigator(), "share")
}

/// Hands words to the share sheet. Whoever closes it has shared nothing, and that is fine. Practice notes never leave.
pub fn share(ui: Ui, text: String) {
    if ui.practice() {
        return ui.toast(crate::ui::words::PRACTICE_NO_EXPORT, None);
    }
    let data = web_sys::ShareData::new();
    data.set_text(&text);
    let opened =
        share_sheet().and_then(|open| open.call1(&window().navigator(), &data).ok()?.dyn_into::<Promise>().ok());
    if let Some(opened) = opened {
        ui.spawn(async move { drop(JsFuture::from(opened).await) });
    }
}

/// Hands words to the share sheet; where there is none, they are copied.
pub fn share_or_copy(ui: Ui, text: String, copied_words: Text, not_copied: Text) {
    match can_share() {
        true => share(ui, text),
        false => copy(ui, text, copied_words, not_copied),
    }
}

/// Copies words, and says whether that was done. Pages without a secure address cannot, and browsers may refuse to.
pub fn copy(ui: Ui, text: String, copied_words: Text, not_copied: Text) {
    let clipboard = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).unwrap_or_default();
    let written = function(&clipboard, "writeText")
        .and_then(|write| write.call1(&clipboard, &JsValue::from_str(&text)).ok()?.dyn_into::<Promise>().ok());
    ui.spawn(async move {
        let copied = match written {
            Some(written) => JsFuture::from(written).await.is_ok(),
            None => false,
        };
        match copied {
            true => ui.toast(copied_words, None),
            false => ui.warn(not_copied),
        }
    });
}
