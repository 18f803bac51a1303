//! Days, moments and times of day, entered part by part. A browser tells of the whole only; whether some of it is there, it says aside.

use crate::model::field::{Field, FieldType};
use crate::model::text::Text;
use crate::model::value::Value;
use crate::model::{date, near_days};
use crate::ui::form::{Form, described_by, invalid, text_value};
use crate::ui::reactive::{drawn, memo};
use crate::ui::words;
use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Whether somebody began to enter a date and did not finish: the input holds nothing whole and yet is not empty.
pub fn is_unfinished(input: &web_sys::HtmlInputElement) -> bool {
    input.value().is_empty() && input.validity().bad_input()
}

/// The control of a day, a moment or a time of day; with a label of its own where it stands in a group. What is not finished is kept as that, so that it is never taken for none.
pub fn control(form: Form, field: &'static Field, label: Option<Signal<String>>) -> impl IntoView {
    let moment = field.ty == FieldType::DateTime;
    let held = form.value_now(field.key).and_then(|value| value.as_text().map(str::to_owned));
    // What was known before: the record's own, or what the form began with.
    let before = StoredValue::new(form.kept_text(field.key).or_else(|| held.clone()).unwrap_or_default());
    let initial = match held.filter(|held| held != date::UNFINISHED) {
        Some(stored) if moment => date::to_local(&stored).unwrap_or(stored),
        Some(stored) if field.time_of_day => date::time_of_day(&stored).map(date::stored_time).unwrap_or_default(),
        held => held.unwrap_or_default(),
    };
    let read = move |typed: String| match moment {
        true => before
            .with_value(|before| date::changed_local(&typed, before, &*form.ui.work().zone()))
            .map_or_else(|| text_value(typed), Value::Text),
        false => text_value(typed),
    };
    let typed = move |event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        match is_unfinished(&input) {
            true => begin(form, field),
            false => form.set(field.key, read(input.value())),
        }
    };
    let unfinished = memo(move || form.text(field.key) == date::UNFINISHED);
    let clear = move |_| {
        if let Some(input) = input_of(form, field) {
            // Setting nothing where nothing whole is would leave the parts; another kind of input has none.
            let ty = input.type_();
            input.set_type("text");
            input.set_value("");
            input.set_type(&ty);
            drop(input.focus());
        }
        form.set(field.key, Value::Null);
    };
    let take = move |typed: String| {
        if let Some(input) = input_of(form, field) {
            input.set_value(&typed);
        }
        form.set(field.key, read(typed));
        form.leave(field);
    };
    let ui = form.ui;
    let named = move || format!("{} {}", words::CLEAR.get(ui.lang.get()), field.label.get(ui.lang.get()));
    view! {
        <input
            id=label.is_none().then(|| form.control_id(field))
            class="day"
            type=match field.ty {
                FieldType::DateTime => "datetime-local",
                FieldType::Date => "date",
                _ => "time",
            }
            autocomplete="off"
            aria-label=label
            aria-describedby=described_by(form, field)
            aria-invalid=invalid(form, field)
            aria-required=field.required.then_some("true")
            prop:value=initial
            on:input=typed
            on:blur=move |_| {
                look(form, field);
                form.leave(field);
            }
        />
        {move || unfinished.get().then(|| view! {
            <button type="button" class="clear" aria-label=move || named() on:click=clear>{form.ui.t(words::CLEAR)}</button>
        })}
        {match near_days::begins(field) {
            None => near_days(form, field, take).into_any(),
            Some(begins) => lengths(form, field, begins, take).into_any(),
        }}
    }
}

/// How long it takes, with one tap, once it is known when it begins.
fn lengths(
    form: Form,
    field: &'static Field,
    begins: &'static str,
    take: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let ui = form.ui;
    let begins = memo(move || form.text(begins));
    let chip = move |(minutes, said): (i64, Text)| {
        let name = move || words::NAMED_DAY.with("field", field.label).with("day", said).say(ui.lang.get());
        let ends = move || begins.with_untracked(|begins| near_days::ends(begins, minutes));
        view! {
            <button type="button" class="filter" aria-label=move || name() on:click=move |_| ends().into_iter().for_each(take)>
                {ui.t(said)}
            </button>
        }
    };
    let known = memo(move || begins.with(|begins| near_days::ends(begins, 0).is_some()));
    drawn(move || {
        known.get().then(|| {
            let chips = near_days::LENGTHS.map(chip).into_iter().collect_view();
            view! { <div class="near-days" role="group" aria-label=ui.t(field.label)>{chips}</div> }
        })
    })
}

/// The days that are offered with one tap.
fn near_days(form: Form, field: &'static Field, take: impl Fn(String) + Copy + Send + Sync + 'static) -> impl IntoView {
    let ui = form.ui;
    let chip = move |day: NaiveDate| {
        let said = move || near_days::say(field, day, ui.work().now().today(), ui.lang.get());
        let name = move || words::NAMED_DAY.with("field", field.label).with("day", said()).say(ui.lang.get());
        let tap = move |_| take(near_days::typed(field, day, ui.work().now(), &form.text_now(field.key)));
        let pressed =
            move || (field.ty == FieldType::Date).then(|| (form.text(field.key) == day.to_string()).to_string());
        view! {
            <button type="button" class="filter" aria-label=move || name() aria-pressed=move || pressed() on:click=tap>
                {move || said()}
            </button>
        }
    };
    let offered = near_days::offered(field, ui.work().now().today());
    (!offered.is_empty()).then(|| {
        let chips = offered.into_iter().map(chip).collect_view();
        view! { <div class="near-days" role="group" aria-label=ui.t(field.label)>{chips}</div> }
    })
}

/// Looks whether an input holds something unfinished. Browsers tell of parts that come and go only when the whole does.
pub fn look(form: Form, field: &'static Field) {
    // What has the focus loses it, too, when the form is taken away.
    if form.is_left() {
        return;
    }
    let Some(input) = input_of(form, field).filter(|input| input.value().is_empty()) else { return };
    let kept = form.value_now(field.key).as_ref().and_then(Value::as_text) == Some(date::UNFINISHED);
    let begun = form.begun.with_value(|begun| begun.contains(field.key));
    match input.validity().bad_input() {
        true => begin(form, field),
        // Its parts were taken out again. One that was begun before the form was opened shows none, and stays begun.
        false if kept && begun => form.set(field.key, Value::Null),
        false => {}
    }
}

/// Keeps that a date was begun.
fn begin(form: Form, field: &'static Field) {
    form.begun.update_value(|begun| {
        begun.insert(field.key);
    });
    form.set(field.key, Value::text(date::UNFINISHED));
}

/// The input of a field, which may stand within a group.
fn input_of(form: Form, field: &Field) -> Option<web_sys::HtmlInputElement> {
    let control = document().get_element_by_id(&form.control_id(field))?;
    match control.dyn_into() {
        Ok(input) => Some(input),
        Err(group) => group.query_selector(".day").ok().flatten()?.dyn_into().ok(),
    }
}
