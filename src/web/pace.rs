//! Breaks in long work, so that the screen paints and the person can tap “Cancel”.

use crate::ports::Pace;
use async_trait::async_trait;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// A break of one turn of the browser's event loop.
pub struct BrowserPace;

#[async_trait(?Send)]
impl Pace for BrowserPace {
    async fn pause(&self) {
        let turn = Promise::new(&mut |resolve, _| {
            let timer = web_sys::window().map(|window| window.set_timeout_with_callback(&resolve));
            if !matches!(timer, Some(Ok(_))) {
                // Without a timer there is nothing to wait for.
                drop(resolve.call0(&wasm_bindgen::JsValue::NULL));
            }
        });
        drop(JsFuture::from(turn).await);
    }
}
