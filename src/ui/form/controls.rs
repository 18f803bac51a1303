//! What stands around the control of every field: its label, its help, what is to be mended, and the list of all that is.

use super::{Form, address, choices, offered, photo, picker, text};
use crate::model::field::{Field, FieldType};
use crate::model::value::Value;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::drawn;
use crate::ui::words;
use leptos::html;
use leptos::prelude::*;

pub(super) fn problem_summary(form: Form, summary: NodeRef<html::Div>) -> impl IntoView {
    let ui = form.ui;
    drawn(move || {
        let problems = if form.tried.get() { form.problems() } else { Vec::new() };
        let title = match problems.len() {
            0 => return None,
            count => words::THINGS_TO_MEND.with("count", count),
        };
        let items = problems.into_iter().map(|problem| {
            let target = format!("f-{}", problem.field);
            let jump = {
                let target = target.clone();
                move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    focus_control(&target);
                }
            };
            view! { <li><a href=format!("#{target}") on:click=jump>{ui.say(problem.message)}</a></li> }
        });
        Some(view! {
            <div class="problems" role="alert" tabindex="-1" node_ref=summary>
                <h2><Icon path=icon_paths::WRONG/><span>{ui.say(title)}</span></h2>
                <ul>{items.collect_view()}</ul>
            </div>
        })
    })
}

/// Brings the control of a field into sight and puts the cursor there; in a group, its first one.
pub(super) fn focus_control(id: &str) {
    use wasm_bindgen::JsCast;
    let Some(found) = document().get_element_by_id(id) else { return };
    let inner = found.query_selector("input, textarea, select, button").ok().flatten();
    let target = if found.matches("input, textarea, select").unwrap_or(false) { found } else { inner.unwrap_or(found) };
    // Whatever it is folded away in opens first.
    if let Some(folded) = target.closest("details").ok().flatten() {
        drop(folded.set_attribute("open", ""));
    }
    target.scroll_into_view();
    if let Ok(target) = target.dyn_into::<web_sys::HtmlElement>() {
        drop(target.focus());
    }
}

/// Brings what has the focus clear of the bar at the bottom, which WebKit does not do by itself. What is being pressed
/// stays where it is: it has the focus before the finger is up, and a press that ends somewhere else is none.
pub(super) fn keep_in_sight(event: web_sys::FocusEvent) {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let target = target.filter(|target| target.matches(":focus-visible").unwrap_or(true));
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    if let Some(target) = target {
        target.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

pub(super) fn field_view(form: Form, field: &'static Field) -> AnyView {
    // As it was when the form was opened: whoever writes down what they promised to keep sees it as they write.
    let kept = untrack(|| form.ui.kept_from_user(form.kind, field, |key| form.value(key)));
    if let Some(kept) = kept {
        let control = view! { <p class="derived"><Icon path=icon_paths::PERSON/><span>{form.ui.say(kept)}</span></p> };
        return group(form, field, control).into_any();
    }
    match field.ty {
        FieldType::Choice(_) | FieldType::Choices(_) | FieldType::YesNo => choices::view(form, field).into_any(),
        FieldType::Link(to) => picker::view(form, field, to).into_any(),
        FieldType::Address => address::address(form, field).into_any(),
        FieldType::Place => address::place(form, field).into_any(),
        FieldType::Photo => photo::view(form, field).into_any(),
        FieldType::Answers => offered::view(form, field).into_any(),
        _ if field.latest_of.is_some() => text::derived(form, field).into_any(),
        _ => text::view(form, field).into_any(),
    }
}

/// Label, help and error of a field whose control is one element.
pub(super) fn one_control(form: Form, field: &'static Field, control: impl IntoView + 'static) -> impl IntoView {
    around_one(form, field, control.into_any())
}

fn around_one(form: Form, field: &'static Field, control: AnyView) -> AnyView {
    let id = form.control_id(field);
    view! {
        <div class="field">
            <label class="label" for=id lang=form.tongue(field)>{label(form, field)}</label>
            {help_and_error(form, field)}
            {control}
        </div>
    }
    .into_any()
}

/// Legend, help and error of a field whose control is several elements.
pub(super) fn group(form: Form, field: &'static Field, controls: impl IntoView + 'static) -> impl IntoView {
    around_several(form, field, controls.into_any())
}

fn around_several(form: Form, field: &'static Field, controls: AnyView) -> AnyView {
    let invalid = form.problem(field);
    view! {
        <fieldset
            class="field" id=form.control_id(field)
            aria-describedby=described_by(form, field)
            data-invalid=move || invalid.get().is_some().then_some("")
        >
            <legend class="label" lang=form.tongue(field)>{label(form, field)}</legend>
            {help_and_error(form, field)}
            {controls}
        </fieldset>
    }
    .into_any()
}

fn label(form: Form, field: &'static Field) -> impl IntoView {
    let ui = form.ui;
    view! { {move || field.label.get(form.lang_of(field))} {field.required.then(|| view! { " "<small>{ui.t(words::NEEDED)}</small> })} }
}

pub(super) fn help_and_error(form: Form, field: &'static Field) -> impl IntoView {
    let ui = form.ui;
    let id = form.control_id(field);
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let problem = form.problem(field);
    let error = move || {
        problem.get().map(|problem| {
        view! { <p class="error" id=error_id.clone()><Icon path=icon_paths::WRONG/><span>{ui.say(problem.message)}</span></p> }
    })
    };
    view! {
        {(!field.help.is_empty()).then(|| view! { <p class="help" id=help_id>{ui.t(field.help)}</p> })}
        {move || error()}
    }
}

/// The identities of the help and error that belong to a control.
pub(super) fn described_by(
    form: Form,
    field: &'static Field,
) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
    let id = form.control_id(field);
    let problem = form.problem(field);
    move || {
        let help = (!field.help.is_empty()).then(|| format!("{id}-help"));
        let error = problem.get().map(|_| format!("{id}-error"));
        let both: Vec<String> = help.into_iter().chain(error).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }
}

/// Whether a control is marked as holding something to mend.
pub(super) fn invalid(
    form: Form,
    field: &'static Field,
) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static {
    let problem = form.problem(field);
    move || problem.get().map(|_| "true")
}

/// Text as a value: cleared where there is none.
pub(super) fn text_value(text: String) -> Value {
    if text.trim().is_empty() { Value::Null } else { Value::Text(text) }
}
