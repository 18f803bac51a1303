//! The address book of the device, where the browser lets a person pick from it (the Contact Picker API, which phones
//! with Chromium have). web-sys does not know it, so it is reached by name.

use crate::model::address_book::PickedContact;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What is asked for, as far as the browser has it.
const WANTED: [&str; 4] = ["name", "tel", "email", "address"];

/// The browser's way to the address book; none where it has none.
pub fn known() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let contacts = get(&navigator, "contacts");
    get(&contacts, "select").is_function().then_some(contacts)
}

/// Has the person pick somebody; none where they pick nobody.
pub async fn pick() -> Result<Option<PickedContact>, JsValue> {
    let Some(contacts) = known() else { return Ok(None) };
    let offered = Array::from(&call(&contacts, "getProperties", &[]).await?);
    let wanted: Array =
        offered.iter().filter(|name| name.as_string().is_some_and(|name| WANTED.contains(&&*name))).collect();
    let picked = call(&contacts, "select", &[wanted.into(), Object::new().into()]).await?;
    let picked = Array::from(&picked).get(0);
    Ok(picked.is_object().then(|| PickedContact {
        name: texts(&picked, "name").into_iter().next().unwrap_or_default(),
        phones: texts(&picked, "tel"),
        emails: texts(&picked, "email"),
        addresses: list(&picked, "address").iter().map(|address| parts(&address)).collect(),
    }))
}

fn parts(address: &JsValue) -> Vec<(&'static str, String)> {
    let text = |name| get(address, name).as_string().unwrap_or_default();
    let street = texts(address, "addressLine").join(", ");
    vec![("street", street), ("town", text("city")), ("state", text("region")), ("zip", text("postalCode"))]
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn list(of: &JsValue, name: &str) -> Array {
    let list = get(of, name);
    if Array::is_array(&list) { list.unchecked_into() } else { Array::new() }
}

fn texts(of: &JsValue, name: &str) -> Vec<String> {
    list(of, name).iter().filter_map(|text| text.as_string()).collect()
}

async fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = get(of, name).dyn_into()?;
    let answer = Reflect::apply(&function, of, &with.iter().collect::<Array>())?;
    JsFuture::from(Promise::resolve(&answer)).await
}
