//! What the browser knows of Unicode.

use js_sys::JsString;

/// The canonical decomposition of text.
pub fn decompose(text: &str) -> String {
    JsString::from(text).normalize("NFD").into()
}
