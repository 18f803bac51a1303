//! The end of the app while it runs: a panic, after which nothing it holds in memory can be trusted.

use js_sys::{Function, Reflect};
use std::panic::{PanicHookInfo, set_hook};
use wasm_bindgen::{JsCast, JsValue};

/// From now on a panic says so on the screen, in place of the app, and has its reason in the console.
///
/// The page's first script shows it, without any help of ours, and then calls nothing of the app any more. It notices
/// by itself what never comes here: traps, such as memory that ran out.
pub fn watch_for_panics() {
    set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        console_error_panic_hook::hook(panic);
        call("stopped", &panic.to_string());
    }));
}

/// Shows the plain page that was there before the app, with the reason why the app does not start.
pub fn did_not_start(reason: &str) {
    call("failed", reason);
}

/// Calls a function of `scripts/build/boot.js` with a reason.
fn call(name: &str, reason: &str) {
    let porchlight = Reflect::get(&js_sys::global(), &JsValue::from_str("porchlight"));
    let function = porchlight.and_then(|porchlight| Reflect::get(&porchlight, &JsValue::from_str(name)));
    if let Ok(function) = function
        && let Some(function) = function.dyn_ref::<Function>()
    {
        // There is nobody left to tell if it fails.
        drop(function.call1(&JsValue::NULL, &JsValue::from_str(reason)));
    }
}
