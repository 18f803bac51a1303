//! Where something is: a postal address, a spot on the map.

use crate::model::cell_repair;
use crate::model::degrees::{self, Axis};
use crate::model::field::{ADDRESS_PARTS, Field, PLACE_PARTS, part_label};
use crate::model::text::Message;
use crate::model::typed_number::TypedNumber;
use crate::model::value::Value;
use crate::ui::form::{Form, group};
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::words;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The named parts a field holds now.
fn parts_now(form: Form, field: &Field) -> BTreeMap<String, Value> {
    match form.value_now(field.key) {
        Some(Value::Map(parts)) => parts,
        _ => BTreeMap::new(),
    }
}

/// Sets one part; a field without any part left is cleared.
fn set_part(form: Form, field: &Field, part: &str, value: Option<Value>) {
    let mut parts = parts_now(form, field);
    match value {
        Some(value) => parts.insert(part.to_owned(), value),
        None => parts.remove(part),
    };
    form.set(field.key, if parts.is_empty() { Value::Null } else { Value::Map(parts) });
}

/// A postal address in its parts.
pub fn address(form: Form, field: &'static Field) -> impl IntoView {
    let inputs = ADDRESS_PARTS.iter().map(|part| {
        let id = format!("{}-{part}", form.control_id(field));
        let held = move || {
            form.filled.track();
            parts_now(form, field).get(*part).and_then(Value::as_text).unwrap_or_default().to_owned()
        };
        let set = move |event| {
            let text = cell_repair::clean(&event_target_value(&event)).into_owned();
            set_part(form, field, part, (!text.trim().is_empty()).then_some(Value::Text(text)));
        };
        view! {
            <div class="field" data-part=*part>
                <label class="label" for=id.clone()>{form.ui.t(part_label(part))}</label>
                <input
                    id=id type="text" dir="auto" autocomplete="off"
                    inputmode=(*part == "zip").then_some("numeric")
                    prop:value=move || held() on:input=set on:blur=move |_| form.leave(field)
                />
            </div>
        }
    });
    group(form, field, view! { <div class="address">{inputs.collect_view()}</div> })
}

/// What is said of finding the place.
#[derive(Clone, PartialEq)]
enum Finding {
    Nothing,
    Waiting,
    Found(f64),
    Failed,
}

/// A spot on the map. The tablet's own place is a help, never needed; how accurate it is, is said.
pub fn place(form: Form, field: &'static Field) -> impl IntoView {
    let ui = form.ui;
    let finding = RwSignal::new(Finding::Nothing);
    // Numbers found by the tablet are written into the controls; typed ones stay as typed.
    let found = RwSignal::new(0u32);
    let part = move |part: &'static str| {
        let id = format!("{}-{part}", form.control_id(field));
        let shown = move || {
            found.track();
            parts_now(form, field).get(part).map(shown_number).unwrap_or_default()
        };
        let set = move |event| {
            let text = event_target_value(&event);
            let value = match degrees::read(Axis::of(part), &text) {
                TypedNumber::Blank => None,
                TypedNumber::Number(number) => Some(Value::Number(number)),
                TypedNumber::Unclear(_) | TypedNumber::NoNumber => Some(Value::Text(text)),
            };
            set_part(form, field, "accuracy", None);
            set_part(form, field, part, value);
        };
        let leave = move |_| {
            // Maps copy both at once. While somebody types, nothing moves.
            let typed = parts_now(form, field).get(part).and_then(Value::as_text).and_then(degrees::pair);
            if let Some((lat, lon)) = typed {
                let parts = [("lat", lat), ("lon", lon)].map(|(name, number)| (name.to_owned(), Value::Number(number)));
                form.set(field.key, Value::Map(parts.into()));
                found.update(|count| *count += 1);
            }
            form.leave(field);
        };
        view! {
            <div class="field">
                <label class="label" for=id.clone()>{ui.t(part_label(part))}</label>
                <input
                    id=id type="text" inputmode="decimal" autocomplete="off"
                    prop:value=move || shown() on:input=set on:blur=leave
                />
            </div>
        }
    };
    let use_place = move || {
        finding.set(Finding::Waiting);
        ui.spawn(async move {
            match ui.world().device.place().await {
                Some(spot) => {
                    let numbers = [("lat", spot.lat), ("lon", spot.lon), ("accuracy", spot.accuracy_m.round())];
                    let parts = numbers.map(|(name, number)| (name.to_owned(), Value::Number(number)));
                    form.set(field.key, Value::Map(parts.into()));
                    finding.set(Finding::Found(spot.accuracy_m));
                    found.update(|count| *count += 1);
                }
                None => finding.set(Finding::Failed),
            }
        });
    };
    let said = move || {
        let message: Message = match finding.get() {
            Finding::Nothing => return String::new(),
            Finding::Waiting => words::PLACE_FINDING.message(),
            Finding::Found(meters) => words::PLACE_ACCURATE.with("meters", meters.round().to_string()),
            Finding::Failed => words::PLACE_NONE.message(),
        };
        message.say(ui.lang.get())
    };
    group(
        form,
        field,
        view! {
            <div class="place">
                {PLACE_PARTS.map(part).into_iter().collect_view()}
                <Quiet path=icon_paths::PLACE text=words::USE_PLACE on_tap=use_place/>
                <p class="help" role="status">{move || said()}</p>
            </div>
        },
    )
}

fn shown_number(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        other => other.as_text().unwrap_or_default().to_owned(),
    }
}
