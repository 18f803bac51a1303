//! Files that other apps send here: by the share sheet, where the service worker keeps them until a page takes them, or by
//! opening them with this app.

use js_sys::{Array, Function, JsString, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Cache, File, FilePropertyBag, Response, Window};

/// Where the service worker keeps what was sent, relative to the app.
const SENT_TO: &str = "shared-file";

type Callback = Rc<dyn Fn(File)>;

/// Calls back with what was sent before this page stood, and with whatever is opened with it.
pub(super) fn watch(callback: Callback) {
    let Some(window) = web_sys::window() else { return };
    // A browser that has no such thing has nothing to tell.
    drop(watch_opened(&window, callback.clone()));
    spawn_local(async move {
        match take_sent(&window).await {
            Ok(Some(file)) => callback(file),
            Ok(None) => {}
            Err(error) => web_sys::console::warn_1(&error),
        }
    });
}

/// What the service worker keeps, which is gone from there then.
async fn take_sent(window: &Window) -> Result<Option<File>, JsValue> {
    let Ok(caches) = window.caches() else { return Ok(None) };
    let base = window.document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    let base = base.split(['#', '?']).next().unwrap_or_default();
    let folder = base.rfind('/').map_or(base, |end| &base[..=end]);
    let name = format!("received porchlight {folder} ");
    if !JsFuture::from(caches.has(&name)).await?.is_truthy() {
        return Ok(None);
    }
    let cache: Cache = JsFuture::from(caches.open(&name)).await?.dyn_into()?;
    let found = JsFuture::from(cache.match_with_str(&format!("{folder}{SENT_TO}"))).await?;
    let Ok(found) = found.dyn_into::<Response>() else { return Ok(None) };
    let name_sent = found.headers().get("X-Name")?.unwrap_or_default();
    let called = js_sys::decode_uri_component(&name_sent).map_or(name_sent, |name: JsString| name.into());
    let blob: Blob = JsFuture::from(found.blob()?).await?.dyn_into()?;
    let options = FilePropertyBag::new();
    options.set_type(&blob.type_());
    let file = File::new_with_blob_sequence_and_options(&Array::of1(&blob), &called, &options)?;
    JsFuture::from(caches.delete(&name)).await?;
    Ok(Some(file))
}

/// Has the browser tell of files that are opened with the app, where it is installed and the browser can.
fn watch_opened(window: &Window, callback: Callback) -> Result<(), JsValue> {
    let queue = Reflect::get(window, &JsValue::from_str("launchQueue"))?;
    let set_consumer: Function = Reflect::get(&queue, &JsValue::from_str("setConsumer"))?.dyn_into()?;
    let opened = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let callback = callback.clone();
        spawn_local(async move {
            if let Ok(Some(file)) = first_file(&launch).await {
                callback(file);
            }
        });
    });
    // It stays for the life of the page.
    set_consumer.call1(&queue, &opened.into_js_value())?;
    Ok(())
}

/// The first of the files that the app was opened with.
async fn first_file(launch: &JsValue) -> Result<Option<File>, JsValue> {
    let files: Array = Reflect::get(launch, &JsValue::from_str("files"))?.dyn_into()?;
    let first = files.get(0);
    if first.is_undefined() {
        return Ok(None);
    }
    let get: Function = Reflect::get(&first, &JsValue::from_str("getFile"))?.dyn_into()?;
    let asked: Promise = get.call0(&first)?.dyn_into()?;
    Ok(Some(JsFuture::from(asked).await?.dyn_into()?))
}
