//! Fields that are typed: lines, texts, dates, numbers, phones and emails; and dates that follow from other records.

use crate::domain::date;
use crate::domain::field::{Field, FieldType};
use crate::domain::value::Value;
use crate::kinds::KINDS;
use crate::ui::form::{Form, described_by, group, invalid, one_control, text_value};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::words;
use leptos::prelude::*;

/// A field with one text control.
pub fn view(form: Form, field: &'static Field) -> impl IntoView {
    one_control(form, field, control(form, field))
}

/// How a browser should ask: type, keyboard, autocomplete.
fn manner(field: &Field) -> (&'static str, &'static str) {
    match field.ty {
        FieldType::Date => ("date", "none"),
        FieldType::DateTime => ("datetime-local", "none"),
        FieldType::Number { .. } => ("text", "decimal"),
        FieldType::Phone => ("tel", "tel"),
        FieldType::Email => ("email", "email"),
        _ => ("text", "text"),
    }
}

fn control(form: Form, field: &'static Field) -> impl IntoView {
    let id = form.control_id(field);
    let leave = move |_| form.leave(field);
    // The control keeps its own text while it is typed in; writing it back would move the cursor.
    let initial = form.value_now(field.key).map(|value| to_input(field, &value)).unwrap_or_default();
    if field.ty == FieldType::LongText {
        return view! {
            <textarea
                id=id
                dir="auto"
                autocomplete="off"
                aria-describedby=described_by(form, field)
                aria-invalid=invalid(form, field)
                aria-required=field.required.then_some("true")
                prop:value=initial
                on:input=move |event| form.set(field.key, text_value(event_target_value(&event)))
                on:blur=leave
            ></textarea>
        }
        .into_any();
    }
    let (ty, inputmode) = manner(field);
    let set = move |text: String| form.set(field.key, from_input(form, field, text));
    view! {
        <input
            id=id
            type=ty
            inputmode=(inputmode != "none").then_some(inputmode)
            dir=matches!(field.ty, FieldType::Text).then_some("auto")
            // These are other people's names and numbers, not those of whoever holds the tablet.
            autocomplete="off"
            aria-describedby=described_by(form, field)
            aria-invalid=invalid(form, field)
            aria-required=field.required.then_some("true")
            prop:value=initial
            on:input=move |event| set(event_target_value(&event))
            on:blur=leave
        />
    }
    .into_any()
}

/// A stored value as the control shows it.
fn to_input(field: &Field, value: &Value) -> String {
    match (field.ty, value) {
        (FieldType::DateTime, Value::Text(stored)) => date::to_local(stored).unwrap_or_else(|| stored.clone()),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// What was typed as a value. What cannot be understood is kept as typed; checking says what to do about it.
fn from_input(form: Form, field: &Field, text: String) -> Value {
    match field.ty {
        FieldType::DateTime => {
            date::from_local(&text, form.ui.work().now()).map(Value::Text).unwrap_or_else(|| text_value(text))
        }
        FieldType::Number { .. } => match text.trim().replace(',', ".").parse::<f64>() {
            Ok(number) if number.is_finite() => Value::Number(number),
            _ => text_value(text),
        },
        _ => text_value(text),
    }
}

/// A date that follows from linked records, unless it is set by hand.
pub fn derived(form: Form, field: &'static Field) -> impl IntoView {
    let ui = form.ui;
    let by_hand = RwSignal::new(form.value_now(field.key).is_some_and(|value| !value.is_blank()));
    let follows = move || {
        let lang = ui.lang.get();
        let day = field.latest_of.and_then(|of| {
            ui.follow(of.kind);
            ui.look(|book, index| index.latest(book, KINDS, of, form.id))
        });
        match day {
            Some(day) => words::FROM_CONTACTS.with("date", date::say_day(day, lang)).say(lang),
            None => words::NO_CONTACT_YET.get(lang).to_owned(),
        }
    };
    let toggle = move |event| {
        let on = event_target_checked(&event);
        by_hand.set(on);
        if !on {
            form.set(field.key, Value::Null);
        }
    };
    let label = move || field.label.get(ui.lang.get());
    group(
        form,
        field,
        view! {
            <p class="derived"><Icon path=icon_paths::CLOCK/><span>{follows}</span></p>
            <label class="switch">
                <input type="checkbox" role="switch" prop:checked=by_hand on:change=toggle/>
                <span>{ui.t(words::SET_BY_HAND)}</span>
            </label>
            {move || by_hand.get().then(|| view! {
                <input
                    type="date"
                    autocomplete="off"
                    aria-label=label
                    aria-invalid=invalid(form, field)
                    prop:value=form.text_now(field.key)
                    on:input=move |event| form.set(field.key, text_value(event_target_value(&event)))
                    on:blur=move |_| form.leave(field)
                />
            })}
        },
    )
}
