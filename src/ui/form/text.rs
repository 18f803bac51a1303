//! Fields that are typed: lines, texts, dates, numbers, phones and emails; and dates that follow from other records.

use crate::model::cell_repair::{self, Line};
use crate::model::field::{Field, FieldType};
use crate::model::value::Value;
use crate::model::{date, typed_number};
use crate::ui::form::{Form, day, described_by, group, invalid, one_control, text_value};
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
        FieldType::Number { .. } => ("text", "decimal"),
        FieldType::Phone => ("tel", "tel"),
        FieldType::Email => ("email", "email"),
        _ => ("text", "text"),
    }
}

fn control(form: Form, field: &'static Field) -> impl IntoView {
    // A time that was written in words nobody can read stays there, to be put right.
    let in_words = field.time_of_day && !untrack(|| is_on_clock(form.value_now(field.key).as_ref()));
    if field.by_parts() && !in_words {
        return day::control(form, field, None).into_any();
    }
    let id = form.control_id(field);
    let leave = move |_| form.leave(field);
    // The control keeps its own text while it is typed in; writing it back would move the cursor.
    let held = move || {
        form.filled.track();
        form.value_now(field.key).map(|value| to_input(&value)).unwrap_or_default()
    };
    if field.ty == FieldType::LongText {
        return view! {
            <textarea
                id=id
                dir="auto"
                autocomplete="off"
                aria-describedby=described_by(form, field)
                aria-invalid=invalid(form, field)
                aria-required=field.required.then_some("true")
                prop:value=move || held()
                on:input=move |event| form.set(field.key, text_value(event_target_value(&event)))
                on:blur=leave
            ></textarea>
        }
        .into_any();
    }
    let (ty, inputmode) = manner(field);
    let set = move |text: String| form.set(field.key, from_input(field, text));
    view! {
        <input
            id=id
            type=ty
            inputmode=inputmode
            dir=matches!(field.ty, FieldType::Text).then_some("auto")
            // These are other people's names and numbers, not those of whoever holds the tablet.
            autocomplete="off"
            aria-describedby=described_by(form, field)
            aria-invalid=invalid(form, field)
            aria-required=field.required.then_some("true")
            prop:value=move || held()
            on:input=move |event| set(event_target_value(&event))
            on:blur=leave
        />
    }
    .into_any()
}

/// Whether a value is a time of day, or none, or one that was begun.
fn is_on_clock(value: Option<&Value>) -> bool {
    let said = value.and_then(Value::as_text).map(str::trim);
    said.is_none_or(|said| said.is_empty() || said == date::UNFINISHED || date::time_of_day(said).is_some())
}

/// A stored value as the control shows it.
fn to_input(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// What was typed as a value. What cannot be understood is kept as typed; checking says what to do about it.
fn from_input(field: &Field, text: String) -> Value {
    match field.ty {
        FieldType::Number { .. } => typed_number::number(&text).sure().map_or_else(|| text_value(text), Value::Number),
        _ => text_value(cell_repair::typed(Line::of(field, None), &text).into_owned()),
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
            ui.look(|book, index| index.latest(book, of, form.id))
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
    let label = Signal::derive(move || field.label.get(ui.lang.get()).to_owned());
    group(
        form,
        field,
        view! {
            <p class="derived"><Icon path=icon_paths::CLOCK/><span>{move || follows()}</span></p>
            <label class="switch">
                <input type="checkbox" role="switch" prop:checked=by_hand on:change=toggle/>
                <span>{ui.t(words::SET_BY_HAND)}</span>
            </label>
            {move || by_hand.get().then(|| view! {
                {day::control(form, field, Some(label))}
            })}
        },
    )
}
