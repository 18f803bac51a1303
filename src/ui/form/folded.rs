//! What of a form stands folded away: a line that opens, after everything that is still to be asked.

use super::{Form, fields_view};
use crate::model::guide::GuidePart;
use crate::ui::reactive::effect;
use leptos::prelude::*;

/// A section that is known already, with a line of what it holds. It opens by itself when something in it is to be mended.
pub fn view(form: Form, part: GuidePart) -> impl IntoView {
    let keys: Vec<&'static str> = part.fields.iter().map(|field| field.key).collect();
    let speaks = move |tried: bool| tried && form.problems().iter().any(|problem| keys.contains(&problem.field));
    let name = part.section.name;
    let fields = fields_view(form, &part);
    let known = move || form.summary(&part);
    let summary = view! { <span>{form.ui.t(name)} <small dir="auto">{move || known()}</small></span> };
    let body = view! { <div class="section" role="group" aria-label=form.ui.t(name)>{fields}</div> };
    fold(form, "more known", Box::new(speaks), summary.into_any(), body.into_any())
}

/// A fold in a form. It stands open from the start if something in it speaks up then, and opens at every “Done” that is
/// refused for it, also where somebody has folded it again meanwhile; `speaks` is told whether “Done” was tried.
pub(super) fn fold(
    form: Form,
    class: &'static str,
    speaks: Box<dyn Fn(bool) -> bool>,
    summary: AnyView,
    body: AnyView,
) -> AnyView {
    let open = RwSignal::new(untrack(|| speaks(false)));
    effect(move || {
        if form.tried.get() && untrack(|| speaks(true)) {
            open.set(true);
        }
    });
    let toggled = move |event: web_sys::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class=class prop:open=open on:toggle=toggled><summary>{summary}</summary>{body}</details>
    }
    .into_any()
}
