//! Breaks in long work, so that the screen paints and the person can tap “Cancel”.

use crate::ports::Pace;
use async_trait::async_trait;
use js_sys::Promise;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// How long work goes on without a break, in milliseconds. Who works in small steps may ask for one after each.
const SLICE_MS: f64 = 16.0;

/// A break of one turn of the browser's event loop, once the work has gone on for a while.
#[derive(Default)]
pub struct BrowserPace {
    /// When the last break ended.
    last: Cell<f64>,
}

#[async_trait(?Send)]
impl Pace for BrowserPace {
    async fn pause(&self) {
        let now = || web_sys::window().and_then(|window| window.performance()).map(|clock| clock.now());
        if now().is_some_and(|now| now - self.last.get() < SLICE_MS) {
            return;
        }
        // A message, because timers that follow one another come four milliseconds late, and in a hidden tab a second.
        let Ok(channel) = MessageChannel::new() else { return };
        let turn = Promise::new(&mut |resolve, _| {
            channel.port1().set_onmessage(Some(&resolve));
            if channel.port2().post_message(&JsValue::NULL).is_err() {
                // Without a message there is nothing to wait for.
                drop(resolve.call0(&JsValue::NULL));
            }
        });
        drop(JsFuture::from(turn).await);
        channel.port1().close();
        self.last.set(now().unwrap_or_default());
    }
}
