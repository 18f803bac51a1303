//! Fields that are tapped: one answer, several answers, yes or no.

use crate::model::field::{Field, FieldType};
use crate::model::show;
use crate::model::text::Text;
use crate::model::value::Value;
use crate::ui::form::{Form, group};
use crate::ui::reactive::memo;
use crate::ui::words;
use leptos::prelude::*;

/// A field with answers to tap.
pub fn view(form: Form, field: &'static Field) -> impl IntoView {
    group(form, field, to_tap(form, field, "f"))
}

/// The answers alone, of which `place` tells those apart that stand in two places of a form; none for what is typed.
pub fn to_tap(form: Form, field: &'static Field, place: &'static str) -> AnyView {
    let several = matches!(field.ty, FieldType::Choices(_));
    let answers: Vec<(&'static str, Text)> = match field.ty {
        FieldType::YesNo => vec![("yes", show::YES), ("no", show::NO)],
        FieldType::Choice(_) | FieldType::Choices(_) => {
            field.offered().iter().map(|choice| (choice.key, choice.label)).collect()
        }
        _ => return ().into_any(),
    };
    let chips = answers.into_iter().map(|(key, label)| chip(form, field, place, (key, label))).collect_view();
    // One answer of several cannot be untapped, so there is a way back to none.
    let can_clear = !several && !field.required;
    let ui = form.ui;
    let clear = move || {
        let answered = can_clear && form.value(field.key).is_some_and(|value| !value.is_blank());
        answered.then(|| view! {
            <button type="button" class="clear" on:click=move |_| form.set(field.key, Value::Null)>{ui.t(words::CLEAR)}</button>
        })
    };
    view! { <div class="choices">{chips}{move || clear()}</div> }.into_any()
}

fn chip(form: Form, field: &'static Field, place: &'static str, answer: (&'static str, Text)) -> impl IntoView {
    let several = matches!(field.ty, FieldType::Choices(_));
    let (key, label) = answer;
    let chosen = memo(move || match form.value(field.key) {
        Some(Value::Text(answer)) => answer == key,
        Some(Value::Bool(yes)) => yes == (key == "yes"),
        Some(list) => list.as_texts().any(|answer| answer == key),
        None => false,
    });
    let tap = move |event| {
        let on = event_target_checked(&event);
        form.set(field.key, answered(form, field, several, key, on));
        form.leave(field);
    };
    view! {
        <label class="choice">
            <input
                type=if several { "checkbox" } else { "radio" }
                name=format!("{place}-{}", field.key)
                prop:checked=chosen
                on:change=tap
            />
            <span lang=form.tongue(field)>{move || label.get(form.lang_of(field))}</span>
        </label>
    }
}

fn answered(form: Form, field: &Field, several: bool, key: &str, on: bool) -> Value {
    if field.ty == FieldType::YesNo {
        return Value::Bool(key == "yes");
    }
    if !several {
        return Value::text(key);
    }
    let held = form.value_now(field.key).unwrap_or_default();
    // In the order in which they are offered, whatever the order of taps; answers of a newer version stay.
    let unknown = held.as_texts().filter(|answer| field.answer(answer).is_none()).map(str::to_owned);
    let chosen = field
        .offered()
        .iter()
        .map(|choice| choice.key)
        .filter(|choice| if *choice == key { on } else { held.as_texts().any(|answer| answer == *choice) })
        .map(str::to_owned);
    let answers: Vec<Value> = chosen.chain(unknown).map(Value::Text).collect();
    if answers.is_empty() { Value::Null } else { Value::List(answers) }
}
