//! A section that is known already: a line that opens, after everything that is still to be asked.

use super::{Form, fields_view};
use crate::model::guide::GuidePart;
use crate::ui::reactive::effect;
use leptos::prelude::*;

/// The section, with a line of what it holds. It opens by itself when something in it is to be mended.
pub fn view(form: Form, part: GuidePart) -> impl IntoView {
    let open = RwSignal::new(false);
    let keys: Vec<&'static str> = part.fields.iter().map(|field| field.key).collect();
    // At every “Done” that is refused, also where somebody has folded it again meanwhile.
    effect(move || {
        let faulty = || untrack(|| form.problems()).iter().any(|problem| keys.contains(&problem.field));
        if form.tried.get() && faulty() {
            open.set(true);
        }
    });
    let toggled = move |event: web_sys::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    let name = part.section.name;
    let fields = fields_view(form, &part);
    let known = move || form.summary(&part);
    view! {
        <details class="more known" data-plain="" prop:open=open on:toggle=toggled>
            <summary><span>{form.ui.t(name)} <small dir="auto">{move || known()}</small></span></summary>
            <div class="section" role="group" aria-label=form.ui.t(name)>{fields}</div>
        </details>
    }
}
