//! The browser's own way to ask a person for a file.

use crate::ports::FileError;
use crate::web::strict::DatabaseFault;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// Asks the person for a file, or for a picture from the camera, by an input that is there only while it asks.
pub(super) async fn pick(accept: &str, camera: bool) -> Result<File, FileError> {
    let asked = Promise::new(&mut |resolve, reject| {
        if let Err(error) = ask_for_file(accept, camera, &resolve) {
            drop(reject.call1(&JsValue::NULL, &error));
        }
    });
    let answer = JsFuture::from(asked).await.map_err(failed)?;
    answer.dyn_into().map_err(|_| FileError::Cancelled)
}

fn ask_for_file(accept: &str, camera: bool, answer: &Function) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("there is no document")?;
    // One that was left open before gives way.
    if let Some(old) = document.query_selector(".file-picker")? {
        old.remove();
    }
    let input: HtmlInputElement = document.create_element("input")?.dyn_into()?;
    input.set_type("file");
    input.set_accept(accept);
    if camera {
        // Straight to the camera that looks away from the person, where there is one.
        input.set_attribute("capture", "environment")?;
    }
    input.set_class_name("file-picker");
    input.set_hidden(true);
    document.body().ok_or("there is no body")?.append_child(&input)?;
    let answered = {
        let (input, answer) = (input.clone(), answer.clone());
        Closure::once_into_js(move || {
            let file = input.files().and_then(|files| files.get(0));
            input.remove();
            drop(answer.call1(&JsValue::NULL, &file.map_or(JsValue::NULL, JsValue::from)));
        })
    };
    input.set_onchange(Some(answered.unchecked_ref()));
    input.add_event_listener_with_callback("cancel", answered.unchecked_ref())?;
    input.click();
    Ok(())
}

/// What the browser threw, as the port says it.
pub(super) fn failed(error: JsValue) -> FileError {
    FileError::Failed(DatabaseFault::thrown(&error).to_string())
}
